"""The monthly recap of performance pay: computed for everybody at once, explained to the rupiah, locked for good."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from meritdesk.core.access import Action, require
from meritdesk.core.allowance_rules import PayScheme
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.journal import Changes
from meritdesk.core.pay import (
    PaidMonth,
    PayDifference,
    PayInput,
    PayInputKind,
    PayRecap,
    PayRow,
    PaySlip,
    PayState,
    require_month,
)
from meritdesk.core.periods import Period
from meritdesk.services.changes import Step, no_step
from meritdesk.services.follow_up.pay_facts import SCHEME, PayRule, gather, reckon, rule_of, scheme_of
from meritdesk.services.follow_up.pay_inputs import PayInputs
from meritdesk.services.follow_up.pay_papers import PayPapers
from meritdesk.services.follow_up.pay_reading import masked, recap_of
from meritdesk.services.follow_up.pay_simulation import PaySimulation
from meritdesk.services.ports import Surroundings, Work

_NOUGHT = Decimal(0)


@dataclass(frozen=True, slots=True)
class RecapView:
    """A recap with its people, what the version before paid them, and whether its seal is whole."""

    recap: PayRecap
    rows: tuple[PayRow, ...]
    before: PayRecap | None = None


@dataclass(frozen=True, slots=True)
class Computed:
    """A recap that was just computed, and what changed in the store."""

    recap: PayRecap
    changes: Changes


@dataclass(frozen=True, slots=True)
class PayDesk:
    """Verbs of performance pay."""

    around: Surroundings

    @property
    def inputs(self) -> PayInputs:
        """Basic amounts, and what is entered for a month."""
        return PayInputs(self.around)

    @property
    def rules(self) -> PaySimulation:
        """By which rule pay goes, and what another rule would pay."""
        return PaySimulation(self.around)

    @property
    def papers(self) -> PayPapers:
        """Recap and slips on paper, and the list for the treasury."""
        return PayPapers(self.around)

    def recap(self, period: Period, version: int = 0) -> RecapView | None:
        """The newest recap of a month or the one of a version, with its people; nothing when none is computed."""
        require(self.around.actor, Action.READ)
        require_month(period)
        with self.around.store.reading() as work:
            recaps = work.pay.recaps(period)
            found = recap_of(recaps, version)
            if found is None:
                return None
            before = next((one for one in reversed(recaps) if one.version < found.version), None)
            return RecapView(found, work.pay.rows(found.recap_id), before)

    def recaps(self, period: Period | None = None) -> tuple[PayRecap, ...]:
        """Every recap, or every version of a month."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return work.pay.recaps(period)

    def compute(self, period: Period, reason: str = "", step: Step = no_step) -> Computed:
        """Reckon a month for everybody by the rule in force; a draft before it gives way.

        ``FOL-341`` when the month is locked and no reason for another version is given, ``FOL-342`` when nobody has
        an amount, ``FOL-346`` for a month that has not begun.
        """
        require(self.around.actor, Action.EDIT)
        require_month(period)
        today = self.around.clock().date()
        if period.first_day > today:
            raise UsageRefusal("FOL-346", period=period.code)
        with self.around.store.writing(self.around.actor, "follow_up.pay.compute", reason=reason) as work:
            step = work.watch(step)
            recaps = work.pay.recaps(period)
            newest = recaps[-1] if recaps else None
            if newest is not None and newest.is_locked and not reason.strip():
                raise UsageRefusal("FOL-341", period=period.code, version=newest.version)
            rule = rule_of(self.around, scheme_of(work), period)
            slips = reckon(gather(self.around, work, period), rule.rules, step)
            if not any(slip.row.state is PayState.PAID for slip in slips):
                raise UsageRefusal("FOL-342", period=period.code)
            recap = self._recap(work, period, newest, rule, slips, reason.strip())
            draft = newest.recap_id if newest is not None and not newest.is_locked else ""
            work.pay.save_recap(recap, in_place_of=draft)
            work.pay.put_slips(recap.recap_id, slips)
            return Computed(recap, work.commit())

    def why(self, period: Period, nip: str, version: int = 0) -> PaySlip:
        """Every line of one person in a recap; a sanction is named to those only who may read it.

        ``FOL-343`` when no recap of the month is computed, ``FOL-344`` when the person is not in it.
        """
        require(self.around.actor, Action.READ)
        require_month(period)
        with self.around.store.reading() as work:
            recap = recap_of(work.pay.recaps(period), version)
            if recap is None:
                raise UsageRefusal("FOL-343", period=period.code)
            person = work.people.by_nip(nip)
            slips = work.pay.slips(recap.recap_id, [person.person_id]) if person is not None else ()
            if not slips:
                raise UsageRefusal("FOL-344", nip=nip, period=period.code)
            return masked(self.around, work, slips)[0]

    def lock(self, period: Period, step: Step = no_step) -> Computed:
        """Lock the newest recap for good, once it is sure that it says what the inputs of today say.

        ``FOL-343`` none, ``FOL-345`` locked already, ``FOL-347`` people whose pay has changed since it was computed,
        ``FOL-348`` before the month is over.
        """
        require(self.around.actor, Action.CLOSE)
        require_month(period)
        today = self.around.clock().date()
        if today <= period.last_day:
            raise UsageRefusal("FOL-348", period=period.code)
        with self.around.store.writing(self.around.actor, "follow_up.pay.lock") as work:
            step = work.watch(step)
            recap = recap_of(work.pay.recaps(period))
            if recap is None:
                raise UsageRefusal("FOL-343", period=period.code)
            if recap.is_locked:
                raise UsageRefusal("FOL-345", period=period.code, version=recap.version)
            rule = rule_of(self.around, scheme_of(work), period)
            slips = reckon(gather(self.around, work, period), rule.rules, step)
            if recap.pack_digest != rule.pack.digest or work.pay.digest(slips) != recap.digest:
                held = {slip.row.person_id: slip for slip in work.pay.slips(recap.recap_id)}
                moved = sum(held.pop(slip.row.person_id, None) != slip for slip in slips) + len(held)
                raise UsageRefusal("FOL-347", period=period.code, count=moved)
            locked = replace(recap, locked_at=self.around.clock(), locked_by=self.around.actor.name)
            work.pay.save_recap(locked)
            work.pay.sweep_slips()
            work.pay.save_paid(
                [
                    PaidMonth(period, slip.row.person_id, recap.version, slip.row.gross,
                              slip.row.net - slip.row.gross, slip.row.net)
                    for slip in slips
                    if slip.row.state is PayState.PAID
                ]
            )  # fmt: skip
            return Computed(locked, work.commit())

    def is_whole(self, period: Period, version: int = 0) -> bool:
        """Whether the slips of a recap are still those it was sealed with; ``FOL-343`` when there is none."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            recap = recap_of(work.pay.recaps(period), version)
            if recap is None:
                raise UsageRefusal("FOL-343", period=period.code)
            return work.pay.digest(work.pay.slips(recap.recap_id)) == recap.digest

    def differences(self, period: Period) -> tuple[PayDifference, ...]:
        """Who gets something else under the newest version than under the one before it."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            recaps = work.pay.recaps(period)
            if len(recaps) < 2:
                return ()
            before = {row.person_id: row.net for row in work.pay.rows(recaps[-2].recap_id)}
            slips = masked(self.around, work, work.pay.slips(recaps[-1].recap_id))
        return tuple(
            PayDifference(slip.row, before.get(slip.row.person_id, _NOUGHT), slip.row.net, slip)
            for slip in slips
            if before.get(slip.row.person_id, _NOUGHT) != slip.row.net
        )

    def settle(self, period: Period, into: Period, step: Step = no_step) -> tuple[tuple[PayInput, ...], Changes]:
        """Carry what a locked month would pay otherwise today into a later month, person by person.

        The locked recap stays as it is. ``FOL-349`` when the month is not locked, ``FOL-350`` when the other month is
        not a later one or is locked itself.
        """
        require(self.around.actor, Action.EDIT)
        require_month(period)
        require_month(into)
        with self.around.store.writing(self.around.actor, "follow_up.pay.settle") as work:
            step = work.watch(step)
            recap = recap_of(work.pay.recaps(period))
            if recap is None or not recap.is_locked:
                raise UsageRefusal("FOL-349", period=period.code)
            later = recap_of(work.pay.recaps(into))
            if into <= period or (later is not None and later.is_locked):
                raise UsageRefusal("FOL-350", period=period.code, into=into.code)
            rule = rule_of(self.around, recap.scheme, period)
            paid = {row.person_id: row.net for row in work.pay.rows(recap.recap_id)}
            own = f"{period.code}:"
            entered = {one.subject: one for one in work.pay.inputs(into) if one.kind is PayInputKind.SETTLEMENT}
            due = {}
            for slip in reckon(gather(self.around, work, period), rule.rules, step):
                difference = slip.row.net - paid.get(slip.row.person_id, _NOUGHT)
                if difference:
                    due[slip.row.person_id] = difference
            foreign = [one for one in entered.values() if not one.words.startswith(own) and one.subject in due]
            if foreign:
                raise UsageRefusal("FOL-351", count=len(foreign), into=into.code)
            found = tuple(
                PayInput(into, PayInputKind.SETTLEMENT, person_id, difference, f"{own} v{recap.version}")
                for person_id, difference in due.items()
            )
            gone = [one for one in entered.values() if one.words.startswith(own) and one.subject not in due]
            work.pay.drop_inputs(gone)
            work.pay.save_inputs(found)
            return found, work.commit()

    def choose(self, scheme: PayScheme) -> Changes:
        """Pay by this rule from the next recap on."""
        require(self.around.actor, Action.UPKEEP)
        with self.around.store.writing(self.around.actor, "follow_up.pay.choose") as work:
            work.set_setting(SCHEME, scheme.value)
            return work.commit()

    def scheme(self) -> PayScheme:
        """By which rule the agency pays now."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return scheme_of(work)

    def _recap(
        self,
        work: Work,
        period: Period,
        newest: PayRecap | None,
        rule: PayRule,
        slips: Sequence[PaySlip],
        reason: str,
    ) -> PayRecap:
        """The head of these slips: in the place of a draft, or the version after a locked one."""
        is_new = newest is None or newest.is_locked
        paid = [slip.row for slip in slips if slip.row.state is PayState.PAID]
        return PayRecap(
            recap_id=str(uuid.uuid4()),
            period=period,
            version=1 if newest is None else newest.version + is_new,
            scheme=rule.scheme,
            pack_id=rule.pack.pack_id,
            pack_digest=rule.pack.digest,
            computed_at=self.around.clock(),
            computed_by=self.around.actor.name,
            people=len(paid),
            gross=sum((row.gross for row in paid), _NOUGHT),
            net=sum((row.net for row in paid), _NOUGHT),
            digest=work.pay.digest(slips),
            reason=reason or ("" if newest is None or is_new else newest.reason),
        )

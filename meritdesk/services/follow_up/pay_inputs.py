"""What pay is reckoned from beside attendance, activity and evaluations: basic amounts, and the inputs of a month."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from meritdesk.core.access import Action, require
from meritdesk.core.allowance_rules import PayComponent
from meritdesk.core.differences import differences
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.journal import Changes
from meritdesk.core.pay import PayAmount, PayHolder, PayInput, PayInputKind, holder_key, require_month, with_budgets
from meritdesk.core.pay_intake import PayAmountRow, PayInputRow
from meritdesk.core.people import OrgUnit, Person
from meritdesk.core.periods import Period
from meritdesk.services.changes import ImportOutcome, Step, no_step
from meritdesk.services.intake import Tally, origin_of, state_of
from meritdesk.services.ports import Source, Surroundings, Work


@dataclass(frozen=True, slots=True)
class AmountLine:
    """One entry of basic amounts, with whose they are in words; ``people`` counts who holds the post today."""

    amount: PayAmount
    holder_name: str
    nip: str = ""
    people: int = 0


@dataclass(frozen=True, slots=True)
class InputLine:
    """One input of a month with its person or unit in words."""

    entry: PayInput
    name: str
    nip: str = ""


@dataclass(frozen=True, slots=True)
class PayInputs:
    """Verbs of amounts and inputs."""

    around: Surroundings

    def amounts(self) -> tuple[AmountLine, ...]:
        """Every basic amount, people first, then posts and classes."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            people = {person.person_id: person for person in work.people.all()}
            held: dict[str, list[Person]] = {}
            for person in people.values():
                held.setdefault(holder_key(PayHolder.POST, person.position_title), []).append(person)
            lines = []
            for amount in work.pay.amounts():
                person_of = people.get(amount.holder)
                if amount.holder_kind is PayHolder.PERSON and person_of is not None:
                    lines.append(AmountLine(amount, person_of.full_name, person_of.nip, 1))
                    continue
                those = held.get(amount.holder, []) if amount.holder_kind is PayHolder.POST else []
                name = those[0].position_title if those else amount.holder
                lines.append(AmountLine(amount, name, people=len(those)))
        order = list(PayHolder)
        return tuple(sorted(lines, key=lambda one: (order.index(one.amount.holder_kind), one.holder_name)))

    def set_amount(
        self,
        kind: PayHolder,
        holder: str,
        valid_from: date,
        amounts: Mapping[PayComponent, Decimal],
        post_class: str = "",
    ) -> Changes:
        """Say the amounts of a person (by NIP), post or class from a day on.

        ``FOL-361`` for a person nobody knows, ``FOL-362`` without amounts and class, ``FOL-363`` for an amount below
        nought.
        """
        require(self.around.actor, Action.EDIT)
        if any(value < 0 for value in amounts.values()):
            raise UsageRefusal("FOL-363")
        if not any(amounts.values()) and not (post_class.strip() and kind is not PayHolder.CLASS):
            raise UsageRefusal("FOL-362")
        with self.around.store.writing(self.around.actor, "follow_up.pay.set_amount") as work:
            key = _person(work, holder).person_id if kind is PayHolder.PERSON else holder
            if not key.strip():
                raise UsageRefusal("FOL-362")
            work.pay.save_amounts([PayAmount(kind, key, valid_from, amounts, post_class.strip())])
            return work.commit()

    def import_amounts(self, source: Source, step: Step = no_step, dry_run: bool = False) -> ImportOutcome:
        """Take over basic amounts: a row a person, post or post class; earlier days stay as they were."""
        require(self.around.actor, Action.IMPORT)
        intake = self.around.spreadsheets.read_pay_amounts(source, step)
        with self.around.store.writing(
            self.around.actor, "follow_up.pay.import_amounts", origin=origin_of(source)
        ) as work:
            step = work.watch(step)
            tally: Tally[PayAmountRow] = Tally(intake, source)
            by_nip = {person.nip: person for person in work.people.all()}
            held = {_key(amount): amount for amount in work.pay.amounts()}
            taken: dict[tuple[str, str, date], int] = {}
            saved = []
            for place, placed in enumerate(intake.rows, start=1):
                if place % 500 == 0:
                    step(place, len(intake.rows))
                row = placed.value
                if row.nip and row.nip not in by_nip:
                    tally.refuse(placed.row, "NIP", "FOL-361", nip=row.nip)
                    continue
                amount = _amount(row, by_nip)
                key = _key(amount)
                if (other := taken.setdefault(key, placed.row)) != placed.row:
                    tally.refuse(placed.row, "NIP", "FOL-364", other=other)
                    continue
                before = held.get(key)
                state = state_of(before, amount)
                if state != "same":
                    saved.append(amount)
                changed = differences(before, amount)
                label = by_nip[row.nip].full_name if row.nip else row.post or row.post_class
                tally.accept(placed.row, row.nip or row.post or row.post_class, label, state, differences=changed)
            work.pay.save_amounts(saved)
            changes = Changes() if dry_run else work.commit()
        return tally.answer(changes)

    def lines(self, period: Period) -> tuple[InputLine, ...]:
        """What is entered for a month, by kind and name; absorption also as the budgets say where none is entered."""
        require(self.around.actor, Action.READ)
        require_month(period)
        with self.around.store.reading() as work:
            given = work.pay.inputs(period)
            absorbed = {one.subject: one for one in given if one.kind is PayInputKind.ABSORPTION}
            said = with_budgets(absorbed, work.budgets.of_year(period.year), period)
            entries = (*(one for one in given if one.kind is not PayInputKind.ABSORPTION), *said.values())
            people = work.people.by_ids([one.subject for one in entries])
            units = {unit.unit_id: unit for unit in work.units.all()}
        lines = []
        for one in entries:
            if one.kind is PayInputKind.ABSORPTION:
                lines.append(InputLine(one, units[one.subject].name if one.subject in units else one.subject))
            elif one.subject in people:
                lines.append(InputLine(one, people[one.subject].full_name, people[one.subject].nip))
        order = list(PayInputKind)
        return tuple(sorted(lines, key=lambda one: (order.index(one.entry.kind), one.name)))

    def enter(
        self, period: Period, kind: PayInputKind, subject: str, value: Decimal | None, words: str = ""
    ) -> Changes:
        """Enter an input of a month for a person (by NIP) or a unit (by its key); without a value it is taken out.

        ``FOL-361`` or ``FOL-365`` for somebody or something nobody knows, ``FOL-366`` for a value that cannot be,
        ``FOL-367`` when the month is locked.
        """
        require(self.around.actor, Action.EDIT)
        require_month(period)
        if value is not None:
            _require_value(kind, value)
        with self.around.store.writing(self.around.actor, "follow_up.pay.enter") as work:
            _require_open(work, period)
            key = (
                _unit(work.units.all(), subject).unit_id
                if kind is PayInputKind.ABSORPTION
                else _person(work, subject).person_id
            )
            entry = PayInput(period, kind, key, value or Decimal(0), words.strip())
            if value is None:
                work.pay.drop_inputs([entry])
            else:
                work.pay.save_inputs([entry])
            return work.commit()

    def import_file(self, source: Source, step: Step = no_step, dry_run: bool = False) -> ImportOutcome:
        """Take over inputs of months: budget absorption of units; wealth reports, innovation, negative activities."""
        require(self.around.actor, Action.IMPORT)
        intake = self.around.spreadsheets.read_pay_inputs(source, step)
        with self.around.store.writing(
            self.around.actor, "follow_up.pay.import_inputs", origin=origin_of(source)
        ) as work:
            step = work.watch(step)
            tally: Tally[PayInputRow] = Tally(intake, source)
            by_nip = {person.nip: person for person in work.people.all()}
            units = work.units.all()
            periods = {placed.value.period for placed in intake.rows}
            held = {_input_key(one): one for period in periods for one in work.pay.inputs(period)}
            locked = {period for period in periods if _is_locked(work, period)}
            taken: dict[tuple[Period, PayInputKind, str], int] = {}
            saved = []
            for placed in intake.rows:
                row = placed.value
                if row.period in locked:
                    tally.refuse(placed.row, "PERIODE", "FOL-367", period=row.period.code)
                    continue
                try:
                    subject, label = _subject(row, by_nip, units)
                except UsageRefusal as refusal:
                    tally.refuse(placed.row, "NIP" if row.nip else "UNIT", refusal.code, **refusal.facts)
                    continue
                entry = PayInput(row.period, row.kind, subject, row.value, row.words)
                key = _input_key(entry)
                if (other := taken.setdefault(key, placed.row)) != placed.row:
                    tally.refuse(placed.row, "NIP", "FOL-364", other=other)
                    continue
                state = state_of(held.get(key), entry)
                if state != "same":
                    saved.append(entry)
                changed = differences(held.get(key), entry)
                tally.accept(placed.row, row.nip or row.unit, label, state, differences=changed)
            work.pay.save_inputs(saved)
            changes = Changes() if dry_run else work.commit()
        return tally.answer(changes)


def _key(amount: PayAmount) -> tuple[str, str, date]:
    return amount.holder_kind.value, holder_key(amount.holder_kind, amount.holder), amount.valid_from


def _input_key(one: PayInput) -> tuple[Period, PayInputKind, str]:
    return one.period, one.kind, one.subject


def _amount(row: PayAmountRow, by_nip: Mapping[str, Person]) -> PayAmount:
    if row.nip:
        return PayAmount(PayHolder.PERSON, by_nip[row.nip].person_id, row.valid_from, row.amounts, row.post_class)
    if row.post:
        holder = holder_key(PayHolder.POST, row.post)
        return PayAmount(PayHolder.POST, holder, row.valid_from, row.amounts, row.post_class)
    holder = holder_key(PayHolder.CLASS, row.post_class)
    return PayAmount(PayHolder.CLASS, holder, row.valid_from, row.amounts, row.post_class)


def _subject(row: PayInputRow, by_nip: Mapping[str, Person], units: Sequence[OrgUnit]) -> tuple[str, str]:
    if row.kind is PayInputKind.ABSORPTION:
        unit = _unit(units, row.unit)
        return unit.unit_id, unit.name
    person = by_nip.get(row.nip)
    if person is None:
        raise UsageRefusal("FOL-361", nip=row.nip)
    return person.person_id, person.full_name


def _unit(units: Sequence[OrgUnit], asked: str) -> OrgUnit:
    """The unit of this key, of this id in the national system, or the only one of this name; ``FOL-365``."""
    for unit in units:
        if asked in (unit.unit_id, unit.source_id):
            return unit
    named = [unit for unit in units if unit.name.casefold().split() == asked.casefold().split()]
    if len(named) != 1:
        raise UsageRefusal("FOL-365", unit=asked)
    return named[0]


def _person(work: Work, nip: str) -> Person:
    person = work.people.by_nip(nip)
    if person is None:
        raise UsageRefusal("FOL-361", nip=nip)
    return person


def _require_value(kind: PayInputKind, value: Decimal) -> None:
    whole = kind is PayInputKind.NEGATIVE and value != value.to_integral_value()
    too_much = kind is PayInputKind.ABSORPTION and value > 100
    if whole or too_much or (value < 0 and kind is not PayInputKind.SETTLEMENT):
        raise UsageRefusal("FOL-366", value=str(value))


def _is_locked(work: Work, period: Period) -> bool:
    recaps = work.pay.recaps(period)
    return bool(recaps) and recaps[-1].is_locked


def _require_open(work: Work, period: Period) -> None:
    if _is_locked(work, period):
        raise UsageRefusal("FOL-367", period=period.code)

"""What is recorded on one evaluation besides ratings: take-over, drop-out, reuse, waiver, and a new version."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from meritdesk.core.access import Action, require
from meritdesk.core.accounts import Deed
from meritdesk.core.circumstances import Revision, RevisionReason, TakeOverBasis
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evaluation import Evaluation, SupersededVersion, superseded
from meritdesk.core.evaluation_acts import after_drop_out, given_back, not_reusing, reusing, taken_over_by
from meritdesk.core.journal import Changes
from meritdesk.core.people import LegalStatus, Person
from meritdesk.core.periods import Period
from meritdesk.core.waivers import INCOMPLETE
from meritdesk.services import second_person
from meritdesk.services.closing import WAIVABLE, Closing
from meritdesk.services.evaluation_roll import EvaluationRoll
from meritdesk.services.locking import require_unlocked
from meritdesk.services.ports import Surroundings, Work
from meritdesk.services.waiving import waive


@dataclass(frozen=True, slots=True)
class Acts:
    """Verbs on one person's evaluation; each is one change set with its reason in the journal."""

    around: Surroundings

    def drop_out(self, nip: str, period: Period, ended_on: date, reference: str) -> Changes:
        """Record that study leave ended without a degree: the quadrant does not count (V-67).

        ``ASM-130`` for a person who was not on study leave in the year, ``ASM-131`` without the letter.
        """

        def act(work: Work, person: Person, evaluation: Evaluation) -> Evaluation:
            if not self._studied(work, person, period):
                raise UsageRefusal("ASM-130", name=person.full_name, year=period.year)
            return after_drop_out(evaluation, ended_on, reference)

        return self._act("assessment.acts.drop_out", nip, period, reference, act)

    def take_over(self, nip: str, period: Period, basis: TakeOverBasis, reason: str, delegate_nip: str = "") -> Changes:
        """The superior of the rater evaluates, or a Plt or Plh to whom he delegated it (R-08).

        ``V-79`` while the window is open and the rater not absent, ``ASM-132`` without a reason, ``ASM-133`` when no
        superior is known, ``ASM-134`` when the ratee or the very rater would evaluate.
        """

        def act(work: Work, person: Person, evaluation: Evaluation) -> Evaluation:
            roll = self._roll(work, period)
            evaluator = roll.of(person.person_id)
            chosen = evaluator.superior_id
            if delegate_nip:
                chosen = _by_nip(work, delegate_nip).person_id
            if not chosen or chosen not in roll.people:
                raise UsageRefusal("ASM-133", name=person.full_name)
            if chosen in (person.person_id, evaluator.rater_id):
                raise UsageRefusal("ASM-134", name=roll.people[chosen].full_name)
            return taken_over_by(evaluation, chosen, evaluator.rater_id, basis, reason, roll.today, roll.window.closes)

        return self._act("assessment.acts.take_over", nip, period, reason, act)

    def reuse(self, nip: str, period: Period, agreed_on: date, agreement: str) -> Changes:
        """Use the last closed periodic result again after a move, by a recorded agreement (R-69, V-81).

        ``ASM-138`` for a person who did not move, ``ASM-135`` without an earlier result, ``ASM-136`` for a year.
        """

        def act(work: Work, person: Person, evaluation: Evaluation) -> Evaluation:
            if not period.is_annual and not self._moved(work, person, period):
                raise UsageRefusal("ASM-138", name=person.full_name, year=period.year)
            return reusing(evaluation, work.evaluations.of_person(person.person_id), agreed_on, agreement)

        return self._act("assessment.acts.reuse", nip, period, agreement, act)

    def withdraw(self, nip: str, period: Period, act_name: str) -> Changes:
        """Take a recorded ``drop_out``, ``take_over`` or ``reuse`` back; ``ASM-137`` when it is not there."""
        ways: dict[str, Callable[[Evaluation], Evaluation]] = {
            "drop_out": lambda evaluation: after_drop_out(evaluation, None, ""),
            "take_over": given_back,
            "reuse": not_reusing,
        }

        def act(work: Work, person: Person, evaluation: Evaluation) -> Evaluation:
            if getattr(evaluation.circumstances, act_name) is None:
                raise UsageRefusal("ASM-137", nip=nip, period=period.code)
            return ways[act_name](evaluation)

        return self._act(f"assessment.acts.withdraw_{act_name}", nip, period, "", act)

    def waive(self, nip: str, period: Period, waived_by: str, reason: str) -> Changes:
        """Let one evaluation close although it is incomplete, by name and reason; both stand in its explanation.

        ``ASM-150`` when nothing is missing, the refusal of the hindrance itself when it cannot be set aside (nobody is
        known to rate), ``VAL-102`` without a name or a reason.
        """
        require(self.around.actor, Action.WAIVE)
        rules = self.around.rulebook.in_force(period.last_day)
        with self.around.store.writing(self.around.actor, "assessment.acts.waive", reason=reason) as work:
            person = _by_nip(work, nip)
            evaluation = _open_evaluation(work, person, period)
            roll = self._roll(work, period)
            evaluator = roll.of(person.person_id)
            closing = Closing.gather(work, roll, [evaluator.person.unit_id], rules, self.around.exchange.record_digest)
            missing = closing.missing(evaluator)
            if not missing:
                raise UsageRefusal("ASM-150", name=person.full_name)
            for one in missing:
                if one.code not in WAIVABLE:
                    raise UsageRefusal(one.code, **dict(one.facts))
            work.evaluations.save([evaluation])
            waive(self.around, work, rules.validation, INCOMPLETE, evaluation.evaluation_id, waived_by, reason)
            return work.commit()

    def reopen(self, nip: str, period: Period, reason: RevisionReason, why: str) -> Changes:
        """Open a new version of a closed evaluation; the closed one is kept whole and stays what was signed.

        ``ASM-121`` when it is not closed, ``ASM-122`` without a reason in words, ``ACC-140`` where two open it.
        """
        require(self.around.actor, Action.CLOSE)
        if not why.strip():
            raise UsageRefusal("ASM-122")
        with self.around.store.writing(self.around.actor, "assessment.acts.reopen", reason=why.strip()) as work:
            require_unlocked(work, period)
            person = _by_nip(work, nip)
            found = work.evaluations.of_period(period, [person.person_id])
            if not found or not found[0].is_closed:
                raise UsageRefusal("ASM-121", nip=nip, period=period.code)
            second_person.ask(self.around, work, Deed.REOPEN)
            today = self.around.clock().date()
            kept, opened = superseded(found[0], Revision(reason, why.strip(), self.around.actor.name, today))
            work.evaluations.keep(kept)
            work.evaluations.save([opened])
            return work.commit()

    def versions(self, nip: str, period: Period) -> tuple[SupersededVersion, ...]:
        """The superseded versions of one evaluation, oldest first, each with why it was superseded."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            person = _by_nip(work, nip)
            found = work.evaluations.of_period(period, [person.person_id])
            return work.evaluations.versions_of(found[0].evaluation_id) if found else ()

    def _act(
        self,
        verb: str,
        nip: str,
        period: Period,
        reason: str,
        act: Callable[[Work, Person, Evaluation], Evaluation],
    ) -> Changes:
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, verb, reason=reason.strip()) as work:
            require_unlocked(work, period)
            person = _by_nip(work, nip)
            work.evaluations.save([act(work, person, _open_evaluation(work, person, period))])
            return work.commit()

    def _roll(self, work: Work, period: Period) -> EvaluationRoll:
        return EvaluationRoll.of_period(work, period, self.around.clock().date())

    def _studied(self, work: Work, person: Person, period: Period) -> bool:
        """Whether the person was on study leave at any time of the year up to the end of the period."""
        if person.legal_status is LegalStatus.STUDY_LEAVE:
            return True
        return any(
            entry.status is LegalStatus.STUDY_LEAVE
            and (entry.since is None or entry.since <= period.last_day)
            and (entry.until is None or entry.until >= date(period.year, 1, 1))
            for entry in work.history.all().of(person.person_id)
        )

    def _moved(self, work: Work, person: Person, period: Period) -> bool:
        """Whether the person changed unit between the period before and the end of this one."""
        moved_on = self._roll(work, period).of(person.person_id).moved_on
        if moved_on is not None:
            return True
        history = work.history.all()
        posts = [entry for entry in history.of(person.person_id) if entry.since is not None and entry.unit_id]
        return any(date(period.year - 1, 10, 1) <= one.since <= period.last_day for one in posts if one.since)


def _by_nip(work: Work, nip: str) -> Person:
    person = work.people.by_nip(nip)
    if person is None:
        raise UsageRefusal("USE-102", nip=nip)
    return person


def _open_evaluation(work: Work, person: Person, period: Period) -> Evaluation:
    """The open evaluation of a person, begun where there is none yet; ``ASM-120`` when it is closed."""
    found = work.evaluations.of_period(period, [person.person_id])
    evaluation = found[0] if found else Evaluation(str(uuid.uuid4()), person.person_id, period)
    if evaluation.is_closed:
        raise UsageRefusal("ASM-120", nip=person.nip, period=period.code)
    return evaluation

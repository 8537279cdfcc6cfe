"""Objections: the register, the statements of both sides, the decision of the rater's superior and what it changes."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.deadlines import Deadline, ProcessDates
from meritdesk.core.documents import Form, PaperStyle
from meritdesk.core.duties import Duty, Party
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evaluation import Evaluation, Rating, Reason, evaluation_facts
from meritdesk.core.journal import Changes
from meritdesk.core.objection import (
    Objection,
    ObjectionDecision,
    Verdict,
    after_objection,
    decided,
    register_number,
    verdict_of,
)
from meritdesk.core.office_paper import OfficePaper
from meritdesk.core.people import Person
from meritdesk.core.periods import Period
from meritdesk.core.plan import plan_facts
from meritdesk.core.scoring.predicate import predicate
from meritdesk.core.validation import Hint, blocking, sorted_hints
from meritdesk.core.validation.document_rules import decision_hints, late_hints, objection_hints
from meritdesk.core.waivers import waived_rules
from meritdesk.services.assessment.decision_sheet import decision_sheet
from meritdesk.services.clocks import ClockLine, ClockReading, clockwork
from meritdesk.services.office_papers import Matter, PapersOutcome, issue_papers
from meritdesk.services.ports import Surroundings, Work
from meritdesk.services.waiving import waive


@dataclass(frozen=True, slots=True)
class LateWaiver:
    """Who lets a late objection in all the same, and why (V-89)."""

    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class ObjectionLine:
    """One line of the register of objections with its clock."""

    objection: Objection
    person: Person
    unit_name: str
    addressee: Person | None
    clock: Deadline


@dataclass(frozen=True, slots=True)
class ObjectionCard:
    """One objection with everybody in it, its clock, and what the rules say of it."""

    line: ObjectionLine
    rater: Person | None
    evaluation: Evaluation
    hints: tuple[Hint, ...]
    is_late_waived: bool


@dataclass(frozen=True, slots=True)
class ObjectionOutcome:
    """The objection as it stands after a verb, what the rules warn of, and what was written."""

    objection: Objection
    hints: tuple[Hint, ...]
    changes: Changes


@dataclass(frozen=True, slots=True)
class Objections:
    """Verbs of the register of objections."""

    around: Surroundings

    def open(
        self,
        nip: str,
        period: Period,
        reasons: str,
        received_on: date,
        addressee_nip: str = "",
        late: LateWaiver | None = None,
    ) -> ObjectionOutcome:
        """Enter an objection under the next number of the register; without an addressee it goes to the superior.

        Refused: ``ASM-601`` nothing is closed, ``ASM-602`` there is one already, ``ASM-604`` the document has not
        reached the ratee, ``ASM-606`` the day lies in the future, ``ASM-608`` it lies before the receipt; V-88 without
        reasons, V-89 too late (unless set aside by name and reason), V-90 final, V-91 the wrong addressee.
        """
        require(self.around.actor, Action.EDIT)
        rules = self.around.rulebook.in_force(period.last_day).validation
        with self.around.store.writing(self.around.actor, "assessment.objections.open") as work:
            line, reading = self._line(work, nip, period)
            evaluation, before = _closed(line)
            if line.objection is not None:
                raise UsageRefusal("ASM-602", number=line.objection.register_number)
            paper = next((one for one in line.papers if one.form is Form.D_1_1), None)
            self._check_day(received_on)
            addressee_id = line.superior_id
            if addressee_nip:
                addressee = work.people.by_nip(addressee_nip)
                if addressee is None:
                    raise UsageRefusal("USE-102", nip=addressee_nip)
                addressee_id = addressee.person_id
            objection = Objection(
                objection_id=str(uuid.uuid4()),
                register_number="",
                evaluation_id=evaluation.evaluation_id,
                evaluation_version=evaluation.version,
                person_id=line.person.person_id,
                period=period,
                received_on=received_on,
                addressee_id=addressee_id,
                reasons=reasons.strip(),
                before=before,
            )
            hints = objection_hints(
                objection, reading.clocks, paper, is_final=line.is_final, superior_id=line.superior_id
            )
            stops = blocking(hints, rules, ("V-89",) if late is not None else ())
            if stops:
                raise UsageRefusal(stops[0].code, **stops[0].facts)
            if paper is None or paper.reached_ratee_on is None:
                raise UsageRefusal("ASM-604", nip=nip)
            if received_on < paper.reached_ratee_on:
                raise UsageRefusal("ASM-608", day=received_on, reached=paper.reached_ratee_on)
            if late is not None and any(hint.code == "V-89" for hint in hints):
                waive(self.around, work, rules, "V-89", objection.objection_id, late.by, late.reason)
            number = register_number(
                self.around.store.agency.code, received_on.year, work.objections.reserve(received_on.year)
            )
            objection = replace(objection, register_number=number)
            work.objections.save([objection])
            return ObjectionOutcome(objection, hints, work.commit())

    def state(self, number: str, party: Party, text: str) -> ObjectionOutcome:
        """Write down what the ratee or the rater told the superior (p. 117 B.4); ``ASM-609`` for anybody else."""
        require(self.around.actor, Action.EDIT)
        if party not in (Party.RATEE, Party.RATER):
            raise UsageRefusal("ASM-609", party=f"PARTY:{party.name}")
        with self.around.store.writing(self.around.actor, "assessment.objections.state") as work:
            objection = _undecided(work, number)
            if party is Party.RATEE:
                objection = replace(objection, ratee_statement=text.strip())
            else:
                objection = replace(objection, rater_statement=text.strip())
            work.objections.save([objection])
            return ObjectionOutcome(objection, (), work.commit())

    def decide(
        self,
        number: str,
        decision: ObjectionDecision,
        decided_on: date,
        grounds: str,
        result: Rating | None = None,
        behaviour: Rating | None = None,
        recommendation: str = "",
    ) -> ObjectionOutcome:
        """Write down the superior's decision; a changed result becomes the next version of the evaluation.

        The version objected to is kept whole. Refused: ``ASM-603`` decided already, ``ASM-606`` the day lies in the
        future, ``ASM-608`` it lies before the receipt, ``ASM-610`` no grounds, ``ASM-611`` the evaluation was
        superseded meanwhile; V-92 without both statements, V-94 a change that is none or recommends nothing.
        """
        require(self.around.actor, Action.CLOSE)
        with self.around.store.writing(self.around.actor, "assessment.objections.decide") as work:
            objection = _undecided(work, number)
            self._check_day(decided_on)
            if decided_on < objection.received_on:
                raise UsageRefusal("ASM-608", day=decided_on, reached=objection.received_on)
            if not grounds.strip():
                raise UsageRefusal("ASM-610", number=number)
            found = work.evaluations.of_period(objection.period, [objection.person_id])
            if not found or found[0].version != objection.evaluation_version or not found[0].is_closed:
                raise UsageRefusal("ASM-611", number=number)
            closed = found[0]
            packs = self.around.rulebook.in_force(objection.period.last_day)
            objection = decided(objection, decision, decided_on, grounds, recommendation)
            reasons: tuple[Reason, ...] = ()
            if decision is ObjectionDecision.CHANGED:
                drop_out = packs.special_cases.drop_out if closed.circumstances.drop_out else None
                new_result = result or objection.before.result_rating
                new_behaviour = behaviour or objection.before.behaviour_rating
                label, reasons = predicate(new_result, new_behaviour, packs.predicate_matrix, drop_out)
                objection = replace(objection, after=Verdict(new_result, new_behaviour, label))
            clocks = clockwork(self.around, work, objection.period)
            hints = decision_hints(objection, clocks)
            stops = blocking(hints, packs.validation)
            if stops:
                raise UsageRefusal(stops[0].code, **stops[0].facts)
            if decision is ObjectionDecision.CHANGED:
                addressee = work.people.by_ids([objection.addressee_id]).get(objection.addressee_id)
                by = addressee.full_name if addressee else ""
                kept, new = after_objection(closed, objection, reasons, packs.refs(), by)
                work.evaluations.keep(kept)
                work.evaluations.save([replace(new, digest=self._digest(work, new))])
                work.processes.save(
                    [ProcessDates(new.evaluation_id, Form.D_1_3, new.version, signed_by=Party.SUPERIOR)]
                )
            work.objections.save([objection])
            return ObjectionOutcome(objection, sorted_hints(hints, packs.validation), work.commit())

    def lines(self, period: Period | None = None) -> tuple[ObjectionLine, ...]:
        """The register of a period, or the whole of it, each objection with its clock."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            found = work.objections.all() if period is None else work.objections.of_period(period)
            return self._lines(work, found)

    def show(self, number: str) -> ObjectionCard:
        """One objection of the register; ``ASM-600`` when the number is unknown."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            objection = _known(work, number)
            (line,) = self._lines(work, [objection])
            (evaluation,) = work.evaluations.of_period(objection.period, [objection.person_id])
            rater = work.people.by_ids([evaluation.rater_id]).get(evaluation.rater_id)
            clocks = clockwork(self.around, work, objection.period)
            waived = waived_rules(work.waivers.of_records([objection.objection_id]))
        rules = self.around.rulebook.in_force(objection.period.last_day).validation
        hints = list(late_hints((line.clock,)))
        if objection.decision is not None:
            hints = list(decision_hints(objection, clocks))
        is_waived = "V-89" in waived.get(objection.objection_id, frozenset())
        return ObjectionCard(line, rater, evaluation, sorted_hints(hints, rules), is_waived)

    def sheet(self, number: str) -> tuple[OfficePaper, Matter]:
        """The record of a decision as an own sheet: the law draws none when the result stands.

        ``ASM-612`` while it is not decided.
        """
        card = self.show(number)
        objection = card.line.objection
        if objection.decision is None:
            raise UsageRefusal("ASM-612", number=number)
        matter = Matter(objection.period, objection.objection_id, objection.person_id)
        return decision_sheet(card, self.around.store.agency), matter

    def print_sheet(self, number: str, out: Path, style: PaperStyle | None = None) -> PapersOutcome:
        """Print the record of a decision and enter it in the register of documents."""
        return issue_papers(self.around, [self.sheet(number)], out, style)

    def _line(self, work: Work, nip: str, period: Period) -> tuple[ClockLine, ClockReading]:
        person = work.people.by_nip(nip)
        if person is None:
            raise UsageRefusal("USE-102", nip=nip)
        reading = ClockReading.gather(self.around, work, period, person_id=person.person_id)
        return reading.line(reading.people[person.person_id]), reading

    def _lines(self, work: Work, found: Sequence[Objection]) -> tuple[ObjectionLine, ...]:
        ids = sorted({key for one in found for key in (one.person_id, one.addressee_id) if key})
        people = work.people.by_ids(ids)
        units = {unit.unit_id: unit.name for unit in work.units.all()}
        clocks = {period: clockwork(self.around, work, period) for period in {one.period for one in found}}
        return tuple(
            ObjectionLine(
                one,
                people[one.person_id],
                units.get(people[one.person_id].unit_id, ""),
                people.get(one.addressee_id),
                clocks[one.period].in_working_days(Duty.DECISION, one.received_on, one.decided_on),
            )
            for one in found
        )

    def _check_day(self, day: date) -> None:
        if day > self.around.clock().date():
            raise UsageRefusal("ASM-606", day=day, field="PROCESS:RECEIVED_ON")

    def _digest(self, work: Work, evaluation: Evaluation) -> str:
        """The digest of the new version over the same plan and actuals as the closing."""
        digest = self.around.exchange.record_digest
        plans = work.plans.of_year(evaluation.period.year, [evaluation.person_id])
        actuals = work.actuals.of_period(evaluation.period, [evaluation.person_id])
        plan = plans[0] if plans else None
        own = (
            {one.indicator_id: actuals[one.indicator_id] for one in plan.indicators if one.indicator_id in actuals}
            if plan
            else {}
        )
        return digest(evaluation_facts(evaluation, digest(plan_facts(plan)) if plan else "", own))


def _closed(line: ClockLine) -> tuple[Evaluation, Verdict]:
    verdict = verdict_of(line.evaluation) if line.evaluation is not None else None
    if line.evaluation is None or verdict is None:
        raise UsageRefusal("ASM-601", nip=line.person.nip)
    return line.evaluation, verdict


def _known(work: Work, number: str) -> Objection:
    objection = work.objections.by_number(number.strip())
    if objection is None:
        raise UsageRefusal("ASM-600", number=number)
    return objection


def _undecided(work: Work, number: str) -> Objection:
    objection = _known(work, number)
    if objection.decision is not None:
        raise UsageRefusal("ASM-603", number=number, day=objection.decided_on)
    return objection

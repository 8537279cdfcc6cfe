"""The way of the papers: when each document was signed, handed over, received, returned and reported, and what is due.

Days are entered for one person or for many at once; every clock of the regulation runs on them (D-1 to D-15).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from meritdesk.core.access import Action, require
from meritdesk.core.deadlines import (
    Clockwork,
    Deadline,
    DeadlineState,
    ProcessDates,
    agreement_deadline,
    check_days,
    organisation_deadline,
)
from meritdesk.core.documents import Form, PaperStyle
from meritdesk.core.duties import Party
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evaluation_calendar import EvaluationWindow
from meritdesk.core.journal import Changes
from meritdesk.core.objection import ObjectionDecision
from meritdesk.core.office_paper import OfficePaper
from meritdesk.core.periods import Period
from meritdesk.core.validation import Hint, blocking, sorted_hints
from meritdesk.core.validation.document_rules import (
    bundle_hints,
    decision_hints,
    document_hints,
    forecast_hints,
    late_hints,
    signature_hints,
)
from meritdesk.core.working_days import WorkCalendar
from meritdesk.services.assessment.call_sheet import call_sheet
from meritdesk.services.changes import Blocked, Step, no_step
from meritdesk.services.clocks import URGENCY, ClockLine, ClockReading, UnitClocks, by_unit
from meritdesk.services.office_papers import Matter, PapersOutcome, issue_papers
from meritdesk.services.ports import Surroundings, Work

PROCESS_DAYS = ("window_end", "signed_on", "handed_over_on", "received_on", "returned_on", "reported_on")
"""The days of a paper in the order in which they come; the names of the fields of ``ProcessDates``."""


@dataclass(frozen=True, slots=True)
class UnitDeadline:
    """A clock of a unit itself: its agreement (D-1) or the publication of its level (D-5)."""

    unit_id: str
    unit_name: str
    deadline: Deadline


@dataclass(frozen=True, slots=True)
class OfficeDeadline:
    """A clock that is not one person's (D-1, D-5): the most urgent of the units, and which of them are still open."""

    deadline: Deadline
    units: int
    open_units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DeadlineBoard:
    """The clocks of a period: who must do what until when, per person, and what presses in each unit."""

    period: Period
    today: date
    window: EvaluationWindow
    calendar: WorkCalendar
    lines: tuple[ClockLine, ...]
    units: tuple[UnitClocks, ...]
    unit_deadlines: tuple[UnitDeadline, ...]

    def office_wide(self) -> tuple[OfficeDeadline, ...]:
        """D-1 and D-5 each as one line for the whole office: how many units it still waits for, and how it stands."""
        found = []
        for duty in dict.fromkeys(one.deadline.duty for one in self.unit_deadlines):
            units = [one for one in self.unit_deadlines if one.deadline.duty is duty]
            open_units = [one for one in units if not one.deadline.state.is_settled]
            shown = min(open_units or units, key=lambda one: URGENCY.index(one.deadline.state))
            found.append(OfficeDeadline(shown.deadline, len(units), tuple(one.unit_name for one in open_units)))
        return tuple(found)

    def count(self, state: DeadlineState) -> int:
        """How many clocks of people stand so."""
        return sum(deadline.state is state for line in self.lines for deadline in line.deadlines)


@dataclass(frozen=True, slots=True)
class PersonProcess:
    """One person's papers with their clocks, and what the rules have to say of them, errors first."""

    line: ClockLine
    hints: tuple[Hint, ...]


@dataclass(frozen=True, slots=True)
class DatesOutcome:
    """What came of entering days: whose papers changed, whose stayed as they were, who was refused and why.

    ``asked`` is the sum of the three. ``warnings`` are what the rules say of the papers that changed, by NIP.
    """

    asked: int
    changed: tuple[str, ...]
    same: int
    refused: tuple[Blocked, ...]
    warnings: Mapping[str, tuple[Hint, ...]] = field(default_factory=dict)
    changes: Changes = field(default_factory=Changes)


@dataclass(frozen=True, slots=True)
class Process:
    """Verbs of the papers' way."""

    around: Surroundings

    def board(
        self, period: Period, unit_ids: Sequence[str] = (), states: frozenset[DeadlineState] = frozenset()
    ) -> DeadlineBoard:
        """The deadline board of some units or everybody; ``states`` keeps people with a clock that stands so."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            reading = ClockReading.gather(self.around, work, period, unit_ids)
            lines = reading.read()
            unit_deadlines = _unit_deadlines(work, reading, unit_ids)
        shown = tuple(line for line in lines if not states or any(line.has(state) for state in states))
        return DeadlineBoard(
            period=period,
            today=reading.clocks.today,
            window=reading.window,
            calendar=reading.clocks.calendar,
            lines=shown,
            units=by_unit(lines),
            unit_deadlines=unit_deadlines,
        )

    def show(self, nip: str, period: Period) -> PersonProcess:
        """One person's papers and clocks with the warnings on them; ``USE-102`` for an unknown NIP."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            person = work.people.by_nip(nip)
            if person is None:
                raise UsageRefusal("USE-102", nip=nip)
            reading = ClockReading.gather(self.around, work, period, person_id=person.person_id)
            line = reading.line(reading.people[person.person_id])
        rules = self.around.rulebook.in_force(period.last_day).validation
        return PersonProcess(line, sorted_hints(_hints(line, reading.clocks), rules))

    def enter(
        self,
        period: Period,
        nips: Sequence[str],
        days: Mapping[str, date | None],
        form: Form | None = None,
        signed_by: Party | None = None,
    ) -> DatesOutcome:
        """Enter the same days for one paper of one or many people, in one change set; ``None`` takes a day back out.

        Without a form it is the paper that each person has: D.1.1, D.1.2 where the superior evaluated, D.1.3 after an
        objection that changed the result. Who cannot have these days is listed with the reason and stays as he was; a
        single person is refused outright. ``ASM-605`` when no day is named.
        """
        require(self.around.actor, Action.EDIT)
        unknown = [name for name in days if name not in PROCESS_DAYS]
        if unknown or (not days and signed_by is None):
            raise UsageRefusal("ASM-605", known=", ".join(PROCESS_DAYS))
        rules = self.around.rulebook.in_force(period.last_day).validation
        changed: list[str] = []
        refused: list[Blocked] = []
        warnings: dict[str, tuple[Hint, ...]] = {}
        asked = tuple(dict.fromkeys(nips))
        same = 0
        with self.around.store.writing(self.around.actor, "assessment.process.enter", reason=period.code) as work:
            reading = ClockReading.gather(self.around, work, period)
            by_nip = {person.nip: person for person in reading.people.values() if person.nip}
            saved: list[ProcessDates] = []
            for nip in asked:
                person = by_nip.get(nip)
                if person is None:
                    refused.append(Blocked(nip, "", "USE-102", {"nip": nip}))
                    continue
                line = reading.line(person)
                try:
                    before, after = _entered(line, days, form, signed_by, reading.clocks.today)
                    stops = blocking(_of_report(line, before, after), rules)
                    if stops:
                        raise UsageRefusal(stops[0].code, **stops[0].facts)
                except UsageRefusal as why:
                    refused.append(Blocked(nip, person.full_name, why.code, dict(why.facts)))
                    continue
                if after == before:
                    same += 1
                    continue
                saved.append(after)
                changed.append(nip)
            if len(asked) == 1 and refused:
                raise UsageRefusal(refused[0].code, **refused[0].facts)
            work.processes.save(saved)
            again = ClockReading.gather(self.around, work, period)
            for nip in changed:
                found = _hints(again.line(by_nip[nip]), again.clocks)
                if found:
                    warnings[nip] = sorted_hints(found, rules)
            changes = work.commit()
        return DatesOutcome(len(asked), tuple(changed), same, tuple(refused), warnings, changes)

    def call_sheets(self, period: Period, unit_ids: Sequence[str] = ()) -> tuple[tuple[OfficePaper, Matter], ...]:
        """One call sheet for every unit in which something is open: who must do what until when."""
        require(self.around.actor, Action.READ)
        board = self.board(period, unit_ids)
        by_unit_id: dict[str, list[ClockLine]] = {}
        for line in board.lines:
            if any(deadline.state in _CALLED for deadline in line.deadlines):
                by_unit_id.setdefault(line.person.unit_id, []).append(line)
        agency = self.around.store.agency
        return tuple(
            (call_sheet(lines, agency, board.period, board.today), Matter(period, unit_id))
            for unit_id, lines in by_unit_id.items()
        )

    def print_call_sheets(
        self,
        period: Period,
        out: Path,
        unit_ids: Sequence[str] = (),
        style: PaperStyle | None = None,
        step: Step = no_step,
    ) -> PapersOutcome:
        """Print the call sheets into one file and enter them in the register; ``DOC-471`` when nothing is open."""
        return issue_papers(self.around, self.call_sheets(period, unit_ids), out, style, step)


_CALLED = frozenset({DeadlineState.LATE, DeadlineState.DUE, DeadlineState.RUNNING})


def _unit_deadlines(work: Work, reading: ClockReading, unit_ids: Sequence[str]) -> tuple[UnitDeadline, ...]:
    """D-1 and D-5 of every unit that somebody leads as a rater; the year's own, so only with the annual period."""
    period = reading.period
    if not period.is_annual:
        return ()
    wanted = frozenset(unit_ids)
    led = {line.led_unit_id for line in work.reporting.all() if line.led_unit_id}
    published = {level.unit_id: level for level in work.levels.all() if level.period == period}
    agreed = {one.unit_id for one in work.agreements.of_year(period.year) if not one.is_draft}
    found = []
    for unit_id in sorted(led, key=lambda one: reading.units.get(one, "")):
        if wanted and unit_id not in wanted:
            continue
        name = reading.units.get(unit_id, "")
        level = published.get(unit_id)
        day = None if level is None else level.published_on
        if level is None or day is not None:
            found.append(UnitDeadline(unit_id, name, organisation_deadline(reading.clocks, period.year, day)))
        if unit_id not in agreed:
            found.append(UnitDeadline(unit_id, name, agreement_deadline(reading.clocks, period.year, None)))
    return tuple(found)


def fitting_form(line: ClockLine) -> Form:
    """The paper that a person's evaluation has now."""
    changed = line.objection is not None and line.objection.decision is ObjectionDecision.CHANGED
    if changed:
        return Form.D_1_3
    return Form.D_1_2 if line.evaluation is not None and line.evaluation.is_by_superior else Form.D_1_1


def _entered(
    line: ClockLine, days: Mapping[str, date | None], form: Form | None, signed_by: Party | None, today: date
) -> tuple[ProcessDates, ProcessDates]:
    """The paper of one person before and after; refused where the days cannot be."""
    evaluation = line.evaluation
    if evaluation is None:
        raise UsageRefusal("ASM-601", nip=line.person.nip)
    right = fitting_form(line)
    form = form or right
    if form is Form.D_1_3 and right is not Form.D_1_3:
        raise UsageRefusal("V-94")
    version = evaluation.version
    if right is Form.D_1_3 and form is not Form.D_1_3:
        assert line.objection is not None
        version = line.objection.evaluation_version
    usual = Party.RATER if form is Form.D_1_1 else Party.SUPERIOR
    known = next((paper for paper in line.papers if paper.form is form and paper.version == version), None)
    before = known or ProcessDates(evaluation.evaluation_id, form, version, signed_by=usual)
    entered: dict[str, Any] = dict(days)
    after = replace(before, **entered, signed_by=signed_by or before.signed_by)
    wrong = [hint for hint in signature_hints(after, evaluation) if hint.code == "V-87"]
    if wrong:
        raise UsageRefusal("V-87", **wrong[0].facts)
    check_days(after, today)
    return before, after


def _of_report(line: ClockLine, before: ProcessDates, after: ProcessDates) -> tuple[Hint, ...]:
    """Nothing is reported without a predicate, the SKP and the C sheet (V-95, V-97)."""
    assert line.evaluation is not None
    if after.reported_on is None or after.reported_on == before.reported_on:
        return ()
    return (*document_hints(line.evaluation), *bundle_hints(line.plan, line.evaluation))


def _hints(line: ClockLine, clocks: Clockwork) -> tuple[Hint, ...]:
    """Everything that the rules say of one person's papers."""
    found = [*late_hints(line.deadlines), *forecast_hints(line.forecast)]
    if line.evaluation is not None:
        found += document_hints(line.evaluation)
        for paper in line.papers:
            found += signature_hints(paper, line.evaluation)
    if line.objection is not None and line.objection.decision is not None:
        found += [hint for hint in decision_hints(line.objection, clocks) if hint.code != "V-93"]
    return tuple(found)

"""Execution: what was achieved, seen and said while a plan is carried out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from meritdesk.core.access import Action, require
from meritdesk.core.differences import differences
from meritdesk.core.evaluation import Actual
from meritdesk.core.fill_sheet import FillKind
from meritdesk.core.intake import ActualRow
from meritdesk.core.journal import Changes
from meritdesk.core.people import Person
from meritdesk.core.periods import Period
from meritdesk.core.plan import Indicator, PerformancePlan, plans_in_force
from meritdesk.services.changes import ImportOutcome, Step, no_step
from meritdesk.services.execution.action_plan import ActionPlanDesk
from meritdesk.services.execution.bulk import ActualsBulk
from meritdesk.services.execution.confidential import ConfidentialDesk
from meritdesk.services.execution.evidence import EvidenceDesk
from meritdesk.services.execution.feedback import FeedbackDesk
from meritdesk.services.execution.grid import Grid
from meritdesk.services.execution.guidance import GuidanceDesk
from meritdesk.services.fill_actuals import ActualsFilling
from meritdesk.services.fill_sheets import FillSheets
from meritdesk.services.intake import Tally, origin_of, state_of
from meritdesk.services.ports import Source, Surroundings


@dataclass(frozen=True, slots=True)
class Execution:
    """Verbs of execution."""

    around: Surroundings

    @property
    def grid(self) -> Grid:
        """The grid of actuals."""
        return Grid(self.around)

    @property
    def bulk(self) -> ActualsBulk:
        """Actuals of many people at once."""
        return ActualsBulk(self.around)

    @property
    def evidence(self) -> EvidenceDesk:
        """Files attached under what they prove."""
        return EvidenceDesk(self.around)

    @property
    def feedback(self) -> FeedbackDesk:
        """The feedback log."""
        return FeedbackDesk(self.around)

    @property
    def guidance(self) -> GuidanceDesk:
        """Coaching, mentoring, training and what followed."""
        return GuidanceDesk(self.around)

    @property
    def confidential(self) -> ConfidentialDesk:
        """Counselling and behaviour reports."""
        return ConfidentialDesk(self.around)

    @property
    def action_plan(self) -> ActionPlanDesk:
        """Action plans, documentation and take-overs."""
        return ActionPlanDesk(self.around)

    @property
    def sheets(self) -> FillSheets:
        """Sheets of actuals that a unit fills in without the program."""
        return FillSheets(self.around, FillKind.ACTUALS, "execution", ActualsFilling.gather)

    def import_actuals(self, source: Source, step: Step = no_step, dry_run: bool = False) -> ImportOutcome:
        """Take over actuals; each row names person, period, result number and indicator number."""
        require(self.around.actor, Action.IMPORT)
        intake = self.around.spreadsheets.read_actuals(source, step)
        with self.around.store.writing(self.around.actor, "execution.import_actuals", origin=origin_of(source)) as work:
            step = work.watch(step)
            people = {person.nip: person for person in work.people.all() if person.nip}
            periods = {placed.value.period for placed in intake.rows}
            of_year = {year: work.plans.of_year(year) for year in {period.year for period in periods}}
            plans = {
                (person_id, period): plan
                for period in periods
                for person_id, plan in plans_in_force(of_year[period.year], period.last_day).items()
            }
            known = {period: work.actuals.of_period(period) for period in periods}
            closed = {
                (evaluation.person_id, period)
                for period in periods
                for evaluation in work.evaluations.of_period(period)
                if evaluation.is_closed
            }
            tally: Tally[ActualRow] = Tally(intake, source)
            actuals = _judge_actuals(tally, people, plans, known, closed)
            work.actuals.save(actuals)
            changes = Changes() if dry_run else work.commit()
        return tally.answer(changes)


def _judge_actuals(
    tally: Tally[ActualRow],
    people: Mapping[str, Person],
    plans: Mapping[tuple[str, Period], PerformancePlan],
    known: Mapping[Period, Mapping[str, Actual]],
    closed: set[tuple[str, Period]],
) -> list[Actual]:
    actuals: list[Actual] = []
    taken: dict[tuple[str, Period], int] = {}
    for placed in tally.intake.rows:
        row = placed.value
        person = people.get(row.nip)
        if person is None:
            tally.refuse(placed.row, "NIP", "USE-102", nip=row.nip)
            continue
        plan = plans.get((person.person_id, row.period))
        if plan is None:
            tally.refuse(placed.row, "NIP", "PLN-101", nip=row.nip, year=row.period.year)
            continue
        indicator = _indicator(plan, row)
        if indicator is None:
            place = f"{row.result_number}.{row.indicator_number}"
            tally.refuse(placed.row, "NO INDIKATOR", "EXE-101", nip=row.nip, place=place)
            continue
        other = taken.setdefault((indicator.indicator_id, row.period), placed.row)
        if other != placed.row:
            tally.refuse(placed.row, "NO INDIKATOR", "EXE-102", other=other)
            continue
        before = known[row.period].get(indicator.indicator_id)
        actual = Actual(
            indicator_id=indicator.indicator_id,
            period=row.period,
            text=row.text or (before.text if before else ""),
            value=row.value if row.value is not None else (before.value if before else None),
            feedback=row.feedback if row.feedback is not None else (before.feedback if before else ""),
            override=row.override or (before.override if before else None),
            override_reason=(
                row.override_reason if row.override_reason is not None else (before.override_reason if before else "")
            ),
        )
        if before != actual and (person.person_id, row.period) in closed:
            tally.refuse(placed.row, "NIP", "ASM-120", nip=row.nip, period=row.period.code)
            continue
        actuals.append(actual)
        state, shown = state_of(before, actual), differences(before, actual)
        tally.accept(placed.row, row.nip, person.full_name, state, differences=shown)
    return actuals


def _indicator(plan: PerformancePlan, row: ActualRow) -> Indicator | None:
    for result in plan.results:
        if result.number == row.result_number and 1 <= row.indicator_number <= len(result.indicators):
            return result.indicators[row.indicator_number - 1]
    return None

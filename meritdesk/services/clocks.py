"""The clocks of an office: its calendar of working days, and how every person's papers stand on a day.

Overview, assessment and upkeep look at the same clocks, so that the worklist, the deadline board and the call sheet
never say two things.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from meritdesk.core.agency_settings import AgencySettings, WorkingWeek, settings_of
from meritdesk.core.deadlines import (
    Clockwork,
    Deadline,
    DeadlineState,
    ObjectionDates,
    ObjectionForecast,
    ProcessDates,
    document_deadlines,
    evaluation_deadline,
    objection_forecast,
    papers_in_force,
    plan_deadlines,
)
from meritdesk.core.duties import Duty
from meritdesk.core.evaluation import Evaluation
from meritdesk.core.evaluation_calendar import EvaluationWindow, window_of
from meritdesk.core.objection import Objection, is_final
from meritdesk.core.people import Person
from meritdesk.core.periods import Period
from meritdesk.core.plan import PlanHead, PlanState
from meritdesk.core.working_days import Holiday, WorkCalendar, calendar_of, table_in_force
from meritdesk.services.ports import Surroundings, Work

URGENCY = (
    DeadlineState.LATE,
    DeadlineState.DUE,
    DeadlineState.RUNNING,
    DeadlineState.WAITING,
    DeadlineState.TIME_BARRED,
    DeadlineState.DONE_LATE,
    DeadlineState.DONE,
)
"""What is told first of several clocks."""


@dataclass(frozen=True, slots=True)
class ClockLine:
    """One person of the deadline board: the papers that count, the clocks that run, and what an objection would do.

    ``evaluation`` is empty while nothing is closed; then only plan and evaluation have clocks.
    """

    person: Person
    unit_name: str
    rater: Person | None
    superior_id: str
    plan: PlanHead | None
    evaluation: Evaluation | None
    papers: tuple[ProcessDates, ...]
    objection: Objection | None
    deadlines: tuple[Deadline, ...]
    forecast: ObjectionForecast | None
    is_final: bool

    @property
    def first(self) -> Deadline:
        """The clock that matters most: the most urgent state, then the nearest limit."""
        return min(self.deadlines, key=lambda one: (URGENCY.index(one.state), one.limit is None, one.limit))

    def has(self, state: DeadlineState) -> bool:
        """Whether any clock of this person stands so."""
        return any(deadline.state is state for deadline in self.deadlines)


@dataclass(frozen=True, slots=True)
class UnitClocks:
    """How many clocks of a unit's own people are late, due this week or time-barred."""

    unit_id: str
    name: str
    late: int = 0
    due: int = 0
    time_barred: int = 0


def office_settings(work: Work) -> AgencySettings:
    """What the agency has chosen where the law leaves it open."""
    return settings_of(work.setting)


def office_holidays(around: Surroundings, work: Work) -> tuple[Holiday, ...]:
    """The holiday table of the office: all published years, each day as the office has changed it."""
    shipped = [day for days in around.rulebook.holidays().values() for day in days]
    return table_in_force(shipped, work.holidays.all())


def office_calendar(around: Surroundings, work: Work) -> WorkCalendar:
    """The working days of the office: its week without its holidays; years are known by a published or own table."""
    table = office_holidays(around, work)
    days_a_week = 6 if office_settings(work).working_week is WorkingWeek.SIX else 5
    return calendar_of(table, days_a_week, {holiday.day.year for holiday in table})


def clockwork(around: Surroundings, work: Work, period: Period) -> Clockwork:
    """The clocks of a period as they stand today; ``ASM-110`` for periods before the regulation."""
    return Clockwork(office_calendar(around, work), around.rulebook.deadlines(period.last_day), around.clock().date())


def evaluation_window(work: Work, period: Period) -> EvaluationWindow:
    """When the period is evaluated; the clocks of the papers run from its end."""
    return window_of(period, office_settings(work))


@dataclass(slots=True)
class Reckoning:
    """The clocks of one period out of the days they run on; equal days are reckoned once."""

    period: Period
    clocks: Clockwork
    window: EvaluationWindow
    _known: dict[object, tuple[Deadline, ...]] = field(default_factory=dict)

    @classmethod
    def of_period(cls, around: Surroundings, work: Work, period: Period) -> Reckoning:
        """The clocks of a period with nothing reckoned yet; ``ASM-110`` for periods before the regulation."""
        return cls(period, clockwork(around, work, period), evaluation_window(work, period))

    def of_year(
        self, fixed_on: date | None, closed_on: date | None, *, is_fixed: bool, is_closed: bool
    ) -> tuple[Deadline, ...]:
        """Plan and evaluation of one person; a later version has no day of closing of its own."""
        key = ("year", fixed_on, is_fixed, is_closed, closed_on)
        if key not in self._known:
            # A closed evaluation, and a plan that is fixed without a day, are done whenever that was.
            found = plan_deadlines(self.clocks, self.period.year, fixed_on) if fixed_on or not is_fixed else ()
            if closed_on is not None or not is_closed:
                window = self.window
                found += (
                    (evaluation_deadline(self.clocks, self.period.year, closed_on),)
                    if self.period.is_annual
                    else (self.clocks.periodic_evaluation(window.opens, window.closes, closed_on),)
                )
            self._known[key] = found
        return self._known[key]

    def of_papers(
        self,
        papers: tuple[ProcessDates, ...],
        objection: ObjectionDates | None,
        *,
        is_final: bool,
        by_superior: bool,
    ) -> tuple[Deadline, ...]:
        """The papers of one closed evaluation."""
        key = (
            tuple(
                (one.form, one.window_end, one.signed_on, one.handed_over_on, one.received_on, one.returned_on,
                 one.reported_on)
                for one in papers
            ),
            is_final, objection, by_superior,
        )  # fmt: skip
        if key not in self._known:
            self._known[key] = document_deadlines(
                self.clocks, papers, self.window.closes, is_final=is_final, objection=objection, by_superior=by_superior
            )
        return self._known[key]


@dataclass(slots=True)
class ClockReading:
    """The clocks of a period read once, person by person; equal dates are reckoned once."""

    period: Period
    units: Mapping[str, str]
    people: Mapping[str, Person]
    lines: Mapping[str, tuple[str, str]]
    plans: Mapping[str, PlanHead]
    evaluations: Mapping[str, Evaluation]
    papers: Mapping[str, Sequence[ProcessDates]]
    objections: Mapping[str, Objection]
    due: tuple[Person, ...]
    reckoning: Reckoning

    @classmethod
    def gather(
        cls, around: Surroundings, work: Work, period: Period, unit_ids: Iterable[str] = (), person_id: str = ""
    ) -> ClockReading:
        """Read what the clocks of these units run on, or of one person; no units means the whole agency."""
        wanted = frozenset(unit_ids)
        people = {person.person_id: person for person in work.people.all()}
        due = tuple(
            person
            for person in people.values()
            if (person.is_appraised and not person_id and (not wanted or person.unit_id in wanted))
            or person.person_id == person_id
        )
        chosen = [person.person_id for person in due] if wanted or person_id else None
        evaluations = {found.person_id: found for found in work.evaluations.of_period(period, chosen)}
        ids = [found.evaluation_id for found in evaluations.values()]
        papers: dict[str, list[ProcessDates]] = defaultdict(list)
        for process in work.processes.of_period(period) if chosen is None else work.processes.of_evaluations(ids):
            papers[process.evaluation_id].append(process)
        return cls(
            period=period,
            units={unit.unit_id: unit.name for unit in work.units.all()},
            people=people,
            lines={line.person_id: (line.rater_id, line.superior_id) for line in work.reporting.all()},
            plans={plan.person_id: plan for plan in work.plans.heads_of_year(period.year, chosen)},
            evaluations=evaluations,
            papers=papers,
            objections={one.evaluation_id: one for one in work.objections.of_period(period)},
            due=due,
            reckoning=Reckoning.of_period(around, work, period),
        )

    @property
    def clocks(self) -> Clockwork:
        """The clocks as they stand today."""
        return self.reckoning.clocks

    @property
    def window(self) -> EvaluationWindow:
        """When the period is evaluated."""
        return self.reckoning.window

    def read(self) -> tuple[ClockLine, ...]:
        """One line for everybody who is appraised, in the order of units and names."""
        order = sorted(self.due, key=lambda one: (self.units.get(one.unit_id, ""), one.name, one.nip))
        return tuple(self.line(person) for person in order)

    def line(self, person: Person) -> ClockLine:
        """The clocks of one person."""
        plan = self.plans.get(person.person_id)
        evaluation = self.evaluations.get(person.person_id)
        closed = evaluation if evaluation is not None and evaluation.is_closed else None
        rater_id, superior_id = self.lines.get(person.person_id, ("", ""))
        if closed is not None:
            rater_id, superior_id = closed.rater_id or rater_id, closed.superior_id
        rater = self.people.get(rater_id)
        final = closed is not None and is_final(closed, rater)
        papers: tuple[ProcessDates, ...] = ()
        objection = None
        forecast = None
        is_fixed = plan is not None and plan.state is PlanState.FIXED
        deadlines = self.reckoning.of_year(
            plan.fixed_on if plan is not None and is_fixed else None,
            closed.closed_on if closed is not None and closed.version == 1 else None,
            is_fixed=is_fixed,
            is_closed=closed is not None,
        )
        if closed is not None:
            papers = papers_in_force(self.papers.get(closed.evaluation_id, ()), closed.version)
            objection = self.objections.get(closed.evaluation_id)
            dates = objection.dates if objection is not None else None
            deadlines += self.reckoning.of_papers(papers, dates, is_final=final, by_superior=closed.is_by_superior)
            first = next((paper for paper in papers if paper.form.value == "D.1.1"), None)
            if not closed.is_by_superior:
                forecast = objection_forecast(
                    self.clocks,
                    first or ProcessDates(closed.evaluation_id),
                    self.window.closes,
                    is_final=final,
                    objection=objection.dates if objection else None,
                )
        return ClockLine(
            person=person,
            unit_name=self.units.get(person.unit_id, ""),
            rater=rater,
            superior_id=superior_id,
            plan=plan,
            evaluation=closed,
            papers=papers,
            objection=objection,
            deadlines=deadlines,
            forecast=forecast,
            is_final=final,
        )


PAPER_DUTIES = frozenset(
    {
        Duty.HAND_OVER, Duty.RETURN, Duty.REPORT, Duty.SUPERIOR_SIGNS, Duty.SUPERIOR_HANDS_OVER,
        Duty.RETURN_TO_SUPERIOR, Duty.SUPERIOR_REPORTS, Duty.OBJECTION, Duty.DECISION, Duty.REPORT_DECISION,
    }
)  # fmt: skip
"""The clocks of documents and objections, which begin with closing."""


def by_unit(lines: Iterable[ClockLine], duties: frozenset[Duty] = frozenset(Duty)) -> tuple[UnitClocks, ...]:
    """What is late, due this week and time-barred, unit by unit, each for its own people; quiet units stay away."""
    names: dict[str, str] = {}
    counts: dict[str, Counter[DeadlineState]] = defaultdict(Counter)
    for line in lines:
        names[line.person.unit_id] = line.unit_name
        counts[line.person.unit_id].update(one.state for one in line.deadlines if one.duty in duties)
    found = (
        UnitClocks(
            unit_id,
            names[unit_id],
            states[DeadlineState.LATE],
            states[DeadlineState.DUE],
            states[DeadlineState.TIME_BARRED],
        )
        for unit_id, states in counts.items()
    )
    return tuple(one for one in found if one.late or one.due or one.time_barred)

"""The teams room: problems opened by one department, solved by people of several, and how quickly that went."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from meritdesk.core.access import Action, require
from meritdesk.core.cascade import AssignmentMode
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.figures import ResponseLine as AnswerTime
from meritdesk.core.journal import Changes
from meritdesk.core.people import OrgUnit, Person
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.problems import (
    OVER,
    CallAnswer,
    Member,
    Problem,
    ProblemKind,
    ProblemState,
    ResponseFigures,
    Task,
    answered,
    called,
    closed,
    done,
    dropped,
    joined,
    led,
    left,
    opened,
    problem_number,
    reopened,
    response_figures,
    solved,
    tasked,
)
from meritdesk.services.clocks import office_calendar
from meritdesk.services.fill_sheets import unit_and_below
from meritdesk.services.ports import Surroundings, Work
from meritdesk.services.teams.team_work import TeamWork, member_of, problem_of


@dataclass(frozen=True, slots=True)
class ProblemLine:
    """A problem on the board: where it stands, who leads, and how many working days are left (below zero: late)."""

    problem: Problem
    unit_name: str
    lead_name: str
    days_left: int
    waiting_units: tuple[str, ...]  # names of those who were called in and have not answered
    late_tasks: int

    @property
    def state(self) -> ProblemState:
        """How far it is."""
        return self.problem.state


@dataclass(frozen=True, slots=True)
class MemberLine:
    """Somebody in the team with his rater, whose consent is asked (R-41), and what is missing.

    Somebody of another agency is no person of this register; his rater's consent comes from there.
    """

    member: Member
    person: Person | None
    rater: Person | None
    is_lead: bool
    needs_consent: bool
    tasks: int
    done: int

    @property
    def name(self) -> str:
        """His name, with his agency when it is another."""
        if self.person is not None:
            return self.person.full_name
        return f"{self.member.name} ({self.member.agency_name})" if self.member.is_guest else self.member.person_id

    @property
    def nip(self) -> str:
        """His NIP."""
        return self.person.nip if self.person is not None else self.member.nip


@dataclass(frozen=True, slots=True)
class ProblemCard:
    """One problem with everybody and everything in it."""

    line: ProblemLine
    units: Mapping[str, str]  # names of all units that are spoken of
    people: Mapping[str, Person]
    members: tuple[MemberLine, ...]
    today: date

    def name_of(self, person_id: str) -> str:
        """The name of somebody who is spoken of; a member of another agency has his own."""
        if (person := self.people.get(person_id)) is not None:
            return person.full_name
        return next((one.name for one in self.members if one.member.person_id == person_id), person_id)

    @property
    def problem(self) -> Problem:
        """The problem itself."""
        return self.line.problem


@dataclass(frozen=True, slots=True)
class ResponseLine:
    """A department's speed in a quarter beside the quarter before."""

    unit_name: str
    figures: ResponseFigures


@dataclass(frozen=True, slots=True)
class ProblemOutcome:
    """The problem as it stands after a verb, and what was written."""

    problem: Problem
    changes: Changes


@dataclass(frozen=True, slots=True)
class Teams:
    """Verbs of the teams room. A problem is named by its number, a person by NIP or key, a unit by key or UNOR ID."""

    around: Surroundings

    @property
    def work(self) -> TeamWork:
        """What a team means for its members: their SKP, what lead and host say, and teams across agencies."""
        return TeamWork(self.around)

    def today(self) -> date:
        """The day of the office's clock, from which dates are proposed."""
        return self.around.clock().date()

    def open(
        self,
        unit_id: str,
        kind: ProblemKind,
        title: str,
        due_on: date,
        description: str = "",
        opened_on: date | None = None,
    ) -> ProblemOutcome:
        """Open a problem under the next number of its year.

        ``TEA-101`` no title, ``TEA-102`` due before it begins, ``TEA-119`` opened in the future, ``USE-103`` no unit.
        """
        require(self.around.actor, Action.EDIT)
        today = self.around.clock().date()
        begun = opened_on or today
        if begun > today:
            raise UsageRefusal("TEA-119", day=begun)
        with self.around.store.writing(self.around.actor, "teams.open") as work:
            unit, _ = unit_and_below(work, unit_id)
            problem = opened(
                Problem(str(uuid.uuid4()), "", kind, title, unit.unit_id, begun, due_on, description, unit.unit_id)
            )
            problem = replace(problem, number=problem_number(begun.year, work.problems.reserve(begun.year)))
            work.problems.save([problem])
            return ProblemOutcome(problem, work.commit())

    def amend(
        self, number: str, title: str, description: str, due_on: date, kind: ProblemKind, host_unit_id: str = ""
    ) -> ProblemOutcome:
        """Say better what it is about, move its day, or say at which unit the team works (``TEA-101``, ``TEA-102``)."""

        def change(problem: Problem, work: Work) -> Problem:
            host = unit_and_below(work, host_unit_id)[0].unit_id if host_unit_id else problem.host_unit_id
            return opened(
                replace(problem, title=title, description=description, due_on=due_on, kind=kind, host_unit_id=host)
            )

        return self._change("amend", number, change)

    def call(self, number: str, unit_id: str, why: str = "", on: date | None = None) -> ProblemOutcome:
        """Call a department in (``TEA-103`` over, ``TEA-104`` its own unit, ``TEA-119``, ``USE-103`` no unit)."""
        day = self._past(on)
        return self._change(
            "call", number, lambda problem, work: called(problem, unit_and_below(work, unit_id)[0].unit_id, day, why)
        )

    def answer(
        self, number: str, unit_id: str, answer: CallAnswer, words: str = "", on: date | None = None
    ) -> ProblemOutcome:
        """Note what a department says to its call (``TEA-105`` not called, ``TEA-106`` no reason, ``TEA-107`` day)."""
        day = self._past(on)
        return self._change(
            "answer",
            number,
            lambda problem, work: answered(problem, unit_and_below(work, unit_id)[0].unit_id, day, answer, words),
        )

    def join(
        self,
        number: str,
        person: str,
        duty: str = "",
        mode: AssignmentMode = AssignmentMode.APPOINTED,
        consent_on: date | None = None,
        starts: date | None = None,
    ) -> ProblemOutcome:
        """Put somebody into the team, or change how he is in it; the unit he comes from is kept as it is today.

        A consent of his rater that is missing is not refused but shown (R-41), since papers follow later.
        """
        today = self.around.clock().date()

        def change(problem: Problem, work: Work) -> Problem:
            found = _person(work, person)
            before = next((one for one in problem.members if one.person_id == found.person_id), None)
            member = Member(
                found.person_id,
                before.home_unit_id if before else found.unit_id,
                mode,
                starts or (before.starts if before else today),
                duty.strip(),
                consent_on,
                before.result_id if before else "",
            )
            return joined(problem, member, today)

        return self._change("join", number, change)

    def leave(self, number: str, person: str) -> ProblemOutcome:
        """Take somebody out of the team (``TEA-108`` open tasks, ``TEA-109`` the lead, ``TEA-110`` no member)."""
        return self._change(
            "leave", number, lambda problem, work: left(problem, member_of(work, problem, person).person_id)
        )

    def lead(self, number: str, person: str, letter_number: str = "", letter_on: date | None = None) -> ProblemOutcome:
        """Say who leads the team, by which letter; nobody is rated by the lead (R-10; ``TEA-110`` no member)."""
        return self._change(
            "lead",
            number,
            lambda problem, work: led(problem, member_of(work, problem, person).person_id, letter_number, letter_on),
        )

    def task(self, number: str, text: str, owner: str, due_on: date, task_id: str = "") -> ProblemOutcome:
        """Give a member something to do, or change what and until when (``TEA-110``, ``TEA-111``, ``TEA-112``)."""

        def change(problem: Problem, work: Work) -> Problem:
            before = next((one for one in problem.tasks if one.task_id == task_id), None)
            if task_id and before is None:
                raise UsageRefusal("TEA-112")
            new = Task(str(uuid.uuid4()), "", "", due_on)
            owner_id = member_of(work, problem, owner).person_id
            return tasked(problem, replace(before or new, text=text.strip(), owner_id=owner_id, due_on=due_on))

        return self._change("task", number, change)

    def finish_task(self, number: str, task_id: str, product: str = "", on: date | None = None) -> ProblemOutcome:
        """A task is done, and what came of it (``TEA-112`` no such task, ``TEA-119`` a day in the future)."""
        day = self._past(on)
        return self._change("finish_task", number, lambda problem, _: done(problem, task_id, day, product))

    def resume_task(self, number: str, task_id: str) -> ProblemOutcome:
        """A task is not done after all (``TEA-112`` no such task)."""
        return self._change("resume_task", number, lambda problem, _: done(problem, task_id, None))

    def solve(self, number: str, solution: str, on: date | None = None) -> ProblemOutcome:
        """The team says that it is solved and how (``TEA-113``, ``TEA-114`` open tasks, ``TEA-115``)."""
        day = self._past(on)
        return self._change("solve", number, lambda problem, _: solved(problem, day, solution))

    def close(self, number: str) -> ProblemOutcome:
        """The unit that opened it agrees that it is solved (``TEA-116`` not solved yet)."""
        today = self.around.clock().date()
        return self._change("close", number, lambda problem, _: closed(problem, today))

    def reopen(self, number: str) -> ProblemOutcome:
        """It goes on after all (``TEA-117`` it is not over)."""
        return self._change("reopen", number, lambda problem, _: reopened(problem))

    def drop(self, number: str, why: str) -> ProblemOutcome:
        """Nobody works on it any more (``TEA-118`` no reason)."""
        today = self.around.clock().date()
        return self._change("drop", number, lambda problem, _: dropped(problem, today, why))

    def board(self, period: Period, unit_id: str = "", search: str = "") -> tuple[ProblemLine, ...]:
        """The problems of a period, and what was still open from before it, the most urgent of each state first.

        ``unit_id`` keeps what a branch opened or was called to, ``search`` what has these words.
        """
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            found = work.problems.opened_between(period.first_day, period.last_day)
            if unit_id:
                branch = unit_and_below(work, unit_id)[1]
                found = tuple(
                    one for one in found if one.unit_id in branch or any(call.unit_id in branch for call in one.calls)
                )
            wanted = search.casefold().split()
            lines = self._lines(work, found)
            kept = [
                line
                for line in lines
                if all(
                    word in f"{line.problem.number} {line.problem.title} {line.unit_name} {line.lead_name}".casefold()
                    for word in wanted
                )
            ]
            order = list(ProblemState)
            return tuple(sorted(kept, key=lambda line: (order.index(line.state), line.days_left, line.problem.number)))

    def show(self, number: str) -> ProblemCard:
        """One problem with everybody and everything in it (``TEA-120`` no such number)."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            problem = problem_of(work, number)
            line = self._lines(work, [problem])[0]
            units = {unit.unit_id: unit.name for unit in work.units.all()}
            raters = {one.person_id: one.rater_id for one in work.reporting.all()}
            ids = {member.person_id for member in problem.members} | {task.owner_id for task in problem.tasks}
            people = work.people.by_ids(sorted(ids | {raters[one] for one in ids if raters.get(one)}))
            members = tuple(_member_line(problem, one, people, raters) for one in problem.members)
            return ProblemCard(line, units, people, members, self.around.clock().date())

    def response(self, period: Period, agency: str = "", *, as_one: bool = False) -> tuple[ResponseLine, ...]:
        """How quickly each department answers and solves in a period, beside the span of equal length before it.

        At the region ``agency`` says of which government; ``as_one`` measures it as a single unit.
        """
        require(self.around.actor, Action.READ)
        first, last = period.first_day, period.last_day
        before = _span_before(period)
        with self.around.store.reading(agency) as work:
            problems = work.problems.opened_between(before[0], last)
            if as_one:
                problems = tuple(_of_no_unit(one) for one in problems)
            calendar = office_calendar(self.around, work)
            names = {unit.unit_id: unit.name for unit in work.units.all()}
            figures = response_figures(problems, calendar, (first, last), before, self.around.clock().date())
            lines = [ResponseLine(names.get(one.unit_id, one.unit_id), one) for one in figures]
            return tuple(sorted(lines, key=lambda line: line.unit_name.casefold()))

    @property
    def times(self) -> AnswerTimes:
        """What the overview's chart asks for."""
        return AnswerTimes(self)

    def _past(self, on: date | None) -> date:
        today = self.around.clock().date()
        if on is not None and on > today:
            raise UsageRefusal("TEA-119", day=on)
        return on or today

    def _change(self, verb: str, number: str, change: Callable[[Problem, Work], Problem]) -> ProblemOutcome:
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, f"teams.{verb}") as work:
            problem = change(problem_of(work, number), work)
            work.problems.save([problem])
            return ProblemOutcome(problem, work.commit())

    def _lines(self, work: Work, problems: Sequence[Problem]) -> list[ProblemLine]:
        today = self.around.clock().date()
        calendar = office_calendar(self.around, work)
        units: Mapping[str, OrgUnit] = {unit.unit_id: unit for unit in work.units.all()}
        leads = work.people.by_ids(sorted({one.lead_id for one in problems if one.lead_id}))

        def name(unit_id: str) -> str:
            return units[unit_id].name if unit_id in units else unit_id

        lines = []
        for one in problems:
            day = one.solved_on or one.dropped_on or today
            left_days = calendar.between(min(day, one.due_on), max(day, one.due_on))
            waiting = tuple(name(call.unit_id) for call in one.calls if call.answer is None and one.state not in OVER)
            lead = leads.get(one.lead_id)
            late = sum(task.is_late(today) for task in one.open_tasks())
            signed = left_days if day <= one.due_on else -left_days
            guest = next((member.name for member in one.members if member.person_id == one.lead_id), "")
            lead_name = lead.full_name if lead else guest
            lines.append(ProblemLine(one, name(one.unit_id), lead_name, signed, waiting, late))
        return lines


@dataclass(frozen=True, slots=True)
class AnswerTimes:
    """How long units take to answer, as lines of a chart: the median of the period and of the span before it."""

    teams: Teams

    def whole(self, period: Period, agency: str, name: str) -> tuple[AnswerTime, ...]:
        """One line for a government, as the region sees it; none where nothing was to be answered."""
        return tuple(
            AnswerTime(name, line.figures.first_response, line.figures.first_response_before)
            for line in self.teams.response(period, agency, as_one=True)
        )

    def lines(self, period: Period, unit_ids: Iterable[str], agency: str = "") -> tuple[AnswerTime, ...]:
        """A line for each unit of the branch that had something to answer; without units for all of them."""
        branch = frozenset(unit_ids)
        return tuple(
            AnswerTime(line.unit_name, line.figures.first_response, line.figures.first_response_before)
            for line in self.teams.response(period, agency)
            if not branch or line.figures.unit_id in branch
        )


def _person(work: Work, key: str) -> Person:
    person = work.people.by_nip(key) or work.people.by_ids([key]).get(key)
    if person is None:
        raise UsageRefusal("USE-102", nip=key)
    return person


def _member_line(
    problem: Problem, member: Member, people: Mapping[str, Person], raters: Mapping[str, str]
) -> MemberLine:
    own = [task for task in problem.tasks if task.owner_id == member.person_id]
    rater = people.get(raters.get(member.person_id, ""))
    return MemberLine(
        member=member,
        person=people.get(member.person_id),
        rater=rater,
        is_lead=member.person_id == problem.lead_id,
        needs_consent=member.consent_on is None and member.home_unit_id != (problem.host_unit_id or problem.unit_id),
        tasks=len(own),
        done=sum(task.done_on is not None for task in own),
    )


def _of_no_unit(problem: Problem) -> Problem:
    """A problem as if its agency were one unit: who opened it and who was called in are the same."""
    return replace(problem, unit_id="", calls=tuple(replace(call, unit_id="") for call in problem.calls))


def _span_before(period: Period) -> tuple[date, date]:
    """The quarter before a quarter, the year before a year, the month before a month."""
    last = period.first_day - timedelta(days=1)
    if period.kind is PeriodKind.YEAR:
        return date(last.year, 1, 1), last
    months = 3 if period.kind is PeriodKind.QUARTER else 1
    first = date(last.year, last.month - months + 1, 1)
    return first, last

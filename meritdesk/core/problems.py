"""Problems that departments solve together: who opened one, who was called in, who works on it, and how long it took.

Surakarta takes this over from West Java: a department with a problem calls on another, and a team across units
solves it. The rules about people are those of PermenPANRB 6/2022 (R-41: the rater agrees first; R-10: nobody is rated
by the lead) and of PermenPANRB 7/2022 on work in teams; what is measured is the office's own (decision 0029).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from statistics import median

from meritdesk.core.cascade import AssignmentMode
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.working_days import WorkCalendar


class ProblemKind(StrEnum):
    """What kind of problem it is."""

    COMPLAINT = "COMPLAINT"
    TARGET_AT_RISK = "TARGET_AT_RISK"
    PROJECT = "PROJECT"


class ProblemState(StrEnum):
    """How far a problem is, as its dates tell; the order is that of the board."""

    OPEN = "OPEN"  # nobody has answered yet
    ANSWERED = "ANSWERED"  # somebody has, but nobody works on it yet
    AT_WORK = "AT_WORK"
    SOLVED = "SOLVED"  # the team says so
    CLOSED = "CLOSED"  # the unit that opened it agrees
    DROPPED = "DROPPED"


class ProblemScope(StrEnum):
    """How far the team reaches (PermenPANRB 7/2022)."""

    UNIT = "UNIT"
    ACROSS_UNITS = "ACROSS_UNITS"
    ACROSS_AGENCIES = "ACROSS_AGENCIES"


class CallAnswer(StrEnum):
    """What a department that was called in said."""

    JOINS = "JOINS"
    DECLINES = "DECLINES"


OVER = frozenset({ProblemState.SOLVED, ProblemState.CLOSED, ProblemState.DROPPED})


@dataclass(frozen=True, slots=True)
class Call:
    """A department called in, why, and what it answered; ``answer`` is none while it has not."""

    unit_id: str
    called_on: date
    why: str = ""
    answered_on: date | None = None
    answer: CallAnswer | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody in the team, from his own unit, with what he is to contribute and his rater's consent (R-41).

    ``result_id`` is the result of his SKP that holds his contribution, once there is one. Somebody of another agency
    is no person of this register: he is named by ``agency_code``, ``nip`` and ``name``, and his own agency keeps his
    SKP and his rater's consent.
    """

    person_id: str
    home_unit_id: str
    mode: AssignmentMode = AssignmentMode.APPOINTED
    starts: date | None = None
    duty: str = ""
    consent_on: date | None = None
    result_id: str = ""
    agency_code: str = ""
    agency_name: str = ""
    nip: str = ""
    name: str = ""

    @property
    def is_guest(self) -> bool:
        """Whether he comes from another agency."""
        return bool(self.agency_code)


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do, by whom, until when, and what came of it."""

    task_id: str
    text: str
    owner_id: str
    due_on: date
    done_on: date | None = None
    product: str = ""

    def is_late(self, today: date) -> bool:
        """Whether it is not done though its day is over, or was done after it."""
        return (self.done_on or today) > self.due_on


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem from the day it was opened to the day its unit agreed that it is solved.

    ``number`` counts in a year: ``MSL-2025-0007``. ``host_unit_id`` is the unit the team works at, mostly the one that
    opened the problem. ``result`` is what the team is to reach, in the words of a result; ``serves`` is the place of
    the cascade it serves, such as the indicator of a target at risk.
    """

    problem_id: str
    number: str
    kind: ProblemKind
    title: str
    unit_id: str
    opened_on: date
    due_on: date
    description: str = ""
    host_unit_id: str = ""
    lead_id: str = ""
    letter_number: str = ""
    letter_on: date | None = None
    answered_on: date | None = None
    solved_on: date | None = None
    solution: str = ""
    closed_on: date | None = None
    dropped_on: date | None = None
    why_dropped: str = ""
    result: str = ""
    serves: str = ""
    calls: tuple[Call, ...] = ()
    members: tuple[Member, ...] = ()
    tasks: tuple[Task, ...] = ()

    @property
    def state(self) -> ProblemState:
        """How far it is, as its dates tell."""
        if self.dropped_on is not None:
            return ProblemState.DROPPED
        if self.closed_on is not None:
            return ProblemState.CLOSED
        if self.solved_on is not None:
            return ProblemState.SOLVED
        if self.members:
            return ProblemState.AT_WORK
        return ProblemState.ANSWERED if self.answered_on is not None else ProblemState.OPEN

    @property
    def scope(self) -> ProblemScope:
        """Whether people of several units, or of several agencies, work on it."""
        if any(member.is_guest for member in self.members):
            return ProblemScope.ACROSS_AGENCIES
        units = {member.home_unit_id for member in self.members} | {self.host_unit_id or self.unit_id}
        return ProblemScope.ACROSS_UNITS if len(units) > 1 else ProblemScope.UNIT

    @property
    def team_result(self) -> str:
        """What the team is to reach: in its own words, else what the problem is about."""
        return self.result or self.title

    def is_overdue(self, today: date) -> bool:
        """Whether it should have been solved by now, or was solved too late."""
        return self.dropped_on is None and (self.solved_on or today) > self.due_on

    def open_tasks(self) -> tuple[Task, ...]:
        """What is still to be done."""
        return tuple(task for task in self.tasks if task.done_on is None)


def problem_number(year: int, serial: int) -> str:
    """The number of a problem in its year: ``MSL-2025-0007``."""
    return f"MSL-{year}-{serial:04d}"


def opened(problem: Problem) -> Problem:
    """A problem as it may be opened: it has a title and ends after it begins (``TEA-101``, ``TEA-102``)."""
    if not problem.title.strip():
        raise UsageRefusal("TEA-101")
    if problem.due_on < problem.opened_on:
        raise UsageRefusal("TEA-102", opened=problem.opened_on, due=problem.due_on)
    return replace(problem, title=problem.title.strip(), description=problem.description.strip())


def called(problem: Problem, unit_id: str, on: date, why: str) -> Problem:
    """Call a department in; calling it again after it declined asks anew (``TEA-103`` over, ``TEA-104`` own unit)."""
    _require_running(problem)
    if unit_id == problem.unit_id:
        raise UsageRefusal("TEA-104")
    others = tuple(call for call in problem.calls if call.unit_id != unit_id)
    return replace(problem, calls=(*others, Call(unit_id, on, why.strip())))


def answered(problem: Problem, unit_id: str, on: date, answer: CallAnswer, words: str) -> Problem:
    """What a department says to the call; the first answer of anybody is the first response (``TEA-105`` not called).

    A refusal needs a reason (``TEA-106``); an answer before the call is a wrong day (``TEA-107``).
    """
    _require_running(problem)
    call = next((one for one in problem.calls if one.unit_id == unit_id), None)
    if call is None:
        raise UsageRefusal("TEA-105")
    if answer is CallAnswer.DECLINES and not words.strip():
        raise UsageRefusal("TEA-106")
    if on < call.called_on:
        raise UsageRefusal("TEA-107", called=call.called_on, answered=on)
    said = replace(call, answered_on=on, answer=answer, words=words.strip())
    calls = tuple(said if one.unit_id == unit_id else one for one in problem.calls)
    return replace(problem, calls=calls, answered_on=min(on, problem.answered_on or on))


def joined(problem: Problem, member: Member, on: date) -> Problem:
    """Put somebody into the team, or bring what is known of him up to date (``TEA-103``)."""
    _require_running(problem)
    others = tuple(one for one in problem.members if one.person_id != member.person_id)
    return replace(problem, members=(*others, member), answered_on=min(on, problem.answered_on or on))


def left(problem: Problem, person_id: str) -> Problem:
    """Take somebody out of the team (``TEA-108`` he has something to do, ``TEA-109`` he leads it)."""
    _require_running(problem)
    _require_member(problem, person_id)
    if any(task.owner_id == person_id for task in problem.open_tasks()):
        raise UsageRefusal("TEA-108")
    if person_id == problem.lead_id and len(problem.members) > 1:
        raise UsageRefusal("TEA-109")
    members = tuple(one for one in problem.members if one.person_id != person_id)
    return replace(problem, members=members, lead_id="" if person_id == problem.lead_id else problem.lead_id)


def led(problem: Problem, person_id: str, letter_number: str, letter_on: date | None) -> Problem:
    """Say who leads the team, and by which letter; a lead leads and rates nobody (R-10; ``TEA-110`` not a member)."""
    _require_running(problem)
    _require_member(problem, person_id)
    return replace(problem, lead_id=person_id, letter_number=letter_number.strip(), letter_on=letter_on)


def tasked(problem: Problem, task: Task) -> Problem:
    """Give somebody of the team something to do (``TEA-110`` not a member, ``TEA-111`` no words)."""
    _require_running(problem)
    _require_member(problem, task.owner_id)
    if not task.text.strip():
        raise UsageRefusal("TEA-111")
    others = tuple(one for one in problem.tasks if one.task_id != task.task_id)
    return replace(problem, tasks=tuple(sorted((*others, task), key=lambda one: (one.due_on, one.task_id))))


def done(problem: Problem, task_id: str, on: date | None, product: str = "") -> Problem:
    """Note that a task is done and what came of it, or with no day that it is not (``TEA-112`` no such task)."""
    _require_running(problem)
    if all(task.task_id != task_id for task in problem.tasks):
        raise UsageRefusal("TEA-112")
    tasks = tuple(
        replace(task, done_on=on, product=product.strip() or task.product) if task.task_id == task_id else task
        for task in problem.tasks
    )
    return replace(problem, tasks=tasks)


def solved(problem: Problem, on: date, solution: str) -> Problem:
    """The team says that it is solved, and how (``TEA-113`` no words, ``TEA-114`` open tasks, ``TEA-115`` day)."""
    _require_running(problem)
    if not solution.strip():
        raise UsageRefusal("TEA-113")
    if problem.open_tasks():
        raise UsageRefusal("TEA-114", count=len(problem.open_tasks()))
    if on < problem.opened_on:
        raise UsageRefusal("TEA-115", opened=problem.opened_on, solved=on)
    first = min(on, problem.answered_on or on)
    return replace(problem, solved_on=on, solution=solution.strip(), answered_on=first)


def closed(problem: Problem, on: date) -> Problem:
    """The unit that opened it agrees (``TEA-116`` not solved yet)."""
    if problem.state is not ProblemState.SOLVED:
        raise UsageRefusal("TEA-116")
    return replace(problem, closed_on=on)


def reopened(problem: Problem) -> Problem:
    """It is not solved after all, or was dropped too early; what was done stays (``TEA-117`` not over)."""
    if problem.state not in OVER:
        raise UsageRefusal("TEA-117")
    return replace(problem, solved_on=None, closed_on=None, dropped_on=None, why_dropped="")


def dropped(problem: Problem, on: date, why: str) -> Problem:
    """Nobody works on it any more, and why (``TEA-118`` no reason)."""
    _require_running(problem)
    if not why.strip():
        raise UsageRefusal("TEA-118")
    return replace(problem, dropped_on=on, why_dropped=why.strip())


def _require_running(problem: Problem) -> None:
    if problem.state in OVER:
        raise UsageRefusal("TEA-103", number=problem.number)


def _require_member(problem: Problem, person_id: str) -> None:
    if all(member.person_id != person_id for member in problem.members):
        raise UsageRefusal("TEA-110")


@dataclass(frozen=True, slots=True)
class ResponseFigures:
    """How quickly a department answers and solves: medians in working days, beside the quarter before.

    ``first_response`` counts both the problems it opened and the calls it got; a median of nothing is none.
    """

    unit_id: str
    opened: int = 0
    solved: int = 0
    overdue: int = 0
    waiting: int = 0
    first_response: Decimal | None = None
    to_solve: Decimal | None = None
    first_response_before: Decimal | None = None
    to_solve_before: Decimal | None = None
    overdue_before: int | None = None


@dataclass(slots=True)
class _Measured:
    opened: int = 0
    solved: int = 0
    overdue: int = 0
    waiting: int = 0
    responses: list[int] = field(default_factory=list)
    solves: list[int] = field(default_factory=list)


def response_figures(
    problems: Iterable[Problem],
    calendar: WorkCalendar,
    span: tuple[date, date],
    before: tuple[date, date],
    today: date,
) -> tuple[ResponseFigures, ...]:
    """Each department's speed in a span of days, beside the span before; problems count where they were opened.

    Who was called in is measured from the call to its answer; who opened a problem from its opening to anybody's first
    answer. Days are working days of the office; what is answered on the same day took none.
    """
    held = tuple(problems)
    now, then = _measure(held, calendar, span, today), _measure(held, calendar, before, today)
    return tuple(
        ResponseFigures(
            unit_id,
            one.opened,
            one.solved,
            one.overdue,
            one.waiting,
            _median(one.responses),
            _median(one.solves),
            _median(then[unit_id].responses) if unit_id in then else None,
            _median(then[unit_id].solves) if unit_id in then else None,
            then[unit_id].overdue if unit_id in then else None,
        )
        for unit_id, one in sorted(now.items())
    )


def _measure(
    problems: Sequence[Problem], calendar: WorkCalendar, span: tuple[date, date], today: date
) -> Mapping[str, _Measured]:
    found: dict[str, _Measured] = {}
    first, last = span
    for problem in problems:
        if problem.dropped_on is None and first <= problem.opened_on <= last:
            unit = found.setdefault(problem.unit_id, _Measured())
            unit.opened += 1
            unit.overdue += problem.is_overdue(today)
            if problem.answered_on is not None:
                unit.responses.append(calendar.between(problem.opened_on, problem.answered_on))
            if problem.solved_on is not None:
                unit.solved += 1
                unit.solves.append(calendar.between(problem.opened_on, problem.solved_on))
        for call in problem.calls:
            if not first <= call.called_on <= last:
                continue
            unit = found.setdefault(call.unit_id, _Measured())
            if call.answered_on is not None:
                unit.responses.append(calendar.between(call.called_on, call.answered_on))
            elif problem.state not in OVER:
                unit.waiting += 1
    return found


def _median(days: Sequence[int]) -> Decimal | None:
    return median(map(Decimal, days)) if days else None

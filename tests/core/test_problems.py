"""Laws of a problem that hold whatever is done to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from meritdesk.core.errors import UsageRefusal
from meritdesk.core.problems import (
    OVER,
    CallAnswer,
    Member,
    Problem,
    ProblemKind,
    ProblemState,
    Task,
    answered,
    called,
    closed,
    done,
    dropped,
    joined,
    led,
    left,
    reopened,
    response_figures,
    solved,
    tasked,
)
from meritdesk.core.working_days import WorkCalendar

DAY = date(2025, 3, 3)
PEOPLE, UNITS = ("p1", "p2", "p3"), ("u1", "u2", "u3")
START = Problem("x", "MSL-2025-0001", ProblemKind.COMPLAINT, "Antrean", "u1", DAY, DAY + timedelta(days=20))

days = st.integers(0, 30).map(lambda count: DAY + timedelta(days=count))
people, units = st.sampled_from(PEOPLE), st.sampled_from(UNITS)
deeds = st.one_of(
    st.builds(lambda unit, on: lambda one: called(one, unit, on, ""), units, days),
    st.builds(
        lambda unit, on, said: lambda one: answered(one, unit, on, said, "ya"), units, days, st.sampled_from(CallAnswer)
    ),
    st.builds(lambda person, unit, on: lambda one: joined(one, Member(person, unit), on), people, units, days),
    st.builds(lambda person: lambda one: left(one, person), people),
    st.builds(lambda person: lambda one: led(one, person, "", None), people),
    st.builds(lambda person, on: lambda one: tasked(one, Task(f"t-{person}", "Loket", person, on)), people, days),
    st.builds(lambda person, on: lambda one: done(one, f"t-{person}", on), people, days),
    st.builds(lambda on: lambda one: solved(one, on, "Selesai"), days),
    st.builds(lambda on: lambda one: closed(one, on), days),
    st.just(reopened),
    st.builds(lambda on: lambda one: dropped(one, on, "Digabung"), days),
)


@given(st.lists(deeds, max_size=25))
def test_whatever_is_done_a_problem_stays_whole(done_to_it):
    problem = START
    for deed in done_to_it:
        try:
            problem = deed(problem)
        except UsageRefusal:
            continue
        members = {member.person_id for member in problem.members}
        assert problem.lead_id in members | {""}
        assert {task.owner_id for task in problem.open_tasks()} <= members
        assert "u1" not in {call.unit_id for call in problem.calls}
        if problem.state in {ProblemState.SOLVED, ProblemState.CLOSED}:
            assert problem.solution and problem.answered_on and not problem.open_tasks()
        assert (problem.state in OVER) == any((problem.solved_on, problem.closed_on, problem.dropped_on))


def test_a_median_counts_calls_and_own_problems_and_nothing_dropped():
    calendar = WorkCalendar()
    own = replace(START, answered_on=DAY + timedelta(days=1))
    asked = answered(called(START, "u2", DAY, ""), "u2", DAY + timedelta(days=4), CallAnswer.JOINS, "")
    gone = replace(dropped(START, DAY, "Salah alamat"), answered_on=DAY + timedelta(days=10))
    span = (DAY, DAY + timedelta(days=27))
    before = (DAY - timedelta(days=28), DAY - timedelta(days=1))
    figures = response_figures([own, asked, gone], calendar, span, before, DAY + timedelta(days=5))
    assert [(one.unit_id, one.opened, str(one.first_response)) for one in figures] == [("u1", 2, "2.5"), ("u2", 0, "4")]

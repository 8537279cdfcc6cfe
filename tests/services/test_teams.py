"""Problems through the desk: opened by one department, answered by another, solved by people of both, and measured."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from small_office import NIPS

from meritdesk.core.errors import UsageRefusal
from meritdesk.core.figures import FigureKind
from meritdesk.core.periods import parse_period
from meritdesk.core.problems import CallAnswer, ProblemKind, ProblemScope, ProblemState


@pytest.fixture
def today(settled):
    return settled.desk.teams.around.clock().date()


@pytest.fixture
def number(settled, today):
    due = today + timedelta(days=30)
    found = settled.desk.teams.open("U2", ProblemKind.COMPLAINT, "  Antrean obat lebih dari satu jam ", due)
    return found.problem.number


def refused(code, verb, *arguments, **named):
    with pytest.raises(UsageRefusal) as error:
        verb(*arguments, **named)
    assert error.value.code == code


def unit(office, source_id):
    return next(one for one in office.desk.register.units() if one.source_id == source_id)


def test_a_problem_lives_from_opening_to_closing(settled, number, today):
    teams = settled.desk.teams
    assert number == f"MSL-{today.year}-0001"
    assert teams.show(number).problem.state is ProblemState.OPEN
    assert teams.call(number, "U3", "Apotek").problem.calls[0].answer is None
    assert teams.board(parse_period(str(today.year)))[0].waiting_units == ("Seksi Farmasi",)
    assert teams.answer(number, "U3", CallAnswer.JOINS).problem.state is ProblemState.ANSWERED
    teams.join(number, NIPS["nurse"], "Alur pendaftaran")
    joined = teams.join(number, NIPS["pharmacist"], "Penyiapan obat").problem
    assert (joined.state, joined.scope) == (ProblemState.AT_WORK, ProblemScope.ACROSS_UNITS)
    teams.lead(number, NIPS["nurse"], "800/12/2025", today)
    card = teams.show(number)
    assert [(one.person.nip, one.is_lead, one.needs_consent) for one in card.members] == [
        (NIPS["nurse"], True, False),
        (NIPS["pharmacist"], False, True),
    ]
    assert card.members[0].rater is not None and card.members[0].rater.nip != NIPS["nurse"]
    teams.join(number, NIPS["pharmacist"], "Penyiapan obat", consent_on=today)
    assert not teams.show(number).members[1].needs_consent
    task = teams.task(number, "Loket kedua", NIPS["pharmacist"], today).problem.tasks[0]
    refused("TEA-114", teams.solve, number, "Loket kedua dibuka")
    refused("TEA-108", teams.leave, number, NIPS["pharmacist"])
    done = teams.finish_task(number, task.task_id, "Jadwal loket").problem.tasks[0]
    assert (done.done_on, done.product) == (today, "Jadwal loket")
    assert teams.resume_task(number, task.task_id).problem.tasks[0].done_on is None
    teams.finish_task(number, task.task_id)
    refused("TEA-116", teams.close, number)
    assert teams.solve(number, "Loket kedua dibuka").problem.state is ProblemState.SOLVED
    assert teams.close(number).problem.state is ProblemState.CLOSED
    refused("TEA-103", teams.call, number, "U4")
    assert teams.reopen(number).problem.state is ProblemState.AT_WORK
    assert teams.drop(number, "Digabung dengan masalah lain").problem.state is ProblemState.DROPPED


def test_what_may_not_be_is_refused_and_changes_nothing(settled, number, today):
    teams = settled.desk.teams
    before = teams.show(number).problem
    due = today + timedelta(days=1)
    refused("TEA-101", teams.open, "U2", ProblemKind.PROJECT, "  ", due)
    refused("TEA-102", teams.open, "U2", ProblemKind.PROJECT, "Gudang", today - timedelta(days=1))
    refused("TEA-119", teams.open, "U2", ProblemKind.PROJECT, "Gudang", due, opened_on=due)
    refused("USE-103", teams.open, "U9", ProblemKind.PROJECT, "Gudang", due)
    refused("TEA-101", teams.amend, number, "", "", due, ProblemKind.PROJECT)
    refused("TEA-104", teams.call, number, "U2")
    refused("TEA-105", teams.answer, number, "U3", CallAnswer.JOINS)
    refused("USE-102", teams.join, number, "199912312020121999")
    refused("TEA-110", teams.leave, number, NIPS["nurse"])
    refused("TEA-110", teams.lead, number, NIPS["nurse"])
    refused("TEA-110", teams.task, number, "Loket", NIPS["nurse"], due)
    refused("TEA-112", teams.finish_task, number, "nothing")
    refused("TEA-112", teams.resume_task, number, "nothing")
    refused("TEA-113", teams.solve, number, " ")
    refused("TEA-115", teams.solve, number, "Selesai", today - timedelta(days=1))
    refused("TEA-117", teams.reopen, number)
    refused("TEA-118", teams.drop, number, "")
    refused("TEA-120", teams.show, "MSL-1999-0001")
    assert teams.show(number).problem == before
    teams.call(number, "U3")
    refused("TEA-106", teams.answer, number, "U3", CallAnswer.DECLINES)
    refused("TEA-107", teams.answer, number, "U3", CallAnswer.JOINS, on=today - timedelta(days=1))
    teams.join(number, NIPS["nurse"])
    teams.join(number, NIPS["pharmacist"])
    teams.lead(number, NIPS["nurse"])
    refused("TEA-111", teams.task, number, " ", NIPS["nurse"], due)
    refused("TEA-109", teams.leave, number, NIPS["nurse"])
    assert [one.person.nip for one in teams.show(number).members] == [NIPS["nurse"], NIPS["pharmacist"]]


def test_better_words_and_a_later_day_are_kept(settled, number, today):
    later = today + timedelta(days=60)
    amended = settled.desk.teams.amend(number, "Antrean obat", "Sejak Mei", later, ProblemKind.TARGET_AT_RISK, "U1")
    assert (amended.problem.title, amended.problem.due_on, amended.problem.kind) == (
        "Antrean obat",
        later,
        ProblemKind.TARGET_AT_RISK,
    )
    assert amended.problem.host_unit_id == unit(settled, "U1").unit_id


def test_the_board_keeps_a_branch_and_words(settled, number, today):
    teams, year = settled.desk.teams, parse_period(str(today.year))
    teams.open("U4", ProblemKind.PROJECT, "Papan informasi", today)
    teams.call(number, "U3")
    assert [line.problem.title for line in teams.board(year, "U3")] == ["Antrean obat lebih dari satu jam"]
    assert [line.problem.title for line in teams.board(year, search="papan")] == ["Papan informasi"]
    assert len(teams.board(year)) == 2
    assert teams.board(parse_period(str(today.year - 1))) == ()


def test_departments_are_measured_in_working_days_beside_the_time_before(settled, today):
    teams = settled.desk.teams
    monday = today - timedelta(days=today.weekday() + 14)
    due = monday + timedelta(days=1)
    slow = teams.open("U2", ProblemKind.COMPLAINT, "Antrean", due, opened_on=monday).problem.number
    teams.solve(slow, "Loket kedua", on=monday + timedelta(days=8))
    figures = {line.unit_name: line.figures for line in teams.response(parse_period(str(monday.year)))}
    one = figures["Bidang Pelayanan"]
    assert (one.opened, one.solved, one.overdue) == (1, 1, 1)
    assert one.to_solve == one.first_response and one.to_solve is not None
    assert Decimal(4) <= one.to_solve <= Decimal(6)
    assert one.to_solve_before is None


def test_a_whole_team_can_be_taken_back(settled, number):
    teams = settled.desk.teams
    changes = teams.join(number, NIPS["nurse"]).changes
    settled.desk.upkeep.undo(changes.change_set_id)
    assert teams.show(number).members == ()


def test_the_overview_has_a_chart_of_how_quickly_units_answer(settled, number, today):
    settled.desk.teams.call(number, "U3")
    settled.desk.teams.answer(number, "U3", CallAnswer.JOINS)
    figure = settled.desk.overview.figures.of(FigureKind.RESPONSE, parse_period(str(today.year)))
    assert set(figure.categories) == {"Bidang Pelayanan", "Seksi Farmasi"}
    assert FigureKind.RESPONSE in settled.desk.overview.figures.kinds
    inside = settled.desk.overview.figures.of(FigureKind.RESPONSE, parse_period(str(today.year)), "U3")
    assert inside.categories == ("Seksi Farmasi",)

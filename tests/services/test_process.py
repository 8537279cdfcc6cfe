"""The way of the papers: days entered for one or many, the clocks that run on them, call sheets, and who is refused."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from small_office import NIPS, YEAR

from meritdesk.core.deadlines import DeadlineState
from meritdesk.core.documents import Form
from meritdesk.core.duties import Duty, Party
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.periods import parse_period
from meritdesk.core.worklist import WorkGroup, WorkKind

SIGNED = {"signed_on": date(2026, 1, 30)}
HANDED = {**SIGNED, "handed_over_on": date(2026, 2, 5), "received_on": date(2026, 2, 5)}


def on(office, year, month, day):
    office.moment[0] = datetime(year, month, day, 8, 0, tzinfo=UTC)


def deadlines(office, nip):
    found = office.desk.assessment.process.show(nip, YEAR).line.deadlines
    return {deadline.duty: deadline for deadline in found}


def test_days_of_many_people_are_entered_in_one_change_set_and_the_counts_add_up(closed):
    on(closed, 2026, 2, 6)
    nips = [NIPS["nurse"], NIPS["clerk"], NIPS["orphaned"], "1"]
    outcome = closed.desk.assessment.process.enter(YEAR, nips, HANDED)
    assert outcome.changed == (NIPS["nurse"], NIPS["clerk"])
    assert [(one.nip, one.code) for one in outcome.refused] == [(NIPS["orphaned"], "ASM-601"), ("1", "USE-102")]
    assert outcome.asked == len(outcome.changed) + outcome.same + len(outcome.refused)
    again = closed.desk.assessment.process.enter(YEAR, nips, HANDED)
    assert (again.changed, again.same) == ((), 2)
    assert again.changes.change_set_id == ""


def test_the_clocks_skip_the_holidays_of_the_office(closed):
    on(closed, 2026, 2, 6)
    closed.desk.assessment.process.enter(YEAR, [NIPS["nurse"]], HANDED)
    found = deadlines(closed, NIPS["nurse"])
    # 16 and 17 February 2026 are collective leave and Imlek.
    assert found[Duty.OBJECTION].limit == date(2026, 2, 27)
    assert found[Duty.RETURN].doubts == (date(2026, 2, 16),)
    assert not found[Duty.RETURN].lacks_holidays


def test_a_six_day_week_of_the_office_ends_earlier(closed):
    on(closed, 2026, 2, 6)
    closed.desk.assessment.process.enter(YEAR, [NIPS["nurse"]], HANDED)
    closed.desk.upkeep.settings.change({"working_week": "SIX"})
    assert deadlines(closed, NIPS["nurse"])[Duty.RETURN].limit == date(2026, 2, 24)


def test_the_days_are_undone_from_the_journal(closed):
    on(closed, 2026, 2, 6)
    outcome = closed.desk.assessment.process.enter(YEAR, [NIPS["nurse"]], HANDED)
    closed.desk.upkeep.undo(outcome.changes.change_set_id)
    assert closed.desk.assessment.process.show(NIPS["nurse"], YEAR).line.papers == ()


def test_a_day_is_taken_back_out_without_touching_the_others(closed):
    on(closed, 2026, 2, 6)
    closed.desk.assessment.process.enter(YEAR, [NIPS["nurse"]], HANDED)
    closed.desk.assessment.process.enter(YEAR, [NIPS["nurse"]], {"received_on": None})
    (paper,) = closed.desk.assessment.process.show(NIPS["nurse"], YEAR).line.papers
    assert (paper.received_on, paper.handed_over_on) == (None, date(2026, 2, 5))


@pytest.mark.parametrize(
    ("nip", "days", "form", "signer", "code"),
    [
        ("nurse", {"signed_on": date(2026, 3, 1)}, None, None, "ASM-606"),
        ("nurse", {"signed_on": date(2026, 1, 30), "handed_over_on": date(2026, 1, 29)}, None, None, "ASM-607"),
        ("nurse", {"received_on": date(2026, 2, 5), "returned_on": date(2026, 2, 4)}, None, None, "ASM-607"),
        ("nurse", {"signed_on": date(2026, 1, 30), "reported_on": date(2026, 1, 29)}, None, None, "ASM-607"),
        ("nurse", SIGNED, Form.D_1_2, None, "V-87"),
        ("nurse", SIGNED, None, Party.SUPERIOR, "V-87"),
        ("nurse", SIGNED, Form.D_1_3, None, "V-94"),
        ("orphaned", SIGNED, None, None, "ASM-601"),
        ("nurse", {}, None, None, "ASM-605"),
        ("nurse", {"seen_on": date(2026, 2, 1)}, None, None, "ASM-605"),
    ],
)
def test_days_that_cannot_be_are_refused_and_nothing_is_written(closed, nip, days, form, signer, code):
    on(closed, 2026, 2, 6)
    with pytest.raises(UsageRefusal, match=code):
        closed.desk.assessment.process.enter(YEAR, [NIPS[nip]], days, form, signer)
    assert closed.desk.assessment.process.show(NIPS["nurse"], YEAR).line.papers == ()


def test_the_board_keeps_the_states_asked_for_and_counts_by_unit(closed):
    on(closed, 2026, 2, 26)
    closed.desk.assessment.process.enter(YEAR, [NIPS["nurse"]], SIGNED)
    board = closed.desk.assessment.process.board(YEAR, states=frozenset({DeadlineState.LATE}))
    names = {line.person.nip for line in board.lines}
    assert NIPS["nurse"] in names
    whole = closed.desk.assessment.process.board(YEAR)
    assert whole.count(DeadlineState.LATE) == sum(unit.late for unit in whole.units)
    late_units = {unit.name for unit in whole.units if unit.late}
    assert any("Bidang Pelayanan" in name for name in late_units)
    assert {one.deadline.duty for one in whole.unit_deadlines} >= {Duty.DRAFT_AGREEMENT}


def test_the_trap_is_warned_about_in_time(closed):
    on(closed, 2026, 2, 2)
    early = closed.desk.assessment.process.show(NIPS["nurse"], YEAR)
    assert early.line.forecast.fits and "V-99" not in {hint.code for hint in early.hints}
    on(closed, 2026, 2, 19)
    outcome = closed.desk.assessment.process.enter(
        YEAR, [NIPS["nurse"]], {**SIGNED, "handed_over_on": date(2026, 2, 19)}
    )
    assert "V-99" in {hint.code for hint in outcome.warnings[NIPS["nurse"]]}


def test_against_the_result_of_the_head_of_region_no_objection_runs(closed):
    on(closed, 2026, 2, 6)
    closed.desk.assessment.process.enter(YEAR, [NIPS["head"]], HANDED)
    assert Duty.OBJECTION not in deadlines(closed, NIPS["head"])
    assert closed.desk.assessment.process.show(NIPS["head"], YEAR).line.is_final


def test_call_sheets_are_printed_per_unit_and_found_in_the_register(closed, tmp_path):
    on(closed, 2026, 2, 6)
    closed.desk.assessment.process.enter(YEAR, [NIPS["nurse"], NIPS["clerk"]], HANDED)
    outcome = closed.desk.assessment.process.print_call_sheets(YEAR, tmp_path / "kertas")
    assert len(outcome.numbers) == len(outcome.file.sheets) >= 2
    assert all(number.startswith("LP/3372/2025/") for number in outcome.numbers)
    assert any(line.number == outcome.numbers[0] for line in closed.desk.documents.lines())


def test_where_nothing_is_open_there_is_no_call_sheet(settled, tmp_path):
    on(settled, 2025, 1, 1)
    unit = settled.desk.register.branch("U0")[0]
    with pytest.raises(UsageRefusal, match="DOC-471"):
        settled.desk.assessment.process.print_call_sheets(YEAR, tmp_path, [unit])


def test_an_unknown_person_is_refused(closed):
    with pytest.raises(UsageRefusal, match="USE-102"):
        closed.desk.assessment.process.show("000", YEAR)


def test_the_worklist_tells_what_presses_per_unit_in_the_working_days_of_the_office(closed):
    on(closed, 2026, 2, 26)
    closed.desk.assessment.process.enter(YEAR, [NIPS["nurse"], NIPS["clerk"]], SIGNED)
    found = closed.desk.overview.clocks(YEAR)
    assert found.late >= 2
    board = closed.desk.assessment.process.board(YEAR)
    late = [one for line in board.lines for one in line.deadlines if one.state is DeadlineState.LATE]
    assert not board.calendar.is_working(date(2026, 2, 17))
    for item in closed.desk.overview.work(YEAR).of(WorkGroup.LATE):
        if item.kind is WorkKind.DUTY:
            counted = [one for one in late if one.duty.value == item.filters["duty"]]
            assert (item.count, item.due) == (len(counted), min(one.limit for one in counted if one.limit))
            assert item.days == max(one.days_left for one in counted if one.limit == item.due)
            assert sum(item.units.values()) == item.count


def test_a_year_before_the_regulation_has_no_clocks_of_papers(closed):
    found = closed.desk.overview.clocks(parse_period("2020"))
    assert found.late == 0 and found.units == ()

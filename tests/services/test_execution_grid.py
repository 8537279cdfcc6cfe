"""The grid of actuals: what is understood is kept in one change set, what is not answers with its reason."""

from __future__ import annotations

from decimal import Decimal

import pytest
from small_office import NIPS, YEAR, actual_rows, plan_rows

from meritdesk.core.agency_settings import PREFIX
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evaluation import IndicatorClass
from meritdesk.core.periods import parse_period
from meritdesk.services.execution.grid import CellEntry, GridQuery

QUARTER = parse_period("2025-TW4")


@pytest.fixture
def nurse(settled):
    settled.desk.planning.import_plans(settled.plans_file(plan_rows(NIPS["nurse"])))
    person_id = settled.desk.register.show(NIPS["nurse"]).person.person_id
    return settled.desk, person_id


def lines(desk, person_id):
    return desk.execution.grid.lines(GridQuery(2025, person_ids=(person_id,))).lines


def entry(desk, person_id, place: int, typed: str, period=QUARTER) -> CellEntry:
    return CellEntry(person_id, lines(desk, person_id)[place].indicator.indicator_id, period, typed)


def test_typed_cells_are_kept_exactly_and_undone_together(nurse):
    desk, person_id = nurse
    outcome = desk.execution.grid.set([entry(desk, person_id, 0, "87,50"), entry(desk, person_id, 1, "92 %")])
    assert (outcome.written, outcome.same, outcome.refused) == (2, 0, ())
    cells = [line.cells[QUARTER.code] for line in lines(desk, person_id)[:2]]
    assert [(cell.text, cell.measured) for cell in cells] == [
        ("87,50 %", IndicatorClass.MEETS),
        ("92 %", IndicatorClass.ABOVE),
    ]
    desk.upkeep.undo(outcome.changes.change_set_id)
    assert not any(line.cells for line in lines(desk, person_id))


def test_what_is_not_understood_is_refused_and_does_not_hold_up_the_rest(nurse):
    desk, person_id = nurse
    entries = [entry(desk, person_id, 0, "banyak"), entry(desk, person_id, 1, "85")]
    preview = desk.execution.grid.set(entries, dry_run=True)
    assert (preview.written, [one.code for one in preview.refused]) == (1, ["EXE-211"])
    assert not preview.changes.change_set_id
    assert not any(line.cells for line in lines(desk, person_id))
    outcome = desk.execution.grid.set(entries)
    assert outcome.written == 1
    assert outcome.refused[0].entry.typed == "banyak"
    assert [bool(line.cells) for line in lines(desk, person_id)] == [False, True, False, False]


def test_the_same_again_changes_nothing_and_the_last_word_on_a_cell_counts(nurse):
    desk, person_id = nurse
    first = entry(desk, person_id, 0, "80")
    outcome = desk.execution.grid.set([entry(desk, person_id, 0, "70"), first])
    assert outcome.written == 1
    again = desk.execution.grid.set([first])
    assert (again.written, again.same, again.changes.change_set_id) == (0, 1, "")
    assert lines(desk, person_id)[0].cells[QUARTER.code].text == "80 %"


def test_a_cleared_cell_goes_unless_the_leader_said_something_about_it(nurse):
    desk, person_id = nurse
    desk.execution.grid.set([entry(desk, person_id, 0, "70"), entry(desk, person_id, 1, "70")])
    indicator = lines(desk, person_id)[1].indicator.indicator_id
    desk.execution.grid.explain(person_id, indicator, QUARTER, feedback="Kurang")
    outcome = desk.execution.grid.set([entry(desk, person_id, 0, ""), entry(desk, person_id, 1, " ")])
    assert outcome.written == 2
    first, second = lines(desk, person_id)[:2]
    assert first.cells == {}
    assert (second.cells[QUARTER.code].text, second.cells[QUARTER.code].feedback) == ("", "Kurang")


def test_a_leader_sets_another_class_with_a_reason_and_takes_it_back(nurse):
    desk, person_id = nurse
    desk.execution.grid.set([entry(desk, person_id, 0, "70")])
    indicator = lines(desk, person_id)[0].indicator.indicator_id
    desk.execution.grid.explain(person_id, indicator, QUARTER, override=IndicatorClass.MEETS, override_reason="Pandemi")
    cell = lines(desk, person_id)[0].cells[QUARTER.code]
    assert (cell.measured, cell.override, cell.override_reason) == (
        IndicatorClass.BELOW, IndicatorClass.MEETS, "Pandemi",
    )  # fmt: skip
    desk.execution.grid.explain(person_id, indicator, QUARTER)
    assert lines(desk, person_id)[0].cells[QUARTER.code].override is None


def test_a_closed_evaluation_and_a_foreign_indicator_are_refused(closed):
    desk = closed.desk
    person_id = desk.register.show(NIPS["nurse"]).person.person_id
    clerk = desk.register.show(NIPS["clerk"]).person.person_id
    found = lines(desk, person_id)
    assert all(line.cells[YEAR.code].is_closed for line in found)
    mine = found[0].indicator.indicator_id
    outcome = desk.execution.grid.set(
        [CellEntry(person_id, mine, YEAR, "90"), CellEntry(clerk, found[1].indicator.indicator_id, QUARTER, "90")]
    )
    assert [one.code for one in outcome.refused] == ["ASM-120", "PLN-101"]
    with pytest.raises(UsageRefusal) as refused:
        desk.execution.grid.explain(person_id, mine, YEAR, feedback="Bagus")
    assert refused.value.code == "ASM-120"
    assert desk.execution.grid.set([CellEntry(person_id, mine, QUARTER, "90")]).written == 1


def test_the_grid_is_read_in_blocks_of_people_and_names_those_without_a_plan(planned):
    block = planned.desk.execution.grid.lines(GridQuery(2025, limit=3))
    assert block.has_more
    names = {line.name for line in block.lines} | set(block.without_plan)
    rest = planned.desk.execution.grid.lines(GridQuery(2025, offset=block.next_offset, limit=50))
    assert not rest.has_more
    assert not names & {line.name for line in rest.lines}
    assert block.people == rest.people == len(names | {line.name for line in rest.lines} | set(rest.without_plan))


def test_the_columns_follow_the_cycle_of_the_agency(settled):
    grid = settled.desk.execution.grid
    assert [period.code for period in grid.columns(2025)] == [
        "2025-TW1", "2025-TW2", "2025-TW3", "2025-TW4", "2025",
    ]  # fmt: skip
    with grid.around.store.writing(grid.around.actor, "test") as work:
        work.set_setting(f"{PREFIX}periodic_cycle", "MONTHLY")
        work.commit()
    assert len(grid.columns(2025)) == 13


def test_hints_say_what_is_still_missing_in_a_period(nurse):
    desk, person_id = nurse
    codes = [hint.code for hint in desk.execution.grid.hints(person_id, QUARTER)]
    assert codes == ["V-50", "V-73", "V-52"]
    with pytest.raises(UsageRefusal):
        desk.execution.grid.hints("nobody", QUARTER)


def test_the_grid_and_the_import_mean_the_same_cells(settled):
    desk = settled.desk
    desk.planning.import_plans(settled.plans_file(plan_rows(NIPS["nurse"])))
    desk.execution.import_actuals(settled.actuals_file(actual_rows(NIPS["nurse"], "85")))
    person_id = desk.register.show(NIPS["nurse"]).person.person_id
    found = lines(desk, person_id)
    assert {line.cells[YEAR.code].text for line in found} == {"85 % menurut laporan"}
    assert {line.cells[YEAR.code].measured for line in found} == {IndicatorClass.MEETS}
    with desk.execution.around.store.reading() as work:
        assert {actual.value for actual in work.actuals.of_period(YEAR).values()} == {Decimal(85)}


def test_only_people_without_an_actual_in_a_period_are_kept_when_asked(planned):
    desk = planned.desk
    desk.planning.import_plans(planned.plans_file(plan_rows(NIPS["orphaned"])))
    assert {line.nip for line in desk.execution.grid.lines(GridQuery(2025, without_actuals="2025")).lines} == {
        NIPS["orphaned"]
    }
    everybody = {line.nip for line in desk.execution.grid.lines(GridQuery(2025)).lines}
    assert {
        line.nip for line in desk.execution.grid.lines(GridQuery(2025, without_actuals="2025-TW1")).lines
    } == everybody

"""Everything a plan may say passes through a package, and packages of older programs can still be read."""

import csv
import io

import pytest
from hypothesis import given

from meritdesk.exchange import package_layout as layout
from meritdesk.exchange.plan_cells import manual_cell, manual_in, plan_row, study_in, workblocks_in
from meritdesk.exchange.tables import TableFault, cell, read_table, write_table
from tests.core.plan_samples import plans, staff_plan


@given(plans())
def test_the_cells_of_a_plan_come_back_as_they_were(plan):
    data, _ = write_table(layout.PLAN, [plan_row(plan)])
    rows, _ = read_table(layout.PLAN, data)
    values = dict(zip([column.name for column in layout.PLAN.columns], rows.values[0], strict=True))
    assert study_in(values["study"]) == plan.study
    assert [block.workblock_id for block in workblocks_in(values["workblocks"])] == [
        block.workblock_id for block in plan.workblocks
    ]
    assert (values["contract"], values["needs_manuals"]) == (cell(plan.contract), plan.needs_manuals)
    for part in plan.indicators:
        travelled = manual_in(manual_cell(part.manual))
        assert (travelled is None) == (part.manual is None)


def shortened(data, columns):
    lines = list(csv.reader(io.StringIO(data.decode())))
    target = io.StringIO(newline="")
    csv.writer(target, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows([line[:columns] for line in lines])
    return target.getvalue().encode()


def test_a_package_of_an_older_program_lacks_the_last_columns_and_gets_what_stands_for_them():
    data, _ = write_table(layout.PLAN, [plan_row(staff_plan(contract="PK-1"))])
    old = layout.PLAN.place("occasion")
    rows, counted = read_table(layout.PLAN, shortened(data, old))
    values = dict(zip([column.name for column in layout.PLAN.columns], rows.values[0], strict=True))
    assert (counted.rows, values["occasion"], values["contract"], values["study"]) == (1, "YEAR", "", None)


def test_a_column_that_was_always_there_may_not_be_missing():
    data, _ = write_table(layout.PLAN, [plan_row(staff_plan())])
    with pytest.raises(TableFault):
        read_table(layout.PLAN, shortened(data, layout.PLAN.place("version")))
    with pytest.raises(TableFault):
        read_table(layout.PLAN, b"")

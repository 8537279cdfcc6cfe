"""Below a grid stands what is selected, as in the status bar of a spreadsheet."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelection, QItemSelectionModel

from meritdesk.core.notation import printed_decimal
from meritdesk.ui.grids.sums import sum_of


def chosen(sheet, top, left, bottom, right):
    block = QItemSelection(sheet.table.index(top, left), sheet.table.index(bottom, right))
    sheet.grid.selectionModel().select(block, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    sheet.pane.sums.add_up()
    return sheet.pane.sums.text()


def test_the_line_below_counts_the_block_and_adds_up_its_figures(sheet):
    for row, text in enumerate(("1.234,5 %", "65.5 %", "belum")):
        sheet.table.rows[row][0] = text
    assert chosen(sheet, 0, 1, 2, 1) == "3 sel dipilih · jumlah 1.300 % · rata-rata 650 %"
    assert chosen(sheet, 0, 1, 0, 1) == "" and sheet.pane.sums.isHidden(), "one cell can be read where it stands"


@pytest.mark.parametrize("texts", [("5 kali", "3 hari"), ("", "-"), ("", ""), ("A", "1-2 minggu")])
def test_what_cannot_be_added_is_only_counted(sheet, texts):
    assert sum_of(texts) is None or sum_of(texts).count < 2
    for row, text in enumerate(texts):
        sheet.table.rows[row][0] = text
    assert chosen(sheet, 0, 1, 1, 1) == "2 sel dipilih"


@given(st.lists(st.decimals(-9999, 9999, places=2), min_size=1, max_size=9), st.sampled_from(["", "%", "kali"]))
def test_figures_of_one_unit_are_added_exactly(figures, unit):
    found = sum_of(f"{printed_decimal(one)} {unit}" for one in figures)
    assert found is not None and (found.sum, found.count, found.unit) == (sum(figures, Decimal(0)), len(figures), unit)

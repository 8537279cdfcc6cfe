"""What a list takes from the keyboard stands in its sheet of keys, and what a screen reader says of its cells."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractItemView
from pytestqt.qtbot import QtBot

from meritdesk.ui.line_table import LineTable
from meritdesk.ui.lists.line_view import LineView
from meritdesk.ui.wording import Words


class PlainColumn(IntEnum):
    NAME = 0
    UNIT = 1
    POST = 2


class PlainTable(LineTable[str]):
    columns = PlainColumn

    def heading(self, column: int) -> str:
        return ("Nama", "Unit", "Jabatan")[column]

    def shown(self, line: str, column: int) -> str:
        return (line, "Dinas", "Guru")[column]


def test_every_key_of_a_list_stands_in_its_sheet_and_does_something(
    indonesian: Words, qtbot: QtBot, reacted: Callable[[QAbstractItemView, int], set[str]]
) -> None:
    table = PlainTable(indonesian)
    view = LineView("test.keys", table)
    qtbot.addWidget(view)
    table.show_lines([f"Orang {number}" for number in range(30)])
    view.show()
    declared = {key for row in view.own_keys.rows for key in row.keys}
    does = reacted(view, 15)
    assert does - declared - {"Ctrl+A"} == set(), "Ctrl+A is an action of the list and stands there as such"
    assert declared <= does


def test_a_cell_is_said_with_its_heading(indonesian: Words, qtbot: QtBot) -> None:
    table = PlainTable(indonesian)
    view = LineView("test.said", table)
    qtbot.addWidget(view)
    table.show_lines(["Agus"])
    view.show()
    told = QAccessible.queryAccessibleInterface(view)
    parts = [told.child(place) for place in range(told.childCount())]
    said = {part.text(QAccessible.Text.Name) for part in parts if part.role() == QAccessible.Role.Cell}
    assert said == {"Nama: Agus", "Unit: Dinas", "Jabatan: Guru"}
    heads = {part.text(QAccessible.Text.Name) for part in parts if part.role() == QAccessible.Role.ColumnHeader}
    assert heads == {"Nama", "Unit", "Jabatan"}

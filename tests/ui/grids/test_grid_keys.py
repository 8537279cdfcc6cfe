"""What a grid takes from the keyboard stands in the sheet of keys, and what a screen reader says of its cells."""

from __future__ import annotations

from PySide6.QtGui import QAccessible

from meritdesk.ui.actions import with_keys

LATER = {"Tab", "Shift+Tab", "Esc", "Ctrl+Shift+Z"}
"""Tab goes by the chain of focus, Esc does something only in a red cell, and three keys at once are not pressed."""


def test_every_key_of_a_grid_stands_in_the_sheet_and_does_something(sheet_of, reacted):
    sheet = sheet_of(*(("a", "b", "c"),) * 9)
    own = {key for row in sheet.grid.own_keys.rows for key in row.keys}
    commands = {key.toString() for action in with_keys([sheet.grid]) for key in action.shortcuts()}
    does = reacted(sheet.grid, 4)
    assert does - own - commands == set()
    assert own | commands <= does | LATER


def test_a_cell_is_said_with_heading_and_whose_it_is_and_is_called_a_cell(sheet):
    sheet.at(0, 1)
    told = QAccessible.queryAccessibleInterface(sheet.grid)
    assert told.role() == QAccessible.Role.Table and told.text(QAccessible.Text.Name) == "Lembar"
    cells = [told.child(place) for place in range(told.childCount())]
    said = [one.text(QAccessible.Text.Name) for one in cells if one.role() == QAccessible.Role.Cell]
    assert len(said) == sheet.table.rowCount() * sheet.table.columnCount()
    assert "Satu, Orang 1: a" in said
    heads = {one.text(QAccessible.Text.Name) for one in cells if one.role() == QAccessible.Role.ColumnHeader}
    assert heads == {"Nama", "Satu", "Dua", "Tiga", "Jumlah"}

"""A small table in a dialog takes the keyboard, leads it through its cells, and gives it back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QTableWidgetItem, QVBoxLayout
from pytestqt.qtbot import QtBot

from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.cell_table import CellTable


class Sheet(ByKeyboard, QDialog):
    """A field, a table of two rows with a choice and a closed cell, and a field."""

    def __init__(self) -> None:
        super().__init__()
        # Made in the wrong order on purpose.
        self.below, self.table, self.above = QLineEdit(self), CellTable(2, 3, self), QLineEdit(self)
        self.choice = QComboBox(self.table)
        self.choice.addItems(["TW I", "TW II"])
        self.table.setCellWidget(0, 0, self.choice)
        closed = QTableWidgetItem("tetap")
        closed.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self.table.setItem(0, 1, closed)
        column = QVBoxLayout(self)
        for part in (self.above, self.table, self.below):
            column.addWidget(part)


def open_sheet(qtbot: QtBot) -> Sheet:
    sheet = Sheet()
    qtbot.addWidget(sheet)
    with qtbot.waitActive(sheet):
        sheet.show()
        sheet.activateWindow()
    sheet.table.setCurrentCell(0, 0)
    sheet.above.setFocus()
    return sheet


def press(key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget(), key)


def way(sheet: Sheet, key: Qt.Key, steps: int) -> list[object]:
    """Where the keyboard is after each key: the choice, a field, or a cell of the table."""
    met: list[object] = []
    for _ in range(steps):
        press(key)
        now = QApplication.focusWidget()
        met.append((sheet.table.currentRow(), sheet.table.currentColumn()) if now is sheet.table else now)
    return met


def test_tab_goes_through_the_open_cells_and_on_to_what_stands_below(qtbot: QtBot) -> None:
    sheet = open_sheet(qtbot)
    press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is sheet.choice
    met = way(sheet, Qt.Key.Key_Tab, 5)
    assert met == [(0, 2), (1, 0), (1, 1), (1, 2), sheet.below], "the closed cell is passed over"


def test_shift_tab_goes_the_same_way_back_and_into_the_choice_of_a_cell(qtbot: QtBot) -> None:
    sheet = open_sheet(qtbot)
    sheet.table.setCurrentCell(1, 0)
    sheet.table.setFocus()
    assert way(sheet, Qt.Key.Key_Backtab, 3) == [(0, 2), sheet.choice, sheet.above]


def test_tab_while_typing_keeps_what_was_typed_and_goes_to_the_next_cell(qtbot: QtBot) -> None:
    sheet = open_sheet(qtbot)
    sheet.table.setCurrentCell(1, 1)
    sheet.table.setFocus()
    for typed in ("25", "50"):
        for letter in typed:  # the first one opens the field that takes the next
            QTest.keyClicks(QApplication.focusWidget(), letter)
        press(Qt.Key.Key_Tab)
    assert [sheet.table.item(1, column).text() for column in (1, 2)] == ["25", "50"]
    assert QApplication.focusWidget() is sheet.below, "the last cell lets go"

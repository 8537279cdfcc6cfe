"""A small table in a dialog takes the keyboard, leads it through its cells, and gives it back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPushButton,
    QTableWidgetItem,
    QVBoxLayout,
)
from pytestqt.qtbot import QtBot

from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.cell_table import CellTable
from meritdesk.ui.drafts.fields import TableField
from meritdesk.ui.grids.preview import PreviewDialog
from meritdesk.ui.wording import Words


class Sheet(ByKeyboard, QDialog):
    """A field, a table of two rows with a choice and a closed cell, and a field."""

    def __init__(self) -> None:
        super().__init__()
        # Made in the wrong order on purpose.
        self.below, self.table, self.above = QLineEdit(self), CellTable(2, 3, Words("id"), self), QLineEdit(self)
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


# --- blocks, as in Excel -------------------------------------------------------------------------------------


def control(sheet: Sheet, letter: str) -> None:
    QTest.keyClick(sheet.table, getattr(Qt.Key, f"Key_{letter}"), Qt.KeyboardModifier.ControlModifier)


def go(sheet: Sheet, row: int, column: int) -> None:
    sheet.table.setFocus()
    sheet.table.setCurrentIndex(sheet.table.model().index(row, column))


def texts(sheet: Sheet) -> list[list[str]]:
    table = sheet.table
    items = [[table.item(row, column) for column in range(table.columnCount())] for row in range(table.rowCount())]
    return [[item.text() if item is not None else "" for item in row] for row in items]


def paste(sheet: Sheet, text: str, row: int, column: int) -> None:
    QGuiApplication.clipboard().setText(text)
    go(sheet, row, column)
    control(sheet, "V")


def preview(sheet: Sheet) -> PreviewDialog | None:
    found = sheet.table.findChildren(PreviewDialog)
    return found[-1] if found and found[-1].isVisible() else None


def test_a_block_of_excel_lies_where_it_was_pasted_and_goes_back_out_as_a_block(qtbot: QtBot) -> None:
    sheet = open_sheet(qtbot)
    sheet.table.grows_to = 50
    paste(sheet, "a\t1.234,5\r\nb\t1,234.5\r\nc\t=1+1\r\n", 1, 1)
    assert preview(sheet) is None, "nothing is overwritten and nothing refused"
    assert texts(sheet)[1:] == [["", "a", "1.234,5"], ["", "b", "1,234.5"], ["", "c", "=1+1"]], "rows were added"
    go(sheet, 1, 1)
    for row, column in ((1, 1), (1, 2), (2, 1), (2, 2)):
        sheet.table.selectionModel().select(
            sheet.table.model().index(row, column), QItemSelectionModel.SelectionFlag.Select
        )
    control(sheet, "C")
    assert QGuiApplication.clipboard().text() == "a\t1.234,5\r\nb\t1,234.5\r\n"


def test_a_block_that_overwrites_or_does_not_fit_is_shown_before_it_is_taken(qtbot: QtBot) -> None:
    sheet = open_sheet(qtbot)
    paste(sheet, "a\tb\tc\nd\te\tf\ng\th\ti\n", 0, 0)
    shown = preview(sheet)
    assert shown is not None and texts(sheet) == [["", "tetap", ""], ["", "", ""]], "nothing yet"
    refused = [(one.after, one.why) for one in shown.cells if one.why]
    assert [text for text, _ in refused] == ["a", "b", "g", "h", "i"], "no such choice, a closed cell, no such row"
    shown.accept()
    assert texts(sheet) == [["", "tetap", "c"], ["d", "e", "f"]]
    paste(sheet, "x\ty\n", 1, 1)
    shown = preview(sheet)
    assert shown is not None
    shown.reject()
    assert texts(sheet)[1] == ["d", "e", "f"]


def test_a_choice_takes_its_word_from_a_block_and_gives_it_to_one(qtbot: QtBot) -> None:
    sheet = open_sheet(qtbot)
    paste(sheet, "tw ii\n", 0, 0)
    assert sheet.choice.currentText() == "TW II"
    go(sheet, 0, 0)
    sheet.table.setFocus()
    control(sheet, "C")
    assert QGuiApplication.clipboard().text() == "TW II\r\n"


def test_fill_down_delete_cut_and_many_steps_back(qtbot: QtBot) -> None:
    sheet = open_sheet(qtbot)
    paste(sheet, "a\n", 0, 2)
    go(sheet, 1, 2)
    control(sheet, "D")
    assert [row[2] for row in texts(sheet)] == ["a", "a"]
    QTest.keyClick(sheet.table, Qt.Key.Key_Delete)
    assert [row[2] for row in texts(sheet)] == ["a", ""]
    go(sheet, 0, 2)
    control(sheet, "X")
    assert [row[2] for row in texts(sheet)] == ["", ""] and QGuiApplication.clipboard().text() == "a\r\n"
    for wanted in (["a", ""], ["a", "a"], ["a", ""], ["", ""], ["", ""]):
        control(sheet, "Z")
        assert [row[2] for row in texts(sheet)] == wanted
    for wanted in (["a", ""], ["a", "a"]):
        control(sheet, "Y")
        assert [row[2] for row in texts(sheet)] == wanted


def test_what_was_typed_is_taken_back_too(qtbot: QtBot) -> None:
    sheet = open_sheet(qtbot)
    sheet.table.setFocus()
    go(sheet, 1, 1)
    QTest.keyClicks(sheet.table, "7")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: texts(sheet)[1][1] == "7")
    control(sheet, "Z")
    assert texts(sheet)[1][1] == ""


@pytest.mark.parametrize("is_typing", [False, True])
def test_enter_goes_down_and_never_presses_the_button_of_the_dialog(qtbot: QtBot, is_typing: bool) -> None:
    sheet = open_sheet(qtbot)
    pressed: list[bool] = []
    button = QPushButton("Simpan", sheet)
    button.setDefault(True)
    button.clicked.connect(lambda: pressed.append(True))
    sheet.layout().addWidget(button)
    button.show()
    go(sheet, 0, 2)
    sheet.table.setFocus()
    if is_typing:
        QTest.keyClicks(QApplication.focusWidget(), "7")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: sheet.table.currentRow() == 1)
    press(Qt.Key.Key_Return)
    assert not pressed and sheet.isVisible()
    assert texts(sheet)[0][2] == ("7" if is_typing else "")


def test_what_stands_in_the_cells_goes_into_a_draft_and_out_of_it(qtbot: QtBot) -> None:
    sheet, later = open_sheet(qtbot), open_sheet(qtbot)
    sheet.table.grows_to = later.table.grows_to = 9
    paste(sheet, "tw ii\n\n\n\t1\t2\n", 0, 0)
    shown = preview(sheet)
    assert shown is not None
    shown.accept()
    tick = QTableWidgetItem()
    tick.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
    for one, state in ((sheet, Qt.CheckState.Checked), (later, Qt.CheckState.Unchecked)):
        ticked = tick.clone()
        ticked.setCheckState(state)
        one.table.setItem(1, 2, ticked)
    kept = TableField(sheet.table).read()
    TableField(later.table).write(kept)
    assert later.choice.currentText() == "TW II" and texts(later)[3] == ["", "1", "2"]
    assert later.table.item(1, 2).checkState() is Qt.CheckState.Checked
    assert TableField(later.table).read() == kept and later.table.rowCount() == sheet.table.rowCount()

"""Every manner of Excel by real keys, in both languages."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest

from meritdesk.core.blocks import MOST_CELLS, read_block
from meritdesk.ui.actions import with_keys
from meritdesk.ui.grids.cells import Deed, Fate, Typed
from meritdesk.ui.grids.keys import COMMANDS

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ACCESSIBLE, TOOLTIP = Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole


def press(sheet, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(sheet.grid, key, modifier)


def write(sheet, text):
    """Type over the current cell sign by sign, the first of which opens the editor."""
    QTest.keyClicks(sheet.grid, text[0])
    editor = QGuiApplication.focusObject()
    QTest.keyClicks(editor, text[1:])
    return editor


def finish(editor):
    """Enter in an editor; Qt commits it in its next turn."""
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QCoreApplication.processEvents()


def selected(sheet):
    return sorted((index.row(), index.column()) for index in sheet.grid.selectedIndexes())


def test_the_model_keeps_its_promises_and_cells_are_spoken_whole(sheet):
    QAbstractItemModelTester(sheet.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert sheet.table.index(0, 1).data(ACCESSIBLE) == "Satu, Orang 1: a"
    empty = {"id": "kosong", "en": "empty"}[sheet.table.words.language]
    assert sheet.table.index(0, 3).data(ACCESSIBLE) == f"Tiga, Orang 1: {empty}"
    sheet.table.closed.add(0)
    assert sheet.table.index(0, 1).data(ACCESSIBLE).endswith("sudah ditutup")
    sheet.table.sort_backwards()
    assert sheet.table.index(3, 1).data(TOOLTIP) == "sudah ditutup"


def test_enter_and_tab_move_and_enter_comes_back_to_where_tab_began(sheet):
    press(sheet, Qt.Key.Key_Tab)
    press(sheet, Qt.Key.Key_Tab)
    assert sheet.place == (0, 3)
    press(sheet, Qt.Key.Key_Return)
    assert sheet.place == (1, 1)
    press(sheet, Qt.Key.Key_Return, SHIFT)
    assert sheet.place == (0, 1)
    sheet.at(0, 3)
    press(sheet, Qt.Key.Key_Tab)
    assert sheet.place == (1, 1)
    press(sheet, Qt.Key.Key_Backtab, SHIFT)
    assert sheet.place == (0, 3)
    press(sheet, Qt.Key.Key_Tab)
    QTest.mouseClick(sheet.grid.viewport(), Qt.MouseButton.LeftButton, pos=_middle(sheet, 2, 2))
    press(sheet, Qt.Key.Key_Enter)
    assert sheet.place == (3, 2)


def _middle(sheet, row: int, column: int) -> QPoint:
    return sheet.grid.visualRect(sheet.table.index(row, column)).center()


def test_enter_and_tab_stay_inside_a_selected_block(sheet):
    sheet.block(0, 1, 1, 2)
    press(sheet, Qt.Key.Key_Return)
    assert sheet.place == (1, 1)
    press(sheet, Qt.Key.Key_Return)
    assert sheet.place == (0, 2)
    press(sheet, Qt.Key.Key_Tab)
    assert sheet.place == (1, 1)
    assert len(selected(sheet)) == 4


def test_home_end_and_ctrl_arrows_jump_as_in_excel(sheet):
    sheet.at(3, 3)
    press(sheet, Qt.Key.Key_Home)
    assert sheet.place == (3, 1)
    press(sheet, Qt.Key.Key_Home)
    assert sheet.place == (3, 0)
    press(sheet, Qt.Key.Key_End)
    assert sheet.place == (3, 4)
    press(sheet, Qt.Key.Key_Home, CTRL)
    assert sheet.place == (0, 1)
    press(sheet, Qt.Key.Key_End, CTRL)
    assert sheet.place == (3, 4)
    sheet.at(0, 1)
    press(sheet, Qt.Key.Key_Down, CTRL)
    assert sheet.place == (1, 1)
    press(sheet, Qt.Key.Key_Down, CTRL)
    assert sheet.place == (3, 1)
    press(sheet, Qt.Key.Key_Right, CTRL)
    assert sheet.place == (3, 4)
    press(sheet, Qt.Key.Key_Left, CTRL)
    assert sheet.place == (3, 0)
    press(sheet, Qt.Key.Key_Up, CTRL)
    assert sheet.place == (0, 0)


def test_shift_extends_and_ctrl_a_ctrl_space_and_shift_space_select(sheet):
    press(sheet, Qt.Key.Key_Down, SHIFT)
    press(sheet, Qt.Key.Key_Right, SHIFT)
    assert selected(sheet) == [(0, 1), (0, 2), (1, 1), (1, 2)]
    press(sheet, Qt.Key.Key_Space, CTRL)
    assert selected(sheet) == [(row, column) for row in range(4) for column in (1, 2)]
    sheet.at(2, 2)
    press(sheet, Qt.Key.Key_Space, SHIFT)
    assert selected(sheet) == [(2, column) for column in range(5)]
    press(sheet, Qt.Key.Key_A, CTRL)
    assert len(selected(sheet)) == 20
    sheet.at(0, 1)
    press(sheet, Qt.Key.Key_Down, CTRL | SHIFT)
    assert selected(sheet) == [(0, 1), (1, 1)]
    press(sheet, Qt.Key.Key_End, SHIFT)
    assert selected(sheet) == [(row, column) for row in (0, 1) for column in (1, 2, 3, 4)]


def test_typing_replaces_f2_goes_on_and_esc_takes_back(sheet):
    finish(write(sheet, "zz"))
    assert (sheet.values[0][0], sheet.place) == ("zz", (1, 1))
    press(sheet, Qt.Key.Key_F2)
    QTest.keyClicks(QGuiApplication.focusObject(), "!")
    finish(QGuiApplication.focusObject())
    assert sheet.values[1][0] == "c!"
    sheet.at(1, 1)
    editor = write(sheet, "nanti")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert sheet.values[1][0] == "c!"
    editor = write(sheet, "ya")
    QTest.keyClick(editor, Qt.Key.Key_Right)
    assert (sheet.values[1][0], sheet.place) == ("ya", (1, 2))


def test_what_is_being_typed_in_a_cell_stays_when_the_grid_says_its_cells_anew(sheet):
    editor = write(sheet, "belum")
    sheet.table.retranslate()
    assert (editor.text(), editor.isUndoAvailable()) == ("belum", True)
    finish(editor)
    assert sheet.values[0][0] == "belum"


def test_delete_fill_down_and_fill_right_reach_the_whole_block(sheet):
    sheet.block(0, 1, 2, 2)
    press(sheet, Qt.Key.Key_D, CTRL)
    assert [row[:2] for row in sheet.values] == [["a", "b"], ["a", "b"], ["a", "b"], ["g", "h"]]
    sheet.block(0, 1, 1, 3)
    press(sheet, Qt.Key.Key_R, CTRL)
    assert sheet.values[:2] == [["a", "a", "a"], ["a", "a", "a"]]
    sheet.block(0, 1, 0, 2)
    press(sheet, Qt.Key.Key_Delete)
    assert sheet.values[0] == ["", "", "a"]
    sheet.at(1, 1)
    press(sheet, Qt.Key.Key_D, CTRL)  # one cell takes over the cell above it
    assert sheet.values[1] == ["", "a", "a"]
    sheet.at(3, 2)
    press(sheet, Qt.Key.Key_R, CTRL)
    assert sheet.values[3] == ["g", "g", "i"]


def test_copy_cut_and_paste_move_a_block_and_one_value_fills_the_selection(sheet):
    sheet.block(0, 1, 1, 2)
    press(sheet, Qt.Key.Key_X, CTRL)
    assert read_block(QGuiApplication.clipboard().text()) == (("a", "b"), ("c", ""))
    assert [row[:2] for row in sheet.values[:2]] == [["", ""], ["", ""]]
    sheet.at(0, 2)
    press(sheet, Qt.Key.Key_V, CTRL)
    assert sheet.values[:2] == [["", "a", "b"], ["", "c", ""]]
    QGuiApplication.clipboard().setText('"dua\nbaris"\n')
    sheet.block(0, 1, 1, 1)
    press(sheet, Qt.Key.Key_V, CTRL)
    assert [row[0] for row in sheet.values[:2]] == ["dua\nbaris", "dua\nbaris"]
    press(sheet, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == '"dua\nbaris"\r\n"dua\nbaris"\r\n'


def test_a_block_over_filled_cells_is_previewed_with_before_and_after(sheet):
    sheet.at(0, 1)
    sheet.grid.paste("a\tB\n=1+1\tğ😀\n")
    preview = sheet.keeper.preview
    assert [(one.before, one.after, one.fate) for one in preview.table.lines] == [
        ("b", "B", Fate.CHANGED),
        ("c", "=1+1", Fate.CHANGED),
        ("", "ğ😀", Fate.NEW),
        ("a", "a", Fate.SAME),
    ]
    assert preview.cancel.isDefault()
    QTest.keyClick(preview, Qt.Key.Key_Escape)
    assert sheet.values[0][:2] == ["a", "b"]
    sheet.grid.paste("a\tB\n=1+1\tğ😀\n")
    sheet.keeper.preview.take.click()
    assert [row[:2] for row in sheet.values[:2]] == [["a", "B"], ["=1+1", "ğ😀"]]


def test_a_block_larger_than_the_grid_says_which_cells_fall_outside(sheet):
    sheet.at(3, 3)
    sheet.grid.paste("x\ty\nz\tw\n")
    lines = sheet.keeper.preview.table.lines
    assert [one.fate for one in lines].count(Fate.REFUSED) == 3
    assert ["UI-331" in one.why or "UI-332" in one.why for one in lines[:3]] == [True, True, True]
    sheet.keeper.preview.take.click()
    assert (sheet.values[3][2], dict(sheet.table.reds)) == ("x", {})
    sheet.grid.paste("\t".join("x" * (MOST_CELLS + 1)))
    assert "UI-333" in sheet.heard[-1]


def test_what_cannot_be_read_stays_red_through_sorting_until_it_is_mended(sheet):
    sheet.grid.paste("baik\nburuk sekali\n")
    sheet.keeper.preview.take.click()
    assert [row[0] for row in sheet.values[:2]] == ["baik", "c"]
    index = sheet.table.index(1, 1)
    assert (index.data(), "UI-721" in index.data(TOOLTIP)) == ("buruk sekali", True)
    assert not index.data(Qt.ItemDataRole.DecorationRole).isNull()
    assert ("r1", "c1") in sheet.table.reds
    sheet.table.sort_backwards()
    assert sheet.table.index(2, 1).data() == "buruk sekali"
    sheet.at(0, 1)
    assert "F8" in sheet.pane.foot.text()
    press(sheet, Qt.Key.Key_F8)
    assert sheet.place == (2, 1)
    assert "UI-721" in sheet.pane.foot.text()
    press(sheet, Qt.Key.Key_Escape)
    assert (sheet.table.index(2, 1).data(), dict(sheet.table.reds)) == ("c", {})
    sheet.keeper.undo()
    assert sheet.table.index(2, 1).data() == "buruk sekali"
    sheet.keeper.enter((Typed(2, 1, "baik"),))
    assert (sheet.table.index(2, 1).data(), dict(sheet.table.reds)) == ("baik", {})
    press(sheet, Qt.Key.Key_F8)
    assert sheet.place == (2, 1) and sheet.heard[-1]


def test_closed_cells_say_why_and_are_passed_over(sheet):
    sheet.table.closed.add(1)
    sheet.at(1, 1)
    press(sheet, Qt.Key.Key_X)
    assert sheet.heard[-1] == "sudah ditutup"
    assert sheet.pane.foot.text() == "sudah ditutup"
    sheet.block(0, 1, 2, 1)
    press(sheet, Qt.Key.Key_Delete)
    assert [row[0] for row in sheet.values[:3]] == ["", "c", ""]
    sheet.at(0, 0)
    press(sheet, Qt.Key.Key_X)
    assert "UI-332" in sheet.heard[-1]


def test_a_letter_that_is_a_whole_entry_fills_the_selected_cells(sheet):
    sheet.block(0, 3, 2, 3)
    press(sheet, Qt.Key.Key_A)
    assert [row[2] for row in sheet.values] == ["Atas", "Atas", "Atas", "i"]


def test_undo_and_redo_say_what_they_do(sheet):
    sheet.block(0, 1, 1, 2)
    press(sheet, Qt.Key.Key_Delete)
    said = {"id": "Urungkan: kosongkan 3 sel", "en": "Undo: clear 3 cells"}[sheet.table.words.language]
    assert sheet.grid.commands["undo"].text() == said
    press(sheet, Qt.Key.Key_Z, CTRL)
    assert sheet.values[0][:2] == ["a", "b"]
    done = {"id": "Diurungkan: kosongkan 3 sel", "en": "Undone: clear 3 cells"}[sheet.table.words.language]
    assert sheet.heard[-1] == done
    press(sheet, Qt.Key.Key_Y, CTRL)
    assert sheet.values[0][:2] == ["", ""]
    press(sheet, Qt.Key.Key_Z, CTRL | SHIFT)
    assert len(sheet.heard) and sheet.heard[-1] != done
    press(sheet, Qt.Key.Key_Z, CTRL)
    press(sheet, Qt.Key.Key_Z, CTRL)
    nothing = {"id": "Tidak ada", "en": "There is nothing"}[sheet.table.words.language]
    assert sheet.heard[-1].startswith(nothing)


def test_what_the_desk_refuses_comes_back_red(sheet):
    sheet.writer.refuses.add("tolak")
    sheet.keeper.enter((Typed(0, 1, "tolak"), Typed(1, 1, "baik")), Deed.SET)
    assert [row[0] for row in sheet.values[:2]] == ["a", "baik"]
    assert (sheet.table.index(0, 1).data(), sheet.heard[-1]) == ("tolak", "⚠ ditolak meja")
    sheet.keeper.undo()
    assert ([row[0] for row in sheet.values[:2]], dict(sheet.table.reds)) == (["a", "c"], {})


def test_find_goes_from_place_to_place_and_back_to_the_grid(sheet):
    press(sheet, Qt.Key.Key_F, CTRL)
    bar = sheet.pane.find_bar
    assert bar.isVisible()
    QTest.keyClicks(bar.text, "ORANG")
    assert sheet.place == (1, 0)
    QTest.keyClick(bar.text, Qt.Key.Key_Return)
    assert sheet.place == (2, 0)
    QTest.keyClick(bar.text, Qt.Key.Key_Return, SHIFT)
    assert sheet.place == (1, 0)
    QTest.keyClick(bar.text, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    press(sheet, Qt.Key.Key_F3)
    assert sheet.place == (2, 0)
    bar.text.setText("tidak ada di sini")
    bar.next_place()
    assert bar.told.text()


def test_every_command_of_a_grid_has_words_and_one_key_in_the_list_of_keys(sheet):
    actions = with_keys((sheet.grid,))
    assert {action.objectName() for action in actions} == {f"grid_{name}" for name in COMMANDS}
    keys = [key.toString() for action in actions for key in action.shortcuts()]
    assert len(keys) == len(set(keys))


def test_a_copied_block_runs_nothing_in_a_spreadsheet_and_comes_back_as_it_was(sheet):
    for row, text in enumerate(("=cmd|' /C calc'!A0", "198606012024212001", "1.234,5")):
        sheet.table.rows[row][0] = text
    sheet.grid.setCurrentIndex(sheet.table.index(0, 1))
    for row in range(1, 3):
        sheet.grid.selectionModel().select(sheet.table.index(row, 1), QItemSelectionModel.SelectionFlag.Select)
    text = sheet.grid.copy()
    assert read_block(text) == (("=cmd|' /C calc'!A0",), ("198606012024212001",), ("1.234,5",))
    html = QGuiApplication.clipboard().mimeData().html()
    told = "style='mso-number-format:\"\\@\"'>"
    assert f"{told}=cmd|" in html and f"{told}198606012024212001<" in html and "<td>1.234,5<" in html

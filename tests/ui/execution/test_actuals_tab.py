"""The grid of actuals: keys, blocks from Excel, red cells, undo, evidence, in both languages."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QAbstractItemModelTester, QTest

from meritdesk.core.agency_settings import PREFIX
from meritdesk.core.evidence import EvidenceFilter, EvidenceKind
from meritdesk.services.execution.grid import GridQuery
from meritdesk.ui.execution.actuals_table import FIRST_PERIOD, Fixed
from meritdesk.ui.execution.evidence_pane import THUMBNAIL
from meritdesk.ui.grids.cells import Deed, Typed
from meritdesk.ui.sheets.write_dialog import WriteSheetsDialog

Q4 = FIRST_PERIOD + 3
YEAR = FIRST_PERIOD + 4


@pytest.fixture
def tab(open_tab, indonesian):
    return open_tab("actuals", indonesian)


def measured(tab) -> tuple[int, int]:
    """Two rows one below the other whose targets are measured."""
    lows = [line.indicator.target.low for line in tab.table.lines]
    first = next(row for row in range(len(lows) - 1) if lows[row] is not None and lows[row + 1] is not None)
    return first, first + 1


def choose(tab, row: int, column: int = Q4) -> None:
    tab.grid.setFocus()
    selection = tab.grid.selectionModel()
    selection.setCurrentIndex(tab.table.index(row, column), selection.SelectionFlag.ClearAndSelect)


def text(tab, row: int, column: int = Q4) -> str:
    return str(tab.table.index(row, column).data(Qt.ItemDataRole.EditRole))


def test_the_tab_opens_with_every_word_in_the_language_and_the_model_keeps_its_promises(open_tab, words):
    tab = open_tab("actuals", words)
    QAbstractItemModelTester(tab.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert tab.table.lines
    assert tab.table.columnCount() == FIRST_PERIOD + 5
    wanted = {"id": ("Indikator", "TW IV", "Tahun"), "en": ("Indicator", "Q IV", "Year")}[words.language]
    assert (tab.table.heading(Fixed.INDICATOR), tab.table.heading(Q4), tab.table.heading(YEAR)) == wanted
    assert tab.totals.text()
    assert "V-50" in tab.hints.text()
    other = "en" if words.language == "id" else "id"
    words.set_language(other)
    assert tab.table.heading(Fixed.INDICATOR) != wanted[0]
    words.set_language(words.language)


def test_typing_saves_at_once_and_ctrl_z_takes_it_back(tab, at_rest, desk):
    row = measured(tab)[0]
    choose(tab, row)
    QTest.keyClicks(tab.grid, "8")
    editor = QGuiApplication.focusObject()
    QTest.keyClicks(editor, "5")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    at_rest()
    assert text(tab, row).startswith("85")
    assert tab.grid.currentIndex().row() == row + 1
    line = tab.table.lines[row]
    assert desk.execution.grid.cell(line.person_id, line.indicator.indicator_id, tab.table.periods[3]).text.startswith(
        "85"
    )
    QTest.keyClick(tab.grid, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    at_rest()
    assert text(tab, row) == ""
    tab.keeper.undo()
    assert tab.heard[-1]


def test_many_steps_go_back_and_forth_through_the_journal(tab, at_rest, desk):
    first, second = measured(tab)

    def state():
        at_rest()
        cells = [(row, column) for row in (first, second) for column in (Q4 - 1, Q4)]
        shown = [tab.table.text(*cell) for cell in cells]
        lines = desk.execution.grid.lines(GridQuery(2025, person_ids=(tab.table.lines[first].person_id,))).lines
        stored = [[line.cells[code].text for code in sorted(line.cells)] for line in lines]
        return shown, stored, dict(tab.table.reds)

    states = [state()]
    for typed, deed in (
        ([Typed(first, Q4, "85")], Deed.TYPE),
        ([Typed(first, Q4, "banyak")], Deed.TYPE),
        ([Typed(first, Q4 - 1, "1"), Typed(second, Q4 - 1, "2"), Typed(first, Q4, "3")], Deed.SET),
        ([Typed(first, Q4 - 1, ""), Typed(first, Q4, "")], Deed.CLEAR),
    ):
        tab.keeper.enter(typed, deed)
        states.append(state())
    assert len({repr(one) for one in states}) == len(states)
    choose(tab, first)
    for wanted in reversed(states[:-1]):
        QTest.keyClick(tab.grid, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert state() == wanted
    for wanted in states[1:]:
        QTest.keyClick(tab.grid, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
        assert state() == wanted


def test_undo_may_be_asked_for_before_the_desk_has_answered(tab, at_rest):
    row = measured(tab)[0]
    before = text(tab, row)
    tab.keeper.enter((Typed(row, Q4, "85"),))
    tab.keeper.enter((Typed(row, Q4, "86"),))
    assert tab.keeper.is_saving
    tab.keeper.undo()
    tab.keeper.undo()
    at_rest()
    assert text(tab, row) == before
    tab.keeper.redo()
    at_rest()
    assert text(tab, row).startswith("85")


def test_what_is_not_understood_stays_in_red_with_its_reason_and_is_not_saved(tab, at_rest, desk):
    row = measured(tab)[0]
    tab.keeper.enter((Typed(row, Q4, "banyak"),))
    at_rest()
    index = tab.table.index(row, Q4)
    assert index.data() == "banyak"
    assert "EXE-211" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert index.data(Qt.ItemDataRole.ForegroundRole) is not None
    choose(tab, row)
    assert "EXE-211" in tab.pane.foot.text()
    line = tab.table.lines[row]
    assert desk.execution.grid.cell(line.person_id, line.indicator.indicator_id, tab.table.periods[3]).text == ""
    tab.refresh()
    at_rest()
    assert text(tab, row) == "banyak"
    tab.keeper.enter((Typed(row, Q4, "85"),))
    at_rest()
    assert text(tab, row).startswith("85")
    assert not tab.table.reds


def test_red_cells_stand_there_again_after_the_window_was_closed(open_tab, indonesian, at_rest, desk):
    tab = open_tab("actuals", indonesian)
    row = measured(tab)[0]
    tab.keeper.enter((Typed(row, Q4, "banyak"),))
    tab.red_memory.keep_now()
    at_rest()
    again = open_tab("actuals", indonesian)
    at_rest()
    assert (text(again, row), "EXE-211" in again.table.why(row, Q4)) == ("banyak", True)
    again.keeper.enter((Typed(row, Q4, "85"),))
    at_rest()
    again.red_memory.keep_now()
    at_rest()
    assert desk.upkeep.memory.recall("grid.reds.execution.actuals") == ""


def test_what_is_being_typed_in_a_cell_when_the_power_fails_stands_there_in_red(open_tab, indonesian, at_rest, desk):
    tab, memory = open_tab("actuals", indonesian), "grid.reds.execution.actuals"
    row = measured(tab)[0]
    stored = text(tab, row, Q4)
    choose(tab, row, Q4)
    QTest.keyClick(tab.grid, Qt.Key.Key_F2)
    editor = QGuiApplication.focusObject()
    editor.selectAll()
    QTest.keyClicks(editor, "91")
    tab.red_memory.keep_now()
    at_rest()
    left_by_a_kill = desk.upkeep.memory.recall(memory)
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    tab.red_memory.keep_now()
    at_rest()
    assert (text(tab, row, Q4), desk.upkeep.memory.recall(memory)) == (stored, "")
    desk.upkeep.memory.keep(memory, left_by_a_kill)
    again = open_tab("actuals", indonesian)
    at_rest()
    assert text(again, row, Q4) == "91" != stored
    said = again.table.why(row, Q4)
    indonesian.set_language("en")
    assert "not entered" in again.table.why(row, Q4) != said
    indonesian.set_language("id")
    choose(again, row, Q4)
    QTest.keyClick(again.grid, Qt.Key.Key_F2)
    QTest.keyClick(QGuiApplication.focusObject(), Qt.Key.Key_Return)
    at_rest()
    assert again.table.reds == {} and text(again, row, Q4).startswith("91")


def test_a_red_cell_kept_in_one_language_comes_back_in_the_other(open_tab, indonesian, at_rest):
    tab = open_tab("actuals", indonesian)
    row = measured(tab)[0]
    tab.keeper.enter((Typed(row, Q4, "banyak"),))
    before = tab.table.why(row, Q4)
    tab.red_memory.keep_now()
    at_rest()
    indonesian.set_language("en")
    again = open_tab("actuals", indonesian)
    at_rest()
    assert "EXE-211" in again.table.why(row, Q4) != before
    assert again.table.why(row, Q4) == tab.table.why(row, Q4)


def test_the_reason_of_a_red_cell_follows_the_language(open_tab, indonesian, at_rest):
    tab = open_tab("actuals", indonesian)
    row = measured(tab)[0]
    tab.keeper.enter((Typed(row, Q4, "banyak"),))
    before = tab.table.why(row, Q4)
    indonesian.set_language("en")
    assert tab.table.why(row, Q4) != before
    assert "EXE-211" in tab.table.why(row, Q4)
    at_rest()


def test_a_block_from_excel_is_taken_whole_when_every_cell_is_understood(tab, at_rest):
    first, second = measured(tab)
    choose(tab, first, Q4 - 1)
    QGuiApplication.clipboard().setText("85\t1.234,5\r\n87,5\t90\r\n")
    QTest.keyClick(tab.grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    at_rest()
    found = [text(tab, row, column) for row in (first, second) for column in (Q4 - 1, Q4)]
    for kept, typed in zip(found, ("85", "1.234,5", "87,5", "90"), strict=True):
        assert kept.startswith(typed)
    assert tab.keeper.preview is None
    tab.keeper.undo()
    at_rest()
    assert [text(tab, row, Q4) for row in (first, second)] == ["", ""]


def test_a_block_with_a_refused_cell_is_previewed_and_only_the_good_cells_are_taken(tab, at_rest):
    first, second = measured(tab)
    choose(tab, first)
    tab.grid.paste("banyak\r\n85\r\n")
    dialog = tab.keeper.preview
    QAbstractItemModelTester(dialog.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert [bool(cell.why) for cell in dialog.table.lines] == [True, False]
    assert dialog.cancel.isDefault()
    assert text(tab, second) == ""
    dialog.accept()
    at_rest()
    assert text(tab, first) == "banyak"
    assert text(tab, second).startswith("85")
    choose(tab, first)
    tab.grid.paste("80\t81\t82\r\n")
    assert "UI-331" in tab.keeper.preview.table.lines[0].why or "ASM-120" in tab.keeper.preview.table.lines[0].why
    tab.keeper.preview.reject()
    choose(tab, first, Fixed.TARGET)
    tab.grid.paste("80")
    assert "UI-332" in tab.keeper.preview.table.lines[0].why
    tab.keeper.preview.reject()
    at_rest()


def test_fill_down_copy_delete_and_tab_work_as_in_excel(tab, at_rest):
    first, second = measured(tab)
    tab.keeper.enter((Typed(first, Q4, "85"),))
    at_rest()
    choose(tab, first)
    tab.grid.selectionModel().select(tab.table.index(second, Q4), tab.grid.selectionModel().SelectionFlag.Select)
    assert tab.grid.copy().split("\r\n")[0] == text(tab, first)
    QTest.keyClick(tab.grid, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    at_rest()
    if tab.keeper.preview is not None:  # the next indicator counts in another unit
        assert "EXE-212" in tab.keeper.preview.table.lines[0].why
        tab.keeper.preview.reject()
    else:
        assert text(tab, second) == text(tab, first)
    choose(tab, first)
    QTest.keyClick(tab.grid, Qt.Key.Key_Delete)
    at_rest()
    assert text(tab, first) == ""
    QTest.keyClick(tab.grid, Qt.Key.Key_Tab)
    assert tab.grid.currentIndex().column() == YEAR
    QTest.keyClick(tab.grid, Qt.Key.Key_Tab)
    assert (tab.grid.currentIndex().row(), tab.grid.currentIndex().column()) == (first + 1, FIRST_PERIOD)


def test_a_closed_cell_cannot_be_written_and_says_why(tab, at_rest):
    row = next(row for row, line in enumerate(tab.table.lines) if line.cells["2025"].is_closed)
    choose(tab, row, YEAR)
    before = text(tab, row, YEAR)
    QTest.keyClicks(tab.grid, "9")
    QTest.keyClick(tab.grid, Qt.Key.Key_Delete)
    at_rest()
    assert text(tab, row, YEAR) == before
    assert tab.heard
    assert not tab.keep_words.isEnabled()


def test_the_leaders_words_are_kept_with_the_cell(tab, at_rest, desk):
    row = measured(tab)[0]
    tab.keeper.enter((Typed(row, Q4, "1"),))
    at_rest()
    choose(tab, row)
    tab.override.setCurrentIndex(2)
    tab.reason.setText("Pandemi")
    tab.feedback.setPlainText("Cukup baik")
    tab.save_words()
    at_rest()
    line = tab.table.lines[row]
    cell = desk.execution.grid.cell(line.person_id, line.indicator.indicator_id, tab.table.periods[3])
    assert (cell.override.value, cell.override_reason, cell.feedback) == ("MEETS", "Pandemi", "Cukup baik")


def test_units_and_search_narrow_the_grid(tab, at_rest, desk):
    every = len(tab.table.lines)
    nip = tab.table.lines[0].nip
    tab.narrow({"nip": nip})
    at_rest()
    assert {line.nip for line in tab.table.lines} == {nip}
    tab.narrow({"search": "tidak ada orang ini"})
    at_rest()
    assert tab.middle.currentIndex() == 1
    assert tab.empty.text()
    unit = next(one for one in desk.register.units() if one.parent_id)
    tab.narrow({"unit": unit.unit_id})
    at_rest()
    assert len(tab.table.lines) < every


def test_the_worklist_leads_to_the_people_without_actuals(tab, at_rest):
    tab.narrow({"missing_actuals": True})
    at_rest()
    assert tab.only_blank.isChecked()
    assert not [line for line in tab.table.lines if "2025" in line.cells and line.cells["2025"].text]
    tab.narrow({"missing_actuals": False})
    at_rest()
    assert tab.table.lines


def test_a_monthly_agency_sees_its_months(tab, at_rest, desk):
    with desk.execution.around.store.writing(desk.execution.around.actor, "test") as work:
        work.set_setting(f"{PREFIX}periodic_cycle", "MONTHLY")
        work.commit()
    tab.refresh()
    at_rest()
    assert tab.table.columnCount() == FIRST_PERIOD + 13
    assert tab.table.heading(FIRST_PERIOD + 4) == "Mei"


# --- evidence beside the cell ------------------------------------------------------------------------------


def image(folder: Path, name: str = "foto.png", width: int = 2400) -> Path:
    picture = QImage(width, width // 2, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.darkCyan)
    assert picture.save(str(folder / name))
    return folder / name


def test_dropped_files_are_attached_shown_as_thumbnails_marked_and_taken_out(tab, at_rest, desk, tmp_path):
    row = measured(tab)[0]
    choose(tab, row)
    at_rest()
    present = tmp_path / "daftar hadir.pdf"
    present.write_bytes(b"%PDF-1.7")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(image(tmp_path))), QUrl.fromLocalFile(str(present))])
    pane = tab.evidence
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    pane.dropEvent(event)
    at_rest()
    assert pane.files.count() == 2
    assert not pane.files.item(0).icon().isNull()
    assert tab.table.grid_cell(row, Q4).evidence == 2
    pane.files.setCurrentRow(1)
    assert EvidenceKind(pane.kind.currentData()) is EvidenceKind.ACTIVITY
    assert pane.told.text().startswith("⚠")
    pane.kind.setCurrentIndex(0)
    pane._mark()
    at_rest()
    assert {one.kind for one in desk.execution.evidence.lines(EvidenceFilter())} == {EvidenceKind.RESULT}
    pane.save_copy(tmp_path / "salinan")
    at_rest()
    assert len(list((tmp_path / "salinan").iterdir())) == 1
    offered = []
    pane.offer_undo.connect(lambda said, change: offered.append(change))
    pane.remove()
    at_rest()
    assert pane.files.count() == 1
    desk.upkeep.undo(offered[0])
    pane.reload()
    at_rest()
    assert pane.files.count() == 2


def test_an_image_that_is_too_large_is_made_smaller_on_request(tab, at_rest, desk, tmp_path):
    with desk.execution.around.store.writing(desk.execution.around.actor, "test") as work:
        work.set_setting(f"{PREFIX}evidence_limit_megabytes", "1")
        work.commit()
    path = tmp_path / "besar.bmp"
    picture = QImage(1000, 800, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    assert picture.save(str(path))
    choose(tab, measured(tab)[0])
    at_rest()
    tab.evidence.attach([path])
    at_rest()
    assert tab.evidence.files.count() == 0
    assert not tab.evidence.shrink_button.isHidden()
    tab.evidence.shrink()
    at_rest()
    assert tab.evidence.files.count() == 1
    assert tab.evidence.shrink_button.isHidden()


def test_a_hostile_photo_is_told_with_its_code_and_the_others_are_shown(tab, at_rest, desk, tmp_path):
    choose(tab, measured(tab)[0])
    at_rest()
    bomb = b"\x89PNG\r\n\x1a\n"
    size = struct.pack(">IIBBBBB", 40_000, 40_000, 8, 6, 0, 0, 0)
    for kind, data in ((b"IHDR", size), (b"IDAT", zlib.compress(bytes(99))), (b"IEND", b"")):
        bomb += struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    files = {"bom.png": bomb, "rusak.jpg": b"\xff\xd8\xff rusak"}
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    pane = tab.evidence
    pane.attach([tmp_path / name for name in files] + [image(tmp_path, "benar.png", 600)])
    at_rest()
    kept = {one.file_name: one for one in desk.execution.evidence.lines(EvidenceFilter())}
    told = {}
    for row in range(pane.files.count()):
        pane.files.setCurrentRow(row)
        told[pane.chosen.file_name] = pane.told.text()
    assert told["bom.png"].startswith("⚠ ") and told["bom.png"].endswith("(EXE-238)")
    assert told["rusak.jpg"].startswith("⚠ ") and told["rusak.jpg"].endswith("(EXE-237)")
    assert told["benar.png"].startswith("benar.png")
    drawn = pane._pictures[kept["benar.png"].sha256].pixmap(THUMBNAIL).toImage()
    middle = drawn.pixelColor(drawn.width() // 2, drawn.height() // 2)
    assert (middle.red(), middle.green(), middle.blue()) == (0, 128, 128)
    # What is attached stays as it was, and no picture is asked for twice.
    assert desk.execution.evidence.content(kept["bom.png"].evidence_id)[1] == bomb
    before = dict(pane._pictures)
    pane.reload()
    at_rest()
    assert pane._pictures == before


def test_a_broken_image_that_is_too_large_is_not_made_smaller_and_says_why(tab, at_rest, desk, tmp_path):
    with desk.execution.around.store.writing(desk.execution.around.actor, "test") as work:
        work.set_setting(f"{PREFIX}evidence_limit_megabytes", "1")
        work.commit()
    path = tmp_path / "besar.jpg"
    path.write_bytes(b"\xff\xd8\xff" + bytes(2 << 20))
    choose(tab, measured(tab)[0])
    at_rest()
    tab.evidence.attach([path])
    at_rest()
    tab.evidence.shrink()
    at_rest()
    assert tab.evidence.files.count() == 0
    assert "EXE-237" in tab.heard[-1] and "besar.jpg" in tab.evidence.told.text()


def test_without_a_cell_the_evidence_says_what_to_choose_first(tab):
    tab.evidence.show_place(None)
    assert not tab.evidence.add_button.isEnabled()
    assert tab.evidence.told.text()


def test_sheets_for_the_shown_unit_are_asked_for_by_key(open_tab, words, at_rest):
    tab = open_tab("actuals", words)
    tab.unit.setCurrentIndex(2)
    tab.grid.setFocus()
    QTest.keyClick(tab, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    at_rest()
    (dialog,) = tab.findChildren(WriteSheetsDialog)
    assert dialog.isVisible() and dialog.sheets == tab.desk.execution.sheets
    assert [choice.unit_id for choice in dialog.chosen()] == [tab.unit.currentData()]
    assert {"id": "Lembar isian", "en": "Fill-in s&heets"}[words.language] in tab.write_sheets.text()

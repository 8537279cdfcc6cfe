"""The import wizard: from a dropped file or a pasted block to what is written, mended, taken along, and undone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from meritdesk.core.given import DoubtAnswer
from meritdesk.core.lines import StaffQuery
from meritdesk.core.work_record import ItemFate, WorkFate
from meritdesk.services import Desk
from meritdesk.services.changes import Step
from meritdesk.services.timekeeping.long_files import MOST_AT_ONCE
from meritdesk.ui.background import Lane
from meritdesk.ui.intake.fate_table import FateColumn
from meritdesk.ui.intake.fates import Fate
from meritdesk.ui.intake.paper import document_of
from meritdesk.ui.intake.tables import CellLine, CellTable, ChoiceLine, ChoiceTable, SheetTable
from meritdesk.ui.intake.wizard import IntakeWizard
from meritdesk.ui.wording import Words
from meritdesk.ui.work.book import WorkBook

Rest = Callable[[], None]
ENTER, CTRL, ALT = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
NEW = ("199001012015011001", "199102022016012002", "199203032017011003")
BLOCK = (
    "DAFTAR URUT KEPANGKATAN\t\t\t\n"
    "Nama Lengkap\tNomor Induk Pegawai\tStatus\tPangkat Gol\n"
    f"Tono Baru\t{NEW[0]}\t1\tIII/c\n"
    f"Wati Baru\t{NEW[1]}\t1\t3c\n"
    f"Yudi Baru\t{NEW[2]}\t1\t3c\n"
)


@pytest.fixture
def wizard(desk: Desk, lane: Lane, words: Words, qtbot: QtBot, at_rest: Rest) -> IntakeWizard:
    wizard = IntakeWizard(lane, words, desk, "STAFF")
    qtbot.addWidget(wizard)
    with qtbot.waitActive(wizard):
        wizard.show()
        wizard.activateWindow()
    at_rest()
    return wizard


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key wherever the focus is."""
    target = QApplication.focusWidget()
    assert isinstance(target, QWidget)
    QTest.keyClick(target, key, modifier)
    # An editor of a cell commits what was typed a turn later.
    QApplication.processEvents()


def types(text: str) -> None:
    target = QApplication.focusWidget()
    assert isinstance(target, QWidget)
    QTest.keyClicks(target, text)


def head_count(desk: Desk, lane: Lane, at_rest: Rest) -> int:
    found: list[int] = []
    lane.ask(lambda step: desk.register.count(StaffQuery()), found.append)
    at_rest()
    return found[0]


def fates(wizard: IntakeWizard) -> list[Fate]:
    return [line.fate for line in sorted(wizard.preview.table.lines, key=lambda line: line.row)]


def test_whoever_stops_a_very_long_file_is_told_which_rows_stay(wizard: IntakeWizard, at_rest: Rest) -> None:
    kinds = [verb.layouts for verb in wizard._verbs]
    wizard.source.kind.setCurrentIndex(1 + kinds.index(("ACTIVITIES",)))

    def long_work(step: Step) -> None:
        step(MOST_AT_ONCE + 2000, 900_000)
        wizard.stop_work()
        step(MOST_AT_ONCE + 4000, 900_000)

    for is_writing, stays in ((True, True), (False, False)):
        wizard.run(long_work, lambda _: None)
        wizard._is_writing = is_writing
        at_rest()
        assert (wizard._words.number(MOST_AT_ONCE) in wizard.told.text()) is stays


def test_from_the_clipboard_to_undo_by_the_keyboard_alone(
    wizard: IntakeWizard, desk: Desk, lane: Lane, at_rest: Rest
) -> None:
    before = head_count(desk, lane, at_rest)
    QGuiApplication.clipboard().setText(BLOCK)
    press(Qt.Key.Key_V, CTRL)
    at_rest()
    page = wizard.mapping
    assert wizard.pages.currentWidget() is page and page.row.value() == 2
    assert QApplication.focusWidget() is page.column_view
    # Status is a coded column: it is read as the kind of employment, and 1 means PNS.
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_F2)
    types("JENIS")
    press(Qt.Key.Key_Down)
    press(ENTER)
    assert page.mapping().columns["contract"] == "Status"
    page.column_view.setFocus()
    assert page.meaning_view.isVisible()
    page.meaning_view.setFocus()
    page.meaning_view.setCurrentIndex(page.meanings.index(0, 2))
    press(Qt.Key.Key_F2)
    types("PNS")
    press(ENTER)
    assert page.mapping().values == {"contract": {"1": "PNS"}}
    press(ENTER, CTRL)
    at_rest()
    assert wizard.pages.currentWidget() is wizard.preview
    assert fates(wizard) == [Fate.REMARK, Fate.ADDED, Fate.REFUSED, Fate.REFUSED]
    # F3 goes to what is open, Enter to the wrong cell; one correction serves all rows that say the same.
    press(Qt.Key.Key_F3)
    press(ENTER)
    types("III/c")
    press(ENTER)
    at_rest()
    assert wizard.preview.alike.isVisible()
    wizard.preview.alike.setFocus()
    press(Qt.Key.Key_Space)
    at_rest()
    assert Fate.REFUSED not in fates(wizard)
    press(ENTER, CTRL)
    at_rest()
    assert wizard.pages.currentWidget() is wizard.outcome
    assert head_count(desk, lane, at_rest) == before + 3
    assert QApplication.focusWidget() is wizard.outcome.undo
    press(Qt.Key.Key_Space)
    at_rest()
    assert head_count(desk, lane, at_rest) == before
    press(ENTER)
    assert not wizard.isVisible()


def test_a_mapping_that_was_remembered_is_used_at_once(
    wizard: IntakeWizard, desk: Desk, lane: Lane, at_rest: Rest
) -> None:
    wizard.take_block(BLOCK)
    at_rest()
    wizard.mapping.name.setText("DUK kota")
    wizard.start.click()
    at_rest()
    wizard.take_block(BLOCK.replace("Tono", "Tini"))
    at_rest()
    assert wizard.pages.currentWidget() is wizard.preview
    assert "DUK kota" in wizard.told.text()
    wizard.back.click()
    assert wizard.pages.currentWidget() is wizard.mapping
    assert wizard.mapping.kept.isVisible() and wizard.mapping.name.text() == "DUK kota"
    wizard.mapping.columns.setData(wizard.mapping.columns.index(0, 2), "")
    assert not wizard.start.isEnabled() and "NAMA" in wizard.mapping.told.text()
    wizard.mapping.rest.setData(wizard.mapping.rest.index(0, 1), "Tanpa Nama")
    assert wizard.start.isEnabled()
    wizard.mapping.forget.click()
    at_rest()
    assert not wizard.mapping.kept.isVisible() and "DUK kota" in wizard.told.text()
    wizard.take_block("NIP\tNAMA\n199001012015011001\tTono\n")
    at_rest()
    wizard.back.click()
    assert wizard.pages.currentWidget() is wizard.mapping and not wizard.mapping.remember.isChecked()


def test_good_rows_are_written_and_the_rest_stays_open_until_it_is_mended(
    wizard: IntakeWizard, desk: Desk, lane: Lane, at_rest: Rest, tmp_path: Path
) -> None:
    before = head_count(desk, lane, at_rest)
    file = tmp_path / "pegawai.csv"
    file.write_text(f"NIP;NAMA\n{NEW[0]};Tono\n1,98107E+17;Rusak\n{NEW[1]};Wati\n", encoding="utf-8")
    content = file.read_bytes()
    wizard.open_file(file)
    at_rest()
    wizard.start.click()
    at_rest()
    assert wizard.outcome.go_on.isVisible() and wizard.outcome.workbook.isVisible()
    wizard.deeds.write_workbook(tmp_path / "ditolak")
    at_rest()
    assert (tmp_path / "ditolak.xlsx").exists() and "ditolak.xlsx" in wizard.outcome.news.text()
    wizard.outcome.go_on.click()
    at_rest()
    assert wizard.preview.line is not None and wizard.preview.line.row == 3
    wizard.preview.mend()
    types(NEW[2])
    press(ENTER)
    at_rest()
    assert wizard.session is not None and wizard.session.open_count == 0
    wizard.start.click()
    at_rest()
    assert head_count(desk, lane, at_rest) == before + 3
    assert not wizard.outcome.go_on.isVisible()
    wizard.outcome.undo.click()
    at_rest()
    assert head_count(desk, lane, at_rest) == before
    assert file.read_bytes() == content


def test_the_workbook_of_refused_rows_comes_back_through_the_wizard(
    wizard: IntakeWizard, at_rest: Rest, tmp_path: Path
) -> None:
    wizard.take_block(f"NIP\tNAMA\tGOLONGAN\n{NEW[0]}\tTono\t3c\n1,98107E+17\tRusak\tIII/a\n")
    at_rest()
    refused = sorted(line.code for line in wizard.preview.table.lines if line.is_open)
    wizard.deeds.write_workbook(tmp_path / "ditolak.xlsx")
    at_rest()
    wizard.open_file(tmp_path / "ditolak.xlsx")
    at_rest()
    assert sorted(line.code for line in wizard.preview.table.lines if line.is_open) == refused == ["IMP-222", "NIP-201"]


def test_corrections_survive_going_back_and_opening_the_file_again(
    wizard: IntakeWizard, desk: Desk, lane: Lane, words: Words, at_rest: Rest, qtbot: QtBot
) -> None:
    block = f"NIP\tNAMA\tGOLONGAN\n{NEW[0]}\tTono\t3c\n{NEW[1]}\tWati\tIII/a\n"
    wizard.take_block(block)
    at_rest()
    wizard.preview.corrected.emit(2, "grade", "III/c")
    at_rest()
    assert wizard.session is not None and wizard.session.open_count == 0
    wizard.back.click()
    wizard.start.click()
    at_rest()
    assert wizard.session.open_count == 0
    wizard.preview.corrected.emit(2, "grade", "3c")
    at_rest()
    assert wizard.session.open_count == 1 and not wizard.session.kept.corrections
    wizard.preview.corrected.emit(2, "grade", "III/c")
    at_rest()
    wizard.close()
    again = IntakeWizard(lane, words, desk)
    qtbot.addWidget(again)
    again.take_block(block)
    at_rest()
    assert again.session is not None and again.session.open_count == 0
    assert words.number(1) in again.told.text()


def test_a_doubtful_row_is_added_is_the_same_person_or_is_left_out(
    wizard: IntakeWizard, desk: Desk, lane: Lane, at_rest: Rest
) -> None:
    found: list[object] = []
    lane.ask(lambda step: desk.register.staff(StaffQuery(limit=1)), found.append)
    at_rest()
    known = found[0][0]  # type: ignore[index]
    person: list[object] = []
    lane.ask(lambda step: desk.register.show(known.nip), person.append)
    at_rest()
    name = person[0].person.name  # type: ignore[attr-defined]
    nip = f"{known.nip[:15]}{(int(known.nip[15:]) + 500) % 1000:03d}"
    wizard.take_block(f"NIP\tNAMA\n{nip}\t{name}\n")
    at_rest()
    preview = wizard.preview
    assert fates(wizard) == [Fate.DOUBT] and preview.same_person.isVisible()
    preview.add_person.click()
    at_rest()
    assert Fate.ADDED in fates(wizard) and preview.take_back.isVisible()
    preview.same_person.click()
    at_rest()
    assert Fate.CHANGED in fates(wizard) and nip in preview.detail.text()
    preview.leave_out.click()
    at_rest()
    assert fates(wizard) == [Fate.LEFT_OUT] and not wizard.start.isVisible()
    assert wizard.session is not None and wizard.session.kept.answers == {2: DoubtAnswer.LEAVE}
    preview.take_back.click()
    at_rest()
    assert fates(wizard) == [Fate.DOUBT]


def test_counts_add_up_and_rows_are_found_by_what_they_say(wizard: IntakeWizard, at_rest: Rest) -> None:
    rows = "".join(f"19900101201501{number:04d}\tOrang {number}\n" for number in range(1001, 1031))
    wizard.take_block(f"NIP\tNAMA\n{rows}1,98107E+17\tRusak\n")
    at_rest()
    session = wizard.session
    assert session is not None and session.outcome is not None
    assert session.outcome.counts.is_complete and session.outcome.counts.read == 31
    wizard.preview.search.setText("orang 1007")
    assert wizard.preview.table.rowCount() == sum(line.label == "Orang 1007" for line in session.lines)
    wizard.preview.search.clear()
    wizard.preview.keep_only(Fate.REFUSED)
    assert wizard.preview.table.index(0, FateColumn.CODE).data() == "NIP-201"
    assert "Rusak" in wizard.preview.table.index(0, FateColumn.LABEL).data()


def test_sheets_and_kinds_can_be_chosen_and_nothing_readable_is_said(
    wizard: IntakeWizard, at_rest: Rest, tmp_path: Path
) -> None:
    import xlsxwriter

    path = tmp_path / "buku.xlsx"
    book = xlsxwriter.Workbook(path)
    for name, heads in (("Pegawai", ("NIP", "NAMA")), ("Unit", ("ID", "NAMA UNOR", "DIATASAN ID"))):
        sheet = book.add_worksheet(name)
        sheet.write_row(0, 0, heads)
        sheet.write_row(1, 0, (NEW[0], "Tono") if name == "Pegawai" else ("U9", "Unit Sembilan", ""))
    book.close()
    wizard.open_file(path)
    at_rest()
    assert wizard.session is not None and "STAFF" in wizard.verb.layouts
    wizard.source.sheet_chosen.emit("Unit")
    at_rest()
    assert "UNITS" in wizard.verb.layouts and wizard.preview.option.isVisible()
    wizard.take_block(" \t ")
    at_rest()
    assert wizard.pages.currentWidget() is wizard.source and "IMP-277" in wizard.told.text()


def test_undo_is_refused_with_its_reason_when_later_changes_stand_on_it(
    wizard: IntakeWizard, desk: Desk, lane: Lane, at_rest: Rest
) -> None:
    wizard.take_block(f"NIP\tNAMA\n{NEW[0]}\tTono\n")
    at_rest()
    wizard.start.click()
    at_rest()
    block = desk.upkeep.tables.open_pasted(f"NIP\tNAMA\n{NEW[0]}\tTono Baru\n", "x").table()
    lane.ask(lambda step: desk.register.import_staff(block))
    at_rest()
    wizard.outcome.undo.click()
    at_rest()
    assert "⚠" in wizard.told.text() and wizard.outcome.undo.isVisible()


def test_the_wizard_speaks_the_other_language_at_once(wizard: IntakeWizard, at_rest: Rest) -> None:
    wizard.take_block(f"NIP\tNAMA\n{NEW[0]}\tTono\n")
    at_rest()
    before = wizard.start.text(), wizard.steps.text(), wizard.told.text()
    wizard._words.set_language("en" if wizard._words.language == "id" else "id")
    assert all(
        old != new
        for old, new in zip(before, (wizard.start.text(), wizard.steps.text(), wizard.told.text()), strict=True)
    )


def test_the_small_tables_are_sound_models(qapp: QApplication) -> None:
    cells = CellTable(lambda: ("a", "b"))
    choices = ChoiceTable(lambda: ("a", "b", "c"))
    sheet = SheetTable()
    for model in (cells, choices, sheet):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    cells.show_lines([CellLine("nip", "NIP", "1", "salah"), CellLine("name", "NAMA", "Sari")])
    assert cells.first_wrong() == 0 and cells.setData(cells.index(1, 1), "Sari P.")
    cells.show_lines([])
    choices.show_lines([ChoiceLine("A", ("A", "x"), "", (("", "–"), ("nip", "NIP")))])
    choices.show_lines([ChoiceLine("A", ("A", "x"), "nip", (("", "–"), ("nip", "NIP")))])
    assert choices.index(0, 2).data() == "NIP"
    choices.show_lines([])
    sheet.show_rows((("a", "b"), ("c",)), 1)
    sheet.show_rows((), 0)


def test_the_list_of_open_rows_goes_to_paper(wizard: IntakeWizard, at_rest: Rest) -> None:
    wizard.take_block("NIP\tNAMA\n1,98107E+17\t<b>Rusak</b>\n")
    at_rest()
    lines = [line for line in wizard.preview.table.lines if line.code]
    text = document_of(lines, "Impor").toPlainText()
    assert "<b>Rusak</b>" in text and "NIP-201" in text


def test_an_import_stands_in_the_history_with_its_rows_and_a_preview_only_as_one(
    wizard: IntakeWizard, desk: Desk, lane: Lane, at_rest: Rest
) -> None:
    WorkBook(desk, lane, wizard)
    wizard.take_block(f"NIP\tNAMA\n{NEW[0]}\tTono\n1,98107E+17\tRusak\n")
    at_rest()
    wizard.start.click()
    at_rest()
    wizard.outcome.undo.click()
    at_rest()
    undone, written, looked, read = desk.upkeep.memory.work()
    assert {item.place for item in desk.upkeep.memory.items(written.work_id)} == {"2", "3"}
    assert written.fate is WorkFate.PARTLY and written.change_set_id and written.counts[ItemFate.REFUSED] == 1
    assert len({one.title for one in (undone, written, looked, read)}) == 4
    assert not looked.counts and not desk.upkeep.memory.items(looked.work_id)


def test_what_was_refused_is_taken_along_also_when_nothing_can_be_imported(
    wizard: IntakeWizard, at_rest: Rest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wizard.take_block("NIP\tNAMA\n1,98107E+17\tRusak\n")
    at_rest()
    assert not wizard.start.isVisible() and wizard.save_corrections.isVisible()
    chosen = str(tmp_path / "ditolak.xlsx")
    monkeypatch.setattr("meritdesk.ui.intake.deeds.QFileDialog.getSaveFileName", lambda *_: (chosen, ""))
    wizard.save_corrections.click()
    at_rest()
    assert Path(chosen).exists() and "ditolak.xlsx" in wizard.told.text()


def test_a_long_file_is_judged_beside_the_window(
    desk: Desk, lane: Lane, words: Words, qtbot: QtBot, at_rest: Rest
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    wizard = IntakeWizard(lane, words, desk, "STAFF", window)
    wizard.open()
    at_rest()
    assert wizard.isVisible() and QApplication.activeModalWidget() is None


def test_several_files_or_a_folder_at_once_are_answered(wizard: IntakeWizard, at_rest: Rest, tmp_path: Path) -> None:
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_text("NIP,NAMA\n", encoding="utf-8")
    for paths, code in (((tmp_path / "a.csv", tmp_path / "b.csv"), "UI-905"), ((tmp_path,), "IMP-209")):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        no_key, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
        entering = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, left, no_key)
        wizard.dragEnterEvent(entering)
        assert entering.isAccepted()
        wizard.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, left, no_key))
        at_rest()
        assert code in wizard.told.text()

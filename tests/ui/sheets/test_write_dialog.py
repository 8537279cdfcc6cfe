"""Fill-in sheets from the window: units chosen, files written, and a sheet that comes back through the dialog."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from meritdesk import bootstrap
from meritdesk.services.fill_sheets import UnitChoice
from meritdesk.ui.assessment.page import AssessmentPage
from meritdesk.ui.intake.wizard import IntakeWizard
from meritdesk.ui.planning.page import PlanningPage
from meritdesk.ui.sheets.kinds import actual_sheets, rating_sheets
from meritdesk.ui.sheets.unit_table import UnitSheetColumn, UnitSheetTable
from meritdesk.ui.sheets.write_dialog import WriteSheetsDialog


@pytest.fixture
def rated(whole_city, tmp_path, lane, at_rest):
    """The desk before the year was closed."""
    import shutil

    shutil.copytree(whole_city.folder / "agency-rated", tmp_path / "rated")
    opened = []
    lane.open(lambda: bootstrap.open_desk(tmp_path / "rated", whole_city.passphrase), opened.append)
    at_rest()
    return opened[0]


@pytest.fixture
def dialog(rated, lane, words, period, qtbot, at_rest, tmp_path):
    made = WriteSheetsDialog(lane, words, (actual_sheets(rated), rating_sheets(rated)), period)
    qtbot.addWidget(made)
    made.use_folder(tmp_path / "untuk unit")
    made.show()
    at_rest()
    return made


def test_the_list_of_units_passes_the_model_test(words):
    table = UnitSheetTable(words)
    QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    table.show_lines([UnitChoice("a", "Kota", 0, 12), UnitChoice("b", "Dinas", 1, 0)])
    table.show_fates({"a": "Isian.xlsx"}, {"b": "tidak ada"})
    table.retranslate()
    shown = [[table.index(row, column).data() for column in UnitSheetColumn] for row in range(2)]
    assert shown == [["Kota", "12", "✓ Isian.xlsx"], ["    Dinas", "0", "tidak ada"]]


def test_one_unit_is_chosen_at_once_and_enter_writes_its_sheet(dialog, at_rest, tmp_path):
    assert len(dialog.chosen()) == 1 and dialog.chosen()[0].people > 0
    assert dialog.start.isDefault() and dialog.start.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    at_rest()
    (path,) = (tmp_path / "untuk unit").iterdir()
    assert path.name.startswith("Isian-Realisasi-")
    assert "Realisasi" in openpyxl.load_workbook(path, read_only=True).sheetnames
    row = next(row for row in range(dialog.table.rowCount()) if dialog.table.index(row, UnitSheetColumn.SHEET).data())
    assert dialog.table.index(row, UnitSheetColumn.SHEET).data() == f"✓ {path.name}"
    assert dialog.open_folder.isVisible()


def test_several_units_get_a_sheet_each_and_those_without_rows_say_so(dialog, at_rest, tmp_path):
    dialog.kind.setCurrentIndex(1)
    at_rest()
    dialog.view.selectAll()
    assert dialog.start.text().replace("&", "").split()[1] == str(len(dialog.table.lines))
    dialog.write()
    at_rest()
    files = list((tmp_path / "untuk unit").iterdir())
    told = [dialog.table.index(row, UnitSheetColumn.SHEET).data() for row in range(dialog.table.rowCount())]
    assert sum(text.startswith("✓") for text in told) == len(files) > 1
    assert all(told)


def test_searching_keeps_the_units_whose_name_has_the_words(dialog):
    name = dialog.table.lines[-1].name
    dialog.search.setText(name)
    assert 0 < dialog.filter.rowCount() <= len(dialog.table.lines)
    dialog.view.selectionModel().select(
        dialog.filter.index(0, 0),
        QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows,
    )
    assert dialog.chosen()[0].name == name


def test_a_folder_that_cannot_be_written_is_told_and_nothing_is_written(dialog, at_rest, tmp_path):
    (tmp_path / "berkas").write_text("x")
    dialog.use_folder(tmp_path / "berkas")
    dialog.write()
    at_rest()
    assert "USE-111" in dialog.told.text()
    assert dialog.start.isEnabled()


@pytest.mark.parametrize("page_type", [PlanningPage, AssessmentPage])
def test_the_pages_open_the_dialog_with_a_key(page_type, rated, lane, words, period, qtbot, at_rest):
    page = page_type(rated, lane, words)
    qtbot.addWidget(page)
    page.resize(1186, 640)
    page.show()
    page.enter(period)
    at_rest()
    assert page.sheets_action.shortcut().toString() == "Ctrl+Shift+U"
    opened = page.open_sheets()
    at_rest()
    assert opened.isVisible() and opened.chosen()
    opened.close()


def spoiled(path: Path) -> Path:
    book = openpyxl.load_workbook(path)
    page = book["Realisasi"]
    places = {page.cell(3, column).value: column for column in range(1, page.max_column + 1)}
    page.cell(4, places["UMPAN BALIK"]).value = "dari unit"
    page.cell(5, places["NILAI REALISASI"]).value = "bukan angka"
    book.save(path)
    return path


def test_a_sheet_comes_back_with_the_fate_of_every_row_and_goes_out_for_correction(
    rated, lane, words, period, qtbot, at_rest, dialog, tmp_path
):
    dialog.write()
    at_rest()
    (path,) = (tmp_path / "untuk unit").iterdir()
    importing = IntakeWizard(lane, words, rated)
    qtbot.addWidget(importing)
    importing.show()
    importing.open_file(spoiled(path))
    at_rest()
    assert importing.start.isVisible() and importing.save_corrections.isVisible()
    importing.deeds.write_corrections(tmp_path / "perbaikan")
    at_rest()
    assert "perbaikan.xlsx" in importing.told.text()
    book = openpyxl.load_workbook(tmp_path / "perbaikan.xlsx")
    assert sum(cell.comment is not None for row in book["Realisasi"].iter_rows() for cell in row) == 1
    importing.start.click()
    at_rest()
    assert importing.outcome.undo.isVisible()
    importing.open_file(path)
    at_rest()
    assert not importing.start.isVisible()


def test_a_dropped_sheet_finds_its_kind_by_itself(rated, lane, words, period, qtbot, at_rest, dialog, tmp_path):
    dialog.kind.setCurrentIndex(1)
    at_rest()
    dialog.write()
    at_rest()
    (path,) = (tmp_path / "untuk unit").iterdir()
    renamed = path.rename(tmp_path / "balasan dari unit.xlsx")
    importing = IntakeWizard(lane, words, rated)
    qtbot.addWidget(importing)
    importing.show()
    importing.open_file(renamed)
    at_rest()
    at_rest()
    assert importing.verb.layouts == ("FILL_RATINGS",)
    assert importing.preview.table.rowCount() > 0

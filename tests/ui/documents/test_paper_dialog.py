"""Print on paper: the preview is searched and paged, only chosen pages are sent, the printer is remembered per form."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from meritdesk.core.documents import PaperSize, PaperStyle
from meritdesk.core.office_paper import ColumnAlign, OfficePaper, PaperColumn, PaperTable
from meritdesk.printing.press import Press
from meritdesk.services import Desk
from meritdesk.ui.background import Lane
from meritdesk.ui.documents.page_list import PageList
from meritdesk.ui.documents.paper_dialog import PaperDialog
from meritdesk.ui.documents.paper_file import PaperFile
from meritdesk.ui.documents.preview import THUMB_WIDTH, Preview
from meritdesk.ui.documents.printers import PrinterSetup, setup_of
from meritdesk.ui.wording import Words

Rest = Callable[[], None]


class PaperTray:
    """Printers that write what they are sent into files."""

    def __init__(self, folder: Path, *names: str) -> None:
        self.folder = folder
        self._names = names

    def names(self) -> tuple[str, ...]:
        return self._names

    def printer(self, name: str) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.folder / f"{name}.pdf"))
        printer.setResolution(150)
        return printer

    def sizes(self, name: str) -> list[tuple[int, int]]:
        document = pypdfium2.PdfDocument(self.folder / f"{name}.pdf")
        sizes = [tuple(round(side) for side in document.get_page_size(number)) for number in range(len(document))]
        document.close()
        return sizes


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """A list that fills several lying pages of Folio; the word Srikandi stands on the last one only."""
    rows = tuple((str(number), f"Pegawai nomor {number}") for number in range(1, 120))
    table = PaperTable((PaperColumn("No", 1, ColumnAlign.RIGHT), PaperColumn("Nama", 6)), (*rows, ("120", "Srikandi")))
    path = tmp_path / "daftar.pdf"
    Press().print_paper(
        OfficePaper(kind=_kind(), title="Daftar", agency_name="Kota", place="Solo", sections=(table,)),
        path,
        PaperStyle(PaperSize.FOLIO),
    )
    return path


def _kind():
    from meritdesk.core.documents import PaperKind

    return PaperKind.CALL_SHEET


@pytest.fixture
def tray(tmp_path: Path) -> PaperTray:
    (tmp_path / "tray").mkdir()
    return PaperTray(tmp_path / "tray", "Canon lantai 2", "Epson loket")


@pytest.fixture
def dialog(
    desk: Desk, lane: Lane, words: Words, paper: Path, tray: PaperTray, qtbot: QtBot, at_rest: Rest
) -> PaperDialog:
    dialog = PaperDialog(desk, lane, words, paper, "D.1.1", printers=tray)
    qtbot.addWidget(dialog)
    dialog.show()
    at_rest()
    return dialog


def test_only_the_chosen_pages_are_sent_in_their_own_size(dialog: PaperDialog, tray: PaperTray, at_rest: Rest) -> None:
    assert dialog.preview.page_count >= 3
    dialog.pages.setText("1, 3")
    dialog.print_now()
    at_rest()
    assert tray.sizes("Canon lantai 2") == [(612, 936), (612, 936)]
    assert "2" in dialog.told.text() and "Canon lantai 2" in dialog.told.text()
    assert dialog.print_button.isEnabled() and dialog.progress.isHidden()


def test_a_wrong_range_is_told_and_nothing_is_sent(dialog: PaperDialog, tray: PaperTray, at_rest: Rest) -> None:
    dialog.pages.setText("9-12")
    dialog.print_now()
    at_rest()
    assert not dialog.refusal.isHidden()
    assert list(tray.folder.iterdir()) == []


def test_the_printer_is_remembered_for_each_form(
    dialog: PaperDialog, desk: Desk, lane: Lane, words: Words, paper: Path, tray: PaperTray, qtbot: QtBot, at_rest: Rest
) -> None:
    dialog.printer.setCurrentIndex(1)
    dialog.right.setValue(1.5)
    dialog.pages.setText("1")
    dialog.print_now()
    at_rest()
    again = PaperDialog(desk, lane, words, paper, "D.1.1", printers=tray)
    qtbot.addWidget(again)
    at_rest()
    assert again.chosen_printer() == "Epson loket"
    assert again.right.value() == 1.5
    assert setup_of("Epson loket") == PrinterSetup(1.5, 0.0, False)
    assert setup_of("Canon lantai 2") == PrinterSetup()


def test_a_stopped_run_says_how_many_pages_went_out(dialog: PaperDialog, tray: PaperTray, at_rest: Rest) -> None:
    dialog.print_now()
    assert not dialog.stop_button.isHidden()
    dialog.reject()
    assert dialog.isVisible(), "closing during a run only stops it"
    at_rest()
    assert dialog.stop_button.isHidden()
    assert len(dialog.told.text()) > 10
    dialog.reject()
    assert not dialog.isVisible()


def test_a_file_that_is_gone_is_refused(
    desk: Desk, lane: Lane, words: Words, tmp_path: Path, tray: PaperTray, qtbot: QtBot, at_rest: Rest
) -> None:
    dialog = PaperDialog(desk, lane, words, tmp_path / "hilang.pdf", "D.1.1", printers=tray)
    qtbot.addWidget(dialog)
    at_rest()
    assert not dialog.refusal.isHidden()
    dialog.print_now()
    assert dialog.stop_button.isHidden()


def test_without_a_printer_the_dialog_says_what_to_do(
    desk: Desk, lane: Lane, words: Words, tmp_path: Path, paper: Path, qtbot: QtBot, at_rest: Rest
) -> None:
    dialog = PaperDialog(desk, lane, words, paper, "D.1.1", printers=PaperTray(tmp_path))
    qtbot.addWidget(dialog)
    at_rest()
    assert not dialog.print_button.isEnabled()
    assert dialog.told.text()


def test_the_test_page_takes_the_place_of_the_document(dialog: PaperDialog, tray: PaperTray, at_rest: Rest) -> None:
    dialog.print_test_page()
    at_rest()
    assert dialog.preview.page_count == 1
    dialog.print_now()
    at_rest()
    assert tray.sizes("Canon lantai 2") == [(612, 936)]


def test_a_word_is_found_and_shown_on_its_page(dialog: PaperDialog, at_rest: Rest) -> None:
    preview = dialog.preview
    preview.search.setText("srikandi")
    preview.search.returnPressed.emit()
    at_rest()
    assert preview.current_page == preview.page_count - 1
    assert preview.hits.text().startswith("1")
    preview.search.setText("tidak ada di sini")
    preview.search.returnPressed.emit()
    at_rest()
    assert not preview._found and preview.hits.text()


def test_every_place_is_visited_and_after_the_last_comes_the_first(dialog: PaperDialog, at_rest: Rest) -> None:
    preview = dialog.preview
    preview.search_for("nomor 11")
    at_rest()
    count = len(preview._found)
    assert count == 11  # 11 and 110 to 119
    for _ in range(count):
        preview.go_to_found(1)
    at_rest()
    assert preview._place == 0


def test_thumbs_are_drawn_only_when_they_are_seen(lane: Lane, paper: Path, qtbot: QtBot, at_rest: Rest) -> None:
    preview = Preview(lane)
    qtbot.addWidget(preview)
    preview.resize(700, 500)
    preview.show()
    preview.show_pdf(paper)
    at_rest()
    qtbot.waitUntil(lambda: 0 in preview.pages._pictures, timeout=3_000)
    assert abs(preview.pages._pictures[0].width() / preview.devicePixelRatioF() - THUMB_WIDTH) <= 1
    preview.show_page(preview.page_count - 1)
    at_rest()
    assert preview.number.value() == preview.page_count


def test_the_list_of_pages_is_a_sound_model(paper: Path) -> None:
    pages = PageList(QSize(40, 60))
    QAbstractItemModelTester(pages, QAbstractItemModelTester.FailureReportingMode.Fatal)
    pages.show_pages(3)
    file = PaperFile(paper)
    pages.show_pictures(file.thumbs([0, 2], 40, 1.0))
    file.close()
    assert pages.rowCount() == 3
    pages.show_pages(0)
    assert pages.rowCount() == 0

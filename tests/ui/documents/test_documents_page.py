"""Dokumen: the preview is the sheet, printing can be stopped, the register finds it, a changed PDF is told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from meritdesk.core.documents import Finding, Form, PaperSize, PaperStanding
from meritdesk.core.lines import DocumentLine, StaffLine, StaffQuery
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.services import Desk
from meritdesk.services.changes import Blocked
from meritdesk.services.documents import PrintOutcome, VerifiedDocument
from meritdesk.ui.background import Lane
from meritdesk.ui.documents.outcome_dialog import PrintOutcomeDialog
from meritdesk.ui.documents.print_tab import PrintTab, Scope
from meritdesk.ui.documents.register_tab import RegisterTab
from meritdesk.ui.documents.tables import BlockedTable, DocumentColumn, DocumentTable, VerifiedTable
from meritdesk.ui.documents.verify_tab import VerifyTab
from meritdesk.ui.line_table import SORT
from meritdesk.ui.people_list import NamesAndNumbers
from meritdesk.ui.rooms import make_page
from meritdesk.ui.tabs import TabbedRoom
from meritdesk.ui.wording import Words

Rest = Callable[[], None]


class DocumentsPage:
    """The room with the tabs that these tests sit at."""

    def __init__(self, room: TabbedRoom) -> None:
        self.room = room
        self.words = room.words
        self.printing, self.register, self.verifying = room.tab("print"), room.tab("register"), room.tab("verify")
        assert isinstance(self.printing, PrintTab)
        assert isinstance(self.register, RegisterTab)
        assert isinstance(self.verifying, VerifyTab)


def shown(tab: RegisterTab) -> list[DocumentLine]:
    """What the register shows, as far as it is here."""
    lines = [tab.documents.line(row) for row in range(tab.documents.rowCount())]
    return [line for line in lines if line is not None]


@pytest.fixture
def page(desk: Desk, lane: Lane, words: Words, period: Period, qtbot: QtBot, at_rest: Rest) -> DocumentsPage:
    room = make_page("documents", desk, lane, words)
    assert isinstance(room, TabbedRoom)
    qtbot.addWidget(room)
    lane.changed.connect(room.hear)
    room.resize(1186, 660)
    room.show()
    room.choose("print")
    room.enter(period)
    at_rest()
    return DocumentsPage(room)


def printed(page: DocumentsPage, folder: Path, at_rest: Rest) -> PrintOutcome:
    heard: list[PrintOutcome] = []
    page.printing.printed.connect(heard.append)
    page.printing.print_to(folder)
    at_rest()
    for dialog in page.room.findChildren(PrintOutcomeDialog):
        dialog.accept()
    page.room.choose("register")
    at_rest()
    page.room.choose("print")
    return heard[0]


def test_the_first_person_is_previewed_at_once(page: DocumentsPage) -> None:
    assert page.printing.chosen_person() is not None
    assert page.printing.refusal.isHidden()
    assert page.printing.preview.area.isVisible()
    assert page.printing.preview.sheet.pixmap().width() > 200
    assert page.printing.print_button.isEnabled()


def test_the_head_of_region_gets_no_sheet_and_is_not_offered(page: DocumentsPage) -> None:
    assert page.printing.listing.total
    assert all(line.nip for line in page.printing.people.here())


def test_a_form_that_does_not_fit_shows_the_one_that_does(page: DocumentsPage, at_rest: Rest) -> None:
    shown = set()
    for form in (Form.C_1_1, Form.C_1_2, Form.C_1_3):
        page.printing.narrow({"form": form.value})
        page.printing.show_preview()
        at_rest()
        assert page.printing.refusal.isHidden()
        shown.add(page.printing._used_form)
    assert len(shown) == 1


def test_printing_one_person_writes_the_file_and_enters_the_register(
    page: DocumentsPage, at_rest: Rest, tmp_path: Path
) -> None:
    person = page.printing.chosen_person()
    assert person is not None
    outcome = printed(page, tmp_path / "paper", at_rest)
    assert outcome.file is not None and outcome.sheets == 1
    assert Path(outcome.file.path).is_file()
    assert [line.nip for line in shown(page.register)] == [person.nip]
    assert page.register.documents.index(0, DocumentColumn.NAME).data() == person.name


def test_printing_everybody_lists_who_was_left_out(
    page: DocumentsPage, at_rest: Rest, tmp_path: Path, desk: Desk, lane: Lane
) -> None:
    page.printing.scopes.button(Scope.ALL).setChecked(True)
    outcome = printed(page, tmp_path / "paper", at_rest)
    counted: list[int] = []
    lane.ask(lambda step: desk.documents.count(), counted.append)
    at_rest()
    assert outcome.sheets == counted[0] > 10
    dialog = PrintOutcomeDialog(outcome, page.words)
    assert dialog.blocked.rowCount() == len(outcome.blocked)
    assert page.words.number(outcome.sheets) in dialog.summary.text()


def test_a_unit_is_printed_with_everything_below_it(
    page: DocumentsPage, at_rest: Rest, tmp_path: Path, desk: Desk, lane: Lane
) -> None:
    units: list[tuple[object, ...]] = []
    lane.ask(lambda step: desk.register.units(), units.append)
    at_rest()
    branch = next(unit for unit in units[0] if unit.parent_id)  # type: ignore[attr-defined]
    page.room.narrow({"unit": branch.unit_id})  # type: ignore[attr-defined]
    at_rest()
    assert page.printing.scopes.checkedId() == Scope.UNIT
    outcome = printed(page, tmp_path / "paper", at_rest)
    expected: list[int] = []
    lane.ask(
        lambda step: desk.register.count(StaffQuery(desk.register.branch(branch.unit_id))),  # type: ignore[attr-defined]
        expected.append,
    )
    at_rest()
    assert 0 < outcome.sheets + len(outcome.blocked) <= expected[0]
    assert outcome.sheets < page.printing.people.rowCount() + 1


def test_printing_that_is_stopped_leaves_no_file_and_no_entry(
    page: DocumentsPage, at_rest: Rest, tmp_path: Path
) -> None:
    page.printing.scopes.button(Scope.ALL).setChecked(True)
    heard: list[PrintOutcome] = []
    page.printing.printed.connect(heard.append)
    page.printing.print_to(tmp_path / "paper")
    assert not page.printing.stop_button.isHidden()
    page.printing.stop_button.click()
    at_rest()
    assert heard == []
    assert list(tmp_path.glob("paper/*")) == []
    assert page.register.documents.rowCount() == 0
    assert page.printing.stop_button.isHidden() and page.printing.print_button.isEnabled()


def test_paper_size_is_remembered_and_reaches_the_sheet(page: DocumentsPage, at_rest: Rest) -> None:
    before = page.printing.preview._drawn.width
    page.printing.size_box.setCurrentIndex(page.printing.size_box.findData(PaperSize.A4))
    page.printing.size_box.activated.emit(page.printing.size_box.currentIndex())
    at_rest()
    assert page.printing.preview._drawn.width != before
    assert page.printing.style_chosen().size is PaperSize.A4


def test_a_period_without_evaluations_says_why_there_is_no_sheet(page: DocumentsPage, at_rest: Rest) -> None:
    page.room.enter(Period(2024, PeriodKind.YEAR))
    at_rest()
    assert page.printing.refusal.isVisible()
    assert not page.printing.print_button.isEnabled()


def test_our_pdf_is_current_and_a_changed_one_is_told(page: DocumentsPage, at_rest: Rest, tmp_path: Path) -> None:
    outcome = printed(page, tmp_path / "paper", at_rest)
    assert outcome.file is not None
    path = Path(outcome.file.path)
    page.room.narrow({"tab": "verify", "file": path})
    at_rest()
    assert page.room.current is page.verifying
    assert page.words.messages.label_of(Finding.CURRENT) in page.verifying.finding.text()
    assert page.verifying.table.rowCount() == 1
    path.write_bytes(path.read_bytes().replace(b"/Lang(id-ID)", b"/Lang(en-GB)"))
    page.verifying.verify(path)
    at_rest()
    assert page.words.messages.label_of(Finding.CHANGED) in page.verifying.finding.text()


def test_a_file_that_is_no_pdf_is_refused_with_a_code(page: DocumentsPage, at_rest: Rest, tmp_path: Path) -> None:
    path = tmp_path / "foto.pdf"
    path.write_bytes(b"not a pdf")
    page.verifying.verify(path)
    at_rest()
    assert not page.verifying.refusal.isHidden()
    label = page.verifying.refusal.findChild(QLabel)
    assert isinstance(label, QLabel) and "DOC-" in label.text()


def test_the_register_finds_by_number(page: DocumentsPage, at_rest: Rest, tmp_path: Path, qtbot: QtBot) -> None:
    page.printing.scopes.button(Scope.ALL).setChecked(True)
    printed(page, tmp_path / "paper", at_rest)
    number = shown(page.register)[3].number
    page.room.narrow({"tab": "register", "search": number})
    qtbot.waitUntil(lambda: page.register.documents.rowCount() == 1, timeout=5_000)
    assert page.register.documents.index(0, DocumentColumn.NUMBER).data() == number
    page.room.narrow({"tab": "register", "search": "tidak ada"})
    qtbot.waitUntil(lambda: page.register.documents.rowCount() == 0, timeout=5_000)
    assert page.register.listing.stack.currentIndex() == 1


def document(number: int) -> DocumentLine:
    moment = datetime(2026, 1, number, tzinfo=UTC)
    return DocumentLine(
        f"d{number}", f"{number:04d}", "D.1.1", "1" * 18, "Siti", "2025", 1, 1, moment, "f.pdf", PaperStanding.CURRENT
    )


def test_the_register_holds_under_the_bench(words: Words) -> None:
    table = DocumentTable(words)
    QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    table.start(3, {0: [document(1), document(2), document(3)]})
    assert table.rowCount() == 3
    assert table.index(2, DocumentColumn.PRINTED).data(SORT) == document(3).printed_at


def test_the_small_lists_are_sound_models(words: Words, page: DocumentsPage) -> None:
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    people, blocked, verified = NamesAndNumbers(words), BlockedTable(words), VerifiedTable(words)
    testers = [QAbstractItemModelTester(table, fatal) for table in (people, blocked, verified)]
    first: StaffLine = next(page.printing.people.here())
    people.show_lines([first, first])
    blocked.show_lines([Blocked("1" * 18, "Siti", "DOC-422", {"period": "2025"})])
    verified.show_lines([VerifiedDocument("0001", 1, 2, Finding.REPLACED)])
    assert len(testers) == 3
    assert "DOC-422" in blocked.index(0, 2).data() and "2025" in blocked.index(0, 2).data()
    assert verified.index(0, 3).data() == words.messages.label_of(Finding.REPLACED)


def test_a_click_on_a_tab_leads_the_keyboard_into_its_page(page: DocumentsPage, qtbot: QtBot, at_rest: Rest) -> None:
    room = page.room
    room.primary_focus().setFocus()
    for key in ("register", "print", "register"):
        bar = room.bar.tabBar()
        qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(room.keys.index(key)).center())
        at_rest()
        marked = room.focusWidget()
        assert marked is not None and room.tab(key).isAncestorOf(marked)

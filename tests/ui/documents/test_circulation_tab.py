"""Di luar: papers are scanned into a tray, moved with one entry, found, called back; all of it from the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from meritdesk.core.circulation import PaperStage
from meritdesk.core.documents import Form
from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.services.documents import Selection
from meritdesk.services.documents.circulation import CirculationQuery
from meritdesk.ui.background import Lane
from meritdesk.ui.documents.circulation_tab import FILTERS, CirculationTab
from meritdesk.ui.documents.circulation_table import CirculationColumn, CirculationTable
from meritdesk.ui.documents.move_dialog import Happening, MoveDialog
from meritdesk.ui.line_table import SORT
from meritdesk.ui.wording import Words

Rest = Callable[[], None]
EVERYWHERE = frozenset(PaperStage)


@pytest.fixture
def tab(
    desk: Desk, lane: Lane, words: Words, period: Period, qtbot: QtBot, at_rest: Rest, tmp_path: Path
) -> CirculationTab:
    lane.ask(lambda step: desk.documents.print(Form.D_1_1, period, Selection(), tmp_path / "kertas"))
    at_rest()
    page = CirculationTab(desk, lane, words)
    qtbot.addWidget(page)
    lane.changed.connect(page.hear)
    page.resize(1186, 660)
    page.show()
    page.enter(period)
    at_rest()
    return page


def where(tab: CirculationTab, name: str) -> None:
    tab.listing.keep("where", [] if name == "all" else [name])


def numbers(tab: CirculationTab, at_rest: Rest) -> list[str]:
    where(tab, "all")
    return [line.view.paper.number for line in tab.table.lines]


def scan(tab: CirculationTab, text: str, at_rest: Rest) -> None:
    tab.scan.setFocus()
    QTest.keyClicks(tab.scan, text)
    QTest.keyClick(tab.scan, Qt.Key.Key_Return)
    at_rest()


def note(tab: CirculationTab, what: Happening | None, at_rest: Rest, reason: str = "") -> None:
    dialog = tab.open_move()
    assert dialog is not None
    if what is not None:
        dialog.happening.setCurrentIndex(dialog.happening.findData(what))
    dialog.reason.setText(reason)
    dialog.accept()
    at_rest()


def test_nothing_is_out_at_first_and_the_page_says_what_to_do(tab: CirculationTab) -> None:
    where(tab, "out")
    assert not tab.table.lines and tab.listing.empty.isVisible() and len(tab.listing.empty.text()) > 30
    assert not tab.move_papers.isEnabled() and not tab.call_back.isEnabled()
    assert tab.primary_focus() is tab.scan


def test_papers_scanned_one_after_the_other_go_out_with_one_enter(tab: CirculationTab, at_rest: Rest) -> None:
    first, second, third, *_ = numbers(tab, at_rest)
    for text in (first, second, f" {third.lower()}", first):
        scan(tab, text, at_rest)
    assert len(tab.tray) == 3 and len(tab.chosen()) == 3 and tab.scan.text() == ""
    marked = [line for line in range(len(tab.table.lines)) if tab.table.index(line, 0).data()]
    assert len(marked) == 3
    dialog = tab.open_move()
    assert dialog is not None and dialog.noted().happening is Happening.TO_RATER
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    at_rest()
    assert tab.tray == {} and tab.refusal.isHidden()
    where(tab, "out")
    assert [line.view.state.stage for line in tab.table.lines] == [PaperStage.AT_RATER] * 3
    assert sum(choice.count or 0 for choice in tab.listing.chips.facets["holder"].choices()) == 3


def test_an_unknown_code_is_told_and_the_line_is_ready_for_the_next(tab: CirculationTab, at_rest: Rest) -> None:
    scan(tab, "MD1:SALAH", at_rest)
    assert not tab.refusal.isHidden() and tab.tray == {} and tab.scan.text() == ""


def test_what_cannot_go_is_told_with_its_reason_and_stays_in_the_tray(tab: CirculationTab, at_rest: Rest) -> None:
    first, second, *_ = numbers(tab, at_rest)
    said: list[str] = []
    tab.message.connect(said.append)
    for text in (first, second):
        scan(tab, text, at_rest)
    note(tab, Happening.TO_EMPLOYEE, at_rest)
    assert len(tab.tray) == 2 and "2" in said[0]
    undo: list[tuple[str, str]] = []
    tab.offer_undo.connect(lambda text, change: undo.append((text, change)))
    note(tab, Happening.TO_EMPLOYEE, at_rest, reason="Penilai dinas luar")
    assert tab.tray == {} and undo[0][1]


def test_the_whole_way_of_a_paper_is_told_beside_the_list(tab: CirculationTab, at_rest: Rest) -> None:
    number = numbers(tab, at_rest)[0]
    for what in (Happening.TO_RATER, Happening.BACK_SIGNED, Happening.TO_EMPLOYEE, Happening.BACK_SIGNED):
        scan(tab, number, at_rest)
        note(tab, what, at_rest)
        assert tab.refusal.isHidden()
    scan(tab, number, at_rest)
    note(tab, None, at_rest)  # the next step that stands there: scanned
    where(tab, "scanned")
    assert [line.view.paper.number for line in tab.table.lines] == [number]
    told = tab.detail.toPlainText()
    assert number in told and "operator" in told and told.count("✓") == 2


def test_a_cancelled_paper_is_called_back(tab: CirculationTab, at_rest: Rest, tmp_path: Path) -> None:
    number = numbers(tab, at_rest)[0]
    scan(tab, number, at_rest)
    note(tab, Happening.TO_RATER, at_rest)
    tab.cancel_number(number, "Tercetak ganda")
    at_rest()
    where(tab, "recalled")
    assert [line.view.paper.number for line in tab.table.lines] == [number] and tab.call_back.isEnabled()
    tab.print_call_back(tmp_path / "tarik")
    at_rest()
    assert len(list((tmp_path / "tarik").glob("TRK*.pdf"))) == 1
    said: list[str] = []
    tab.message.connect(said.append)
    tab.reprint(tmp_path / "ulang")
    at_rest()
    assert len(list((tmp_path / "ulang").glob("*.pdf"))) == 1 and number in said[-1]


@pytest.mark.parametrize("name", FILTERS)
def test_every_filter_shows_what_it_says(tab: CirculationTab, name: str) -> None:
    tab.narrow({"where": name})
    assert {line.view.state.stage for line in tab.table.lines} <= FILTERS[name]
    tab.narrow({"where": name, "search": "tidak ada yang bernama begini"})
    assert tab.table.lines == []


def test_the_dialog_asks_for_a_reason_where_one_is_needed(words: Words, qtbot: QtBot, tab: CirculationTab) -> None:
    where(tab, "all")
    dialog = tab.open_move()
    assert isinstance(dialog, MoveDialog)
    save = dialog.buttons.button(dialog.buttons.StandardButton.Save)
    dialog.happening.setCurrentIndex(dialog.happening.findData(Happening.LOST))
    assert not save.isEnabled() and not dialog.holder.isEnabled()
    dialog.reason.setText("Terbakar")
    assert save.isEnabled() and dialog.noted().reason == "Terbakar"
    dialog.reject()


def test_the_model_stands_qts_own_test_and_sorts_by_value(tab: CirculationTab, desk: Desk, words: Words) -> None:
    where(tab, "all")
    table = CirculationTable(words)
    QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    lines = tab.table.lines
    table.show_lines(lines[:2], len(lines))
    table.append(lines[2:])
    table.mark(frozenset({lines[0].view.paper.document_id}))
    assert table.index(0, CirculationColumn.MARK).data() == "✓"
    assert table.index(0, CirculationColumn.DAYS).data(SORT) == lines[0].days
    table.show_lines([])


def test_a_click_on_a_heading_sorts(tab: CirculationTab) -> None:
    where(tab, "all")
    for _ in range(2):
        tab.listing.sort_by(CirculationColumn.NUMBER)
    shown = [line.view.paper.number for line in tab.table.lines]
    assert shown == sorted(shown, reverse=True) and len(shown) > 3


def test_the_page_is_said_in_the_language_of_the_window(tab: CirculationTab, words: Words) -> None:
    is_indonesian = words.language == "id"
    assert tab.move_papers.text() == ("Catat kejadian…" if is_indonesian else "What happened…")
    where(tab, "out")
    assert tab.listing.chips.chips["where"].words.text().endswith(": Di luar" if is_indonesian else ": Out")
    assert CirculationQuery(2025, EVERYWHERE).year == 2025

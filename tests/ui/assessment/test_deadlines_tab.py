"""Tenggat: the board shows what presses, days are entered for many at once, and the way to an objection is one key."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from meritdesk.core.deadlines import DeadlineState
from meritdesk.core.duties import Duty
from meritdesk.core.periods import Period, parse_period
from meritdesk.services import Desk
from meritdesk.ui.assessment.dates_dialog import Entry
from meritdesk.ui.assessment.deadline_table import DeadlineColumn, DeadlineTable
from meritdesk.ui.assessment.deadlines_tab import FILTERS, DeadlinesTab
from meritdesk.ui.assessment.level_dialog import LevelDialog
from meritdesk.ui.background import Lane
from meritdesk.ui.line_table import SORT
from meritdesk.ui.wording import Words

Rest = Callable[[], None]


@pytest.fixture
def page(desk: Desk, lane: Lane, words: Words, period: Period, qtbot: QtBot, at_rest: Rest) -> DeadlinesTab:
    page = DeadlinesTab(desk, lane, words)
    qtbot.addWidget(page)
    lane.changed.connect(page.hear)
    lane.ask(lambda step: desk.assessment.close(period))
    page.resize(1186, 640)
    page.show()
    page.enter(period)
    at_rest()
    return page


def choose(page: DeadlinesTab, name: str) -> None:
    page.listing.keep("state", [] if name == "all" else [name])


def test_every_filter_keeps_its_states_and_the_totals_are_those_of_the_board(page: DeadlinesTab, at_rest: Rest) -> None:
    assert page._board is not None
    for name, states in FILTERS.items():
        choose(page, name)
        at_rest()
        assert {row.deadline.state for row in page.table.lines} <= states
    choose(page, "all")
    assert len(page.table.lines) == sum(page._board.count(state) for state in DeadlineState)
    assert page.words.number(page._board.count(DeadlineState.LATE)) in page.summary.text()


def test_days_of_the_selected_people_are_entered_at_once_and_can_be_undone(
    page: DeadlinesTab, at_rest: Rest, period: Period, qtbot: QtBot
) -> None:
    choose(page, "all")
    page.view.selectAll()
    nips = page.chosen_nips()
    assert len(nips) > 5 and len(set(nips)) == len(nips)
    dialog = page.open_dates()
    assert dialog is not None and not dialog.days()
    what, day = dialog.entries["signed_on"]
    what.setCurrentIndex(Entry.SET)
    day.setDate(QDate(2026, 1, 30))
    assert dialog.days() == {"signed_on": date(2026, 1, 30)}
    with qtbot.waitSignal(page.offer_undo) as undone:
        dialog.accept()
        at_rest()
    assert undone.args[1]
    signed = [row for row in page.table.lines if row.line.papers]
    assert {row.line.papers[0].signed_on for row in signed} == {date(2026, 1, 30)}
    assert all(row.line.evaluation is not None for row in signed)


def test_a_cleared_day_is_asked_for_as_none(page: DeadlinesTab) -> None:
    choose(page, "all")
    dialog = page.open_dates()
    assert dialog is not None
    dialog.entries["received_on"][0].setCurrentIndex(Entry.CLEAR)
    assert dialog.days() == {"received_on": None}
    assert dialog.paper() is None and dialog.signer() is None
    dialog.reject()


def test_the_selected_person_stands_beside_the_board_with_every_clock(page: DeadlinesTab, at_rest: Rest) -> None:
    choose(page, "all")
    page.view.setCurrentIndex(page.table.index(0, 0))
    at_rest()
    text = page.detail.toPlainText()
    row = page.table.lines[0]
    assert row.line.person.full_name in text
    for deadline in row.line.deadlines:
        assert page.words.messages.label_of(deadline.duty) in text


def test_searching_and_narrowing_find_people_and_an_empty_board_says_what_to_do(
    page: DeadlinesTab, at_rest: Rest, qtbot: QtBot
) -> None:
    choose(page, "all")
    nip = page.table.lines[0].line.person.nip
    page.narrow({"state": "all", "nip": nip})
    qtbot.waitUntil(lambda: {row.line.person.nip for row in page.table.lines} == {nip})
    page.search.setText("tidak ada orang seperti ini")
    qtbot.waitUntil(lambda: page.listing.total == 0)
    assert len(page.listing.empty.text()) > 20
    assert not page.dates.isEnabled()


def test_an_objection_begins_at_the_selected_person(page: DeadlinesTab, qtbot: QtBot) -> None:
    choose(page, "all")
    page.view.clearSelection()
    page.view.setCurrentIndex(page.table.index(0, 0))
    with qtbot.waitSignal(page.go_to) as asked:
        page.open_objection()
    assert asked.args == ["assessment", {"tab": "objections", "new": page.table.lines[0].line.person.nip}]


def test_call_sheets_are_printed_for_the_units_shown(
    page: DeadlinesTab, at_rest: Rest, tmp_path: object, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.message) as told:
        page.print_call_sheets(tmp_path / "kertas")  # type: ignore[operator]
        at_rest()
    assert "LP-" in told.args[0]


def test_the_board_is_a_sound_model_that_sorts_by_urgency_and_day(page: DeadlinesTab) -> None:
    choose(page, "all")
    QAbstractItemModelTester(page.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    fresh = DeadlineTable(page.words)
    QAbstractItemModelTester(fresh, QAbstractItemModelTester.FailureReportingMode.Fatal)
    fresh.show_lines(page.table.lines[:5])
    fresh.show_lines([])
    ranks = [page.table.index(row, DeadlineColumn.STATE).data(SORT) for row in range(len(page.table.lines))]
    assert ranks == sorted(ranks)
    assert any(row.deadline.duty is Duty.REPORT for row in page.table.lines)


def test_a_click_on_a_heading_sorts_and_a_third_one_brings_the_urgent_first_again(
    page: DeadlinesTab, at_rest: Rest
) -> None:
    choose(page, "all")
    at_rest()
    before = page.table.lines
    header = page.view.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(DeadlineColumn.NAME) + 12, 8)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    at_rest()
    names = [row.line.person.full_name.casefold() for row in page.table.lines]
    assert names == sorted(names)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    at_rest()
    names = [row.line.person.full_name.casefold() for row in page.table.lines]
    assert names == sorted(names, reverse=True)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    at_rest()
    assert page.table.lines == before
    page.listing.sort_by(DeadlineColumn.LIMIT)
    at_rest()
    days = [row.deadline.limit or date.max for row in page.table.lines]
    assert days == sorted(days)


def test_the_clocks_of_the_whole_office_stand_above_the_board(page: DeadlinesTab) -> None:
    assert page._board is not None
    found = page._board.office_wide()
    assert Duty.DRAFT_AGREEMENT in {one.deadline.duty for one in found}
    assert page.office.isVisible() and "D-1" in page.office.text()
    assert {"id": "Seluruh kantor", "en": "Whole office"}[page.words.language] in page.office.text()
    for one in found:
        named = [unit for unit in page._board.unit_deadlines if unit.deadline.duty is one.deadline.duty]
        assert len(named) == one.units >= len(one.open_units)


def test_the_language_can_change_while_the_board_is_open(page: DeadlinesTab) -> None:
    choose(page, "all")
    before = page.dates.text()
    page.words.set_language("en" if page.words.language == "id" else "id")
    assert page.dates.text() != before


def test_the_level_dialog_asks_about_a_kind_that_the_agency_does_not_evaluate(
    desk: Desk, words: Words, qtbot: QtBot, period: Period
) -> None:
    quarter = parse_period(f"{period.year}-TW1")
    for shown, expected in ((quarter, True), (period, False)):
        dialog = LevelDialog(words, "Dinas", shown, None)
        qtbot.addWidget(dialog)
        dialog.warn(desk.assessment.level_kind(shown))
        dialog.show()
        assert dialog.warning.isVisible() is expected
        assert ("V-61" in dialog.warning.text()) is expected

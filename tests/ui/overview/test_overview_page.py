"""Beranda: what waits leads to where it is done, the board adds up, a quiet day says so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from meritdesk.core.periods import Period, PeriodKind
from meritdesk.services import Desk
from meritdesk.services.overview import Status, Task
from meritdesk.ui.background import Lane
from meritdesk.ui.overview.board_tree import SHARE, SORT, VALUE, BoardColumn, BoardTree
from meritdesk.ui.overview.page import FILTERS, OverviewPage
from meritdesk.ui.overview.tasks_table import SORT as TASK_SORT
from meritdesk.ui.overview.tasks_table import TaskColumn, TasksTable
from meritdesk.ui.wording import Words

Rest = Callable[[], None]


@pytest.fixture
def page(desk: Desk, lane: Lane, words: Words, period: Period, qtbot: QtBot, at_rest: Rest) -> OverviewPage:
    page = OverviewPage(desk, lane, words)
    qtbot.addWidget(page)
    page.resize(1186, 660)
    page.show()
    page.enter(period)
    at_rest()
    return page


@pytest.fixture
def status(page: OverviewPage) -> Status:
    assert page._status is not None
    return page._status


def every_index(tree: BoardTree) -> list[QModelIndex]:
    found, waiting = [], [QModelIndex()]
    while waiting:
        parent = waiting.pop()
        rows = [tree.index(row, 0, parent) for row in range(tree.rowCount(parent))]
        found.extend(rows)
        waiting.extend(rows)
    return found


def test_the_board_is_a_sound_tree_with_every_unit_once(page: OverviewPage, status: Status) -> None:
    QAbstractItemModelTester(page.board, QAbstractItemModelTester.FailureReportingMode.Fatal)
    page.board.show_units(status.units)
    shown = [index.data(VALUE).unit_id for index in every_index(page.board)]
    assert sorted(shown) == sorted(line.unit_id for line in status.units)
    for line in status.units:
        index = page.board.index_of(line.unit_id)
        assert index.data(VALUE) == line
        above = index.parent()
        assert (above.data(VALUE).unit_id if above.isValid() else "") == line.parent_id


def test_the_bar_is_the_share_of_those_who_are_due(page: OverviewPage, status: Status) -> None:
    line = max(status.units, key=lambda line: line.due)
    row = page.board.index_of(line.unit_id)
    closed = row.siblingAtColumn(BoardColumn.CLOSED)
    assert closed.data(SORT) == line.closed
    assert closed.data(SHARE) == line.closed / line.due
    assert closed.data() == page.words.number(line.closed)


def test_a_unit_without_anybody_due_has_no_bar(words: Words, status: Status) -> None:
    tree = BoardTree(words)
    tree.show_units([replace(status.units[0], due=0, plans=0)])
    assert tree.index(0, BoardColumn.PLANS).data(SHARE) is None


def test_the_worklist_shows_the_tasks_in_their_order(page: OverviewPage, status: Status) -> None:
    QAbstractItemModelTester(page.tasks, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert page.tasks.rowCount() == len(status.tasks) > 0
    for row, task in enumerate(status.tasks):
        assert str(task.count) in page.tasks.index(row, TaskColumn.WHAT).data() or task.count == 1
        assert page.tasks.index(row, TaskColumn.WHAT).data(TASK_SORT) == task.count


def test_enter_on_a_task_goes_to_its_room_with_the_filter_set(page: OverviewPage, status: Status, qtbot: QtBot) -> None:
    row = next(number for number, task in enumerate(status.tasks) if task.code == "OVW-NOT-PRINTED")
    page.task_view.setCurrentIndex(page.tasks.index(row, 0))
    page.activateWindow()
    page.task_view.setFocus()
    qtbot.waitUntil(page.task_view.hasFocus)
    with qtbot.waitSignal(page.go_to) as signal:
        QTest.keyClick(page.task_view, Qt.Key.Key_Return)
    assert signal.args == ["documents", {"form": "D.1.1"}]


def test_the_column_of_the_board_decides_the_room(page: OverviewPage, status: Status, qtbot: QtBot) -> None:
    line = status.units[0]
    index = page.board.index_of(line.unit_id).siblingAtColumn(BoardColumn.RATED)
    with qtbot.waitSignal(page.go_to) as signal:
        page.board_view.doubleClicked.emit(index)
    assert signal.args == ["assessment", {"unit": line.unit_id, "unit_name": line.name}]


def test_every_kind_of_task_has_words_in_both_languages(words: Words) -> None:
    table = TasksTable(words)
    codes = ["OVW-NO-UNITS", *FILTERS]
    table.show_tasks([Task(code, 3, None, "register") for code in codes], date(2026, 1, 5))
    for row, code in enumerate(codes):
        assert code not in table.index(row, TaskColumn.WHAT).data()


def test_late_work_says_so_in_words(indonesian: Words) -> None:
    table = TasksTable(indonesian)
    table.show_tasks([Task("OVW-NO-PLAN", 3, date(2025, 1, 31), "planning")], date(2025, 2, 3))
    assert table.index(0, TaskColumn.DUE).data() == "lewat 1 hari kerja"


def test_a_quiet_day_says_so(page: OverviewPage, status: Status) -> None:
    page._show(replace(status, tasks=()))
    assert page._left.currentWidget() is page._quiet
    assert page._quiet.text() == page.words.messages.reason("OVW-QUIET")
    assert page.primary_focus() is page.board_view


def test_a_refresh_keeps_what_was_chosen_and_unfolded(page: OverviewPage, status: Status, at_rest: Rest) -> None:
    deep = next(line for line in status.units if line.parent_id)
    index = page.board.index_of(deep.unit_id)
    page.board_view.setExpanded(index.parent(), True)
    page.board_view.setCurrentIndex(index)
    page.mark_stale()
    at_rest()
    assert page.board_view.currentIndex().data(VALUE).unit_id == deep.unit_id
    assert page.board_view.isExpanded(page.board.index_of(deep.parent_id))


def test_another_period_shows_another_state(page: OverviewPage, at_rest: Rest) -> None:
    page.enter(Period(2024, PeriodKind.YEAR))
    at_rest()
    assert page._status is not None
    assert page._status.whole.closed == 0
    assert "2024" in page._title.text()

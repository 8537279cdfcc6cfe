"""Beranda: what waits leads to where it is done, the board adds up, a quiet day says so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QSettings, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from meritdesk.core.figures import FigureKind
from meritdesk.core.journal import Changes
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.stages import Reach, Stage
from meritdesk.core.worklist import WorkGroup, WorkItem, WorkKind, Worklist
from meritdesk.services import Desk
from meritdesk.services.overview import Status
from meritdesk.ui.background import Lane
from meritdesk.ui.overview.board_tree import SHARE, SORT, VALUE, BoardColumn, BoardTree
from meritdesk.ui.overview.page import OverviewPage
from meritdesk.ui.overview.work_tree import VALUE as ROW
from meritdesk.ui.overview.work_tree import WorkColumn, WorkTree
from meritdesk.ui.wording import Words

Rest = Callable[[], None]


@pytest.fixture
def page(desk: Desk, lane: Lane, indonesian: Words, period: Period, qtbot: QtBot, at_rest: Rest) -> OverviewPage:
    page = OverviewPage(desk, lane, indonesian)
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


@pytest.fixture
def worklist(page: OverviewPage) -> Worklist:
    assert page._work is not None
    return page._work


def every_index(tree: BoardTree | WorkTree) -> list[QModelIndex]:
    found, waiting = [], [QModelIndex()]
    while waiting:
        parent = waiting.pop()
        rows = [tree.index(row, 0, parent) for row in range(tree.rowCount(parent))]
        found.extend(rows)
        waiting.extend(rows)
    return found


def row_of(page: OverviewPage, kind: WorkKind) -> QModelIndex:
    return next(index for index in every_index(page.work) if index.data(ROW).item and index.data(ROW).item.kind is kind)


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


def test_a_cell_says_its_share_by_a_bar_a_sign_and_words(page: OverviewPage, status: Status) -> None:
    line = max(status.units, key=lambda line: line.due)
    row = page.board.index_of(line.unit_id)
    closed = row.siblingAtColumn(BoardColumn.CLOSED)
    assert closed.data(SORT) == line.closed
    assert closed.data(SHARE) == line.closed / line.due
    assert closed.data() == f"{'✓' if line.closed == line.due else '◐'} {page.words.number(line.closed)}"
    assert row.siblingAtColumn(BoardColumn.PRINTED).data() == "○ 0"
    told = closed.data(Qt.ItemDataRole.AccessibleTextRole)
    assert page.words.number(line.due) in told and page.words.number(line.due - line.closed) in told


def test_a_unit_without_anybody_due_has_no_bar(indonesian: Words, status: Status) -> None:
    tree = BoardTree(indonesian)
    tree.show_units([replace(status.units[0], due=0, plans=0)])
    assert tree.index(0, BoardColumn.PLANS).data(SHARE) is None
    assert tree.index(0, BoardColumn.PLANS).data() == "0"


def test_the_worklist_is_a_sound_tree_of_groups_rows_and_units(page: OverviewPage, worklist: Worklist) -> None:
    QAbstractItemModelTester(page.work, QAbstractItemModelTester.FailureReportingMode.Fatal)
    rows = [index.data(ROW) for index in every_index(page.work)]
    items = [row.item for row in rows if row.item and not row.unit_id]
    assert sorted(items, key=worklist.items.index) == list(worklist.items) and items
    for index in every_index(page.work):
        row = index.data(ROW)
        below = [page.work.index(place, 0, index).data(ROW) for place in range(page.work.rowCount(index))]
        if row.item is not None and below:
            assert sum(row.item.units[one.unit_id] for one in below) == row.item.count
        if row.is_group:
            assert {one.group for one in below} == {row.group}


def test_every_row_has_a_key_of_its_own_that_goes_there(page: OverviewPage, qtbot: QtBot) -> None:
    items = [index for index in every_index(page.work) if index.data(ROW).item and not index.data(ROW).unit_id]
    keys = [index.siblingAtColumn(WorkColumn.KEY).data() for index in items]
    assert all(keys) and len(set(keys)) == len(keys)
    for index, key in zip(items, keys, strict=True):
        with qtbot.waitSignal(page.go_to) as signal:
            QTest.keyClicks(page.work_view, key)
        item = index.data(ROW).item
        assert signal.args == [item.room, dict(item.filters)]


def test_enter_goes_where_a_row_is_done_and_control_enter_to_its_people(page: OverviewPage, qtbot: QtBot) -> None:
    page.work_view.setCurrentIndex(row_of(page, WorkKind.NOT_PRINTED))
    item = page.work_view.currentIndex().data(ROW).item
    with qtbot.waitSignal(page.go_to) as signal:
        QTest.keyClick(page.work_view, Qt.Key.Key_Return)
    assert signal.args == ["documents", {"tab": "print", "form": "D.1.1", "cohort": item.cohort}]
    with qtbot.waitSignal(page.go_to) as signal:
        QTest.keyClick(page.work_view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert signal.args == ["overview", {"tab": "people", "cohort": item.cohort}]


def test_a_units_row_goes_there_for_this_unit_alone(page: OverviewPage, qtbot: QtBot) -> None:
    index = row_of(page, WorkKind.NOT_PRINTED)
    below = page.work.index(0, 0, index)
    row = below.data(ROW)
    with qtbot.waitSignal(page.go_to) as signal:
        page.work_view.open_index(below)
    _, filters = signal.args
    assert filters["unit"] == row.unit_id and filters["unit_name"] == below.data()
    assert filters["cohort"].unit_ids == (row.unit_id,)


def test_arrows_move_over_the_cells_of_the_board_and_backspace_goes_up(page: OverviewPage, status: Status) -> None:
    deep = next(line for line in status.units if line.parent_id)
    index = page.board.index_of(deep.unit_id)
    page.board_view.setExpanded(index.parent(), True)
    page.board_view.setCurrentIndex(index.siblingAtColumn(BoardColumn.PLANS))
    QTest.keyClick(page.board_view, Qt.Key.Key_Right)
    assert page.board_view.currentIndex().column() == BoardColumn.ACTUALS
    QTest.keyClick(page.board_view, Qt.Key.Key_Left)
    QTest.keyClick(page.board_view, Qt.Key.Key_Backspace)
    assert page.board_view.currentIndex().data(VALUE).unit_id == deep.parent_id
    assert page.board_view.currentIndex().column() == BoardColumn.PLANS


def test_enter_on_a_cell_asks_for_the_people_who_are_not_there_yet(
    page: OverviewPage, status: Status, qtbot: QtBot
) -> None:
    line = status.units[0]
    page.board_view.setCurrentIndex(page.board.index_of(line.unit_id).siblingAtColumn(BoardColumn.SENT))
    with qtbot.waitSignal(page.go_to) as signal:
        QTest.keyClick(page.board_view, Qt.Key.Key_Return)
    room, filters = signal.args
    assert (room, filters["tab"], filters["unit"]) == ("overview", "people", line.unit_id)
    assert (filters["cohort"].stage, filters["cohort"].reach) == (Stage.SENT, Reach.OPEN)
    assert page.desk.overview.count(filters["cohort"]) == line.due - line.sent


def test_a_unit_narrows_the_rows_and_the_board(page: OverviewPage, status: Status, worklist: Worklist) -> None:
    unit = max((line for line in status.units if line.parent_id), key=lambda line: line.due)
    page.narrow({"unit": unit.unit_id})
    assert page.board.index(0, 0).data(VALUE) == unit
    item = row_of(page, WorkKind.NOT_PRINTED).data(ROW).item
    assert item.count == unit.closed - unit.printed
    page.narrow({})
    assert row_of(page, WorkKind.NOT_PRINTED).data(ROW).item in worklist.items


def test_every_kind_of_row_has_words_in_both_languages(words: Words) -> None:
    tree = WorkTree(words)
    items = tuple(WorkItem(WorkGroup.MISSING, kind, 3, "register", {}, {"duty": "DUTY:RETURN", "who": "A", "more": "2"})
                  for kind in WorkKind)  # fmt: skip
    tree.show_work(Worklist(Period(2025, PeriodKind.YEAR), date(2026, 1, 5), items), {})
    for index in every_index(tree):
        assert index.data() and "OVW" not in index.data() and "{" not in index.data()


def test_late_work_says_so_in_words(indonesian: Words) -> None:
    tree = WorkTree(indonesian)
    item = WorkItem(WorkGroup.LATE, WorkKind.NO_PLAN, 3, "planning", due=date(2025, 1, 31), days=-1)
    tree.show_work(Worklist(Period(2025, PeriodKind.YEAR), date(2025, 2, 3), (item,)), {})
    row = tree.index(0, 0, tree.index(0, 0))
    assert [row.siblingAtColumn(column).data() for column in WorkColumn] == [
        "Belum mempunyai SKP", "3", "lewat 1 hari kerja", "1",
    ]  # fmt: skip


def test_a_quiet_day_says_so(page: OverviewPage, status: Status, worklist: Worklist) -> None:
    assert not page._quiet.isVisible()
    page._show((status, replace(worklist, items=())))
    assert page._quiet.isVisible()
    assert page._quiet.text() == page.words.messages.reason("OVW-QUIET-WORK")
    assert page.primary_focus() is page.board_view


def test_a_refresh_keeps_what_was_chosen_and_unfolded(page: OverviewPage, status: Status, at_rest: Rest) -> None:
    deep = next(line for line in status.units if line.parent_id)
    index = page.board.index_of(deep.unit_id)
    page.board_view.setExpanded(index.parent(), True)
    page.board_view.setCurrentIndex(index.siblingAtColumn(BoardColumn.CLOSED))
    page.work_view.setCurrentIndex(row_of(page, WorkKind.NOT_PRINTED))
    page.mark_stale()
    at_rest()
    assert page.board_view.currentIndex().data(VALUE).unit_id == deep.unit_id
    assert page.board_view.currentIndex().column() == BoardColumn.CLOSED
    assert page.board_view.isExpanded(page.board.index_of(deep.parent_id))
    assert page.work_view.currentIndex().data(ROW).item.kind is WorkKind.NOT_PRINTED


def test_a_row_of_keystrokes_is_counted_once_when_it_rests(page: OverviewPage, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Period] = []
    monkeypatch.setattr(page, "load", asked.append)
    for _ in range(20):
        page.hear(Changes(frozenset({"evaluations"}), "1"))
    assert asked == [] and page._rest.isActive()
    page._rest.timeout.emit()
    assert len(asked) == 1


def test_the_page_is_said_again_in_another_language(page: OverviewPage, indonesian: Words) -> None:
    before = row_of(page, WorkKind.NOT_PRINTED).data()
    indonesian.set_language("en")
    assert row_of(page, WorkKind.NOT_PRINTED).data() != before
    assert page.board.headerData(BoardColumn.SIGNED, Qt.Orientation.Horizontal) == "Signed"


def test_two_charts_at_most_stand_below_and_are_remembered(page: OverviewPage, at_rest: Rest) -> None:
    shown = [kind for kind, panel in page.panels.items() if panel.isVisible()]
    assert shown == [FigureKind.DISTRIBUTION, FigureKind.SIGNATURES]
    page._of_chart[FigureKind.ACHIEVEMENT].toggle()
    at_rest()
    shown = [kind for kind, panel in page.panels.items() if panel.isVisible()]
    assert shown == [FigureKind.ACHIEVEMENT, FigureKind.SIGNATURES]
    assert page.panels[FigureKind.ACHIEVEMENT].figure is not None
    assert QSettings().value("overview/charts") == "SIGNATURES,ACHIEVEMENT"


def test_the_board_is_taken_along_as_a_spreadsheet(
    page: OverviewPage, status: Status, at_rest: Rest, tmp_path: Path
) -> None:
    page.export_board(tmp_path / "papan.csv")
    at_rest()
    lines = (tmp_path / "papan-LATIHAN.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 1 + len(status.units)


def test_another_period_shows_another_state(page: OverviewPage, at_rest: Rest) -> None:
    page.enter(Period(2024, PeriodKind.YEAR))
    at_rest()
    assert page._status is not None
    assert page._status.whole.closed == 0
    assert "2024" in page._title.text()

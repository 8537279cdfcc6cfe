"""The board of problems and the pane beside it, worked by keys."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot

from meritdesk.core.lines import StaffQuery
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.problems import ProblemKind, ProblemState
from meritdesk.sample_city import problems
from meritdesk.services import Desk
from meritdesk.ui.background import Lane
from meritdesk.ui.teams.board import ProblemList
from meritdesk.ui.teams.board_tab import BoardTab
from meritdesk.ui.teams.list_tab import ProblemListTab
from meritdesk.ui.teams.response_tab import ResponseTab
from meritdesk.ui.wording import Words

YEAR = 2025


@pytest.fixture
def board(desk: Desk, lane: Lane, words: Words, qtbot: QtBot, at_rest: Callable[[], None]) -> BoardTab:
    lane.ask(lambda step: problems.solve_together(desk, YEAR))
    at_rest()
    page = BoardTab(desk, lane, words)
    qtbot.addWidget(page)
    page.resize(1180, 640)
    page.show()
    page.enter(Period(YEAR, PeriodKind.YEAR))
    at_rest()
    return page


def press(
    widget: QWidget, qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    qtbot.keyClick(widget, key, held)


def test_every_problem_stands_in_the_column_of_its_state(board: BoardTab, desk: Desk) -> None:
    counts = [len(model.lines) for model in board.board.models]
    assert counts == [1, 0, 1, 1, 3]
    assert board.pane.card is not None and board.pane.card.problem.state is ProblemState.OPEN
    assert board.pane.next.text() == board.pane.actions_of["answer"].text()
    for model in board.board.models:
        for row in range(model.rowCount()):
            assert model.index(row).data(Qt.ItemDataRole.AccessibleTextRole)


def test_how_long_there_is_is_never_cut_on_a_narrow_card(board: BoardTab, at_rest: Callable[[], None]) -> None:
    view = board.board.views[0]
    option = QStyleOptionViewItem()
    option.widget, option.font = view, view.font()
    heights = []
    for width in (360, 90):
        view.setFixedWidth(width)
        at_rest()
        heights.append(view.itemDelegate().sizeHint(option, view.model().index(0)).height())
    metrics = view.fontMetrics()
    line = board.board.models[0].lines[0]
    said = [board.board.models[0].due(line), *board.board.models[0].marks(line)]
    assert metrics.horizontalAdvance(said[0]) > 90
    more = (heights[1] - heights[0]) / metrics.lineSpacing()
    assert more >= sum(metrics.horizontalAdvance(one) > 90 for one in said)


def test_the_arrows_walk_over_the_board(board: BoardTab, qtbot: QtBot, at_rest: Callable[[], None]) -> None:
    views = board.board.views
    press(views[0], qtbot, Qt.Key.Key_Right)
    at_rest()
    assert views[2].currentIndex().isValid() and not views[0].currentIndex().isValid()
    assert board.pane.card is not None and board.pane.card.problem.state is ProblemState.AT_WORK
    press(views[2], qtbot, Qt.Key.Key_Right)
    press(views[3], qtbot, Qt.Key.Key_Right)
    assert views[3].currentIndex().isValid(), "the column of what is over is hidden, so it is not walked to"
    board.over.setChecked(True)
    press(views[3], qtbot, Qt.Key.Key_Right)
    assert views[4].currentIndex().isValid()


def test_a_problem_is_opened_solved_and_closed_by_its_own_page(
    board: BoardTab, desk: Desk, lane: Lane, at_rest: Callable[[], None], qtbot: QtBot
) -> None:
    lane.changed.connect(board.hear)
    offered: list[str] = []
    board.offer_undo.connect(lambda said, _: offered.append(said))
    dialog = board.open_new()
    assert not dialog.save.isEnabled()
    dialog.title.setText("Parkir liar di depan pasar")
    dialog.unit.setCurrentIndex(1)
    assert dialog.save.isEnabled()
    dialog.accept()
    at_rest()
    card = board.pane.card
    assert card is not None and card.problem.title == "Parkir liar di depan pasar" and len(offered) == 1
    member = board.pane.open_member()
    assert member is not None
    found: list[object] = []
    lane.ask(lambda step: desk.register.staff(StaffQuery(limit=1)), found.append)
    at_rest()
    person = found[0][0]  # type: ignore[index]
    qtbot.keyClicks(member.person, person.name[:4])
    qtbot.wait(200)
    at_rest()
    assert member.person.found.rowCount() > 0 and not member.save.isEnabled()
    member.person.show_line(person)
    assert member.save.isEnabled()
    member.accept()
    at_rest()
    board.pane.next.click()
    lead = QApplication.activeModalWidget()
    assert lead is not None
    lead.accept()  # type: ignore[attr-defined]
    at_rest()
    said = board.pane.open_solve()
    assert said is not None and not said.save.isEnabled()
    said.text.setPlainText("Petugas berjaga")
    said.accept()
    at_rest()
    assert board.pane.card is not None and board.pane.card.problem.state is ProblemState.SOLVED
    assert board.pane.next.text() == board.pane.actions_of["close"].text()
    board.pane.next.click()
    at_rest()
    assert board.pane.card is not None and board.pane.card.problem.state is ProblemState.CLOSED


def test_words_narrow_the_board_and_an_empty_one_says_what_a_problem_is(
    board: BoardTab, at_rest: Callable[[], None], qtbot: QtBot
) -> None:
    board.narrow({"search": "tidak ada yang begini"})
    at_rest()
    assert board.pane.card is None and board.pane.facts.text() and not board.pane.next.isVisible()
    board.narrow({"problem": f"MSL-{YEAR}-0004"})
    at_rest()
    assert board.pane.card is not None and board.pane.card.problem.number == f"MSL-{YEAR}-0004"


def test_the_models_are_sound(indonesian: Words, desk: Desk, lane: Lane, at_rest: Callable[[], None]) -> None:
    lane.ask(lambda step: problems.solve_together(desk, YEAR))
    got: list[object] = []
    lane.ask(lambda step: desk.teams.board(Period(YEAR, PeriodKind.YEAR)), got.append)
    at_rest()
    model = ProblemList(indonesian)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_lines(got[0])  # type: ignore[arg-type]
    assert model.rowCount() == 6 and model.rowCount(model.index(0)) == 0
    model.show_lines([])
    assert model.data(QModelIndex()) is None


def test_the_speed_of_units_is_shown_and_leads_to_their_problems(
    desk: Desk, lane: Lane, words: Words, qtbot: QtBot, at_rest: Callable[[], None]
) -> None:
    page = ResponseTab(desk, lane, words)
    QAbstractItemModelTester(page.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    qtbot.addWidget(page)
    page.show()
    page.enter(Period(YEAR, PeriodKind.YEAR))
    at_rest()
    assert page.listing.total == 0 and "Ctrl+N" in page.listing.empty.text()
    opened = page.desk.teams.today() - timedelta(days=1)
    unit = next(unit for unit in _units(lane, desk, at_rest) if unit.parent_id)
    lane.ask(lambda step: desk.teams.open(unit.unit_id, ProblemKind.PROJECT, "Gudang", opened, "", opened))
    page.enter(Period(opened.year, PeriodKind.YEAR))
    at_rest()
    assert page.listing.total == 1
    led: list[tuple[str, object]] = []
    page.go_to.connect(lambda room, filters: led.append((room, filters)))
    page.view.choose_row(0)
    press(page.view, qtbot, Qt.Key.Key_Return)
    assert led == [("teams", {"tab": "board", "unit": unit.unit_id})]


def _units(lane: Lane, desk: Desk, at_rest: Callable[[], None]) -> list:  # type: ignore[type-arg]
    got: list[object] = []
    lane.ask(lambda step: desk.register.units(), got.append)
    at_rest()
    return list(got[0])  # type: ignore[call-overload]


def test_all_problems_stand_in_one_list_that_leads_to_the_board(
    board: BoardTab, desk: Desk, lane: Lane, words: Words, qtbot: QtBot, at_rest: Callable[[], None]
) -> None:
    page = ProblemListTab(desk, lane, words)
    QAbstractItemModelTester(page.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    qtbot.addWidget(page)
    page.show()
    page.enter(Period(YEAR, PeriodKind.YEAR))
    at_rest()
    shown = {line.problem.number for line in page.table.lines}
    assert shown == {line.problem.number for line in board._lines} and page.summary.text()
    led: list[tuple[str, object]] = []
    page.go_to.connect(lambda room, filters: led.append((room, filters)))
    first = page.listing.current()
    assert first is not None
    press(page.view, qtbot, Qt.Key.Key_Return)
    assert led == [("teams", {"tab": "board", "problem": first.problem.number})]
    page.narrow({"search": first.problem.number})
    at_rest()
    assert page.listing.total == 1
    page.enter(Period(2019, PeriodKind.YEAR))
    at_rest()
    page.listing.clear()
    assert page.listing.total == 0 and "Ctrl+N" in page.listing.empty.text()


def test_the_lists_of_a_problem_are_copied_and_filtered_like_any_list(
    board: BoardTab, qapp: QApplication, at_rest: Callable[[], None]
) -> None:
    listing = board.pane.call_list
    assert listing.total
    listing.view.selectAll()
    listing.commands.actions["list_copy"].trigger()
    at_rest()
    assert board.pane.calls.shown(board.pane.calls.lines[0], 0) in qapp.clipboard().text()
    listing.search.setText("tidak ada yang begini")
    listing._search_typed()
    assert listing.total == 0 and not listing.clear_button.isHidden()

"""Who asked for a limit of processing is marked in every list where he stands: for eye, screen reader and clipboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QLabel, QTextEdit, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from meritdesk.core.cascade import NodeKind
from meritdesk.core.lines import StaffQuery
from meritdesk.core.periods import Period
from meritdesk.core.problems import Problem, ProblemKind
from meritdesk.services import Desk
from meritdesk.services.planning.cascade import TreeLine
from meritdesk.services.planning.kpi_reading import KpiLine
from meritdesk.services.teams import ProblemLine
from meritdesk.ui.background import Lane
from meritdesk.ui.grids.table import GridTable
from meritdesk.ui.limited_people import SIGN, LimitedPeople
from meritdesk.ui.line_table import ACCESSIBLE, DISPLAY, TOOLTIP, LineTable
from meritdesk.ui.lists import clipboard
from meritdesk.ui.main_window import MainWindow
from meritdesk.ui.planning.cascade_tree import CascadeTree
from meritdesk.ui.planning.kpi_tree_model import KpiTree
from meritdesk.ui.rooms import TABS, tabs_of
from meritdesk.ui.teams.board import ProblemList
from meritdesk.ui.wording import Words

Rest = Callable[[], None]
SAID = {"id": "pemrosesan dibatasi", "en": "processing limited"}
WHY = "Surat permintaan 12"


@pytest.fixture
def somebody(desk: Desk) -> str:
    """The NIP of somebody who rates nobody and asked for a limit."""
    nip = next(one.nip for one in reversed(desk.register.page(StaffQuery(limit=100)).lines) if one.nip)
    desk.upkeep.personal.limit(nip, WHY)
    return nip


def cells(table: LineTable, role: int) -> list[str]:
    columns = range(table.columnCount())
    return [str(table.index(row, column).data(role) or "") for row in range(table.rowCount()) for column in columns]


def test_the_staff_list_marks_him_once_and_says_why_and_how_it_ends(
    desk: Desk, lane: Lane, words: Words, qtbot: QtBot, at_rest: Rest, somebody: str
) -> None:
    window = MainWindow(desk, lane, words)
    qtbot.addWidget(window)
    window.show()
    window.start()
    at_rest()
    window.go("register", {"tab": "staff", "nip": somebody, "search": somebody})
    at_rest()
    page = window.page("register").tab("staff")
    table = page.listing.table
    shown = [cell for cell in cells(table, DISPLAY) if cell.startswith(SIGN)]
    assert len(shown) == 1
    spoken = [cell for cell in cells(table, ACCESSIBLE) if SAID[words.language] in cell]
    assert len(spoken) == 1 and SIGN not in spoken[0]
    [hint] = [cell for cell in cells(table, TOOLTIP) if WHY in cell]
    assert "penguji" in hint or desk.upkeep.accounts.actor.name in hint
    line = table.line(0)
    copied = clipboard.as_table([line], table, page.listing.view.columns.shown)
    assert SAID[words.language] in copied.text() and SAID[words.language] in copied.html()
    told = " ".join(label.text() for label in page.findChildren(QLabel))
    assert WHY in told, "the card says it"
    desk.upkeep.personal.lift(somebody, "Selesai")
    window._ask_limits()
    at_rest()
    assert not [cell for cell in cells(table, DISPLAY) if cell.startswith(SIGN)]


def test_every_list_that_names_him_marks_him(
    desk: Desk, lane: Lane, indonesian: Words, period: Period, qtbot: QtBot, at_rest: Rest, somebody: str
) -> None:
    words = indonesian
    words.set_limited(LimitedPeople(desk.upkeep.personal.limits()))
    person = desk.register.show(somebody).person
    unmarked, marked = [], 0
    for room in TABS:
        for tab in tabs_of(room, is_region=False):
            page = tab.make(desk, lane, words, None)
            qtbot.addWidget(page)
            page.show()
            page.enter(period)
            at_rest()
            for table in page.findChildren(LineTable):
                for row in range(min(table.rowCount(), 300)):
                    texts = [str(table.index(row, column).data(DISPLAY) or "") for column in range(table.columnCount())]
                    is_named = any(person.nip == text or person.full_name == text for text in texts)
                    has_sign = any(text.startswith(SIGN) for text in texts)
                    marked += has_sign
                    if is_named and not has_sign:
                        unmarked.append((type(page).__name__, texts))
            for grid in page.findChildren(GridTable):
                for row in range(min(grid.rowCount(), 300)):
                    texts = [str(grid.index(row, column).data(DISPLAY) or "") for column in range(grid.columnCount())]
                    marked += any(text.startswith(SIGN) for text in texts)
                    if person.full_name in texts:
                        unmarked.append((type(page).__name__, texts))
            page.close()
    assert unmarked == [] and marked > 5


def told_by(page: QWidget) -> Iterator[tuple[str, str]]:
    """Everything a page shows, in lists, trees, cards and panes, each with what shows it."""
    for label in page.findChildren(QLabel):
        yield type(page).__name__, label.text()
    for box in page.findChildren(QTextEdit):
        yield type(page).__name__, box.toPlainText()
    for view in page.findChildren(QAbstractItemView):
        if (model := view.model()) is not None:
            yield from cells_of(model, QModelIndex(), isinstance(view, QTreeView))
            for row in range(min(model.rowCount(), 300)):
                yield f"{type(model).__name__}, head", str(model.headerData(row, Qt.Orientation.Vertical) or "")


def cells_of(model: QAbstractItemModel, parent: QModelIndex, is_tree: bool) -> Iterator[tuple[str, str]]:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
    for row in range(min(model.rowCount(parent), 300)):
        for column in range(columns):
            yield type(model).__name__, str(model.index(row, column, parent).data() or "")
        if is_tree:
            yield from cells_of(model, model.index(row, 0, parent), True)


def test_every_card_and_pane_that_names_somebody_marks_him(
    desk: Desk, lane: Lane, indonesian: Words, period: Period, qtbot: QtBot, at_rest: Rest
) -> None:
    words, names = indonesian, set()
    everybody = [line for line in desk.register.page(StaffQuery(limit=100)).lines if line.nip]
    for line in everybody:
        desk.upkeep.personal.limit(line.nip, WHY)
        names.add(desk.register.show(line.nip).person.full_name)
    words.set_limited(LimitedPeople(desk.upkeep.personal.limits()))
    unmarked: dict[str, str] = {}
    marked = set()
    for room in TABS:
        for tab in tabs_of(room, is_region=False):
            page = tab.make(desk, lane, words, None)
            qtbot.addWidget(page)
            page.resize(1366, 700)
            page.show()
            page.enter(period)
            at_rest()
            for view in page.findChildren(QAbstractItemView):
                if view.isVisible() and view.model() is not None and view.model().rowCount():
                    view.setCurrentIndex(view.model().index(min(1, view.model().rowCount() - 1), 0))
                    at_rest()
            for holder, text in told_by(page):
                found = next((name for name in names if name in text), None)
                if found is not None and SIGN in text:
                    marked.add(holder)
                elif found is not None:
                    unmarked[holder] = text[:80]
            page.close()
    assert unmarked == {}
    assert {"RatersTable", "RatingTable", "HintTable"} <= marked


def test_a_sort_and_a_filter_do_not_see_the_sign(desk: Desk, words: Words, somebody: str) -> None:
    from meritdesk.ui.register.staff_table import StaffTable

    table = StaffTable(words)
    [line] = desk.register.page(StaffQuery(search=somebody, limit=5)).lines
    before = table.searched(line)
    words.set_limited(LimitedPeople(desk.upkeep.personal.limits()))
    assert table.searched(line) == before and SIGN not in table.searched(line)


def test_a_card_of_the_board_marks_who_leads(words: Words, desk: Desk, somebody: str) -> None:
    words.set_limited(LimitedPeople(desk.upkeep.personal.limits()))
    person = desk.register.show(somebody).person
    problem = Problem(
        "p", "1", next(iter(ProblemKind)), "Antrean", "u", opened_on=date(2026, 1, 5),
        due_on=date(2026, 2, 5), lead_id=person.person_id,
    )  # fmt: skip
    cards = ProblemList(words)
    of_him = ProblemLine(problem, "Dinas", person.full_name, 3, (), 0)
    of_another = replace(of_him, problem=replace(problem, lead_id="another of the same name"))
    cards.show_lines([of_him, of_another])
    assert cards.lead(of_him).startswith(SIGN) and not cards.lead(of_another).startswith(SIGN)
    said = str(cards.index(0).data(ACCESSIBLE))
    assert SAID[words.language] in said and SIGN not in said
    assert WHY in str(cards.index(0).data(TOOLTIP)) and WHY not in str(cards.index(1).data(TOOLTIP))
    words.set_limited(LimitedPeople())
    assert not cards.lead(of_him).startswith(SIGN)


@pytest.mark.parametrize(("model", "line"), [(CascadeTree, TreeLine), (KpiTree, KpiLine)])
def test_the_trees_of_planning_mark_whose_a_place_is(
    model: type[CascadeTree | KpiTree], line: type[TreeLine | KpiLine], words: Words, desk: Desk, somebody: str
) -> None:
    words.set_limited(LimitedPeople(desk.upkeep.personal.limits()))
    name = desk.register.show(somebody).person.full_name
    tree = model(words)
    his = line("RESULT:1", NodeKind.RESULT, "Layanan tepat waktu", owner=name, nip=somebody)
    tree.show_top([his, replace(his, node="RESULT:2", nip="another of the same name")])
    told = [
        [str(tree.index(row, tree.owned_in).data(role)) for role in (DISPLAY, ACCESSIBLE, TOOLTIP)] for row in (0, 1)
    ]
    assert told[0][0] == f"{SIGN} {name}" and told[1][0] == name
    assert SAID[words.language] in told[0][1] and SIGN not in told[0][1]
    assert WHY in told[0][2] and WHY not in told[1][2]
    assert not any(SIGN in str(tree.index(0, column).data()) for column in range(tree.columnCount()) if column != 1)

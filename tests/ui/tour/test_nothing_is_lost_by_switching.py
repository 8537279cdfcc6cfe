"""What is half typed, chosen, opened and scrolled stays when the language of the running window is switched."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QDateTimeEdit,
    QDoubleSpinBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QSpinBox,
    QStackedWidget,
    QTabBar,
    QTableView,
    QTextEdit,
    QTreeView,
    QWidget,
)

from meritdesk.ui.background import rest
from meritdesk.ui.frame import Head
from meritdesk.ui.half_typed import is_half_typed
from meritdesk.ui.rooms import REGION_TABS, TABS, tabs_of
from meritdesk.ui.tour.walk import Walk, settle

pytestmark = pytest.mark.xdist_group("tour")

TYPED = "ketik 7"
SOON_MILLISECONDS = 1000
"""A timer that is shorter than this and runs once waits for the end of typing."""
MOST_ROWS = 30


def places_of(path: Walk) -> list[tuple[str, str]]:
    """Every tab of an office: at the region those of the rooms in which it has tabs of its own."""
    is_region = path.window.desk.agency.is_region
    rooms: Iterable[str] = REGION_TABS if is_region else TABS
    return [(room, tab.key) for room in rooms for tab in tabs_of(room, is_region)]


def come_to_rest(path: Walk) -> None:
    """Until what was typed has narrowed its list and what is said in slices was said."""
    for _ in range(3):
        while any(
            one.isActive() and one.isSingleShot() and one.interval() < SOON_MILLISECONDS
            for one in path.window.findChildren(QTimer)
        ):
            QTest.qWait(10)
        rest(path.window.lane)
        settle(path.window)


def parts_of(window: QWidget) -> list[QWidget]:
    """Everything that is seen below the head of the window; the period is chosen in the head."""
    return [
        part
        for part in window.findChildren(QWidget)
        if part.isVisible() and part.window() is window and not isinstance(part, Head) and not is_in(part, (Head,))
    ]


def views_of(window: QWidget) -> list[QAbstractItemView]:
    """The lists, trees and grids that are seen."""
    return [
        part
        for part in parts_of(window)
        if isinstance(part, QAbstractItemView) and not isinstance(part, QHeaderView) and not is_in(part, (QComboBox,))
    ]


def is_in(part: QWidget, kinds: tuple[type[QWidget], ...]) -> bool:
    """Whether a part stands in another of these kinds."""
    above = part.parentWidget()
    while above is not None and not isinstance(above, kinds):
        above = above.parentWidget()
    return above is not None


def name_of(part: QWidget | None, window: QWidget) -> str:
    """Where a part stands: also one that was made anew in the same place."""
    names: list[str] = []
    while part is not None and part is not window:
        above = part.parentWidget()
        alike = [one for one in above.children() if type(one) is type(part)] if above is not None else [part]
        names.append(f"{type(part).__name__}{alike.index(part) or ''}")
        part = above
    return "/".join(reversed(names))


def path_to(index: QModelIndex) -> tuple[int, ...]:
    """The rows that lead to a line, and its column."""
    found: tuple[int, ...] = (index.column(),) if index.isValid() else ()
    while index.isValid():
        found = (index.row(), *found)
        index = index.parent()
    return found


def opened_in(tree: QTreeView, above: QModelIndex) -> Iterator[tuple[int, ...]]:
    """The branches that are open."""
    for row in range(min(tree.model().rowCount(above), MOST_ROWS)):
        index = tree.model().index(row, 0, above)
        if tree.isExpanded(index):
            yield path_to(index)
            yield from opened_in(tree, index)


def stands_in(part: QWidget) -> Iterator[tuple[str, object]]:
    """What a hand has put into a part."""
    if isinstance(part, QLineEdit):
        if not part.isReadOnly() and not isinstance(part.parentWidget(), QAbstractSpinBox | QComboBox):
            yield "typed", (part.text(), part.cursorPosition(), part.isUndoAvailable())
    elif isinstance(part, QTextEdit | QPlainTextEdit):
        if not part.isReadOnly():
            yield "typed", (part.toPlainText(), part.textCursor().position(), part.document().isUndoAvailable())
    elif isinstance(part, QDateTimeEdit):
        yield "day", part.dateTime().toString(Qt.DateFormat.ISODate)
    elif isinstance(part, QSpinBox | QDoubleSpinBox):
        yield "number", part.value()
    elif isinstance(part, QComboBox):
        yield "choice", part.currentText() if is_half_typed(part) else part.currentIndex()
    elif isinstance(part, QAbstractButton) and part.isCheckable():
        yield "tick", part.isChecked()
    elif isinstance(part, QTabBar | QStackedWidget):
        yield "in front", part.currentIndex()
    if isinstance(part, QAbstractScrollArea) and not isinstance(part, QHeaderView | QAbstractItemView):
        yield "scrolled to", part.verticalScrollBar().value()


def shown_in(view: QAbstractItemView) -> Iterator[tuple[str, object]]:
    """What is chosen, opened and typed into in a list."""
    yield "current line", path_to(view.currentIndex())
    yield "chosen", sorted(map(path_to, view.selectedIndexes()))
    yield "first line that is seen", path_to(view.indexAt(QPoint(2, 2)))[:-1]
    yield "a cell is open", view.state() is QAbstractItemView.State.EditingState
    if isinstance(view, QTreeView) and view.model() is not None:
        yield "open branches", list(opened_in(view, QModelIndex()))


def standing(window: QWidget) -> dict[str, object]:
    """Everything that stands in the window by a hand's doing, and where the keyboard is."""
    found: dict[str, object] = {"keyboard": name_of(QApplication.focusWidget(), window)}
    for part in parts_of(window):
        found.update((f"{name_of(part, window)}: {what}", value) for what, value in stands_in(part))
    for view in views_of(window):
        found.update((f"{name_of(view, window)}: {what}", value) for what, value in shown_in(view))
    return found


def choose_and_begin_a_cell(window: QWidget) -> None:
    """Choose a line in the midst of every list, open branches, and begin to type into a cell where there is one."""
    begun: list[QTableView] = []
    for view in views_of(window):
        model = view.model()
        if model is None or not view.isEnabled() or not model.rowCount():
            continue
        index = model.index(model.rowCount() // 2, 0)
        if isinstance(view, QTreeView) and model.rowCount(model.index(0, 0)):
            view.expand(model.index(0, 0))
            index = model.index(model.rowCount(model.index(0, 0)) - 1, 0, model.index(0, 0))
        view.setFocus()
        view.setCurrentIndex(index)
        view.scrollTo(index)
        if isinstance(view, QTableView) and first_open(view).isValid():
            begun.append(view)
    for view in begun[:1]:
        index = first_open(view)
        view.setFocus()
        view.setCurrentIndex(index)
        view.scrollTo(index)
        QTest.keyClick(view, Qt.Key.Key_F2)
        if view.state() is QAbstractItemView.State.EditingState:
            QTest.keyClicks(QApplication.focusWidget(), TYPED)


def first_open(view: QTableView) -> QModelIndex:
    """The first cell that takes typing."""
    model = view.model()
    if not view.editTriggers() & QAbstractItemView.EditTrigger.EditKeyPressed:
        return QModelIndex()
    for row in range(min(model.rowCount(), MOST_ROWS)):
        for column in range(view.horizontalHeader().count()):
            index = model.index(row, column)
            if index.flags() & Qt.ItemFlag.ItemIsEditable and view.visualRect(index).isValid():
                return index
    return QModelIndex()


def fill(window: QWidget) -> None:
    """Put something into every field, as a hand does it."""
    for part in parts_of(window):
        if not part.isEnabled() or not part.isVisible() or is_in(part, (QAbstractItemView,)):
            continue
        if isinstance(part, QLineEdit | QTextEdit | QPlainTextEdit):
            if not part.isReadOnly() and not isinstance(part.parentWidget(), QAbstractSpinBox | QComboBox):
                part.setFocus()
                QTest.keyClicks(part, TYPED)
        elif isinstance(part, QAbstractSpinBox):
            part.setFocus()
            QTest.keyClick(part, Qt.Key.Key_Up)
        elif isinstance(part, QComboBox):
            line = part.lineEdit()
            part.setFocus()
            if line is None:
                QTest.keyClick(part, Qt.Key.Key_Down)
            else:
                line.selectAll()
                QTest.keyClicks(line, TYPED)
        elif isinstance(part, QCheckBox | QRadioButton):
            part.setFocus()
            QTest.keyClick(part, Qt.Key.Key_Space)


@pytest.mark.parametrize("office", ["agency", "region"])
def test_what_is_typed_chosen_and_opened_stays(office: str, walk: Callable[[str, str], Walk]) -> None:
    path = walk("id", office)
    window, lost = path.window, []
    window.session._is_leaving = True  # it would ask about all that is not saved
    cells = 0
    for place in places_of(path):
        for deed, language in ((choose_and_begin_a_cell, "en"), (fill, "id")):
            path.stand(*place)
            # On a slow machine the walk takes longer than a desk may stand idle; the window would cover itself.
            window.guard.protection = replace(window.guard.protection, idle_minutes=0)
            deed(window)
            come_to_rest(path)
            before = standing(window)
            cells += sum(value is True for name, value in before.items() if name.endswith("a cell is open"))
            window.words.set_language(language)
            come_to_rest(path)
            after = standing(window)
            lost += [
                f"{'-'.join(place)} in {language}: {name} was {str(value)[:99]}, is {str(after.get(name))[:99]}"
                for name, value in before.items()
                if after.get(name) != value
            ]
    assert not lost, "\n".join(lost)
    assert cells >= 3 or office == "region", "hardly any cell could be typed into"

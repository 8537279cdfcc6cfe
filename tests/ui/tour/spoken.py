"""Everything that a window says, as one would read it aloud: labels, cells, pages, hints and names, place by place."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QTreeView,
    QWidget,
)

ROWS = 25
"""Lines of a list that are read; what is wrong in one is wrong in all."""
DISPLAY, TOOLTIP, NAME = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)


def spoken(place: QWidget) -> list[tuple[str, str]]:
    """Where something is said, and what; only what can be seen or heard now."""
    found = []
    for part in (place, *place.findChildren(QWidget)):
        if part is not place and not (part.isVisible() and part.window() is place.window()):
            continue
        where = _way(part, place)
        found += [(f"{where} {kind}", text) for kind, text in _said(part) if text and text.strip()]
    return found


def _said(part: QWidget) -> Iterator[tuple[str, str]]:
    yield "hint", part.toolTip()
    yield "name", part.accessibleName()
    if part.isWindow():
        yield "title", part.windowTitle()
    if isinstance(part, QLabel | QAbstractButton):
        yield "text", part.text()
    elif isinstance(part, QGroupBox):
        yield "title", part.title()
    elif isinstance(part, QTabBar):
        yield from (("tab", part.tabText(place)) for place in range(part.count()))
    elif isinstance(part, QComboBox):
        yield from (("choice", part.itemText(place)) for place in range(min(part.count(), ROWS)))
    elif isinstance(part, QLineEdit):
        yield "empty", part.placeholderText()
        if part.isReadOnly():
            yield "value", part.text()
    elif isinstance(part, QAbstractSpinBox):
        yield "value", part.text()
    elif isinstance(part, QTextEdit):
        yield "empty", part.placeholderText()
        yield "page", part.toPlainText()
    elif isinstance(part, QPlainTextEdit):
        yield "empty", part.placeholderText()
    elif isinstance(part, QHeaderView):
        yield from _heading(part)
    elif isinstance(part, QAbstractItemView):
        yield from _cells(part)


def _heading(part: QHeaderView) -> Iterator[tuple[str, str]]:
    model = part.model()
    if model is None:
        return
    for section in range(min(part.count(), 40)):
        if not part.isSectionHidden(section):
            for role in (DISPLAY, TOOLTIP):
                yield "heading", str(model.headerData(section, part.orientation(), role) or "")


def _cells(part: QAbstractItemView) -> Iterator[tuple[str, str]]:
    model = part.model()
    if model is None:
        return
    columns = 1 if isinstance(part, QListView) else min(model.columnCount(QModelIndex()), 25)

    def below(parent: QModelIndex, depth: int) -> Iterator[tuple[str, str]]:
        for row in range(min(model.rowCount(parent), ROWS)):
            for column in range(columns):
                index = model.index(row, column, parent)
                for role in (DISPLAY, TOOLTIP, NAME):
                    value = model.data(index, role)
                    if isinstance(value, str):
                        yield f"cell {column}", value
            if isinstance(part, QTreeView) and depth < 3:
                yield from below(model.index(row, 0, parent), depth + 1)

    yield from below(part.rootIndex(), 0)


def _way(part: QWidget, place: QWidget) -> str:
    names = []
    while part is not place and part.parentWidget() is not None:
        names.append(part.objectName() or type(part).__name__)
        part = part.parentWidget()
    return " < ".join(names[:4])

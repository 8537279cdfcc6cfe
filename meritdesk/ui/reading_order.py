"""Tab goes through a page as the eye does: along its layouts, whatever the order in which its parts were made."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QGridLayout,
    QLayout,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QWidget,
)


def order_by_reading(place: QWidget) -> None:
    """Put the parts of a page that take the keyboard into the order of its layouts."""
    for before, after in pairwise(list(in_reading_order(place))):
        QWidget.setTabOrder(before, after)


def in_reading_order(place: QWidget) -> Iterator[QWidget]:
    """What can take the keyboard, from left to right and down, pane after pane."""
    takes_tab = bool(place.focusPolicy() & Qt.FocusPolicy.TabFocus)
    if takes_tab and place.focusProxy() is None:
        yield place
    if isinstance(place, QAbstractItemView | QComboBox):
        return
    if isinstance(place, QSplitter | QStackedWidget):
        for number in range(place.count()):
            part = place.widget(number)
            if part is not None:
                yield from in_reading_order(part)
    elif isinstance(place, QTabWidget):
        yield from in_reading_order(place.tabBar())
        for number in range(place.count()):
            part = place.widget(number)
            if part is not None:
                yield from in_reading_order(part)
    elif isinstance(place, QScrollArea):
        inside = place.widget()
        if inside is not None:
            yield from in_reading_order(inside)
    else:
        layout = place.layout()
        if layout is not None:
            yield from _along(layout)


def _along(layout: QLayout) -> Iterator[QWidget]:
    places = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        places.sort(key=lambda number: layout.getItemPosition(number)[:2])  # type: ignore[index]
    for number in places:
        item = layout.itemAt(number)
        if item is None:
            continue
        part, inner = item.widget(), item.layout()
        if part is not None:
            yield from in_reading_order(part)
        elif inner is not None:
            yield from _along(inner)

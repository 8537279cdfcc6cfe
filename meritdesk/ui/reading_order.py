"""Tab goes through a window as the eye does: down and to the right, along its layouts, whoever was made first.

Qt goes by the order in which widgets were made. Chaining them anew with ``setTabOrder`` does not hold: a frame that
hands the keyboard on to its list (``setFocusProxy``) keeps a place of its own in that chain, wherever it was made, and
from there leads back to the list, so that Tab goes round in a circle. And what is made later, a chip or a button, comes
last. So the window looks where everything stands at the moment when Tab is pressed.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QFormLayout,
    QGridLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QMainWindow,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QWidget,
)

_WHOLE = (QAbstractItemView, QAbstractButton, QAbstractSpinBox, QComboBox, QLabel, QLineEdit)
"""What stands inside of these is their own affair: the cells of a list, the field of a box with arrows."""


def beside(window: QWidget, widget: QWidget | None, way: int) -> QWidget | None:
    """What comes after (or before) a widget in a window; after the last comes the first."""
    order = list(in_reading_order(window, widget))
    if not order:
        return None
    here = widget
    while here is not None and here is not window:
        if here in order:
            following = order[(order.index(here) + way) % len(order)]
            return following if following is not widget else None
        here = here.parentWidget()
    return order[0 if way > 0 else -1]


def give_keyboard(widget: QWidget, forward: bool = True) -> None:
    """Focus as Tab does it; what a scroll area hides comes into sight."""
    widget.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()


def takes_tab(widget: QWidget) -> bool:
    """Whether Tab may come to rest here; a frame that hands the keyboard on is passed over."""
    return (
        widget.isVisible()
        and widget.isEnabled()
        and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and widget.focusProxy() is None
    )


def in_reading_order(place: QWidget, also: QWidget | None = None) -> Iterator[QWidget]:
    """What takes Tab on a window, page or pane: from left to right and down, one pane after the other.

    A scroll area is a place of its own only while nothing in it takes the keyboard: then arrows must scroll it.
    ``also`` is counted too: what has the keyboard now without taking Tab, such as a text in place of an empty list.
    """
    if not place.isVisible():
        return
    is_whole = isinstance(place, _WHOLE)
    inside = [] if is_whole else [one for part in parts_of(place) for one in in_reading_order(part, also)]
    if place is also or (takes_tab(place) and not (inside and isinstance(place, QScrollArea))):
        yield place
    yield from inside


def parts_of(place: QWidget) -> list[QWidget]:
    """The direct parts of a widget in the order of reading: along its layout; what is in none by its place."""
    laid: list[QWidget | None]
    if isinstance(place, QSplitter):
        laid = [place.widget(number) for number in range(place.count())]
    elif isinstance(place, QStackedWidget):
        laid = [place.currentWidget()]
    elif isinstance(place, QTabWidget):
        return [place.tabBar(), *_own([place.currentWidget()])]
    elif isinstance(place, QScrollArea):
        return _own([place.widget()])
    elif isinstance(place, QMainWindow):
        laid = [place.centralWidget()]
    else:
        layout = place.layout()
        laid = list(_along(layout)) if layout is not None else []
    known = _own(laid)
    left = [
        child
        for child in place.children()
        if isinstance(child, QWidget) and child not in known and not child.isWindow() and child.isVisible()
    ]
    return known + sorted(left, key=lambda child: _place_of(child.pos()))


def _own(parts: list[QWidget | None]) -> list[QWidget]:
    return [part for part in parts if part is not None]


def _place_of(point: QPoint) -> tuple[int, int]:
    return point.y(), point.x()


def _along(layout: QLayout) -> Iterator[QWidget]:
    numbers = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        numbers.sort(key=lambda number: tuple(layout.getItemPosition(number))[:2])  # type: ignore[arg-type]
    elif isinstance(layout, QFormLayout):
        numbers.sort(key=lambda number: _row_and_role(layout, number))
    for number in numbers:
        item = layout.itemAt(number)
        if item is None:
            continue
        part, inner = item.widget(), item.layout()
        if part is not None:
            yield part
        elif inner is not None:
            yield from _along(inner)


def _row_and_role(layout: QFormLayout, number: int) -> tuple[int, int]:
    where: tuple[int, QFormLayout.ItemRole] = layout.getItemPosition(number)  # type: ignore[assignment]
    return where[0], where[1].value

"""Where the keyboard really lands when Tab is pressed again and again, and what is wrong with the way it took."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QScrollArea,
    QWidget,
)

from meritdesk.ui.grids.view import Grid

SLACK = 6  # pixels by which neighbours of a row may overlap
MOST = 400
MOST_INSIDE = 60
"""So often a field may keep Tab for its own parts: links of a text, the parts of a date."""


@dataclass(frozen=True)
class Landing:
    """One stop of the keyboard, with where it stood and where the one before it stood at that moment."""

    widget: QWidget
    here: QRect
    before: QRect


def said(widget: QWidget | None) -> str:
    if widget is None:
        return "nothing"
    spoken = QAccessible.queryAccessibleInterface(widget)
    name = spoken.text(QAccessible.Text.Name) if spoken is not None else ""
    return f"{type(widget).__name__} {name[:40] or widget.objectName()!r}"


def place_of(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def wanted_in(window: QWidget) -> set[QWidget]:
    """What a hand could use and a key must reach: everything that takes Tab and is no part of something that does."""
    takers = {
        part
        for part in window.findChildren(QWidget)
        if part.isVisible()
        and part.isEnabled()
        and part.window() is window
        and part.focusPolicy() & Qt.FocusPolicy.TabFocus
        and part.focusProxy() is None
        and not any(isinstance(one, QAbstractItemView) for one in _above(part, window))
    }
    carriers = {
        one for part in takers for one in _above(part, window) if isinstance(one, QScrollArea)
    }  # they only carry what takes the keyboard itself
    return takers - carriers


def _above(part: QWidget, window: QWidget) -> Iterator[QWidget]:
    while part is not window and part.parentWidget() is not None:
        part = part.parentWidget()
        yield part


def go_round(window: QWidget, forward: bool) -> tuple[list[Landing], str]:
    """Press Tab (or Shift+Tab) until the keyboard is back where it began; the second is what went wrong."""
    key = Qt.Key.Key_Tab if forward else Qt.Key.Key_Backtab
    if QApplication.focusWidget() not in wanted_in(window):
        QTest.keyClick(QApplication.focusWidget() or window, key)  # a text in place of an empty list has it
    start = now = QApplication.focusWidget()
    if now is None:
        return [], "nothing has the keyboard"
    landings: list[Landing] = []
    inside = 0
    for _ in range(MOST):
        assert now is not None
        if isinstance(now, Grid) and now.table.rowCount():
            # A grid keeps Tab for its open cells; only the last one lets it go.
            QTest.keyClick(now, Qt.Key.Key_End if forward else Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(now, key)
        then = QApplication.focusWidget()
        if then is None or then.window() is not window:
            return landings, f"{said(now)} loses the keyboard to {said(then)}"
        if then is now and wanted_in(window) == {now}:
            # Where nothing waits there is one button, and the way round leads from it to itself.
            return [Landing(now, place_of(now), place_of(now))], ""
        if then is now:
            inside += 1
            if inside > MOST_INSIDE:
                return landings, f"{said(now)} keeps the keyboard"
            continue
        inside = 0
        landings.append(Landing(then, place_of(then), place_of(now)))
        if then is start:
            return landings, ""
        now = then
    met = " -> ".join(said(one.widget) for one in landings[:8])
    return landings, f"never comes back to {said(start)}: {met}"


def faults_of(window: QWidget) -> list[str]:
    """Traps, what is left out, and jumps against the order of reading, both ways."""
    faults = []
    ways = {}
    for forward in (True, False):
        before = wanted_in(window)
        landings, wrong = go_round(window, forward)
        ways[forward] = [landing.widget for landing in landings]
        word = "Tab" if forward else "Shift+Tab"
        if wrong:
            faults.append(f"{word}: {wrong}")
            continue
        # What going there makes possible (the list has a current line now) need not have been met on the same way.
        wanted, met = before & wanted_in(window), set(ways[forward])
        faults += [f"{word} does not reach {said(one)}" for one in wanted - met]
        faults += [f"{word} stops twice at {said(one)}" for one in met if ways[forward].count(one) > 1]
        faults += jumps(landings, forward)
    return faults


def jumps(landings: list[Landing], forward: bool) -> list[str]:
    """Steps that an eye would not take; going round from the last to the first is none."""
    steps = []
    for number, landing in enumerate(landings):
        came_from = landings[number - 1].widget
        first, second = (landing.before, landing.here) if forward else (landing.here, landing.before)
        names = (came_from, landing.widget) if forward else (landing.widget, came_from)
        up = second.bottom() < first.top() + SLACK and second.left() < first.right() - SLACK
        level = second.top() < first.bottom() - SLACK and first.top() < second.bottom() - SLACK
        back = level and second.right() < first.left() + SLACK
        if up or back:
            steps.append((first.top() - second.top(), f"{said(names[0])} -> {said(names[1])}"))
    # One step leads from the end of the window to its beginning: the one that goes up furthest.
    steps.sort(key=lambda step: -step[0])
    return [f"{'Tab' if forward else 'Shift+Tab'} jumps back: {step}" for _, step in steps[1:]]

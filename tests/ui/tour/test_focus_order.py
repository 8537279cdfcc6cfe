"""Tab goes through everything on a page once, from left to right and down, and comes back to where it began."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QWidget

from meritdesk.ui.rooms import TABS
from meritdesk.ui.tour.walk import Walk

pytestmark = pytest.mark.xdist_group("tour")
MOST = 300
SLACK = 6


def chain_from(start: QWidget) -> list[QWidget]:
    """What has the keyboard one after the other, as Qt keeps it; a grid may keep Tab for its own cells."""
    met: list[QWidget] = []
    now = start
    while now not in met and len(met) < MOST * 10:
        met.append(now)
        now = now.nextInFocusChain()
    return [
        part for part in met if part.isVisible() and part.isEnabled() and part.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def place_of(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def wanted_on(page: QWidget) -> set[QWidget]:
    """What a hand could click and a key must reach."""
    return {
        part
        for part in page.findChildren(QWidget)
        if part.isVisible()
        and part.isEnabled()
        and part.focusPolicy() & Qt.FocusPolicy.TabFocus
        and part.focusProxy() is None
        and not isinstance(part.parentWidget(), QAbstractItemView)
        and not (isinstance(part, QAbstractScrollArea) and part.objectName() == "qt_scrollarea_viewport")
    }


def jumps(chain: list[QWidget], page: QWidget) -> list[str]:
    """Steps that go up without going to the right, as no eye would; going round by the frame is none."""
    found = []
    for before, after in pairwise(chain):
        if not (page.isAncestorOf(before) and page.isAncestorOf(after)):
            continue
        a, b = place_of(before), place_of(after)
        if b.bottom() < a.top() - SLACK and b.left() < a.left() - SLACK:
            found.append(f"{said(before)} -> {said(after)}")
    return found


def said(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName() or widget.objectName()!r}"


def test_tab_reaches_everything_once_and_in_the_order_of_reading(walk: Callable[[str], Walk], qtbot) -> None:
    path = walk("id")
    faults: list[str] = []
    with qtbot.waitActive(path.window):
        path.window.activateWindow()
    for room, tabs in TABS.items():
        for tab in tabs:
            page = path.stand(room, tab.key)
            chain = chain_from(path.window.page(room).primary_focus())
            missing = wanted_on(page) - set(chain)
            faults.extend(f"{room}-{tab.key}: not reached: {said(one)}" for one in missing)
            faults.extend(f"{room}-{tab.key}: jumps back: {one}" for one in jumps(chain, page))
    assert not faults, "\n".join(faults)

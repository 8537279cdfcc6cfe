"""A room with many tabs shows them by groups: all tabs of every room are seen at once, none is scrolled to."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from meritdesk.core.access import Actor, Role
from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.ui.background import Lane
from meritdesk.ui.room import RoomPage
from meritdesk.ui.rooms import TABS, tabs_of
from meritdesk.ui.tab_groups import TabGroup
from meritdesk.ui.tabs import Tab, TabbedRoom
from meritdesk.ui.wording import Words

PAGE_WIDTH = 1366 - 178
"""What a window of 1366 leaves beside the rail."""


class Sheet(RoomPage):
    """A tab with nothing on it."""

    def load(self, period: Period) -> None: ...

    def retranslate(self) -> None: ...

    def primary_focus(self) -> QWidget:
        return self


def room_of(tabs: tuple[Tab, ...], words: Words, room: str = "follow_up") -> TabbedRoom:
    accounts = SimpleNamespace(actor=Actor("Sari", Role.OPERATOR, "PC01"))
    desk = cast(Desk, SimpleNamespace(upkeep=SimpleNamespace(accounts=accounts)))
    lane = cast(Lane, SimpleNamespace())
    return TabbedRoom(room, tabs, desk, lane, words)


def shown(room: TabbedRoom) -> list[str]:
    return [key for place, key in enumerate(room.keys) if room.bar.tabBar().isTabVisible(place)]


@pytest.mark.parametrize("is_region", [False, True])
def test_the_tabs_of_every_room_have_room_beside_each_other(is_region: bool, words: Words, qtbot: QtBot) -> None:
    for name in TABS:
        tabs = tuple(Tab(tab.key, Sheet, tab.title, tab.group) for tab in tabs_of(name, is_region))
        room = room_of(tabs, words, name)
        qtbot.addWidget(room)
        for key in room.keys:
            room.choose(key)
            assert room.bar.tabBar().sizeHint().width() <= PAGE_WIDTH, (name, key)
        assert room.groups is None or room.groups.sizeHint().width() <= PAGE_WIDTH


def test_a_group_shows_its_tabs_and_leads_back_to_the_one_left(indonesian: Words, qtbot: QtBot) -> None:
    one, other = TabGroup("one", lambda: "One & all"), TabGroup("other", lambda: "Other")
    tabs = tuple(Tab(key, Sheet, lambda key=key: key, one if key in "ab" else other) for key in "abcd")
    QSettings().setValue("tab/follow_up", "d")
    room = room_of(tabs, indonesian)
    qtbot.addWidget(room)
    assert room.groups is not None and room.groups.tabText(0) == "One && all"
    assert (room.groups.currentIndex(), shown(room), room.keys[room.bar.currentIndex()]) == (1, ["c", "d"], "d")
    room.narrow({"tab": "b"})
    assert (room.groups.currentIndex(), shown(room), room.current) == (0, ["a", "b"], room.tab("b"))
    room.groups.setCurrentIndex(1)
    assert (shown(room), room.current) == (["c", "d"], room.tab("d"))
    room.next_action.trigger()
    assert (shown(room), room.current, QSettings().value("tab/follow_up")) == (["a", "b"], room.tab("a"), "a")
    room.groups.setCurrentIndex(1)
    assert room.current is room.tab("d")
    assert room.groups.accessibleName()


def test_a_tab_that_is_made_now_can_take_the_keyboard_now(indonesian: Words, qtbot: QtBot) -> None:
    room = room_of((Tab("a", Sheet, lambda: "a"), Tab("b", Sheet, lambda: "b")), indonesian, "teams")
    qtbot.addWidget(room)
    room.show()
    room.choose("b")
    assert room.primary_focus().isVisible()


def test_a_room_with_few_tabs_has_no_groups(indonesian: Words, qtbot: QtBot) -> None:
    room = room_of((Tab("a", Sheet, lambda: "a"), Tab("b", Sheet, lambda: "b")), indonesian, "teams")
    qtbot.addWidget(room)
    assert room.groups is None
    assert shown(room) == ["a", "b"]

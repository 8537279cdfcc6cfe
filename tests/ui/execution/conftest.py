"""The execution page over the small city whose year is closed; its quarters are open."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.ui.background import Lane
from meritdesk.ui.room import RoomPage
from meritdesk.ui.rooms import make_page
from meritdesk.ui.wording import Words


@pytest.fixture
def open_tab(
    desk: Desk, lane: Lane, qtbot: QtBot, at_rest: Callable[[], None], period: Period
) -> Callable[[str, Words], RoomPage]:
    """A tab of the room, shown and loaded."""

    def show(key: str, words: Words) -> RoomPage:
        QSettings().setValue("tab/execution", key)
        room = make_page("execution", desk, lane, words)
        qtbot.addWidget(room)
        room.resize(1188, 690)
        room.show()
        room.enter(period)
        at_rest()
        lane.changed.connect(room.hear)
        page = room.tab(key)
        page.heard = []  # type: ignore[attr-defined]
        page.message.connect(page.heard.append)  # type: ignore[attr-defined]
        page.holder = room  # type: ignore[attr-defined]
        return page

    return show

"""The watchdog reports a window that does not answer, and where it was stuck."""

from __future__ import annotations

import importlib
import sys
import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import QSettings, QTimer
from pytestqt.qtbot import QtBot

from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.ui import turns, warming
from meritdesk.ui.actions import ROOMS
from meritdesk.ui.background import Lane
from meritdesk.ui.main_window import MainWindow
from meritdesk.ui.rooms import TABS
from meritdesk.ui.turns import Turn, Watchdog
from meritdesk.ui.wording import Words


def test_a_turn_that_was_made_slow_on_purpose_is_caught_and_a_quick_one_is_not(qtbot: QtBot) -> None:
    told: list[Turn] = []
    watchdog = Watchdog(100, told.append)
    watchdog.begin("stuck")
    QTimer.singleShot(10, lambda: time.sleep(0.25))
    qtbot.waitUntil(lambda: bool(told), timeout=5000)
    worst = watchdog.end()
    assert told[0].deed == worst.deed == "stuck" and worst.milliseconds >= 200
    assert worst.computed < worst.milliseconds
    watchdog.begin("quick")
    watchdog.limit_ms = 10_000
    told.clear()
    qtbot.wait(30)
    watchdog.stop()
    assert told == []


@pytest.mark.parametrize(("asked", "is_watched"), [("", False), ("no", False), ("100", True)])
def test_support_switches_it_on_from_outside(
    asked: str, is_watched: bool, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setenv(turns.SWITCH, asked)
    watchdog = turns.watch_if_asked()
    assert (watchdog is not None) is is_watched
    if watchdog is not None:
        watchdog.stop()


def test_every_page_module_is_among_those_that_are_warmed_up() -> None:
    found = warming.modules_of_rooms()
    assert {"meritdesk.ui.register.page", "meritdesk.ui.planning.skp_tab", "meritdesk.ui.upkeep.page"} <= set(found)
    first = warming.modules_of_rooms("register")
    assert "meritdesk.ui.register.page" in first and {one.split(".")[2] for one in first} == {"register"}


def test_the_room_of_the_last_session_is_read_while_its_store_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    read, real = list[str](), importlib.import_module
    monkeypatch.setattr(
        warming.importlib, "import_module", lambda name: read.append(name) or sys.modules.get(name) or real(name)
    )
    QSettings().setValue("room", "follow_up")
    warming.warm_first_room().join()
    assert set(warming.modules_of_rooms("follow_up")) <= set(read)
    assert not {name for name in read if name.startswith("meritdesk.ui.planning.")}


def test_the_watchdog_sees_every_page_and_finds_the_one_that_was_made_slow(
    desk: Desk, lane: Lane, indonesian: Words, period: Period, qtbot: QtBot, at_rest: Callable[[], None]
) -> None:
    """How long the turns are is measured on 15,000 people by ``bench/turns.py``; here nobody's clock decides."""
    window = MainWindow(desk, lane, indonesian)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.set_period(period)
    watchdog = Watchdog(60_000)
    slow, found = "documents/verify", dict[str, Turn]()
    for room, _ in ROOMS:
        for tab in TABS[room]:
            name = f"{room}/{tab.key}"
            watchdog.begin(name)
            window.go(room, {"tab": tab.key})
            at_rest()
            if name == slow:
                watchdog.limit_ms = 2000
                QTimer.singleShot(0, lambda: time.sleep(2.2))
                qtbot.waitUntil(lambda: bool(watchdog.turns), timeout=20_000)
                watchdog.limit_ms = 60_000
            found[name] = watchdog.end()
    watchdog.stop()
    assert set(found) == {f"{room}/{tab.key}" for room, _ in ROOMS for tab in TABS[room]}
    assert all(turn.deed == name and turn.milliseconds > 0 for name, turn in found.items())
    assert [turn.deed for turn in watchdog.turns] == [slow]
    assert found[slow].milliseconds >= 2000 > found[slow].computed

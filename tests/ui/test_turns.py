"""The watchdog reports a window that does not answer, and where it was stuck."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from meritdesk.ui import turns, warming
from meritdesk.ui.turns import Turn, Watchdog


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

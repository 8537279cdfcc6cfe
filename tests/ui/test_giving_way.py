"""Work beside the window rests while the window is in a turn of its loop, and never for long in one turn."""

from __future__ import annotations

import threading
import time

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from meritdesk.ui import giving_way
from meritdesk.ui.giving_way import LOOK_EVERY, WindowTurns
from meritdesk.ui.lists.arrangement import Arrangement, Ways, arrange


def test_whoever_works_beside_waits_for_the_turn_and_goes_on_when_it_is_painted(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(giving_way, "PATIENCE_SECONDS", 30.0)
    turns, found = WindowTurns(), {}
    has_begun, is_done = threading.Event(), threading.Event()

    def beside() -> None:
        has_begun.set()
        turns.give_way()
        is_done.set()

    def a_turn() -> None:
        turns.begin()
        found["busy"] = turns.is_busy
        worker.start()
        has_begun.wait()
        found["went on"] = is_done.wait(0.02)

    worker = threading.Thread(target=beside)
    QTimer.singleShot(1, a_turn)
    qtbot.waitUntil(is_done.is_set)
    worker.join()
    assert found == {"busy": True, "went on": False}


def test_one_long_turn_is_waited_for_once(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    rests: list[float] = []
    sleep = time.sleep

    def rest(seconds: float) -> None:
        rests.append(seconds)
        sleep(seconds)

    monkeypatch.setattr(time, "sleep", rest)
    turns = WindowTurns()
    turns.give_way()
    assert not rests
    turns.begin()
    turns.give_way()
    once = len(rests)
    for _ in range(100):
        turns.give_way()
    assert once == len(rests) > 0
    qtbot.waitUntil(lambda: not turns.is_busy)
    turns.begin()
    turns.give_way()
    assert len(rests) > once


def test_a_list_that_is_searched_beside_the_window_is_the_same_and_looks_up_now_and_then(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    turns, looks = WindowTurns(), []
    monkeypatch.setattr(turns, "give_way", lambda: looks.append(1))
    ways = Ways(str, {"even": lambda line, _: int(str(line)) % 2 == 0}, lambda line, _: line)
    asked = Arrangement("1", {"even": frozenset({"yes"})}, ((0, True),))
    lines = list(range(LOOK_EVERY * 4))
    assert arrange(lines, asked, ways.politely(turns)) == arrange(lines, asked, ways)
    assert len(looks) >= 4 + 2

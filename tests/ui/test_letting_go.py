"""Big answers are held until nobody needs them and then taken apart beside the window; what is needed stays whole."""

from __future__ import annotations

import threading
import weakref
from dataclasses import dataclass

import pytest
from pytestqt.qtbot import QtBot

from meritdesk.ui import letting_go
from meritdesk.ui.background import Lane
from meritdesk.ui.letting_go import MANY, LettingGo, big_parts


class Line:
    """A line that tells on which thread it died."""

    died_on: list[str]

    def __init__(self, died_on: list[str]) -> None:
        self.died_on = died_on

    def __del__(self) -> None:
        self.died_on.append(threading.current_thread().name)


@dataclass(frozen=True)
class Board:
    lines: tuple[object, ...]
    units: dict[int, object]
    title: str = "x" * 2 * MANY


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(letting_go, "LOOK_SECONDS", 0.01)


def test_what_the_page_lets_go_of_dies_beside_the_window_and_what_it_keeps_stays(lane: Lane, qtbot: QtBot) -> None:
    died: list[str] = []
    shown: list[list[Line]] = []
    lane.ask(lambda step: [Line(died) for _ in range(MANY)], shown.append)
    qtbot.waitUntil(lambda: bool(shown))
    kept = shown[0][7]
    lane.ask(lambda step: None)
    qtbot.waitUntil(lambda: lane.is_idle)
    assert not died and lane._letting_go.held == 1
    shown.clear()
    lane.ask(lambda step: None)
    qtbot.waitUntil(lambda: len(died) == MANY - 1)
    assert set(died) == {"letting go"} and kept.died_on is died
    assert lane._letting_go.held == 0


def test_big_parts_are_found_in_the_fields_of_an_answer_and_small_ones_left_alone() -> None:
    lines, units = tuple(range(MANY)), dict.fromkeys(range(MANY))
    board = Board(lines, units)
    assert [id(one) for one in big_parts((board, "said"))] == [id(lines), id(units)]
    assert list(big_parts(Board((), {}))) == [] and list(big_parts(None)) == []


def test_closing_lets_go_of_everything_at_once() -> None:
    died: list[str] = []
    holder = LettingGo()
    holder.keep([Line(died) for _ in range(MANY)])
    holder.stop()
    assert len(died) == MANY and holder.held == 0
    line = Line(died)
    gone = weakref.ref(line)
    holder.keep([line] * MANY)
    del line
    assert gone() is None

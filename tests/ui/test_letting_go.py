"""Big answers are held until nobody needs them and then taken apart beside the window; what is needed stays whole."""

from __future__ import annotations

import threading
import weakref
from dataclasses import dataclass

import pytest
from pytestqt.qtbot import QtBot

from meritdesk.parting import held
from meritdesk.services.changes import Step
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
    assert kept.died_on is died
    del kept
    qtbot.waitUntil(lambda: len(died) == MANY and not lane._letting_go.held)
    assert set(died) == {"letting go"}


def test_what_a_verb_read_in_passing_dies_beside_the_window_too(lane: Lane, qtbot: QtBot) -> None:
    died: list[str] = []
    is_read, may_end = threading.Event(), threading.Event()

    def count(step: Step) -> int:
        # As verbs do it: the answer of the store is put in order at once, and that order dies when the verb ends.
        by_number = dict(enumerate(held(tuple(Line(died) for _ in range(MANY)))))
        is_read.set()
        may_end.wait(5)
        return len(by_number)

    counted: list[int] = []
    lane.ask(count, counted.append)
    qtbot.waitUntil(is_read.is_set)
    qtbot.wait(50)
    assert not died
    may_end.set()
    qtbot.waitUntil(lambda: bool(counted) and len(died) == MANY)
    assert counted == [MANY] and set(died) == {"letting go"}


def test_nobody_holds_what_is_read_where_no_window_is() -> None:
    died: list[str] = []
    lines = held([Line(died) for _ in range(MANY)])
    del lines
    assert died == [threading.current_thread().name] * MANY


def test_what_somebody_keeps_for_good_is_not_watched_for_ever(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(letting_go, "PATIENCE_SECONDS", 0.05)
    died: list[str] = []
    holder = LettingGo()
    kept = [Line(died) for _ in range(MANY)]
    holder.keep(tuple(kept))
    qtbot.waitUntil(lambda: not holder.held)
    holder.stop()
    assert len(kept) == MANY and not died


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

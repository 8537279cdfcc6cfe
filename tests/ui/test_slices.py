"""Work of the window that is done in slices: the loop runs between them; the whole can be had at once."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from meritdesk.ui.slices import Slices


def steps(done: list[int], count: int = 5) -> Iterator[None]:
    for number in range(count):
        done.append(number)
        yield


def test_the_loop_runs_between_two_slices(qtbot: QtBot) -> None:
    done: list[int] = []
    seen: list[int] = []
    work = Slices(slice_ms=0)
    beat = QTimer()
    beat.timeout.connect(lambda: seen.append(len(done)))
    beat.start(0)
    with qtbot.waitCallback() as whole:
        work.begin(steps(done), whole)
        assert not done and work.is_working
    beat.stop()
    assert done == [0, 1, 2, 3, 4] and not work.is_working
    assert set(seen) & {1, 2, 3, 4}


def test_what_is_needed_now_is_finished_now_and_said_once() -> None:
    done: list[int] = []
    told: list[str] = []
    work = Slices()
    work.begin(steps(done), lambda: told.append("whole"))
    work.finish()
    work.finish()
    assert done == [0, 1, 2, 3, 4] and told == ["whole"]


def test_what_is_begun_anew_leaves_the_old_undone() -> None:
    old: list[int] = []
    new: list[int] = []
    told: list[str] = []
    work = Slices()
    work.begin(steps(old), lambda: told.append("old"))
    work.begin(steps(new), lambda: told.append("new"))
    work.finish()
    work.begin(steps(old), lambda: told.append("old"))
    work.stop()
    work.finish()
    assert old == [] and new == [0, 1, 2, 3, 4] and told == ["new"]

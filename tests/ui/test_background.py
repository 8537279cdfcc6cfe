"""One lane: work on its own thread, answers on the window's, and nothing is swallowed."""

from __future__ import annotations

import errno
import gc
import threading
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from meritdesk.core.errors import BusyRefusal, Cancelled, Refusal, UsageRefusal
from meritdesk.core.journal import Changes
from meritdesk.services.changes import Step
from meritdesk.ui.background import Job, Lane, collect_garbage

Rest = Callable[[], None]


def test_work_runs_in_the_lane_and_the_answer_comes_to_the_window(lane: Lane, at_rest: Rest) -> None:
    threads: list[int] = []
    lane.ask(lambda step: threading.get_ident(), lambda answer: threads.extend([answer, threading.get_ident()]))
    at_rest()
    assert threads[0] != threading.get_ident()
    assert threads[1] == threading.get_ident()


def test_answers_come_in_the_order_asked(lane: Lane, at_rest: Rest) -> None:
    answers: list[int] = []
    for number in range(20):
        lane.ask(lambda step, number=number: number, answers.append)
    at_rest()
    assert answers == list(range(20))


def test_a_refusal_goes_to_whoever_asked(lane: Lane, at_rest: Rest) -> None:
    told: list[Exception] = []
    nobody_took: list[Refusal] = []
    lane.refused.connect(nobody_took.append)

    def refuse(step: Step) -> None:
        raise UsageRefusal("USE-102", nip="1")

    lane.ask(refuse, None, told.append)
    lane.ask(refuse)
    at_rest()
    assert [error.code for error in told if isinstance(error, Refusal)] == ["USE-102"]
    assert [error.code for error in nobody_took] == ["USE-102"]


def test_our_own_mistake_is_always_announced_and_the_lane_goes_on(qtbot: QtBot) -> None:
    lane = Lane()
    broken: list[Exception] = []
    refused: list[Exception] = []
    answers: list[int] = []
    ended: list[bool] = []
    lane.broke.connect(broken.append)
    job = lane.ask(lambda step: 1 // 0, answers.append, refused.append)
    job.ended.connect(lambda: ended.append(True))
    lane.ask(lambda step: 7, answers.append)
    qtbot.waitUntil(lambda: lane.is_idle)
    lane.stop()
    assert [type(error) for error in broken] == [ZeroDivisionError]
    assert (refused, answers, ended) == ([], [7], [True])


def test_cancelling_raises_at_the_next_step_and_neither_answers_nor_complains(lane: Lane, at_rest: Rest) -> None:
    begun = threading.Event()
    raised: list[bool] = []
    heard: list[object] = []
    cancelled: list[Job] = []
    lane.cancelled.connect(cancelled.append)

    def count(step: Step) -> str:
        try:
            for done in range(100_000):
                step(done, 100_000)
                begun.set()
                threading.Event().wait(0.001)
        except Cancelled:
            raised.append(True)
            raise
        return "finished"

    job = lane.ask(count, heard.append, heard.append, "counting", shows_progress=True)
    assert begun.wait(5)
    job.cancel()
    at_rest()
    assert raised == [True]
    assert heard == []
    assert cancelled == [job]
    assert (job.done < 100_000, job.total) == (True, 100_000)


def test_a_job_cancelled_while_waiting_is_never_begun(lane: Lane, at_rest: Rest) -> None:
    gate = threading.Event()
    begun: list[str] = []
    lane.ask(lambda step: gate.wait(5))
    waiting = lane.ask(lambda step: begun.append("begun"))
    waiting.cancel()
    gate.set()
    at_rest()
    assert begun == []


def test_a_newer_question_replaces_the_older_one_with_the_same_key(lane: Lane, at_rest: Rest) -> None:
    gate = threading.Event()
    answers: list[str] = []
    lane.ask(lambda step: gate.wait(5))
    for typed in ("s", "si", "siti"):
        lane.ask(lambda step, typed=typed: typed, answers.append, key="search")
    assert len(lane.jobs()) == 2
    gate.set()
    at_rest()
    assert answers == ["siti"]


@pytest.mark.parametrize("nouns", [frozenset({"people", "units"}), frozenset()])
def test_what_a_write_changed_is_announced_once_after_its_answer(
    nouns: frozenset[str], lane: Lane, at_rest: Rest
) -> None:
    heard: list[object] = []
    lane.changed.connect(heard.append)
    lane.ask(lambda step: Changes(nouns, "1"), lambda changes: heard.append("answer"))
    at_rest()
    assert heard == (["answer", Changes(nouns, "1")] if nouns else ["answer"])


def test_a_verb_without_changes_can_name_what_it_touches(lane: Lane, at_rest: Rest) -> None:
    heard: list[Changes] = []
    lane.changed.connect(heard.append)
    lane.ask(lambda step: "package", touches=frozenset({"ledger"}))
    at_rest()
    assert [changes.nouns for changes in heard] == [frozenset({"ledger"})]


def test_what_is_opened_in_the_lane_is_closed_in_the_lane(qtbot: QtBot) -> None:
    lane = Lane()
    places: list[tuple[str, int]] = []

    @contextmanager
    def door() -> Iterator[str]:
        places.append(("open", threading.get_ident()))
        yield "desk"
        places.append(("closed", threading.get_ident()))

    opened: list[str] = []
    lane.open(door, opened.append)
    qtbot.waitUntil(lambda: lane.is_idle)
    lane.stop()
    lane.stop()
    assert opened == ["desk"]
    assert [name for name, _ in places] == ["open", "closed"]
    assert len({thread for _, thread in places}) == 1
    assert places[0][1] != threading.get_ident()


def test_the_time_left_follows_the_share_that_is_done() -> None:
    job = Job(lambda step: None, None, None, "", True, "", frozenset())
    job.started_at, job.done, job.total = 100.0, 25, 100
    assert job.seconds_left(110.0) == pytest.approx(30.0)
    assert job.seconds_left(100.5) is None
    job.done = 0
    assert job.seconds_left(110.0) is None


def test_making_ready_says_nothing_of_the_time_that_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    job = Job(lambda step: None, None, None, "", True, "", frozenset())
    job.started_at = 100.0
    for now, done, total in ((112.0, 4, 14_600), (114.0, 604, 14_600)):
        monkeypatch.setattr("meritdesk.ui.work.job.time.monotonic", lambda now=now: now)
        job.step(done, total)
    assert job.seconds_left(114.0) == pytest.approx(2 * 13_996 / 600)
    job.step(14_600, 14_600)
    assert job.seconds_left(116.0) is None


def test_what_a_job_held_dies_on_the_windows_thread(lane: Lane, at_rest: Rest) -> None:
    class Held:
        """Stands for a page or dialog that only the job still knows."""

    died_on: list[str] = []
    for _ in range(20):
        held = Held()
        weakref.finalize(held, lambda: died_on.append(threading.current_thread().name))
        lane.ask(lambda step, held=held: held, lambda answer: None)
        del held
        at_rest()
    lane.stop()
    assert len(died_on) == 20
    assert set(died_on) == {threading.main_thread().name}


def test_cyclic_garbage_waits_for_the_windows_thread_while_a_lane_runs(lane: Lane) -> None:
    assert not gc.isenabled()
    lane.stop()
    assert gc.isenabled()


def test_garbage_is_collected_generation_by_generation() -> None:
    class Knot:
        def __init__(self) -> None:
            self.itself = self

    gc.collect()
    gc.disable()
    try:
        knot = weakref.ref(Knot())
        assert knot() is not None
        crowd = [[] for _ in range(gc.get_threshold()[0] + 1)]
        collect_garbage()
        assert knot() is None and len(crowd) > 1
    finally:
        gc.enable()


def test_an_answer_for_a_dialog_that_is_gone_is_dropped(lane: Lane, at_rest: Rest) -> None:
    dialog = QObject()
    answers: list[object] = []

    class Asker(QObject):
        def take(self, answer: object) -> None:
            answers.append(answer)

        def taker(self) -> Callable[[object], None]:
            def then(answer: object) -> None:
                self.take(answer)

            return then

    asker = Asker(dialog)
    lane.ask(lambda step: 1, asker.take)
    lane.ask(lambda step: 2, partial(asker.take))
    lane.ask(lambda step: 3, asker.taker())
    shiboken6.delete(dialog)
    at_rest()
    assert answers == []


def test_long_work_beside_the_lane_does_not_hold_up_reading_and_is_announced_in_one_place(
    lane: Lane, at_rest: Rest, qtbot: QtBot
) -> None:
    may_end, answers, changed = threading.Event(), [], []
    lane.changed.connect(changed.append)

    def long(step: Step) -> Changes:
        step(1, 9)
        assert may_end.wait(20)
        return Changes(frozenset({"print_orders"}))

    job = lane.beside.ask(long, answers.append, title="Mencetak", shows_progress=True)
    lane.ask(lambda step: "dibaca", answers.append)
    qtbot.waitUntil(lambda: answers == ["dibaca"], timeout=10_000)
    assert lane.jobs() == (job,) and not lane.is_idle and (job.done, job.total) == (1, 9)
    may_end.set()
    at_rest()
    assert [one.nouns for one in changed] == [frozenset({"print_orders"})]
    assert lane.beside is lane.beside and lane.is_idle


def test_stopping_the_lane_stops_what_runs_beside_it_first(qtbot: QtBot) -> None:
    lane, began, stopped = Lane(), threading.Event(), []

    def endless(step: Step) -> None:
        began.set()
        try:
            while True:
                step(0, 1)
                threading.Event().wait(0.01)
        except Cancelled:
            stopped.append("beside")
            raise

    @contextmanager
    def opened() -> Iterator[str]:
        yield "meja"
        stopped.append("desk")

    lane.open(opened, lambda desk: None)
    lane.beside.ask(endless)
    assert began.wait(10)
    lane.stop()
    assert stopped == ["beside", "desk"] and gc.isenabled()


def test_long_work_runs_beside_so_that_reading_goes_on(lane: Lane, at_rest: Rest) -> None:
    gate = threading.Event()
    heard: list[str] = []
    lane.ask(lambda step: gate.wait(5), lambda _: heard.append("long"), title="import", shows_progress=True)
    lane.ask(lambda step: "short", lambda said: (heard.append(said), gate.set()))
    at_rest()
    assert heard == ["short", "long"]


def test_long_work_begins_when_what_was_asked_before_it_is_done(lane: Lane, at_rest: Rest) -> None:
    gate = threading.Event()
    done: list[str] = []
    lane.ask(lambda step: (gate.wait(5), done.append("typed")))
    lane.ask(lambda step: done.append("closed"), title="close", shows_progress=True)
    threading.Timer(0.05, gate.set).start()
    at_rest()
    assert done == ["typed", "closed"]


def test_a_short_write_waits_for_the_store_instead_of_failing_and_reading_goes_past_it(
    lane: Lane, at_rest: Rest, qtbot: QtBot
) -> None:
    gate = threading.Event()
    heard: list[str] = []

    def write(step: Step) -> str:
        if not gate.is_set():
            raise BusyRefusal("STO-623")
        return "written"

    long = lane.ask(lambda step: gate.wait(5), title="import", shows_progress=True)
    held = lane.ask(write, heard.append, lambda _: heard.append("refused"), title="save")
    lane.ask(lambda step: "read", heard.append)
    qtbot.waitUntil(lambda: heard == ["read"])
    assert (long.is_running, held.is_held, held.is_running) == (True, True, False)
    gate.set()
    at_rest()
    assert heard == ["read", "written"]


def test_without_other_work_a_busy_store_is_refused_at_once(lane: Lane, at_rest: Rest) -> None:
    told: list[Exception] = []

    def busy(step: Step) -> None:
        raise BusyRefusal("STO-621")

    lane.ask(busy, None, told.append)
    at_rest()
    assert [type(error) for error in told] == [BusyRefusal]


def test_waiting_work_can_be_moved_and_cancelled(lane: Lane, at_rest: Rest) -> None:
    gate, begun = threading.Event(), threading.Event()
    done: list[str] = []
    lane.ask(lambda step: (begun.set(), gate.wait(5)), title="first", shows_progress=True)
    jobs = [
        lane.ask(lambda step, name=name: done.append(name), title=name, shows_progress=True)
        for name in ("second", "third", "fourth")
    ]
    assert begun.wait(5)
    assert lane.move(jobs[2], -2) and not lane.move(jobs[2], -1)
    assert [job.title for job in lane.jobs()] == ["first", "fourth", "second", "third"]
    jobs[0].cancel()
    gate.set()
    at_rest()
    assert done == ["fourth", "third"]


def test_every_long_work_is_told_with_its_fate_however_it_ended(qtbot: QtBot) -> None:
    lane = Lane()
    told: list[tuple[str, str | None]] = []
    lane.work_ended.connect(lambda job, answer, error: told.append((job.title, job.fate and job.fate.name)))

    def refuse(step: Step) -> None:
        raise UsageRefusal("USE-102", nip="1")

    def pulled(step: Step) -> None:
        raise OSError(errno.EIO, "Input/output error", "/media/stick/file")

    refused: list[Refusal] = []
    lane.refused.connect(refused.append)
    lane.ask(lambda step: 1, title="good", shows_progress=True)
    lane.ask(refuse, title="refused", shows_progress=True)
    lane.ask(pulled, title="pulled", shows_progress=True)
    lane.ask(lambda step: 1 // 0, title="bug", shows_progress=True)
    lane.ask(lambda step: 1, title="stopped", shows_progress=True).cancel()
    lane.ask(lambda step: 1)
    qtbot.waitUntil(lambda: lane.is_idle)
    lane.stop()
    assert told == [
        ("good", "DONE"),
        ("refused", "REFUSED"),
        ("pulled", "REFUSED"),
        ("bug", "BROKE"),
        ("stopped", "CANCELLED"),
    ]
    assert [error.code for error in refused] == ["USE-102", "UI-344"]


def test_a_sleep_of_the_pc_is_noted_and_does_not_count_as_working_time(lane: Lane, at_rest: Rest) -> None:
    gate, begun = threading.Event(), threading.Event()
    job = lane.ask(lambda step: (step(1, 2), begun.set(), gate.wait(5)), title="import", shows_progress=True)
    assert begun.wait(5)
    started = job.started_at
    lane.beside._last_beat = (lane.beside._last_beat[0] - 3600, lane.beside._last_beat[1] - 3600)
    lane.beside._feel_the_beat()
    gate.set()
    at_rest()
    assert 3598 < job.slept_seconds < 3602 and 3598 < job.started_at - started < 3602

"""The lane for the desk: work runs on its own thread, answers arrive on the window's thread, in the order asked.

Long work (``shows_progress``) runs in a second lane beside the first, so that the clerk goes on reading meanwhile. It
begins when everything that was asked for before it has been done. Only one of the two can write at a time: a short
verb that finds the store in other hands is laid back, waits visibly, and is begun anew as a whole.

Objects of Qt must die on the window's thread. So the lane's thread lets go of a job first and the window keeps it until
the next one has been delivered; and while a lane runs, cyclic garbage is collected by a timer of the window's thread
only, since Python would otherwise collect closed dialogs wherever memory happens to be asked for. What a verb answers
is plain values that die by themselves, hundreds of thousands of them for a big list: they are taken out of the
collector's sight at once (``gc.freeze``), or looking through them would hold the window up for half a second. The whole
heap is looked through when nobody works.
"""

from __future__ import annotations

import gc
import sys
import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from functools import partial
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QCursor

from meritdesk.core.errors import BusyRefusal, Cancelled, Refusal
from meritdesk.core.journal import Changes
from meritdesk.core.work_record import WorkFate
from meritdesk.courtesy import resting
from meritdesk.parting import held_by
from meritdesk.services.changes import Step
from meritdesk.ui import slices, threads
from meritdesk.ui.giving_way import WindowTurns
from meritdesk.ui.letting_go import LettingGo
from meritdesk.ui.work.job import Job
from meritdesk.ui.work.world import disk_refusal, slept

__all__ = ["SHOW_AFTER_SECONDS", "Job", "Lane", "collect_garbage"]

T = TypeVar("T")

SHOW_AFTER_SECONDS = 0.3
LOOK_MILLISECONDS = 5
COLLECT_EVERY_MS = 1000
MANY_VALUES = 20_000
"""So many new objects are the answer of a verb, not the doings of the window."""

QUIET_SECONDS = 20.0
WHOLE_EVERY_SECONDS = 300.0
SWITCH_SECONDS = 0.0005
"""How long the lane may keep Python's lock while the window waits for it; it waits many times in a turn."""

SHORT_SECONDS = 0.03
"""What takes no longer is over before the window would have noticed; waiting for it would only make it late."""

BEAT_MS = 1000
AGAIN_SECONDS = 0.5
IN_OTHER_HANDS = frozenset({"STO-621", "STO-623"})
"""Refusals of a store that other work of this window holds: a short verb waits for it instead of failing."""


WANTS_SECOND = "ACC-140"
"""The refusal that is no end: ``second`` may bring whoever is missing, and the work is asked for again."""


class Lane(QObject):
    """The worker thread on which the desk is opened, used and closed, with a second one beside it for long work.

    ``changed`` announces what a write changed, once, after its ``then``; ``refused`` carries refusals nobody took,
    ``broke`` our own bugs, always; ``queue_changed`` fires when a job is asked for, starts, moves or ends;
    ``work_ended`` carries long work with its answer or error, whatever became of it.
    """

    changed = Signal(object)  # Changes
    refused = Signal(object)  # Refusal
    broke = Signal(object)  # Exception
    cancelled = Signal(object)  # Job
    queue_changed = Signal()
    work_ended = Signal(object, object, object)  # Job, answer, Exception | None
    _finished = Signal(object, object, object)  # Job, answer, Exception | None
    _moved = Signal()

    def __init__(self, parent: QObject | None = None, *, is_beside: bool = False) -> None:
        super().__init__(parent)
        self._is_beside = is_beside
        self.second: Callable[[Job, Refusal], bool] | None = None
        self._front: Lane | None = parent if isinstance(parent, Lane) else None
        self._beside: Lane | None = None
        self._turn = threading.Condition()
        self._waiting: list[Job] = []
        self._jobs: list[Job] = []
        self._opened = ExitStack()
        self._letting_go: LettingGo = self._front._letting_go if self._front is not None else LettingGo()
        self.turns: WindowTurns = self._front.turns if self._front is not None else WindowTurns(self)
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._moved.connect(self.queue_changed, Qt.ConnectionType.QueuedConnection)
        self._is_stopped = False
        self._is_closing = False
        self._began = 0.0
        self._just_delivered: tuple[object, ...] = ()
        self._asked_at = self._whole_at = time.monotonic()
        self._pointer = QPoint()
        self._collector = QTimer(self)
        self._beat = QTimer(self)
        self._beat.setInterval(BEAT_MS)
        self._beat.timeout.connect(self._feel_the_beat)
        self._last_beat = (0.0, 0.0)
        if not is_beside:
            gc.disable()
            sys.setswitchinterval(SWITCH_SECONDS)
            self._collector.setInterval(COLLECT_EVERY_MS)
            self._collector.timeout.connect(self._collect)
            self._collector.start()
        self._thread = threads.begin(self._run, "beside" if is_beside else "desk", self.let_go)

    def ask(
        self,
        work: Callable[[Step], T],
        then: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        title: str = "",
        shows_progress: bool = False,
        *,
        key: str = "",
        touches: frozenset[str] = frozenset(),
    ) -> Job:
        """Put work at the end of the lane; ``then`` or ``failed`` is called on the window's thread.

        ``failed`` gets refusals; without it they go to ``refused``. Bugs always go to ``broke`` and cancelling is
        silent: whoever has to tidy up in every case connects to ``ended``. A ``key`` replaces earlier work with the
        same key whose answer has not come yet (typing in a search box). ``touches`` names what changed when the
        verb does not answer with ``Changes``. With ``shows_progress`` it is long work: it runs beside, and its
        outcome stays in the history.
        """
        if shows_progress and not self._is_beside:
            return self.beside.ask(work, then, failed, title, shows_progress, key=key, touches=touches)
        self.turns.begin()
        job = Job(work, then, failed, title, shows_progress, key, touches)  # type: ignore[arg-type]
        if key:
            for earlier in self._jobs:
                if earlier.key == key:
                    earlier.cancel()
        if self._front is not None:
            job.after = tuple(earlier.over for earlier in self._front._jobs)
        self._jobs.append(job)
        self._asked_at = time.monotonic()
        with self._turn:
            self._waiting.append(job)
            self._turn.notify_all()
        self._watch_over()
        self.queue_changed.emit()
        return job

    def ask_again(self, job: Job) -> Job:
        """Ask for the same work once more, as a whole: what it lacked has come meanwhile."""
        return self.ask(job.work, job.then, job.failed, job.title, job.shows_progress, key=job.key, touches=job.touches)

    def give_up(self, job: Job, refusal: Refusal) -> None:
        """Tell a refusal to whoever asked, or to the window."""
        if job.failed is not None and not _is_gone(job.failed):
            job.failed(refusal)
        else:
            self.refused.emit(refusal)

    def open(
        self,
        opener: Callable[[], AbstractContextManager[T]],
        then: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        title: str = "",
    ) -> Job:
        """Open a desk on the lane's thread; it is closed there when the lane stops."""
        return self.ask(lambda step: self._opened.enter_context(opener()), then, failed, title)

    @property
    def beside(self) -> Lane:
        """The lane beside this one for work that takes longer than a moment; one piece of it after the other.

        What it announces is announced here, its jobs stand in the same queue, and it stops first.
        """
        if self._beside is None:
            self._beside = Lane(self, is_beside=True)
            self._beside.changed.connect(self.changed)
            self._beside.refused.connect(self.refused)
            self._beside.broke.connect(self.broke)
            self._beside.cancelled.connect(self.cancelled)
            self._beside.queue_changed.connect(self.queue_changed)
            self._beside.work_ended.connect(self.work_ended)
        return self._beside

    def jobs(self) -> tuple[Job, ...]:
        """What runs and waits, here and beside, oldest first; replaced work is not counted."""
        with self._turn:
            order = {job: place for place, job in enumerate(self._waiting)}
        own = sorted((job for job in self._jobs if not job.is_cancelled), key=lambda job: order.get(job, -1))
        return tuple(own) if self._beside is None else (*own, *self._beside.jobs())

    def move(self, job: Job, by: int) -> bool:
        """Move work that waits by some places, here or beside; false when it cannot: it runs or stands there already.

        Moving upwards it still waits for what was typed before it was asked for.
        """
        is_moved = is_here = False
        with self._turn:
            if job in self._waiting:
                is_here = True
                here = self._waiting.index(job)
                there = min(max(here + by, 0), len(self._waiting) - 1)
                self._waiting.insert(there, self._waiting.pop(here))
                is_moved = there != here
                self._turn.notify_all()
        if not is_here:
            return self._beside is not None and self._beside.move(job, by)
        if is_moved:
            self.queue_changed.emit()
        return is_moved

    @property
    def is_idle(self) -> bool:
        """Whether every answer has been delivered."""
        return not self._jobs and (self._beside is None or self._beside.is_idle)

    def stop(self) -> None:
        """Cancel what waits and runs, close the desk, end the thread."""
        if self._is_stopped:
            return
        self._is_stopped = True
        if self._beside is not None:
            self._beside.stop()
        self.let_go()
        self._thread.join()
        self._collector.stop()
        self._beat.stop()
        self._just_delivered = ()
        if not self._is_beside:
            self._letting_go.stop()
            gc.unfreeze()
            gc.enable()

    def let_go(self) -> None:
        """Cancel what waits and runs and let the thread come to its end; waits for nothing, touches nothing of Qt."""
        for job in tuple(self._jobs):
            job.cancel()
        with self._turn:
            self._is_closing = True
            self._turn.notify_all()

    def _run(self) -> None:
        with held_by(self._letting_go.keep), resting(self._rest):
            self._work()

    def _rest(self) -> None:
        """Between the lines of a verb the window goes first, but a short question is answered at once."""
        if time.perf_counter() - self._began >= SHORT_SECONDS:
            self.turns.give_way()

    def _work(self) -> None:
        while (job := self._next()) is not None:
            answer: object = None
            error: Exception | None = None
            if job.is_cancelled:
                error = Cancelled()
            else:
                job.begin()
                self._moved.emit()
                self._began = time.perf_counter()
                try:
                    answer = job.work(self._steps_of(job))
                except BusyRefusal as busy:
                    if self._lays_back(job, busy):
                        del job, answer, error
                        continue
                    error = busy
                except OSError as raised:
                    error = disk_refusal(raised) or raised
                except Exception as raised:  # noqa: BLE001 - delivered to the window, which shows every one
                    error = raised
            self._letting_go.keep(answer)
            if gc.get_count()[0] > MANY_VALUES:
                gc.freeze()
            job.over.set()
            self._wake_beside()
            self._finished.emit(job, answer, error)
            del job, answer, error
        self._opened.close()

    def _steps_of(self, job: Job) -> Step:
        """The steps of a job; at each the window goes first."""
        turns = self.turns

        def step(done: int, total: int) -> None:
            turns.give_way()
            job.step(done, total)

        return step

    def _next(self) -> Job | None:
        """The first job whose turn it is; nothing when the lane closes and all work was told to stop."""
        with self._turn:
            while True:
                now = time.monotonic()
                for place, job in enumerate(self._waiting):
                    if job.is_cancelled or (job.again_at <= now and not self._waits_for_others(job)):
                        return self._waiting.pop(place)
                if self._is_closing and not self._waiting:
                    return None
                again = min((job.again_at for job in self._waiting if job.again_at > now), default=None)
                self._turn.wait(None if again is None else max(again - now, 0.01))

    def _waits_for_others(self, job: Job) -> bool:
        """Long work begins when everything that was asked for before it has been done."""
        return not all(earlier.is_set() for earlier in job.after)

    def _wake_beside(self) -> None:
        if self._beside is not None:
            with self._beside._turn:
                self._beside._turn.notify_all()

    def _lays_back(self, job: Job, busy: BusyRefusal) -> bool:
        """Whether a refusal only means that our other lane has the store: then the job waits for its next turn."""
        other = self._front or self._beside
        if busy.code not in IN_OTHER_HANDS or other is None or self._is_closing or job.is_cancelled:
            return False
        if not any(one.is_running for one in tuple(other._jobs)) and busy.code != "STO-623":
            return False
        job.lay_back(time.monotonic() + AGAIN_SECONDS)
        with self._turn:
            self._waiting.insert(0, job)
        self._moved.emit()
        return True

    def _collect(self) -> None:
        """Young garbage each second; everything when nobody has touched anything for a while.

        While a verb makes its many values they are left alone, and those that a page made of them join the others.
        """
        if gc.get_count()[0] <= MANY_VALUES:
            collect_garbage()
        elif self.is_idle:
            gc.freeze()
        now, pointer = time.monotonic(), QCursor.pos()
        if pointer != self._pointer or not self.is_idle:
            self._asked_at, self._pointer = now, pointer
        if now - self._asked_at >= QUIET_SECONDS and now - self._whole_at >= WHOLE_EVERY_SECONDS:
            collect_everything()
            self._whole_at = time.monotonic()

    def _watch_over(self) -> None:
        if not self._beat.isActive():
            self._last_beat = (time.time(), time.monotonic())
            self._beat.start()

    def _feel_the_beat(self) -> None:
        """Each second while there is work: a beat that comes far too late says that the PC slept meanwhile."""
        wall, running = time.time(), time.monotonic()
        long = slept(wall - self._last_beat[0], BEAT_MS / 1000)
        if long:
            counted = slept(running - self._last_beat[1], BEAT_MS / 1000)
            for job in self._jobs:
                if job.is_running:
                    job.sleep(long, counted)
        self._last_beat = (wall, running)
        if not self._jobs:
            self._beat.stop()

    def _deliver(self, job: Job, answer: object, error: Exception | None) -> None:
        self.turns.begin()
        self._jobs.remove(job)
        job.fate = _fate(error)
        self.queue_changed.emit()
        try:
            self._tell(job, answer, error)
            if job.shows_progress and not self._is_stopped:
                self.work_ended.emit(job, answer, error)
        finally:
            job.ended.emit()
            # What is replaced here is the job before this one: the lane's thread has surely let go of that.
            self._just_delivered = (job, answer, error)

    def _tell(self, job: Job, answer: object, error: Exception | None) -> None:
        if self._is_stopped:
            return
        if isinstance(error, Cancelled):
            self.cancelled.emit(job)
        elif isinstance(error, Refusal):
            second = (self._front or self).second
            if error.code != WANTS_SECOND or second is None or not second(job, error):
                self.give_up(job, error)
        elif error is not None:
            self.broke.emit(error)
        else:
            changes = _changes_in(answer, job.touches)
            # A replaced question no longer matters, nor does one whose asker is gone; what a write changed always does.
            if job.then is not None and not (job.key and job.is_cancelled) and not _is_gone(job.then):
                job.then(answer)
            if changes.nouns:
                self.changed.emit(changes)


def rest(lane: Lane, calm: int = 2) -> None:
    """Let the window breathe until the lane has delivered everything, several looks long."""
    loop = QEventLoop()
    quiet = 0

    def look() -> None:
        nonlocal quiet
        quiet = quiet + 1 if lane.is_idle and not slices.is_any_at_work() else 0
        if quiet >= calm:
            loop.quit()

    timer = QTimer()
    timer.setInterval(LOOK_MILLISECONDS)
    timer.timeout.connect(look)
    timer.start()
    loop.exec()
    timer.stop()
    QCoreApplication.processEvents()


def collect_garbage() -> None:
    """What Python's own collector would do with young objects, but on the thread that calls it."""
    for generation, (count, threshold) in enumerate(zip(gc.get_count()[:2], gc.get_threshold()[:2], strict=True)):
        if not threshold or count <= threshold:
            return
        gc.collect(generation)


def collect_everything() -> None:
    """Look through the whole heap, on the thread that calls it, and lay what lives out of the collector's sight."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def _fate(error: Exception | None) -> WorkFate:
    if error is None:
        return WorkFate.DONE
    if isinstance(error, Cancelled):
        return WorkFate.CANCELLED
    return WorkFate.REFUSED if isinstance(error, Refusal) else WorkFate.BROKE


def _is_gone(then: Callable[..., None]) -> bool:
    """Whether the answer would go to a dialog or page that was closed and destroyed meanwhile."""
    asker = _asker(then)
    return isinstance(asker, QObject) and not shiboken6.isValid(asker)


def _asker(then: Callable[..., None]) -> object:
    """Whose answer it is: of a method its owner, of a function within one what that calls ``self``."""
    while isinstance(then, partial):
        then = then.func
    owner = getattr(then, "__self__", None)
    names, cells = getattr(getattr(then, "__code__", None), "co_freevars", ()), getattr(then, "__closure__", None)
    if owner is not None or not cells or "self" not in names:
        return owner
    try:
        return cells[names.index("self")].cell_contents
    except ValueError:
        return None


def _changes_in(answer: object, touches: frozenset[str]) -> Changes:
    """What a verb says it changed: the answer itself, its ``changes``, or what the asker named."""
    found = answer if isinstance(answer, Changes) else getattr(answer, "changes", None)
    if isinstance(found, Changes) and found.nouns:
        return Changes(found.nouns | touches, found.change_set_id)
    return Changes(touches)

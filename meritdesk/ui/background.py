"""One lane for the desk: work runs on one thread, answers arrive on the window's thread, in the order asked.

Objects of Qt must die on the window's thread. So the lane's thread lets go of a job first and the window keeps it until
the next one has been delivered; and while a lane runs, cyclic garbage is collected by a timer of the window's thread
only, since Python would otherwise collect closed dialogs wherever memory happens to be asked for.
"""

from __future__ import annotations

import gc
import queue
import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from meritdesk.core.errors import Cancelled, Refusal
from meritdesk.core.journal import Changes
from meritdesk.services.changes import Step

T = TypeVar("T")

SHOW_AFTER_SECONDS = 0.3
COLLECT_EVERY_MS = 1000


class Job(QObject):
    """One piece of work in the lane; ``ended`` comes last, whatever became of it."""

    ended = Signal()

    def __init__(
        self,
        work: Callable[[Step], object],
        then: Callable[[object], None] | None,
        failed: Callable[[Exception], None] | None,
        title: str,
        shows_progress: bool,
        key: str,
        touches: frozenset[str],
    ) -> None:
        super().__init__()
        self.work = work
        self.then = then
        self.failed = failed
        self.title = title
        self.shows_progress = shows_progress
        self.key = key
        self.touches = touches
        self.done = 0
        self.total = 0
        self.asked_at = time.monotonic()
        self.started_at = 0.0
        self._is_cancelled = threading.Event()

    @property
    def is_cancelled(self) -> bool:
        """Whether the clerk asked to stop."""
        return self._is_cancelled.is_set()

    def cancel(self) -> None:
        """Stop at the next step; the verb leaves everything as it was before."""
        self._is_cancelled.set()

    def step(self, done: int, total: int) -> None:
        """Called by the verb on the lane's thread; raises when the clerk cancelled."""
        self.done, self.total = done, total
        if self._is_cancelled.is_set():
            raise Cancelled

    def seconds_left(self, now: float) -> float | None:
        """An estimate from the share that is done; nothing while there is too little to go by."""
        elapsed = now - self.started_at
        if not self.started_at or not self.done or not self.total or elapsed < 1:
            return None
        return elapsed * (self.total - self.done) / self.done


class Lane(QObject):
    """The one worker thread on which the desk is opened, used and closed.

    ``changed`` announces what a write changed, once, after its ``then``; ``refused`` carries refusals nobody took,
    ``broke`` our own bugs, always; ``queue_changed`` fires when a job is asked for, starts or ends.
    """

    changed = Signal(object)  # Changes
    refused = Signal(object)  # Refusal
    broke = Signal(object)  # Exception
    cancelled = Signal(object)  # Job
    queue_changed = Signal()
    _finished = Signal(object, object, object)  # Job, answer, Exception | None

    def __init__(self, parent: QObject | None = None, *, is_beside: bool = False) -> None:
        super().__init__(parent)
        self._is_beside = is_beside
        self._beside: Lane | None = None
        self._waiting: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._jobs: list[Job] = []
        self._opened = ExitStack()
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._is_stopped = False
        self._just_delivered: tuple[object, ...] = ()
        self._collector = QTimer(self)
        if not is_beside:
            gc.disable()
            self._collector.setInterval(COLLECT_EVERY_MS)
            self._collector.timeout.connect(collect_garbage)
            self._collector.start()
        self._thread = threading.Thread(target=self._run, name="press" if is_beside else "desk", daemon=True)
        self._thread.start()

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
        verb does not answer with ``Changes``.
        """
        job = Job(work, then, failed, title, shows_progress, key, touches)  # type: ignore[arg-type]
        if key:
            for earlier in self._jobs:
                if earlier.key == key:
                    earlier.cancel()
        self._jobs.append(job)
        self._waiting.put(job)
        self.queue_changed.emit()
        return job

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
        """A lane beside this one for work that takes minutes and holds the store only for moments: printing.

        What it announces is announced here, its jobs stand in the same queue, and it stops first.
        """
        if self._beside is None:
            self._beside = Lane(self, is_beside=True)
            self._beside.changed.connect(self.changed)
            self._beside.refused.connect(self.refused)
            self._beside.broke.connect(self.broke)
            self._beside.cancelled.connect(self.cancelled)
            self._beside.queue_changed.connect(self.queue_changed)
        return self._beside

    def jobs(self) -> tuple[Job, ...]:
        """What runs and waits, here and beside, oldest first; replaced work is not counted."""
        own = tuple(job for job in self._jobs if not job.is_cancelled)
        return own if self._beside is None else (*own, *self._beside.jobs())

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
        for job in self._jobs:
            job.cancel()
        self._waiting.put(None)
        self._thread.join()
        self._collector.stop()
        self._just_delivered = ()
        if not self._is_beside:
            gc.enable()

    def _run(self) -> None:
        while (job := self._waiting.get()) is not None:
            answer: object = None
            error: Exception | None = None
            if job.is_cancelled:
                error = Cancelled()
            else:
                job.started_at = time.monotonic()
                try:
                    answer = job.work(job.step)
                except Exception as raised:  # noqa: BLE001 - delivered to the window, which shows every one
                    error = raised
            self._finished.emit(job, answer, error)
            del job, answer, error
        self._opened.close()

    def _deliver(self, job: Job, answer: object, error: Exception | None) -> None:
        self._jobs.remove(job)
        self.queue_changed.emit()
        try:
            self._tell(job, answer, error)
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
            if job.failed is not None:
                job.failed(error)
            else:
                self.refused.emit(error)
        elif error is not None:
            self.broke.emit(error)
        else:
            changes = _changes_in(answer, job.touches)
            # A replaced question no longer matters, nor does one whose asker is gone; what a write changed always does.
            if job.then is not None and not (job.key and job.is_cancelled) and not _is_gone(job.then):
                job.then(answer)
            if changes.nouns:
                self.changed.emit(changes)


def collect_garbage() -> None:
    """What Python's own collector would do, generation by generation, but on the thread that calls it."""
    for generation, (count, threshold) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)):
        if not threshold or count <= threshold:
            return
        gc.collect(generation)


def _is_gone(then: Callable[..., None]) -> bool:
    """Whether the answer would go to a dialog or page that was closed and destroyed meanwhile."""
    asker = getattr(then, "__self__", None)
    return isinstance(asker, QObject) and not shiboken6.isValid(asker)


def _changes_in(answer: object, touches: frozenset[str]) -> Changes:
    """What a verb says it changed: the answer itself, its ``changes``, or what the asker named."""
    found = answer if isinstance(answer, Changes) else getattr(answer, "changes", None)
    if isinstance(found, Changes) and found.nouns:
        return Changes(found.nouns | touches, found.change_set_id)
    return Changes(touches)

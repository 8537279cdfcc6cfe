"""One piece of work in a lane: what it is, how far it is, and what became of it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal

from meritdesk.core.errors import Cancelled
from meritdesk.core.work_record import WorkFate
from meritdesk.services.changes import Step


class Job(QObject):
    """One piece of work in the lane; ``ended`` comes last, whatever became of it (``fate``)."""

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
        self.asked_on = datetime.now(UTC)
        self.began_on: datetime | None = None
        self.started_at = 0.0
        self._mark = (0.0, 0)
        self.slept_seconds = 0.0
        self.fate: WorkFate | None = None
        self.after: tuple[threading.Event, ...] = ()
        self.over = threading.Event()
        self.again_at = 0.0
        self._is_cancelled = threading.Event()

    @property
    def is_cancelled(self) -> bool:
        """Whether the clerk asked to stop."""
        return self._is_cancelled.is_set()

    @property
    def is_running(self) -> bool:
        """Whether it was begun and neither ended nor laid back because the store is in other hands."""
        return bool(self.started_at) and self.fate is None

    @property
    def is_held(self) -> bool:
        """Whether it waits until other work lets go of the store."""
        return not self.started_at and bool(self.again_at)

    def cancel(self) -> None:
        """Stop at the next step; the verb leaves everything as it was before."""
        self._is_cancelled.set()

    def step(self, done: int, total: int) -> None:
        """Called by the verb on the lane's thread; raises when the clerk cancelled."""
        if total != self.total or done < self.done or not self._mark[0]:
            self._mark = (time.monotonic(), done)
        self.done, self.total = done, total
        if self._is_cancelled.is_set():
            raise Cancelled

    def begin(self) -> None:
        """The lane takes it up."""
        self.began_on = datetime.now(UTC)
        self.started_at = time.monotonic()

    def lay_back(self, again_at: float) -> None:
        """Other work has the store: nothing was changed, and the whole verb is begun anew later."""
        self.started_at = 0.0
        self.done = self.total = 0
        self._mark = (0.0, 0)
        self.again_at = again_at

    def sleep(self, seconds: float, counted: float) -> None:
        """The PC slept while it ran; ``counted`` is what the running clock took of that for working time."""
        self.slept_seconds += seconds
        self.started_at += counted
        self._mark = (self._mark[0] + counted, self._mark[1])

    def seconds_left(self, now: float) -> float | None:
        """An estimate from how fast it goes now; nothing while there is too little to go by.

        What was made ready before the first count, or counted in a part before this one, says nothing of that: four
        sheets after twelve seconds would else be ten hours for a city.
        """
        since, counted = self._mark if self._mark[0] else (self.started_at, 0)
        elapsed, made = now - since, self.done - counted
        if not self.started_at or made <= 0 or self.done >= self.total or elapsed < 1:
            return None
        return elapsed * (self.total - self.done) / made

"""Reading a stack beside the lane: pages are read on a thread of their own and taken in by short works of the lane.

So the desk answers everything else between two portions. Stopping keeps what was taken in; the stack stays open and
goes on when it is read again.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import cast

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, SignalInstance

from meritdesk.core.errors import Cancelled, Refusal
from meritdesk.core.scans import PageSight, ScanFile, ScanPlace
from meritdesk.services.documents.scan_views import ScanTask, TakenIn
from meritdesk.services.documents.scans import BLOCK, ScanDesk, source_of
from meritdesk.ui import threads
from meritdesk.ui.background import Lane
from meritdesk.ui.singular import singular

PORTIONS_WAITING = 3
"""How many portions may wait for the lane before reading pauses, so that memory stays flat."""


class ScanRun(QObject):
    """One stack being read; ``ended`` comes last, whatever became of it."""

    progressed = Signal(int, int)
    refused = Signal(object)  # Exception
    taken_in = Signal(object)  # TakenIn
    ended = Signal(bool)  # whether every page was read
    broke = Signal(object)  # Exception

    _looked = Signal(object)  # tuple[ScanFile, ...]
    _portion = Signal(object)  # list[PageSight]
    _read = Signal(object)  # Exception | None

    def __init__(self, scans: ScanDesk, lane: Lane, paths: Sequence[Path], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scans = scans
        self._lane = lane
        self._paths = tuple(paths)
        self._task: ScanTask | None = None
        self._stopped = threading.Event()
        self._room = threading.Semaphore(PORTIONS_WAITING)
        self._is_reading = False
        self.places: Counter[ScanPlace] = Counter()
        self.whole = 0
        queued = Qt.ConnectionType.QueuedConnection
        self._looked.connect(self._begin, queued)
        self._portion.connect(self._take_in, queued)
        self._read.connect(self._finish, queued)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.stop)

    @property
    def is_stopped(self) -> bool:
        """Whether the clerk asked to stop."""
        return self._stopped.is_set()

    def start(self) -> None:
        """Begin to look at the files."""
        self._on_thread(self._look)

    def stop(self) -> None:
        """Stop at the next page; what was read until then is kept."""
        self._stopped.set()
        self._room.release()

    def _on_thread(self, work: Callable[[], None]) -> None:
        self._is_reading = True
        threads.begin(work, "scan", self.stop)

    def _look(self) -> None:
        """On the thread: which files there are."""
        try:
            files = self._scans.look(self._paths, self._step)
        except Exception as error:  # noqa: BLE001 - told to the window, which shows every one
            self._tell(self._read, error)
        else:
            self._tell(self._looked, files)

    def _step(self, done: int, total: int) -> None:
        if self._stopped.is_set():
            raise Cancelled

    def _begin(self, files: tuple[ScanFile, ...]) -> None:
        self._is_reading = False
        source = source_of(self._paths)
        self._lane.ask(lambda step: self._scans.begin(source, files), self._begun, self._fail)

    def _begun(self, task: ScanTask) -> None:
        self._task = task
        self.progressed.emit(0, task.to_read)
        self._on_thread(self._read_pages)

    def _read_pages(self) -> None:
        """On the thread: read page after page and hand over portions."""
        task = cast(ScanTask, self._task)
        total, done = task.to_read, 0
        portion: list[PageSight] = []
        raised: Exception | None = None
        try:
            with closing(self._scans.sights(task)) as sights:  # type: ignore[type-var]
                for sight in sights:
                    portion.append(sight)
                    done += 1
                    self._tell(self.progressed, done, total)
                    if len(portion) >= BLOCK:
                        self._hand_over(portion)
                        portion = []
                    if self._stopped.is_set():
                        raise Cancelled
        except Exception as error:  # noqa: BLE001 - told to the window, which shows every one
            raised = error
        if portion:
            self._hand_over(portion)
        self._tell(self._read, raised)

    def _hand_over(self, portion: list[PageSight]) -> None:
        self._room.acquire()
        self._tell(self._portion, portion)

    def _tell(self, signal: SignalInstance, *said: object) -> None:
        """On the thread: speak to the window, or stop reading when it is gone."""
        try:
            signal.emit(*said)
        except RuntimeError:
            self._stopped.set()
            self._room.release()

    def _take_in(self, portion: list[PageSight]) -> None:
        batch_id = cast(ScanTask, self._task).batch.batch_id
        job = self._lane.ask(lambda step: self._scans.take_in(batch_id, portion), self._taken, self._fail)
        job.ended.connect(self._room.release)

    def _taken(self, taken: TakenIn) -> None:
        self.places.update(taken.places)
        self.whole += len(taken.documents)
        self.taken_in.emit(taken)

    def _finish(self, error: Exception | None) -> None:
        """Everything was handed over; the lane works in order, so the last work comes after all portions."""
        self._is_reading = False
        if isinstance(error, Cancelled):
            self._lane.ask(lambda step: None, lambda _: self.ended.emit(False))
        elif isinstance(error, Refusal):
            self._fail(error)
        elif error is not None:
            self.broke.emit(error)
            self.ended.emit(False)
        else:
            batch_id = cast(ScanTask, self._task).batch.batch_id
            self._lane.ask(lambda step: self._scans.finish(batch_id), lambda _: self.ended.emit(True), self._fail)

    def _fail(self, error: Exception) -> None:
        """A refusal ends the run; while the thread still reads, that ends with it."""
        self.refused.emit(error)
        self.stop()
        if not self._is_reading:
            self.ended.emit(False)


def summary(run: ScanRun, number: object) -> str:
    """What came of a run in one sentence."""
    said = QCoreApplication.translate(
        "ScanRun", "%1 pages filed, %2 spare, %3 to look at, %4 set aside; %5 documents are whole."
    )
    counts = [run.places[place] for place in ScanPlace]
    for place, count in enumerate([*counts, run.whole], start=1):
        said = singular(said.replace(f"%{place}", number(count)))  # type: ignore[operator]
    return said

"""Work of the window itself that would hold it up in one piece: done a slice at a time, with the event loop between."""

from __future__ import annotations

import time
import weakref
from collections.abc import Callable, Iterator

import shiboken6
from PySide6.QtCore import QObject, QTimer

SLICE_MS = 10.0
"""So long one turn of the loop may work at it; what Qt lays out and paints for it comes on top.

Two slices can fall between two of the clerk's keys, each with its layout: with 20 ms a plan of four results was now and
then over 100; with 10 its longest turn is near 60 and the sheet is whole a tenth later.
"""


_all: weakref.WeakSet[Slices] = weakref.WeakSet()


def is_any_at_work() -> bool:
    """Whether some part of the window is still being made: whoever looks at it now sees half of it."""
    return any(one.is_working and shiboken6.isValid(one) for one in list(_all))


class Slices(QObject):
    """Goes through an iterator of small steps; only one at a time, a new one takes the place of the one before."""

    def __init__(self, parent: QObject | None = None, slice_ms: float = SLICE_MS) -> None:
        super().__init__(parent)
        self.slice_ms = slice_ms
        _all.add(self)
        self._steps: Iterator[object] | None = None
        self._then: Callable[[], None] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._turn)

    @property
    def is_working(self) -> bool:
        """Whether something is left to do."""
        return self._steps is not None

    def begin(self, steps: Iterator[object], then: Callable[[], None] | None = None) -> None:
        """Do it in the turns to come; ``then`` is called after the last step."""
        self._steps, self._then = steps, then
        self._timer.start()

    def finish(self) -> None:
        """Somebody needs the whole now: do what is left without waiting."""
        self._work(None)

    def stop(self) -> None:
        """Leave undone what is left."""
        self._timer.stop()
        self._steps = self._then = None

    def _turn(self) -> None:
        self._work(time.perf_counter() + self.slice_ms / 1000)

    def _work(self, until: float | None) -> None:
        """Go on until a moment. A step may begin something else here: then that is gone on with in its own turns."""
        steps, then = self._steps, self._then
        while steps is not None and self._steps is steps:
            try:
                next(steps)
            except StopIteration:
                if self._steps is steps:
                    self.stop()
                    if then is not None:
                        then()
                return
            if until is not None and time.perf_counter() >= until:
                return

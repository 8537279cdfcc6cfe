"""Work beside the window gives way to it: while the window is busy with a question or an answer, lines are let lie.

Python's lock goes to and fro between the two threads. A turn of the window takes it hundreds of times (for every cell
that Qt asks for), and each time it may wait for the other thread to let go: sixty milliseconds of painting become a
quarter of a second. So whoever goes through thousands of lines looks up now and then, and rests until the window has
painted, though never for long in one turn: work goes on below a window that never comes to rest.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import ParamSpec, TypeVar

from PySide6.QtCore import QObject, QTimer

from meritdesk.courtesy import LOOK_EVERY

P = ParamSpec("P")
T = TypeVar("T")

PATIENCE_SECONDS = 0.06
"""So long one turn of the window is waited for, all in all."""

REST_SECONDS = 0.001
PAINTED_MS = 2
"""What a question or an answer leads to is laid out and painted before a timer of this length comes in."""


class WindowTurns(QObject):
    """Knows whether the window is busy: from when it is told until the loop of its thread has painted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._began = 0.0
        self._waited_for = 0.0
        self._end = QTimer(self)
        self._end.setSingleShot(True)
        self._end.setInterval(PAINTED_MS)
        self._end.timeout.connect(self._painted)

    @property
    def is_busy(self) -> bool:
        """Whether the window has something to do now."""
        return self._began > 0

    def begin(self) -> None:
        """On the window's thread: something was asked or answered, and what it leads to comes with this turn."""
        if not self._began:
            self._began = time.perf_counter()
        self._end.start()

    def give_way(self) -> None:
        """On another thread: rest until the window has done its turn. A long one is waited for once."""
        began = self._began
        if not began or began == self._waited_for:
            return
        until = time.perf_counter() + PATIENCE_SECONDS
        while self._began == began:
            if time.perf_counter() >= until:
                self._waited_for = began
                return
            time.sleep(REST_SECONDS)

    def politely(self, does: Callable[P, T]) -> Callable[P, T]:
        """The same function of one line, which gives way now and then."""
        left = LOOK_EVERY

        def polite(*given: P.args, **named: P.kwargs) -> T:
            nonlocal left
            left -= 1
            if not left:
                left = LOOK_EVERY
                self.give_way()
            return does(*given, **named)

        return polite

    def _painted(self) -> None:
        self._began = 0.0

"""How long the window did not answer: a watchdog that measures the turns of the event loop on the window's thread.

A fast timer beats in the loop. What lies between two beats was one turn, whatever it did: events, timers, answers of
the lane, painting, or waiting for Python's lock while the lane computes. For support it is switched on from outside
with ``MERITDESK_TURNS=100`` (milliseconds): longer turns then go to the terminal, without names or contents.
"""

from __future__ import annotations

import faulthandler
import os
import re
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Qt, QTimer

from meritdesk.ui import threads

SWITCH = "MERITDESK_TURNS"
LONGEST_MS = 100.0
"""A window that does not answer for longer feels stuck (issue 5)."""

BEAT_MS = 5
LOOK_SECONDS = 0.015
_LINE = re.compile(r'File "([^"]+)", line (\d+) in (\S+)')


@dataclass(frozen=True, slots=True)
class Turn:
    """One long turn: how long by the clock, how much of it the window itself computed, what was done, where it was."""

    milliseconds: float
    computed: float
    deed: str
    place: str = ""


@dataclass(slots=True)
class _Beat:
    clock: float
    computed: float
    seen: list[str] = field(default_factory=list)


class Watchdog(QObject):
    """Measures the turns of the thread it is made on; ``begin`` names what is being done from then on."""

    def __init__(
        self,
        limit_ms: float = LONGEST_MS,
        tell: Callable[[Turn], None] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.limit_ms = limit_ms
        self.deed = ""
        self.worst = Turn(0.0, 0.0, "")
        self.turns: list[Turn] = []
        self._tell = tell
        self._last = _Beat(time.perf_counter(), time.thread_time())
        self._thread_id = threading.get_ident()
        self._is_over = threading.Event()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()
        self._looker = threads.begin(self._look, "watchdog", self._be_over)

    def begin(self, deed: str) -> None:
        """From now on something else is done; the worst turn is sought anew."""
        self._beat()
        self.deed, self.worst = deed, Turn(0.0, 0.0, deed)

    def end(self) -> Turn:
        """The worst turn of what was done."""
        self._beat()
        worst, self.deed = self.worst, ""
        return worst

    def stop(self) -> None:
        """Measure no more."""
        self._timer.stop()
        self._be_over()
        self._looker.join()

    def _be_over(self) -> None:
        self._is_over.set()

    def _beat(self) -> None:
        last, self._last = self._last, _Beat(time.perf_counter(), time.thread_time())
        took = (self._last.clock - last.clock) * 1000 - BEAT_MS
        if took <= self.worst.milliseconds and took <= self.limit_ms:
            return
        place = max(last.seen, key=last.seen.count, default="")
        computed = (self._last.computed - last.computed) * 1000
        turn = Turn(round(took, 1), round(computed, 1), self.deed, place)
        if took > self.worst.milliseconds:
            self.worst = turn
        if took > self.limit_ms:
            self.turns.append(turn)
            if self._tell is not None:
                self._tell(turn)

    def _look(self) -> None:
        """On its own thread: where our code is while a turn lasts too long.

        The traces are written by the interpreter itself; a frame held here would keep objects of Qt alive and let them
        die on this thread.
        """
        with tempfile.TemporaryFile("w+", encoding="utf-8") as file:
            while not self._is_over.wait(LOOK_SECONDS):
                last = self._last
                if (time.perf_counter() - last.clock) * 1000 > self.limit_ms / 3:
                    file.seek(0)
                    file.truncate()
                    faulthandler.dump_traceback(file, all_threads=True)
                    file.seek(0)
                    last.seen.append(_place(file.read(), self._thread_id))


def watch_if_asked(parent: QObject | None = None) -> Watchdog | None:
    """For support: watch when the environment says so, and tell on the terminal."""
    asked = os.environ.get(SWITCH, "")
    if not asked.isdecimal():
        return None

    def tell(turn: Turn) -> None:
        print(f"turn {turn.milliseconds} ms, {turn.computed} computed, {turn.place}", file=sys.stderr, flush=True)

    return Watchdog(float(asked) or LONGEST_MS, tell, parent)


def _place(traces: str, thread_id: int) -> str:
    """The innermost of our own functions on a thread; the event loop itself when none runs."""
    for block in traces.split("\n\n"):
        if f"0x{thread_id:016x}" not in block:
            continue
        for path, line, function in _LINE.findall(block):
            folder, package, name = path.replace("\\", "/").rpartition("meritdesk/")
            if package and folder and not name.endswith("turns.py"):
                return f"{name}:{line} {function}"
    return "event loop"

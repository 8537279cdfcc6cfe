"""Big answers of the store are taken apart in small pieces when nobody needs them any more.

Python frees a list of 70,000 lines in one go, a third of a second long, on whichever thread lets go of it last and with
everything else standing still meanwhile. So the lane's answers, and what the verbs read in passing (``parting``), are
held here too, and whatever nobody else holds is taken apart by a thread of its own, a bite at a time. Answers are plain
values; objects of Qt never come here.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from meritdesk.ui import threads

MANY = 500
"""So many parts in one container are worth it."""

LOOK_SECONDS = 0.5
BITE_SECONDS = 0.0005
REST_SECONDS = 0.002
PATIENCE_SECONDS = 30.0
"""So long parts are kept that a verb still holds in a container of its own, which would else free them in one go."""

_DEEPEST = 3
_OURS = 3  # the pair in which we hold it, the variable that looks at it, and the question itself
_OUR_PART = 2  # the variable and the question
_LIGHT = (str, int, float, type(None))


class LettingGo:
    """Holds containers until nobody else does. ``keep`` may be called on any thread."""

    def __init__(self) -> None:
        self._held: dict[int, tuple[object, float]] = {}
        self._lock = threading.Lock()
        self._is_over = threading.Event()
        self._thread: threading.Thread | None = None

    def keep(self, answer: object) -> None:
        """Hold every big container that is in an answer."""
        found = list(big_parts(answer))
        if not found or self._is_over.is_set():
            return
        now = time.monotonic()
        with self._lock:
            # Held twice, a container would wait for ourselves to let go of it.
            self._held.update((id(one), (one, now)) for one in found)
            if self._thread is None:
                self._thread = threads.begin(self._run, "letting go", self.stop)

    def stop(self) -> None:
        """The window closes: let go of everything as it is."""
        self._is_over.set()
        if self._thread is not None:
            self._thread.join()
        self._held.clear()

    @property
    def held(self) -> int:
        """How many containers are held now."""
        with self._lock:
            return len(self._held)

    def _run(self) -> None:
        while not self._is_over.wait(LOOK_SECONDS):
            with self._lock:
                numbers = list(self._held)
            for number in numbers:
                self._look_at(number)

    def _look_at(self, number: int) -> None:
        """Take one container apart when nobody else holds it; what others hold of its parts is looked at again."""
        with self._lock:
            container, since = self._held[number]
            if sys.getrefcount(container) > _OURS:
                return
            del self._held[number]
            parts = _parts(container)
            del container
        still = self._take_apart(parts, is_patient=time.monotonic() - since < PATIENCE_SECONDS)
        if still:
            with self._lock:
                self._held[id(still)] = still, since

    def _take_apart(self, parts: list[object], *, is_patient: bool) -> list[object]:
        still: list[object] = []
        while parts and not self._is_over.is_set():
            until = time.perf_counter() + BITE_SECONDS
            while parts and time.perf_counter() < until:
                part = parts.pop()
                if is_patient and not isinstance(part, _LIGHT) and sys.getrefcount(part) > _OUR_PART:
                    still.append(part)
                del part
            time.sleep(REST_SECONDS)
        return still


def big_parts(answer: object, depth: int = 0) -> Iterator[object]:
    """The big containers in an answer: itself, in its fields, or in those of what it holds singly."""
    if isinstance(answer, list | tuple | dict):
        if len(answer) >= MANY:
            yield answer
        elif isinstance(answer, tuple) and depth < _DEEPEST and len(answer) < MANY // 50:
            for part in answer:
                yield from big_parts(part, depth + 1)
    elif depth < _DEEPEST and is_dataclass(answer):
        for one in fields(answer):
            yield from big_parts(getattr(answer, one.name, None), depth + 1)


def _parts(container: object) -> list[object]:
    if isinstance(container, dict):
        return [*container.keys(), *container.values()]
    return list(container) if isinstance(container, list | tuple) else []

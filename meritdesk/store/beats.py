"""The beat of a transaction: whoever watches long work can stop it at any moment before the commit, never after."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, Result
from sqlalchemy.exc import DBAPIError

from meritdesk.core.errors import Cancelled
from meritdesk.courtesy import politely
from meritdesk.store import sqlite
from meritdesk.store.words import is_server

Step = Callable[[int, int], None]
T = TypeVar("T")

ROWS_A_BEAT = 500
"""Rows that are gone through in Python between two looks; some milliseconds."""


class Beat:
    """Asks the watcher of a verb, within statements and between them, whether it shall go on.

    What the watcher raises in the midst of a statement ends the statement and is raised again by ``raise_stop``. The
    count of the verb is repeated, so that the progress shown does not jump.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._step: Step | None = None
        self._count = (0, 0)
        self._stopped: BaseException | None = None
        self._is_final = False

    def watch(self, step: Step) -> Step:
        """Let a watcher stop what follows; the answer is the step with which the verb counts from now on."""
        self._step = step

        def counting(done: int, total: int) -> None:
            self._count = (done, total)
            # What is committed is done: who wanted to stop it came too late, and is not told that nothing happened.
            with contextlib.suppress(*((Cancelled,) if self._is_final else ())):
                step(done, total)

        self._look_within(self._look)
        return counting

    def __call__(self) -> None:
        """Ask between two statements."""
        if self._step is not None:
            self._step(*self._count)

    def each(self, rows: Iterable[T]) -> Iterator[T]:
        """The same rows, with a beat in between."""
        left = iter(rows)
        self()
        while some := list(islice(left, ROWS_A_BEAT)):
            yield from politely(some)
            self()

    def rows(self, found: Result[Any]) -> Iterator[Any]:
        """The rows of an answer, taken out of the file so many at a time, with a beat in between."""
        self()
        while some := found.fetchmany(ROWS_A_BEAT):
            yield from politely(some)
            self()

    def end(self, *, is_final: bool = False) -> None:
        """From here on nothing is stopped any more; ``is_final`` when what was written becomes final now."""
        self._is_final = self._is_final or is_final
        if self._step is not None:
            self._step = None
            self._look_within(None)

    @contextlib.contextmanager
    def stoppable(self) -> Iterator[None]:
        """While this lasts a watcher may stop the work; what he raises within a statement comes out as it was."""
        try:
            yield
        except BaseException as error:
            self.raise_stop(error)
            raise
        finally:
            self.end()

    def raise_stop(self, error: BaseException) -> None:
        """A statement that ended because the watcher wanted it says so, and not that the database failed."""
        if self._stopped is not None and isinstance(error, DBAPIError):
            raise self._stopped from None

    def _look_within(self, look: Callable[[], int] | None) -> None:
        """Within statements of the file; those of a server run elsewhere, and it is asked between them."""
        if not is_server(self._connection):
            sqlite.look_within(self._connection, look)

    def _look(self) -> int:
        try:
            self()
        except BaseException as error:  # noqa: BLE001 - raised again by ``raise_stop``, outside the library
            self._stopped = error
            return 1
        return 0

"""Reading in a process apart: the window stays alive, more than one core works, and a page that brings the reader down
takes nothing else with it.

A page is asked for by path and number and answered with what was seen. A process that died or does not answer in time
is ended and replaced, and the page it was at is listed with ``DOC-624``.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from meritdesk.core.scans import PageSight

if TYPE_CHECKING:
    from meritdesk.scanning.sources import Source

GAVE_UP = "DOC-624"
_SECONDS = 60.0
_MEMORY = 3 << 30


class Wanted(NamedTuple):
    """One page to be read; page 0 asks how many pages the file has."""

    path: str
    name: str
    digest: str
    page: int


class Counted(NamedTuple):
    """How many pages a file has, or the code of why that cannot be said."""

    pages: int
    fault: str


def answer(wanted: Wanted, opened: dict[str, Source]) -> PageSight | Counted:
    """Do one piece of work; ``opened`` keeps the file of the last page open for the next."""
    # The decoder is loaded by the process that reads, so that the window opens without it.
    from meritdesk.scanning.sight import see_page
    from meritdesk.scanning.sources import Unfit, open_source

    try:
        if wanted.path not in opened:
            for source in opened.values():
                source.close()
            opened.clear()
            opened[wanted.path] = open_source(Path(wanted.path))
        source = opened[wanted.path]
        if not wanted.page:
            return Counted(len(source), "" if len(source) else "DOC-621")
        return see_page(source, wanted.page - 1, wanted.name, wanted.digest)
    except (Unfit, MemoryError) as error:
        fault = error.code if isinstance(error, Unfit) else "DOC-623"
        return Counted(0, fault) if not wanted.page else _unread(wanted, fault)


def serve(connection: Connection) -> None:
    """What the process apart does until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        import resource

        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    opened: dict[str, Source] = {}
    with contextlib.suppress(EOFError, BrokenPipeError, ConnectionResetError):
        while (wanted := connection.recv()) is not None:
            connection.send(answer(wanted, opened))


class Reader:
    """One process apart, started when first asked and anew after it died."""

    def __init__(self, seconds: float = _SECONDS) -> None:
        self._seconds = seconds
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None
        self._asked: Wanted | None = None

    def ask(self, wanted: Wanted) -> None:
        """Give it work; the answer is waited for with ``answer``."""
        self._asked = wanted
        for _ in range(2):
            if self._connection is None:
                self._start()
            assert self._connection is not None
            try:
                self._connection.send(wanted)
                return
            except OSError:
                self.stop()

    def answer(self) -> PageSight | Counted:
        """What it saw, or that it gave up."""
        wanted = self._asked
        assert wanted is not None
        if self._connection is not None:
            try:
                if self._connection.poll(self._seconds):
                    answered: PageSight | Counted = self._connection.recv()
                    return answered
            except (EOFError, OSError):
                pass
        self.stop()
        return _unread(wanted, GAVE_UP) if wanted.page else Counted(0, GAVE_UP)

    def stop(self) -> None:
        """End the process."""
        if self._connection is not None:
            self._connection.close()
        if self._process is not None:
            self._process.terminate()
            self._process.join(2)
            if self._process.is_alive():
                self._process.kill()
                self._process.join()
        self._connection = self._process = None

    def _start(self) -> None:
        # Never by fork: the window has threads, and Windows knows nothing else anyway.
        context = multiprocessing.get_context("spawn")
        self._connection, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs,), name="meritdesk-scan", daemon=True)
        self._process.start()
        theirs.close()


def answers(wanted: Iterable[Wanted], readers: int = 0) -> Iterator[PageSight | Counted]:
    """Answers in the order they were asked for, by as many processes as there are cores to spare.

    Leaving the loop early ends the processes within a moment.
    """
    crew = [Reader() for _ in range(readers or max(1, min(4, (os.cpu_count() or 1) - 1)))]
    idle, busy = deque(crew), deque[Reader]()
    try:
        for one in wanted:
            if not idle:
                reader = busy.popleft()
                yield reader.answer()
                idle.append(reader)
            reader = idle.popleft()
            reader.ask(one)
            busy.append(reader)
        while busy:
            yield busy.popleft().answer()
    finally:
        for reader in crew:
            reader.stop()


def _unread(wanted: Wanted, fault: str) -> PageSight:
    return PageSight(wanted.name, wanted.digest, wanted.page, fault=fault)

"""Reading in a process apart: the window stays alive, more than one core works, and a page that brings the reader down
takes nothing else with it.

A page is asked for by path and number and answered with what was seen. A process that died or does not answer in time
is ended and replaced, and the page it was at is listed with ``DOC-624``; a page that would have filled the memory with
``DOC-623``.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from meritdesk.core.scans import PageSight
from meritdesk.quarantine import Fate, Lost, Ward

if TYPE_CHECKING:
    from meritdesk.scanning.sources import Source

GAVE_UP = "DOC-624"
TOO_LARGE = "DOC-623"
_FAULTS = {Fate.SWOLLEN: TOO_LARGE, Fate.SLOW: GAVE_UP, Fate.DIED: GAVE_UP}


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
    except Unfit as error:
        return _fault(wanted, error.code)


_opened: dict[str, Source] = {}


def read(wanted: Wanted) -> PageSight | Counted:
    """What the process apart does for each page; the file stays open in it."""
    return answer(wanted, _opened)


class Reader:
    """One process apart, started when first asked and anew after it died."""

    def __init__(self) -> None:
        self.ward = Ward("scan")
        self._asked: Wanted | None = None

    def ask(self, wanted: Wanted) -> None:
        """Give it work; the answer is waited for with ``answer``."""
        self._asked = wanted
        self.ward.ask(read, wanted)

    def answer(self) -> PageSight | Counted:
        """What it saw, or that it gave up."""
        assert self._asked is not None
        try:
            found = self.ward.answer()
        except Lost as lost:
            return _fault(self._asked, _FAULTS[lost.fate])
        assert isinstance(found, (PageSight, Counted))
        return found

    def stop(self) -> None:
        """End the process."""
        self.ward.stop()


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


def _fault(wanted: Wanted, fault: str) -> PageSight | Counted:
    """A page that is not read, or a file whose pages are not counted."""
    return PageSight(wanted.name, wanted.digest, wanted.page, fault=fault) if wanted.page else Counted(0, fault)

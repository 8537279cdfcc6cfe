"""How a list that comes in blocks is read: how many lines there are, and any part of them, always on the lane."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic

from meritdesk.services.changes import Step, no_step
from meritdesk.ui.line_table import Line
from meritdesk.ui.lists.arrangement import Arrangement

_AT_ONCE = 2000


@dataclass(frozen=True, slots=True)
class Reading(Generic[Line]):
    """What a page knows of the store: both answer for an arrangement, ``lines`` from an offset and up to a limit."""

    count: Callable[[Arrangement], int]
    lines: Callable[[Arrangement, int, int], Sequence[Line]]

    def part(self, arrangement: Arrangement, first: int, end: int, step: Step = no_step) -> Iterable[Line]:
        """The lines from one row to before another, a few thousand at a time."""
        for offset in range(first, end, _AT_ONCE):
            step(offset - first, end - first)
            yield from self.lines(arrangement, offset, min(_AT_ONCE, end - offset))

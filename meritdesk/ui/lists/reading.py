"""How a list that comes in blocks is read: how many lines there are, and any part of them, always on the lane."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic

from meritdesk.services.changes import Step, no_step
from meritdesk.ui.line_table import BLOCK, Line
from meritdesk.ui.lists.arrangement import Arrangement

_AT_ONCE = 2000
_RUN = _AT_ONCE // BLOCK


@dataclass(frozen=True, slots=True)
class Reading(Generic[Line]):
    """What a page knows of the store: all answer for an arrangement, ``lines`` from an offset and up to a limit."""

    count: Callable[[Arrangement], int]
    lines: Callable[[Arrangement, int, int], Sequence[Line]]
    page: Callable[[Arrangement, int, int], tuple[int, Sequence[Line]]] | None = None
    """Both in one question, where the store counts and finds with one look."""

    def anew(self, arrangement: Arrangement, wanted: Collection[int]) -> tuple[int, Mapping[int, Sequence[Line]]]:
        """How many lines there are now, and these blocks of them."""
        runs = list(_runs(sorted(wanted)))
        if self.page is None or len(runs) != 1:
            total = self.count(arrangement)
            return total, self.blocks(arrangement, wanted, total)
        first, end = runs[0]
        total, lines = self.page(arrangement, first * BLOCK, (end - first) * BLOCK)
        if first * BLOCK >= total:
            return total, self.blocks(arrangement, wanted, total)
        last = min(end, (total - 1) // BLOCK + 1)
        return total, {block: _part(lines, block - first) for block in range(first, last)}

    def blocks(self, arrangement: Arrangement, wanted: Iterable[int], total: int) -> Mapping[int, Sequence[Line]]:
        """These blocks of a list of so many lines, those side by side in one go; of a shorter one its last block."""
        last = max(total - 1, 0) // BLOCK
        found: dict[int, Sequence[Line]] = {}
        for first, end in _runs(sorted({min(block, last) for block in wanted}) if total else []):
            lines = self.lines(arrangement, first * BLOCK, (end - first) * BLOCK)
            for block in range(first, end):
                found[block] = _part(lines, block - first)
        return found

    def part(self, arrangement: Arrangement, first: int, end: int, step: Step = no_step) -> Iterable[Line]:
        """The lines from one row to before another, a few thousand at a time."""
        for offset in range(first, end, _AT_ONCE):
            step(offset - first, end - first)
            yield from self.lines(arrangement, offset, min(_AT_ONCE, end - offset))


def _part(lines: Sequence[Line], block: int) -> Sequence[Line]:
    return lines[block * BLOCK : (block + 1) * BLOCK]


def _runs(blocks: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Blocks side by side as first and end, a few thousand lines at most."""
    first = end = -1
    for block in blocks:
        if block != end or block - first >= _RUN:
            if end > first:
                yield first, end
            first = block
        end = block + 1
    if end > first:
        yield first, end

"""Where the keyboard goes in a grid, as plain arithmetic: edges of data, the next open cell, rounds in a selection."""

from __future__ import annotations

from collections.abc import Callable, Sequence

Place = tuple[int, int]


def edge(is_filled: Callable[[int], bool], start: int, way: int, last: int) -> int:
    """Where Ctrl+arrow lands from ``start`` on a line of cells 0 to ``last``, going ``way`` (1 or -1).

    Inside data it is the last filled cell before a gap; before a gap it is the next filled cell, or the edge.
    """
    here = start + way
    if not 0 <= here <= last:
        return start
    if is_filled(start) and is_filled(here):
        while 0 <= here + way <= last and is_filled(here + way):
            here += way
        return here
    while 0 <= here + way <= last and not is_filled(here):
        here += way
    return here


def next_open(place: Place, columns: Sequence[int], rows: int, way: int) -> Place | None:
    """The next cell for Tab: along the columns that are typed into, then on in the next row; none past the ends."""
    if not columns:
        return None
    row, column = place
    ahead = [one for one in columns if (one > column if way > 0 else one < column)]
    if ahead:
        return row, ahead[0] if way > 0 else ahead[-1]
    row += way
    return (row, columns[0] if way > 0 else columns[-1]) if 0 <= row < rows else None


def round_in(cells: Sequence[Place], place: Place, way: int, is_down: bool) -> Place | None:
    """The next cell inside a selected block, column by column for Enter and row by row for Tab; round at its end."""
    if len(cells) < 2 or place not in set(cells):
        return None
    ordered = sorted(cells, key=(lambda one: (one[1], one[0])) if is_down else None)
    return ordered[(ordered.index(place) + way) % len(ordered)]

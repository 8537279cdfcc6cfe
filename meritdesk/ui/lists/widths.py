"""How wide the columns of a list are: as their words need, so that nothing is cut while another column is empty."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

ENOUGH = 128
ENOUGH_OF_A_NAME = 176
"""What a column of words and one of names keep while another is wider than it has to be."""

_WORDS, _MARK, _NAME = range(3)


@dataclass(frozen=True, slots=True)
class Need:
    """What one column needs: ``least`` for its heading, ``whole`` for most of its words, ``most`` for the longest.

    ``own`` is as the clerk drew it. ``keeps`` gives way last: the names by which a clerk reads the list. A ``mark``,
    the number of a paper or a state, gives way after all other words, for its end tells one line from the next. A
    column that ``grows`` takes what is left.
    """

    least: int
    whole: int
    most: int = 0
    own: int = 0
    keeps: bool = False
    grows: bool = True
    mark: bool = False


def share(needs: Sequence[Need], room: int) -> list[int]:
    """A width for each column; together they fill the room unless even the least is more than that."""
    widths = [need.own or max(need.least, need.whole) for need in needs]
    kinds = [_NAME if need.keeps else _MARK if need.mark else _WORDS for need in needs]
    for enough, kind in ((ENOUGH, _WORDS), (ENOUGH_OF_A_NAME, _NAME), (0, _WORDS), (0, _MARK), (0, _NAME)):
        may = [not need.own and one == kind for need, one in zip(needs, kinds, strict=True)]
        _give_way(widths, may, [max(need.least, enough) for need in needs], room)
    _lengthen(widths, needs, room)
    _grow(widths, needs, room)
    return widths


def _give_way(widths: list[int], may: Sequence[bool], floors: Sequence[int], room: int) -> None:
    """Take from the widest first, never below its floor, until it fits."""
    while (over := sum(widths) - room) > 0:
        open_ = [place for place, is_open in enumerate(may) if is_open and widths[place] > floors[place]]
        if not open_:
            return
        widest = max(widths[place] for place in open_)
        peers = [place for place in open_ if widths[place] == widest]
        below = max((widths[place] for place in open_ if widths[place] < widest), default=0)
        step = max(1, min(widest - max(below, max(floors[place] for place in peers)), -(-over // len(peers))))
        for place in peers:
            widths[place] = max(floors[place], widths[place] - step)


def _lengthen(widths: list[int], needs: Sequence[Need], room: int) -> None:
    """Room for the longest words, for the names first and then for whoever lacks least."""
    order = sorted(range(len(needs)), key=lambda place: (not needs[place].keeps, needs[place].most - widths[place]))
    for place in order:
        need = needs[place]
        if not need.own:
            widths[place] += max(0, min(need.most - widths[place], room - sum(widths)))


def _grow(widths: list[int], needs: Sequence[Need], room: int) -> None:
    """What is left over goes to the columns of words, in proportion to what they hold."""
    spare = room - sum(widths)
    if spare <= 0:
        return
    growing = [place for place, need in enumerate(needs) if need.grows and not need.own]
    if not growing:
        return
    whole = sum(widths[place] for place in growing)
    for place in growing:
        widths[place] += spare * widths[place] // max(whole, 1)
    if growing:
        widths[growing[-1]] += max(room - sum(widths), 0)

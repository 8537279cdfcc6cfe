"""The brackets of a two-level matrix: a thick line from a team lead's row to the team's own table (p. 49)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from meritdesk.printing.page import Page
from meritdesk.printing.typefaces import Face, measure_once
from meritdesk.printing.wording import prescribed_wording

_LINE = 1.8
_NEAREST = 9.0
_LANE = 7.0
_EDGE = 13.0  # what most printers leave white
_HEAD = 5.0  # length of the arrowhead
_STUB = 22.0
_TEXT = 6.5


@dataclass(frozen=True, slots=True)
class _End:
    """Where one end of a bracket stands: page from 0, left edge of the row, height of the line."""

    page: int
    left: float
    y: float


def join_frames(pages: Sequence[Page]) -> None:
    """Draw all brackets of a sheet: whole ones where both rows are on a page, else both ends with the other's page."""
    starts: dict[str, _End] = {}
    ends: dict[str, _End] = {}
    for number, page in enumerate(pages):
        for anchor, left, top, bottom in page.anchors:
            found = ends if anchor.is_end else starts
            found.setdefault(anchor.name, _End(number, left, top - min((top - bottom) / 2, 16.0)))
    pairs = [(starts[name], ends[name]) for name in starts if name in ends]
    apart = [pair for pair in pairs if pair[0].page != pair[1].page]
    for number, page in enumerate(pages):
        here = [pair for pair in pairs if pair[0].page == number == pair[1].page]
        # Beside the ends of brackets to other pages a whole one runs further out, where the margin has room for it.
        nearest = _STUB + 3 if any(number in (start.page, end.page) for start, end in apart) else _NEAREST
        lanes = _lanes(here)
        if here and here[0][0].left - nearest - _LANE * max(lanes) < _EDGE:
            apart += here
            continue
        for (start, end), lane in zip(here, lanes, strict=True):
            x = start.left - nearest - _LANE * lane
            page.drawing(
                f"{_LINE} w 0 j {start.left:.2f} {start.y:.2f} m {x:.2f} {start.y:.2f} l {x:.2f} {end.y:.2f} l "
                f"{end.left - _HEAD:.2f} {end.y:.2f} l S {_arrow(end.left, end.y)}"
            )
    for start, end in apart:
        _stub(pages[start.page], start, end.page, is_end=False)
        _stub(pages[end.page], end, start.page, is_end=True)


def _lanes(pairs: Sequence[tuple[_End, _End]]) -> list[int]:
    """A lane for each bracket, so that no two lines run over each other."""
    taken: list[list[tuple[float, float]]] = []
    lanes = []
    for start, end in pairs:
        high, low = max(start.y, end.y), min(start.y, end.y)
        free = next(
            (
                number
                for number, lane in enumerate(taken)
                if all(low > other_high or high < other_low for other_high, other_low in lane)
            ),
            len(taken),
        )
        if free == len(taken):
            taken.append([])
        taken[free].append((high, low))
        lanes.append(free)
    return lanes


def _arrow(x: float, y: float) -> str:
    """A filled arrowhead that points right to ``x``."""
    return f"0 g {x:.2f} {y:.2f} m {x - _HEAD:.2f} {y + 3:.2f} l {x - _HEAD:.2f} {y - 3:.2f} l h f"


def _stub(page: Page, end: _End, other: int, *, is_end: bool) -> None:
    """One end of a bracket whose other end is on another page, with the number of that page above the line."""
    far = end.left - _STUB
    near = end.left - (_HEAD if is_end else 0.0)
    page.drawing(
        f"{_LINE} w {far:.2f} {end.y:.2f} m {near:.2f} {end.y:.2f} l S {_arrow(end.left, end.y) if is_end else ''}"
    )
    text = prescribed_wording().word("matrix.page", page=other + 1)
    wide = measure_once(text, Face.REGULAR) * _TEXT
    page.word(text, max(_EDGE - 4, end.left - 3 - wide), end.y + 2.5, _TEXT)

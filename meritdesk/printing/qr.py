"""The square code in the foot of every page, drawn as one path of merged bars."""

from __future__ import annotations

import re
from functools import cache

from meritdesk.printing.qr_matrix import qr_rows

_QUIET = 4
_DARK = re.compile("1+")


def qr_operators(text: str, side: float) -> str:
    """PDF operators for a QR of ``side`` points with its quiet zone, lower left corner as origin."""
    rows = qr_rows(text or " ")
    count = len(rows)
    bars: list[str] = []
    for line, row in zip(_bars(count), rows, strict=True):
        bars += [line[dark.span()] for dark in _DARK.finditer(row)]
    scale = side / (count + 2 * _QUIET)
    return f"{scale:.5f} 0 0 {scale:.5f} 0 0 cm " + "\n".join(bars) + " f"


class _Bars(dict[tuple[int, int], str]):
    """The bars of one row by where they start and end, written when first met."""

    def __init__(self, y: int) -> None:
        super().__init__()
        self._y = y

    def __missing__(self, span: tuple[int, int]) -> str:
        start, end = span
        bar = self[span] = f"{start + _QUIET} {self._y} {end - start} 1 re"
        return bar


@cache
def _bars(count: int) -> list[_Bars]:
    return [_Bars(count + _QUIET - row - 1) for row in range(count)]

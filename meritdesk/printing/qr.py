"""The square code in the foot of every page, drawn as one path of merged bars."""

from __future__ import annotations

import re
from functools import cache

from meritdesk.printing.qr_matrix import qr_modules

_QUIET = 4
_DARK = re.compile("1+")
# Bars are looked up for so many modules at a time: few enough that their patterns soon are all known.
_TOGETHER = 7


def qr_operators(text: str, side: float) -> str:
    """PDF operators for a QR of ``side`` points with its quiet zone, lower left corner as origin."""
    modules, count = qr_modules(text or " ")
    bars = [known[modules[start:end]] for known, start, end in _bars(count)]
    scale = side / (count + 2 * _QUIET)
    return f"{scale:.5f} 0 0 {scale:.5f} 0 0 cm " + "".join(bars) + "f"


class _Bars(dict[str, str]):
    """The bars of some modules of one row by their pattern, written when first met."""

    def __init__(self, x: int, y: int) -> None:
        super().__init__()
        self._x = x
        self._y = y

    def __missing__(self, modules: str) -> str:
        found = _DARK.finditer(modules)
        bars = "".join(f"{self._x + dark.start()} {self._y} {dark.end() - dark.start()} 1 re\n" for dark in found)
        self[modules] = bars
        return bars


@cache
def _bars(count: int) -> list[tuple[_Bars, int, int]]:
    """The tables of a code, each with the place of its modules: where they start and where they end."""
    places = []
    for row in range(count):
        for x in range(0, count, _TOGETHER):
            start = row * count + x
            end = start + min(_TOGETHER, count - x)
            places.append((_Bars(x + _QUIET, count + _QUIET - row - 1), start, end))
    return places

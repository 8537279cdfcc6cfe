"""The square code in the foot of every page, drawn as one path of merged bars."""

from __future__ import annotations

import segno

# A fixed mask saves two thirds of the time; every reader accepts any mask.
_MASK = 3
_QUIET = 4


def qr_operators(text: str, side: float) -> str:
    """PDF operators for a QR of ``side`` points with its quiet zone, lower left corner as origin."""
    code = segno.make(text or " ", error="m", mask=_MASK, boost_error=False, micro=False)
    matrix = code.matrix
    count = len(matrix)
    bars: list[str] = []
    for row, modules in enumerate(matrix):
        bits = bytes(modules)
        y = count + _QUIET - row - 1
        start = bits.find(1)
        while start >= 0:
            end = bits.find(0, start)
            if end < 0:
                end = count
            bars.append(f"{start + _QUIET} {y} {end - start} 1 re")
            start = bits.find(1, end)
    scale = side / (count + 2 * _QUIET)
    return f"{scale:.5f} 0 0 {scale:.5f} 0 0 cm " + "\n".join(bars) + " f"

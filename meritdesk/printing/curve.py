"""The guide picture of the distribution of predicates, one fixed curve per level of the organisation (p. 94-96).

The control points were recovered by measuring the published pictures; they are a drawing, not percentages, and are
never computed from the staff.
"""

from __future__ import annotations

from functools import cache

from meritdesk.core.evaluation import OrgLevel
from meritdesk.printing.ink import Ink
from meritdesk.printing.page import text_operators
from meritdesk.printing.pages import Pages, Stencil, form
from meritdesk.printing.table import Picture
from meritdesk.printing.text import Run, TextStyle
from meritdesk.printing.typefaces import Face, measure
from meritdesk.printing.wording import prescribed_wording

# Heights over Sangat Kurang, Kurang, Butuh Perbaikan, Baik, Sangat Baik; one band of the grid is 10.
CONTROL_POINTS = {
    OrgLevel.OUTSTANDING: (2.0, 4.0, 6.0, 25.0, 60.0),
    OrgLevel.GOOD: (5.0, 10.0, 20.0, 60.0, 20.0),
    OrgLevel.NEEDS_IMPROVEMENT: (5.0, 15.0, 60.0, 15.0, 5.0),
    OrgLevel.POOR: (20.0, 60.0, 20.0, 7.5, 5.0),
    OrgLevel.VERY_POOR: (60.0, 25.0, 8.0, 4.0, 1.5),
}
_BANDS = 7
_PLOT_WIDTH, _PLOT_HEIGHT = 236.0, 118.0
_SIDE = 78.0
_STYLE = TextStyle(11, 13.2)
_LABEL = TextStyle(10, 11.4)
_WIDTH = 430.0
_HEAD = 2 * _STYLE.leading + 2
_FOOT = 2 * _LABEL.leading + _STYLE.leading + 7
_HEIGHT = _HEAD + _PLOT_HEIGHT + _FOOT


def bezier_segments(points: tuple[float, ...]) -> list[tuple[float, float, float]]:
    """The smooth line through the points as cubic pieces: two control heights and the end height of each piece."""
    ends = (2 * points[0] - points[1], *points, 2 * points[-1] - points[-2])
    return [
        (ends[i + 1] + (ends[i + 2] - ends[i]) / 6, ends[i + 2] - (ends[i + 3] - ends[i + 1]) / 6, ends[i + 2])
        for i in range(len(points) - 1)
    ]


def curve_picture(level: OrgLevel) -> Picture:
    """The picture for the cell POLA DISTRIBUSI; its drawing is added to a file by ``add_curve``."""
    return Picture(f"/Curve{level.value} Do", _WIDTH, _HEIGHT)


def add_curve(pages: Pages, level: OrgLevel) -> None:
    """Make the drawing of a level known to a file, once."""
    pages.repeat(_curve_form(level))


@cache
def _curve_form(level: OrgLevel) -> Stencil:
    left, bottom = (_WIDTH - _PLOT_WIDTH) / 2, _FOOT
    column, unit = _PLOT_WIDTH / 4, _PLOT_HEIGHT / (10 * _BANDS)
    parts = [f"1 g {left:.2f} {bottom:.2f} {_PLOT_WIDTH:.2f} {_PLOT_HEIGHT:.2f} re f 0.85 G 0.75 w"]
    for band in range(_BANDS + 1):
        y = bottom + band * 10 * unit
        parts.append(f"{left:.2f} {y:.2f} m {left + _PLOT_WIDTH:.2f} {y:.2f} l")
    for index in range(5):
        x = left + index * column
        parts.append(f"{x:.2f} {bottom:.2f} m {x:.2f} {bottom + _PLOT_HEIGHT:.2f} l")
    parts.append("S 0 G 0 g 1.5 w 1 j 1 J")
    points = CONTROL_POINTS[level]
    parts.append(f"{left:.2f} {bottom + points[0] * unit:.2f} m")
    for index, (first, second, end) in enumerate(bezier_segments(points)):
        x = left + index * column
        parts.append(
            f"{x + column / 3:.2f} {bottom + first * unit:.2f} {x + 2 * column / 3:.2f} {bottom + second * unit:.2f} "
            f"{x + column:.2f} {bottom + end * unit:.2f} c"
        )
    parts.append("S")
    ink = Ink()
    parts += text_operators(ink, _labels(level, left, bottom, column))
    return form(f"Curve{level.value}", "\n".join(parts), _WIDTH, _HEIGHT, ink)


def _labels(level: OrgLevel, left: float, bottom: float, column: float) -> list[tuple[float, float, str, Run, float]]:
    wording = prescribed_wording()
    texts: list[tuple[float, float, str, Run, float]] = []

    def put(text: str, x: float, y: float, style: TextStyle, *, is_italic: bool = False) -> None:
        face = Face.ITALIC if is_italic else Face.REGULAR
        texts.append((x - measure(text, face) * style.size / 2, y, text, Run(text, face), style.size))

    y = _HEIGHT - _STYLE.size
    for line in wording.lines("curve.title"):
        put(line.format(level=wording.word(f"organisation.{level.value}")), _WIDTH / 2, y, _STYLE)
        y -= _STYLE.leading
    y = bottom + _PLOT_HEIGHT / 2 + 3
    for line in wording.lines("curve.frequency"):
        put(line, left - _SIDE / 2 - 2, y, _STYLE)
        y -= _STYLE.leading
    for index, label in enumerate(wording.lines("curve.predicates")):
        y = bottom - _LABEL.size - 4
        for line in label.split("\n"):
            is_italic = line == wording.word("curve.italic")
            put(line, left + index * column, y, _LABEL, is_italic=is_italic)
            y -= _LABEL.leading
    put(wording.word("curve.axis"), _WIDTH / 2, 3, _STYLE)
    return texts

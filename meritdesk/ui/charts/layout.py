"""Where everything of a chart stands, worked out before anything is painted, so that tests can see it too.

No text leaves the chart and no two texts lie on one another: labels of the axis are thinned out, values over bars are
left away where there is no room, and the table beside the chart tells them all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF

from meritdesk.core.figures import SeriesShape
from meritdesk.ui.charts.chart import Chart, ChartSeries, axis_told
from meritdesk.ui.charts.scale import Scale, nice_scale

GAP = 6.0
MARK = 3.5
_CURVE_GRID, _TALLEST_BAR = 70.0, 60.0
_BAR_SHARE = 0.56
_WIDEST_BAR = 72.0
_LEGEND_MARK = 18.0
_LEAST_PLOT = 24.0
_UNDER = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True, slots=True)
class Text:
    """A text in its box."""

    box: QRectF
    words: str
    flags: int = int(Qt.AlignmentFlag.AlignCenter)


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: of which series and category, and where."""

    series: int
    place: int
    box: QRectF


@dataclass(slots=True)
class Layout:
    """A chart with every box and point; ``hits`` are the areas that tell a category to the mouse."""

    plot: QRectF
    scale: Scale
    ticks: list[tuple[float, Text]] = field(default_factory=list)
    labels: list[Text] = field(default_factory=list)
    legend: list[tuple[int, QRectF, Text]] = field(default_factory=list)
    bars: list[Bar] = field(default_factory=list)
    lines: dict[int, list[list[tuple[int, QPointF]]]] = field(default_factory=dict)
    limits: dict[int, float] = field(default_factory=dict)
    values: list[Text] = field(default_factory=list)
    curve: list[QPointF] = field(default_factory=list)
    hits: list[QRectF] = field(default_factory=list)

    def texts(self) -> list[Text]:
        """Every text of the chart."""
        return [
            *(text for _, text in self.ticks),
            *self.labels,
            *(text for _, _, text in self.legend),
            *self.values,
        ]


def lay_out(chart: Chart, area: QRectF, metrics: QFontMetricsF, language: str) -> Layout:
    """Where everything stands in an area with letters of this size."""
    if any(one.shape is SeriesShape.LYING for one in chart.series):
        return _lying(chart, area, metrics, language)
    return _standing(chart, area, metrics, language)


def _standing(chart: Chart, area: QRectF, metrics: QFontMetricsF, language: str) -> Layout:
    line = metrics.height()
    scale = _scale_of(chart)
    legend, legend_height = _legend(chart, area, metrics)
    words = [axis_told(tick, scale.decimals, language) for tick in scale.ticks]
    left = max(metrics.horizontalAdvance(one) for one in words) + GAP
    columns = len(chart.categories)
    width = max(area.width() - left, _LEAST_PLOT)
    column = width / columns
    labels = _axis_labels(chart.axis, area.left() + left, column, area, metrics)
    foot = max((text.box.height() for text in labels), default=0.0) + 3
    top = area.top() + legend_height + line + GAP / 2
    plot = QRectF(area.left() + left, top, width, max(area.bottom() - foot - GAP - top, _LEAST_PLOT))
    found = Layout(plot, scale, legend=legend)
    last_box = QRectF()
    for tick, said in zip(scale.ticks, words, strict=True):
        y = _y(plot, scale, tick)
        box = QRectF(area.left(), y - line / 2, left - GAP, line)
        if not last_box.isNull() and box.bottom() > last_box.top():
            continue
        last_box = box
        found.ticks.append((y, Text(box, said, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter))))
    found.labels = [Text(text.box.translated(0, plot.bottom() + 3), text.words, text.flags) for text in labels]
    found.hits = [QRectF(plot.left() + place * column, area.top(), column, area.height()) for place in range(columns)]
    for number, series in enumerate(chart.series):
        _place(found, number, series, column)
    if chart.curve and len(chart.curve) == columns:
        found.curve = [
            QPointF(plot.left() + (place + 0.5) * column, plot.bottom() - plot.height() * float(height) / _CURVE_GRID)
            for place, height in enumerate(chart.curve)
        ]
    _values(found, chart, column, metrics)
    return found


def _scale_of(chart: Chart) -> Scale:
    numbers = [float(value) for one in chart.series for value in one.values if value is not None]
    most = max(numbers, default=0.0)
    if chart.curve:
        # The bars share the height of the drawn grid, so that only the shapes compare.
        top = most * _CURVE_GRID / _TALLEST_BAR
        nice = nice_scale(top, whole=True)
        return Scale(0, top, nice.step) if top > 0 else nice
    return nice_scale(most * 1.06, whole=chart.decimals == 0)


def _place(found: Layout, number: int, series: ChartSeries, column: float) -> None:
    plot, scale = found.plot, found.scale
    if series.shape is SeriesShape.LIMIT:
        value = next((one for one in series.values if one is not None), None)
        if value is not None:
            found.limits[number] = _y(plot, scale, float(value))
        return
    if series.shape is SeriesShape.BARS:
        for place, value in enumerate(series.values):
            if value is None:
                continue
            y = _y(plot, scale, float(value))
            wide = min(column * _BAR_SHARE, _WIDEST_BAR)
            left = plot.left() + (place + 0.5) * column - wide / 2
            found.bars.append(Bar(number, place, QRectF(left, y, wide, plot.bottom() - y)))
        return
    pieces: list[list[tuple[int, QPointF]]] = [[]]
    for place, value in enumerate(series.values):
        if value is None:
            if pieces[-1]:
                pieces.append([])
            continue
        x = plot.left() + (place + 0.5) * column
        pieces[-1].append((place, QPointF(x, _y(plot, scale, float(value)))))
    found.lines[number] = [piece for piece in pieces if piece]


def _values(found: Layout, chart: Chart, column: float, metrics: QFontMetricsF) -> None:
    """The numbers over bars and at points, as far as there is room: each box keeps clear of every other."""
    taken = [text.box for _, text in found.ticks] + [text.box for text in found.labels]
    taken += [text.box for _, _, text in found.legend]
    wanted: list[tuple[QPointF, str]] = [
        (QPointF(bar.box.center().x(), bar.box.top()), chart.series[bar.series].told[bar.place]) for bar in found.bars
    ]
    for number, pieces in found.lines.items():
        points = [point for piece in pieces for point in piece]
        shown = points if len(points) <= len(chart.categories) <= 8 else points[-1:]
        wanted += [(point, chart.series[number].told[place]) for place, point in shown]
    top = found.hits[0].top() if found.hits else found.plot.top()
    for at, said in wanted:
        wide = metrics.horizontalAdvance(said) + 4
        box = QRectF(at.x() - wide / 2, at.y() - metrics.height() - MARK, wide, metrics.height())
        is_inside = box.left() >= found.plot.left() and box.right() <= found.plot.right() and box.top() >= top
        if wide > max(column, wide if found.lines and len(chart.categories) > 8 else 0) or not is_inside:
            continue
        if any(box.intersects(other) for other in taken):
            continue
        taken.append(box)
        found.values.append(Text(box, said))


def _axis_labels(axis: Sequence[str], start: float, column: float, area: QRectF, metrics: QFontMetricsF) -> list[Text]:
    """The words under the axis, broken over two lines, else only every second, third ... of them; from height 0."""
    for step in range(1, len(axis) + 1):
        # A long word between short ones may reach over its own column, as long as no two meet.
        for room in (column * step + 2 * GAP, column * step * 1.5):
            found = _labels_of(axis, step, room, start, column, area, metrics)
            if found:
                return found
    return []


def _labels_of(
    axis: Sequence[str],
    step: int,
    room: float,
    start: float,
    column: float,
    area: QRectF,
    metrics: QFontMetricsF,
) -> list[Text]:
    """Every so many labels in this room; none when one does not fit or two meet."""
    boxes = []
    for place in range(0, len(axis), step):
        needed = _broken(axis[place], room, metrics)
        if needed.width() > room or needed.height() > 2.2 * metrics.height():
            return []
        wide = needed.width() + 2
        left = min(max(start + (place + 0.5) * column - wide / 2, start - GAP + 1), area.right() - wide)
        boxes.append(Text(QRectF(left, 0, wide, needed.height()), axis[place], _UNDER))
    return [] if any(one.box.intersects(two.box) for one, two in pairwise(boxes)) else boxes


def _broken(words: str, room: float, metrics: QFontMetricsF) -> QRectF:
    return metrics.boundingRect(
        QRectF(0, 0, max(room, 1), 10_000), int(Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap), words
    )


def _legend(chart: Chart, area: QRectF, metrics: QFontMetricsF) -> tuple[list[tuple[int, QRectF, Text]], float]:
    """What each mark means, above the plot, over as many lines as it takes; one series alone needs none."""
    names = [(number, one.name) for number, one in enumerate(chart.series) if _is_named(chart, number)]
    if chart.curve and chart.curve_name:
        names.append((-1, chart.curve_name))
    if len(names) < 2:
        return [], 0.0
    found: list[tuple[int, QRectF, Text]] = []
    x, y, line = area.left(), area.top(), metrics.height()
    for number, name in names:
        wide = metrics.horizontalAdvance(name) + 2
        if x > area.left() and x + _LEGEND_MARK + wide > area.right():
            x, y = area.left(), y + line
        wide = min(wide, area.right() - x - _LEGEND_MARK)
        said = metrics.elidedText(name, Qt.TextElideMode.ElideRight, wide)
        mark = QRectF(x, y, _LEGEND_MARK - 4, line)
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        found.append((number, mark, Text(QRectF(x + _LEGEND_MARK, y, wide, line), said, flags)))
        x += _LEGEND_MARK + wide + 2 * GAP
    return found, y + line - area.top()


def _is_named(chart: Chart, number: int) -> bool:
    """Two series of one name (the years as bars, their periods as a line) need the name once."""
    series = chart.series[number]
    if not any(value is not None for value in series.values):
        return False
    return series.name not in [one.name for one in chart.series[:number] if any(one.values)]


def _lying(chart: Chart, area: QRectF, metrics: QFontMetricsF, language: str) -> Layout:
    """Bars that lie, a name before each: for lists of teams."""
    line = metrics.height()
    legend, legend_height = _legend(chart, area, metrics)
    rows = max(len(chart.categories), 1)
    bars = [number for number, one in enumerate(chart.series) if one.shape is SeriesShape.LYING]
    numbers = [float(value) for one in chart.series for value in one.values if value is not None]
    scale = nice_scale(max(numbers, default=0.0), whole=False)
    ends = max((metrics.horizontalAdvance(said) for one in chart.series for said in one.told), default=0.0) + GAP
    left = min(max((metrics.horizontalAdvance(one) for one in chart.axis), default=0.0) + GAP, area.width() * 0.45)
    top = area.top() + legend_height + GAP / 2
    width = max(area.width() - left - ends, _LEAST_PLOT)
    plot = QRectF(area.left() + left, top, width, max(area.bottom() - line - GAP - top, _LEAST_PLOT))
    found = Layout(plot, scale, legend=legend)
    high = plot.height() / rows
    shown = max(1, int(-(-line // high))) if high > 0 else 1
    thick = min(high * 0.8 / max(len(bars), 1), 1.2 * line)
    for place in range(rows if chart.categories else 0):
        y = plot.top() + place * high
        found.hits.append(QRectF(area.left(), y, area.width(), high))
        if place % shown == 0:
            said = metrics.elidedText(chart.axis[place], Qt.TextElideMode.ElideRight, left - GAP)
            flags = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            found.labels.append(Text(QRectF(area.left(), y + (high - line) / 2, left - GAP, line), said, flags))
        begin = y + (high - thick * len(bars)) / 2
        for order, number in enumerate(bars):
            value = chart.series[number].values[place]
            if value is None:
                continue
            box = QRectF(plot.left(), begin + order * thick, plot.width() * scale.share(float(value)), thick - 1)
            found.bars.append(Bar(number, place, box))
            if thick >= line * 0.8:
                told = QRectF(box.right() + 2, box.center().y() - line / 2, ends - 2, line)
                if not any(told.intersects(one.box) for one in found.values):
                    flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
                    found.values.append(Text(told, chart.series[number].told[place], flags))
    last = QRectF()
    for tick in scale.ticks:
        said = axis_told(tick, scale.decimals, language)
        wide = metrics.horizontalAdvance(said) + 2
        x = plot.left() + plot.width() * scale.share(tick)
        box = QRectF(x - wide / 2, plot.bottom() + 2, wide, line)
        if box.left() < area.left() or box.right() > area.right() or (not last.isNull() and box.intersects(last)):
            continue
        last = box
        found.ticks.append((x, Text(box, said)))
    return found


def _y(plot: QRectF, scale: Scale, value: float) -> float:
    return plot.bottom() - plot.height() * scale.share(value)

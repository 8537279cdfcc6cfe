"""The painting of charts, the same for the window, the printer and a file; colour is never the only sign."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPalette, QPen, QPolygonF

from meritdesk.core.figures import SeriesShape
from meritdesk.ui import look
from meritdesk.ui.charts.chart import Chart
from meritdesk.ui.charts.layout import MARK, Layout, lay_out


@dataclass(frozen=True, slots=True)
class Ink:
    """The colours of a chart: text, lines of the grid, bars, a second sort of bars, and the ground."""

    text: QColor
    grid: QColor
    bar: QColor
    second: QColor
    ground: QColor
    focus: QColor


def screen_ink(palette: QPalette) -> Ink:
    """The colours of the window, light or dark."""
    bar = QColor(look.accent())
    bar.setAlpha(150)
    second = QColor(palette.color(QPalette.ColorRole.Text))
    second.setAlpha(70)
    return Ink(
        palette.color(QPalette.ColorRole.Text),
        palette.color(QPalette.ColorRole.Mid),
        bar,
        second,
        palette.color(QPalette.ColorRole.Base),
        palette.color(QPalette.ColorRole.Highlight),
    )


PAPER_INK = Ink(
    QColor("#000000"), QColor("#c8c8c8"), QColor("#8fb3cc"), QColor("#d9d9d9"), QColor("#ffffff"), QColor("#1f5f8b")
)
"""Black on white, legible without colour too."""


def paint_chart(painter: QPainter, chart: Chart, area: QRectF, ink: Ink, language: str, current: int = -1) -> Layout:
    """Paint a chart into an area with the painter's letters; answers where everything stands."""
    metrics = QFontMetricsF(painter.font(), painter.device())
    found = lay_out(chart, area, metrics, language)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_grid(painter, chart, found, ink)
    for bar in found.bars:
        is_second = bar.series > 0 and chart.series[bar.series].shape is SeriesShape.LYING
        painter.fillRect(bar.box, ink.second if is_second else ink.bar)
        painter.setPen(QPen(ink.text if bar.place == current else ink.grid, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(bar.box)
    _paint_limits(painter, found, ink)
    for pieces in found.lines.values():
        _paint_line(painter, [[point for _, point in piece] for piece in pieces], ink)
    if found.curve:
        painter.setPen(QPen(ink.text, 2, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(smooth(found.curve))
    _paint_texts(painter, found, ink)
    _paint_legend(painter, chart, found, ink)
    if 0 <= current < len(found.hits):
        frame = found.hits[current].intersected(found.plot.adjusted(0, -2, 0, 2))
        painter.setPen(QPen(ink.focus, 1.5, Qt.PenStyle.DotLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(frame)
    return found


def smooth(points: list[QPointF]) -> QPainterPath:
    """A line without corners through the points."""
    path = QPainterPath(points[0])
    for before, after in pairwise(points):
        middle = (before.x() + after.x()) / 2
        path.cubicTo(QPointF(middle, before.y()), QPointF(middle, after.y()), after)
    return path


def _paint_grid(painter: QPainter, chart: Chart, found: Layout, ink: Ink) -> None:
    painter.setPen(QPen(ink.grid, 1))
    is_lying = any(one.shape is SeriesShape.LYING for one in chart.series)
    for place, _ in found.ticks:
        if is_lying:
            painter.drawLine(QPointF(place, found.plot.top()), QPointF(place, found.plot.bottom()))
        else:
            painter.drawLine(QPointF(found.plot.left(), place), QPointF(found.plot.right(), place))


def _paint_limits(painter: QPainter, found: Layout, ink: Ink) -> None:
    for y in found.limits.values():
        painter.setPen(QPen(ink.text, 1.2, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(found.plot.left(), y), QPointF(found.plot.right(), y))


def _paint_line(painter: QPainter, pieces: list[list[QPointF]], ink: Ink) -> None:
    """A line with a mark at every value, so that it is one in grey as well."""
    for points in pieces:
        painter.setPen(QPen(ink.text, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(points))
        painter.setBrush(ink.ground)
        for point in points:
            painter.drawEllipse(point, MARK, MARK)


def _paint_texts(painter: QPainter, found: Layout, ink: Ink) -> None:
    for text in found.values:
        painter.fillRect(text.box, ink.ground)
    painter.setPen(ink.text)
    for text in found.texts():
        painter.drawText(text.box, text.flags, text.words)


def _paint_legend(painter: QPainter, chart: Chart, found: Layout, ink: Ink) -> None:
    for number, mark, _ in found.legend:
        middle = mark.center().y()
        shape = chart.series[number].shape if number >= 0 else None
        if shape in (SeriesShape.BARS, SeriesShape.LYING):
            box = QRectF(mark.left(), middle - 5, mark.width(), 10)
            painter.fillRect(box, ink.second if shape is SeriesShape.LYING and number > 0 else ink.bar)
            painter.setPen(QPen(ink.grid, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box)
        elif shape is SeriesShape.LINE:
            _paint_line(painter, [[QPointF(mark.left() + MARK, middle), QPointF(mark.right() - MARK, middle)]], ink)
        else:
            style = Qt.PenStyle.DashLine if shape is None else Qt.PenStyle.DotLine
            painter.setPen(QPen(ink.text, 2 if shape is None else 1.2, style))
            painter.drawLine(QPointF(mark.left(), middle), QPointF(mark.right(), middle))

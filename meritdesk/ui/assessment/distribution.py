"""The spread of predicates under one rater beside the drawn curve of his unit's level: to look at, never a quota."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from meritdesk.core.evaluation import Predicate
from meritdesk.core.rules import Curve
from meritdesk.messages import Messages

# From worst to best, as the regulation draws the axis (p. 94-96).
AXIS = (
    Predicate.VERY_POOR,
    Predicate.POOR,
    Predicate.NEEDS_IMPROVEMENT,
    Predicate.GOOD,
    Predicate.VERY_GOOD,
)
# The regulation's grid has seven bands of ten; bars share its height so that only the shapes compare.
_GRID = 70.0
_TALLEST_BAR = 60.0
_BAR_SHARE = 0.56


class DistributionChart(QWidget):
    """Bars of people by predicate, and over them the curve that belongs to the level of the unit."""

    def __init__(self, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self._counts: Mapping[Predicate, int] = {}
        self._curve: Curve | None = None
        self.setMinimumHeight(110)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._say()

    def show_spread(self, counts: Mapping[Predicate, int], curve: Curve | None) -> None:
        """Show these counts against this curve; without a level there is no curve."""
        self._counts = dict(counts)
        self._curve = curve
        self._say()
        self.update()

    def retranslate(self, messages: Messages) -> None:
        """Say the labels again in the language of now."""
        self._messages = messages
        self._say()
        self.update()

    def bar_heights(self) -> tuple[float, ...]:
        """The height of each bar on the grid of seventy, worst predicate first."""
        most = max((self._counts.get(label, 0) for label in AXIS), default=0)
        return tuple(self._counts.get(label, 0) * _TALLEST_BAR / most if most else 0.0 for label in AXIS)

    def sizeHint(self) -> QSize:
        return QSize(340, 210)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = painter.fontMetrics()
        foot = 2 * metrics.height() + 4
        plot = QRectF(2, metrics.height() + 6, self.width() - 4, self.height() - foot - metrics.height() - 10)
        self._draw_grid(painter, plot)
        self._draw_bars(painter, plot, foot)
        if self._curve is not None:
            self._draw_curve(painter, plot, self._curve)
        self._draw_counts(painter, plot)
        painter.end()

    def _draw_grid(self, painter: QPainter, plot: QRectF) -> None:
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Midlight), 1))
        for band in range(8):
            y = plot.bottom() - plot.height() * band / 7
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))

    def _draw_bars(self, painter: QPainter, plot: QRectF, foot: float) -> None:
        column = plot.width() / len(AXIS)
        fill = QColor(self.palette().color(QPalette.ColorRole.Highlight))
        fill.setAlpha(150)
        for place, (label, height) in enumerate(zip(AXIS, self.bar_heights(), strict=True)):
            left = plot.left() + place * column
            tall = plot.height() * height / _GRID
            bar = QRectF(left + column * (1 - _BAR_SHARE) / 2, plot.bottom() - tall, column * _BAR_SHARE, tall)
            painter.fillRect(bar, fill)
            painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
            words = QRectF(left - 4, plot.bottom() + 3, column + 8, foot)
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            painter.drawText(words, int(flags), self._axis_word(label))

    def _draw_curve(self, painter: QPainter, plot: QRectF, curve: Curve) -> None:
        column = plot.width() / len(AXIS)
        points = [
            QPointF(plot.left() + (place + 0.5) * column, plot.bottom() - plot.height() * float(height) / _GRID)
            for place, height in enumerate(curve.points)
        ]
        path = QPainterPath(points[0])
        for before, after in pairwise(points):
            middle = (before.x() + after.x()) / 2
            path.cubicTo(QPointF(middle, before.y()), QPointF(middle, after.y()), after)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.WindowText), 2, Qt.PenStyle.DashLine))
        painter.drawPath(path)

    def _draw_counts(self, painter: QPainter, plot: QRectF) -> None:
        """The numbers last, each on its own ground, so that the curve does not strike them out."""
        column = plot.width() / len(AXIS)
        metrics = painter.fontMetrics()
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        for place, (label, height) in enumerate(zip(AXIS, self.bar_heights(), strict=True)):
            text = str(self._counts.get(label, 0))
            wide = metrics.horizontalAdvance(text) + 6
            top = plot.bottom() - plot.height() * height / _GRID - metrics.height() - 1
            box = QRectF(plot.left() + (place + 0.5) * column - wide / 2, top, wide, metrics.height())
            painter.fillRect(box, self.palette().color(QPalette.ColorRole.Window))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _axis_word(self, label: Predicate) -> str:
        """A predicate without what stands in brackets, so that it fits below its bar."""
        return self._messages.label_of(label).partition(" (")[0].partition("/")[0]

    def _say(self) -> None:
        told = ", ".join(f"{self._messages.label_of(label)}: {self._counts.get(label, 0)}" for label in reversed(AXIS))
        self.setAccessibleName(QCoreApplication.translate("DistributionChart", "Distribution of predicates"))
        self.setAccessibleDescription(told)
        self.setToolTip(
            QCoreApplication.translate(
                "DistributionChart",
                "Bars: people by predicate. Dashed line: the pattern for the level of the unit. "
                "A consideration, never a quota.",
            )
        )

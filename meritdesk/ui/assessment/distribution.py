"""The spread of predicates under one rater beside the drawn curve of his unit's level: to look at, never a quota."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from meritdesk.core.evaluation import Predicate
from meritdesk.core.figures import WORST_TO_BEST, SeriesShape
from meritdesk.core.rules import Curve
from meritdesk.messages import Messages
from meritdesk.ui.charts.chart import Chart, ChartSeries
from meritdesk.ui.charts.painting import paint_chart, screen_ink

AXIS = WORST_TO_BEST
_TALLEST_BAR = 60.0


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
        area = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        ink = replace(screen_ink(self.palette()), ground=self.palette().color(QPalette.ColorRole.Window))
        paint_chart(painter, self._chart(), area, ink, self._messages.language)
        painter.end()

    def _chart(self) -> Chart:
        """The counts as the chart that all pages paint; the numbers stand over the bars."""
        values = tuple(Decimal(self._counts.get(label, 0)) for label in AXIS)
        words = tuple(self._axis_word(label) for label in AXIS)
        series = ChartSeries(self.accessibleName(), SeriesShape.BARS, values, tuple(str(value) for value in values))
        curve = self._curve.points if self._curve is not None else ()
        return Chart(self.accessibleName(), "", "", words, words, (series,), curve=curve)

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

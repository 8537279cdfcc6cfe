"""A chart on screen: the mouse and the arrow keys walk over its categories, and each is told in words."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolTip, QVBoxLayout, QWidget

from meritdesk.ui import look
from meritdesk.ui.charts.chart import Chart
from meritdesk.ui.charts.layout import Layout
from meritdesk.ui.charts.painting import paint_chart, screen_ink
from meritdesk.ui.own_keys import KeySheet, some

_MARGIN = 6.0
_MOVES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class ChartView(QWidget):
    """Paints one chart; without numbers it says why instead of showing an empty picture."""

    own_keys = KeySheet(
        str(QT_TRANSLATE_NOOP("OwnKeys", "In a chart")),
        (
            some("← →", "Left Right Up Down", str(QT_TRANSLATE_NOOP("OwnKeys", "To the value beside"))),
            some("Home End", "Home End", str(QT_TRANSLATE_NOOP("OwnKeys", "To the first or last value"))),
        ),
    )

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart: Chart | None = None
        self.current = -1
        self.laid_out: Layout | None = None
        self._language = "id"
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(self.backgroundRole().Base)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(120)
        self._empty = QLabel(self)
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.addWidget(self._empty)
        self._empty.hide()

    def show_chart(self, chart: Chart, language: str) -> None:
        """Show another chart, or the same with fresh numbers; the place stays if it is still there."""
        self.chart, self._language = chart, language
        self.current = min(self.current, len(chart.categories) - 1)
        self._empty.setText(chart.empty if chart.is_empty else "")
        self._empty.setVisible(chart.is_empty)
        self.setAccessibleName(f"{chart.title} · {chart.subtitle}")
        self._say()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(360, 220)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.chart is None or self.chart.is_empty:
            return
        painter = QPainter(self)
        area = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        current = self.current if self.hasFocus() or self.underMouse() else -1
        self.laid_out = paint_chart(painter, self.chart, area, screen_ink(self.palette()), self._language, current)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk over the categories, Home and End jump; the value is told as a hint and to readers."""
        if self.chart is None or self.chart.is_empty:
            super().keyPressEvent(event)
            return
        key = Qt.Key(event.key())
        last = len(self.chart.categories) - 1
        if key in _MOVES:
            self._go(min(max(self.current + _MOVES[key], 0), last))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go(0 if key == Qt.Key.Key_Home else last)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The category under the mouse."""
        if self.laid_out is None or self.chart is None:
            return
        found = next((n for n, hit in enumerate(self.laid_out.hits) if hit.contains(event.position())), -1)
        if found != self.current:
            self.current = found
            self._say()
            self.update()
        if found >= 0:
            QToolTip.showText(event.globalPosition().toPoint(), self.chart.told(found), self)

    def leaveEvent(self, event: QEvent) -> None:
        """Without the mouse nothing is marked."""
        self.update()
        super().leaveEvent(event)

    def _go(self, place: int) -> None:
        assert self.chart is not None
        self.current = place
        self._say()
        self.update()
        if self.laid_out is not None and place < len(self.laid_out.hits):
            at = self.laid_out.hits[place].center().toPoint() + QPoint(0, look.RHYTHM)
            QToolTip.showText(self.mapToGlobal(at), self.chart.told(place), self)

    def _say(self) -> None:
        if self.chart is None:
            return
        told = self.chart.told(self.current) if 0 <= self.current < len(self.chart.categories) else ""
        self.setAccessibleDescription(told or self.chart.description())

"""The talent map as a picture of nine boxes: a click or the arrows choose one, and the list shows who is in it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from meritdesk.core.evaluation import Rating
from meritdesk.core.talent import PotentialLevel
from meritdesk.ui import look
from meritdesk.ui.own_keys import KeySheet, some
from meritdesk.ui.wording import Words

GRID = ((4, 7, 9), (2, 5, 8), (1, 3, 6))
"""The boxes as they lie: performance from above to below, potential from low to high."""
_ROWS = (Rating.ABOVE, Rating.MEETS, Rating.BELOW)
_MOVES = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}
_GAP = 4.0


class NineBoxView(QWidget):
    """Nine boxes with how many people stand in each; the chosen one is framed. ``chosen`` says 0 when none is."""

    chosen = Signal(int)

    own_keys = KeySheet(
        str(QT_TRANSLATE_NOOP("OwnKeys", "In the nine boxes")),
        (
            some("← → ↑ ↓", "Left Right Up Down", str(QT_TRANSLATE_NOOP("OwnKeys", "To the box beside"))),
            some("Enter", "Return Space", str(QT_TRANSLATE_NOOP("OwnKeys", "Show who is in this box, or everybody"))),
        ),
    )

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self.counts: Mapping[int, int] = {}
        self.succession: frozenset[int] = frozenset()
        self.kept = 0
        self.row, self.column = 0, 2
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(look.in_letters(170))

    @property
    def box(self) -> int:
        """The box on which the keyboard is."""
        return GRID[self.row][self.column]

    def show_counts(self, counts: Mapping[int, int], succession: frozenset[int]) -> None:
        """Show how many people stand in each box, and which boxes are the succession group."""
        self.counts, self.succession = counts, succession
        self.say()

    def keep(self, box: int) -> None:
        """Frame the box whose people are listed, or none."""
        self.kept = box
        self.say()

    def say(self) -> None:
        """Tell what is seen, for readers, and paint it."""
        self.setAccessibleName(QCoreApplication.translate("Talent", "Nine boxes of the talent map"))
        self.setAccessibleDescription(self.told(self.box))
        self.update()

    def told(self, box: int) -> str:
        """A box in words with how many people stand in it."""
        said = f"{self.words.messages.label(f'TALENT:BOX-{box}')}: {self.words.number(self.counts.get(box, 0))}"
        if box in self.succession:
            said += " · " + QCoreApplication.translate("Talent", "succession group")
        return said

    def sizeHint(self) -> QSize:
        return QSize(look.in_letters(520), look.in_letters(190))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        label = self.words.messages.label_of
        quiet = look.quiet()
        for row, rating in enumerate(_ROWS):
            area = self._area(row, 0)
            beside = QRectF(0, area.top(), area.left() - _GAP, area.height())
            painter.setPen(quiet)
            painter.drawText(beside, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap), label(rating))
        for column, level in enumerate(PotentialLevel):
            area = self._area(2, column)
            below = QRectF(area.left(), area.bottom(), area.width(), self.height() - area.bottom())
            painter.setPen(quiet)
            said = ": ".join((QCoreApplication.translate("Talent", "Potential"), label(level)))
            painter.drawText(below, int(Qt.AlignmentFlag.AlignCenter), said)
        for row in range(3):
            for column in range(3):
                self._paint(painter, row, column)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk, Enter or Space chooses."""
        key = Qt.Key(event.key())
        if key in _MOVES:
            down, right = _MOVES[key]
            self.row, self.column = min(max(self.row + down, 0), 2), min(max(self.column + right, 0), 2)
            self.say()
            at = self._area(self.row, self.column).center().toPoint() + QPoint(0, look.RHYTHM)
            QToolTip.showText(self.mapToGlobal(at), self.told(self.box), self)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(self.box)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click lists the people of a box; a second one lists everybody again."""
        for row in range(3):
            for column in range(3):
                if self._area(row, column).contains(event.position()):
                    self.row, self.column = row, column
                    self._choose(self.box)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The box under the mouse in words."""
        for row in range(3):
            for column in range(3):
                if self._area(row, column).contains(event.position()):
                    QToolTip.showText(event.globalPosition().toPoint(), self.told(GRID[row][column]), self)

    def changeEvent(self, event: QEvent) -> None:
        """Other colours or letters are painted anew."""
        self.update()
        super().changeEvent(event)

    def _choose(self, box: int) -> None:
        self.keep(0 if self.kept == box else box)
        self.chosen.emit(self.kept)

    def _area(self, row: int, column: int) -> QRectF:
        left, below = float(look.in_letters(120)), float(look.in_letters(20))
        width, height = (self.width() - left) / 3, (self.height() - below) / 3
        return QRectF(left + column * width, row * height, width - _GAP, height - _GAP)

    def _paint(self, painter: QPainter, row: int, column: int) -> None:
        box, area = GRID[row][column], self._area(row, column)
        palette = self.palette()
        most = max(self.counts.get(one, 0) for one in range(1, 10)) or 1
        tint = QColor(palette.highlight().color())
        tint.setAlphaF(0.10 + 0.35 * self.counts.get(box, 0) / most)
        painter.setBrush(tint)
        is_here = self.hasFocus() and (row, column) == (self.row, self.column)
        if box == self.kept:
            painter.setPen(QPen(palette.highlight().color(), 3))
        elif is_here:
            painter.setPen(QPen(palette.text().color(), 2, Qt.PenStyle.DotLine))
        else:
            painter.setPen(QPen(palette.mid().color(), 1))
        painter.drawRoundedRect(area.adjusted(1.5, 1.5, -1.5, -1.5), 4, 4)
        painter.setPen(palette.text().color())
        large = QFont(self.font())
        large.setBold(True)
        large.setPointSizeF(self.font().pointSizeF() * 1.4)
        painter.setFont(large)
        count = self.words.number(self.counts.get(box, 0))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), count)
        painter.setFont(self.font())
        corner = area.adjusted(8, 4, -8, -4)
        mark = f"{box} ★" if box in self.succession else str(box)
        painter.drawText(corner, int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft), mark)

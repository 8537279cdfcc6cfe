"""The headings of a list: a click sorts, with Shift as a further key; dragging widths and places is remembered."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHeaderView, QWidget


class ListHeader(QHeaderView):
    """Tells what the clerk did with the headings, apart from what the program did."""

    sort_wanted = Signal(int, bool)  # column, added to the keys there are
    drawn = Signal(int, int)  # column, the width that the clerk gave it
    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._is_with_shift = False
        self._is_pressed = False
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(24)
        self.setSortIndicatorShown(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.sectionClicked.connect(lambda column: self.sort_wanted.emit(column, self._is_with_shift))
        self.sectionResized.connect(self._resized)
        self.sectionMoved.connect(lambda *_: self._told_moved())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember whether Shift is held, and that what follows is the clerk's doing."""
        self._is_with_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._is_pressed = True
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """From here on it is the program again."""
        super().mouseReleaseEvent(event)
        self._is_pressed = False

    def _resized(self, column: int, _: int, width: int) -> None:
        if self._is_pressed:
            self.drawn.emit(column, width)

    def _told_moved(self) -> None:
        if self._is_pressed:
            self.moved.emit()

"""The pages of a document as small pictures, drawn only when they come into sight."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter, QPixmap

from meritdesk.ui.documents.paper_file import DrawnPage

Index = QModelIndex | QPersistentModelIndex
MOST_KEPT = 400
_ROOT = QModelIndex()


class PageList(QAbstractListModel):
    """One row a page; ``wanted`` names the pages whose picture is not there yet."""

    wanted = Signal(object)  # tuple[int, ...]

    def __init__(self, size: QSize, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        self._pictures: dict[int, QPixmap] = {}
        self._asked: set[int] = set()
        self._blank = QPixmap(size)
        self._blank.fill(QColor(Qt.GlobalColor.white))

    def show_pages(self, count: int) -> None:
        """Begin anew with so many pages."""
        self.beginResetModel()
        self._count = count
        self._pictures.clear()
        self._asked.clear()
        self.endResetModel()

    def show_pictures(self, pages: Sequence[DrawnPage]) -> None:
        """Put drawn pages into their rows; the oldest go when there are many."""
        for page in pages:
            while len(self._pictures) >= MOST_KEPT:
                self._pictures.pop(next(iter(self._pictures)))
            self._pictures[page.number] = self._on_its_feet(QPixmap.fromImage(page.image))
            self._asked.discard(page.number)
            index = self.index(page.number, 0)
            self.dataChanged.emit(index, index, [Qt.ItemDataRole.DecorationRole])

    def _on_its_feet(self, page: QPixmap) -> QPixmap:
        """A page that is wider than high stands at the foot of its place, over its number."""
        ratio = page.devicePixelRatio()
        placed = QPixmap(self._blank.size() * ratio)
        placed.setDevicePixelRatio(ratio)
        placed.fill(Qt.GlobalColor.transparent)
        size = page.deviceIndependentSize()
        left, top = (self._blank.width() - size.width()) / 2, self._blank.height() - size.height()
        painter = QPainter(placed)
        painter.drawPixmap(QPointF(max(left, 0), max(top, 0)), page)
        painter.end()
        return placed

    def forget(self, numbers: Sequence[int]) -> None:
        """These were asked for and passed out of sight before they were drawn: ask again when they are seen."""
        self._asked.difference_update(numbers)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else self._count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        number = index.row()
        if role == Qt.ItemDataRole.DisplayRole:
            return str(number + 1)
        if role == Qt.ItemDataRole.DecorationRole:
            picture = self._pictures.get(number)
            if picture is None:
                if number not in self._asked:
                    self._asked.add(number)
                    self.wanted.emit((number,))
                return self._blank
            return picture
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return QCoreApplication.translate("Preview", "Page %1").replace("%1", str(number + 1))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignCenter)
        return None

"""A list whose lines tell something in as many lines of text as that takes, none of them cut."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import QListView, QListWidget, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from meritdesk.ui import look


class ToldLines(QListWidget):
    """Sentences below each other, wrapped at the width of the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setSpacing(look.RHYTHM // 2)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_AsHighAsItsWords(self))


class _AsHighAsItsWords(QStyledItemDelegate):
    """Qt measures a line as wide as the list and paints it narrower by the spacing: the last words were cut."""

    def __init__(self, lines: ToldLines) -> None:
        super().__init__(lines)
        self._lines = lines

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        width = self._lines.viewport().width() - 2 * self._lines.spacing()
        measured = QStyleOptionViewItem(option)
        measured.rect = QRect(0, 0, width, option.rect.height())
        return QSize(width, super().sizeHint(measured, index).height())

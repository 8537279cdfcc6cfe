"""How a row of the palette is drawn: picture, words, quietly where it belongs, its key at the right."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from meritdesk.ui import look
from meritdesk.ui.palette.list_model import FOUND
from meritdesk.ui.palette.offers import Found

_GAP = look.RHYTHM
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)


class RowDelegate(QStyledItemDelegate):
    """The words are never cut for the sake of the detail beside them."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """One height for all rows, as wide as words, detail and key."""
        metrics = option.fontMetrics
        row = index.data(FOUND)
        height = metrics.height() + _GAP
        if not isinstance(row, Found):
            return QSize(metrics.horizontalAdvance(str(index.data() or "")) + 2 * _GAP, height)
        parts = [part for part in (row.words, row.detail, row.keys) if part]
        return QSize(16 + sum(metrics.horizontalAdvance(part) + 2 * _GAP for part in parts), height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one row or heading."""
        row = index.data(FOUND)
        rect: QRect = option.rect.adjusted(_GAP, 0, -_GAP, 0)
        palette: QPalette = option.palette
        metrics = option.fontMetrics
        painter.save()
        quiet = look.quiet()
        if not isinstance(row, Found):
            painter.setPen(quiet)
            painter.drawText(rect, _LEFT, str(index.data() or ""))
            painter.restore()
            return
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_chosen:
            painter.fillRect(option.rect, palette.brush(QPalette.ColorRole.Highlight))
            quiet = palette.color(QPalette.ColorRole.HighlightedText)
        pen = palette.color(QPalette.ColorRole.HighlightedText if is_chosen else QPalette.ColorRole.Text)
        if row.why_not and not is_chosen:
            pen = quiet
        look.icon(row.icon, 16).paint(painter, QRect(rect.left(), rect.center().y() - 8, 16, 16))
        rect.setLeft(rect.left() + 16 + _GAP)
        painter.setPen(quiet)
        if row.keys:
            painter.drawText(rect, _RIGHT, row.keys)
            rect.setRight(rect.right() - metrics.horizontalAdvance(row.keys) - 2 * _GAP)
        painter.setPen(pen)
        words = metrics.elidedText(row.words, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, _LEFT, words)
        rect.setLeft(rect.left() + metrics.horizontalAdvance(words) + 2 * _GAP)
        if row.detail and rect.width() > 4 * _GAP:
            painter.setPen(quiet)
            painter.drawText(rect, _LEFT, metrics.elidedText(row.detail, Qt.TextElideMode.ElideRight, rect.width()))
        painter.restore()

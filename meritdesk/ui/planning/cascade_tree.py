"""The cascade as a Qt tree: indicators and results below what they serve, each with how well it is taken up."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QColor, QStandardItem, QStandardItemModel

from meritdesk.core.cascade import Coverage, NodeKind
from meritdesk.core.notation import printed_decimal
from meritdesk.services.planning.cascade import TreeLine
from meritdesk.ui import look
from meritdesk.ui.wording import Words

LINE = Qt.ItemDataRole.UserRole + 2
FILLED = Qt.ItemDataRole.UserRole + 3
Index = QModelIndex | QPersistentModelIndex

_SIGNS = {Coverage.TAKEN: "●", Coverage.PARTLY: "◐", Coverage.OPEN: "○", Coverage.NOT_NEEDED: ""}


class TreeColumn(IntEnum):
    """What the tree says of a place."""

    TEXT = 0
    OWNER = 1
    TARGET = 2
    METHOD = 3
    COVERAGE = 4


class CascadeTree(QStandardItemModel):
    """Given lines and never fetches: a place that has something below it says so before it is opened."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self.setColumnCount(len(TreeColumn))
        self._head()

    def show_top(self, lines: Sequence[TreeLine]) -> None:
        """Replace everything by these top places."""
        self.removeRows(0, self.rowCount())
        for line in lines:
            self.appendRow(self._row(line))

    def show_below(self, index: Index, lines: Sequence[TreeLine]) -> None:
        """Fill what stands below a place."""
        item = self.itemFromIndex(self._first(index))
        if item is None:
            return
        item.removeRows(0, item.rowCount())
        for line in lines:
            item.appendRow(self._row(line))
        item.setData(True, FILLED)

    def line(self, index: Index) -> TreeLine | None:
        """The place of an index."""
        if not index.isValid():
            return None
        found = self.data(self._first(index), LINE)
        return found if isinstance(found, TreeLine) else None

    def is_filled(self, index: Index) -> bool:
        """Whether what stands below a place is here already."""
        return bool(self.data(self._first(index), FILLED))

    def hasChildren(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008 - Qt's signature
        """A place that was never opened says from its count whether it can be."""
        line = self.line(parent)
        if line is None or self.is_filled(parent):
            return super().hasChildren(parent)
        return parent.column() == 0 and line.below > 0

    def retranslate(self) -> None:
        """Say headings and every word again in the current language."""
        self._head()
        waiting = [self.invisibleRootItem()]
        while waiting:
            item = waiting.pop()
            for row in range(item.rowCount()):
                first = item.child(row, 0)
                line = first.data(LINE)
                for column, text in enumerate(self._texts(line)):
                    cell = item.child(row, column)
                    cell.setText(text)
                waiting.append(first)

    def _head(self) -> None:
        self.setHorizontalHeaderLabels(
            [
                QCoreApplication.translate("CascadeTree", "Goal, indicator or result"),
                QCoreApplication.translate("CascadeTree", "Unit or person"),
                QCoreApplication.translate("CascadeTree", "Target"),
                QCoreApplication.translate("CascadeTree", "Handed down"),
                QCoreApplication.translate("CascadeTree", "Taken up"),
            ]
        )

    def _first(self, index: Index) -> QModelIndex:
        return self.index(index.row(), 0, index.parent())

    def _row(self, line: TreeLine) -> list[QStandardItem]:
        items = [QStandardItem(text) for text in self._texts(line)]
        for item in items:
            item.setEditable(False)
            item.setSizeHint(QSize(0, look.in_letters(look.ROW_HEIGHT)))
            item.setToolTip(self._told(line))
        items[TreeColumn.TEXT].setData(line, LINE)
        colour = self._colour(line)
        if colour is not None:
            items[TreeColumn.COVERAGE].setForeground(colour)
        if line.kind in (NodeKind.PLACEHOLDER, NodeKind.ROLE):
            items[TreeColumn.TEXT].setForeground(look.asks())
        return items

    def _texts(self, line: TreeLine) -> tuple[str, ...]:
        words = self.words.messages
        mark = {NodeKind.PLACEHOLDER: "◌ ", NodeKind.ROLE: "◌ ", NodeKind.RESULT: "▸ "}.get(line.kind, "")
        part = f"  [{self.part(line)}]" if self.part(line) else ""
        covered = line.coverage is not Coverage.NOT_NEEDED
        return (
            f"{mark}{line.text}{part}",
            line.owner,
            line.target,
            words.label_of(line.method) if line.method is not None else "",
            f"{_SIGNS[line.coverage]} {words.label_of(line.coverage)}" if covered else "",
        )

    def part(self, line: TreeLine) -> str:
        """What part of the place above a line takes."""
        share = printed_decimal(line.share) if line.share is not None else ""
        return " · ".join(text for text in (line.part, share) if text)

    def _told(self, line: TreeLine) -> str:
        kind = self.words.messages.label_of(line.kind)
        return "\n".join(text for text in (kind, line.text, line.position, line.note) if text)

    def _colour(self, line: TreeLine) -> QColor | None:
        if line.coverage is Coverage.OPEN:
            return look.blocks()
        if line.coverage is Coverage.PARTLY:
            return look.asks()
        return look.accent() if line.coverage is Coverage.TAKEN else None

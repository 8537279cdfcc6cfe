"""The cascade as a Qt tree: indicators and results below what they serve, each with how well it is taken up."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QCoreApplication, QObject, QSize
from PySide6.QtGui import QColor, QStandardItem

from meritdesk.core.cascade import Coverage, NodeKind
from meritdesk.core.notation import printed_decimal
from meritdesk.services.planning.cascade import TreeLine
from meritdesk.ui import look
from meritdesk.ui.planning.opened_tree import LINE, Index, OpenedTree
from meritdesk.ui.wording import Words

_SIGNS = {Coverage.TAKEN: "●", Coverage.PARTLY: "◐", Coverage.OPEN: "○", Coverage.NOT_NEEDED: ""}


class TreeColumn(IntEnum):
    """What the tree says of a place."""

    TEXT = 0
    OWNER = 1
    TARGET = 2
    METHOD = 3
    COVERAGE = 4


class CascadeTree(OpenedTree):
    """The cascade of a unit: what each place is, whose it is and how it stands."""

    owned_in = TreeColumn.OWNER

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(words, len(TreeColumn), parent)

    def line(self, index: Index) -> TreeLine | None:
        """The place of an index."""
        found = self.place(index)
        return found if isinstance(found, TreeLine) else None

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
        share = self.words.noted(printed_decimal(line.share)) if line.share is not None else ""
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

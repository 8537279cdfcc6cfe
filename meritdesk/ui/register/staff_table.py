"""The staff list as a table: blocks of 200 lines, held as long as there is room, asked for when they come into view."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from meritdesk.core.lines import StaffLine
from meritdesk.messages import Messages

DISPLAY = Qt.ItemDataRole.DisplayRole
TOOLTIP = Qt.ItemDataRole.ToolTipRole
SORT = Qt.ItemDataRole.UserRole + 1
LINE = Qt.ItemDataRole.UserRole + 2

Index = QModelIndex | QPersistentModelIndex
BLOCK = 200
# 16,000 lines at once are a whole large agency; beyond that the oldest blocks make room.
_BLOCKS_HELD = 80


class StaffColumn(IntEnum):
    """What the list shows of a person."""

    NAME = 0
    NIP = 1
    POSITION = 2
    UNIT = 3
    RATER = 4
    GRADE = 5
    STATUS = 6


ORDER_FIELDS = {
    StaffColumn.NAME: "name",
    StaffColumn.NIP: "nip",
    StaffColumn.POSITION: "position",
    StaffColumn.GRADE: "grade",
    StaffColumn.UNIT: "unit_name",
    StaffColumn.STATUS: "legal_status",
    StaffColumn.RATER: "rater_name",
}


class StaffTable(QAbstractTableModel):
    """Knows how many lines there are and holds some of them; a missing block is asked for once."""

    more_wanted = Signal()
    order_wanted = Signal(str, bool)

    def __init__(self, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self._total = 0
        self._blocks: OrderedDict[int, tuple[StaffLine, ...]] = OrderedDict()
        self._missing: set[int] = set()

    def start(self, total: int) -> None:
        """Begin a new list of so many lines; nothing of the old one stays."""
        self.beginResetModel()
        self._total = total
        self._blocks.clear()
        self._missing.clear()
        self.endResetModel()

    def fill(self, block: int, lines: Sequence[StaffLine]) -> None:
        """Put one block in its place."""
        self._blocks[block] = tuple(lines)
        self._missing.discard(block)
        while len(self._blocks) > _BLOCKS_HELD:
            self._blocks.popitem(last=False)
        first = block * BLOCK
        last = min(first + len(lines), self._total) - 1
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(StaffColumn) - 1))

    def missing_blocks(self, first_row: int, last_row: int) -> tuple[int, ...]:
        """Which blocks of the rows in view are not here yet."""
        if not self._total:
            return ()
        last = min(last_row, self._total - 1)
        return tuple(
            block for block in range(max(first_row, 0) // BLOCK, last // BLOCK + 1) if block not in self._blocks
        )

    def forget_wishes(self) -> None:
        """Rows that scrolled past may ask again."""
        self._missing.clear()

    def line(self, row: int) -> StaffLine | None:
        """The line of a row, if its block is here."""
        lines = self._blocks.get(row // BLOCK)
        place = row % BLOCK
        return lines[place] if lines is not None and place < len(lines) else None

    def row_of(self, person_id: str) -> int:
        """The row of a person among the blocks that are here, or -1."""
        for block, lines in self._blocks.items():
            for place, line in enumerate(lines):
                if line.person_id == person_id:
                    return block * BLOCK + place
        return -1

    def retranslate(self, messages: Messages) -> None:
        """Say the words of the list again in the language of now."""
        self._messages = messages
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(StaffColumn) - 1)
        if self._total:
            self.dataChanged.emit(self.index(0, 0), self.index(self._total - 1, len(StaffColumn) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._total

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(StaffColumn)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ordering is the store's work; the page is told which column and which way."""
        self.order_wanted.emit(ORDER_FIELDS[StaffColumn(max(column, 0))], order == Qt.SortOrder.DescendingOrder)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        if orientation is Qt.Orientation.Horizontal and role == DISPLAY:
            return heading(StaffColumn(section))
        return None

    def data(self, index: Index, role: int = DISPLAY) -> object:
        if not index.isValid():
            return None
        line = self.line(index.row())
        if line is None:
            block = index.row() // BLOCK
            if role == DISPLAY and block not in self._missing:
                self._missing.add(block)
                self.more_wanted.emit()
            return "…" if role == DISPLAY and index.column() == StaffColumn.NAME else None
        column = StaffColumn(index.column())
        if role == DISPLAY:
            return self.shown(line, column)
        if role == SORT:
            return getattr(line, ORDER_FIELDS[column])
        if role == LINE:
            return line
        if role == TOOLTIP:
            return (
                self._told_problem(line) if column is StaffColumn.RATER and line.problem else self.shown(line, column)
            )
        return None

    def shown(self, line: StaffLine, column: StaffColumn) -> str:
        """One cell in words."""
        if column is StaffColumn.STATUS:
            return f"{self._messages.label_of(line.employment)} · {self._messages.label_of(line.legal_status)}"
        if column is StaffColumn.RATER:
            if line.rater_name or line.problem:
                return line.rater_name or f"⚠ {self._messages.refusal(line.problem)[0]}"
            # Nobody rates those whom the rules leave out; the reason stands in place of a blank.
            return f"— {self._messages.label_of(line.legal_status)}"
        return str(getattr(line, ORDER_FIELDS[column]))

    def _told_problem(self, line: StaffLine) -> str:
        return self._messages.sentence(line.problem)


def heading(column: StaffColumn) -> str:
    """The heading of a column."""
    return {
        StaffColumn.NAME: QCoreApplication.translate("StaffTable", "Name"),
        StaffColumn.NIP: QCoreApplication.translate("StaffTable", "NIP"),
        StaffColumn.POSITION: QCoreApplication.translate("StaffTable", "Post"),
        StaffColumn.GRADE: QCoreApplication.translate("StaffTable", "Grade"),
        StaffColumn.UNIT: QCoreApplication.translate("StaffTable", "Unit"),
        StaffColumn.STATUS: QCoreApplication.translate("StaffTable", "Status"),
        StaffColumn.RATER: QCoreApplication.translate("StaffTable", "Rater"),
    }[column]

"""The people of a year with the state of their plan and how many indicators carry actuals."""

from __future__ import annotations

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

from meritdesk.core.lines import RatingLine
from meritdesk.core.plan import PlanState
from meritdesk.messages import Messages
from meritdesk.ui import look

DISPLAY = Qt.ItemDataRole.DisplayRole
TOOLTIP = Qt.ItemDataRole.ToolTipRole
FOREGROUND = Qt.ItemDataRole.ForegroundRole
ALIGNMENT = Qt.ItemDataRole.TextAlignmentRole
SORT = Qt.ItemDataRole.UserRole + 1
LINE = Qt.ItemDataRole.UserRole + 2

Index = QModelIndex | QPersistentModelIndex
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class PlanColumn(IntEnum):
    """What the list shows of a person's plan."""

    NAME = 0
    STATE = 1
    INDICATORS = 2
    ACTUALS = 3


class PlanTable(QAbstractTableModel):
    """People in the order of the store, block after block; the page gives the next one when asked."""

    more_wanted = Signal()

    def __init__(self, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self._lines: list[RatingLine] = []
        self._has_more = False

    def show_lines(self, lines: Sequence[RatingLine], has_more: bool) -> None:
        """Begin a new list."""
        self.beginResetModel()
        self._lines = list(lines)
        self._has_more = has_more
        self.endResetModel()

    def append(self, lines: Sequence[RatingLine], has_more: bool) -> None:
        """Add the next block below."""
        self._has_more = has_more
        if lines:
            first = len(self._lines)
            self.beginInsertRows(QModelIndex(), first, first + len(lines) - 1)
            self._lines += lines
            self.endInsertRows()

    def line(self, row: int) -> RatingLine | None:
        """The person of a row."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_of(self, person_id: str) -> int:
        """The row of a person, or -1."""
        return next((row for row, line in enumerate(self._lines) if line.person_id == person_id), -1)

    def retranslate(self, messages: Messages) -> None:
        """Say the words of the list again in the language of now."""
        self._messages = messages
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(PlanColumn) - 1)
        if self._lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._lines) - 1, len(PlanColumn) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(PlanColumn)

    def canFetchMore(self, parent: Index) -> bool:
        return self._has_more and not parent.isValid()

    def fetchMore(self, parent: Index) -> None:
        """Only say so: the page asks for the next block and gives it to ``append``."""
        if self._has_more and not parent.isValid():
            self._has_more = False
            self.more_wanted.emit()

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == DISPLAY:
            return (
                QCoreApplication.translate("PlanTable", "Name"),
                QCoreApplication.translate("PlanTable", "Plan"),
                QCoreApplication.translate("PlanTable", "Indicators"),
                QCoreApplication.translate("PlanTable", "Actuals"),
            )[section]
        return RIGHT if role == ALIGNMENT and section in (PlanColumn.INDICATORS, PlanColumn.ACTUALS) else None

    def data(self, index: Index, role: int = DISPLAY) -> object:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        column = PlanColumn(index.column())
        if role == DISPLAY:
            return self._cell(line, column)
        if role == SORT:
            return (line.name, line.plan_state, line.indicators, line.actuals)[column]
        if role == LINE:
            return line
        if role == TOOLTIP:
            return f"{line.name}\n{line.nip}\n{line.position}\n{line.unit_name}"
        if role == ALIGNMENT and column in (PlanColumn.INDICATORS, PlanColumn.ACTUALS):
            return RIGHT
        if role == FOREGROUND and column is PlanColumn.STATE and line.plan_state is not PlanState.FIXED:
            return look.asks()
        return None

    def _cell(self, line: RatingLine, column: PlanColumn) -> str:
        if column is PlanColumn.NAME:
            return line.name
        if column is PlanColumn.STATE:
            if line.plan_state is None:
                return QCoreApplication.translate("PlanTable", "⚠ no plan")
            sign = "✓" if line.plan_state is PlanState.FIXED else "✎"
            return f"{sign} {self._messages.label_of(line.plan_state)}"
        if column is PlanColumn.INDICATORS:
            return str(line.indicators) if line.plan_state else ""
        return f"{line.actuals}" if line.plan_state else ""

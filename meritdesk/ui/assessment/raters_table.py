"""The raters of a period: whom they rate, how far they are, and the level of the unit they lead."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from meritdesk.core.lines import RaterLine
from meritdesk.messages import Messages

DISPLAY = Qt.ItemDataRole.DisplayRole
TOOLTIP = Qt.ItemDataRole.ToolTipRole
ALIGNMENT = Qt.ItemDataRole.TextAlignmentRole
ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole
SORT = Qt.ItemDataRole.UserRole + 1
LINE = Qt.ItemDataRole.UserRole + 2

Index = QModelIndex | QPersistentModelIndex
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RaterColumn(IntEnum):
    """What the list shows of a rater."""

    RATER = 0
    RATED = 1
    CLOSED = 2
    LEVEL = 3


class RatersTable(QAbstractTableModel):
    """All raters of a period, or those whose name or unit holds a text."""

    def __init__(self, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self._lines: tuple[RaterLine, ...] = ()
        self._shown: list[RaterLine] = []
        self._search = ""
        self._units: frozenset[str] = frozenset()
        self._is_open_only = False
        self._rater_ids: frozenset[str] | None = None
        self._order = (int(RaterColumn.RATER), False)

    def show_lines(self, lines: Sequence[RaterLine]) -> None:
        """Show these raters."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self._choose()
        self.endResetModel()

    def search(self, text: str) -> None:
        """Keep raters whose name or unit holds a text."""
        self.beginResetModel()
        self._search = text.strip().casefold()
        self._choose()
        self.endResetModel()

    def keep(self, units: frozenset[str], is_open_only: bool, rater_ids: frozenset[str] | None = None) -> None:
        """Keep raters who lead one of these units (none named: all), only those with work left, only these raters."""
        self.beginResetModel()
        self._units = units
        self._is_open_only = is_open_only
        self._rater_ids = rater_ids
        self._choose()
        self.endResetModel()

    @property
    def lines(self) -> tuple[RaterLine, ...]:
        """All raters, shown or not."""
        return self._lines

    def line(self, row: int) -> RaterLine | None:
        """The rater of a row."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row_of(self, rater_id: str, led_unit_id: str) -> int:
        """The row of a rater as head of a unit, or -1."""
        for row, line in enumerate(self._shown):
            if (line.rater_id, line.led_unit_id) == (rater_id, led_unit_id):
                return row
        return -1

    def retranslate(self, messages: Messages) -> None:
        """Say the words of the list again in the language of now."""
        self._messages = messages
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(RaterColumn) - 1)
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, len(RaterColumn) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(RaterColumn)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        moved = [self._shown[index.row()] for index in before]
        self._order = (max(column, 0), order == Qt.SortOrder.DescendingOrder)
        self._choose()
        after = [
            self.index(self.row_of(line.rater_id, line.led_unit_id), index.column())
            for line, index in zip(moved, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == DISPLAY:
            return _heading(RaterColumn(section))
        return RIGHT if role == ALIGNMENT and section in (RaterColumn.RATED, RaterColumn.CLOSED) else None

    def data(self, index: Index, role: int = DISPLAY) -> object:
        if not index.isValid():
            return None
        line = self._shown[index.row()]
        column = RaterColumn(index.column())
        if role == DISPLAY:
            return self._cell(line, column)
        if role == SORT:
            return _real(line, column)
        if role == LINE:
            return line
        if role == TOOLTIP:
            return f"{line.rater_name}\n{line.position}\n{line.led_unit_name}"
        if role == ALIGNMENT:
            return RIGHT if column in (RaterColumn.RATED, RaterColumn.CLOSED) else None
        if role == ACCESSIBLE:
            return f"{line.rater_name}, {_heading(column)}: {self._cell(line, column)}"
        return None

    def _cell(self, line: RaterLine, column: RaterColumn) -> str:
        if column is RaterColumn.RATER:
            return f"{line.rater_name} · {line.led_unit_name}"
        if column is RaterColumn.RATED:
            return f"{line.rated}/{line.people}"
        if column is RaterColumn.CLOSED:
            return f"{'✓ ' if line.closed == line.people else ''}{line.closed}"
        if line.level is not None:
            return self._messages.label_of(line.level)
        return QCoreApplication.translate("RatersTable", "⚠ not set")

    def _is_kept(self, line: RaterLine) -> bool:
        if self._units and line.led_unit_id not in self._units:
            return False
        if self._is_open_only and line.rated >= line.people:
            return False
        if self._rater_ids is not None and line.rater_id not in self._rater_ids:
            return False
        return not self._search or self._search in f"{line.rater_name}\n{line.led_unit_name}".casefold()

    def _choose(self) -> None:
        column, is_descending = self._order
        self._shown = [line for line in self._lines if self._is_kept(line)]
        self._shown.sort(key=lambda line: _real(line, RaterColumn(column)), reverse=is_descending)


def _heading(column: RaterColumn) -> str:
    return {
        RaterColumn.RATER: QCoreApplication.translate("RatersTable", "Rater and unit"),
        RaterColumn.RATED: QCoreApplication.translate("RatersTable", "Rated"),
        RaterColumn.CLOSED: QCoreApplication.translate("RatersTable", "Closed"),
        RaterColumn.LEVEL: QCoreApplication.translate("RatersTable", "Level"),
    }[column]


def _real(line: RaterLine, column: RaterColumn) -> tuple[Any, ...]:
    """Open work first when ordered by progress; the name decides among equals."""
    name = (line.rater_name.casefold(), line.led_unit_name.casefold(), line.rater_id, line.led_unit_id)
    if column is RaterColumn.RATED:
        return (line.people - line.rated, *name)
    if column is RaterColumn.CLOSED:
        return (line.people - line.closed, *name)
    if column is RaterColumn.LEVEL:
        return (line.level.value if line.level else "", *name)
    return name

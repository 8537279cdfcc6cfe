"""Lists of light lines as a Qt table: what every list of the window does alike, whatever stands in its columns."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import ClassVar, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from meritdesk.ui.wording import Words

DISPLAY = Qt.ItemDataRole.DisplayRole
TOOLTIP = Qt.ItemDataRole.ToolTipRole
ALIGNMENT = Qt.ItemDataRole.TextAlignmentRole
FOREGROUND = Qt.ItemDataRole.ForegroundRole
SORT = Qt.ItemDataRole.UserRole + 1
VALUE = Qt.ItemDataRole.UserRole + 2

Index = QModelIndex | QPersistentModelIndex
Line = TypeVar("Line")
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class LineTable(QAbstractTableModel, Generic[Line]):
    """A table that is given lines and never fetches; when the view reaches the end it says ``more_wanted``.

    A list names its columns, its headings and what stands in a cell; ``SORT`` gives the value itself.
    """

    columns: ClassVar[type[IntEnum]]
    numbers: ClassVar[frozenset[int]] = frozenset()

    more_wanted = Signal(int)  # how many lines are here already

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self.lines: list[Line] = []
        self._total = 0
        self._is_waiting = False

    def heading(self, column: int) -> str:
        """The words above a column."""
        raise NotImplementedError

    def shown(self, line: Line, column: int) -> str:
        """The words of a cell."""
        raise NotImplementedError

    def value(self, line: Line, column: int) -> object:
        """What a cell sorts by."""
        return self.shown(line, column)

    def colour(self, line: Line, column: int) -> QColor | None:
        """A meaning colour for a cell; the words say the same."""
        return None

    def show_lines(self, lines: Sequence[Line], total: int | None = None) -> None:
        """Replace everything; ``total`` says how many there are in all when these are the first block."""
        self.beginResetModel()
        self.lines = list(lines)
        self._total = len(self.lines) if total is None else total
        self._is_waiting = False
        self.endResetModel()

    def append(self, lines: Sequence[Line]) -> None:
        """Add the next block at the end."""
        self._is_waiting = False
        if not lines:
            self._total = len(self.lines)
            return
        self.beginInsertRows(QModelIndex(), len(self.lines), len(self.lines) + len(lines) - 1)
        self.lines.extend(lines)
        self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """The lines that are here."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The columns of the list."""
        return 0 if parent.isValid() else len(self.columns)

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there are lines that have not been given yet."""
        return not parent.isValid() and not self._is_waiting and len(self.lines) < self._total

    def fetchMore(self, parent: Index) -> None:
        """Ask the page for the next block."""
        self._is_waiting = True
        self.more_wanted.emit(len(self.lines))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        """The headings; numbers stand right."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == DISPLAY:
            return self.heading(section)
        if role == ALIGNMENT and section in self.numbers:
            return _RIGHT
        return None

    def data(self, index: Index, role: int = DISPLAY) -> object:
        """One cell."""
        if not index.isValid():
            return None
        line, column = self.lines[index.row()], index.column()
        if role in (DISPLAY, TOOLTIP):
            return self.shown(line, column)
        if role == SORT:
            return self.value(line, column)
        if role == VALUE:
            return line
        if role == FOREGROUND:
            return self.colour(line, column)
        if role == ALIGNMENT and column in self.numbers:
            return _RIGHT
        return None

    def retranslate(self) -> None:
        """Say headings and cells again in the current language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        if self.lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.lines) - 1, len(self.columns) - 1))

"""Lists of light lines as a Qt table: what every list of the window does alike, whatever stands in its columns."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import IntEnum
from typing import ClassVar, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from meritdesk.services.upkeep.personal import LimitLine
from meritdesk.ui.limited_people import explained, signed, spoken
from meritdesk.ui.wording import Words

DISPLAY = Qt.ItemDataRole.DisplayRole
TOOLTIP = Qt.ItemDataRole.ToolTipRole
ALIGNMENT = Qt.ItemDataRole.TextAlignmentRole
FOREGROUND = Qt.ItemDataRole.ForegroundRole
ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole
SORT = Qt.ItemDataRole.UserRole + 1
VALUE = Qt.ItemDataRole.UserRole + 2
_TOLD = frozenset(map(int, (DISPLAY, TOOLTIP, ACCESSIBLE)))
_ANSWERED = frozenset(map(int, (DISPLAY, TOOLTIP, ALIGNMENT, FOREGROUND, ACCESSIBLE, SORT, VALUE)))
"""Painting one cell asks seven roles, of which three have an answer."""

Index = QModelIndex | QPersistentModelIndex
Line = TypeVar("Line")
Cell = str | date | int | Decimal | None
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
BLOCK = 100
"""Two to four screens of lines: each line more is time in which the clerk waits for the first."""
# 16,000 lines at once are a whole large agency; beyond that the oldest blocks make room.
BLOCKS_HELD = 160
_NOT_HERE_YET = "…"
_RISES, _FALLS = "▲", "▼"


class LineTable(QAbstractTableModel, Generic[Line]):
    """A table that is given lines and never fetches: whole, or as a total with blocks that come as they are needed.

    A list names its columns, its headings and what stands in a cell; ``SORT`` gives the value itself. ``identity`` is
    what stays the same of a line when it is read again. A row whose block is not here shows dots, and painting it says
    ``block_wanted`` once.
    """

    columns: ClassVar[type[IntEnum]]
    numbers: ClassVar[frozenset[int]] = frozenset()
    named_by: ClassVar[frozenset[int]] = frozenset()
    """The columns by which a clerk reads the list; they are shortened last."""
    hidden: ClassVar[frozenset[int]] = frozenset()
    """The columns that are not shown until somebody chooses them."""

    more_wanted = Signal(int)  # how many lines are here already
    block_wanted = Signal()

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self.lines: list[Line] = []
        self.order: tuple[tuple[int, bool], ...] = ()
        self.marked_in = min(self.named_by, default=0)
        """The column that carries a mark of whom a line is about; the view says which one is seen."""
        self._total = 0
        self._is_waiting = False
        self._is_sparse = False
        self._blocks: OrderedDict[int, tuple[Line, ...]] = OrderedDict()
        self._asked: set[int] = set()

    def heading(self, column: int) -> str:
        """The words above a column."""
        raise NotImplementedError

    def cells(self, line: Line) -> tuple[str, ...]:
        """The words of a whole line; a list says either this or ``shown``."""
        if type(self).shown is LineTable.shown:
            raise NotImplementedError
        return tuple(self.shown(line, column) for column in range(len(self.columns)))

    def shown(self, line: Line, column: int) -> str:
        """The words of a cell."""
        return self.cells(line)[column]

    def value(self, line: Line, column: int) -> object:
        """What a cell sorts by."""
        return self.shown(line, column)

    def colour(self, line: Line, column: int) -> QColor | None:
        """A meaning colour for a cell; the words say the same."""
        return None

    def hint(self, line: Line, column: int) -> str:
        """What is said when the pointer rests on a cell."""
        return self.shown(line, column)

    def identity(self, line: Line) -> object:
        """What a line is about, whatever has become of it since: by this a selection survives a refresh.

        A line that holds a table of facts cannot be looked up as it is; what it says stands for it.
        """
        try:
            hash(line)
        except TypeError:
            return repr(line)
        return line

    def searched(self, line: Line) -> str:
        """The words in which the quick filter looks: everything that can stand in the columns."""
        return "\n".join(self.cells(line))

    def written(self, line: Line, column: int) -> Cell:
        """A cell in a spreadsheet: figures and days as such, all else as the words shown."""
        value = self.value(line, column)
        if column in self.numbers and isinstance(value, int | Decimal) and not isinstance(value, bool):
            return value
        return value if isinstance(value, date) and not isinstance(value, datetime) else self.shown(line, column)

    def copied(self, line: Line, column: int) -> str:
        """A cell on the clipboard: the words shown."""
        return self.shown(line, column)

    def taken(self, line: Line, column: int) -> str:
        """A cell on the clipboard, with what must be known of whoever it names."""
        text = self.copied(line, column)
        return spoken(text) if self.words.limited and self._limit(line, column) is not None else text

    # Lines that are given whole

    def show_lines(self, lines: Sequence[Line], total: int | None = None) -> None:
        """Replace everything; ``total`` says how many there are in all when these are the first block."""
        self.beginResetModel()
        self.lines = list(lines)
        self._is_sparse = False
        self._blocks.clear()
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

    # Lines that come in blocks

    def start(self, total: int, blocks: Mapping[int, Sequence[Line]] | None = None) -> None:
        """Begin a list of so many lines, of which perhaps some blocks are here; nothing of the old one stays."""
        self.beginResetModel()
        self.lines = []
        self._is_sparse = True
        self._total = total
        self._blocks = OrderedDict((block, tuple(lines)) for block, lines in (blocks or {}).items())
        self._asked.clear()
        self.endResetModel()

    def fill(self, block: int, lines: Sequence[Line]) -> None:
        """Put one block in its place."""
        self._blocks[block] = tuple(lines)
        self._asked.discard(block)
        while len(self._blocks) > BLOCKS_HELD:
            self._blocks.popitem(last=False)
        first = block * BLOCK
        last = min(first + len(lines), self._total) - 1
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))

    def missing_blocks(self, first_row: int, last_row: int) -> tuple[int, ...]:
        """Which blocks of these rows are not here yet."""
        if not self._is_sparse or not self._total:
            return ()
        last = min(last_row, self._total - 1)
        return tuple(
            block for block in range(max(first_row, 0) // BLOCK, last // BLOCK + 1) if block not in self._blocks
        )

    def forget_wishes(self) -> None:
        """Rows that scrolled past may ask again."""
        self._asked.clear()

    def line(self, row: int) -> Line | None:
        """The line of a row, if it is here."""
        if not self._is_sparse:
            return self.lines[row] if 0 <= row < len(self.lines) else None
        lines = self._blocks.get(row // BLOCK) if row >= 0 else None
        place = row % BLOCK
        return lines[place] if lines is not None and place < len(lines) else None

    def here(self) -> Iterator[Line]:
        """The lines that are here, in the order in which they came."""
        if not self._is_sparse:
            yield from self.lines
        else:
            for lines in self._blocks.values():
                yield from lines

    def rows_of(self, wanted: frozenset[object] | set[object]) -> dict[object, int]:
        """Where the lines of these identities stand, among the lines that are here."""
        found: dict[object, int] = {}
        identity, many = self.identity, len(wanted)
        blocks = self._blocks.items() if self._is_sparse else ((0, self.lines),) if wanted else ()
        for block, lines in blocks:
            for place, line in enumerate(lines):
                if (key := identity(line)) in wanted:
                    found[key] = block * BLOCK + place
                    if len(found) == many:
                        return found
        return found

    # What Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """The lines that are here, or of which is known that they are."""
        if parent.isValid():
            return 0
        return self._total if self._is_sparse else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The columns of the list."""
        return 0 if parent.isValid() else len(self.columns)

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there are lines at the end that have not been given yet."""
        return not parent.isValid() and not self._is_sparse and not self._is_waiting and len(self.lines) < self._total

    def fetchMore(self, parent: Index) -> None:
        """Ask the page for the next block."""
        self._is_waiting = True
        self.more_wanted.emit(len(self.lines))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        """The headings with the marks of the order; numbers stand right."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == DISPLAY:
            return f"{self.heading(section)}{self._mark(section)}"
        if role == TOOLTIP:
            return self.heading(section)
        if role == ALIGNMENT and section in self.numbers:
            return _RIGHT
        return None

    def show_order(self, order: tuple[tuple[int, bool], ...]) -> None:
        """Mark the headings by which the list is sorted; the second and further ones with their number."""
        if order != self.order:
            self.order = order
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def data(self, index: Index, role: int = DISPLAY) -> object:
        """One cell; a screen reader says it with its heading, since nobody who hears a list sees what stands above."""
        if role not in _ANSWERED or not index.isValid():
            return None
        column = index.column()
        if role == ALIGNMENT and column not in self.numbers:
            return None
        line = self.line(index.row())
        if line is None:
            if role == DISPLAY:
                self._want(index.row())
                return _NOT_HERE_YET
            return None
        if self.words.limited and role in _TOLD and (limit := self._limit(line, column)) is not None:
            return self._limited(line, column, role, limit)
        if role == DISPLAY:
            return self.shown(line, column)
        if role == TOOLTIP:
            return self.hint(line, column)
        if role == ACCESSIBLE:
            return f"{self.heading(column)}: {self.shown(line, column)}"
        if role == SORT:
            return self.value(line, column)
        if role == VALUE:
            return line
        if role == FOREGROUND:
            return self.colour(line, column)
        return _RIGHT if role == ALIGNMENT else None

    def retranslate(self) -> None:
        """Say headings and cells again in the current language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        if rows := self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(rows - 1, len(self.columns) - 1))

    def _limit(self, line: Line, column: int) -> LimitLine | None:
        """The limit told in a cell: beside the name of whom the line is about, or of whoever the cell names."""
        limited, text = self.words.limited, self.shown(line, column)
        found = limited.of_line(line)
        if found is not None and column == self.marked_in:
            return found
        return limited.of_text(text) or (limited.of_key(text) if found is None else None)

    def _limited(self, line: Line, column: int, role: int, limit: LimitLine) -> str:
        text = self.shown(line, column)
        if role == DISPLAY:
            return signed(text)
        if role == ACCESSIBLE:
            return f"{self.heading(column)}: {spoken(text)}"
        return f"{self.hint(line, column)}\n\n{explained(limit, self.words.day(limit.limit.set_at.date()))}"

    def _want(self, row: int) -> None:
        block = row // BLOCK
        if self._is_sparse and block not in self._asked:
            self._asked.add(block)
            self.block_wanted.emit()

    def _mark(self, section: int) -> str:
        for place, (column, falls) in enumerate(self.order, start=1):
            if column == section:
                return f" {_FALLS if falls else _RISES}{place if len(self.order) > 1 else ''}"
        return ""

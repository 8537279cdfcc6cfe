"""The grid of actuals as a table: indicators down, periods across; what was refused stays in red with its reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
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
from PySide6.QtGui import QPalette

from meritdesk.core.evaluation import IndicatorClass
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.services.execution.grid import CellEntry, GridCell, GridLine
from meritdesk.ui import look
from meritdesk.ui.wording import QUARTERS, Words

DISPLAY = Qt.ItemDataRole.DisplayRole
EDIT = Qt.ItemDataRole.EditRole
TOOLTIP = Qt.ItemDataRole.ToolTipRole
DECORATION = Qt.ItemDataRole.DecorationRole
FOREGROUND = Qt.ItemDataRole.ForegroundRole
BACKGROUND = Qt.ItemDataRole.BackgroundRole
ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole
SORT = Qt.ItemDataRole.UserRole + 1
LINE = Qt.ItemDataRole.UserRole + 2

Index = QModelIndex | QPersistentModelIndex

_SIGNS = {IndicatorClass.ABOVE: "▴ ", IndicatorClass.BELOW: "▾ "}


class Fixed(IntEnum):
    """The columns that say which cell is meant; the periods follow."""

    NAME = 0
    NUMBER = 1
    INDICATOR = 2
    TARGET = 3


FIRST_PERIOD = len(Fixed)


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed into one cell of the screen."""

    row: int
    column: int
    text: str


class ActualsTable(QAbstractTableModel):
    """Given lines, it says what was typed through ``typed`` and never saves by itself."""

    typed = Signal(object)  # tuple[Typed, ...]
    more_wanted = Signal()

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.lines: list[GridLine] = []
        self.periods: tuple[Period, ...] = ()
        self._refused: dict[tuple[str, str], tuple[str, str]] = {}
        self._saving: set[tuple[str, str]] = set()
        self._has_more = False

    def show_lines(self, lines: Sequence[GridLine], periods: Sequence[Period], has_more: bool = False) -> None:
        """Show these indicators with these periods; what was refused in cells still there stays in red."""
        self.beginResetModel()
        self.lines = list(lines)
        self.periods = tuple(periods)
        self._has_more = has_more
        present = {line.indicator.indicator_id for line in self.lines}
        self._refused = {place: told for place, told in self._refused.items() if place[0] in present}
        self._saving.clear()
        self.endResetModel()

    def append(self, lines: Sequence[GridLine], has_more: bool) -> None:
        """Add the next block below."""
        self._has_more = has_more
        if lines:
            first = len(self.lines)
            self.beginInsertRows(QModelIndex(), first, first + len(lines) - 1)
            self.lines += lines
            self.endInsertRows()

    def period_of(self, column: int) -> Period | None:
        """The period of a column; nothing for the columns in front."""
        place = column - FIRST_PERIOD
        return self.periods[place] if 0 <= place < len(self.periods) else None

    def cell(self, row: int, column: int) -> GridCell | None:
        """What the store holds for a cell; nothing outside the periods."""
        period = self.period_of(column)
        if period is None or not 0 <= row < len(self.lines):
            return None
        return self.lines[row].cells.get(period.code, GridCell())

    def entry(self, typed: Typed) -> CellEntry | None:
        """What was typed, as the desk understands it; nothing outside the periods."""
        period = self.period_of(typed.column)
        if period is None or not 0 <= typed.row < len(self.lines):
            return None
        line = self.lines[typed.row]
        return CellEntry(line.person_id, line.indicator.indicator_id, period, typed.text)

    def put(self, entry: CellEntry, cell: GridCell, is_saving: bool) -> None:
        """Show a cell as it stands now; what was refused in it is forgotten."""
        place = (entry.indicator_id, entry.period.code)
        self._refused.pop(place, None)
        (self._saving.add if is_saving else self._saving.discard)(place)
        row = self.row_of(entry.indicator_id)
        if row >= 0:
            line = self.lines[row]
            self.lines[row] = replace(line, cells={**line.cells, entry.period.code: cell})
            self._tell(row, entry.period)

    def refuse(self, entry: CellEntry, why: str) -> None:
        """Keep what was typed in a cell, in red and with the reason; it is not saved."""
        place = (entry.indicator_id, entry.period.code)
        self._refused[place] = (entry.typed, why)
        self._saving.discard(place)
        row = self.row_of(entry.indicator_id)
        if row >= 0:
            self._tell(row, entry.period)

    @property
    def refused(self) -> Mapping[tuple[str, str], tuple[str, str]]:
        """The cells in red: indicator and period code, to what was typed and why it was refused."""
        return self._refused

    def forget_refused(self) -> None:
        """Another list is shown: its cells are as the store holds them."""
        self._refused.clear()

    def row_of(self, indicator_id: str) -> int:
        """The row of an indicator, or -1."""
        return next((row for row, line in enumerate(self.lines) if line.indicator.indicator_id == indicator_id), -1)

    def retranslate(self) -> None:
        """Say headings and cells again in the current language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(self.columnCount() - 1, 0))
        if self.lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.lines) - 1, self.columnCount() - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else FIRST_PERIOD + len(self.periods)

    def canFetchMore(self, parent: Index) -> bool:
        return self._has_more and not parent.isValid()

    def fetchMore(self, parent: Index) -> None:
        """Only say so: the page asks for the next block and gives it to ``append``."""
        if self._has_more and not parent.isValid():
            self._has_more = False
            self.more_wanted.emit()

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        cell = self.cell(index.row(), index.column())
        return flags | Qt.ItemFlag.ItemIsEditable if cell is not None and not cell.is_closed else flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        period = self.period_of(section)
        if role == DISPLAY:
            return self.heading(section)
        if role == TOOLTIP and period is not None:
            return self._words.period(period)
        return None

    def heading(self, column: int) -> str:
        """The words above a column."""
        period = self.period_of(column)
        if period is None:
            return {
                Fixed.NAME: QCoreApplication.translate("ActualsTable", "Name"),
                Fixed.NUMBER: QCoreApplication.translate("ActualsTable", "No."),
                Fixed.INDICATOR: QCoreApplication.translate("ActualsTable", "Indicator"),
                Fixed.TARGET: QCoreApplication.translate("ActualsTable", "Target"),
            }[Fixed(column)]
        if period.kind is PeriodKind.QUARTER:
            return QCoreApplication.translate("ActualsTable", "Q %1").replace("%1", QUARTERS[period.index - 1])
        if period.kind is PeriodKind.MONTH:
            return self._words.period(period).split(" ")[0][:3]
        return QCoreApplication.translate("ActualsTable", "Year")

    def setData(self, index: Index, value: object, role: int = EDIT) -> bool:
        if role != EDIT or not (self.flags(index) & Qt.ItemFlag.ItemIsEditable):
            return False
        text = str(value or "").strip()
        if text != self.data(index, EDIT):
            self.typed.emit((Typed(index.row(), index.column(), text),))
        return True

    def data(self, index: Index, role: int = DISPLAY) -> object:
        if not index.isValid():
            return None
        line, column = self.lines[index.row()], index.column()
        if role == LINE:
            return line
        cell = self.cell(index.row(), column)
        if cell is None:
            return self._said(index.row(), line, column, role)
        period = self.period_of(column)
        assert period is not None
        refused = self._refused.get((line.indicator.indicator_id, period.code))
        if role in (DISPLAY, EDIT, SORT):
            if refused is not None:
                return refused[0]
            return self._shown(cell) if role == DISPLAY else cell.text
        if role == TOOLTIP:
            return refused[1] if refused is not None else self._hint(cell)
        if role == DECORATION and cell.evidence:
            return look.icon("clip", 14)
        if role == FOREGROUND:
            return self._colour(line, period, cell, refused is not None)
        if role == BACKGROUND and cell.is_closed:
            return QPalette().brush(QPalette.ColorRole.Window)
        if role == ACCESSIBLE:
            told = refused[1] if refused is not None else self._hint(cell)
            return f"{line.name}, {line.number}, {self._words.period(period)}: {cell.text}. {told}"
        return None

    def _said(self, row: int, line: GridLine, column: int, role: int) -> object:
        words = {
            Fixed.NAME: line.name,
            Fixed.NUMBER: line.number,
            Fixed.INDICATOR: line.indicator.text,
            Fixed.TARGET: line.indicator.target.text,
        }[Fixed(column)]
        if role == DISPLAY and column == Fixed.NAME:
            is_first = row == 0 or self.lines[row - 1].person_id != line.person_id
            return words if is_first else ""
        if role in (DISPLAY, SORT):
            return words
        if role == TOOLTIP:
            if column == Fixed.NAME:
                return f"{line.name}\n{line.nip}"
            return f"{line.result_number}. {line.result_text}\n{words}"
        if role == ACCESSIBLE:
            return f"{self.heading(column)}: {words}"
        return None

    def _shown(self, cell: GridCell) -> str:
        found = cell.override or cell.measured
        sign = _SIGNS.get(found, "") if found is not None and cell.text else ""
        return f"{sign}{cell.text}".split("\n", 1)[0]

    def _hint(self, cell: GridCell) -> str:
        told = []
        if cell.is_closed:
            told.append(
                QCoreApplication.translate("ActualsTable", "Closed: this evaluation is final and cannot be edited.")
            )
        if "\n" in cell.text or len(cell.text) > 16:
            told.append(cell.text)
        found = cell.override or cell.measured
        if found is not None:
            told.append(self._words.messages.label_of(found))
        if cell.override is not None:
            said = QCoreApplication.translate("ActualsTable", "set by the leader: %1")
            told.append(said.replace("%1", cell.override_reason or "—"))
        if cell.feedback:
            told.append(cell.feedback)
        if cell.evidence:
            said = QCoreApplication.translate("ActualsTable", "%1 files of evidence")
            told.append(said.replace("%1", self._words.number(cell.evidence)))
        return "\n".join(told)

    def _colour(self, line: GridLine, period: Period, cell: GridCell, is_refused: bool) -> object:
        if is_refused:
            return look.blocks()
        if cell.is_closed or (line.indicator.indicator_id, period.code) in self._saving:
            return QPalette().brush(QPalette.ColorRole.PlaceholderText)
        found = cell.override or cell.measured
        return look.asks() if found is IndicatorClass.BELOW else None

    def _tell(self, row: int, period: Period) -> None:
        column = FIRST_PERIOD + self.periods.index(period) if period in self.periods else 0
        place = self.index(row, column)
        self.dataChanged.emit(place, place)

"""The grid of actuals as a table: indicators down, periods across, each cell read against its target."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import IntEnum

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, Qt
from PySide6.QtGui import QPalette

from meritdesk.core.achieved import CellFault, read_achieved
from meritdesk.core.evaluation import IndicatorClass
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.scoring.suggestion import measured_class
from meritdesk.services.execution.grid import CellEntry, GridCell, GridLine
from meritdesk.ui import look
from meritdesk.ui.grids.cells import JudgedCell
from meritdesk.ui.grids.table import (
    BACKGROUND,
    DECORATION,
    DISPLAY,
    EDIT,
    FOREGROUND,
    LINE,
    SORT,
    TOOLTIP,
    GridTable,
    Index,
    Unread,
)
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import QUARTERS, Words

_SIGNS = {IndicatorClass.ABOVE: "▴ ", IndicatorClass.BELOW: "▾ "}


class Fixed(IntEnum):
    """The columns that say which cell is meant; the periods follow."""

    NAME = 0
    NUMBER = 1
    INDICATOR = 2
    TARGET = 3


FIRST_PERIOD = len(Fixed)


class ActualsTable(GridTable):
    """Rows are indicators of people, columns the periods of the agency's cycle."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(words, parent)
        self.lines: list[GridLine] = []
        self.periods: tuple[Period, ...] = ()

    def show_lines(self, lines: Sequence[GridLine], periods: Sequence[Period], has_more: bool = False) -> None:
        """Show these indicators with these periods; what was refused stays in red wherever it stands."""
        self.beginResetModel()
        self.lines = list(lines)
        self.periods = tuple(periods)
        self.start_lines(has_more)
        self.endResetModel()
        self.lay_over()

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

    def grid_cell(self, row: int, column: int) -> GridCell | None:
        """What the store holds for a cell; nothing outside the periods."""
        period = self.period_of(column)
        if period is None or not 0 <= row < len(self.lines):
            return None
        return self.lines[row].cells.get(period.code, GridCell())

    def entry(self, judged: JudgedCell) -> CellEntry | None:
        """What was typed, as the desk understands it; nothing outside the periods."""
        period = self.period_of(judged.typed.column)
        if period is None or judged.key is None:
            return None
        line = self.lines[judged.typed.row]
        return CellEntry(line.person_id, line.indicator.indicator_id, period, judged.typed.text)

    def row_id(self, row: int) -> str:
        return self.lines[row].indicator.indicator_id

    def column_id(self, column: int) -> str:
        period = self.period_of(column)
        return period.code if period is not None else ""

    def row_name(self, row: int) -> str:
        line = self.lines[row]
        return f"{line.name} {line.number}"

    def why_closed(self, row: int, column: int) -> str:
        cell = self.grid_cell(row, column)
        if cell is None or not cell.is_closed:
            return ""
        return self.said("ASM-120", {"nip": self.lines[row].nip, "period": self.column_id(column)})

    def read(self, row: int, column: int, text: str) -> str | Unread:
        found = read_achieved(text, self.lines[row].indicator.target)
        return Unread(found.code, dict(found.facts)) if isinstance(found, CellFault) else found.text

    def lay(self, row: int, column: int, text: str) -> None:
        line, before = self.lines[row], self.grid_cell(row, column)
        target = line.indicator.target
        found = read_achieved(text, target)
        if before is None or isinstance(found, CellFault):
            return
        cell = replace(before, text=found.text, measured=measured_class(target, found.value))
        self.lines[row] = replace(line, cells={**line.cells, self.column_id(column): cell})

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else FIRST_PERIOD + len(self.periods)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        period = self.period_of(section)
        if role == DISPLAY:
            return self.heading(section)
        if role == TOOLTIP and period is not None:
            return self.words.period(period)
        return None

    def heading(self, column: int) -> str:
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
            return self.words.period(period).split(" ")[0][:3]
        return QCoreApplication.translate("ActualsTable", "Year")

    def cell(self, row: int, column: int, role: int) -> object:
        line = self.lines[row]
        if role == LINE:
            return line
        cell = self.grid_cell(row, column)
        if cell is None:
            return self._fixed(row, line, Fixed(column), role)
        if role in (EDIT, SORT):
            return cell.text
        if role == DISPLAY:
            return self._shown(cell)
        if role == TOOLTIP:
            return self._hint(cell)
        if role == DECORATION and cell.evidence:
            return look.icon("clip", 14)
        if role == FOREGROUND:
            return self._colour(cell)
        if role == BACKGROUND and cell.is_closed:
            return QPalette().brush(QPalette.ColorRole.Window)
        return None

    def _fixed(self, row: int, line: GridLine, column: Fixed, role: int) -> object:
        words = {
            Fixed.NAME: line.name,
            Fixed.NUMBER: line.number,
            Fixed.INDICATOR: line.indicator.text,
            Fixed.TARGET: line.indicator.target.text,
        }[column]
        if role == DISPLAY and column is Fixed.NAME:
            is_first = row == 0 or self.lines[row - 1].person_id != line.person_id
            return words if is_first else ""
        if role in (DISPLAY, EDIT, SORT):
            return words
        if role == TOOLTIP:
            if column is Fixed.NAME:
                return f"{line.name}\n{line.nip}"
            return f"{line.result_number}. {line.result_text}\n{words}"
        return None

    def _shown(self, cell: GridCell) -> str:
        found = cell.override or cell.measured
        sign = _SIGNS.get(found, "") if found is not None and cell.text else ""
        return f"{sign}{cell.text}".split("\n", 1)[0]

    def _hint(self, cell: GridCell) -> str:
        told = []
        if "\n" in cell.text or len(cell.text) > 16:
            told.append(cell.text)
        found = cell.override or cell.measured
        if found is not None:
            told.append(self.words.messages.label_of(found))
        if cell.override is not None:
            said = QCoreApplication.translate("ActualsTable", "set by the leader: %1")
            told.append(singular(said.replace("%1", cell.override_reason or "—")))
        if cell.feedback:
            told.append(cell.feedback)
        if cell.evidence:
            said = QCoreApplication.translate("ActualsTable", "%1 files of evidence")
            told.append(singular(said.replace("%1", self.words.number(cell.evidence))))
        return "\n".join(told)

    def _colour(self, cell: GridCell) -> object:
        if cell.is_closed:
            return QPalette().brush(QPalette.ColorRole.PlaceholderText)
        found = cell.override or cell.measured
        return look.asks() if found is IndicatorClass.BELOW else None

"""The assessment grid as a table: one line per person, ratings apart from suggestions, closed lines read-only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QPalette

from meritdesk.core.evaluation import Predicate, Rating
from meritdesk.core.lines import LineFlag, RatingLine
from meritdesk.messages import Messages
from meritdesk.ui import look
from meritdesk.ui.assessment.verdicts import (
    OPEN_COLUMNS,
    RATINGS,
    TEXTS,
    Entry,
    GridColumn,
    asks_reason,
    is_closed,
    read_rating,
)

DISPLAY = Qt.ItemDataRole.DisplayRole
EDIT = Qt.ItemDataRole.EditRole
TOOLTIP = Qt.ItemDataRole.ToolTipRole
FOREGROUND = Qt.ItemDataRole.ForegroundRole
BACKGROUND = Qt.ItemDataRole.BackgroundRole
FONT = Qt.ItemDataRole.FontRole
ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole
SORT = Qt.ItemDataRole.UserRole + 1
LINE = Qt.ItemDataRole.UserRole + 2

Index = QModelIndex | QPersistentModelIndex


class RatingTable(QAbstractTableModel):
    """The people of one rater. Given lines, it says what was typed through ``typed`` and never saves by itself."""

    typed = Signal(object)  # tuple[Entry, ...]
    more_wanted = Signal()

    def __init__(self, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self._lines: list[RatingLine] = []
        self._predicates: dict[str, Predicate] = {}
        self._refused: dict[tuple[str, GridColumn], tuple[str, str]] = {}
        self._saving: set[str] = set()
        self._has_more = False

    @property
    def lines(self) -> Sequence[RatingLine]:
        """The lines as they stand on the screen."""
        return self._lines

    def show_lines(
        self, lines: Sequence[RatingLine], predicates: Mapping[str, Predicate], has_more: bool = False
    ) -> None:
        """Show these people; ``predicates`` holds what open ratings would give, by person."""
        self.beginResetModel()
        self._lines = list(lines)
        self._predicates = dict(predicates)
        self._refused.clear()
        self._saving.clear()
        self._has_more = has_more
        self.endResetModel()

    def append(self, lines: Sequence[RatingLine], predicates: Mapping[str, Predicate], has_more: bool) -> None:
        """Add the next block below."""
        self._has_more = has_more
        if not lines:
            return
        first = len(self._lines)
        self.beginInsertRows(QModelIndex(), first, first + len(lines) - 1)
        self._lines += lines
        self._predicates.update(predicates)
        self.endInsertRows()

    def put(self, line: RatingLine, predicate: Predicate | None, is_saving: bool) -> None:
        """Show a person as he stands now; what was refused in his cells is forgotten."""
        row = self.row_of(line.person_id)
        if row < 0:
            return
        self._lines[row] = line
        if predicate is None:
            self._predicates.pop(line.person_id, None)
        else:
            self._predicates[line.person_id] = predicate
        (self._saving.add if is_saving else self._saving.discard)(line.person_id)
        for key in [key for key in self._refused if key[0] == line.person_id]:
            del self._refused[key]
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(GridColumn) - 1))

    def refuse(self, person_id: str, column: GridColumn, text: str, why: str) -> None:
        """Keep what was typed in a cell, in red and with the reason; it is not saved."""
        row = self.row_of(person_id)
        if row >= 0:
            self._refused[person_id, column] = (text, why)
            cell = self.index(row, column)
            self.dataChanged.emit(cell, cell)

    def row_of(self, person_id: str) -> int:
        """The row of a person, or -1."""
        return next((row for row, line in enumerate(self._lines) if line.person_id == person_id), -1)

    def predicate_of(self, line: RatingLine) -> Predicate | None:
        """The predicate of a line: the final one, or what its open ratings would give."""
        return line.predicate or self._predicates.get(line.person_id)

    def retranslate(self, messages: Messages) -> None:
        """Say the words of the grid again in the language of now."""
        self._messages = messages
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(GridColumn) - 1)
        if self._lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._lines) - 1, len(GridColumn) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(GridColumn)

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
        if index.column() in OPEN_COLUMNS and not is_closed(self._lines[index.row()]):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        if orientation is Qt.Orientation.Horizontal and role == DISPLAY:
            return heading(GridColumn(section))
        if orientation is Qt.Orientation.Vertical and role == DISPLAY:
            return str(section + 1)
        return None

    def setData(self, index: Index, value: object, role: int = EDIT) -> bool:
        if role != EDIT or not (self.flags(index) & Qt.ItemFlag.ItemIsEditable):
            return False
        column = GridColumn(index.column())
        text = str(value or "").strip()
        if column in TEXTS:
            self.typed.emit((Entry(index.row(), column, text),))
            return True
        try:
            rating = read_rating(text, self.rating_words())
        except KeyError:
            why = self._messages.sentence("UI-721", {"text": text})
            self.refuse(self._lines[index.row()].person_id, column, text, why)
            return True
        self.typed.emit((Entry(index.row(), column, rating),))
        return True

    def rating_words(self) -> dict[str, Rating]:
        """The words of law for the ratings in the language of now, for reading what was typed or pasted."""
        return {self._messages.label_of(rating).casefold(): rating for rating in Rating}

    def rating_labels(self) -> list[str]:
        """The words of law for the ratings, best first."""
        return [self._messages.label_of(rating) for rating in Rating]

    def data(self, index: Index, role: int = DISPLAY) -> object:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        column = GridColumn(index.column())
        refused = self._refused.get((line.person_id, column))
        if role == DISPLAY:
            return refused[0] if refused else self.shown(line, column)
        if role == EDIT:
            return refused[0] if refused else self._edited(line, column)
        if role == SORT:
            return self._real(line, column)
        if role == LINE:
            return line
        if role == TOOLTIP:
            return refused[1] if refused else self._hint(line, column)
        if role == FONT:
            return _font(line, column)
        if role == FOREGROUND:
            return look.blocks() if refused else self._colour(line, column)
        if role == BACKGROUND and is_closed(line):
            return QPalette().brush(QPalette.ColorRole.Window)
        if role == ACCESSIBLE:
            told = f"{line.name}, {heading(column)}: {self.shown(line, column)}"
            closed = QCoreApplication.translate("RatingTable", "closed")
            marks = [self._messages.label_of(flag) for flag in line.flags] if column is GridColumn.NAME else []
            marks += [closed] if is_closed(line) else []
            return f"{told} ({', '.join(marks)})" if marks else told
        return None

    def shown(self, line: RatingLine, column: GridColumn) -> str:
        """One cell in words."""
        if column is GridColumn.NAME:
            mark = "⚑ D.1.2 " if LineFlag.BY_SUPERIOR in line.flags else "⚑ " if line.flags else ""
            return f"✓ {mark}{line.name}" if is_closed(line) else f"{mark}{line.name}"
        if column is GridColumn.SUGGESTION:
            return self._messages.label_of(line.suggested) if line.suggested else "—"
        if column is GridColumn.RESULT:
            return self._messages.label_of(line.result_rating) if line.result_rating else ""
        if column is GridColumn.BEHAVIOUR:
            return self._messages.label_of(line.behaviour_rating) if line.behaviour_rating else ""
        if column is GridColumn.PREDICATE:
            label = self.predicate_of(line)
            return self._messages.label_of(label) if label else ""
        if column is GridColumn.REASON:
            if asks_reason(line) and not is_closed(line):
                return QCoreApplication.translate("RatingTable", "⚠ why not as suggested?")
            return _first_line(line.reason)
        return _first_line(line.note)

    def _edited(self, line: RatingLine, column: GridColumn) -> str:
        if column is GridColumn.REASON:
            return line.reason
        return line.note if column is GridColumn.NOTE else self.shown(line, column)

    def _real(self, line: RatingLine, column: GridColumn) -> object:
        if column is GridColumn.SUGGESTION:
            return line.suggested
        if column is GridColumn.RESULT:
            return line.result_rating
        if column is GridColumn.BEHAVIOUR:
            return line.behaviour_rating
        if column is GridColumn.PREDICATE:
            return self.predicate_of(line)
        return {GridColumn.NAME: line.name, GridColumn.REASON: line.reason, GridColumn.NOTE: line.note}[column]

    def _hint(self, line: RatingLine, column: GridColumn) -> str:
        if column is GridColumn.NAME:
            flags = "".join(f"\n⚑ {self._messages.label_of(flag)}" for flag in line.flags)
            return f"{line.name}\n{line.nip}\n{line.position}\n{line.unit_name}{flags}"
        if is_closed(line):
            return QCoreApplication.translate("RatingTable", "Closed: this evaluation is final and cannot be edited.")
        if column is GridColumn.SUGGESTION:
            return QCoreApplication.translate(
                "RatingTable", "Suggested by the figures of {actuals} of {indicators} indicators; not a verdict."
            ).format(actuals=line.actuals, indicators=line.indicators)
        if column in RATINGS:
            return QCoreApplication.translate("RatingTable", "A above · S as expected · B below · Delete clears")
        if column is GridColumn.REASON and asks_reason(line):
            return QCoreApplication.translate(
                "RatingTable", "The rating differs from the suggestion. Write the reason here (F2)."
            )
        return self._edited(line, column)

    def _colour(self, line: RatingLine, column: GridColumn) -> object:
        if column is GridColumn.REASON and asks_reason(line) and not is_closed(line):
            return look.asks()
        if column is GridColumn.SUGGESTION or is_closed(line) or line.person_id in self._saving:
            return QPalette().brush(QPalette.ColorRole.PlaceholderText)
        return None


def heading(column: GridColumn) -> str:
    """The heading of a column."""
    return {
        GridColumn.NAME: QCoreApplication.translate("RatingTable", "Name"),
        GridColumn.SUGGESTION: QCoreApplication.translate("RatingTable", "Suggestion"),
        GridColumn.RESULT: QCoreApplication.translate("RatingTable", "Work result"),
        GridColumn.BEHAVIOUR: QCoreApplication.translate("RatingTable", "Behaviour"),
        GridColumn.PREDICATE: QCoreApplication.translate("RatingTable", "Predicate"),
        GridColumn.REASON: QCoreApplication.translate("RatingTable", "Reason"),
        GridColumn.NOTE: QCoreApplication.translate("RatingTable", "Notes"),
    }[column]


def _font(line: RatingLine, column: GridColumn) -> QFont | None:
    """Suggestions slant, what is open and predicted stands plain, a final predicate stands bold."""
    if column is GridColumn.SUGGESTION:
        font = QFont()
        font.setItalic(True)
        return font
    if column is GridColumn.PREDICATE and is_closed(line):
        font = QFont()
        font.setBold(True)
        return font
    return None


def _first_line(text: str) -> str:
    return text.strip().split("\n", 1)[0]

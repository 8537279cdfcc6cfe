"""The assessment grid as a table: one line per person, ratings apart from suggestions, closed lines read-only."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, Qt
from PySide6.QtGui import QFont, QPalette

from meritdesk.core.evaluation import Predicate, Rating
from meritdesk.core.lines import LineFlag, RatingLine
from meritdesk.core.periods import Period
from meritdesk.core.rating_words import KEYS, read_rating
from meritdesk.services.assessment.entering import RatingEntry, RatingField
from meritdesk.services.bulk import LONGEST_TEXT
from meritdesk.ui import look
from meritdesk.ui.assessment.verdicts import (
    OPEN_COLUMNS,
    RATINGS,
    TEXTS,
    GridColumn,
    asks_reason,
    is_closed,
)
from meritdesk.ui.grids.cells import JudgedCell
from meritdesk.ui.grids.table import (
    BACKGROUND,
    DISPLAY,
    EDIT,
    FONT,
    FOREGROUND,
    LINE,
    SORT,
    TOOLTIP,
    GridTable,
    Index,
    Unread,
)
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import Words

FIELDS: Mapping[GridColumn, RatingField] = {
    GridColumn.RESULT: RatingField.RESULT,
    GridColumn.BEHAVIOUR: RatingField.BEHAVIOUR,
    GridColumn.REASON: RatingField.REASON,
    GridColumn.NOTE: RatingField.NOTE,
}

Predicting = Callable[[RatingLine], Predicate | None]


class RatingTable(GridTable):
    """The people of one rater in one period; ``predicting`` says what open ratings would give."""

    def __init__(self, words: Words, predicting: Predicting, parent: QObject | None = None) -> None:
        super().__init__(words, parent)
        self._lines: list[RatingLine] = []
        self._predicting = predicting
        self._predicates: dict[str, Predicate] = {}
        self._period = ""
        self._headings: Sequence[str] = ()
        self._headings_in = ""

    @property
    def lines(self) -> Sequence[RatingLine]:
        """The lines as they stand on the screen."""
        return self._lines

    def show_lines(self, lines: Sequence[RatingLine], period: Period | None = None, has_more: bool = False) -> None:
        """Show these people in a period; what was refused stays in red wherever it stands."""
        self.beginResetModel()
        self._lines = list(lines)
        self._period = period.code if period is not None else ""
        self._predicates.clear()
        self._predict(self._lines)
        self.start_lines(has_more)
        self.endResetModel()
        self.lay_over()

    def append(self, lines: Sequence[RatingLine], has_more: bool) -> None:
        """Add the next block below."""
        self._has_more = has_more
        if not lines:
            return
        first = len(self._lines)
        self.beginInsertRows(QModelIndex(), first, first + len(lines) - 1)
        self._lines += lines
        self._predict(lines)
        self.endInsertRows()

    def predicate_of(self, line: RatingLine) -> Predicate | None:
        """The predicate of a line: the final one, or what its open ratings would give."""
        return line.predicate or self._predicates.get(line.person_id)

    def row_of_person(self, person_id: str) -> int:
        """The row of a person, or -1."""
        return self.row_of(f"{person_id}@{self._period}")

    def entry(self, judged: JudgedCell) -> RatingEntry:
        """What was typed, as the desk understands it."""
        column = GridColumn(judged.typed.column)
        person_id = self._lines[judged.typed.row].person_id
        if column in TEXTS:
            return RatingEntry(person_id, FIELDS[column], judged.after)
        return RatingEntry(person_id, FIELDS[column], read_rating(judged.after, self._labels()))

    def row_id(self, row: int) -> str:
        return f"{self._lines[row].person_id}@{self._period}"

    def column_id(self, column: int) -> str:
        return FIELDS[GridColumn(column)].value if column in OPEN_COLUMNS else ""

    def row_name(self, row: int) -> str:
        return self._lines[row].name

    def heading(self, column: int) -> str:
        # Qt asks for the headings hundreds of times while the grid is laid out.
        if self._headings_in != self.words.language:
            self._headings_in, self._headings = self.words.language, [heading(one) for one in GridColumn]
        return self._headings[column]

    def why_closed(self, row: int, column: int) -> str:
        line = self._lines[row]
        return self.said("ASM-120", {"nip": line.nip, "period": self._period}) if is_closed(line) else ""

    def read(self, row: int, column: int, text: str) -> str | Unread:
        if column in TEXTS:
            too_long = len(text.strip()) > LONGEST_TEXT
            facts = {"length": self.words.number(len(text)), "most": self.words.number(LONGEST_TEXT)}
            return Unread("UI-334", facts) if too_long else text.strip()
        try:
            rating = read_rating(text, self._labels())
        except KeyError:
            return Unread("UI-721", {"text": " ".join(text.split())[:60]})
        return self.words.messages.label_of(rating) if rating is not None else ""

    def at_once(self, column: int, sign: str) -> str:
        rating = KEYS.get(sign.upper()) if column in RATINGS else None
        return self.words.messages.label_of(rating) if rating is not None else ""

    def choices(self, row: int, column: int) -> Sequence[str]:
        return [self.words.messages.label_of(rating) for rating in Rating] if column in RATINGS else ()

    def lay(self, row: int, column: int, text: str) -> None:
        line = self._lines[row]
        if column in RATINGS:
            rating = read_rating(text, self._labels())
            is_result = column == GridColumn.RESULT
            line = replace(line, result_rating=rating) if is_result else replace(line, behaviour_rating=rating)
        elif column == GridColumn.REASON:
            line = replace(line, reason=text)
        else:
            line = replace(line, note=text)
        self._lines[row] = line
        self._predicates.pop(line.person_id, None)
        self._predict([line])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(GridColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        if orientation is Qt.Orientation.Horizontal and role == DISPLAY:
            return self.heading(section)
        if orientation is Qt.Orientation.Vertical and role == DISPLAY:
            return str(section + 1)
        return None

    def cell(self, row: int, column: int, role: int) -> object:
        line, what = self._lines[row], GridColumn(column)
        if role == DISPLAY:
            return self.shown(line, what)
        if role == EDIT:
            return self._edited(line, what)
        if role == SORT:
            return self._real(line, what)
        if role == LINE:
            return line
        if role == TOOLTIP:
            return self._hint(line, what)
        if role == FONT:
            return _font(line, what)
        if role == FOREGROUND:
            return self._colour(line, what)
        if role == BACKGROUND and is_closed(line):
            return QPalette().brush(QPalette.ColorRole.Window)
        return None

    def shown(self, line: RatingLine, column: GridColumn) -> str:
        """One cell in words."""
        if column is GridColumn.NAME:
            mark = "⚑ D.1.2 " if LineFlag.BY_SUPERIOR in line.flags else "⚑ " if line.flags else ""
            return f"✓ {mark}{line.name}" if is_closed(line) else f"{mark}{line.name}"
        if column is GridColumn.SUGGESTION:
            return self.words.messages.label_of(line.suggested) if line.suggested else "—"
        if column is GridColumn.PREDICATE:
            label = self.predicate_of(line)
            return self.words.messages.label_of(label) if label else ""
        if column is GridColumn.REASON and asks_reason(line) and not is_closed(line):
            return QCoreApplication.translate("RatingTable", "⚠ why not as suggested?")
        return _first_line(self._edited(line, column))

    def _edited(self, line: RatingLine, column: GridColumn) -> str:
        """What is copied and typed over: a name without its marks, a rating by its word."""
        if column in RATINGS:
            rating = line.result_rating if column is GridColumn.RESULT else line.behaviour_rating
            return self.words.messages.label_of(rating) if rating else ""
        if column in (GridColumn.SUGGESTION, GridColumn.PREDICATE):
            return self.shown(line, column)
        return {GridColumn.NAME: line.name, GridColumn.REASON: line.reason, GridColumn.NOTE: line.note}[column]

    def _real(self, line: RatingLine, column: GridColumn) -> object:
        return {
            GridColumn.NAME: line.name,
            GridColumn.SUGGESTION: line.suggested,
            GridColumn.RESULT: line.result_rating,
            GridColumn.BEHAVIOUR: line.behaviour_rating,
            GridColumn.PREDICATE: self.predicate_of(line),
            GridColumn.REASON: line.reason,
            GridColumn.NOTE: line.note,
        }[column]

    def _predict(self, lines: Sequence[RatingLine]) -> None:
        for line in lines:
            found = self._predicting(line)
            if found is not None:
                self._predicates[line.person_id] = found

    def _labels(self) -> dict[str, Rating]:
        """The words of law for the ratings in the language of now, for reading what was typed or pasted."""
        return {self.words.messages.label_of(rating).casefold(): rating for rating in Rating}

    def _hint(self, line: RatingLine, column: GridColumn) -> str:
        if column is GridColumn.NAME:
            flags = "".join(f"\n⚑ {self.words.messages.label_of(flag)}" for flag in line.flags)
            return f"{line.name}\n{line.nip}\n{line.position}\n{line.unit_name}{flags}"
        if is_closed(line):
            return self._edited(line, column) if column in TEXTS else ""
        if column is GridColumn.SUGGESTION:
            return singular(
                QCoreApplication.translate(
                    "RatingTable", "Suggested by the figures of {actuals} of {indicators} indicators; not a verdict."
                ).format(actuals=line.actuals, indicators=line.indicators)
            )
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
        if column is GridColumn.SUGGESTION or is_closed(line):
            return QPalette().brush(QPalette.ColorRole.PlaceholderText)
        return None

    def _spoken(self, row: int, column: int) -> str:
        spoken = super()._spoken(row, column)
        flags = self._lines[row].flags if column == GridColumn.NAME else ()
        marks = ", ".join(self.words.messages.label_of(flag) for flag in flags)
        return f"{spoken} ({marks})" if marks else spoken


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

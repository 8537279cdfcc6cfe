"""The people of a calibration session as a grid: before beside after; a change asks for its reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import IntEnum

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, Qt
from PySide6.QtGui import QColor

from meritdesk.core.calibration import CalibrationEntry, CalibrationSession, SessionState
from meritdesk.core.evaluation import Predicate, Rating
from meritdesk.core.journal import Changes
from meritdesk.core.rating_words import KEYS, read_rating
from meritdesk.services import Desk
from meritdesk.services.assessment.calibration import Move
from meritdesk.services.bulk import LONGEST_TEXT
from meritdesk.services.changes import Step
from meritdesk.ui import look
from meritdesk.ui.grids.cells import JudgedCell, Written
from meritdesk.ui.grids.keeper import Work
from meritdesk.ui.grids.table import DISPLAY, EDIT, FOREGROUND, LINE, SORT, TOOLTIP, GridTable, Index, Unread
from meritdesk.ui.wording import Words

PredicateOf = Callable[[CalibrationEntry, Rating, Rating], Predicate]


class EntryColumn(IntEnum):
    """What the grid says of a person in a session."""

    NAME = 0
    SUGGESTED = 1
    BEFORE = 2
    RESULT = 3
    BEHAVIOUR = 4
    PREDICATE = 5
    REASON = 6


RATED = (EntryColumn.RESULT, EntryColumn.BEHAVIOUR)
OPEN = (*RATED, EntryColumn.REASON)


class CalibrationTable(GridTable):
    """One line a person. A change without its reason stays here, marked, until the reason is written."""

    def __init__(self, words: Words, predicate_of: PredicateOf, parent: QObject | None = None) -> None:
        super().__init__(words, parent)
        self._predicate_of = predicate_of
        self.lines: list[CalibrationEntry] = []
        self.session_id = ""
        self.is_running = False

    def show_session(self, session: CalibrationSession | None) -> None:
        """Show the people of a session; changes that still lack a reason stay as they were typed."""
        waiting = {one.person_id: one for one in self.lines if one.is_changed and not one.reason}
        is_same = session is not None and session.session_id == self.session_id
        self.is_running = session is not None and session.state is SessionState.OPEN
        lines = list(session.entries) if session is not None else []
        if self.is_running and is_same:
            lines = [waiting.get(one.person_id, one) if not one.is_changed else one for one in lines]
        self.beginResetModel()
        self.lines = lines
        self.session_id = session.session_id if session is not None else ""
        self.start_lines()
        self.endResetModel()
        self.lay_over()

    def lacks_reason(self, row: int) -> bool:
        """Whether a change stands here that is not told to the desk before its reason is written."""
        line = self.lines[row]
        return line.is_changed and not line.reason

    def row_id(self, row: int) -> str:
        return f"{self.lines[row].person_id}@{self.session_id}"

    def column_id(self, column: int) -> str:
        return EntryColumn(column).name if column in OPEN else ""

    def row_name(self, row: int) -> str:
        return self.lines[row].name

    def heading(self, column: int) -> str:
        return {
            EntryColumn.NAME: QCoreApplication.translate("CalibrationTable", "Name"),
            EntryColumn.SUGGESTED: QCoreApplication.translate("CalibrationTable", "Suggestion"),
            EntryColumn.BEFORE: QCoreApplication.translate("CalibrationTable", "Before"),
            EntryColumn.RESULT: QCoreApplication.translate("CalibrationTable", "Results after"),
            EntryColumn.BEHAVIOUR: QCoreApplication.translate("CalibrationTable", "Behaviour after"),
            EntryColumn.PREDICATE: QCoreApplication.translate("CalibrationTable", "Predicate"),
            EntryColumn.REASON: QCoreApplication.translate("CalibrationTable", "Reason"),
        }[EntryColumn(column)]

    def why_closed(self, row: int, column: int) -> str:
        if not self.is_running:
            return self.said("ASM-140")
        line = self.lines[row]
        return self.said("ASM-143", {"name": line.name}) if line.is_closed else ""

    def read(self, row: int, column: int, text: str) -> str | Unread:
        if column == EntryColumn.REASON:
            too_long = len(text.strip()) > LONGEST_TEXT
            facts = {"length": self.words.number(len(text)), "most": self.words.number(LONGEST_TEXT)}
            return Unread("UI-334", facts) if too_long else text.strip()
        line = self.lines[row]
        before = line.result_before if column == EntryColumn.RESULT else line.behaviour_before
        try:
            rating = read_rating(text, self._labels())
        except KeyError:
            return Unread("UI-721", {"text": " ".join(text.split())[:60]})
        # Nothing can be taken out in a session: clearing goes back to the rating before.
        return self._rating(rating if rating is not None else before)

    def at_once(self, column: int, sign: str) -> str:
        return self._rating(KEYS.get(sign.upper())) if column in RATED else ""

    def choices(self, row: int, column: int) -> Sequence[str]:
        return [self._rating(rating) for rating in Rating] if column in RATED else ()

    def lay(self, row: int, column: int, text: str) -> None:
        line = self.lines[row]
        if column == EntryColumn.REASON:
            self.lines[row] = replace(line, reason=text)
            return
        rating = read_rating(text, self._labels())
        is_result = column == EntryColumn.RESULT
        self.lines[row] = replace(line, result_after=rating) if is_result else replace(line, behaviour_after=rating)

    def move_of(self, row: int) -> Move | None:
        """What the desk is told of a person; nothing while a rating or the reason is missing."""
        line = self.lines[row]
        if line.result_after is None or line.behaviour_after is None or (line.is_changed and not line.reason):
            return None
        return Move(line.person_id, line.result_after, line.behaviour_after, line.reason)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(EntryColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        is_heading = orientation is Qt.Orientation.Horizontal and role == DISPLAY
        return self.heading(section) if is_heading and 0 <= section < len(EntryColumn) else None

    def cell(self, row: int, column: int, role: int) -> object:
        line = self.lines[row]
        if role in (DISPLAY, TOOLTIP):
            return self.shown(line, column)
        if role in (EDIT, SORT):
            return {EntryColumn.NAME: line.name, EntryColumn.REASON: line.reason}.get(
                EntryColumn(column), self.shown(line, column)
            )
        if role == LINE:
            return line
        return self._colour(line, column) if role == FOREGROUND else None

    def shown(self, line: CalibrationEntry, column: int) -> str:
        """One cell in words."""
        if column == EntryColumn.NAME:
            return f"✓ {line.name}" if line.is_closed else line.name
        if column == EntryColumn.SUGGESTED:
            return self.words.messages.label_of(line.suggested) if line.suggested else "—"
        if column == EntryColumn.BEFORE:
            return self._label(line, line.result_before, line.behaviour_before)
        if column == EntryColumn.RESULT:
            return self._rating(line.result_after)
        if column == EntryColumn.BEHAVIOUR:
            return self._rating(line.behaviour_after)
        if column == EntryColumn.PREDICATE:
            after = self._label(line, line.result_after, line.behaviour_after)
            return f"→ {after}" if line.is_changed else after
        if line.is_changed and not line.reason:
            return QCoreApplication.translate("CalibrationTable", "⚠ write the reason (F2)")
        return line.reason

    def _colour(self, line: CalibrationEntry, column: int) -> QColor | None:
        if column == EntryColumn.REASON and line.is_changed and not line.reason:
            return look.asks()
        if column in (EntryColumn.SUGGESTED, EntryColumn.BEFORE) or line.is_closed:
            return look.quiet()
        if line.is_changed and column in (*RATED, EntryColumn.PREDICATE):
            return look.accent()
        return None

    def _rating(self, rating: Rating | None) -> str:
        return self.words.messages.label_of(rating) if rating is not None else ""

    def _labels(self) -> dict[str, Rating]:
        return {self.words.messages.label_of(rating).casefold(): rating for rating in Rating}

    def _label(self, line: CalibrationEntry, result: Rating | None, behaviour: Rating | None) -> str:
        if result is None or behaviour is None:
            return "—"
        return self.words.messages.label_of(self._predicate_of(line, result, behaviour))


class CalibrationWriter:
    """Writes through ``assessment.calibration.move_all`` whatever has its reason; the rest waits on the screen."""

    def __init__(self, desk: Desk, table: CalibrationTable) -> None:
        self._desk = desk
        self._table = table

    def writing(self, cells: Sequence[JudgedCell]) -> Work | None:
        keys: dict[str, list[JudgedCell]] = {}
        moves: list[Move] = []
        for one in cells:
            move = self._table.move_of(one.typed.row)
            if move is None:
                continue
            if move.person_id not in keys:
                moves.append(move)
            keys.setdefault(move.person_id, []).append(one)
        session_id = self._table.session_id
        if not moves:
            return None

        def work(step: Step) -> Written:
            outcome = self._desk.assessment.calibration.move_all(session_id, moves)
            refused = {
                one.key: self._table.said(row.code, row.facts)
                for row in outcome.refused
                for one in keys[row.key]
                if one.key is not None
            }
            return Written(outcome.changes, refused, outcome)

        return work

    def checking(self, cells: Sequence[JudgedCell]) -> Work | None:
        """The grid knows itself who is closed and what is a rating."""
        return None

    def undo(self, change_set_id: str) -> Changes:
        return self._desk.upkeep.undo(change_set_id)

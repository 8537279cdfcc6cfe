"""The people of a calibration session as a grid: before beside after; a change asks for its reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import IntEnum

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from meritdesk.core.calibration import CalibrationEntry, CalibrationSession, SessionState
from meritdesk.core.evaluation import Predicate, Rating
from meritdesk.ui import look
from meritdesk.ui.assessment.verdicts import KEYS
from meritdesk.ui.line_table import Index, LineTable
from meritdesk.ui.wording import Words

EDIT = Qt.ItemDataRole.EditRole
DISPLAY = Qt.ItemDataRole.DisplayRole

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


class CalibrationTable(LineTable[CalibrationEntry]):
    """One line a person. A change without its reason stays here, marked, until the reason is written."""

    columns = EntryColumn
    moved = Signal(object)  # CalibrationEntry with the ratings and the reason to take

    def __init__(self, words: Words, predicate_of: PredicateOf, parent: QObject | None = None) -> None:
        super().__init__(words, parent)
        self._predicate_of = predicate_of
        self.is_open = False

    def show_session(self, session: CalibrationSession | None) -> None:
        """Show the people of a session; changes that still lack a reason stay as they were typed."""
        waiting = {one.person_id: one for one in self.lines if one.is_changed and not one.reason}
        self.is_open = session is not None and session.state is SessionState.OPEN
        lines = list(session.entries) if session is not None else []
        if self.is_open:
            lines = [waiting.get(one.person_id, one) if not one.is_changed else one for one in lines]
        self.show_lines(lines)

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

    def shown(self, line: CalibrationEntry, column: int) -> str:
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

    def colour(self, line: CalibrationEntry, column: int) -> QColor | None:
        if column == EntryColumn.REASON and line.is_changed and not line.reason:
            return look.asks()
        if column in (EntryColumn.SUGGESTED, EntryColumn.BEFORE) or line.is_closed:
            return look.quiet()
        if line.is_changed and column in (EntryColumn.RESULT, EntryColumn.BEHAVIOUR, EntryColumn.PREDICATE):
            return look.accent()
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        if index.column() == EntryColumn.REASON and self._can_change(index.row()):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = DISPLAY) -> object:
        if index.isValid() and role == EDIT:
            return self.lines[index.row()].reason if index.column() == EntryColumn.REASON else None
        if index.isValid() and role == Qt.ItemDataRole.AccessibleTextRole:
            line = self.lines[index.row()]
            return f"{line.name}, {self.heading(index.column())}: {self.shown(line, index.column())}"
        return super().data(index, role)

    def setData(self, index: Index, value: object, role: int = EDIT) -> bool:
        """A reason was written: the change may now go to the desk."""
        if role != EDIT or not (self.flags(index) & Qt.ItemFlag.ItemIsEditable):
            return False
        line = replace(self.lines[index.row()], reason=str(value or "").strip())
        self._put(index.row(), line)
        self._offer(line)
        return True

    def rate(self, row: int, column: int, rating: Rating) -> bool:
        """A letter was typed; says whether the reason is still missing."""
        if not self._can_change(row) or column not in (EntryColumn.RESULT, EntryColumn.BEHAVIOUR):
            return False
        line = self.lines[row]
        if column == EntryColumn.RESULT:
            line = replace(line, result_after=rating)
        else:
            line = replace(line, behaviour_after=rating)
        self._put(row, line)
        self._offer(line)
        return line.is_changed and not line.reason

    def _offer(self, line: CalibrationEntry) -> None:
        is_whole = line.result_after is not None and line.behaviour_after is not None
        if is_whole and (line.reason or not line.is_changed):
            self.moved.emit(line)

    def _can_change(self, row: int) -> bool:
        return self.is_open and not self.lines[row].is_closed

    def _put(self, row: int, line: CalibrationEntry) -> None:
        self.lines[row] = line
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(EntryColumn) - 1))

    def _rating(self, rating: Rating | None) -> str:
        return self.words.messages.label_of(rating) if rating is not None else ""

    def _label(self, line: CalibrationEntry, result: Rating | None, behaviour: Rating | None) -> str:
        if result is None or behaviour is None:
            return "—"
        return self.words.messages.label_of(self._predicate_of(line, result, behaviour))


class CalibrationGrid(QTableView):
    """The grid under the fingers: A, S and B set a rating and go to the reason when one is asked for."""

    def __init__(self, table: CalibrationTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self.setModel(table)
        look.tidy(self)
        self.setShowGrid(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked)
        self.horizontalHeader().setStretchLastSection(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.currentIndex()
        rating = KEYS.get(event.text().upper()) if not event.modifiers() & Qt.KeyboardModifier.ControlModifier else None
        editable = current.isValid() and current.column() in (EntryColumn.RESULT, EntryColumn.BEHAVIOUR)
        if rating is None or not editable or self.state() is QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
            return
        event.accept()
        if self._table.rate(current.row(), current.column(), rating):
            reason = self._table.index(current.row(), EntryColumn.REASON)
            self.setCurrentIndex(reason)
            self.edit(reason)

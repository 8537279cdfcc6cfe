"""The worklist as a table: what waits, until when, how many."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from meritdesk.core.working_days import WEEKENDS_ONLY, WorkCalendar
from meritdesk.services.overview import Task
from meritdesk.ui import look
from meritdesk.ui.wording import Words

DISPLAY = Qt.ItemDataRole.DisplayRole
FOREGROUND = Qt.ItemDataRole.ForegroundRole
ALIGNMENT = Qt.ItemDataRole.TextAlignmentRole
TOOLTIP = Qt.ItemDataRole.ToolTipRole
SORT = Qt.ItemDataRole.UserRole + 1
VALUE = Qt.ItemDataRole.UserRole + 2

Index = QModelIndex | QPersistentModelIndex


class TaskColumn(IntEnum):
    """What stands in a line of the worklist."""

    WHAT = 0
    DUE = 1


class TasksTable(QAbstractTableModel):
    """The tasks of a period in the order in which they are done."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._tasks: tuple[Task, ...] = ()
        self._today = date.min
        self._calendar = WEEKENDS_ONLY

    def show_tasks(self, tasks: Sequence[Task], today: date, calendar: WorkCalendar = WEEKENDS_ONLY) -> None:
        """Replace all lines; time left is counted over the office's calendar."""
        self.beginResetModel()
        self._tasks = tuple(tasks)
        self._today = today
        self._calendar = calendar
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """As many lines as tasks."""
        return 0 if parent.isValid() else len(self._tasks)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """What waits, and until when."""
        return 0 if parent.isValid() else len(TaskColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        """The headings."""
        if orientation is not Qt.Orientation.Horizontal or role != DISPLAY:
            return None
        if section == TaskColumn.WHAT:
            return QCoreApplication.translate("TasksTable", "To do")
        return QCoreApplication.translate("TasksTable", "Until")

    def data(self, index: Index, role: int = DISPLAY) -> object:
        """One cell; a task that is late is red and says so in words."""
        if not index.isValid():
            return None
        task = self._tasks[index.row()]
        if role == VALUE:
            return task
        if role == SORT:
            return task.count if index.column() == TaskColumn.WHAT else (task.due or date.max).isoformat()
        if role == FOREGROUND and index.column() == TaskColumn.DUE and task.due is not None:
            return look.blocks() if task.due < self._today else look.asks()
        if role in (DISPLAY, TOOLTIP):
            return self._words_of(task, TaskColumn(index.column()), role)
        return None

    def _words_of(self, task: Task, column: TaskColumn, role: int) -> str:
        if column is TaskColumn.WHAT:
            return self._words.messages.reason(task.code, {"count": self._words.number(task.count), **task.facts})
        if task.due is None:
            return ""
        if role == TOOLTIP:
            return self._words.day(task.due)
        return self._words.until(task.due, self._today, self._calendar)

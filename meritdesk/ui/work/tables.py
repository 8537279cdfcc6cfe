"""The lists of long work: what runs and waits, what ended, and the items of one piece with their fates."""

from __future__ import annotations

import time
from enum import IntEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from meritdesk.core.work_record import WorkItem, WorkRecord
from meritdesk.ui import look
from meritdesk.ui.background import Job
from meritdesk.ui.line_table import LineTable
from meritdesk.ui.work.said import (
    counts_words,
    fate_colour,
    fate_words,
    item_colour,
    lasted_words,
    left_words,
    reason_words,
    sentence,
)


class QueueColumn(IntEnum):
    """The columns of the queue."""

    STATE = 0
    TITLE = 1
    COUNTS = 2
    TIME = 3


QueueLine = Job | WorkRecord


class QueueTable(LineTable[QueueLine]):
    """What runs first, then what waits in its order, then what ended in this session."""

    columns = QueueColumn
    numbers = frozenset({QueueColumn.TIME})

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (
            translate("Work", "State"),
            translate("Work", "Work"),
            translate("Work", "Progress"),
            translate("Work", "Time"),
        )[column]

    def shown(self, line: QueueLine, column: int) -> str:
        if isinstance(line, WorkRecord):
            return self._ended(line, column)
        translate = QCoreApplication.translate
        if column == QueueColumn.STATE:
            if line.is_running:
                return "▶ " + translate("Work", "running")
            if line.is_held:
                return "⏸ " + translate("Work", "waits for the store")
            return "… " + translate("Work", "waiting")
        if column == QueueColumn.TITLE:
            return line.title or translate("StatusLine", "Reading")
        if column == QueueColumn.COUNTS:
            return f"{self.words.number(line.done)}/{self.words.number(line.total)}" if line.total else ""
        left = line.seconds_left(time.monotonic()) if line.is_running else None
        return left_words(left, self.words) if left is not None else ""

    def colour(self, line: QueueLine, column: int) -> QColor | None:
        if isinstance(line, WorkRecord):
            return fate_colour(line.fate) if column == QueueColumn.STATE else None
        return look.asks() if line.is_held and column == QueueColumn.STATE else None

    def _ended(self, record: WorkRecord, column: int) -> str:
        if column == QueueColumn.STATE:
            return fate_words(record, self.words)
        if column == QueueColumn.TITLE:
            return record.title
        if column == QueueColumn.COUNTS:
            return counts_words(record, self.words)
        return lasted_words(record.seconds, self.words)


class HistoryColumn(IntEnum):
    """The columns of the history."""

    BEGAN = 0
    TITLE = 1
    FATE = 2
    COUNTS = 3
    LASTED = 4


class HistoryTable(LineTable[WorkRecord]):
    """Every long work that ended, newest first."""

    columns = HistoryColumn
    numbers = frozenset({HistoryColumn.LASTED})

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (
            translate("Work", "Began"),
            translate("Work", "Work"),
            translate("Work", "Ended as"),
            translate("Work", "Numbers"),
            translate("Work", "Took"),
        )[column]

    def cells(self, line: WorkRecord) -> tuple[str, ...]:
        return (
            self.words.short_moment(line.began),
            line.title,
            fate_words(line, self.words),
            counts_words(line, self.words),
            lasted_words(line.seconds, self.words),
        )

    def value(self, line: WorkRecord, column: int) -> object:
        if column == HistoryColumn.BEGAN:
            return line.began.isoformat()
        return line.seconds if column == HistoryColumn.LASTED else self.shown(line, column)

    def colour(self, line: WorkRecord, column: int) -> QColor | None:
        return fate_colour(line.fate) if column == HistoryColumn.FATE else None


class ItemColumn(IntEnum):
    """The columns of an outcome list."""

    PLACE = 0
    NAME = 1
    FATE = 2
    WHY = 3


class ItemTable(LineTable[WorkItem]):
    """The items of one piece of work, each with its fate and its reason."""

    columns = ItemColumn

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (
            translate("Work", "Place"),
            translate("Work", "Item"),
            translate("Work", "Fate"),
            translate("Work", "Reason"),
        )[column]

    def shown(self, line: WorkItem, column: int) -> str:
        if column == ItemColumn.PLACE:
            return line.place
        if column == ItemColumn.NAME:
            return line.name
        if column == ItemColumn.FATE:
            return self.words.messages.label_of(line.fate)
        return reason_words(line, self.words)

    def value(self, line: WorkItem, column: int) -> object:
        if column == ItemColumn.PLACE:
            return line.place.zfill(20) if line.place.isdecimal() else line.place
        return self.shown(line, column)

    def colour(self, line: WorkItem, column: int) -> QColor | None:
        return item_colour(line.fate) if column == ItemColumn.FATE else None


def told(record: WorkRecord, table: HistoryTable) -> str:
    """One piece of work in a line and a sentence, as it stands above its list."""
    head = " · ".join(
        part
        for part in (
            record.title,
            fate_words(record, table.words),
            counts_words(record, table.words),
            table.words.short_moment(record.began),
        )
        if part
    )
    why = sentence(record, table.words)
    return f"{head}\n{why}" if why else head

"""The feedback log as a table: when, who, about what, which mark, what was said."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from meritdesk.core.feedback import FeedbackMark
from meritdesk.services.execution.feedback import FeedbackLine
from meritdesk.ui import look
from meritdesk.ui.line_table import LineTable

SIGNS = {FeedbackMark.POSITIVE: "+", FeedbackMark.NEUTRAL: "○", FeedbackMark.NEGATIVE: "−"}


class FeedbackColumn(IntEnum):
    """What the log shows of an entry."""

    DAY = 0
    GIVER = 1
    ABOUT = 2
    MARK = 3
    TEXT = 4
    EVIDENCE = 5


class FeedbackTable(LineTable[FeedbackLine]):
    """One person's feedback in a period, oldest first."""

    columns = FeedbackColumn
    named_by = frozenset({FeedbackColumn.TEXT})

    def identity(self, line: FeedbackLine) -> object:
        return line.entry.entry_id

    def heading(self, column: int) -> str:
        return (
            QCoreApplication.translate("FeedbackTable", "Day"),
            QCoreApplication.translate("FeedbackTable", "Given by"),
            QCoreApplication.translate("FeedbackTable", "About"),
            QCoreApplication.translate("FeedbackTable", "Mark"),
            QCoreApplication.translate("FeedbackTable", "What was said"),
            QCoreApplication.translate("FeedbackTable", "Evidence"),
        )[column]

    def shown(self, line: FeedbackLine, column: int) -> str:
        entry, messages = line.entry, self.words.messages
        if column == FeedbackColumn.DAY:
            return f"{entry.given_on:%d-%m-%Y}"
        if column == FeedbackColumn.GIVER:
            giver = f"{entry.giver_name} · {messages.label_of(entry.giver)}" if entry.giver_name else "⚠ —"
            return f"{giver} · {messages.label_of(entry.rhythm)}"
        if column == FeedbackColumn.ABOUT:
            if entry.behaviour is not None:
                return messages.label_of(entry.behaviour)
            said = QCoreApplication.translate("FeedbackTable", "result %1")
            return said.replace("%1", str(line.result_number) if line.result_number else "—")
        if column == FeedbackColumn.MARK:
            return f"{SIGNS[entry.mark]} {messages.label_of(entry.mark)}"
        if column == FeedbackColumn.TEXT:
            return entry.text
        files = f"({line.files}) " if line.files else ""
        return f"{files}{entry.evidence}" if files or entry.evidence else "⚠ —"

    def value(self, line: FeedbackLine, column: int) -> object:
        return line.entry.given_on if column == FeedbackColumn.DAY else self.shown(line, column)

    def colour(self, line: FeedbackLine, column: int) -> QColor | None:
        if column == FeedbackColumn.MARK and line.entry.mark is FeedbackMark.NEGATIVE:
            return look.asks()
        is_empty = column in (FeedbackColumn.EVIDENCE, FeedbackColumn.GIVER) and self.shown(line, column)[0] == "⚠"
        return look.asks() if is_empty else None

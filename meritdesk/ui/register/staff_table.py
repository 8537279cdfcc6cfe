"""The staff list as a table: blocks of lines, held as long as there is room, asked for when they come into view."""

from __future__ import annotations

from enum import IntEnum
from typing import assert_never

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from meritdesk.core.lines import StaffField, StaffLine
from meritdesk.ui import look
from meritdesk.ui.line_table import LineTable


class StaffColumn(IntEnum):
    """What the list shows of a person."""

    NAME = 0
    NIP = 1
    POSITION = 2
    UNIT = 3
    RATER = 4
    GRADE = 5
    STATUS = 6
    KIND = 7
    PLAN = 8
    RATING = 9


ORDER_FIELDS = {
    StaffColumn.NAME: StaffField.NAME,
    StaffColumn.NIP: StaffField.NIP,
    StaffColumn.POSITION: StaffField.POSITION,
    StaffColumn.GRADE: StaffField.GRADE,
    StaffColumn.UNIT: StaffField.UNIT,
    StaffColumn.STATUS: StaffField.LEGAL_STATUS,
    StaffColumn.RATER: StaffField.RATER,
    StaffColumn.KIND: StaffField.POSITION_KIND,
    StaffColumn.PLAN: StaffField.PLAN_STATE,
    StaffColumn.RATING: StaffField.RATING_STATE,
}
BY_PERIOD = frozenset({StaffColumn.PLAN, StaffColumn.RATING})
"""Columns that hold something only when the query names a period."""


class StaffTable(LineTable[StaffLine]):
    """The people of the agency; ordering is the store's work."""

    columns = StaffColumn
    named_by = frozenset({StaffColumn.NAME, StaffColumn.NIP})
    hidden = frozenset({StaffColumn.GRADE, StaffColumn.KIND, StaffColumn.PLAN, StaffColumn.RATING})

    def identity(self, line: StaffLine) -> object:
        return line.person_id

    def heading(self, column: int) -> str:
        return heading(StaffColumn(column))

    def shown(self, line: StaffLine, column: int) -> str:
        label = self.words.messages.label_of
        match StaffColumn(column):
            case StaffColumn.NAME:
                return line.name
            case StaffColumn.NIP:
                return line.nip
            case StaffColumn.POSITION:
                return line.position
            case StaffColumn.UNIT:
                return line.unit_name
            case StaffColumn.RATER:
                if line.rater_name or line.problem:
                    return line.rater_name or f"⚠ {self.words.messages.refusal(line.problem)[0]}"
                # Nobody rates those whom the rules leave out; the reason stands in place of a blank.
                return f"— {label(line.legal_status)}"
            case StaffColumn.GRADE:
                return line.grade
            case StaffColumn.STATUS:
                return f"{label(line.employment)} · {label(line.legal_status)}"
            case StaffColumn.KIND:
                return label(line.position_kind)
            case StaffColumn.PLAN:
                return label(line.plan_state) if line.plan_state is not None else "–"
            case StaffColumn.RATING:
                return label(line.rating_state) if line.rating_state is not None else "–"
            case never:
                assert_never(never)

    def value(self, line: StaffLine, column: int) -> object:
        return getattr(line, ORDER_FIELDS[StaffColumn(column)].value)

    def hint(self, line: StaffLine, column: int) -> str:
        if column == StaffColumn.RATER and line.problem:
            return self.words.messages.sentence(line.problem)
        return self.shown(line, column)

    def colour(self, line: StaffLine, column: int) -> QColor | None:
        return look.asks() if column == StaffColumn.RATER and line.problem else None

    def written(self, line: StaffLine, column: int) -> str:
        return self.shown(line, column)


def heading(column: StaffColumn) -> str:
    """The heading of a column."""
    return {
        StaffColumn.NAME: QCoreApplication.translate("StaffTable", "Name"),
        StaffColumn.NIP: QCoreApplication.translate("StaffTable", "NIP"),
        StaffColumn.POSITION: QCoreApplication.translate("StaffTable", "Post"),
        StaffColumn.GRADE: QCoreApplication.translate("StaffTable", "Grade"),
        StaffColumn.UNIT: QCoreApplication.translate("StaffTable", "Unit"),
        StaffColumn.STATUS: QCoreApplication.translate("StaffTable", "Status"),
        StaffColumn.RATER: QCoreApplication.translate("StaffTable", "Rater"),
        StaffColumn.KIND: QCoreApplication.translate("StaffTable", "Kind of post"),
        StaffColumn.PLAN: QCoreApplication.translate("StaffTable", "State of the plan"),
        StaffColumn.RATING: QCoreApplication.translate("StaffTable", "State of the evaluation"),
    }[column]

"""The register of objections as a list: number, who, how far, until when."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from meritdesk.services.assessment.objections import ObjectionLine
from meritdesk.ui.assessment.deadline_table import SIGNS, state_colour
from meritdesk.ui.line_table import LineTable


class ObjectionColumn(IntEnum):
    """What stands in a line of the register."""

    NUMBER = 0
    NAME = 1
    STATE = 2
    DECISION = 3
    LIMIT = 4
    CLOCK = 5


class ObjectionTable(LineTable[ObjectionLine]):
    """The objections of a period in the order of the register."""

    columns = ObjectionColumn
    named_by = frozenset({ObjectionColumn.NUMBER, ObjectionColumn.NAME})

    def identity(self, line: ObjectionLine) -> object:
        return line.objection.register_number

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (
            translate("ObjectionTable", "Number"),
            translate("ObjectionTable", "Employee"),
            translate("ObjectionTable", "How far"),
            translate("ObjectionTable", "Decision"),
            translate("ObjectionTable", "Decide by"),
            translate("ObjectionTable", "Clock"),
        )[column]

    def cells(self, line: ObjectionLine) -> tuple[str, ...]:
        objection, clock = line.objection, line.clock
        label = self.words.messages.label_of
        return (
            objection.register_number,
            line.person.full_name,
            label(objection.state),
            label(objection.decision) if objection.decision else "",
            self.words.short_day(clock.limit) if clock.limit else "",
            f"{SIGNS[clock.state]} {label(clock.state)}",
        )

    def value(self, line: ObjectionLine, column: int) -> object:
        if column == ObjectionColumn.LIMIT:
            return line.clock.limit
        return self.shown(line, column)

    def colour(self, line: ObjectionLine, column: int) -> QColor | None:
        return state_colour(line.clock.state) if column == ObjectionColumn.CLOCK else None

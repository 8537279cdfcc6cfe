"""The people of a year with the state of their plan and how many indicators carry actuals."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from meritdesk.core.plan import PlanState
from meritdesk.core.plan_list import PlanField, PlanListLine
from meritdesk.ui import look
from meritdesk.ui.line_table import LineTable


class PlanColumn(IntEnum):
    """What the list shows of a person's plan."""

    NAME = 0
    STATE = 1
    INDICATORS = 2
    ACTUALS = 3
    NIP = 4
    POSITION = 5
    UNIT = 6
    RATER = 7


PLAN_FIELDS = {column: PlanField[column.name] for column in PlanColumn}


class PlanTable(LineTable[PlanListLine]):
    """People in blocks; ordering is the store's work."""

    columns = PlanColumn
    numbers = frozenset({PlanColumn.INDICATORS, PlanColumn.ACTUALS})
    named_by = frozenset({PlanColumn.NAME})
    hidden = frozenset({PlanColumn.NIP, PlanColumn.POSITION, PlanColumn.UNIT, PlanColumn.RATER})

    def identity(self, line: PlanListLine) -> object:
        return line.person_id

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (
            translate("PlanTable", "Name"),
            translate("PlanTable", "Plan"),
            translate("PlanTable", "Indicators"),
            translate("PlanTable", "Actuals"),
            translate("PlanTable", "NIP"),
            translate("PlanTable", "Post"),
            translate("PlanTable", "Unit"),
            translate("PlanTable", "Rater"),
        )[column]

    def shown(self, line: PlanListLine, column: int) -> str:
        if column == PlanColumn.STATE:
            if line.state is None:
                return QCoreApplication.translate("PlanTable", "⚠ no plan")
            sign = "✓" if line.state is PlanState.FIXED else "✎"
            return f"{sign} {self.words.messages.label_of(line.state)}"
        return (
            line.name,
            "",
            self.words.number(line.indicators) if line.state else "",
            self.words.number(line.actuals) if line.state else "",
            line.nip,
            line.position,
            line.unit_name,
            line.rater_name,
        )[column]

    def value(self, line: PlanListLine, column: int) -> object:
        if column in self.numbers:
            count = line.indicators if column == PlanColumn.INDICATORS else line.actuals
            return count if line.state else None
        return self.shown(line, column)

    def hint(self, line: PlanListLine, column: int) -> str:
        return f"{line.name}\n{line.nip}\n{line.position}\n{line.unit_name}"

    def colour(self, line: PlanListLine, column: int) -> QColor | None:
        return look.asks() if column == PlanColumn.STATE and line.state is not PlanState.FIXED else None

"""The action plan of one person as a list: each result with its steps, what was documented, and a take-over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor, QFont

from meritdesk.core.execution import ActionStep, Documentation, TakeOver
from meritdesk.services.execution.action_plan import ResultOnItsWay
from meritdesk.ui import look
from meritdesk.ui.line_table import Index, LineTable


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One line: a result itself, or one of the things below it."""

    result: ResultOnItsWay
    below: ActionStep | Documentation | TakeOver | None = None


def lines_of(results: Sequence[ResultOnItsWay]) -> tuple[PlanLine, ...]:
    """Every result with everything below it, in the order of the plan."""
    return tuple(
        line
        for one in results
        for line in (
            PlanLine(one),
            *(PlanLine(one, step) for step in one.steps),
            *(PlanLine(one, documented) for documented in one.documentation),
            *(PlanLine(one, taken) for taken in one.takeovers),
        )
    )


class PlanColumn(IntEnum):
    """What the list shows."""

    NUMBER = 0
    TEXT = 1
    DAY = 2
    EVIDENCE = 3


class ActionPlanTable(LineTable[PlanLine]):
    """Results in bold, with steps, documentation and take-overs below each."""

    columns = PlanColumn

    def heading(self, column: int) -> str:
        return (
            QCoreApplication.translate("ActionPlanTable", "No."),
            QCoreApplication.translate("ActionPlanTable", "Result, step, documentation"),
            QCoreApplication.translate("ActionPlanTable", "Day"),
            QCoreApplication.translate("ActionPlanTable", "Evidence"),
        )[column]

    def shown(self, line: PlanLine, column: int) -> str:
        below = line.below
        if below is None:
            result = line.result.result
            return (str(result.number), result.text, "", "")[column]
        if isinstance(below, ActionStep):
            due = self.words.day(below.due_on) if below.due_on else ""
            step = QCoreApplication.translate("ActionPlanTable", "step %1: %2")
            said = step.replace("%1", str(below.number)).replace("%2", below.text)
            return ("", f"    {said}", due, "")[column]
        if isinstance(below, Documentation):
            place = f"({below.step}) " if below.step else ""
            return ("", f"    ✓ {place}{below.text}", self.words.day(below.documented_on), below.evidence)[column]
        taken = QCoreApplication.translate("ActionPlanTable", "taken over by %1: %2")
        said = taken.replace("%1", below.taken_by_name or "—").replace("%2", below.note)
        return ("", f"    ⚠ {said}", self.words.day(below.taken_on), "")[column]

    def colour(self, line: PlanLine, column: int) -> QColor | None:
        return look.asks() if isinstance(line.below, TakeOver) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.FontRole and index.isValid() and self.lines[index.row()].below is None:
            font = QFont()
            font.setBold(True)
            return font
        return super().data(index, role)

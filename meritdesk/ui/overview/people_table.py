"""The people behind a count: who they are, who rates them, and which stages each has passed."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QCoreApplication

from meritdesk.core.stages import CohortLine, Stage
from meritdesk.ui.line_table import LineTable


class CohortColumn(IntEnum):
    """What the list shows of a person."""

    NAME = 0
    NIP = 1
    UNIT = 2
    RATER = 3
    PLAN = 4
    ACTUALS = 5
    CLOSED = 6
    PRINTED = 7
    SIGNED = 8
    SENT = 9


STAGES = {
    CohortColumn.PLAN: Stage.PLAN,
    CohortColumn.ACTUALS: Stage.ACTUALS,
    CohortColumn.CLOSED: Stage.CLOSED,
    CohortColumn.PRINTED: Stage.PRINTED,
    CohortColumn.SIGNED: Stage.SIGNED,
    CohortColumn.SENT: Stage.SENT,
}


class CohortTable(LineTable[CohortLine]):
    """One row a person."""

    columns = CohortColumn
    named_by = frozenset({CohortColumn.NAME, CohortColumn.NIP})

    def identity(self, line: CohortLine) -> object:
        """Of whom it tells, however far he has come since."""
        return line.person_id

    def heading(self, column: int) -> str:
        """The words above a column."""
        translate = QCoreApplication.translate
        return {
            CohortColumn.NAME: translate("CohortTable", "Name"),
            CohortColumn.NIP: translate("CohortTable", "NIP"),
            CohortColumn.UNIT: translate("CohortTable", "Unit"),
            CohortColumn.RATER: translate("CohortTable", "Rater"),
            CohortColumn.PLAN: translate("BoardTree", "Plan"),
            CohortColumn.ACTUALS: translate("BoardTree", "Actuals"),
            CohortColumn.CLOSED: translate("BoardTree", "Evaluation"),
            CohortColumn.PRINTED: translate("BoardTree", "Printed"),
            CohortColumn.SIGNED: translate("BoardTree", "Signed"),
            CohortColumn.SENT: translate("BoardTree", "Sent"),
        }[CohortColumn(column)]

    def shown(self, line: CohortLine, column: int) -> str:
        """The words of a cell; a stage is a sign that the tooltip puts into words."""
        if CohortColumn(column) in STAGES:
            return "✓" if STAGES[CohortColumn(column)] in line.done else "–"
        return {
            CohortColumn.NAME: line.name,
            CohortColumn.NIP: line.nip,
            CohortColumn.UNIT: line.unit_name,
            CohortColumn.RATER: line.rater_name or "–",
        }[CohortColumn(column)]

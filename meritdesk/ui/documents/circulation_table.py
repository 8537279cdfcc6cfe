"""Papers in circulation as a list: where each is, with whom, for how many working days, and what comes next."""

from __future__ import annotations

from datetime import date
from enum import IntEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from meritdesk.core.circulation import PaperStage, PaperStep
from meritdesk.services.documents.circulation import PaperLine
from meritdesk.ui import look
from meritdesk.ui.line_table import LineTable

SIGNS = {
    PaperStage.PRINTED: "▫",
    PaperStage.AT_RATER: "→",
    PaperStage.AT_EMPLOYEE: "→",
    PaperStage.AT_SUPERIOR: "→",
    PaperStage.AT_LEADER: "→",
    PaperStage.RETURNED: "←",
    PaperStage.SCANNED: "✓",
    PaperStage.LOST: "✗",
    PaperStage.WITHDRAWN: "↩",
}
"""A sign beside the words of a stage, since colour never stands alone."""


class CirculationColumn(IntEnum):
    """What stands in a line; the first column marks what was scanned."""

    MARK = 0
    STAGE = 1
    NUMBER = 2
    NAME = 3
    HOLDER = 4
    SINCE = 5
    DAYS = 6
    LIMIT = 7
    NEXT = 8


class CirculationTable(LineTable[PaperLine]):
    """The papers that the filters keep; ``marked`` are those in the tray of scanned ones."""

    columns = CirculationColumn
    numbers = frozenset({CirculationColumn.DAYS})
    marked: frozenset[str] = frozenset()

    def mark(self, document_ids: frozenset[str]) -> None:
        """Show what lies in the tray."""
        self.marked = document_ids
        if self.lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.lines) - 1, CirculationColumn.MARK))

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (
            "",
            translate("CirculationTable", "Where"),
            translate("CirculationTable", "Number"),
            translate("CirculationTable", "Employee"),
            translate("CirculationTable", "With"),
            translate("CirculationTable", "Since"),
            translate("CirculationTable", "Days"),
            translate("CirculationTable", "Until"),
            translate("CirculationTable", "Next step"),
        )[column]

    def shown(self, line: PaperLine, column: int) -> str:
        paper, state = line.view.paper, line.view.state
        label = self.words.messages.label_of
        if column == CirculationColumn.MARK:
            return "✓" if paper.document_id in self.marked else ""
        if column == CirculationColumn.STAGE:
            return f"{SIGNS[state.stage]} {label(state.stage)}"
        if column == CirculationColumn.NUMBER:
            return f"{paper.number} #{paper.copy}" if paper.copy > 1 else paper.number
        if column == CirculationColumn.SINCE:
            return self.words.short_day(state.since) if state.since else ""
        if column == CirculationColumn.DAYS:
            return self.words.number(line.days) if line.days is not None else ""
        if column == CirculationColumn.LIMIT:
            limit = line.deadline.limit if line.deadline else None
            return self.words.short_day(limit) if limit else ""
        if column == CirculationColumn.NEXT:
            return label(line.next_step)
        return paper.name if column == CirculationColumn.NAME else state.holder

    def value(self, line: PaperLine, column: int) -> object:
        if column == CirculationColumn.SINCE:
            return (line.view.state.since or date.max).toordinal()
        if column == CirculationColumn.DAYS:
            return line.days if line.days is not None else -1
        if column == CirculationColumn.LIMIT:
            return (line.deadline.limit if line.deadline and line.deadline.limit else date.max).toordinal()
        return self.shown(line, column)

    def sort_key(self, line: PaperLine, column: int) -> tuple[float, str]:
        """What a click on a heading sorts by: figures as figures, words without regard to capitals."""
        value = self.value(line, column)
        return (value, "") if isinstance(value, int) else (0, str(value).casefold())

    def colour(self, line: PaperLine, column: int) -> QColor | None:
        if column == CirculationColumn.NEXT and line.next_step is PaperStep.CALL_BACK:
            return look.blocks()
        if column in (CirculationColumn.DAYS, CirculationColumn.LIMIT) and line.is_overdue:
            return look.blocks()
        if column == CirculationColumn.STAGE:
            if line.view.state.stage is PaperStage.LOST:
                return look.blocks()
            return look.arrived() if line.view.state.stage is PaperStage.SCANNED else None
        if column == CirculationColumn.NEXT and line.next_step is PaperStep.NOTHING:
            return look.quiet()
        return None

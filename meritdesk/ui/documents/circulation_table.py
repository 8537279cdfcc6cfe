"""Papers in circulation as a list: where each is, with whom, for how many working days, and what comes next."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from meritdesk.core.circulation import PaperStage, PaperStep
from meritdesk.services.documents.circulation import PaperLine
from meritdesk.ui import look
from meritdesk.ui.documents.tables import form_word
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
    NIP = 9
    FORM = 10


class CirculationTable(LineTable[PaperLine]):
    """The papers that the filters keep; ``marked`` are those in the tray of scanned ones."""

    columns = CirculationColumn
    numbers = frozenset({CirculationColumn.DAYS})
    named_by = frozenset({CirculationColumn.NUMBER, CirculationColumn.NAME})
    hidden = frozenset({CirculationColumn.NIP, CirculationColumn.FORM})
    marked: frozenset[str] = frozenset()

    def identity(self, line: PaperLine) -> object:
        return line.view.paper.document_id

    def searched(self, line: PaperLine) -> str:
        paper = line.view.paper
        return f"{paper.number} {paper.name} {paper.nip} {line.view.state.holder}"

    def mark(self, document_ids: frozenset[str]) -> None:
        """Show what lies in the tray."""
        self.marked = document_ids
        if self.lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.lines) - 1, CirculationColumn.MARK))

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (
            "✓",
            translate("CirculationTable", "Where"),
            translate("CirculationTable", "Number"),
            translate("CirculationTable", "Employee"),
            translate("CirculationTable", "With"),
            translate("CirculationTable", "Since"),
            translate("CirculationTable", "Days"),
            translate("CirculationTable", "Until"),
            translate("CirculationTable", "Next step"),
            translate("CirculationTable", "NIP"),
            translate("CirculationTable", "Form"),
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
        if column == CirculationColumn.NIP:
            return paper.nip
        if column == CirculationColumn.FORM:
            return form_word(paper.form.value, self.words)
        return paper.name if column == CirculationColumn.NAME else state.holder

    def value(self, line: PaperLine, column: int) -> object:
        if column == CirculationColumn.SINCE:
            return line.view.state.since
        if column == CirculationColumn.DAYS:
            return line.days
        if column == CirculationColumn.LIMIT:
            return line.deadline.limit if line.deadline else None
        return self.shown(line, column)

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

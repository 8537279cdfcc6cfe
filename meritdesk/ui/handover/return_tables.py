"""The lists of the tabs Corrections and Approvals, and of reference data that waits."""

from __future__ import annotations

from datetime import date
from enum import IntEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from meritdesk.core.approvals import ApprovalState
from meritdesk.core.corrections import CorrectionState
from meritdesk.core.periods import parse_period
from meritdesk.core.reference import ReferenceFate, ReferenceLine, ReferencePart
from meritdesk.services.handover.approvals import AgencyApproval
from meritdesk.services.handover.corrections import AgencyCorrection
from meritdesk.ui import look
from meritdesk.ui.handover.merging_words import field_words, value_words
from meritdesk.ui.line_table import LineTable


class CorrectionColumn(IntEnum):
    STATE = 0
    AGENCY = 1
    PERIOD = 2
    RECORD = 3
    FIELD = 4
    PRESENT = 5
    REQUESTED = 6
    REASON = 7
    ANSWER = 8
    ASKED = 9


class CorrectionTable(LineTable[AgencyCorrection]):
    """What the region asked, with what became of it."""

    columns = CorrectionColumn
    named_by = frozenset({CorrectionColumn.RECORD, CorrectionColumn.FIELD})
    hidden = frozenset({CorrectionColumn.ASKED, CorrectionColumn.PERIOD})

    def identity(self, line: AgencyCorrection) -> object:
        return line.agency_code, line.line.correction.correction_id

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (
            translate("ReturnTables", "State"),
            translate("ReturnTables", "Agency"),
            translate("ReturnTables", "Period"),
            translate("ReturnTables", "Record"),
            translate("ReturnTables", "Field"),
            translate("ReturnTables", "Stands there"),
            translate("ReturnTables", "Asked for"),
            translate("ReturnTables", "Reason"),
            translate("ReturnTables", "Answer"),
            translate("ReturnTables", "Asked by"),
        )[column]

    def cells(self, line: AgencyCorrection) -> tuple[str, ...]:
        asked, answer = line.line.correction, line.line.answer
        wanted = QCoreApplication.translate("ReturnTables", "an explanation")
        return (
            _sign(line.line.state) + self.words.messages.label_of(line.line.state),
            line.agency_name,
            self.words.period(parse_period(asked.period)),
            asked.label,
            field_words(asked.field, asked.table),
            value_words(asked.field, asked.present, self.words) if asked.present else "-",
            wanted if asked.asks_for_words else value_words(asked.field, asked.requested, self.words),
            asked.reason,
            (answer.words if answer is not None else "") or "-",
            f"{asked.asked_by}, {self.words.short_day(asked.asked_on)}",
        )

    def colour(self, line: AgencyCorrection, column: int) -> QColor | None:
        if column != CorrectionColumn.STATE:
            return None
        return look.asks() if line.line.is_waiting else look.arrived()


class OwnCorrectionTable(CorrectionTable):
    """The list at an agency, which need not be told whose records these are."""

    hidden = CorrectionTable.hidden | {CorrectionColumn.AGENCY}


class ApprovalColumn(IntEnum):
    AGENCY = 0
    PERIOD = 1
    STATE = 2
    CLOSED = 3
    DUE = 4
    CHANGES = 5
    WHO = 6
    REASON = 7
    AFTER = 8


class ApprovalTable(LineTable[AgencyApproval]):
    """The region's word on each period, how complete it is, and what was changed since."""

    columns = ApprovalColumn
    numbers = frozenset({ApprovalColumn.CLOSED, ApprovalColumn.DUE, ApprovalColumn.CHANGES})
    named_by = frozenset({ApprovalColumn.AGENCY, ApprovalColumn.PERIOD})

    def identity(self, line: AgencyApproval) -> object:
        return line.agency_code, line.line.approval.period

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (
            translate("ReturnTables", "Agency"),
            translate("ReturnTables", "Period"),
            translate("ReturnTables", "State"),
            translate("ReturnTables", "Closed"),
            translate("ReturnTables", "Due"),
            translate("ReturnTables", "Changed since"),
            translate("ReturnTables", "Decided by"),
            translate("ReturnTables", "Reason"),
            translate("ReturnTables", "Why work goes on"),
        )[column]

    def cells(self, line: AgencyApproval) -> tuple[str, ...]:
        one, after = line.line.approval, line.line.after_lock
        return (
            line.agency_name,
            self.words.period(parse_period(one.period)),
            _APPROVAL_SIGNS[one.state] + self.words.messages.label_of(one.state),
            self.words.number(line.line.closed),
            self.words.number(line.line.due),
            self.words.number(line.line.changes) if one.is_approved else "-",
            f"{one.decided_by}, {self.words.short_day(one.decided_on)}" if one.decided_by else "-",
            one.reason or "-",
            after.reason if after is not None else "-",
        )

    def value(self, line: AgencyApproval, column: int) -> object:
        numbers = {
            ApprovalColumn.CLOSED: line.line.closed,
            ApprovalColumn.DUE: line.line.due,
            ApprovalColumn.CHANGES: line.line.changes,
        }
        return numbers.get(ApprovalColumn(column), self.shown(line, column))

    def colour(self, line: AgencyApproval, column: int) -> QColor | None:
        if column == ApprovalColumn.CHANGES and line.line.changes:
            return look.asks()
        if column == ApprovalColumn.STATE and line.line.approval.is_approved:
            return look.arrived()
        return None


class ReferenceColumn(IntEnum):
    FATE = 0
    PART = 1
    NAME = 2
    HERE = 3
    THERE = 4


class ReferenceTable(LineTable[ReferenceLine]):
    """What taking the region's reference data would do, piece by piece."""

    columns = ReferenceColumn
    named_by = frozenset({ReferenceColumn.PART, ReferenceColumn.NAME})

    def identity(self, line: ReferenceLine) -> object:
        return line.part, line.name

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (
            translate("ReturnTables", "Would be"),
            translate("ReturnTables", "Part"),
            translate("ReturnTables", "Name"),
            translate("ReturnTables", "Stands here"),
            translate("ReturnTables", "The region says"),
        )[column]

    def cells(self, line: ReferenceLine) -> tuple[str, ...]:
        fate = self.words.messages.label_of(line.fate)
        return (
            f"✗ {fate} ({line.code})" if line.code else fate,
            self.words.messages.label_of(line.part),
            self._name(line),
            line.here or "-",
            line.there,
        )

    def _name(self, line: ReferenceLine) -> str:
        """A unit by its name here, a setting by its words, a day as a day."""
        if line.part is ReferencePart.UNIT:
            return line.here.partition(" · ")[0] or line.name
        if line.part is ReferencePart.SETTING:
            return self.words.messages.label(f"SETTING:{line.name.upper()}")
        return self.words.day(date.fromisoformat(line.name)) if line.part is ReferencePart.HOLIDAY else line.name

    def colour(self, line: ReferenceLine, column: int) -> QColor | None:
        if column != ReferenceColumn.FATE:
            return None
        if line.fate is ReferenceFate.REFUSED:
            return look.blocks()
        return None if line.fate is ReferenceFate.SAME else look.asks()


_APPROVAL_SIGNS = {
    ApprovalState.OPEN: "",
    ApprovalState.COMPLETE: "◐ ",
    ApprovalState.APPROVED: "✓ ",
    ApprovalState.LOCKED: "✓ ",
}


def _sign(state: CorrectionState) -> str:
    return "✓ " if state in (CorrectionState.ACCEPTED, CorrectionState.ANSWERED) else "⚠ "

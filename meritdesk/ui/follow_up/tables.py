"""The lists of the follow-up room: who is to be guided, whose objection is open, whose credit points stand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import IntEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from meritdesk.core.evaluation import Predicate
from meritdesk.core.follow_up import HAS_POINTS, CreditState, GuidanceState
from meritdesk.core.scoring.credit import points_text
from meritdesk.services.assessment.objections import ObjectionLine
from meritdesk.services.follow_up.credit import CreditEntry
from meritdesk.services.follow_up.guidance import GuidanceNeed
from meritdesk.ui import look
from meritdesk.ui.assessment.deadline_table import SIGNS, state_colour
from meritdesk.ui.line_table import LineTable

_GUIDANCE_SIGNS = {GuidanceState.MISSING: "⚠", GuidanceState.GUIDED: "●", GuidanceState.EVALUATED: "✓"}
_CREDIT_SIGNS = {
    CreditState.TO_PRINT: "●",
    CreditState.OUTDATED: "⚠",
    CreditState.PRINTED: "✓",
    CreditState.NOT_CLOSED: "…",
    CreditState.NO_TIER: "✗",
    CreditState.NO_MONTH: "✗",
}


class GuidanceColumn(IntEnum):
    """What stands in a line of the people to be guided."""

    STATE = 0
    NAME = 1
    PREDICATE = 2
    UNIT = 3
    RATER = 4
    TIMES = 5
    LAST = 6
    NIP = 7
    RESULT = 8
    BEHAVIOUR = 9
    SINCE = 10


class GuidanceNeedTable(LineTable[GuidanceNeed]):
    """Everybody whose predicate calls for guidance, the worst first."""

    columns = GuidanceColumn
    numbers = frozenset({GuidanceColumn.TIMES})
    named_by = frozenset({GuidanceColumn.NAME})
    hidden = frozenset({GuidanceColumn.NIP, GuidanceColumn.RESULT, GuidanceColumn.BEHAVIOUR, GuidanceColumn.SINCE})

    def identity(self, line: GuidanceNeed) -> object:
        return line.person.person_id

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (
            translate("FollowUpTables", "State"),
            translate("FollowUpTables", "Employee"),
            translate("FollowUpTables", "Predicate"),
            translate("FollowUpTables", "Unit"),
            translate("FollowUpTables", "Rater"),
            translate("FollowUpTables", "Records"),
            translate("FollowUpTables", "Last on"),
            translate("FollowUpTables", "NIP"),
            translate("FollowUpTables", "Results"),
            translate("FollowUpTables", "Behaviour"),
            translate("FollowUpTables", "Counts from"),
        )[column]

    def cells(self, line: GuidanceNeed) -> tuple[str, ...]:
        label, one = self.words.messages.label_of, line.evaluation
        return (
            f"{_GUIDANCE_SIGNS[line.state]} {label(line.state)}",
            line.person.full_name,
            label(line.predicate),
            line.unit_name,
            line.rater_name or "–",
            self.words.number(len(line.records)),
            self.words.short_day(line.last_on) if line.last_on else "–",
            line.person.nip,
            label(one.result_rating) if one.result_rating else "–",
            label(one.behaviour_rating) if one.behaviour_rating else "–",
            self.words.short_day(line.since),
        )

    def value(self, line: GuidanceNeed, column: int) -> object:
        if column == GuidanceColumn.STATE:
            return list(GuidanceState).index(line.state)
        if column == GuidanceColumn.PREDICATE:
            return list(Predicate).index(line.predicate)
        if column == GuidanceColumn.TIMES:
            return len(line.records)
        if column == GuidanceColumn.LAST:
            return line.last_on or date.min
        return line.since if column == GuidanceColumn.SINCE else self.shown(line, column)

    def colour(self, line: GuidanceNeed, column: int) -> QColor | None:
        if column != GuidanceColumn.STATE:
            return None
        return {GuidanceState.MISSING: look.asks(), GuidanceState.EVALUATED: look.arrived()}.get(line.state)


class CreditColumn(IntEnum):
    """What stands in a line of credit points."""

    STATE = 0
    NAME = 1
    TIER = 2
    PREDICATE = 3
    POINTS = 4
    NEXT_RANK = 5
    UNIT = 6
    NUMBER = 7
    NIP = 8
    MONTHS = 9
    POST = 10


class CreditTable(LineTable[CreditEntry]):
    """Functional officials with the points of the year or of several, and how far their sheet is."""

    columns = CreditColumn
    numbers = frozenset({CreditColumn.POINTS, CreditColumn.NEXT_RANK, CreditColumn.MONTHS})
    named_by = frozenset({CreditColumn.NAME})
    hidden = frozenset({CreditColumn.NUMBER, CreditColumn.NIP, CreditColumn.MONTHS, CreditColumn.POST})

    def identity(self, line: CreditEntry) -> object:
        return line.person.person_id

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (
            translate("FollowUpTables", "State"),
            translate("FollowUpTables", "Employee"),
            translate("FollowUpTables", "Tier"),
            translate("FollowUpTables", "Predicate"),
            translate("FollowUpTables", "Points"),
            translate("FollowUpTables", "Next rank"),
            translate("FollowUpTables", "Unit"),
            translate("FollowUpTables", "Number"),
            translate("FollowUpTables", "NIP"),
            translate("FollowUpTables", "Months"),
            translate("FollowUpTables", "Post"),
        )[column]

    def cells(self, line: CreditEntry) -> tuple[str, ...]:
        last = line.card.found.lines[-1].part if line.card is not None else None
        label = self.words.messages.label_of
        return (
            f"{_CREDIT_SIGNS[line.state]} {label(line.state)}",
            line.person.full_name,
            last.tier.title if last else "–",
            label(last.predicate) if last else "–",
            self._figure(line, CreditColumn.POINTS),
            self._figure(line, CreditColumn.NEXT_RANK),
            line.unit_name,
            line.number or "–",
            line.person.nip,
            self._figure(line, CreditColumn.MONTHS),
            line.person.position_title,
        )

    def _figure(self, line: CreditEntry, column: int) -> str:
        value = self.value(line, column)
        if value is None or value == -1:
            return "–"
        if column == CreditColumn.MONTHS:
            return str(value)
        return self.words.noted(points_text(Decimal(str(value))))

    def value(self, line: CreditEntry, column: int) -> object:
        if column == CreditColumn.STATE:
            return list(CreditState).index(line.state)
        if column not in self.numbers:
            return self.shown(line, column)
        if line.card is None:
            return Decimal(-1)
        found = line.card.found
        if column == CreditColumn.MONTHS:
            return sum(one.part.months for one in found.lines)
        return found.total if column == CreditColumn.POINTS else found.lines[-1].part.tier.next_rank

    def colour(self, line: CreditEntry, column: int) -> QColor | None:
        if column != CreditColumn.STATE:
            return None
        if line.state is CreditState.PRINTED:
            return look.arrived()
        return look.asks() if line.state in HAS_POINTS else None


class OpenColumn(IntEnum):
    """What stands in a line of the objections of a year."""

    STATE = 0
    NUMBER = 1
    NAME = 2
    UNIT = 3
    PERIOD = 4
    ADDRESSEE = 5
    RECEIVED = 6
    LIMIT = 7
    CLOCK = 8
    NIP = 9


class ObjectionListTable(LineTable[ObjectionLine]):
    """The objections of all periods of a year, those with the nearest limit first."""

    columns = OpenColumn
    named_by = frozenset({OpenColumn.NAME})
    hidden = frozenset({OpenColumn.RECEIVED, OpenColumn.NIP})

    def identity(self, line: ObjectionLine) -> object:
        return line.objection.objection_id

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (
            translate("FollowUpTables", "How far"),
            translate("FollowUpTables", "Number"),
            translate("FollowUpTables", "Employee"),
            translate("FollowUpTables", "Unit"),
            translate("FollowUpTables", "Period"),
            translate("FollowUpTables", "Decides"),
            translate("FollowUpTables", "Received"),
            translate("FollowUpTables", "Decide by"),
            translate("FollowUpTables", "Clock"),
            translate("FollowUpTables", "NIP"),
        )[column]

    def cells(self, line: ObjectionLine) -> tuple[str, ...]:
        one, label = line.objection, self.words.messages.label_of
        return (
            label(one.state),
            one.register_number,
            line.person.full_name,
            line.unit_name,
            self.words.period(one.period),
            line.addressee.full_name if line.addressee else "–",
            self.words.short_day(one.received_on),
            self.words.short_day(line.clock.limit) if line.clock.limit else "–",
            f"{SIGNS[line.clock.state]} {label(line.clock.state)}",
            line.person.nip,
        )

    def value(self, line: ObjectionLine, column: int) -> object:
        if column == OpenColumn.LIMIT:
            return line.clock.limit or date.max
        return line.objection.received_on if column == OpenColumn.RECEIVED else self.shown(line, column)

    def colour(self, line: ObjectionLine, column: int) -> QColor | None:
        return state_colour(line.clock.state) if column == OpenColumn.CLOCK else None

"""The list of the national hand-over: who is new, who changed, whose row must be taken out, and who cannot go yet."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from meritdesk.core.national import NationalFact, NationalState
from meritdesk.services.handover.national_lines import NationalLine
from meritdesk.ui import look
from meritdesk.ui.line_table import LineTable

SIGNS = {
    NationalState.NEW: "●",
    NationalState.CHANGED: "◐",
    NationalState.WITHDRAWN: "⚠",
    NationalState.CANNOT: "✗",
    NationalState.SAME: "✓",
}


class NationalColumn(IntEnum):
    """What stands in a line."""

    STATE = 0
    NAME = 1
    RESULT = 2
    BEHAVIOUR = 3
    PREDICATE = 4
    RATER = 5
    UNIT = 6
    BATCH = 7
    NIP = 8
    QUADRANT = 9
    TOLD = 10


_FACTS = {
    NationalColumn.RESULT: NationalFact.RESULT,
    NationalColumn.BEHAVIOUR: NationalFact.BEHAVIOUR,
    NationalColumn.PREDICATE: NationalFact.PREDICATE,
    NationalColumn.RATER: NationalFact.RATER_NAME,
    NationalColumn.QUADRANT: NationalFact.QUADRANT,
}


class NationalTable(LineTable[NationalLine]):
    """Everybody of a period with the codes that go up."""

    columns = NationalColumn
    named_by = frozenset({NationalColumn.NAME})
    hidden = frozenset({NationalColumn.RATER, NationalColumn.NIP, NationalColumn.QUADRANT, NationalColumn.TOLD})

    def identity(self, line: NationalLine) -> object:
        return line.person.person_id

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (
            translate("NationalTab", "State"),
            translate("NationalTab", "Employee"),
            translate("NationalTab", "Results"),
            translate("NationalTab", "Behaviour"),
            translate("NationalTab", "Predicate"),
            translate("NationalTab", "Rater"),
            translate("NationalTab", "Unit"),
            translate("NationalTab", "Hand-over"),
            translate("NationalTab", "NIP"),
            translate("NationalTab", "Quadrant"),
            translate("NationalTab", "Uploaded"),
        )[column]

    def cells(self, line: NationalLine) -> tuple[str, ...]:
        own = {
            NationalColumn.STATE: f"{SIGNS[line.state]} {self.words.messages.label_of(line.state)}",
            NationalColumn.NAME: line.person.full_name,
            NationalColumn.UNIT: line.unit_name,
            NationalColumn.BATCH: (f"{line.batch} …" if line.is_waiting else line.batch) or "–",
            NationalColumn.NIP: line.person.nip,
            NationalColumn.TOLD: self.words.short_moment(line.told_at) if line.told_at else "–",
        }
        facts, of_pack = line.facts, self.words.messages.of_pack
        return tuple(of_pack(facts.get(_FACTS[one], "–")) if one in _FACTS else own[one] for one in NationalColumn)

    def value(self, line: NationalLine, column: int) -> object:
        if column == NationalColumn.STATE:
            return list(NationalState).index(line.state)
        return self.shown(line, column)

    def colour(self, line: NationalLine, column: int) -> QColor | None:
        if column != NationalColumn.STATE:
            return None
        if line.state is NationalState.SAME:
            return look.arrived()
        return look.asks() if line.state in (NationalState.CANNOT, NationalState.WITHDRAWN) else None

"""Serah terima, bentrok: fields that several sides set differently, with both values, until a person decides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from html import escape

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QWidget

from meritdesk.core.conflicts import Conflict, ConflictState
from meritdesk.core.periods import Period
from meritdesk.core.three_way import OWN
from meritdesk.services import Desk
from meritdesk.services.changes import Step
from meritdesk.ui import look
from meritdesk.ui.background import Lane
from meritdesk.ui.follow_up.listed_tab import ListedTab
from meritdesk.ui.guard.view_band import since_words
from meritdesk.ui.handover.merging_words import field_words, side_words, table_words, value_words
from meritdesk.ui.handover.reason_dialog import ReasonDialog
from meritdesk.ui.line_table import LineTable
from meritdesk.ui.lists.arrangement import Arrangement
from meritdesk.ui.lists.facets import column_facet
from meritdesk.ui.wording import Words

CONFLICTS = frozenset({"conflicts"})
_DAY = len("2026-01-31")
_SIGNS = {ConflictState.WAITING: "⚠", ConflictState.DECIDED: "✓", ConflictState.AGREED: "✓"}


@dataclass(frozen=True, slots=True)
class Waiting:
    """A conflict and whose it is; at an agency always its own."""

    agency: str
    conflict: Conflict

    @property
    def sides(self) -> tuple[str, ...]:
        """The streams in the order of their keys: 1, 2, ..."""
        return tuple(sorted(self.conflict.candidates))


class ConflictColumn(IntEnum):
    """One field that waits."""

    STATE = 0
    ABOUT = 1
    FIELD = 2
    FIRST = 3
    SECOND = 4
    TABLE = 5
    BASE = 6
    AGENCY = 7


class ConflictTable(LineTable[Waiting]):
    """The queue, those that wait first."""

    columns = ConflictColumn
    named_by = frozenset({ConflictColumn.ABOUT, ConflictColumn.FIELD})
    hidden = frozenset({ConflictColumn.BASE, ConflictColumn.AGENCY})

    def identity(self, line: Waiting) -> object:
        return line.agency, line.conflict.conflict_id

    def heading(self, column: int) -> str:
        """State, whose, which field, both values."""
        translate = QCoreApplication.translate
        return (
            translate("ConflictsTab", "State"),
            translate("ConflictsTab", "About"),
            translate("ConflictsTab", "Field"),
            translate("ConflictsTab", "Value 1"),
            translate("ConflictsTab", "Value 2"),
            translate("ConflictsTab", "What"),
            translate("ConflictsTab", "Before both"),
            translate("ConflictsTab", "Agency"),
        )[column]

    def cells(self, line: Waiting) -> tuple[str, ...]:
        """One line."""
        one = line.conflict
        values = [value_words(one.field, one.candidates[side].value, self.words) for side in line.sides]
        return (
            f"{_SIGNS[one.state]} {self.words.messages.label_of(one.state)}",
            one.label,
            field_words(one.field, one.table),
            values[0],
            values[1] if len(values) > 1 else "–",
            table_words(one.table, self.words),
            value_words(one.field, one.base, self.words) if one.base else "–",
            line.agency,
        )

    def colour(self, line: Waiting, column: int) -> QColor | None:
        """What waits asks."""
        if column != ConflictColumn.STATE:
            return None
        return look.asks() if line.conflict.is_waiting else look.arrived()


class RegionConflictTable(ConflictTable):
    """The queue of a region, which also says whose each conflict is."""

    hidden = frozenset({ConflictColumn.BASE})


class ConflictsTab(ListedTab[Waiting]):
    """The queue of conflicts; 1 and 2 choose a side."""

    room = "handover"
    nouns = frozenset({"conflicts", "ledger"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self.table = RegionConflictTable(words, self) if desk.agency.is_region else ConflictTable(words, self)
        facets = [
            self.state_facet(ConflictState, lambda line: _state(line)),
            *(
                column_facet(self.table, column, lambda: self.lines)
                for column in (ConflictColumn.TABLE, ConflictColumn.FIELD, ConflictColumn.AGENCY)
            ),
        ]
        self.build(
            "handover.conflicts",
            self.table,
            facets,
            {"choose_second": ("", lambda: self.choose(1)), "choose_first": ("", lambda: self.choose(0))},
            at_first={"state": ConflictState.WAITING.value},
        )
        self.view.installEventFilter(self)
        self.listing.title_words = lambda: QCoreApplication.translate("ConflictsTab", "Conflicts")
        self.listing.empty_words = self._told_empty
        self.retranslate()

    def load(self, period: Period) -> None:
        self.refusal.tell(None)

        def read(step: Step) -> tuple[Waiting, ...]:
            own = self.desk.agency
            codes = [own.code]
            if own.is_region:
                codes = sorted({line.sender.partition("/")[0] for line in self.desk.handover.receipts().incoming})
            found = [
                Waiting(code, one)
                for code in codes
                for one in self.desk.handover.conflicts.lines("" if code == own.code else code)
            ]
            return tuple(sorted(found, key=lambda one: not one.conflict.is_waiting))

        self.lane.ask(read, self.give, self.refused, key="handover-conflicts")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the list, 1 and 2 choose a value."""
        if watched is self.view and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            place = {Qt.Key.Key_1: 0, Qt.Key.Key_2: 1}.get(Qt.Key(event.key()))
            if place is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                self.choose(place)
                return True
        return super().eventFilter(watched, event)

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self.title.setText(translate("ConflictsTab", "Conflicts"))
        self.lead.setText(
            translate(
                "ConflictsTab",
                "Two sides set the same field differently since they last agreed. The value marked as standing holds "
                "until you decide; nothing is lost, and the decision stands in the journal.",
            )
        )
        self.say_parts(
            {
                "choose_second": (
                    translate("ConflictsTab", "Value &2 is right..."),
                    translate("ConflictsTab", "Decide for value 2"),
                ),
                "choose_first": (
                    translate("ConflictsTab", "Value &1 is right..."),
                    translate("ConflictsTab", "Decide for value 1"),
                ),
            }
        )

    def narrow(self, filters: Mapping[str, object]) -> None:
        """``state`` keeps one state, ``search`` finds people."""
        self.listing.narrow_to(str(filters.get("search", "")), state=str(filters.get("state", "")))

    def choose(self, place: int) -> ReasonDialog | None:
        """Decide for the first or second value, with a reason."""
        line = self.current()
        if line is None or not line.conflict.is_waiting or place >= len(line.sides):
            return None
        translate = QCoreApplication.translate
        side, one = line.sides[place], line.conflict
        told = translate("ConflictsTab", "%1, %2: from now on %3 (%4).")
        told = (
            told.replace("%1", one.label)
            .replace("%2", field_words(one.field, one.table))
            .replace("%4", side_words(side))
        )
        told = told.replace("%3", value_words(one.field, one.candidates[side].value, self.words))
        dialog = ReasonDialog(translate("ConflictsTab", "Decide"), told, translate("ConflictsTab", "Decide"), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._decide(line, side, dialog.answer))
        self.reason_dialog = dialog
        dialog.open()
        return dialog

    def told_why(self, line: Waiting) -> str:
        """Both values with who and when, and what was known before."""
        translate, one = QCoreApplication.translate, line.conflict
        what = f"{table_words(one.table, self.words)} · {field_words(one.field, one.table)}"
        parts = [f"<h3>{escape(one.label)}</h3><p>{escape(what)}</p>"]
        for number, side in enumerate(line.sides, 1):
            candidate = one.candidates[side]
            standing = translate("ConflictsTab", "stands now") if side == one.standing else ""
            by = candidate.by if candidate.by != side else ""
            is_sent = side == OWN and line.agency != self.desk.agency.code
            side_said = translate("ConflictsTab", "held here, as sent before") if is_sent else side_words(side)
            who = " · ".join(filter(None, (side_said, by, self._when(candidate.at), standing)))
            value = escape(value_words(one.field, candidate.value, self.words))
            parts.append(f"<p><b>{number}. {value}</b><br>{escape(who)}</p>")
        if one.base:
            before = translate("ConflictsTab", "Before both: %1")
            parts.append(f"<p>{escape(before.replace('%1', value_words(one.field, one.base, self.words)))}</p>")
        if one.state is ConflictState.DECIDED and one.decided_at is not None:
            decided = translate("ConflictsTab", "Decided for %1 by %2, %3: %4")
            decided = decided.replace("%1", side_words(one.chosen)).replace("%2", one.decided_by)
            decided = decided.replace("%3", self.words.moment(one.decided_at)).replace("%4", one.reason)
            parts.append(f"<p>{escape(decided)}</p>")
        return "".join(parts)

    def _when(self, at: str) -> str:
        """A moment, or the day alone where no more is known."""
        return self.words.day(date.fromisoformat(at)) if len(at) == _DAY else since_words(at, self.words)

    def offer_deeds(self, line: Waiting | None) -> None:
        waits = line is not None and line.conflict.is_waiting
        for button, action in zip(self.buttons.values(), self.deeds.values(), strict=True):
            button.setEnabled(waits)
            action.setEnabled(waits)

    def _decide(self, line: Waiting, side: str, reason: str) -> None:
        agency = "" if line.agency == self.desk.agency.code else line.agency
        self.lane.ask(
            lambda step: self.desk.handover.conflicts.decide(line.conflict.conflict_id, side, reason, agency),
            lambda changes: self.message.emit(QCoreApplication.translate("ConflictsTab", "Decided and noted.")),
            self.refusal.tell,
            touches=CONFLICTS,
        )

    def _told_empty(self, arrangement: Arrangement) -> str:
        translate = QCoreApplication.translate
        if not self.lines:
            return translate("ConflictsTab", "No conflicts. They arise when two PCs change the same field.")
        if arrangement.only("state") == ConflictState.WAITING.value and not arrangement.search:
            return translate("ConflictsTab", "Every conflict is decided. Take the filter out to see them.")
        return ""


def _state(line: object) -> ConflictState:
    assert isinstance(line, Waiting)
    return line.conflict.state

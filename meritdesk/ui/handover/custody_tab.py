"""Serah terima, pegawai rangkap: people whom two agencies hold in a year, and which of them answers for them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import IntEnum, StrEnum
from html import escape

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from meritdesk.core.custody import CustodyLine
from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.services.changes import Step
from meritdesk.ui import look
from meritdesk.ui.background import Lane
from meritdesk.ui.day_field import DayField
from meritdesk.ui.follow_up.listed_tab import ListedTab
from meritdesk.ui.handover.conflicts_tab import CONFLICTS
from meritdesk.ui.handover.reason_dialog import ReasonDialog
from meritdesk.ui.line_table import LineTable
from meritdesk.ui.lists.arrangement import Arrangement
from meritdesk.ui.wording import Words


class Custody(StrEnum):
    """Whether somebody named who answers for a person."""

    WAITING = "WAITING"
    DECIDED = "DECIDED"


class CustodyColumn(IntEnum):
    """One person whom several agencies hold."""

    STATE = 0
    NAME = 1
    NIP = 2
    AGENCIES = 3
    OWNER = 4
    REASON = 5


class CustodyTable(LineTable[CustodyLine]):
    """The people held twice, those without a decision first."""

    columns = CustodyColumn
    named_by = frozenset({CustodyColumn.NAME})

    def identity(self, line: CustodyLine) -> object:
        return line.key

    def heading(self, column: int) -> str:
        """State, person, agencies, decision."""
        translate = QCoreApplication.translate
        return (
            translate("CustodyTab", "State"),
            translate("CustodyTab", "Employee"),
            translate("CustodyTab", "NIP"),
            translate("CustodyTab", "Held by"),
            translate("CustodyTab", "Answers for them"),
            translate("CustodyTab", "Reason"),
        )[column]

    def cells(self, line: CustodyLine) -> tuple[str, ...]:
        """One line."""
        state = custody_state(line)
        sign = "⚠" if state is Custody.WAITING else "✓"
        return (
            f"{sign} {self.words.messages.label(f'CUSTODY:{state.value}')}",
            line.claims[0].name,
            line.claims[0].nip or line.key,
            ", ".join(claim.agency for claim in line.claims),
            line.decision.owner if line.decision is not None else "–",
            line.decision.reason if line.decision is not None else "–",
        )

    def colour(self, line: CustodyLine, column: int) -> QColor | None:
        """What waits asks."""
        if column != CustodyColumn.STATE:
            return None
        return look.asks() if line.is_waiting else look.arrived()


class CustodyDialog(ReasonDialog):
    """Which agency answers for a person, from when, and on what paper that rests."""

    def __init__(self, line: CustodyLine, year: int, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        told = translate(
            "CustodyTab", "%1 stands in the files of %2. Both keep what they sent; who answers for the year?"
        )
        told = told.replace("%1", line.claims[0].name).replace("%2", ", ".join(one.agency for one in line.claims))
        super().__init__(translate("CustodyTab", "Held twice"), told, translate("CustodyTab", "Decide"), parent)
        self.owner = QComboBox()
        for claim in line.claims:
            self.owner.addItem(f"{claim.agency} · {claim.unit} · {claim.position}", claim.agency)
        newest = max(line.claims, key=lambda one: one.since or date.min)
        self.owner.setCurrentIndex(line.claims.index(newest))
        self.has_day = QCheckBox(translate("CustodyTab", "from a day on"))
        self.day = DayField(newest.since or date(year, 1, 1))
        self.day.setEnabled(False)
        self.day.setAccessibleName(translate("CustodyTab", "from a day on"))
        self.has_day.toggled.connect(self.day.setEnabled)
        self.form.insertRow(0, translate("CustodyTab", "&Agency"), self.owner)
        self.form.insertRow(1, self.has_day, self.day)

    @property
    def chosen(self) -> tuple[str, date | None]:
        """The agency and since when, where that was said."""
        return str(self.owner.currentData()), self.day.day if self.has_day.isChecked() else None


class CustodyTab(ListedTab[CustodyLine]):
    """People held twice; only a region has any."""

    room = "handover"
    nouns = frozenset({"conflicts", "people", "ledger"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self.table = CustodyTable(words, self)
        self.build(
            "handover.custody",
            self.table,
            [],
            {"decide_custody": ("Ctrl+Return", self.decide)},
        )
        self.listing.title_words = lambda: QCoreApplication.translate("CustodyTab", "People held twice")
        self.listing.empty_words = self._told_empty
        self.retranslate()

    def load(self, period: Period) -> None:
        self.refusal.tell(None)

        def read(step: Step) -> tuple[CustodyLine, ...]:
            return self.desk.handover.custody.lines(period.year) if self.desk.agency.is_region else ()

        self.lane.ask(read, self.give, self.refused, key="handover-custody")

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self.title.setText(translate("CustodyTab", "People held twice"))
        self.lead.setText(
            translate(
                "CustodyTab",
                "Two agencies send the same person in one year. The region names who answers for them, so that nobody "
                "counts twice; neither agency loses its record.",
            )
        )
        self.say_parts(
            {
                "decide_custody": (
                    translate("CustodyTab", "Name the agency..."),
                    translate("CustodyTab", "Name who answers for the chosen person"),
                )
            }
        )

    def narrow(self, filters: Mapping[str, object]) -> None:
        """``search`` or ``nip`` finds people."""
        self.listing.narrow_to(str(filters.get("search", "") or filters.get("nip", "")))

    def decide(self) -> CustodyDialog | None:
        """Name the agency that answers for the chosen person."""
        line, period = self.current(), self.period
        if line is None or period is None:
            return None
        dialog = CustodyDialog(line, period.year, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._write(line, period.year, *dialog.chosen, dialog.answer))
        self.custody_dialog = dialog
        dialog.open()
        return dialog

    def told_why(self, line: CustodyLine) -> str:
        """What each agency says of the person."""
        translate = QCoreApplication.translate
        parts = [f"<h3>{escape(line.claims[0].name)}</h3>"]
        for claim in line.claims:
            since = (
                translate("CustodyTab", "since %1").replace("%1", self.words.day(claim.since)) if claim.since else ""
            )
            told = " · ".join(filter(None, (claim.unit, claim.position, since)))
            parts.append(f"<p><b>{escape(claim.agency)}</b> {escape(claim.nip)}<br>{escape(told)}</p>")
        if line.decision is not None:
            one = line.decision
            said = translate("CustodyTab", "Decided for %1 by %2, %3: %4").replace("%1", one.owner)
            said = said.replace("%2", one.decided_by).replace("%3", self.words.moment(one.decided_at))
            if one.since is not None:
                since = translate("CustodyTab", "since %1").replace("%1", self.words.day(one.since))
                said = said.replace(one.owner, f"{one.owner} {since}", 1)
            parts.append(f"<p>{escape(said.replace('%4', one.reason))}</p>")
        return "".join(parts)

    def _write(self, line: CustodyLine, year: int, owner: str, since: date | None, reason: str) -> None:
        self.lane.ask(
            lambda step: self.desk.handover.custody.decide(line.key, year, owner, since, reason),
            lambda changes: self.message.emit(QCoreApplication.translate("CustodyTab", "Decided and noted.")),
            self.refusal.tell,
            touches=CONFLICTS,
        )

    def _told_empty(self, arrangement: Arrangement) -> str:
        translate = QCoreApplication.translate
        if arrangement.is_narrowed:
            return ""
        if not self.desk.agency.is_region:
            return translate("CustodyTab", "Only the regional office sees the files of several agencies.")
        return translate("CustodyTab", "Nobody is held by two agencies in this year.")


def custody_state(line: CustodyLine) -> Custody:
    """Whether it waits."""
    return Custody.WAITING if line.is_waiting else Custody.DECIDED

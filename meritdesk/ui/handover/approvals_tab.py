"""Persetujuan: what the region says of each period, and what was changed since."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from meritdesk.core.approvals import ApprovalState
from meritdesk.core.periods import Period, parse_period
from meritdesk.services import Desk
from meritdesk.services.handover.approvals import AgencyApproval
from meritdesk.ui import look
from meritdesk.ui.background import Lane
from meritdesk.ui.drafts.keeper import keep_drafts
from meritdesk.ui.handover.return_dialog import ReturnDialog, SentenceDialog
from meritdesk.ui.handover.return_tables import ApprovalColumn, ApprovalTable
from meritdesk.ui.lists.facets import column_facet
from meritdesk.ui.lists.line_list import LineList
from meritdesk.ui.notices import RefusalStrip
from meritdesk.ui.room import RoomPage
from meritdesk.ui.wording import Words


class DecisionDialog(SentenceDialog):
    """A word on one period, with its reason."""


class ApprovalsTab(RoomPage):
    """The region's word on every period."""

    room = "handover"
    nouns = frozenset({"approvals", "ledger", "evaluations", "plans", "levels", "actuals"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self._is_region = desk.agency.is_region
        self._lines: tuple[AgencyApproval, ...] = ()
        self._title = look.title(QLabel(self))
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        look.colour(self.told, look.quiet())
        self.refusal = RefusalStrip(words, self)
        self.table = ApprovalTable(words, self)
        self.listing = LineList(
            "handover.approvals",
            self.table,
            self,
            facets=[
                column_facet(self.table, column, lambda: self._lines)
                for column in (ApprovalColumn.AGENCY, ApprovalColumn.PERIOD, ApprovalColumn.STATE)
            ],
            is_personal=False,
            chooses_first=True,
        )
        self.listing.title_words = self._title.text
        self.listing.empty_words = lambda how: "" if how.is_narrowed else self._told_empty()
        self.listing.line_chosen.connect(lambda _: self._settle())
        self.view = self.listing.view
        deeds: dict[str, Callable[[], object]] = (
            {"unapprove": self.unapprove, "lock": self.lock, "approve": self.approve, "complete": self.complete}
            if self._is_region
            else {"work_on": self.work_on}
        )
        self.buttons: dict[str, QPushButton] = {}
        top = QHBoxLayout()
        top.addWidget(self._title)
        top.addStretch(1)
        for name, deed in deeds.items():
            button = QPushButton(self)
            button.clicked.connect(lambda _=False, deed=deed: deed())
            self.buttons[name] = button
            top.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.RHYTHM, look.RHYTHM, look.RHYTHM, look.RHYTHM)
        column.setSpacing(look.RHYTHM)
        column.addLayout(top)
        column.addWidget(self.told)
        column.addWidget(self.refusal)
        column.addWidget(self.listing, 1)
        self.retranslate()

    def load(self, period: Period) -> None:
        """Read the words on all periods."""
        lines = self.desk.handover.approvals.lines
        self.lane.ask(lambda step: lines(), self._show, self.refusal.tell, key="approvals")

    def primary_focus(self) -> QWidget:
        return self.view

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self._title.setText(translate("ApprovalsTab", "Approvals"))
        said = {
            "complete": translate("ApprovalsTab", "Complete…"),
            "approve": translate("ApprovalsTab", "Approve…"),
            "lock": translate("ApprovalsTab", "Lock…"),
            "unapprove": translate("ApprovalsTab", "Open again…"),
            "work_on": translate("ApprovalsTab", "Work on all the same…"),
        }
        for name, button in self.buttons.items():
            button.setText(said[name])
        self.told.setText(
            translate(
                "ApprovalsTab",
                "Complete is not approved. A lock leaves with the next return; it cannot hold anybody's hand, "
                "but every later change is counted here.",
            )
            if self._is_region
            else translate(
                "ApprovalsTab",
                "In a locked period work asks for a reason first; the region reads it with the next package, and every "
                "later change is counted.",
            )
        )
        self.listing.say()
        self._settle()

    def complete(self) -> ReturnDialog | None:
        """Everything that is expected is here."""
        told = QCoreApplication.translate(
            "ApprovalsTab",
            "%1, %2: people with a closed evaluation here: %3 of %4. Where some are missing, write why.",
        )
        return self._ask(ApprovalState.COMPLETE, told, self.desk.handover.approvals.complete)

    def approve(self) -> ReturnDialog | None:
        """Say yes to what is held."""
        told = QCoreApplication.translate("ApprovalsTab", "%1, %2: what has arrived is approved; changes are counted.")
        return self._ask(ApprovalState.APPROVED, told, self.desk.handover.approvals.approve)

    def lock(self) -> ReturnDialog | None:
        """Ask that the period is left alone."""
        told = QCoreApplication.translate("ApprovalsTab", "%1, %2: work there will ask for a reason first.")
        return self._ask(ApprovalState.LOCKED, told, self.desk.handover.approvals.lock)

    def unapprove(self) -> ReturnDialog | None:
        """Open the period again."""
        told = QCoreApplication.translate(
            "ApprovalsTab", "%1, %2: the period opens again; the agency reads the reason."
        )
        return self._ask(ApprovalState.OPEN, told, self.desk.handover.approvals.unapprove)

    def open_word(self, begun: str) -> ReturnDialog | None:
        """The word that was begun, by the state that it leads to, or ``work_on``."""
        name = next((button for state, button in _BUTTONS.items() if state.value == begun), "work_on")
        dialog: ReturnDialog | None = getattr(self, name)()
        return dialog

    def work_on(self) -> ReturnDialog | None:
        """Write down why work goes on in a locked period."""
        line = self.listing.current()
        if line is None:
            return None
        translate = QCoreApplication.translate
        period = parse_period(line.line.approval.period)
        told = translate("ApprovalsTab", "%1 was locked by %2. Write down why work goes on; the region will read it.")
        told = told.replace("%1", self.words.period(period)).replace("%2", line.line.approval.decided_by or "-")
        work_on = self.desk.handover.approvals.work_on
        return self._open(
            DecisionDialog(
                self.desk,
                self.lane,
                self.words,
                translate("ApprovalsTab", "Work on all the same"),
                told,
                translate("ApprovalsTab", "&Reason"),
                partial(work_on, period),
                self,
            ),
            f"work_on|{period.code}",
        )

    def _ask(self, state: ApprovalState, told: str, say: Callable[[str, Period, str], object]) -> ReturnDialog | None:
        line = self.listing.current()
        if line is None:
            return None
        period = parse_period(line.line.approval.period)
        facts = (line.agency_name, self.words.period(period), str(line.line.closed), str(line.line.due))
        for place, text in enumerate(facts, 1):
            told = told.replace(f"%{place}", text)
        needs_words = state is ApprovalState.OPEN or (state is ApprovalState.COMPLETE and not line.line.is_complete)
        return self._open(
            DecisionDialog(
                self.desk,
                self.lane,
                self.words,
                self.buttons[_BUTTONS[state]].text().rstrip("…"),
                told,
                QCoreApplication.translate("ApprovalsTab", "&Reason"),
                partial(say, line.agency_code, period),
                self,
                must_be_said=needs_words,
            ),
            f"{state.value}|{line.agency_code}|{period.code}",
            line.agency_name,
        )

    def _open(self, dialog: ReturnDialog, subject: str, about: str = "") -> ReturnDialog:
        keep_drafts(dialog, self, "handover.approval", subject, about)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.did.connect(lambda _: self.mark_stale())
        self.refusal.tell(None)
        dialog.open()
        return dialog

    def _show(self, lines: tuple[AgencyApproval, ...]) -> None:
        self._lines = lines
        self.listing.show_lines(lines)
        self.view.fit_soon(is_anew=True)  # the next state has longer words
        self._settle()

    def _settle(self) -> None:
        """Only the step that comes next is offered."""
        line = self.listing.current()
        state = line.line.approval.state if line is not None else None
        can = {
            "complete": state is ApprovalState.OPEN,
            "approve": state is ApprovalState.COMPLETE,
            "lock": state is ApprovalState.APPROVED,
            "unapprove": state not in (None, ApprovalState.OPEN),
            "work_on": state is ApprovalState.LOCKED and line is not None and line.line.after_lock is None,
        }
        for name, button in self.buttons.items():
            button.setEnabled(can[name])

    def _told_empty(self) -> str:
        translate = QCoreApplication.translate
        if self._is_region:
            return translate("ApprovalsTab", "Nothing has arrived yet. Receive the packages of the agencies first.")
        return translate("ApprovalsTab", "The region has said nothing of any period. Its word comes with a return.")


_BUTTONS = {
    ApprovalState.COMPLETE: "complete",
    ApprovalState.APPROVED: "approve",
    ApprovalState.LOCKED: "lock",
    ApprovalState.OPEN: "unapprove",
}

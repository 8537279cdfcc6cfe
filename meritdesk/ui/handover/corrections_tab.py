"""Koreksi: what the region asks to be put right, what came of it, and everything else that comes back with a return."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from meritdesk.core.merging import PEOPLE
from meritdesk.core.periods import Period
from meritdesk.core.reference import OfferState
from meritdesk.core.trust import DeviceRole
from meritdesk.services import Desk
from meritdesk.services.changes import Step
from meritdesk.services.handover.approvals import AgencyApproval
from meritdesk.services.handover.corrections import AgencyCorrection
from meritdesk.services.handover.reference import OfferView
from meritdesk.services.handover.returning import ReturnOutcome
from meritdesk.ui import look
from meritdesk.ui.actions import page_action
from meritdesk.ui.background import Lane
from meritdesk.ui.drafts.keeper import keep_drafts
from meritdesk.ui.folders import Purpose, ask_folder
from meritdesk.ui.handover.correction_dialogs import ConflictQuestionDialog, ProposeDialog
from meritdesk.ui.handover.merging_words import field_words, value_words
from meritdesk.ui.handover.paper_receipt_dialog import PaperReceiptDialog
from meritdesk.ui.handover.reference_dialogs import ReferenceDialog, RegionWordDialog
from meritdesk.ui.handover.return_dialog import ReturnDialog, SentenceDialog
from meritdesk.ui.handover.return_making import MakeReturnDialog
from meritdesk.ui.handover.return_tables import CorrectionColumn, CorrectionTable, OwnCorrectionTable
from meritdesk.ui.lists.facets import column_facet
from meritdesk.ui.lists.line_list import LineList
from meritdesk.ui.notices import RefusalStrip
from meritdesk.ui.room import RoomPage
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import Words


@dataclass(frozen=True, slots=True)
class Asked:
    """What the page shows: corrections, at the region what has arrived and who is known, at an agency what waits."""

    lines: tuple[AgencyCorrection, ...]
    arrived: tuple[AgencyApproval, ...] = ()
    agencies: Mapping[str, str] = field(default_factory=dict)
    offer: OfferView | None = None


class CorrectionsTab(RoomPage):
    """Corrections and what comes with them."""

    room = "handover"
    nouns = frozenset({"corrections", "reference", "ledger", "approvals"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self._is_region = desk.agency.is_region
        self._lines: tuple[AgencyCorrection, ...] = ()
        self._arrived: tuple[AgencyApproval, ...] = ()
        self._offer: OfferView | None = None
        self._known: dict[str, str] = {}
        self._wants_reference = False
        self._title = look.title(QLabel(self))
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.refusal = RefusalStrip(words, self)
        self.table = CorrectionTable(words, self) if self._is_region else OwnCorrectionTable(words, self)
        self.listing = LineList(
            "handover.corrections",
            self.table,
            self,
            facets=[
                column_facet(self.table, column, lambda: self._lines)
                for column in (CorrectionColumn.STATE, CorrectionColumn.AGENCY, CorrectionColumn.PERIOD)
            ],
            is_personal=False,
            chooses_first=True,
        )
        self.listing.title_words = self._title.text
        self.listing.empty_words = lambda how: "" if how.is_narrowed else self._told_empty()
        self.listing.line_chosen.connect(lambda _: self._settle())
        self.listing.line_opened.connect(lambda _: self.open_record())
        self.view = self.listing.view
        self.buttons: dict[str, QPushButton] = {}
        deeds: dict[str, Callable[[], object]]
        if self._is_region:
            deeds = {
                "say": self.say_reference,
                "conflict": self.ask_about_conflict,
                "return": self.make_return,
                "propose": self.propose,
            }
        else:
            deeds = {
                "paper": self.note_paper_receipt,
                "reference": self.look_at_reference,
                "record": self.open_record,
                "answer": self.answer,
                "accept": self.accept,
            }
        top = QHBoxLayout()
        top.addWidget(self._title)
        top.addStretch(1)
        for name, deed in deeds.items():
            button = QPushButton(self)
            button.clicked.connect(lambda _=False, deed=deed: deed())
            self.buttons[name] = button
            top.addWidget(button)
        self.buttons["propose" if self._is_region else "accept"].setObjectName("primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(look.RHYTHM, look.RHYTHM, look.RHYTHM, look.RHYTHM)
        column.setSpacing(look.RHYTHM)
        column.addLayout(top)
        column.addWidget(self.told)
        column.addWidget(self.refusal)
        column.addWidget(self.listing, 1)
        self._record_action = page_action(self, "open_record", "Ctrl+E")
        self._record_action.triggered.connect(self.open_record)
        self.listing.offer(self._record_action)
        self.retranslate()

    def load(self, period: Period) -> None:
        """Read what was asked and what waits; it is the same in every period."""
        handover = self.desk.handover

        def work(step: Step) -> Asked:
            lines = handover.corrections.lines()
            if self._is_region:
                known = [one.device for one in handover.keys.devices() if one.device.role is not DeviceRole.REGION]
                names = {one.agency_code: one.agency_name for one in known if one.is_in_force}
                return Asked(lines, handover.approvals.lines(), names)
            waits = any(one.state is OfferState.WAITING for one in handover.reference.offers())
            return Asked(lines, offer=handover.reference.look() if waits else None)

        self.lane.ask(work, self._show, self.refusal.tell, key="corrections")

    def primary_focus(self) -> QWidget:
        return self.view

    def narrow(self, filters: Mapping[str, object]) -> None:
        """``task`` reference opens the reference data that wait, once they are read."""
        if filters.get("task") == "reference":
            self._wants_reference = True
            self.mark_stale()

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self._title.setText(translate("CorrectionsTab", "Corrections"))
        said = {
            "say": translate("CorrectionsTab", "Reference data…"),
            "conflict": translate("CorrectionsTab", "Ask about a conflict…"),
            "return": translate("CorrectionsTab", "Make a return…"),
            "propose": translate("CorrectionsTab", "Propose a correction…"),
            "paper": translate("CorrectionsTab", "Receipt on paper…"),
            "reference": translate("CorrectionsTab", "Reference data…"),
            "record": translate("CorrectionsTab", "Open the record"),
            "answer": translate("CorrectionsTab", "Answer in words…"),
            "accept": translate("CorrectionsTab", "Put it right…"),
        }
        for name, button in self.buttons.items():
            button.setText(said[name])
        self._record_action.setText(translate("CorrectionsTab", "Open the record"))
        self.listing.say()
        self._say()
        self._settle()

    def propose(self) -> ReturnDialog:
        """Ask an agency about one field of an arrived record."""
        dialog = ProposeDialog(self.desk, self.lane, self.words, self._arrived, self)
        return self._open(dialog, "handover.propose", leave_out=("package", "table", "record", "field"))

    def ask_about_conflict(self) -> ReturnDialog:
        """Ask an agency for a new version of what is in conflict."""
        dialog = ConflictQuestionDialog(self.desk, self.lane, self.words, self._agencies(), self)
        return self._open(dialog, "handover.conflict", leave_out=("conflict",))

    def say_reference(self) -> ReturnDialog:
        """Say reference data for the agencies."""
        return self._open(RegionWordDialog(self.desk, self.lane, self.words, self._agencies(), self), "handover.word")

    def make_return(self) -> ReturnDialog:
        """Make the return of an agency chosen by name; the one of the chosen line is proposed."""
        line = self._current()
        dialog = MakeReturnDialog(
            self.desk,
            self.lane,
            self.words,
            self._known | self._agencies(),
            line.agency_code if line is not None else "",
            self._ask_folder,
            self,
        )
        dialog.did.connect(self._made)
        return self._open(dialog)

    def _made(self, outcome: object) -> None:
        if not isinstance(outcome, ReturnOutcome):
            return
        translate = QCoreApplication.translate
        said = translate("CorrectionsTab", "Return written: %1")
        if outcome.reissued:
            said = translate("CorrectionsTab", "Nothing new: the same return was written again: %1")
        self.message.emit(said.replace("%1", outcome.path.name))

    def accept(self) -> ReturnDialog | None:
        """Do what is asked."""
        line = self._current()
        if line is None or not line.line.is_waiting:
            return None
        translate = QCoreApplication.translate
        asked = line.line.correction
        told = translate("CorrectionsTab", "%1, %2: from “%3” to “%4”. Reason of the region: %5")
        if asked.table == "penilaian":
            told = translate(
                "CorrectionsTab", "%1: a new version of the evaluation is opened; the signed one stays. Reason: %5"
            )
        named = field_words(asked.field, asked.table)
        values = [value_words(asked.field, one, self.words) if one else "-" for one in (asked.present, asked.requested)]
        for place, text in enumerate((asked.label, named, *values, asked.reason), 1):
            told = told.replace(f"%{place}", text or "-")
        accept, name = self.desk.handover.corrections.accept, asked.correction_id
        return self._open(
            SentenceDialog(
                self.desk,
                self.lane,
                self.words,
                translate("CorrectionsTab", "Put it right"),
                told,
                translate("CorrectionsTab", "&Words for the region (may stay empty)"),
                lambda words: accept(name, words),
                self,
                must_be_said=False,
            ),
            "handover.answer",
            f"accept|{name}",
            asked.label,
        )

    def answer(self) -> ReturnDialog | None:
        """Answer in words and change nothing."""
        line = self._current()
        if line is None or not line.line.is_waiting:
            return None
        translate = QCoreApplication.translate
        asked = line.line.correction
        told = translate("CorrectionsTab", "%1, %2. Reason of the region: %3. Nothing is changed.")
        for place, text in enumerate((asked.label, field_words(asked.field, asked.table), asked.reason), 1):
            told = told.replace(f"%{place}", text)
        answer, name = self.desk.handover.corrections.answer, asked.correction_id
        return self._open(
            SentenceDialog(
                self.desk,
                self.lane,
                self.words,
                translate("CorrectionsTab", "Answer in words"),
                told,
                translate("CorrectionsTab", "&Answer"),
                lambda words: answer(name, words),
                self,
            ),
            "handover.answer",
            f"answer|{name}",
            asked.label,
        )

    def look_at_reference(self) -> ReturnDialog:
        """What the reference data of the region would do here."""
        return self._open(ReferenceDialog(self.desk, self.lane, self.words, self._offer, self))

    def note_paper_receipt(self) -> ReturnDialog:
        """Confirm a package by the receipt on paper."""
        return self._open(PaperReceiptDialog(self.desk, self.lane, self.words, self), "handover.paper")

    def open_record(self) -> None:
        """Go to the record that the chosen correction asks about."""
        line = self._current()
        if line is None or self._is_region:
            return
        asked = line.line.correction
        nip = asked.label.rpartition("(")[2].rstrip(")") if "(" in asked.label else ""
        room = "register" if asked.table in (PEOPLE, "unit") else "assessment"
        self.go_to.emit(room, {"nip": nip} if nip else {})

    def _current(self) -> AgencyCorrection | None:
        return self.listing.current()

    def _agencies(self) -> dict[str, str]:
        return {one.agency_code: one.agency_name for one in self._arrived}

    def _ask_folder(self, name: str) -> Path | None:
        words = QCoreApplication.translate("CorrectionsTab", "Where is the memory stick for %1?").replace("%1", name)
        return ask_folder(self, words, Purpose.STICK)

    def _open(
        self,
        dialog: ReturnDialog,
        editor: str = "",
        subject: str = "new",
        about: str = "",
        leave_out: Collection[str] = (),
    ) -> ReturnDialog:
        if editor:
            keep_drafts(dialog, self, editor, subject, about, leave_out=leave_out)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.did.connect(lambda _: self.mark_stale())
        self.refusal.tell(None)
        dialog.open()
        return dialog

    def _show(self, found: Asked) -> None:
        self._lines, self._arrived, self._offer = found.lines, found.arrived, found.offer
        self._known = dict(found.agencies)
        self.listing.show_lines(self._lines)
        self.view.fit_soon(is_anew=True)  # the next state has longer words
        self._say()
        self._settle()
        if self._wants_reference:
            self._wants_reference = False
            self.look_at_reference()

    def _settle(self) -> None:
        line = self._current()
        is_waiting = line is not None and line.line.is_waiting
        if self._is_region:
            for name in ("say", "conflict", "propose"):
                self.buttons[name].setEnabled(bool(self._arrived))
            self.buttons["return"].setEnabled(bool(self._known or self._arrived))
            return
        self.buttons["accept"].setEnabled(is_waiting)
        self.buttons["answer"].setEnabled(is_waiting)
        self.buttons["record"].setEnabled(line is not None)
        self.buttons["reference"].setEnabled(self._offer is not None)

    def _say(self) -> None:
        """How much waits, in one sentence."""
        translate = QCoreApplication.translate
        waiting = sum(one.line.is_waiting for one in self._lines)
        if self._is_region:
            said = translate("CorrectionsTab", "%1 corrections wait for an answer. They leave with the next return.")
        else:
            said = translate("CorrectionsTab", "%1 corrections wait here. Answers go up with the next package.")
        if self._offer is not None:
            said += " " + translate("CorrectionsTab", "⚠ Reference data of the region waits to be taken.")
        self.told.setText(singular(said.replace("%1", self.words.number(waiting))))

    def _told_empty(self) -> str:
        translate = QCoreApplication.translate
        if self._is_region:
            return translate("CorrectionsTab", "Nothing was asked yet. Propose a correction of a record that arrived.")
        return translate("CorrectionsTab", "The region has asked for nothing. Corrections come with its returns.")

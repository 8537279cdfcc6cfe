"""What is done with keys: every deed opens its guided page, and the record of it is looked at afterwards."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from meritdesk.core.trust import DeviceRole, KeyAct, KeyRequest, KeyStatus, RequestState
from meritdesk.services import Desk
from meritdesk.services.handover.key_admission import AdmitOutcome
from meritdesk.services.handover.key_ceremony import CeremonyOutcome
from meritdesk.services.handover.key_standing import StandingOutcome
from meritdesk.services.handover.keys import ArrivedList, DeviceLine, EnrolOutcome, ListOutcome
from meritdesk.ui.background import Lane
from meritdesk.ui.documents.sheet_dialog import SheetDialog
from meritdesk.ui.folders import Purpose, ask_file, ask_folder
from meritdesk.ui.handover.dialogs import FactsDialog
from meritdesk.ui.handover.key_ceremony import CeremonyDialog
from meritdesk.ui.handover.key_dialogs import (
    AdmitDialog,
    BlockDialog,
    EnrolDialog,
    LayDownDialog,
    ListDialog,
    NextKeyDialog,
    TurnAwayDialog,
)
from meritdesk.ui.handover.key_guide import KEYS, GuideDialog
from meritdesk.ui.handover.key_words import KeyRoom
from meritdesk.ui.handover.promote_dialog import PromoteDialog, can_promote
from meritdesk.ui.lists.line_list import LineList
from meritdesk.ui.notices import RefusalStrip
from meritdesk.ui.room import RoomPage
from meritdesk.ui.wording import Words

D = TypeVar("D", bound=GuideDialog | CeremonyDialog)


class KeyDeeds(RoomPage):
    """The deeds of the keys tab; what is chosen in its lists says on whom they are done."""

    refusal: RefusalStrip
    device_list: LineList[DeviceLine]
    request_list: LineList[KeyRequest]
    act_list: LineList[KeyAct]

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self._held: KeyRoom | None = None

    def enrol(self) -> GuideDialog:
        """Write the enrolment file and the form of this PC."""
        return self._open(EnrolDialog(self.desk, self.lane, self.words, False, self), self._enrolled)

    def rotate(self) -> GuideDialog:
        """Change the keys of this PC."""
        return self._open(EnrolDialog(self.desk, self.lane, self.words, True, self), self._enrolled)

    def block(self) -> GuideDialog:
        """Believe a key no more at once."""
        return self._open(BlockDialog(self.desk, self.lane, self.words, self), self._acted)

    def take_list(self, path: Path | None = None) -> None:
        """Take a trust list in; the first one asks for the groups of the circular.

        One that came with a return and waits is taken before a file is asked for.
        """
        waits = path is None and self._held is not None and self._held.own.list_waits
        file = path
        if file is None and not waits:
            file = self._ask_file(QCoreApplication.translate("KeysTab", "Which trust list?"), "ZIP (*.zip)")
            if file is None:
                return

        def show(seen: ArrivedList) -> None:
            self.list_dialog = self._open(
                ListDialog(self.desk, self.lane, self.words, file, seen, self), self._list_taken
            )

        self.refusal.tell(None)
        self.lane.ask(lambda step: self.desk.handover.keys.look_at_list(file), show, self.refusal.tell)

    def write_list(self, folder: Path | None = None) -> None:
        """Write the trust list as a file of its own; returns carry it anyway."""
        words = QCoreApplication.translate("KeysTab", "Where is the memory stick?")
        target = folder or self._ask_folder(words)
        if target is None:
            return

        def written(path: Path) -> None:
            said = QCoreApplication.translate("KeysTab", "Trust list written: %1")
            self.message.emit(said.replace("%1", path.name))

        self.refusal.tell(None)
        self.lane.ask(lambda step: self.desk.handover.keys.export_list(target), written, self.refusal.tell)

    def take_request(self, path: Path | None = None) -> None:
        """Put an enrolment file into the queue, and go on to the paper."""
        translate = QCoreApplication.translate
        file = path or self._ask_file(translate("KeysTab", "Which enrolment file?"), "MeritDesk (*.merit)")
        if file is None:
            return

        def taken(request: KeyRequest) -> None:
            self.mark_stale()
            self._open(AdmitDialog(self.desk, self.lane, self.words, request, self), self._admitted)

        self.refusal.tell(None)
        take = self.desk.handover.keys.admission.take
        self.lane.ask(lambda step: take(file), taken, self.refusal.tell, touches=KEYS)

    def admit(self) -> GuideDialog | None:
        """Vouch for the chosen request with its paper at hand."""
        request = self.request_list.current()
        if request is None or request.state is not RequestState.WAITING:
            return None
        return self._open(AdmitDialog(self.desk, self.lane, self.words, request, self), self._admitted)

    def turn_away(self) -> GuideDialog | None:
        """Close the chosen request."""
        request = self.request_list.current()
        if request is None or request.state is not RequestState.WAITING:
            return None
        return self._open(TurnAwayDialog(self.desk, self.lane, self.words, request, self), self._acted)

    def lay_down(self, is_revoked: bool) -> GuideDialog | None:
        """Retire or revoke the chosen key."""
        line = self.device_list.current()
        if line is None or not can_lay_down(line, is_revoked):
            return None
        return self._open(LayDownDialog(self.desk, self.lane, self.words, line, is_revoked, self), self._stood)

    def promote(self) -> GuideDialog | None:
        """Make the chosen second PC the primary of its agency."""
        line = self.device_list.current()
        if line is None or not can_promote(line):
            return None
        return self._open(PromoteDialog(self.desk, self.lane, self.words, line, self), self._stood)

    def next_key(self) -> GuideDialog:
        """Announce the region's next key, or take up the one announced."""
        devices = self._held.devices if self._held else ()
        is_announced = any(one.device.status is KeyStatus.ANNOUNCED for one in devices)
        return self._open(NextKeyDialog(self.desk, self.lane, self.words, is_announced, self), self._stood)

    def hold_ceremony(self) -> CeremonyDialog:
        """The ceremony of the three root keys."""
        return self._open(CeremonyDialog(self.desk, self.lane, self.words, False, self), self._ceremony_held)

    def change_root(self) -> CeremonyDialog:
        """Other holders, or another key for signing lists."""
        return self._open(CeremonyDialog(self.desk, self.lane, self.words, True, self), self._ceremony_held)

    def show_record(self, number: int = 0) -> SheetDialog | None:
        """Look at the record of an act as paper, and print it."""
        act = self.act_list.current()
        wanted = number or (act.number if act is not None else 0)
        if not wanted:
            return None
        papers = self.desk.handover.keys.papers
        dialog = SheetDialog(
            self.desk,
            self.lane,
            self.words,
            QCoreApplication.translate("KeysTab", "Record %1").replace("%1", str(wanted)),
            lambda style: papers.preview(wanted, style),
            lambda folder, style: Path(papers.print(wanted, folder, style).file.path),
            self,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.sheet_dialog = dialog
        dialog.open()
        return dialog

    def _open(self, dialog: D, then: Callable[[Any], None]) -> D:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.did.connect(then)
        # A refusal may have counted a wrong try or noted an incident.
        dialog.finished.connect(lambda _: self.mark_stale())
        self.refusal.tell(None)
        dialog.open()
        return dialog

    def _enrolled(self, outcome: EnrolOutcome) -> None:
        translate = QCoreApplication.translate
        dialog = FactsDialog(
            translate("KeysTab", "Enrolment written"),
            "✓ " + translate("KeysTab", "Now print the form, have it stamped, and take both to the regional office."),
            self,
        )
        dialog.fact(translate("KeysTab", "Fingerprint"), "   ".join(outcome.fingerprint))
        dialog.fact(translate("KeysTab", "Form to print"), str(outcome.form))
        dialog.fact(translate("KeysTab", "Enrolment file"), str(outcome.file))
        form = dialog.button(translate("KeysTab", "Look at the form…"), QDialogButtonBox.ButtonRole.ActionRole)
        form.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(outcome.form))))
        dialog.button(translate("KeysTab", "Close"), QDialogButtonBox.ButtonRole.AcceptRole)
        dialog.open()

    def _acted(self, act: KeyAct) -> None:
        self.show_record(act.number)

    def _admitted(self, outcome: AdmitOutcome | KeyAct) -> None:
        self.show_record(outcome.act.number if isinstance(outcome, AdmitOutcome) else outcome.number)

    def _stood(self, outcome: StandingOutcome) -> None:
        self.show_record(outcome.act.number)

    def _ceremony_held(self, outcome: CeremonyOutcome) -> None:
        self.show_record(outcome.act.number)

    def _list_taken(self, outcome: ListOutcome) -> None:
        self.message.emit(self.words.messages.label_of(outcome.taken))
        if outcome.act is not None:
            self.show_record(outcome.act.number)

    def _ask_file(self, words: str, kind: str) -> Path | None:
        return ask_file(self, words, f"{kind};;* (*)")

    def _ask_folder(self, words: str) -> Path | None:
        return ask_folder(self, words, Purpose.STICK)


def can_lay_down(line: DeviceLine, is_revoked: bool) -> bool:
    """A key in force; a retired one can still be revoked, since it may bring late packages."""
    if line.is_bare or line.device.role is DeviceRole.REGION:
        return False
    return line.device.status is KeyStatus.ACTIVE or (is_revoked and line.device.status is KeyStatus.RETIRED)

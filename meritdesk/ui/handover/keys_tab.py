"""Kirim & terima, kunci: this PC's keys, every key that is known, who waits for the paper, and every step as a page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.periods import Period
from meritdesk.core.trust import DeviceRole, Incident, KeyAct, KeyRequest, KeyStatus, RequestState
from meritdesk.services import Desk
from meritdesk.services.changes import Step
from meritdesk.services.handover.key_admission import AdmitOutcome
from meritdesk.services.handover.key_ceremony import CeremonyOutcome
from meritdesk.services.handover.key_standing import StandingOutcome
from meritdesk.services.handover.keys import ArrivedList, DeviceLine, EnrolOutcome, ListOutcome, OwnKeys
from meritdesk.ui import look
from meritdesk.ui.actions import page_action
from meritdesk.ui.arrivals import is_trust_list
from meritdesk.ui.background import Lane
from meritdesk.ui.documents.sheet_dialog import SheetDialog
from meritdesk.ui.folders import Purpose, ask_folder, last_folder
from meritdesk.ui.handover.dialogs import FactsDialog
from meritdesk.ui.handover.key_ceremony import CeremonyDialog
from meritdesk.ui.handover.key_dialogs import (
    KEYS,
    AdmitDialog,
    BlockDialog,
    EnrolDialog,
    GuideDialog,
    LayDownDialog,
    ListDialog,
    NextKeyDialog,
    TurnAwayDialog,
)
from meritdesk.ui.handover.key_tables import (
    ActColumn,
    ActTable,
    DeviceColumn,
    DeviceTable,
    IncidentTable,
    RequestColumn,
    RequestTable,
)
from meritdesk.ui.handover.promote_dialog import PromoteDialog, can_promote
from meritdesk.ui.lists.arrangement import Arrangement
from meritdesk.ui.lists.facets import column_facet
from meritdesk.ui.lists.line_list import LineList
from meritdesk.ui.notices import RefusalStrip
from meritdesk.ui.room import RoomPage
from meritdesk.ui.wording import Words

D = TypeVar("D", bound=GuideDialog | CeremonyDialog)


@dataclass(frozen=True, slots=True)
class KeyRoom:
    """What the tab shows."""

    own: OwnKeys
    devices: tuple[DeviceLine, ...]
    requests: tuple[KeyRequest, ...]
    acts: tuple[KeyAct, ...]
    incidents: tuple[Incident, ...]


class KeysTab(RoomPage):
    """Keys without a network."""

    room = "handover"
    nouns = frozenset({"keys", "ledger"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self._held: KeyRoom | None = None
        self._is_region = desk.agency.is_region
        self._title = look.title(QLabel(self))
        self.own = QLabel(self)
        self.own.setWordWrap(True)
        self.own.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.next_step = QLabel(self)
        self.next_step.setWordWrap(True)
        self.refusal = RefusalStrip(words, self)
        self.buttons: dict[str, QPushButton] = {}
        self._deeds: dict[str, Callable[[], object]] = {
            "enrol": self.enrol,
            "rotate": self.rotate,
            "take_list": lambda: self.take_list(),
            "ceremony": self.hold_ceremony,
            "change_root": self.change_root,
            "take": lambda: self.take_request(),
            "write_list": lambda: self.write_list(),
            "next_key": self.next_key,
            "block": self.block,
            "admit": self.admit,
            "turn_away": self.turn_away,
            "promote": self.promote,
            "retire": lambda: self.lay_down(False),
            "revoke": lambda: self.lay_down(True),
            "record": self.show_record,
        }
        for name in self._deeds:
            button = QPushButton(self)
            button.clicked.connect(lambda _=False, name=name: self._deeds[name]())
            self.buttons[name] = button
        self.buttons["take" if self._is_region else "enrol"].setObjectName("primary")
        self._wants_list = False
        self._print_action = page_action(self, "print_record", "Ctrl+P")
        self._print_action.triggered.connect(lambda: self.show_record())
        self.devices = DeviceTable(words, self)
        self.requests = RequestTable(words, self)
        self.acts = ActTable(words, self)
        self.incidents = IncidentTable(words, self)
        self._parts = QSplitter(Qt.Orientation.Vertical, self)
        self.below = QTabWidget(self._parts)
        self.below.setDocumentMode(True)
        stack = self.below.findChild(QStackedWidget)
        self._device_title = look.strong(QLabel(self))
        self.device_list: LineList[DeviceLine] = LineList(
            "handover.keys.devices",
            self.devices,
            self,
            facets=[
                column_facet(self.devices, column, lambda: self._held.devices if self._held else ())
                for column in (DeviceColumn.AGENCY, DeviceColumn.ROLE, DeviceColumn.STATUS)
            ],
            is_personal=False,
            inside=self._parts,
        )
        self.request_list: LineList[KeyRequest] = LineList(
            "handover.keys.requests",
            self.requests,
            self,
            facets=[
                column_facet(self.requests, RequestColumn.STATE, lambda: self._held.requests if self._held else ())
            ],
            is_personal=False,
            is_main=False,
            inside=stack,
        )
        self.act_list: LineList[KeyAct] = LineList(
            "handover.keys.acts",
            self.acts,
            self,
            facets=[column_facet(self.acts, ActColumn.WHAT, lambda: self._held.acts if self._held else ())],
            is_personal=False,
            is_main=False,
            inside=stack,
        )
        self.incident_list: LineList[Incident] = LineList(
            "handover.keys.incidents", self.incidents, self, is_personal=False, is_main=False, inside=stack
        )
        self.device_view, self.request_view = self.device_list.view, self.request_list.view
        self.act_view, self.incident_view = self.act_list.view, self.incident_list.view
        self._lists: tuple[LineList[Any], ...] = (
            (self.request_list, self.act_list, self.incident_list)
            if self._is_region
            else (self.act_list, self.incident_list)
        )
        for listing in self._lists:
            self.below.addTab(listing, "")
        if not self._is_region:
            self.request_list.hide()
        self._connect()
        self._arrange()
        self.retranslate()

    def _connect(self) -> None:
        self.device_list.put_before(self._device_title)
        self.device_list.title_words = self._device_title.text
        self.device_list.empty_words = self._no_devices
        for listing, empty in (
            (self.request_list, self._no_requests),
            (self.act_list, self._no_acts),
            (self.incident_list, self._no_incidents),
        ):
            listing.empty_words = empty
            listing.line_chosen.connect(lambda _: self._settle())
        self.device_list.line_chosen.connect(lambda _: self._settle())
        self.request_list.line_opened.connect(lambda _: self.admit())
        self.act_list.line_opened.connect(lambda _: self.show_record())
        self.act_list.offer(self._print_action)
        if self._is_region:
            self.device_list.put_beside(self.buttons["promote"], self.buttons["retire"], self.buttons["revoke"])
            self.request_list.put_beside(self.buttons["admit"], self.buttons["turn_away"])
        self.act_list.put_beside(self.buttons["record"])

    def _arrange(self) -> None:
        region = ("ceremony", "change_root", "next_key", "write_list", "block", "take")
        agency = ("rotate", "block", "take_list", "enrol")
        shown = region if self._is_region else agency
        top = QHBoxLayout()
        top.addWidget(self._title)
        top.addStretch(1)
        for name in shown:
            top.addWidget(self.buttons[name])
        beside = {"record", "promote", "retire", "revoke", "admit", "turn_away"} if self._is_region else {"record"}
        for name, button in self.buttons.items():
            if name not in shown and name not in beside:
                button.hide()
        self._parts.setChildrenCollapsible(False)
        self._parts.setHandleWidth(2 * look.RHYTHM)
        self._parts.addWidget(self.device_list)
        self._parts.addWidget(self.below)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.RHYTHM, look.RHYTHM, look.RHYTHM, look.RHYTHM)
        column.setSpacing(look.RHYTHM)
        column.addLayout(top)
        column.addWidget(self.own)
        column.addWidget(self.next_step)
        column.addWidget(self.refusal)
        column.addWidget(self._parts, 1)

    def load(self, period: Period) -> None:
        """Read the room of keys; it is the same in every period."""
        keys = self.desk.handover.keys

        def work(step: Step) -> KeyRoom:
            requests = keys.admission.requests() if self._is_region else ()
            return KeyRoom(keys.show(), keys.devices(), requests, keys.acts(), keys.incidents())

        self.lane.ask(work, self._show, key="keys")

    def enter(self, period: Period) -> None:
        """Read anew each time: a file refused on another tab may have left an incident."""
        self.is_stale = True
        super().enter(period)

    def places(self) -> tuple[QWidget, ...]:
        return (self, self.act_list)

    def primary_focus(self) -> QWidget:
        """The next step: the ceremony before there is a list, then what arrives; at an agency the enrolment."""
        if not self._is_region:
            waits = self._held is not None and self._held.own.list_waits
            return self.buttons["take_list" if waits else "enrol"]
        has_list = self._held is not None and self._held.own.list_place is not None
        return self.buttons["take" if has_list else "ceremony"]

    def narrow(self, filters: Mapping[str, object]) -> None:
        """A file that was dropped on the window: an enrolment at the region, a trust list at an agency.

        A region takes its own list back after an older backup was restored. ``task`` list opens the first list that
        came with a return, ``task`` requests shows the enrolments that wait, ``task`` incidents the incidents.
        """
        file = filters.get("file")
        if filters.get("task") == "list":
            self._wants_list = True
            self.mark_stale()
        elif filters.get("task") in ("requests", "incidents"):
            wanted = self.request_list if filters.get("task") == "requests" else self.incident_list
            self.below.setCurrentWidget(wanted)
            wanted.view.setFocus()
        if isinstance(file, Path):
            if self._is_region and not is_trust_list(file):
                self.take_request(file)
            else:
                self.take_list(file)

    def retranslate(self) -> None:
        """Say the page in the current language."""
        translate = QCoreApplication.translate
        self._title.setText(translate("KeysTab", "Keys"))
        said = {
            "enrol": translate("KeysTab", "Enrol this PC…"),
            "rotate": translate("KeysTab", "Change keys…"),
            "take_list": translate("KeysTab", "Take in the trust list…"),
            "ceremony": translate("KeysTab", "Key ceremony…"),
            "change_root": translate("KeysTab", "Change the root…"),
            "take": translate("KeysTab", "Take in an enrolment…"),
            "write_list": translate("KeysTab", "Write the list…"),
            "next_key": translate("KeysTab", "Next key…"),
            "block": translate("KeysTab", "Block a key…"),
            "admit": translate("KeysTab", "Admit…"),
            "turn_away": translate("KeysTab", "Turn away…"),
            "promote": translate("KeysTab", "Make primary…"),
            "retire": translate("KeysTab", "Retire…"),
            "revoke": translate("KeysTab", "Revoke…"),
            "record": translate("KeysTab", "Print the record…"),
        }
        for name, words in said.items():
            self.buttons[name].setText(words)
        self._print_action.setText(translate("KeysTab", "Print the record"))
        self._device_title.setText(translate("KeysTab", "Known keys"))
        titles = [translate("KeysTab", "What was done"), translate("KeysTab", "Incidents")]
        if self._is_region:
            titles.insert(0, translate("KeysTab", "Wait for the paper"))
        for place, title in enumerate(titles):
            self.below.setTabText(place, title)
            self._lists[place].title_words = partial(self.below.tabText, place)
        self.below.setAccessibleName(translate("KeysTab", "Requests, records and incidents"))
        for listing in (self.device_list, *self._lists):
            listing.say()
        self._say()

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
        if line is None or not self._can_lay_down(line, is_revoked):
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

    def _show(self, held: KeyRoom) -> None:
        self._held = held
        self.device_list.show_lines(held.devices)
        self.request_list.show_lines(held.requests)
        self.act_list.show_lines(held.acts)
        self.incident_list.show_lines(held.incidents)
        self._say()
        self._settle()
        if self._wants_list:
            self._wants_list = False
            if held.own.list_waits:
                self.take_list()

    def _settle(self) -> None:
        """Buttons for what is chosen."""
        line, request = self.device_list.current(), self.request_list.current()
        for name in ("retire", "revoke"):
            self.buttons[name].setEnabled(line is not None and self._can_lay_down(line, name == "revoke"))
        self.buttons["promote"].setEnabled(line is not None and can_promote(line))
        waits = request is not None and request.state is RequestState.WAITING
        for name in ("admit", "turn_away"):
            self.buttons[name].setEnabled(waits)
        self.buttons["record"].setEnabled(self.act_list.current() is not None)

    def _can_lay_down(self, line: DeviceLine, is_revoked: bool) -> bool:
        """A key in force; a retired one can still be revoked, since it may bring late packages."""
        if line.is_bare or line.device.role is DeviceRole.REGION:
            return False
        return line.device.status is KeyStatus.ACTIVE or (is_revoked and line.device.status is KeyStatus.RETIRED)

    def _say(self) -> None:
        """This PC's key and list, and what comes next."""
        if self._held is None:
            self.own.clear()
            self.next_step.clear()
            return
        translate = QCoreApplication.translate
        own = self._held.own
        sender = f"{own.card.agency_code}/{own.card.device}"
        said = translate("KeysTab", "This PC %1: %2").replace("%1", sender)
        lines = [said.replace("%2", "   ".join(own.fingerprint)) + f" · {self._standing(own)}"]
        if own.list_place is not None:
            told = translate("KeysTab", "Trust list of %1: number %2 of %3. Fingerprint of the root: %4")
            lines.append(
                told.replace("%1", own.region_code)
                .replace("%2", self.words.number(own.list_place.version))
                .replace("%3", self.words.short_day(own.list_made_on) if own.list_made_on else "-")
                .replace("%4", "   ".join(own.root_fingerprint))
            )
        self.own.setText("\n".join(lines))
        step = self._what_is_next(own)
        self.next_step.setText(f"▸ {step}" if step else "")
        self.next_step.setVisible(bool(step))
        look.colour(self.next_step, look.asks())
        has_list = own.list_place is not None
        self.buttons["ceremony"].setVisible(self._is_region and not has_list)
        for name in ("change_root", "next_key"):
            self.buttons[name].setVisible(self._is_region and has_list)
        for name in ("take", "write_list"):
            self.buttons[name].setEnabled(has_list or not self._is_region)

    def _standing(self, own: OwnKeys) -> str:
        if own.status is None:
            return QCoreApplication.translate("KeysTab", "in no list yet")
        return self.words.messages.label_of(own.status)

    def _what_is_next(self, own: OwnKeys) -> str:
        translate = QCoreApplication.translate
        held = self._held
        waiting = [one for one in held.requests if one.state is RequestState.WAITING] if held else []
        if self._is_region:
            if own.list_place is None:
                return translate(
                    "KeysTab",
                    "Hold the key ceremony with three holders and two witnesses; the manual has the page to read.",
                )
            if waiting:
                said = translate("KeysTab", "%1 enrolments wait for their paper.")
                return said.replace("%1", self.words.number(len(waiting)))
            return ""
        if own.list_waits:
            return translate(
                "KeysTab",
                "The trust list of the regional office came with a return: compare its groups with the official "
                "circular (Take in the trust list).",
            )
        if own.list_place is None:
            return translate(
                "KeysTab", "Enrol this PC, and take in the trust list of the regional office when it comes back."
            )
        if own.status is None:
            return translate(
                "KeysTab", "This key is not in the list yet: take file and stamped form to the regional office."
            )
        if own.status in (KeyStatus.RETIRED, KeyStatus.REVOKED):
            return translate(
                "KeysTab", "The regional office takes nothing signed with this key any more: change the keys."
            )
        return ""

    def _no_devices(self, how: Arrangement) -> str:
        return (
            ""
            if how.is_narrowed
            else QCoreApplication.translate("KeysTab", "No key of anybody else is known here yet.")
        )

    def _no_requests(self, how: Arrangement) -> str:
        if how.is_narrowed:
            return ""
        return QCoreApplication.translate("KeysTab", "Nobody waits. Take in the enrolment file from an agency's stick.")

    def _no_acts(self, how: Arrangement) -> str:
        return "" if how.is_narrowed else QCoreApplication.translate("KeysTab", "Nothing was done with keys here yet.")

    def _no_incidents(self, how: Arrangement) -> str:
        if how.is_narrowed:
            return ""
        return QCoreApplication.translate(
            "KeysTab", "No file was refused for its key or for a name that is not its own."
        )

    def _ask_file(self, words: str, kind: str) -> Path | None:
        chosen, _ = QFileDialog.getOpenFileName(self, words, last_folder(Purpose.STICK), f"{kind};;* (*)")
        return Path(chosen) if chosen else None

    def _ask_folder(self, words: str) -> Path | None:
        return ask_folder(self, words, Purpose.STICK)

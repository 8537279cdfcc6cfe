"""Kirim & terima, kunci: this PC's keys, every key that is known, who waits for the paper, and every step as a page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
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
from meritdesk.core.trust import Incident, KeyAct, KeyRequest, RequestState
from meritdesk.services import Desk
from meritdesk.services.changes import Step
from meritdesk.services.handover.keys import DeviceLine
from meritdesk.ui import look
from meritdesk.ui.actions import page_action
from meritdesk.ui.arrivals import is_trust_list
from meritdesk.ui.background import Lane
from meritdesk.ui.handover.key_deeds import KeyDeeds, can_lay_down
from meritdesk.ui.handover.key_tables import (
    ActColumn,
    ActTable,
    DeviceColumn,
    DeviceTable,
    IncidentTable,
    RequestColumn,
    RequestTable,
)
from meritdesk.ui.handover.key_words import (
    KeyRoom,
    no_acts,
    no_devices,
    no_incidents,
    no_requests,
    standing,
    what_is_next,
)
from meritdesk.ui.handover.promote_dialog import can_promote
from meritdesk.ui.lists.facets import column_facet
from meritdesk.ui.lists.line_list import LineList
from meritdesk.ui.notices import RefusalStrip
from meritdesk.ui.wording import Words


class KeysTab(KeyDeeds):
    """Keys without a network."""

    room = "handover"
    nouns = frozenset({"keys", "ledger"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
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
        self.device_list.empty_words = no_devices
        for listing, empty in (
            (self.request_list, no_requests),
            (self.act_list, no_acts),
            (self.incident_list, no_incidents),
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
            self.buttons[name].setEnabled(line is not None and can_lay_down(line, name == "revoke"))
        self.buttons["promote"].setEnabled(line is not None and can_promote(line))
        waits = request is not None and request.state is RequestState.WAITING
        for name in ("admit", "turn_away"):
            self.buttons[name].setEnabled(waits)
        self.buttons["record"].setEnabled(self.act_list.current() is not None)

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
        lines = [said.replace("%2", "   ".join(own.fingerprint)) + f" · {standing(own, self.words)}"]
        if own.list_place is not None:
            told = translate("KeysTab", "Trust list of %1: number %2 of %3. Fingerprint of the root: %4")
            lines.append(
                told.replace("%1", own.region_code)
                .replace("%2", self.words.number(own.list_place.version))
                .replace("%3", self.words.short_day(own.list_made_on) if own.list_made_on else "-")
                .replace("%4", "   ".join(own.root_fingerprint))
            )
        self.own.setText("\n".join(lines))
        step = what_is_next(self._held, self.words, self._is_region)
        self.next_step.setText(f"▸ {step}" if step else "")
        self.next_step.setVisible(bool(step))
        look.colour(self.next_step, look.asks())
        has_list = own.list_place is not None
        self.buttons["ceremony"].setVisible(self._is_region and not has_list)
        for name in ("change_root", "next_key"):
            self.buttons[name].setVisible(self._is_region and has_list)
        for name in ("take", "write_list"):
            self.buttons[name].setEnabled(has_list or not self._is_region)

"""The lists of the Keys tab: known devices, requests that wait for their paper, acts with keys, incidents."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from meritdesk.core.trust import Incident, KeyAct, KeyRequest, KeyStatus, RequestState
from meritdesk.services.handover.keys import DeviceLine
from meritdesk.ui import look
from meritdesk.ui.line_table import LineTable


class DeviceColumn(IntEnum):
    DEVICE = 0
    AGENCY = 1
    ROLE = 2
    STATUS = 3
    LAST = 4
    SINCE = 5
    FINGERPRINT = 6
    REASON = 7


class DeviceTable(LineTable[DeviceLine]):
    """Every key this desk knows, what is in force first."""

    columns = DeviceColumn
    numbers = frozenset({DeviceColumn.LAST, DeviceColumn.SINCE})
    named_by = frozenset({DeviceColumn.DEVICE, DeviceColumn.STATUS})

    def identity(self, line: DeviceLine) -> object:
        return line.device.minisign_key

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (
            translate("KeyTables", "Device"),
            translate("KeyTables", "Agency"),
            translate("KeyTables", "Role"),
            translate("KeyTables", "Key is"),
            translate("KeyTables", "Last good no."),
            translate("KeyTables", "Since list"),
            translate("KeyTables", "Fingerprint"),
            translate("KeyTables", "Reason"),
        )[column]

    def cells(self, line: DeviceLine) -> tuple[str, ...]:
        one = line.device
        is_laid_down = one.status in (KeyStatus.RETIRED, KeyStatus.REVOKED)
        return (
            f"★ {one.sender}" if line.is_own else one.sender,
            one.agency_name,
            self.words.messages.label_of(one.role),
            self._standing(line),
            self.words.number(one.last_sequence) if is_laid_down else "-",
            "-" if line.is_bare else self.words.number(one.since),
            " ".join(line.fingerprint),
            one.reason or "-",
        )

    def value(self, line: DeviceLine, column: int) -> object:
        if column == DeviceColumn.LAST:
            return line.device.last_sequence
        return line.device.since if column == DeviceColumn.SINCE else self.shown(line, column)

    def colour(self, line: DeviceLine, column: int) -> QColor | None:
        if column != DeviceColumn.STATUS:
            return None
        if line.is_blocked or line.device.status is KeyStatus.REVOKED:
            return look.blocks()
        if line.is_bare or line.device.status is KeyStatus.ANNOUNCED:
            return look.asks()
        return look.arrived() if line.device.status is KeyStatus.ACTIVE else None

    def _standing(self, line: DeviceLine) -> str:
        if line.is_blocked:
            return "✗ " + QCoreApplication.translate("KeyTables", "blocked here")
        if line.is_bare:
            return "⚠ " + QCoreApplication.translate("KeyTables", "by its card only")
        sign = {KeyStatus.ACTIVE: "✓ ", KeyStatus.REVOKED: "✗ "}.get(line.device.status, "")
        return sign + self.words.messages.label_of(line.device.status)


class RequestColumn(IntEnum):
    DEVICE = 0
    AGENCY = 1
    STATE = 2
    GROUPS = 3
    TRIES = 4
    TAKEN = 5


class RequestTable(LineTable[KeyRequest]):
    """Who asks to be vouched for; the digits themselves stand on the paper only."""

    columns = RequestColumn
    numbers = frozenset({RequestColumn.TRIES})
    named_by = frozenset({RequestColumn.DEVICE, RequestColumn.STATE})

    def identity(self, line: KeyRequest) -> object:
        return line.request_id

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (
            translate("KeyTables", "Device"),
            translate("KeyTables", "Agency"),
            translate("KeyTables", "State"),
            translate("KeyTables", "Groups to read"),
            translate("KeyTables", "Wrong tries"),
            translate("KeyTables", "Taken in"),
        )[column]

    def cells(self, line: KeyRequest) -> tuple[str, ...]:
        card = line.enrolment.card
        waits = line.state is RequestState.WAITING
        return (
            f"{card.agency_code}/{card.device}",
            card.agency_name,
            self.words.messages.label_of(line.state),
            f"{line.places[0]}, {line.places[1]}" if waits else "-",
            self.words.number(line.wrong_tries),
            self.words.short_moment(line.taken_at),
        )

    def value(self, line: KeyRequest, column: int) -> object:
        if column == RequestColumn.TAKEN:
            return line.taken_at
        return line.wrong_tries if column == RequestColumn.TRIES else self.shown(line, column)

    def colour(self, line: KeyRequest, column: int) -> QColor | None:
        if column != RequestColumn.STATE:
            return None
        colours = {RequestState.WAITING: look.asks(), RequestState.LOCKED: look.blocks()}
        return look.arrived() if line.state is RequestState.ADMITTED else colours.get(line.state)


class ActColumn(IntEnum):
    DONE = 0
    NUMBER = 1
    WHAT = 2
    ABOUT = 3
    BY = 4


class ActTable(LineTable[KeyAct]):
    """What was done with keys; each line is a record that can be printed."""

    columns = ActColumn
    numbers = frozenset({ActColumn.NUMBER})
    named_by = frozenset({ActColumn.WHAT, ActColumn.ABOUT})

    def identity(self, line: KeyAct) -> object:
        return line.number

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (
            translate("KeyTables", "Done"),
            translate("KeyTables", "No."),
            translate("KeyTables", "What"),
            translate("KeyTables", "Whose"),
            translate("KeyTables", "By"),
        )[column]

    def cells(self, line: KeyAct) -> tuple[str, ...]:
        facts = dict(line.facts)
        return (
            self.words.short_moment(line.done_at),
            self.words.number(line.number),
            self.words.messages.label_of(line.kind),
            facts.get("KEYFACT:DEVICE") or facts.get("KEYFACT:SIGNERS") or facts.get("KEYFACT:REGION") or "-",
            line.done_by,
        )

    def value(self, line: KeyAct, column: int) -> object:
        if column == ActColumn.DONE:
            return line.done_at
        return line.number if column == ActColumn.NUMBER else self.shown(line, column)


class IncidentColumn(IntEnum):
    HAPPENED = 0
    WHAT = 1
    FILE = 2
    CODE = 3


class IncidentTable(LineTable[Incident]):
    """What was refused as an attack or a serious mistake."""

    columns = IncidentColumn
    named_by = frozenset({IncidentColumn.WHAT})

    def identity(self, line: Incident) -> object:
        return line.number

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (
            translate("KeyTables", "Happened"),
            translate("KeyTables", "What"),
            translate("KeyTables", "File"),
            translate("KeyTables", "Code"),
        )[column]

    def cells(self, line: Incident) -> tuple[str, ...]:
        return (
            self.words.short_moment(line.happened_at),
            self.words.messages.refusal(line.code, dict(line.facts))[0],
            line.file_name or "-",
            line.code,
        )

    def value(self, line: Incident, column: int) -> object:
        return line.happened_at if column == IncidentColumn.HAPPENED else self.shown(line, column)

    def colour(self, line: Incident, column: int) -> QColor | None:
        return look.blocks() if column == IncidentColumn.WHAT else None

"""Which device may send what to whom: the trust list of a region as values (exchange 8, faults F38 to F42).

The region vouches for every device by a signed list. No rule here looks at a clock, and what was once accepted stays
accepted: a key that is retired or revoked only loses the right to bring something new.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from meritdesk.core.handover import KeyCard, KeyStanding, PackageHeader, PackageKind


class DeviceRole(StrEnum):
    """What a device is in the hand-over: one primary an agency sends up, the others send to it."""

    PRIMARY = "agency"
    SECONDARY = "agency-secondary"
    REGION = "region"


class KeyStatus(StrEnum):
    """How a key stands: announced one cycle ahead (region only), in force, laid down, or no longer to be believed."""

    ANNOUNCED = "announced"
    ACTIVE = "active"
    RETIRED = "retired"
    REVOKED = "revoked"


class Course(StrEnum):
    """Which way a package goes, seen from the desk that receives it."""

    UP = "up"  # agency to region
    DOWN = "down"  # region to agency
    ACROSS = "across"  # device to device inside one agency
    OVER = "over"  # agency to agency
    THROUGH = "through"  # agency to agency, in the hands of the region that passes it on
    HOME = "home"  # back to the device that made it


class KeyVerdict(StrEnum):
    """What the trust list says of a signed package."""

    ALLOWED = "allowed"
    ROLE = "role"
    RETIRED = "retired"
    REVOKED = "revoked"


_MAY: dict[DeviceRole, frozenset[tuple[str, Course]]] = {
    DeviceRole.PRIMARY: frozenset(
        {
            ("export", Course.UP),
            ("handover", Course.ACROSS),
            ("enrol", Course.UP),
            ("backup", Course.HOME),
            ("transfer", Course.OVER),
            ("transfer", Course.THROUGH),
            ("return", Course.OVER),  # the receipt of a transfer, and nothing else
            ("return", Course.THROUGH),
        }
    ),
    DeviceRole.SECONDARY: frozenset({("handover", Course.ACROSS), ("enrol", Course.UP), ("backup", Course.HOME)}),
    DeviceRole.REGION: frozenset({("return", Course.DOWN), ("relay", Course.DOWN), ("backup", Course.HOME)}),
}
_IN_FORCE = frozenset({KeyStatus.ACTIVE, KeyStatus.ANNOUNCED})
_ORDER = {KeyStatus.ACTIVE: 0, KeyStatus.ANNOUNCED: 1, KeyStatus.RETIRED: 2, KeyStatus.REVOKED: 3}


@dataclass(frozen=True, slots=True)
class Device:
    """One key of one device as the region vouches for it; a device that changed its key stands here twice.

    ``last_sequence`` is the last number a retired key may still bring, in the epoch ``last_epoch`` (any, when empty);
    of a revoked key it is the last one nobody doubts. ``since`` is the list in which this standing first appeared.
    """

    agency_code: str
    agency_name: str
    device: str
    role: DeviceRole
    minisign_key: str
    age_recipient: str
    status: KeyStatus = KeyStatus.ACTIVE
    last_epoch: str = ""
    last_sequence: int = 0
    reason: str = ""
    since: int = 0

    @property
    def sender(self) -> str:
        """The device as packages name it: ``7101/PC02``."""
        return f"{self.agency_code}/{self.device}"

    @property
    def is_in_force(self) -> bool:
        """Whether packages may be written to this key and signed with it."""
        return self.status in _IN_FORCE

    @property
    def card(self) -> KeyCard:
        """The public keys with their standing, as receiving and packing ask for them."""
        standing = KeyStanding(self.role.value, self.status.value, self.last_epoch, self.last_sequence)
        return KeyCard(
            self.agency_code,
            self.agency_name,
            self.device,
            self.role is DeviceRole.REGION,
            self.minisign_key,
            self.age_recipient,
            standing,
        )


def device_of(card: KeyCard, role: DeviceRole, since: int = 0) -> Device:
    """A device newly vouched for, from its key card."""
    return Device(
        card.agency_code,
        card.agency_name,
        card.device,
        role,
        card.minisign_key,
        card.age_recipient,
        since=since,
    )


@dataclass(frozen=True, slots=True)
class ListPlace:
    """The place of a trust list among all of its region, newest by ``era`` and then ``version``.

    ``era`` is the root version in which the key that signs lists last changed: a stolen list key may count as high as
    it likes, a new root begins to count anew (F48). ``root_version`` only ever grows.
    """

    root_version: int
    era: int
    version: int

    @property
    def rank(self) -> tuple[int, int]:
        """What decides which of two lists is newer."""
        return (self.era, self.version)


@dataclass(frozen=True, slots=True)
class TrustList:
    """What a region says of all its devices at one moment; ``made_on`` is shown and decides nothing."""

    region_code: str
    region_name: str
    place: ListPlace
    devices: tuple[Device, ...] = ()
    made_on: date | None = None
    is_practice: bool = False

    def find(self, minisign_key: str) -> Device | None:
        """The device that has this key."""
        return next((one for one in self.devices if one.minisign_key == minisign_key), None)


@dataclass(frozen=True, slots=True)
class HeldList:
    """The trust list a store holds, with the file it came in and the epoch in which it was taken or signed."""

    place: ListPlace
    region_code: str
    digest: str
    epoch: str
    made_on: date | None
    root_fingerprint: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Enrolment:
    """A request to be vouched for: the card, the stream it sends in, and the key it follows when it was exchanged.

    ``replaces`` is the minisign key laid down, with the last number sent under it.
    """

    card: KeyCard
    wanted: DeviceRole
    epoch: str
    last_sequence: int
    replaces: str = ""
    is_practice: bool = False


class RequestState(StrEnum):
    """What became of a request: waiting for the paper, admitted, turned away, or locked after three wrong tries."""

    WAITING = "waiting"
    ADMITTED = "admitted"
    REFUSED = "refused"
    LOCKED = "locked"


MAX_TRIES = 3


@dataclass(frozen=True, slots=True)
class KeyRequest:
    """A request in the region's queue; ``places`` are the two groups (1 to 6) to be read from the paper."""

    request_id: str
    enrolment: Enrolment
    fingerprint: tuple[str, ...]
    state: RequestState
    places: tuple[int, int]
    wrong_tries: int
    taken_at: datetime
    settled_at: datetime | None = None
    settled_by: str = ""


@dataclass(frozen=True, slots=True)
class Incident:
    """Something that must not pass unseen: a revoked key at work, a package in somebody else's name."""

    number: int
    happened_at: datetime
    code: str
    file_name: str
    facts: tuple[tuple[str, str], ...] = ()


class KeyActKind(StrEnum):
    """What was done with keys; each leaves a printable record."""

    CEREMONY = "ceremony"
    ROOT_CHANGED = "root-changed"
    ENROLLED = "enrolled"
    ADMITTED = "admitted"
    TURNED_AWAY = "turned-away"
    RETIRED = "retired"
    PROMOTED = "promoted"
    REVOKED = "revoked"
    BLOCKED = "blocked"
    DEVICE_CHANGED = "device-changed"
    ANNOUNCED = "announced"
    TAKEN_UP = "taken-up"
    LIST_TRUSTED = "list-trusted"


@dataclass(frozen=True, slots=True)
class KeyAct:
    """One act with keys as it will be printed: facts in order, people present, packages to confirm on paper."""

    number: int
    kind: KeyActKind
    done_at: datetime
    done_by: str
    facts: tuple[tuple[str, str], ...] = ()
    people: tuple[tuple[str, str], ...] = ()
    fingerprints: tuple[tuple[str, str], ...] = ()
    packages: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class BlockedKey:
    """A key this desk believes no more by a person's word, before any list says so."""

    fingerprint: str
    reason: str
    blocked_at: datetime


def role_of(card: KeyCard) -> DeviceRole:
    """The role of a card; a bare card of first contact speaks for its agency."""
    if card.standing is not None:
        return DeviceRole(card.standing.role)
    return DeviceRole.REGION if card.is_region else DeviceRole.PRIMARY


def sends(card: KeyCard, kind: PackageKind) -> bool:
    """Whether a key may send packages of this kind at all, whichever way."""
    return any(kind.value == known for known, _ in _MAY[role_of(card)])


def is_in_force(card: KeyCard) -> bool:
    """Whether packages may be written to this key; a bare card of first contact is."""
    return card.standing is None or KeyStatus(card.standing.status) in _IN_FORCE


def region_cards(cards: Sequence[KeyCard]) -> tuple[KeyCard, ...]:
    """The region's keys to write to: the one in force, then the one announced for the next cycle."""
    return tuple(card for card in cards if card.is_region and is_in_force(card))


def may(device: KeyCard | Device, kind: PackageKind, course: Course, sequence: int, epoch: str) -> KeyVerdict:
    """Whether a key may bring a new package of this kind, this way, at this place of its stream.

    A revoked key brings nothing new at all: whoever holds it could fill any gap of its stream. A retired one may still
    be late, up to its last number.
    """
    card = device.card if isinstance(device, Device) else device
    if (kind.value, course) not in _MAY[role_of(card)]:
        return KeyVerdict.ROLE
    standing = card.standing
    if standing is None or KeyStatus(standing.status) in _IN_FORCE:
        return KeyVerdict.ALLOWED
    if standing.status == KeyStatus.REVOKED:
        return KeyVerdict.REVOKED
    is_of_epoch = not standing.last_epoch or standing.last_epoch == epoch
    return KeyVerdict.ALLOWED if is_of_epoch and sequence <= standing.last_sequence else KeyVerdict.RETIRED


PASSED_ON = frozenset({PackageKind.TRANSFER, PackageKind.RETURN})
"""What one agency writes to another through the region: people who move, and the receipt for them."""


def course_of(header: PackageHeader, me: KeyCard, signer: KeyCard | None = None) -> Course | None:
    """Which way an arriving package goes; nothing when it was written to somebody else (F42).

    ``signer`` is who signed it, where that is known: what does not come from the region comes from another agency.
    """
    if header.recipient != me.agency_code:
        return Course.THROUGH if me.is_region and header.kind in PASSED_ON else None
    if header.sender == f"{me.agency_code}/{me.device}":
        return Course.HOME
    if header.sender_agency == me.agency_code:
        return Course.ACROSS
    if me.is_region:
        return Course.UP
    is_from_region = signer is None or role_of(signer) is DeviceRole.REGION
    return Course.DOWN if is_from_region else Course.OVER


def in_order(devices: Iterable[Device]) -> tuple[Device, ...]:
    """Devices by agency and PC, what is in force first."""
    return tuple(sorted(devices, key=lambda one: (_ORDER[one.status], one.sender, one.minisign_key)))


def faults_of(region_code: str, devices: Sequence[Device]) -> tuple[str, ...]:
    """What contradicts itself in a list: a key twice, two primaries of one agency, a region's role elsewhere."""
    faults = []
    if len({one.minisign_key for one in devices}) != len(devices):
        faults.append("key-twice")
    active = [one for one in devices if one.status is KeyStatus.ACTIVE]
    if len({one.sender for one in active}) != len(active):
        faults.append("device-twice")
    primaries = [one.agency_code for one in active if one.role is DeviceRole.PRIMARY]
    if len(set(primaries)) != len(primaries):
        faults.append("two-primaries")
    if any((one.agency_code == region_code) is not (one.role is DeviceRole.REGION) for one in devices):
        faults.append("role-of-region")
    if any(one.status is KeyStatus.ANNOUNCED and one.role is not DeviceRole.REGION for one in devices):
        faults.append("announced")
    return tuple(faults)


def laid_down(
    devices: Sequence[Device], minisign_key: str, status: KeyStatus, epoch: str, sequence: int, reason: str, since: int
) -> tuple[Device, ...]:
    """The devices with one key retired or revoked; a revoked key stays revoked."""
    return tuple(
        replace(one, status=status, last_epoch=epoch, last_sequence=sequence, reason=reason, since=since)
        if one.minisign_key == minisign_key and one.status is not KeyStatus.REVOKED
        else one
        for one in devices
    )


def promoted(devices: Sequence[Device], minisign_key: str, reason: str) -> tuple[Device, ...]:
    """The devices with one of them as the primary of its agency; its key stays the same."""
    return tuple(
        replace(one, role=DeviceRole.PRIMARY, reason=reason, since=0) if one.minisign_key == minisign_key else one
        for one in devices
    )


def admitted(
    devices: Sequence[Device], enrolment: Enrolment, role: DeviceRole, reason: str, since: int
) -> tuple[Device, ...]:
    """The devices with a new key in force; the key it follows, and any other of the same PC, are laid down."""
    card = enrolment.card
    for one in devices:
        if one.sender == f"{card.agency_code}/{card.device}" and one.status is KeyStatus.ACTIVE:
            devices = laid_down(
                devices, one.minisign_key, KeyStatus.RETIRED, enrolment.epoch, enrolment.last_sequence, reason, since
            )
    return (*devices, device_of(card, role, since))

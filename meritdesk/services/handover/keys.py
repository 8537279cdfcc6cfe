"""Keys without a network: this device's own keys, the region's trust list, and the counters of the region."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.accounts import Deed
from meritdesk.core.documents import PaperStyle
from meritdesk.core.errors import FileRefusal, UsageRefusal
from meritdesk.core.handover import KeyCard
from meritdesk.core.journal import Changes
from meritdesk.core.trust import (
    BlockedKey,
    Device,
    DeviceRole,
    Enrolment,
    Incident,
    KeyAct,
    KeyActKind,
    KeyStatus,
    ListPlace,
    device_of,
    role_of,
)
from meritdesk.core.trust_files import Taken, VerifiedList
from meritdesk.services import second_person
from meritdesk.services.folders import ready_folder
from meritdesk.services.handover.key_admission import Admission
from meritdesk.services.handover.key_ceremony import KeyCeremony
from meritdesk.services.handover.key_papers import KeyPapers
from meritdesk.services.handover.key_promotion import KeyPromotion
from meritdesk.services.handover.key_signing import (
    FORMER_KEYS,
    LIST_KEY,
    enter_act,
    keep,
    noting_incidents,
    require_agency,
    require_reason,
)
from meritdesk.services.handover.key_standing import KeyStandings
from meritdesk.services.ports import Surroundings, Work


@dataclass(frozen=True, slots=True)
class OwnKeys:
    """This device's public keys and how the region's list speaks of them.

    ``status`` is nothing while no list names the key; ``list_place`` is nothing before the first list.
    """

    card: KeyCard
    fingerprint: tuple[str, ...]
    code: str
    status: KeyStatus | None
    role: DeviceRole | None
    list_place: ListPlace | None
    list_made_on: date | None
    region_code: str
    root_fingerprint: tuple[str, ...]
    signs_lists: bool
    waits_for_admission: bool
    list_waits: bool = False


@dataclass(frozen=True, slots=True)
class DeviceLine:
    """One known key with its fingerprint; ``is_bare`` is a card of first contact, which no list vouches for."""

    device: Device
    fingerprint: tuple[str, ...]
    is_own: bool = False
    is_bare: bool = False
    is_blocked: bool = False


@dataclass(frozen=True, slots=True)
class EnrolOutcome:
    """The file for the stick and the form to be stamped, which travel separately and meet at the region."""

    file: Path
    form: Path
    number: str
    card: KeyCard
    fingerprint: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ArrivedList:
    """What the outside of a list says before it is taken: whose, how new, and whether groups must be typed first."""

    region_code: str
    region_name: str
    place: ListPlace
    made_on: date | None
    devices: int
    needs_groups: bool


@dataclass(frozen=True, slots=True)
class ListOutcome:
    """What became of a list that arrived, and which one is held now."""

    taken: Taken
    place: ListPlace
    made_on: date | None
    act: KeyAct | None = None
    changes: Changes = field(default_factory=Changes)


@dataclass(frozen=True, slots=True)
class Keys:
    """Verbs of keys."""

    around: Surroundings

    @property
    def admission(self) -> Admission:
        """Admitting devices, at the region."""
        return Admission(self.around)

    @property
    def ceremony(self) -> KeyCeremony:
        """The ceremony of the root keys, at the region."""
        return KeyCeremony(self.around)

    @property
    def promotion(self) -> KeyPromotion:
        """Making a second PC the primary of its agency."""
        return KeyPromotion(self.around)

    @property
    def standings(self) -> KeyStandings:
        """Retiring, revoking, blocking, and the region's next key."""
        return KeyStandings(self.around)

    @property
    def papers(self) -> KeyPapers:
        """The record of every act with keys, as paper."""
        return KeyPapers(self.around)

    def show(self) -> OwnKeys:
        """This device's keys, and what the list says of them."""
        require(self.around.actor, Action.READ)
        smith, card = self.around.keysmith, self.around.store.keys.card
        with self.around.store.reading() as work:
            held = work.trust.held()
            waits = bool(work.trust.laid_by())
            own = next((one for one in work.trust.devices() if one.minisign_key == card.minisign_key), None)
        return OwnKeys(
            card=card,
            fingerprint=smith.fingerprint(card),
            code=smith.card_code(card),
            status=own.status if own is not None else None,
            role=own.role if own is not None else None,
            list_place=held.place if held is not None else None,
            list_made_on=held.made_on if held is not None else None,
            region_code=held.region_code if held is not None else "",
            root_fingerprint=held.root_fingerprint if held is not None else (),
            signs_lists=bool(self.around.store.secret(LIST_KEY)),
            waits_for_admission=own is None and not card.is_region and held is not None,
            list_waits=waits,
        )

    def devices(self) -> tuple[DeviceLine, ...]:
        """Every key this desk knows: those of the list, or the cards of first contact before there is one."""
        require(self.around.actor, Action.READ)
        smith, own = self.around.keysmith, self.around.store.keys.card.minisign_key
        with self.around.store.reading() as work:
            devices = work.trust.devices()
            blocked = work.trust.blocked_keys()
            bare = work.ledger.first_cards()
        known = devices or tuple(device_of(card, role_of(card)) for card in bare)
        return tuple(
            DeviceLine(
                one,
                smith.fingerprint(one.card),
                one.minisign_key == own,
                not devices,
                one.minisign_key in blocked,
            )
            for one in known
        )

    def acts(self) -> tuple[KeyAct, ...]:
        """What was done with keys here, newest first."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return work.trust.acts()

    def incidents(self) -> tuple[Incident, ...]:
        """What was refused as an attack or a serious mistake, newest first."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return work.trust.incidents()

    def blocks(self) -> tuple[BlockedKey, ...]:
        """The keys a person has taken the word from at this desk."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return work.trust.blocks()

    def enrol(self, out: Path, role: DeviceRole = DeviceRole.PRIMARY, style: PaperStyle | None = None) -> EnrolOutcome:
        """Write the enrolment file and print its form; the same keys give the same file again.

        ``KEY-565`` at the region, ``KEY-563`` asking for the region's role.
        """
        require(self.around.actor, Action.UPKEEP)
        require_agency(self.around)
        if role is DeviceRole.REGION:
            raise UsageRefusal("KEY-563", sender=self.around.store.agency.code)
        with self.around.store.reading() as work:
            enrolment = self._enrolment(work, role)
        return self._hand_out(enrolment, out, style, KeyActKind.ENROLLED, "")

    def rotate(self, out: Path, reason: str, style: PaperStyle | None = None) -> EnrolOutcome:
        """Make new keys for this PC, signed for by the present ones; the form goes to the region as at the first time.

        From now on packages are signed with the new keys, and the region takes them once it has read the paper; files
        written to the former keys still open. ``KEY-561`` no reason, ``KEY-565`` at the region.
        """
        require(self.around.actor, Action.UPKEEP)
        require_agency(self.around)
        said = require_reason(reason)
        smith, keys = self.around.keysmith, self.around.store.keys
        card = keys.card
        with self.around.store.reading() as work:
            epoch, last = work.ledger.epoch(), work.ledger.next_sequence() - 1
            own = next((one for one in work.trust.devices() if one.minisign_key == card.minisign_key), None)
        fresh = smith.new_device_keys(card.agency_code, card.agency_name, card.device, False)
        fresh = replace(fresh, other_identities=(keys.age_identity, *keys.other_identities))
        # A key that nobody vouched for has no voice for another; the one before it may still have one.
        has_voice = own is not None and own.status is KeyStatus.ACTIVE
        earlier = self.around.store.secret(FORMER_KEYS) or b""
        former = f"{epoch} {last} ".encode() + smith.keys_to_bytes(keys) if has_voice else earlier
        secrets = {"device-keys": smith.keys_to_bytes(fresh), FORMER_KEYS: former}
        before = {"device-keys": smith.keys_to_bytes(keys), FORMER_KEYS: earlier}
        self.around.store.keep_secrets(secrets, fresh)
        try:
            role = own.role if own is not None else DeviceRole.PRIMARY
            with self.around.store.reading() as work:
                enrolment = self._enrolment(work, role)
            return self._hand_out(enrolment, out, style, KeyActKind.DEVICE_CHANGED, said)
        except BaseException:
            self.around.store.keep_secrets(before, keys)
            raise

    def current_list_bytes(self) -> bytes:
        """The trust list as it travels in every return; empty before the ceremony."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return work.trust.data()

    def export_list(self, out: Path) -> Path:
        """Write the trust list as a file of its own; ``KEY-551`` before there is one."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            data = work.trust.data()
        if not data:
            raise UsageRefusal("KEY-551")
        content = self.around.keysmith.verify_list(data).content
        name = self.around.keysmith.list_file_name(content)
        return self.around.exchange.write_package(data, ready_folder(out), name)

    def look_at_list(self, path: Path | None = None) -> ArrivedList:
        """What a list says of itself, its signatures checked from its own first root on.

        Without a file it is the first list that came with a return and waits; ``KEY-580`` when none does.
        """
        require(self.around.actor, Action.READ)
        smith = self.around.keysmith
        with self.around.store.reading() as work:
            needs_groups = work.trust.held() is None
            waiting = work.trust.laid_by()
        if path is None and not waiting:
            raise UsageRefusal("KEY-580")
        arrived = smith.verify_list(smith.read_list_file(path) if path is not None else waiting)
        content = arrived.content
        return ArrivedList(
            content.region_code,
            content.region_name,
            content.place,
            content.made_on,
            len(content.devices),
            needs_groups,
        )

    def import_list(self, path: Path, groups: Sequence[str] = ()) -> ListOutcome:
        """Take a list from a file; refusals as ``take_list``."""
        require(self.around.actor, Action.UPKEEP)
        return self.take_list(self.around.keysmith.read_list_file(path), groups, path.name)

    def take_waiting(self, groups: Sequence[str]) -> ListOutcome:
        """Hold the first list, which came with a return and waits for its groups; ``KEY-580`` when none waits."""
        require(self.around.actor, Action.UPKEEP)
        with self.around.store.reading() as work:
            waiting = work.trust.laid_by()
        if not waiting:
            raise UsageRefusal("KEY-580")
        return self.take_list(waiting, groups)

    def take_list(self, data: bytes, groups: Sequence[str] = (), file_name: str = "") -> ListOutcome:
        """Hold this list when it is newer than every one seen before; an older one changes nothing (F46).

        The first list needs the six groups of the region's root, typed from the official circular: ``KEY-538``
        without, ``KEY-537`` when they are others. ``KEY-530`` to ``KEY-536`` as the list is refused. The region signs
        its own lists and takes one back only after an older backup was restored; ``KEY-565`` for a first one.
        """
        require(self.around.actor, Action.RECEIVE)
        smith = self.around.keysmith
        with self.around.store.reading() as work:
            held = work.trust.data()
        if not held:
            require_agency(self.around)
        typed = tuple("".join(sign for sign in group if sign.isdigit()) for group in groups)
        with noting_incidents(self.around, file_name):
            if held:
                taken, arrived = smith.take_list(held, data)
            elif not typed:
                raise UsageRefusal("KEY-538", region=smith.verify_list(data).content.region_code)
            else:
                taken, arrived = Taken.NEWER, smith.first_list(data, typed)
        self._require_same_world(arrived)
        place, made_on = arrived.content.place, arrived.content.made_on
        if taken is not Taken.NEWER:
            return ListOutcome(taken, place, made_on)
        act = None
        with self.around.store.writing(
            self.around.actor, "handover.keys.take_list", origin=f"file:{file_name}"
        ) as work:
            keep(work, arrived)
            if not held:
                act = enter_act(
                    self.around,
                    work,
                    KeyActKind.LIST_TRUSTED,
                    (
                        ("KEYFACT:REGION", f"{arrived.content.region_name} ({arrived.content.region_code})"),
                        ("KEYFACT:LIST", str(place.version)),
                    ),
                    fingerprints=(("KEYFACT:ROOT-FINGERPRINT", " ".join(arrived.fingerprints[-1])),),
                )
            changes = work.commit()
        return ListOutcome(taken, place, made_on, act, changes)

    def _require_same_world(self, arrived: VerifiedList) -> None:
        is_practice = self.around.store.agency.is_practice
        if arrived.content.is_practice is not is_practice:
            raise FileRefusal("STO-696" if is_practice else "STO-695", sender=arrived.content.region_code)

    def _enrolment(self, work: Work, role: DeviceRole) -> Enrolment:
        """What this device asks for; after a change of keys it names the key before, until a list has the new one."""
        keys, agency = self.around.store.keys, self.around.store.agency
        former = self.around.store.secret(FORMER_KEYS)
        known = any(one.minisign_key == keys.card.minisign_key for one in work.trust.devices())
        if not former or known:
            return Enrolment(keys.card, role, work.ledger.epoch(), 0, "", agency.is_practice)
        epoch, last, secret = former.split(b" ", 2)
        before = self.around.keysmith.keys_from_bytes(secret)
        return Enrolment(keys.card, role, epoch.decode(), int(last), before.card.minisign_key, agency.is_practice)

    def _hand_out(
        self, enrolment: Enrolment, out: Path, style: PaperStyle | None, kind: KeyActKind, reason: str
    ) -> EnrolOutcome:
        """The file on the stick, the form on paper, and the act in the book; without the paper no file either."""
        smith, keys = self.around.keysmith, self.around.store.keys
        former = None
        if enrolment.replaces:
            secret = self.around.store.secret(FORMER_KEYS) or b""
            former = smith.keys_from_bytes(secret.split(b" ", 2)[2])
        data = smith.write_enrolment(enrolment, keys, former)
        file = self.around.exchange.write_package(data, ready_folder(out), smith.enrolment_file_name(enrolment))
        card = enrolment.card
        fingerprint = smith.fingerprint(card)
        try:
            printed = self.papers.print_form(enrolment, out, style)
            with self.around.store.writing(
                self.around.actor, f"handover.keys.{'rotate' if reason else 'enrol'}", reason=reason
            ) as work:
                if reason:
                    second_person.ask(self.around, work, Deed.KEYS)
                enter_act(
                    self.around,
                    work,
                    kind,
                    (
                        ("KEYFACT:DEVICE", f"{card.agency_code}/{card.device}"),
                        ("KEYFACT:ROLE", f"DEVICEROLE:{enrolment.wanted.name}"),
                        *((("KEYFACT:REASON", reason),) if reason else ()),
                    ),
                    fingerprints=((f"{card.agency_code}/{card.device}", " ".join(fingerprint)),),
                )
                work.commit()
        except BaseException:
            file.unlink(missing_ok=True)
            raise
        return EnrolOutcome(file, Path(printed.file.path), printed.numbers[0], card, fingerprint)

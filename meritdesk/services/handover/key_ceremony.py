"""The ceremony: three root keys for three holders, before witnesses; two of them change what the region signs with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.accounts import Deed
from meritdesk.core.errors import FileRefusal, UsageRefusal
from meritdesk.core.handover import KeyCard
from meritdesk.core.journal import Changes
from meritdesk.core.trust import Device, DeviceRole, KeyAct, KeyActKind, KeyStatus, device_of
from meritdesk.core.trust_files import RootKeyFile, SigningKey
from meritdesk.services import second_person
from meritdesk.services.folders import ready_folder
from meritdesk.services.handover.key_signing import (
    LIST_KEY,
    enter_act,
    held_list,
    list_key,
    require_reason,
    require_region,
    sign_anew,
)
from meritdesk.services.ports import Surroundings, Work

HOLDERS = 3
WITNESSES = 2


@dataclass(frozen=True, slots=True)
class Seat:
    """A holder at the table: the name for the protocol, a passphrase only he knows, and his own stick."""

    holder: str
    passphrase: str = field(repr=False)
    folder: Path


@dataclass(frozen=True, slots=True)
class PresentKey:
    """A root key that its holder brought: the file on his stick and the passphrase he types."""

    path: Path
    passphrase: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class CeremonyDraft:
    """Everything the ceremony made, in memory only, until the fingerprint was read aloud and written down.

    ``seats`` get the ``files`` in the same order; ``roots`` is the whole chain that will stand.
    """

    roots: tuple[bytes, ...] = field(repr=False)
    fingerprint: tuple[str, ...]
    seats: tuple[Seat, ...]
    fresh: tuple[SigningKey, ...] = field(repr=False)
    files: tuple[bytes, ...] = field(repr=False)
    signing: SigningKey = field(repr=False)
    signers: tuple[str, ...] = ()
    reason: str = ""
    is_new_list_key: bool = True

    @property
    def is_first(self) -> bool:
        """Whether this makes the region's first root."""
        return len(self.roots) == 1


@dataclass(frozen=True, slots=True)
class CeremonyOutcome:
    """What stands after the ceremony: the files for the sticks, the list, and the protocol to sign."""

    fingerprint: tuple[str, ...]
    files: tuple[Path, ...]
    version: int
    act: KeyAct
    changes: Changes = field(default_factory=Changes)


@dataclass(frozen=True, slots=True)
class KeyCeremony:
    """Verbs of the ceremony; only a region has them."""

    around: Surroundings

    def prepare(self, seats: Sequence[Seat]) -> CeremonyDraft:
        """Make three root keys and the first root in memory; nothing is written before ``finish``.

        ``KEY-550`` when a ceremony was held, ``KEY-552`` not three different holders, ``KEY-553`` a passphrase too
        short, ``KEY-559`` two holders at one stick.
        """
        require(self.around.actor, Action.TRUST)
        require_region(self.around)
        with self.around.store.reading() as work:
            if work.trust.held() is not None:
                raise UsageRefusal("KEY-550")
        if len(seats) != HOLDERS:
            raise UsageRefusal("KEY-552", count=HOLDERS)
        _check_seats(seats)
        smith, agency = self.around.keysmith, self.around.store.agency
        fresh = tuple(smith.new_signing_key() for _ in seats)
        files = self._wrapped(fresh, seats, range(1, HOLDERS + 1))
        signing = smith.new_signing_key()
        root = smith.first_root(
            agency.code,
            agency.is_practice,
            [one.public for one in fresh],
            signing.public,
            fresh,
            self.around.clock().date(),
        )
        names = tuple(one.holder for one in seats)
        return CeremonyDraft((root,), smith.root_fingerprint(root), tuple(seats), fresh, files, signing, names)

    def prepare_change(
        self,
        present: Sequence[PresentKey],
        seats: Sequence[Seat] = (),
        replaced: Sequence[int] = (),
        new_list_key: bool = False,
        reason: str = "",
    ) -> CeremonyDraft:
        """Make the next root in memory: other holders, another list key, or both, signed by two who are there now.

        ``replaced`` are the numbers of the root keys that go, one for each new seat. ``KEY-556`` fewer than two of the
        present keys, ``KEY-557`` a key of another root, ``KEY-552`` seats and keys that go do not match,
        ``KEY-561`` no reason, ``KEY-568`` nothing would change.
        """
        require(self.around.actor, Action.TRUST)
        require_region(self.around)
        said = require_reason(reason)
        smith = self.around.keysmith
        with self.around.store.reading() as work:
            roots = held_list(self.around, work).roots
        if not replaced and not new_list_key:
            raise UsageRefusal("KEY-568")
        publics = list(smith.root_public_keys(roots[-1]))
        if len(seats) != len(set(replaced)) or not set(replaced) <= set(range(1, HOLDERS + 1)):
            raise UsageRefusal("KEY-552", count=len(set(replaced)))
        _check_seats(seats)
        keys, names = self._opened(present, publics)
        fresh = tuple(smith.new_signing_key() for _ in seats)
        places = sorted(set(replaced))
        files = self._wrapped(fresh, seats, places)
        # A root names its keys in the order of the seats, and the files carry the number of the seat.
        for place, one in zip(places, fresh, strict=True):
            publics[place - 1] = one.public
        signing = smith.new_signing_key() if new_list_key else list_key(self.around)
        root = smith.next_root(roots, publics, signing.public, (*keys, *fresh), self.around.clock().date())
        return CeremonyDraft(
            (*roots, root),
            smith.root_fingerprint(root),
            tuple(seats),
            fresh,
            files,
            signing,
            names,
            said,
            new_list_key,
        )

    def finish(
        self, draft: CeremonyDraft, heard: Sequence[str], witnesses: Sequence[str], leader: str = ""
    ) -> CeremonyOutcome:
        """Write the key files to the sticks, read them back, and let the root stand with a fresh list.

        ``heard`` are the six groups as a witness wrote them down when they were read aloud: ``KEY-558`` when they are
        others. ``KEY-570`` fewer than two witnesses, ``KEY-571`` a stick that gives back another key.
        """
        require(self.around.actor, Action.TRUST)
        require_region(self.around)
        groups = tuple("".join(sign for sign in group if sign.isdigit()) for group in heard)
        if groups != draft.fingerprint:
            raise UsageRefusal("KEY-558")
        seen = [name.strip() for name in witnesses if name.strip()]
        if len(set(seen)) < WITNESSES:
            raise UsageRefusal("KEY-570", count=WITNESSES)
        smith = self.around.keysmith
        verb = "handover.keys.ceremony" if draft.is_first else "handover.keys.change_root"
        with self.around.store.writing(self.around.actor, verb, reason=draft.reason) as work:
            second_person.ask(self.around, work, Deed.KEYS)
            self._require_unchanged(work, draft)
            written: list[Path] = []
            before = self.around.store.secret(LIST_KEY) or b""
            try:
                for number, (seat, data) in enumerate(zip(draft.seats, draft.files, strict=True)):
                    written.append(self._on_stick(seat, data, draft.fresh[number]))
                self.around.store.keep_secrets({LIST_KEY: draft.signing.secret})
                devices, carried = self._devices(work)
                signed = sign_anew(self.around, work, devices, draft.roots, draft.signing)
                act = enter_act(
                    self.around,
                    work,
                    KeyActKind.CEREMONY if draft.is_first else KeyActKind.ROOT_CHANGED,
                    (
                        ("KEYFACT:ROOT", str(len(draft.roots))),
                        ("KEYFACT:SIGNERS", ", ".join(draft.signers)),
                        ("KEYFACT:LIST-KEY", "KEYFACT:NEW" if draft.is_new_list_key else "KEYFACT:KEPT"),
                        ("KEYFACT:LIST", str(signed.content.place.version)),
                        *((("KEYFACT:REASON", draft.reason),) if draft.reason else ()),
                    ),
                    (
                        *((("KEYROLE:LEADER", leader.strip()),) if leader.strip() else ()),
                        *(("KEYROLE:HOLDER", seat.holder) for seat in draft.seats),
                        *(("KEYROLE:WITNESS", name) for name in seen),
                    ),
                    (
                        ("KEYFACT:ROOT-FINGERPRINT", " ".join(draft.fingerprint)),
                        *((one.sender, " ".join(smith.fingerprint(one.card))) for one in carried),
                    ),
                )
                changes = work.commit()
            except BaseException:
                self.around.store.keep_secrets({LIST_KEY: before})
                for path in written:
                    path.unlink(missing_ok=True)
                raise
        return CeremonyOutcome(draft.fingerprint, tuple(written), signed.content.place.version, act, changes)

    def look_at(self, path: Path) -> RootKeyFile:
        """Whose root key lies on a stick, without the passphrase; ``KEY-554`` when it is none."""
        require(self.around.actor, Action.READ)
        smith = self.around.keysmith
        return smith.look_at_root_key(smith.read_root_key_file(path))

    def _wrapped(self, fresh: Sequence[SigningKey], seats: Sequence[Seat], numbers: Sequence[int]) -> tuple[bytes, ...]:
        code = self.around.store.agency.code
        return tuple(
            self.around.keysmith.wrap_root_key(key, code, seat.holder.strip(), number, seat.passphrase)
            for key, seat, number in zip(fresh, seats, numbers, strict=True)
        )

    def _opened(
        self, present: Sequence[PresentKey], publics: Sequence[str]
    ) -> tuple[tuple[SigningKey, ...], tuple[str, ...]]:
        smith, code = self.around.keysmith, self.around.store.agency.code
        keys: dict[str, SigningKey] = {}
        names = []
        for one in present:
            data = smith.read_root_key_file(one.path)
            outside = smith.look_at_root_key(data)
            if outside.region != code or outside.public not in publics:
                raise FileRefusal("KEY-557", holder=outside.holder)
            if outside.public not in keys:
                keys[outside.public] = smith.unwrap_root_key(data, one.passphrase)
                names.append(outside.holder)
        if len(keys) < 2:
            raise UsageRefusal("KEY-556", count=2)
        return tuple(keys.values()), tuple(names)

    def _on_stick(self, seat: Seat, data: bytes, key: SigningKey) -> Path:
        """Write a holder's file, read it back from the stick and open it with his passphrase."""
        smith, agency = self.around.keysmith, self.around.store.agency
        outside = smith.look_at_root_key(data)
        practice = "LATIHAN-" if agency.is_practice else ""
        name = f"{practice}MD1-{agency.code}-kunci-akar-{outside.number}-{outside.public[:8]}.json"
        path = self.around.exchange.write_package(data, ready_folder(seat.folder), name)
        if smith.unwrap_root_key(smith.read_root_key_file(path), seat.passphrase) != key:
            raise FileRefusal("KEY-571", holder=seat.holder)
        return path

    def _require_unchanged(self, work: Work, draft: CeremonyDraft) -> None:
        held = work.trust.held()
        if draft.is_first and held is not None:
            raise UsageRefusal("KEY-550")
        if not draft.is_first and (held is None or held.place.root_version != len(draft.roots) - 1):
            raise UsageRefusal("KEY-550")

    def _devices(self, work: Work) -> tuple[tuple[Device, ...], tuple[Device, ...]]:
        """The devices of the next list; the first one takes over whom the region knew by card, each named aloud.

        Of several PCs of one agency the one that sent last is the primary.
        """
        before = work.trust.devices()
        if work.trust.held() is not None:
            return before, ()
        own = self.around.store.keys.card
        cards = [one for one in work.ledger.first_cards() if not one.is_region]
        newest = {
            card.agency_code: max(
                (one for one in cards if one.agency_code == card.agency_code), key=lambda one: _last(work, one)
            )
            for card in reversed(cards)
        }
        carried = tuple(
            device_of(card, DeviceRole.PRIMARY if newest[card.agency_code] == card else DeviceRole.SECONDARY)
            for card in cards
            if card.agency_code != own.agency_code and card.standing is None
        )
        region = replace(device_of(own, DeviceRole.REGION), status=KeyStatus.ACTIVE)
        return (region, *carried), carried


def _last(work: Work, card: KeyCard) -> str:
    """The moment of the last package of a device, as text that sorts."""
    entries = work.ledger.entries(f"{card.agency_code}/{card.device}")
    return entries[-1].received_at.isoformat() if entries else ""


def _check_seats(seats: Sequence[Seat]) -> None:
    names = [" ".join(seat.holder.split()).casefold() for seat in seats]
    if not all(names) or len(set(names)) != len(names):
        raise UsageRefusal("KEY-552", count=len(seats))
    if len({seat.folder.resolve() for seat in seats}) != len(seats):
        raise UsageRefusal("KEY-559")

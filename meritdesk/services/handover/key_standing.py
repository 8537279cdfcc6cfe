"""Taking keys out of use at the region, and the region's own next key one cycle ahead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from meritdesk.core.access import Action, require
from meritdesk.core.accounts import Deed
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.handover import LedgerEntry, PackageKind
from meritdesk.core.journal import Changes
from meritdesk.core.trust import BlockedKey, DeviceRole, KeyAct, KeyActKind, KeyStatus, device_of, laid_down
from meritdesk.services import second_person
from meritdesk.services.handover.key_signing import (
    NEXT_KEYS,
    device_named,
    enter_act,
    held_list,
    require_reason,
    require_region,
    sign_anew,
)
from meritdesk.services.ports import Surroundings, Work


@dataclass(frozen=True, slots=True)
class StandingOutcome:
    """What changed in the list; ``doubtful`` are the packages to be confirmed once more on paper."""

    sender: str
    version: int
    act: KeyAct
    doubtful: tuple[LedgerEntry, ...] = ()
    changes: Changes = field(default_factory=Changes)


@dataclass(frozen=True, slots=True)
class KeyStandings:
    """Verbs by which keys lose or get their right; blocking is for everybody, the rest for the region."""

    around: Surroundings

    def retire(self, sender: str, last_sequence: int, reason: str) -> StandingOutcome:
        """Lay a device's key down after its last good package: a PC that is given away or was replaced.

        A device is named as packages name it or, where it has several keys, by the digits of one of them.
        ``KEY-560`` no such device, ``KEY-561`` no reason, ``KEY-563`` the region's own key is changed, not retired.
        """
        return self._lay_down(sender, KeyStatus.RETIRED, last_sequence, reason)

    def revoke(self, sender: str, from_sequence: int, reason: str) -> StandingOutcome:
        """Take the word from a key that is lost or stolen; packages from this number on are listed for confirmation.

        Nothing new is taken from it at all; what was accepted stays. Refusals as ``retire``.
        """
        return self._lay_down(sender, KeyStatus.REVOKED, max(0, from_sequence - 1), reason)

    def block(self, groups: Sequence[str], reason: str) -> KeyAct:
        """Believe a key no more at once, by its fingerprint read over the telephone, before any list says so.

        ``KEY-562`` when no key known here has this fingerprint: what is unknown is refused anyway.
        """
        require(self.around.actor, Action.UPKEEP)
        said = require_reason(reason)
        wanted = "".join(sign for group in groups for sign in group if sign.isdigit())
        with self.around.store.writing(self.around.actor, "handover.keys.block", reason=said) as work:
            second_person.ask(self.around, work, Deed.KEYS)
            own = self.around.store.keys.card.minisign_key
            found = [
                card
                for card in work.ledger.cards()
                if "".join(self.around.keysmith.fingerprint(card)) == wanted and card.minisign_key != own
            ]
            if not found:
                raise UsageRefusal("KEY-562", groups=" ".join(groups)[:40])
            card = found[0]
            fingerprint = " ".join(self.around.keysmith.fingerprint(card))
            work.trust.block(card.minisign_key, BlockedKey(fingerprint, said, self.around.clock()))
            sender = f"{card.agency_code}/{card.device}"
            act = enter_act(
                self.around,
                work,
                KeyActKind.BLOCKED,
                (("KEYFACT:DEVICE", sender), ("KEYFACT:AGENCY", card.agency_name), ("KEYFACT:REASON", said)),
                fingerprints=((sender, fingerprint),),
            )
            work.commit()
        return act

    def announce(self) -> StandingOutcome:
        """Make the region's next keys and publish them one cycle ahead; packages are written to both from then on.

        ``KEY-566`` when one is announced already.
        """
        require(self.around.actor, Action.TRUST)
        require_region(self.around)
        smith, keys = self.around.keysmith, self.around.store.keys
        with self.around.store.writing(self.around.actor, "handover.keys.announce") as work:
            second_person.ask(self.around, work, Deed.KEYS)
            held_list(self.around, work)
            if any(one.status is KeyStatus.ANNOUNCED for one in work.trust.devices()):
                raise UsageRefusal("KEY-566")
            card = keys.card
            fresh = smith.new_device_keys(card.agency_code, card.agency_name, card.device, True)
            reading_both = replace(keys, other_identities=(*keys.other_identities, fresh.age_identity))
            self.around.store.keep_secrets(
                {NEXT_KEYS: smith.keys_to_bytes(fresh), "device-keys": smith.keys_to_bytes(reading_both)}, reading_both
            )
            next_device = replace(device_of(fresh.card, DeviceRole.REGION), status=KeyStatus.ANNOUNCED)
            signed = sign_anew(self.around, work, (*work.trust.devices(), next_device))
            act = enter_act(
                self.around,
                work,
                KeyActKind.ANNOUNCED,
                (("KEYFACT:DEVICE", next_device.sender), ("KEYFACT:LIST", str(signed.content.place.version))),
                fingerprints=(
                    ("KEYFACT:NOW", " ".join(smith.fingerprint(card))),
                    ("KEYFACT:NEXT", " ".join(smith.fingerprint(fresh.card))),
                ),
            )
            changes = work.commit()
        return StandingOutcome(next_device.sender, signed.content.place.version, act, (), changes)

    def take_up(self) -> StandingOutcome:
        """Let the announced keys follow the present ones, which go on reading late files; ``KEY-567`` none announced.

        The key ring comes first: when the power fails in between, the device signs with a key the list announces.
        """
        require(self.around.actor, Action.TRUST)
        require_region(self.around)
        smith, now = self.around.keysmith, self.around.store.keys
        secret = self.around.store.secret(NEXT_KEYS)
        with self.around.store.writing(self.around.actor, "handover.keys.take_up") as work:
            second_person.ask(self.around, work, Deed.KEYS)
            announced = [one for one in work.trust.devices() if one.status is KeyStatus.ANNOUNCED]
            if not announced or not secret:
                raise UsageRefusal("KEY-567")
            coming = smith.keys_from_bytes(secret)
            old_key = next(
                (one.minisign_key for one in work.trust.devices() if _is_own_active(one.status, one.role)), ""
            )
            is_late = now.card.minisign_key == coming.card.minisign_key  # the power failed between ring and list
            old_groups = () if is_late else smith.fingerprint(now.card)
            if not is_late:
                others = tuple(dict.fromkeys((*now.other_identities, now.age_identity)))
                now = replace(coming, other_identities=tuple(one for one in others if one != coming.age_identity))
                self.around.store.keep_secrets({"device-keys": smith.keys_to_bytes(now)}, now)
            last = work.ledger.next_sequence() - 1
            devices = laid_down(work.trust.devices(), old_key, KeyStatus.RETIRED, work.ledger.epoch(), last, "", 0)
            devices = tuple(
                replace(one, status=KeyStatus.ACTIVE, since=0) if one.status is KeyStatus.ANNOUNCED else one
                for one in devices
            )
            signed = sign_anew(self.around, work, devices)
            act = enter_act(
                self.around,
                work,
                KeyActKind.TAKEN_UP,
                (
                    ("KEYFACT:DEVICE", announced[0].sender),
                    ("KEYFACT:LAST", str(last)),
                    ("KEYFACT:LIST", str(signed.content.place.version)),
                ),
                fingerprints=(
                    *((("KEYFACT:FORMER", " ".join(old_groups)),) if old_groups else ()),
                    ("KEYFACT:NOW", " ".join(smith.fingerprint(coming.card))),
                ),
            )
            changes = work.commit()
        self.around.store.keep_secrets({NEXT_KEYS: b""})
        return StandingOutcome(announced[0].sender, signed.content.place.version, act, (), changes)

    def doubtful(self, sender: str, from_sequence: int) -> tuple[LedgerEntry, ...]:
        """The packages a revocation from this number would put in doubt, for a look before the deed. ``KEY-560``."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return _from(work, device_named(self.around, work, sender, True).sender, from_sequence)

    def _lay_down(self, sender: str, status: KeyStatus, last: int, reason: str) -> StandingOutcome:
        require(self.around.actor, Action.TRUST)
        require_region(self.around)
        said = require_reason(reason)
        if last < 0:
            raise UsageRefusal("KEY-569")
        is_revoked = status is KeyStatus.REVOKED
        verb = "handover.keys.revoke" if is_revoked else "handover.keys.retire"
        with self.around.store.writing(self.around.actor, verb, reason=said) as work:
            second_person.ask(self.around, work, Deed.KEYS)
            device = device_named(self.around, work, sender, is_revoked)
            if device.role is DeviceRole.REGION:
                raise UsageRefusal("KEY-563", sender=device.sender)
            entries = work.ledger.entries(device.sender, PackageKind.EXPORT.value)
            epoch = entries[-1].epoch if entries else ""
            doubtful = _from(work, device.sender, last + 1) if is_revoked else ()
            devices = laid_down(work.trust.devices(), device.minisign_key, status, epoch, last, said, 0)
            signed = sign_anew(self.around, work, devices)
            act = enter_act(
                self.around,
                work,
                KeyActKind.REVOKED if is_revoked else KeyActKind.RETIRED,
                (
                    ("KEYFACT:DEVICE", device.sender),
                    ("KEYFACT:AGENCY", device.agency_name),
                    ("KEYFACT:LAST", str(last)),
                    ("KEYFACT:REASON", said),
                    ("KEYFACT:LIST", str(signed.content.place.version)),
                ),
                fingerprints=((device.sender, " ".join(self.around.keysmith.fingerprint(device.card))),),
                packages=tuple(
                    (str(one.sequence), one.period, one.receipt_number, one.payload_digest[7:23]) for one in doubtful
                ),
            )
            changes = work.commit()
        return StandingOutcome(device.sender, signed.content.place.version, act, doubtful, changes)


def _is_own_active(status: KeyStatus, role: DeviceRole) -> bool:
    return role is DeviceRole.REGION and status is KeyStatus.ACTIVE


def _from(work: Work, sender: str, first: int) -> tuple[LedgerEntry, ...]:
    """What came from a device from a number on, in its newest epoch."""
    entries = work.ledger.entries(sender, PackageKind.EXPORT.value)
    epoch = entries[-1].epoch if entries else ""
    return tuple(one for one in entries if one.epoch == epoch and one.sequence >= first)

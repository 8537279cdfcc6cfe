"""A second PC of an agency becomes its primary, since the old one is dead or gone: one new list, one record."""

from __future__ import annotations

from dataclasses import dataclass

from meritdesk.core.access import Action, require
from meritdesk.core.accounts import Deed
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.handover import PackageKind
from meritdesk.core.trust import Device, DeviceRole, KeyActKind, KeyStatus, laid_down, promoted
from meritdesk.services import second_person
from meritdesk.services.handover.key_signing import device_named, enter_act, require_reason, require_region, sign_anew
from meritdesk.services.handover.key_standing import StandingOutcome
from meritdesk.services.ports import Surroundings, Work


@dataclass(frozen=True, slots=True)
class Promotion:
    """What promoting a device would do: the primary that it follows, and the last number of that which is here."""

    device: Device
    former: Device | None
    last_sequence: int


@dataclass(frozen=True, slots=True)
class KeyPromotion:
    """The verb of promoting, for the region; the agency then takes the new list in."""

    around: Surroundings

    def look(self, sender: str) -> Promotion:
        """What promoting would do, before it is done; refusals as ``promote``."""
        require(self.around.actor, Action.READ)
        require_region(self.around)
        with self.around.store.reading() as work:
            return self._found(work, sender)

    def promote(self, sender: str, reason: str) -> StandingOutcome:
        """Let a secondary PC send for its agency from now on, and retire the primary after its last package here.

        What the old primary sent before and is still on its way up to that number is taken. ``KEY-560`` no such
        device, ``KEY-561`` no reason, ``KEY-581`` it is no secondary PC.
        """
        require(self.around.actor, Action.TRUST)
        require_region(self.around)
        said = require_reason(reason)
        with self.around.store.writing(self.around.actor, "handover.keys.promote", reason=said) as work:
            second_person.ask(self.around, work, Deed.KEYS)
            found = self._found(work, sender)
            device, former, devices = found.device, found.former, work.trust.devices()
            if former is not None:
                entries = work.ledger.entries(former.sender, PackageKind.EXPORT.value)
                epoch = entries[-1].epoch if entries else ""
                key = former.minisign_key
                devices = laid_down(devices, key, KeyStatus.RETIRED, epoch, found.last_sequence, said, 0)
            signed = sign_anew(self.around, work, promoted(devices, device.minisign_key, said))
            act = enter_act(
                self.around,
                work,
                KeyActKind.PROMOTED,
                (
                    ("KEYFACT:DEVICE", device.sender),
                    ("KEYFACT:AGENCY", device.agency_name),
                    ("KEYFACT:FORMER", former.sender if former is not None else "-"),
                    ("KEYFACT:LAST", str(found.last_sequence)),
                    ("KEYFACT:REASON", said),
                    ("KEYFACT:LIST", str(signed.content.place.version)),
                ),
                fingerprints=((device.sender, " ".join(self.around.keysmith.fingerprint(device.card))),),
            )
            changes = work.commit()
        return StandingOutcome(device.sender, signed.content.place.version, act, (), changes)

    def _found(self, work: Work, sender: str) -> Promotion:
        device = device_named(self.around, work, sender)
        if device.role is not DeviceRole.SECONDARY:
            raise UsageRefusal("KEY-581", sender=device.sender)
        former = next(
            (
                one
                for one in work.trust.devices()
                if one.agency_code == device.agency_code
                and one.role is DeviceRole.PRIMARY
                and one.status is KeyStatus.ACTIVE
            ),
            None,
        )
        last = 0
        if former is not None:
            entries = work.ledger.entries(former.sender, PackageKind.EXPORT.value)
            last = max((one.sequence for one in entries if one.epoch == entries[-1].epoch), default=0)
        return Promotion(device, former, last)

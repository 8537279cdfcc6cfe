"""Admitting devices at the region: a file from the stick, and two groups of digits read from the stamped paper."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.accounts import Deed
from meritdesk.core.errors import FileRefusal, UsageRefusal
from meritdesk.core.journal import Changes
from meritdesk.core.trust import (
    MAX_TRIES,
    Device,
    DeviceRole,
    Enrolment,
    KeyAct,
    KeyActKind,
    KeyRequest,
    KeyStatus,
    RequestState,
    admitted,
)
from meritdesk.services import second_person
from meritdesk.services.handover.key_signing import (
    enter_act,
    held_list,
    note_incident,
    require_reason,
    require_region,
    sign_anew,
)
from meritdesk.services.ports import Surroundings, Work


@dataclass(frozen=True, slots=True)
class AdmitOutcome:
    """A device that is vouched for from this list on; ``act`` is its printable record."""

    device: Device
    version: int
    act: KeyAct
    changes: Changes = field(default_factory=Changes)


@dataclass(frozen=True, slots=True)
class Admission:
    """Verbs of admitting devices; only a region has them."""

    around: Surroundings

    def requests(self) -> tuple[KeyRequest, ...]:
        """The queue: who asks to be vouched for, oldest first, then what became of earlier requests, newest first."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            found = work.trust.requests()
        waiting = [one for one in found if one.state is RequestState.WAITING]
        return (*waiting, *(one for one in reversed(found) if one.state is not RequestState.WAITING))

    def take(self, path: Path) -> KeyRequest:
        """Put the request of an enrolment file into the queue; the same file again is the same request.

        A request that was locked opens again, and the incident stays. ``KEY-542`` to ``KEY-544`` for a bad file,
        ``STO-695`` and ``STO-696`` between practice and the real office, ``KEY-549`` when the key is known already.
        """
        require(self.around.actor, Action.TRUST)
        require_region(self.around)
        smith = self.around.keysmith
        data = smith.read_enrolment_file(path)
        enrolment = smith.read_enrolment(data)
        card = enrolment.card
        is_practice = self.around.store.agency.is_practice
        if enrolment.is_practice is not is_practice:
            code = "STO-696" if is_practice else "STO-695"
            raise FileRefusal(code, sender=f"{card.agency_code}/{card.device}")
        request_id = hashlib.sha256(data).hexdigest()
        with self.around.store.writing(self.around.actor, "handover.keys.take", origin=f"file:{path.name}") as work:
            held_list(self.around, work)
            known = next((one for one in work.trust.requests() if one.request_id == request_id), None)
            if known is not None and known.state is RequestState.WAITING:
                return known
            self._check(work, enrolment)
            request = KeyRequest(
                request_id,
                enrolment,
                smith.fingerprint(card),
                RequestState.WAITING,
                _two_places(),
                0,
                self.around.clock(),
            )
            work.trust.save_request(request)
            work.commit()
        return request

    def answer(
        self, request_id: str, typed: Sequence[str], role: DeviceRole = DeviceRole.PRIMARY, scanned: str = ""
    ) -> AdmitOutcome:
        """Vouch for a device whose paper lies here: the two asked groups typed from it, or its square code scanned.

        ``KEY-545`` wrong, with the tries that are left and two other groups to read; ``KEY-546`` locked after three,
        with an incident; ``KEY-547`` no such request waits; ``KEY-548`` the agency has another primary PC.
        """
        require(self.around.actor, Action.TRUST)
        require_region(self.around)
        with self.around.store.writing(self.around.actor, "handover.keys.admit") as work:
            request = _waiting(work, request_id)
            self._check(work, request.enrolment)
            card = request.enrolment.card
            if not self._is_right(request, typed, scanned):
                after = self._wrong(request)
                work.trust.save_request(after)
                work.commit()
            else:
                second_person.ask(self.around, work, Deed.KEYS)
                before = work.trust.devices()
                self._check_role(before, request.enrolment, role)
                devices = admitted(before, request.enrolment, role, "", 0)
                signed = sign_anew(self.around, work, devices)
                settled = replace(
                    request,
                    state=RequestState.ADMITTED,
                    settled_at=self.around.clock(),
                    settled_by=self.around.actor.name,
                )
                work.trust.save_request(settled)
                device = signed.content.find(card.minisign_key)
                assert device is not None, "the list was just signed with it"
                act = enter_act(
                    self.around,
                    work,
                    KeyActKind.ADMITTED,
                    (
                        ("KEYFACT:DEVICE", device.sender),
                        ("KEYFACT:AGENCY", device.agency_name),
                        ("KEYFACT:ROLE", f"DEVICEROLE:{role.name}"),
                        ("KEYFACT:PROOF", "KEYFACT:SCANNED" if scanned else "KEYFACT:TYPED"),
                        ("KEYFACT:REPLACES", _replaced(self.around, before, device.sender)),
                        ("KEYFACT:LIST", str(signed.content.place.version)),
                    ),
                    fingerprints=((device.sender, " ".join(request.fingerprint)),),
                )
                changes = work.commit()
                return AdmitOutcome(device, signed.content.place.version, act, changes)
        sender = f"{card.agency_code}/{card.device}"
        if after.state is RequestState.LOCKED:
            note_incident(
                self.around,
                "KEY-546",
                "",
                {"sender": sender, "tries": str(MAX_TRIES), "fingerprint": " ".join(request.fingerprint)},
            )
            raise UsageRefusal("KEY-546", sender=sender, tries=MAX_TRIES)
        left = MAX_TRIES - after.wrong_tries
        raise UsageRefusal("KEY-545", sender=sender, left=left, first=after.places[0], second=after.places[1])

    def turn_away(self, request_id: str, reason: str) -> KeyAct:
        """Close a request without vouching for it; ``KEY-547`` no such request waits, ``KEY-561`` no reason."""
        require(self.around.actor, Action.TRUST)
        require_region(self.around)
        said = require_reason(reason)
        with self.around.store.writing(self.around.actor, "handover.keys.turn_away", reason=said) as work:
            request = _waiting(work, request_id)
            card = request.enrolment.card
            sender = f"{card.agency_code}/{card.device}"
            work.trust.save_request(
                replace(
                    request,
                    state=RequestState.REFUSED,
                    settled_at=self.around.clock(),
                    settled_by=self.around.actor.name,
                )
            )
            act = enter_act(
                self.around,
                work,
                KeyActKind.TURNED_AWAY,
                (("KEYFACT:DEVICE", sender), ("KEYFACT:AGENCY", card.agency_name), ("KEYFACT:REASON", said)),
                fingerprints=((sender, " ".join(request.fingerprint)),),
            )
            work.commit()
        return act

    def _check(self, work: Work, enrolment: Enrolment) -> None:
        card = enrolment.card
        sender = f"{card.agency_code}/{card.device}"
        devices = work.trust.devices()
        if card.agency_code == self.around.store.agency.code:
            raise FileRefusal("KEY-563", sender=sender)
        if card.minisign_key in work.trust.blocked_keys():
            raise FileRefusal("KEY-522", sender=sender)
        if any(one.minisign_key == card.minisign_key for one in devices):
            raise FileRefusal("KEY-549", sender=sender)
        if enrolment.replaces and not any(
            one.minisign_key == enrolment.replaces and one.sender == sender and one.status is KeyStatus.ACTIVE
            for one in devices
        ):
            raise FileRefusal("KEY-544", sender=sender)

    def _check_role(self, devices: Sequence[Device], enrolment: Enrolment, role: DeviceRole) -> None:
        if role is DeviceRole.REGION:
            raise UsageRefusal("KEY-563", sender=enrolment.card.agency_code)
        card = enrolment.card
        others = [
            one
            for one in devices
            if one.agency_code == card.agency_code
            and one.device != card.device
            and one.status is KeyStatus.ACTIVE
            and one.role is DeviceRole.PRIMARY
        ]
        if role is DeviceRole.PRIMARY and others:
            raise UsageRefusal("KEY-548", agency=card.agency_name, sender=others[0].sender)

    def _is_right(self, request: KeyRequest, typed: Sequence[str], scanned: str) -> bool:
        if scanned.strip():
            return scanned.strip() == self.around.keysmith.card_code(request.enrolment.card)
        groups = tuple("".join(sign for sign in one if sign.isdigit()) for one in typed)
        return groups == tuple(request.fingerprint[place - 1] for place in request.places)

    def _wrong(self, request: KeyRequest) -> KeyRequest:
        tries = request.wrong_tries + 1
        state = RequestState.LOCKED if tries >= MAX_TRIES else RequestState.WAITING
        return replace(request, wrong_tries=tries, state=state, places=_two_places(request.places))


def _waiting(work: Work, request_id: str) -> KeyRequest:
    found = [
        one
        for one in work.trust.requests()
        if request_id and one.request_id.startswith(request_id) and one.state is RequestState.WAITING
    ]
    if len(found) != 1:
        raise UsageRefusal("KEY-547", request=request_id[:12])
    return found[0]


def _replaced(around: Surroundings, before: Sequence[Device], sender: str) -> str:
    laid_down = [one for one in before if one.sender == sender and one.status is KeyStatus.ACTIVE]
    return " ".join(around.keysmith.fingerprint(laid_down[0].card)) if laid_down else "-"


def _two_places(before: tuple[int, int] | None = None) -> tuple[int, int]:
    """Two different groups of the six, in order, and never the same pair twice running."""
    while True:
        first, second = sorted(secrets.SystemRandom().sample(range(1, 7), 2))
        if (first, second) != before:
            return first, second

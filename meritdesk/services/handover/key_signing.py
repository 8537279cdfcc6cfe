"""Signing the region's trust list anew, and what all verbs about keys share: acts, incidents, who is meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from meritdesk.core.errors import FileRefusal, UsageRefusal
from meritdesk.core.trust import Device, Incident, KeyAct, KeyActKind, KeyStatus, ListPlace, TrustList
from meritdesk.core.trust_files import SigningKey, VerifiedList
from meritdesk.services.ports import Surroundings, Work

LIST_KEY = "list-key"
NEXT_KEYS = "next-device-keys"
FORMER_KEYS = "former-device-keys"

INCIDENTS = frozenset({"KEY-520", "KEY-521", "KEY-531", "KEY-532", "KEY-535", "PKG-512", "PKG-516", "PKG-517"})
"""Refusals that somebody must look into: a key at work that lost its right, a name that is not the signer's own."""

RESTORED_LEAP = 1000
"""How far the list counts on after a backup came back: nobody knows how many lists were signed in between."""


def require_region(around: Surroundings) -> None:
    """``KEY-564`` at an agency."""
    if not around.store.agency.is_region:
        raise UsageRefusal("KEY-564")


def require_agency(around: Surroundings) -> None:
    """``KEY-565`` at the region."""
    if around.store.agency.is_region:
        raise UsageRefusal("KEY-565")


def require_reason(reason: str) -> str:
    """A reason that will stand in the list and on paper; ``KEY-561`` without one."""
    said = " ".join(reason.split())
    if not said:
        raise UsageRefusal("KEY-561")
    return said[:500]


def list_key(around: Surroundings) -> SigningKey:
    """The key that signs lists at this PC; ``KEY-551`` where no ceremony was held here."""
    secret = around.store.secret(LIST_KEY)
    if not secret:
        raise UsageRefusal("KEY-551")
    return around.keysmith.signing_key(secret)


def held_list(around: Surroundings, work: Work) -> VerifiedList:
    """The list this desk holds, checked anew; ``KEY-551`` before the first one."""
    data = work.trust.data()
    if not data:
        raise UsageRefusal("KEY-551")
    return around.keysmith.verify_list(data)


def sign_anew(
    around: Surroundings,
    work: Work,
    devices: Sequence[Device],
    roots: Sequence[bytes] = (),
    key: SigningKey | None = None,
) -> VerifiedList:
    """The next list with these devices under these roots (those held, when none are given), kept in this work.

    Devices whose ``since`` is 0 get the number of this list.
    """
    agency = around.store.agency
    smith = around.keysmith
    signer = key or list_key(around)
    held = work.trust.held()
    before = held_list(around, work) if held is not None else None
    chain = tuple(roots) or (before.roots if before is not None else ())
    era, version = 1, 1
    if before is not None and held is not None:
        is_new_era = smith.list_public_key(chain[-1]) != smith.list_public_key(before.roots[-1])
        leap = 1 if held.epoch == work.ledger.epoch() else RESTORED_LEAP
        era = len(chain) if is_new_era else before.content.place.era
        version = 1 if is_new_era else before.content.place.version + leap
    content = TrustList(
        agency.code,
        agency.name,
        ListPlace(len(chain), era, version),
        tuple(replace(one, since=one.since or version) for one in devices),
        around.clock().date(),
        agency.is_practice,
    )
    data = smith.sign_list(chain, content, signer)
    signed = smith.verify_list(data)
    keep(work, signed)
    return signed


def keep(work: Work, signed: VerifiedList) -> None:
    """Hold this list from now on."""
    work.trust.keep(signed.content, signed.data, signed.digest, work.ledger.epoch(), signed.fingerprints[-1])


def list_version(work: Work) -> int:
    """The version of the trust list this desk holds, as packages say it; 0 before the first."""
    held = work.trust.held()
    return held.place.version if held is not None else 0


def enter_act(
    around: Surroundings,
    work: Work,
    kind: KeyActKind,
    facts: Sequence[tuple[str, str]] = (),
    people: Sequence[tuple[str, str]] = (),
    fingerprints: Sequence[tuple[str, str]] = (),
    packages: Sequence[tuple[str, ...]] = (),
) -> KeyAct:
    """Enter what was done, so that its record can be printed now and later."""
    who, when = around.actor.name, around.clock()
    act = KeyAct(0, kind, when, who, tuple(facts), tuple(people), tuple(fingerprints), tuple(packages))
    return work.trust.add_act(act)


def device_named(around: Surroundings, work: Work, named: str, is_revoked: bool = False) -> Device:
    """The key in force of a device named ``7101/PC02``, or the very key named by its thirty digits.

    For a revocation a retired key will do as well, since it may still bring late packages. ``KEY-560`` for none.
    """
    digits = "".join(sign for sign in named if sign.isdigit())
    by_digits = len(digits) == 30 and "/" not in named
    wanted = named.strip().upper()
    found = [
        one
        for one in work.trust.devices()
        if (one.is_in_force or (is_revoked and one.status is KeyStatus.RETIRED))
        and ("".join(around.keysmith.fingerprint(one.card)) == digits if by_digits else one.sender == wanted)
    ]
    if not found:
        raise UsageRefusal("KEY-560", sender=named[:40])
    return found[0]


@contextmanager
def noting_incidents(around: Surroundings, file_name: str) -> Iterator[None]:
    """Whatever is refused in here as an attack or a serious mistake leaves an entry that stays (F39, F40)."""
    try:
        yield
    except FileRefusal as refusal:
        if refusal.code in INCIDENTS:
            note_incident(around, refusal.code, file_name, {name: str(value) for name, value in refusal.facts.items()})
        raise


def note_incident(around: Surroundings, code: str, file_name: str, facts: dict[str, str]) -> None:
    """Enter an incident in a transaction of its own; the same file looked at again is the same incident."""
    said = tuple(facts.items())
    with around.store.writing(around.actor, "handover.keys.incident", origin=f"file:{file_name}") as work:
        known = work.trust.incidents()
        if file_name and any((one.code, one.file_name, one.facts) == (code, file_name, said) for one in known):
            return
        work.trust.add_incident(Incident(0, around.clock(), code, file_name, said))
        work.commit()

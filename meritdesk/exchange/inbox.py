"""Receives a package: from a file on a stick to typed records, failing at the first doubt (exchange 5, steps 1 to 8).

Nothing is written anywhere. The signature is checked on exact bytes before anything is decrypted, and only the private
copy made in step 1 is ever looked at.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from meritdesk.core.errors import FileRefusal
from meritdesk.core.handover import (
    SNAPSHOT_KINDS,
    DeviceKeys,
    KeyCard,
    LedgerDecision,
    LedgerVerdict,
    OpenedPackage,
    PackageHeader,
    PackageKind,
    PackageView,
    Snapshot,
    StagedPackage,
    WeighedContent,
)
from meritdesk.core.returned import ReturnContent
from meritdesk.core.trust import DeviceRole, KeyVerdict, course_of, may, role_of, sends
from meritdesk.core.word_for_word import NOTHING_STANDS, Standing
from meritdesk.exchange.keys import fingerprint
from meritdesk.exchange.label import check_schema
from meritdesk.exchange.package import read_bag
from meritdesk.exchange.receipts import read_receipt
from meritdesk.exchange.records import read_against, read_beside, read_snapshot
from meritdesk.exchange.relay import Relayed, read_relayed
from meritdesk.exchange.returns import read_return
from meritdesk.exchange.seal import MAX_FILE_SIZE, decrypt, open_envelope, stated_header, verify

_SETTLED = frozenset({LedgerVerdict.DUPLICATE, LedgerVerdict.SUPERSEDED, LedgerVerdict.FORK})


def stage(path: Path) -> StagedPackage:
    """Take a private copy of a file, at most one byte more than allowed (step 1).

    ``PKG-505`` too large, ``PKG-506`` not there, ``PKG-507`` cannot be read.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_FILE_SIZE + 1)
    except FileNotFoundError:
        raise FileRefusal("PKG-506", name=path.name) from None
    except OSError as fault:
        raise FileRefusal("PKG-507", name=path.name) from fault
    if len(data) > MAX_FILE_SIZE:
        raise FileRefusal("PKG-505", name=path.name, limit=MAX_FILE_SIZE // (1024 * 1024))
    return StagedPackage(path.name, data, hashlib.sha256(data).hexdigest())


def inspect(path: Path | StagedPackage, trusted: Sequence[KeyCard] = ()) -> PackageView:
    """What the outside of a package says, and whether one of these cards signed it.

    A package of an unknown key is shown as not verified; one whose bytes do not fit the signature of a known key is
    refused (``PKG-512``), since nothing it says can be shown honestly.
    """
    staged = path if isinstance(path, StagedPackage) else stage(path)
    envelope = open_envelope(staged.data, staged.name)
    signer: KeyCard | None = None
    try:
        signer = verify(envelope, trusted)
    except FileRefusal as refusal:
        if refusal.code != "PKG-511":
            raise
    header = stated_header(envelope)
    return PackageView(header, envelope.payload_digest, envelope.key_id, len(staged.data), signer is not None, signer)


def open_package(
    path: Path | StagedPackage,
    me: DeviceKeys,
    trusted: Sequence[KeyCard],
    decide: Callable[[PackageHeader, str], LedgerDecision],
    standing: Callable[[PackageHeader, LedgerDecision], Standing] = lambda _header, _decision: NOTHING_STANDS,
    beat: Callable[[], None] = lambda: None,
) -> OpenedPackage:
    """Check a package up to its typed content and hand it over (steps 1 to 8).

    ``decide`` is asked once the sender is proved and before anything is decrypted; a duplicate, superseded or forked
    package is not opened at all. ``standing`` says what stands here word for word as the sender's last package said it:
    tables in the same bytes are left out (``Snapshot.unchanged``). Each refusal is a ``FileRefusal`` with its own
    ``PKG-5xx`` code. ``beat`` is called between tables, so that whoever waits can stop it.
    """
    staged = path if isinstance(path, StagedPackage) else stage(path)
    envelope = open_envelope(staged.data, staged.name)
    signer = verify(envelope, trusted)
    header = stated_header(envelope)
    _check_addresses(header, signer, me.card)
    check_schema(header)
    is_relay = header.kind is PackageKind.RELAY
    decision = LedgerDecision(LedgerVerdict.NEXT) if is_relay else decide(header, envelope.payload_digest)
    if decision.verdict is not LedgerVerdict.DUPLICATE:
        _check_standing(header, signer, me.card)
    if decision.verdict in _SETTLED:
        return OpenedPackage(header, envelope.payload_digest, decision, signer)
    files = read_bag(header, decrypt(envelope, header, me))
    if header.kind is PackageKind.RELAY:
        return _open_relayed(read_relayed(header, files, trusted), signer, me, decide)
    if header.kind is PackageKind.RETURN:
        returned = _returned(header, files, signer)
        return OpenedPackage(header, envelope.payload_digest, decision, signer, returned=returned)
    if header.kind not in SNAPSHOT_KINDS:
        # Enrolment and backup have doors of their own (``enrolment``, ``backup_package``).
        raise FileRefusal("PKG-520", kind=header.kind.value)
    snapshot, faults, words = read_against(header, files, standing(header, decision), beat)
    return OpenedPackage(
        header, envelope.payload_digest, decision, signer, snapshot=snapshot, faults=faults, words=words
    )


def _returned(header: PackageHeader, files: Mapping[str, bytes], signer: KeyCard) -> ReturnContent:
    """What a return says; ``PKG-833`` when an agency says more than that it received."""
    returned = ReturnContent(read_receipt(header, files)) if header.schema == 1 else read_return(header, files)
    if role_of(signer) is not DeviceRole.REGION and not returned.is_only_receipt:
        raise FileRefusal("PKG-833", sender=header.sender)
    return returned


def _open_relayed(
    relayed: Relayed, passed_by: KeyCard, me: DeviceKeys, decide: Callable[[PackageHeader, str], LedgerDecision]
) -> OpenedPackage:
    """What the region passes on, judged as if its maker had given it: by his key, label and stream."""
    header, signer, digest = relayed.header, relayed.signer, relayed.payload_digest
    _check_addresses(header, signer, me.card)
    decision = decide(header, digest)
    if decision.verdict is not LedgerVerdict.DUPLICATE:
        _check_standing(header, signer, me.card)
    if decision.verdict in _SETTLED:
        return OpenedPackage(header, digest, decision, signer, passed_by=passed_by)
    files = read_bag(header, relayed.bag)
    if header.kind is PackageKind.RETURN:
        returned = _returned(header, files, signer)
        return OpenedPackage(header, digest, decision, signer, returned=returned, passed_by=passed_by)
    snapshot, faults = read_snapshot(header, files)
    return OpenedPackage(header, digest, decision, signer, snapshot=snapshot, faults=faults, passed_by=passed_by)


def reopen(data: bytes, keys: DeviceKeys, beat: Callable[[], None] = lambda: None) -> tuple[PackageHeader, Snapshot]:
    """The label and the snapshot of a package this device made itself, read from its outbox.

    Refused like an arriving file when it is not whole, not signed here, or carries no snapshot.
    """
    header, bag = _own_bag(data, keys)
    return header, read_snapshot(header, read_bag(header, bag), beat)[0]


def _own_bag(data: bytes, keys: DeviceKeys) -> tuple[PackageHeader, bytes]:
    """The label and the bag of a package this device made itself."""
    envelope = open_envelope(data, "")
    verify(envelope, (keys.card,))
    header = stated_header(envelope)
    check_schema(header)
    if header.kind not in SNAPSHOT_KINDS:
        raise FileRefusal("PKG-520", kind=header.kind.value)
    return header, decrypt(envelope, header, keys)


def reopen_beside(
    data: bytes,
    keys: DeviceKeys,
    content: Snapshot,
    weighed: WeighedContent,
    beat: Callable[[], None] = lambda: None,
) -> Snapshot:
    """The snapshot of a package this device made, without the tables that ``content`` says in the same bytes today.

    What is left out is named in ``Snapshot.unchanged``; refused as ``reopen``.
    """
    header, bag = _own_bag(data, keys)
    return read_beside(header, read_bag(header, bag), content, weighed, beat)


def read_kept(data: bytes, keys: DeviceKeys) -> Snapshot:
    """The snapshot of a package that this store has kept: made here, or judged and taken when it came."""
    envelope = open_envelope(data, "")
    header = stated_header(envelope)
    return read_snapshot(header, read_bag(header, decrypt(envelope, header, keys)))[0]


def _check_addresses(header: PackageHeader, signer: KeyCard, me: KeyCard) -> None:
    """The signer must be the sender it names, allowed to send this kind, and must have written to this desk (F40, F42).

    ``PKG-516`` in another's name, ``PKG-518`` to somebody else (``PKG-652`` between the PCs of another agency),
    ``PKG-517`` of a kind its role does not send.
    """
    if header.sender != f"{signer.agency_code}/{signer.device}":
        raise FileRefusal("PKG-516", sender=header.sender, signer=f"{signer.agency_code}/{signer.device}")
    if not sends(signer, header.kind):
        raise FileRefusal("PKG-517", sender=header.sender, kind=header.kind.value)
    course = course_of(header, me, signer)
    if course is None or may(signer, header.kind, course, header.sequence, header.epoch) is KeyVerdict.ROLE:
        if header.kind is PackageKind.HANDOVER:
            raise FileRefusal("PKG-652", sender=header.sender, me=me.agency_code)
        if header.kind is PackageKind.RETURN and header.recipient == me.agency_code:
            # Written to this desk, but on a way on which this role sends no such file.
            raise FileRefusal("PKG-517", sender=header.sender, kind=header.kind.value)
        raise FileRefusal("PKG-518", recipient=header.recipient, me=me.agency_code)


def _check_standing(header: PackageHeader, signer: KeyCard, me: KeyCard) -> None:
    """A key laid down brings nothing new (F39); what was accepted before stays, since only new packages come here.

    ``KEY-520`` revoked, ``KEY-521`` retired before this number.
    """
    course = course_of(header, me, signer)
    assert course is not None, "the address was checked before"
    verdict = may(signer, header.kind, course, header.sequence, header.epoch)
    groups = " ".join(fingerprint(signer))
    if verdict is KeyVerdict.REVOKED:
        raise FileRefusal("KEY-520", sender=header.sender, sequence=header.sequence, fingerprint=groups)
    if verdict is KeyVerdict.RETIRED:
        last = signer.standing.last_sequence if signer.standing is not None else 0
        raise FileRefusal("KEY-521", sender=header.sender, sequence=header.sequence, last=last, fingerprint=groups)

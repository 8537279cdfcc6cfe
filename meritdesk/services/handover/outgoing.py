"""The place of a new package in its stream, and the line that the outbox keeps of it (exchange 4)."""

from __future__ import annotations

import uuid
from collections.abc import Mapping

from meritdesk.core.handover import PackageHeader, PackageKind, SealedPackage
from meritdesk.core.lines import OutgoingLine
from meritdesk.services.handover.key_signing import list_version
from meritdesk.services.ports import Surroundings, Work


def next_header(
    around: Surroundings, work: Work, kind: PackageKind, recipient: str, period: str, stream: str = ""
) -> PackageHeader:
    """The next number of a stream with the digest of the one before, in the transaction of the caller."""
    own = around.store.agency
    return PackageHeader(
        kind=kind,
        sender=f"{own.code}/{own.device}",
        recipient=recipient,
        period=period,
        epoch=work.ledger.epoch(stream),
        sequence=work.ledger.next_sequence(stream),
        previous=work.ledger.last_digest(stream),
        package_id=str(uuid.uuid4()),
        key_directory=list_version(work),
        is_practice=own.is_practice,
    )


def enter_outgoing(
    around: Surroundings,
    work: Work,
    header: PackageHeader,
    sealed: SealedPackage,
    state: str,
    *,
    receipt_number: str = "",
    content_digest: str = "",
    counts: Mapping[str, int] | None = None,
) -> OutgoingLine:
    """Keep the bytes of a package and its line in the outbox, in the transaction that gave it its number."""
    line = OutgoingLine(
        package_id=header.package_id,
        file_name=sealed.name,
        kind=header.kind.value,
        period=header.period,
        sequence=header.sequence,
        epoch=header.epoch,
        payload_digest=sealed.payload_digest,
        packed_at=around.clock(),
        state=state,
        receipt_number=receipt_number,
        content_digest=content_digest,
        counts=dict(counts or {}),
    )
    work.ledger.add_outgoing(line, sealed.data)
    return line

"""What the ledger keeps of a file that was answered, and its line in the list of what came in."""

from __future__ import annotations

from meritdesk.core.handover import LedgerEntry, OpenedPackage, Receipt
from meritdesk.core.lines import IncomingLine
from meritdesk.services.ports import Surroundings


def noted(
    around: Surroundings, opened: OpenedPackage, receipt: Receipt, sender_name: str = ""
) -> tuple[LedgerEntry, IncomingLine]:
    """The entry and the line of one file and its receipt; the sender is called as its key says unless named."""
    header, now = opened.header, around.clock()
    entry = LedgerEntry(
        sender=header.sender,
        epoch=header.epoch,
        sequence=header.sequence,
        payload_digest=opened.payload_digest,
        previous=header.previous,
        period=header.period,
        code=receipt.code,
        receipt_number=receipt.number,
        received_at=now,
    )
    line = IncomingLine(
        sender=header.sender,
        sender_name=sender_name or opened.signer.agency_name,
        kind=header.kind.value,
        period=header.period,
        sequence=header.sequence,
        code=receipt.code.value,
        receipt_number=receipt.number,
        received_at=now,
        counts=dict(receipt.counts),
    )
    return entry, line

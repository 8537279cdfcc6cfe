"""Taking a received package back out, whole: what it brought goes, and it can be received again."""

from __future__ import annotations

from dataclasses import dataclass

from meritdesk.core.access import Action, require
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.handover import Receipt
from meritdesk.core.journal import Changes
from meritdesk.core.ledger import APPLIED
from meritdesk.services.handover.transfer_taking import TAKEN_BY
from meritdesk.services.ports import Surroundings, Work

RECEIVED_BY = "handover.receive"


@dataclass(frozen=True, slots=True)
class TakingBack:
    """The verb of taking back."""

    around: Surroundings

    def take_back(self, which: str, reason: str) -> Changes:
        """Take a package back out; ``which`` is the number of the receipt given for it, or the id of the package.

        The records are as they were before, and the entry of the ledger goes, so that the same file can be received
        again; the receipt that was given stays in the book of what was sent. ``PKG-653`` unknown or taken back already,
        ``PKG-657`` it brought no records, ``PKG-658`` a later one of the same sender was received, ``PKG-654`` without
        a reason, ``STO-630`` and ``STO-632`` where later changes stand on it.
        """
        require(self.around.actor, Action.RECEIVE)
        if not reason.strip():
            raise UsageRefusal("PKG-654")
        with self.around.store.reading() as work:
            receipt = _given(work, which)
            origin = f"package:{receipt.package_id}"
            change_set_id = work.journal.change_set_from(origin, RECEIVED_BY)
            is_transfer = not change_set_id
            change_set_id = change_set_id or work.journal.change_set_from(origin, TAKEN_BY)
        if receipt.code not in APPLIED:
            raise UsageRefusal("PKG-657", number=receipt.number)
        if not change_set_id:
            raise UsageRefusal("PKG-653", package=which)
        with self.around.store.writing(
            self.around.actor,
            "handover.take_back",
            reason=reason.strip(),
            origin=f"undo:{change_set_id}",
            agency_code="" if is_transfer else receipt.sender.partition("/")[0],
        ) as work:
            if not is_transfer:
                _require_last(work, receipt)
            work.journal.undo(change_set_id)
            work.merging.forget_taken(receipt.payload_digest)
            return work.commit()


def _given(work: Work, which: str) -> Receipt:
    """The receipt that was given here for a package."""
    for line in work.ledger.incoming():
        receipt = work.ledger.receipt(line.receipt_number)
        if receipt is not None and which in (line.receipt_number, receipt.package_id):
            return receipt
    raise UsageRefusal("PKG-653", package=which)


def _require_last(work: Work, receipt: Receipt) -> None:
    """A later package of the sender says everything again: what it confirmed must not go with the earlier one."""
    kind = next((line.kind for line in work.ledger.incoming() if line.receipt_number == receipt.number), "")
    entries = work.ledger.entries(receipt.sender, kind)
    numbers = [entry.receipt_number for entry in entries]
    if receipt.number not in numbers:
        raise UsageRefusal("PKG-653", package=receipt.number)
    later = [entry for entry in entries[numbers.index(receipt.number) + 1 :] if entry.code in APPLIED]
    if later:
        raise UsageRefusal("PKG-658", number=receipt.number, later=later[-1].receipt_number)

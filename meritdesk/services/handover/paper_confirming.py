"""The receipt on paper as the answer itself: typed or scanned, it confirms a package when the stick is lost."""

from __future__ import annotations

from dataclasses import dataclass

from meritdesk.core.access import Action, require
from meritdesk.core.errors import FileRefusal
from meritdesk.core.handover import AuditHead, PaperReceipt, Receipt
from meritdesk.core.journal import Changes
from meritdesk.core.lines import OutgoingLine
from meritdesk.services.handover.returning import require_agency
from meritdesk.services.ports import Surroundings, Work


@dataclass(frozen=True, slots=True)
class PaperOutcome:
    """What a paper receipt confirmed; ``is_news`` when the package was not known to have arrived before."""

    paper: PaperReceipt
    line: OutgoingLine
    is_news: bool
    changes: Changes


@dataclass(frozen=True, slots=True)
class PaperConfirming:
    """Verbs of receipts on paper, at the agency."""

    around: Surroundings

    def look(self, text: str) -> tuple[PaperReceipt, OutgoingLine]:
        """What the line says and which package it means; ``PKG-752``, ``PKG-753``, ``PKG-593`` not one of ours."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return self._read(work, text)

    def confirm(self, text: str) -> PaperOutcome:
        """Note the receipt; refusals as ``look``, ``PKG-757`` at the region. States only move forward."""
        require(self.around.actor, Action.RECEIVE)
        require_agency(self.around)
        with self.around.store.writing(self.around.actor, "handover.receipt_on_paper", origin="paper:receipt") as work:
            paper, line = self._read(work, text)
            receipt = Receipt(
                number=paper.number,
                code=paper.code,
                package_id=line.package_id,
                sender=f"{self.around.store.agency.code}/{self.around.store.agency.device}",
                period=line.period,
                epoch=line.epoch,
                sequence=line.sequence,
                payload_digest=line.payload_digest,
                counts={},
                highest_sequence=line.sequence,
                audit_head=AuditHead(0, ""),
            )
            after = work.ledger.confirm(receipt)
            assert after is not None, "the package was found a moment ago"
            changes = work.commit()
        return PaperOutcome(paper, after, after.state != line.state, changes)

    def _read(self, work: Work, text: str) -> tuple[PaperReceipt, OutgoingLine]:
        paper = self.around.exchange.read_paper_receipt(text, work.ledger.cards(), self.around.store.keys.card)
        start = f"sha256:{paper.payload_start}"
        line = next((one for one in work.ledger.outgoing() if one.payload_digest.startswith(start)), None)
        if line is None:
            raise FileRefusal("PKG-593", number=paper.number)
        return paper, line

"""Receipts of hand-overs on paper: the region prints what it gave out, the agency what it got back."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.documents import PaperStyle
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.handover import NOTED
from meritdesk.core.office_paper import OfficePaper
from meritdesk.core.periods import parse_period
from meritdesk.core.receipt_paper import ReceiptParties, receipt_paper
from meritdesk.services.office_papers import Matter, PapersOutcome, issue_papers, preview_paper
from meritdesk.services.ports import Surroundings


@dataclass(frozen=True, slots=True)
class ReceiptPapers:
    """Verbs of receipts as paper."""

    around: Surroundings

    def sheet(self, number: str) -> tuple[OfficePaper, Matter]:
        """The sheet of one receipt; ``DOC-540`` when this desk neither gave nor got it."""
        require(self.around.actor, Action.READ)
        agency = self.around.store.agency
        with self.around.store.reading() as work:
            receipt = work.ledger.receipt(number)
            lines = [line for line in work.ledger.incoming() if line.receipt_number == number]
        if receipt is None or not lines or number.startswith(NOTED):
            raise UsageRefusal("DOC-540", number=number)
        # A package that comes a second time is answered with the same receipt: the first time counts.
        line = min(lines, key=lambda one: one.received_at)
        is_ours = not agency.is_region
        parties = ReceiptParties(
            sender_name=agency.name if is_ours else line.sender_name,
            receiver_name=line.sender_name if is_ours else agency.name,
            received_on=line.received_at.date(),
        )
        code = self.around.exchange.paper_receipt(receipt, self.around.store.keys) if agency.is_region else ""
        groups = self.around.exchange.typing_groups(code)
        return receipt_paper(receipt, parties, agency, code, groups), Matter(
            parse_period(receipt.period), f"receipt:{number}"
        )

    def code(self, number: str) -> str:
        """The signed line of a receipt that was given here, as the square code says it; ``DOC-540`` as ``sheet``."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            receipt = work.ledger.receipt(number)
        if receipt is None or not self.around.store.agency.is_region:
            raise UsageRefusal("DOC-540", number=number)
        return self.around.exchange.paper_receipt(receipt, self.around.store.keys)

    def preview(self, number: str, style: PaperStyle | None = None) -> bytes:
        """The sheet as PDF bytes for the screen, in no register."""
        return preview_paper(self.around, self.sheet(number)[0], style)

    def print(self, number: str, out: Path, style: PaperStyle | None = None) -> PapersOutcome:
        """Print a receipt into a folder and enter it in the register of documents."""
        require(self.around.actor, Action.RECEIVE)
        return issue_papers(self.around, [self.sheet(number)], out, style, action=Action.RECEIVE)

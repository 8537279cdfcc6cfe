"""The covering note of a transfer file on its way to paper, in the register of documents like a receipt."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.documents import PaperStyle
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.lines import OutgoingLine
from meritdesk.core.moves import Transfer, TransferWay
from meritdesk.core.office_paper import OfficePaper
from meritdesk.core.periods import parse_period
from meritdesk.core.transfer_paper import CoveringNote, transfer_note
from meritdesk.core.trust import region_cards
from meritdesk.services.handover.transfer_packing import THROUGH, sizes
from meritdesk.services.office_papers import Matter, PapersOutcome, issue_papers, preview_paper
from meritdesk.services.ports import Surroundings


@dataclass(frozen=True, slots=True)
class TransferNotes:
    """Verbs of covering notes; a note is named by somebody whom its file carries, by NIP or key."""

    around: Surroundings

    def sheet(self, who: str) -> tuple[OfficePaper, Matter]:
        """The note of the newest file that carries somebody away; ``PKG-857`` when there is none."""
        require(self.around.actor, Action.READ)
        store, exchange = self.around.store, self.around.exchange
        with store.reading() as work:
            moves = [one for one in work.transfers.all() if one.way is TransferWay.OUT and one.package_id]
            package_id = next((one.package_id for one in moves if who in (one.nip, one.person_id)), "")
            line = next((one for one in work.ledger.outgoing() if one.package_id == package_id), None)
            if line is None:
                raise UsageRefusal("PKG-857", nip=who)
            data, cards = work.ledger.outgoing_data(package_id), work.ledger.cards()
        # What went is read from the very file: a later move of the same people changes nothing on its note.
        header, snapshot = exchange.reopen(data, store.keys)
        people = sorted((one for one in moves if one.package_id == package_id), key=_by_name)
        region = next((card.agency_name for card in region_cards(cards)), "") if _goes_through(line) else ""
        note = CoveringNote(line, people, exchange.fingerprint(store.keys.card), sizes(snapshot), region)
        return transfer_note(note, store.agency), Matter(parse_period(header.period), f"transfer:{package_id}")

    def preview(self, who: str, style: PaperStyle | None = None) -> bytes:
        """The note as PDF bytes for the screen, in no register."""
        return preview_paper(self.around, self.sheet(who)[0], style)

    def print(self, who: str, out: Path, style: PaperStyle | None = None) -> PapersOutcome:
        """Print a note into a folder and enter it in the register of documents."""
        require(self.around.actor, Action.PACK)
        return issue_papers(self.around, [self.sheet(who)], out, style, action=Action.PACK)


def _goes_through(line: OutgoingLine) -> bool:
    return bool(line.counts.get(THROUGH))


def _by_name(one: Transfer) -> tuple[str, str]:
    return one.name, one.person_id

"""Hand-over: what goes up to the region by file, and what comes back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.handover import KeyCard, OwedAnswer, PackageView
from meritdesk.core.journal import Changes
from meritdesk.core.lines import IncomingLine, OutgoingLine
from meritdesk.core.periods import Period
from meritdesk.core.store import RestoredStore
from meritdesk.services.changes import Step, no_step
from meritdesk.services.handover.answering import is_elsewhere
from meritdesk.services.handover.approvals import ApprovalDesk
from meritdesk.services.handover.arrivals import Arrival as Arrival
from meritdesk.services.handover.arrivals import Consent as Consent
from meritdesk.services.handover.conflicts import ConflictDesk
from meritdesk.services.handover.corrections import CorrectionDesk
from meritdesk.services.handover.custody import CustodyDesk
from meritdesk.services.handover.keys import Keys
from meritdesk.services.handover.national import NationalDesk
from meritdesk.services.handover.packing import Packing
from meritdesk.services.handover.packing import PackOutcome as PackOutcome
from meritdesk.services.handover.paper_confirming import PaperConfirming
from meritdesk.services.handover.receiving import ReceiveOutcome as ReceiveOutcome
from meritdesk.services.handover.receiving import Receiving
from meritdesk.services.handover.reference import ReferenceDesk
from meritdesk.services.handover.returning import Returns
from meritdesk.services.handover.taking_back import TakingBack
from meritdesk.services.handover.transfers import TransferDesk
from meritdesk.services.ports import Surroundings
from meritdesk.services.receipt_papers import ReceiptPapers


@dataclass(frozen=True, slots=True)
class Receipts:
    """The two ledgers: what went out with its answer, what came in; and the answers that are not on a stick yet.

    ``elsewhere`` are those of them in whose place another stick lies now.
    """

    outgoing: tuple[OutgoingLine, ...]
    incoming: tuple[IncomingLine, ...]
    owed: tuple[OwedAnswer, ...] = ()
    elsewhere: tuple[OwedAnswer, ...] = ()


@dataclass(frozen=True, slots=True)
class Introduction:
    """A key card with the groups of digits that two people compare by telephone or on paper before they trust it."""

    card: KeyCard
    fingerprint: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Handover:
    """Verbs of the hand-over."""

    around: Surroundings

    def own_card(self) -> Introduction:
        """This device's public key card."""
        require(self.around.actor, Action.READ)
        return self._introduction(self.around.store.keys.card)

    def card(self, path: Path) -> Introduction:
        """Write this device's public key card for the other side."""
        require(self.around.actor, Action.READ)
        card = self.around.store.keys.card
        self.around.exchange.write_card(card, path)
        return self._introduction(card)

    def trust(self, path: Path) -> Introduction:
        """Accept the key card of another device at first contact; ``KEY-541`` once a signed list vouches for all."""
        require(self.around.actor, Action.UPKEEP)
        card = self.around.exchange.read_card(path)
        with self.around.store.reading() as work:
            if work.trust.held() is not None:
                raise UsageRefusal("KEY-541", sender=f"{card.agency_code}/{card.device}")
        with self.around.store.writing(self.around.actor, "handover.trust", origin=f"file:{path.name}") as work:
            work.ledger.trust(card)
            work.commit()
        return self._introduction(card)

    def pack(self, period: Period, out: Path, step: Step = no_step) -> PackOutcome:
        """Pack everything closed in a period for the region, sign, encrypt and write it; read back after writing.

        The same content again gives the same file, byte for byte, and no new sequence number.
        """
        return Packing(self.around).pack(period, out, step)

    def inspect(self, path: Path) -> PackageView:
        """What the outside of a package says, and whether a trusted key vouches for it; nothing is opened."""
        return Receiving(self.around).inspect(path)

    def receive(
        self,
        path: Path,
        reply_folder: Path | None = None,
        step: Step = no_step,
        confirm_new_epoch: bool = False,
        consent: Consent | None = None,
        looked_at: str = "",
    ) -> ReceiveOutcome:
        """Take in a file: an export at the region, a colleague's work or a receipt at the agency.

        The same file again changes nothing. The region writes the answer beside the file (or into ``reply_folder``).
        """
        return Receiving(self.around).receive(path, reply_folder, step, confirm_new_epoch, consent, looked_at)

    def look_into(self, path: Path, step: Step = no_step) -> Arrival:
        """What a file would do, without taking it: the fate of each record and what somebody must be asked."""
        return Receiving(self.around).look_into(path, step)

    def take_back(self, which: str, reason: str) -> Changes:
        """Take a received package back out whole, by the number of its receipt; it can be received again."""
        return TakingBack(self.around).take_back(which, reason)

    @property
    def conflicts(self) -> ConflictDesk:
        """Fields that several sides set differently."""
        return ConflictDesk(self.around)

    @property
    def custody(self) -> CustodyDesk:
        """People whom two agencies hold."""
        return CustodyDesk(self.around)

    @property
    def transfers(self) -> TransferDesk:
        """People who leave for another agency, and people who come from one."""
        return TransferDesk(self.around)

    @property
    def national(self) -> NationalDesk:
        """Rows, documents and sheets for the national application (SIASN, e-Kinerja)."""
        return NationalDesk(self.around)

    def restored(self) -> RestoredStore | None:
        """From which backup the store came back, while sending still waits; nothing in ordinary times."""
        require(self.around.actor, Action.READ)
        return self.around.store.restored

    def resume_sending(self) -> Changes:
        """The clerk has compared with the region what arrived: files go out again."""
        require(self.around.actor, Action.PACK)
        with self.around.store.writing(self.around.actor, "handover.resume_sending") as work:
            work.set_setting("sending_resumed", self.around.clock().isoformat(timespec="seconds"))
            changes = work.commit()
        self.around.store.settle_restored()
        return changes

    def receipts(self) -> Receipts:
        """Both ledgers, newest first."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            owed = work.ledger.owed()
            found = Receipts(work.ledger.outgoing(), work.ledger.incoming(), owed)
        return replace(found, elsewhere=tuple(one for one in owed if is_elsewhere(one)))

    @property
    def keys(self) -> Keys:
        """Keys without a network: own keys, enrolment, the region's list."""
        return Keys(self.around)

    @property
    def outbox(self) -> Packing:
        """What goes out: preview, packing for the region or a colleague, writing again, and what has left."""
        return Packing(self.around)

    @property
    def returns(self) -> Returns:
        """What the region gives back beside receipts."""
        return Returns(self.around)

    @property
    def corrections(self) -> CorrectionDesk:
        """What the region asks to be put right, and what the agency does about it."""
        return CorrectionDesk(self.around)

    @property
    def reference(self) -> ReferenceDesk:
        """Names, holidays, rule packs and settings that the region says for all."""
        return ReferenceDesk(self.around)

    @property
    def approvals(self) -> ApprovalDesk:
        """Complete, approved, locked: the region's word on each period."""
        return ApprovalDesk(self.around)

    @property
    def paper_receipts(self) -> PaperConfirming:
        """Receipts that come back on paper only."""
        return PaperConfirming(self.around)

    @property
    def papers(self) -> ReceiptPapers:
        """Receipts as paper."""
        return ReceiptPapers(self.around)

    def _introduction(self, card: KeyCard) -> Introduction:
        return Introduction(card, self.around.exchange.fingerprint(card))

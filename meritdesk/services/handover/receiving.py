"""Receiving: what arrives is judged, merged in one transaction and answered."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.audit import JudgedHead
from meritdesk.core.errors import FileRefusal, Refusal
from meritdesk.core.handover import (
    LedgerDecision,
    LedgerVerdict,
    OpenedPackage,
    OwedAnswer,
    PackageHeader,
    PackageKind,
    PackageView,
    Receipt,
    ReceiptCode,
    RecordOutcome,
    RecordState,
    StagedPackage,
)
from meritdesk.core.journal import Changes
from meritdesk.core.ledger import decide
from meritdesk.core.periods import parse_period
from meritdesk.core.trust import DeviceRole, role_of
from meritdesk.core.word_for_word import NOTHING_STANDS, Standing
from meritdesk.services.changes import Step, no_step
from meritdesk.services.handover import colleagues, taking_in
from meritdesk.services.handover.answering import owed_for, try_to_write, write_answer
from meritdesk.services.handover.arrivals import Arrival, Consent, counted
from meritdesk.services.handover.key_signing import noting_incidents
from meritdesk.services.handover.noting import noted
from meritdesk.services.handover.returning import (
    NOTHING_BROUGHT,
    Brought,
    RegionWord,
    freeze,
    noted_receipt,
    region_word,
    take_list_first,
    take_parts,
    waiting_content,
)
from meritdesk.services.handover.transfers import require_own_receiver
from meritdesk.services.journal_heads import note_receipt, note_stream
from meritdesk.services.ports import Surroundings, Work
from meritdesk.uncollected import uncollected

_FOLLOWING = frozenset({LedgerVerdict.NEXT, LedgerVerdict.GAP})


@dataclass(frozen=True, slots=True)
class ReceiveOutcome:
    """What became of an arriving file; ``reply`` is the receipt file for the sender, when there is one.

    ``unwritten`` says why the answer to a file that was taken is not on the stick; it is owed then (``answering``).
    ``heads`` is how earlier heads of the journal stand to what the file says of it (``core/audit.py``).
    """

    header: PackageHeader
    code: ReceiptCode
    receipt: Receipt
    outcomes: tuple[RecordOutcome, ...]
    reply: Path | None
    changes: Changes = field(default_factory=Changes)
    brought: Brought = NOTHING_BROUGHT
    unwritten: Refusal | None = None
    heads: tuple[JudgedHead, ...] = ()


@dataclass(frozen=True, slots=True)
class Receiving:
    """Verbs of receiving."""

    around: Surroundings

    def inspect(self, path: Path) -> PackageView:
        """What the outside of a package says, and whether a trusted key vouches for it; nothing is opened."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            cards = (*work.ledger.cards(), self.around.store.keys.card)
        return self.around.exchange.inspect(path, cards)

    @uncollected()
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

        The same file again changes nothing. Once it is taken for good the region writes the answer beside the file (or
        into ``reply_folder``), so that the stick can go back; a colleague gets none. ``consent`` is a person's word
        where people are missing from the file (``PKG-650``, ``PKG-651``). ``looked_at`` is the digest of the file that
        was shown before: ``PKG-660`` when another one lies there now.
        """
        require(self.around.actor, Action.RECEIVE)
        with self.around.store.reading() as work:
            cards = work.ledger.cards()
        step(0, 4)
        staged = self.around.exchange.stage(path)
        with noting_incidents(self.around, path.name):
            opened = self.around.exchange.open_package(
                staged, self.around.store.keys, cards, self._decide, self._standing, lambda: step(0, 4)
            )
        if looked_at and opened.payload_digest != looked_at:
            raise FileRefusal("PKG-660", name=path.name)
        self._require_same_world(opened.header)
        step(1, 4)
        if opened.header.kind is PackageKind.TRANSFER:
            raise FileRefusal("PKG-845", name=path.name)
        if opened.header.kind is PackageKind.RETURN:
            if opened.header.recipient != self.around.store.agency.code:
                raise FileRefusal("PKG-858", name=path.name, agency=opened.header.recipient)
            return self._receive_receipt(opened)
        folder = reply_folder or path.parent
        if opened.decision.verdict is LedgerVerdict.DUPLICATE:
            return self._answer_again(opened, folder)
        if opened.decision.verdict is LedgerVerdict.NEW_EPOCH and not confirm_new_epoch:
            raise FileRefusal("PKG-592", sender=opened.header.sender)
        return self._merge(opened, staged, folder, step, consent)

    @uncollected()
    def look_into(self, path: Path, step: Step = no_step) -> Arrival:
        """What a file would do, without taking it: the fate of each record and what somebody must be asked."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            cards = work.ledger.cards()
        step(0, 3)
        with noting_incidents(self.around, path.name):
            opened = self.around.exchange.open_package(
                path, self.around.store.keys, cards, self._decide, beat=lambda: step(0, 3)
            )
        self._require_same_world(opened.header)
        if opened.header.kind is PackageKind.TRANSFER:
            raise FileRefusal("PKG-845", name=path.name)
        step(1, 3)
        header, digest = opened.header, opened.payload_digest
        if opened.snapshot is None:
            return Arrival(header, opened.decision, counted(()), (), payload_digest=digest)
        with self.around.store.reading(header.sender_agency) as work:
            step = work.watch(step)
            step(1, 3)
            if header.kind is PackageKind.HANDOVER:
                merged = colleagues.judge(self.around, work, opened)
                return colleagues.arrival(self.around, opened, merged)
            judged = taking_in.judge(self.around, work, opened)
            asked = {one.correction_id: one.label for one in work.corrections.all()}
        step(2, 3)
        return Arrival(
            header=header,
            decision=opened.decision,
            counts=counted(judged.comparison.outcomes),
            records=taking_in.arriving_records(self.around, judged, asked),
            missing=taking_in.missing_records(judged),
            removed=len(judged.comparison.removed),
            needs_consent=bool(judged.missing),
            needs_second=judged.needs_second,
            payload_digest=digest,
        )

    def _require_same_world(self, header: PackageHeader) -> None:
        """Practice answers practice: a real office takes nothing made up, and no real file is lost in a practice store.

        ``STO-695`` for practice at a real office, ``STO-696`` the other way round.
        """
        is_practice = self.around.store.agency.is_practice
        if header.is_practice and not is_practice:
            raise FileRefusal("STO-695", sender=header.sender)
        if is_practice and not header.is_practice:
            raise FileRefusal("STO-696", sender=header.sender)

    def _decide(self, header: PackageHeader, payload_digest: str) -> LedgerDecision:
        with self.around.store.reading() as work:
            entries = work.ledger.entries(header.sender, header.kind.value)
        if header.kind is PackageKind.RETURN:
            # One region answers many agencies from one stream: an agency sees gaps by nature, and an older receipt
            # may well arrive after a newer one. Only the very same file is a duplicate.
            known = next((entry for entry in entries if entry.payload_digest == payload_digest), None)
            if known is not None:
                return LedgerDecision(LedgerVerdict.DUPLICATE, receipt_number=known.receipt_number)
            return LedgerDecision(LedgerVerdict.NEXT)
        return decide(header, payload_digest, entries)

    def _standing(self, header: PackageHeader, decision: LedgerDecision) -> Standing:
        """What stands here word for word as the agency's last export said it; only the newest may repeat that."""
        if header.kind is not PackageKind.EXPORT or decision.is_late or decision.verdict not in _FOLLOWING:
            return NOTHING_STANDS
        period = parse_period(header.period)
        with self.around.store.reading(header.sender_agency) as work:
            absent = {one.table for one in work.merging.absences()}
            words = {name: one for name, one in work.words.standing(period).items() if name not in absent}

        def keys(table: str) -> Collection[str]:
            with self.around.store.reading(header.sender_agency) as work:
                return work.words.keys(table, period)

        return Standing(words, keys)

    def _read_whole(self, work: Work, opened: OpenedPackage, staged: StagedPackage) -> OpenedPackage:
        """The same package with every table, where somebody has written since to what was left out as unchanged."""
        if taking_in.still_stands(work, opened):
            return opened
        cards, keys = work.ledger.cards(), self.around.store.keys
        return self.around.exchange.open_package(staged, keys, cards, lambda _header, _digest: opened.decision)

    def _merge(
        self, opened: OpenedPackage, staged: StagedPackage, folder: Path, step: Step, consent: Consent | None
    ) -> ReceiveOutcome:
        """One transaction: data, ledger, receipt and the reply.

        The region's data of an agency follow the file; what a colleague did is merged with what was done here.
        """
        header = opened.header
        is_colleague = header.kind is PackageKind.HANDOVER
        own = None if is_colleague else region_word(self.around)
        settled = opened.decision.verdict in (LedgerVerdict.SUPERSEDED, LedgerVerdict.FORK)
        with self.around.store.writing(
            self.around.actor,
            "handover.receive",
            origin=f"package:{header.package_id}",
            agency_code=header.sender_agency,
        ) as work:
            step = work.watch(step)
            number = work.ledger.next_receipt_number(self.around.clock().year)
            outcomes: tuple[RecordOutcome, ...] = ()
            unchanged = 0
            if not settled and is_colleague:
                merged = colleagues.judge(self.around, work, opened)
                outcomes = merged.outcomes
                colleagues.write(self.around, work, opened, merged, staged.data)
            elif not settled:
                opened = self._read_whole(work, opened, staged)
                judged = taking_in.judge(self.around, work, opened)
                outcomes, unchanged = judged.comparison.outcomes, judged.comparison.unchanged
                taking_in.write(self.around, work, opened, judged, consent)
            heads = note_stream(self.around, work, opened) if own is not None and not settled else ()
            step(2, 4)
            receipt = self._receipt(opened, number, outcomes, unchanged, work)
            name = opened.signer.agency_name
            work.ledger.add_incoming(
                *noted(self.around, opened, receipt, name),
                receipt,
            )
            owed: OwedAnswer | None = None
            if own is not None:
                owed = self._reply(work, opened, receipt, own, folder, staged)
                step(3, 4)
            changes = work.commit()
        # Only what was taken for good is answered: whoever holds a receipt can rely on it, whatever happens to the PC.
        reply, unwritten = try_to_write(self.around, owed) if owed is not None else (None, None)
        step(4, 4)
        return ReceiveOutcome(
            header, receipt.code, receipt, receipt.outcomes, reply, changes, unwritten=unwritten, heads=heads
        )

    def _receipt(
        self, opened: OpenedPackage, number: str, outcomes: tuple[RecordOutcome, ...], unchanged: int, work: Work
    ) -> Receipt:
        header = opened.header
        trouble = tuple(outcome for outcome in outcomes if outcome.state in (RecordState.REFUSED, RecordState.CONFLICT))
        verdict = opened.decision.verdict
        if verdict is LedgerVerdict.FORK:
            code = ReceiptCode.FORK
        elif verdict is LedgerVerdict.SUPERSEDED:
            code = ReceiptCode.SUPERSEDED
        else:
            code = ReceiptCode.ERRORS if trouble else ReceiptCode.ACCEPTED
        highest = max(
            (entry.sequence for entry in work.ledger.entries(header.sender) if entry.epoch == header.epoch), default=0
        )
        return Receipt(
            number=number,
            code=code,
            package_id=header.package_id,
            sender=header.sender,
            period=header.period,
            epoch=header.epoch,
            sequence=header.sequence,
            payload_digest=opened.payload_digest,
            counts=counted(outcomes, unchanged),
            outcomes=trouble,
            missing_sequences=opened.decision.missing,
            highest_sequence=max(highest, header.sequence),
            audit_head=opened.snapshot.audit_head if opened.snapshot else work.journal.head(),
        )

    def _reply(
        self,
        work: Work,
        opened: OpenedPackage,
        receipt: Receipt,
        own: RegionWord,
        folder: Path,
        staged: StagedPackage,
    ) -> OwedAnswer:
        """The receipt with everything else that waits, kept in the outbox and owed until it lies on the stick."""
        content = waiting_content(work, own, receipt, opened.header.sender_agency)
        line, _ = freeze(self.around, work, (opened.signer,), content, opened.header.period)
        owed = owed_for(line, folder, staged)
        work.ledger.owe(owed)
        return owed

    def _answer_again(self, opened: OpenedPackage, folder: Path) -> ReceiveOutcome:
        """The same file once more: nothing changes, the stored receipt goes out again byte for byte."""
        with self.around.store.reading() as work:
            receipt = work.ledger.receipt(opened.decision.receipt_number)
            if opened.header.kind is PackageKind.HANDOVER and receipt is not None:
                return ReceiveOutcome(opened.header, ReceiptCode.DUPLICATE, receipt, receipt.outcomes, None)
            lines = [line for line in work.ledger.outgoing() if line.receipt_number == opened.decision.receipt_number]
            assert receipt is not None and lines, "a ledger entry without its receipt"
        reply = write_answer(self.around, OwedAnswer(lines[0].package_id, lines[0].file_name, str(folder)))
        return ReceiveOutcome(opened.header, ReceiptCode.DUPLICATE, receipt, receipt.outcomes, reply)

    def _receive_receipt(self, opened: OpenedPackage) -> ReceiveOutcome:
        """A return: the package its receipt answers becomes confirmed, and the other parts are kept for the clerk.

        States only move forward; what is known already changes nothing, whatever arrives in which order.
        """
        header, content = opened.header, opened.returned
        if content is None:
            with self.around.store.reading() as work:
                known = work.ledger.receipt(opened.decision.receipt_number)
            assert known is not None, "a known receipt is no longer in the ledger"
            return ReceiveOutcome(header, ReceiptCode.DUPLICATE, known, known.outcomes, None)
        receipt = content.receipt or noted_receipt(opened)
        brought = take_list_first(self.around, content)
        with self.around.store.writing(
            self.around.actor, "handover.receipt", origin=f"package:{header.package_id}"
        ) as work:
            if role_of(opened.signer) is not DeviceRole.REGION:
                require_own_receiver(work, receipt, opened.signer.agency_code)
            if content.receipt is not None and work.ledger.confirm(receipt) is None:
                raise FileRefusal("PKG-593", number=receipt.number)
            heads = note_receipt(self.around, work, receipt) if content.receipt is not None else ()
            brought = take_parts(self.around, work, opened, brought)
            work.ledger.add_incoming(
                *noted(self.around, opened, receipt, opened.signer.agency_name),
                receipt,
            )
            changes = work.commit()
        return ReceiveOutcome(header, receipt.code, receipt, receipt.outcomes, None, changes, brought, heads=heads)

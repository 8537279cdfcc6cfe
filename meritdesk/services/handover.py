"""Hand-over: what goes up to the region by file, and what comes back."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from meritdesk.core.access import Action, require
from meritdesk.core.errors import FileRefusal, UsageRefusal
from meritdesk.core.handover import (
    KeyCard,
    LedgerDecision,
    LedgerEntry,
    LedgerVerdict,
    OpenedPackage,
    PackageHeader,
    PackageKind,
    PackageView,
    Receipt,
    ReceiptCode,
    RecordOutcome,
    RecordState,
    Snapshot,
)
from meritdesk.core.journal import Changes
from meritdesk.core.ledger import decide
from meritdesk.core.lines import IncomingLine, OutgoingLine
from meritdesk.core.merging import compare_snapshots
from meritdesk.core.periods import Period, parse_period
from meritdesk.core.store import RestoredStore
from meritdesk.services.changes import Step, no_step
from meritdesk.services.folders import ready_folder
from meritdesk.services.ports import Surroundings, Work
from meritdesk.services.receipt_papers import ReceiptPapers

UNCONFIRMED = "UNCONFIRMED"

_Read = TypeVar("_Read")


@dataclass(frozen=True, slots=True)
class PackOutcome:
    """The file made for the region; ``reissued`` says that nothing had changed and the same file was written again."""

    path: Path
    header: PackageHeader
    counts: dict[str, int]
    size: int
    payload_digest: str
    drafts: int
    reissued: bool


@dataclass(frozen=True, slots=True)
class ReceiveOutcome:
    """What became of an arriving file; ``reply`` is the receipt file for the sender, when there is one."""

    header: PackageHeader
    code: ReceiptCode
    receipt: Receipt
    outcomes: tuple[RecordOutcome, ...]
    reply: Path | None
    changes: Changes = field(default_factory=Changes)


@dataclass(frozen=True, slots=True)
class Receipts:
    """The two ledgers: what went out with its answer, what came in."""

    outgoing: tuple[OutgoingLine, ...]
    incoming: tuple[IncomingLine, ...]


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
        """Accept the key card of another device (in part 5 the region's signed list takes this place)."""
        require(self.around.actor, Action.UPKEEP)
        card = self.around.exchange.read_card(path)
        with self.around.store.writing(self.around.actor, "handover.trust", origin=f"file:{path.name}") as work:
            work.ledger.trust(card)
            work.commit()
        return self._introduction(card)

    def pack(self, period: Period, out: Path, step: Step = no_step) -> PackOutcome:
        """Pack everything closed in a period for the region, sign, encrypt and write it; read back after writing.

        The same content again gives the same file, byte for byte, and no new sequence number.
        """
        require(self.around.actor, Action.PACK)
        restored = self.around.store.restored
        if restored is not None:
            raise UsageRefusal("STO-694", day=restored.backup_of[:10])
        agency = self.around.store.agency
        exchange = self.around.exchange
        step(0, 4)
        with self.around.store.writing(self.around.actor, "handover.pack", reason=period.code) as work:
            region = next((card for card in work.ledger.cards() if card.is_region), None)
            if region is None:
                raise UsageRefusal("PKG-590")
            snapshot, drafts = self._snapshot(work, period, lambda: step(0, 4))
            if not snapshot.evaluations:
                raise UsageRefusal("PKG-591", period=period.code)
            content = exchange.content_digest(snapshot, lambda: step(1, 4))
            step(1, 4)
            line = next(
                (
                    line
                    for line in work.ledger.outgoing()
                    if line.period == period.code
                    and line.content_digest == content
                    and line.epoch == work.ledger.epoch()
                ),
                None,
            )
            counts = _sizes(snapshot)
            if line is None:
                header = PackageHeader(
                    kind=PackageKind.EXPORT,
                    sender=f"{agency.code}/{agency.device}",
                    recipient=region.agency_code,
                    period=period.code,
                    epoch=work.ledger.epoch(),
                    sequence=work.ledger.next_sequence(),
                    previous=work.ledger.last_digest(),
                    package_id=str(uuid.uuid4()),
                    is_practice=agency.is_practice,
                )
                cards = (region, self.around.store.keys.card)
                sealed = exchange.pack(header, snapshot, self.around.store.keys, cards, lambda: step(2, 4))
                step(3, 4)
                header, data, name, digest = sealed.header, sealed.data, sealed.name, sealed.payload_digest
                fresh = OutgoingLine(
                    package_id=header.package_id,
                    file_name=name,
                    kind=header.kind.value,
                    period=period.code,
                    sequence=header.sequence,
                    epoch=header.epoch,
                    payload_digest=digest,
                    packed_at=self.around.clock(),
                    state=UNCONFIRMED,
                    content_digest=content,
                    counts=counts,
                )
                work.ledger.add_outgoing(fresh, data)
                work.commit()
            else:
                data, name, digest = work.ledger.outgoing_data(line.package_id), line.file_name, line.payload_digest
        path = exchange.write_package(data, ready_folder(out), name)
        if line is not None:
            header = exchange.inspect(path, (self.around.store.keys.card,)).header
        step(4, 4)
        return PackOutcome(path, header, counts, len(data), digest, drafts, line is not None)

    def inspect(self, path: Path) -> PackageView:
        """What the outside of a package says, and whether a trusted key vouches for it; nothing is opened."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            cards = (*work.ledger.cards(), self.around.store.keys.card)
        return self.around.exchange.inspect(path, cards)

    def receive(
        self, path: Path, reply_folder: Path | None = None, step: Step = no_step, confirm_new_epoch: bool = False
    ) -> ReceiveOutcome:
        """Take in a file: an export at the region, a receipt at the agency. The same file again changes nothing.

        The region writes the answer beside the file (or into ``reply_folder``), so that the stick can go back.
        """
        require(self.around.actor, Action.RECEIVE)
        with self.around.store.reading() as work:
            cards = work.ledger.cards()
        step(0, 4)
        opened = self.around.exchange.open_package(path, self.around.store.keys, cards, self._decide)
        self._require_same_world(opened.header)
        step(1, 4)
        if opened.header.kind is PackageKind.RETURN:
            return self._receive_receipt(opened)
        folder = reply_folder or path.parent
        if opened.decision.verdict is LedgerVerdict.DUPLICATE:
            return self._answer_again(opened, folder)
        if opened.decision.verdict is LedgerVerdict.NEW_EPOCH and not confirm_new_epoch:
            raise FileRefusal("PKG-592", sender=opened.header.sender)
        return self._merge(opened, folder, step)

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
            return Receipts(work.ledger.outgoing(), work.ledger.incoming())

    @property
    def papers(self) -> ReceiptPapers:
        """Receipts as paper."""
        return ReceiptPapers(self.around)

    def _require_same_world(self, header: PackageHeader) -> None:
        """Practice answers practice: a real office takes nothing made up, and no real file is lost in a practice store.

        ``STO-695`` for practice at a real office, ``STO-696`` the other way round.
        """
        is_practice = self.around.store.agency.is_practice
        if header.is_practice and not is_practice:
            raise FileRefusal("STO-695", sender=header.sender)
        if is_practice and not header.is_practice:
            raise FileRefusal("STO-696", sender=header.sender)

    def _introduction(self, card: KeyCard) -> Introduction:
        return Introduction(card, self.around.exchange.fingerprint(card))

    def _decide(self, header: PackageHeader, payload_digest: str) -> LedgerDecision:
        with self.around.store.reading() as work:
            entries = work.ledger.entries(header.sender)
        if header.kind is PackageKind.RETURN:
            # One region answers many agencies from one stream: an agency sees gaps by nature, and an older receipt
            # may well arrive after a newer one. Only the very same file is a duplicate.
            known = next((entry for entry in entries if entry.payload_digest == payload_digest), None)
            if known is not None:
                return LedgerDecision(LedgerVerdict.DUPLICATE, receipt_number=known.receipt_number)
            return LedgerDecision(LedgerVerdict.NEXT)
        return decide(header, payload_digest, entries)

    def _snapshot(self, work: Work, period: Period, beat: Callable[[], None]) -> tuple[Snapshot, int]:
        """What is closed in the period, whole; and how many evaluations are still open and stay at home."""

        def read(found: _Read) -> _Read:
            """Between two reads the clerk can stop."""
            beat()
            return found

        agency = self.around.store.agency
        evaluations = read(work.evaluations.of_period(period))
        closed = tuple(evaluation for evaluation in evaluations if evaluation.is_closed)
        years = (period.year, period.year - 1)
        snapshot = Snapshot(
            agency_code=agency.code,
            agency_name=agency.name,
            period=period.code,
            units=read(work.units.all()),
            people=read(work.people.all()),
            lines=read(work.reporting.all()),
            plans=read(work.plans.of_year(period.year)),
            actuals=read(tuple(work.actuals.of_period(period).values())),
            levels=tuple(level for level in work.levels.all() if level.period.year in years),
            evaluations=closed,
            audit_head=work.journal.head(),
        )
        return snapshot, len(evaluations) - len(closed)

    def _merge(self, opened: OpenedPackage, folder: Path, step: Step) -> ReceiveOutcome:
        """One transaction: data, ledger, receipt and the reply; the region's data of this agency follow the file."""
        header = opened.header
        settled = opened.decision.verdict in (LedgerVerdict.SUPERSEDED, LedgerVerdict.FORK)
        with self.around.store.writing(
            self.around.actor,
            "handover.receive",
            origin=f"package:{header.package_id}",
            agency_code=header.sender_agency,
        ) as work:
            number = work.ledger.next_receipt_number(self.around.clock().year)
            outcomes: tuple[RecordOutcome, ...] = ()
            if not settled:
                assert opened.snapshot is not None
                stored = self._stored(work, header.period, opened.snapshot)
                merged = compare_snapshots(stored, opened.snapshot, opened.faults, opened.decision.is_late)
                if merged.removed:
                    raise FileRefusal("PKG-594", sender=header.sender, count=len(merged.removed))
                outcomes = merged.outcomes
                work.units.save(merged.write.units)
                work.people.save(merged.write.people)
                work.reporting.save(merged.write.lines)
                work.plans.save(merged.write.plans)
                work.levels.save(merged.write.levels)
                work.actuals.save(merged.write.actuals)
                work.evaluations.save(merged.write.evaluations)
            step(2, 4)
            receipt = self._receipt(opened, number, outcomes, work)
            name = opened.signer.agency_name
            work.ledger.add_incoming(
                LedgerEntry(
                    sender=header.sender,
                    epoch=header.epoch,
                    sequence=header.sequence,
                    payload_digest=opened.payload_digest,
                    previous=header.previous,
                    period=header.period,
                    code=receipt.code,
                    receipt_number=number,
                    received_at=self.around.clock(),
                ),
                self._incoming_line(opened, receipt, name),
                receipt,
            )
            data, reply_name = self._reply(work, opened, receipt)
            step(3, 4)
            # The receipt is on the stick before the data are final: a full stick then leaves everything as it was.
            reply = self.around.exchange.write_package(data, ready_folder(folder), reply_name)
            try:
                changes = work.commit()
            except BaseException:
                reply.unlink(missing_ok=True)
                raise
        step(4, 4)
        return ReceiveOutcome(header, receipt.code, receipt, receipt.outcomes, reply, changes)

    def _stored(self, work: Work, period_code: str, arriving: Snapshot) -> Snapshot | None:
        """What the region holds of this agency and period as a snapshot; nothing before the first file."""
        period = parse_period(period_code)
        units = work.units.all()
        if not units:
            return None
        return Snapshot(
            agency_code=arriving.agency_code,
            agency_name=arriving.agency_name,
            period=period_code,
            units=units,
            people=work.people.all(),
            lines=work.reporting.all(),
            plans=work.plans.of_year(period.year),
            actuals=tuple(work.actuals.of_period(period).values()),
            levels=work.levels.all(),
            evaluations=work.evaluations.of_period(period),
        )

    def _receipt(self, opened: OpenedPackage, number: str, outcomes: tuple[RecordOutcome, ...], work: Work) -> Receipt:
        header = opened.header
        counts = Counter({state.value: 0 for state in RecordState})
        counts.update(outcome.state.value for outcome in outcomes)
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
            counts=dict(counts),
            outcomes=trouble,
            missing_sequences=opened.decision.missing,
            highest_sequence=max(highest, header.sequence),
            audit_head=opened.snapshot.audit_head if opened.snapshot else work.journal.head(),
        )

    def _reply(self, work: Work, opened: OpenedPackage, receipt: Receipt) -> tuple[bytes, str]:
        """The receipt as a return package, kept in the outbox so that the same file can be given again."""
        own = self.around.store.agency
        header = PackageHeader(
            kind=PackageKind.RETURN,
            sender=f"{own.code}/{own.device}",
            recipient=opened.header.sender_agency,
            period=opened.header.period,
            epoch=work.ledger.epoch(),
            sequence=work.ledger.next_sequence(),
            previous=work.ledger.last_digest(),
            package_id=str(uuid.uuid4()),
            is_practice=own.is_practice,
        )
        keys = self.around.store.keys
        sealed = self.around.exchange.pack(header, receipt, keys, (opened.signer, keys.card))
        line = OutgoingLine(
            package_id=header.package_id,
            file_name=sealed.name,
            kind=header.kind.value,
            period=header.period,
            sequence=header.sequence,
            epoch=header.epoch,
            payload_digest=sealed.payload_digest,
            packed_at=self.around.clock(),
            state=receipt.code.value,
            receipt_number=receipt.number,
            counts=dict(receipt.counts),
        )
        work.ledger.add_outgoing(line, sealed.data)
        return sealed.data, sealed.name

    def _answer_again(self, opened: OpenedPackage, folder: Path) -> ReceiveOutcome:
        """The same file once more: nothing changes, the stored receipt goes out again byte for byte."""
        with self.around.store.reading() as work:
            receipt = work.ledger.receipt(opened.decision.receipt_number)
            lines = [line for line in work.ledger.outgoing() if line.receipt_number == opened.decision.receipt_number]
            assert receipt is not None and lines, "a ledger entry without its receipt"
            data = work.ledger.outgoing_data(lines[0].package_id)
        reply = self.around.exchange.write_package(data, ready_folder(folder), lines[0].file_name)
        return ReceiveOutcome(opened.header, ReceiptCode.DUPLICATE, receipt, receipt.outcomes, reply)

    def _receive_receipt(self, opened: OpenedPackage) -> ReceiveOutcome:
        """A receipt from the region: the package it answers becomes confirmed; states only move forward."""
        receipt = opened.receipt
        if receipt is None:
            with self.around.store.reading() as work:
                receipt = work.ledger.receipt(opened.decision.receipt_number)
            assert receipt is not None, "a known receipt is no longer in the ledger"
            return ReceiveOutcome(opened.header, ReceiptCode.DUPLICATE, receipt, receipt.outcomes, None)
        header = opened.header
        with self.around.store.writing(
            self.around.actor, "handover.receipt", origin=f"package:{header.package_id}"
        ) as work:
            if work.ledger.confirm(receipt) is None:
                raise FileRefusal("PKG-593", number=receipt.number)
            work.ledger.add_incoming(
                LedgerEntry(
                    sender=header.sender,
                    epoch=header.epoch,
                    sequence=header.sequence,
                    payload_digest=opened.payload_digest,
                    previous=header.previous,
                    period=header.period,
                    code=receipt.code,
                    receipt_number=receipt.number,
                    received_at=self.around.clock(),
                ),
                self._incoming_line(opened, receipt, opened.signer.agency_name),
                receipt,
            )
            changes = work.commit()
        return ReceiveOutcome(header, receipt.code, receipt, receipt.outcomes, None, changes)

    def _incoming_line(self, opened: OpenedPackage, receipt: Receipt, sender_name: str) -> IncomingLine:
        return IncomingLine(
            sender=opened.header.sender,
            sender_name=sender_name,
            kind=opened.header.kind.value,
            period=opened.header.period,
            sequence=opened.header.sequence,
            code=receipt.code.value,
            receipt_number=receipt.number,
            received_at=self.around.clock(),
            counts=dict(receipt.counts),
        )


def _sizes(snapshot: Snapshot) -> dict[str, int]:
    return {
        "units": len(snapshot.units),
        "people": len(snapshot.people),
        "plans": len(snapshot.plans),
        "actuals": len(snapshot.actuals),
        "levels": len(snapshot.levels),
        "evaluations": len(snapshot.evaluations),
    }

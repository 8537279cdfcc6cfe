"""A transfer that goes through the region, where the old agency does not know the key of the new one; and its receipt.

The region opens it, sees that it is whole and who made it, and locks it anew for the agency to which it is addressed;
the maker's signature stays with it, so that nobody on the way can change anything. The people stay no row of the
region: what both agencies say of the move arrives with their exports.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.errors import FileRefusal, Refusal
from meritdesk.core.handover import (
    KeyCard,
    LedgerDecision,
    LedgerVerdict,
    OpenedPackage,
    OwedAnswer,
    PackageHeader,
    PackageKind,
    Receipt,
    ReceiptCode,
    StagedPackage,
)
from meritdesk.core.ledger import decide_transfer
from meritdesk.core.lines import OutgoingLine
from meritdesk.core.transfers import transfers_in
from meritdesk.core.trust import PASSED_ON
from meritdesk.services.changes import Step, no_step
from meritdesk.services.folders import ready_folder
from meritdesk.services.handover.answering import owed_for, try_to_write, write_answer
from meritdesk.services.handover.arrivals import counted
from meritdesk.services.handover.key_signing import noting_incidents
from meritdesk.services.handover.noting import noted
from meritdesk.services.handover.outgoing import enter_outgoing, next_header
from meritdesk.services.handover.returning import GIVEN, freeze, region_word, require_region, waiting_content
from meritdesk.services.handover.transfer_packing import readers_of
from meritdesk.services.handover.transfer_taking import require_same_world
from meritdesk.services.ports import Surroundings, Work

PASSED_BY = "handover.transfers.pass"
PASSED = "relay:"
"""What is passed on to each agency is a stream of its own."""


@dataclass(frozen=True, slots=True)
class PassOutcome:
    """What became of a transfer at the region: ``path`` the file for the new agency, ``reply`` the receipt for the old.

    A receipt is passed on to the old agency in the same way (``is_receipt``); it is answered by nobody.

    ``reissued`` says that it had come before, and the same files were written again. ``unwritten`` says why one
    of the two is not written; the same file again writes it. A forked file is answered and not passed on.
    """

    header: PackageHeader
    code: ReceiptCode
    receipt: Receipt
    receiver: str
    receiver_name: str
    people: int
    path: Path | None
    reply: Path | None
    reissued: bool = False
    unwritten: Refusal | None = None

    @property
    def is_receipt(self) -> bool:
        """Whether the receipt of a transfer went on, and no people."""
        return self.header.kind is PackageKind.RETURN


@dataclass(frozen=True, slots=True)
class TransferPassing:
    """The verb of passing on."""

    around: Surroundings

    def pass_on(self, path: Path, out: Path, reply_folder: Path | None = None, step: Step = no_step) -> PassOutcome:
        """Lock a transfer anew for the agency to which it is addressed, and give the old agency a receipt.

        The receipt with which the new agency answers goes back the same way.

        The same file again gives the same files. Refused: ``PKG-755`` at an agency, ``PKG-846`` neither a transfer nor
        a receipt for one, ``PKG-832`` the new agency's key is not known here either, ``PKG-842`` and ``PKG-843`` as
        ``take``, and as every arriving file.
        """
        require(self.around.actor, Action.RECEIVE)
        require_region(self.around)
        with self.around.store.reading() as work:
            cards = work.ledger.cards()
        step(0, 3)
        staged = self.around.exchange.stage(path)
        if self.around.exchange.inspect(staged, cards).header.kind not in PASSED_ON:
            raise FileRefusal("PKG-846", name=path.name)
        with noting_incidents(self.around, path.name):
            opened = self.around.exchange.open_package(staged, self.around.store.keys, cards, self._decide)
        require_same_world(self.around, opened.header)
        step(1, 3)
        folder = reply_folder or path.parent
        if opened.decision.verdict is LedgerVerdict.DUPLICATE:
            return self._again(opened, out, folder)
        if opened.returned is not None:
            return self._pass_receipt(opened, staged, out, step)
        return self._pass(opened, staged, out, folder, step)

    def _decide(self, header: PackageHeader, payload_digest: str) -> LedgerDecision:
        with self.around.store.reading() as work:
            entries = work.ledger.entries(header.sender, header.kind.value)
        if header.kind is PackageKind.RETURN:
            # Of the receipts that an agency gives, only those for which it needs the region come here: gaps are normal.
            known = next((entry for entry in entries if entry.payload_digest == payload_digest), None)
            number = known.receipt_number if known is not None else ""
            return LedgerDecision(LedgerVerdict.DUPLICATE if known else LedgerVerdict.NEXT, receipt_number=number)
        return decide_transfer(header, payload_digest, entries)

    def _pass_receipt(self, opened: OpenedPackage, staged: StagedPackage, out: Path, step: Step) -> PassOutcome:
        """The new agency's word for the old one; the region itself says nothing to it."""
        around, header = self.around, opened.header
        assert opened.returned is not None
        receipt = opened.returned.receipt
        assert receipt is not None, "an agency's return is a receipt and nothing else"
        if receipt.sender.partition("/")[0] != header.recipient:
            raise FileRefusal("PKG-834", sender=header.sender_agency, number=receipt.number)
        with around.store.writing(around.actor, PASSED_BY, origin=f"package:{header.package_id}") as work:
            step = work.watch(step)
            readers, name = readers_of(work.ledger.cards(), header.recipient)
            work.ledger.add_incoming(*noted(around, opened, receipt), receipt)
            passed = self._relock(work, opened, staged, readers)
            step(2, 3)
            work.commit()
        written, refused = self._written(passed, out)
        step(3, 3)
        return PassOutcome(
            header, receipt.code, receipt, header.recipient, name, 0, written, None, unwritten=refused
        )  # fmt: skip

    def _pass(self, opened: OpenedPackage, staged: StagedPackage, out: Path, folder: Path, step: Step) -> PassOutcome:
        around, header = self.around, opened.header
        own = region_word(around)
        with around.store.writing(around.actor, PASSED_BY, origin=f"package:{header.package_id}") as work:
            step = work.watch(step)
            readers, name = readers_of(work.ledger.cards(), header.recipient)
            is_fork = opened.decision.verdict is LedgerVerdict.FORK
            people = 0 if opened.snapshot is None else _people(opened)
            receipt = self._receipt(work, opened, ReceiptCode.FORK if is_fork else ReceiptCode.ACCEPTED)
            work.ledger.add_incoming(*noted(around, opened, receipt), receipt)
            passed = None if is_fork else self._relock(work, opened, staged, readers)
            content = waiting_content(work, own, receipt, header.sender_agency)
            line, _ = freeze(around, work, (opened.signer,), content, header.period)
            owed = owed_for(line, folder, staged)
            work.ledger.owe(owed)
            step(2, 3)
            work.commit()
        written, refused = self._written(passed, out) if passed is not None else (None, None)
        reply, unwritten = try_to_write(around, owed)
        step(3, 3)
        return PassOutcome(
            header,
            receipt.code,
            receipt,
            header.recipient,
            name,
            people,
            written,
            reply,
            unwritten=refused or unwritten,
        )

    def _relock(
        self, work: Work, opened: OpenedPackage, staged: StagedPackage, readers: tuple[KeyCard, ...]
    ) -> OutgoingLine:
        """Give the passed file its number and keep its bytes, in the transaction of the caller."""
        around = self.around
        answered = opened.header
        stream = f"{PASSED}{answered.recipient}"
        header = next_header(around, work, PackageKind.RELAY, answered.recipient, answered.period, stream)
        keys = around.store.keys
        sealed = around.exchange.pass_on(header, staged, opened.signer, keys, (*readers, keys.card))
        return enter_outgoing(around, work, header, sealed, GIVEN, content_digest=opened.payload_digest)

    def _written(self, line: OutgoingLine, out: Path) -> tuple[Path | None, Refusal | None]:
        try:
            return self._write(line, out), None
        except Refusal as refusal:
            return None, refusal

    def _write(self, line: OutgoingLine, out: Path) -> Path:
        with self.around.store.reading() as work:
            data = work.ledger.outgoing_data(line.package_id)
        return self.around.exchange.write_package(data, ready_folder(out), line.file_name)

    def _again(self, opened: OpenedPackage, out: Path, folder: Path) -> PassOutcome:
        number = opened.decision.receipt_number
        with self.around.store.reading() as work:
            receipt = work.ledger.receipt(number)
            sent = work.ledger.outgoing()
            _, name = readers_of(work.ledger.cards(), opened.header.recipient)
        assert receipt is not None, "a ledger entry without its receipt"
        relay = PackageKind.RELAY.value
        passed = [one for one in sent if one.kind == relay and one.content_digest == opened.payload_digest]
        is_receipt = opened.header.kind is PackageKind.RETURN
        answers = [] if is_receipt else [one for one in sent if one.receipt_number == number]
        written = self._write(passed[0], out) if passed else None
        owed = OwedAnswer(answers[0].package_id, answers[0].file_name, str(folder)) if answers else None
        reply = write_answer(self.around, owed) if owed is not None else None
        header = opened.header
        return PassOutcome(header, ReceiptCode.DUPLICATE, receipt, header.recipient, name, 0, written, reply, True)

    def _receipt(self, work: Work, opened: OpenedPackage, code: ReceiptCode) -> Receipt:
        header = opened.header
        return Receipt(
            number=work.ledger.next_receipt_number(self.around.clock().year),
            code=code,
            package_id=header.package_id,
            sender=header.sender,
            period=header.period,
            epoch=header.epoch,
            sequence=header.sequence,
            payload_digest=opened.payload_digest,
            counts=counted(()),
            highest_sequence=header.sequence,
            audit_head=opened.snapshot.audit_head if opened.snapshot else work.journal.head(),
        )


def _people(opened: OpenedPackage) -> int:
    """How many people move; what is not whole is not passed on (``PKG-842``), nor what moves them elsewhere."""
    assert opened.snapshot is not None
    moves, header = transfers_in(opened.snapshot), opened.header
    if any(one.to_code != header.recipient for one in moves):
        raise FileRefusal("PKG-843", sender=header.sender, agency=header.recipient)
    people = {one.person_id for one in opened.snapshot.people}
    if opened.faults or not moves or {one.person_id for one in moves} != people:
        raise FileRefusal("PKG-842", sender=header.sender)
    return len(moves)

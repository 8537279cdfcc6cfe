"""Taking people in who come from another agency: asked about first, then written in one transaction, and answered."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.career import EntryKind
from meritdesk.core.duplicates import merged_person
from meritdesk.core.errors import FileRefusal, Refusal, UsageRefusal
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
    RecordOutcome,
    RecordState,
    Snapshot,
    StagedPackage,
)
from meritdesk.core.journal import Changes
from meritdesk.core.ledger import decide_transfer
from meritdesk.core.lines import OutgoingLine
from meritdesk.core.moves import Origin, Transfer, TransferWay
from meritdesk.core.people import LegalStatus, Person
from meritdesk.core.returned import ReturnContent
from meritdesk.core.transfer_posts import (
    Arriving,
    arrived,
    followed,
    is_a_seed,
    posts_made_by,
    said_entries,
    stated_makers,
)
from meritdesk.core.transfers import (
    EVIDENCE,
    POSTS,
    PersonFate,
    TwinAnswer,
    begun_plan,
    only_fates,
    origins_in,
)
from meritdesk.core.trust import is_in_force, region_cards
from meritdesk.services.changes import Step, no_step
from meritdesk.services.deriving import derive
from meritdesk.services.handover.answering import owed_for, try_to_write, write_answer
from meritdesk.services.handover.arrivals import counted
from meritdesk.services.handover.key_signing import noting_incidents
from meritdesk.services.handover.noting import noted
from meritdesk.services.handover.outgoing import enter_outgoing, next_header
from meritdesk.services.handover.returning import require_agency
from meritdesk.services.handover.transfer_judging import ArrivingPerson, Judged, Placing, judge
from meritdesk.services.handover.transfer_packing import sizes
from meritdesk.services.ports import Surroundings, Work

TAKEN_BY = "handover.transfers.take"
MOVING = frozenset({PackageKind.TRANSFER, PackageKind.RELAY})
"""The kinds of file with which people come: from their agency, or through the region."""

ANSWERS = "answer:"
"""The receipts given to each agency are a stream of their own."""

_NOWHERE = Placing()
_FRESH = (RecordState.ADDED, RecordState.CHANGED)


@dataclass(frozen=True, slots=True)
class TransferArrival:
    """The dry run of a transfer file: who comes, from where, who must be asked about, and its control totals.

    ``groups`` are the fingerprint groups of the key that signed it; ``is_known`` that this very file was taken before;
    ``passed_by`` is the region through which it came.
    """

    header: PackageHeader
    agency_code: str
    agency_name: str
    groups: tuple[str, ...]
    people: tuple[ArrivingPerson, ...]
    counts: Mapping[str, int]
    totals: Mapping[str, int]
    payload_digest: str
    is_known: bool = False
    passed_by: str = ""

    @property
    def asked(self) -> tuple[ArrivingPerson, ...]:
        """The people of whom somebody must say who they are."""
        return tuple(one for one in self.people if one.is_asked)


@dataclass(frozen=True, slots=True)
class TakeOutcome:
    """What became of a transfer file; ``reply`` is the receipt for the old agency, where its key is in force.

    ``unwritten`` says why the receipt of a file that was taken is not on the stick; it is owed then (``answering``).
    ``passed_by`` is the region through which the file came: it passes the receipt on as well.
    """

    header: PackageHeader
    code: ReceiptCode
    receipt: Receipt
    people: tuple[ArrivingPerson, ...]
    outcomes: tuple[RecordOutcome, ...]
    reply: Path | None
    changes: Changes = field(default_factory=Changes)
    unwritten: Refusal | None = None
    passed_by: str = ""


@dataclass(frozen=True, slots=True)
class TransferTaking:
    """Verbs of taking in."""

    around: Surroundings

    def look(self, path: Path, step: Step = no_step) -> TransferArrival:
        """What a transfer file would do, without taking it; refusals as ``take``, but nobody is asked."""
        require(self.around.actor, Action.READ)
        require_agency(self.around)
        opened, _ = self._open(path, step)
        header = opened.header
        groups = self.around.exchange.fingerprint(opened.signer)
        snapshot = opened.snapshot
        if snapshot is None:
            return TransferArrival(
                header, header.sender_agency, opened.signer.agency_name, groups, (), counted(()), {},
                opened.payload_digest, opened.decision.verdict is LedgerVerdict.DUPLICATE,
            )  # fmt: skip
        with self.around.store.reading() as work:
            judged = judge(self.around, work, opened)
        step(3, 4)
        return TransferArrival(
            header=header,
            agency_code=snapshot.agency_code,
            agency_name=snapshot.agency_name,
            groups=groups,
            people=judged.people,
            counts=counted(judged.outcomes),
            totals=totals_of(opened),
            payload_digest=opened.payload_digest,
            passed_by=opened.passed_by.agency_name if opened.passed_by is not None else "",
        )

    def take(
        self,
        path: Path,
        reply_folder: Path | None = None,
        placings: Mapping[str, Placing] | None = None,
        step: Step = no_step,
        looked_at: str = "",
    ) -> TakeOutcome:
        """Take people in with all that is theirs, and write the receipt for the old agency.

        ``placings`` say by person (his key) in which unit he begins and whether he is the one who stands here with his
        NIP. The same file again changes nothing; a later file of the same move only adds what is new. Refused:
        ``PKG-757`` at the region, ``PKG-846`` no transfer, ``PKG-838`` a NIP nobody was asked about, ``PKG-839`` both
        have what one can only have once, ``PKG-844`` an unknown unit, ``PKG-660`` another file than was looked at.
        """
        require(self.around.actor, Action.RECEIVE)
        require_agency(self.around)
        opened, staged = self._open(path, step)
        if looked_at and opened.payload_digest != looked_at:
            raise FileRefusal("PKG-660", name=path.name)
        folder = reply_folder or path.parent
        if opened.decision.verdict is LedgerVerdict.DUPLICATE:
            return self._answer_again(opened, folder)
        return self._take(opened, staged, folder, placings or {}, step)

    def _open(self, path: Path, step: Step) -> tuple[OpenedPackage, StagedPackage]:
        with self.around.store.reading() as work:
            cards = work.ledger.cards()
        step(0, 4)
        staged = self.around.exchange.stage(path)
        view = self.around.exchange.inspect(staged, cards)
        if view.header.kind not in MOVING:
            raise FileRefusal("PKG-846", name=path.name)
        with noting_incidents(self.around, path.name):
            opened = self.around.exchange.open_package(staged, self.around.store.keys, cards, self._decide)
        if opened.header.kind is PackageKind.RETURN:
            # A receipt that the region passes on: it moves nobody.
            raise FileRefusal("PKG-846", name=path.name)
        require_same_world(self.around, opened.header)
        step(1, 4)
        return opened, staged

    def _decide(self, header: PackageHeader, payload_digest: str) -> LedgerDecision:
        with self.around.store.reading() as work:
            return decide_transfer(header, payload_digest, work.ledger.entries(header.sender, header.kind.value))

    def _take(
        self,
        opened: OpenedPackage,
        staged: StagedPackage,
        folder: Path,
        placings: Mapping[str, Placing],
        step: Step,
    ) -> TakeOutcome:
        header, around = opened.header, self.around
        with around.store.writing(around.actor, TAKEN_BY, origin=f"package:{header.package_id}") as work:
            step = work.watch(step)
            judged: Judged | None = None
            outcomes: tuple[RecordOutcome, ...] = ()
            if opened.snapshot is not None:
                judged = judge(around, work, opened)
                outcomes = judged.outcomes
                self._write(work, opened, judged, placings)
            step(2, 4)
            receipt = self._receipt(opened, work, outcomes)
            work.ledger.add_incoming(
                *noted(around, opened, receipt),
                receipt,
            )
            owed: OwedAnswer | None = None
            readers = self._answered(work, opened)
            if readers:
                owed = owed_for(self._answer(work, header, receipt, readers), folder, staged)
                work.ledger.owe(owed)
                step(3, 4)
            changes = work.commit()
        # Only people who were taken for good are answered for, as everywhere (``answering``).
        reply, unwritten = try_to_write(around, owed) if owed is not None else (None, None)
        step(4, 4)
        people = judged.people if judged is not None else ()
        by = opened.passed_by.agency_name if opened.passed_by is not None else ""
        return TakeOutcome(header, receipt.code, receipt, people, receipt.outcomes, reply, changes, unwritten, by)

    def _write(self, work: Work, opened: OpenedPackage, judged: Judged, placings: Mapping[str, Placing]) -> None:
        """People first, then what hangs on them; every record keeps the name of the agency that made it."""
        snapshot = judged.snapshot
        units = {key: unit.unit_id for unit in work.units.all() for key in (unit.source_id, unit.unit_id) if key}
        said = {(POSTS, record.key) for record in snapshot.records.get(POSTS, ())}
        ours = {entry.entry_id for entry in work.history.all().entries}
        ours -= {key for _, key in work.transfers.origins(said)}
        ours |= {key for key, maker in stated_makers(snapshot).items() if maker[0] == self.around.store.agency.code}
        for one in judged.people:
            placing = placings.get(one.person.person_id, _NOWHERE)
            if placing.unit_id and placing.unit_id not in units:
                raise UsageRefusal("PKG-844", unit=placing.unit_id)
            placing = replace(placing, unit_id=units.get(placing.unit_id, ""))
            if one.fate is PersonFate.IN_SERVICE:
                continue
            if one.fate is PersonFate.KNOWN:
                self._follow(work, judged, one)
            else:
                self._settle(work, judged, one, placing)
            work.transfers.save([self._noted(opened, one, snapshot.agency_code, snapshot.agency_name)])
        fresh = only_fates(snapshot, judged.fates, _FRESH)
        work.plans.save(fresh.plans)
        work.actuals.save(fresh.actuals)
        work.evaluations.save(fresh.evaluations)
        work.travel.write(fresh.records)
        self._keep_files(work, snapshot, judged)
        theirs = (snapshot.agency_code, snapshot.agency_name)
        own = self.around.store.agency.code
        work.transfers.mark(origins_in(snapshot, judged.fates, theirs, own))
        taken = {
            one.person.person_id: one.move.transfer_id for one in judged.people if one.fate is not PersonFate.IN_SERVICE
        }
        work.transfers.mark(posts_made_by(snapshot, taken, ours, theirs))
        self._begin_plans(work, judged)
        derive(work, self.around.clock().date())

    def _keep_files(self, work: Work, snapshot: Snapshot, judged: Judged) -> None:
        """The files of evidence that stands here now, in the vault; what was turned away leaves nothing behind."""
        standing = {*_FRESH, RecordState.SAME}
        wanted = {
            one.fields["sha256"]
            for one in snapshot.records.get(EVIDENCE, ())
            if judged.fates.get((EVIDENCE, one.key)) in standing
        }
        for digest in sorted(wanted & set(snapshot.attachments)):
            work.evidence.keep(snapshot.attachments[digest])

    def _begin_plans(self, work: Work, judged: Judged) -> None:
        """Whoever begins here needs a plan for the post here: an empty draft waits for him."""
        arriving = [one for one in judged.people if one.fate not in (PersonFate.KNOWN, PersonFate.IN_SERVICE)]
        known = work.plans.of_people([one.person.person_id for one in arriving])
        history = work.history.all()
        begun = []
        for one in arriving:
            own = [plan for plan in known if plan.person_id == one.person.person_id]
            post = history.standing(one.person, EntryKind.POST, one.move.since).position_title
            plan = begun_plan(one.person, own, one.move.since, post, lambda: str(uuid.uuid4()))
            if plan is not None:
                begun.append(plan)
        work.plans.save(begun)

    def _settle(self, work: Work, judged: Judged, one: ArrivingPerson, placing: Placing) -> None:
        """The person's row and his dated register; somebody with his NIP becomes him, or is said to be another."""
        person, snapshot = one.person, judged.snapshot
        row = replace(person, unit_id="", legal_status=LegalStatus.LEFT)
        unit_id, title = placing.unit_id, placing.position_title
        if one.fate is PersonFate.BACK and one.here is not None:
            row = one.here
        elif one.fate is PersonFate.TWIN:
            assert one.here is not None
            if placing.twin is None:
                raise UsageRefusal("PKG-838", name=person.full_name, nip=person.nip, other=one.here.full_name)
            if placing.twin is TwinAnswer.SAME:
                row = self._joined(work, judged, one.here, row)
                unit_id = unit_id or one.here.unit_id
                title = title or one.here.position_title
            else:
                work.people.save([row])
                on = self.around.clock().date()
                reason = f"{snapshot.agency_name}: {person.nip}"
                work.history.keep_apart(one.here.person_id, person.person_id, self.around.actor.name, reason, on)
        work.people.save([row])
        own = self.around.store.agency.code
        # What the other agency made of our own row when he came there is no post that it tells us of.
        ours = {key for key, maker in stated_makers(snapshot).items() if maker[0] == own}
        entries = [entry for entry in said_entries(posts_of(snapshot), person.person_id) if entry.entry_id not in ours]
        arriving = Arriving(one.move, snapshot.agency_name, snapshot.units, unit_id, title)
        before = replace(row, unit_id=row.unit_id or person.unit_id)
        changes = arrived(arriving, before, entries, work.history.all(), lambda: str(uuid.uuid4()))
        work.history.remove([change.before for change in changes if change.before and change.after is None])
        work.history.save([change.after for change in changes if change.after is not None])
        if one.fate is PersonFate.BACK:
            return
        said = {entry.entry_id for entry in entries}
        seeds = [change.after for change in changes if change.after and is_a_seed(change, said, one.move.since)]
        theirs = (snapshot.agency_code, snapshot.agency_name, one.move.transfer_id)
        work.transfers.mark([Origin(POSTS, seed.entry_id, *theirs) for seed in seeds])

    def _follow(self, work: Work, judged: Judged, one: ArrivingPerson) -> None:
        """What the old agency has said of his posts and grades since he came: new ones, and corrections of its own."""
        snapshot, person = judged.snapshot, one.person
        entries = said_entries(posts_of(snapshot), person.person_id)
        foreign = work.transfers.origins([(POSTS, entry.entry_id) for entry in entries])
        theirs = {key for (_, key), origin in foreign.items() if origin.agency_code == snapshot.agency_code}
        arriving = Arriving(one.move, snapshot.agency_name, snapshot.units, "", "")
        changes = followed(arriving, entries, work.history.all(), theirs)
        work.history.save([change.after for change in changes if change.after is not None])

    def _joined(self, work: Work, judged: Judged, here: Person, row: Person) -> Person:
        """Everything that points at the one who stands here points at the one who comes, under the key of the seals."""
        periods = {one.period for one in work.evaluations.of_person(here.person_id)}
        twice = periods & {one.period for one in judged.snapshot.evaluations if one.person_id == row.person_id}
        if twice:
            codes = ", ".join(sorted(period.code for period in twice))
            raise UsageRefusal("PKG-839", name=here.full_name, periods=codes)
        joined = merged_person(replace(here, person_id=row.person_id), row)
        work.people.save([joined])
        work.history.move_references(here.person_id, row.person_id)
        return joined

    def _noted(self, opened: OpenedPackage, one: ArrivingPerson, code: str, name: str) -> Transfer:
        move = one.move
        return Transfer(
            transfer_id=move.transfer_id,
            way=TransferWay.IN,
            person_id=one.person.person_id,
            nip=one.person.nip,
            name=one.person.full_name,
            other_code=code,
            other_name=name,
            since=move.since,
            letter=move.letter,
            letter_on=move.letter_on,
            status=move.status,
            post=move.post,
            note=move.note,
            package_id=opened.header.package_id,
            noted_by=self.around.actor.name,
            noted_at=self.around.clock(),
        )

    def _receipt(self, opened: OpenedPackage, work: Work, outcomes: tuple[RecordOutcome, ...]) -> Receipt:
        header = opened.header
        trouble = tuple(one for one in outcomes if one.state is RecordState.REFUSED)
        is_fork = opened.decision.verdict is LedgerVerdict.FORK
        code = ReceiptCode.FORK if is_fork else ReceiptCode.ERRORS if trouble else ReceiptCode.ACCEPTED
        known = [one.sequence for one in work.ledger.entries(header.sender) if one.epoch == header.epoch]
        return Receipt(
            number=work.ledger.next_receipt_number(self.around.clock().year),
            code=code,
            package_id=header.package_id,
            sender=header.sender,
            period=header.period,
            epoch=header.epoch,
            sequence=header.sequence,
            payload_digest=opened.payload_digest,
            counts=counted(outcomes),
            outcomes=trouble,
            missing_sequences=opened.decision.missing,
            highest_sequence=max((*known, header.sequence)),
            audit_head=opened.snapshot.audit_head if opened.snapshot else work.journal.head(),
        )

    def _answered(self, work: Work, opened: OpenedPackage) -> tuple[KeyCard, ...]:
        """Who can read the receipt: the PC that made the file, where its key is in force; the region if it brought it.

        Where the old agency does not know us, the region passes our receipt on, as it passed the people on.
        """
        if not is_in_force(opened.signer):
            return ()
        return (opened.signer, *(region_cards(work.ledger.cards()) if opened.passed_by is not None else ()))

    def _answer(
        self, work: Work, answered: PackageHeader, receipt: Receipt, readers: Sequence[KeyCard]
    ) -> OutgoingLine:
        keys = self.around.store.keys
        stream = f"{ANSWERS}{readers[0].agency_code}"
        header = next_header(self.around, work, PackageKind.RETURN, readers[0].agency_code, answered.period, stream)
        sealed = self.around.exchange.pack(header, ReturnContent(receipt), keys, (*readers, keys.card))
        return enter_outgoing(
            self.around,
            work,
            header,
            sealed,
            receipt.code.value,
            receipt_number=receipt.number,
            counts=receipt.counts,
        )

    def _answer_again(self, opened: OpenedPackage, folder: Path) -> TakeOutcome:
        """The same file once more: nothing changes, the stored receipt goes out again byte for byte."""
        with self.around.store.reading() as work:
            receipt = work.ledger.receipt(opened.decision.receipt_number)
            lines = [line for line in work.ledger.outgoing() if line.receipt_number == opened.decision.receipt_number]
        assert receipt is not None, "a ledger entry without its receipt"
        reply: Path | None = None
        if lines:
            reply = write_answer(self.around, OwedAnswer(lines[0].package_id, lines[0].file_name, str(folder)))
        return TakeOutcome(opened.header, ReceiptCode.DUPLICATE, receipt, (), receipt.outcomes, reply)


def totals_of(opened: OpenedPackage) -> dict[str, int]:
    """The control totals of a transfer file, which stand on its covering note too."""
    assert opened.snapshot is not None
    return sizes(opened.snapshot)


def require_same_world(around: Surroundings, header: PackageHeader) -> None:
    """``STO-695`` for practice at a real office, ``STO-696`` the other way round."""
    is_practice = around.store.agency.is_practice
    if header.is_practice is not is_practice:
        raise FileRefusal("STO-695" if header.is_practice else "STO-696", sender=header.sender)


def posts_of(snapshot: Snapshot) -> list[Mapping[str, str]]:
    """The rows of posts, grades and seats of a transfer file."""
    return [record.fields for record in snapshot.records.get(POSTS, ())]

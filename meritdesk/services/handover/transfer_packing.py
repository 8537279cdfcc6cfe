"""Letting people go: the register says that they left, and one file carries what is theirs to the new agency."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.career import CareerChange, EntryKind, History, day_before
from meritdesk.core.career_changes import draft_change
from meritdesk.core.career_drafting import ChangeRequest
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evidence import MOST_ATTACHED, in_megabytes
from meritdesk.core.handover import KeyCard, PackageHeader, PackageKind, Snapshot
from meritdesk.core.lines import OutgoingLine
from meritdesk.core.merging import EVALUATIONS, PLANS, record_id
from meritdesk.core.moves import Transfer, TransferWay
from meritdesk.core.people import LegalStatus, OrgUnit, Person
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.sending import SendingState
from meritdesk.core.standing import tree_on
from meritdesk.core.transfer_posts import unit_path
from meritdesk.core.transfers import (
    EVIDENCE,
    MOVES,
    ORIGINS,
    POSTS,
    RESULTS,
    ended_plan,
    origin_record,
    owners_of,
    plans_to_carry,
    transfer_record,
    units_to_name,
)
from meritdesk.core.travel import TravelRecord
from meritdesk.core.trust import DeviceRole, is_in_force, region_cards, role_of
from meritdesk.services.changes import Step, no_step
from meritdesk.services.deriving import derive
from meritdesk.services.folders import ready_folder
from meritdesk.services.handover.outgoing import enter_outgoing, next_header
from meritdesk.services.handover.returning import require_agency
from meritdesk.services.plan_keeping import keep_version
from meritdesk.services.ports import Surroundings, Work
from meritdesk.wall_clock import noted_moment

THROUGH = "through"
"""What is counted of a file that is locked for the region, which passes it on."""
STREAM = "transfer:"
"""Each receiving agency is a stream of its own, so that it sees no gaps of what others were given."""


@dataclass(frozen=True, slots=True)
class TransferOrder:
    """Who moves where, from which day, by which letter; ``since`` is the first day at the new agency (TMT).

    Without ``with_files`` their evidence is only described. ``through_region`` locks the file for the region, which
    passes it on; ``receiver_name`` is for people, where the keys of the new agency are not known here.
    """

    nips: tuple[str, ...]
    receiver: str
    since: date
    letter: str
    letter_on: date | None = None
    note: str = ""
    with_files: bool = True
    through_region: bool = False
    receiver_name: str = ""


@dataclass(frozen=True, slots=True)
class TransferOutcome:
    """The file made; ``reissued`` says that nothing had changed and the same file was written again.

    ``region`` is to whom it is given when it goes through the region.
    """

    path: Path
    header: PackageHeader
    receiver: str
    receiver_name: str
    people: tuple[Transfer, ...]
    counts: Mapping[str, int]
    reissued: bool
    region: str = ""


@dataclass(frozen=True, slots=True)
class TransferPacking:
    """The verb of letting go."""

    around: Surroundings

    def pack(self, order: TransferOrder, out: Path, step: Step = no_step) -> TransferOutcome:
        """Let people go to another agency and write the file that carries them, in one transaction.

        Whoever was let go to the same agency before is packed again; the same content gives the same file. Refused:
        ``PKG-757`` at the region, ``PKG-831`` not the primary PC, ``PKG-835`` nobody or no letter, ``PKG-837`` to the
        own agency, ``PKG-832`` nobody can read it, ``PKG-836`` moved elsewhere already, ``PKG-849`` not in service,
        ``PKG-850`` their files of evidence weigh more than one transfer carries, ``PKG-590`` no region to go through.
        """
        require(self.around.actor, Action.PACK)
        require_agency(self.around)
        store, exchange = self.around.store, self.around.exchange
        restored = store.restored
        if restored is not None:
            raise UsageRefusal("STO-694", day=noted_moment(restored.backup_of).date())
        if not order.nips or not order.letter.strip():
            raise UsageRefusal("PKG-835")
        if order.receiver == store.agency.code:
            raise UsageRefusal("PKG-837", agency=order.receiver)
        step(0, 4)
        with store.writing(self.around.actor, "handover.transfers.pack", reason=order.letter.strip()) as work:
            step = work.watch(step)
            cards = work.ledger.cards()
            self._require_primary(cards)
            readers, name = region_of(cards, order) if order.through_region else readers_of(cards, order.receiver)
            moves = self._let_go(work, order, name)
            step(1, 4)
            snapshot = carried(self.around, work, moves, order.with_files)
            content = exchange.weigh([snapshot], lambda: step(1, 4), PackageKind.TRANSFER).digest
            if order.through_region:
                content = exchange.record_digest({"content": content, "through": readers[0].agency_code})
            line = _same_file(work, moves, content)
            reissued = line is not None
            if line is None:
                line, data, moves = self._freeze(work, moves, snapshot, order.receiver, readers, content)
                step(2, 4)
                work.commit()
            else:
                data = work.ledger.outgoing_data(line.package_id)
        step(3, 4)
        path = exchange.write_package(data, ready_folder(out), line.file_name)
        if line.state == SendingState.PACKED:
            with store.writing(self.around.actor, "handover.wrote", reason=line.file_name) as work:
                work.ledger.move(line.package_id, SendingState.ON_STICK)
                work.commit()
        header = exchange.inspect(path, (store.keys.card,)).header
        step(4, 4)
        region = readers[0].agency_name if order.through_region else ""
        return TransferOutcome(path, header, order.receiver, name, moves, sizes(snapshot), reissued, region)

    def _require_primary(self, cards: Sequence[KeyCard]) -> None:
        own = self.around.store.keys.card
        known = next((card for card in cards if card.minisign_key == own.minisign_key), own)
        if role_of(known) is not DeviceRole.PRIMARY:
            raise UsageRefusal("PKG-831")

    def _let_go(self, work: Work, order: TransferOrder, name: str) -> tuple[Transfer, ...]:
        """The register as it is once they left; whoever had left by this very move is not let go twice."""
        people, units, history = work.people.all(), work.units.all(), work.history.all()
        known = {one.person_id: one for one in reversed(work.transfers.all()) if one.way is TransferWay.OUT}
        moves = []
        for nip in dict.fromkeys(order.nips):
            person = work.people.by_nip(nip) or work.people.by_ids([nip]).get(nip)
            if person is None:
                raise UsageRefusal("USE-102", nip=nip)
            standing = history.standing(person, EntryKind.STATUS, order.since)
            status = standing.status or person.legal_status
            before = known.get(person.person_id)
            if before is not None and status is LegalStatus.LEFT:
                if before.other_code != order.receiver:
                    raise UsageRefusal("PKG-836", name=person.full_name, agency=before.other_name)
                moves.append(before)
                continue
            if status is LegalStatus.LEFT and (standing.cause is not CareerChange.LEAVING or standing.since is None):
                raise UsageRefusal("PKG-849", name=person.full_name)
            moves.append(self._moved(work, order, name, person, status, units, history))
            if status is not LegalStatus.LEFT:
                history = self._leave(work, order, name, person, people, units, history)
            self._end_plan(work, order, person)
        work.transfers.save(moves)
        derive(work, self.around.clock().date())
        return tuple(moves)

    def _moved(
        self,
        work: Work,
        order: TransferOrder,
        name: str,
        person: Person,
        status: LegalStatus,
        units: Sequence[OrgUnit],
        history: History,
    ) -> Transfer:
        day = day_before(order.since)
        post = history.standing(person, EntryKind.POST, day)
        in_service = history.standing(person, EntryKind.STATUS, day).status or status
        return Transfer(
            transfer_id=str(uuid.uuid4()),
            way=TransferWay.OUT,
            person_id=person.person_id,
            nip=person.nip,
            name=person.full_name,
            other_code=order.receiver,
            other_name=name,
            since=order.since,
            letter=order.letter.strip(),
            letter_on=order.letter_on,
            status=LegalStatus.ACTIVE if in_service is LegalStatus.LEFT else in_service,
            post=", ".join(text for text in (post.position_title, unit_path(units, post.unit_id)) if text),
            note=order.note.strip(),
            package_id="",
            noted_by=self.around.actor.name,
            noted_at=self.around.clock(),
        )

    def _leave(
        self,
        work: Work,
        order: TransferOrder,
        name: str,
        person: Person,
        people: Sequence[Person],
        units: Sequence[OrgUnit],
        history: History,
    ) -> History:
        """Left for the other agency: seats, named raters and those he rated by name are let go with him."""
        note = f"{name}, {order.letter.strip()}"
        request = ChangeRequest(CareerChange.LEAVING, person.person_id, order.since, note=note)
        tree = tree_on(people, units, history, day_before(order.since))
        draft = draft_change(request, people, units, history, tree, lambda: str(uuid.uuid4()))
        work.history.remove(draft.removed)
        work.history.save(draft.written)
        return draft.applied_to(history)

    def _end_plan(self, work: Work, order: TransferOrder, person: Person) -> None:
        year = order.since.year
        closed = work.evaluations.closed_periods(year, [person.person_id]).get(person.person_id, frozenset())
        reaching = any(period.last_day >= order.since for period in closed)
        plans = work.plans.of_year(year, [person.person_id])
        ended = ended_plan(plans, order.since, reaching)
        if ended is not None:
            before = next(plan for plan in plans if plan.plan_id == ended.plan_id)
            keep_version(self.around, work, before, ended, order.letter.strip())
            work.plans.save([ended])

    def _freeze(
        self,
        work: Work,
        moves: Sequence[Transfer],
        snapshot: Snapshot,
        receiver: str,
        readers: Sequence[KeyCard],
        content: str,
    ) -> tuple[OutgoingLine, bytes, tuple[Transfer, ...]]:
        """Give the file its number and keep its bytes, in the transaction of the caller."""
        store = self.around.store
        stream = f"{STREAM}{receiver}"
        header = next_header(self.around, work, PackageKind.TRANSFER, receiver, snapshot.period, stream)
        sealed = self.around.exchange.pack(header, snapshot, store.keys, (*readers, store.keys.card))
        through = {THROUGH: 1} if readers[0].is_region else {}
        line = enter_outgoing(
            self.around,
            work,
            header,
            sealed,
            SendingState.PACKED.value,
            content_digest=content,
            counts={**sizes(snapshot), **through},
        )
        carried_by = tuple(replace(one, package_id=header.package_id) for one in moves)
        work.transfers.save(carried_by)
        return line, sealed.data, carried_by


def readers_of(cards: Sequence[KeyCard], receiver: str) -> tuple[tuple[KeyCard, ...], str]:
    """Who can read a file for an agency, and its name: its primary PC (``PKG-832`` when its key is not known)."""
    theirs = [card for card in cards if card.agency_code == receiver and not card.is_region]
    name = next((card.agency_name for card in theirs), receiver)
    readers = tuple(card for card in theirs if is_in_force(card) and role_of(card) is DeviceRole.PRIMARY)
    if not readers:
        raise UsageRefusal("PKG-832", agency=receiver)
    return readers, name


def region_of(cards: Sequence[KeyCard], order: TransferOrder) -> tuple[tuple[KeyCard, ...], str]:
    """The region's keys, where it passes the file on, and the name of the new agency (``PKG-590`` no region known)."""
    readers = region_cards(cards)
    if not readers:
        raise UsageRefusal("PKG-590")
    known = (card.agency_name for card in cards if card.agency_code == order.receiver)
    return readers, next(known, order.receiver_name.strip() or order.receiver)


def carried(around: Surroundings, work: Work, moves: Sequence[Transfer], with_files: bool = True) -> Snapshot:
    """What is theirs: record, posts, binding plans, closed evaluations with all versions, evidence, papers.

    A file of evidence that is missing or damaged here is only described there.
    """
    by_id = {one.person_id: one for one in moves}
    known = work.people.by_ids(list(by_id))
    ids = sorted(known)
    people = tuple(replace(known[one], legal_status=by_id[one].status) for one in ids)
    plans = plans_to_carry(work.plans.of_people(ids))
    evaluations = tuple(one for person_id in ids for one in work.evaluations.of_person(person_id) if one.is_closed)
    results = [result for plan in plans for result in plan.results]
    actuals = work.actuals.of_indicators([one.indicator_id for result in results for one in result.indicators])
    owners = {
        PLANS: [plan.plan_id for plan in plans],
        RESULTS: [result.result_id for result in results],
        EVALUATIONS: [one.evaluation_id for one in evaluations],
    }
    records = work.transfers.records_of(ids, owners)
    records[POSTS] = tuple(one for one in records.get(POSTS, ()) if one.fields["status"] != LegalStatus.LEFT.value)
    units = work.units.all()
    named = {person.unit_id for person in people} | {one.fields["unit_id"] for one in records[POSTS]}
    period = Period(max(one.since for one in moves).year, PeriodKind.YEAR)
    snapshot = Snapshot(
        agency_code=around.store.agency.code,
        agency_name=around.store.agency.name,
        period=period.code,
        units=units_to_name(units, named),
        people=people,
        plans=plans,
        actuals=tuple(sorted(actuals, key=record_id)),
        evaluations=evaluations,
        audit_head=work.journal.head(),
        records={**records, MOVES: tuple(transfer_record(by_id[one]) for one in ids)},
        attachments=_files(work, records.get(EVIDENCE, ())) if with_files else {},
    )
    places = owners_of(snapshot)
    origins = work.transfers.origins(places)
    carried_origins = tuple(origin_record(origins[place]) for place in sorted(origins) if place in places)
    return replace(snapshot, records={**snapshot.records, ORIGINS: carried_origins}) if carried_origins else snapshot


def _files(work: Work, described: Sequence[TravelRecord]) -> dict[str, bytes]:
    """The files of this evidence by their digest; ``PKG-850`` before anything is read when they weigh too much."""
    weights = {one.fields["sha256"]: int(one.fields["size"]) for one in described}
    if sum(weights.values()) > MOST_ATTACHED:
        size = in_megabytes(sum(weights.values()))
        raise UsageRefusal("PKG-850", size=size, most=in_megabytes(MOST_ATTACHED))
    found = {digest: work.evidence.content(digest) for digest in sorted(weights)}
    return {digest: content for digest, content in found.items() if content is not None}


def sizes(snapshot: Snapshot) -> dict[str, int]:
    """How much of each kind a transfer carries."""
    return {
        "people": len(snapshot.people),
        "plans": len(snapshot.plans),
        "actuals": len(snapshot.actuals),
        "evaluations": len(snapshot.evaluations),
        "evidence": len(snapshot.records.get(EVIDENCE, ())),
        "files": len(snapshot.attachments),
        "documents": len(snapshot.records.get("dokumen", ())),
    }


def _same_file(work: Work, moves: Sequence[Transfer], content: str) -> OutgoingLine | None:
    """The file that carried these very people last, when it says the same."""
    package_ids = {one.package_id for one in moves}
    if len(package_ids) != 1:
        return None
    line = next((line for line in work.ledger.outgoing() if line.package_id in package_ids), None)
    return line if line is not None and line.content_digest == content else None

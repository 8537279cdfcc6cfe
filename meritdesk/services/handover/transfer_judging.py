"""What a transfer file would do here: who its people are to this agency, and what becomes of each of their records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from meritdesk.core.errors import FileRefusal
from meritdesk.core.handover import OpenedPackage, RecordOutcome, RecordState, Snapshot
from meritdesk.core.merging import ACTUALS, EVALUATIONS, PLANS, Record, record_id
from meritdesk.core.moves import Origin, TransferWay
from meritdesk.core.people import Person
from meritdesk.core.periods import Period
from meritdesk.core.transfers import (
    PersonFate,
    StatedMove,
    TwinAnswer,
    carried_tables,
    fate_of,
    owners_of,
    record_fates,
    transfers_in,
)
from meritdesk.services.ports import Surroundings, Work

OWN_STAYS = "PKG-848"
NOT_TAKEN = "PKG-841"


@dataclass(frozen=True, slots=True)
class ArrivingPerson:
    """One person of a transfer file: who he is here, what comes with him, and whom he is taken for.

    ``here`` is the one who stands here already; ``closed`` the periods of his closed evaluations; ``counts`` his
    records by fate.
    """

    person: Person
    move: StatedMove
    fate: PersonFate
    here: Person | None
    closed: tuple[Period, ...]
    counts: Mapping[str, int]

    @property
    def is_asked(self) -> bool:
        """Whether a person must say who this is before anything is taken."""
        return self.fate is PersonFate.TWIN


@dataclass(frozen=True, slots=True)
class Judged:
    """A transfer file against what stands here; nothing is written."""

    snapshot: Snapshot
    people: tuple[ArrivingPerson, ...]
    fates: Mapping[tuple[str, str], RecordState]
    outcomes: tuple[RecordOutcome, ...]
    foreign: Mapping[tuple[str, str], Origin] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Placing:
    """What the new agency says of an arriving person: unit and post here, and whether he is the one of the same NIP."""

    unit_id: str = ""
    position_title: str = ""
    twin: TwinAnswer | None = None


def judge(around: Surroundings, work: Work, opened: OpenedPackage) -> Judged:
    """Compare a transfer file with what stands here.

    ``PKG-843`` it moves people elsewhere, ``PKG-842`` its moves and its people are not the same.
    """
    snapshot = opened.snapshot
    assert snapshot is not None
    moves = {one.person_id: one for one in transfers_in(snapshot)}
    if any(one.to_code != around.store.agency.code for one in moves.values()):
        raise FileRefusal("PKG-843", sender=opened.header.sender, agency=around.store.agency.code)
    people = {person.person_id: person for person in snapshot.people}
    if not people or set(moves) != set(people) or set(owners_of(snapshot).values()) - set(people):
        raise FileRefusal("PKG-842", sender=opened.header.sender)
    here = work.people.by_ids(list(people))
    nips = {person.nip for person in people.values() if person.nip}
    by_nip = {person.nip: person for person in work.people.all() if person.nip in nips}
    taken = {one.transfer_id for one in work.transfers.all() if one.way is TransferWay.IN}
    decided = {
        person_id: fate_of(person, moves[person_id].transfer_id, here, by_nip, taken)
        for person_id, person in people.items()
    }
    standing = _standing(work, snapshot)
    foreign = work.transfers.origins(standing)
    fates = record_fates(snapshot, standing, foreign, snapshot.agency_code)
    owners = owners_of(snapshot)
    turned_away = {one for one, fate in decided.items() if fate is PersonFate.IN_SERVICE}
    fates = {place: RecordState.REFUSED if owners.get(place) in turned_away else fate for place, fate in fates.items()}
    return Judged(
        snapshot,
        tuple(
            ArrivingPerson(
                person,
                moves[person_id],
                decided[person_id],
                here.get(person_id) or by_nip.get(person.nip),
                tuple(sorted((one.period for one in snapshot.evaluations if one.person_id == person_id), key=_by_end)),
                Counter(fate.value for place, fate in fates.items() if owners.get(place) == person_id),
            )
            for person_id, person in sorted(people.items(), key=lambda pair: (pair[1].name, pair[0]))
        ),
        fates,
        (*opened.faults, *_outcomes(fates, owners, turned_away, decided)),
        foreign,
    )


def _by_end(period: Period) -> tuple[str, str]:
    return period.last_day.isoformat(), period.code


def _standing(work: Work, snapshot: Snapshot) -> dict[tuple[str, str], Record]:
    """The records that stand here under the keys of the file."""
    found: dict[tuple[str, str], Record] = {}
    for plan in work.plans.by_ids([plan.plan_id for plan in snapshot.plans]):
        found[PLANS, plan.plan_id] = plan
    for actual in work.actuals.of_indicators(sorted({one.indicator_id for one in snapshot.actuals})):
        found[ACTUALS, record_id(actual)] = actual
    for person in snapshot.people:
        for evaluation in work.evaluations.of_person(person.person_id):
            found[EVALUATIONS, evaluation.evaluation_id] = evaluation
    for table, records in carried_tables(snapshot).items():
        if table in snapshot.records:
            for key, record in work.travel.present(table, [record_id(one) for one in records]).items():
                found[table, key] = record
    wanted = {(table, record_id(one)) for table, records in carried_tables(snapshot).items() for one in records}
    return {place: record for place, record in found.items() if place in wanted}


def _outcomes(
    fates: Mapping[tuple[str, str], RecordState],
    owners: Mapping[tuple[str, str], str],
    turned_away: set[str],
    people: Mapping[str, PersonFate],
) -> Sequence[RecordOutcome]:
    states = {
        PersonFate.NEW: RecordState.ADDED,
        PersonFate.TWIN: RecordState.CHANGED,
        PersonFate.BACK: RecordState.CHANGED,
        PersonFate.KNOWN: RecordState.SAME,
    }
    found = [
        RecordOutcome("pegawai", one, RecordState.REFUSED, "person_id", NOT_TAKEN)
        if fate is PersonFate.IN_SERVICE
        else RecordOutcome("pegawai", one, states[fate])
        for one, fate in sorted(people.items())
    ]
    for place, fate in fates.items():
        if fate is RecordState.REFUSED:
            code = NOT_TAKEN if owners.get(place) in turned_away else OWN_STAYS
            found.append(RecordOutcome(*place, fate, "", code))
        else:
            found.append(RecordOutcome(*place, fate))
    return found


def without(judged: Judged, gone: set[str]) -> Judged:
    """The same without some people."""
    return replace(judged, people=tuple(one for one in judged.people if one.person.person_id not in gone))

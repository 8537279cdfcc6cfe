"""People who move between agencies: what a transfer is, what goes with them, and who they are at the other end.

The person keeps his key at both ends, since the seals of his closed evaluations name it. The old agency keeps all it
had and lets him go; the new one takes its copy and can read it, and only what is done there from then on is its own.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from meritdesk.core.career import day_before
from meritdesk.core.evaluation import Evaluation
from meritdesk.core.handover import RecordState, Snapshot
from meritdesk.core.merging import ACTUALS, EVALUATIONS, PLANS, Record, record_id, tables_of
from meritdesk.core.moves import Origin, Transfer, TransferWay
from meritdesk.core.people import LegalStatus, OrgUnit, Person
from meritdesk.core.plan import Approach, PerformancePlan, PlanState, job_class, plan_in_force
from meritdesk.core.plan_parts import PlanOccasion
from meritdesk.core.plan_signing import cut_short
from meritdesk.core.travel import TravelRecord, record_of
from meritdesk.core.travel_layouts import TRAVELLING_BY_NAME

MOVES = "mutasi"
ORIGINS = "asal_catatan"
POSTS = "riwayat_jabatan"
RESULTS = "butir"
INDICATORS = "indikator"
EVIDENCE = "bukti"


class PersonFate(StrEnum):
    """Who an arriving person is to this agency."""

    NEW = "NEW"  # nobody knows him here
    TWIN = "TWIN"  # somebody with his NIP stands here under another key: a person says whether it is he
    BACK = "BACK"  # he was here before and had left
    KNOWN = "KNOWN"  # this very move was taken before: only what is new of his records is added
    IN_SERVICE = "IN_SERVICE"  # he serves here already and no move brought him: nothing is taken


class TwinAnswer(StrEnum):
    """What a person says of somebody with the same NIP."""

    SAME = "SAME"
    APART = "APART"


def fate_of(
    person: Person, transfer_id: str, here: Mapping[str, Person], by_nip: Mapping[str, Person], taken: Collection[str]
) -> PersonFate:
    """Who an arriving person is here; ``taken`` are the moves that were taken in before."""
    known = here.get(person.person_id)
    if known is not None:
        if transfer_id in taken:
            return PersonFate.KNOWN
        return PersonFate.BACK if known.legal_status is LegalStatus.LEFT else PersonFate.IN_SERVICE
    return PersonFate.TWIN if person.nip and person.nip in by_nip else PersonFate.NEW


def record_fates(
    arriving: Snapshot, here: Mapping[tuple[str, str], Record], foreign: Mapping[tuple[str, str], Origin], sender: str
) -> dict[tuple[str, str], RecordState]:
    """What becomes of each record: new, the same, or changed where the one who made it says so with a new version.

    What was made here is never changed by a file, and a closed evaluation only by its next version.
    """
    fates: dict[tuple[str, str], RecordState] = {}
    for table, records in carried_tables(arriving).items():
        for record in records:
            place = (table, record_id(record))
            known = here.get(place)
            if known is None:
                fates[place] = RecordState.ADDED
            elif known == record:
                fates[place] = RecordState.SAME
            else:
                origin = foreign.get(place)
                is_theirs = origin is not None and origin.agency_code == sender
                fates[place] = RecordState.CHANGED if is_theirs and _may_follow(known, record) else RecordState.REFUSED
    return fates


def _may_follow(known: Record, record: Record) -> bool:
    if isinstance(known, Evaluation) and isinstance(record, Evaluation):
        return record.version > known.version
    if isinstance(known, PerformancePlan) and isinstance(record, PerformancePlan):
        return record.version > known.version
    return not (isinstance(record, TravelRecord) and TRAVELLING_BY_NAME[record.table].version)


def carried_tables(snapshot: Snapshot) -> dict[str, tuple[Record, ...]]:
    """The records of a transfer file that become records of the new agency, by table."""
    left_out = {"unit", "pegawai", "atasan", "capaian", MOVES, ORIGINS, POSTS}
    return {table: records for table, records in tables_of(snapshot).items() if records and table not in left_out}


def only_fates(
    snapshot: Snapshot, fates: Mapping[tuple[str, str], RecordState], wanted: Collection[RecordState]
) -> Snapshot:
    """The records of a snapshot that meet one of these fates."""
    chosen = {place for place, fate in fates.items() if fate in wanted}
    return replace(
        snapshot,
        plans=tuple(one for one in snapshot.plans if (PLANS, one.plan_id) in chosen),
        actuals=tuple(one for one in snapshot.actuals if (ACTUALS, record_id(one)) in chosen),
        evaluations=tuple(one for one in snapshot.evaluations if (EVALUATIONS, one.evaluation_id) in chosen),
        records={
            table: kept
            for table, records in snapshot.records.items()
            if (kept := tuple(one for one in records if (table, one.key) in chosen))
        },
    )


def owners_of(snapshot: Snapshot) -> dict[tuple[str, str], str]:
    """By record the person it belongs to, as far as a transfer file says."""
    owner: dict[tuple[str, str], str] = {}
    for plan in snapshot.plans:
        owner[PLANS, plan.plan_id] = plan.person_id
        for result in plan.results:
            owner[RESULTS, result.result_id] = plan.person_id
            owner.update({(INDICATORS, one.indicator_id): plan.person_id for one in result.indicators})
    for actual in snapshot.actuals:
        owner[ACTUALS, record_id(actual)] = owner.get((INDICATORS, actual.indicator_id), "")
    for evaluation in snapshot.evaluations:
        owner[EVALUATIONS, evaluation.evaluation_id] = evaluation.person_id
    for table, records in snapshot.records.items():
        for record in records if table != ORIGINS else ():
            fields = record.fields
            hung = (
                (EVALUATIONS, fields.get("evaluation_id", "")),
                ("nilai_lama", fields.get("evaluation_id", "")),
                (RESULTS, fields.get("result_id", "")),
                ("dokumen", fields.get("document_id", "")),
            )
            found = fields.get("person_id", "") or next((owner[place] for place in hung if place in owner), "")
            owner[table, record.key] = found
    return owner


def origins_in(
    snapshot: Snapshot, fates: Mapping[tuple[str, str], RecordState], agency: tuple[str, str], own: str
) -> tuple[Origin, ...]:
    """Who made each record that is new here: the agency that sends it, or the one from which that had it.

    What is new here was not made here, whatever the file says: ``own`` is this agency's code.
    """
    stated = {
        (one.fields["table_name"], one.fields["record_id"]): (one.fields["agency_code"], one.fields["agency_name"])
        for one in snapshot.records.get(ORIGINS, ())
        if one.fields["agency_code"] != own
    }
    owners, move_of = owners_of(snapshot), {one.person_id: one.transfer_id for one in transfers_in(snapshot)}
    places = [place for place, fate in fates.items() if fate in (RecordState.ADDED, RecordState.CHANGED)]
    for plan in snapshot.plans:
        if fates.get((PLANS, plan.plan_id)) in (RecordState.ADDED, RecordState.CHANGED):
            places += [(RESULTS, result.result_id) for result in plan.results]
            places += [(INDICATORS, one.indicator_id) for result in plan.results for one in result.indicators]
    return tuple(
        Origin(*place, *stated.get(place, agency), move_of.get(owners.get(place, ""), ""))
        for place in dict.fromkeys(places)
    )


def origin_record(origin: Origin) -> TravelRecord:
    """An origin as it travels."""
    fields = {
        "table_name": origin.table, "record_id": origin.record_id, "agency_code": origin.agency_code,
        "agency_name": origin.agency_name, "transfer_id": origin.transfer_id,
    }  # fmt: skip
    return record_of(TRAVELLING_BY_NAME[ORIGINS].table, fields)


def transfer_record(one: Transfer) -> TravelRecord:
    """A transfer as it travels; which file carries it is said by the file."""
    fields = {
        "transfer_id": one.transfer_id, "way": one.way.value, "person_id": one.person_id, "nip": one.nip,
        "name": one.name, "other_code": one.other_code, "other_name": one.other_name, "since": one.since.isoformat(),
        "letter": one.letter, "letter_on": one.letter_on.isoformat() if one.letter_on else "",
        "status": one.status.value, "post": one.post, "note": one.note, "package_id": "", "noted_by": one.noted_by,
        "noted_at": "",
    }  # fmt: skip
    return record_of(TRAVELLING_BY_NAME[MOVES].table, fields)


@dataclass(frozen=True, slots=True)
class StatedMove:
    """A move as the file of the old agency states it."""

    transfer_id: str
    person_id: str
    to_code: str
    since: date
    letter: str
    letter_on: date | None
    status: LegalStatus
    post: str
    note: str


def transfers_in(snapshot: Snapshot) -> tuple[StatedMove, ...]:
    """The moves that a transfer file states; what cannot be read as one is no move."""
    found = []
    for record in snapshot.records.get(MOVES, ()):
        fields = record.fields
        if fields["way"] != TransferWay.OUT.value:
            continue
        found.append(
            StatedMove(
                fields["transfer_id"],
                fields["person_id"],
                fields["other_code"],
                date.fromisoformat(fields["since"]),
                fields["letter"],
                date.fromisoformat(fields["letter_on"]) if fields["letter_on"] else None,
                LegalStatus(fields["status"]),
                fields["post"],
                fields["note"],
            )
        )
    return tuple(found)


def ended_plan(plans: Sequence[PerformancePlan], since: date, reaching: bool) -> PerformancePlan | None:
    """The running plan as it ends on the day before the move (R-33); nothing where it may not be touched.

    ``reaching`` says that a closed evaluation rests on it up to the day of the move or beyond.
    """
    running = plan_in_force(plans, since)
    if running is None or reaching or running.starts >= since:
        return None
    return cut_short(running, day_before(since))


def begun_plan(
    person: Person, plans: Sequence[PerformancePlan], since: date, post: str, new_id: Callable[[], str]
) -> PerformancePlan | None:
    """The empty draft for the post at the new agency (R-33); nothing where a plan reaches into that time already."""
    ends = date(since.year, 12, 31)
    appraised = replace(person, legal_status=LegalStatus.ACTIVE)
    if not appraised.is_appraised or any(plan.starts <= ends and since <= plan.ends for plan in plans):
        return None
    before = max(plans, key=lambda plan: (plan.ends, plan.plan_id), default=None)
    return PerformancePlan(
        plan_id=new_id(),
        person_id=person.person_id,
        year=since.year,
        approach=before.approach if before is not None else Approach.QUANTITATIVE,
        job_class=job_class(appraised, None),
        starts=since,
        ends=ends,
        state=PlanState.DRAFT,
        occasion=PlanOccasion.NEW_POST,
        post=post,
    )


def plans_to_carry(plans: Iterable[PerformancePlan]) -> tuple[PerformancePlan, ...]:
    """The plans that bind: a first draft stays where it is being written."""
    return tuple(plan for plan in plans if plan.was_fixed or plan.state is PlanState.FIXED)


def units_to_name(units: Sequence[OrgUnit], wanted: Collection[str]) -> tuple[OrgUnit, ...]:
    """These units with all above them, in the order in which they stand, so that the other side can call them."""
    known = {unit.unit_id: unit for unit in units}
    named: set[str] = set()
    for unit_id in wanted:
        while unit_id in known and unit_id not in named:
            named.add(unit_id)
            unit_id = known[unit_id].parent_id
    return tuple(unit for unit in units if unit.unit_id in named)

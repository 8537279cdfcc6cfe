"""What a new snapshot changes in the last accepted one, record by record (exchange 4 and 7).

A region applies complete snapshots, so the question is never which side edited last but only what is new, what
differs, and what may not differ: a closed evaluation is immutable within its version. Absence is never deletion.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Any, TypeVar

from meritdesk.core.evaluation import Actual, Evaluation, OrganisationLevel
from meritdesk.core.handover import RecordOutcome, RecordState, Snapshot, Tombstone
from meritdesk.core.people import OrgUnit, Person, ReportingLine
from meritdesk.core.periods import parse_period
from meritdesk.core.plan import PerformancePlan
from meritdesk.core.reach import Newer, describes
from meritdesk.core.travel import TravelRecord
from meritdesk.core.travel_layouts import TRAVELLING, TRAVELLING_BY_NAME
from meritdesk.core.word_for_word import nothing

Record = OrgUnit | Person | ReportingLine | PerformancePlan | Actual | OrganisationLevel | Evaluation | TravelRecord
R = TypeVar("R", bound=Record)
T = TypeVar("T", OrgUnit, Person, ReportingLine, PerformancePlan, Actual, OrganisationLevel, Evaluation)

UNITS = "unit"
PEOPLE = "pegawai"
LINES = "atasan"
PLANS = "rencana"
INDICATORS = "indikator"
ACTUALS = "realisasi"
LEVELS = "capaian"
EVALUATIONS = "penilaian"
TOMBSTONES = "tombstones"

NOTHING_NEWER = Newer()

DANGLING = "PKG-552"
CLOSED_CHANGED = "PKG-570"
REMOVED_BUT_PRESENT = "PKG-571"
REMOVED_BUT_CLOSED = "PKG-572"

_FROZEN = (RecordState.CONFLICT, "version", CLOSED_CHANGED)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The difference of two snapshots: an outcome for each record, what to write, and what is no longer there.

    ``write`` holds only added and changed records; ``removed`` the tombstones to carry out; ``missing`` the records
    (table, id) of the old snapshot that the new one neither repeats nor removes: they stay and someone is asked.
    ``overtaken`` are records of a late package that newer ones no longer have, though they did not remove them.
    ``unchanged`` counts the records of the tables that stand here word for word; each would be the same.
    """

    outcomes: tuple[RecordOutcome, ...]
    write: Snapshot
    removed: tuple[Tombstone, ...] = ()
    missing: tuple[tuple[str, str], ...] = ()
    overtaken: frozenset[tuple[str, str]] = frozenset()
    unchanged: int = 0

    @property
    def counts(self) -> Mapping[str, int]:
        """How many records met each fate; the five numbers add up to the records read."""
        found = Counter(outcome.state.value for outcome in self.outcomes)
        found[RecordState.SAME.value] += self.unchanged
        return {state.value: found[state.value] for state in RecordState}


def record_id(record: Record) -> str:
    """The name of a record inside its table, stable over versions."""
    return _NAMED[type(record)](record)


_NAMED: Mapping[type[Record], Callable[[Any], str]] = {
    OrgUnit: attrgetter("unit_id"),
    Person: attrgetter("person_id"),
    ReportingLine: attrgetter("person_id"),
    PerformancePlan: attrgetter("plan_id"),
    Actual: lambda actual: f"{actual.indicator_id}@{actual.period.code}",
    OrganisationLevel: lambda level: f"{level.unit_id}@{level.period.code}",
    Evaluation: attrgetter("evaluation_id"),
    TravelRecord: attrgetter("key"),
}
"""How a record is named; asked several times for each of a hundred thousand."""


def tables_of(snapshot: Snapshot) -> Mapping[str, tuple[Record, ...]]:
    """The records of a snapshot by table, in the order in which they must be written."""
    return {
        UNITS: snapshot.units,
        PEOPLE: snapshot.people,
        LINES: snapshot.lines,
        PLANS: snapshot.plans,
        ACTUALS: snapshot.actuals,
        LEVELS: snapshot.levels,
        EVALUATIONS: snapshot.evaluations,
        **{layout.name: snapshot.records[layout.name] for layout in TRAVELLING if layout.name in snapshot.records},
    }


def compare_snapshots(
    old: Snapshot | None,
    new: Snapshot,
    refused: Sequence[RecordOutcome] = (),
    newer: Newer = NOTHING_NEWER,
) -> Comparison:
    """Compare an arriving snapshot with what stands here of the same agency and period.

    ``refused`` are the records that reading turned away; they are counted and not reported missing. ``newer`` is what
    newer packages of the stream said: what they describe too stays as they left it, and what they removed does not
    come back (faults F44, F69).
    """
    period = parse_period(new.period)

    def is_described(table: str, record: Record) -> bool:
        if not newer.periods:
            return False
        return any(describes(other, period, table, record) for other in newer.periods)

    outcomes: list[RecordOutcome] = list(refused)
    turned_away = {(outcome.table, outcome.record_id) for outcome in refused}
    known = {table: _by_id(records) for table, records in tables_of(old).items()} if old is not None else {}
    arriving = {table: _by_id(records) for table, records in tables_of(new).items()}
    dropped = _removed_since(new, newer)
    written: dict[str, set[str]] = {table: set() for table in arriving}
    overtaken: set[tuple[str, str]] = set()
    for table, records in arriving.items():
        before = known.get(table, {})
        if not before and not dropped and not newer.periods:
            outcomes += (RecordOutcome(table, identifier, RecordState.ADDED) for identifier in records)
            written[table].update(records)
            continue
        for identifier, record in records.items():
            here = before.get(identifier)
            if (table, identifier) in dropped:
                outcomes.append(RecordOutcome(table, identifier, RecordState.SAME))
                continue
            keeps = here is not None and (table, identifier) not in newer.absent and is_described(table, record)
            outcome = _outcome(table, identifier, here, record, keeps)
            outcomes.append(outcome)
            if outcome.state in (RecordState.ADDED, RecordState.CHANGED):
                written[table].add(identifier)
            if not keeps and is_described(table, record):
                overtaken.add((table, identifier))
    removed = tuple(_carried_out(new.tombstones, known, arriving, outcomes, newer, is_described))
    gone = {(tombstone.table, tombstone.record_id) for tombstone in new.tombstones}
    missing = tuple(
        (table, identifier)
        for table, records in known.items()
        for identifier, record in records.items()
        if not is_described(table, record)
        and identifier not in arriving.get(table, {})
        and not {(table, identifier)} & (gone | turned_away)
    )
    same = sum(new.unchanged.values())
    return Comparison(tuple(outcomes), only(new, written), removed, missing, frozenset(overtaken), same)


def _removed_since(new: Snapshot, newer: Newer) -> set[tuple[str, str]]:
    """The arriving records that a newer package removed; whoever has a closed evaluation was never removed."""
    dropped = {place for place in newer.removed if place[0] != EVALUATIONS}
    for evaluation in new.evaluations:
        if evaluation.is_closed:
            dropped.discard((PEOPLE, evaluation.person_id))
    gone = {identifier for table, identifier in dropped if table == PEOPLE}
    dropped |= {(LINES, line.person_id) for line in new.lines if line.person_id in gone}
    dropped |= {(PLANS, plan.plan_id) for plan in new.plans if plan.person_id in gone}
    return dropped


def _by_id(records: Sequence[Record]) -> dict[str, Record]:
    return dict(zip(map(_NAMED[type(records[0])], records), records, strict=True)) if records else {}


def _outcome(table: str, identifier: str, old: Record | None, new: Record, keep_known: bool) -> RecordOutcome:
    if old is None:
        return RecordOutcome(table, identifier, RecordState.ADDED)
    if keep_known or _is_same(old, new):
        return RecordOutcome(table, identifier, RecordState.SAME)
    if isinstance(new, TravelRecord):
        frozen = bool(TRAVELLING_BY_NAME[table].version)
        return RecordOutcome(table, identifier, *(_FROZEN if frozen else (RecordState.CHANGED,)))
    if isinstance(old, Evaluation) and isinstance(new, Evaluation) and old.is_closed and new.version <= old.version:
        return RecordOutcome(table, identifier, RecordState.CONFLICT, "version", CLOSED_CHANGED)
    return RecordOutcome(table, identifier, RecordState.CHANGED)


def _is_same(old: Record, new: Record) -> bool:
    """Whether two records say the same; the digest of an evaluation is derived and says nothing of its own."""
    if isinstance(old, Evaluation) and isinstance(new, Evaluation):
        return replace(old, digest="") == replace(new, digest="")
    return old == new


def _carried_out(
    tombstones: Sequence[Tombstone],
    known: Mapping[str, Mapping[str, Record]],
    arriving: Mapping[str, Mapping[str, Record]],
    outcomes: list[RecordOutcome],
    newer: Newer,
    is_described: Callable[[str, Record], bool],
) -> Iterator[Tombstone]:
    """The removals to carry out; a removal of what is still there, or closed, is a conflict and not done."""
    closed = newer.rated | {
        one.person_id for one in known.get(EVALUATIONS, {}).values() if isinstance(one, Evaluation) and one.is_closed
    }
    for tombstone in tombstones:
        place = (tombstone.table, tombstone.record_id)
        old = known.get(tombstone.table, {}).get(tombstone.record_id)
        state, code = RecordState.SAME, ""
        if tombstone.record_id in arriving.get(tombstone.table, {}):
            state, code = RecordState.CONFLICT, REMOVED_BUT_PRESENT
        elif (isinstance(old, Evaluation) and old.is_closed) or (isinstance(old, Person) and old.person_id in closed):
            state, code = RecordState.CONFLICT, REMOVED_BUT_CLOSED
        elif old is not None and (place in newer.absent or not is_described(tombstone.table, old)):
            state = RecordState.CHANGED
            yield tombstone
        name = f"{tombstone.table}:{tombstone.record_id}"
        outcomes.append(RecordOutcome(TOMBSTONES, name, state, "record_id" if code else "", code))


def only(snapshot: Snapshot, written: Mapping[str, set[str]]) -> Snapshot:
    """The snapshot reduced to the records of each table that are named."""

    def chosen(table: str, records: tuple[R, ...]) -> tuple[R, ...]:
        named = written.get(table, set())
        if len(named) == len(records) and named.issuperset(map(record_id, records)):
            return records
        return tuple(record for record in records if record_id(record) in named)

    return replace(
        snapshot,
        units=chosen(UNITS, snapshot.units),
        people=chosen(PEOPLE, snapshot.people),
        lines=chosen(LINES, snapshot.lines),
        plans=chosen(PLANS, snapshot.plans),
        actuals=chosen(ACTUALS, snapshot.actuals),
        levels=chosen(LEVELS, snapshot.levels),
        evaluations=chosen(EVALUATIONS, snapshot.evaluations),
        tombstones=(),
        records={name: chosen(name, records) for name, records in snapshot.records.items()},
    )


def refuse_dangling(
    snapshot: Snapshot,
    already_refused: Sequence[RecordOutcome] = (),
    keys: Callable[[str], Collection[str]] = nothing,
) -> tuple[Snapshot, tuple[RecordOutcome, ...]]:
    """Turn away records that point at a record which is not in the snapshot; the others stay (faults F55).

    Checked are the parent of a unit, the unit of a person and of a level, the person of a line, plan and evaluation,
    and the indicator of an actual. What hangs on a refused record is refused with it. Raters and superiors are not
    checked: they may have left the agency since. ``keys`` are those of the tables that were left out as unchanged.
    """
    outcomes: list[RecordOutcome] = []

    def kept(table: str, records: Sequence[T], column: str, target: Callable[[T], str], known: set[str]) -> list[T]:
        """The records whose target is empty or known; an outcome for each of the others."""
        if known.issuperset(filter(None, map(target, records))):
            return list(records)
        good: list[T] = []
        for record in records:
            if not target(record) or target(record) in known:
                good.append(record)
            else:
                outcomes.append(RecordOutcome(table, record_id(record), RecordState.REFUSED, column, DANGLING))
        return good

    units = list(snapshot.units)
    count = -1
    while count != len(units):
        count = len(units)
        units = kept(UNITS, units, "parent_id", lambda unit: unit.parent_id, {unit.unit_id for unit in units})
    unit_ids = {unit.unit_id for unit in units} or set(keys(UNITS))
    people = kept(PEOPLE, snapshot.people, "unit_id", lambda person: person.unit_id, unit_ids)
    person_ids = {person.person_id for person in people} or set(keys(PEOPLE))
    lines = kept(LINES, snapshot.lines, "person_id", lambda line: line.person_id, person_ids)
    plans = kept(PLANS, snapshot.plans, "person_id", lambda plan: plan.person_id, person_ids)
    indicator_ids = {indicator.indicator_id for plan in plans for indicator in plan.indicators}
    indicator_ids = indicator_ids or set(keys(INDICATORS))
    clean = replace(
        snapshot,
        units=tuple(units),
        people=tuple(people),
        lines=tuple(lines),
        plans=tuple(plans),
        actuals=tuple(kept(ACTUALS, snapshot.actuals, "indicator_id", lambda a: a.indicator_id, indicator_ids)),
        levels=tuple(kept(LEVELS, snapshot.levels, "unit_id", lambda level: level.unit_id, unit_ids)),
        evaluations=tuple(kept(EVALUATIONS, snapshot.evaluations, "person_id", lambda e: e.person_id, person_ids)),
    )
    return clean, (*already_refused, *outcomes)

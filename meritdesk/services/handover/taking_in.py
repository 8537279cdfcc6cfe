"""Taking an agency's snapshot in at the region: compared with what it sent last, asked about, and written."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from meritdesk.core.accounts import Deed
from meritdesk.core.conflicts import Candidate, Conflict, conflict_id, joined
from meritdesk.core.corrections import ANSWERS
from meritdesk.core.evaluation import Evaluation
from meritdesk.core.handover import OpenedPackage, RecordOutcome, RecordState, Snapshot
from meritdesk.core.merging import (
    CLOSED_CHANGED,
    EVALUATIONS,
    LINES,
    PEOPLE,
    PLANS,
    UNITS,
    Comparison,
    compare_snapshots,
    only,
    record_id,
    tables_of,
)
from meritdesk.core.people import Person
from meritdesk.core.periods import parse_period
from meritdesk.core.three_way import OWN, Fields
from meritdesk.core.travel import TravelRecord
from meritdesk.core.travel_layouts import EXPORTED, TRAVELLING_BY_NAME
from meritdesk.services import second_person
from meritdesk.services.handover import stream
from meritdesk.services.handover.arrivals import (
    ArrivingRecord,
    Consent,
    FieldDifference,
    MissingRecord,
    is_share_for_two,
    missing_people,
    require_consent,
    require_second,
)
from meritdesk.services.ports import Surroundings, Work

_NOT_SHOWN = frozenset({"digest", "version"})


@dataclass(frozen=True, slots=True)
class Judged:
    """What a snapshot would change here: the comparison, the conflicts it raises, and the people it has lost."""

    stored: Snapshot | None
    arriving: Snapshot
    comparison: Comparison
    conflicts: tuple[Conflict, ...]
    missing: tuple[Person, ...]
    known_people: int

    @property
    def needs_second(self) -> bool:
        """Whether so many people are missing, or so much is deleted, that two must agree."""
        removed, known = len(self.comparison.removed), self.known_records
        return is_share_for_two(len(self.missing), self.known_people) or is_share_for_two(removed, known)

    @property
    def known_records(self) -> int:
        """How many records of the agency and period stand here."""
        read = sum(map(len, tables_of(self.stored).values())) if self.stored is not None else 0
        return read + self.comparison.unchanged


def judge(around: Surroundings, work: Work, opened: OpenedPackage) -> Judged:
    """Compare an arriving snapshot with what stands here; nothing is written."""
    arriving = opened.snapshot
    assert arriving is not None
    stored = stored_snapshot(work, arriving)
    comparison = compare_snapshots(stored, arriving, opened.faults, stream.newer_than(work, opened))
    people = {person.person_id: person for person in stored.people} if stored is not None else {}
    # Whoever was asked about once is not asked about with every further file.
    asked = {one.place for one in work.merging.absences()}
    missing = [place for place in comparison.missing if place not in asked]
    return Judged(
        stored,
        arriving,
        comparison,
        tuple(_conflicts(around, work, opened, stored, comparison)),
        tuple(missing_people(missing, people)),
        arriving.unchanged.get(PEOPLE, len(people)),
    )


def still_stands(work: Work, opened: OpenedPackage) -> bool:
    """Whether what was left out of a package as unchanged stands here still, now that nobody else may write."""
    arriving = opened.snapshot
    if arriving is None or not arriving.unchanged:
        return True
    standing = work.words.standing(parse_period(arriving.period))
    return all(name in standing and standing[name].digest == opened.words[name].digest for name in arriving.unchanged)


def _remember_words(work: Work, opened: OpenedPackage, judged: Judged) -> None:
    """Note the tables that stand here word for word from now on: taken whole, of the newest package, nothing beside."""
    has_units = bool(judged.arriving.units) or UNITS in judged.arriving.unchanged
    if opened.decision.is_late or not has_units:
        return
    period = parse_period(judged.arriving.period)
    odd = {one.table for one in judged.comparison.outcomes if one.state in (RecordState.REFUSED, RecordState.CONFLICT)}
    odd |= {table for table, _ in judged.comparison.missing} | {one.table for one in work.merging.absences()}
    work.words.remember(
        period,
        {
            name: words
            for name, words in opened.words.items()
            if name not in odd
            and name not in judged.arriving.unchanged
            and work.words.count(name, period) == words.records
        },
    )


def write(around: Surroundings, work: Work, opened: OpenedPackage, judged: Judged, consent: Consent | None) -> None:
    """Write what was judged, once whoever must agree has agreed; refusals as ``require_consent`` and ``PKG-655``."""
    sender, actor = opened.header.sender, around.actor.name
    comparison, fresh = judged.comparison, judged.comparison.write
    require_consent(sender, judged.missing, judged.known_people, consent, actor)
    removed, known = len(comparison.removed), judged.known_records
    require_second(is_share_for_two(removed, known), consent, actor, "PKG-655", removed, known, sender)
    if is_share_for_two(len(judged.missing), judged.known_people) or is_share_for_two(removed, known):
        second_person.ask(around, work, Deed.ERASE)
    remove_records(work, [(tombstone.table, tombstone.record_id) for tombstone in comparison.removed])
    save_records(work, fresh)
    work.travel.keep_unknown(judged.arriving.unknown)
    agreed = stream.Agreed(actor, consent.second.strip(), consent.reason.strip()) if consent else stream.NOBODY
    stream.remember(work, opened, judged.stored, judged.comparison, agreed)
    known_conflicts = {
        one.conflict_id: one for one in work.merging.conflicts([c.conflict_id for c in judged.conflicts])
    }
    work.merging.save([joined(known_conflicts.get(one.conflict_id), one) for one in judged.conflicts])
    _remember_words(work, opened, judged)


def save_records(work: Work, records: Snapshot) -> None:
    """Write the records of a snapshot in the order in which they stand on each other."""
    work.units.save(records.units)
    work.people.save(records.people)
    work.reporting.save(records.lines)
    work.plans.save(records.plans)
    work.levels.save(records.levels)
    work.actuals.save(records.actuals)
    work.evaluations.save(records.evaluations)
    work.travel.write(records.records)


def remove_records(work: Work, gone: Sequence[tuple[str, str]]) -> None:
    """Take records out, those of the further tables first, since they may hang on people and plans."""
    further: dict[str, list[str]] = {}
    scored: dict[str, list[str]] = {}
    for table, identifier in gone:
        (further if table in TRAVELLING_BY_NAME else scored).setdefault(table, []).append(identifier)
    for table, found in further.items():
        work.travel.remove(table, found)
    for table, found in scored.items():
        work.merging.removed_now(table, found)


def stored_snapshot(work: Work, arriving: Snapshot) -> Snapshot | None:
    """What stands here of this agency and period as a snapshot; nothing before the first file.

    Tables that the arriving one repeats word for word are left out of both.
    """
    period, repeated = parse_period(arriving.period), arriving.unchanged
    units = work.units.all() if UNITS not in repeated else ()
    if not units and UNITS not in repeated:
        return None
    return Snapshot(
        agency_code=arriving.agency_code,
        agency_name=arriving.agency_name,
        period=arriving.period,
        units=units,
        people=work.people.all() if PEOPLE not in repeated else (),
        lines=work.reporting.all() if LINES not in repeated else (),
        plans=work.plans.of_year(period.year) if PLANS not in repeated else (),
        actuals=tuple(work.actuals.of_period(period).values()),
        levels=work.levels.all(),
        evaluations=work.evaluations.of_period(period),
        records=work.travel.read(period, [layout for layout in EXPORTED if layout.name not in repeated]),
    )


def arriving_records(
    around: Surroundings, judged: Judged, asked: Mapping[str, str] | None = None
) -> tuple[ArrivingRecord, ...]:
    """Every record that is not simply the same, with what differs field by field.

    ``asked`` are the corrections that were proposed, by their number with whose record each is about: an answer in
    the file is called after that.
    """
    chosen = {
        (one.table, one.record_id): one for one in judged.comparison.outcomes if one.state is not RecordState.SAME
    }
    names = labels(judged.arriving, judged.stored) | {(ANSWERS, one): label for one, label in (asked or {}).items()}
    here = _rows_of(around, judged.stored, chosen) if judged.stored is not None else {}
    there = _rows_of(around, judged.arriving, chosen)
    return tuple(
        ArrivingRecord(
            outcome.table,
            outcome.record_id,
            names.get((outcome.table, outcome.record_id), outcome.record_id),
            outcome.state,
            outcome.code,
            _differences(around, outcome, here.get(outcome.table, {}), there.get(outcome.table, {})),
        )
        for outcome in chosen.values()
    )


def missing_records(judged: Judged) -> tuple[MissingRecord, ...]:
    """The records that the file neither repeats nor deletes."""
    names = labels(judged.stored, judged.arriving)
    return tuple(
        MissingRecord(table, identifier, names.get((table, identifier), identifier))
        for table, identifier in judged.comparison.missing
    )


def labels(*snapshots: Snapshot | None) -> dict[tuple[str, str], str]:
    """What a clerk calls each record: the person with the NIP, or the unit."""
    found: dict[tuple[str, str], str] = {}
    told = [one for one in reversed(snapshots) if one is not None]
    # A file leaves out tables that repeat word for word what is held: its records are about people whom others name.
    people = {person.person_id: f"{person.name} ({person.nip})" for one in told for person in one.people}
    units = {unit.unit_id: unit.name for one in told for unit in one.units}
    owners = {
        indicator.indicator_id: people.get(plan.person_id, plan.person_id)
        for one in told
        for plan in one.plans
        for indicator in plan.indicators
    }
    for snapshot in told:
        for table, records in tables_of(snapshot).items():
            for record in records:
                place = record_id(record)
                if isinstance(record, TravelRecord):
                    owner = record.fields.get("person_id", "") or record.fields.get("unit_id", "")
                    found[table, place] = people.get(owner) or units.get(owner) or place
                elif hasattr(record, "person_id"):
                    found[table, place] = people.get(record.person_id, record.person_id)
                elif hasattr(record, "unit_id"):
                    found[table, place] = units.get(record.unit_id, record.unit_id)
                else:
                    found[table, place] = owners.get(record.indicator_id, record.indicator_id)
    return found


def _conflicts(
    around: Surroundings, work: Work, opened: OpenedPackage, stored: Snapshot | None, comparison: Comparison
) -> list[Conflict]:
    """A conflict for each field in which a closed evaluation differs without a new version."""
    changed = {outcome.record_id for outcome in comparison.outcomes if outcome.code == CLOSED_CHANGED}
    arriving = opened.snapshot
    if not changed or stored is None or arriving is None:
        return []
    named = replace(stored, people=work.people.all()) if PEOPLE in arriving.unchanged else stored
    names = labels(arriving, named)
    before = {one.evaluation_id: one for one in stored.evaluations}
    found: list[Conflict] = []
    for evaluation in arriving.evaluations:
        if evaluation.evaluation_id not in changed:
            continue
        here = _evaluation_fields(around, stored, before[evaluation.evaluation_id])
        there = _evaluation_fields(around, arriving, evaluation)
        came = work.origin.of(EVALUATIONS, evaluation.evaluation_id, parse_period(opened.header.period))
        sent_by = came.sender if came is not None else around.store.agency.code
        for name in sorted({*here, *there} - _NOT_SHOWN):
            mine, theirs = (around.exchange.field_text(side.get(name)) for side in (here, there))
            if mine == theirs:
                continue
            sides = {
                OWN: Candidate(mine, sent_by, _day(before[evaluation.evaluation_id])),
                opened.header.sender: Candidate(theirs, opened.header.sender, _day(evaluation)),
            }
            found.append(
                Conflict(
                    conflict_id=conflict_id(EVALUATIONS, evaluation.evaluation_id, name),
                    period=opened.header.period,
                    table=EVALUATIONS,
                    record_id=evaluation.evaluation_id,
                    label=names.get((EVALUATIONS, evaluation.evaluation_id), evaluation.evaluation_id),
                    field=name,
                    base=mine,
                    candidates=sides,
                    standing=OWN,
                    package_id=opened.header.package_id,
                    noted_at=around.clock(),
                )
            )
    return found


def _day(evaluation: Evaluation) -> str:
    return evaluation.closed_on.isoformat() if evaluation.closed_on else ""


def _evaluation_fields(around: Surroundings, snapshot: Snapshot, evaluation: Evaluation) -> Fields:
    """Everything said of one evaluation as flat fields; what lies in other tables is named after its row."""
    alone = Snapshot(snapshot.agency_code, snapshot.agency_name, snapshot.period, evaluations=(evaluation,))
    fields: dict[str, object] = {}
    for table, rows in around.exchange.rows_of(alone).items():
        for key, row in rows.items():
            part = key.partition("@")[2]
            prefix = "" if table == EVALUATIONS else f"{table}.{part}."
            fields |= {f"{prefix}{name}": value for name, value in row.items() if name != "evaluation_id"}
    return fields


def _rows_of(
    around: Surroundings, snapshot: Snapshot, chosen: Mapping[tuple[str, str], RecordOutcome]
) -> Mapping[str, Mapping[str, Fields]]:
    """The rows of the chosen records only."""
    wanted: dict[str, set[str]] = {}
    for table, identifier in chosen:
        wanted.setdefault(table, set()).add(identifier)
    alone = only(snapshot, wanted)
    return around.exchange.rows_of(alone)


def _differences(
    around: Surroundings, outcome: RecordOutcome, here: Mapping[str, Fields], there: Mapping[str, Fields]
) -> tuple[FieldDifference, ...]:
    if outcome.state is RecordState.ADDED or outcome.record_id not in here or outcome.record_id not in there:
        return ()
    return differing(around.exchange.field_text, here[outcome.record_id], there[outcome.record_id])


def differing(text: Callable[[object], str], before: Fields, after: Fields) -> tuple[FieldDifference, ...]:
    """The fields in which two states of a record differ, as a clerk reads them."""
    return tuple(
        FieldDifference(name, text(before.get(name)), text(after.get(name)))
        for name in sorted({*before, *after} - _NOT_SHOWN)
        if text(before.get(name)) != text(after.get(name))
    )

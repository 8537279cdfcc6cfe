"""Taking in what a colleague's PC of the same agency hands over: merged field by field, nobody's work lost (F63)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from meritdesk.core.conflicts import Candidate, Conflict, ConflictState, conflict_id, joined, origins
from meritdesk.core.evaluation import EvaluationState
from meritdesk.core.handover import OpenedPackage, PackageKind, RecordOutcome, RecordState, Snapshot
from meritdesk.core.merging import EVALUATIONS, LEVELS, PLANS, Comparison, compare_snapshots
from meritdesk.core.merging_rows import (
    PARTS,
    AllRows,
    KeptPackage,
    MergedRows,
    RowClash,
    merge_rows,
)
from meritdesk.core.periods import Period, parse_period
from meritdesk.core.reach import describes
from meritdesk.core.rival_plans import RIVAL, answered, kept_here, pair_name, rival_text, rivals, without_plans
from meritdesk.core.three_way import OWN, WHOLE_RECORD, Fields
from meritdesk.services.handover.arrivals import Arrival, ArrivingRecord, counted
from meritdesk.services.handover.gathering import Gathering
from meritdesk.services.handover.taking_in import differing, labels, remove_records, save_records
from meritdesk.services.ports import Surroundings, Work

NOBODY: AllRows = {}


@dataclass(frozen=True, slots=True)
class JudgedRows:
    """What a colleague's snapshot would change here: the merged rows, what to write, and what must be decided.

    ``outcomes`` tell the fate of every row of the file, those that could not be read among them.
    """

    stored: Snapshot
    arriving: Snapshot
    mine: AllRows
    theirs: AllRows
    merged: MergedRows
    outcomes: tuple[RecordOutcome, ...]
    comparison: Comparison
    conflicts: tuple[Conflict, ...]


def judge(around: Surroundings, work: Work, opened: OpenedPackage) -> JudgedRows:
    """Merge a colleague's snapshot with what stands here; nothing is written."""
    arriving = opened.snapshot
    assert arriving is not None
    exchange = around.exchange
    stored = Gathering.of(around, work, parse_period(arriving.period), PackageKind.HANDOVER).whole()
    known = work.merging.conflicts()
    waiting = tuple(one for one in known if one.is_waiting)
    mine = exchange.rows_of(stored)
    period, newer = parse_period(arriving.period), tuple(map(parse_period, sorted(opened.decision.newer_periods)))
    theirs = _counting(exchange.rows_of(arriving), mine, period, newer)
    base, removed = _base(around, work, opened), _removed(arriving, mine)
    # Two who decided the same question against each other both keep their plan, and are asked together once more.
    kept = kept_here(known, removed)
    if kept:
        removed = frozenset(one for one in removed if one not in {(PLANS, plan) for plan in kept})
        base = without_plans(base, {plan for others in kept.values() for plan in others})
    stream = opened.header.sender
    known_origins: dict[tuple[str, str], dict[str, str]] = origins(waiting)
    merged = merge_rows(base, mine, theirs, stream, known_origins, removed)
    if merged.clashes:
        # A value that stands here may have come from a third PC: then the order of arrival must not decide.
        _add_origins(around, work, opened, merged, known_origins)
        merged = merge_rows(base, mine, theirs, stream, known_origins, removed)
    wanted = exchange.snapshot_of(stored, merged.rows)
    return JudgedRows(
        stored,
        arriving,
        mine,
        theirs,
        merged,
        (*opened.faults, *merged.outcomes),
        compare_snapshots(stored, wanted),
        (
            *_conflicts(around, work, opened, merged.clashes, labels(arriving, stored), (mine, theirs)),
            *_questions(around, work, opened, merged.rows, mine, labels(arriving, stored)),
        ),
    )


def write(around: Surroundings, work: Work, opened: OpenedPackage, judged: JudgedRows, data: bytes) -> None:
    """Write what was merged, note what must be decided, and keep the package as what both sides know from now on."""
    remove_records(work, judged.comparison.missing)
    save_records(work, judged.comparison.write)
    work.travel.keep_unknown(judged.arriving.unknown)
    earlier = {one.conflict_id: one for one in work.merging.conflicts()}
    work.merging.save(
        [one if one.field == RIVAL else joined(earlier.get(one.conflict_id), one) for one in judged.conflicts]
    )
    known = work.merging.conflicts()
    work.merging.save(answered(known, judged.merged.rows.get(PLANS, {})))
    work.merging.save(tuple(_decided_there(known, opened.header.sender, judged)))
    header = opened.header
    own = f"{around.store.agency.code}/{around.store.agency.device}"
    work.merging.keep_taken(
        KeptPackage(header.sender, header.period, opened.payload_digest, work.journal.head().count + 1, data)
    )
    work.ledger.seen(judged.arriving.seen.get(own, ""))


def arrival(around: Surroundings, opened: OpenedPackage, judged: JudgedRows) -> Arrival:
    """The dry run of a colleague's file."""
    return Arrival(
        header=opened.header,
        decision=opened.decision,
        counts=counted(judged.outcomes),
        records=_arriving_rows(around, judged),
        removed=len(judged.comparison.missing),
        parallel=len(judged.merged.parallel),
        payload_digest=opened.payload_digest,
    )


def _arriving_rows(around: Surroundings, judged: JudgedRows) -> tuple[ArrivingRecord, ...]:
    """Every row of the file that is not simply the same, with what differs field by field."""
    names = labels(judged.arriving, judged.stored)
    text = around.exchange.field_text
    found = []
    for one in judged.outcomes:
        if one.state is RecordState.SAME:
            continue
        here, there = (side.get(one.table, {}).get(one.record_id) for side in (judged.mine, judged.theirs))
        differences = () if here is None or there is None else differing(text, here, there)
        label = _label(one.table, one.record_id, here or there or {}, names, (judged.mine, judged.theirs))
        found.append(ArrivingRecord(one.table, one.record_id, label, one.state, one.code, differences))
    return tuple(found)


def _counting(theirs: AllRows, mine: AllRows, period: Period, newer: Collection[Period]) -> AllRows:
    """The rows of the file that count: those of a late one do not speak of what newer ones have described."""
    if not newer:
        return theirs

    def counts(table: str, key: str, row: Fields) -> bool:
        described = row
        while table in PARTS:
            table, column = PARTS[table]
            key = str(described[column])
            described = theirs.get(table, {}).get(key, {})
        if key not in mine.get(table, {}):
            return True
        of = described.get("period") if table == LEVELS else None
        if isinstance(of, Period):
            return not any(other.year - of.year in (0, 1) for other in newer)
        return not any(describes(other, period, table, None) for other in newer)

    return {table: {key: row for key, row in rows.items() if counts(table, key, row)} for table, rows in theirs.items()}


def _removed(arriving: Snapshot, mine: AllRows) -> frozenset[tuple[str, str]]:
    """What the colleague deleted; a closed evaluation is deleted by nobody."""
    evaluations = mine.get(EVALUATIONS, {})
    closed = {key for key, row in evaluations.items() if row["state"] is EvaluationState.CLOSED}
    said = ((one.table, one.record_id) for one in arriving.tombstones)
    return frozenset(one for one in said if one[0] != EVALUATIONS or one[1] not in closed)


def _base(around: Surroundings, work: Work, opened: OpenedPackage) -> AllRows:
    """What both sides last knew: the colleague's last package, or ours that he has taken since; nothing at first.

    A field about which he still has to decide was agreed by nobody.
    """
    header, arriving = opened.header, opened.snapshot
    assert arriving is not None
    own = f"{around.store.agency.code}/{around.store.agency.device}"
    last = work.merging.last_taken(header.sender, header.period)
    ours = work.ledger.sent_with(arriving.seen.get(own, ""))
    if ours is not None and (last is None or ours.change_set_number > last.change_set_number):
        last = ours
    if last is None:
        return NOBODY
    rows = around.exchange.rows_of(around.exchange.read_kept(last.data, around.store.keys))
    open_fields = set(arriving.waiting)
    open_rows = {(table, key) for table, key, _ in open_fields}
    return {
        table: {
            key: {name: value for name, value in row.items() if (table, key, name) not in open_fields}
            if (table, key) in open_rows
            else row
            for key, row in found.items()
        }
        for table, found in rows.items()
    }


def _add_origins(
    around: Surroundings,
    work: Work,
    opened: OpenedPackage,
    merged: MergedRows,
    known: dict[tuple[str, str], dict[str, str]],
) -> None:
    """For each clash, find the third PC whose last package holds the value that stands here."""
    for kept in reversed(work.merging.taken(opened.header.period)):
        if kept.sender == opened.header.sender:
            continue
        rows = around.exchange.rows_of(around.exchange.read_kept(kept.data, around.store.keys))
        for one in merged.clashes:
            row = rows.get(one.table, {}).get(one.key)
            if row is not None and row.get(one.clash.field) == one.clash.mine:
                known.setdefault((one.table, one.key), {}).setdefault(one.clash.field, kept.sender)


def _decided_there(known: Sequence[Conflict], sender: str, judged: JudgedRows) -> Iterator[Conflict]:
    """The questions between this PC and that colleague which are none any more, since he has answered them.

    He says that nothing of the field waits with him, and both have the same value. A third PC's value keeps it open.
    """
    asked_now = {one.conflict_id for one in judged.conflicts}
    merged, theirs = judged.merged.rows, judged.theirs
    for one in known:
        place = (one.table, one.record_id, one.field)
        if one.field == RIVAL or not one.is_waiting or one.conflict_id in asked_now:
            continue
        if place in judged.arriving.waiting or set(one.candidates) != {OWN, sender}:
            continue
        here, there = (rows.get(one.table, {}).get(one.record_id) for rows in (merged, theirs))
        if one.field == WHOLE_RECORD:
            is_alike = (here is None) == (there is None)
        else:
            is_alike = here is not None and there is not None and here.get(one.field) == there.get(one.field)
        if is_alike:
            yield replace(one, state=ConflictState.AGREED)


def _conflicts(
    around: Surroundings,
    work: Work,
    opened: OpenedPackage,
    clashes: Sequence[RowClash],
    names: Mapping[tuple[str, str], str],
    sides: tuple[AllRows, AllRows],
) -> tuple[Conflict, ...]:
    """Each clash as a line of the queue."""
    return tuple(_conflict(around, work, opened, one, names, sides) for one in clashes)


def _questions(
    around: Surroundings,
    work: Work,
    opened: OpenedPackage,
    merged: AllRows,
    mine: AllRows,
    names: Mapping[tuple[str, str], str],
) -> Iterator[Conflict]:
    """Where the colleague began a plan for somebody who has one here too: both stay, and one question is asked."""
    now = around.clock()
    for own, theirs in rivals(mine, merged):
        who, when = work.journal.last_author(PLANS, own, RIVAL)
        yield Conflict(
            conflict_id=conflict_id(PLANS, pair_name(own, theirs), RIVAL),
            period=opened.header.period,
            table=PLANS,
            record_id=min(own, theirs),
            label=names.get((PLANS, own), own),
            field=RIVAL,
            base="",
            candidates={
                OWN: Candidate(rival_text(own, merged), who or around.store.agency.device, when),
                opened.header.sender: Candidate(
                    rival_text(theirs, merged), opened.header.sender, now.isoformat(timespec="minutes")
                ),
            },
            standing=OWN,
            package_id=opened.header.package_id,
            noted_at=now,
        )


def _conflict(
    around: Surroundings,
    work: Work,
    opened: OpenedPackage,
    one: RowClash,
    names: Mapping[tuple[str, str], str],
    sides: tuple[AllRows, AllRows],
) -> Conflict:
    mine, theirs = (rows.get(one.table, {}).get(one.key) for rows in sides)
    if one.clash.field == WHOLE_RECORD:
        text = around.exchange.row_text
        base, here, there = "", text(mine), text(theirs)
    else:
        base, here, there = (
            around.exchange.field_text(value) for value in (one.clash.base, one.clash.mine, one.clash.theirs)
        )
    now = around.clock().isoformat(timespec="minutes")
    who, when = work.journal.last_author(one.table, one.key, one.clash.field)
    from_here = Candidate(here, who or around.store.agency.device, when)
    if one.clash.mine_from != OWN:
        from_here = Candidate(here, one.clash.mine_from, when)
    return Conflict(
        conflict_id=conflict_id(one.table, one.key, one.clash.field),
        period=opened.header.period,
        table=one.table,
        record_id=one.key,
        label=_label(one.table, one.key, mine or theirs or {}, names, sides),
        field=one.clash.field,
        base=base,
        candidates={
            one.clash.mine_from: from_here,
            one.clash.theirs_from: Candidate(there, opened.header.sender, now),
        },
        standing=min(one.clash.mine_from, one.clash.theirs_from),
        package_id=opened.header.package_id,
        noted_at=around.clock(),
    )


def _label(
    table: str, key: str, row: Fields, names: Mapping[tuple[str, str], str], sides: tuple[AllRows, AllRows]
) -> str:
    """Whose record it is; a part is called after the plan or evaluation it belongs to."""
    while table in PARTS:
        table, column = PARTS[table]
        key = str(row.get(column, ""))
        row = next((side[table][key] for side in sides if key in side.get(table, {})), {})
    return names.get((table, key), key)

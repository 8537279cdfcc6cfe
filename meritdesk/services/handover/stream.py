"""What the region remembers of an agency's stream, so that files in any order give the same rows (F44, F69)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from meritdesk.core.handover import LedgerEntry, OpenedPackage, Snapshot
from meritdesk.core.ledger import APPLIED
from meritdesk.core.merging import PEOPLE, Comparison, Record, record_id, tables_of
from meritdesk.core.merging_rows import Absence, Removal
from meritdesk.core.periods import parse_period
from meritdesk.core.reach import Newer, describes, is_wide
from meritdesk.services.ports import Work


@dataclass(frozen=True, slots=True)
class Agreed:
    """Who took a file although people were missing from it."""

    by: str
    second: str
    reason: str


NOBODY = Agreed("", "", "")


def newer_than(work: Work, opened: OpenedPackage) -> Newer:
    """What the stream says beyond this package: newer periods, what they removed, and what nobody repeats."""
    header, arriving = opened.header, opened.snapshot
    assert arriving is not None
    leaving = [tombstone.record_id for tombstone in arriving.tombstones if tombstone.table == PEOPLE]
    return Newer(
        periods=tuple(parse_period(code) for code in sorted(opened.decision.newer_periods)),
        removed=frozenset(
            one.place for one in work.merging.removals() if one.epoch == header.epoch and one.sequence > header.sequence
        ),
        absent=frozenset(one.place for one in work.merging.absences() if one.sequence < header.sequence),
        rated=work.merging.with_closed(leaving) if leaving else frozenset(),
    )


def remember(
    work: Work, opened: OpenedPackage, stored: Snapshot | None, comparison: Comparison, agreed: Agreed
) -> None:
    """Keep which records this package removed and which it lacks, for files that are still on their way."""
    arriving = opened.snapshot
    assert arriving is not None
    work.merging.replace_removals(_removals(work, opened, arriving))
    work.merging.replace_absences(_absences(work, opened, stored, comparison, agreed))


def _removals(work: Work, opened: OpenedPackage, arriving: Snapshot) -> list[Removal]:
    header = opened.header
    kept = {one.place: one for one in work.merging.removals() if one.epoch == header.epoch}
    if not kept and not arriving.tombstones:
        return []
    for tombstone in arriving.tombstones:
        place = (tombstone.table, tombstone.record_id)
        known = kept.get(place)
        if known is None or known.sequence < header.sequence:
            kept[place] = Removal(*place, header.epoch, header.sequence, tombstone.reason)
    for table, records in tables_of(arriving).items():
        for record in records:
            known = kept.get((table, record_id(record)))
            if known is not None and known.sequence < header.sequence:
                del kept[known.place]
    # What was left out as unchanged holds exactly what stands here.
    repeated = [place for place, one in kept.items() if place[0] in arriving.unchanged]
    for place in work.merging.standing(repeated):
        if kept[place].sequence < header.sequence:
            del kept[place]
    return list(kept.values())


def _absences(
    work: Work, opened: OpenedPackage, stored: Snapshot | None, comparison: Comparison, agreed: Agreed
) -> list[Absence]:
    header, arriving = opened.header, opened.snapshot
    assert arriving is not None
    earlier = {one.place: one for one in work.merging.absences()}
    if not (earlier or comparison.missing or comparison.overtaken):
        return []
    entries = [entry for entry in work.ledger.entries(header.sender) if entry.epoch == header.epoch]
    known = _by_place(stored) if stored is not None else {}
    present = _by_place(arriving)
    kept = {
        place: one
        for place, one in earlier.items()
        if place not in present or place in comparison.overtaken or one.sequence > header.sequence
    }
    for tombstone in comparison.removed:
        kept.pop((tombstone.table, tombstone.record_id), None)
    for place in comparison.missing:
        if place in kept or not is_wide(place[0], known[place]):
            continue
        asked = agreed if place[0] == PEOPLE else NOBODY
        sequence = _last_described(entries, header.period, place[0], known[place])
        kept[place] = Absence(*place, header.package_id, asked.by, asked.second, asked.reason, sequence)
    for place in comparison.overtaken:
        kept[place] = Absence(*place, header.package_id, "", "", "", header.sequence)
    return list(kept.values())


def _last_described(entries: Sequence[LedgerEntry], period: str, table: str, record: Record) -> int:
    """The number of the newest applied package that speaks of such a record; 0 when it is of an older epoch."""
    chosen = parse_period(period)
    return max(
        (
            entry.sequence
            for entry in entries
            if entry.code in APPLIED and describes(parse_period(entry.period), chosen, table, record)
        ),
        default=0,
    )


def _by_place(snapshot: Snapshot) -> dict[tuple[str, str], Record]:
    return {(table, record_id(record)): record for table, records in tables_of(snapshot).items() for record in records}

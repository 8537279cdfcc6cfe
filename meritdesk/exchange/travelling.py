"""Records that travel as flat rows: written from and read into ``TravelRecord``, all tables in one way (exchange 2)."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from meritdesk.canonical import canonical_json
from meritdesk.core.errors import FileRefusal, UsageRefusal
from meritdesk.core.evaluation_record import evaluation_of
from meritdesk.core.handover import RecordOutcome, RecordState, Snapshot, UnknownCells
from meritdesk.core.merging import DANGLING
from meritdesk.core.package_tables import Column, Table
from meritdesk.core.plan_record import plan_of
from meritdesk.core.travel import Travelling, TravelRecord, record_of, split_adrift
from meritdesk.core.travel_layouts import (
    SUPERSEDED_EVALUATIONS,
    SUPERSEDED_PLANS,
    TRAVELLING,
    TRAVELLING_BY_NAME,
)
from meritdesk.core.word_for_word import nothing
from meritdesk.exchange import package_layout as layout_of
from meritdesk.exchange.plain_json import read_json
from meritdesk.exchange.tables import MAX_JSON_LENGTH, CellFault, Rows, cell, clean_text

UNKNOWN_CHOICE = "PKG-551"

_COUNTED = {
    layout_of.ANNEX: ("plan_id", "section", "value"),
    layout_of.REASON: ("evaluation_id",),
    layout_of.PACK: ("evaluation_id",),
}
"""Tables whose rows are counted within the record they belong to."""

VOUCHED = {SUPERSEDED_EVALUATIONS: "penilaian", SUPERSEDED_PLANS: "rencana"}
"""Tables of superseded versions, with the table whose versions ``riwayat_versi`` vouches for."""


def record_rows(layout: Travelling, records: Sequence[TravelRecord]) -> tuple[Table, Iterator[Sequence[object]]]:
    """The table as it is written, with the columns of a newer program behind its own, and the rows."""
    known = {column.name for column in layout.table.columns}
    more = sorted({name for record in records for name in record.fields if name not in known})
    names = [*(column.name for column in layout.table.columns), *more]
    table = replace(layout.table, columns=(*layout.table.columns, *map(Column, more))) if more else layout.table
    return table, ([record.fields.get(name, "") for name in names] for record in records)


def with_unknown(
    table: Table, rows: Iterable[Sequence[object]], unknown: UnknownCells
) -> tuple[Table, Iterable[Sequence[object]]]:
    """A typed table with the columns of a newer program behind its own, filled where a text was kept."""
    kept = unknown.get(table.name)
    if not kept:
        return table, rows
    more = sorted({name for cells in kept.values() for name in cells})
    places = [table.place(name) for name in table.key]

    def longer() -> Iterator[Sequence[object]]:
        for row in rows:
            cells = kept.get("@".join(str(cell(row[place])) for place in places), {})
            yield (*row, *(cells.get(name, "") for name in more))

    return replace(table, columns=(*table.columns, *map(Column, more))), longer()


def unknown_cells(tables: Sequence[Table], rows: Mapping[str, Rows]) -> dict[str, dict[str, dict[str, str]]]:
    """What a newer program wrote into columns of the typed tables that this one does not know; empty cells left out."""
    found: dict[str, dict[str, dict[str, str]]] = {}
    for table in tables:
        read = rows[table.name]
        if not read.more or not table.key:
            continue
        places = [table.place(name) for name in table.key]
        for row, texts in zip(read.values, read.more_texts, strict=True):
            cells = {name: text for name, text in zip(read.more, texts, strict=True) if text}
            if cells:
                found.setdefault(table.name, {})["@".join(str(cell(row[place])) for place in places)] = cells
    return found


def read_flat(
    layouts: Sequence[Travelling], rows: Mapping[str, Rows], refused: list[RecordOutcome]
) -> dict[str, tuple[TravelRecord, ...]]:
    """The records of these tables whose choices are all known; the others are refused alone."""
    records: dict[str, tuple[TravelRecord, ...]] = {}
    for layout in layouts:
        read = rows[layout.name]
        names = [column.name for column in layout.table.columns]
        good: list[TravelRecord] = []
        for number, row in enumerate(read.values):
            fields = {name: str(text) for name, text in zip(names, row, strict=True)}
            if read.more:
                fields |= {name: text for name, text in zip(read.more, read.more_texts[number], strict=True) if text}
            record = record_of(layout.table, fields)
            column = read.unknown[number][0] if number in read.unknown else _unreadable(record)
            if column:
                refused.append(RecordOutcome(layout.name, record.key, RecordState.REFUSED, column, UNKNOWN_CHOICE))
            else:
                good.append(record)
        if good:
            records[layout.name] = tuple(good)
    return records


def refuse_adrift(
    snapshot: Snapshot, refused: Sequence[RecordOutcome], keys: Callable[[str], Collection[str]] = nothing
) -> tuple[Snapshot, tuple[RecordOutcome, ...]]:
    """Turn away flat records that point at a record which is not in the snapshot; the others stay (faults F55).

    ``keys`` are those of the tables that were left out as unchanged.
    """
    known = {
        "unit": {unit.unit_id for unit in snapshot.units},
        "pegawai": {person.person_id for person in snapshot.people},
        "penilaian": {evaluation.evaluation_id for evaluation in snapshot.evaluations},
        "butir": {result.result_id for plan in snapshot.plans for result in plan.results},
    }
    layouts = [layout for layout in TRAVELLING if layout.name in snapshot.records]
    known = {layout.name: set[str]() for layout in TRAVELLING} | known
    for name in {reference.table for layout in layouts for reference in layout.table.references}:
        known[name] = known[name] or set(keys(name))
    kept, adrift = split_adrift(layouts, snapshot.records, known)
    outcomes = (
        RecordOutcome(record.table, record.key, RecordState.REFUSED, column, DANGLING) for record, column in adrift
    )
    return replace(snapshot, records=kept), (*refused, *outcomes)


def version_rows(snapshot: Snapshot) -> Iterator[tuple[object, ...]]:
    """What vouches for superseded versions: the hash of the cell that holds the version whole."""
    for name, vouched in VOUCHED.items():
        version = TRAVELLING_BY_NAME[name].version
        for record in snapshot.records.get(name, ()):
            fields = record.fields
            owner = fields[TRAVELLING_BY_NAME[name].table.key[0]]
            yield vouched, owner, int(fields[version]), content_hash(fields["content"]), "", None


def check_version_rows(snapshot: Snapshot, vouched: Mapping[tuple[object, object, object], object]) -> None:
    """Every superseded version must be what its row vouches for (``PKG-537``)."""
    for table, owner, version, digest, *_ in version_rows(snapshot):
        if vouched.get((table, owner, version)) != digest:
            raise FileRefusal("PKG-537", record=f"{owner}@{version}")


def check_positions(rows: Mapping[str, Rows]) -> None:
    """The parts of a record are counted from 1 in the order in which they stand (``PKG-535``)."""
    for table, owner in _COUNTED.items():
        place, owners = table.place("position"), [table.place(name) for name in owner]
        counts: Counter[tuple[object, ...]] = Counter()
        for number, row in enumerate(rows[table.name].values, start=2):
            key = tuple(row[one] for one in owners)
            counts[key] += 1
            if row[place] != counts[key]:
                raise FileRefusal("PKG-535", count=1, places=str(CellFault(table.name, number, "position")))


def content_hash(content: str) -> str:
    """SHA-256 of the cell of a superseded version, as 64 hex digits."""
    return hashlib.sha256(clean_text(content).encode("utf-8")).hexdigest()


def _unreadable(record: TravelRecord) -> str:
    """The column of a superseded version that this program cannot make a version of; empty when it can."""
    if record.table not in VOUCHED:
        return ""
    try:
        content = read_json(record.fields["content"], MAX_JSON_LENGTH)
        if not isinstance(content, dict):
            return "content"
        if record.table == SUPERSEDED_PLANS:
            plan_of(content)
        else:
            evaluation_of(content, record.fields["digest"])
            if canonical_json(content).decode("utf-8") != record.fields["content"]:
                return "content"
    except (UsageRefusal, ValueError, KeyError, TypeError, AttributeError):
        return "content"
    return ""

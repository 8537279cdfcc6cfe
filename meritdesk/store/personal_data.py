"""Personal data in the store: everything about one person, requests, limits, leaks, and destruction with its traces."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Table, delete, func, or_, select, update

from meritdesk.core.personal_data import (
    REDACTED,
    AskedState,
    DataRecord,
    Erasure,
    ErasureKind,
    Leak,
    LeakKind,
    LogLine,
    PersonRequest,
    ProcessingLimit,
    RequestKind,
)
from meritdesk.store import tables
from meritdesk.store.journal import StoredJournal, change_digest
from meritdesk.store.notation import moment_text, moment_value
from meritdesk.store.notes import NotedChange
from meritdesk.store.rows import Key, Rows, Values, in_chunks, key_text, shape_of
from meritdesk.store.tables import change_set, row_change

AT_ONCE = 20_000
"""Keys that one pass through the journal looks for; more would not fit into one question."""

_REBUILT = frozenset({"staff_row", "search_entry"})
"""Worked out from the other rows; whoever destroys makes them anew."""


class StoredPersonalData:
    """What the law on personal data asks of the store."""

    def __init__(self, rows: Rows, journal: StoredJournal) -> None:
        self._rows = rows
        self._journal = journal

    def about(
        self, person_id: str, records: Sequence[DataRecord], step: Callable[[int, int], None] | None = None
    ) -> dict[str, list[Values]]:
        """Every row about one person, by table in the order of the register; parents come before what hangs on them."""
        return self._about([person_id], records, step)

    def of_year(self, year: int, records: Sequence[DataRecord]) -> dict[str, list[Values]]:
        """Every row of a year, by table: the year stands in the row, in its period, or in its parent."""
        found: dict[str, list[Values]] = {}
        for record in _parents_first(records):
            table = tables.metadata.tables[record.table]
            if record.via is not None:
                rows = self._hanging(table, record.via, found)
            elif "year" in table.c:
                rows = self._read(table, "year", [year])
            elif "period" in table.c:
                rows = [row for row in self._read(table) if str(row["period"])[:4] == str(year)]
            else:
                continue
            if rows:
                found[record.table] = rows
        return found

    def counts_by_year(self, record: DataRecord) -> Mapping[int, int]:
        """How many rows of a table belong to each year; nothing where the table knows no year of its own."""
        table = tables.metadata.tables[record.table]
        if "year" in table.c:
            year: Any = table.c.year
        elif "period" in table.c:
            year = func.substr(table.c.period, 1, 4)
        else:
            return {}
        statement = select(year, func.count()).where(table.c.agency == self._rows.agency_of(table)).group_by(year)
        return {int(found): int(count) for found, count in self._rows.execute(statement) if str(found).isdigit()}

    def keys(self, found: Mapping[str, Sequence[Values]]) -> dict[str, list[str]]:
        """The keys of these rows as the journal writes them."""
        return {
            name: [key_text(shape_of(tables.metadata.tables[name]).key_of(row)) for row in rows]
            for name, rows in found.items()
        }

    def log(self, keys: Mapping[str, Collection[str]]) -> tuple[LogLine, ...]:
        """The change sets that touched these rows (table to keys as the journal writes them), oldest first."""
        touched: dict[int, set[str]] = {}
        for number, name in self._touching(keys):
            touched.setdefault(number, set()).add(name)
        lines: list[LogLine] = []
        for chunk in in_chunks(sorted(touched)):
            statement = (
                select(change_set.c.number, change_set.c.at, change_set.c.actor, change_set.c.verb)
                .where(change_set.c.agency == self._rows.own_agency, change_set.c.number.in_(chunk))
                .order_by(change_set.c.number)
            )
            lines += [
                LogLine(int(number), moment_value(at), str(actor), str(verb), tuple(sorted(touched[int(number)])))
                for number, at, actor, verb in self._rows.execute(statement)
            ]
        return tuple(lines)

    def erase(self, found: Mapping[str, Sequence[Values]]) -> Mapping[str, int]:
        """Take these rows out, children first; the journal keeps which, and nothing of what stood in them."""
        counts: Counter[str] = Counter()
        for name, rows in reversed(list(found.items())):
            if name in _REBUILT:
                continue
            table = tables.metadata.tables[name]
            shape = shape_of(table)
            keys = [shape.key_of(row) for row in rows]
            if "noun" in table.info:
                self._rows.erase(table, keys, REDACTED)
            else:
                self._delete(table, shape.key, keys)
            counts[name] += len(keys)
        return counts

    def forget_windows(self, needles: Collection[str]) -> int:
        """Drafts, memories and histories of the window that name somebody go whole: they are nobody's record."""
        gone = 0
        for table in (tables.draft, tables.remembered, tables.work_record, tables.saved_view):
            texts = [column for column in table.c if column.name != "agency" and column.type.python_type is str]
            named = or_(*(column.contains(needle, autoescape=True) for column in texts for needle in needles))
            gone += self._rows.connection.execute(
                delete(table).where(table.c.agency == self._rows.agency, named)
            ).rowcount
        self._rows.has_unjournaled = True
        return gone

    def redact(self, keys: Mapping[str, Collection[str]], needles: Collection[str], erasure_id: str, step: Any) -> int:
        """Take values out of the journal: all of these rows, and these words wherever they stand.

        Each change set keeps its digest and its place; what is left of it has a digest of its own, which this very
        write notes, so that the chain vouches for it. Answers with how many change sets were touched. The journal is
        read once from its beginning, some thousand rows at a time: a word may stand in any of them.
        """
        wanted = {name: frozenset(found) for name, found in keys.items()}
        spelled = _all_spellings(needles)
        ours = change_set.c.agency == self._rows.own_agency
        sizes = select(change_set.c.number, change_set.c.rows).where(ours).order_by(change_set.c.number)
        counted = [(int(number), int(rows)) for number, rows in self._rows.execute(sizes)]
        total, done = sum(rows for _, rows in counted), 0
        notes: list[Values] = []
        for block in _blocks(counted):
            step(done, total)
            done += sum(rows for _, rows in block)
            first, last = block[0][0], block[-1][0]
            within = select(change_set).where(ours, change_set.c.number.between(first, last))
            heads = {int(head["number"]): dict(head) for head in self._rows.connection.execute(within).mappings()}
            changes = self._changes_within(first, last)
            for number, _ in block:
                digest = self._redacted(heads[number], changes.get(number, []), wanted, spelled)
                if digest:
                    notes.append({"number": number, "erasure_id": erasure_id, "digest": digest})
        self._rows.write(tables.journal_redaction, notes)
        return len(notes)

    def _changes_within(self, first: int, last: int) -> dict[int, list[tuple[int, NotedChange]]]:
        """The row changes of some change sets that follow each other, each with its place."""
        columns = ("number", "place", "table_name", "row_key", "kind", "fields")
        statement = (
            select(*(row_change.c[name] for name in columns))
            .where(row_change.c.agency == self._rows.own_agency, row_change.c.number.between(first, last))
            .order_by(row_change.c.number, row_change.c.place)
        )
        found: dict[int, list[tuple[int, NotedChange]]] = {}
        for number, place, *change in self._rows.execute(statement):
            found.setdefault(number, []).append((place, NotedChange(*change)))
        return found

    def _redacted(
        self,
        head: dict[str, Any],
        changes: Sequence[tuple[int, NotedChange]],
        wanted: Mapping[str, frozenset[str]],
        spelled: Sequence[str],
    ) -> str:
        """Take the values out of one change set; answers with the digest of what is left, nothing where it is whole."""
        texts = {name: _without(str(head[name]), spelled) for name in ("reason", "origin")}
        emptied: dict[int, NotedChange] = {}
        for place, one in changes:
            kept = one.fields
            if one.key in wanted.get(one.table, ()):
                kept = _emptied(kept, shape_of(tables.metadata.tables[one.table]).key)
            kept = _without(kept, spelled)
            if kept != one.fields:
                emptied[place] = one._replace(fields=kept)
        is_named = any(one.key in wanted.get(one.table, ()) for _, one in changes)
        if not (emptied or is_named or any(texts[name] != head[name] for name in texts)):
            return ""
        if any(texts[name] != head[name] for name in texts):
            here = (change_set.c.agency == self._rows.own_agency, change_set.c.number == head["number"])
            self._rows.connection.execute(update(change_set).where(*here).values(**texts))
            head.update(texts)
        for place, one in emptied.items():
            self._rows.connection.execute(
                update(row_change)
                .where(
                    row_change.c.agency == self._rows.own_agency,
                    row_change.c.number == head["number"],
                    row_change.c.place == place,
                )
                .values(fields=one.fields)
            )
        return change_digest(head, [emptied.get(place, one) for place, one in changes])

    def _touching(self, keys: Mapping[str, Collection[str]]) -> Iterator[tuple[int, str]]:
        """The change sets that touched these rows, each with the table; the journal is gone through once.

        No index leads from a row to its changes, so every table on its own would read the whole journal again.
        """
        wanted = {name: frozenset(found) for name, found in keys.items()}
        every = sorted(frozenset[str]().union(*wanted.values()))
        columns = (row_change.c.number, row_change.c.table_name, row_change.c.row_key)
        for chunk in in_chunks(every, AT_ONCE):
            statement = select(*columns).where(
                row_change.c.agency == self._rows.own_agency, row_change.c.row_key.in_(chunk)
            )
            for number, name, key in self._rows.execute(statement):
                if key in wanted.get(name, ()):
                    yield int(number), str(name)

    def _about(
        self, person_ids: Sequence[str], records: Sequence[DataRecord], step: Callable[[int, int], None] | None
    ) -> dict[str, list[Values]]:
        found: dict[str, list[Values]] = {}
        for place, record in enumerate(_parents_first(records)):
            if step is not None:
                step(place, len(records))
            table = tables.metadata.tables[record.table]
            if record.via is not None:
                rows = self._hanging(table, record.via, found)
            else:
                rows = []
                for column in record.about:
                    rows += [row for row in self._read(table, column, person_ids) if row not in rows]
            if rows:
                found[record.table] = rows
        return found

    def _hanging(self, table: Table, via: tuple[str, str, str], found: Mapping[str, Sequence[Values]]) -> list[Values]:
        column, parent, of_parent = via
        return self._read(table, column, dict.fromkeys(row[of_parent] for row in found.get(parent, ())))

    def _read(self, table: Table, column: str = "", wanted: Iterable[Any] | None = None) -> list[Values]:
        """Rows as they stand; files come without their bytes."""
        names = [one.name for one in table.c if one.name != "agency" and one.type.python_type is not bytes]
        statement = select(*(table.c[name] for name in names)).where(table.c.agency == self._rows.agency_of(table))
        if wanted is None:
            return [dict(zip(names, row, strict=True)) for row in self._rows.execute(statement)]
        rows: list[Values] = []
        for chunk in in_chunks(wanted):
            found = self._rows.execute(statement.where(table.c[column].in_(chunk)))
            rows += [dict(zip(names, row, strict=True)) for row in found]
        return rows

    def _delete(self, table: Table, names: Sequence[str], keys: Sequence[Key]) -> None:
        for key in keys:
            same = [table.c[name] == part for name, part in zip(names, key, strict=True)]
            self._rows.connection.execute(delete(table).where(table.c.agency == self._rows.agency_of(table), *same))
        self._rows.has_unjournaled = True

    # Requests, limits, leaks and tombstones

    def requests(self, person_id: str = "") -> tuple[PersonRequest, ...]:
        """Every request, or those of one person, oldest first."""
        wanted = [person_id] if person_id else None
        column = "person_id" if person_id else ""
        rows = self._rows.read(tables.person_request, column, wanted, "received_at", "request_id")
        return tuple(_request(row) for row in rows)

    def save_request(self, one: PersonRequest) -> None:
        """Keep a request or bring it up to date."""
        self._rows.write(tables.person_request, [_row(one)])

    def limits(self, only_standing: bool = False) -> tuple[ProcessingLimit, ...]:
        """The limits of processing, oldest first."""
        rows = self._rows.read(tables.processing_limit, "", None, "set_at", "limit_id")
        found = tuple(_limit(row) for row in rows)
        return tuple(one for one in found if one.stands) if only_standing else found

    def save_limit(self, one: ProcessingLimit) -> None:
        """Keep a limit or bring it up to date."""
        self._rows.write(tables.processing_limit, [_row(one)])

    def leaks(self) -> tuple[Leak, ...]:
        """Failures of protection, oldest first."""
        return tuple(_leak(row) for row in self._rows.read(tables.leak, "", None, "noticed_at", "leak_id"))

    def save_leak(self, one: Leak) -> None:
        """Keep a leak or bring it up to date."""
        self._rows.write(tables.leak, [_row(one)])

    def erasures(self) -> tuple[Erasure, ...]:
        """The tombstones, oldest first."""
        return tuple(_erasure(row) for row in self._rows.read(tables.erasure, "", None, "done_at", "erasure_id"))

    def save_erasure(self, one: Erasure) -> None:
        """Keep a tombstone."""
        self._rows.write(tables.erasure, [_row(one)])


def _parents_first(records: Sequence[DataRecord]) -> list[DataRecord]:
    """Records in an order in which what they hang on comes before them."""
    by_name = {one.table: one for one in records}

    def depth(one: DataRecord) -> int:
        return 0 if one.via is None or one.via[1] not in by_name else 1 + depth(by_name[one.via[1]])

    return sorted(records, key=depth)


def _emptied(fields: str, key: Collection[str]) -> str:
    """The fields of a row change with a mark in the place of every value; the key stays."""
    pairs = msgspec.json.decode(fields, type=dict[str, tuple[Any, Any]])
    kept = {
        name: pair if name in key else tuple(None if value is None else REDACTED for value in pair)
        for name, pair in pairs.items()
    }
    return msgspec.json.encode(kept).decode()


def _spellings(needle: str) -> set[str]:
    """How a word may stand in the journal: as it is, in small letters, escaped as JSON and within JSON once more."""
    plain = {needle, needle.casefold(), needle.upper()}
    once = {json.dumps(one, ensure_ascii=False)[1:-1] for one in plain}
    return plain | once | {json.dumps(one, ensure_ascii=False)[1:-1] for one in once}


def _all_spellings(needles: Collection[str]) -> tuple[str, ...]:
    """Every way in which these words may stand in the journal, the longest first."""
    return tuple(sorted({one for needle in needles for one in _spellings(needle)}, key=lambda one: (-len(one), one)))


def _without(text: str, spelled: Sequence[str]) -> str:
    for spelling in spelled:
        if spelling in text:
            text = text.replace(spelling, REDACTED)
    return text


def _blocks(counted: Sequence[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Change sets in their order, cut where some thousand row changes are together; a large one is whole."""
    block: list[tuple[int, int]] = []
    held = 0
    for number, rows in counted:
        if block and held + rows > AT_ONCE:
            yield block
            block, held = [], 0
        block.append((number, rows))
        held += rows + 1
    if block:
        yield block


def _moment(text: str) -> datetime | None:
    return moment_value(text) if text else None


def _request(row: Mapping[str, Any]) -> PersonRequest:
    return PersonRequest(
        **{
            **row,
            "kind": RequestKind(row["kind"]),
            "state": AskedState(row["state"]),
            "received_at": moment_value(row["received_at"]),
            "due_at": moment_value(row["due_at"]),
            "answered_at": _moment(row["answered_at"]),
        }
    )


def _limit(row: Mapping[str, Any]) -> ProcessingLimit:
    return ProcessingLimit(**{**row, "set_at": moment_value(row["set_at"]), "lifted_at": _moment(row["lifted_at"])})


def _leak(row: Mapping[str, Any]) -> Leak:
    moments = {name: moment_value(row[name]) for name in ("noticed_at", "due_at")}
    return Leak(**{**row, **moments, "kind": LeakKind(row["kind"]), "told_at": _moment(row["told_at"])})


def _erasure(row: Mapping[str, Any]) -> Erasure:
    return Erasure(
        **{
            **row,
            "kind": ErasureKind(row["kind"]),
            "done_at": moment_value(row["done_at"]),
            "counts": json.loads(row["counts"]),
            "copies": tuple(json.loads(row["copies"])),
        }
    )


def _row(one: PersonRequest | ProcessingLimit | Leak | Erasure) -> dict[str, Any]:
    """A value of this module as its row: the names of the fields are those of the columns."""
    row: dict[str, Any] = {}
    for name in one.__dataclass_fields__:
        value = getattr(one, name)
        if isinstance(value, datetime):
            value = moment_text(value)
        elif isinstance(value, Mapping):
            value = json.dumps(dict(value), sort_keys=True)
        elif isinstance(value, tuple):
            value = json.dumps(list(value))
        elif value is None:
            value = ""
        elif hasattr(value, "value"):
            value = value.value
        row[name] = value
    return row

"""Rows that travel in packages as flat records: which belong to a period, read and written one way for all tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date
from typing import Any

import msgspec
from sqlalchemy import Boolean, ColumnElement, Integer, Table, false, or_, select, true

from meritdesk.canonical import canonical_json
from meritdesk.core.errors import FileRefusal
from meritdesk.core.evaluation import EvaluationState, SupersededVersion
from meritdesk.core.evaluation_record import evaluation_of, evaluation_record
from meritdesk.core.evidence import EvidenceOwner
from meritdesk.core.handover import Tombstone, UnknownCells
from meritdesk.core.journal import Scalar
from meritdesk.core.periods import Period
from meritdesk.core.travel import Records, Scope, Travelling, TravelRecord, joined_key, key_parts, record_of
from meritdesk.core.travel_layouts import EXPORTED, SUPERSEDED_EVALUATIONS, TRAVELLING, TRAVELLING_BY_NAME
from meritdesk.store import tables
from meritdesk.store.bulk import whole_tables_joined
from meritdesk.store.evaluations import version_row, version_value
from meritdesk.store.journal import split_key
from meritdesk.store.notation import circumstances_value, moment_value
from meritdesk.store.rows import Key, Rows, Values, shape_of
from meritdesk.store.tables import change_set

_BY_STORE = {layout.stored_as: layout for layout in TRAVELLING}
_KEYS = {layout.stored_as: layout.table.key for layout in TRAVELLING}
_NAMED = {
    "org_unit": "unit",
    "person": "pegawai",
    "reporting_line": "atasan",
    "plan": "rencana",
    "actual": "realisasi",
    "organisation_level": "capaian",
    "evaluation": "penilaian",
    **{layout.stored_as: layout.name for layout in TRAVELLING},
}
"""Tables of the store whose removed rows are said aloud, by their name in a package."""

_EVIDENCE_OWNERS = ("documentation", "feedback_entry", "guidance")


class StoredTravel:
    """The tables of ``core/travel_layouts`` as flat records; every write stands in the journal like all else."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def read(
        self, period: Period, layouts: Sequence[Travelling] = EXPORTED, with_drafts: bool = False
    ) -> dict[str, tuple[TravelRecord, ...]]:
        """What belongs to the package of a period, by table; drafts only when they are asked for."""
        kept = self._kept([layout.name for layout in layouts])
        # What belongs to a result is found by its plan: a server that has not counted an agency's rows yet believes in
        # one of them, and compared ten thousand plans with thirty thousand results.
        with whole_tables_joined(self._rows.connection):
            found = {layout.name: self._records(layout, period, with_drafts, kept) for layout in layouts}
        return {name: records for name, records in found.items() if records}

    def portions(
        self, period: Period, layouts: Sequence[Travelling], with_drafts: bool
    ) -> Iterator[tuple[str, tuple[TravelRecord, ...]]]:
        """The same, table by table, so many records at a time.

        Where a newer program has added columns, a table comes whole: which ones there are is said before its first row.
        """
        kept = self._kept([layout.name for layout in layouts])
        with whole_tables_joined(self._rows.connection):
            for layout in layouts:
                if layout.name in kept:
                    found = self._records(layout, period, with_drafts, kept)
                    if found:
                        yield layout.name, found
                    continue
                table = _stored(layout)
                condition = self._travels(layout.stored_as, period, with_drafts)
                for rows in self._rows.portions(table, *shape_of(table).key, where=[condition]):
                    yield layout.name, tuple(self._of_rows(layout, rows, kept))

    def present(self, table: str, keys: Iterable[str]) -> dict[str, TravelRecord]:
        """The records that stand under these keys."""
        layout = TRAVELLING_BY_NAME[table]
        wanted = [self._key(layout, key) for key in keys]
        rows = self._rows.present(_stored(layout), wanted).values()
        return {record.key: record for record in self._of_rows(layout, rows, self._kept([table]))}

    def of_rows(self, layout: Travelling, rows: Iterable[Values]) -> tuple[TravelRecord, ...]:
        """These rows of a table as records, by their key."""
        found = self._of_rows(layout, rows, self._kept([layout.name]))
        return tuple(sorted(found, key=lambda record: record.key))

    def write(self, records: Records) -> None:
        """Add these records or bring them up to date; a superseded version that stands already is never touched.

        ``PKG-535`` when a record cannot be a row of its table.
        """
        for layout in TRAVELLING:
            theirs = records.get(layout.name, ())
            if not theirs:
                continue
            try:
                rows = [self._row(layout, record) for record in theirs]
            except (ValueError, KeyError) as fault:
                raise FileRefusal("PKG-535", count=1, places=f"{layout.name}.csv") from fault
            if layout.version:
                shape = shape_of(_stored(layout))
                standing = self._rows.present(_stored(layout), map(shape.key_of, rows))
                rows = [row for row in rows if shape.key_of(row) not in standing]
            self._rows.write(_stored(layout), rows)
            names = {column.name for column in layout.table.columns}
            self._keep(
                layout.name,
                {
                    record.key: {name: text for name, text in record.fields.items() if name not in names}
                    for record in theirs
                },
            )

    def remove(self, table: str, keys: Iterable[str]) -> None:
        """Take these records out, with what a newer program had said of them."""
        layout = TRAVELLING_BY_NAME[table]
        gone = list(keys)
        self._rows.settle(_stored(layout), {self._key(layout, key): None for key in gone})
        self._keep(table, {key: {} for key in gone})

    def tombstones(self, since: int) -> tuple[Tombstone, ...]:
        """What was removed after this change set and has not come back, with the reason the journal knows."""
        changed = tables.row_change
        statement = (
            select(changed.c.table_name, changed.c.row_key, change_set.c.reason, change_set.c.verb, change_set.c.at)
            .join(change_set, (change_set.c.agency == changed.c.agency) & (change_set.c.number == changed.c.number))
            .where(
                changed.c.agency == self._rows.own_agency,
                changed.c.number > since,
                changed.c.kind == "remove",
                changed.c.table_name.in_(sorted(_NAMED)),
                change_set.c.about == self._rows.agency,
            )
            .order_by(changed.c.number, changed.c.place)
        )
        gone: dict[str, dict[Key, Tombstone]] = defaultdict(dict)
        for stored_as, row_key, reason, verb, at in self._rows.execute(statement):
            table = tables.metadata.tables[stored_as]
            names = shape_of(table).key
            parts = dict(zip(names, split_key(row_key), strict=True))
            key = tuple(_value(table.c[name], parts[name]) for name in names)
            record_id = joined_key(parts[name] for name in _KEYS.get(stored_as, names))
            gone[stored_as][key] = Tombstone(_NAMED[stored_as], record_id, reason or verb, _day_in_utc(at))
        for stored_as, removed in gone.items():
            for key in self._rows.present(tables.metadata.tables[stored_as], removed):
                del removed[key]
        found = [tombstone for removed in gone.values() for tombstone in removed.values()]
        return tuple(sorted(found, key=lambda one: (one.table, one.record_id)))

    def unknown(self) -> UnknownCells:
        """What newer programs wrote into columns of the typed tables that this one does not know."""
        kept = self._kept(None)
        return {table: cells for table, cells in kept.items() if table not in TRAVELLING_BY_NAME}

    def keep_unknown(self, unknown: UnknownCells) -> None:
        """Keep what a newer program wrote beside the records that it wrote it for."""
        for table, cells in unknown.items():
            self._keep(table, cells)

    def _records(
        self, layout: Travelling, period: Period, with_drafts: bool, kept: UnknownCells
    ) -> tuple[TravelRecord, ...]:
        table = _stored(layout)
        condition = self._travels(layout.stored_as, period, with_drafts)
        shape = shape_of(table)
        statement = (
            select(*(table.c[name] for name in shape.names))
            .where(table.c.agency == self._rows.agency, condition)
            .order_by(*(table.c[name] for name in shape.key))
        )
        rows = [dict(zip(shape.names, row, strict=True)) for row in self._rows.execute(statement)]
        return tuple(self._of_rows(layout, rows, kept))

    def _of_rows(self, layout: Travelling, rows: Iterable[Values], kept: UnknownCells) -> Iterable[TravelRecord]:
        names = [column.name for column in layout.table.columns]
        more = kept.get(layout.name, {})
        for row in rows:
            row = _superseded_fields(row) if layout.name == SUPERSEDED_EVALUATIONS else row
            record = record_of(layout.table, {name: _text(row[name]) for name in names})
            extra = more.get(record.key)
            yield TravelRecord(record.table, record.key, {**record.fields, **extra}) if extra else record

    def travels(self, stored_as: str, period: Period) -> ColumnElement[bool]:
        """Which rows of a table of the store an export of a period describes."""
        return self._travels(stored_as, period, with_drafts=False)

    def _travels(self, stored_as: str, period: Period, with_drafts: bool) -> ColumnElement[bool]:
        """Which rows of a table of the store go with the package of a period."""
        if stored_as == "plan":
            return tables.plan.c.year == period.year
        if stored_as == "work_result":
            return tables.work_result.c.plan_id.in_(self._owners("plan", "plan_id", period, with_drafts))
        if stored_as == "evaluation":
            of_period = tables.evaluation.c.period == period.code
            return of_period if with_drafts else of_period & (tables.evaluation.c.state == EvaluationState.CLOSED.value)
        layout = _BY_STORE[stored_as]
        condition = self._in_scope(layout, period, with_drafts)
        name, draft = layout.draft
        if not name or with_drafts:
            return condition
        column = _stored(layout).c[name]
        return condition & (column != (draft == "true" if isinstance(column.type, Boolean) else draft))

    def _in_scope(self, layout: Travelling, period: Period, with_drafts: bool) -> ColumnElement[bool]:
        table = _stored(layout)
        column: Any = table.c[layout.by] if layout.by else None
        match layout.scope:
            case Scope.WHOLE:
                return true()
            case Scope.WITH_YEAR:
                return true() if period.is_annual else false()
            case Scope.YEAR:
                return column == period.year  # type: ignore[no-any-return]
            case Scope.IN_YEAR:
                return column.startswith(str(period.year), autoescape=True)  # type: ignore[no-any-return]
            case Scope.PERIOD:
                return column == period.code  # type: ignore[no-any-return]
            case Scope.IN_PERIOD:
                first, last = period.first_day.isoformat(), period.last_day.isoformat()
                return column.between(first, last)  # type: ignore[no-any-return]
            case Scope.OWNER:
                return column.in_(  # type: ignore[no-any-return]
                    self._owners(layout.owner, layout.by, period, with_drafts)
                )
            case Scope.EVIDENCE:
                shown = [
                    table.c.owner_id.in_(self._owners(owner, key_of(owner), period, with_drafts))
                    for owner in _EVIDENCE_OWNERS
                ]
                is_open = table.c.owner != EvidenceOwner.CONFIDENTIAL.value
                return is_open & or_(table.c.period == period.code, (table.c.period == "") & or_(*shown))

    def _owners(self, stored_as: str, column: str, period: Period, with_drafts: bool) -> Any:
        owner = tables.metadata.tables[stored_as]
        condition = self._travels(stored_as, period, with_drafts)
        return select(owner.c[column]).where(owner.c.agency == self._rows.agency, condition)

    def _row(self, layout: Travelling, record: TravelRecord) -> Values:
        if layout.name == SUPERSEDED_EVALUATIONS:
            return _superseded_row(record.fields)
        table = _stored(layout)
        return {
            column.name: _value(table.c[column.name], record.fields[column.name]) for column in layout.table.columns
        }

    def _key(self, layout: Travelling, key: str) -> Key:
        table = _stored(layout)
        parts = zip(layout.table.key, key_parts(key), strict=True)
        by_name = {name: _value(table.c[name], part) for name, part in parts}
        return tuple(by_name[name] for name in shape_of(table).key)

    def _kept(self, names: Sequence[str] | None) -> dict[str, dict[str, dict[str, str]]]:
        column = "" if names is None else "table_name"
        kept: dict[str, dict[str, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
        for row in self._rows.read(tables.kept_cell, column, names, "table_name", "record_id", "name"):
            kept[str(row["table_name"])][str(row["record_id"])][str(row["name"])] = str(row["value"])
        return {table: dict(cells) for table, cells in kept.items()}

    def _keep(self, table: str, cells: Mapping[str, Mapping[str, str]]) -> None:
        """Make these cells the only kept ones of these records."""
        before = self._kept([table]).get(table, {})
        states: dict[Key, Values | None] = {}
        for record_id, texts in cells.items():
            for name in before.get(record_id, {}):
                states[table, record_id, name] = None
            for name, text in texts.items():
                if text:
                    row: Values = {"table_name": table, "record_id": record_id, "name": name, "value": text}
                    states[table, record_id, name] = row
        if states:
            self._rows.settle(tables.kept_cell, states)


def key_of(stored_as: str) -> str:
    """The one column by which the rows of a table are named."""
    return shape_of(tables.metadata.tables[stored_as]).key[0]


def _day_in_utc(moment: str) -> date:
    """The day a tombstone says: it travels, and must be the same wherever this PC stands."""
    return moment_value(moment).astimezone(UTC).date()


def _stored(layout: Travelling) -> Table:
    return tables.metadata.tables[layout.stored_as]


def _text(value: Scalar) -> str:
    """A value of a row as the text of its cell."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _value(column: Any, text: str) -> Scalar:
    """The text of a cell as the value of its column; ``ValueError`` when it cannot be one."""
    if not text and column.nullable:
        return None
    if isinstance(column.type, Boolean):
        return _FLAGS[text]
    return int(text) if isinstance(column.type, Integer) else text


_FLAGS = {"true": True, "false": False}


def _superseded_fields(row: Values) -> Values:
    """A superseded evaluation as it travels: its record in canonical JSON, which the version digest is taken over."""
    version = version_value(row)
    content = canonical_json(evaluation_record(version.evaluation)).decode("utf-8")
    return {**row, "content": content, "digest": version.evaluation.digest}


def _superseded_row(fields: Mapping[str, str]) -> Values:
    evaluation = evaluation_of(msgspec.json.decode(fields["content"]), fields["digest"])
    revision = circumstances_value(fields["revision"]).revision
    if revision is None or evaluation.evaluation_id != fields["evaluation_id"]:
        raise ValueError("a superseded version without its revision")
    return version_row(SupersededVersion(evaluation, revision))

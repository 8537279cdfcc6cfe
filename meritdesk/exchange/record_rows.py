"""A snapshot as the rows of its tables and back, so that two of them can be merged field by field (exchange 7)."""

from __future__ import annotations

from dataclasses import replace

from meritdesk.core.handover import Snapshot
from meritdesk.core.merging_rows import AllRows
from meritdesk.core.package_tables import Kind, Table
from meritdesk.core.three_way import Fields
from meritdesk.core.travel import TravelRecord
from meritdesk.core.travel_layouts import TRAVELLING, TRAVELLING_BY_NAME
from meritdesk.exchange import package_layout as layout
from meritdesk.exchange.plain_json import JsonFault, read_json, write_json
from meritdesk.exchange.records import read_records, rows_by_table
from meritdesk.exchange.tables import MAX_JSON_LENGTH, Rows, cell, value_of

KEY_SEPARATOR = "@"

_NOT_MERGED = frozenset({layout.VERSION, layout.TOMBSTONE})
"""What speaks about records and is worked out anew, or is obeyed and not merged."""


def rows_of(snapshot: Snapshot) -> dict[str, dict[str, Fields]]:
    """The rows of each table of a snapshot by their key, field by field; flat records with their cells as texts."""
    typed: dict[str, dict[str, Fields]] = {
        table.name: {row_key(table, row): dict(zip(_names(table), row, strict=True)) for row in map(tuple, rows)}
        for table, rows in rows_by_table(snapshot).items()
        if table not in _NOT_MERGED
    }
    flat: dict[str, dict[str, Fields]] = {
        name: {one.key: one.fields for one in records} for name, records in snapshot.records.items()
    }
    return typed | flat


def snapshot_of(like: Snapshot, rows: AllRows) -> Snapshot:
    """The snapshot these rows make; everything else as in ``like``. Rows of one record stand in their own order."""
    found: dict[str, Rows] = {}
    for table in layout.EXPORT_TABLES:
        names = _names(table)
        values = [tuple(row[name] for name in names) for row in rows.get(table.name, {}).values()]
        found[table.name] = Rows(_in_order(table, values), {})
    made, refused = read_records(like, found)
    assert not refused, f"merged rows do not make a snapshot: {refused[:3]}"
    records = {
        one.name: tuple(TravelRecord(one.name, key, _texts(row)) for key, row in rows.get(one.name, {}).items())
        for one in TRAVELLING
    }
    records = {name: found for name, found in records.items() if found}
    return replace(made, audit_head=like.audit_head, tombstones=like.tombstones, records=records)


def row_key(table: Table, row: tuple[object, ...]) -> str:
    """The key of a row as it stands in outcomes."""
    return KEY_SEPARATOR.join(cell(row[table.place(name)]) for name in table.key)


def field_text(value: object) -> str:
    """A value as a clerk reads it in the queue of conflicts: the text of its cell."""
    return cell(value)


def _texts(row: Fields) -> dict[str, str]:
    return {name: str(text) for name, text in row.items()}


def _column_value(table: str, name: str, text: str) -> object:
    """What a cell of a table says; in the flat tables a cell stays its text. ``StopIteration`` for none of these."""
    flat = TRAVELLING_BY_NAME.get(table)
    layout_of = flat.table if flat else next(one for one in layout.EXPORT_TABLES if one.name == table)
    column = next(one for one in layout_of.columns if one.name == name)
    return text if flat else value_of(column, text)


def _names(table: Table) -> list[str]:
    return [column.name for column in table.columns]


def _in_order(table: Table, values: list[tuple[object, ...]]) -> list[tuple[object, ...]]:
    """Results by number and positions by place; both sides may have added some."""
    for name in ("number", "position"):
        if any(column.name == name and column.kind is Kind.INTEGER for column in table.columns):
            place = table.place(name)
            return sorted(values, key=lambda row: (str(row[0]), _whole(row[place])))
    return values


def _whole(value: object) -> int:
    assert isinstance(value, int)
    return value


def with_field(rows: AllRows, table: str, key: str, field: str, text: str) -> AllRows:
    """The same rows with one field set to what its cell says; ``KeyError`` where there is no such row or field."""
    changed = {**rows[table][key], field: _column_value(table, field, text)}
    return {**rows, table: {**rows[table], key: changed}}


def row_text(row: Fields | None) -> str:
    """A whole row as one text, for a conflict about whether the record is there at all; empty for none."""
    return write_json({name: cell(value) for name, value in row.items()}) if row is not None else ""


def with_row(rows: AllRows, table: str, key: str, text: str) -> AllRows:
    """The same rows with one row as ``row_text`` says it, or without it; ``ValueError`` for a text of another table."""
    kept = {place: row for place, row in rows.get(table, {}).items() if place != key}
    if text:
        flat = TRAVELLING_BY_NAME.get(table)
        layout_of = flat.table if flat else next(one for one in layout.EXPORT_TABLES if one.name == table)
        try:
            cells = read_json(text, MAX_JSON_LENGTH)
        except JsonFault as fault:
            raise ValueError(str(fault)) from None
        if not isinstance(cells, dict) or set(cells) != {column.name for column in layout_of.columns}:
            raise ValueError(table)
        kept[key] = {column.name: _column_value(table, column.name, cells[column.name]) for column in layout_of.columns}
    return {**rows, table: kept}

"""The data package inside a bag: tables with their descriptor and a control file that counts them (exchange 2)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from meritdesk import __version__
from meritdesk.core.errors import FileRefusal
from meritdesk.core.handover import ENVELOPE, SCHEMA_VERSION
from meritdesk.core.package_tables import Table
from meritdesk.exchange.package_layout import CONTROL_PATH, DESCRIPTOR_PATH
from meritdesk.exchange.plain_json import JsonFault, read_json, write_json_page
from meritdesk.exchange.tables import (
    CellFault,
    LongText,
    Rows,
    TableFault,
    TableFile,
    read_table,
    schema_of,
    write_table,
)

APP = f"MeritDesk {__version__}"
PLACES_SHOWN = 5
NOTHING_KNOWN: Mapping[str, TableFile] = {}


def write_files(
    kind: str, rows: Mapping[Table, Iterable[Sequence[object]]], control: Mapping[str, object]
) -> dict[str, bytes]:
    """Tables with their descriptor and control file, as paths below the bag folder."""
    files: dict[str, bytes] = {}
    counts: dict[str, TableFile] = {}
    for table, table_rows in rows.items():
        with refusing_long_texts():
            files[table.path], counts[table.name] = write_table(table, table_rows)
    return files | {CONTROL_PATH: control_file(control, counts), DESCRIPTOR_PATH: descriptor_file(kind, tuple(rows))}


@contextmanager
def refusing_long_texts() -> Iterator[None]:
    """A text that does not fit a package is refused with its place (``PKG-566``)."""
    try:
        yield
    except LongText as fault:
        raise FileRefusal("PKG-566", place=str(fault.place)) from None


def control_file(control: Mapping[str, object], counts: Mapping[str, TableFile]) -> bytes:
    """What stands in a package, with the rows and sums of its tables."""
    tables = {name: {"rows": counted.rows, "totals": dict(counted.totals)} for name, counted in counts.items()}
    return write_json_page({"format": ENVELOPE, "schema": SCHEMA_VERSION, "app": APP, **control, "tables": tables})


@lru_cache(maxsize=8)
def descriptor_file(kind: str, tables: tuple[Table, ...]) -> bytes:
    """What the tables of a package look like; it depends on nothing that stands in them."""
    return write_json_page(
        {
            "profile": "tabular-data-package",
            "name": f"meritdesk-{kind}",
            "title": "MeritDesk",
            "version": str(SCHEMA_VERSION),
            "resources": [_resource(table) for table in tables],
        }
    )


def read_files(
    kind: str,
    tables: Sequence[Table],
    files: Mapping[str, bytes],
    schema: int = SCHEMA_VERSION,
    as_texts: frozenset[str] = frozenset(),
    beat: Callable[[], None] = lambda: None,
    known: Mapping[str, TableFile] = NOTHING_KNOWN,
) -> tuple[dict[str, Any], dict[str, Rows], dict[str, TableFile]]:
    """The control file, the rows of every table and what was counted; counts and totals compared.

    ``as_texts`` names the tables whose cells are checked but stay texts. A newer program may count columns that this
    one does not know; what both know must agree. ``beat`` is called between tables, so that whoever waits can stop it.
    ``known`` are tables that were read and counted before in these very bytes: they are left out.
    """
    control = _object(files[CONTROL_PATH], CONTROL_PATH)
    descriptor = _object(files[DESCRIPTOR_PATH], DESCRIPTOR_PATH)
    counts = control.get("tables")
    if control.get("format") != ENVELOPE or control.get("schema") != schema or not isinstance(counts, dict):
        raise FileRefusal("PKG-534", name=CONTROL_PATH)
    resources = descriptor.get("resources")
    names = [entry.get("name") for entry in resources if isinstance(entry, dict)] if isinstance(resources, list) else []
    if descriptor.get("name") != f"meritdesk-{kind}" or names != [table.name for table in tables]:
        raise FileRefusal("PKG-534", name=DESCRIPTOR_PATH)
    faults: list[CellFault] = []
    rows: dict[str, Rows] = {}
    found: dict[str, TableFile] = {}
    for table in tables:
        beat()
        if table.name in known:
            rows[table.name], found[table.name] = Rows((), {}), known[table.name]
            continue
        try:
            rows[table.name], found[table.name] = read_table(table, files[table.path], table.name in as_texts)
        except TableFault as fault:
            faults.extend(fault.faults)
    if faults:
        places = ", ".join(str(fault) for fault in faults[:PLACES_SHOWN])
        raise FileRefusal("PKG-535", count=len(faults), places=places)
    for name, counted in found.items():
        stated = counts.get(name)
        totals = stated.get("totals") if isinstance(stated, dict) else None
        if not isinstance(stated, dict) or stated.get("rows") != counted.rows or not isinstance(totals, dict):
            raise FileRefusal("PKG-536", table=name)
        columns = set(totals) - set(rows[name].more)
        if columns != set(counted.totals) or any(totals[column] != counted.totals[column] for column in columns):
            raise FileRefusal("PKG-536", table=name)
    return control, rows, found


def _object(data: bytes, name: str) -> dict[str, Any]:
    try:
        value = read_json(data)
    except JsonFault:
        raise FileRefusal("PKG-534", name=name) from None
    if not isinstance(value, dict):
        raise FileRefusal("PKG-534", name=name)
    return value


def _resource(table: Table) -> dict[str, object]:
    return {
        "name": table.name,
        "title": table.title,
        "path": f"{table.name}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema_of(table),
    }

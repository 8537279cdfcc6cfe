"""The floors of receiving: the very rows that a region holds, written with nothing but the database's own means."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from meritdesk.services import Desk
from meritdesk.store import sqlite, tables
from meritdesk.store.bulk import add_rows

CHUNK = 100_000
Chunk = tuple[Any, Sequence[tuple[Any, ...]]]


def _wanted(region: Desk, journal: bool) -> Iterator[tuple[Any, Any]]:
    """The tables of the records, or those of the journal, each with the condition of its rows."""
    for table in tables.metadata.sorted_tables:
        is_record = "noun" in table.info and not table.info.get("of_store") and table.name != "setting"
        if table.name in ("change_set", "row_change") if journal else is_record:
            yield table, None if journal else table.c.agency != region.agency.code


def count_rows(region: Desk) -> int:
    """How many rows the region holds of its agencies."""
    found = 0
    with region.handover.around.store.reading() as work:
        connection: Any = work._connection  # type: ignore[attr-defined]
        for table, which in _wanted(region, journal=False):
            found += int(connection.execute(select(func.count()).select_from(table).where(which)).scalar_one())
    return found


def region_rows(region: Desk, *, journal: bool = False) -> Iterator[Chunk]:
    """The rows of the agencies table by table, in the order in which they can be written, so many at a time.

    With ``journal`` the rows of the journal instead, which every receiving writes beside the records.
    """
    with region.handover.around.store.reading() as work:
        connection: Any = work._connection  # type: ignore[attr-defined]
        for table, which in _wanted(region, journal):
            statement = select(table) if which is None else select(table).where(which)
            for chunk in connection.execution_options(yield_per=CHUNK).execute(statement).partitions():
                yield table, [tuple(row) for row in chunk]


def plain_into_file(chunks: Iterator[Chunk], folder: Path) -> tuple[int, float, float]:
    """The same rows with the driver's own ``executemany`` into an encrypted file, a transaction a chunk.

    Only the writing counts.
    """
    engine = sqlite.engine_for(folder / "plain.db", bytes(32))
    tables.metadata.create_all(engine, checkfirst=True)
    rows, seconds, cpu = 0, 0.0, 0.0
    for table, chunk in chunks:
        names = tuple(str(column.name) for column in table.columns)
        began, computed = time.perf_counter(), time.process_time()
        with engine.begin() as connection:
            add_rows(connection, table, names, chunk)
        seconds, cpu = seconds + time.perf_counter() - began, cpu + time.process_time() - computed
        rows += len(chunk)
    engine.dispose()
    return rows, seconds, cpu


def plain_onto_server(
    chunks: Iterator[Chunk], floors: Sequence[tuple[Any, str]], computing: Callable[[], float]
) -> list[tuple[int, float, float]]:
    """The same rows with ``COPY``, one transaction a chunk, onto several floors; only the writing counts.

    A floor is a connection and a prefix. Under a prefix into tables of the same shape with their indices, without
    pieces, references and policies; without one into the tables themselves, whose references are looked up as fast as
    the server can. The rows are read once for all of them.
    """
    found = [[0, 0.0, 0.0] for _ in floors]
    made: set[tuple[str, str]] = set()
    for table, chunk in chunks:
        for place, (connection, prefix) in enumerate(floors):
            began, computed = time.perf_counter(), computing()
            with connection.cursor() as cursor:
                if not prefix:
                    cursor.execute("SET LOCAL plan_cache_mode = force_generic_plan")
                elif (prefix, table.name) not in made:
                    made.add((prefix, table.name))
                    cursor.execute(f"DROP TABLE IF EXISTS {prefix}{table.name}")
                    cursor.execute(f"CREATE TABLE {prefix}{table.name} (LIKE {table.name} INCLUDING ALL)")
                with cursor.copy(f"COPY {prefix}{table.name} FROM STDIN") as copy:
                    for row in chunk:
                        copy.write_row(row)
            connection.commit()
            took = (len(chunk), time.perf_counter() - began, computing() - computed)
            found[place] = [before + more for before, more in zip(found[place], took, strict=True)]
    return [(int(rows), seconds, cpu) for rows, seconds, cpu in found]

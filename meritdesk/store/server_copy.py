"""An agency's rows carried whole between its file and a server, and proved on the other side.

Everything goes in one transaction of the side that is written: it is all there or nothing is. The proof is a digest of
every table, taken from the rows as they were read and from the rows as they then stand, and the head of the journal.
What is derived (the index of the search) is not carried but worked out anew.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Boolean, Connection, Integer, LargeBinary, Table, func, insert, select, text

from meritdesk.core.errors import FileRefusal
from meritdesk.core.server import MovedTable
from meritdesk.store import search_index, sqlite
from meritdesk.store.backup import DATABASE_MEMBER, write_backup
from meritdesk.store.tables import metadata
from meritdesk.store.upgrades import upgrade
from meritdesk.store.vault import Vault
from meritdesk.store.words import is_server

BLOCK = 2000
LARGE_BLOCK = 20
"""Of rows that hold whole files so many are in memory at once."""

Step = Callable[[int, int], None]
Digests = dict[str, tuple[int, str]]
"""By table the number of its rows and their digest."""


@dataclass(frozen=True, slots=True)
class Whose:
    """Which rows belong to an owner: an agency's its own, a region's all that no other owner on the server keeps."""

    owner: str
    is_region: bool
    others: Collection[str] = ()

    def rows_of(self, table: Table) -> tuple[Any, ...]:
        """The condition for his rows in a table."""
        if self.is_region:
            return (table.c.agency.not_in(sorted(self.others)),)
        return (table.c.agency == self.owner,)


EVERYBODY = Whose("", is_region=True)
"""Every row of a file."""


def carried_tables() -> list[Table]:
    """Every table but the derived ones, parents before children."""
    return [table for table in metadata.sorted_tables if not table.info.get("derived")]


def copy_rows(source: Connection, target: Connection, whose: Whose, step: Step) -> Digests:
    """Write the owner's rows of the source into the target; answers with what was read."""
    tables = carried_tables()
    total = sum(_count(source, table, whose) for table in tables)
    done, digests = 0, {}
    for table in tables:
        digest, rows = hashlib.sha256(), 0
        for block in _blocks(source, table, whose):
            _digest_block(digest, block)
            _put(target, table, block)
            rows += len(block)
            done += len(block)
            step(done, max(1, total))
        digests[table.name] = (rows, digest.hexdigest())
    return digests


def digests_of(connection: Connection, whose: Whose, step: Step) -> Digests:
    """The same digests from rows that stand somewhere."""
    tables = carried_tables()
    digests = {}
    for place, table in enumerate(tables):
        step(place, len(tables))
        digest, rows = hashlib.sha256(), 0
        for block in _blocks(connection, table, whose):
            _digest_block(digest, block)
            rows += len(block)
        digests[table.name] = (rows, digest.hexdigest())
    return digests


def require_equal(read: Digests, written: Digests) -> None:
    """``SRV-121`` with the table in which the two sides differ."""
    for name, (rows, digest) in read.items():
        other, other_digest = written.get(name, (0, ""))
        if (rows, digest) != (other, other_digest):
            raise FileRefusal("SRV-121", table=name, here=rows, there=other)


def counted(digests: Digests) -> tuple[MovedTable, ...]:
    """The numbers of rows, largest first, of the tables that have any."""
    found = [MovedTable(name, rows) for name, (rows, _) in digests.items() if rows]
    return tuple(sorted(found, key=lambda one: (-one.rows, one.table)))


def into_file(source: Connection, path: Path, key: bytes, whose: Whose, step: Step) -> Digests:
    """A fresh encrypted file with the owner's rows, proved against what was read."""
    engine = sqlite.engine_for(path, key)
    try:
        upgrade(engine)
        with engine.connect() as plain, plain.execution_options(immediate=True).begin():
            read = copy_rows(source, plain, whose, step)
            search_index.make_anew(plain, whose.owner, step)
        with engine.connect() as plain, plain.begin():
            require_equal(read, digests_of(plain, EVERYBODY, step))
    finally:
        engine.dispose()
    return read


def into_backup(source: Connection, vault: Vault, target: Path, whose: Whose, now: datetime, step: Step) -> Path:
    """A backup of the rows on a server: the encrypted file and the key ring, as every backup."""
    with sqlite.refusing_disk(target), tempfile.TemporaryDirectory(prefix=".salin-", dir=target.parent) as private:
        path = Path(private) / DATABASE_MEMBER
        into_file(source, path, vault.data_key, whose, step)
        return write_backup(path, vault, target, now, step)


def _blocks(connection: Connection, table: Table, whose: Whose) -> Iterator[list[tuple[Any, ...]]]:
    """The rows in the order of their keys, which is the same on both sides: bytes, and no language's alphabet."""
    holds_files = any(isinstance(column.type, LargeBinary) for column in table.columns)
    size = LARGE_BLOCK if holds_files else BLOCK
    statement = select(table).where(*whose.rows_of(table)).order_by(*table.primary_key.columns)
    result = connection.execute(statement.execution_options(yield_per=size))
    for block in result.partitions():
        yield [tuple(row) for row in block]


def _digest_block(digest: Any, block: list[tuple[Any, ...]]) -> None:
    for row in block:
        digest.update(msgspec.json.encode(row))
        digest.update(b"\n")


def _put(connection: Connection, table: Table, block: list[tuple[Any, ...]]) -> None:
    names = [column.name for column in table.columns]
    if not is_server(connection):
        connection.execute(insert(table), [dict(zip(names, row, strict=True)) for row in block])
        return
    # One array a column: a hundred times fewer messages than one a row, and allowed where COPY is not (policies).
    columns = list(zip(*block, strict=True))
    arrays = ", ".join(f"%({name})s::{_array_of(table.c[name].type)}" for name in names)
    statement = f"INSERT INTO {table.name} ({', '.join(_quoted(names))}) SELECT * FROM unnest({arrays})"
    connection.exec_driver_sql(statement, {name: list(column) for name, column in zip(names, columns, strict=True)})


def _array_of(kind: Any) -> str:
    if isinstance(kind, Boolean):
        return "boolean[]"
    if isinstance(kind, Integer):
        return "integer[]"
    return "bytea[]" if isinstance(kind, LargeBinary) else "text[]"


def _quoted(names: list[str]) -> list[str]:
    return [f'"{name}"' for name in names]


def _count(connection: Connection, table: Table, whose: Whose) -> int:
    statement = select(func.count()).select_from(table).where(*whose.rows_of(table))
    return int(connection.execute(statement).scalar_one())


def wait_for_references(connection: Connection) -> None:
    """Judge all references now and not at the end, so that a missing parent is refused before anything is said."""
    if is_server(connection):
        connection.execute(text("SET CONSTRAINTS ALL IMMEDIATE"))
    elif sqlite.broken_references(connection):
        raise FileRefusal("STO-643", reason="foreign keys")

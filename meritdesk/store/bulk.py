"""Thousands of rows in one go, and thousands of keys in one question: what a package of a whole city asks for.

The library that writes our statements looks at every value of every row, which takes longer than the database does.
Here a statement is spelled once and its rows go to the driver as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from operator import itemgetter
from typing import Any

import msgspec
from sqlalchemy import (
    ARRAY,
    Boolean,
    ColumnElement,
    Connection,
    LargeBinary,
    Table,
    any_,
    bindparam,
    func,
    insert,
    select,
)
from sqlalchemy.dialects import sqlite
from sqlalchemy.dialects.postgresql import psycopg

from meritdesk.store.postgres_many import BLOCK, rewritten_for_arrays
from meritdesk.store.words import is_server

FEW = 40
"""So many keys are asked for one by one; the planner then sees how many they are."""

FEW_ROWS = 8


def among(connection: Connection, column: ColumnElement[Any], values: Sequence[Any]) -> ColumnElement[bool]:
    """Whether a column holds one of these values, however many: they travel as one list."""
    if len(values) <= FEW:
        return column.in_(values)
    if is_server(connection):
        return column == any_(bindparam(None, list(values), type_=ARRAY(column.type)))
    listed = func.json_each(msgspec.json.encode(values).decode()).table_valued("value")
    return column.in_(select(listed.c.value))


def add_rows(connection: Connection, table: Table, names: tuple[str, ...], rows: Sequence[tuple[Any, ...]]) -> None:
    """Add rows whose values stand in the order of these columns."""
    spelled = _spelled(table, names, is_server(connection)) if len(rows) >= FEW_ROWS else None
    if spelled is None:
        connection.execute(insert(table), [dict(zip(names, row, strict=True)) for row in rows])
        return
    statement, order = spelled
    if not is_server(connection):
        in_order = rows if order == names else list(map(itemgetter(*map(names.index, order)), rows))
        connection.exec_driver_sql(statement, in_order)
        return
    for start in range(0, len(rows), BLOCK):
        columns = dict(zip(names, map(list, zip(*rows[start : start + BLOCK], strict=True)), strict=True))
        connection.exec_driver_sql(statement, {name: columns[name] for name in order})


def before_commit(connection: Connection, rows: int) -> None:
    """Let the references of many new rows be looked up by one plan, and not by one that is made anew for each row.

    A server judges references as a transaction ends, and planning takes ten times as long as looking.
    """
    if rows >= FEW_ROWS and is_server(connection):
        # A plan of an earlier work goes through a partition row by row that was empty then: a minute for the first ten
        # thousand people of an agency in a new one.
        connection.exec_driver_sql("DISCARD PLANS")
        connection.exec_driver_sql("SET LOCAL plan_cache_mode = force_generic_plan")


def join_whole_tables(connection: Connection) -> None:
    """For the rest of this transaction tables are joined by hashing: what a question about everybody needs.

    Until a server has counted a new period it believes in a handful of its rows, and compares each person with every
    evaluation: 24 million pairs of 12,000 people.
    """
    if is_server(connection):
        connection.exec_driver_sql("SET LOCAL enable_mergejoin = off")
        connection.exec_driver_sql("SET LOCAL enable_nestloop = off")


@contextmanager
def whole_tables_joined(connection: Connection) -> Iterator[None]:
    """As ``join_whole_tables``, for these questions alone: what comes after them may look at single rows again."""
    join_whole_tables(connection)
    yield
    # After an error the server takes no more words of this transaction, and forgets these with it.
    if is_server(connection):
        connection.exec_driver_sql("SET LOCAL enable_mergejoin = on")
        connection.exec_driver_sql("SET LOCAL enable_nestloop = on")


@cache
def _spelled(table: Table, names: tuple[str, ...], on_server: bool) -> tuple[str, tuple[str, ...]] | None:
    """The statement that adds such rows, with the order of their values; nothing where the driver cannot take them."""
    if len(names) == 1 or any(isinstance(table.c[name].type, LargeBinary) for name in names):
        return None
    statement = insert(table).values({name: bindparam(name) for name in names})
    if on_server:
        text = str(statement.compile(dialect=psycopg.dialect()))  # type: ignore[no-untyped-call]
        return rewritten_for_arrays(text, {name for name in names if isinstance(table.c[name].type, Boolean)})
    compiled = statement.compile(dialect=sqlite.dialect(paramstyle="qmark"))
    return str(compiled), tuple(compiled.positiontup or ())

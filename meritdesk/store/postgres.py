"""Everything that is particular to PostgreSQL: connections, transactions, locks, and what its errors mean.

The sister of ``store/sqlite.py``. A reading is one repeatable snapshot, read only. A writing takes the advisory lock of
the agency that owns the journal and holds it to its end, so that one chain never has two writers; then it sees what was
committed last. Nothing here names a password in a log or an error.
"""

from __future__ import annotations

import contextlib
import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import URL, Connection, Engine, String, create_engine, event, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.compiler import compiles

from meritdesk.core.errors import BusyRefusal, FileRefusal, Refusal, UsageRefusal
from meritdesk.core.server import ServerPlace
from meritdesk.store.postgres_many import in_one_message

OLDEST_SERVER = 14
"""Older servers are no longer mended by their makers when this is written."""

CONNECT_SECONDS = 5
WAIT_SECONDS = 5
"""So long a clerk waits for another clerk's writing before he is told so."""

SESSION: tuple[str, ...] = (
    "SET TIME ZONE 'UTC'",
    "SET client_min_messages = 'warning'",
    # Compiling a query takes longer than any of ours; the planner's guess about partitions would ask for it.
    "SET jit = off",
)
"""What every connection is told."""

PARTITIONED: tuple[str, ...] = (
    "person", "history_entry", "reporting_line", "plan", "work_result", "indicator", "actual", "evidence",
    "evidence_file", "feedback_entry", "evaluation", "superseded_evaluation", "document", "paper_entry",
    "electronic_signature", "old_evaluation", "old_line", "change_set", "row_change", "staff_row", "staff_words",
    "staff_digits", "search_entry", "entry_words", "print_item", "scan_page", "merge_base",
)  # fmt: skip
"""The tables with many rows for every agency; the others stay small enough for one piece."""

PARTITIONS = 4
_NEW_TABLE = re.compile(r"\s*CREATE TABLE (\w+) \(")


@compiles(String, "postgresql")
def _text_of_any_length(_type: String, _compiler: Any, **_more: Any) -> str:
    """A code is as long as it is: the file never cut one off, so the server does not either."""
    return "TEXT"


def engine_for(place: ServerPlace, password: str = "", name: str = "meritdesk") -> Engine:
    """An engine on a server's database. Without a password the libraries' own file (``pgpass``) is asked."""
    try:
        from psycopg.types.array import ListBinaryDumper
    except ImportError as error:
        raise UsageRefusal("SRV-117") from error
    asked: dict[str, Any] = {
        "connect_timeout": CONNECT_SECONDS,
        "application_name": name,
        "sslmode": place.tls_mode,
        # A cable that was pulled out is noticed within a minute, and not after two hours.
        "keepalives_idle": 20,
        "keepalives_interval": 10,
        "keepalives_count": 3,
    }
    if password:
        asked["password"] = password
    if place.root_certificate:
        asked["sslrootcert"] = place.root_certificate
    url = URL.create(
        "postgresql+psycopg", username=place.user, host=place.host, port=place.port, database=place.database
    )
    # The password travels beside the address: nothing that prints the engine or its address can show it.
    engine = create_engine(url, connect_args=asked, pool_size=2, max_overflow=6, pool_pre_ping=True)

    event.listen(engine, "do_executemany", in_one_message)

    @event.listens_for(engine, "connect")
    def _prepare(raw: Any, _record: Any) -> None:
        # A connection pool between us and the server keeps no prepared statement.
        raw.prepare_threshold = None
        # A list of thousands of texts is spelled out for people by default, which takes both sides ten times as long.
        raw.adapters.register_dumper(list, ListBinaryDumper)
        with raw.cursor() as cursor:
            for setting in SESSION:
                cursor.execute(setting)
            cursor.execute(f"SET lock_timeout = '{WAIT_SECONDS}s'")
        raw.commit()

    return engine


@contextmanager
def snapshot(engine: Engine) -> Iterator[Connection]:
    """One consistent view of everything; what is written in it is refused by the server."""
    with engine.connect() as plain:
        connection = plain.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        with connection.begin():
            yield connection


@contextmanager
def turn_of(connection: Connection, agency: str) -> Iterator[None]:
    """Hold the pen of an agency to the end of the transaction; ``SRV-111`` when another clerk keeps it."""
    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": lock_key(agency)})
    yield


def lock_key(agency: str) -> int:
    """The number under which the server keeps an agency's pen."""
    return int.from_bytes(hashlib.sha256(f"meritdesk:{agency}".encode()).digest()[:8], "big", signed=True)


@contextmanager
def rebuilding(engine: Engine, partitions: int = PARTITIONS) -> Iterator[Connection]:
    """One transaction in which tables are made or changed; large tables are made in pieces by agency."""
    with engine.connect() as connection, connection.begin():
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": lock_key("")})
        pieces = pieces_of(connection) or partitions
        event.listen(connection, "before_cursor_execute", _in_pieces(pieces), retval=True)
        yield connection


def pieces_of(connection: Connection) -> int:
    """Into how many pieces the tables of this database are cut; 0 where there is none yet, 1 where none is cut."""
    found = connection.execute(
        text("SELECT c.relkind, (SELECT count(*) FROM pg_inherits i WHERE i.inhparent = c.oid) FROM pg_class c "
             "WHERE c.oid = to_regclass('person')")
    ).first()  # fmt: skip
    if found is None:
        return 0
    return int(found[1]) if found[0] in ("p", b"p") else 1


def _in_pieces(pieces: int) -> Any:
    """Adds the pieces to a ``CREATE TABLE`` of a large table, before a row can come."""

    def listen(
        _connection: Any, _cursor: Any, statement: str, parameters: Any, _context: Any, _many: bool
    ) -> tuple[str, Any]:
        found = _NEW_TABLE.match(statement)
        if pieces < 2 or found is None or found[1] not in PARTITIONED:
            return statement, parameters
        name = found[1]
        parts = "".join(
            f";\nCREATE TABLE {name}_p{number} PARTITION OF {name} "
            f"FOR VALUES WITH (MODULUS {pieces}, REMAINDER {number})"
            for number in range(pieces)
        )
        return f"{statement.rstrip()} PARTITION BY HASH (agency){parts}", parameters

    return listen


def schema_number(connection: Connection) -> int:
    """The schema number of the database; ``SRV-106`` when it was never prepared."""
    if connection.execute(text("SELECT to_regclass('alembic_version')")).scalar() is None:
        raise FileRefusal("SRV-106")
    number = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return int(number or 0)


def require_fit(connection: Connection) -> None:
    """``SRV-105`` for an old server, ``SRV-115`` for a database that would put words in another order than the file."""
    version = int(connection.execute(text("SHOW server_version_num")).scalar_one()) // 10000
    if version < OLDEST_SERVER:
        raise UsageRefusal("SRV-105", found=version, least=OLDEST_SERVER)
    statement = text(
        "SELECT datcollate, pg_encoding_to_char(encoding) FROM pg_database WHERE datname = current_database()"
    )
    order, signs = connection.execute(statement).one()
    if order not in ("C", "POSIX") or signs != "UTF8":
        raise UsageRefusal("SRV-115", order=order, signs=signs)


def line_protection(connection: Connection) -> str:
    """How the line to the server is protected, in the server's own words; empty when it is not."""
    row = connection.execute(text("SELECT ssl, version, cipher FROM pg_stat_ssl WHERE pid = pg_backend_pid()")).first()
    return f"{row[1]} ({row[2]})" if row is not None and row[0] else ""


def refresh_statistics(engine: Engine) -> None:
    """Let the planner count whole tables after a large write, and not when the server's own round comes by.

    It serves speed alone, so a failure is left to that round.
    """
    with contextlib.suppress(DBAPIError), engine.begin() as connection:
        connection.execute(text("SELECT meritdesk_count_rows()"))


_STATES: tuple[tuple[str, type[Refusal], str], ...] = (
    ("28", UsageRefusal, "SRV-103"),
    ("3D000", UsageRefusal, "SRV-104"),
    ("42501", UsageRefusal, "SRV-110"),
    ("25006", UsageRefusal, "SRV-110"),
    ("42P01", FileRefusal, "SRV-106"),
    ("42703", FileRefusal, "SRV-106"),
    ("55P03", BusyRefusal, "SRV-111"),
    ("40", BusyRefusal, "SRV-111"),
    ("53300", BusyRefusal, "SRV-113"),
    ("53", FileRefusal, "SRV-112"),
    ("58", FileRefusal, "SRV-112"),
    ("57", FileRefusal, "SRV-102"),
    ("08", FileRefusal, "SRV-102"),
    ("22021", FileRefusal, "SRV-114"),
    ("22003", FileRefusal, "SRV-114"),
    ("22P05", FileRefusal, "SRV-114"),
    ("54", FileRefusal, "SRV-114"),
    ("23503", UsageRefusal, "STO-634"),
)
_TAKEN = ("incoming", "outgoing")
"""A package or a place in a stream that is there already is no bug: two clerks received the same file."""


def refusal_for(error: BaseException, place: ServerPlace) -> Refusal | None:
    """What the world did, when a database error is not our own bug."""
    origin: Any = error.orig if isinstance(error, DBAPIError) else error
    state = str(getattr(origin, "sqlstate", "") or "")
    diagnosis = getattr(origin, "diag", None)
    facts = {"server": place.shown, "user": place.user, "database": place.database}
    if state == "23505" and str(getattr(diagnosis, "table_name", "")).startswith(_TAKEN):
        return FileRefusal("STO-635")
    for beginning, kind, code in _STATES:
        if state and state.startswith(beginning):
            return kind(code, **facts)
    if type(origin).__name__ in ("DataError", "UntranslatableCharacter") and "NUL" in str(origin):
        return FileRefusal("SRV-114", **facts)
    is_gone = getattr(error, "connection_invalidated", False)
    if not state and type(origin).__name__ in ("OperationalError", "ConnectionTimeout", "InterfaceError"):
        return _without_a_server(str(origin), is_gone, facts)
    return None


def _without_a_server(words: str, is_gone: bool, facts: dict[str, str]) -> Refusal:
    """The library says in words alone why no connection came about."""
    said = words.lower()
    if "password authentication failed" in said or "no password supplied" in said or "pg_hba.conf" in said:
        return UsageRefusal("SRV-103", **facts)
    if re.search(r'role ".*" does not exist', said) or "not permitted to log in" in said:
        return UsageRefusal("SRV-103", **facts)
    if re.search(r'database ".*" does not exist', said):
        return UsageRefusal("SRV-104", **facts)
    if "too many clients" in said or "too many connections" in said or "remaining connection slots" in said:
        return BusyRefusal("SRV-113", **facts)
    if "permission denied for database" in said:
        return UsageRefusal("SRV-110", **facts)
    if "ssl" in said or "certificate" in said:
        return UsageRefusal("SRV-116", **facts)
    return FileRefusal("SRV-102" if is_gone else "SRV-101", **facts)


@contextmanager
def refusing(place: ServerPlace) -> Iterator[None]:
    """Turn errors of the server into refusals with a code; bugs pass through unchanged."""
    try:
        yield
    except DBAPIError as error:
        refusal = refusal_for(error, place)
        if refusal is None:
            raise
        raise refusal from error

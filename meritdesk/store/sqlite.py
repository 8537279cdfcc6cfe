"""Everything that is particular to SQLite and SQLCipher: connections, transactions, checks, copies, error codes.

The rollback journal with ``synchronous=EXTRA`` and immediate write transactions lost nothing in simulated power cuts,
where write-ahead logging did (docs/decisions/0003-journal-mode.md).
"""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.dialects.sqlite.base import SQLiteCompiler
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from meritdesk.aside import aside
from meritdesk.core.errors import BusyRefusal, FileRefusal, Refusal, UsageRefusal

APPLICATION_ID = 0x4D455249
"""``MERI`` in the header of the file: another program's database is never taken for ours."""

PAGE_SIZE = 4096
FILLED_AT_ONCE = 1_000
"""Pages that are written anew by one statement."""
BUSY_SECONDS = 5
PATIENT_SECONDS = 120
STATEMENT_BEATS = 200_000
"""Instructions of the database between two looks whether a long statement shall go on; some milliseconds."""

ROWS_LOOKED_AT = 5000
"""So many rows of an index tell the planner how its values repeat."""

SIDE_FILES = ("-journal", "-wal", "-shm")

_NO_ROOM = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)})
_MORE_ROOM = "more_room"
_PLAIN_HEADER = b"SQLite format 3\x00"
CACHE_KIB = 65_536
"""So much of the file a connection keeps at hand."""

SETTINGS: tuple[str, ...] = (
    "PRAGMA cipher_compatibility = 4",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = EXTRA",
    "PRAGMA secure_delete = ON",
    f"PRAGMA cache_size = -{CACHE_KIB}",
    # A write that outgrows the cache would lock every reader out before its end.
    "PRAGMA cache_spill = OFF",
    "PRAGMA trusted_schema = OFF",
)
"""What every connection is told. Nothing is called saved before the disk has it, so that no power cut takes it back."""


class IndexCompiler(SQLiteCompiler):
    """Writes ``with_hint(table, "INDEXED BY name")`` behind the table; SQLAlchemy knows of no hints in SQLite."""

    def get_from_hint_text(self, table: object, text: str | None) -> str | None:
        """The hint as it is."""
        return text


def no_beat() -> None:
    """Nobody waits to stop it."""


def engine_for(path: Path, key: bytes, *, is_read_only: bool = False) -> Engine:
    """An engine on an encrypted file; a write takes the lock at its beginning (``immediate``), never half-way.

    With ``is_read_only`` the file is opened for reading alone: the system lets nothing through that would write.
    """
    engine = create_engine(
        f"sqlite:///{_read_only_address(path)}" if is_read_only else f"sqlite:///{path.as_posix()}",
        module=dbapi2,
        poolclass=QueuePool,
        pool_size=2,
        # The connection that was used last has the pages that are wanted next.
        pool_use_lifo=True,
        connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False},
    )
    engine.dialect.statement_compiler = IndexCompiler

    @event.listens_for(engine, "connect")
    def _prepare(raw: Any, _record: Any) -> None:
        raw.isolation_level = None
        unlock(raw, key)
        if is_read_only:
            raw.execute("PRAGMA query_only = ON")

    @event.listens_for(engine, "checkin")
    def _usual_room(raw: Any, record: Any) -> None:
        if raw is not None and record.info.pop(_MORE_ROOM, False):
            raw.execute(f"PRAGMA cache_size = -{CACHE_KIB}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        immediate = connection.get_execution_options().get("immediate", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")

    return engine


def _read_only_address(path: Path) -> str:
    """The file as an address that says how it is opened; an existing file only, and never a journal beside it."""
    place = path.absolute().as_posix()
    # The address is unquoted once by the engine and once by the database.
    return f"file:{'' if place.startswith('/') else '/'}{quote(place)}?mode=ro&uri=true"


def unlock(raw: Any, key: bytes) -> None:
    """Give a fresh connection the data key as it is (no key derivation) and the office's settings."""
    cursor = raw.cursor()
    # A wrong key or a damaged page is refused in the user's words; the library's own lines would only frighten.
    cursor.execute("PRAGMA cipher_log_level = NONE")
    cursor.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    for setting in SETTINGS:
        cursor.execute(setting)
    cursor.close()


def make_room(connection: Connection, waiting_kib: int) -> None:
    """Until this transaction ends, let pages that are read have their usual room beside those that wait to be written.

    Without it a long work that reads and writes in turns would decipher each page anew for every row that it reads.
    """
    opened = connection.connection
    raw: Any = opened.driver_connection
    raw.execute(f"PRAGMA cache_size = -{CACHE_KIB + waiting_kib}")
    opened.info[_MORE_ROOM] = True


def use_rollback_journal(connection: Connection) -> None:
    """Settle the journal mode in a new or upgraded file; it is the default, so nothing is written when it holds."""
    connection.exec_driver_sql("PRAGMA journal_mode = DELETE")


def be_patient(connection: Connection, seconds: int = PATIENT_SECONDS) -> None:
    """Let a long write wait for a reader at its end instead of losing everything it did."""
    raw = connection.connection.driver_connection
    assert raw is not None
    raw.execute(f"PRAGMA busy_timeout = {seconds * 1000}")


@contextmanager
def raw_connection(path: Path, key: bytes) -> Iterator[Any]:
    """A plain driver connection for copies and checks."""
    raw = dbapi2.connect(str(path), timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    try:
        unlock(raw, key)
        yield raw
    finally:
        raw.close()


def recognise(path: Path) -> None:
    """Refuse what cannot be our file before any key is tried: missing, a folder, empty, plain SQLite, cut off."""
    if path.is_dir():
        raise FileRefusal("STO-603", path=str(path))
    if not path.exists():
        raise FileRefusal("STO-601", path=str(path))
    size = path.stat().st_size
    if size == 0:
        raise FileRefusal("STO-602", path=str(path))
    with path.open("rb") as file:
        head = file.read(len(_PLAIN_HEADER))
    if head == _PLAIN_HEADER:
        raise FileRefusal("STO-604", path=str(path))
    if size < PAGE_SIZE or (size % PAGE_SIZE and not Path(f"{path}-journal").exists()):
        raise FileRefusal("STO-606", path=str(path))


def schema_number(connection: Connection, path: Path) -> int:
    """The schema number in the file; refuses what is not decipherable, not ours, or shorter than it says."""
    found = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    if found != APPLICATION_ID:
        raise FileRefusal("STO-604", path=str(path))
    pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    if pages * PAGE_SIZE > path.stat().st_size:
        raise FileRefusal("STO-606", path=str(path))
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def mark_schema(connection: Connection, number: int) -> None:
    """Write whose file this is and its schema number, inside the transaction of the upgrade."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {int(number)}")


@contextmanager
def rebuilding(engine: Engine) -> Iterator[Connection]:
    """One immediate transaction in which tables may be rebuilt; references are judged as a whole before it ends."""
    with engine.connect() as opened:
        raw = opened.connection.driver_connection
        assert raw is not None
        raw.execute("PRAGMA foreign_keys = OFF")
        connection = opened.execution_options(immediate=True)
        try:
            with connection.begin():
                yield connection
                if broken_references(connection):
                    raise FileRefusal("STO-643", reason="foreign keys")
        finally:
            connection.invalidate()


def broken_references(connection: Connection) -> list[str]:
    """Tables with rows whose parent row is missing."""
    rows = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    return sorted({str(row[0]) for row in rows})


@contextmanager
def watched(raw: Any, beat: Callable[[], None]) -> Iterator[None]:
    """Let a long statement be stopped: ``beat`` is called while it runs, and what it raises ends the statement."""
    raised: list[BaseException] = []

    def look() -> int:
        try:
            beat()
        except BaseException as error:  # noqa: BLE001 - raised again below, outside the library
            raised.append(error)
            return 1
        return 0

    raw.set_progress_handler(look, STATEMENT_BEATS)
    try:
        yield
    except dbapi2.Error:
        if not raised:
            raise
    finally:
        raw.set_progress_handler(None, 0)
    if raised:
        raise raised[0]


def look_within(connection: Connection, look: Callable[[], int] | None) -> None:
    """Let a look be taken within the statements of a connection; one that answers 1 ends the statement."""
    raw: Any = connection.connection.driver_connection
    raw.set_progress_handler(look, STATEMENT_BEATS if look is not None else 0)


def page_faults(path: Path, key: bytes, *, thorough: bool, beat: Callable[[], None] = no_beat) -> list[str]:
    """What the cipher's page seals and the database's own check complain of; empty when sound.

    A page that holds nothing may have a broken seal: after a power cut in the midst of writing it is not rolled back,
    since nobody needs what was in it. When the thorough check goes through everything that is in use, it is no fault.
    """

    def seals() -> list[str]:
        with raw_connection(path, key) as raw:
            return [str(row[0]) for row in raw.execute("PRAGMA cipher_integrity_check")]

    # No statement: the library goes through all pages at once. Where an open file cannot be removed it is waited for.
    faults = aside(seals, beat, is_left=os.name != "nt")
    check = "PRAGMA integrity_check" if thorough or faults else "PRAGMA quick_check"
    try:
        with raw_connection(path, key) as raw, watched(raw, beat):
            found = [str(row[0]) for row in raw.execute(check) if row[0] != "ok"]
            if faults and not found and len(faults) > int(raw.execute("PRAGMA freelist_count").fetchone()[0]):
                return faults
    except dbapi2.DatabaseError:
        if not faults:
            raise
        return faults
    if faults and found:
        return faults
    # An index of words that does not fit its rows is made anew (``store/search_index.py``); no record is at risk.
    return [fault for fault in found if "fts5" not in fault.casefold()]


def renew_spent_pages(path: Path, key: bytes) -> int:
    """Write every page that holds nothing anew, so that each has a seal again; answers with how many there were.

    Whoever copies the file page by page reads those too, and would stop at one that a power cut has torn.
    """
    with raw_connection(path, key) as raw:
        raw.execute("PRAGMA synchronous = EXTRA")
        raw.execute("BEGIN IMMEDIATE")
        spent = int(raw.execute("PRAGMA freelist_count").fetchone()[0])
        if spent:
            raw.execute("CREATE TABLE spent_pages (filling BLOB)")
            # In bites, since no value may be a gigabyte long; each fills its own pages to the last.
            for _ in range(0, spent, FILLED_AT_ONCE):
                raw.execute("INSERT INTO spent_pages VALUES (zeroblob(?))", (FILLED_AT_ONCE * PAGE_SIZE,))
            raw.execute("DROP TABLE spent_pages")
        raw.execute("COMMIT")
    return spent


def look_at_references_later(connection: Connection) -> None:
    """Until the end of this transaction a row may name another that is not there yet."""
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")


def write_anew(path: Path, key: bytes, new_key: bytes) -> None:
    """Write a file page by page anew, without what was deleted in it, and lock it with another key."""
    with raw_connection(path, key) as raw:
        raw.execute("VACUUM")
        raw.execute(f"PRAGMA rekey = \"x'{new_key.hex()}'\"")


def copy_database(source: Path, target: Path, key: bytes, step: Callable[[int, int], None]) -> None:
    """A consistent encrypted copy of an open store, page by page, under the same key.

    Pages that hold nothing are written anew first where the copy cannot read one of them.
    """
    try:
        _copy_pages(source, target, key, step)
    except dbapi2.DatabaseError:
        if page_faults(source, key, thorough=True) or not renew_spent_pages(source, key):
            raise
        target.unlink(missing_ok=True)
        _copy_pages(source, target, key, step)


def _copy_pages(source: Path, target: Path, key: bytes, step: Callable[[int, int], None]) -> None:
    with raw_connection(source, key) as from_file, raw_connection(target, key) as to_file:

        def watch(_status: int, remaining: int, total: int) -> None:
            step(total - remaining, total)

        from_file.backup(to_file, pages=2048, progress=watch)


def refresh_statistics(engine: Engine) -> None:
    """Let the planner look at every table after a large write: a page of the staff list takes 4 ms, not 40.

    Of a large index it looks at so many rows that it knows how they repeat; a region's journal has millions. It
    serves speed alone, so a failure is left to the next large write; every connection starts afresh to see it.
    """
    with contextlib.suppress(DBAPIError), engine.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA analysis_limit = {ROWS_LOOKED_AT}")
        connection.exec_driver_sql("ANALYZE")
        connection.commit()
    engine.dispose()


_PATTERNS: tuple[tuple[str, type[Refusal], str], ...] = (
    ("disk is full", FileRefusal, "STO-609"),
    ("database is locked", BusyRefusal, "STO-621"),
    ("database table is locked", BusyRefusal, "STO-621"),
    ("readonly database", FileRefusal, "STO-608"),
    ("unable to open database", FileRefusal, "STO-608"),
    ("disk i/o error", FileRefusal, "STO-622"),
    ("file is not a database", FileRefusal, "STO-605"),
    ("hmac", FileRefusal, "STO-605"),
    ("malformed", FileRefusal, "STO-605"),
    ("foreign key constraint", UsageRefusal, "STO-634"),
    ("unique constraint failed: incoming", FileRefusal, "STO-635"),
    ("unique constraint failed: outgoing", FileRefusal, "STO-635"),
)


def refusal_for(error: BaseException, path: Path) -> Refusal | None:
    """What the world did, when a database error is not our own bug."""
    origin = error.orig if isinstance(error, DBAPIError) else error
    words = str(origin).lower()
    for pattern, kind, code in _PATTERNS:
        if pattern in words:
            return kind(code, path=str(path))
    return None


@contextmanager
def refusing(path: Path) -> Iterator[None]:
    """Turn errors of the database into refusals with a code; bugs pass through unchanged."""
    try:
        yield
    except (DBAPIError, dbapi2.Error) as error:
        refusal = refusal_for(error, path)
        if refusal is None:
            raise
        raise refusal from error


@contextmanager
def refusing_disk(path: Path) -> Iterator[None]:
    """As ``refusing``, and for the store's own handling of files also what the disk answers."""
    try:
        with refusing(path):
            yield
    except OSError as error:
        raise disk_refusal(error, path) from error


def disk_refusal(error: OSError, path: Path) -> Refusal:
    """A full disk, a folder that may not be written, or a device that fails."""
    where = str(error.filename or path)
    if error.errno in _NO_ROOM:
        return FileRefusal("STO-609", path=where)
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return FileRefusal("STO-608", path=where)
    return FileRefusal("STO-622", path=where)

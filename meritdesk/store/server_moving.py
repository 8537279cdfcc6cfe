"""What is done once and with care: prepare a server, let clerks in, carry an agency there, and carry it home again."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, delete, text

from meritdesk.core.errors import FileRefusal, Refusal, UsageRefusal
from meritdesk.core.handover import AuditHead
from meritdesk.core.server import Moved, ServerPlace, ServerState
from meritdesk.store import postgres, search_index, server_copy, server_roles, sqlite
from meritdesk.store.backup import backup_file_name, write_backup
from meritdesk.store.database import BACKUP_FOLDER, DATABASE_FILE, SqliteStore, set_fact, unlock
from meritdesk.store.journal import StoredJournal
from meritdesk.store.notation import moment_text
from meritdesk.store.rows import Rows
from meritdesk.store.server import BROUGHT_BACK, facts_of, require_schema, state_of
from meritdesk.store.server_copy import EVERYBODY, Whose
from meritdesk.store.server_folder import PASSWORD, forget_note, is_on_server, read_note, write_note
from meritdesk.store.tables import SCHEMA_NUMBER, metadata, store_fact
from meritdesk.store.upgrades import move_server_to
from meritdesk.store.vault import KEYRING_FILE, Vault, with_secrets, write_keyring

MAINTENANCE = "postgres"
"""The database that every server has; from there another one is made."""

Step = Callable[[int, int], None]


def prepare(place: ServerPlace, password: str, partitions: int = postgres.PARTITIONS) -> ServerState:
    """Make or upgrade everything a desk needs on a server, as its administrator; again and again without harm.

    A database that is not there is made, with the order of words that the file has. ``SRV-119`` when the login may not.
    """
    if not 0 <= partitions <= 64:
        raise UsageRefusal("SRV-130", partitions=partitions)
    _make_database(place, password)
    engine = postgres.engine_for(place, password)
    try:
        with postgres.refusing(place), engine.connect() as connection, connection.begin():
            postgres.require_fit(connection)
            _require_not_newer(connection)
            _require_administrator(connection)
        with postgres.refusing(place):
            move_server_to(engine, "head", partitions)
            with engine.connect() as connection, connection.begin():
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": postgres.lock_key("roles")})
                server_roles.make_roles(connection)
                server_roles.guard_tables(connection)
                state = state_of(connection, place, "administrator")
            postgres.refresh_statistics(engine)
        return state
    finally:
        engine.dispose()


def admit(
    place: ServerPlace, password: str, login: str, role: str, agencies: Iterable[str], login_password: str = ""
) -> None:
    """Let a clerk in under a role for these agencies; his login is made when a password for it is given."""
    if role not in server_roles.ROLES:
        raise UsageRefusal("SRV-131", role=role, roles=", ".join(server_roles.ROLES))
    with _administrating(place, password) as connection:
        server_roles.admit(connection, login, role, agencies, login_password)


def dismiss(place: ServerPlace, password: str, login: str) -> None:
    """Let somebody in no more."""
    with _administrating(place, password) as connection:
        server_roles.dismiss(connection, login)


def move_to_server(store: SqliteStore, place: ServerPlace, password: str, now: datetime, step: Step) -> Moved:
    """Carry everything of an open store to a prepared server; from then on its folder stands for the rows there.

    The file is backed up first and taken away last. Interrupted anywhere, the same verb goes on: either nothing is
    on the server yet, or all of it is, and then only the rest is done. ``SRV-120`` when other rows of it are there.
    """
    if is_on_server(store.folder):
        raise UsageRefusal("SRV-122", path=str(store.folder))
    vault = _vault_of(store)
    kept = store.folder / BACKUP_FOLDER
    kept.mkdir(exist_ok=True)
    backup = write_backup(store.path, vault, kept / backup_file_name(store.agency.code, now, kept), now, step)
    whose = Whose(store.agency.code, store.agency.is_region)
    engine = postgres.engine_for(place, password)
    try:
        with sqlite.refusing(store.path), _engine_of(store).connect() as source, source.begin():
            head = _head(source, store.agency.code)
            with postgres.refusing(place), engine.connect() as target, target.begin():
                require_schema(target)
                server_roles.role_of(target)
                with postgres.turn_of(target, store.agency.code):
                    there = _what_is_there(target, store.agency.code, head)
                    if there != _SAME:
                        if there == _OLDER:
                            _forget(target, whose)
                        read = server_copy.copy_rows(source, target, whose, step)
                        _clear_marks(target, store.agency.code)
                        server_copy.wait_for_references(target)
                        search_index.make_anew(target, store.agency.code, step, _other_owners(target, whose))
                        _require_same(
                            read, server_copy.digests_of(target, whose, step), _head(target, whose.owner), head
                        )
                    else:
                        read = server_copy.digests_of(source, EVERYBODY, step)
        postgres.refresh_statistics(engine)
    finally:
        engine.dispose()
    if password:
        write_keyring(with_secrets(vault, {PASSWORD: password.encode()}), store.folder)
    write_note(store.folder, place, store.agency.code)
    store.close()
    _take_away(store.folder)
    return Moved(
        agency=store.agency.code,
        place=place.shown,
        tables=server_copy.counted(read),
        change_sets=head.count,
        head=head.digest,
        was_there=there == _SAME,
        kept=backup.name,
    )


def bring_back(folder: Path, passphrase: str | None, recovery_key: str | None, now: datetime, step: Step) -> Moved:
    """Carry an agency from the server home into an encrypted file in the folder that stood for it.

    The server's rows stay as they are and are marked: nobody writes them any more until they are carried there again.
    """
    note = read_note(folder)
    vault = unlock(folder / KEYRING_FILE, passphrase, recovery_key)
    password = vault.secret(PASSWORD).decode() if PASSWORD in vault.ring.secrets else ""
    aside = folder / f"{DATABASE_FILE}.part"
    engine = postgres.engine_for(note.place, password)
    try:
        with postgres.refusing(note.place), engine.connect() as connection, connection.begin():
            require_schema(connection)
            facts = facts_of(connection, note.agency)
            if "code" not in facts:
                raise UsageRefusal("SRV-109", agency=note.agency)
            with postgres.turn_of(connection, note.agency), sqlite.refusing_disk(aside):
                was_there = bool(facts.get(BROUGHT_BACK)) and (folder / DATABASE_FILE).exists()
                whose = Whose(note.agency, bool(facts["is_region"]))
                whose = Whose(note.agency, whose.is_region, _other_owners(connection, whose))
                head = _head(connection, note.agency)
                _clear_marks(connection, note.agency)
                aside.unlink(missing_ok=True)
                read = server_copy.into_file(connection, aside, vault.data_key, whose, step)
                _require_head(aside, vault.data_key, note.agency, head)
                set_fact(connection, note.agency, BROUGHT_BACK, moment_text(now))
                # The file stands in its place before the server's rows are given up: at worst both are there.
                aside.replace(folder / DATABASE_FILE)
        forget_note(folder)
    finally:
        engine.dispose()
        aside.unlink(missing_ok=True)
    return Moved(
        agency=note.agency,
        place=note.place.shown,
        tables=server_copy.counted(read),
        change_sets=head.count,
        head=head.digest,
        was_there=was_there,
    )


_NOTHING, _SAME, _OLDER = "nothing", "same", "older"


def _what_is_there(target: Connection, agency: str, head: AuditHead) -> str:
    facts = facts_of(target, agency)
    if "code" not in facts:
        return _NOTHING
    if facts.get(BROUGHT_BACK):
        return _OLDER
    there = _head(target, agency)
    if there == head and head.count:
        return _SAME
    raise FileRefusal("SRV-120", agency=agency, here=head.count, there=there.count)


def _require_same(
    read: server_copy.Digests, written: server_copy.Digests, head_there: AuditHead, head: AuditHead
) -> None:
    server_copy.require_equal(read, written)
    if head_there != head:
        raise FileRefusal("SRV-121", table="change_set", here=head.count, there=head_there.count)


def _require_head(path: Path, key: bytes, agency: str, head: AuditHead) -> None:
    engine = sqlite.engine_for(path, key)
    try:
        with engine.connect() as connection, connection.begin():
            found = _head(connection, agency)
    finally:
        engine.dispose()
    if found != head:
        raise FileRefusal("SRV-121", table="change_set", here=head.count, there=found.count)


def _head(connection: Connection, agency: str) -> AuditHead:
    return StoredJournal(Rows(connection, agency, agency, may_write=False)).head()


def _other_owners(connection: Connection, whose: Whose) -> frozenset[str]:
    found = connection.execute(text("SELECT agency FROM store_fact WHERE name = 'code'")).scalars()
    return frozenset(found) - {whose.owner}


def _clear_marks(connection: Connection, agency: str) -> None:
    connection.execute(delete(store_fact).where(store_fact.c.agency == agency, store_fact.c.name == BROUGHT_BACK))


def _forget(connection: Connection, whose: Whose) -> None:
    """Rows that went home earlier make room for those that come now."""
    theirs = Whose(whose.owner, whose.is_region, _other_owners(connection, whose))
    connection.execute(text("SELECT meritdesk_forget_journal(:owner)"), {"owner": whose.owner})
    for table in reversed(metadata.sorted_tables):
        if table.name not in server_roles.JOURNAL:
            connection.execute(delete(table).where(*theirs.rows_of(table)))


def _take_away(folder: Path) -> None:
    with sqlite.refusing_disk(folder):
        for ending in ("", *sqlite.SIDE_FILES):
            (folder / f"{DATABASE_FILE}{ending}").unlink(missing_ok=True)


def _vault_of(store: SqliteStore) -> Vault:
    return store._vault


def _engine_of(store: SqliteStore) -> Engine:
    return store._engine


def _make_database(place: ServerPlace, password: str) -> None:
    """Make the database when it is not there, with words in the order of their bytes as in the file."""
    engine = postgres.engine_for(place, password)
    try:
        with postgres.refusing(place), engine.connect():
            return
    except Refusal as error:
        if error.code != "SRV-104":
            raise
    finally:
        engine.dispose()
    outside = postgres.engine_for(ServerPlace(place.host, MAINTENANCE, place.user, place.port, place.tls), password)
    try:
        with postgres.refusing(place), outside.connect() as connection:
            name = connection.dialect.identifier_preparer.quote_identifier(place.database)
            connection.execution_options(isolation_level="AUTOCOMMIT").exec_driver_sql(
                f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'"
            )
    finally:
        outside.dispose()


def _require_not_newer(connection: Connection) -> None:
    with contextlib.suppress(FileRefusal):
        number = postgres.schema_number(connection)
        if number > SCHEMA_NUMBER:
            raise UsageRefusal("SRV-107", found=number, known=SCHEMA_NUMBER)


def _require_administrator(connection: Connection) -> None:
    statement = text(
        "SELECT (rolcreaterole OR rolsuper) AND has_schema_privilege('public', 'CREATE') FROM pg_roles "
        "WHERE rolname = session_user"
    )
    if not connection.execute(statement).scalar():
        raise UsageRefusal("SRV-119", user=str(connection.execute(text("SELECT session_user")).scalar()))


@contextlib.contextmanager
def _administrating(place: ServerPlace, password: str) -> Iterator[Connection]:
    engine = postgres.engine_for(place, password)
    try:
        with postgres.refusing(place), engine.connect() as connection, connection.begin():
            require_schema(connection)
            _require_administrator(connection)
            yield connection
    finally:
        engine.dispose()

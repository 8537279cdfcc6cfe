"""A store that is only looked at: another program works with it, or its place cannot be written (faults F07, F16).

The file is opened for reading alone, without the lock and without a note: whoever works with it is never in the way of
whoever looks, and waits at his commit for one short reading at most. Nothing is upgraded, settled or rolled back here;
what would need that is refused and left to whoever opens the store in full. Only the count of wrong passwords at the
door is kept where it can be.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

from sqlalchemy import Connection, Engine, event, func, select

from meritdesk.core.access import Actor, Role
from meritdesk.core.accounts import Account
from meritdesk.core.errors import BusyRefusal, FileRefusal, Refusal, UsageRefusal
from meritdesk.core.handover import DeviceKeys
from meritdesk.core.journal import Changes
from meritdesk.core.store import Viewing
from meritdesk.store import sqlite, swapping
from meritdesk.store.accounts import accounts_of
from meritdesk.store.database import DATABASE_FILE, Clock, SqliteStore
from meritdesk.store.door import believed, enter
from meritdesk.store.lock import holder_of
from meritdesk.store.tables import SCHEMA_NUMBER, change_set, metadata, row_change
from meritdesk.store.tries import Tries
from meritdesk.store.vault import DEVICE_KEYS, Vault
from meritdesk.store.work import StoreWork
from meritdesk.wall_clock import noted_minute

LONGEST_SECONDS = 4
"""A reading that goes on for longer is ended: the one who works waits ``sqlite.BUSY_SECONDS`` at his commit."""


class ViewedStore(SqliteStore):
    """A store that is read and never written; every deed is refused with who has it, or why it cannot be."""

    def __init__(
        self,
        folder: Path,
        vault: Vault,
        engine: Engine,
        keys: DeviceKeys,
        clock: Clock,
        account: Account | None,
        has_accounts: bool,
        viewing: Viewing,
    ) -> None:
        self._viewing = viewing
        super().__init__(folder, vault, engine, None, keys, clock, account, has_accounts)
        self._opened_file = _which(self.path)
        with self._looked_at() as connection:
            self._seen = _last_number(connection, self._agency.code)

    @property
    def viewing(self) -> Viewing:
        """Why it is only looked at."""
        return self._viewing

    @property
    def role(self) -> Role:
        """Whoever looks is a viewer, whatever else he may do here; an auditor stays one."""
        return Role.AUDITOR if super().role is Role.AUDITOR else Role.VIEWER

    @property
    def is_short_of_room(self) -> bool:
        """Nothing is written, so nothing is short."""
        return False

    @property
    def keeps_backups(self) -> bool:
        """Whoever works with the data keeps them."""
        return False

    def news(self) -> Changes | None:
        """What the one who works has written since this desk looked last, so that its pages read again."""
        with self._looked_at() as connection:
            last = _last_number(connection, self._agency.code)
            if last == self._seen:
                return None
            since = (row_change.c.agency == self._agency.code, row_change.c.number > self._seen)
            names = connection.execute(select(row_change.c.table_name).where(*since).distinct()).scalars().all()
        self._seen = last
        tables = [metadata.tables[name] for name in names if name in metadata.tables]
        return Changes(frozenset(str(table.info["noun"]) for table in tables if "noun" in table.info))

    @contextmanager
    def reading(self, agency_code: str = "") -> Iterator[StoreWork]:
        """A consistent view of one agency's rows, ended with ``STO-628`` when it keeps a writer waiting too long."""
        with self._looked_at() as connection:
            work = StoreWork(connection, agency_code or self._agency.code, self._agency.code, None)
            with work.stoppable():
                yield work

    @contextmanager
    def writing(
        self, actor: Actor, verb: str, reason: str = "", origin: str = "", agency_code: str = ""
    ) -> Iterator[StoreWork]:
        """Refused before anything is tried."""
        raise self._refusal()
        yield

    def _shut(self, *_: Any, **__: Any) -> NoReturn:
        raise self._refusal()

    check = backup = keep_backup = require_other_disk = rebuild_index = shred = settle_restored = _shut
    cut_slot = settle_slots = forgive = change_passphrase = keep_secrets = change_recovery_key = _shut

    def _refusal(self) -> Refusal:
        """``STO-624`` with who works with it, ``STO-625`` for a place that cannot be written, else ``STO-629``."""
        seen = self._viewing
        if seen.who:
            return BusyRefusal("STO-624", who=seen.who, host=seen.host, since=noted_minute(seen.since))
        if seen.is_sealed:
            return FileRefusal("STO-625", path=str(self.folder))
        return UsageRefusal("STO-629")

    @contextmanager
    def _looked_at(self) -> Iterator[Connection]:
        """One short reading of the file that lies there now; a restored one is another file under the same name."""
        with sqlite.refusing_disk(self.path):
            there = _which(self.path)
        if there != self._opened_file:
            self._engine.dispose()
            self._opened_file = there
        with self._seen_by_the_clerk(), _looking(self.path), self._engine.connect() as connection:
            if self._viewing.is_sealed and not self._viewing.who:
                with connection.begin():
                    yield connection
                return
            with _ending(connection), connection.begin():
                yield connection


def open_view(
    folder: Path,
    *,
    decode_keys: Callable[[bytes], DeviceKeys],
    clock: Clock,
    passphrase: str | None = None,
    recovery_key: str | None = None,
    account: str = "",
    was_refused: bool = False,
) -> ViewedStore:
    """Open a store to look at it; nothing in its folder is changed.

    ``was_refused``: the system let nobody write here, whatever it says of the rights (a folder shared by Windows).

    ``STO-626`` after a writer that died in the midst of writing, ``STO-627`` for a store that must be upgraded or whose
    restore is not ended, ``ACC-104`` for the passphrase where people have accounts; else as ``open_store``.
    """
    path = folder / DATABASE_FILE
    with sqlite.refusing_disk(path):
        if swapping.is_ready(folder):
            raise FileRefusal("STO-627", path=str(path))
        sqlite.recognise(path)
    holder = holder_of(folder)
    viewing = Viewing(
        holder.who if holder else "",
        holder.host if holder else "",
        holder.since if holder else "",
        was_refused or is_sealed(folder),
    )
    with sqlite.refusing_disk(path):
        entered = enter(folder, clock, passphrase, recovery_key, account)
    engine = sqlite.engine_for(path, entered.vault.data_key, is_read_only=True)
    try:
        with _looking(path), engine.connect() as connection, connection.begin():
            number = sqlite.schema_number(connection, path)
            if number > SCHEMA_NUMBER:
                raise FileRefusal("STO-607", found=number, known=SCHEMA_NUMBER)
            if number < SCHEMA_NUMBER:
                raise FileRefusal("STO-627", path=str(path))
            accounts = accounts_of(connection)
        who = believed(accounts, entered)
        if accounts and who is None:
            raise UsageRefusal("ACC-104")
        Tries(folder, clock).note_right(entered.door)
        keys = decode_keys(entered.vault.secret(DEVICE_KEYS))
        event.listen(engine, "before_cursor_execute", _in_time)
        return ViewedStore(folder, entered.vault, engine, keys, clock, who, bool(accounts), viewing)
    except BaseException:
        engine.dispose()
        raise


def is_sealed(folder: Path) -> bool:
    """Whether folder or file cannot be written here, as far as the system tells without trying."""
    return not (os.access(folder, os.W_OK) and os.access(folder / DATABASE_FILE, os.W_OK))


@contextmanager
def _looking(path: Path) -> Iterator[None]:
    """A journal that would have to be rolled back first is left to whoever may write."""
    try:
        with sqlite.refusing_disk(path):
            yield
    except FileRefusal as refusal:
        if refusal.code == "STO-608" and Path(f"{path}-journal").exists():
            raise FileRefusal("STO-626", path=str(path)) from refusal
        raise


@contextmanager
def _ending(connection: Connection) -> Iterator[None]:
    """End a reading that goes on for too long, within a statement and between two."""
    raw: Any = connection.connection.driver_connection
    was_ended = threading.Event()

    def end() -> None:
        was_ended.set()
        raw.interrupt()

    connection.info["ends"] = time.monotonic() + LONGEST_SECONDS
    timer = threading.Timer(LONGEST_SECONDS, end)
    timer.daemon = True
    timer.start()
    try:
        yield
    except Exception as error:
        if was_ended.is_set() and not isinstance(error, Refusal):
            raise BusyRefusal("STO-628") from error
        raise
    finally:
        timer.cancel()
        connection.info.pop("ends", None)


def _in_time(connection: Connection, *_: object) -> None:
    if time.monotonic() > connection.info.get("ends", float("inf")):
        raise BusyRefusal("STO-628")


def _last_number(connection: Connection, agency: str) -> int:
    found = select(func.coalesce(func.max(change_set.c.number), 0)).where(change_set.c.agency == agency)
    return int(connection.execute(found).scalar_one())


def _which(path: Path) -> tuple[int, int]:
    told = path.stat()
    return told.st_dev, told.st_ino

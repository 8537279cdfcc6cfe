"""Create, open, upgrade and check the agency's encrypted file."""

from __future__ import annotations

import os
import threading
import uuid
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType

from sqlalchemy import Connection, Engine, delete, insert, select

from meritdesk.core.access import Actor, Role
from meritdesk.core.accounts import Account
from meritdesk.core.errors import BusyRefusal, FileRefusal, UsageRefusal
from meritdesk.core.handover import DeviceKeys
from meritdesk.core.journal import Changes
from meritdesk.core.server import ServerState
from meritdesk.core.store import SAMPLE_ENDING, AgencyInfo, CheckReport, Practice, RestoredStore, Viewing
from meritdesk.half_written import clear
from meritdesk.store import keeping, room, search_index, sqlite, swapping, whereabouts
from meritdesk.store.account_slots import AccountSlots
from meritdesk.store.accounts import accounts_of
from meritdesk.store.backup import backup_file_name, write_backup
from meritdesk.store.checks import check_store
from meritdesk.store.door import believed, enter
from meritdesk.store.journal import Ticket
from meritdesk.store.lock import StoreLock
from meritdesk.store.own_keys import OwnKeys
from meritdesk.store.tables import SCHEMA_NUMBER, store_fact
from meritdesk.store.tries import Tries
from meritdesk.store.upgrades import upgrade
from meritdesk.store.vault import (
    DEVICE_KEYS,
    KEYRING_FILE,
    Vault,
    create_vault,
    read_keyring,
    unlock_with_passphrase,
    unlock_with_recovery,
    write_keyring,
)
from meritdesk.store.work import StoreWork

DATABASE_FILE = "meritdesk.db"
BACKUP_FOLDER = "backups"
MANY_ROWS = 500
"""A write of this size may change how tables are best searched."""

PATIENCE_SECONDS = 0.1
"""How long the thread that serves the clerk waits for another thread's writing before it is told so."""

_DISTRUSTED = frozenset({"STO-605", "STO-608", "STO-609", "STO-622"})
"""A damaged page, a file that cannot be opened, a full disk, an error of the disk."""

Step = Callable[[int, int], None]
Clock = Callable[[], datetime]


def no_step(done: int, total: int) -> None:
    """Progress that nobody watches."""


class SqliteStore(AccountSlots, OwnKeys):
    """One opened store; use it with ``with`` or call ``close``. Threads may share it, writes follow one another.

    The thread that opened it serves the clerk: it never waits for the work of another thread but is told at once
    (``STO-623``), so that it can go on reading. Other threads wait for their turn.
    """

    def __init__(
        self,
        folder: Path,
        vault: Vault,
        engine: Engine,
        lock: StoreLock | None,
        keys: DeviceKeys,
        clock: Clock,
        account: Account | None = None,
        has_accounts: bool = False,
    ) -> None:
        self.folder = folder
        self._vault = vault
        self._engine = engine
        self._lock = lock
        self._keys = keys
        self._clock = clock
        self._account = account
        self._has_accounts = has_accounts
        self._home = threading.get_ident()
        self._pen = threading.Lock()
        self._counting = threading.Lock()
        self._read_elsewhere = 0
        with sqlite.refusing(self.path), engine.connect() as connection:
            self._agency = agency_of(_facts(connection))

    @property
    def path(self) -> Path:
        """The encrypted file."""
        return self.folder / DATABASE_FILE

    @property
    def agency(self) -> AgencyInfo:
        """Whose store this is."""
        return self._agency

    @property
    def role(self) -> Role:
        """That of whoever opened it with his own password. Where nobody has one, the passphrase does the office's work,
        at the regional office that of the region; where somebody has, it only keeps the accounts.
        """
        if self._account is not None:
            return self._account.role
        if self._has_accounts:
            return Role.KEEPER
        return Role.REGIONAL if self._agency.is_region else Role.OPERATOR

    @property
    def was_cut_off(self) -> bool:
        """Whether the program before never closed the store: it died, or the power went."""
        return self._lock is not None and self._lock.was_left

    @property
    def is_short_of_room(self) -> bool:
        """Whether the disk is so full that the reserve was given up, or soon will be."""
        return room.free_bytes(self.folder) < room.RESERVE_BYTES

    @property
    def viewing(self) -> Viewing | None:
        """Why it is only looked at: it is not, whoever opened it works with it."""
        return None

    def news(self) -> Changes | None:
        """What others have written: nothing, since a file has one program at a time."""
        return None

    def state(self) -> ServerState | None:
        """What a shared server says of itself: nothing, this is a file."""
        return None

    @contextmanager
    def reading(self, agency_code: str = "") -> Iterator[StoreWork]:
        """A consistent view of one agency's rows; saving in it is refused as our own bug."""
        with (
            self._seen_by_the_clerk(),
            self._opened_anew_after_failure(),
            sqlite.refusing(self.path),
            self._engine.connect() as connection,
            connection.begin(),
        ):
            work = StoreWork(connection, agency_code or self._agency.code, self._agency.code, None)
            with work.stoppable():
                yield work

    @contextmanager
    def writing(
        self, actor: Actor, verb: str, reason: str = "", origin: str = "", agency_code: str = ""
    ) -> Iterator[StoreWork]:
        """One immediate transaction; leaving without ``commit`` leaves everything as it was."""
        ticket = Ticket(self._clock(), actor.name, actor.role.value, actor.device, verb, reason, origin)
        room.make_room(self.folder)
        with (
            self._holding_the_pen(),
            self._opened_anew_after_failure(),
            sqlite.refusing(self.path),
            self._engine.connect() as plain,
        ):
            if not self._is_home:
                sqlite.be_patient(plain)
            connection = plain.execution_options(immediate=True)
            connection.begin()
            work = StoreWork(connection, agency_code or self._agency.code, self._agency.code, ticket)
            try:
                with work.stoppable():
                    yield work
            finally:
                connection.rollback()
                if not self._is_home:
                    sqlite.be_patient(plain, sqlite.BUSY_SECONDS)
        if work.rows_written >= MANY_ROWS:
            sqlite.refresh_statistics(self._engine)

    def check(self, step: Step) -> CheckReport:
        """Look at everything: page seals, references, the journal's chain, the seals of closed evaluations."""
        with self._seen_by_the_clerk():
            return check_store(self.path, self._vault.data_key, self._engine, self._agency.code, step)

    def backup(self, folder: Path, step: Step) -> Path:
        """A verified copy of the store with its key ring, under its final name only when it is good."""
        target = folder / backup_file_name(self._agency.code, self._clock(), folder, self._agency.file_mark)
        return write_backup(self.path, self._vault, target, self._clock(), step)

    @property
    def keeps_backups(self) -> bool:
        """A file on this PC has nobody else who keeps it."""
        return True

    def keep_backup(self, step: Step, folder: Path | None = None) -> Path:
        """A backup under the next number, beside the store or elsewhere; when it is whole, older ones are thinned."""
        place = folder or self.folder / BACKUP_FOLDER
        with sqlite.refusing_disk(place):
            place.mkdir(parents=True, exist_ok=True)
        target = keeping.target_in(place, self._agency.code, self._agency.file_mark)
        written = write_backup(self.path, self._vault, target, self._clock(), step)
        keeping.thin(place, self._agency.code)
        return written

    def require_other_disk(self, second: Path) -> None:
        """Refuse a second place for backups on the disk of the data; ``STO-731``."""
        whereabouts.require_other_disk(self.folder, second)

    def rebuild_index(self, step: Step) -> int:
        """Make the index of the search anew from the rows; answers with the number of its entries."""
        with sqlite.refusing(self.path):
            entries = search_index.made_anew(self._engine, self._agency.code, step)
        sqlite.refresh_statistics(self._engine)
        return entries

    def shred(self, step: Step) -> None:
        """Write the file anew page by page after something was destroyed: unused pages hold nothing of it."""
        step(0, 1)
        with self._holding_the_pen(), sqlite.refusing(self.path):
            self._engine.dispose()
            with sqlite.raw_connection(self.path, self._vault.data_key) as raw:
                raw.execute("VACUUM")
        self._engine.dispose()
        step(1, 1)

    @property
    def restored(self) -> RestoredStore | None:
        """From which backup this store came back, while sending still waits for the clerk's word."""
        with sqlite.refusing(self.path), self._engine.connect() as connection:
            facts = _facts(connection)
        if not facts.get("restored_at"):
            return None
        return RestoredStore(facts["restored_at"], facts.get("restored_from", ""))

    def settle_restored(self) -> None:
        """The clerk has compared with the region: sending goes on."""
        with self._holding_the_pen(), self._engine.connect() as plain, plain.execution_options(immediate=True).begin():
            for name in ("restored_at", "restored_from"):
                set_fact(plain, self._agency.code, name, "")

    @property
    def _is_home(self) -> bool:
        return threading.get_ident() == self._home

    @contextmanager
    def _holding_the_pen(self) -> Iterator[None]:
        """One writer at a time, and none of the clerk's own while another thread has the store under its eyes."""
        if self._is_home and self._read_elsewhere:
            raise BusyRefusal("STO-623")
        if not self._pen.acquire(timeout=PATIENCE_SECONDS if self._is_home else -1):
            raise BusyRefusal("STO-623")
        try:
            yield
        finally:
            self._pen.release()

    @contextmanager
    def _opened_anew_after_failure(self) -> Iterator[None]:
        """After an error of the disk no connection is believed: what it remembers may never have arrived (F06).

        A flush that failed is not failing the second time, although nothing was written: so the file is closed, and the
        next one who reads or writes opens it anew.
        """
        try:
            yield
        except FileRefusal as refusal:
            if refusal.code in _DISTRUSTED:
                self._engine.dispose()
            raise

    @contextmanager
    def _seen_by_the_clerk(self) -> Iterator[None]:
        """Another thread's long reading is noted: a write could not end before it does."""
        if self._is_home:
            yield
            return
        with self._counting:
            self._read_elsewhere += 1
        try:
            yield
        finally:
            with self._counting:
                self._read_elsewhere -= 1

    def close(self) -> None:
        """Close the file and let the next program in; closing twice is fine."""
        self._engine.dispose()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def __enter__(self) -> SqliteStore:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def create_store(
    folder: Path,
    agency: AgencyInfo,
    passphrase: str,
    secrets: Mapping[str, bytes],
    now: datetime,
    installation: str = "",
) -> str:
    """Make a new store in an empty or new folder and answer with the recovery key, which is kept nowhere.

    ``installation`` names the PC (kept by the settings outside the store). ``STO-615`` when a store is there already.
    """
    vault, recovery_key = create_vault(passphrase, secrets)
    place_store(vault, folder, agency, now, installation)
    return recovery_key


def place_store(vault: Vault, folder: Path, agency: AgencyInfo, now: datetime, installation: str = "") -> None:
    """Make the encrypted file of a new store and lay its key ring beside it."""
    with sqlite.refusing_disk(folder):
        folder.mkdir(parents=True, exist_ok=True)
    path = folder / DATABASE_FILE
    lock = StoreLock(folder, now)
    try:
        if path.exists() or (folder / KEYRING_FILE).exists():
            raise FileRefusal("STO-615", path=str(folder))
        aside = folder / f"{DATABASE_FILE}.part"
        with sqlite.refusing_disk(path):
            _remove(aside)
            try:
                _make_database(aside, vault.data_key, agency, installation)
                write_keyring(vault, folder)
                aside.replace(path)
            finally:
                _remove(aside)
    finally:
        lock.release()


def open_store(
    folder: Path,
    *,
    decode_keys: Callable[[bytes], DeviceKeys],
    clock: Clock,
    passphrase: str | None = None,
    recovery_key: str | None = None,
    installation: str = "",
    account: str = "",
) -> SqliteStore:
    """Open a store: take the lock, unlock the key ring, upgrade when behind (after a copy), settle the epoch.

    ``STO-620`` while another program has it, ``STO-608`` where it cannot be written: then ``store.viewing`` opens it.
    A new epoch is minted when the store meets another ``installation`` than the one it recorded (faults F21). With
    ``account`` the passphrase is that person's own; refusals as ``store.door``.
    """
    path = folder / DATABASE_FILE
    if swapping.is_ready(folder):
        _end_restoring(folder, clock())
    with sqlite.refusing_disk(path):
        sqlite.recognise(path)
        if not os.access(path, os.W_OK):
            raise FileRefusal("STO-608", path=str(path))
    lock = StoreLock(folder, clock())
    try:
        for place in (folder, folder / BACKUP_FOLDER):
            clear(place, again=True)
        entered = enter(folder, clock, passphrase, recovery_key, account)
        vault = entered.vault
        engine = sqlite.engine_for(path, vault.data_key)
        try:
            with sqlite.refusing_disk(path):
                _bring_up_to_date(folder, vault, engine, clock())
                _settle_practice(engine)
                _settle_installation(engine, installation)
                _bring_index_up_to_date(engine)
            with sqlite.refusing(path), engine.connect() as connection:
                accounts = accounts_of(connection)
            who = believed(accounts, entered)
            keys = decode_keys(vault.secret(DEVICE_KEYS))
            Tries(folder, clock).note_right(entered.door)
            room.keep_reserve(folder)
            return SqliteStore(folder, vault, engine, lock, keys, clock, who, bool(accounts))
        except BaseException:
            engine.dispose()
            raise
    except BaseException:
        lock.release()
        raise


def unlock(keyring: Path, passphrase: str | None, recovery_key: str | None) -> Vault:
    """Open the key ring with whichever of the two the clerk has; ``STO-617`` when neither was given."""
    ring = read_keyring(keyring)
    if passphrase is not None:
        return unlock_with_passphrase(ring, passphrase)
    if recovery_key is not None:
        return unlock_with_recovery(ring, recovery_key)
    raise UsageRefusal("STO-617")


def mint_epoch(connection: Connection, installation: str = "") -> None:
    """Begin a new stream of packages, so that no sequence number is ever used twice."""
    facts = _facts(connection)
    set_fact(connection, facts["code"], "epoch", uuid.uuid4().hex)
    set_fact(connection, facts["code"], "installation", installation)


def set_fact(connection: Connection, agency_code: str, name: str, value: str) -> None:
    """Write one fact about the store itself."""
    connection.execute(delete(store_fact).where(store_fact.c.agency == agency_code, store_fact.c.name == name))
    connection.execute(insert(store_fact), [{"agency": agency_code, "name": name, "value": value}])


def _end_restoring(folder: Path, now: datetime) -> None:
    """A restore that was decided and then cut off is carried out before anything is opened."""
    lock = StoreLock(folder, now)
    try:
        with sqlite.refusing_disk(folder):
            swapping.carry_out(folder, DATABASE_FILE)
    finally:
        lock.release()


def _make_database(path: Path, key: bytes, agency: AgencyInfo, installation: str) -> None:
    engine = sqlite.engine_for(path, key)
    try:
        upgrade(engine)
        facts = {
            "code": agency.code,
            "name": agency.name,
            "is_region": "1" if agency.is_region else "",
            "device": agency.device,
            "place": agency.place,
            "region_code": agency.region_code,
            "practice": agency.practice.value,
        }
        with engine.connect() as plain, plain.execution_options(immediate=True).begin():
            plain.execute(
                insert(store_fact),
                [{"agency": agency.code, "name": name, "value": value} for name, value in facts.items()],
            )
            mint_epoch(plain, installation)
            search_index.make_anew(plain, agency.code, no_step)
    finally:
        engine.dispose()


def _bring_up_to_date(folder: Path, vault: Vault, engine: Engine, now: datetime) -> None:
    path = folder / DATABASE_FILE
    with engine.connect() as connection:
        number = sqlite.schema_number(connection, path)
    if number > SCHEMA_NUMBER:
        raise FileRefusal("STO-607", found=number, known=SCHEMA_NUMBER)
    if number == SCHEMA_NUMBER:
        return
    with engine.connect() as connection:
        code = _facts(connection)["code"]
    kept = folder / BACKUP_FOLDER
    kept.mkdir(exist_ok=True)
    write_backup(path, vault, kept / backup_file_name(code, now, kept), now, no_step)
    upgrade(engine)


def _settle_installation(engine: Engine, installation: str) -> None:
    if not installation:
        return
    with engine.connect() as connection:
        recorded = _facts(connection).get("installation", "")
    if recorded == installation:
        return
    with engine.connect() as plain, plain.execution_options(immediate=True).begin():
        if recorded:
            mint_epoch(plain, installation)
        else:
            set_fact(plain, _facts(plain)["code"], "installation", installation)


def _settle_practice(engine: Engine) -> None:
    """Write the mark into a store that is older than it; a sample city then begins a stream of marked packages."""
    with engine.connect() as connection:
        facts = _facts(connection)
    if "practice" in facts:
        return
    with engine.connect() as plain, plain.execution_options(immediate=True).begin():
        practice = _practice(facts)
        if practice is not Practice.NONE:
            mint_epoch(plain, facts.get("installation", ""))
        set_fact(plain, facts["code"], "practice", practice.value)


def _bring_index_up_to_date(engine: Engine) -> None:
    with engine.connect() as connection:
        code = _facts(connection)["code"]
        if search_index.is_current(connection, code):
            return
    if search_index.made_anew(engine, code, no_step) >= MANY_ROWS:
        sqlite.refresh_statistics(engine)


def _facts(connection: Connection) -> dict[str, str]:
    return {row[0]: row[1] for row in connection.execute(select(store_fact.c.name, store_fact.c.value))}


def agency_of(facts: Mapping[str, str]) -> AgencyInfo:
    """Whose rows these are, from the facts about the store."""
    return AgencyInfo(
        code=facts["code"],
        name=facts["name"],
        is_region=bool(facts["is_region"]),
        device=facts["device"],
        place=facts["place"],
        region_code=facts["region_code"],
        practice=_practice(facts),
    )


def _practice(facts: Mapping[str, str]) -> Practice:
    """The mark of a store; sample cities that are older than the mark are known by their name."""
    known = facts.get("practice")
    if known is None:
        return Practice.SAMPLE if facts["name"].endswith(SAMPLE_ENDING) else Practice.NONE
    return Practice(known)


def _remove(path: Path) -> None:
    for name in (path, *(Path(f"{path}{ending}") for ending in sqlite.SIDE_FILES)):
        name.unlink(missing_ok=True)

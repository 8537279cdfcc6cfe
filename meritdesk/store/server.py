"""A store on a shared server: the sister of ``SqliteStore`` behind the same port, with the same nouns.

The rows lie on the server; the key ring with this device's keys stays in a folder of this PC and opens with the clerk's
passphrase as ever. Several clerks work at once: each reads a snapshot of his own, and who writes holds the agency's pen
until he is done.
"""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import TracebackType

from sqlalchemy import Connection, Engine, func, insert, select, text

from meritdesk.core.access import Actor, Role
from meritdesk.core.accounts import Account, Tried, Witness
from meritdesk.core.errors import BusyRefusal, FileRefusal, Refusal, UsageRefusal
from meritdesk.core.handover import DeviceKeys
from meritdesk.core.journal import Changes
from meritdesk.core.server import ServerPlace, ServerState
from meritdesk.core.store import AgencyInfo, CheckReport, RestoredStore, Viewing
from meritdesk.store import postgres, search_index, server_copy, server_roles
from meritdesk.store.backup import backup_file_name
from meritdesk.store.checks import check_rows
from meritdesk.store.database import MANY_ROWS, PATIENCE_SECONDS, Clock, Step, agency_of, no_step, set_fact
from meritdesk.store.door import enter
from meritdesk.store.founding import require_free
from meritdesk.store.journal import Ticket
from meritdesk.store.own_keys import OwnKeys
from meritdesk.store.server_folder import PASSWORD, ServerNote, read_note, write_note
from meritdesk.store.tables import SCHEMA_NUMBER, change_set, metadata, row_change, store_fact
from meritdesk.store.tries import NOBODY, Tries
from meritdesk.store.vault import (
    DEVICE_KEYS,
    Vault,
    create_vault,
    write_keyring,
)
from meritdesk.store.work import EPOCH, StoreWork
from meritdesk.wall_clock import noted_minute

BROUGHT_BACK = "brought_back"
"""The fact that says when an agency's rows went back into a file: whoever still opens them here would write in vain."""


class ServerStore(OwnKeys):
    """One opened store on a server; use it with ``with`` or call ``close``. Threads may share it.

    The thread that opened it serves the clerk: it does not wait for another thread's writing but is told (``STO-623``).
    Another clerk's writing is waited for some seconds, then ``SRV-111``.
    """

    def __init__(
        self, folder: Path, vault: Vault, engine: Engine, note: ServerNote, keys: DeviceKeys, clock: Clock
    ) -> None:
        self.folder = folder
        self.place = note.place
        self._vault = vault
        self._engine = engine
        self._keys = keys
        self._clock = clock
        self._home = threading.get_ident()
        self._pen = threading.Lock()
        with postgres.refusing(self.place), postgres.snapshot(engine) as connection:
            facts = facts_of(connection, note.agency)
            self._others = _owners(connection) - {note.agency}
            self._database_role = server_roles.role_of(connection)
            self._seen = _last_number(connection, note.agency)
        agency = agency_of(facts)
        self._epoch_fact = EPOCH if keys.card.device in ("", agency.device) else f"{EPOCH}:{keys.card.device}"
        self._agency = replace(agency, device=keys.card.device or agency.device)
        if self._epoch_fact not in facts and self.role not in (Role.VIEWER, Role.AUDITOR):
            self._begin_stream()

    @property
    def agency(self) -> AgencyInfo:
        """Whose store this is, with this PC's own device."""
        return self._agency

    @property
    def role(self) -> Role:
        """What the server trusts this login with."""
        role = server_roles.DESK_ROLES[self._database_role]
        is_clerk = role in (Role.OPERATOR, Role.REGIONAL)
        return (Role.REGIONAL if self._agency.is_region else Role.OPERATOR) if is_clerk else role

    @property
    def has_logins(self) -> bool:
        """Whether a server keeps the people: its logins stand for accounts here."""
        return True

    @property
    def account(self) -> Account | None:
        """Nobody's: the login that this PC uses stands in the place of an account."""
        return None

    def vouch(self, name: str, password: str) -> Witness:
        """Who this is, shown by a login of his own on the server. ``ACC-101`` when it lets him not in."""
        tries = Tries(self.folder, self._clock)
        tries.require_turn(NOBODY)
        place = replace(self.place, user=name)
        engine = postgres.engine_for(place, password)
        try:
            with postgres.refusing(place), postgres.snapshot(engine) as connection:
                require_home(connection, self._agency.code)
                role = server_roles.DESK_ROLES[server_roles.role_of(connection)]
        except Refusal as refusal:
            if refusal.code in ("SRV-103", "SRV-109", "SRV-127"):
                tries.note_wrong(NOBODY)
                raise UsageRefusal("ACC-101") from refusal
            raise
        finally:
            engine.dispose()
        tries.note_right(NOBODY)
        return Witness(name, f"login:{name}", role)

    def cut_slot(self, account_id: str, name: str, password: str) -> str:
        """``ACC-128``: the server's administrator keeps its logins."""
        raise UsageRefusal("ACC-128")

    def settle_slots(self, digests: Mapping[str, str]) -> None:
        """Nothing to keep: this key ring has no slots of people."""

    def tried(self) -> Mapping[str, Tried]:
        """What the server counts of its logins stands in its own log."""
        return {}

    def forgive(self, account_id: str) -> None:
        """``ACC-128``: the server's administrator keeps its logins."""
        raise UsageRefusal("ACC-128")

    @property
    def viewing(self) -> Viewing | None:
        """Why it is only looked at: many work on a server at once, so nobody is kept to looking."""
        return None

    def state(self) -> ServerState:
        """What the server says of itself and of this connection."""
        with postgres.refusing(self.place), postgres.snapshot(self._engine) as connection:
            return state_of(connection, self.place, self._database_role)

    @contextmanager
    def reading(self, agency_code: str = "") -> Iterator[StoreWork]:
        """A consistent view of one agency's rows; saving in it is refused as our own bug."""
        with postgres.refusing(self.place), postgres.snapshot(self._engine) as connection:
            yield self._work(connection, agency_code, None)

    @contextmanager
    def writing(
        self, actor: Actor, verb: str, reason: str = "", origin: str = "", agency_code: str = ""
    ) -> Iterator[StoreWork]:
        """One transaction with the agency's pen in hand; leaving without ``commit`` leaves everything as it was."""
        if agency_code in self._others:
            # Its clerks work on this server themselves: there is no second hand that would write for them.
            raise UsageRefusal("SRV-124", agency=agency_code)
        ticket = Ticket(self._clock(), actor.name, actor.role.value, actor.device, verb, reason, origin)
        with self._holding_the_pen(), postgres.refusing(self.place), self._engine.connect() as connection:
            connection.begin()
            try:
                with postgres.turn_of(connection, self._agency.code):
                    self._require_in_place(connection)
                    work = self._work(connection, agency_code, ticket)
                    with work.stoppable():
                        yield work
            finally:
                connection.rollback()
        if work.rows_written >= MANY_ROWS:
            postgres.refresh_statistics(self._engine)
        if work.committed_number == self._seen + 1:
            self._seen = work.committed_number

    def news(self) -> Changes | None:
        """What other clerks have written since this desk last looked or wrote; nothing when all is as it was.

        One look at the journal's index: cheap enough for every few seconds.
        """
        with postgres.refusing(self.place), postgres.snapshot(self._engine) as connection:
            last = _last_number(connection, self._agency.code)
            if last <= self._seen:
                return None
            since = (row_change.c.agency == self._agency.code, row_change.c.number > self._seen)
            names = connection.execute(select(row_change.c.table_name).where(*since).distinct()).scalars().all()
        self._seen = last
        tables = [metadata.tables[name] for name in names if name in metadata.tables]
        return Changes(frozenset(str(table.info["noun"]) for table in tables if "noun" in table.info))

    def check(self, step: Step) -> CheckReport:
        """Look at everything but the pages, which are the server's: journal, closed evaluations, index, evidence."""
        with postgres.refusing(self.place), postgres.snapshot(self._engine) as connection:
            return check_rows(connection, self._agency.code, step, [])

    def backup(self, folder: Path, step: Step) -> Path:
        """A verified, encrypted file as every store's backup: it is restored into a folder, on any PC."""
        target = folder / backup_file_name(self._agency.code, self._clock(), folder, self._agency.file_mark)
        with postgres.refusing(self.place), postgres.snapshot(self._engine) as connection:
            return server_copy.into_backup(connection, self._vault, target, self._copied_agencies, self._clock(), step)

    @property
    def keeps_backups(self) -> bool:
        """The rows are on the server; its administrators back it up."""
        return False

    def keep_backup(self, step: Step, folder: Path | None = None) -> Path:
        """As ``backup``, into the folder of this PC's key ring where none is named."""
        return self.backup(folder or self.folder, step)

    def require_other_disk(self, second: Path) -> None:
        """The rows lie on the server: every disk of this PC is another one."""

    @property
    def was_cut_off(self) -> bool:
        """A server is not left open by a PC that died."""
        return False

    @property
    def is_short_of_room(self) -> bool:
        """The server's disk is not this PC's care."""
        return False

    def rebuild_index(self, step: Step) -> int:
        """Make the index of the search anew from the rows; answers with the number of its entries."""
        with postgres.refusing(self.place):
            with self._engine.begin() as connection, postgres.turn_of(connection, self._agency.code):
                entries = search_index.make_anew(connection, self._agency.code, step, self._others)
            postgres.refresh_statistics(self._engine)
        return entries

    def shred(self, step: Step) -> None:
        """A server keeps copies of its own of what was taken out: whoever destroys brings the agency home first."""
        raise UsageRefusal("PRV-120")

    @property
    def restored(self) -> RestoredStore | None:
        """From which backup these rows came, while sending still waits for the clerk's word."""
        with postgres.refusing(self.place), postgres.snapshot(self._engine) as connection:
            facts = facts_of(connection, self._agency.code)
        if not facts.get("restored_at"):
            return None
        return RestoredStore(facts["restored_at"], facts.get("restored_from", ""))

    def settle_restored(self) -> None:
        """The clerk has compared with the region: sending goes on."""
        self._settle({"restored_at": "", "restored_from": ""})

    def close(self) -> None:
        """Let the connections go; closing twice is fine."""
        self._engine.dispose()

    def __enter__(self) -> ServerStore:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def _copied_agencies(self) -> server_copy.Whose:
        return server_copy.Whose(self._agency.code, self._agency.is_region, self._others)

    def _work(self, connection: Connection, agency_code: str, ticket: Ticket | None) -> StoreWork:
        return StoreWork(connection, agency_code or self._agency.code, self._agency.code, ticket, self._epoch_fact)

    def _require_in_place(self, connection: Connection) -> None:
        """Rows that went back into a file while this desk was open are no longer written here."""
        place = (store_fact.c.agency == self._agency.code, store_fact.c.name == BROUGHT_BACK)
        moment = connection.execute(select(store_fact.c.value).where(*place)).scalar()
        if moment:
            raise FileRefusal("SRV-118", agency=self._agency.code, at=noted_minute(str(moment)))

    def _begin_stream(self) -> None:
        self._settle({self._epoch_fact: uuid.uuid4().hex})

    def _settle(self, facts: Mapping[str, str]) -> None:
        code = self._agency.code
        with (
            self._holding_the_pen(),
            postgres.refusing(self.place),
            self._engine.begin() as connection,
            postgres.turn_of(connection, code),
        ):
            for name, value in facts.items():
                set_fact(connection, code, name, value)

    @contextmanager
    def _holding_the_pen(self) -> Iterator[None]:
        is_home = threading.get_ident() == self._home
        if not self._pen.acquire(timeout=PATIENCE_SECONDS if is_home else -1):
            raise BusyRefusal("STO-623")
        try:
            yield
        finally:
            self._pen.release()


def open_store(
    folder: Path,
    *,
    decode_keys: Callable[[bytes], DeviceKeys],
    clock: Clock,
    passphrase: str | None = None,
    recovery_key: str | None = None,
) -> ServerStore:
    """Open the rows on a server that a folder stands for: key ring first, then server, schema and agency.

    ``SRV-101`` to ``SRV-104`` when no connection comes about, ``SRV-106`` not prepared, ``SRV-107`` made by a newer
    program, ``SRV-108`` to be upgraded by the administrator, ``SRV-109`` without rows of this agency, ``SRV-118`` when
    they went back into a file.
    """
    note = read_note(folder)
    entered = enter(folder, clock, passphrase, recovery_key)
    vault = entered.vault
    password = vault.secret(PASSWORD).decode() if PASSWORD in vault.ring.secrets else ""
    engine = postgres.engine_for(note.place, password)
    try:
        with postgres.refusing(note.place), postgres.snapshot(engine) as connection:
            require_schema(connection)
            require_home(connection, note.agency)
        Tries(folder, clock).note_right(entered.door)
        return ServerStore(folder, vault, engine, note, decode_keys(vault.secret(DEVICE_KEYS)), clock)
    except BaseException:
        engine.dispose()
        raise


def join(
    folder: Path,
    place: ServerPlace,
    password: str,
    agency: AgencyInfo,
    passphrase: str,
    secrets: Mapping[str, bytes],
) -> str:
    """Let this PC work on a prepared server: a key ring of its own in the folder; answers with its recovery key.

    An agency that the server does not know yet begins there (``SRV-110`` unless the login may write); of one that is
    there the rows stay as they are. ``STO-615`` when the folder is in use.
    """
    require_free(folder)
    named = {**secrets, **({PASSWORD: password.encode()} if password else {})}
    vault, recovery_key = create_vault(passphrase, named)
    engine = postgres.engine_for(place, password)
    try:
        with postgres.refusing(place), engine.connect() as connection, connection.begin():
            require_schema(connection)
            server_roles.role_of(connection)
            with postgres.turn_of(connection, agency.code):
                _begin_agency(connection, agency)
        folder.mkdir(parents=True, exist_ok=True)
        write_keyring(vault, folder)
        write_note(folder, place, agency.code)
    finally:
        engine.dispose()
    return recovery_key


def _begin_agency(connection: Connection, agency: AgencyInfo) -> None:
    own = store_fact.c.agency == agency.code
    if connection.execute(select(func.count()).select_from(store_fact).where(own)).scalar_one():
        return
    facts = {
        "code": agency.code,
        "name": agency.name,
        "is_region": "1" if agency.is_region else "",
        "device": agency.device,
        "place": agency.place,
        "region_code": agency.region_code,
        "practice": agency.practice.value,
        EPOCH: uuid.uuid4().hex,
        "installation": "",
    }
    rows = [{"agency": agency.code, "name": name, "value": value} for name, value in facts.items()]
    connection.execute(insert(store_fact), rows)
    search_index.make_anew(connection, agency.code, no_step, _owners(connection) - {agency.code})


def require_schema(connection: Connection) -> None:
    """Refuse a server whose tables are not exactly those of this program."""
    postgres.require_fit(connection)
    number = postgres.schema_number(connection)
    if number > SCHEMA_NUMBER:
        raise FileRefusal("SRV-107", found=number, known=SCHEMA_NUMBER)
    if number < SCHEMA_NUMBER:
        raise FileRefusal("SRV-108", found=number, known=SCHEMA_NUMBER)


def require_home(connection: Connection, agency: str) -> None:
    """``SRV-109`` when the agency has no rows here that this login may see, ``SRV-118`` when they went back."""
    facts = facts_of(connection, agency)
    if "code" not in facts:
        server_roles.role_of(connection)
        raise UsageRefusal("SRV-109", agency=agency)
    if facts.get(BROUGHT_BACK):
        raise FileRefusal("SRV-118", agency=agency, at=noted_minute(facts[BROUGHT_BACK]))


def facts_of(connection: Connection, agency: str) -> dict[str, str]:
    """The facts of one owner among those on the server."""
    statement = select(store_fact.c.name, store_fact.c.value).where(store_fact.c.agency == agency)
    return {row[0]: row[1] for row in connection.execute(statement)}


def state_of(connection: Connection, place: ServerPlace, role: str) -> ServerState:
    """What a server says of itself to this login."""
    user, version = connection.execute(text("SELECT session_user, current_setting('server_version')")).one()
    return ServerState(
        place=place.shown,
        user=str(user),
        role=role.removeprefix("meritdesk_"),
        version=str(version),
        tls=postgres.line_protection(connection),
        partitions=postgres.pieces_of(connection),
        agencies=tuple(sorted(_owners(connection))),
    )


def _owners(connection: Connection) -> set[str]:
    """The agencies whose own clerks work on this server, as far as this login may see them."""
    return set(connection.execute(select(store_fact.c.agency).where(store_fact.c.name == "code")).scalars())


def _last_number(connection: Connection, agency: str) -> int:
    statement = select(func.coalesce(func.max(change_set.c.number), 0)).where(change_set.c.agency == agency)
    return int(connection.execute(statement).scalar_one())

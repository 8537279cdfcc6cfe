"""The one composition root: builds the adapters and opens a desk for an actor. Only this module names adapters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from secrets import token_bytes

import meritdesk.exchange as exchange
import meritdesk.exchange.keysmith as keysmith
import meritdesk.exchange.layouts as spreadsheets
from meritdesk.core.access import Actor
from meritdesk.core.errors import FileRefusal, Refusal, UsageRefusal
from meritdesk.core.personal_data import PersonalRules
from meritdesk.core.rules import PackKind, RulePack
from meritdesk.core.server import Moved, ServerPlace, ServerState
from meritdesk.core.store import AgencyInfo, BackupContents, RecoverySheet, Viewing
from meritdesk.printing.press import Press
from meritdesk.printing.print_shop import PrintShop
from meritdesk.rulebook import Rulebook
from meritdesk.scanning.scanner import Scanner
from meritdesk.services import Desk
from meritdesk.services.assessment import Assessment
from meritdesk.services.changes import Step, no_step
from meritdesk.services.documents import Documents
from meritdesk.services.execution import Execution
from meritdesk.services.follow_up import FollowUp
from meritdesk.services.handover import Handover
from meritdesk.services.handover.answering import write_owed_answers
from meritdesk.services.local_packs import count_local_packs
from meritdesk.services.overview import Overview
from meritdesk.services.planning import Planning
from meritdesk.services.ports import Clock, Surroundings
from meritdesk.services.register import Register
from meritdesk.services.teams import Teams
from meritdesk.services.timekeeping import Timekeeping
from meritdesk.services.upkeep import Upkeep
from meritdesk.signing import Signatures
from meritdesk.store import (
    anonymising,
    database,
    founding,
    lock,
    restoring,
    server,
    server_folder,
    server_moving,
    viewing,
    whereabouts,
)
from meritdesk.store.backup_contents import contents
from meritdesk.store.founding import NewStore as NewStore
from meritdesk.store.postgres import PARTITIONS
from meritdesk.store.vault import DEVICE_KEYS, KEYRING_FILE, create_vault, read_keyring, write_keyring

OpenedStore = database.SqliteStore | server.ServerStore
"""The agency's own file, or its rows on a shared server: the desk does not know which."""


def now() -> datetime:
    """The present moment in the office's own zone, so that its date is the one on the wall calendar.

    The store keeps moments in UTC; nothing is ever decided by a clock alone (faults F70).
    """
    return datetime.now().astimezone()


def prepare_store(agency: AgencyInfo, passphrase: str) -> NewStore:
    """Think up a new store with fresh device keys; nothing is made before ``found_store``. ``STO-616``."""
    return founding.prepare(agency, passphrase, _device_secrets(agency))


def found_store(
    new: NewStore, folder: Path, passphrase: str, choices: Mapping[str, str] | None = None, clock: Clock = now
) -> None:
    """Make a prepared store, whole with the agency's first choices or not at all.

    ``STO-690`` to ``STO-692`` for a place where a store would be torn, ``STO-615`` and ``STO-693`` for one in use.
    """
    whereabouts.require_own_disk(folder)

    def settle(aside: Path) -> None:
        if choices:
            with open_desk(aside, passphrase, clock=clock) as desk:
                desk.upkeep.settings.change(choices)

    founding.found(new, folder, clock(), settle)


def check_place(folder: Path) -> None:
    """Refuse a place for a new store before anything is asked for; refusals as ``found_store``."""
    whereabouts.require_own_disk(folder)
    founding.require_free(folder)


def check_disk(folder: Path) -> None:
    """Refuse a disk on which a store would be torn (``STO-690`` to ``STO-692``)."""
    whereabouts.require_own_disk(folder)


def create_store(folder: Path, agency: AgencyInfo, passphrase: str, clock: Clock = now) -> str:
    """Make a new encrypted store with fresh device keys; answers with the recovery key to print."""
    new = prepare_store(agency, passphrase)
    found_store(new, folder, passphrase, clock=clock)
    return new.recovery_key


def print_recovery_sheet(agency: AgencyInfo, key: str, target: Path, clock: Clock = now) -> None:
    """Print the recovery sheet of a store into a PDF; the key is kept nowhere else."""
    Press(agency.is_practice).print_recovery_sheet(RecoverySheet(agency, key, clock().date()), target)


def practice_beginning(folder: Path) -> Path | None:
    """The backup from which a practice copy was made and can be made anew; nothing where there is none."""
    return restoring.beginning_of(folder)


def _device_secrets(agency: AgencyInfo) -> Mapping[str, bytes]:
    keys = exchange.new_device_keys(agency.code, agency.name, agency.device, agency.is_region)
    return {DEVICE_KEYS: exchange.keys_to_bytes(keys)}


@lru_cache(maxsize=1)
def validation_pack() -> RulePack:
    """The validation rules in force today, for explaining them where no store is open yet."""
    return Rulebook().pack(PackKind.VALIDATION, now().date())


@contextmanager
def open_desk(
    folder: Path,
    passphrase: str = "",
    actor_name: str = "operator",
    clock: Clock = now,
    recovery_key: str = "",
    account: str = "",
    as_viewer: bool = False,
) -> Iterator[Desk]:
    """Open the store of a folder; the desk is closed on leaving.

    ``as_viewer`` only looks at it, also while another program works with it; a place that cannot be written is always
    only looked at. ``STO-626``, ``STO-627``; ``SRV-134`` on a server, where many work at once.

    With ``account`` the passphrase is that person's own and he acts; otherwise it is the office's, or the recovery key.
    ``ACC-101`` to ``ACC-103``, ``ACC-105``; on a server ``ACC-128``, whose logins are its accounts.
    """
    store = _opened(folder, passphrase, recovery_key, account, clock, as_viewer=as_viewer)
    try:
        yield desk_over(store, actor_name, clock)
    finally:
        store.close()


def _opened(
    folder: Path, passphrase: str, recovery_key: str, account: str, clock: Clock, *, as_viewer: bool
) -> OpenedStore:
    word, key = passphrase or None, recovery_key or None
    decode = exchange.keys_from_bytes
    if server_folder.is_on_server(folder):
        if as_viewer:
            raise UsageRefusal("SRV-134")
        if account.strip():
            raise UsageRefusal("ACC-128")
        return server.open_store(folder, passphrase=word, recovery_key=key, decode_keys=decode, clock=clock)
    name = account.strip()
    if not as_viewer:
        try:
            return database.open_store(
                folder, passphrase=word, recovery_key=key, decode_keys=decode, clock=clock, account=name
            )
        except FileRefusal as refusal:
            if refusal.code != "STO-608":
                raise
    return viewing.open_view(
        folder,
        passphrase=word,
        recovery_key=key,
        decode_keys=decode,
        clock=clock,
        account=name,
        was_refused=not as_viewer,
    )


def who_has(folder: Path) -> Viewing | None:
    """Who works with the store of a folder now, told without opening it; nothing when nobody does."""
    holder = lock.holder_of(folder)
    return Viewing(holder.who, holder.host, holder.since) if holder is not None else None


def can_open_in_full(folder: Path) -> bool:
    """Whether a store that is only looked at could be worked with now: nobody has it, and its place can be written."""
    return lock.holder_of(folder) is None and not viewing.is_sealed(folder)


def has_accounts(folder: Path) -> bool:
    """Whether people open the store of a folder with passwords of their own; told without opening it."""
    try:
        return bool(read_keyring(folder / KEYRING_FILE).accounts)
    except Refusal:
        return False


def _actor(store: OpenedStore, name: str) -> Actor:
    who, agency, is_viewing = store.account, store.agency, store.viewing is not None
    if who is None:
        return Actor(name, store.role, agency.device, is_region=agency.is_region, is_viewing=is_viewing)
    role = store.role if is_viewing else who.role
    return Actor(who.name, role, agency.device, who.account_id, who.former_name, agency.is_region, is_viewing)


def desk_over(store: OpenedStore, actor_name: str, clock: Clock) -> Desk:
    """The rooms over an opened store."""
    is_practice = store.agency.is_practice
    around = Surroundings(
        store=store,
        actor=_actor(store, actor_name),
        rulebook=Rulebook(),
        press=Press(is_practice),
        shop=PrintShop(is_practice=is_practice),
        spreadsheets=spreadsheets,
        exchange=exchange,
        signatures=Signatures(),
        clock=clock,
        scanner=Scanner(is_practice),
        keysmith=keysmith,
    )
    count_local_packs(around)
    if store.viewing is None:
        write_owed_answers(around)
    teams = Teams(around)
    return Desk(
        agency=store.agency,
        register=Register(around),
        planning=Planning(around),
        execution=Execution(around),
        timekeeping=Timekeeping(around),
        teams=teams,
        assessment=Assessment(around),
        documents=Documents(around),
        follow_up=FollowUp(around),
        handover=Handover(around),
        overview=Overview(around, teams.times),
        upkeep=Upkeep(around),
    )


def prepare_server(place: ServerPlace, password: str, partitions: int = PARTITIONS) -> ServerState:
    """Make or upgrade what a desk needs on a server, as its administrator; ``SRV-101`` to ``SRV-119``, ``SRV-130``."""
    return server_moving.prepare(place, password, partitions)


def admit_clerk(
    place: ServerPlace, password: str, login: str, role: str, agencies: Iterable[str], login_password: str = ""
) -> None:
    """Let a clerk in on a server, as its administrator: his role, and the agencies whose rows he sees. ``SRV-131``."""
    server_moving.admit(place, password, login, role, agencies, login_password)


def dismiss_clerk(place: ServerPlace, password: str, login: str) -> None:
    """Let a clerk in no more, as the server's administrator; ``SRV-128`` when nobody is called so."""
    server_moving.dismiss(place, password, login)


def server_folder_of(place: ServerPlace) -> Path:
    """Where this PC keeps the key ring for a server that is opened by its address."""
    return server_folder.folder_of(place)


def server_of(folder: Path) -> ServerPlace | None:
    """The server whose rows a folder stands for; nothing for the agency's own file."""
    return server_folder.read_note(folder).place if server_folder.is_on_server(folder) else None


def join_server(folder: Path, place: ServerPlace, password: str, agency: AgencyInfo, passphrase: str) -> str:
    """Let this PC work on a prepared server, with device keys of its own; answers with the recovery key to print."""
    return server.join(folder, place, password, agency, passphrase, _device_secrets(agency))


def move_to_server(
    folder: Path,
    place: ServerPlace,
    password: str,
    passphrase: str = "",
    clock: Clock = now,
    step: Step = no_step,
    recovery_key: str = "",
) -> Moved:
    """Carry everything of a folder's file to a prepared server; the folder stands for the rows there from then on.

    ``SRV-120`` when other rows of the agency are there, ``SRV-121`` when the copy is not equal, ``SRV-122`` when it
    works on a server already.
    """
    if server_folder.is_on_server(folder):
        raise UsageRefusal("SRV-122", path=str(folder))
    with database.open_store(
        folder,
        passphrase=passphrase or None,
        recovery_key=recovery_key or None,
        decode_keys=exchange.keys_from_bytes,
        clock=clock,
    ) as store:
        return server_moving.move_to_server(store, place, password, clock(), step)


def bring_back_from_server(
    folder: Path, passphrase: str = "", clock: Clock = now, step: Step = no_step, recovery_key: str = ""
) -> Moved:
    """Carry the rows a folder stands for home into an encrypted file; ``SRV-123`` when it works on no server."""
    whereabouts.require_own_disk(folder)
    return server_moving.bring_back(folder, passphrase or None, recovery_key or None, clock(), step)


def backup_contents(backup: Path, passphrase: str = "", recovery_key: str = "") -> BackupContents:
    """What a backup holds, told before it is put in the place of anything."""
    return contents(backup, passphrase or None, recovery_key or None)


def restore_store(
    backup: Path, folder: Path, passphrase: str = "", clock: Clock = now, step: Step = no_step, recovery_key: str = ""
) -> Path | None:
    """Put a backup back into a folder; what was there is saved first and its place is the answer."""
    whereabouts.require_own_disk(folder)
    restored = restoring.restore_store(
        backup,
        folder,
        clock=clock,
        step=step,
        passphrase=passphrase or None,
        recovery_key=recovery_key or None,
    )
    return restored.kept


def make_practice_copy(
    backup: Path, folder: Path, passphrase: str = "", clock: Clock = now, step: Step = no_step, recovery_key: str = ""
) -> None:
    """Make a practice store out of a backup of one's own data: marked, under a new epoch and with keys nobody knows.

    The folder must be new, empty or hold a practice copy already, which is thrown away; ``STO-697`` otherwise.
    """
    whereabouts.require_own_disk(folder)
    known = backup_contents(backup, passphrase, recovery_key)
    restoring.restore_store(
        restoring.keep_beginning(backup, restoring.require_practice_folder(folder)),
        folder,
        clock=clock,
        step=step,
        passphrase=passphrase or None,
        recovery_key=recovery_key or None,
        practice=_device_secrets(known.agency),
    )


def make_support_copy(
    backup: Path,
    folder: Path,
    new_passphrase: str,
    passphrase: str = "",
    clock: Clock = now,
    step: Step = no_step,
    recovery_key: str = "",
) -> None:
    """Make a store for support out of a backup: no name, no NIP, no text of the office in it, and its own passphrase.

    It is marked as practice, so that nobody takes it for real. ``STO-697`` when anything else is in the folder,
    ``STO-616`` when the new passphrase is too short.
    """
    whereabouts.require_own_disk(folder)
    known = backup_contents(backup, passphrase, recovery_key)
    secrets = _device_secrets(known.agency)
    vault, _ = create_vault(new_passphrase, secrets)
    restoring.restore_store(
        backup,
        restoring.require_practice_folder(folder),
        clock=clock,
        step=step,
        passphrase=passphrase or None,
        recovery_key=recovery_key or None,
        practice=secrets,
    )
    old = database.unlock(folder / KEYRING_FILE, passphrase or None, recovery_key or None)
    body = Rulebook().pack(PackKind.PERSONAL_DATA, clock().date()).body
    assert isinstance(body, PersonalRules)
    anonymising.make_nameless(folder / database.DATABASE_FILE, old, vault, body.records, token_bytes(32), step)
    write_keyring(vault, folder)

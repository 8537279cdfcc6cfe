"""The one composition root: builds the adapters and opens a desk for an actor. Only this module names adapters."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import lru_cache
from pathlib import Path

import meritdesk.exchange as exchange
import meritdesk.exchange.layouts as spreadsheets
from meritdesk.core.access import Actor, Role
from meritdesk.core.rules import PackKind, RulePack
from meritdesk.core.store import AgencyInfo
from meritdesk.printing.press import Press
from meritdesk.printing.print_shop import PrintShop
from meritdesk.rulebook import Rulebook
from meritdesk.scanning.scanner import Scanner
from meritdesk.services import Desk
from meritdesk.services.assessment import Assessment
from meritdesk.services.changes import Step, no_step
from meritdesk.services.documents import Documents
from meritdesk.services.execution import Execution
from meritdesk.services.handover import Handover
from meritdesk.services.overview import Overview
from meritdesk.services.planning import Planning
from meritdesk.services.ports import Clock, Surroundings
from meritdesk.services.register import Register
from meritdesk.services.teams import Teams
from meritdesk.services.upkeep import Upkeep
from meritdesk.signing import Signatures
from meritdesk.store import database, restoring
from meritdesk.store.vault import DEVICE_KEYS


def now() -> datetime:
    """The present moment in the office's own zone, so that its date is the one on the wall calendar.

    The store keeps moments in UTC; nothing is ever decided by a clock alone (faults F70).
    """
    return datetime.now().astimezone()


def create_store(folder: Path, agency: AgencyInfo, passphrase: str, clock: Clock = now) -> str:
    """Make a new encrypted store with fresh device keys; answers with the recovery key to print."""
    keys = exchange.new_device_keys(agency.code, agency.name, agency.device, agency.is_region)
    secrets = {DEVICE_KEYS: exchange.keys_to_bytes(keys)}
    return database.create_store(folder, agency, passphrase, secrets, clock())


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
) -> Iterator[Desk]:
    """Open the store of a folder with passphrase or recovery key; the desk is closed on leaving."""
    store = database.open_store(
        folder,
        passphrase=passphrase or None,
        recovery_key=recovery_key or None,
        decode_keys=exchange.keys_from_bytes,
        clock=clock,
    )
    try:
        yield desk_over(store, actor_name, clock)
    finally:
        store.close()


def desk_over(store: database.SqliteStore, actor_name: str, clock: Clock) -> Desk:
    """The rooms over an opened store."""
    is_practice = store.agency.is_practice
    role = Role.REGIONAL if store.agency.is_region else Role.OPERATOR
    around = Surroundings(
        store=store,
        actor=Actor(actor_name, role, store.agency.device),
        rulebook=Rulebook(),
        press=Press(is_practice),
        shop=PrintShop(is_practice=is_practice),
        spreadsheets=spreadsheets,
        exchange=exchange,
        signatures=Signatures(),
        clock=clock,
        scanner=Scanner(is_practice),
    )
    return Desk(
        agency=store.agency,
        register=Register(around),
        planning=Planning(around),
        execution=Execution(around),
        teams=Teams(around),
        assessment=Assessment(around),
        documents=Documents(around),
        handover=Handover(around),
        overview=Overview(around),
        upkeep=Upkeep(around),
    )


def restore_store(
    backup: Path, folder: Path, passphrase: str = "", clock: Clock = now, step: Step = no_step, recovery_key: str = ""
) -> Path | None:
    """Put a backup back into a folder; what was there is saved first and its place is the answer."""
    restored = restoring.restore_store(
        backup,
        folder,
        clock=clock,
        step=step,
        passphrase=passphrase or None,
        recovery_key=recovery_key or None,
    )
    return restored.kept

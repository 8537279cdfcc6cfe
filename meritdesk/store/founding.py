"""A new store, all of it or nothing: made beside its place, settled there, and put in place by one rename.

A power cut on the way leaves a folder ``.baru-<name>`` beside the place; whoever founds there next clears it away.
"""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from meritdesk.core.errors import FileRefusal
from meritdesk.core.store import AgencyInfo
from meritdesk.store import sqlite
from meritdesk.store.database import DATABASE_FILE, place_store
from meritdesk.store.files import flush_folder
from meritdesk.store.lock import HOLDER_FILE, LOCK_FILE
from meritdesk.store.vault import KEYRING_FILE, Vault, create_vault

_LEFT_OVER = frozenset({KEYRING_FILE, LOCK_FILE, HOLDER_FILE, f"{DATABASE_FILE}.part"})
"""What a program leaves behind that died while it made a store in place: a key ring that opens nothing."""


@dataclass(frozen=True, slots=True)
class NewStore:
    """A store to be: whose it is, its recovery key to print, its key ring; nothing of it is on the disk yet."""

    agency: AgencyInfo
    recovery_key: str = field(repr=False)
    vault: Vault = field(repr=False)


def prepare(agency: AgencyInfo, passphrase: str, secrets: Mapping[str, bytes]) -> NewStore:
    """Think a store up in memory, so that its recovery key can be kept before anything is made. ``STO-616``."""
    vault, recovery_key = create_vault(passphrase, secrets)
    return NewStore(agency, recovery_key, vault)


def require_free(folder: Path) -> None:
    """``STO-615`` when a store is there already, ``STO-693`` when the folder holds other things."""
    with sqlite.refusing_disk(folder):
        if not folder.exists():
            return
        names = {path.name for path in folder.iterdir()} if folder.is_dir() else {folder.name}
    if DATABASE_FILE in names:
        raise FileRefusal("STO-615", path=str(folder))
    if names - _LEFT_OVER:
        raise FileRefusal("STO-693", path=str(folder))


def found(new: NewStore, folder: Path, now: datetime, settle: Callable[[Path], None] | None = None) -> None:
    """Put a prepared store into a new or empty folder; ``settle`` may work on it before it is in place.

    Whatever fails or raises on the way leaves the disk as it was.
    """
    require_free(folder)
    aside = folder.parent / f".baru-{folder.name}"
    with sqlite.refusing_disk(folder):
        folder.parent.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(aside, ignore_errors=True)
        aside.mkdir()
    try:
        place_store(new.vault, aside, new.agency, now)
        if settle is not None:
            settle(aside)
        with sqlite.refusing_disk(folder):
            if folder.exists():
                _take_away(folder)
            aside.rename(folder)
            flush_folder(folder.parent)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _take_away(folder: Path) -> None:
    """An empty folder gives way, with what a program left in it that died here before."""
    for path in list(folder.iterdir()):
        with contextlib.suppress(FileNotFoundError):
            path.unlink()
    folder.rmdir()

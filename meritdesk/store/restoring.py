"""The way back from a backup: verified and upgraded aside, the present store kept, and a new epoch begun."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from meritdesk.core.errors import FileRefusal, Refusal
from meritdesk.store import sqlite
from meritdesk.store.backup import DATABASE_MEMBER, backup_file_name, unpack, write_backup
from meritdesk.store.database import BACKUP_FOLDER, DATABASE_FILE, mint_epoch, unlock
from meritdesk.store.files import flush_file, flush_folder, put_in_place
from meritdesk.store.lock import StoreLock
from meritdesk.store.tables import SCHEMA_NUMBER
from meritdesk.store.upgrades import upgrade
from meritdesk.store.vault import KEYRING_FILE, Vault

Step = Callable[[int, int], None]

_STAGES = 4


def _no_step(done: int, total: int) -> None:
    """Progress that nobody watches."""


@dataclass(frozen=True, slots=True)
class Restored:
    """Where the store that stood there before was kept; ``None`` when there was none."""

    kept: Path | None


def restore_store(
    backup: Path,
    folder: Path,
    *,
    clock: Callable[[], datetime],
    step: Step = _no_step,
    passphrase: str | None = None,
    recovery_key: str | None = None,
    installation: str = "",
) -> Restored:
    """Put a backup in place of a store, or where none is.

    Nothing is touched before the backup has proved whole and opens with the passphrase of the day it was made. The
    present store goes to ``backups/`` first, with its journal; then the backup comes in under a new epoch (F13, F21).
    """
    now = clock()
    with sqlite.refusing_disk(folder):
        folder.mkdir(parents=True, exist_ok=True)
    lock = StoreLock(folder, now)
    try:
        with sqlite.refusing_disk(folder), tempfile.TemporaryDirectory(prefix=".pulih-", dir=folder) as private:
            arrived = Path(private) / "store"
            step(0, _STAGES)
            unpack(backup, arrived)
            step(1, _STAGES)
            vault = unlock(arrived / KEYRING_FILE, passphrase, recovery_key)
            _prepare(arrived / DATABASE_MEMBER, vault, backup, installation)
            step(2, _STAGES)
            kept = _keep_present(folder, passphrase, recovery_key, now)
            step(3, _STAGES)
            _remove_present(folder)
            put_in_place(arrived / KEYRING_FILE, folder / KEYRING_FILE)
            put_in_place(arrived / DATABASE_MEMBER, folder / DATABASE_FILE)
    finally:
        lock.release()
    step(_STAGES, _STAGES)
    return Restored(kept)


def _prepare(database: Path, vault: Vault, backup: Path, installation: str) -> None:
    """Prove the copy, bring it to the newest schema and begin a new epoch, all before anything is replaced."""
    sqlite.recognise(database)
    with sqlite.refusing(database), sqlite.raw_connection(database, vault.data_key) as raw:
        if sqlite.page_faults(raw, thorough=False):
            raise FileRefusal("STO-641", path=str(backup))
    engine = sqlite.engine_for(database, vault.data_key)
    try:
        with engine.connect() as connection:
            number = sqlite.schema_number(connection, database)
        if number > SCHEMA_NUMBER:
            raise FileRefusal("STO-607", found=number, known=SCHEMA_NUMBER)
        if number < SCHEMA_NUMBER:
            upgrade(engine)
        with engine.connect() as plain, plain.execution_options(immediate=True).begin():
            mint_epoch(plain, installation)
    finally:
        engine.dispose()


def _keep_present(folder: Path, passphrase: str | None, recovery_key: str | None, now: datetime) -> Path | None:
    """Keep what stands there: as a proper backup when it opens, else file by file just as it is.

    A journal beside it may be another file's, and opening would play it in: then the bytes are kept as they are.
    """
    present = [path for path in _files_of(folder) if path.is_file()]
    if not present:
        return None
    kept = folder / BACKUP_FOLDER
    kept.mkdir(exist_ok=True)
    database = folder / DATABASE_FILE
    if any(path.name.endswith(sqlite.SIDE_FILES) for path in present):
        return _copy_files(present, kept, now)
    try:
        sqlite.recognise(database)
        vault = unlock(folder / KEYRING_FILE, passphrase, recovery_key)
        return write_backup(database, vault, kept / backup_file_name("lama", now, kept), now, _no_step)
    except Refusal:
        return _copy_files(present, kept, now)


def _copy_files(present: Sequence[Path], kept: Path, now: datetime) -> Path:
    aside = Path(tempfile.mkdtemp(prefix=f"sebelum-pulih-{now:%Y%m%d-%H%M%S}-", dir=kept))
    for path in present:
        shutil.copy2(path, aside / path.name)
        flush_file(aside / path.name)
    flush_folder(aside)
    return aside


def _remove_present(folder: Path) -> None:
    """Take the old file away before its journal: a journal beside another database would be played into it."""
    for path in _files_of(folder):
        if path.is_file():
            path.unlink()


def _files_of(folder: Path) -> list[Path]:
    database = folder / DATABASE_FILE
    sides = [folder / f"{DATABASE_FILE}{ending}" for ending in sqlite.SIDE_FILES]
    return [database, *sides, folder / KEYRING_FILE]

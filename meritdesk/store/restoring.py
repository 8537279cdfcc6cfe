"""The way back from a backup: verified and upgraded aside, the present store kept, and a new epoch begun."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, delete, select

from meritdesk.core.errors import Cancelled, FileRefusal, Refusal
from meritdesk.core.store import Practice
from meritdesk.half_written import clear, mark_of_writer
from meritdesk.store import sqlite, swapping
from meritdesk.store.backup import DATABASE_MEMBER, backup_file_name, manifest_of, unpack, write_backup
from meritdesk.store.database import BACKUP_FOLDER, DATABASE_FILE, mint_epoch, set_fact, unlock
from meritdesk.store.files import flush_file, flush_folder, put_in_place
from meritdesk.store.lock import StoreLock
from meritdesk.store.notation import moment_text
from meritdesk.store.tables import SCHEMA_NUMBER, store_fact
from meritdesk.store.tables.print_orders import print_block, print_item, print_order, print_part
from meritdesk.store.tables.trust import KEY_TABLES
from meritdesk.store.upgrades import upgrade
from meritdesk.store.vault import KEYRING_FILE, Vault, with_only_secrets, write_keyring

Step = Callable[[int, int], None]
Beat = Callable[[], None]

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
    practice: Mapping[str, bytes] | None = None,
) -> Restored:
    """Put a backup in place of a store, or where none is.

    Nothing is touched before the backup has proved whole and opens with the passphrase of the day it was made. The
    present store goes to ``backups/`` first, with its journal; then the backup comes in under a new epoch (F13, F21).
    Sending waits until the clerk has compared with the region. ``practice`` makes a practice copy instead, with other
    keys of the device, which no region knows, and without print orders, whose files belong to the real office.
    """
    now = clock()
    with sqlite.refusing_disk(folder):
        folder.mkdir(parents=True, exist_ok=True)
    lock = StoreLock(folder, now)
    try:
        clear(folder, again=True)
        if swapping.is_ready(folder):
            swapping.carry_out(folder, DATABASE_FILE)
        prefix = f".pulih-{mark_of_writer()}"
        with sqlite.refusing_disk(folder), tempfile.TemporaryDirectory(prefix=prefix, dir=folder) as private:
            arrived = Path(private) / "store"
            step(0, _STAGES)
            unpack(backup, arrived, lambda: step(0, _STAGES))
            step(1, _STAGES)
            vault = unlock(arrived / KEYRING_FILE, passphrase, recovery_key)
            made_at = manifest_of(backup).made_at
            facts = {"restored_at": moment_text(now), "restored_from": made_at}
            if practice is not None:
                vault = with_only_secrets(vault, practice)
                write_keyring(vault, arrived)
                facts = {"practice": Practice.COPY.value}
            _prepare(arrived / DATABASE_MEMBER, vault, backup, installation, facts, lambda: step(1, _STAGES))
            step(2, _STAGES)
            kept = _keep_present(folder, passphrase, recovery_key, now, lambda: step(2, _STAGES))
            # From here on it is too late to cancel: the store that was is taken away.
            with sqlite.refusing_disk(folder):
                swapping.put_ready(arrived, folder)
                swapping.carry_out(folder, DATABASE_FILE)
    finally:
        lock.release()
    with contextlib.suppress(Cancelled):
        step(_STAGES, _STAGES)
    return Restored(kept)


PRACTICE_FILE = "LATIHAN.txt"
"""Lies in the folder of a practice copy: who looks into it sees at once that it is no real store."""


def require_practice_folder(folder: Path) -> Path:
    """A folder for a practice copy, emptied of the one before; ``STO-697`` when anything else is in it."""
    with sqlite.refusing_disk(folder):
        if folder.is_dir() and any(folder.iterdir()):
            if not (folder / PRACTICE_FILE).is_file():
                raise FileRefusal("STO-697", path=str(folder))
            lock = StoreLock(folder, datetime.now().astimezone())
            try:
                _remove_present(folder)
            finally:
                lock.release()
        folder.mkdir(parents=True, exist_ok=True)
        (folder / PRACTICE_FILE).write_text("MeritDesk: salinan untuk berlatih, bukan data kedinasan.\n", "utf-8")
    return folder


BEGINNING_FILE = "awal-LATIHAN.meritbackup"
"""The backup from which a practice copy was made; making it anew begins with it again."""


def keep_beginning(backup: Path, folder: Path) -> Path:
    """Lay the backup into the practice folder, so that the copy can be made anew from it; answers with its place."""
    kept = folder / BEGINNING_FILE
    with sqlite.refusing_disk(kept):
        if backup.is_file() and backup.absolute() != kept.absolute():
            aside = folder / f"{BEGINNING_FILE}.part"
            shutil.copyfile(backup, aside)
            flush_file(aside)
            put_in_place(aside, kept)
    return kept if kept.is_file() else backup


def beginning_of(folder: Path) -> Path | None:
    """The backup that lies in a practice folder, if it is one."""
    kept = folder / BEGINNING_FILE
    return kept if kept.is_file() and (folder / PRACTICE_FILE).is_file() else None


def _prepare(
    database: Path, vault: Vault, backup: Path, installation: str, facts: Mapping[str, str], beat: Beat
) -> None:
    """Prove the copy, bring it to the newest schema and begin a new epoch, all before anything is replaced."""
    sqlite.recognise(database)
    with sqlite.refusing(database):
        if sqlite.page_faults(database, vault.data_key, thorough=False, beat=beat):
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
            code = _code(plain)
            for name, value in facts.items():
                set_fact(plain, code, name, value)
            if "practice" in facts:
                # Print orders write into the real office's folders, and the real region's list knows no practice keys.
                for table in (print_block, print_item, print_part, print_order, *KEY_TABLES):
                    plain.execute(delete(table))
    finally:
        engine.dispose()


def _code(connection: Connection) -> str:
    found = connection.execute(select(store_fact.c.value).where(store_fact.c.name == "code"))
    return str(found.scalar_one())


def _keep_present(
    folder: Path, passphrase: str | None, recovery_key: str | None, now: datetime, beat: Beat
) -> Path | None:
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
        return write_backup(database, vault, kept / backup_file_name("lama", now, kept), now, lambda *_: beat())
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

"""The moment in which a restored store takes the place of the present one: decided by one rename, then carried out.

Two files change places, and a power cut may come between them. So the new ones are laid ready under one name first:
from then on the restore is decided, and whoever opens the store next carries it out to its end.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from meritdesk.store import sqlite
from meritdesk.store.files import flush_file, flush_folder, put_in_place
from meritdesk.store.vault import KEYRING_FILE

READY = ".pulih-siap"
"""A folder of this name in a store's folder holds what shall stand there."""


def put_ready(arrived: Path, folder: Path) -> None:
    """Decide: the two files of ``arrived`` shall stand in ``folder``."""
    for path in arrived.iterdir():
        flush_file(path)
    flush_folder(arrived)
    arrived.rename(folder / READY)
    flush_folder(folder)


def is_ready(folder: Path) -> bool:
    """Whether a restore was decided and not carried out to its end."""
    return (folder / READY).is_dir()


def carry_out(folder: Path, database_file: str) -> None:
    """Carry out what was decided; begun again as often as the power is cut. Whoever calls holds the lock."""
    ready = folder / READY
    if (ready / database_file).is_file():
        # The old file goes before its journal: a journal beside another database would be played into it.
        for name in (database_file, *(f"{database_file}{ending}" for ending in sqlite.SIDE_FILES)):
            (folder / name).unlink(missing_ok=True)
        flush_folder(folder)
        if (ready / KEYRING_FILE).is_file():
            put_in_place(ready / KEYRING_FILE, folder / KEYRING_FILE)
        put_in_place(ready / database_file, folder / database_file)
    shutil.rmtree(ready, ignore_errors=True)
    flush_folder(folder)

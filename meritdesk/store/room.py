"""Room kept free for the day the disk is full: a file that is given up, so that the work at hand can be ended (F04)."""

from __future__ import annotations

import contextlib
import shutil
from pathlib import Path

RESERVE_FILE = "meritdesk.ruang"
RESERVE_BYTES = 4 << 20
"""What a few hundred saves need; a long import is refused as a whole where it does not fit."""

_PLENTY = 8
"""So many times the reserve must be free before it is laid aside: it shall not be what fills the disk."""


def free_bytes(folder: Path) -> int:
    """What the disk of a folder has left for this user; plenty where it does not say."""
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return 1 << 62


def keep_reserve(folder: Path) -> None:
    """Lay the reserve aside where there is room enough; at every opening, since it may have been given up."""
    path = folder / RESERVE_FILE
    with contextlib.suppress(OSError):
        if not RESERVE_BYTES or (path.exists() and path.stat().st_size == RESERVE_BYTES):
            return
        if free_bytes(folder) < _PLENTY * RESERVE_BYTES:
            return
        try:
            with path.open("wb") as file:
                file.write(bytes(RESERVE_BYTES))
        except OSError:
            path.unlink(missing_ok=True)


def make_room(folder: Path) -> bool:
    """Before a write: where the disk is nearly full the reserve is given up for it; whether it is nearly full."""
    if not RESERVE_BYTES or free_bytes(folder) >= RESERVE_BYTES:
        return False
    with contextlib.suppress(OSError):
        (folder / RESERVE_FILE).unlink(missing_ok=True)
    return True

"""What the world does to long work: a stick is pulled, a disk is full, the PC sleeps. Each is said in a sentence."""

from __future__ import annotations

import errno
from pathlib import Path

from meritdesk.core.errors import FileRefusal
from meritdesk.resources import resource

_FULL = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG})
_GONE = frozenset(
    getattr(errno, name)
    for name in ("EIO", "ENODEV", "ENXIO", "ENOTCONN", "ESTALE", "EREMOTEIO", "ENOMEDIUM", "EHOSTDOWN", "ETIMEDOUT")
    if hasattr(errno, name)
)
_LOCKED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_WINDOWS_FULL = frozenset({39, 112})
_WINDOWS_GONE = frozenset({21, 31, 55, 64, 483, 1006, 1117, 1167})

SLEEP_SECONDS = 30.0
"""A beat of the window's clock that comes this late was no beat: the PC slept."""


def disk_refusal(error: OSError) -> FileRefusal | None:
    """What the disk answered, when that is the world's doing and not our own mistake.

    ``UI-343`` full, ``UI-344`` the device is gone, ``UI-345`` the folder is gone, ``UI-346`` not to be written.
    """
    where = str(error.filename or "")
    windows = getattr(error, "winerror", None)
    if error.errno in _FULL or windows in _WINDOWS_FULL:
        return FileRefusal("UI-343", path=where)
    if error.errno in _GONE or windows in _WINDOWS_GONE:
        return FileRefusal("UI-344", path=where)
    if not where or _is_ours(where):
        return None
    if isinstance(error, FileNotFoundError | NotADirectoryError) and not Path(where).parent.is_dir():
        return FileRefusal("UI-345", path=where)
    if error.errno in _LOCKED:
        return FileRefusal("UI-346", path=where)
    return None


def slept(wall_seconds: float, beat_seconds: float) -> float:
    """How long the PC slept between two beats that should be ``beat_seconds`` apart; nothing when it did not."""
    late = wall_seconds - beat_seconds
    return late if late >= SLEEP_SECONDS else 0.0


def _is_ours(where: str) -> bool:
    """A file that ships with the program: when that is missing it is our own mistake."""
    return Path(where).is_relative_to(resource(""))

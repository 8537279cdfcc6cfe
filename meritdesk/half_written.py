"""Files that have their name only when they are whole, and what is left of those whose writer died.

What is being written says in its name on which PC and by which program (``mark``). The next program that starts there,
or writes into the same folder, clears away what a program left that lives no more (``clear``); nothing that another
PC or a living program writes is ever touched.
"""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import shutil
import socket
import time
import zlib
from pathlib import Path

import psutil

TRIES = 31
PAUSE_SECONDS = 0.1
_SHARING_VIOLATIONS = frozenset({5, 32, 33})
"""What Windows says of a file that a virus scanner or a viewer holds: denied, in use by another program, locked."""

_MARKED = re.compile(r"(?:^|[.-])w([0-9a-f]{8})-(\d{1,10})-[0-9a-z_]{8}")
_HOST = f"{zlib.crc32(socket.gethostname().encode('utf-8', 'replace')):08x}"
_cleared: set[str] = set()


def mark() -> str:
    """What the name of a half-written file says of its writer; no name of a person or of the PC is in it."""
    return f"{mark_of_writer()}{secrets.token_hex(4)}"


def mark_of_writer() -> str:
    """The same without what makes it unique, for folders that get their last letters elsewhere."""
    return f"w{_HOST}-{os.getpid()}-"


def clear(folder: Path, *, again: bool = False) -> None:
    """Take away what dead programs of this PC left half-written in a folder; once a program, unless asked again."""
    place = str(folder)
    if place in _cleared and not again:
        return
    _cleared.add(place)
    with contextlib.suppress(OSError):
        for path in list(folder.iterdir()):
            if _is_left(path):
                _remove(path)


def give_name(aside: Path, target: Path) -> None:
    """Give a finished file its name; where another program holds the old one it is tried for three seconds.

    Any other error is raised at once: nothing is ever copied over what is there.
    """
    for tried in range(1, TRIES + 1):
        try:
            aside.replace(target)
            return
        except PermissionError as error:
            if getattr(error, "winerror", None) not in _SHARING_VIOLATIONS or tried == TRIES:
                raise
            time.sleep(PAUSE_SECONDS)


def _is_left(path: Path) -> bool:
    found = _MARKED.search(path.name)
    if found is None or found[1] != _HOST:
        return False
    number = int(found[2])
    if number == os.getpid():
        return False
    try:
        # Another program may have got the number of the one that died.
        return bool(psutil.Process(number).create_time() > path.stat().st_mtime + 1)
    except psutil.NoSuchProcess:
        return True
    except (psutil.Error, OSError):
        return False


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with contextlib.suppress(OSError):
            path.unlink()

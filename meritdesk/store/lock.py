"""One program at a time: a lock the operating system keeps, with a note beside it that says who holds it."""

from __future__ import annotations

import getpass
import os
import socket
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
import psutil
from filelock import FileLock, Timeout

from meritdesk.core.errors import BusyRefusal
from meritdesk.store.files import write_aside
from meritdesk.store.notation import moment_text
from meritdesk.store.sqlite import refusing_disk
from meritdesk.wall_clock import noted_minute

LOCK_FILE = "meritdesk.lock"
HOLDER_FILE = "meritdesk.lock.json"


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has the store open. Only for the message: whether it is open at all, the operating system decides."""

    who: str
    pid: int
    host: str
    since: str


class StoreLock:
    """The lock on one store folder; any thread of the program may let it go."""

    def __init__(self, folder: Path, now: datetime) -> None:
        self._note = folder / HOLDER_FILE
        self._lock: Any = FileLock(folder / LOCK_FILE, thread_local=False)
        with refusing_disk(folder):
            try:
                self._lock.acquire(timeout=0)
            except Timeout as error:
                raise _busy(self._note) from error
        self.was_left = self._note.exists()
        """Whether the program before had the store open and never closed it: it died, or the power went."""
        holder = Holder(_user(), os.getpid(), socket.gethostname(), moment_text(now))
        try:
            write_aside(self._note, msgspec.json.encode(holder))
        except BaseException:
            self._lock.release()
            raise

    def release(self) -> None:
        """Let the next one in."""
        self._note.unlink(missing_ok=True)
        self._lock.release()


def holder_of(folder: Path) -> Holder | None:
    """Who has the store of a folder open, by the note beside the lock; the lock itself is not touched.

    A note of this PC whose program lives no more was left by a crash and names nobody.
    """
    holder = _noted(folder / HOLDER_FILE)
    if holder is not None and holder.host == socket.gethostname() and not psutil.pid_exists(holder.pid):
        return None
    return holder


def _noted(note: Path) -> Holder | None:
    try:
        return msgspec.json.decode(note.read_bytes(), type=Holder)
    except (OSError, msgspec.DecodeError):
        return None


def _busy(note: Path) -> BusyRefusal:
    holder = _noted(note)
    if holder is None:
        return BusyRefusal("STO-620", who="?", host="?", since="?")
    return BusyRefusal("STO-620", who=holder.who, host=holder.host, since=noted_minute(holder.since))


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "?"

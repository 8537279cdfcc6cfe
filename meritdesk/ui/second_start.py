"""A second start of the program shows the window that is open already, instead of refusing at its door (F15).

The first program of a user and a store keeps a lock in the user's own folder and watches it; the second finds the lock
taken and lays an empty file there: *show yourself*, or *ask for the file* when a package was opened by a double click.
That the first takes the file away is its answer. So nothing is ever read from another program, there is no socket and
no pipe (the packaged program carries nothing for networks), and whoever could lay such a file could as well do
anything else in the user's name.
"""

from __future__ import annotations

import getpass
import hashlib
import os
import sys
import time
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QDir, QFileSystemWatcher, QLockFile, QObject, QStandardPaths, QTimer, Signal

PATIENCE_SECONDS = 2.0
"""How long the first may take to answer; one that hangs lets the second go to the door, which refuses as ever."""

LOOK_SECONDS = 0.02
LOOK_AGAIN_MS = 50


class Asked(StrEnum):
    """What a later start wants of the first."""

    SHOW = "show"
    FILE = "file"


class FirstStart(QObject):
    """What the first program of a store keeps while it lives: the lock, and an eye on what later starts ask."""

    shown = Signal()
    file_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock: QLockFile | None = None
        self._place = Path()
        self._name = ""
        self._eye = QFileSystemWatcher(self)
        self._eye.directoryChanged.connect(lambda _: self._look())

    @property
    def is_first(self) -> bool:
        """Whether this program is the one that later starts show."""
        return self._lock is not None

    def keep(self, folder: Path | None) -> bool:
        """Be the first for a store (or for the front door); false where another program is."""
        place, name = _own_place(), _name_of(folder)
        if self._lock is not None and (place, name) == (self._place, self._name):
            return True
        self.stop()
        lock = _lock_of(place, name) if place is not None else None
        if place is None or lock is None or not lock.tryLock(0):
            return False
        self._lock, self._place, self._name = lock, place, name
        for asked in Asked:
            (place / f"{name}.{asked}").unlink(missing_ok=True)
        self._eye.addPath(str(place))
        return True

    def stop(self) -> None:
        """Let the next start be the first."""
        if self._lock is not None:
            self._eye.removePath(str(self._place))
            self._lock.unlock()
            self._lock = None

    def _look(self) -> None:
        for asked in Asked:
            path = self._place / f"{self._name}.{asked}"
            if self._lock is None or not path.exists():
                continue
            try:
                path.unlink()
            except OSError:  # on Windows whoever laid it may not have let go of it yet
                QTimer.singleShot(LOOK_AGAIN_MS, self, self._look)
                continue
            (self.file_wanted if asked is Asked.FILE else self.shown).emit()


def shows_first(folder: Path | None, has_file: bool = False, patience: float = PATIENCE_SECONDS) -> bool:
    """Ask the first program of a store to show itself; false when there is none, or it does not answer."""
    place, name = _own_place(), _name_of(folder)
    if place is None:
        return False
    lock = _lock_of(place, name)
    if lock.tryLock(0):
        lock.unlock()
        return False
    _let_come_to_the_front()
    path = place / f"{name}.{Asked.FILE if has_file else Asked.SHOW}"
    until = time.monotonic() + patience
    try:
        path.touch(mode=0o600)
        while time.monotonic() < until:
            if not path.exists():
                return True
            time.sleep(LOOK_SECONDS)
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return False


def come_to_the_front() -> None:
    """Show every window of the program that is open, what waits for an answer last."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication

    waiting = QApplication.activeModalWidget()
    for window in (*QApplication.topLevelWidgets(), *([waiting] if waiting is not None else [])):
        if window.isVisible() and window.isWindow():
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
            window.raise_()
            window.activateWindow()


def _own_place() -> Path | None:
    """A folder of this user's own; nothing where there is none, and then every start goes to the door."""
    kind = QStandardPaths.StandardLocation
    told = QStandardPaths.writableLocation(
        kind.AppLocalDataLocation if sys.platform == "win32" else kind.RuntimeLocation
    )
    if not told or not QDir().mkpath(told):
        return None
    place = Path(told)
    if sys.platform != "win32":
        found = place.stat()
        if found.st_uid != os.getuid() or found.st_mode & 0o077:
            return None
    return place


def _lock_of(place: Path, name: str) -> QLockFile:
    lock = QLockFile(str(place / f"{name}.lock"))
    lock.setStaleLockTime(0)  # a program that lives is never thought dead, however long it runs
    return lock


def _name_of(folder: Path | None) -> str:
    """A name for a user and a store that tells neither."""
    where = os.path.normcase(str(folder.absolute())) if folder is not None else ""
    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):
        user = "?"
    return f"meritdesk-{hashlib.sha256(f'{user}|{where}'.encode()).hexdigest()[:32]}"


def _let_come_to_the_front() -> None:
    """Windows lets a program come to the front only when the one that was just started says so."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)

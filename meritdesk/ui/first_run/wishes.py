"""What a clerk wants at the front door, and the stores that were opened on this PC before."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QSettings

RECENT_KEPT = 6
_RECENT, _LAST = "stores", "store"


class Way(StrEnum):
    """The ways through the front door."""

    DOOR = "DOOR"
    NEW = "NEW"
    OPEN = "OPEN"
    SAMPLE = "SAMPLE"
    RESTORE = "RESTORE"
    RESET = "RESET"
    SERVER = "SERVER"


@dataclass(frozen=True, slots=True)
class Wish:
    """Which way, and where to; secrets are only carried from one dialog to the next and written nowhere.

    ``year`` is the appraisal year to begin with, ``room`` and ``task`` where the window opens; ``fault`` is what kept
    a store from opening by itself. ``as_viewer``: to look at it only.
    """

    way: Way
    folder: Path | None = None
    passphrase: str = field(default="", repr=False)
    recovery_key: str = field(default="", repr=False)
    account: str = ""
    year: int = 0
    room: str = ""
    task: str = ""
    tab: str = ""
    fault: Exception | None = None
    as_viewer: bool = False


def recent_stores() -> tuple[Path, ...]:
    """The folders of the stores opened here before, the last one first; folders that are gone are left out."""
    kept = QSettings().value(_RECENT, [])
    names = [str(one) for one in kept] if isinstance(kept, list) else [str(kept)] if kept else []
    last = str(QSettings().value(_LAST, "") or "")
    found = [Path(name) for name in dict.fromkeys([*([last] if last else []), *names])]
    return tuple(folder for folder in found if folder.is_dir())[:RECENT_KEPT]


def remember_store(folder: Path) -> None:
    """Put a folder at the head of the stores opened here; only the folder, never whose it is or what opens it."""
    others = [str(one) for one in recent_stores() if one != folder]
    QSettings().setValue(_LAST, str(folder))
    QSettings().setValue(_RECENT, [str(folder), *others][:RECENT_KEPT])


def default_place(name: str) -> Path:
    """Where a store goes when nobody says otherwise: on this PC's disk, outside of what is often synchronised."""
    return Path.home() / "MeritDesk" / name

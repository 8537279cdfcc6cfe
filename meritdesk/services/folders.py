"""Folders that a clerk names for paper, packages and backups."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

from meritdesk.core.errors import FileRefusal


def ready_folder(folder: Path) -> Path:
    """The folder, made when it is not there yet; ``USE-111`` when it cannot be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileRefusal("USE-111", folder=folder.name, detail=error.strerror or type(error).__name__) from error
    return folder


def medium_of(folder: Path) -> str:
    """The stick or disk on which a folder lies, by what it says of itself; nothing when it is not there.

    Windows tells its serial number, Linux the id of its file system; else the place of the folder on the disk counts.
    """
    try:
        found = folder.stat()
        if sys.platform == "win32":
            return f"volume:{found.st_dev:x}"
        for link in sorted(Path("/dev/disk/by-uuid").glob("*")):
            if link.stat().st_rdev == found.st_dev:
                return f"volume:{link.name}"
        return f"folder:{found.st_dev}:{found.st_ino}"
    except OSError:
        return ""


def holds_file(folder: Path, name: str, digest: str) -> bool:
    """Whether this very file (SHA-256, 64 hex digits) still lies in a folder."""
    if not name:
        return False
    try:
        with (folder / name).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == digest
    except OSError:
        return False


def free_name(out: Path, stem: str, moment: str) -> Path:
    """A file name made of codes only, never of a person's name, and never one that exists."""
    target = out / f"{stem}-{moment}.pdf"
    again = 2
    while target.exists():
        target = out / f"{stem}-{moment}-{again}.pdf"
        again += 1
    return target

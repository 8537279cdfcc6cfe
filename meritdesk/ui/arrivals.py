"""Where a file belongs that was dropped on the window: told by its content, never by its name."""

from __future__ import annotations

import zipfile
from pathlib import Path

from meritdesk.core.errors import FileRefusal

_ENOUGH = 4096


def room_for(path: Path) -> str:
    """The room that takes such a file: paper to the documents, packages and key cards to the hand-over, tables to the
    register. ``UI-902`` for anything else."""
    start = _start_of(path)
    if start.startswith(b"%PDF") or _is_picture(start):
        return "documents"
    if start.startswith(b"PK"):
        return "register" if _is_workbook(path) else "handover"
    if start.lstrip().startswith(b"{"):
        return "handover"
    if start.startswith(b"\xd0\xcf\x11\xe0") or path.suffix.casefold() in (".csv", ".txt"):
        return "register"
    raise FileRefusal("UI-902", file=path.name)


def filters_for(path: Path, room: str) -> dict[str, object]:
    """What the room is told about the file: a PDF is looked at whether it is ours, a picture of paper is a scan."""
    if room == "handover" and is_about_keys(path):
        return {"tab": "keys", "file": path}
    if room != "documents":
        return {"file": path}
    return {"tab": "scans" if _is_picture(_start_of(path)) else "verify", "file": path}


def _is_picture(start: bytes) -> bool:
    """Whether a file begins as the pictures of office scanners do."""
    return start.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*"))


def is_key_card(path: Path) -> bool:
    """Whether a file for the hand-over is a key card rather than a package."""
    return _start_of(path).lstrip().startswith(b"{")


def is_about_keys(path: Path) -> bool:
    """Whether a file is an enrolment or a trust list: both have their own tab."""
    return is_trust_list(path) or (_start_of(path).startswith(b"PK") and b"enrol.json" in _start_of(path))


def is_trust_list(path: Path) -> bool:
    """Whether a file begins as a trust list does."""
    start = _start_of(path)
    return start.startswith(b"PK") and b"1.root.json" in start[:64]


def _start_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_ENOUGH)
    except OSError as error:
        raise FileRefusal("UI-903", file=path.name) from error


def _is_workbook(path: Path) -> bool:
    """Whether a zip is a spreadsheet; a damaged one goes to the hand-over, whose inbox says what is wrong with it."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except (OSError, zipfile.BadZipFile):
        return path.suffix.casefold() in (".xlsx", ".xlsm", ".ods")
    return "[Content_Types].xml" in names or "content.xml" in names

"""What stays on a clerk's PC while the rows lie on a server: where that is, and the key ring of this device."""

from __future__ import annotations

import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path

import msgspec

from meritdesk.core.errors import FileRefusal
from meritdesk.core.server import ServerPlace, read_address
from meritdesk.store.files import write_aside
from meritdesk.store.sqlite import refusing_disk

SERVER_FILE = "server.json"
FORMAT = "meritdesk-server/1"
PASSWORD = "server-password"
"""The secret of the key ring that opens the server; absent when the system's own password file is used."""


@dataclass(frozen=True, slots=True)
class ServerNote:
    """Whose rows on which server a folder stands for."""

    format: str
    address: str
    agency: str

    @property
    def place(self) -> ServerPlace:
        """The server."""
        return read_address(self.address)


def is_on_server(folder: Path) -> bool:
    """Whether a folder stands for rows on a server."""
    return (folder / SERVER_FILE).is_file()


def read_note(folder: Path) -> ServerNote:
    """The note of a folder; ``SRV-123`` when there is none, ``SRV-125`` when it cannot be read."""
    path = folder / SERVER_FILE
    if not path.is_file():
        raise FileRefusal("SRV-123", path=str(folder))
    try:
        with refusing_disk(path):
            note = msgspec.json.decode(path.read_bytes(), type=ServerNote)
    except msgspec.DecodeError as error:
        raise FileRefusal("SRV-129", path=str(path)) from error
    if note.format != FORMAT:
        raise FileRefusal("SRV-129", path=str(path))
    return note


def write_note(folder: Path, place: ServerPlace, agency: str) -> None:
    """From now on the folder stands for these rows."""
    with refusing_disk(folder):
        folder.mkdir(parents=True, exist_ok=True)
    note = ServerNote(FORMAT, place.address, agency)
    write_aside(folder / SERVER_FILE, msgspec.json.format(msgspec.json.encode(note), indent=1))


def forget_note(folder: Path) -> None:
    """The folder holds its own file again."""
    with refusing_disk(folder):
        (folder / SERVER_FILE).unlink(missing_ok=True)


def folder_of(place: ServerPlace) -> Path:
    """Where this PC keeps the key ring for an address that was given instead of a folder."""
    name = re.sub(r"[^A-Za-z0-9]+", "-", f"{place.host}-{place.port}-{place.database}-{place.user}").strip("-").lower()
    return _own_data() / "meritdesk" / "servers" / name


def _own_data() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")

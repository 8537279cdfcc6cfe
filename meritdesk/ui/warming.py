"""The modules of the pages are read while the clerk looks at the first one, so that no page takes long to open."""

from __future__ import annotations

import importlib
import pkgutil
import threading
import time

import meritdesk.ui
from meritdesk.ui.actions import ROOMS

BETWEEN_SECONDS = 0.01
AFTER_MS = 1500


def warm_up() -> threading.Thread:
    """Import everything that the rooms need, on a thread of its own, a module at a time."""
    thread = threading.Thread(target=_import_rooms, name="warming", daemon=True)
    thread.start()
    return thread


def modules_of_rooms() -> tuple[str, ...]:
    """The modules of the packages that bear the name of a room."""
    found: list[str] = []
    rooms = {room for room, _ in ROOMS}
    for package in pkgutil.iter_modules(meritdesk.ui.__path__, "meritdesk.ui."):
        if package.ispkg and package.name.rpartition(".")[2] in rooms:
            path = importlib.import_module(package.name).__path__
            found += [one.name for one in pkgutil.iter_modules(path, f"{package.name}.")]
    return tuple(found)


def _import_rooms() -> None:
    for name in modules_of_rooms():
        importlib.import_module(name)
        time.sleep(BETWEEN_SECONDS)

"""The modules of the pages are read while the clerk looks at the first one, so that no page takes long to open."""

from __future__ import annotations

import importlib
import pkgutil
import threading

import meritdesk.ui
from meritdesk.ui import threads
from meritdesk.ui.actions import ROOMS

BETWEEN_SECONDS = 0.01
AFTER_MS = 1500


def warm_up() -> threading.Thread:
    """Import everything that the rooms need, on a thread of its own, a module at a time."""
    warming = _Warming()
    return threads.begin(warming.import_rooms, "warming", warming.stop)


def modules_of_rooms() -> tuple[str, ...]:
    """The modules of the packages that bear the name of a room."""
    found: list[str] = []
    rooms = {room for room, _ in ROOMS}
    for package in pkgutil.iter_modules(meritdesk.ui.__path__, "meritdesk.ui."):
        if package.ispkg and package.name.rpartition(".")[2] in rooms:
            path = importlib.import_module(package.name).__path__
            found += [one.name for one in pkgutil.iter_modules(path, f"{package.name}.")]
    return tuple(found)


class _Warming:
    """Importing that stops after the module at hand when the program ends meanwhile."""

    def __init__(self) -> None:
        self._is_over = threading.Event()

    def import_rooms(self) -> None:
        for name in modules_of_rooms():
            importlib.import_module(name)
            if self._is_over.wait(BETWEEN_SECONDS):
                return

    def stop(self) -> None:
        self._is_over.set()

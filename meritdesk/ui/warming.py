"""The modules of the pages are read while the clerk looks at the first one, so that no page takes long to open."""

from __future__ import annotations

import importlib
import pkgutil
import threading
from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QSettings

import meritdesk.ui
from meritdesk.messages import LANGUAGES, Messages
from meritdesk.ui import threads
from meritdesk.ui.actions import ROOMS

BETWEEN_SECONDS = 0.01
AFTER_MS = 1500


def warm_up() -> threading.Thread:
    """Import everything that the rooms need, on a thread of its own, a module at a time."""
    warming = _Warming(modules_of_rooms, BETWEEN_SECONDS)
    return threads.begin(warming.import_all, "warming", warming.stop)


def warm_first_room() -> threading.Thread:
    """Import the room in which the window will open, while the store is still being opened."""
    room = str(QSettings().value("room", "")) or ROOMS[0][0]
    warming = _Warming(partial(modules_of_rooms, room), 0)
    return threads.begin(warming.import_all, "warming the first room", warming.stop)


def modules_of_rooms(*wanted: str) -> tuple[str, ...]:
    """The modules of the packages that bear the name of a room, of all of them or of these."""
    found: list[str] = []
    rooms = {room for room, _ in ROOMS if not wanted or room in wanted}
    for package in pkgutil.iter_modules(meritdesk.ui.__path__, "meritdesk.ui."):
        if package.ispkg and package.name.rpartition(".")[2] in rooms:
            path = importlib.import_module(package.name).__path__
            found += [one.name for one in pkgutil.iter_modules(path, f"{package.name}.")]
    return tuple(found)


class _Warming:
    """Importing that stops after the module at hand when the program ends meanwhile."""

    def __init__(self, modules: Callable[[], Iterable[str]], between: float) -> None:
        self._modules, self._between = modules, between
        self._is_over = threading.Event()

    def import_all(self) -> None:
        for name in self._modules():
            importlib.import_module(name)
            if self._is_over.wait(self._between):
                return
        if self._between:
            for language in LANGUAGES:
                Messages(language)  # the other language too, for whoever switches

    def stop(self) -> None:
        self._is_over.set()

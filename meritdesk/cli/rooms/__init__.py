"""The rooms of the desk as commands; each room brings its verbs and their words.

A room is loaded when a command line names it: a clerk who asks for help waits for none of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from meritdesk.cli.verbs import Verb, Verbs


@dataclass(frozen=True, slots=True)
class Room:
    """One room of the command line: what it is for, and the module of its verbs and of the words they understand."""

    about: str
    module: str

    @property
    def verbs(self) -> MutableMapping[str, Verb]:
        """What carries out each of its commands."""
        found: MutableMapping[str, Verb] = self._loaded().VERBS
        return found

    @property
    def grammar(self) -> Callable[[Verbs], None]:
        """What writes down its verbs and options."""
        found: Callable[[Verbs], None] = self._loaded().grammar
        return found

    def _loaded(self) -> ModuleType:
        return import_module(f"meritdesk.cli.rooms.{self.module}")


ROOMS: Mapping[str, Room] = {
    "register": Room("pegawai dan unit kerja / people and units", "register"),
    "planning": Room("rencana kinerja (SKP) / plans", "planning"),
    "execution": Room("realisasi / actuals", "execution"),
    "teams": Room("masalah dan tim lintas unit / problems and teams", "teams"),
    "assessment": Room("penilaian / assessment", "assessment"),
    "documents": Room("dokumen / paper", "documents"),
    "follow-up": Room("tindak lanjut / what follows", "follow_up"),
    "handover": Room("kirim dan terima / hand-over", "handover"),
    "overview": Room("beranda / overview", "overview"),
    "upkeep": Room("pemeliharaan / upkeep", "upkeep"),
}
"""The rooms in the order of the window."""

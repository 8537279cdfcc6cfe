"""The rooms of the desk as commands; each room brings its verbs and their words.

This stays light: a clerk who asks for help waits for neither store nor press.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from meritdesk.cli.rooms import (
    assessment,
    documents,
    execution,
    follow_up,
    handover,
    overview,
    planning,
    register,
    teams,
    upkeep,
)
from meritdesk.cli.verbs import Verb, Verbs


@dataclass(frozen=True, slots=True)
class Room:
    """One room of the command line: what it is for, its verbs, and the words they understand."""

    about: str
    verbs: Mapping[str, Verb]
    grammar: Callable[[Verbs], None]


ROOMS: Mapping[str, Room] = {
    "register": Room("pegawai dan unit kerja / people and units", register.VERBS, register.grammar),
    "planning": Room("rencana kinerja (SKP) / plans", planning.VERBS, planning.grammar),
    "execution": Room("realisasi / actuals", execution.VERBS, execution.grammar),
    "teams": Room("masalah dan tim lintas unit / problems and teams", teams.VERBS, teams.grammar),
    "assessment": Room("penilaian / assessment", assessment.VERBS, assessment.grammar),
    "documents": Room("dokumen / paper", documents.VERBS, documents.grammar),
    "follow-up": Room("tindak lanjut / what follows", follow_up.VERBS, follow_up.grammar),
    "handover": Room("kirim dan terima / hand-over", handover.VERBS, handover.grammar),
    "overview": Room("beranda / overview", overview.VERBS, overview.grammar),
    "upkeep": Room("pemeliharaan / upkeep", upkeep.VERBS, upkeep.grammar),
}
"""The rooms in the order of the window."""

VERBS: dict[tuple[str, str], Verb] = {
    (name, verb): carry for name, room in ROOMS.items() for verb, carry in room.verbs.items()
}
"""What carries out each command."""

"""How often somebody failed at the door, kept beside the key ring so that starting the program again shortens no wait.

Only ids of accounts and moments stand in the file, no name. Nobody is locked out for ever: the longest wait is a
quarter of an hour. A clock that was set back lets the wait begin anew. Whoever copies the folder takes no note of this
file; against him stands the work that one guess takes (Argon2id).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import msgspec

from meritdesk.core.accounts import Tried
from meritdesk.core.errors import Refusal, UsageRefusal
from meritdesk.store.files import write_aside
from meritdesk.store.notation import moment_text, moment_value

TRIES_FILE = "tries.json"
MAX_BYTES = 1 << 20
PASSPHRASE = "passphrase"
RECOVERY = "recovery"
NOBODY = "nobody"
"""The doors that are no account: the two keys of the office, and names that nobody has."""

FREE = 4
"""So many wrong tries cost nothing: fingers slip."""

FIRST_WAIT_SECONDS = 15
LONGEST_WAIT_SECONDS = 900


@dataclass(frozen=True, slots=True)
class DoorNote:
    """What is noted of one door: wrong tries since it opened, the moment of the last, and when it opened."""

    wrong: int = 0
    at: str = ""
    seen: str = ""


def wait_after(wrong: int) -> int:
    """Seconds to wait after so many wrong tries: none at first, then twice as many each time, at most 900."""
    if wrong <= FREE:
        return 0
    return int(min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2 ** min(wrong - FREE - 1, 16)))


class Tries:
    """The doors of one store folder."""

    def __init__(self, folder: Path, clock: Callable[[], datetime]) -> None:
        self._path = folder / TRIES_FILE
        self._clock = clock

    def require_turn(self, door: str) -> None:
        """``ACC-102`` while this door waits."""
        left = self._left(door)
        if left > 0:
            raise UsageRefusal("ACC-102", seconds=left, minutes=-(-left // 60))

    def note_wrong(self, door: str) -> None:
        """A wrong try."""
        notes = self._notes()
        before = notes.get(door, DoorNote())
        self._keep({**notes, door: replace(before, wrong=before.wrong + 1, at=moment_text(self._clock()))})

    def note_right(self, door: str) -> None:
        """The door opened: what was tried before is forgotten."""
        self._keep({**self._notes(), door: DoorNote(seen=moment_text(self._clock()))})

    def forgive(self, door: str) -> None:
        """Let a door be tried again at once; when it opened last stays known."""
        notes = self._notes()
        if door in notes:
            self._keep({**notes, door: DoorNote(seen=notes[door].seen)})

    def told(self) -> Mapping[str, Tried]:
        """What is known of every door."""
        return {
            door: Tried(moment_value(note.seen) if note.seen else None, note.wrong, self._left(door))
            for door, note in self._notes().items()
        }

    def _left(self, door: str) -> int:
        notes = self._notes()
        note = notes.get(door, DoorNote())
        wait = wait_after(note.wrong)
        if not wait:
            return 0
        passed = (self._clock() - moment_value(note.at)).total_seconds()
        if passed < 0:
            self._keep({**notes, door: replace(note, at=moment_text(self._clock()))})
            return wait
        return max(0, int(-(-(wait - passed) // 1)))

    def _notes(self) -> dict[str, DoorNote]:
        try:
            with self._path.open("rb") as file:
                notes = msgspec.json.decode(file.read(MAX_BYTES), type=dict[str, DoorNote])
            for note in notes.values():
                for moment in filter(None, (note.at, note.seen)):
                    moment_value(moment)
            return {door: note for door, note in notes.items() if note.at or not note.wrong}
        except (OSError, ValueError, msgspec.DecodeError):
            return {}

    def _keep(self, notes: Mapping[str, DoorNote]) -> None:
        # A folder that cannot be written still opens for whoever knows the password.
        with suppress(OSError, Refusal):
            write_aside(self._path, msgspec.json.encode(notes))

"""Backups that the program makes by itself: numbered, and thinned by their number, never by a date (F20, F71).

A clock that stood at 2099 for a day must not make all backups old ones. So the last ones are kept whatever their
date, and of the older ones every tenth; a new one that is not whole takes nothing away.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable
from pathlib import Path

from meritdesk.store.backup import ENDING

LAST_KEPT = 14
"""About three weeks of working days."""

EVERY = 10
OLDER_KEPT = 12


def target_in(folder: Path, agency_code: str, mark: str = "") -> Path:
    """The next name: one number more than the highest that lies there, so that no clock has a say."""
    number = max(numbered(folder, agency_code), default=0) + 1
    return folder / f"otomatis-{plain(agency_code)}-{number:06}{mark}{ENDING}"


def numbered(folder: Path, agency_code: str) -> dict[int, Path]:
    """The backups of an agency that the program made by itself, by their numbers; no other file is among them."""
    shape = re.compile(rf"otomatis-{re.escape(plain(agency_code))}-(\d{{6,}})\D*{re.escape(ENDING)}")
    found = {}
    with contextlib.suppress(OSError):
        for path in folder.iterdir():
            if (match := shape.fullmatch(path.name)) and path.is_file():
                found[int(match[1])] = path
    return found


def thin(folder: Path, agency_code: str) -> tuple[Path, ...]:
    """Take away what is more than enough; to be called when a new one is whole. Answers with what went."""
    found = numbered(folder, agency_code)
    gone = []
    for number in surplus(found):
        with contextlib.suppress(OSError):
            found[number].unlink()
            gone.append(found[number])
    return tuple(gone)


def surplus(numbers: Iterable[int]) -> tuple[int, ...]:
    """Which numbers are more than enough: all but the last, and of those before them every tenth."""
    ordered = sorted(numbers)
    older = ordered[:-LAST_KEPT]
    kept = [number for number in older if number % EVERY == 0][-OLDER_KEPT:]
    return tuple(number for number in older if number not in kept)


def plain(agency_code: str) -> str:
    """A code as it may stand in the name of a file."""
    return "".join(letter for letter in agency_code if letter.isascii() and letter.isalnum()) or "x"

"""Keys that a part of a page takes by itself, without a command, so that the sheet of keys has them too.

A part (a grid, a list, a chart) names them once in ``own_keys``; a test presses everything and compares.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class OwnKeys:
    """Some keys that do one thing: as they are shown, as Qt names them, and what they do in English."""

    shown: str
    keys: tuple[str, ...]
    words: str

    def say(self) -> str:
        """What they do, in the language of now."""
        return QCoreApplication.translate("OwnKeys", self.words)


@dataclass(frozen=True, slots=True)
class KeySheet:
    """The keys of one kind of part, under its name."""

    heading: str
    rows: tuple[OwnKeys, ...]

    def say(self) -> str:
        """What the part is called, in the language of now."""
        return QCoreApplication.translate("OwnKeys", self.heading)


def some(shown: str, keys: str, words: str) -> OwnKeys:
    """A row of a sheet; the keys stand in one text with spaces between them."""
    return OwnKeys(shown, tuple(keys.split()), words)


def sheets_of(places: Iterable[QWidget]) -> Iterator[KeySheet]:
    """The sheets of what is seen on a page, each once."""
    known: set[KeySheet] = set()
    for place in places:
        for part in (place, *place.findChildren(QWidget)):
            sheet = getattr(part, "own_keys", None)
            if isinstance(sheet, KeySheet) and sheet not in known and part.isVisible():
                known.add(sheet)
                yield sheet

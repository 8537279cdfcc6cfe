"""What a work has noted for the journal, in order: the first of it as it is, more than that pressed together.

Nothing of it may lie on the disk before the work is committed, and of a work on a hundred thousand people it is half
a gigabyte of text that repeats itself.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec

OPEN_CHARACTERS = 48_000_000
"""So much text stays as it is; the work of a day, or a closing of fifteen thousand people, never presses anything."""

PIECE = 2_000
"""Notes that are pressed, and unfolded again, together."""

_QUICKLY = 1


class NotedChange(NamedTuple):
    """One row change as the journal keeps it; ``fields`` is JSON of name to [old, new]."""

    table: str
    key: str
    kind: str
    fields: str


_decoder = msgspec.json.Decoder(list[NotedChange])
_encode = msgspec.json.Encoder().encode


class Notes:
    """Notes in the order in which they were made; they can be gone through as often as one likes."""

    def __init__(self) -> None:
        self._plain: list[NotedChange] = []
        self._pressed: list[bytes] = []
        self._last: list[NotedChange] = []
        self.characters = 0
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[NotedChange]:
        yield from self._plain
        for piece in self._pressed:
            yield from _decoder.decode(zlib.decompress(piece))
        yield from self._last

    def append(self, note: NotedChange) -> None:
        """One more at the end."""
        self.extend((note,))

    def extend(self, notes: Iterable[NotedChange]) -> None:
        """More at the end, as they come."""
        for note in notes:
            self._count += 1
            is_open = self.characters < OPEN_CHARACTERS
            self.characters += len(note.fields)
            if is_open:
                self._plain.append(note)
                continue
            self._last.append(note)
            if len(self._last) == PIECE:
                self._pressed.append(zlib.compress(_encode(self._last), _QUICKLY))
                self._last = []

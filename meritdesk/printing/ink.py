"""Text as the strings of a PDF: which font resource draws a character, under which code, and what of it was used.

The code of a character never depends on what was printed before. So pages that were drawn apart, in other processes,
can stand in one file, and what was spelled once stays spelled for every file of a run.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from meritdesk.printing.typefaces import Face, as_seen, holds, right_to_left_spans

# The first subset of a face is the same in every file: what Indonesian paper is made of.
COMMON = "·–—‘’“”…•≤≥×°"
FIRST_CODE = 128
_CODES_PER_SUBSET = 128
_ESCAPES = {ord("("): "\\(", ord(")"): "\\)", ord("\\"): "\\\\"}
_COMMON_CODES = {character: FIRST_CODE + place for place, character in enumerate(COMMON)}
_IN_FIRST_SUBSET = re.compile(rf"[\x20-\x7e{COMMON}]*")
_FIRST_CODES = {**_ESCAPES, **{ord(character): chr(code) for character, code in _COMMON_CODES.items()}}

# One shown string in one font resource: ("F0.0", "text with PDF escapes").
Shown = tuple[str, str]
# A font resource: the face and the number of its subset.
Subset = tuple[Face, int]


class Spelled(NamedTuple):
    """A text as PDF strings, with the characters it needs of each font beyond the first subsets, which are whole."""

    pieces: tuple[Shown, ...]
    used: Mapping[Subset, frozenset[str]]


class Ink:
    """What of which fonts was used on some pages."""

    def __init__(self) -> None:
        self.used: dict[Subset, set[str]] = {}

    def shown(self, text: str, face: Face) -> tuple[Shown, ...]:
        """The text as PDF strings, each with the font resource that draws it."""
        pieces, used = spell(text, face)
        self.add(used)
        self.take(name for name, _ in pieces)
        return pieces

    def take(self, names: Iterable[str]) -> None:
        """Take over the font resources that other pages name."""
        for name in names:
            self.used.setdefault(subset_of(name), set())

    def add(self, used: Mapping[Subset, Iterable[str]]) -> None:
        """Take over what other pages used."""
        for subset, characters in used.items():
            self.used.setdefault(subset, set()).update(characters)

    def taken(self) -> dict[Subset, frozenset[str]]:
        """What was used so far, as a value."""
        return {subset: frozenset(characters) for subset, characters in self.used.items()}


@cache
def subset_of(name: str) -> Subset:
    """The font resource of a name: ``F0.3`` is the fourth subset of the first face."""
    face, number = name.removeprefix("F").split(".")
    return Face(int(face)), int(number)


_NOTHING: Mapping[Subset, frozenset[str]] = {}
_FIRST_NAMES = {face: f"F{int(face)}.0" for face in Face}


def escaped(text: str) -> str:
    """ASCII text inside the brackets of a PDF string."""
    if "(" in text or ")" in text or "\\" in text:
        return text.translate(_ESCAPES)
    return text


def place_of(character: str, face: Face) -> tuple[Subset, int]:
    """The font resource and the code of a character: ASCII keeps its own code, the rest goes by blocks of 128."""
    chosen = face if holds(face, character) else Face.FALLBACK
    code = ord(character)
    if chosen is not Face.FALLBACK:
        if code < FIRST_CODE:
            return (chosen, 0), code
        if character in _COMMON_CODES:
            return (chosen, 0), _COMMON_CODES[character]
    return (chosen, 1 + code // _CODES_PER_SUBSET), FIRST_CODE + code % _CODES_PER_SUBSET


def spell(text: str, face: Face) -> Spelled:
    """A text as PDF strings."""
    if text.isascii():
        if "(" in text or ")" in text or "\\" in text:
            text = text.translate(_ESCAPES)
        return Spelled(((_FIRST_NAMES[face], text),), _NOTHING)
    if face is not Face.FALLBACK and _IN_FIRST_SUBSET.fullmatch(text):
        return Spelled(((_FIRST_NAMES[face], text.translate(_FIRST_CODES)),), _NOTHING)
    return _spelled(text, face)


@lru_cache(maxsize=20_000)
def _spelled(text: str, face: Face) -> Spelled:
    pieces: list[Shown] = []
    used: dict[Subset, set[str]] = {}
    done = 0
    for start, end in right_to_left_spans(text):
        _spell(text[done:start], face, pieces, used)
        _spell(as_seen(text[start:end]), face, pieces, used)
        done = end
    _spell(text[done:], face, pieces, used)
    return Spelled(tuple(pieces), {subset: frozenset(signs) for subset, signs in used.items() if subset[1]})


def _spell(text: str, face: Face, pieces: list[Shown], used: dict[Subset, set[str]]) -> None:
    name = pieces[-1][0] if pieces else ""
    codes: list[str] = []
    for character in text:
        subset, code = place_of(character, face)
        characters = used.setdefault(subset, set())
        if subset[1]:
            characters.add(character)
        wanted = f"F{int(subset[0])}.{subset[1]}"
        if wanted != name:
            if codes:
                _close(pieces, name, codes)
            name = wanted
        codes.append(escaped(character) if code < FIRST_CODE else f"\\{code:03o}")
    if codes:
        _close(pieces, name, codes)


def _close(pieces: list[Shown], name: str, codes: list[str]) -> None:
    if pieces and pieces[-1][0] == name:
        pieces[-1] = name, pieces[-1][1] + "".join(codes)
    else:
        pieces.append((name, "".join(codes)))
    codes.clear()

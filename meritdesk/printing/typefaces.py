"""The typefaces of the press: how wide every character is, and which face holds it.

The forms are set in a Bookman look-alike; a character that it lacks is borrowed from a wide fallback face, and one
that neither has is drawn as the replacement sign while the text layer keeps the character itself.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from enum import IntEnum
from functools import cache

from reportlab.pdfbase.ttfonts import TTFontFile

from meritdesk.resources import resource

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]+"
    "(?: +[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]+)*"
)


class Face(IntEnum):
    """The faces a form uses; FALLBACK is never asked for, only borrowed from."""

    REGULAR = 0
    ITALIC = 1
    BOLD = 2
    FALLBACK = 3


_FILES = {
    Face.REGULAR: "MeritDeskBonum-Regular.ttf",
    Face.ITALIC: "MeritDeskBonum-Italic.ttf",
    Face.BOLD: "MeritDeskBonum-Bold.ttf",
    Face.FALLBACK: "DejaVuSans.ttf",
}


@cache
def font_file(face: Face) -> TTFontFile:
    """The parsed font of a face, read once."""
    return TTFontFile(str(resource("fonts", _FILES[face])))


class _Widths(dict[str, float]):
    """Width of each character in units of the type size, filled as characters are met."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face
        own = font_file(face)
        self.own = frozenset(own.charToGlyph)

    def __missing__(self, character: str) -> float:
        code = ord(character)
        if code in self.own:
            width = font_file(self._face).charWidths[code] / 1000
        else:
            fallback = font_file(Face.FALLBACK)
            shown = code if code in fallback.charToGlyph else ord(REPLACEMENT)
            width = fallback.charWidths[shown] / 1000
        self[character] = float(width)
        return float(width)


@cache
def character_widths(face: Face) -> _Widths:
    """The width table of a face."""
    return _Widths(face)


_WORD_LIMIT = 60_000


class _WordWidths(dict[str, float]):
    """Width of each word in units of the type size, measured when first met."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, word: str) -> float:
        if len(self) >= _WORD_LIMIT:
            self.clear()
        width = self[word] = measure_once(word, self._face)
        return width


@cache
def word_widths(face: Face) -> Mapping[str, float]:
    """The widths of the words met so far in a face; asking for another one measures it."""
    return _WordWidths(face)


def measure(text: str, face: Face) -> float:
    """How wide a piece of text is, in units of the type size; words are remembered."""
    return word_widths(face)[text]


def measure_once(text: str, face: Face) -> float:
    """The same for text that will hardly come again."""
    table = character_widths(face)
    return sum([table[character] for character in text])


def holds(face: Face, character: str) -> bool:
    """Whether the face itself can draw the character."""
    return ord(character) in character_widths(face).own


def legible(text: str) -> str:
    """Any text as it can be printed: composed, on plain spaces, without control and invisible direction signs.

    Words are never dropped: only characters that have no shape of their own are, so that a pasted override cannot
    turn a name around on paper. Line breaks stay.
    """
    if text.isascii() and text.isprintable():
        return text
    text = unicodedata.normalize("NFC", text)
    if text.isprintable():
        return text
    return "".join([_printable(character) for character in text.replace("\r\n", "\n")])


@cache
def _printable(character: str) -> str:
    if character.isprintable():
        return character
    if character in "\n\r\v\f\x85\u2028\u2029":
        return "\n"
    category = unicodedata.category(character)
    if category == "Zs" or character == "\t":
        return " "
    if category == "Cs":
        return REPLACEMENT
    return "" if category in ("Cc", "Cf") else character


def right_to_left_spans(text: str) -> list[tuple[int, int]]:
    """Where letters written from right to left stand; empty for nearly every text."""
    return [match.span() for match in _RIGHT_TO_LEFT.finditer(text)]


def as_seen(text: str) -> str:
    """A right-to-left span in the order in which its letters stand on paper, marks behind their letter."""
    clusters: list[str] = []
    for character in text:
        if clusters and unicodedata.combining(character):
            clusters[-1] += character
        else:
            clusters.append(character)
    return "".join(reversed(clusters))

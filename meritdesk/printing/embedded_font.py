"""One subset of a typeface as it lies in a PDF file; cut and packed once, however many files need it."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from functools import lru_cache

from meritdesk.printing.ink import COMMON, FIRST_CODE, Subset, place_of
from meritdesk.printing.typefaces import REPLACEMENT, character_widths, font_file, holds

_ASCII = range(32, 127)
_CODES = 256
_SYMBOLIC, _NONSYMBOLIC = 4, 32
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class EmbeddedFont:
    """The pieces of a font; the file adds the numbers by which they name each other."""

    program: bytes
    program_length: int
    to_unicode: bytes
    descriptor: str
    head: str


@lru_cache(maxsize=256)
def embedded_font(subset: Subset, used: frozenset[str]) -> EmbeddedFont:
    """The font that draws the used characters of a subset; the first subset of a face is always whole."""
    face, number = subset
    parsed = font_file(face)
    widths_of = character_widths(face)
    characters: list[str | None] = [None] * _CODES
    if number == 0:
        for code in _ASCII:
            characters[code] = chr(code)
        for character in COMMON:
            if holds(face, character):
                characters[place_of(character, face)[1]] = character
    for character in used:
        characters[place_of(character, face)[1]] = character
    drawn = [
        0 if character is None else ord(character) if ord(character) in parsed.charToGlyph else ord(REPLACEMENT)
        for character in characters
    ]
    program = parsed.makeSubset(drawn)
    name = f"{_tag(number)}+" + re.sub(rb"[^A-Za-z0-9-]", b"", bytes(parsed.name)).decode("ascii")
    box = " ".join(f"{value:.0f}" for value in parsed.bbox)
    first = FIRST_CODE if number else 0
    widths = " ".join(
        "0" if character is None else f"{1000 * widths_of[character]:.4g}" for character in characters[first:]
    )
    return EmbeddedFont(
        zlib.compress(program, 9),
        len(program),
        zlib.compress(_to_unicode(name, characters).encode("ascii"), 9),
        f"/Type/FontDescriptor/FontName/{name}/Flags {parsed.flags & ~_NONSYMBOLIC | _SYMBOLIC}/FontBBox[{box}]"
        f"/ItalicAngle {parsed.italicAngle:.1f}/Ascent {parsed.ascent:.0f}/Descent {parsed.descent:.0f}"
        f"/CapHeight {parsed.capHeight:.0f}/StemV {parsed.stemV:.0f}",
        f"/Type/Font/Subtype/TrueType/BaseFont/{name}/FirstChar {first}/LastChar {_CODES - 1}/Widths[{widths}]",
    )


def _tag(number: int) -> str:
    """Six capital letters that tell the subsets of one face apart."""
    letters = ""
    for _ in range(4):
        number, letter = divmod(number, len(_LETTERS))
        letters = _LETTERS[letter] + letters
    return f"{letters}MD"


def _to_unicode(name: str, characters: list[str | None]) -> str:
    """The table by which a reader turns the codes of a subset back into characters."""
    pairs = [
        f"<{code:02X}> <{character.encode('utf-16-be').hex().upper()}>"
        for code, character in enumerate(characters)
        if character is not None
    ]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def",
        f"/CMapName /{name} def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<00> <FF>",
        "endcodespacerange",
    ]
    for first in range(0, len(pairs), 100):
        part = pairs[first : first + 100]
        lines += [f"{len(part)} beginbfchar", *part, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines)

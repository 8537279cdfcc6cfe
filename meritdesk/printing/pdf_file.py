"""A PDF file that is written page by page, so that printing a whole city needs no more memory than one sheet.

reportlab's own document keeps every page until it is saved; here each page leaves for the disk as soon as it is drawn.
reportlab still reads the fonts and cuts the subsets. The same input gives the same bytes: no dates, no random numbers.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from array import array
from typing import BinaryIO

from meritdesk.printing.typefaces import (
    REPLACEMENT,
    Face,
    as_seen,
    character_widths,
    font_file,
    holds,
    right_to_left_spans,
)

_PAGES_PER_NODE = 100
_CODES_PER_SUBSET = 256
_ASCII = range(32, 127)
_ESCAPES = {ord("("): "\\(", ord(")"): "\\)", ord("\\"): "\\\\"}
_REMEMBERED = 20_000
_SYMBOLIC, _NONSYMBOLIC = 4, 32

# One shown string in one font resource: ("F0", "text with PDF escapes").
Shown = tuple[str, str]


class _EmbeddedFont:
    """The characters of one face that a file uses, in subsets of at most 256 codes; ASCII keeps its own codes."""

    def __init__(self, face: Face) -> None:
        self.face = face
        self.subsets: list[list[str | None]] = [[None] * _CODES_PER_SUBSET]
        self._codes: dict[str, tuple[int, str]] = {}
        self._free = [code for code in range(1, _CODES_PER_SUBSET) if code not in _ASCII]
        self._free.reverse()
        if face is not Face.FALLBACK:
            for code in _ASCII:
                self.subsets[0][code] = chr(code)
                self._codes[chr(code)] = 0, _ESCAPES.get(code, chr(code))

    def encode(self, character: str) -> tuple[int, str]:
        """The subset and the escaped code of a character, assigned when it is first met."""
        known = self._codes.get(character)
        if known is None:
            if not self._free:
                self.subsets.append([None] * _CODES_PER_SUBSET)
                self._free = list(range(_CODES_PER_SUBSET - 1, 0, -1))
            code = self._free.pop()
            self.subsets[-1][code] = character
            known = self._codes[character] = len(self.subsets) - 1, f"\\{code:03o}"
        return known


class PdfFile:
    """A PDF under construction on an open binary stream."""

    def __init__(self, stream: BinaryIO, title: str) -> None:
        self._stream = stream
        self._title = title
        self._digest = hashlib.sha256()
        self._position = 0
        self._offsets = array("Q", [0])
        self._fonts: dict[Face, _EmbeddedFont] = {}
        self._forms: dict[str, int] = {}
        self._shown: dict[tuple[Face, str], tuple[Shown, ...]] = {}
        self._nodes: list[tuple[int, list[int]]] = []
        self._resources = self._reserve()
        self._tree = self._reserve()
        self.page_count = 0
        self._write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")

    @property
    def digest(self) -> str:
        """The SHA-256 of all bytes written so far."""
        return self._digest.hexdigest()

    def shown(self, text: str, face: Face) -> tuple[Shown, ...]:
        """The text as PDF strings, each with the font resource that draws it."""
        if text.isascii():
            if face not in self._fonts:
                self._fonts[face] = _EmbeddedFont(face)
            return ((f"F{int(face)}.0", text.translate(_ESCAPES)),)
        key = face, text
        known = self._shown.get(key)
        if known is None:
            if len(self._shown) >= _REMEMBERED:
                self._shown.clear()
            known = self._shown[key] = self._spell(text, face)
        return known

    def has_form(self, name: str) -> bool:
        """Whether a repeated drawing of this name is already in the file."""
        return name in self._forms

    def add_form(self, name: str, content: str, width: float, height: float) -> None:
        """Put a drawing that many pages repeat into the file once; pages draw it with ``/name Do``."""
        head = f"/Type/XObject/Subtype/Form/BBox[0 0 {width:.2f} {height:.2f}]/Resources {self._resources} 0 R"
        self._forms[name] = self._add_stream(head, content.encode("latin-1"))

    def add_page(self, width: float, height: float, content: str) -> None:
        """Write one finished page to the disk."""
        body = self._add_stream("", content.encode("latin-1"))
        if not self._nodes or len(self._nodes[-1][1]) == _PAGES_PER_NODE:
            self._nodes.append((self._reserve(), []))
        node, kids = self._nodes[-1]
        page = self._reserve()
        self._object(
            page,
            f"<</Type/Page/Parent {node} 0 R/MediaBox[0 0 {width:.2f} {height:.2f}]"
            f"/Resources {self._resources} 0 R/Contents {body} 0 R>>".encode("ascii"),
        )
        kids.append(page)
        self.page_count += 1

    def close(self) -> None:
        """Write fonts, page tree and cross references; the stream stays open."""
        fonts = "".join(
            f"/F{int(face)}.{number} {reference} 0 R"
            for face, font in sorted(self._fonts.items())
            for number, reference in enumerate(self._add_font(font))
        )
        forms = "".join(f"/{name} {reference} 0 R" for name, reference in self._forms.items())
        self._object(self._resources, f"<</Font<<{fonts}>>/XObject<<{forms}>>>>".encode("ascii"))
        for node, kids in self._nodes:
            listed = " ".join(f"{kid} 0 R" for kid in kids)
            self._object(
                node, f"<</Type/Pages/Parent {self._tree} 0 R/Count {len(kids)}/Kids[{listed}]>>".encode("ascii")
            )
        listed = " ".join(f"{node} 0 R" for node, _ in self._nodes)
        self._object(self._tree, f"<</Type/Pages/Count {self.page_count}/Kids[{listed}]>>".encode("ascii"))
        catalog, info = self._reserve(), self._reserve()
        self._object(
            catalog,
            f"<</Type/Catalog/Pages {self._tree} 0 R/Lang(id-ID)/ViewerPreferences<</DisplayDocTitle true>>>>".encode(
                "ascii"
            ),
        )
        self._object(info, f"<</Title({self._title})/Producer(MeritDesk)>>".encode("ascii"))
        start = self._position
        self._write(b"xref\n0 %d\n0000000000 65535 f \n" % len(self._offsets))
        for first in range(1, len(self._offsets), 1000):
            self._write(b"".join(b"%010d 00000 n \n" % offset for offset in self._offsets[first : first + 1000]))
        identity = self._digest.hexdigest()[:32]
        self._write(
            f"trailer\n<</Size {len(self._offsets)}/Root {catalog} 0 R/Info {info} 0 R"
            f"/ID[<{identity}><{identity}>]>>\nstartxref\n{start}\n%%EOF\n".encode("ascii")
        )

    def _spell(self, text: str, face: Face) -> tuple[Shown, ...]:
        pieces: list[Shown] = []
        done = 0
        for start, end in right_to_left_spans(text):
            pieces += self._plain(text[done:start], face)
            pieces += self._plain(as_seen(text[start:end]), face)
            done = end
        return (*pieces, *self._plain(text[done:], face))

    def _plain(self, text: str, face: Face) -> list[Shown]:
        pieces: list[Shown] = []
        for character in text:
            chosen = face if holds(face, character) else Face.FALLBACK
            font = self._fonts.get(chosen)
            if font is None:
                font = self._fonts[chosen] = _EmbeddedFont(chosen)
            subset, code = font.encode(character)
            name = f"F{int(chosen)}.{subset}"
            if pieces and pieces[-1][0] == name:
                pieces[-1] = name, pieces[-1][1] + code
            else:
                pieces.append((name, code))
        return pieces

    def _add_font(self, font: _EmbeddedFont) -> list[int]:
        return [self._add_subset(font.face, number, subset) for number, subset in enumerate(font.subsets)]

    def _add_subset(self, face: Face, number: int, subset: list[str | None]) -> int:
        parsed = font_file(face)
        widths_of = character_widths(face)
        name = f"{'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[number // 26 % 26]}{chr(65 + number % 26)}MDSK+"
        name += re.sub(rb"[^A-Za-z0-9-]", b"", bytes(parsed.name)).decode("ascii")
        drawn = [
            0 if character is None else ord(character) if ord(character) in parsed.charToGlyph else ord(REPLACEMENT)
            for character in subset
        ]
        program = parsed.makeSubset(drawn)
        file = self._add_stream(f"/Length1 {len(program)}", program)
        cmap = self._add_stream("", _to_unicode(name, subset).encode("ascii"))
        box = " ".join(f"{value:.0f}" for value in parsed.bbox)
        descriptor = self._reserve()
        self._object(
            descriptor,
            f"<</Type/FontDescriptor/FontName/{name}/Flags {parsed.flags & ~_NONSYMBOLIC | _SYMBOLIC}/FontBBox[{box}]"
            f"/ItalicAngle {parsed.italicAngle:.1f}/Ascent {parsed.ascent:.0f}/Descent {parsed.descent:.0f}"
            f"/CapHeight {parsed.capHeight:.0f}/StemV {parsed.stemV:.0f}/FontFile2 {file} 0 R>>".encode("ascii"),
        )
        widths = " ".join("0" if character is None else f"{1000 * widths_of[character]:.4g}" for character in subset)
        reference = self._reserve()
        self._object(
            reference,
            f"<</Type/Font/Subtype/TrueType/BaseFont/{name}/FirstChar 0/LastChar {len(subset) - 1}/Widths[{widths}]"
            f"/FontDescriptor {descriptor} 0 R/ToUnicode {cmap} 0 R>>".encode("ascii"),
        )
        return reference

    def _reserve(self) -> int:
        self._offsets.append(0)
        return len(self._offsets) - 1

    def _object(self, number: int, body: bytes) -> None:
        self._offsets[number] = self._position
        self._write(b"%d 0 obj\n%s\nendobj\n" % (number, body))

    def _add_stream(self, entries: str, content: bytes) -> int:
        packed = zlib.compress(content, 6)
        number = self._reserve()
        head = f"<<{entries}/Filter/FlateDecode/Length {len(packed)}>>".encode("ascii")
        self._object(number, head + b"\nstream\n" + packed + b"\nendstream")
        return number

    def _write(self, data: bytes) -> None:
        self._stream.write(data)
        self._digest.update(data)
        self._position += len(data)


def _to_unicode(name: str, subset: list[str | None]) -> str:
    """The table by which a reader turns the codes of a subset back into characters."""
    pairs = [
        f"<{code:02X}> <{character.encode('utf-16-be').hex().upper()}>"
        for code, character in enumerate(subset)
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

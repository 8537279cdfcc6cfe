"""A PDF file that is written page by page, so that printing a whole city needs no more memory than one sheet.

reportlab's own document keeps every page until it is saved; here each page leaves for the disk as soon as it is drawn.
reportlab still reads the fonts and cuts the subsets. The same input gives the same bytes: no dates, no random numbers,
and the same bytes whether pages were drawn here or came as parts from other processes.
"""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Sequence
from typing import BinaryIO

from meritdesk.printing.embedded_font import embedded_font
from meritdesk.printing.ink import Ink, Subset
from meritdesk.printing.pages import DrawnPage, PartPages, Stencil, packed

_PAGES_PER_NODE = 100


class PdfFile:
    """A PDF under construction on an open binary stream."""

    def __init__(self, stream: BinaryIO, title: str) -> None:
        self._stream = stream
        self._title = title
        self._digest = hashlib.sha256()
        self._position = 0
        self._offsets = array("Q", [0])
        self._stencils: dict[str, int] = {}
        self._forms: dict[str, int] = {}
        self._nodes: list[tuple[int, array[int]]] = []
        self._resources = self._reserve()
        self._tree = self._reserve()
        self.ink = Ink()
        self.page_count = 0
        self._write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")

    @property
    def digest(self) -> str:
        """The SHA-256 of all bytes written so far."""
        return self._digest.hexdigest()

    def repeat(self, stencil: Stencil) -> None:
        """Put a drawing that many pages repeat into the file, once."""
        name = stencil.name
        if name in self._stencils:
            return
        entries = stencil.entries
        if entries:
            entries = f"{entries}/Resources {self._resources} 0 R"
        self._stencils[name] = self._add_stream(entries, stencil.content)
        if entries:
            self._forms[name] = self._stencils[name]
        self.ink.add(stencil.used)

    def add_page(self, width: float, height: float, content: str, under: Sequence[str] = ()) -> None:
        """Write one finished page to the disk."""
        self._place(width, height, under, packed(content))

    def append(self, part: PartPages) -> None:
        """Write pages that were drawn elsewhere."""
        for thing in part.things:
            if isinstance(thing, DrawnPage):
                self._place(thing.width, thing.height, thing.under, thing.content)
            else:
                self.repeat(thing)
        self.ink.add(part.ink.used)

    def _place(self, width: float, height: float, under: Sequence[str], content: bytes) -> None:
        parts = [self._stencils[name] for name in under]
        parts.append(self._add_stream("", content))
        contents = " ".join([f"{part} 0 R" for part in parts])
        if not self._nodes or len(self._nodes[-1][1]) == _PAGES_PER_NODE:
            self._nodes.append((self._reserve(), array("Q")))
        node, kids = self._nodes[-1]
        page = self._reserve()
        self._object(
            page,
            f"<</Type/Page/Parent {node} 0 R/MediaBox[0 0 {width:.2f} {height:.2f}]"
            f"/Resources {self._resources} 0 R/Contents[{contents}]>>".encode("ascii"),
        )
        kids.append(page)
        self.page_count += 1

    def close(self) -> None:
        """Write fonts, page tree and cross references; the stream stays open."""
        fonts = "".join(
            f"/F{int(subset[0])}.{subset[1]} {self._add_font(subset, frozenset(used))} 0 R"
            for subset, used in sorted(self.ink.used.items())
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

    def _add_font(self, subset: Subset, used: frozenset[str]) -> int:
        font = embedded_font(subset, used)
        file = self._add_stream(f"/Length1 {font.program_length}", font.program)
        cmap = self._add_stream("", font.to_unicode)
        descriptor, reference = self._reserve(), self._reserve()
        self._object(descriptor, f"<<{font.descriptor}/FontFile2 {file} 0 R>>".encode("ascii"))
        body = f"<<{font.head}/FontDescriptor {descriptor} 0 R/ToUnicode {cmap} 0 R>>"
        self._object(reference, body.encode("ascii"))
        return reference

    def _reserve(self) -> int:
        self._offsets.append(0)
        return len(self._offsets) - 1

    def _object(self, number: int, body: bytes) -> None:
        self._offsets[number] = self._position
        self._write(b"%d 0 obj\n%s\nendobj\n" % (number, body))

    def _add_stream(self, entries: str, content: bytes) -> int:
        number = self._reserve()
        head = f"<<{entries}/Filter/FlateDecode/Length {len(content)}>>".encode("ascii")
        self._object(number, head + b"\nstream\n" + content + b"\nendstream")
        return number

    def _write(self, data: bytes) -> None:
        self._stream.write(data)
        self._digest.update(data)
        self._position += len(data)

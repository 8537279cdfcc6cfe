"""Tables of a web page that bears a spreadsheet's name, as personnel applications of offices hand them out.

Opened in a spreadsheet program such a page loses the last digits of every NIP; read here they stay whole. Only the text
of cells is taken: nothing is fetched, run, or shown.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser

from meritdesk.core.errors import FileRefusal

MAX_PAGE_BYTES = 64 << 20
MAX_PAGE_CELLS = 4_000_000
MAX_SPAN = 200
MAX_DEPTH = 20
_PIECE = 1 << 18
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{1,40})", re.IGNORECASE)
_UNSEEN = frozenset({"script", "style", "title", "noscript"})
_BREAKS = frozenset({"br", "p", "div", "li"})

Rows = list[list[str]]


def page_tables(data: bytes, name: str, beat: Callable[[], None]) -> list[Callable[[], Rows]]:
    """Each table of a page, the largest first: ``IMP-205`` when there is none, ``IMP-208`` when it is too large."""
    if len(data) > MAX_PAGE_BYTES:
        raise FileRefusal("IMP-208", file=name, limit=f"{MAX_PAGE_BYTES >> 20} MB")
    reader = _Reader(name)
    text = _decoded(data)
    for begin in range(0, len(text), _PIECE):
        beat()
        reader.feed(text[begin : begin + _PIECE])
    reader.close()
    found = sorted((table.finished() for table in reader.tables), key=len, reverse=True)
    if not any(found):
        raise FileRefusal("IMP-205", file=name)
    return [lambda rows=rows: rows for rows in found if rows]  # type: ignore[misc]


def _decoded(data: bytes) -> str:
    said = _CHARSET.search(data[:4096])
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        return data.decode(said[1].decode("ascii") if said else "cp1252", "replace")
    except LookupError:
        return data.decode("cp1252", "replace")


class _Table:
    """One table while it is read: its rows, and which places of coming rows a taller cell has taken."""

    def __init__(self) -> None:
        self.rows: Rows = []
        self.cell: list[str] | None = None
        self._taken: dict[int, int] = {}
        self._spans = (1, 1)

    def begin_row(self) -> None:
        """The row before ends where the next one begins, also when the page forgot to say so."""
        self.end_row()
        self.rows.append([])

    def end_row(self) -> None:
        """Places that a taller cell holds to the right of the last one stay blank."""
        self.end_cell()
        if self.rows:
            self._pass_taken()

    def begin_cell(self, columns: int, rows: int) -> None:
        """A cell begins; the one before it has ended."""
        self.end_cell()
        if not self.rows:
            self.rows.append([])
        self._pass_taken()
        self.cell, self._spans = [], (columns, rows)

    def end_cell(self) -> None:
        """What a merged cell says stands in the first place that it spans."""
        if self.cell is None:
            return
        row, (columns, rows) = self.rows[-1], self._spans
        if rows > 1:
            for place in range(len(row), len(row) + columns):
                self._taken[place] = rows - 1
        row.append(" ".join("".join(self.cell).split()))
        row.extend([""] * (columns - 1))
        self.cell = None

    def finished(self) -> Rows:
        """All rows, when the page ends."""
        self.end_row()
        return self.rows

    def _pass_taken(self) -> None:
        row = self.rows[-1]
        while self._taken.get(len(row), 0) > 0 and len(self.rows) > 1:
            self._taken[len(row)] -= 1
            row.append("")


class _Reader(HTMLParser):
    """Goes through the page once; a table within a cell is a table of its own."""

    def __init__(self, name: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[_Table] = []
        self._name = name
        self._open: list[_Table] = []
        self._unseen = ""
        self._cells = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._unseen = tag
        elif tag == "table":
            if len(self._open) >= MAX_DEPTH:
                raise FileRefusal("IMP-208", file=self._name, limit=str(MAX_DEPTH))
            self._open.append(_Table())
            self.tables.append(self._open[-1])
        elif not self._open:
            return
        elif tag == "tr":
            self._open[-1].begin_row()
        elif tag in ("td", "th"):
            said = dict(attrs)
            columns, rows = _span(said.get("colspan")), _span(said.get("rowspan"))
            self._cells += columns
            if self._cells > MAX_PAGE_CELLS:
                raise FileRefusal("IMP-208", file=self._name, limit=f"{MAX_PAGE_CELLS:,}".replace(",", "."))
            self._open[-1].begin_cell(columns, rows)
        elif tag in _BREAKS and self._open[-1].cell is not None:
            self._open[-1].cell.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag == self._unseen:
            self._unseen = ""
        elif not self._open:
            return
        elif tag == "table":
            self._open.pop().end_row()
        elif tag == "tr":
            self._open[-1].end_row()
        elif tag in ("td", "th"):
            self._open[-1].end_cell()

    def handle_data(self, data: str) -> None:
        if self._open and not self._unseen and self._open[-1].cell is not None:
            self._open[-1].cell.append(data)


def _span(said: str | None) -> int:
    return min(max(int(said), 1), MAX_SPAN) if said and said.isascii() and said.isdecimal() and len(said) < 6 else 1

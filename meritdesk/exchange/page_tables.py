"""Tables of a web page that bears a spreadsheet's name, as personnel applications of offices hand them out.

Opened in a spreadsheet program such a page loses the last digits of every NIP; read here they stay whole. Only the text
of cells is taken: nothing is fetched, run, or shown.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable

from meritdesk.core.errors import FileRefusal

MAX_PAGE_BYTES = 32 << 20
MAX_PAGE_CELLS = 2_000_000
MAX_PAGE_TAGS = 3_000_000
"""Room for 15,000 people in fifty columns, each cell with its font; a broken page is refused within seconds."""
MAX_SPAN = 200
MAX_DEPTH = 20
_TAGS_A_BEAT = 2_000
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{1,40})", re.IGNORECASE)
_TEXT = re.compile(r"(?:[^<]+|<(?![A-Za-z/!?]))++")
_TAG = re.compile(
    r"""<(/?)([A-Za-z][A-Za-z0-9:-]{0,40}+)((?:[^<>"']+|"[^"]{0,1000}+"|'[^']{0,1000}+')*+)[^<>]{0,1000}+>?"""
)
_COLUMNS = re.compile(r"""(?<![A-Za-z-])colspan\s{0,9}=\s{0,9}["']?([0-9]{1,5})(?![0-9])""", re.IGNORECASE)
_ROWS = re.compile(r"""(?<![A-Za-z-])rowspan\s{0,9}=\s{0,9}["']?([0-9]{1,5})(?![0-9])""", re.IGNORECASE)
_UNSEEN = {name: re.compile(f"</{name}", re.IGNORECASE) for name in ("script", "style", "title", "noscript")}
_BREAKS = frozenset({"br", "p", "div", "li"})

Rows = list[list[str]]


def page_tables(data: bytes, name: str, beat: Callable[[], None]) -> list[Callable[[], Rows]]:
    """Each table of a page, the largest first: ``IMP-205`` when there is none, ``IMP-208`` when it is too large."""
    if len(data) > MAX_PAGE_BYTES:
        raise FileRefusal("IMP-208", file=name, limit=f"{MAX_PAGE_BYTES >> 20} MB")
    reader = _Reader(name)
    _read(_decoded(data), reader, name, beat)
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


class _Reader:
    """Takes the pieces of the page one after the other; a table within a cell is a table of its own."""

    def __init__(self, name: str) -> None:
        self.tables: list[_Table] = []
        self._name = name
        self._open: list[_Table] = []
        self._cells = 0

    def begin(self, tag: str, attributes: str) -> None:
        """A tag that begins something."""
        if tag == "table":
            if len(self._open) >= MAX_DEPTH:
                raise FileRefusal("IMP-208", file=self._name, limit=str(MAX_DEPTH))
            self._open.append(_Table())
            self.tables.append(self._open[-1])
        elif not self._open:
            return
        elif tag == "tr":
            self._open[-1].begin_row()
        elif tag in ("td", "th"):
            columns, rows = _span(_COLUMNS, attributes), _span(_ROWS, attributes)
            self._cells += columns
            if self._cells > MAX_PAGE_CELLS:
                raise FileRefusal("IMP-208", file=self._name, limit=f"{MAX_PAGE_CELLS:,}".replace(",", "."))
            self._open[-1].begin_cell(columns, rows)
        elif tag in _BREAKS and self._open[-1].cell is not None:
            self._open[-1].cell.append(" ")

    def end(self, tag: str) -> None:
        """A tag that ends something; what was not begun is passed over."""
        if not self._open:
            return
        if tag == "table":
            self._open.pop().end_row()
        elif tag == "tr":
            self._open[-1].end_row()
        elif tag in ("td", "th"):
            self._open[-1].end_cell()

    def say(self, text: str) -> None:
        """Text between tags: kept where a cell is open."""
        if self._open and self._open[-1].cell is not None:
            self._open[-1].cell.append(_spelled(text))


def _read(text: str, reader: _Reader, name: str, beat: Callable[[], None]) -> None:
    """Goes through the page once, never back: what it costs grows with its length, however it is broken."""
    here, tags, is_closed = 0, 0, {"-->": True, ">": True}

    def behind(end: str, begin: int) -> int:
        """Where what began here is over; what never ends is looked for once, not again from each beginning."""
        found = text.find(end, begin) if is_closed[end] else -1
        is_closed[end] = found >= 0
        return found + len(end) if found >= 0 else begin

    while here < len(text):
        said = _TEXT.match(text, here)
        if said is not None:
            reader.say(said[0])
            here = said.end()
            continue
        tags += 1
        if tags > MAX_PAGE_TAGS:
            raise FileRefusal("IMP-208", file=name, limit=f"{MAX_PAGE_TAGS:,}".replace(",", "."))
        if not tags % _TAGS_A_BEAT:
            beat()
        found = _TAG.match(text, here)
        if found is None:
            here = behind("-->", here + 4) if text.startswith("<!--", here) else behind(">", here + 2)
            continue
        here, tag = found.end(), found[2].lower()
        if found[1]:
            reader.end(tag)
        elif tag in _UNSEEN:
            over = _UNSEEN[tag].search(text, here)
            here = over.start() if over is not None else len(text)
        else:
            reader.begin(tag, found[3])


def _spelled(text: str) -> str:
    """Text with what is written as a name or a number of a letter; a number without end stays as it stands."""
    if "&" not in text:
        return text
    try:
        return html.unescape(text)
    except ValueError:
        return text


def _span(pattern: re.Pattern[str], attributes: str) -> int:
    found = pattern.search(attributes)
    return min(max(int(found[1]), 1), MAX_SPAN) if found is not None else 1

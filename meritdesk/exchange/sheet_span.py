"""How much memory a workbook would take, counted on its markup before anything is unpacked for reading (F54).

The reader behind the door makes the whole rectangle that the filled cells of a sheet span, and writes a shared text out
for every cell that names it. A file of one kilobyte can so ask for all the memory there is, and the reader does not
refuse but takes the program down. What a part of the workbook is called decides nothing, since the links inside say
which part is a sheet: every part is measured.

Counting goes in three steps, each only where the one before says too much. A bound from above is quick and holds
whatever the markup looks like. A closer one leaves blank but formatted cells out and counts by row what does not say
its place. What is then still in doubt is parsed, if it is short enough to be parsed in a moment.
"""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from xml.parsers import expat

Pieces = Callable[[], Iterator[bytes]]

MAX_WORKBOOK_ROWS = 1_048_576
MAX_COLUMNS = 702  # up to column ZZ
FREE_CELLS = 2_000_000
MOST_CELLS = 6_500_000
"""32 bytes a cell; beyond the free ones a file must bring as many bytes as honest cells take."""
BYTES_A_CELL = 2
MOST_TEXT = 64 << 20
"""Characters of shared text once it is written out for every cell."""

_LONGEST_TAG = 1 << 16
_TOO_SMALL_TO_COUNT = 10_000
_PLACED = re.compile(rb'<(?:row|c) r="([A-Z]{0,3})(\d{1,7})"')
"""How office programs begin a row or a cell."""
_USUAL_PLACE = re.compile(rb'<(?:c|row) r="([A-Z]{0,3}\d{1,7})"')
_POSITIONS = tuple(
    re.compile(quote + rb"([A-Za-z]{0,9})[A-Za-z]*(\d{1,9})\d*(?=" + quote + rb")") for quote in (b'"', b"'")
)
_BEGINNINGS = (b"<c", b"<row", b":c", b":row")
_PREFIXED_BEGINNING = re.compile(rb":(?:c|row)")
"""Looked for by a sign that is rare in a sheet, which takes a fifth of the time."""
_PREFIXED_SHARED = re.compile(rb":si")
_PREFIXED = re.compile(rb":(?:c|row|si)")
_LAST_ROW = b'<row r="'
_ROW_NUMBER = re.compile(_LAST_ROW + rb'(\d{1,7})"')
_SINGLE_QUOTED_S = re.compile(rb"'s'")
_ROW = re.compile(rb"[<:]row")
_BLANK = re.compile(rb'<c r="[A-Z]{1,3}\d{1,7}"[^<>]*/>')
_EMPTY_ROW = re.compile(rb'<row r="\d{1,7}"[^<>]*(?:/>|></row>)')
MOST_PARSED = 8 << 20
"""Bytes of markup that are parsed to settle a doubt: about two seconds' work."""
_SHARED_TEXT = re.compile(rb"<(?:[\w.-]+:)?si(?=[\s/>])")


class TooMuch(Exception):
    """The workbook would take more memory than a clerk's machine has to spare."""


class NotMarkup(Exception):
    """A part that must be counted exactly is no well-formed markup."""


def cells_allowed(packed_size: int) -> int:
    """How many cells a sheet of that many packed bytes may span."""
    return min(MOST_CELLS, max(FREE_CELLS, packed_size // BYTES_A_CELL))


def spans_too_much(rows: int, columns: int, allowed: int) -> bool:
    """Whether a rectangle is more than a sheet may be."""
    return rows > MAX_WORKBOOK_ROWS or columns > MAX_COLUMNS or rows * columns > allowed


@dataclass(slots=True)
class PartBound:
    """A bound from above for one part of a workbook, taken as its bytes go by."""

    letters: set[bytes] = field(default_factory=set)
    digits: set[bytes] = field(default_factory=set)
    without_place: int = 0
    uses_of_shared: int = 0
    longest_shared: int = 0
    size: int = 0
    is_closer: bool = False
    _in_row: int = 0
    _rows_without_place: int = 0
    _lowest: int = 0
    """Rows up to this one count already, because others were found to lie no further down."""
    _rest: bytes = b""
    _since: int = -1
    """Bytes since the last shared text began; -1 before the first."""

    def take(self, piece: bytes) -> None:
        """The next bytes of the part."""
        self.size += len(piece)
        data = self._rest + piece
        start = data.rfind(b"<")
        if len(data) - start > _LONGEST_TAG or start < 0:
            # No tag of a workbook is as long as this; a cell in it counts as one whose place is not known.
            self._count(data)
            self._rest = data[-32:] if b"<" not in data[-32:] else b""
            self._since -= len(self._rest) if self._since >= 0 else 0
            return
        self._count(data[:start])
        self._rest = data[start:]

    def end(self) -> None:
        """The part is over."""
        self._count(self._rest)
        self._rest = b""
        self.longest_shared = max(self.longest_shared, self._since)

    def _count(self, data: bytes) -> None:
        if self.is_closer:
            data = _EMPTY_ROW.sub(b"", _BLANK.sub(b"", data))
        elif self._lies_within(data):
            self._count_uses(data)
            self._since += len(data) if self._since >= 0 else 0
            return
        if not self._count_usual(data):
            self._count_any(data)
        self._count_shared(data)

    def _lies_within(self, data: bytes) -> bool:
        """Whether rows and cells begin as usual, no shared text begins, and no column is further out than those before.

        So it is with all of a long sheet but its beginning. Rows are counted up to a round number beyond the last one.
        """
        if not 0 < len(self.letters) <= MAX_COLUMNS or _PREFIXED.search(data):
            return False
        columns = max(map(_column_number, self.letters))
        last = _ROW_NUMBER.match(data, max(data.rfind(_LAST_ROW), 0))
        lowest = max(self._lowest, _rounded_up(last[1].decode()) if last else 0)
        if not 0 < columns <= MAX_COLUMNS or not 0 < lowest <= MAX_WORKBOOK_ROWS or _new(columns, lowest).search(data):
            return False
        self._lowest = lowest
        self.digits.add(b"%d" % lowest)
        return True

    def _count_usual(self, data: bytes) -> bool:
        """Count the places where every row and cell begins as office programs begin them; false where one does not."""
        places = _USUAL_PLACE.findall(data)
        if len(places) != data.count(b"<c") + data.count(b"<row") + len(_PREFIXED_BEGINNING.findall(data)):
            return False
        together = b" ".join(places)
        self.letters.update(together.translate(None, b"0123456789").split(b" "))
        self.digits.update(together.translate(None, string.ascii_uppercase.encode()).split(b" "))
        self.digits.discard(b"")
        return True

    def _count_any(self, data: bytes) -> None:
        split = _PLACED.split(data)
        self.letters.update(split[1::3])
        self.digits.update(split[2::3])
        # What is left begins a row or a cell in another way, or none at all: each counts as one more row and column.
        rest = b"".join(split[::3])
        if self.is_closer:
            self._count_by_row(data)
        else:
            self.without_place += sum(map(rest.count, _BEGINNINGS))
        for position in _POSITIONS:
            for letters, digits in position.findall(rest):
                self.letters.add(letters)
                self.digits.add(digits)

    def _count_uses(self, data: bytes) -> None:
        self.uses_of_shared += data.count(b'"s"') + len(_SINGLE_QUOTED_S.findall(data))

    def _count_shared(self, data: bytes) -> None:
        self._count_uses(data)
        last = 0
        for begun in _SHARED_TEXT.finditer(data) if b"<si" in data or _PREFIXED_SHARED.search(data) else ():
            if self._since >= 0:
                self.longest_shared = max(self.longest_shared, self._since + begun.start() - last)
            self._since, last = 0, begun.start()
        if self._since >= 0:
            self._since += len(data) - last

    def _count_by_row(self, data: bytes) -> None:
        """Cells without their place follow one another in their row, and rows without it follow one another."""
        rows = _ROW.split(data)
        self._rows_without_place += len(rows) - 1 - data.count(b'<row r="')
        for number, row in enumerate(rows):
            cells = row.count(b"<c") + row.count(b":c")
            if cells or number:
                self._in_row = cells - row.count(b'<c r="') + (0 if number else self._in_row)
                self.without_place = max(self.without_place, self._in_row)

    @property
    def rows(self) -> int:
        """No row of the part lies further down."""
        lowest = max(map(int, self.digits), default=0)
        return lowest + (self._rows_without_place if self.is_closer else self.without_place)

    @property
    def columns(self) -> int:
        """No cell of the part lies further to the right."""
        return max(map(_column_number, self.letters), default=0) + self.without_place


@dataclass(slots=True)
class _Exact:
    """The filled cells of a part as the reader places them, and the shared texts that it holds or uses."""

    rows: int = 0
    columns: int = 0
    first_row: int = MAX_WORKBOOK_ROWS
    first_column: int = 1 << 30
    lengths: list[int] = field(default_factory=list)
    uses: dict[int, int] = field(default_factory=dict)
    _row: int = 0
    _column: int = 0
    _is_filled: bool = True
    _is_shared: bool = False
    _text: list[str] | None = None
    _length: int = -1

    def start(self, tag: str, facts: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        if name == "row":
            self._row = int(facts["r"]) if facts.get("r", "").isdecimal() else self._row + 1
            self._column = 0
        elif name == "c":
            self._place(facts.get("r", ""))
            self._is_filled = False
            self._is_shared = facts.get("t") == "s"
        elif name == "si":
            self._length = 0
        elif not self._is_filled:
            self._is_filled = True
            self.rows, self.columns = max(self.rows, self._row), max(self.columns, self._column)
            self.first_row = min(self.first_row, self._row)
            self.first_column = min(self.first_column, self._column)
        if name == "v" and self._is_shared:
            self._text = []

    def end(self, tag: str) -> None:
        name = tag.rpartition(":")[2]
        if name == "c":
            self._is_filled = True
        elif name == "v" and self._text is not None:
            said = "".join(self._text).strip()
            if said.isdecimal() and len(said) < 10:
                self.uses[int(said)] = self.uses.get(int(said), 0) + 1
            self._text = None
        elif name == "si":
            self.lengths.append(self._length)
            self._length = -1

    def data(self, text: str) -> None:
        if self._text is not None:
            self._text.append(text)
        if self._length >= 0:
            self._length += len(text)

    def _place(self, place: str) -> None:
        self._column += 1
        letters = place.rstrip("0123456789")
        digits = place[len(letters) :]
        if letters.isalpha() and letters.isascii() and len(letters) < 10:
            self._column = _column_number(letters.encode())
        if digits:
            self._row = int(digits[:12])


def require_room(parts: Sequence[tuple[PartBound, Pieces, int]]) -> None:
    """Let a workbook pass that takes no more memory than it may; ``TooMuch`` or ``NotMarkup`` else.

    Each part comes with its bound, its bytes once more, and the size it has packed.
    """
    counted: dict[int, _Exact] = {}

    def exactly(number: int) -> _Exact:
        if parts[number][0].size > MOST_PARSED:
            raise TooMuch
        if number not in counted:
            counted[number] = _exact(parts[number][1]())
        return counted[number]

    # All sheets are read, so all of them together must fit.
    allowed = cells_allowed(sum(packed for _, _, packed in parts))
    try:
        # Mostly a long number in a small part looks like a far cell: no large sheet is gone through again for it.
        _require_cells(parts, allowed, exactly, is_quick=True)
    except TooMuch:
        _require_cells(parts, allowed, exactly, is_quick=False)
    longest = max((bound.longest_shared for bound, _, _ in parts), default=0)
    if longest * sum(bound.uses_of_shared for bound, _, _ in parts) <= MOST_TEXT:
        return
    lengths: list[int] = []
    for number, (bound, _, _) in enumerate(parts):
        if bound.longest_shared:
            more = exactly(number).lengths
            lengths = [max(pair) for pair in zip(lengths, more, strict=False)] + max(lengths, more, key=len)[
                min(len(lengths), len(more)) :
            ]
    total = 0
    for number, (bound, _, _) in enumerate(parts):
        if bound.uses_of_shared:
            uses = exactly(number).uses
            total += sum(lengths[index] * times for index, times in uses.items() if index < len(lengths))
    if total > MOST_TEXT:
        raise TooMuch


def _require_cells(
    parts: Sequence[tuple[PartBound, Pieces, int]], allowed: int, exactly: Callable[[int], _Exact], *, is_quick: bool
) -> None:
    """Let all parts together have so many cells; ``is_quick`` takes every bound that may be as it is."""
    cells = 0
    for number, (bound, pieces, _) in enumerate(parts):
        rows, columns = bound.rows, bound.columns
        is_small = rows * columns <= _TOO_SMALL_TO_COUNT and columns <= MAX_COLUMNS
        if not is_small and (not is_quick or spans_too_much(rows, columns, allowed)):
            closer = PartBound(is_closer=True)
            for piece in pieces():
                closer.take(piece)
            closer.end()
            rows, columns = closer.rows, closer.columns
            if spans_too_much(rows, columns, allowed - cells):
                found = exactly(number)
                rows, columns = found.rows, found.columns
        cells += rows * columns
        if (not is_small and spans_too_much(rows, columns, allowed)) or cells > allowed:
            raise TooMuch


def _exact(pieces: Iterator[bytes]) -> _Exact:
    found = _Exact()
    parser = expat.ParserCreate()
    parser.StartElementHandler = found.start
    parser.EndElementHandler = found.end
    parser.CharacterDataHandler = found.data

    def refuse(*_: object) -> None:
        raise NotMarkup

    parser.StartDoctypeDeclHandler = refuse
    try:
        for piece in pieces:
            parser.Parse(piece, False)
            if found.rows and spans_too_much(found.rows, found.columns, MOST_CELLS):
                raise TooMuch
        parser.Parse(b"", True)
    except expat.ExpatError as fault:
        raise NotMarkup from fault
    return found


def _rounded_up(row: str) -> int:
    """A row number with nines behind its first two figures, so that few bounds are asked about."""
    figures = row.lstrip("0")
    return int(figures[:2] + "9" * (len(figures) - 2)) if len(figures) > 2 else 99


@lru_cache(maxsize=256)
def _new(columns: int, lowest: int) -> re.Pattern[bytes]:
    """What is no news of a sheet of so many columns is not found: a usual row or cell down to a row of round number.

    Found is a shared text, and whatever begins a row or a cell in another way, further out or further down.
    """
    above, last = divmod(columns - 1, 26)
    letters = f"[A-{chr(65 + last)}]"
    if above:
        before = f"[A-{chr(63 + above)}]?" if above > 1 else ""
        letters = f"(?:{chr(64 + above)}{letters}|{before}[A-Z])"
    figures = str(lowest)
    nines = len(figures) - 2
    before = f"[1-{int(figures[0]) - 1}]?" if figures[0] > "1" else ""
    number = f"(?:{figures[0]}[0-{figures[1]}]\\d{{{nines}}}|{before}\\d{{1,{nines + 1}}})"
    return re.compile(f'<(?:c(?! r="{letters}{number}")|row(?! r="{number}")|si)'.encode())


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number

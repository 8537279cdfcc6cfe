"""What is taken out of a table: the columns of its layout and no others, with what the clerk put right.

Only the columns of the layout are taken, so what is not needed for appraisal (religion, NIK, address, telephone, tax
number) never gets past this module (layouts 1).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import cast

from meritdesk.core.errors import FileRefusal
from meritdesk.core.given import DoubtAnswer, GivenTable, Layout, ReadTable
from meritdesk.exchange.heading_rows import Match, best_match, mapped_match
from meritdesk.exchange.long_text import candidates_at
from meritdesk.exchange.sheet_guard import MAX_ROWS
from meritdesk.exchange.sheet_words import word
from meritdesk.exchange.sheets import Cell, RawCell, RawRows, Step, cell_value, clean_text, text_of

Source = Path | GivenTable

_STEP_EVERY = 1000
_SUMMARY = re.compile(r"(?:GRAND |SUB ?)?(?:TOTAL|JUMLAH|REKAP|KETERANGAN|CATATAN|DICETAK|DIUNDUH|SUMBER DATA|NB)\b")


@dataclass(frozen=True, slots=True)
class Table:
    """What a file holds of a layout.

    ``rows`` are (row number in the sheet, cells in the order of ``layout.columns``); a column that the file lacks is
    ``None`` throughout. ``headings`` gives each field's heading as the file writes it. Blank rows are only counted, and
    so are rows that nobody asked about or that the clerk set aside.
    """

    file: str
    layout: Layout
    headings: Mapping[str, str]
    rows: Sequence[tuple[int, list[Cell]]]
    blank_rows: int
    passed_over: int = 0

    def heading(self, field: str) -> str:
        """The heading of a field as in the file, or the usual one when the file lacks it."""
        return self.headings.get(field) or self.layout.columns[field][0]


@dataclass(slots=True)
class TableStream:
    """A table whose rows are taken one after another, as ``Table.rows``; blank rows are counted as they go by."""

    file: str
    layout: Layout
    headings: Mapping[str, str]
    _match: Match
    _given: GivenTable | None
    _step: Step
    blank_rows: int = 0
    passed_over: int = 0
    total: int = 0

    @property
    def heading_row(self) -> int:
        """The row of the headings."""
        return self._match.heading_row

    def heading(self, field: str) -> str:
        """The heading of a field as in the file, or the usual one when the file lacks it."""
        return self.headings.get(field) or self.layout.columns[field][0]

    def count(self) -> int:
        """How many rows there are to the end, read through once: ``IMP-208`` too many, ``IMP-212`` open quotes."""
        for number, _ in enumerate(self._match.rows(), start=1):
            if number % _STEP_EVERY == 0:
                self._step(0, 1)
            if number > MAX_ROWS:
                raise self._too_many()
            self.total = number
        return self.total

    def _too_many(self) -> FileRefusal:
        return FileRefusal("IMP-208", file=self.file, limit=f"{MAX_ROWS:,}".replace(",", "."))

    def __iter__(self) -> Iterator[tuple[int, list[Cell]]]:
        match, given, step = self._match, self._given, self._step
        width = len(self.layout.columns)
        picks = [(spot, match.places[name]) for spot, name in enumerate(self.layout.columns) if name in match.places]
        longest = max((place for _, place in picks), default=-1)
        self.blank_rows = self.passed_over = 0
        right = _corrections(given, match)
        is_mapped = bool(match.constants or match.values)
        fields = tuple(self.layout.columns)
        only = given.only if given else frozenset()
        answers = given.answers if given else {}
        numbered = enumerate(match.rows(), start=1)
        for number, row in islice(numbered, match.heading_row, None):
            if number % _STEP_EVERY == 0:
                step(number, max(number, self.total))
            if number > MAX_ROWS:
                raise self._too_many()
            if number == match.heading_row + 1 and is_numbering(row):
                self.blank_rows += 1
                continue
            if (only and number not in only) or (answers and answers.get(number) is DoubtAnswer.LEAVE):
                self.passed_over += 1
                continue
            cells: list[Cell] = [None] * width
            length = len(row)
            is_blank = True
            for spot, place in picks if longest < length else [one for one in picks if one[1] < length]:
                cell = cell_value(row[place])
                if cell is not None:
                    cells[spot] = cell
                    is_blank = False
            if right and number in right:
                for spot, text in right[number].items():
                    cells[spot] = clean_text(text) or None
                is_blank = all(cell is None for cell in cells)
            if is_blank:
                self.blank_rows += 1
                continue
            if is_mapped and not is_summary(cells):
                _say_otherwise(match, fields, cells)
            yield number, cells


def read_table(
    source: Source, layouts: Sequence[Layout], step: Step, known: Sequence[Layout] = (), most_rows: int = MAX_ROWS
) -> Table:
    """Read the table of the first sheet that fits one of the layouts; the headings row is searched for.

    Refuses with ``IMP-201`` .. ``IMP-218``. A file whose headings are those of another ``known`` layout is refused as
    a whole before any row is read (``IMP-204``); when no layout fits, ``IMP-216`` names the missing headings of the
    one that came nearest. A table that was read before may bring a mapping (``IMP-273`` .. ``IMP-275``), corrections
    (``IMP-276`` for a column or row that is not there), and rows that are passed over.
    """
    stream = open_table(source, layouts, step, known)
    rows: list[tuple[int, list[Cell]]] = []
    for row in stream:
        if len(rows) >= most_rows:
            raise FileRefusal("IMP-208", file=stream.file, limit=f"{most_rows:,}".replace(",", "."))
        rows.append(row)
    return Table(stream.file, stream.layout, stream.headings, rows, stream.blank_rows, stream.passed_over)


def open_table(source: Source, layouts: Sequence[Layout], step: Step, known: Sequence[Layout] = ()) -> TableStream:
    """The table of ``read_table`` before its rows are taken; separated text stays on the disk until then."""
    name = source.name
    step(0, 1)
    given = source if isinstance(source, GivenTable) else None
    match = _match_of(given, layouts, known) if given is not None else None
    if match is None:
        assert isinstance(source, Path)
        match = best_match(candidates_at(source, lambda: step(0, 1)), layouts, _rivals(layouts, known), name)
    return TableStream(name, match.layout, match.headings, match, given, step)


def as_in_file(given: GivenTable, read: ReadTable) -> ReadTable:
    """The cells as the file writes them, before a mapping says them otherwise; corrections stay."""
    if given.mapping is None:
        return read
    match = _match_of(given, (read.layout,), (read.layout,))
    right = _corrections(given, match)
    cells: dict[int, tuple[str, ...]] = {}
    for number in read.cells:
        raw = given.rows[number - 1]
        texts = [
            text_of(cell_value(raw[place])) if -1 < place < len(raw) else ""  # type: ignore[arg-type]
            for place in (match.places.get(field, -1) for field in match.layout.columns)
        ]
        for spot, text in right.get(number, {}).items():
            texts[spot] = text
        cells[number] = tuple(texts)
    return ReadTable(read.layout, read.headings, cells)


def understood(given: GivenTable, layouts: Sequence[Layout], step: Step) -> ReadTable:
    """The table as its layout understands it, each cell as text, rows of LEAVE included; for the eye and the search."""
    match = _match_of(given, layouts, layouts)
    places = [match.places.get(field, -1) for field in match.layout.columns]
    cells: dict[int, tuple[str, ...]] = {}
    for number, row in enumerate(given.rows[match.heading_row :], start=match.heading_row + 1):
        if number % _STEP_EVERY == 0:
            step(number, len(given.rows))
        texts = [text_of(cell_value(row[place])) if -1 < place < len(row) else "" for place in places]  # type: ignore[arg-type]
        if any(texts):
            cells[number] = tuple(
                _mapped_text(match, field, text) if match.values or match.constants else text
                for field, text in zip(match.layout.columns, texts, strict=True)
            )
    for number, right in _corrections(given, match).items():
        if number in cells:
            fresh = list(cells[number])
            for spot, text in right.items():
                fresh[spot] = text
            cells[number] = tuple(fresh)
    return ReadTable(match.layout, match.headings, cells)


def require_rows(table: Table | TableStream, read: int) -> None:
    """Refuse a file that has headings but nobody and nothing below them (``IMP-219``)."""
    if read == 0 and not table.passed_over:
        raise FileRefusal("IMP-219", file=table.file)


def is_numbering(row: Sequence[RawCell]) -> bool:
    """Whether the row under the headings only numbers the columns, 1, 2, 3 or (1), (2), (3), as printed tables do."""
    said = [text_of(cell_value(raw)).strip("().") for raw in row]
    counted = [text for text in said if text]
    if len(counted) < 3 or not all(text.isascii() and text.isdecimal() and len(text) < 4 for text in counted):
        return False
    first = int(counted[0])
    return first < 3 and [int(text) for text in counted] == list(range(first, first + len(counted)))


def is_summary(cells: Sequence[Cell]) -> bool:
    """Whether a row is a total or a remark under the table rather than data."""
    for cell in cells:
        if cell is not None:
            return isinstance(cell, str) and not cell[0].isdecimal() and _SUMMARY.match(cell.upper()) is not None
    return False


def _rivals(layouts: Sequence[Layout], known: Sequence[Layout]) -> list[Layout]:
    return [layout for layout in known if layout not in layouts]


def _match_of(given: GivenTable, layouts: Sequence[Layout], known: Sequence[Layout]) -> Match:
    rows = cast(RawRows, given.rows)
    if given.mapping is not None:
        return mapped_match(given.mapping, layouts, rows, given.name)
    return best_match([lambda: rows], layouts, _rivals(layouts, known), given.name)


def _mapped_text(match: Match, field: str, text: str) -> str:
    """What a cell means by the mapping: a constant where the file says nothing, another word for a coded one."""
    if not text:
        return match.constants.get(field, "")
    said = match.values.get(field)
    return said.get(text, said.get(word(text), text)) if said else text


def _corrections(given: GivenTable | None, match: Match) -> dict[int, dict[int, str]]:
    """The corrected cells by row and place in the layout; a heading that is not there is refused (``IMP-276``)."""
    found: dict[int, dict[int, str]] = {}
    if given is None or not given.corrections:
        return found
    spots: dict[str, int] = {}
    for spot, (field, accepted) in enumerate(match.layout.columns.items()):
        for name in (match.headings.get(field, ""), *accepted, f"={field}"):
            spots.setdefault(_heading_key(name), spot)
    for one in given.corrections:
        place = spots.get(_heading_key(one.column))
        if place is None or not match.heading_row < one.row <= len(given.rows):
            raise FileRefusal("IMP-276", file=given.name, row=one.row, heading=one.column)
        found.setdefault(one.row, {})[place] = one.text
    return found


def _heading_key(name: str) -> str:
    return " ".join(clean_text(name).casefold().split())


def _say_otherwise(match: Match, fields: Sequence[str], cells: list[Cell]) -> None:
    for spot, field in enumerate(fields):
        if cells[spot] is None:
            cells[spot] = match.constants.get(field)
        elif field in match.values:
            text = text_of(cells[spot])
            said = _mapped_text(match, field, text)
            if said != text:
                cells[spot] = said or None

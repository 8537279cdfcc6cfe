"""A table as a clerk hands it over: a file or a pasted block, how its columns are to be read, and what was put right.

The table is read once; what was previewed is what is imported, even where the file is changed or gone meanwhile. What a
clerk corrects stands beside the table and never in the file.
"""

from __future__ import annotations

import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Layout:
    """The headings of one kind of file: each field with the headings it may stand under, the usual one first.

    ``marks`` are headings that tell this kind of file from others. A file may carry marks of several kinds (a list of
    ratings names people too); the kind of the highest ``tier`` is what the file is about. ``words`` are what a coded
    field may say. Rows that say the same in one of ``bound`` fields are judged together; without any, the whole file.
    """

    name: str
    columns: Mapping[str, tuple[str, ...]]
    required: tuple[str, ...]
    marks: tuple[str, ...] = ()
    tier: int = 0
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    bound: tuple[str, ...] = ()

    def heading(self, name: str) -> str:
        """The usual heading of a field."""
        return self.columns[name][0]


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """How the columns of a file that does not use our headings are to be read, as a clerk said once.

    ``columns`` gives for a field the column of the file, by its heading (a heading that stands twice carries
    ``(2)``), or by its letter where the file has no headings. ``constants`` say a field for all rows. ``values``
    give for a coded field what a word of the file means here.
    """

    layout: str
    columns: Mapping[str, str]
    constants: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    has_headings: bool = True
    name: str = ""
    fingerprint: str = ""

    def lacking(self, layout: Layout) -> tuple[str, ...]:
        """The needed fields that have neither a column nor a constant."""
        return tuple(name for name in layout.required if name not in self.columns and not self.constants.get(name))


@dataclass(frozen=True, slots=True)
class Correction:
    """What a cell should have said: its row as the clerk counts, its heading (or ``=`` and the field), its text."""

    row: int
    column: str
    text: str


class DoubtAnswer(StrEnum):
    """What a clerk says of a row that may be somebody who is known under another NIP, or of any row to leave out."""

    ADD = "ADD"
    SAME = "SAME"
    LEAVE = "LEAVE"


@dataclass(frozen=True, slots=True)
class GivenSheet:
    """One sheet: its name (empty for text) and its rows, cells as the reader gives them."""

    name: str
    rows: Sequence[Sequence[object]]


@dataclass(frozen=True, slots=True)
class GivenBook:
    """A file or pasted block that was read: its visible sheets; ``fill`` names the kind of a fill-in sheet of ours."""

    name: str
    sheets: tuple[GivenSheet, ...]
    data: bytes = b""
    fill: str = ""
    digest: str = ""

    def table(self, sheet: str = "") -> GivenTable:
        """One sheet as a table to judge; without a name the first."""
        chosen = next((one for one in self.sheets if one.name == sheet), self.sheets[0])
        return GivenTable(self.name, chosen.rows, chosen.name, self.data if self.fill else b"")


@dataclass(frozen=True, slots=True)
class GivenTable:
    """What an import verb is given instead of a path.

    ``only`` are the rows to judge, all where it is empty; rows that are answered with LEAVE are passed over. ``data``
    is the whole workbook where a fill-in sheet needs what is out of sight.
    """

    name: str
    rows: Sequence[Sequence[object]]
    sheet: str = ""
    data: bytes = b""
    mapping: ColumnMapping | None = None
    corrections: tuple[Correction, ...] = ()
    answers: Mapping[int, DoubtAnswer] = field(default_factory=dict)
    only: frozenset[int] = frozenset()

    @property
    def left_out_rows(self) -> frozenset[int]:
        """The rows that the clerk sets aside."""
        return frozenset(row for row, answer in self.answers.items() if answer is DoubtAnswer.LEAVE)


@dataclass(frozen=True, slots=True)
class FileColumn:
    """One column of a file: the name by which a mapping knows it, and what stands in its first filled cells.

    ``words`` are all its texts with how often each stands, where they are few.
    """

    name: str
    samples: tuple[str, ...]
    words: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Recognition:
    """What a table is taken for: the layout (empty when none fits), the row of its headings (0 for none), its columns.

    ``nearest`` is the layout that comes nearest where none fits, ``missing`` the headings that it lacks.
    ``fingerprint`` names the headings, whatever their order.
    """

    layout: str
    heading_row: int
    columns: tuple[FileColumn, ...]
    fingerprint: str
    nearest: str = ""
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadTable:
    """A table as it is understood: for each field the heading in the file, and the text of each row's cells.

    A row is known by its number in the file; its cells stand in the order of ``fields``, corrections included.
    """

    layout: Layout
    headings: Mapping[str, str]
    cells: dict[int, tuple[str, ...]]

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields, in the order of the cells."""
        return tuple(self.layout.columns)

    def heading(self, name: str) -> str:
        """The heading of a field as in the file, or the usual one."""
        return self.headings.get(name) or self.layout.heading(name)

    def field_of(self, heading: str) -> str:
        """The field that a fault's column means; empty when it means the row."""
        for name, accepted in self.layout.columns.items():
            if heading and heading in (self.headings.get(name), name, *accepted):
                return name
        return ""

    def bound_rows(self, row: int, corrected: Sequence[str] = ()) -> frozenset[int]:
        """The rows that must be judged together with one; empty means the whole file.

        ``corrected`` are the cells as they are to be, where they differ from what stands here.
        """
        if not self.layout.bound or row not in self.cells:
            return frozenset()
        places = [place for place, name in enumerate(self.layout.columns) if name in self.layout.bound]
        said = {(place, cells[place]) for cells in (self.cells[row], corrected) if cells for place in places}
        said = {(place, text) for place, text in said if text}
        found = {number for number, cells in self.cells.items() if any((at, cells[at]) in said for at in places)}
        return frozenset({row} | found)


@dataclass(frozen=True, slots=True)
class ToldFault:
    """A refused row in words, for the workbook that is mended in Excel: what is wrong, and what to do."""

    row: int
    column: str
    code: str
    told: str
    then: str


def column_letter(place: int) -> str:
    """A column as a spreadsheet names it, from 0: A … Z, AA …"""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = string.ascii_uppercase[rest] + letters
    return letters

"""What a clerk has done with one table so far: its mapping, corrections, answers and fates. Values only, no widgets.

Corrections and answers live as long as the window: whoever closes the wizard and opens the same file again finds them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field, replace
from typing import ClassVar
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject

from meritdesk.core.given import (
    ColumnMapping,
    Correction,
    DoubtAnswer,
    GivenBook,
    GivenTable,
    ReadTable,
    Recognition,
    ToldFault,
)
from meritdesk.messages import Messages
from meritdesk.services.changes import ImportOutcome
from meritdesk.ui.intake.fates import FateLine, fate_lines

Cell = tuple[int, str]
"""A cell of the table: its row as the clerk counts, and our field."""


@dataclass(slots=True)
class Kept:
    """What is remembered of one sheet while the window is open."""

    corrections: dict[Cell, str] = field(default_factory=dict)
    answers: dict[int, DoubtAnswer] = field(default_factory=dict)


@dataclass(slots=True)
class IntakeSession:
    """One table on its way in."""

    book: GivenBook
    sheet: str
    recognition: Recognition | None = None
    mapping: ColumnMapping | None = None
    kept: Kept = field(default_factory=Kept)
    read: ReadTable | None = None
    outcome: ImportOutcome | None = None
    lines: tuple[FateLine, ...] = ()
    written: list[str] = field(default_factory=list)

    _remembered: ClassVar[WeakKeyDictionary[QObject, dict[tuple[str, str], Kept]]] = WeakKeyDictionary()

    @classmethod
    def of(cls, window: QObject, book: GivenBook, sheet: str) -> IntakeSession:
        """A session about a sheet, with what was put right in it before while this window is open."""
        kept = cls._remembered.setdefault(window, {}).setdefault((book.digest, sheet), Kept())
        return cls(book, sheet, kept=kept)

    def table(self, only: Set[int] = frozenset()) -> GivenTable:
        """The table as it is to be judged now."""
        base = self.book.table(self.sheet)
        corrections = tuple(
            Correction(row, f"={name}", text) for (row, name), text in sorted(self.kept.corrections.items())
        )
        return replace(
            base,
            mapping=self.mapping,
            corrections=corrections,
            answers=dict(self.kept.answers),
            only=frozenset(only),
        )

    def cells_of(self, row: int) -> tuple[str, ...]:
        """The texts of a row, corrections included."""
        if self.read is None or row not in self.read.cells:
            return ()
        texts = list(self.read.cells[row])
        for place, name in enumerate(self.read.fields):
            texts[place] = self.kept.corrections.get((row, name), texts[place])
        return tuple(texts)

    def correct(self, row: int, name: str, text: str) -> Set[int]:
        """Put a cell right; answers with the rows that must be judged again, nothing for the whole table."""
        assert self.read is not None
        before = self.cells_of(row)
        place = self.read.fields.index(name)
        if self.read.cells[row][place] == text:
            self.kept.corrections.pop((row, name), None)
        else:
            self.kept.corrections[row, name] = text
        return self.bound(row, before)

    def correct_all(self, rows: Sequence[int], name: str, text: str) -> Set[int]:
        """Put the same cell of several rows right; nothing as answer means the whole table."""
        bound = [self.correct(row, name, text) for row in rows]
        return {one for found in bound for one in found} if all(bound) else frozenset()

    def answer(self, row: int, said: DoubtAnswer | None) -> Set[int]:
        """Note what the clerk says of a row, or take it back; answers with the rows to judge again."""
        if said is None:
            self.kept.answers.pop(row, None)
        else:
            self.kept.answers[row] = said
        return self.bound(row, self.cells_of(row))

    def bound(self, row: int, before: tuple[str, ...]) -> Set[int]:
        """The rows that stand or fall with one, by what it said before and what it says now."""
        assert self.read is not None
        now = replace(self.read, cells=self.read.cells | {at: self.cells_of(at) for at in self._corrected_rows()})
        return now.bound_rows(row, before)

    def alike(self, line: FateLine, name: str, text: str) -> tuple[int, ...]:
        """Other rows refused in the same column that hold the same text, so that one correction serves all."""
        if self.read is None or not text:
            return ()
        place = self.read.fields.index(name)
        return tuple(
            other.row
            for other in self.lines
            if other.row != line.row
            and other.is_open
            and other.fields
            and self.read.field_of(other.fields[0]) == name
            and self.cells_of(other.row)[place : place + 1] == (text,)
        )

    def told(self, outcome: ImportOutcome, messages: Messages) -> tuple[FateLine, ...]:
        """The lines of an outcome in words; made beside the window, since a large file has many."""
        lines = fate_lines(outcome, messages, tuple(self._left_out()))
        return tuple(self._named(line) if not (line.key and line.label) else line for line in lines)

    def faults(self) -> tuple[ToldFault, ...]:
        """The rows to mend in words, for the workbook."""
        return tuple(
            ToldFault(line.row, line.fields[0] if line.fields else "", line.code, line.told, line.then)
            for line in self.lines
            if line.is_open
        )

    @property
    def open_count(self) -> int:
        """How many rows wait for the clerk."""
        return sum(line.is_open for line in self.lines)

    def _named(self, line: FateLine) -> FateLine:
        """A line that does not say whose it is, with what the row itself says."""
        cells = self.cells_of(line.row)
        key = line.key or self._said(cells, "nip", "source_id", "unit", "day")
        return replace(line, key=key, label=line.label or self._said(cells, "name", "unit_name", "text"))

    def _corrected_rows(self) -> Iterable[int]:
        cells = self.read.cells if self.read is not None else {}
        return {row for row, _ in self.kept.corrections if row in cells}

    def _left_out(self) -> Iterable[tuple[int, str, str]]:
        for row, said in sorted(self.kept.answers.items()):
            if said is DoubtAnswer.LEAVE:
                cells = self.cells_of(row)
                yield row, self._said(cells, "nip", "source_id", "unit"), self._said(cells, "name", "text")

    def _said(self, cells: tuple[str, ...], *names: str) -> str:
        fields = self.read.fields if self.read is not None and cells else ()
        return next((cells[fields.index(name)] for name in names if name in fields), "")

"""One row of a table by field name: figures, words, NIPs and periods as clerks write them, or why not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Generic, TypeVar

from meritdesk.core.errors import RowFault, UsageRefusal
from meritdesk.core.intake import Intake, Placed
from meritdesk.core.nip import read_nip
from meritdesk.core.notation import printed_decimal, read_decimal
from meritdesk.core.periods import Period, parse_period
from meritdesk.exchange.sheet_words import usual, word
from meritdesk.exchange.sheets import Cell, Step, text_of
from meritdesk.exchange.table_reading import Table, TableStream, is_summary, require_rows

T = TypeVar("T")
E = TypeVar("E")

_STEP_EVERY = 1000
_MOST_RESULTS = 999


class Unreadable(Exception):
    """A filled cell cannot be read or a needed one is blank; the row is refused."""

    def __init__(self, field: str, code: str, **facts: object) -> None:
        super().__init__(field, code)
        self.field, self.code, self.facts = field, code, facts


_nip_of = lru_cache(maxsize=50_000)(read_nip)
"""A log names each person many times; his number is read once."""


class Record:
    """One row of a table with its cells by field name."""

    def __init__(self, places: Mapping[str, int], cells: list[Cell]) -> None:
        self.places = places
        self.cells = cells

    def text(self, field: str) -> str:
        """A cell as text, empty when blank."""
        cell = self.cells[self.places[field]]
        if isinstance(cell, str):
            return cell
        if isinstance(cell, Decimal):
            return printed_decimal(cell)
        return text_of(cell)

    def needed(self, field: str) -> str:
        """A cell that must be filled."""
        text = self.text(field)
        if not text:
            raise Unreadable(field, "IMP-223")
        return text

    def nip(self) -> str:
        """The NIP of the row, put right."""
        cell = self.cells[self.places["nip"]]
        text = text_of(cell)
        reading = _nip_of(text)
        if isinstance(cell, Decimal) and len(text) > 15:
            raise Unreadable("nip", "NIP-201", value=text)
        if reading.fault:
            raise Unreadable("nip", reading.fault, value=text)
        return reading.nip

    def choice(self, field: str, words: Mapping[str, E]) -> E | None:
        """A word of a list, or nothing when blank."""
        text = self.text(field)
        if not text:
            return None
        found = words.get(word(text))
        if found is None:
            raise Unreadable(field, "IMP-222", value=text, allowed=", ".join(usual(words)))
        return found

    def chosen(self, field: str, words: Mapping[str, E]) -> E:
        """A word of a list that must be there."""
        found = self.choice(field, words)
        if found is None:
            raise Unreadable(field, "IMP-223")
        return found

    def number(self, field: str) -> Decimal | None:
        """A figure, or nothing when blank."""
        cell = self.cells[self.places[field]]
        if cell is None or isinstance(cell, Decimal):
            return cell
        found = read_decimal(text_of(cell))
        if found is None:
            raise Unreadable(field, "IMP-221", value=text_of(cell))
        return found

    def count(self, field: str) -> int:
        """A running number from 1."""
        number = self.number(field)
        if number is None:
            raise Unreadable(field, "IMP-223")
        if number != number.to_integral_value() or not 1 <= number <= _MOST_RESULTS:
            raise Unreadable(field, "IMP-224", value=printed_decimal(number))
        return int(number)

    def period(self) -> Period:
        """The period of the row."""
        cell = self.cells[self.places["period"]]
        # A spreadsheet turns the typed period 2025-01 into the first of January.
        text = cell.strftime("%Y-%m") if isinstance(cell, date) else text_of(cell)
        if not text:
            raise Unreadable("period", "IMP-223")
        try:
            return parse_period(text)
        except UsageRefusal as fault:
            raise Unreadable("period", fault.code, period=text) from fault


def read_records(table: Table, convert: Callable[[Record], T], step: Step) -> Intake[T]:
    """Turn every row of a table into a value; a row that cannot be read is refused with its heading and reason."""
    rows: list[Placed[T]] = []
    refused: list[RowFault] = []
    reading = _Reading(table, convert)
    skipped = table.blank_rows
    for done, (number, cells) in enumerate(table.rows):
        if done % _STEP_EVERY == 0:
            step(done, len(table.rows))
        found = reading.of(number, cells)
        if found is None:
            skipped += 1
        elif isinstance(found, RowFault):
            refused.append(found)
        else:
            rows.append(found)
    step(len(table.rows), len(table.rows))
    require_rows(table, len(rows) + len(refused))
    return Intake(tuple(rows), tuple(refused), (), len(rows) + len(refused), skipped)


class RecordStream(Generic[T]):
    """The rows of a long file as values, one after another; nothing is kept of those that went by."""

    def __init__(self, table: TableStream, convert: Callable[[Record], T]) -> None:
        self._table = table
        self._reading = _Reading(table, convert)
        self._summaries = 0
        self.total = table.count()
        if self.total <= table.heading_row:
            require_rows(table, 0)

    @property
    def skipped(self) -> int:
        """The blank and summary rows that went by."""
        return self._table.blank_rows + self._summaries

    def __iter__(self) -> Iterator[Placed[T] | RowFault]:
        self._summaries = read = 0
        for number, cells in self._table:
            found = self._reading.of(number, cells)
            if found is None:
                self._summaries += 1
                continue
            read += 1
            yield found
        require_rows(self._table, read)


class _Reading(Generic[T]):
    """How the rows of one table become values."""

    def __init__(self, table: Table | TableStream, convert: Callable[[Record], T]) -> None:
        self._table, self._convert = table, convert
        self._places = {field: place for place, field in enumerate(table.layout.columns)}
        self._key = next(iter(self._places.values()))

    def of(self, number: int, cells: list[Cell]) -> Placed[T] | RowFault | None:
        """The value of a row, or why it is none; nothing for a row that is no data."""
        if is_summary(cells) and not any(sign.isdigit() for sign in text_of(cells[self._key])):
            return None
        try:
            return Placed(number, self._convert(Record(self._places, cells)))
        except Unreadable as fault:
            return RowFault(number, self._table.heading(fault.field), fault.code, fault.facts)

"""Tables of a package: their columns, their CSV spelling and their Table Schema (exchange 2).

CSV inside a package is for programs: UTF-8 without mark, LF, every field quoted, decimals with a point, ISO dates,
Unicode form C. One table has exactly one spelling, so a reader compares bytes instead of guessing.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, localcontext
from enum import StrEnum

from meritdesk.core.errors import UsageRefusal
from meritdesk.core.periods import Period, parse_period
from meritdesk.exchange.plain_json import JsonFault, read_json, write_json

MAX_CELL_LENGTH = 100_000
MAX_FAULTS_KEPT = 1000
_SUM_DIGITS = 60

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufeff]")
_INTEGER = re.compile(r"0|-?[1-9]\d{0,11}", re.ASCII)
_DECIMAL = re.compile(r"-?(?:0|[1-9]\d{0,39})(?:\.\d{1,40})?", re.ASCII)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class Kind(StrEnum):
    """How the text of a cell is to be read; the values are the types of Table Schema where it has them."""

    TEXT = "string"
    KEY = "key"  # a text that is never empty
    INTEGER = "integer"
    DECIMAL = "number"
    DATE = "date"
    BOOLEAN = "boolean"
    CHOICE = "choice"
    PERIOD = "period"
    FACTS = "object"


@dataclass(frozen=True, slots=True)
class Column:
    """One column; ``may_be_empty`` says whether an empty cell stands for "not known"."""

    name: str
    kind: Kind = Kind.TEXT
    choices: type[StrEnum] | None = None
    may_be_empty: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """A column whose value must be the key of a row in another table (or in this one)."""

    column: str
    table: str
    target: str


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its columns in order, the columns that make a row unique, and what points to other tables."""

    name: str
    title: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()

    @property
    def path(self) -> str:
        """The place of the file in the bag."""
        return f"data/{self.name}.csv"


@dataclass(frozen=True, slots=True)
class CellFault:
    """One unreadable place: file, row (1 = heading) and column."""

    table: str
    row: int
    column: str

    def __str__(self) -> str:
        return f"{self.table}.csv:{self.row}:{self.column}"


@dataclass(frozen=True, slots=True)
class Row:
    """One row as values by column; a choice this program does not know is missing and listed in ``unknown``."""

    values: Mapping[str, object]
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TableFile:
    """A written or read table with what the control file says about it."""

    rows: int
    totals: Mapping[str, str]


class TableFault(ValueError):
    """A table that is not what its schema says; ``faults`` are all places found."""

    def __init__(self, faults: Sequence[CellFault]) -> None:
        super().__init__("; ".join(map(str, faults)))
        self.faults = tuple(faults)


class LongText(ValueError):
    """A text too long for a package; the place is the record's table and column."""

    def __init__(self, table: str, row: int, column: str) -> None:
        super().__init__(f"{table} {row} {column}")
        self.place = CellFault(table, row, column)


def clean_text(text: str) -> str:
    """A text as it travels: Unicode form C, without the invisible control characters nobody typed."""
    if text.isascii() and text.isprintable():
        return text
    return _CONTROL.sub("", unicodedata.normalize("NFC", text))


def cell(value: object) -> str:
    """The text of one cell; an unknown type is a programming error."""
    match value:
        case None:
            return ""
        case str():
            return clean_text(value)
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case Decimal():
            return format(value, "f")
        case date():
            return value.isoformat()
        case Period():
            return value.code
        case Mapping():
            return write_json({clean_text(name): clean_text(text) for name, text in value.items()})
    raise TypeError(f"no cell for {type(value).__name__}")


def write_table(table: Table, rows: Iterable[Sequence[object]]) -> tuple[bytes, TableFile]:
    """The CSV bytes of a table and its counts; ``LongText`` when a text does not fit a package.

    A key that is empty or stands twice is a programming error and raises ``ValueError``: no reader would take it.
    """
    sums = _Sums(table)
    names = [column.name for column in table.columns]
    written: list[Sequence[str]] = [names]
    keys = [names.index(name) for name in table.key]
    filled = [place for place, column in enumerate(table.columns) if column.kind is Kind.KEY]
    seen: set[tuple[str, ...]] = set()
    for number, row in enumerate(rows, start=2):
        texts = [cell(value) for value in row]
        for column, text in zip(table.columns, texts, strict=True):
            if len(text) > MAX_CELL_LENGTH:
                raise LongText(table.name, number, column.name)
        key = tuple(texts[place] for place in keys)
        if (keys and key in seen) or not all(texts[place] for place in filled):
            raise ValueError(f"{table.name}: the key {key} is empty or stands twice")
        seen.add(key)
        sums.add(row)
        written.append(texts)
    return _spelled(written), TableFile(len(written) - 1, sums.totals())


def read_table(table: Table, data: bytes) -> tuple[list[Row], TableFile]:
    """The rows of a table, strictly; ``TableFault`` with every place when a cell is not of its type.

    Columns this program does not know may follow the known ones and are passed over. A choice this program does not
    know is no fault of the file: the row says so and its record is refused alone.
    """
    texts = _parsed(table, data)
    names = [column.name for column in table.columns]
    heading = texts[0] if texts else []
    if heading[: len(names)] != names or len(set(heading)) != len(heading):
        raise TableFault([CellFault(table.name, 1, ",".join(heading)[:80])])
    readers = [(column.name, _reader(column)) for column in table.columns]
    faults: list[CellFault] = []
    rows: list[Row] = []
    sums = _Sums(table)
    seen: set[tuple[object, ...]] = set()
    for number, line in enumerate(texts[1:], start=2):
        if len(line) != len(heading):
            faults.append(CellFault(table.name, number, "*"))
            continue
        values: dict[str, object] = {}
        unknown: list[str] = []
        for (name, reader), text in zip(readers, line, strict=False):
            try:
                values[name] = reader(text)
            except LookupError:
                unknown.append(name)
            except ValueError:
                faults.append(CellFault(table.name, number, name))
        if table.key:
            key = tuple(line[names.index(name)] for name in table.key)
            if key in seen:
                faults.append(CellFault(table.name, number, "+".join(table.key)))
            seen.add(key)
        if len(faults) > MAX_FAULTS_KEPT:
            break
        if not faults:
            sums.add([values.get(name) for name in names])
            rows.append(Row(values, tuple(unknown)))
    if faults:
        raise TableFault(faults)
    return rows, TableFile(len(rows), sums.totals())


def schema_of(table: Table) -> dict[str, object]:
    """The Table Schema of a table for ``datapackage.json``."""
    schema: dict[str, object] = {"fields": [_field(column) for column in table.columns], "missingValues": [""]}
    if table.key:
        schema["primaryKey"] = list(table.key)
    if table.references:
        schema["foreignKeys"] = [
            {
                "fields": [reference.column],
                "reference": {
                    "resource": "" if reference.table == table.name else reference.table,
                    "fields": [reference.target],
                },
            }
            for reference in table.references
        ]
    return schema


class _Sums:
    """Control totals: the sum of each numeric column, exact."""

    def __init__(self, table: Table) -> None:
        numeric = (Kind.INTEGER, Kind.DECIMAL)
        self._columns = [(place, column.name) for place, column in enumerate(table.columns) if column.kind in numeric]
        self._sums = {name: Decimal(0) for _, name in self._columns}

    def add(self, row: Sequence[object]) -> None:
        if not self._columns:
            return
        with localcontext() as context:
            context.prec = _SUM_DIGITS
            for place, name in self._columns:
                value = row[place]
                if isinstance(value, (Decimal, int)):
                    self._sums[name] += value

    def totals(self) -> dict[str, str]:
        return {name: _plain(total) for name, total in self._sums.items()}


def _plain(total: Decimal) -> str:
    """A sum without trailing zeros, so that 1.50 + 1.5 has one spelling."""
    text = format(total, "f")
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


def _spelled(rows: Iterable[Sequence[str]]) -> bytes:
    target = io.StringIO(newline="")
    csv.writer(target, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(rows)
    return target.getvalue().encode("utf-8")


def _parsed(table: Table, data: bytes) -> list[list[str]]:
    """The raw texts; the file must be spelled exactly as we would spell its content."""
    try:
        text = data.decode("utf-8")
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error):
        raise TableFault([CellFault(table.name, 0, "*")]) from None
    if _CONTROL.search(text) or not unicodedata.is_normalized("NFC", text) or _spelled(rows) != data:
        raise TableFault([CellFault(table.name, 0, "*")])
    return rows


def _reader(column: Column) -> Callable[[str], object]:
    """The function that reads one cell: ``ValueError`` for a wrong text, ``LookupError`` for an unknown choice."""
    match column.kind:
        case Kind.TEXT:
            return str
        case Kind.CHOICE:
            assert column.choices is not None
            reader: Callable[[str], object] = {choice.value: choice for choice in column.choices}.__getitem__
        case Kind.KEY:
            reader = str
        case Kind.INTEGER:
            reader = _integer
        case Kind.DECIMAL:
            reader = _decimal
        case Kind.DATE:
            reader = _date
        case Kind.BOOLEAN:
            reader = _boolean
        case Kind.PERIOD:
            reader = _period
        case Kind.FACTS:
            reader = _facts
    return _or_nothing(reader) if column.may_be_empty else _never_empty(reader)


def _or_nothing(reader: Callable[[str], object]) -> Callable[[str], object]:
    return lambda text: reader(text) if text else None


def _never_empty(reader: Callable[[str], object]) -> Callable[[str], object]:
    def read(text: str) -> object:
        if not text:
            raise ValueError("empty")
        return reader(text)

    return read


def _integer(text: str) -> int:
    if _INTEGER.fullmatch(text) is None:
        raise ValueError(text)
    return int(text)


def _decimal(text: str) -> Decimal:
    if _DECIMAL.fullmatch(text) is None:
        raise ValueError(text)
    return Decimal(text)


def _date(text: str) -> date:
    if _DATE.fullmatch(text) is None:
        raise ValueError(text)
    return date.fromisoformat(text)


def _boolean(text: str) -> bool:
    if text not in ("true", "false"):
        raise ValueError(text)
    return text == "true"


def _period(text: str) -> Period:
    try:
        period = parse_period(text)
    except UsageRefusal:
        raise ValueError(text) from None
    if period.code != text:
        raise ValueError(text)
    return period


def _facts(text: str) -> Mapping[str, str]:
    try:
        value = read_json(text)
    except JsonFault:
        raise ValueError(text) from None
    if not isinstance(value, dict) or not all(isinstance(member, str) for member in value.values()):
        raise ValueError(text)
    return value


def _field(column: Column) -> dict[str, object]:
    plain = {Kind.KEY: "string", Kind.CHOICE: "string", Kind.PERIOD: "string"}
    field: dict[str, object] = {"name": column.name, "type": plain.get(column.kind, column.kind.value)}
    constraints: dict[str, object] = {}
    if column.kind is not Kind.TEXT and not column.may_be_empty:
        constraints["required"] = True
    if column.choices is not None:
        constraints["enum"] = [choice.value for choice in column.choices]
    if constraints:
        field["constraints"] = constraints
    return field

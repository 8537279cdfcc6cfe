"""Tables of a package: their columns, their CSV spelling and their Table Schema (exchange 2).

CSV inside a package is for programs: UTF-8 without mark, LF, every field quoted, decimals with a point, ISO dates,
Unicode form C. One table has exactly one spelling, so a reader compares bytes instead of guessing.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, localcontext
from itertools import islice
from operator import eq
from typing import cast

from meritdesk.core.errors import UsageRefusal
from meritdesk.core.package_tables import Column, Kind, Table
from meritdesk.core.periods import Period, parse_period
from meritdesk.exchange.plain_json import JsonFault, read_json, write_json

MAX_CELL_LENGTH = 100_000
MAX_JSON_LENGTH = 1_000_000
MAX_FAULTS_KEPT = 1000
_SUM_DIGITS = 60

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufeff]")
_CONTROL_BYTES = bytes(code for code in range(0x20) if code not in b"\t\n\r")
_INTEGER = re.compile(r"0|-?[1-9]\d{0,11}", re.ASCII)
_DECIMAL = re.compile(r"-?(?:0|[1-9]\d{0,39})(?:\.\d{1,40})?", re.ASCII)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}\+00:00", re.ASCII)
_NEW_NAME = re.compile(r"[a-z][a-z0-9_]{0,62}", re.ASCII)


@dataclass(frozen=True, slots=True)
class CellFault:
    """One unreadable place: file, row (1 = heading) and column."""

    table: str
    row: int
    column: str

    def __str__(self) -> str:
        return f"{self.table}.csv:{self.row}:{self.column}"


@dataclass(frozen=True, slots=True)
class Rows:
    """The values of each row in the order of the columns; ``unknown`` names, by row, columns with an unknown choice.

    ``more`` are the columns that a newer program added, with their texts by row in ``more_texts``. Plain tuples, since
    a city has a million cells and the collector visits every object of another kind.
    """

    values: Sequence[tuple[object, ...]]
    unknown: Mapping[int, Sequence[str]]
    more: tuple[str, ...] = ()
    more_texts: Sequence[tuple[str, ...]] = ()


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


_FEW_VALUES = frozenset({Kind.CHOICE, Kind.DATE, Kind.PERIOD, Kind.INTEGER})
"""Columns in which most cells say what others say too, and in which equal values are spelled alike."""

_COUNTED = frozenset({Kind.INTEGER, Kind.DECIMAL})
"""Columns of which the control file says the sum."""

_PLAIN = frozenset({str, type(None)})
_DECIMAL_OR_NOTHING = frozenset({Decimal, type(None)})


def _texts(column: Column, values: Sequence[object]) -> list[str]:
    """The cells of a column; what many of them say is spelled once, and plain texts need no call for each."""
    if column.kind in _FEW_VALUES:
        spelled = {value: cell(value) for value in set(values)}
        return list(map(spelled.__getitem__, values))
    if column.kind is Kind.FACTS:
        alike = [tuple(value.items()) if isinstance(value, Mapping) else value for value in values]
        said = {one: cell(value) for one, value in dict(zip(alike, values, strict=True)).items()}
        return list(map(said.__getitem__, alike))
    if set(map(type, values)) <= _PLAIN:
        plain = [value or "" for value in cast(Sequence[str | None], values)]
        joined = "".join(plain)
        if joined.isascii() and joined.isprintable():
            return plain
    return [
        ""
        if value is None
        else value
        if type(value) is str and value.isascii() and value.isprintable()
        else cell(value)
        for value in values
    ]


class TableWriting:
    """The CSV of a table, spelled a portion of its rows after the other; of what is gone by only digests are held.

    Refused with ``LongText`` when a text does not fit a package. A key that is empty or stands twice is a programming
    error and raises ``ValueError``: no reader would take it.
    """

    def __init__(self, table: Table, out: Callable[[bytes], None]) -> None:
        self.table = table
        self._out = out
        self._rows = 0
        # 64 bits of each key: two keys of a million share them once in some ten million packages.
        self._keys = array("q")
        self._sums = {column.name: Decimal(0) for column in table.columns if column.kind in _COUNTED}
        out(_spelled([[column.name for column in table.columns]]))

    def take(self, rows: Iterable[Sequence[object]]) -> None:
        """The next rows."""
        table = self.table
        values = list(zip(*rows, strict=True))
        if not values:
            return
        texts = [_texts(*one) for one in zip(table.columns, values, strict=True)]
        for column, column_texts in zip(table.columns, texts, strict=True):
            row = _too_long(column, column_texts)
            if row:
                raise LongText(table.name, self._rows + row, column.name)
            if column.kind is Kind.KEY and not all(column_texts):
                raise ValueError(f"{table.name}: a key is empty or stands twice ({column.name})")
        if table.key:
            self._keys.extend(map(hash, _keys(table, texts)))
        _add_up(table, values, self._sums)
        self._rows += len(texts[0])
        self._out(_spelled(zip(*texts, strict=True)))

    def done(self) -> TableFile:
        """What the control file says of the table."""
        ordered = sorted(self._keys)
        if any(map(eq, ordered, islice(ordered, 1, None))):
            raise ValueError(f"{self.table.name}: a key is empty or stands twice")
        return TableFile(self._rows, {name: _plain(total) for name, total in self._sums.items()})


def write_table(table: Table, rows: Iterable[Sequence[object]]) -> tuple[bytes, TableFile]:
    """The CSV bytes of a table and its counts; refused as ``TableWriting``."""
    spelled: list[bytes] = []
    writing = TableWriting(table, spelled.append)
    writing.take(rows)
    return b"".join(spelled), writing.done()


def read_table(table: Table, data: bytes, as_texts: bool = False) -> tuple[Rows, TableFile]:
    """The rows of a table, strictly; ``TableFault`` with every place when a cell is not of its type.

    Columns this program does not know may follow the known ones: they are kept as texts. The last ones may be missing
    in the file of an older program where they say what stands for them. A choice this program does not know is no fault
    of the file: the row says so and its record is refused alone. With ``as_texts`` every cell is checked in the same
    way, but stays the text that it is.
    """
    lines = _parsed(table, data)
    names = [column.name for column in table.columns]
    heading = lines[0] if lines else []
    missing = [column for column in table.columns[len(heading) :] if heading]
    present = names[: len(names) - len(missing)]
    more = tuple(heading[len(present) :])
    is_known = heading[: len(present)] == present and all(column.later is not None for column in missing)
    is_known = is_known and all(map(_NEW_NAME.fullmatch, more))
    if not heading or not is_known or len(set(heading)) != len(heading):
        raise TableFault([CellFault(table.name, 1, ",".join(heading)[:80])])
    del lines[0]
    faults = [CellFault(table.name, row, "*") for row, line in enumerate(lines, 2) if len(line) != len(heading)]
    if faults:
        raise TableFault(faults[:MAX_FAULTS_KEPT])
    texts = list(zip(*lines, strict=True)) or [()] * len(heading)
    rows_found = len(lines)
    more_texts = list(zip(*texts[len(present) :], strict=True)) if more else []
    texts = [*texts[: len(present)], *((column.later or "",) * rows_found for column in missing)]
    del lines
    unknown: dict[int, list[str]] = {}
    values: list[Sequence[object]] = []
    for column, column_texts in zip(table.columns, texts, strict=True):
        row = _too_long(column, column_texts)
        if row:
            raise TableFault([CellFault(table.name, row, column.name)])
        values.append(_column(table, column, column_texts, faults, unknown))
    if table.key and len(set(_keys(table, texts))) < rows_found:
        faults.extend(_repeated(table, texts))
    if faults:
        order = {name: place for place, name in enumerate(names)}
        faults.sort(key=lambda fault: (fault.row, order.get(fault.column, len(order))))
        raise TableFault(faults[:MAX_FAULTS_KEPT])
    counted = TableFile(rows_found, _totals(table, values[: len(present)]))
    found = texts if as_texts else values
    return Rows(list(zip(*found, strict=True)), unknown, more, more_texts), counted


def value_of(column: Column, text: str) -> object:
    """What one cell says; ``ValueError`` for a text that is not of its type, ``LookupError`` for an unknown choice."""
    return text if column.kind is Kind.TEXT else _reader(column)(text)


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


def _too_long(column: Column, texts: Sequence[str]) -> int:
    """The first row whose cell is longer than a package may hold; 0 when all fit."""
    longest = MAX_JSON_LENGTH if column.kind is Kind.JSON else MAX_CELL_LENGTH
    if max(map(len, texts), default=0) <= longest:
        return 0
    return next(row for row, text in enumerate(texts, start=2) if len(text) > longest)


def _column(
    table: Table,
    column: Column,
    texts: Sequence[str],
    faults: list[CellFault],
    unknown: dict[int, list[str]],
) -> Sequence[object]:
    """The values of one column; faults and unknown choices are noted, with nothing in their place."""
    if column.kind is Kind.TEXT:
        return texts
    if column.kind is Kind.KEY and all(texts):
        return texts
    reader = _reader(column)
    try:
        # Most cells of a column say what others say too, and what a text says is read once.
        said = {text: reader(text) for text in set(texts)}
        return list(map(said.__getitem__, texts))
    except (LookupError, ValueError):
        pass  # Something in this column is wrong: find out where.
    values: list[object] = []
    for number, text in enumerate(texts):
        try:
            values.append(reader(text))
        except LookupError:
            values.append(None)
            unknown.setdefault(number, []).append(column.name)
        except ValueError:
            values.append(None)
            faults.append(CellFault(table.name, number + 2, column.name))
    return values


def _keys(table: Table, texts: Sequence[Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """The key of each row."""
    return zip(*(texts[table.place(name)] for name in table.key), strict=True)


def _repeated(table: Table, texts: Sequence[Sequence[str]]) -> Iterator[CellFault]:
    """The rows whose key stood in an earlier row."""
    seen: set[tuple[str, ...]] = set()
    for row, key in enumerate(_keys(table, texts), start=2):
        if key in seen:
            yield CellFault(table.name, row, "+".join(table.key))
        seen.add(key)


def _totals(table: Table, values: Sequence[Sequence[object]]) -> dict[str, str]:
    """Control totals: the exact sum of each numeric column."""
    columns = zip(table.columns, values, strict=False)
    sums = {column.name: Decimal(0) for column, _ in columns if column.kind in _COUNTED}
    _add_up(table, values, sums)
    return {name: _plain(total) for name, total in sums.items()}


def _add_up(table: Table, values: Sequence[Sequence[object]], sums: dict[str, Decimal]) -> None:
    """Add the cells of each numeric column to what it came to before."""
    with localcontext() as context:
        context.prec = _SUM_DIGITS
        for column, column_values in zip(table.columns, values, strict=False):
            if column.kind in _COUNTED:
                sums[column.name] = _sum(column.kind, column_values, sums[column.name])


def _sum(kind: Kind, values: Sequence[object], before: Decimal) -> Decimal:
    """The exact sum of the cells of a column that are not empty, and of what stood before them."""
    if kind is Kind.INTEGER:
        # What many cells say is looked at once; whole numbers come to the same in any order.
        counted = Counter(values).items()
        return before + Decimal(sum(_number(value) * times for value, times in counted if value not in (None, "")))
    if set(map(type, values)) <= _DECIMAL_OR_NOTHING:
        return sum(filter(None, cast(Sequence[Decimal | None], values)), before)
    return Decimal(sum((_number(value) for value in values if value not in (None, "")), before))


def _number(value: object) -> Decimal | int:
    """The number of a cell; records that travel as texts hold the text of it."""
    return value if isinstance(value, (Decimal, int)) else Decimal(str(value))


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
    usual = csv.field_size_limit(MAX_JSON_LENGTH)
    try:
        text = data.decode("utf-8")
        # Most cells say what others say too: each text is held once, and not once for every cell.
        same = dict[str, str]().setdefault
        rows = [list(map(same, row, row)) for row in csv.reader(io.StringIO(text, newline=""), strict=True)]
    except (UnicodeDecodeError, csv.Error):
        raise TableFault([CellFault(table.name, 0, "*")]) from None
    finally:
        csv.field_size_limit(usual)
    if _has_control(text, data) or not unicodedata.is_normalized("NFC", text) or not is_as_spelled(text, rows):
        raise TableFault([CellFault(table.name, 0, "*")])
    return rows


def is_as_spelled(text: str, rows: Sequence[Sequence[str]]) -> bool:
    """Whether a text is spelled exactly as we would spell the rows that were read from it, without spelling them again.

    Every quote and every return of it is one that the cells ask for, so each cell stands in quotes and each line ends
    with a line feed; then nothing but the separators is left, and the length says that none is too many.
    """
    cells, count = "".join(map("".join, rows)), sum(map(len, rows))
    quotes = cells.count('"')
    return (
        all(rows)
        and text.count('"') == 2 * (count + quotes)
        and text.count("\r") == cells.count("\r")
        and len(text) == len(cells) + quotes + 3 * count
    )


def _has_control(text: str, data: bytes) -> bool:
    if text.isascii():
        return len(data.translate(None, _CONTROL_BYTES)) < len(data)
    return _CONTROL.search(text) is not None


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
        case Kind.MOMENT:
            reader = _moment
        case Kind.BOOLEAN:
            reader = _boolean
        case Kind.PERIOD:
            reader = _period
        case Kind.FACTS:
            reader = _facts
        case Kind.JSON:
            reader = _json
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


def _moment(text: str) -> datetime:
    if _MOMENT.fullmatch(text) is None:
        raise ValueError(text)
    return datetime.fromisoformat(text)


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


def _json(text: str) -> object:
    try:
        return read_json(text)
    except JsonFault:
        raise ValueError(text) from None


def _field(column: Column) -> dict[str, object]:
    plain = {
        Kind.KEY: "string",
        Kind.CHOICE: "string",
        Kind.PERIOD: "string",
        Kind.MOMENT: "string",
        Kind.JSON: "any",
    }
    field: dict[str, object] = {"name": column.name, "type": plain.get(column.kind, column.kind.value)}
    constraints: dict[str, object] = {}
    if column.kind is not Kind.TEXT and not column.may_be_empty:
        constraints["required"] = True
    if column.choices is not None:
        constraints["enum"] = [choice.value for choice in column.choices]
    if constraints:
        field["constraints"] = constraints
    return field

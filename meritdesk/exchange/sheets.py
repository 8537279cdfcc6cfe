"""Tables as clerks have them: .xlsx, .xls, .ods or separated text, known by content and read as values only.

This module knows cells and files; which row holds the headings is ``heading_rows``, what is taken ``table_reading``.
"""

from __future__ import annotations

import csv
import io
import math
import re
import unicodedata
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TextIO

import python_calamine as calamine

from meritdesk.aside import aside
from meritdesk.core.errors import FileRefusal
from meritdesk.exchange.page_tables import page_tables
from meritdesk.exchange.sheet_guard import MAX_FILE_BYTES, MAX_ROWS, FileKind, recognise

Cell = str | date | datetime | Decimal | None
Step = Callable[[int, int], None]
Beat = Callable[[], None]
RawCell = int | float | str | bool | time | date | datetime | timedelta
RawRows = Iterable[Sequence[RawCell]]

SEARCHED_ROWS = 20
LONGEST_LINE = 4 << 20
MOST_FIELDS = 16_384
DELIMITERS = ";,|\t^~"
_NOT_ALNUM = re.compile(r"[^0-9A-Z]+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_BLANKS = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
GUARDED = ("'=", "'+", "'-", "'@", "''", "'\t", "'\r")


def _no_beat() -> None:
    """Nobody waits to stop it."""


def read_bytes(path: Path) -> bytes:
    """The bytes of a file that a clerk chose, within limits: ``IMP-208``, ``IMP-209``, ``IMP-217``, ``IMP-218``."""
    with readable(path), path.open("rb") as stream:
        is_too_large = path.stat().st_size > MAX_FILE_BYTES
        data = b"" if is_too_large else stream.read(MAX_FILE_BYTES + 1)
    if is_too_large or len(data) > MAX_FILE_BYTES:
        raise FileRefusal("IMP-208", file=path.name, limit=f"{MAX_FILE_BYTES >> 20} MB")
    return data


@contextmanager
def readable(path: Path) -> Iterator[None]:
    """What the disk says of a file in the words of a refusal: ``IMP-209``, ``IMP-217`` not there, ``IMP-218``."""
    try:
        yield
    except FileNotFoundError as fault:
        raise FileRefusal("IMP-217", file=path.name) from fault
    except PermissionError as fault:
        # Windows answers so for a folder, too.
        raise FileRefusal("IMP-209" if path.is_dir() else "IMP-218", file=path.name) from fault
    except OSError as fault:
        raise FileRefusal("IMP-209", file=path.name) from fault


def clean_text(text: str) -> str:
    """One cell's text as it is kept: NFC, no invisible or control characters, ordinary blanks, trimmed (F68)."""
    if text.isascii() and text.isprintable():
        return text.strip()
    text = unicodedata.normalize("NFC", _BLANKS.sub(" ", _INVISIBLE.sub("", text)).translate(_FULL_WIDTH))
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def normal_heading(text: str) -> str:
    """A heading in the form in which headings are compared: upper case, one blank between words."""
    return _NOT_ALNUM.sub(" ", clean_text(text).upper()).strip()


def cell_value(raw: RawCell) -> Cell:
    """One cell as the reader gives it, as text, exact figure, day, or nothing."""
    if isinstance(raw, str):
        return (clean_text(raw) or None) if raw else None
    if isinstance(raw, bool):
        return "TRUE" if raw else "FALSE"
    if isinstance(raw, float):
        if not math.isfinite(raw):
            return str(raw)
        return Decimal(int(raw)) if raw.is_integer() else Decimal(repr(raw))
    if isinstance(raw, int):
        return Decimal(raw)
    if isinstance(raw, (datetime, date)):
        return raw
    return str(raw)


def text_of(cell: Cell) -> str:
    """A cell as plain text: ``5`` for the number 5, ISO for a date, empty for blank."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, Decimal):
        return format(cell, "f")
    return cell.isoformat()


def candidates_in(data: bytes, name: str, beat: Beat = _no_beat) -> Iterator[Callable[[], RawRows]]:
    """The tables that a file may hold: the visible sheets of a workbook, or text cut at each likely delimiter."""
    kind = recognise(data, name)
    if kind is FileKind.PAGE:
        yield from page_tables(data, name, beat)
    else:
        yield from text_tables(data, name) if kind is FileKind.TEXT else _workbook_tables(data, name, beat)


def _workbook_tables(data: bytes, name: str, beat: Beat) -> Iterator[Callable[[], RawRows]]:
    """The visible sheets of a workbook, formulas as the values they last had."""
    with opened_book(data, name) as book:
        for sheet in book.sheets_metadata:
            if sheet.typ == calamine.SheetTypeEnum.WorkSheet and sheet.visible == calamine.SheetVisibleEnum.Visible:
                found = aside(lambda title=sheet.name: book.get_sheet_by_name(title), beat)  # type: ignore[misc]
                beat()
                yield lambda sheet=found: _sheet_rows(sheet)  # type: ignore[misc]


def _sheet_rows(sheet: calamine.CalamineSheet) -> Iterator[list[RawCell]]:
    """The rows of a sheet from its first cell on, made one by one; the reader leaves blank columns before it out."""
    before: list[RawCell] = [""] * (sheet.start[1] if sheet.start else 0)
    return (before + row for row in sheet.iter_rows()) if before else iter(sheet.iter_rows())


@contextmanager
def opened_book(data: bytes, name: str) -> Iterator[calamine.CalamineWorkbook]:
    """A workbook while it is read; what is wrong with it is refused: ``IMP-203`` damaged, ``IMP-206`` password."""
    try:
        with calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            yield book
    except calamine.PasswordError as fault:
        raise FileRefusal("IMP-206", file=name) from fault
    except (calamine.CalamineError, zipfile.BadZipFile, OSError, ValueError, OverflowError) as fault:
        raise FileRefusal("IMP-203", file=name) from fault
    except BaseException as fault:
        # A panic of the reader on a damaged file arrives as an exception of its own outside Exception.
        if type(fault).__name__ != "PanicException":
            raise
        raise FileRefusal("IMP-203", file=name) from fault


def text_tables(data: bytes, name: str) -> Iterator[Callable[[], RawRows]]:
    """Separated text cut at each delimiter that it may have; ``IMP-208`` with more lines than may be read."""
    if data.count(b"\n") > MAX_ROWS:
        raise FileRefusal("IMP-208", file=name, limit=f"{MAX_ROWS:,}".replace(",", "."))
    text = _decoded(data, name)
    opening = text[: 1 << 16]
    has_guards = any(guard in text for guard in GUARDED)
    for delimiter in DELIMITERS:
        if delimiter in opening:
            yield lambda delimiter=delimiter: records(io.StringIO(text, newline=""), delimiter, name, has_guards)  # type: ignore[misc]
    if not any(delimiter in opening for delimiter in DELIMITERS):
        yield lambda: records(io.StringIO(text, newline=""), ";", name, has_guards)


def _decoded(data: bytes, name: str) -> str:
    try:
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            return data.decode("utf-16")
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError:
            return data.decode("cp1252")
    except UnicodeDecodeError as fault:
        raise FileRefusal("IMP-203", file=name) from fault


def _bounded(lines: TextIO, delimiter: str, name: str) -> Iterator[str]:
    """The lines of a text; one that is longer or has more fields than any table's ends the reading (``IMP-208``)."""
    while line := lines.readline(LONGEST_LINE):
        if len(line) > MOST_FIELDS:
            if len(line) == LONGEST_LINE:
                raise FileRefusal("IMP-208", file=name, limit=f"{LONGEST_LINE >> 20} MB")
            if line.count(delimiter) >= MOST_FIELDS:
                raise FileRefusal("IMP-208", file=name, limit=f"{MOST_FIELDS:,}".replace(",", "."))
        yield line


def records(lines: TextIO, delimiter: str, name: str, has_guards: bool) -> Iterator[list[str]]:
    """The records of separated text; an apostrophe that guards a formula sign is taken off again (F72)."""
    reader = csv.reader(_bounded(lines, delimiter, name), delimiter=delimiter, strict=True)
    try:
        if not has_guards:
            yield from reader
            return
        for record in reader:
            if any(field.startswith(GUARDED) for field in record):
                yield [field[1:] if field.startswith(GUARDED) else field for field in record]
            else:
                yield record
    except csv.Error as fault:
        raise FileRefusal("IMP-212", file=name, row=reader.line_num) from fault

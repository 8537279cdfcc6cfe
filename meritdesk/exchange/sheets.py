"""Tables as clerks have them: .xlsx, .xls, .ods or separated text, known by content and read as values only.

A ``Layout`` says which headings are wanted. Only those columns are taken out of the file, so what is not needed for
appraisal (religion, NIK, address, telephone, tax number) never gets past this module (layouts 1).
"""

from __future__ import annotations

import csv
import io
import math
import re
import unicodedata
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import islice
from pathlib import Path

import python_calamine as calamine

from meritdesk.core.errors import FileRefusal
from meritdesk.exchange.sheet_guard import MAX_FILE_BYTES, MAX_ROWS, FileKind, recognise

Cell = str | date | datetime | Decimal | None
Step = Callable[[int, int], None]
RawCell = int | float | str | bool | time | date | datetime | timedelta
RawRows = Iterable[Sequence[RawCell]]

SEARCHED_ROWS = 20
DELIMITERS = ";,|\t"
_STEP_EVERY = 1000
_NOT_ALNUM = re.compile(r"[^0-9A-Z]+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_BLANKS = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_GUARDED = ("'=", "'+", "'-", "'@", "''")
_SUMMARY = re.compile(r"(?:GRAND |SUB ?)?(?:TOTAL|JUMLAH|REKAP|KETERANGAN|CATATAN|DICETAK|DIUNDUH|SUMBER DATA|NB)\b")


@dataclass(frozen=True, slots=True)
class Layout:
    """The headings of one kind of file: each field with the headings it may stand under, the usual one first.

    ``marks`` are headings that tell this kind of file from others. A file may carry marks of several kinds (a list of
    ratings names people too); the kind of the highest ``tier`` is what the file is about.
    """

    name: str
    columns: Mapping[str, tuple[str, ...]]
    required: tuple[str, ...]
    marks: tuple[str, ...] = ()
    tier: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """What a file holds of a layout.

    ``rows`` are (row number in the sheet, cells in the order of ``layout.columns``); a column that the file lacks is
    ``None`` throughout. ``headings`` gives each field's heading as the file writes it. Blank rows are only counted.
    """

    file: str
    layout: Layout
    headings: Mapping[str, str]
    rows: Sequence[tuple[int, list[Cell]]]
    blank_rows: int

    def heading(self, field: str) -> str:
        """The heading of a field as in the file, or the usual one when the file lacks it."""
        return self.headings.get(field) or self.layout.columns[field][0]


def read_table(path: Path, layouts: Sequence[Layout], step: Step, known: Sequence[Layout] = ()) -> Table:
    """Read the table of the first sheet that fits one of the layouts; the headings row is searched for.

    Refuses with ``IMP-201`` .. ``IMP-218``. A file whose headings are those of another ``known`` layout is refused as
    a whole before any row is read (``IMP-204``); when no layout fits, ``IMP-216`` names the missing headings of the
    one that came nearest.
    """
    name = path.name
    data = read_bytes(path)
    step(0, 1)
    kind = recognise(data, name)
    candidates = _text_tables(data, name) if kind is FileKind.TEXT else _workbook_tables(data, name)
    rivals = [layout for layout in known if layout not in layouts]
    found = _best_match(candidates, layouts, rivals, name)
    return _take(found, name, step)


def read_bytes(path: Path) -> bytes:
    """The bytes of a file that a clerk chose, within limits: ``IMP-208``, ``IMP-209``, ``IMP-217``, ``IMP-218``."""
    name = path.name
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_FILE_BYTES + 1)
    except FileNotFoundError as fault:
        raise FileRefusal("IMP-217", file=name) from fault
    except PermissionError as fault:
        # Windows answers so for a folder, too.
        raise FileRefusal("IMP-209" if path.is_dir() else "IMP-218", file=name) from fault
    except OSError as fault:
        raise FileRefusal("IMP-209", file=name) from fault
    if len(data) > MAX_FILE_BYTES:
        raise FileRefusal("IMP-208", file=name, limit=f"{MAX_FILE_BYTES >> 20} MB")
    return data


def require_rows(table: Table, read: int) -> None:
    """Refuse a file that has headings but nobody and nothing below them (``IMP-219``)."""
    if read == 0:
        raise FileRefusal("IMP-219", file=table.file)


def clean_text(text: str) -> str:
    """One cell's text as it is kept: NFC, no invisible or control characters, ordinary blanks, trimmed (F68)."""
    if text.isascii() and text.isprintable():
        return text.strip()
    text = unicodedata.normalize("NFC", _BLANKS.sub(" ", _INVISIBLE.sub("", text)).translate(_FULL_WIDTH))
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def normal_heading(text: str) -> str:
    """A heading in the form in which headings are compared: upper case, one blank between words."""
    return _NOT_ALNUM.sub(" ", clean_text(text).upper()).strip()


def is_summary(cells: Sequence[Cell]) -> bool:
    """Whether a row is a total or a remark under the table rather than data."""
    filled = [cell for cell in cells if cell is not None]
    return bool(filled) and isinstance(filled[0], str) and _SUMMARY.match(filled[0].upper()) is not None


@dataclass(frozen=True, slots=True)
class _Match:
    """One way to read a file: a heading row, where each field stands, and what is missing.

    ``marks`` counts the headings that only this kind of file has; ``rival`` is a known layout that the row fits better.
    """

    layout: Layout
    heading_row: int
    places: Mapping[str, int]
    headings: Mapping[str, str]
    doubled: tuple[str, ...]
    missing: tuple[str, ...]
    marks: int
    rows: Callable[[], RawRows]
    rival: Layout | None = None

    @property
    def fits(self) -> bool:
        """Whether the file is of this layout and of no other."""
        return not self.missing and self.rival is None

    @property
    def rank(self) -> tuple[bool, bool, int, int]:
        return (self.fits, self.rival is not None, -len(self.missing), len(self.places))


def _best_match(
    candidates: Iterable[Callable[[], RawRows]], layouts: Sequence[Layout], rivals: Sequence[Layout], name: str
) -> _Match:
    best: _Match | None = None
    broken: FileRefusal | None = None
    for rows in candidates:
        try:
            for number, row in enumerate(islice(rows(), SEARCHED_ROWS), start=1):
                wanted = [_match(layout, number, row, rows) for layout in layouts]
                others = [_match(layout, number, row, rows) for layout in rivals]
                for match in wanted:
                    match = replace(match, rival=_better_layout(match, wanted, others))
                    if best is None or match.rank > best.rank:
                        best = match
        except FileRefusal as fault:
            # With the wrong delimiter quotes do not close; only a delimiter that fits may complain.
            broken = broken or fault
        if best is not None and best.fits:
            break
    if best is None:
        raise broken or FileRefusal("IMP-202", file=name)
    wanted_name = f"LAYOUT:{best.layout.name}"
    if best.rival is not None:
        facts = {"layout": wanted_name, "found": f"LAYOUT:{best.rival.name}", "way": f"IMPORT:{best.rival.name}"}
        raise FileRefusal("IMP-204", file=name, **facts)
    if best.missing:
        usual = (best.layout.columns[field][0] for field in best.missing)
        raise FileRefusal("IMP-216", file=name, headings=", ".join(usual), layout=wanted_name)
    if best.doubled:
        raise FileRefusal("IMP-210", file=name, headings=", ".join(best.doubled))
    return best


def _better_layout(match: _Match, wanted: Sequence[_Match], others: Sequence[_Match]) -> Layout | None:
    """The layout that a heading row speaks of rather than the wanted one.

    A complete row yields only to marks of a higher tier: plans, actuals, ratings and levels name people or units as
    well, and a staff file names units. An incomplete row yields to a kind that it fits better, unless it carries marks
    of its own; then the other kind must be higher, or complete and no lower.
    """
    is_marked = any(one.marks for one in wanted)
    found: list[_Match] = []
    for other in others:
        if not other.marks:
            continue
        is_higher = other.layout.tier > match.layout.tier
        if not match.missing:
            is_better = is_higher
        elif is_marked:
            is_better = is_higher or (other.layout.tier == match.layout.tier and not other.missing)
        else:
            is_better = not other.missing or len(other.places) > len(match.places)
        if is_better:
            found.append(other)
    best = max(found, key=lambda one: (one.layout.tier, not one.missing, one.marks, len(one.places)), default=None)
    return best.layout if best else None


def _match(layout: Layout, number: int, row: Sequence[RawCell], rows: Callable[[], RawRows]) -> _Match:
    spots: dict[str, list[int]] = {}
    for place, cell in enumerate(row):
        if isinstance(cell, str) and cell:
            spots.setdefault(normal_heading(cell), []).append(place)
    places: dict[str, int] = {}
    headings: dict[str, str] = {}
    doubled: list[str] = []
    for field, accepted in layout.columns.items():
        heading = next((heading for heading in accepted if heading in spots), None)
        if heading is None:
            continue
        places[field] = spots[heading][0]
        headings[field] = clean_text(str(row[places[field]]))
        if len(spots[heading]) > 1:
            doubled.append(headings[field])
    missing = tuple(field for field in layout.required if field not in places)
    marks = sum(mark in spots for mark in layout.marks)
    return _Match(layout, number, places, headings, tuple(doubled), missing, marks, rows)


def _take(match: _Match, name: str, step: Step) -> Table:
    width = len(match.layout.columns)
    picks = [(spot, match.places[field]) for spot, field in enumerate(match.layout.columns) if field in match.places]
    taken: list[tuple[int, list[Cell]]] = []
    blank = 0
    numbered = enumerate(match.rows(), start=1)
    for number, row in islice(numbered, match.heading_row, None):
        if number % _STEP_EVERY == 0:
            step(number, max(number, 1))
        if number > MAX_ROWS:
            raise FileRefusal("IMP-208", file=name, limit=f"{MAX_ROWS:,}".replace(",", "."))
        cells: list[Cell] = [None] * width
        length = len(row)
        for spot, place in picks:
            if place < length:
                cells[spot] = cell_value(row[place])
        if any(cell is not None for cell in cells):
            taken.append((number, cells))
        else:
            blank += 1
    return Table(name, match.layout, match.headings, taken, blank)


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


def _workbook_tables(data: bytes, name: str) -> Iterator[Callable[[], RawRows]]:
    """The visible sheets of a workbook, formulas as the values they last had."""
    with opened_book(data, name) as book:
        for sheet in book.sheets_metadata:
            if sheet.typ == calamine.SheetTypeEnum.WorkSheet and sheet.visible == calamine.SheetVisibleEnum.Visible:
                rows = book.get_sheet_by_name(sheet.name).to_python(skip_empty_area=False)
                yield lambda rows=rows: rows  # type: ignore[misc]


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


def _text_tables(data: bytes, name: str) -> Iterator[Callable[[], RawRows]]:
    text = _decoded(data, name)
    opening = text[: 1 << 16]
    for delimiter in DELIMITERS:
        if delimiter in opening:
            yield lambda delimiter=delimiter: _records(text, delimiter, name)  # type: ignore[misc]
    if not any(delimiter in opening for delimiter in DELIMITERS):
        yield lambda: _records(text, ";", name)


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


def _records(text: str, delimiter: str, name: str) -> Iterator[list[str]]:
    """The records of separated text; an apostrophe that guards a formula sign is taken off again (F72)."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    has_guards = any(guard in text for guard in _GUARDED)
    try:
        for record in reader:
            if has_guards and any(field.startswith(_GUARDED) for field in record):
                yield [field[1:] if field.startswith(_GUARDED) else field for field in record]
            else:
                yield record
    except csv.Error as fault:
        raise FileRefusal("IMP-212", file=name, row=reader.line_num) from fault

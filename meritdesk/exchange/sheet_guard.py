"""What stands at the door of a spreadsheet: its kind by content, and limits counted on the bytes themselves (F54).

The reader behind the door allocates the whole rectangle that a sheet spans, so a single value in the last cell of an
otherwise empty sheet would take all memory. Nothing is handed on before sizes and spans were measured here.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from enum import StrEnum
from xml.parsers import expat

from meritdesk.core.errors import FileRefusal

MAX_FILE_BYTES = 256 << 20
MAX_UNPACKED_BYTES = 400 << 20
MAX_MEMBERS = 2_000
MAX_ROWS = 2_000_000  # separated text; a workbook ends at 1,048,576
MAX_WORKBOOK_ROWS = 1_048_576
MAX_COLUMNS = 702  # up to column ZZ
MAX_GRID_CELLS = 26_000_000
_CHUNK = 1 << 20
_OVERLAP = 512

_ODS_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"
_PACKAGE_MARK = b"PK\x03\x04"
_COMPOUND_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FOREIGN_MARKS = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"SQLite f")
_BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")

# A cell far enough out (row 100,000, column EA or beyond ZZ) that the span of the sheet must be measured exactly.
_FAR_CELL = re.compile(rb"\br\s*=\s*[\"'](?:[E-Ze-z][A-Za-z]\d|[A-Za-z]{3}|[A-Za-z]{1,2}\d{6})")
_CELL = re.compile(rb"\br\s*=\s*[\"']([A-Za-z]{1,9})(\d{1,9})[\"']([^>]{0,300})")
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


class FileKind(StrEnum):
    """What a file is, whatever its name says."""

    XLSX = "XLSX"
    XLS = "XLS"
    ODS = "ODS"
    TEXT = "TEXT"


def is_packed(opening: bytes) -> bool:
    """Whether a file that begins so is a package or a container, which only the whole of it tells more about."""
    return opening.startswith((_PACKAGE_MARK, _COMPOUND_MARK))


def recognise(data: bytes, name: str) -> FileKind:
    """Say what kind of table a file holds; a refusal names what it is instead.

    ``IMP-201`` not a spreadsheet, ``IMP-202`` empty, ``IMP-205`` a web page under a spreadsheet's name, ``IMP-206``
    password, ``IMP-207`` macros, ``IMP-208`` too large, ``IMP-213`` a kind that must be saved as .xlsx first.
    """
    if not data:
        raise FileRefusal("IMP-202", file=name)
    if data.startswith(_PACKAGE_MARK):
        return _recognise_package(data, name)
    if data.startswith(_COMPOUND_MARK):
        return _recognise_compound(data, name)
    if data.startswith(_FOREIGN_MARKS):
        raise FileRefusal("IMP-201", file=name)
    if not data.startswith(_BYTE_ORDER_MARKS[:2]) and b"\0" in data:
        raise FileRefusal("IMP-201", file=name)
    opening = data[:2048].lstrip(_BYTE_ORDER_MARKS[2]).lstrip().lower()
    if opening.startswith((b"<!doctype html", b"<html", b"<table", b"<head", b"<body", b"<?xml", b"<style", b"<div")):
        raise FileRefusal("IMP-205", file=name)
    return FileKind.TEXT


def _recognise_compound(data: bytes, name: str) -> FileKind:
    """The old .xls container; an encrypted .xlsx hides in the same container."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise FileRefusal("IMP-206", file=name)
    if "_VBA_PROJECT".encode("utf-16-le") in data:
        raise FileRefusal("IMP-207", file=name)
    workbook_names = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))
    if not any(entry in data for entry in workbook_names):
        raise FileRefusal("IMP-201", file=name)
    return FileKind.XLS


def _recognise_package(data: bytes, name: str) -> FileKind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return _inspect_package(package, name)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, RuntimeError) as fault:
        raise FileRefusal("IMP-203", file=name) from fault


def _inspect_package(package: zipfile.ZipFile, name: str) -> FileKind:
    members = package.infolist()
    names = {member.filename for member in members}
    if len(members) > MAX_MEMBERS:
        raise FileRefusal("IMP-208", file=name, limit=_cells(MAX_MEMBERS))
    if any(member.flag_bits & 0x1 for member in members):
        raise FileRefusal("IMP-206", file=name)
    if "xl/workbook.bin" in names:
        raise FileRefusal("IMP-213", file=name)
    is_xlsx = "xl/workbook.xml" in names
    is_ods = not is_xlsx and "content.xml" in names and "mimetype" in names
    if is_ods:
        with package.open("mimetype") as stream:
            is_ods = stream.read(200).startswith(_ODS_TYPE)
    if not is_xlsx and not is_ods:
        raise FileRefusal("IMP-201", file=name)
    if any(entry.lower().endswith("vbaproject.bin") for entry in names):
        raise FileRefusal("IMP-207", file=name)
    budget = MAX_UNPACKED_BYTES
    for member in members:
        if is_ods and member.filename == "META-INF/manifest.xml":
            with package.open(member) as stream:
                if b"encryption-data" in stream.read(_CHUNK):
                    raise FileRefusal("IMP-206", file=name)
        if is_ods and member.filename == "content.xml":
            budget -= _measure_ods(package, member, name, budget)
        else:
            budget -= _measure_member(package, member, name, budget)
    return FileKind.XLSX if is_xlsx else FileKind.ODS


def _measure_member(package: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, budget: int) -> int:
    """The bytes one member really unpacks to; sheets are also searched for values in far-out cells."""
    is_sheet = member.filename.startswith("xl/worksheets/")
    is_markup = member.filename.endswith((".xml", ".rels"))
    size = 0
    is_far = False
    for chunk, rest in _chunks(package, member):
        size += len(chunk)
        if size > budget:
            raise FileRefusal("IMP-208", file=name, limit=f"{MAX_UNPACKED_BYTES >> 20} MB")
        if is_markup and size == len(chunk) and _DOCTYPE.search(chunk[:4096]):
            raise FileRefusal("IMP-203", file=name)
        is_far = is_far or (is_sheet and _FAR_CELL.search(rest + chunk) is not None)
    if is_far and _spans_too_much(package, member):
        raise FileRefusal("IMP-208", file=name, limit=_cells(MAX_GRID_CELLS))
    return size


def _chunks(package: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[tuple[bytes, bytes]]:
    """A member piece by piece, each with the end of the piece before it."""
    rest = b""
    with package.open(member) as stream:
        while chunk := stream.read(_CHUNK):
            yield chunk, rest
            rest = chunk[-_OVERLAP:]


def _spans_too_much(package: zipfile.ZipFile, member: zipfile.ZipInfo) -> bool:
    """Whether the rectangle of a sheet's filled cells is more than a clerk's machine can hold.

    Cells that are closed at once are empty: office programs write them for formatted but blank columns.
    """
    rows = columns = 0
    for chunk, rest in _chunks(package, member):
        for letters, digits, tail in _CELL.findall(rest + chunk):
            if not tail.rstrip().endswith(b"/"):
                columns, rows = max(columns, _column_number(letters)), max(rows, int(digits))
        if columns > MAX_COLUMNS or rows > MAX_WORKBOOK_ROWS or columns * rows > MAX_GRID_CELLS:
            return True
    return False


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _cells(number: int) -> str:
    return f"{number:,}".replace(",", ".")


class _OdsSpan:
    """Counts what the sheets of an .ods file span together once repeated rows and cells are written out."""

    _REPEATED_COLUMNS = "table:number-columns-repeated"
    _REPEATED_ROWS = "table:number-rows-repeated"

    def __init__(self) -> None:
        self.rows = self.widest = self._column = self._row_width = self._repeat = 0

    def start(self, tag: str, facts: dict[str, str]) -> None:
        if tag == "table:table-row":
            self._finish_row()
            self._column = self._row_width = 0
            self._repeat = int(facts.get(self._REPEATED_ROWS, "1"))
        elif tag in ("table:table-cell", "table:covered-table-cell"):
            self._column += int(facts.get(self._REPEATED_COLUMNS, "1"))
            if "office:value-type" in facts:
                self._row_width = self._column

    def end(self, tag: str) -> None:
        if tag == "table:table-row":
            self._finish_row()

    def _finish_row(self) -> None:
        if self._row_width:
            self.rows += self._repeat
            self.widest = max(self.widest, self._row_width)
        self._row_width = 0

    @property
    def is_too_large(self) -> bool:
        """Whether the rectangle is more than a clerk's machine can hold."""
        return self.rows > MAX_WORKBOOK_ROWS or self.widest > MAX_COLUMNS or self.rows * self.widest > MAX_GRID_CELLS


def _measure_ods(package: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, budget: int) -> int:
    span = _OdsSpan()
    parser = expat.ParserCreate()
    parser.StartElementHandler = span.start
    parser.EndElementHandler = span.end

    def refuse_doctype(*_: object) -> None:
        raise FileRefusal("IMP-203", file=name)

    parser.StartDoctypeDeclHandler = refuse_doctype
    size = 0
    try:
        with package.open(member) as stream:
            while chunk := stream.read(_CHUNK):
                size += len(chunk)
                if size > budget:
                    raise FileRefusal("IMP-208", file=name, limit=f"{MAX_UNPACKED_BYTES >> 20} MB")
                parser.Parse(chunk, False)
                if span.is_too_large:
                    raise FileRefusal("IMP-208", file=name, limit=_cells(MAX_GRID_CELLS))
        parser.Parse(b"", True)
    except expat.ExpatError as fault:
        raise FileRefusal("IMP-203", file=name) from fault
    return size

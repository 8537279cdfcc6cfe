"""What stands at the door of a spreadsheet: its kind by content, and limits counted on the bytes themselves (F54).

The reader behind the door allocates the whole rectangle that a sheet spans, so a single value in the last cell of an
otherwise empty sheet would take all memory. Nothing is handed on before sizes and spans were measured here.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from enum import StrEnum
from xml.parsers import expat

from meritdesk.core.errors import FileRefusal
from meritdesk.exchange.old_book import cells_of_old_book
from meritdesk.exchange.sheet_span import (
    FREE_CELLS,
    MOST_TEXT,
    NotMarkup,
    PartBound,
    Pieces,
    TooMuch,
    cells_allowed,
    require_room,
    spans_too_much,
)

MAX_FILE_BYTES = 256 << 20
MAX_UNPACKED_BYTES = 400 << 20
MAX_MEMBERS = 2_000
MAX_ROWS = 2_000_000  # separated text; a workbook ends at 1,048,576
SMALL_UNPACKED_BYTES = 96 << 20
MAX_RATIO = 25
"""Workbooks of honest offices unpack to five to twenty times their size."""
_CHUNK = 1 << 20

_ODS_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"
_PACKAGE_MARK = b"PK\x03\x04"
_COMPOUND_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FOREIGN_MARKS = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"SQLite f")
_BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")

_SHORTCUT_MARK = b"L\0\0\0\x01\x14\x02\0"
_PAGE_MARKS = (
    b"<!doctype html",
    b"<html",
    b"<table",
    b"<head",
    b"<body",
    b"<?xml",
    b"<style",
    b"<div",
    b"<meta",
    b"<!--",
)

_DOCTYPE = b"<!DOCTYPE"


class FileKind(StrEnum):
    """What a file is, whatever its name says."""

    XLSX = "XLSX"
    XLS = "XLS"
    ODS = "ODS"
    TEXT = "TEXT"
    PAGE = "PAGE"


def is_packed(opening: bytes) -> bool:
    """Whether a file that begins so is a package or a container, which only the whole of it tells more about."""
    return opening.startswith((_PACKAGE_MARK, _COMPOUND_MARK))


def is_page(opening: bytes) -> bool:
    """Whether a file begins as a web page or as markup does, whatever it is called."""
    begun = opening[:2048].lstrip(_BYTE_ORDER_MARKS[2]).lstrip().lower()
    return begun.startswith(_PAGE_MARKS)


def recognise(data: bytes, name: str) -> FileKind:
    """Say what kind of table a file holds; a refusal names what it is instead.

    ``IMP-201`` not a spreadsheet, ``IMP-202`` empty, ``IMP-206`` password, ``IMP-207`` macros, ``IMP-208`` too large,
    ``IMP-213`` a kind that must be saved as .xlsx first, ``IMP-225`` the mark of a spreadsheet program that a file is
    open, ``IMP-226`` a shortcut. Whether a page holds a table shows when it is read.
    """
    if not data:
        raise FileRefusal("IMP-202", file=name)
    if name.startswith("~$") and len(data) < 1024:
        raise FileRefusal("IMP-225", file=name, wanted=name[2:])
    if data.startswith(_SHORTCUT_MARK):
        raise FileRefusal("IMP-226", file=name)
    if data.startswith(_PACKAGE_MARK):
        return _recognise_package(data, name)
    if data.startswith(_COMPOUND_MARK):
        return _recognise_compound(data, name)
    if data.startswith(_FOREIGN_MARKS):
        raise FileRefusal("IMP-201", file=name)
    if not data.startswith(_BYTE_ORDER_MARKS[:2]) and b"\0" in data:
        raise FileRefusal("IMP-201", file=name)
    return FileKind.PAGE if is_page(data) else FileKind.TEXT


def _recognise_compound(data: bytes, name: str) -> FileKind:
    """The old .xls container; an encrypted .xlsx hides in the same container."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise FileRefusal("IMP-206", file=name)
    if "_VBA_PROJECT".encode("utf-16-le") in data:
        raise FileRefusal("IMP-207", file=name)
    workbook_names = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))
    if not any(entry in data for entry in workbook_names):
        raise FileRefusal("IMP-201", file=name)
    if cells_of_old_book(data) > cells_allowed(len(data)):
        raise FileRefusal("IMP-208", file=name, limit=_cells(FREE_CELLS))
    return FileKind.XLS


def _recognise_package(data: bytes, name: str) -> FileKind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return _inspect_package(package, name, len(data))
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, ValueError, RuntimeError) as fault:
        # A broken stream of bzip2 says OSError; nothing is read from a disk here.
        raise FileRefusal("IMP-203", file=name) from fault


def _inspect_package(package: zipfile.ZipFile, name: str, file_size: int) -> FileKind:
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
    budget = min(MAX_UNPACKED_BYTES, max(SMALL_UNPACKED_BYTES, MAX_RATIO * file_size))
    parts: list[tuple[PartBound, Pieces, int]] = []
    for member in members:
        if is_ods and member.filename == "META-INF/manifest.xml":
            with package.open(member) as stream:
                if b"encryption-data" in stream.read(_CHUNK):
                    raise FileRefusal("IMP-206", file=name)
        if is_ods and member.filename == "content.xml":
            budget -= _measure_ods(package, member, name, budget)
        else:
            bound = PartBound()
            budget -= _measure_member(package, member, name, budget, bound)
            parts.append((bound, lambda member=member: _pieces(package, member), member.compress_size))  # type: ignore[misc]
    if is_xlsx:
        try:
            require_room(parts)
        except TooMuch as fault:
            raise FileRefusal("IMP-208", file=name, limit=_cells(FREE_CELLS)) from fault
        except NotMarkup as fault:
            raise FileRefusal("IMP-203", file=name) from fault
    return FileKind.XLSX if is_xlsx else FileKind.ODS


def _measure_member(package: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, budget: int, bound: PartBound) -> int:
    """The bytes one member really unpacks to, each of which the bound has seen."""
    size, tail = 0, b""
    for piece in _pieces(package, member):
        # Nothing that an office program writes declares entities, and the reader must never be asked to expand any.
        if (size == 0 and piece.startswith(_BYTE_ORDER_MARKS[:2])) or _DOCTYPE in tail + piece:
            raise FileRefusal("IMP-203", file=name)
        size += len(piece)
        if size > budget:
            raise FileRefusal("IMP-208", file=name, limit=f"{SMALL_UNPACKED_BYTES >> 20} MB")
        bound.take(piece)
        tail = piece[-len(_DOCTYPE) :]
    bound.end()
    return size


def _pieces(package: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    """A member piece by piece."""
    with package.open(member) as stream:
        while piece := stream.read(_CHUNK):
            yield piece


def _cells(number: int) -> str:
    return f"{number:,}".replace(",", ".")


class _OdsSpan:
    """Counts what the sheets of an .ods file come to once repeated rows, cells and blanks are written out."""

    _REPEATED_COLUMNS = "table:number-columns-repeated"
    _REPEATED_ROWS = "table:number-rows-repeated"

    def __init__(self, allowed: int) -> None:
        self.allowed = allowed
        self.rows = self.widest = self.text = self._column = self._row_width = self._repeat = 0
        self._cell_repeat = self._cell_text = self._row_text = 0

    def start(self, tag: str, facts: dict[str, str]) -> None:
        if tag == "table:table-row":
            self._finish_row()
            self._column = self._row_width = self._row_text = 0
            self._repeat = int(facts.get(self._REPEATED_ROWS, "1"))
        elif tag in ("table:table-cell", "table:covered-table-cell"):
            self._cell_repeat = int(facts.get(self._REPEATED_COLUMNS, "1"))
            self._column += self._cell_repeat
            self._cell_text = sum(map(len, facts.values()))
            if "office:value-type" in facts:
                self._row_width = self._column
        elif tag == "text:s":
            self._cell_text += int(facts.get("text:c", "1"))

    def data(self, text: str) -> None:
        self._cell_text += len(text)

    def end(self, tag: str) -> None:
        if tag == "table:table-row":
            self._finish_row()
        elif tag in ("table:table-cell", "table:covered-table-cell"):
            self._row_text += self._cell_text * self._cell_repeat
            self._cell_text = 0

    def _finish_row(self) -> None:
        if self._row_width:
            self.rows += self._repeat
            self.widest = max(self.widest, self._row_width)
            self.text += self._row_text * self._repeat
        self._row_width = self._row_text = 0

    @property
    def is_too_large(self) -> bool:
        """Whether the rectangle, or the text in it, is more than a clerk's machine can hold."""
        is_long = max(self.text, self._row_text, self._cell_text) > MOST_TEXT
        return is_long or spans_too_much(self.rows, self.widest, self.allowed)


def _measure_ods(package: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, budget: int) -> int:
    span = _OdsSpan(cells_allowed(member.compress_size))
    parser = expat.ParserCreate()
    parser.StartElementHandler = span.start
    parser.EndElementHandler = span.end
    parser.CharacterDataHandler = span.data

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
                    raise FileRefusal("IMP-208", file=name, limit=_cells(FREE_CELLS))
        parser.Parse(b"", True)
        if span.is_too_large:
            raise FileRefusal("IMP-208", file=name, limit=_cells(FREE_CELLS))
    except expat.ExpatError as fault:
        raise FileRefusal("IMP-203", file=name) from fault
    return size

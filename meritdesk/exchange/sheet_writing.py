"""Spreadsheets that MeritDesk writes for people: every cell text, nothing a program could take for a formula (F72).

The same rows give the same bytes: creation dates are fixed and nothing of the machine enters the file.
"""

from __future__ import annotations

import csv
import errno
import io
import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import xlsxwriter
from xlsxwriter.exceptions import XlsxWriterException

from meritdesk.core.errors import FileRefusal
from meritdesk.core.notation import printed_decimal
from meritdesk.half_written import give_name

WrittenCell = str | date | float | Decimal | None

LONGEST_XLSX_CELL = 32_767
MOST_XLSX_ROWS = 1_048_575
_NOT_IN_SHEET_NAMES = re.compile(r"[\[\]:*?/\\]")
_NO_ROOM = (errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC))
CREATED = datetime(2025, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "'=", "'+", "'-", "'@", "''", "'\t", "'\r")


@dataclass(frozen=True, slots=True)
class SheetStyle:
    """How a sheet is laid out for the eye: column widths in characters, in the order of the headings."""

    title: str
    widths: Sequence[int] = ()


def write_table(
    path: Path, headings: Sequence[str], rows: Iterable[Sequence[WrittenCell]], style: SheetStyle, delimiter: str = ";"
) -> int:
    """Write a table as .xlsx or, when the name ends in .csv, as separated text; answers with the number of rows.

    Written aside and renamed, so that a full disk (``IMP-242``) leaves no half file. ``IMP-240`` the folder is
    not there, ``IMP-241`` not permitted, ``IMP-214`` any other cause; ``IMP-215`` when a cell or the
    number of rows is more than an .xlsx can hold.
    """
    aside = path.with_name(f".{path.name}.part")
    try:
        if path.suffix.lower() == ".csv":
            count = _write_text(aside, headings, rows, delimiter)
        else:
            count = _write_workbook(aside, headings, rows, style, path.name)
        give_name(aside, path)
    except (OSError, XlsxWriterException) as fault:
        discard(aside)
        raise FileRefusal(refusal_code(fault), file=path.name) from fault
    except BaseException:
        discard(aside)
        raise
    return count


def write_list(
    path: Path, headings: Sequence[str], rows: Iterable[Sequence[WrittenCell]], title: str, widths: Sequence[int]
) -> int:
    """Write a list that a clerk takes along, as .xlsx or .csv by the ending; refusals as ``write_table``."""
    return write_table(path, headings, rows, SheetStyle(title, widths))


def sheet_name(title: str) -> str:
    """A title as the name of a sheet: spreadsheets take neither ``:`` nor ``/`` in it, and 31 letters at most."""
    plain = " ".join(_NOT_IN_SHEET_NAMES.sub(" ", title).split())
    return plain[:31].strip(" '") or "Daftar"


def discard(aside: Path) -> None:
    """Take away what was written so far; a folder that cannot even do that has its refusal already."""
    with suppress(OSError):
        aside.unlink(missing_ok=True)


def refusal_code(fault: BaseException) -> str:
    """Which refusal says why: folder not there, no right (or open elsewhere), no room, or any other cause."""
    cause = fault.args[0] if fault.args and isinstance(fault.args[0], OSError) else fault
    if isinstance(cause, FileNotFoundError | NotADirectoryError):
        return "IMP-240"
    if isinstance(cause, PermissionError) or getattr(cause, "errno", None) == errno.EROFS:
        return "IMP-241"
    if getattr(cause, "errno", None) in _NO_ROOM:
        return "IMP-242"
    return "IMP-214"


def _write_workbook(
    path: Path, headings: Sequence[str], rows: Iterable[Sequence[WrittenCell]], style: SheetStyle, name: str
) -> int:
    """The package grows in memory: a zip that met a full disk half-way would complain again when it is thrown away."""
    package = io.BytesIO()
    # Names of people never lie in a folder that the clerk did not name.
    with TemporaryDirectory(dir=path.parent, prefix=f"{path.name}.", ignore_cleanup_errors=True) as folder:
        options = {
            "constant_memory": True,
            "tmpdir": folder,
            "strings_to_formulas": False,
            "strings_to_numbers": False,
            "strings_to_urls": False,
            "default_date_format": "dd-mm-yyyy",
        }
        book = xlsxwriter.Workbook(package, options)
        try:
            count = _fill(book, headings, rows, style, name)
            book.close()
        finally:
            for sheet in book.worksheets():
                with suppress(OSError, ValueError):
                    sheet.row_data_fh.close()
    path.write_bytes(package.getbuffer())
    return count


def _fill(
    book: xlsxwriter.Workbook,
    headings: Sequence[str],
    rows: Iterable[Sequence[WrittenCell]],
    style: SheetStyle,
    name: str,
) -> int:
    book.set_properties({"title": style.title, "author": "MeritDesk", "created": CREATED})
    sheet = book.add_worksheet(sheet_name(style.title))
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    plain = book.add_format({"num_format": "@", "valign": "top"})
    day = book.add_format({"num_format": "dd-mm-yyyy", "valign": "top"})
    for place, width in enumerate(style.widths):
        sheet.set_column(place, place, width)
    sheet.freeze_panes(1, 0)
    for place, heading in enumerate(headings):
        sheet.write_string(0, place, heading, bold)
    count = 0
    for count, row in enumerate(rows, start=1):
        if count > MOST_XLSX_ROWS:
            raise FileRefusal("IMP-215", file=name, limit=MOST_XLSX_ROWS)
        for place, cell in enumerate(row):
            if cell is None or cell == "":
                continue
            if isinstance(cell, str):
                if sheet.write_string(count, place, cell, plain) != 0:
                    raise FileRefusal("IMP-215", file=name, limit=LONGEST_XLSX_CELL)
            elif isinstance(cell, date):
                sheet.write_datetime(count, place, cell, day)
            else:
                sheet.write_number(count, place, cell)
    return count


def _write_text(path: Path, headings: Sequence[str], rows: Iterable[Sequence[WrittenCell]], delimiter: str) -> int:
    count = 0
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream, delimiter=delimiter, lineterminator="\r\n")
        writer.writerow(headings)
        for row in rows:
            count += 1
            writer.writerow([_plain(cell) for cell in row])
    return count


def written_text(cell: str) -> str:
    """A text as it stands in separated text, where a spreadsheet program would take its first sign for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA_SIGNS) else cell


def _plain(cell: WrittenCell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return written_text(cell)
    if isinstance(cell, date):
        return cell.strftime("%d-%m-%Y")
    return printed_decimal(cell) if isinstance(cell, Decimal) else repr(cell)

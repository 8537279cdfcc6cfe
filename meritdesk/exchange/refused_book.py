"""The refused rows of a table as a workbook that is mended in Excel and imported again (docs/import-layouts.md).

A row stands as in the file, with the clerk's corrections, and only with the columns that are read: what is not needed
for appraisal is not spread any further. Each refused cell is coloured and carries its reason as a comment; three
columns at the end say which row it was, why, and what to do. They are not read again.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from pathlib import Path

import xlsxwriter
from xlsxwriter.exceptions import XlsxWriterException

from meritdesk.core.errors import FileRefusal
from meritdesk.core.given import GivenTable, ReadTable, ToldFault
from meritdesk.exchange.given_books import understood
from meritdesk.exchange.sheet_writing import CREATED, LONGEST_XLSX_CELL, MOST_XLSX_ROWS, discard, refusal_code
from meritdesk.exchange.sheets import Step
from meritdesk.exchange.table_reading import as_in_file
from meritdesk.half_written import give_name

EXTRA_HEADINGS = ("BARIS ASAL", "ALASAN DITOLAK", "YANG HARUS DILAKUKAN")
_STEP_EVERY = 200
_WIDEST, _NARROWEST = 44, 9
_ROUGHLY = 200


def write_refused(path: Path, table: GivenTable, faults: Sequence[ToldFault], heads: Sequence[str], step: Step) -> int:
    """Write the rows that have faults; answers with their number. Refusals as every sheet that is written.

    ``heads`` are the words over the three columns at the end, for the eye of who mends them.
    """
    read = understood(table, step)
    written = as_in_file(table, read)
    if table.mapping is not None and not table.mapping.has_headings:
        # What has no headings gets ours, so that it is known again.
        written = ReadTable(read.layout, {}, read.cells)
    by_row: dict[int, list[ToldFault]] = {}
    for fault in faults:
        if fault.row in written.cells:
            by_row.setdefault(fault.row, []).append(fault)
    if len(by_row) >= MOST_XLSX_ROWS:
        raise FileRefusal("IMP-215", file=path.name, limit=MOST_XLSX_ROWS)
    data = _workbook(written, by_row, heads, step)
    aside = path.with_name(f".{path.name}.part")
    try:
        aside.write_bytes(data)
        give_name(aside, path)
    except (OSError, XlsxWriterException) as fault:
        discard(aside)
        raise FileRefusal(refusal_code(fault), file=path.name) from fault
    return len(by_row)


def _workbook(table: ReadTable, by_row: Mapping[int, Sequence[ToldFault]], heads: Sequence[str], step: Step) -> bytes:
    package = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(package, options)
    book.set_properties({"title": "Baris ditolak", "author": "MeritDesk", "created": CREATED})
    sheet = book.add_worksheet("Baris ditolak")
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    plain = book.add_format({"num_format": "@", "valign": "top"})
    wrong = book.add_format({"num_format": "@", "valign": "top", "bg_color": "#f8d7d5", "border": 1})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    said = {place for row in by_row for place, text in enumerate(table.cells[row]) if text}
    shown = [name for place, name in enumerate(table.fields) if name in table.headings or place in said]
    heads_of = [table.heading(name) for name in shown]
    for place, heading in enumerate(heads_of):
        sheet.write_string(0, place, heading, head)
    for place, title in enumerate(EXTRA_HEADINGS, start=len(shown)):
        sheet.write_string(0, place, title, head)
        if heads:
            sheet.write_comment(0, place, heads[place - len(shown)])
    spots = [table.fields.index(name) for name in shown]
    for line, row in enumerate(sorted(by_row), start=1):
        if line % _STEP_EVERY == 0:
            step(line, len(by_row))
        own = by_row[row]
        marked = {table.field_of(fault.column): fault for fault in reversed(own)}
        for place, (name, spot) in enumerate(zip(shown, spots, strict=True)):
            text = table.cells[row][spot][:LONGEST_XLSX_CELL]
            fault = marked.get(name)
            if fault is not None:
                sheet.write_string(line, place, text, wrong) if text else sheet.write_blank(line, place, None, wrong)
                sheet.write_comment(line, place, f"{fault.told}\n{fault.then} ({fault.code})".strip())
            elif text:
                sheet.write_string(line, place, text, plain)
        end = len(shown)
        sheet.write_number(line, end, row)
        sheet.write_string(line, end + 1, "\n".join(f"{fault.told} ({fault.code})" for fault in own), wrapped)
        sheet.write_string(line, end + 2, "\n".join(fault.then for fault in own if fault.then), wrapped)
    few = sorted(by_row)[:_ROUGHLY]
    for place, spot in enumerate(spots):
        widest = max((len(table.cells[row][spot]) for row in few), default=0)
        sheet.set_column(place, place, min(max(widest, len(heads_of[place]), _NARROWEST) + 2, _WIDEST))
    sheet.set_column(len(shown), len(shown), 8)
    sheet.set_column(len(shown) + 1, len(shown) + 2, _WIDEST)
    sheet.freeze_panes(1, 0)
    book.close()
    return package.getvalue()

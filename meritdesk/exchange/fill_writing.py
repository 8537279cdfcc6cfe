"""Fill-in sheets as workbooks: instructions, the rows with locked identity, and out of sight for whom they were made.

Every cell is text, figure or day, never a formula (F72). What stands out of sight is sealed with a secret of the store,
so that a sheet which comes back damaged, or from somewhere else, is refused before a row is read.
"""

from __future__ import annotations

import hashlib
import hmac
import io
import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.exceptions import XlsxWriterException

from meritdesk.core.errors import FileRefusal
from meritdesk.core.fill_sheet import (
    CellKind,
    FillColumn,
    FillCorrection,
    FillHead,
    FillNote,
    FillRow,
    FillSheet,
    StrayRow,
    is_open_cell,
)
from meritdesk.core.notation import printed_date
from meritdesk.exchange.fill_cells import WrittenValue, is_cut, written
from meritdesk.exchange.fill_layouts import KEY_HEADING, LOOKS, MAGIC, SHEET_TITLES, STORE_SHEET, CellLook
from meritdesk.exchange.sheet_writing import CREATED, discard, refusal_code
from meritdesk.half_written import give_name
from meritdesk.messages import Messages

HEADING_ROW = 2
FIRST_ROW = HEADING_ROW + 1
STORED_FROM = 4
MOST_ROWS = 50_000
_CHUNK = 30_000
_INSTRUCTIONS = "Petunjuk"
_FAULTS = "Perbaikan"
_LONGEST_LIST = 255
_LINE_HEIGHT = 15
_MOST_LINES = 12
_SHOWN_CONTENT = 500
_FAULT_WIDTHS = (9, 21, 28, 24, 30, 60, 60)


def write_fill(
    path: Path,
    sheet: FillSheet,
    secret: bytes,
    corrections: Sequence[FillCorrection] = (),
    strays: Sequence[StrayRow] = (),
) -> int:
    """Write a sheet for a unit, or the same sheet for correction; answers with the number of rows.

    Written aside and renamed. ``IMP-215`` when there are more rows than a unit can have, ``IMP-240`` to ``IMP-242`` and
    ``IMP-214`` when the place cannot be written.
    """
    if len(sheet.rows) > MOST_ROWS:
        raise FileRefusal("IMP-215", file=path.name, limit=MOST_ROWS)
    aside = path.with_name(f".{path.name}.part")
    try:
        package = io.BytesIO()
        options = {
            "strings_to_formulas": False,
            "strings_to_numbers": False,
            "strings_to_urls": False,
            "in_memory": True,
        }
        book = xlsxwriter.Workbook(package, options)
        _Drawing(book, sheet, {one.index: one for one in corrections}, strays).draw(secret)
        book.close()
        aside.write_bytes(package.getbuffer())
        give_name(aside, path)
    except (OSError, XlsxWriterException) as fault:
        discard(aside)
        raise FileRefusal(refusal_code(fault), file=path.name) from fault
    except BaseException:
        discard(aside)
        raise
    return len(sheet.rows)


def key_of(index: int) -> str:
    """How a row of the sheet is found again: ``R00001`` for the first."""
    return f"R{index + 1:05d}"


def head_text(head: FillHead) -> str:
    """The head as it stands out of sight, in one spelling."""
    return _plain_json(
        {
            "version": head.version,
            "kind": head.kind.value,
            "agency": head.agency_code,
            "agency_name": head.agency_name,
            "unit": head.unit_source_id,
            "unit_name": head.unit_name,
            "period": head.period.code,
            "lineage": head.lineage,
            "made_on": head.made_on.isoformat(),
        }
    )


def row_text(row: FillRow) -> str:
    """A row as it stands out of sight, in one spelling."""
    return _plain_json({"ref": row.ref, "locked": row.is_locked, "spare": row.is_spare, "cells": dict(row.cells)})


def seal_of(secret: bytes, head: str, rows: Sequence[str]) -> str:
    """What proves that head and rows are those that this store wrote."""
    seal = hmac.new(secret, MAGIC.encode(), hashlib.sha256)
    for text in (head, *rows):
        data = text.encode("ascii")
        seal.update(f"{len(data)}:".encode() + data)
    return seal.hexdigest()


def _plain_json(values: Mapping[str, object]) -> str:
    """Plain letters only: no spreadsheet program changes them, whatever it thinks of line ends."""
    return json.dumps(values, ensure_ascii=True, sort_keys=True, separators=(",", ":"))


def _lines_of(content: WrittenValue, width: int) -> int:
    """How many lines a text takes in a column of so many characters, roughly."""
    if not isinstance(content, str):
        return 1
    return sum(1 + len(part) // width for part in content.split("\n"))


class _Drawing:
    """One workbook while it is being drawn."""

    def __init__(
        self, book: Any, sheet: FillSheet, corrections: Mapping[int, FillCorrection], strays: Sequence[StrayRow]
    ) -> None:
        self._book = book
        self._sheet = sheet
        self._corrections = corrections
        self._strays = strays
        self._words = Messages("id")
        self._looks = LOOKS[sheet.head.kind]
        self._formats: dict[tuple[bool, bool, CellKind, bool], Any] = {}
        self._bold = book.add_format({"bold": True, "font_size": 14})
        self._quiet = book.add_format({"font_color": "#595959"})
        self._heading = book.add_format(
            {"bold": True, "text_wrap": True, "valign": "vcenter", "bg_color": "#DEEBF7", "border": 1}
        )
        self._open_heading = book.add_format(
            {"bold": True, "text_wrap": True, "valign": "vcenter", "bg_color": "#FFE699", "border": 1}
        )
        self._wrapped = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})

    def draw(self, secret: bytes) -> None:
        head = self._sheet.head
        title = f"{SHEET_TITLES[head.kind]} {head.period.code}"
        self._book.set_properties({"title": title, "author": "MeritDesk", "created": CREATED})
        self._draw_instructions()
        if self._corrections or self._strays:
            self._draw_faults()
        self._draw_rows(title)
        self._draw_store(secret)

    def _draw_instructions(self) -> None:
        head = self._sheet.head
        sheet = self._book.add_worksheet(_INSTRUCTIONS)
        sheet.hide_gridlines(2)
        sheet.set_column(0, 0, 22)
        sheet.set_column(1, 1, 96)
        sheet.write_string(0, 0, self._words.label(f"FILL:TITLE-{head.kind.value}"), self._bold)
        bold = self._book.add_format({"bold": True, "valign": "top"})
        facts = (
            ("AGENCY", head.agency_name),
            ("UNIT", head.unit_name),
            ("PERIOD", head.period.code),
            ("MADE", printed_date(head.made_on)),
        )
        for place, (label, value) in enumerate(facts, start=2):
            sheet.write_string(place, 0, self._words.label(f"FILL:{label}"), bold)
            sheet.write_string(place, 1, value, self._wrapped)
        row = 7
        steps = [*range(1, 8)] if not self._corrections else [0, *range(1, 8)]
        for number, step in enumerate(steps, start=1):
            sheet.write_string(row, 0, f"{number}.", self._book.add_format({"valign": "top", "align": "right"}))
            told = self._words.label(f"FILL:STEP-{step}")
            sheet.write_string(row, 1, told, self._wrapped)
            sheet.set_row(row, 15 * (1 + len(told) // 95))
            row += 1
        row += 1
        sheet.write_string(row, 0, self._words.label("FILL:COLUMNS"), bold)
        for column in self._sheet.columns:
            look = self._looks[column.name]
            if column.is_open and look.hint:
                row += 1
                sheet.write_string(row, 0, look.heading, self._wrapped)
                sheet.write_string(row, 1, look.hint, self._wrapped)
        sheet.protect("", {"select_locked_cells": True})
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)

    def _draw_rows(self, title: str) -> None:
        head, columns = self._sheet.head, self._sheet.columns
        sheet = self._book.add_worksheet(SHEET_TITLES[head.kind])
        sheet.set_column(0, 0, 8, None, {"hidden": True})
        sheet.write_string(0, 1, f"{title} · {head.unit_name}"[:250], self._bold)
        sheet.write_string(1, 1, self._words.label("FILL:HINT"), self._quiet)
        sheet.write_string(HEADING_ROW, 0, KEY_HEADING, self._heading)
        sheet.set_row(HEADING_ROW, 34)
        for place, column in enumerate(columns, start=1):
            look = self._looks[column.name]
            sheet.set_column(place, place, look.width)
            style = self._open_heading if column.is_open else self._heading
            sheet.write_string(HEADING_ROW, place, look.heading, style)
        for index, row in enumerate(self._sheet.rows):
            self._draw_row(sheet, index, row)
        self._validate(sheet)
        last = FIRST_ROW + len(self._sheet.rows) - 1
        sheet.freeze_panes(FIRST_ROW, 3)
        sheet.autofilter(HEADING_ROW, 1, max(last, FIRST_ROW), len(columns))
        sheet.ignore_errors(
            {"number_stored_as_text": f"A1:{xlsxwriter.utility.xl_col_to_name(len(columns))}{last + 1}"}
        )
        sheet.protect(
            "",
            {
                "select_locked_cells": True,
                "select_unlocked_cells": True,
                "format_columns": True,
                "format_rows": True,
                "autofilter": True,
                "sort": False,
            },
        )
        sheet.set_landscape()
        sheet.set_paper(8)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(HEADING_ROW)
        sheet.activate()

    def _draw_row(self, sheet: Any, index: int, row: FillRow) -> None:
        place = FIRST_ROW + index
        correction = self._corrections.get(index)
        sheet.write_string(place, 0, key_of(index))
        faulty = {note.column: note for note in correction.notes} if correction else {}
        lines = 1
        for spot, column in enumerate(self._sheet.columns, start=1):
            look = self._looks[column.name]
            value = row.cells.get(column.name, "")
            content = written(value, column, look)
            is_open = is_open_cell(column, row) and not is_cut(value)
            if correction and column.name in correction.written:
                content = written(correction.written[column.name], column, look)
            elif correction and column.name in correction.shown:
                content = correction.shown[column.name]
            lines = max(lines, _lines_of(content, look.width))
            note = faulty.get(column.name) or (faulty.get("") if spot == 1 else None)
            self._write(sheet, place, spot, content, self._format(is_open, note is not None, column.kind, row.is_spare))
            if note is not None:
                told = self._words.sentence(note.code, note.facts)
                sheet.write_comment(place, spot, told, {"author": "MeritDesk", "x_scale": 2.4, "y_scale": 1.6})

        # Not every program works out the height of wrapped text by itself.
        sheet.set_row(place, _LINE_HEIGHT * min(lines, _MOST_LINES))

    def _write(self, sheet: Any, row: int, column: int, content: WrittenValue, style: Any) -> None:
        if content == "":
            sheet.write_blank(row, column, None, style)
        elif isinstance(content, str):
            sheet.write_string(row, column, content, style)
        elif isinstance(content, date):
            sheet.write_datetime(row, column, datetime.combine(content, time()), style)
        else:
            sheet.write_number(row, column, content, style)

    def _format(self, is_open: bool, is_faulty: bool, kind: CellKind, is_spare: bool) -> Any:
        key = is_open, is_faulty, kind, is_spare
        if key not in self._formats:
            number = {CellKind.NUMBER: "General", CellKind.DATE: "dd-mm-yyyy"}.get(kind, "@")
            style = {"num_format": number, "text_wrap": True, "valign": "top", "border": 1, "border_color": "#BFBFBF"}
            if is_open:
                style |= {"locked": False, "bg_color": "#FFF9E5" if not is_spare else "#FFFFFF"}
            else:
                style |= {"bg_color": "#F2F2F2"}
            if is_faulty:
                style |= {"bg_color": "#F8CBAD", "border_color": "#C00000"}
            self._formats[key] = self._book.add_format(style)
        return self._formats[key]

    def _validate(self, sheet: Any) -> None:
        """Drop-downs and limits on the open cells; what is pasted over them is judged when the sheet comes back."""
        first, last = FIRST_ROW, FIRST_ROW + len(self._sheet.rows) - 1
        if last < first:
            return
        for spot, column in enumerate(self._sheet.columns, start=1):
            look = self._looks[column.name]
            rule = self._rule(column, look) if column.is_open else None
            if rule is not None:
                sheet.data_validation(first, spot, last, spot, rule)

    def _rule(self, column: FillColumn, look: CellLook) -> dict[str, Any] | None:
        rule: dict[str, Any] = {"input_title": look.heading[:32], "input_message": look.hint[:255]} if look.hint else {}
        if column.kind is CellKind.CHOICE:
            says = [look.says[choice] for choice in column.choices]
            assert len(",".join(says)) <= _LONGEST_LIST
            rule |= {"validate": "list", "source": says, "error_title": look.heading[:32]}
            return rule | {"error_message": self._words.label("FILL:ERROR-CHOICE")}
        if column.kind is CellKind.NUMBER:
            rule |= {"validate": "decimal", "criteria": "between", "minimum": -1e15, "maximum": 1e15}
            return rule | {"error_title": look.heading[:32], "error_message": self._words.label("FILL:ERROR-NUMBER")}
        if column.kind is CellKind.DATE:
            rule |= {"validate": "date", "criteria": "between"}
            rule |= {"minimum": date(2000, 1, 1), "maximum": date(2099, 12, 31)}
            return rule | {"error_title": look.heading[:32], "error_message": self._words.label("FILL:ERROR-DATE")}
        return rule | {"validate": "any"} if rule else None

    def _draw_faults(self) -> None:
        """What is wrong, as a list to read and print: the same words as in the comments beside the cells."""
        sheet = self._book.add_worksheet(_FAULTS)
        names = ("ROW", "NIP", "NAME", "COLUMN", "CONTENT", "WHY", "THEN")
        for place, (name, width) in enumerate(zip(names, _FAULT_WIDTHS, strict=True)):
            sheet.set_column(place, place, width)
            sheet.write_string(0, place, self._words.label(f"FILL:FAULT-{name}"), self._heading)
        sheet.freeze_panes(1, 0)
        line = 1
        for index, correction in sorted(self._corrections.items()):
            row = self._sheet.rows[index]
            for note in correction.notes:
                self._draw_fault(sheet, line, str(FIRST_ROW + index + 1), {**row.cells, **correction.shown}, note)
                line += 1
        for stray in self._strays:
            self._draw_fault(sheet, line, self._words.label("FILL:STRAY"), stray.shown, stray.note)
            line += 1
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)

    def _draw_fault(self, sheet: Any, line: int, place: str, shown: Mapping[str, str], note: FillNote) -> None:
        what, then = self._words.refusal(note.code, note.facts)
        heading = self._looks[note.column].heading if note.column in self._looks else ""
        content = shown.get(note.column, "") if note.column else " · ".join(text for text in shown.values() if text)
        cells = (place, shown.get("nip", ""), shown.get("name", ""), heading, content[:_SHOWN_CONTENT], what, then)
        for spot, text in enumerate(cells):
            self._write(sheet, line, spot, text, self._wrapped)
        lines = max(_lines_of(text, width) for text, width in zip(cells, _FAULT_WIDTHS, strict=True))
        sheet.set_row(line, _LINE_HEIGHT * min(lines, _MOST_LINES))

    def _draw_store(self, secret: bytes) -> None:
        sheet = self._book.add_worksheet(STORE_SHEET)
        head = head_text(self._sheet.head)
        rows = [row_text(row) for row in self._sheet.rows]
        sheet.write_string(0, 0, MAGIC)
        sheet.write_string(1, 0, head)
        sheet.write_string(2, 0, seal_of(secret, head, rows))
        for index, text in enumerate(rows):
            sheet.write_string(STORED_FROM + index, 0, key_of(index))
            for spot, start in enumerate(range(0, len(text), _CHUNK), start=1):
                sheet.write_string(STORED_FROM + index, spot, text[start : start + _CHUNK])
        sheet.protect()
        sheet.very_hidden()

"""The holiday file: one row a day with its name and kind: national holiday, collective leave or the office's own."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from meritdesk.core.errors import RowFault
from meritdesk.core.intake import HolidayRow, Intake, Placed
from meritdesk.core.notation import read_date
from meritdesk.core.working_days import HolidayKind
from meritdesk.exchange.sheet_layouts import HOLIDAY_LAYOUT, KNOWN_LAYOUTS
from meritdesk.exchange.sheet_words import YES_OR_NO, is_empty, word
from meritdesk.exchange.sheets import Cell, Step, text_of
from meritdesk.exchange.table_reading import Source, is_summary, read_table, require_rows

HOLIDAY_KINDS: Mapping[str, HolidayKind] = {
    **dict.fromkeys(("LIBUR NASIONAL", "NASIONAL", "NATIONAL"), HolidayKind.NATIONAL),
    **dict.fromkeys(("CUTI BERSAMA", "COLLECTIVE LEAVE"), HolidayKind.COLLECTIVE_LEAVE),
    **dict.fromkeys(("LIBUR KANTOR", "LIBUR DAERAH", "LOKAL", "LOCAL"), HolidayKind.LOCAL),
}


def read_holidays(source: Source, step: Step) -> Intake[HolidayRow]:
    """Read the holiday file; a row without a readable day, or with words that mean nothing here, is refused."""
    table = read_table(source, (HOLIDAY_LAYOUT,), step, KNOWN_LAYOUTS)
    rows: list[Placed[HolidayRow]] = []
    refused: list[RowFault] = []
    skipped = table.blank_rows
    for number, cells in table.rows:
        if is_summary(cells):
            skipped += 1
            continue
        found = _row(cells)
        if isinstance(found, HolidayRow):
            rows.append(Placed(number, found))
        else:
            field, code, facts = found
            refused.append(RowFault(number, table.heading(field), code, facts))
    require_rows(table, len(rows) + len(refused))
    return Intake(tuple(rows), tuple(refused), (), len(rows) + len(refused), skipped)


def _row(cells: list[Cell]) -> HolidayRow | tuple[str, str, dict[str, object]]:
    day, name, kind, doubtful, works, source = cells
    if is_empty(text_of(day)):
        return "day", "IMP-223", {}
    on = None if day is None or isinstance(day, Decimal) else read_date(day)
    if on is None:
        return "day", "IMP-220", {"value": text_of(day)}
    if is_empty(text_of(name)):
        return "name", "IMP-223", {}
    kind_text = text_of(kind)
    kind_found = HolidayKind.NATIONAL if is_empty(kind_text) else HOLIDAY_KINDS.get(word(kind_text))
    if kind_found is None:
        return "kind", "IMP-222", {"value": kind_text, "allowed": "LIBUR NASIONAL, CUTI BERSAMA, LIBUR KANTOR"}
    answers: dict[str, bool] = {}
    for field, cell in (("doubtful", doubtful), ("works", works)):
        text = text_of(cell)
        answer = False if is_empty(text) else YES_OR_NO.get(word(text))
        if answer is None:
            return field, "IMP-222", {"value": text, "allowed": "YA, TIDAK"}
        answers[field] = answer
    note = text_of(source).strip()
    return HolidayRow(on, text_of(name).strip(), kind_found, answers["doubtful"], not answers["works"], note)

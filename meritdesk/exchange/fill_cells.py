"""One cell of a fill-in sheet between its value and what stands on the sheet, in both directions without loss.

A value is text in one spelling (``core.fill_sheet``). What was written and came back untouched is recognised as such,
whatever a spreadsheet program made of blanks, line ends or number formats on the way.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from meritdesk.core.fill_sheet import CellKind, FillColumn, FillNote, number_text, same_value
from meritdesk.core.notation import printed_decimal, read_date, read_decimal
from meritdesk.exchange.fill_layouts import CellLook
from meritdesk.exchange.sheet_words import word
from meritdesk.exchange.sheets import Cell, clean_text, text_of

# A sheet holds 32,767 letters a cell, counted in units of two bytes.
_MOST_LETTERS = 32_000
_CUT_SIGN = " …"
_FORMULA_ERRORS = frozenset({"#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#DIV/0!", "#SPILL!", "#CALC!"})
_ODS_ERROR = re.compile(r"Err:\d{3}")
_FIRST_DAY = date(1900, 3, 1)
_SERIAL_ZERO = date(1899, 12, 30)
_SERIALS = range(20_000, 80_000)

WrittenValue = str | date | float


@dataclass(frozen=True, slots=True)
class ReadCell:
    """A cell read back: its value, or why it has none; ``shown`` is what stands there, as text."""

    value: str = ""
    note: FillNote | None = None
    shown: str = ""


def written(value: str, column: FillColumn, look: CellLook) -> WrittenValue:
    """What is put into a cell for a value: a figure or day where the sheet can hold it exactly, else text."""
    if not value:
        return ""
    if column.kind is CellKind.CHOICE:
        return look.says.get(value, value)
    if column.kind is CellKind.NUMBER and (number := _exact(value)) is not None:
        return number
    if column.kind is CellKind.NUMBER and (exact := _decimal(value)) is not None:
        return printed_decimal(exact)
    if column.kind is CellKind.DATE and (day := _day(value)) is not None and day >= _FIRST_DAY:
        return day
    return _shortened(value)


def is_cut(value: str) -> bool:
    """Whether a text is longer than a cell; such a cell is shown but not open."""
    return len(value.encode("utf-16-le", "replace")) // 2 > _MOST_LETTERS


def _shortened(value: str) -> str:
    text = value.encode("utf-8", "replace").decode("utf-8")
    if not is_cut(text):
        return text
    units = text.encode("utf-16-le")[: 2 * (_MOST_LETTERS - 2)]
    return units.decode("utf-16-le", "ignore") + _CUT_SIGN


def is_untouched(cell: Cell, value: str, column: FillColumn, look: CellLook) -> bool:
    """Whether a cell still holds what was written for a value."""
    sent = written(value, column, look)
    if isinstance(sent, float):
        return isinstance(cell, Decimal) and cell == Decimal(repr(sent))
    if isinstance(sent, date):
        return (cell.date() if isinstance(cell, datetime) else cell) == sent
    return not isinstance(cell, Decimal | date) and same_value(clean_text(text_of(cell)), clean_text(sent))


def read_cell(cell: Cell, column: FillColumn, look: CellLook) -> ReadCell:
    """Read one open cell: ``IMP-220`` no date, ``IMP-221`` no figure, ``IMP-222`` no known word, ``IMP-258`` error."""
    shown = _shown(cell)
    if cell is None or not shown:
        return ReadCell()
    if isinstance(cell, str) and (cell.upper() in _FORMULA_ERRORS or _ODS_ERROR.fullmatch(cell)):
        return ReadCell(note=FillNote(column.name, "IMP-258"), shown=shown)
    if column.kind is CellKind.NUMBER:
        number = cell if isinstance(cell, Decimal) else read_decimal(shown) if isinstance(cell, str) else None
        if number is None:
            return ReadCell(note=FillNote(column.name, "IMP-221", {"value": shown}), shown=shown)
        return ReadCell(number_text(number), shown=shown)
    if column.kind is CellKind.DATE:
        day = _read_day(cell)
        if day is None:
            return ReadCell(note=FillNote(column.name, "IMP-220", {"value": shown}), shown=shown)
        return ReadCell(day.isoformat(), shown=shown)
    if column.kind is CellKind.CHOICE:
        token = look.reads.get(word(shown))
        if token is None:
            allowed = ", ".join(look.says[choice] for choice in column.choices)
            return ReadCell(note=FillNote(column.name, "IMP-222", {"value": shown, "allowed": allowed}), shown=shown)
        return ReadCell(token, shown=shown)
    return ReadCell(shown, shown=shown)


def _shown(cell: Cell) -> str:
    if isinstance(cell, Decimal):
        return printed_decimal(cell)
    if isinstance(cell, date):
        return cell.strftime("%d-%m-%Y")
    return text_of(cell)


def _read_day(cell: Cell) -> date | None:
    if isinstance(cell, Decimal):
        # A day that lost its format is a count of days.
        return _SERIAL_ZERO + timedelta(days=int(cell)) if int(cell) in _SERIALS else None
    return read_date(cell) if cell is not None else None


def _exact(value: str) -> float | None:
    """A figure as a sheet holds it, when that is the very same figure."""
    exact = _decimal(value)
    if exact is None or len(exact.as_tuple().digits) > 15:
        return None
    number = float(exact)
    return number if Decimal(repr(number)) == exact and abs(number) < 1e15 else None


def _decimal(value: str) -> Decimal | None:
    try:
        found = Decimal(value)
    except ArithmeticError:
        return None
    return found if found.is_finite() else None


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None

"""Numbers and dates as an Indonesian office writes them: ``1.234,5`` and ``1 Januari 2025``.

One rule on every machine: the locale of the computer is never asked (faults F66, F67).
"""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache

MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip

_NUMBER = re.compile(r"[+-]?(?:\d+(?:[.,]\d+)*|[.,]\d+)")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
_LONGEST_NUMBER = 40
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})")
_NAMED = re.compile(r"(\d{1,2})[-/ ]([a-z]{3,9})\.?[-/ ](\d{4})")
_CLOCK = re.compile(r"[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?$")
_MONTH_WORDS = {
    **{word: number for number, name in enumerate(MONTHS, start=1) for word in (name.lower(), name[:3].lower())},
    "nopember": 11, "nop": 11, "agt": 8, "agust": 8, "pebruari": 2, "peb": 2, "sept": 9,
    "may": 5, "aug": 8, "oct": 10, "dec": 12, "august": 8, "october": 10, "december": 12,
    "january": 1, "february": 2, "march": 3, "june": 6, "july": 7,
}  # fmt: skip


@lru_cache(maxsize=20_000)
def read_decimal(text: str) -> Decimal | None:
    """Read a number as offices write it; nothing when the text is not a number.

    Where point and comma both stand, the last one is the decimal mark. A lone comma is a decimal comma. Points alone
    group thousands when every group has three figures and the first does not begin with zero (``1.234`` is one
    thousand two hundred thirty-four, ``87.5`` and ``0.125`` are decimals).
    """
    bare = text.strip().replace(" ", "").replace("\u00a0", "").replace("\u2212", "-")
    if len(bare) > _LONGEST_NUMBER or not bare.isascii() or _NUMBER.fullmatch(bare) is None:
        return None
    sign, figures = ("-", bare[1:]) if bare[0] == "-" else ("", bare.lstrip("+"))
    points, commas = figures.count("."), figures.count(",")
    if points and commas:
        mark = max(".", ",", key=figures.rfind)
        other = "," if mark == "." else "."
        if figures.count(mark) > 1 or _THOUSANDS.fullmatch(figures[: figures.index(mark)].replace(other, ".")) is None:
            return None
        figures = figures.replace(other, "").replace(mark, ".")
    elif commas == 1:
        figures = figures.replace(",", ".")
    elif commas > 1:
        if _THOUSANDS.fullmatch(figures.replace(",", ".")) is None:
            return None
        figures = figures.replace(",", "")
    elif _THOUSANDS.fullmatch(figures) is not None:
        figures = figures.replace(".", "")
    elif points > 1:
        return None
    return Decimal(sign + figures)


def printed_decimal(value: Decimal) -> str:
    """A number as it is printed: ``1.234,5``; the decimals stay as many as the value has."""
    text = format(value, "f")
    sign, figures = ("-", text[1:]) if text.startswith("-") else ("", text)
    whole, _, decimals = figures.partition(".")
    grouped = f"{int(whole):,}".replace(",", ".")
    return f"{sign}{grouped},{decimals}" if decimals else f"{sign}{grouped}"


def read_date(cell: str | date | datetime, day_first: bool = True) -> date | None:
    """Read a date cell: ``31-12-2025``, ``2025-12-31``, ``31 Desember 2025`` or a real date; nothing when it is none.

    ``day_first`` is the clerk's choice for ``05/03/2025``. A year of two figures is never guessed.
    """
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    return _read_date_text(cell, day_first)


@lru_cache(maxsize=50_000)
def _read_date_text(cell: str, day_first: bool) -> date | None:
    text = _CLOCK.sub("", cell.strip().lstrip("'"))
    if not text.isascii():
        return None
    if match := _YEAR_FIRST.fullmatch(text):
        year, month, day = int(match[1]), int(match[3]), int(match[4])
    elif match := _YEAR_LAST.fullmatch(text):
        year = int(match[4])
        day, month = (int(match[1]), int(match[3])) if day_first else (int(match[3]), int(match[1]))
    elif (match := _NAMED.fullmatch(text.lower())) and match[2] in _MONTH_WORDS:
        year, month, day = int(match[3]), _MONTH_WORDS[match[2]], int(match[1])
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def printed_date(day: date) -> str:
    """A date as it is printed on every form: ``1 Januari 2025``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"

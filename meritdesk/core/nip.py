"""The 18-digit employee number: read as clerks have it, refused when a spreadsheet destroyed it.

``YYYYMMDD`` birth, ``YYYYMM`` appointment, ``1`` male or ``2`` female, ``NNN`` sequence. For PPPK the digits 13-14 are
not a month. A NIP is an attribute of a person, never a key (it changes with a new PPPK contract).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from meritdesk.core.people import EmploymentType, Sex

_SEPARATORS = re.compile(r"[\s'`\u2018\u2019\u00b4.\-_\u200b-\u200f\u2060\ufeff]+")
# Excel shows 1,98107E+17, LibreOffice writes 1.98107252011011E+017.
_SCIENTIFIC = re.compile(r"\d[.,]?\d*E\+?\d{1,3}", re.IGNORECASE)
_FLOAT_TAIL = re.compile(r"(\d{18})[.,]0+")
MINIMUM_AGE = 17


@dataclass(frozen=True, slots=True)
class NipReading:
    """What was read from a cell that should hold a NIP.

    ``nip`` is the 18 digits or empty when refused; ``fault`` is a code of the messages file or empty; ``noticed`` says
    that blanks, apostrophes or letters O were put right.
    """

    nip: str
    fault: str = ""
    noticed: bool = False


def read_nip(cell: str, employment: EmploymentType | None = None) -> NipReading:
    """Normalise and check one NIP cell (rules: other-rules 9.1, layouts 1).

    Accepts blanks, apostrophes, full-width digits and letter O; refuses ``1,98107E+17`` and ``198107252011010000``
    (``NIP-201``, destroyed by a spreadsheet: the sequence 000 is never issued), wrong length (``NIP-202``), an
    impossible birth date (``NIP-203``), an appointment month that is none (PNS) or before the age of 17
    (``NIP-204``), a sex digit other than 1 or 2 (``NIP-205``), an empty cell (``NIP-206``).
    """
    if len(cell) == 18 and cell.isascii() and cell.isdecimal():
        digits, noticed = cell, False
    else:
        text = unicodedata.normalize("NFKC", cell).strip()
        if _SCIENTIFIC.fullmatch(text.lstrip("'").replace(" ", "")):
            return NipReading("", "NIP-201")
        tail = _FLOAT_TAIL.fullmatch(text.lstrip("'"))
        digits = _SEPARATORS.sub("", tail[1] if tail else text).replace("O", "0").replace("o", "0")
        noticed = digits != cell
        if not digits:
            return NipReading("", "NIP-206")
        if not digits.isdecimal() or not digits.isascii() or len(digits) != 18:
            return NipReading("", "NIP-202", noticed)
    if digits.endswith("000"):
        # 15 significant digits survive a spreadsheet; the last three become zero.
        return NipReading("", "NIP-201", noticed)
    try:
        born = date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return NipReading("", "NIP-203", noticed)
    year, month = int(digits[8:12]), int(digits[12:14])
    month_needed = employment not in (EmploymentType.PPPK, None)
    if (month_needed and not 1 <= month <= 12) or year < born.year + MINIMUM_AGE:
        return NipReading("", "NIP-204", noticed)
    if digits[14] not in "12":
        return NipReading("", "NIP-205", noticed)
    return NipReading(digits, "", noticed)


_SEXES = {"1": Sex.MALE, "2": Sex.FEMALE}


def sex_of_nip(nip: str) -> Sex | None:
    """The sex that digit 15 states, or nothing when the digit says neither."""
    return _SEXES.get(nip[14:15])


def birth_date_of_nip(nip: str) -> date | None:
    """The birth date that the first eight digits state."""
    try:
        return date(int(nip[:4]), int(nip[4:6]), int(nip[6:8]))
    except ValueError:
        return None


def printed_nip(nip: str) -> str:
    """The NIP as it is printed: ``19810725 201101 1 009``."""
    if len(nip) != 18:
        return nip
    return f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}"

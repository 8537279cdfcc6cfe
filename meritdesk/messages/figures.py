"""Figures and days inside sentences: the core writes them as Indonesian papers do, an English reader gets English ones.

Reasons are kept with closed evaluations and printed, so their facts stay Indonesian for good (``87,5``,
``Rp1.234.000``, ``31 Januari 2025``). Only where a sentence is filled for an English reader are they turned.
"""

from __future__ import annotations

import re
from decimal import Decimal

ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
"""The months of an English reader, whatever the computer speaks."""

_INDONESIAN_MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d+"
_ONE = rf"[-+−]?(?:Rp ?)?(?:{_NUMBER}|\d+)(?: ?%)?"
_FIGURES = re.compile(rf"{_ONE}(?:(?: ?[-–/] ?| ?\.\. ?| \(){_ONE}\)?)*")
_INSIDE = re.compile(_NUMBER)
_ADDRESS = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}")
_DAY = re.compile(rf"(.*, )?(\d{{1,2}}) ({'|'.join(_INDONESIAN_MONTHS)}) (\d{{4}})")
NO_FIGURES = frozenset({"code", "file", "letter", "name", "number", "server", "text", "version"})
"""Facts that may look like a figure and are none: numbers of letters, addresses, names of files, what was typed."""

_TURNED = str.maketrans(".,", ",.")


class Written(str):
    """A number that already stands in the reader's own language, so that no sentence turns it again."""

    __slots__ = ()


def written_decimal(value: Decimal, language: str) -> Written:
    """A number as it is written: ``1.234,5``, in English ``1,234.5``; the decimals stay as many as the value has."""
    text = f"{value:,f}"
    return Written(text if language == "en" else text.translate(_TURNED))


def written_day(text: str, language: str) -> str:
    """A day of Indonesian words (``31 Januari 2025``), also behind where it is from; any other text as it is."""
    found = _DAY.fullmatch(text) if language == "en" else None
    if found is None:
        return text
    return f"{found[1] or ''}{found[2]} {ENGLISH_MONTHS[_INDONESIAN_MONTHS.index(found[3])]} {found[4]}"


def written_days(text: str, language: str) -> str:
    """A day or a span of days of Indonesian words (``1 Januari 2025 – 31 Maret 2025``); any other text as it is."""
    return " – ".join(written_day(part, language) for part in text.split(" – "))


def turned(text: str) -> str:
    """A fact for an English reader: a figure, several of them or a day of Indonesian notation; all else as it is."""
    if isinstance(text, Written) or (not text[-1:].isalnum() and text[-1:] not in "%)"):
        return text
    if ("," in text or "." in text) and _FIGURES.fullmatch(text) and not _ADDRESS.fullmatch(text):
        return Written(_INSIDE.sub(lambda found: found[0].translate(_TURNED), text))
    return written_day(text, "en")

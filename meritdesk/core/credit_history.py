"""Credit points that somebody brought along: what earlier letters determined, one entry a kind and span of months."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class CreditKind(StrEnum):
    """The rows of the determination (PAK), in their order on paper."""

    BASE = "BASE"  # AK dasar yang diberikan
    OLD = "OLD"  # AK JF lama
    ADJUSTMENT = "ADJUSTMENT"  # AK penyesuaian / penyetaraan
    CONVERSION = "CONVERSION"  # AK konversi
    EDUCATION = "EDUCATION"  # AK dari peningkatan pendidikan
    OTHER = "OTHER"


@dataclass(frozen=True, slots=True)
class CreditItem:
    """One entry: whose, which row, for which days, how many points, and by which letter.

    ``tier`` is the tier in which the points were earned where the letter names one: points of another tier than
    today's do not count towards the next rank.
    """

    person_id: str
    kind: CreditKind
    starts: date
    ends: date
    points: Decimal
    document: str
    dated: date | None = None
    tier: str = ""


@dataclass(frozen=True, slots=True)
class CreditItemRow:
    """One row of the spreadsheet of earlier points."""

    nip: str
    kind: CreditKind
    starts: date
    ends: date
    points: Decimal
    document: str
    dated: date | None = None
    tier: str = ""


CREDIT_WORDS: Mapping[CreditKind, str] = {
    CreditKind.BASE: "AK DASAR",
    CreditKind.OLD: "AK JF LAMA",
    CreditKind.ADJUSTMENT: "AK PENYETARAAN",
    CreditKind.CONVERSION: "AK KONVERSI",
    CreditKind.EDUCATION: "AK PENDIDIKAN",
    CreditKind.OTHER: "AK LAINNYA",
}
"""The words of the spreadsheet for each row of the determination."""
CREDIT_HEADINGS = (
    "NIP", "NAMA", "JENIS ANGKA KREDIT", "PERIODE MULAI", "PERIODE SAMPAI", "ANGKA KREDIT", "NOMOR PAK", "TANGGAL PAK",
    "JENJANG PAK",
)  # fmt: skip
"""The columns of the spreadsheet, as they are written and read back."""

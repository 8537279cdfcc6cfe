"""Appraisal periods: a year, a quarter (triwulan) or a month, as clerks write them.

``2025`` is the annual evaluation, ``2025-TW1`` .. ``2025-TW4`` the quarters, ``2025-01`` .. ``2025-12`` the months
(PermenPANRB 6/2022 Art. 24: the agency chooses monthly or quarterly).
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import lru_cache

from meritdesk.core.errors import UsageRefusal

_PATTERN = re.compile(r"(?P<year>\d{4})(?:-(?:TW(?P<quarter>[1-4])|(?P<month>0[1-9]|1[0-2])))?")

FIRST_YEAR = 2011
LAST_YEAR = 2100


class PeriodKind(StrEnum):
    """How long a period lasts."""

    YEAR = "YEAR"
    QUARTER = "QUARTER"
    MONTH = "MONTH"


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """One appraisal period; ``index`` is the quarter (1-4) or month (1-12), 0 for the whole year.

    ``code`` is the period as it is written everywhere: ``2025``, ``2025-TW4``, ``2025-01``. A package asks each of its
    records for it several times, so it is spelled once.
    """

    year: int
    kind: PeriodKind
    index: int = 0
    code: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "code", self._spelled())

    def _spelled(self) -> str:
        if self.kind is PeriodKind.YEAR:
            return f"{self.year}"
        if self.kind is PeriodKind.QUARTER:
            return f"{self.year}-TW{self.index}"
        return f"{self.year}-{self.index:02d}"

    @property
    def first_day(self) -> date:
        """The first day that the period covers."""
        if self.kind is PeriodKind.QUARTER:
            return date(self.year, 3 * self.index - 2, 1)
        return date(self.year, max(self.index, 1), 1)

    @property
    def last_day(self) -> date:
        """The last day that the period covers."""
        if self.kind is PeriodKind.YEAR:
            return date(self.year, 12, 31)
        month = 3 * self.index if self.kind is PeriodKind.QUARTER else self.index
        return date(self.year, month, calendar.monthrange(self.year, month)[1])

    @property
    def is_annual(self) -> bool:
        """Whether this is the annual evaluation."""
        return self.kind is PeriodKind.YEAR

    def __str__(self) -> str:
        return self.code


@lru_cache(maxsize=4096)
def parse_period(text: str) -> Period:
    """Read a period as the clerk wrote it; ``USE-101`` when it does not exist."""
    return _parsed(text)


@lru_cache(maxsize=512)  # a list of a whole agency names the same few a hundred thousand times
def _parsed(text: str) -> Period:
    match = _PATTERN.fullmatch(text.strip().upper())
    if match is None or not FIRST_YEAR <= int(match["year"]) <= LAST_YEAR:
        raise UsageRefusal("USE-101", period=text)
    year = int(match["year"])
    if match["quarter"]:
        return Period(year, PeriodKind.QUARTER, int(match["quarter"]))
    if match["month"]:
        return Period(year, PeriodKind.MONTH, int(match["month"]))
    return Period(year, PeriodKind.YEAR)

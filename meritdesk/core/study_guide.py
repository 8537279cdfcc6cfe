"""The guide on grade averages for setting the expectation of somebody on study leave (p. 62-63, R-45).

It helps to agree on an expectation and never rates anybody: the table has no column for Sangat Kurang.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from meritdesk.core.plan_parts import Accreditation, StudyLevel, StudyTerms

_CENT = Decimal("0.01")


class StudyBand(StrEnum):
    """The columns of the table of p. 63, best first."""

    VERY_GOOD = "VERY_GOOD"
    GOOD = "GOOD"
    NEEDS_IMPROVEMENT = "NEEDS_IMPROVEMENT"
    POOR = "POOR"


@dataclass(frozen=True, slots=True)
class StudyRow:
    """One row of the table: for whom it is, and the lowest average of its three upper bands.

    ``university`` is ``None`` for programmes abroad; ``programme`` is the accreditation the programme needs at least.
    """

    level: StudyLevel
    is_abroad: bool
    university: Accreditation | None
    programme: Accreditation | None
    very_good_from: Decimal
    good_from: Decimal
    needs_improvement_from: Decimal


@dataclass(frozen=True, slots=True)
class StudyGuide:
    """The table of p. 63."""

    rows: Sequence[StudyRow]
    source: str

    def row(self, terms: StudyTerms) -> StudyRow | None:
        """The row for a place of study; nothing where the table has none, for example a C university's C programme."""
        order = list(Accreditation)
        for row in self.rows:
            if (row.level, row.is_abroad) != (terms.level, terms.is_abroad):
                continue
            if terms.is_abroad:
                return row
            if row.university is None or row.university is not terms.university:
                continue
            if terms.programme is None or row.programme is None:
                return None
            return row if order.index(terms.programme) <= order.index(row.programme) else None
        return None

    def band(self, terms: StudyTerms, average: Decimal) -> StudyBand | None:
        """The band of a grade average, compared with two decimals as the table is written; nothing outside it."""
        row = self.row(terms)
        if row is None:
            return None
        compared = two_decimals(average)
        if compared >= row.very_good_from:
            return StudyBand.VERY_GOOD
        if compared >= row.good_from:
            return StudyBand.GOOD
        return StudyBand.NEEDS_IMPROVEMENT if compared >= row.needs_improvement_from else StudyBand.POOR


def two_decimals(average: Decimal) -> Decimal:
    """A grade average as it is written on a transcript: two decimals, half upwards."""
    return average.quantize(_CENT, ROUND_HALF_UP)

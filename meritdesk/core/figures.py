"""Figures to look at: series of numbers over categories, the same values for screen, paper, table and command line.

A figure holds numbers and label keys, never words or colours; whoever shows it says its words. A drawn curve is kept
apart from the numbers, since its points are a picture and must never be read as figures (6/2022 p. 94-96).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from statistics import median

from meritdesk.core.evaluation import Predicate, Reason
from meritdesk.core.periods import Period


class FigureKind(StrEnum):
    """What is looked at."""

    DISTRIBUTION = "DISTRIBUTION"
    ACHIEVEMENT = "ACHIEVEMENT"
    SIGNATURES = "SIGNATURES"
    RESPONSE = "RESPONSE"
    PULSE = "PULSE"


class SeriesShape(StrEnum):
    """How a series is drawn: standing bars, a line with marks, a limit across, lying bars."""

    BARS = "BARS"
    LINE = "LINE"
    LIMIT = "LIMIT"
    LYING = "LYING"


class SeriesName(StrEnum):
    """What a series counts."""

    PEOPLE = "PEOPLE"
    ACHIEVED = "ACHIEVED"
    TARGET = "TARGET"
    SIGNED_IN_WEEK = "SIGNED_IN_WEEK"
    SIGNED_SO_FAR = "SIGNED_SO_FAR"
    TO_BE_SIGNED = "TO_BE_SIGNED"
    MEDIAN_DAYS = "MEDIAN_DAYS"
    LAST_QUARTER = "LAST_QUARTER"
    PULSE_HERE = "PULSE_HERE"
    PULSE_AGENCY = "PULSE_AGENCY"


class FigureUnit(StrEnum):
    """In what the numbers are."""

    PEOPLE = "PEOPLE"
    PERCENT = "PERCENT"
    PAPERS = "PAPERS"
    DAYS = "DAYS"
    SCALE = "SCALE"


@dataclass(frozen=True, slots=True)
class Series:
    """One row of numbers, as many as there are categories; a number that is not known is empty."""

    name: SeriesName
    shape: SeriesShape
    values: tuple[Decimal | None, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure. A category is a label key, the code of a period, a day or a name, by its kind.

    ``curve`` are the five heights of the drawn pattern on a grid of seventy, to be drawn and not to be told.
    """

    kind: FigureKind
    period: Period
    unit_id: str
    unit_name: str
    unit: FigureUnit
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    notes: tuple[Reason, ...] = ()
    curve: tuple[Decimal, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to look at."""
        return not any(value for series in self.series for value in series.values if series.shape != SeriesShape.LIMIT)


WORST_TO_BEST = (
    Predicate.VERY_POOR,
    Predicate.POOR,
    Predicate.NEEDS_IMPROVEMENT,
    Predicate.GOOD,
    Predicate.VERY_GOOD,
)
"""The axis of the pattern, as the regulation draws it (p. 94-96)."""

MOST_WEEKS = 26


def signed_by_week(days: Sequence[date], until: date) -> tuple[tuple[date, int, int], ...]:
    """Mondays with how many papers were finished in that week and by its end; weeks without any are there too.

    More than half a year is told in steps of as many weeks as keep it legible.
    """
    if not days:
        return ()
    first, last = _monday(min(days)), _monday(max(until, max(days)))
    weeks = (last - first).days // 7 + 1
    step = -(-weeks // MOST_WEEKS)
    found, total = [], 0
    for place in range(0, weeks, step):
        monday = first + timedelta(weeks=place)
        end = monday + timedelta(weeks=step)
        count = sum(monday <= day < end for day in days)
        total += count
        found.append((monday, count, total))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class ResponseLine:
    """How fast one team answers: its name, the median of all its days, and that of the last quarter where known."""

    label: str
    median_days: Decimal | None
    last_quarter: Decimal | None


def response_figure(lines: Sequence[ResponseLine], period: Period) -> Figure:
    """The response time of teams as lying bars, the slowest first."""
    known = sorted(
        (line for line in lines if line.median_days is not None),
        key=lambda line: (-(line.median_days or Decimal(0)), line.label),
    )
    return Figure(
        FigureKind.RESPONSE,
        period,
        "",
        "",
        FigureUnit.DAYS,
        tuple(line.label for line in known),
        (
            Series(SeriesName.MEDIAN_DAYS, SeriesShape.LYING, tuple(line.median_days for line in known)),
            Series(SeriesName.LAST_QUARTER, SeriesShape.LYING, tuple(line.last_quarter for line in known)),
        ),
    )


def median_days(days: Sequence[int]) -> Decimal | None:
    """The median of whole days, with half a day between two of them; nothing of nothing."""
    return Decimal(str(median(days))) if days else None


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())

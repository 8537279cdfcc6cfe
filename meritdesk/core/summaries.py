"""What the region is told of things whose records stay at home: steps of absence, counts of sanctions, survey means.

No summary names what a single sheet said or why somebody was punished; each is made where its record is fixed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from meritdesk.core.discipline import SanctionEffect, SanctionLevel
from meritdesk.core.survey import ItemGroup, SurveyKind


@dataclass(frozen=True, slots=True)
class AbsenceNote:
    """Where unexcused days of a year had brought a person when a month was locked (PP 94/2021).

    ``level`` and ``sanction`` are those of the step reached, nothing below the first one; ``left`` are the days before
    the next step, nothing behind the last one.
    """

    year: int
    person_id: str
    days: int
    longest_run: int
    level: SanctionLevel | None
    sanction: str
    left: int | None
    until: date


@dataclass(frozen=True, slots=True)
class SanctionCount:
    """How many sanctions of a level count in a year; whom they are about is nowhere said."""

    year: int
    level: SanctionLevel
    count: int


@dataclass(frozen=True, slots=True)
class SurveyFigure:
    """What a department answered to one question of a round: how many answers, and their mean."""

    round_id: str
    unit_id: str
    item_id: str
    kind: SurveyKind
    name: str
    year: int
    group: ItemGroup
    text: str
    answers: int
    mean: Decimal


def survey_mean(figures: Iterable[SurveyFigure]) -> Decimal | None:
    """The mean of all answers behind these figures, two decimals, half up; nothing where nobody answered."""
    answers, total = 0, Decimal(0)
    for one in figures:
        answers += one.answers
        total += one.mean * one.answers
    return (total / answers).quantize(Decimal("0.01"), ROUND_HALF_UP) if answers else None


def sanction_counts(effects: Iterable[SanctionEffect]) -> tuple[SanctionCount, ...]:
    """The counts by year of the start and level, of what was neither taken back nor annulled."""
    found: dict[tuple[int, SanctionLevel], int] = {}
    for one in effects:
        key = (one.starts.year, one.level)
        found[key] = found.get(key, 0) + 1
    order = list(SanctionLevel)
    return tuple(
        SanctionCount(year, level, found[year, level])
        for year, level in sorted(found, key=lambda key: (key[0], order.index(key[1])))
    )

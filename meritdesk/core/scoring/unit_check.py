"""The people of one rater held against the level of his unit and against each other: who stands out, and why.

Nothing here is a verdict and nothing is forbidden: the regulation leaves every label possible at every level (R-62).
The check names the people of whom a calibration session should speak.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from meritdesk.core.evaluation import OrgLevel, Predicate, Rating, Reason, SuggestedRating
from meritdesk.core.rules import RuleSet
from meritdesk.core.scoring.distribution import check_circular, check_pattern

# Two labels away from the one that matches the unit's level: three of five labels are then still ordinary. [design]
FAR_STEPS = 2
# From five people on, one and the same verdict for everybody is worth a question. [design]
ALIKE_FROM = 5

_LABELS = tuple(Predicate)
_RATINGS = tuple(Rating)
DESIGN = "MeritDesk"


class Standout(StrEnum):
    """Why a person should be spoken of."""

    FAR_ABOVE_UNIT = "FAR_ABOVE_UNIT"
    FAR_BELOW_UNIT = "FAR_BELOW_UNIT"
    AGAINST_FIGURES = "AGAINST_FIGURES"
    UNEXPLAINED = "UNEXPLAINED"


@dataclass(frozen=True, slots=True)
class Judged:
    """One person with what he was given and what the figures say; no predicate while a rating is missing."""

    person_id: str
    name: str
    predicate: Predicate | None
    result: Rating | None = None
    behaviour: Rating | None = None
    suggested: SuggestedRating | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Outlier:
    """One person who stands out, in what way, and the line that says so."""

    person_id: str
    name: str
    standout: Standout
    line: Reason


@dataclass(frozen=True, slots=True)
class SpreadReading:
    """How the agency reads a spread: "most" as more than half or the largest group, with the circular or without."""

    by_majority: bool = False
    uses_circular: bool = True


@dataclass(frozen=True, slots=True)
class UnitCheck:
    """What the check of one unit found: lines on the whole, and people who stand out, those farthest away first."""

    level: OrgLevel | None
    counts: Mapping[Predicate, int]
    lines: tuple[Reason, ...]
    outliers: tuple[Outlier, ...]


DEFAULT_READING = SpreadReading()


def check_unit(
    level: OrgLevel | None, people: Sequence[Judged], rules: RuleSet, reading: SpreadReading = DEFAULT_READING
) -> UnitCheck:
    """Hold the people of one rater against his unit's level (V-75, V-76), the figures (V-71) and each other.

    Without a level only figures and sameness are looked at.
    """
    counts: dict[Predicate, int] = {}
    for one in people:
        if one.predicate is not None:
            counts[one.predicate] = counts.get(one.predicate, 0) + 1
    lines = [*spread_lines(level, counts, rules, reading)] if level is not None else []
    judged = [one for one in people if one.predicate is not None]
    if len(judged) >= ALIKE_FROM and len({(one.result, one.behaviour) for one in judged}) == 1:
        facts = {"count": str(len(judged)), "predicate": f"PREDICATE:{next(iter(counts)).name}"}
        lines.append(Reason("CHK-ALL-ALIKE", DESIGN, facts))
    found: list[tuple[int, Outlier]] = []
    for one in judged:
        found.extend(_against_unit(one, level, rules))
        found.extend(_against_figures(one))
    found.sort(key=lambda pair: (-pair[0], pair[1].name))
    return UnitCheck(level, counts, tuple(lines), tuple(outlier for _, outlier in found))


def spread_lines(
    level: OrgLevel, counts: Mapping[Predicate, int], rules: RuleSet, reading: SpreadReading = DEFAULT_READING
) -> tuple[Reason, ...]:
    """What the regulation's curve and the circular say of a spread of predicates; warnings only (V-75, V-76)."""
    circular = rules.circular if reading.uses_circular else None
    return (*check_pattern(level, counts, rules.pattern, reading.by_majority), *check_circular(level, counts, circular))


def _against_unit(one: Judged, level: OrgLevel | None, rules: RuleSet) -> list[tuple[int, Outlier]]:
    if level is None or one.predicate is None:
        return []
    curve = rules.pattern.curves[level]
    steps = _LABELS.index(curve.dominant) - _LABELS.index(one.predicate)
    if abs(steps) < FAR_STEPS:
        return []
    standout = Standout.FAR_ABOVE_UNIT if steps > 0 else Standout.FAR_BELOW_UNIT
    facts = {
        "predicate": f"PREDICATE:{one.predicate.name}",
        "level": f"LEVEL:{level.name}",
        "matching": f"PREDICATE:{curve.dominant.name}",
        "steps": str(abs(steps)),
    }
    line = Reason(f"CHK-{standout.value.replace('_', '-')}", rules.pattern.source, facts)
    return [(abs(steps) + 1, Outlier(one.person_id, one.name, standout, line))]


def _against_figures(one: Judged) -> list[tuple[int, Outlier]]:
    if one.suggested is None or one.result is None or one.suggested.value == one.result.value:
        return []
    steps = abs(_RATINGS.index(one.result) - _RATINGS.index(Rating(one.suggested.value)))
    facts = {
        "rating": f"RATING:{one.result.name}",
        "suggestion": f"RATING:{one.suggested.name}",
        "reason": one.reason or "-",
    }
    if not one.reason:
        line = Reason("V-71", "R-64", facts)
        return [(steps + 1, Outlier(one.person_id, one.name, Standout.UNEXPLAINED, line))]
    if steps < FAR_STEPS:
        return []
    line = Reason("CHK-AGAINST-FIGURES", "R-64", facts)
    return [(steps, Outlier(one.person_id, one.name, Standout.AGAINST_FIGURES, line))]

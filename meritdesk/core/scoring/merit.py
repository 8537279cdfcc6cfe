"""The merit index of an agency from the levels its assessor gave (PermenPANRB 40/2018 and 19/2025)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal

from meritdesk.core.evaluation import Reason
from meritdesk.core.merit import (
    AspectScore,
    Gap,
    GivenLevel,
    MeritAspect,
    MeritAssessment,
    MeritCategory,
    MeritMethod,
    MeritRules,
    MeritScore,
)
from meritdesk.core.scoring.talent import figure_text

_HUNDRED = Decimal(100)
_ZERO = Decimal(0)


def assess(assessment: MeritAssessment, given: Iterable[GivenLevel], rules: MeritRules) -> MeritScore:
    """Index, category and gaps; a sub-aspect without a level counts as the lowest one.

    Points: weight times the mean level, summed up. Maturity: the mean worth of the levels by weight, of which the
    survey of staff takes its share, less a step for each violation; without a survey its share brings nothing.
    """
    levels = {one.part_code: one for one in given}
    unit = Decimal(1).scaleb(-rules.decimals)
    lowest, best = min(one.worth for one in rules.levels), max(one.worth for one in rules.levels)
    scores = []
    reasons = []
    for aspect in rules.aspects:
        value = _mean(aspect, levels, rules, lowest) * _factor(aspect, rules)
        full = best * _factor(aspect, rules)
        count = sum(part.code in levels for part in aspect.parts)
        one = AspectScore(aspect, count, value.quantize(unit, ROUND_HALF_UP), full.quantize(unit, ROUND_HALF_UP))
        scores.append(one)
        reasons.append(
            Reason(
                "MRT-ASPECT",
                rules.source,
                {
                    "number": aspect.code,
                    "aspect": aspect.title,
                    "given": str(count),
                    "asked": str(len(aspect.parts)),
                    "weight": figure_text(aspect.weight),
                    "value": figure_text(one.value),
                    "full": figure_text(one.full),
                },
            )
        )
    total = sum((one.value for one in scores), _ZERO)
    if rules.method is MeritMethod.MATURITY:
        total, more = _with_survey(total, assessment, rules, unit)
        reasons += more
    category = category_of(total, rules)
    reasons.append(Reason("MRT-INDEX", rules.source, {"index": figure_text(total), "category": category.title}))
    asked = len(rules.parts)
    answered = sum(part.code in levels for part in rules.parts)
    if answered < asked:
        reasons.append(Reason("MRT-INCOMPLETE", rules.source, {"given": str(answered), "asked": str(asked)}))
    return MeritScore(tuple(scores), total, category, _gaps(levels, rules, unit), tuple(reasons), answered, asked)


def category_of(index: Decimal, rules: MeritRules) -> MeritCategory:
    """The highest category that an index reaches."""
    reached = [one for one in rules.categories if (index > one.since if one.is_above else index >= one.since)]
    return max(reached or rules.categories[:1], key=lambda one: one.since)


def _factor(aspect: MeritAspect, rules: MeritRules) -> Decimal:
    return aspect.weight if rules.method is MeritMethod.POINTS else aspect.weight / _HUNDRED


def _mean(aspect: MeritAspect, levels: Mapping[str, GivenLevel], rules: MeritRules, lowest: Decimal) -> Decimal:
    worths = [
        (rules.worth(levels[part.code].level) or lowest) if part.code in levels else lowest for part in aspect.parts
    ]
    return sum(worths, _ZERO) / len(worths)


def _with_survey(
    maturity: Decimal, assessment: MeritAssessment, rules: MeritRules, unit: Decimal
) -> tuple[Decimal, list[Reason]]:
    share = rules.survey_share
    own = (maturity * (1 - share)).quantize(unit, ROUND_HALF_UP)
    told = ((assessment.survey or _ZERO) * share).quantize(unit, ROUND_HALF_UP)
    off = rules.violation_step * assessment.violations
    facts = {"maturity": figure_text(maturity), "share": figure_text((1 - share) * _HUNDRED), "value": figure_text(own)}
    reasons = [Reason("MRT-MATURITY", rules.source, facts)]
    if assessment.survey is None:
        reasons.append(Reason("MRT-NO-SURVEY", rules.source, {"share": figure_text(share * _HUNDRED)}))
    else:
        reasons.append(
            Reason(
                "MRT-SURVEY",
                rules.source,
                {
                    "survey": figure_text(assessment.survey),
                    "share": figure_text(share * _HUNDRED),
                    "value": figure_text(told),
                },
            )
        )
    if assessment.violations:
        reasons.append(
            Reason("MRT-VIOLATIONS", rules.source, {"count": str(assessment.violations), "value": figure_text(off)})
        )
    return max(_ZERO, own + told - off), reasons


def _gaps(levels: Mapping[str, GivenLevel], rules: MeritRules, unit: Decimal) -> tuple[Gap, ...]:
    aim = rules.worth(rules.target_level)
    assert aim is not None
    lowest = min(one.worth for one in rules.levels)
    share = Decimal(1) if rules.method is MeritMethod.POINTS else 1 - rules.survey_share
    gaps = []
    for aspect in rules.aspects:
        for part in aspect.parts:
            given = levels.get(part.code)
            worth = (rules.worth(given.level) or lowest) if given else lowest
            if worth >= aim and given is not None:
                continue
            gain = (aim - worth) * _factor(aspect, rules) / len(aspect.parts) * share
            gaps.append(
                Gap(
                    aspect,
                    part,
                    given.level if given else 0,
                    rules.target_level,
                    gain.quantize(unit, ROUND_HALF_UP),
                    given.action if given else "",
                    given.action_by if given else None,
                )
            )
    return tuple(sorted(gaps, key=lambda gap: (-gap.gain, gap.part.code)))

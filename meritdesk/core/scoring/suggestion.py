"""The suggested result rating: what the figures say, step by step, never a verdict (rules section 5, 6/2022 p. 97-98).

The rater always decides. The steps replace the habit of a mean score, which contradicts an example of the regulation.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from meritdesk.core.evaluation import Actual, IndicatorClass, Rating, Reason, SuggestedRating, Suggestion
from meritdesk.core.plan import Direction, Indicator, PerformancePlan, ResultKind, Target, WorkResult
from meritdesk.core.rules import SuggestionThresholds


@dataclass(frozen=True, slots=True)
class FeedbackTally:
    """How many feedback items on the results were given, and how many of them are positive."""

    positive: int
    total: int


@dataclass(slots=True)
class _Count:
    """How many of something lie above, inside and below what was expected."""

    above: int = 0
    meets: int = 0
    below: int = 0

    @property
    def total(self) -> int:
        return self.above + self.meets + self.below

    def add(self, found: IndicatorClass) -> None:
        if found is IndicatorClass.ABOVE:
            self.above += 1
        elif found is IndicatorClass.BELOW:
            self.below += 1
        else:
            self.meets += 1


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the results of a plan stand: the counts behind a suggestion and behind the warnings on a rating.

    Only results with something to judge are counted; ``unknown`` indicators are those without an actual to judge.
    """

    results: int
    above: int
    below: int
    mains: int
    mains_below: int
    indicators: int
    unknown: int


def measured_class(target: Target, value: Decimal | None) -> IndicatorClass | None:
    """Step 1: inside the target's range (both ends included) meets, the better side is above, the worse below.

    ``None`` when there is nothing to measure: a qualitative target or no value. A range with one end only is read as a
    single value. Reaching the highest possible value is still inside the range, so it meets.
    """
    low = target.low if target.low is not None else target.high
    high = target.high if target.high is not None else target.low
    if value is None or low is None or high is None:
        return None
    if low <= value <= high:
        return IndicatorClass.MEETS
    is_more = value > high
    is_better = is_more if target.direction is Direction.MORE else not is_more
    return IndicatorClass.ABOVE if is_better else IndicatorClass.BELOW


def indicator_class(indicator: Indicator, actual: Actual | None) -> IndicatorClass | None:
    """Steps 1 and 2: the leader's class where one is set (R-64), else the measured one, else not known."""
    if actual is None:
        return None
    return actual.override or measured_class(indicator.target, actual.value)


def suggest(
    plan: PerformancePlan,
    actuals: Mapping[str, Actual],
    thresholds: SuggestionThresholds,
    feedback: FeedbackTally | None = None,
) -> Suggestion:
    """What the figures suggest for the results of a plan, with a line for each result and warnings on doubts.

    ``actuals`` by indicator id; others in it are ignored. ``feedback`` is the tally of positive feedback on the results
    where the office keeps one: with half or fewer positive the suggestion is not above (G-8).
    """
    reasons: list[Reason] = []
    warnings: list[Reason] = []
    standing = _weigh(plan, actuals, thresholds, reasons, warnings)
    if not standing.results:
        reasons.append(Reason("SUG-NOTHING", thresholds.source, {"indicators": str(standing.indicators)}))
        return Suggestion(None, tuple(reasons), tuple(warnings))
    rating = _overall(standing.results, standing.above, standing.below, standing.mains_below, thresholds)
    facts = {
        "results": str(standing.results),
        "above": str(standing.above),
        "meets": str(standing.results - standing.above - standing.below),
        "below": str(standing.below),
        "mains": str(standing.mains),
        "mains_below": str(standing.mains_below),
        "rating": f"RATING:{rating.name}",
    }
    reasons.append(Reason("SUG-OVERALL", thresholds.source, facts))
    if rating is SuggestedRating.MEETS and _exceeds(
        standing.mains_below, standing.mains, thresholds.main_below_warning_more_than
    ):
        warnings.append(Reason("SUG-MAIN-BELOW", thresholds.source, facts))
    rating = _with_feedback(rating, plan, actuals, thresholds, feedback, reasons, warnings)
    return Suggestion(rating, tuple(reasons), tuple(warnings))


def standing_of(plan: PerformancePlan, actuals: Mapping[str, Actual], thresholds: SuggestionThresholds) -> Standing:
    """How many results stand above, inside and below the expectation."""
    return _weigh(plan, actuals, thresholds, [], [])


def rating_warnings(rating: Rating, standing: Standing, thresholds: SuggestionThresholds) -> tuple[Reason, ...]:
    """Doubts about a rating the rater chose, from the regulation's own criteria: V-68, V-69 and V-70."""
    facts = {
        "results": str(standing.results),
        "above": str(standing.above),
        "below": str(standing.below),
        "mains_below": str(standing.mains_below),
    }
    codes = []
    if rating is Rating.ABOVE and standing.results:
        if standing.mains_below:
            codes.append("V-68")
        if not _exceeds(standing.above, standing.results, thresholds.overall_above_more_than):
            codes.append("V-69")
    if rating is Rating.MEETS and _exceeds(standing.below, standing.results, thresholds.overall_below_more_than):
        codes.append("V-70")
    return tuple(Reason(code, thresholds.source, facts) for code in codes)


def indicator_lines(
    plan: PerformancePlan, actuals: Mapping[str, Actual], thresholds: SuggestionThresholds
) -> tuple[Reason, ...]:
    """One line per indicator with target, actual and class: the finest answer to "why", made when it is asked for."""
    lines = []
    for result in plan.results:
        for place, indicator in enumerate(result.indicators, start=1):
            actual = actuals.get(indicator.indicator_id)
            found = indicator_class(indicator, actual)
            facts = {
                "number": f"{result.number}.{place}",
                "target": indicator.target.text or indicator.text,
                "actual": actual.text if actual is not None else "-",
            }
            if found is None:
                lines.append(Reason("SUG-INDICATOR-UNKNOWN", thresholds.source, facts))
            else:
                lines.append(Reason("SUG-INDICATOR", thresholds.source, {**facts, "rating": f"RATING:{found.name}"}))
    return tuple(lines)


def _exceeds(part: int, whole: int, limit: Fraction) -> bool:
    """Whether ``part / whole > limit``, in whole numbers."""
    return part * limit.denominator > limit.numerator * whole


def _class_of(count: _Count, thresholds: SuggestionThresholds) -> IndicatorClass:
    """Step 3: the class of one work result from the classes of its indicators."""
    if _exceeds(count.below, count.total, thresholds.result_below_more_than):
        return IndicatorClass.BELOW
    enough = thresholds.result_above_at_least
    if not count.below and count.above * enough.denominator >= enough.numerator * count.total:
        return IndicatorClass.ABOVE
    return IndicatorClass.MEETS


def _overall(total: int, above: int, below: int, mains_below: int, thresholds: SuggestionThresholds) -> SuggestedRating:
    """Step 4: the suggestion from the classes of all results."""
    if _exceeds(below, total, thresholds.overall_below_more_than):
        return SuggestedRating.BELOW
    if not mains_below and _exceeds(above, total, thresholds.overall_above_more_than):
        return SuggestedRating.ABOVE
    return SuggestedRating.MEETS


def _weigh(
    plan: PerformancePlan,
    actuals: Mapping[str, Actual],
    thresholds: SuggestionThresholds,
    reasons: list[Reason],
    warnings: list[Reason],
) -> Standing:
    """Steps 1 to 3 for every result; adds a line per result and per override, and warnings on what is missing."""
    overall = _Count()
    indicators = unknown = mains = mains_below = 0
    for result in plan.results:
        count = _Count()
        for place, indicator in enumerate(result.indicators, start=1):
            indicators += 1
            actual = actuals.get(indicator.indicator_id)
            found = indicator_class(indicator, actual)
            if found is None:
                unknown += 1
                continue
            count.add(found)
            if actual is not None and actual.override is not None:
                _note_override(
                    f"{result.number}.{place}", indicator, actual, actual.override, thresholds, reasons, warnings
                )
        if not count.total:
            continue
        stands = _class_of(count, thresholds)
        overall.add(stands)
        is_main = result.kind is ResultKind.MAIN
        mains += is_main
        mains_below += is_main and stands is IndicatorClass.BELOW
        reasons.append(_result_line(result, count, stands, thresholds))
    if unknown:
        facts = {"missing": str(unknown), "indicators": str(indicators)}
        warnings.append(Reason("V-73", thresholds.source, facts))
    return Standing(overall.total, overall.above, overall.below, mains, mains_below, indicators, unknown)


def _result_line(result: WorkResult, count: _Count, stands: IndicatorClass, thresholds: SuggestionThresholds) -> Reason:
    facts = {
        "number": str(result.number),
        "kind": f"RESULT:{result.kind.name}",
        "indicators": str(count.total),
        "above": str(count.above),
        "meets": str(count.meets),
        "below": str(count.below),
        "rating": f"RATING:{stands.name}",
    }
    return Reason("SUG-RESULT", thresholds.source, facts)


def _note_override(
    number: str,
    indicator: Indicator,
    actual: Actual,
    override: IndicatorClass,
    thresholds: SuggestionThresholds,
    reasons: list[Reason],
    warnings: list[Reason],
) -> None:
    """Step 2: a class set against the figures is told with its reason; without a reason it is a doubt (V-72)."""
    measured = measured_class(indicator.target, actual.value)
    if measured is None or measured is override:
        return
    why = actual.override_reason or actual.feedback
    facts = {"number": number, "measured": f"RATING:{measured.name}", "rating": f"RATING:{override.name}"}
    if why:
        reasons.append(Reason("SUG-OVERRIDE", thresholds.override_source, {**facts, "reason": why}))
    elif measured is IndicatorClass.BELOW:
        warnings.append(Reason("V-72", thresholds.override_source, facts))
    else:
        warnings.append(Reason("SUG-OVERRIDE-BARE", thresholds.override_source, facts))


def _with_feedback(
    rating: SuggestedRating,
    plan: PerformancePlan,
    actuals: Mapping[str, Actual],
    thresholds: SuggestionThresholds,
    feedback: FeedbackTally | None,
    reasons: list[Reason],
    warnings: list[Reason],
) -> SuggestedRating:
    """Step 5: feedback can hold a suggestion back or raise a question; it never lifts one."""
    if feedback is None or not feedback.total:
        said = any(
            indicator.indicator_id in actuals and actuals[indicator.indicator_id].feedback
            for result in plan.results
            for indicator in result.indicators
        )
        if not said:
            warnings.append(Reason("SUG-NO-FEEDBACK", thresholds.source))
        return rating
    facts = {"positive": str(feedback.positive), "total": str(feedback.total), "rating": f"RATING:{rating.name}"}
    if rating is SuggestedRating.ABOVE and not _exceeds(
        feedback.positive, feedback.total, thresholds.feedback_positive_more_than
    ):
        reasons.append(Reason("SUG-FEEDBACK-HOLDS", thresholds.source, facts))
        rating = SuggestedRating.MEETS
    if rating is not SuggestedRating.BELOW and _exceeds(
        feedback.total - feedback.positive, feedback.total, 1 - thresholds.feedback_positive_more_than
    ):
        warnings.append(
            Reason("SUG-FEEDBACK-QUESTION", thresholds.source, {**facts, "rating": f"RATING:{rating.name}"})
        )
    return rating

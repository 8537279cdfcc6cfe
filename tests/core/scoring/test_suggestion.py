"""The suggestion: its lines, its doubts, and laws for all plans."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meritdesk.core.evaluation import Actual, IndicatorClass, Rating, SuggestedRating
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.plan import (
    Approach,
    Direction,
    Indicator,
    JobClass,
    PerformancePlan,
    ResultKind,
    Target,
    WorkResult,
)
from meritdesk.core.scoring.suggestion import (
    FeedbackTally,
    indicator_lines,
    measured_class,
    rating_warnings,
    standing_of,
    suggest,
)
from meritdesk.rulebook import Rulebook

THRESHOLDS = Rulebook().in_force(date(2025, 12, 31)).suggestion
YEAR = Period(2025, PeriodKind.YEAR)
ORDER = [SuggestedRating.BELOW, SuggestedRating.MEETS, SuggestedRating.ABOVE]


def plan_of(*results):
    return PerformancePlan(
        "plan", "person", 2025, Approach.QUANTITATIVE, JobClass.JA_JF, date(2025, 1, 1), date(2025, 12, 31), results
    )


def result(number, *targets, kind=ResultKind.MAIN):
    indicators = tuple(
        Indicator(f"{number}.{place}", "indikator", target) for place, target in enumerate(targets, start=1)
    )
    return WorkResult(f"r{number}", number, kind, "hasil", indicators=indicators)


def target(low="80", high="90", direction=Direction.MORE):
    return Target(f"{low}-{high} %", Decimal(low), Decimal(high), "%", direction)


def actual(name, value=None, **more):
    return Actual(name, YEAR, str(value), None if value is None else Decimal(value), **more)


def by_name(*actuals):
    return {one.indicator_id: one for one in actuals}


def codes(reasons):
    return [reason.code for reason in reasons]


def test_each_result_and_the_whole_are_told_in_numbers():
    plan = plan_of(result(1, target(), target()), result(2, target(), kind=ResultKind.ADDITIONAL))
    told = suggest(plan, by_name(actual("1.1", "95"), actual("1.2", "85"), actual("2.1", "70")), THRESHOLDS)
    assert codes(told.reasons) == ["SUG-RESULT", "SUG-RESULT", "SUG-OVERALL"]
    assert told.reasons[0].facts == {
        "number": "1",
        "kind": "RESULT:MAIN",
        "indicators": "2",
        "above": "1",
        "meets": "1",
        "below": "0",
        "rating": "RATING:ABOVE",
    }
    assert told.reasons[2].facts["below"] == "1"
    assert told.reasons[2].facts["mains_below"] == "0"
    assert all(reason.source == "PermenPANRB 6/2022 hlm. 97-98" for reason in told.reasons)


def test_a_class_set_by_the_leader_is_told_with_his_reason():
    plan = plan_of(result(1, target()))
    told = suggest(
        plan,
        by_name(actual("1.1", "70", override=IndicatorClass.MEETS, override_reason="pandemi")),
        THRESHOLDS,
    )
    assert told.rating is SuggestedRating.MEETS
    override = told.reasons[0]
    assert (override.code, override.facts["reason"]) == ("SUG-OVERRIDE", "pandemi")
    assert (override.facts["measured"], override.facts["rating"]) == ("RATING:BELOW", "RATING:MEETS")
    assert "hlm. 194" in override.source


@pytest.mark.parametrize(
    ("value", "override", "warning"),
    [
        ("70", IndicatorClass.MEETS, ["V-72"]),
        ("95", IndicatorClass.MEETS, ["SUG-OVERRIDE-BARE"]),
        ("85", IndicatorClass.MEETS, []),
    ],
)
def test_a_class_set_against_the_figures_without_a_reason_is_a_doubt(value, override, warning):
    told = suggest(plan_of(result(1, target())), by_name(actual("1.1", value, override=override)), THRESHOLDS)
    assert [code for code in codes(told.warnings) if code != "SUG-NO-FEEDBACK"] == warning


def test_nothing_to_judge_gives_no_suggestion_but_says_so():
    told = suggest(plan_of(result(1, Target("narasi"))), by_name(actual("1.1")), THRESHOLDS)
    assert told.rating is None
    assert codes(told.reasons) == ["SUG-NOTHING"]
    assert "V-73" in codes(told.warnings)


def test_a_plan_without_results_gives_no_suggestion():
    assert suggest(plan_of(), {}, THRESHOLDS).rating is None


def test_missing_feedback_is_only_a_warning():
    plan = plan_of(result(1, target()))
    assert "SUG-NO-FEEDBACK" in codes(suggest(plan, by_name(actual("1.1", "85")), THRESHOLDS).warnings)
    assert not suggest(plan, by_name(actual("1.1", "85", feedback="Pimpinan: baik")), THRESHOLDS).warnings


@pytest.mark.parametrize(
    ("positive", "total", "rating", "question"),
    [
        (3, 4, SuggestedRating.ABOVE, False),
        (2, 4, SuggestedRating.MEETS, False),
        (1, 4, SuggestedRating.MEETS, True),
        (0, 0, SuggestedRating.ABOVE, False),
    ],
)
def test_feedback_can_hold_a_suggestion_back(positive, total, rating, question):
    told = suggest(
        plan_of(result(1, target())), by_name(actual("1.1", "95")), THRESHOLDS, FeedbackTally(positive, total)
    )
    assert told.rating is rating
    assert ("SUG-FEEDBACK-HOLDS" in codes(told.reasons)) == (rating is SuggestedRating.MEETS)
    assert ("SUG-FEEDBACK-QUESTION" in codes(told.warnings)) == question


def test_feedback_never_questions_or_lifts_a_low_suggestion():
    told = suggest(plan_of(result(1, target())), by_name(actual("1.1", "10")), THRESHOLDS, FeedbackTally(0, 4))
    assert told.rating is SuggestedRating.BELOW
    assert not told.warnings
    assert (
        suggest(plan_of(result(1, target())), by_name(actual("1.1", "10")), THRESHOLDS, FeedbackTally(4, 4)).rating
        is SuggestedRating.BELOW
    )


@pytest.mark.parametrize(
    ("values", "rating", "expected"),
    [
        (("95", "95", "70"), Rating.ABOVE, ["V-68"]),
        (("95", "85", "85"), Rating.ABOVE, ["V-69"]),
        (("95", "70", "70"), Rating.ABOVE, ["V-68", "V-69"]),
        (("95", "95", "85"), Rating.ABOVE, []),
        (("70", "70", "85"), Rating.MEETS, ["V-70"]),
        (("70", "85", "85"), Rating.MEETS, []),
        (("70", "70", "70"), Rating.BELOW, []),
        ((), Rating.ABOVE, []),
    ],
)
def test_a_rating_against_the_criteria_of_the_regulation_is_doubted(values, rating, expected):
    plan = plan_of(*(result(number, target()) for number in range(1, 4)))
    actuals = by_name(*(actual(f"{number}.1", value) for number, value in enumerate(values, start=1)))
    found = rating_warnings(rating, standing_of(plan, actuals, THRESHOLDS), THRESHOLDS)
    assert codes(found) == expected


def test_every_indicator_can_be_told_on_its_own():
    plan = plan_of(result(1, target(), Target("narasi")), result(2, target(direction=Direction.LESS)))
    told = indicator_lines(plan, by_name(actual("1.1", "85"), actual("2.1", "70")), THRESHOLDS)
    assert codes(told) == ["SUG-INDICATOR", "SUG-INDICATOR-UNKNOWN", "SUG-INDICATOR"]
    assert [line.facts["number"] for line in told] == ["1.1", "1.2", "2.1"]
    assert told[2].facts["rating"] == "RATING:ABOVE"
    assert told[0].facts["target"] == "80-90 %"


def test_a_target_with_one_end_is_a_single_value():
    assert measured_class(Target("90", low=Decimal(90)), Decimal(91)) is IndicatorClass.ABOVE
    assert measured_class(Target("90", high=Decimal(90)), Decimal(90)) is IndicatorClass.MEETS


@st.composite
def plans(draw):
    results, actuals = [], []
    for number in range(1, draw(st.integers(1, 7)) + 1):
        targets = []
        for place in range(1, draw(st.integers(1, 4)) + 1):
            low = draw(st.integers(0, 50))
            direction = draw(st.sampled_from(Direction))
            targets.append(target(str(low), str(low + draw(st.integers(0, 20))), direction))
            if draw(st.integers(0, 9)):
                actuals.append(actual(f"{number}.{place}", draw(st.integers(-10, 90))))
        results.append(result(number, *targets, kind=draw(st.sampled_from(ResultKind))))
    return plan_of(*results), by_name(*actuals)


@settings(max_examples=60)
@given(plans(), st.randoms(use_true_random=False))
def test_the_order_of_results_and_indicators_does_not_matter(case, random):
    plan, actuals = case
    shuffled = [
        replace(one, indicators=tuple(random.sample(one.indicators, len(one.indicators)))) for one in plan.results
    ]
    random.shuffle(shuffled)
    assert (
        suggest(replace(plan, results=tuple(shuffled)), actuals, THRESHOLDS).rating
        is suggest(plan, actuals, THRESHOLDS).rating
    )


@settings(max_examples=80)
@given(plans(), st.data())
def test_a_better_actual_never_lowers_the_suggestion(case, data):
    plan, actuals = case
    if not actuals:
        return
    name = data.draw(st.sampled_from(sorted(actuals)))
    directions = {indicator.indicator_id: indicator.target.direction for indicator in plan.indicators}
    gain = data.draw(st.integers(1, 60))
    better = actuals[name].value + (gain if directions[name] is Direction.MORE else -gain)
    before = suggest(plan, actuals, THRESHOLDS).rating
    after = suggest(plan, {**actuals, name: replace(actuals[name], value=better)}, THRESHOLDS).rating
    assert ORDER.index(after) >= ORDER.index(before)


@settings(max_examples=60)
@given(plans())
def test_the_lines_add_up(case):
    plan, actuals = case
    told = suggest(plan, actuals, THRESHOLDS)
    standing = standing_of(plan, actuals, THRESHOLDS)
    judged = [reason for reason in told.reasons if reason.code == "SUG-RESULT"]
    assert len(judged) == standing.results
    assert sum(int(reason.facts["indicators"]) for reason in judged) == standing.indicators - standing.unknown
    assert (told.rating is None) == (not judged)

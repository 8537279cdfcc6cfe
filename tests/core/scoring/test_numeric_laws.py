"""What must hold for all figures of the numeric years: bounded, rising, and a label for every score."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from meritdesk.core.old_years import (
    Cascading,
    LineKind,
    LineScope,
    OldCategory,
    OldEvaluation,
    OldLine,
    OldPart,
    OldScheme,
)
from meritdesk.core.plan import Aspect, Direction, JobClass
from meritdesk.core.scoring.numeric import achievement, indicator_score, result_category
from meritdesk.core.scoring.numeric_final import converted, old_result, year_outcome
from meritdesk.core.scoring.numeric_skp import efficiency_score, skp_of_2021, skp_of_pp46
from meritdesk.rulebook import Rulebook

BOOK = Rulebook()
FIRST, SECOND = BOOK.old_rules(date(2021, 6, 30)), BOOK.old_rules(date(2021, 12, 31))
PP46, PAN8, PP30 = FIRST.pp46, SECOND.pan8, SECOND.pp30
ORDER = list(OldCategory)


def figures(low, high):
    return st.decimals(low, high, places=2, allow_nan=False)


scores = figures(0, 120)
percents = st.integers(0, 400).map(Decimal)
targets = figures("0.01", 1000)
actuals = figures(0, 2000)
ranges = st.tuples(targets, targets).map(sorted)

lines_2021 = st.builds(
    lambda number, kind, target, actual, direction, highest, cascading, scope: OldLine(
        number,
        kind,
        low=target[0],
        high=target[1],
        actual=actual,
        direction=direction,
        is_highest_target=highest,
        cascading=cascading,
        scope=scope,
    ),
    st.integers(1, 4),
    st.sampled_from((LineKind.MAIN, LineKind.ADDITIONAL)),
    ranges,
    actuals,
    st.sampled_from(Direction),
    st.booleans(),
    st.sampled_from(Cascading),
    st.sampled_from(LineScope),
)


@given(percents, percents)
def test_more_achievement_never_scores_less_and_never_gets_a_worse_label(one, other):
    less, more = sorted((one, other))
    worse, lower = indicator_score(less, PAN8)
    better, higher = indicator_score(more, PAN8)
    assert lower <= higher
    assert ORDER.index(worse) >= ORDER.index(better)
    assert 0 <= lower <= higher <= 120


@given(percents)
def test_every_whole_percent_lies_in_exactly_one_band(percent):
    assert sum(band.holds(percent) for band in PAN8.bands) == 1


@given(actuals, actuals, ranges, st.sampled_from(Direction))
def test_achievement_follows_the_direction_and_is_never_below_zero(one, other, target, direction):
    low, high = target
    less, more = sorted((one, other))
    first, second = achievement(less, low, high, direction), achievement(more, low, high, direction)
    if direction is Direction.LESS:
        first, second = second, first
    assert 0 <= first <= second


@given(st.lists(st.sampled_from(OldCategory), min_size=1, max_size=4), st.randoms())
def test_the_label_of_a_result_does_not_depend_on_the_order_of_its_aspects(aspects, chance):
    mixed = list(aspects)
    chance.shuffle(mixed)
    assert result_category(mixed) is result_category(aspects)


@given(st.lists(st.sampled_from(OldCategory), min_size=1, max_size=4), st.integers(0, 3))
def test_a_better_aspect_never_makes_a_result_worse(aspects, place):
    place %= len(aspects)
    better = list(aspects)
    better[place] = ORDER[max(ORDER.index(better[place]) - 1, 0)]
    assert ORDER.index(result_category(better)) <= ORDER.index(result_category(aspects))


@given(scores, scores, st.booleans())
def test_every_score_has_a_label_that_never_gets_worse_with_more(one, other, idea):
    less, more = sorted((one, other))
    for final in (PP46.final, PP30.final):
        assert ORDER.index(final.category(less, idea)) >= ORDER.index(final.category(more, idea))


@given(scores, scores)
def test_the_conversion_rises_stays_on_its_scale_and_keeps_the_label(one, other):
    less, more = sorted((one, other))
    low, high = converted(less, PAN8.conversion), converted(more, PAN8.conversion)
    assert 0 <= low <= high <= 120
    old, new = PP46.final.category(less, True), PP30.final.category(PP30.final.rounded(low), True)
    assert old is new


@given(st.lists(lines_2021, min_size=1, max_size=8))
def test_the_skp_score_of_2021_stays_between_0_and_120(lines):
    for job_class in JobClass:
        found = skp_of_2021(lines, job_class, PAN8)
        assert 0 <= found.score <= 120
        assert found.additional_total <= PAN8.additional_cap


@given(st.lists(st.tuples(st.integers(1, 4), st.sampled_from(Aspect), targets, actuals), min_size=1, max_size=8))
def test_the_skp_score_of_pp_46_stays_between_0_and_its_highest(rows):
    lines = [OldLine(number, aspect=aspect, low=low, high=low, actual=actual) for number, aspect, low, actual in rows]
    assert 0 <= skp_of_pp46(lines, PP46).score <= PP46.final.highest_skp


@given(targets, actuals)
def test_time_and_cost_never_count_below_zero(target, actual):
    assert efficiency_score(target, actual, PP46.efficiency) >= 0


@given(scores, figures(0, 100), scores, figures(0, 100), st.booleans(), st.text(max_size=3))
def test_the_outcome_is_bounded_and_its_figures_have_two_decimals(skp, behaviour, skp2, behaviour2, peers, idea):
    first = OldEvaluation("a", "p", 2021, OldPart.FIRST_HALF, OldScheme.PP46, skp_score=skp, behaviour_score=behaviour)
    second = OldEvaluation(
        "b", "p", 2021, OldPart.SECOND_HALF, OldScheme.PAN8, skp_score=skp2, behaviour_score=behaviour2,
        asks_peers=peers, new_idea=idea,
    )  # fmt: skip
    results = {
        OldPart.FIRST_HALF: (first, old_result(first, FIRST)),
        OldPart.SECOND_HALF: (second, old_result(second, SECOND)),
    }
    year = year_outcome(2021, results, SECOND)
    for score in (*(result.score for _, result in results.values()), year.score):
        assert 0 <= score <= 120
        assert score == score.quantize(Decimal("0.01"))
    assert year.category is not OldCategory.VERY_GOOD or idea.strip()
    assert [pack.pack_id for pack in year.packs] == ["numeric-2021", "numeric-pp30-2019", "numeric-pp46-2011"]

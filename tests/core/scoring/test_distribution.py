"""Laws of the quadrant and of the curves."""

from datetime import date
from itertools import pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meritdesk.core.evaluation import OrgLevel, Predicate, Rating
from meritdesk.core.rules import LimitKind
from meritdesk.core.scoring.distribution import check_circular, check_pattern
from meritdesk.core.scoring.predicate import predicate, predicate_faults
from meritdesk.rulebook import Rulebook

RULES = Rulebook().in_force(date(2025, 12, 31))
BEST_LAST = [Rating.BELOW, Rating.MEETS, Rating.ABOVE]
WORST_LAST = list(Predicate)
counts = st.dictionaries(st.sampled_from(Predicate), st.integers(0, 40))


def test_the_quadrant_answers_every_pair_and_a_better_behaviour_never_lowers_the_label():
    for result, (worse, better) in product(BEST_LAST, pairwise(BEST_LAST)):
        low, _ = predicate(result, worse, RULES.predicate_matrix)
        high, _ = predicate(result, better, RULES.predicate_matrix)
        assert WORST_LAST.index(high) <= WORST_LAST.index(low)


@pytest.mark.parametrize(("result", "behaviour"), list(product(Rating, Rating)))
def test_exactly_one_predicate_stands_for_each_pair(result, behaviour):
    standing = [label for label in Predicate if not predicate_faults(label, result, behaviour, RULES.predicate_matrix)]
    assert standing == [predicate(result, behaviour, RULES.predicate_matrix)[0]]


@settings(max_examples=60)
@given(st.sampled_from(OrgLevel), counts)
def test_the_curve_warns_exactly_when_another_label_is_more_frequent(level, spread):
    dominant = RULES.pattern.curves[level].dominant
    is_beaten = any(number > spread.get(dominant, 0) for number in spread.values())
    assert bool(check_pattern(level, spread, RULES.pattern)) == is_beaten


@settings(max_examples=60)
@given(st.sampled_from(OrgLevel), counts)
def test_no_percentage_is_asked_of_a_small_group_or_before_the_circular(level, spread):
    assert check_circular(level, spread, None) == ()
    if sum(spread.values()) < RULES.circular.smallest_group:
        assert check_circular(level, spread, RULES.circular) == ()


@settings(max_examples=100)
@given(st.sampled_from(OrgLevel), counts)
def test_a_limit_is_broken_exactly_when_the_share_is(level, spread):
    total = sum(spread.values())
    if total < 5:
        return
    broken = 0
    for limit in RULES.circular.limits[level]:
        count = sum(spread.get(label, 0) for label in limit.predicates)
        if limit.kind is LimitKind.SOME:
            broken += count == 0
        elif limit.kind is LimitKind.MIN:
            broken += count < limit.share * total
        else:
            broken += count > limit.share * total
    assert len(check_circular(level, spread, RULES.circular)) == broken


def test_a_warning_says_how_many_are_allowed():
    (warning,) = check_circular(OrgLevel.GOOD, {Predicate.GOOD: 15, Predicate.POOR: 5}, RULES.circular)
    assert warning.facts == {
        "level": "LEVEL:GOOD",
        "predicates": "PREDICATE:GOOD",
        "percent": "70",
        "allowed": "14",
        "count": "15",
        "total": "20",
    }

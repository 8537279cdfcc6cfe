"""The formula of the Employee of the Month: what counts, what vetoes, and that no order of people matters."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from meritdesk.core.evaluation import Predicate, Rating
from meritdesk.core.periods import parse_period
from meritdesk.core.recognition import RecognitionState
from meritdesk.core.recognition_rules import RecognitionRules
from meritdesk.core.rules import PackKind
from meritdesk.core.scoring.recognition import RecognitionFacts, gains, rank, score, suggested
from meritdesk.core.timekeeping import MonthOfTime, NegativeKind
from meritdesk.rulebook import Rulebook

MARCH = parse_period("2025-03")
RULES = Rulebook().pack(PackKind.RECOGNITION, MARCH.last_day).body
assert isinstance(RULES, RecognitionRules)


def month(**more):
    told = {"due": 20, "present": 20, "has_attendance": True, "has_activity": True, "norm_minutes": 6000,
            "validated_minutes": 6000}  # fmt: skip
    return MonthOfTime("p", 2025, 3, **{**told, **more})


BEST = RecognitionFacts("p", Predicate.VERY_GOOD, MARCH, Rating.ABOVE, month(), Decimal(5), "Antrean daring")


def test_who_has_everything_has_a_hundred_and_a_line_for_each_figure():
    found = score(BEST, RULES)
    assert found.total == 100
    assert [line.points for line in found.lines] == [50, 20, 15, 10, 5]
    assert not found.vetoes


def test_late_mornings_and_missing_minutes_cost_what_the_pack_says():
    found = score(replace(BEST, time=month(late={"TL1": 3}, validated_minutes=3000)), RULES)
    assert [line.points for line in found.lines] == [50, 17, Decimal("7.5"), 10, 5]


def test_an_optional_figure_that_is_not_known_shares_its_weight_out():
    found = score(replace(BEST, behaviour=None, time=month(has_activity=False)), RULES)
    assert found.total == 100
    assert [reason.code for reason in found.left_out] == ["REC-LEFT-OUT", "REC-LEFT-OUT"]
    assert sum(line.weight for line in found.lines).quantize(Decimal("0.01")) == 100


def test_nobody_is_ranked_without_predicate_or_attendance():
    found = score(replace(BEST, predicate=None, time=None), RULES)
    assert found.total is None
    assert len(found.missing) == 2
    assert rank([found], RULES)[0].state is RecognitionState.INCOMPLETE


def test_every_veto_has_its_reason():
    facts = replace(
        BEST,
        predicate=Predicate.POOR,
        time=month(present=5, absent_days=(date(2025, 3, 3),), negative={NegativeKind.NOT_VALIDATED: 1}),
        has_sanction=True,
        habits=1,
        chosen_in=parse_period("2025-01"),
        rested=2,
    )
    codes = {reason.code.removeprefix("REC-VETO-") for reason in score(facts, RULES).vetoes}
    assert codes == {"SANCTION", "ABSENT", "PRESENCE", "PREDICATE", "NEGATIVE", "HABIT", "RECENT"}
    assert rank([score(facts, RULES)], RULES)[0].state is RecognitionState.VETOED
    assert not score(
        replace(facts, rested=4, has_sanction=False, habits=0, time=month(), predicate=Predicate.GOOD), RULES
    ).vetoes


def test_official_travel_is_presence():
    assert not score(replace(BEST, time=month(present=2, excused={"DL": 18})), RULES).vetoes
    assert score(replace(BEST, time=month(present=2, excused={"C": 18})), RULES).vetoes


def test_equals_share_the_first_place_and_nobody_is_suggested():
    scores = [score(replace(BEST, person_id=name), RULES) for name in "ab"]
    placed = rank(scores, RULES)
    assert [(one.place, one.is_tied) for one in placed] == [(1, True), (1, True)]
    assert suggested(placed) == ""
    assert suggested(rank(scores[:1], RULES)) == "a"


def test_an_equal_total_is_told_apart_by_the_first_figure_of_the_pack():
    # 90 + 10 against 100: the same total, but the better predicate goes first.
    lower = replace(BEST, person_id="a", predicate=Predicate.GOOD, innovation=Decimal(5))
    equal = replace(BEST, person_id="b", time=month(late={"TL1": 10}))
    one, other = score(lower, RULES), score(equal, RULES)
    assert one.total == other.total == 90
    assert [placed.score.person_id for placed in rank([one, other], RULES)] == ["b", "a"]


def test_the_most_improved_are_listed_and_the_others_told_why_not():
    before = [score(replace(BEST, person_id=name, time=month(late={"TL1": late})), RULES) for name, late in
              (("a", 10), ("b", 0), ("c", 10), ("d", 4))]  # fmt: skip
    now = [score(replace(BEST, person_id=name), RULES) for name in "abe"]
    now += [score(replace(BEST, person_id="c", has_sanction=True), RULES)]
    now += [score(replace(BEST, person_id="d", time=None), RULES)]
    found = {one.person_id: one for one in gains(before, now, RULES)}
    assert (found["a"].place, found["a"].gain) == (1, 10)
    told = {name: one.reason.code for name, one in found.items() if not one.place}
    assert told == {"b": "REC-TOO-LITTLE", "c": "REC-VETO-SANCTION", "d": "REC-NOT-NOW", "e": "REC-NOT-BEFORE"}


people = st.lists(
    st.builds(
        lambda predicate, late, innovation, sanction: replace(
            BEST, predicate=predicate, time=month(late={"TL1": late}), innovation=Decimal(innovation),
            has_sanction=sanction,
        ),
        st.sampled_from([Predicate.VERY_GOOD, Predicate.GOOD]), st.integers(0, 2), st.integers(0, 2), st.booleans(),
    ),
    max_size=8,
)  # fmt: skip


@given(people, st.randoms(use_true_random=False))
def test_the_order_in_which_people_are_read_never_matters(facts, chance):
    scores = [score(replace(one, person_id=f"p{number}"), RULES) for number, one in enumerate(facts)]
    mixed = list(scores)
    chance.shuffle(mixed)
    assert rank(mixed, RULES) == rank(scores, RULES)
    assert gains(mixed, scores, RULES) == gains(scores, mixed, RULES)


def values(placed):
    return [line.value for line in placed.score.lines]


@given(people)
def test_equals_share_a_place_and_nobody_better_stands_below(facts):
    placed = rank([score(replace(one, person_id=f"p{number}"), RULES) for number, one in enumerate(facts)], RULES)
    ranked = [one for one in placed if one.place]
    assert [one.score.total for one in ranked] == sorted((one.score.total for one in ranked), reverse=True)
    for one in ranked:
        same = [
            other
            for other in ranked
            if [line.value for line in other.score.lines] == [line.value for line in one.score.lines]
        ]
        assert {other.place for other in same} == {one.place}
        assert one.is_tied == (len(same) > 1)
        assert one.place == 1 + sum(other.place < one.place for other in ranked)
    assert all(not one.place for one in placed if one.score.vetoes)

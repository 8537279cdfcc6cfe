"""The check of people against their unit names whom to speak of and forbids nothing."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from meritdesk.core.evaluation import OrgLevel, Predicate, Rating, SuggestedRating
from meritdesk.core.scoring.predicate import predicate
from meritdesk.core.scoring.unit_check import Judged, Standout, check_unit
from meritdesk.rulebook import Rulebook

RULES = Rulebook().in_force(date(2025, 12, 31))


def judged(name, result, behaviour, suggested=None, reason=""):
    label = predicate(result, behaviour, RULES.predicate_matrix)[0]
    return Judged(name, name, label, result, behaviour, suggested, reason)


def test_a_label_two_steps_from_the_units_level_is_named():
    people = [judged("ani", Rating.MEETS, Rating.BELOW), judged("budi", Rating.MEETS, Rating.MEETS)]
    found = check_unit(OrgLevel.GOOD, people, RULES)
    assert [(one.name, one.standout) for one in found.outliers] == [("ani", Standout.FAR_BELOW_UNIT)]
    assert found.outliers[0].line.facts["steps"] == "2"
    assert found.counts == {Predicate.POOR: 1, Predicate.GOOD: 1}


def test_a_very_good_person_in_a_poor_unit_is_named():
    found = check_unit(OrgLevel.POOR, [judged("ani", Rating.ABOVE, Rating.ABOVE)], RULES)
    assert [one.standout for one in found.outliers] == [Standout.FAR_ABOVE_UNIT]


def test_a_rating_unlike_the_suggestion_is_named_without_a_reason_and_when_opposite():
    people = [
        judged("ani", Rating.ABOVE, Rating.MEETS, SuggestedRating.MEETS),
        judged("budi", Rating.ABOVE, Rating.MEETS, SuggestedRating.MEETS, "Menangani wabah"),
        judged("citra", Rating.ABOVE, Rating.MEETS, SuggestedRating.BELOW, "Menangani wabah"),
    ]
    found = check_unit(OrgLevel.GOOD, people, RULES)
    assert {one.name: one.standout for one in found.outliers} == {
        "ani": Standout.UNEXPLAINED,
        "citra": Standout.AGAINST_FIGURES,
    }
    assert [one.line.code for one in found.outliers if one.name == "ani"] == ["V-71"]


def test_everybody_alike_is_worth_a_question_from_five_people_on():
    same = [judged(str(place), Rating.MEETS, Rating.MEETS) for place in range(5)]
    assert [line.code for line in check_unit(OrgLevel.GOOD, same[:4], RULES).lines] == []
    assert "CHK-ALL-ALIKE" in [line.code for line in check_unit(OrgLevel.GOOD, same, RULES).lines]
    mixed = [*same[:4], judged("x", Rating.ABOVE, Rating.MEETS)]
    assert "CHK-ALL-ALIKE" not in [line.code for line in check_unit(OrgLevel.GOOD, mixed, RULES).lines]


def test_without_a_level_only_the_figures_speak():
    people = [judged("ani", Rating.BELOW, Rating.BELOW, SuggestedRating.MEETS)]
    found = check_unit(None, people, RULES)
    assert [one.standout for one in found.outliers] == [Standout.UNEXPLAINED]
    assert found.lines == ()


@settings(max_examples=60)
@given(
    st.sampled_from(OrgLevel),
    st.lists(st.tuples(st.sampled_from(Rating), st.sampled_from(Rating)), max_size=8),
)
def test_whoever_carries_the_label_of_the_unit_never_stands_out_against_it(level, pairs):
    people = [judged(str(place), *pair) for place, pair in enumerate(pairs)]
    dominant = RULES.pattern.curves[level].dominant
    alike = {one.name for one in people if one.predicate is dominant}
    against_unit = {Standout.FAR_ABOVE_UNIT, Standout.FAR_BELOW_UNIT}
    found = check_unit(level, people, RULES)
    assert not alike & {one.name for one in found.outliers if one.standout in against_unit}
    assert sum(found.counts.values()) == len(people)


def test_a_person_without_a_predicate_is_not_counted():
    found = check_unit(OrgLevel.GOOD, [Judged("ani", "Ani", None, Rating.MEETS)], RULES)
    assert (found.counts, found.outliers) == ({}, ())

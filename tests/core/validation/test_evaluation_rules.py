"""The rules on evaluations: each one fires where the law asks and stays silent where it does not."""

from dataclasses import replace
from datetime import date

import pytest

from meritdesk.core.agency_settings import AgencySettings, PeriodicCycle
from meritdesk.core.circumstances import Circumstances, DropOut
from meritdesk.core.evaluation import (
    Evaluation,
    OrganisationLevel,
    OrgLevel,
    Predicate,
    Rating,
    SuggestedRating,
    Suggestion,
)
from meritdesk.core.evaluation_calendar import (
    WindowState,
    periods_of_year,
    window_of,
    window_state,
)
from meritdesk.core.history import EvaluationWindow
from meritdesk.core.periods import parse_period
from meritdesk.core.plan import BehaviourValue
from meritdesk.core.scoring.suggestion import Standing
from meritdesk.core.validation.evaluation_rules import (
    cycle_hints,
    day_hints,
    level_hints,
    predicate_hints,
    rating_hints,
    spread_hints,
    verdict_hints,
)
from meritdesk.rulebook import Rulebook

YEAR, QUARTER, MONTH = (parse_period(code) for code in ("2025", "2025-TW3", "2025-02"))
RULES = Rulebook().in_force(YEAR.last_day)
UNSET = AgencySettings()
QUARTERLY = AgencySettings(periodic_cycle=PeriodicCycle.QUARTERLY)
RATED = Evaluation("e", "p", YEAR, Rating.MEETS, Rating.MEETS)
USUAL = Standing(results=4, above=0, below=0, mains=3, mains_below=0, indicators=6, unknown=0)
LEVEL = OrganisationLevel("unit", YEAR, OrgLevel.GOOD, "LKJiP", date(2026, 1, 31))


def codes(hints):
    return [hint.code for hint in hints]


@pytest.mark.rule("V-49", "fires")
@pytest.mark.parametrize(("period", "settings"), [(QUARTER, UNSET), (MONTH, UNSET), (MONTH, QUARTERLY)])
def test_a_period_outside_the_agencys_cycle_asks_for_the_setting(period, settings):
    assert codes(cycle_hints(period, settings)) == ["V-49"]


@pytest.mark.rule("V-49", "silent")
@pytest.mark.parametrize(("period", "settings"), [(YEAR, UNSET), (QUARTER, QUARTERLY)])
def test_the_year_needs_no_cycle_and_a_set_cycle_is_enough(period, settings):
    assert cycle_hints(period, settings) == ()


@pytest.mark.rule("V-59", "fires")
def test_ratings_wait_for_the_level():
    assert codes(level_hints(None, YEAR, "unit", "Bidang Pelayanan")) == ["V-59"]


@pytest.mark.rule("V-59", "silent")
@pytest.mark.rule("V-60", "silent")
@pytest.mark.rule("V-62", "silent")
def test_the_level_of_the_raters_unit_in_time_is_right():
    assert level_hints(LEVEL, YEAR, "unit") == ()
    last_years = replace(LEVEL, period=parse_period("2024"), published_on=date(2026, 3, 1))
    assert level_hints(last_years, YEAR, "unit") == ()


@pytest.mark.rule("V-60", "fires")
def test_the_level_of_another_unit_is_not_used():
    assert codes(level_hints(LEVEL, YEAR, "another unit")) == ["V-60"]


@pytest.mark.rule("V-62", "fires")
def test_an_annual_level_published_in_february_is_too_late():
    late = replace(LEVEL, published_on=date(2026, 2, 1))
    assert codes(level_hints(late, YEAR, "unit")) == ["V-62"]


@pytest.mark.rule("V-64", "fires")
@pytest.mark.rule("V-65", "fires")
def test_missing_ratings_are_named_one_by_one():
    assert codes(rating_hints(None)) == ["V-64", "V-65"]
    assert codes(rating_hints(replace(RATED, result_rating=None))) == ["V-64"]
    assert codes(rating_hints(replace(RATED, behaviour_rating=None))) == ["V-65"]


@pytest.mark.rule("V-64", "silent")
@pytest.mark.rule("V-65", "silent")
def test_two_ratings_are_complete():
    assert rating_hints(RATED) == ()


@pytest.mark.rule("V-66", "fires")
def test_the_predicate_of_the_third_public_example_does_not_follow_the_quadrant():
    kasubdit = replace(RATED, behaviour_rating=Rating.BELOW)
    hints = predicate_hints(kasubdit, Predicate.NEEDS_IMPROVEMENT, RULES)
    assert codes(hints) == ["V-66"]
    assert hints[0].facts["due"] == "PREDICATE:POOR"


@pytest.mark.rule("V-66", "silent")
def test_the_predicate_of_the_quadrant_stands_and_without_ratings_nothing_is_claimed():
    assert predicate_hints(RATED, Predicate.GOOD, RULES) == ()
    assert predicate_hints(replace(RATED, result_rating=None), Predicate.GOOD, RULES) == ()


@pytest.mark.rule("V-67", "fires")
def test_a_drop_out_is_never_better_than_kurang():
    gone = replace(RATED, circumstances=Circumstances(drop_out=DropOut(date(2025, 8, 1), "Surat")))
    assert codes(predicate_hints(gone, Predicate.GOOD, RULES)) == ["V-67"]


@pytest.mark.rule("V-67", "silent")
def test_kurang_or_sangat_kurang_stands_after_a_drop_out():
    gone = replace(RATED, circumstances=Circumstances(drop_out=DropOut(date(2025, 8, 1), "Surat")))
    assert predicate_hints(gone, Predicate.POOR, RULES) == ()
    assert predicate_hints(gone, Predicate.VERY_POOR, RULES) == ()


def doubts(result, standing, suggested=None, **more):
    rated = replace(RATED, result_rating=result, **more)
    return codes(verdict_hints(rated, Suggestion(suggested), standing, RULES))


@pytest.mark.rule("V-68", "fires")
def test_above_with_a_main_result_below_is_doubted():
    assert "V-68" in doubts(Rating.ABOVE, replace(USUAL, above=3, below=1, mains_below=1))


@pytest.mark.rule("V-68", "silent")
@pytest.mark.rule("V-69", "silent")
def test_above_with_most_results_above_and_no_main_below_is_not_doubted():
    assert doubts(Rating.ABOVE, replace(USUAL, above=3)) == []


@pytest.mark.rule("V-69", "fires")
def test_above_with_half_the_results_above_is_doubted():
    assert doubts(Rating.ABOVE, replace(USUAL, above=2)) == ["V-69"]


@pytest.mark.rule("V-70", "fires")
def test_meets_with_most_results_below_is_doubted():
    assert doubts(Rating.MEETS, replace(USUAL, below=3)) == ["V-70"]


@pytest.mark.rule("V-70", "silent")
def test_meets_with_half_the_results_below_is_not_doubted():
    assert doubts(Rating.MEETS, replace(USUAL, below=2)) == []


@pytest.mark.rule("V-71", "fires")
def test_a_rating_unlike_the_suggestion_asks_for_a_reason():
    assert doubts(Rating.MEETS, USUAL, SuggestedRating.ABOVE) == ["V-71"]


@pytest.mark.rule("V-71", "silent")
def test_a_reason_or_the_suggested_rating_asks_for_none():
    assert doubts(Rating.MEETS, USUAL, SuggestedRating.ABOVE, reason="Hasil tidak dipakai warga") == []
    assert doubts(Rating.MEETS, USUAL, SuggestedRating.MEETS) == []
    assert doubts(Rating.MEETS, USUAL, None) == []


@pytest.mark.rule("V-74", "fires")
@pytest.mark.parametrize(
    "feedback", [{}, {BehaviourValue.LOYAL: "Pimpinan: arahan selalu ditindaklanjuti tepat waktu"}]
)
def test_behaviour_above_without_others_and_without_a_guardian_note_is_asked(feedback):
    assert "V-74" in doubts(Rating.MEETS, USUAL, behaviour_rating=Rating.ABOVE, feedback=feedback)


@pytest.mark.rule("V-74", "silent")
@pytest.mark.parametrize(
    "said",
    [
        {"feedback": {BehaviourValue.HARMONIOUS: "Pimpinan: baik. Pegawai di bawahnya (nama): selalu adil"}},
        {"note": "Menjadi panutan nilai dasar di unitnya"},
        {"behaviour_rating": Rating.MEETS},
    ],
    ids=["colleague", "note", "not above"],
)
def test_a_colleagues_word_or_a_note_on_the_guardian_role_is_enough(said):
    assert doubts(Rating.MEETS, USUAL, **{"behaviour_rating": Rating.ABOVE, **said}) == []


@pytest.mark.rule("V-75", "fires")
def test_more_very_good_than_good_people_in_a_good_unit_is_spoken_of():
    assert "V-75" in codes(spread_hints(OrgLevel.GOOD, {Predicate.GOOD: 5, Predicate.VERY_GOOD: 9}, RULES))


@pytest.mark.rule("V-75", "silent")
@pytest.mark.rule("V-76", "silent")
def test_a_spread_like_the_curve_and_the_circular_is_silent():
    spread = {Predicate.VERY_GOOD: 3, Predicate.GOOD: 14, Predicate.NEEDS_IMPROVEMENT: 3}
    assert spread_hints(OrgLevel.GOOD, spread, RULES) == ()
    assert spread_hints(None, {Predicate.POOR: 9}, RULES) == ()


@pytest.mark.rule("V-76", "fires")
def test_more_good_people_than_the_circular_allows_is_spoken_of():
    spread = {Predicate.VERY_GOOD: 3, Predicate.GOOD: 15, Predicate.NEEDS_IMPROVEMENT: 2}
    assert codes(spread_hints(OrgLevel.GOOD, spread, RULES)) == ["V-76-MAX"]


@pytest.mark.rule("V-82", "fires")
@pytest.mark.parametrize("day", [date(2025, 12, 20), date(2026, 2, 1)])
def test_an_annual_evaluation_too_early_or_too_late_is_noted(day):
    assert codes(day_hints(YEAR, day, UNSET)) == ["V-82"]


@pytest.mark.rule("V-82", "silent")
@pytest.mark.parametrize("day", [date(2025, 12, 21), date(2025, 12, 31), date(2026, 1, 31)])
def test_from_the_end_of_december_to_the_end_of_january_is_in_time(day):
    assert day_hints(YEAR, day, UNSET) == ()
    assert day_hints(QUARTER, day, QUARTERLY) == ()


def test_the_25th_of_september_counts_for_the_third_quarter():
    window = window_of(QUARTER, QUARTERLY)
    assert window == EvaluationWindow(date(2025, 9, 20), date(2025, 10, 10))
    assert window_state(window, date(2025, 9, 25)) is WindowState.OPEN
    assert window_state(window, date(2025, 8, 25)) is WindowState.COMING
    assert window_state(window, date(2025, 10, 11)) is WindowState.OVER


def test_the_periods_of_a_year_follow_the_cycle_and_end_with_the_year():
    assert [one.code for one in periods_of_year(2025, QUARTERLY)] == [
        "2025-TW1", "2025-TW2", "2025-TW3", "2025-TW4", "2025",
    ]  # fmt: skip
    assert len(periods_of_year(2025, AgencySettings(periodic_cycle=PeriodicCycle.MONTHLY))) == 13
    assert [one.code for one in periods_of_year(2025, UNSET)] == ["2025"]

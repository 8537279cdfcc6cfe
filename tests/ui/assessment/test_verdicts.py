"""What keys and pasted blocks mean, without a window."""

from __future__ import annotations

from dataclasses import replace

import pytest

from meritdesk.core.evaluation import EvaluationState, Rating, SuggestedRating
from meritdesk.core.lines import RatingLine
from meritdesk.core.plan import PlanState
from meritdesk.core.rating_words import read_rating
from meritdesk.ui.assessment.verdicts import asks_reason


def a_line(number: int, **values: object) -> RatingLine:
    line = RatingLine(
        person_id=f"p{number}", nip="", name=f"Orang {number}", position="", unit_id="u", unit_name="Unit",
        rater_id="r", rater_name="", led_unit_id="u", problem="", plan_state=PlanState.FIXED, indicators=3, actuals=3,
        result_rating=None, behaviour_rating=None, suggested=None, predicate=None, reason="", note="",
        state=EvaluationState.OPEN, version=1,
    )  # fmt: skip
    return replace(line, **values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "rating"),
    [
        ("A", Rating.ABOVE),
        (" s ", Rating.MEETS),
        ("b", Rating.BELOW),
        ("Di Atas Ekspektasi", Rating.ABOVE),
        ("dibawah  ekspektasi", Rating.BELOW),
        ("Sesuai", Rating.MEETS),
        ("Meets expectation", Rating.MEETS),
        ("", None),
        ("-", None),
    ],
)
def test_ratings_are_read_as_clerks_write_them(text: str, rating: Rating | None) -> None:
    assert read_rating(text) is rating


@pytest.mark.parametrize("text", ["90", "baik", "C", "as", "di samping"])
def test_what_is_no_rating_is_not_guessed(text: str) -> None:
    with pytest.raises(KeyError):
        read_rating(text)


def test_a_rating_that_differs_from_the_suggestion_asks_for_a_reason() -> None:
    line = a_line(0, suggested=SuggestedRating.MEETS, result_rating=Rating.ABOVE)
    assert asks_reason(line)
    assert not asks_reason(replace(line, reason="Menggantikan dua rekan selama setahun"))
    assert not asks_reason(replace(line, result_rating=Rating.MEETS))

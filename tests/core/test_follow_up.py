"""From which day guidance follows from an appraisal, and how far it is."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meritdesk.core.evaluation import Evaluation, Predicate
from meritdesk.core.follow_up import FollowUpRules, GuidanceState, follows_since, guidance_since, guidance_state
from meritdesk.core.guidance import (
    Coaching,
    CompetencyEvaluation,
    GuidanceFeedback,
    GuidanceKind,
    GuidanceRecord,
    Mentoring,
    Training,
)
from meritdesk.core.periods import parse_period

RULES = FollowUpRules(
    frozenset({Predicate.POOR}),
    frozenset({GuidanceKind.COACHING, GuidanceKind.MENTORING, GuidanceKind.TRAINING}),
    "Pasal 20-21",
)
BODIES = [Coaching(), Mentoring(), Training("x"), GuidanceFeedback(), CompetencyEvaluation()]
DAY = date(2026, 1, 5)


def record(body: object, on: date = DAY) -> GuidanceRecord:
    return GuidanceRecord(f"{type(body).__name__}{on}", "p", on, body)  # type: ignore[arg-type]


records = st.lists(
    st.builds(record, st.sampled_from(BODIES), st.dates(date(2025, 12, 1), date(2026, 3, 1))), max_size=6
)


@pytest.mark.parametrize(
    ("period", "closed_on", "since"),
    [
        ("2025", None, date(2026, 1, 1)),
        ("2025", date(2026, 1, 20), date(2026, 1, 1)),
        ("2025", date(2025, 12, 22), date(2025, 12, 22)),
        ("2025-TW1", date(2025, 4, 8), date(2025, 4, 1)),
    ],
)
def test_guidance_follows_from_the_end_of_the_period_or_an_earlier_closing(period, closed_on, since) -> None:
    assert follows_since(Evaluation("e", "p", parse_period(period), closed_on=closed_on)) == since


def test_feedback_alone_and_an_evaluation_before_any_guidance_are_no_guidance() -> None:
    assert guidance_state([], RULES) is GuidanceState.MISSING
    assert guidance_state([record(GuidanceFeedback())], RULES) is GuidanceState.MISSING
    assert guidance_state([record(CompetencyEvaluation())], RULES) is GuidanceState.MISSING
    early = record(CompetencyEvaluation(), DAY - timedelta(days=1))
    assert guidance_state([early, record(Training("x"))], RULES) is GuidanceState.GUIDED
    assert guidance_state([record(Mentoring()), record(CompetencyEvaluation())], RULES) is GuidanceState.EVALUATED


@given(records, st.sampled_from(BODIES[:3]))
def test_one_more_guidance_never_leaves_somebody_without(found, body) -> None:
    assert guidance_state([*found, record(body)], RULES) is not GuidanceState.MISSING


@given(records, st.dates(date(2025, 12, 1), date(2026, 3, 1)))
def test_what_was_before_the_day_never_counts_and_the_rest_stands_in_order(found, since) -> None:
    kept = guidance_since(found, since)
    assert all(one.held_on >= since for one in kept)
    assert len(kept) == sum(one.held_on >= since for one in found)
    assert list(kept) == sorted(kept, key=lambda one: one.held_on)

"""Feedback on results is counted for the suggestion; feedback on behaviour and of other periods is not."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from meritdesk.core.feedback import (
    FeedbackEntry,
    FeedbackGiver,
    FeedbackMark,
    entries_in,
    feedback_tallies,
    feedback_tally,
)
from meritdesk.core.periods import parse_period
from meritdesk.core.plan import BehaviourValue
from meritdesk.core.scoring.suggestion import FeedbackTally

POSITIVE, NEUTRAL, NEGATIVE = FeedbackMark


def entry(mark: FeedbackMark, day: date = date(2025, 11, 3), result: str = "r1", person: str = "p1") -> FeedbackEntry:
    behaviour = None if result else BehaviourValue.SERVICE
    number = f"{mark}{day}{result}{person}"
    return FeedbackEntry(
        number, person, day, FeedbackGiver.LEADER, "Endang", "Bagus", mark, result_id=result, behaviour=behaviour
    )


def test_a_neutral_item_counts_as_given_and_not_positive() -> None:
    assert feedback_tally([entry(POSITIVE), entry(NEUTRAL), entry(NEGATIVE)]) == FeedbackTally(1, 3)


def test_behaviour_is_left_out() -> None:
    assert feedback_tally([entry(POSITIVE, result=""), entry(NEGATIVE)]) == FeedbackTally(0, 1)


def test_only_the_days_of_the_period_count_both_ends_included() -> None:
    quarter = parse_period("2025-TW4")
    days = (date(2025, 9, 30), date(2025, 10, 1), date(2025, 12, 31), date(2026, 1, 1))
    entries = [entry(POSITIVE, day) for day in days]
    assert [one.given_on for one in entries_in(entries, quarter)] == [date(2025, 10, 1), date(2025, 12, 31)]
    assert feedback_tally(entries, quarter) == FeedbackTally(2, 2)
    assert feedback_tally(entries, parse_period("2025")) == FeedbackTally(3, 3)


def test_each_person_has_his_own_tally() -> None:
    found = feedback_tallies([entry(POSITIVE), entry(NEGATIVE, person="p2")], parse_period("2025"))
    assert found == {"p1": FeedbackTally(1, 1), "p2": FeedbackTally(0, 1)}


MARKS = st.lists(st.sampled_from(list(FeedbackMark)), max_size=20)


@given(MARKS, MARKS)
def test_a_tally_never_has_more_positive_items_than_items_and_does_not_depend_on_the_order(
    marks: list[FeedbackMark], more: list[FeedbackMark]
) -> None:
    entries = [entry(mark) for mark in marks]
    tally = feedback_tally(entries)
    assert 0 <= tally.positive <= tally.total == len(marks)
    assert feedback_tally(reversed(entries)) == tally
    both = feedback_tally([*entries, *(entry(mark) for mark in more)])
    assert both.positive == tally.positive + feedback_tally([entry(mark) for mark in more]).positive

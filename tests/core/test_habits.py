"""Habits: what a month shows, who is to be talked to next, and how often it came again."""

from dataclasses import replace
from datetime import date

from meritdesk.core.habits import (
    Habit,
    HabitFigure,
    HabitOutcome,
    HabitRules,
    HabitSource,
    HabitState,
    figure_of,
    found_in,
    habit_state,
    repeats,
)
from meritdesk.core.rules import PackKind
from meritdesk.core.timekeeping import MonthOfTime, NegativeKind
from meritdesk.rulebook import Rulebook

RULES = Rulebook().pack(PackKind.HABITS, date(2025, 12, 31)).body
assert isinstance(RULES, HabitRules)
SEEN = Habit("b", "p", "LATE", date(2025, 6, 30), 5, HabitSource.FOUND, "", "Kepala", due_on=date(2025, 7, 7))


def test_a_month_shows_what_its_figures_say_and_nothing_of_presence_without_attendance():
    month = MonthOfTime(
        "p", 2025, 6, due=20, present=18, late={"TL1": 3, "TL4": 1}, early={"PSW1": 1}, unmarked=4,
        absent_days=(date(2025, 6, 2),), has_attendance=True, has_activity=True, norm_minutes=6000,
        validated_minutes=1000, open_minutes=1000, negative={NegativeKind.NOT_VALIDATED: 1},
    )  # fmt: skip
    assert {figure: figure_of(month, figure) for figure in HabitFigure} == {
        HabitFigure.LATE: 4, HabitFigure.EARLY: 1, HabitFigure.UNMARKED: 4, HabitFigure.ABSENT: 1,
        HabitFigure.NOT_VALIDATED: 1, HabitFigure.MISSING_PERCENT: 66,
    }  # fmt: skip
    found = [rule.code for rule, _ in found_in(month, RULES)]
    assert found == ["LATE", "UNMARKED", "ABSENT", "LOG_MISSING", "NOT_VALIDATED"]
    nothing = replace(month, has_attendance=False, has_activity=False, negative={})
    assert found_in(nothing, RULES) == ()


def test_what_is_to_be_done_next_follows_from_talk_due_day_and_outcome():
    assert habit_state(SEEN, date(2025, 7, 7)) is HabitState.TO_TALK
    assert habit_state(SEEN, date(2025, 7, 8)) is HabitState.TALK_LATE
    talked = replace(SEEN, talk_on=date(2025, 7, 3), due_on=date(2025, 8, 2))
    assert habit_state(talked, date(2025, 8, 2)) is HabitState.WATCHED
    assert habit_state(talked, date(2025, 8, 3)) is HabitState.DUE
    assert habit_state(replace(talked, outcome=HabitOutcome.UNCHANGED), date(2026, 1, 1)) is HabitState.CLOSED


def test_a_repeat_is_counted_within_the_months_of_the_pack_and_never_what_proved_unfounded():
    others = [
        replace(SEEN, habit_id="a", seen_on=date(2025, 3, 31)),
        replace(SEEN, habit_id="c", seen_on=date(2024, 6, 30)),  # a year ago to the day: too long
        replace(SEEN, habit_id="d", seen_on=date(2025, 4, 30), outcome=HabitOutcome.UNFOUNDED),
        replace(SEEN, habit_id="e", seen_on=date(2025, 4, 30), kind="EARLY"),
        replace(SEEN, habit_id="f", seen_on=date(2025, 7, 31)),
        SEEN,
    ]
    assert repeats(SEEN, others, RULES) == 2
    assert repeats(SEEN, reversed(others), RULES) == 2
    assert repeats(SEEN, [], RULES) == 1

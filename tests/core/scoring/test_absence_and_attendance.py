"""The steps of unexcused absence and the judgement of a day, from tables that a lawyer can read, and their laws."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meritdesk.core.attendance import DayMarks
from meritdesk.core.attendance_rules import Band
from meritdesk.core.rules import PackKind
from meritdesk.core.scoring.absence import absence_standing, days_of_minutes, longest_run
from meritdesk.core.scoring.attendance import DayState, band_of, judge_day, judge_month
from meritdesk.rulebook import Rulebook

RULES = Path(__file__).parents[2] / "rules"
BOOK = Rulebook()
ON = date(2025, 12, 31)
ABSENCE = BOOK.pack(PackKind.ABSENCE, ON).body
ATTENDANCE = BOOK.pack(PackKind.ATTENDANCE, ON).body
MONDAY = date(2025, 3, 3)
HOURS = ATTENDANCE.five_days[0]


def rows(name):
    with (RULES / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter=";"))


def minute(text):
    return int(text[:2]) * 60 + int(text[3:]) if text else None


@pytest.mark.parametrize("row", rows("absence.csv"), ids=lambda row: row["id"])
def test_so_many_days_reach_this_step(row):
    standing = absence_standing(int(row["days"]), int(row["running"]), ABSENCE, int(row["minutes_days"]))
    step = standing.step
    assert (step.level.value if step else "") == row["level"], row["why"]
    assert (step.kind.value if step else "") == row["sanction"], row["why"]
    assert ("" if standing.left is None else str(standing.left)) == row["left"], row["why"]
    assert standing.reasons


@pytest.mark.parametrize("row", rows("attendance_days.csv"), ids=lambda row: row["id"])
def test_a_day_is_judged_by_marks_code_and_letter(row):
    came, left = minute(row["in"]), minute(row["out"])
    has_marks = came is not None or left is not None or row["code"]
    marks = DayMarks(3, came, left, row["code"]) if has_marks else None
    verdict = judge_day(MONDAY, HOURS, marks, row["letter"], ATTENDANCE)
    told = (verdict.state.value, verdict.late_band, verdict.early_band, "yes" if verdict.is_unmarked else "no")
    assert told == (row["state"], row["late"], row["early"], row["unmarked"]), row["why"]


def test_a_code_of_the_file_without_its_letter_is_pointed_out():
    assert judge_day(MONDAY, HOURS, DayMarks(3, code="S"), "", ATTENDANCE).lacks_letter
    assert not judge_day(MONDAY, HOURS, DayMarks(3, code="S"), "S", ATTENDANCE).lacks_letter


def test_days_after_the_last_file_are_not_absence():
    due = [(MONDAY + timedelta(days=n), HOURS) for n in range(5)]
    found = judge_month(due, {3: DayMarks(3, 450, 960)}, {7: "C"}, ATTENDANCE, last_known=4)
    assert [(one.on.day, one.state) for one in found] == [
        (3, DayState.PRESENT),
        (4, DayState.ABSENT),
        (7, DayState.EXCUSED),
    ]


def test_a_weekend_does_not_interrupt_a_run_and_a_day_of_work_does():
    due = [MONDAY + timedelta(days=n) for n in range(14) if (MONDAY + timedelta(days=n)).weekday() < 5]
    assert longest_run(due, due) == (10, MONDAY)
    assert longest_run([day for day in due if day != due[4]], due) == (5, due[5])
    assert longest_run([], due) == (0, None)


def test_what_cannot_be_is_our_own_bug():
    with pytest.raises(ValueError, match="in a row"):
        absence_standing(2, 3, ABSENCE)
    assert days_of_minutes(899, 450) == 1


@given(st.integers(0, 60), st.integers(0, 9))
def test_one_more_day_is_never_a_lighter_step(days, run):
    def gravity(number):
        step = absence_standing(number, min(run, number), ABSENCE).step
        return -1 if step is None else ABSENCE.steps.index(step)

    assert gravity(days) <= gravity(days + 1)
    standing = absence_standing(days, min(run, days), ABSENCE)
    if standing.left is not None:
        assert standing.left > 0
        assert absence_standing(days + standing.left, min(run, days), ABSENCE).step == standing.next_step


@given(st.integers(-10, 600))
def test_every_minute_late_falls_into_exactly_one_band(minutes):
    bands = [Band("a", 30), Band("b", 60), Band("c", None)]
    assert band_of(minutes, bands) == ("" if minutes <= 0 else "a" if minutes <= 30 else "b" if minutes <= 60 else "c")

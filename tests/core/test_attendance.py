"""Marks, rosters and weeks as short texts, rows of a machine joined into days, and the log of activities."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from meritdesk.core.activity import ActivityEntry, EntryState, clashes, fault_of, sum_of
from meritdesk.core.attendance import (
    Absence,
    AttendanceRow,
    DayMarks,
    absences_by_day,
    clock,
    merged_marks,
    read_marks,
    read_roster,
    read_week,
    written_marks,
    written_roster,
    written_week,
)
from meritdesk.core.attendance_rules import Hours
from meritdesk.core.timekeeping import KnownDays, MonthOfTime

ON = date(2025, 3, 3)
MINUTES = st.one_of(st.none(), st.integers(0, 2879))
DAYS = st.dictionaries(st.integers(1, 31), st.tuples(MINUTES, MINUTES, st.sampled_from(["", "DL", "A"])), max_size=31)


@given(DAYS)
def test_marks_are_read_as_they_were_written(days):
    marks = {day: DayMarks(day, *said) for day, said in days.items()}
    assert read_marks(written_marks(marks.values())) == marks


@given(st.dictionaries(st.integers(1, 31), st.sampled_from(["", "PAGI", "MALAM"])))
def test_a_roster_is_read_as_it_was_written(days):
    assert read_roster(written_roster(days)) == days


def test_a_week_is_read_as_it_was_written():
    week = (Hours(450, 960), None, Hours(1320, 1860), None, None, None, None)
    assert read_week(written_week(week)) == week


@given(st.lists(st.integers(0, 1439), min_size=1, max_size=6))
def test_taps_in_any_order_give_the_first_and_the_last(taps):
    def day_of(order):
        found = None
        for tap in order:
            found = merged_marks(found, AttendanceRow("1", ON, tap=tap))
        return found

    found = day_of(taps)
    assert found == day_of(sorted(taps)) == day_of(reversed(taps))
    assert found.came == min(taps)
    assert found.left == (max(taps) if len(set(taps)) > 1 else None)


def test_a_blank_cell_never_overwrites_what_is_known():
    known = DayMarks(3, 450, 960, "DL")
    assert merged_marks(known, AttendanceRow("1", ON)) == known


def test_of_two_letters_on_a_day_the_later_one_counts():
    first = Absence("a", "p", "C", date(2025, 2, 20), date(2025, 3, 5))
    later = Absence("b", "p", "S", date(2025, 3, 4), date(2025, 3, 4))
    days = absences_by_day([later, first], date(2025, 3, 1), date(2025, 3, 31))["p"]
    assert {day: one.code for day, one in days.items()} == {1: "C", 2: "C", 3: "C", 4: "S", 5: "C"}


def test_a_minute_is_written_as_offices_write_it():
    assert [clock(minute) for minute in (450, 1500, None)] == ["07.30", "01.00+", "-"]


def entry(number, start, end, state=EntryState.OPEN, evidence="surat", day=3):
    return ActivityEntry(number, date(2025, 3, day), start, end, "Surat dijawab", evidence, state)


def test_minutes_are_added_by_state_and_a_day_may_have_a_limit():
    log = [
        entry(1, 480, 780, EntryState.VALIDATED),
        entry(2, 800, 900, EntryState.VALIDATED),
        entry(3, 900, 960, EntryState.REFUSED),
        entry(4, 480, 500, evidence=" ", day=4),
    ]
    sums = sum_of(log, None)
    assert (sums.validated, sums.refused, sums.open, sums.entries_open, sums.unproven) == (400, 60, 20, 1, 1)
    assert sum_of(log, 330).validated == 330


def test_entries_that_claim_the_same_minutes_are_found_and_refused_ones_do_not_count():
    first, inside, touching = entry(1, 480, 600), entry(2, 540, 560), entry(3, 600, 660)
    assert clashes([touching, inside, first]) == ((first, inside),)
    assert clashes([first, entry(2, 540, 560, EntryState.REFUSED)]) == ()


def test_an_impossible_entry_has_its_code():
    today = date(2025, 3, 3)
    assert fault_of(entry(1, 600, 600), today) == "TIM-113"
    assert fault_of(entry(1, 480, 600, day=4), today) == "TIM-114"
    assert fault_of(ActivityEntry(1, today, 480, 600, " "), today) == "TIM-115"
    assert fault_of(entry(1, 480, 600), today) == ""


def test_what_absent_days_take_off_never_goes_below_nought():
    month = MonthOfTime("p", 2025, 3, validated_minutes=200, absence_minutes=300, norm_minutes=6000)
    assert (month.counted_minutes, month.missing_minutes) == (0, 6000)
    assert KnownDays(0b100, 0b1).last == 3

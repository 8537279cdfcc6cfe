"""Working days: counting forwards and back, five and six days a week, holidays, and what is in doubt."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meritdesk.core.working_days import (
    WEEKENDS_ONLY,
    Holiday,
    HolidayKind,
    WorkCalendar,
    calendar_of,
    table_in_force,
)

FRIDAY = date(2026, 1, 30)
IMLEK = date(2026, 2, 17)

days = st.dates(date(2024, 1, 1), date(2026, 12, 31))
counts = st.integers(0, 40)
holidays = st.frozensets(days, max_size=60)
calendars = st.builds(WorkCalendar, holidays, st.sampled_from([5, 6]))


def test_the_first_counted_day_is_the_next_working_day():
    assert WEEKENDS_ONLY.add(FRIDAY, 1) == date(2026, 2, 2)
    assert WEEKENDS_ONLY.add(FRIDAY + timedelta(days=1), 1) == date(2026, 2, 2)
    assert WEEKENDS_ONLY.add(FRIDAY, 0) == FRIDAY


def test_a_saturday_counts_in_a_six_day_week_and_a_sunday_never():
    six = WorkCalendar(days_a_week=6)
    assert six.add(FRIDAY, 1) == date(2026, 1, 31)
    assert six.add(FRIDAY, 2) == date(2026, 2, 2)


def test_a_negative_number_of_days_is_our_own_mistake():
    with pytest.raises(ValueError, match="latest start"):
        WEEKENDS_ONLY.add(FRIDAY, -1)


def test_a_table_without_any_working_day_is_not_counted_for_ever():
    shut = WorkCalendar(frozenset(FRIDAY + timedelta(days=n) for n in range(-500, 500)))
    with pytest.raises(ValueError, match="no working day"):
        shut.add(FRIDAY, 1)
    with pytest.raises(ValueError, match="no working day"):
        shut.latest_start(FRIDAY, 1)


@settings(max_examples=80)
@given(calendars, days, counts)
def test_counting_the_days_that_were_added_gives_their_number(calendar, day, count):
    assert calendar.between(day, calendar.add(day, count)) == count


@settings(max_examples=80)
@given(calendars, days, days)
def test_adding_the_days_between_leads_back_to_the_last_working_day(calendar, one, other):
    first, last = sorted((one, other))
    back = calendar.add(first, calendar.between(first, last))
    assert back <= last
    assert all(not calendar.is_working(back + timedelta(days=n)) for n in range(1, (last - back).days + 1))
    assert calendar.between(last, first) == -calendar.between(first, last)


@settings(max_examples=60)
@given(calendars, days, days, counts)
def test_who_starts_later_never_ends_earlier_and_more_days_never_end_earlier(calendar, one, other, count):
    first, last = sorted((one, other))
    assert calendar.add(first, count) <= calendar.add(last, count)
    assert calendar.add(first, count) < calendar.add(first, count + 1)


@settings(max_examples=60)
@given(holidays, days, days, counts)
def test_one_more_holiday_never_moves_a_limit_forward_and_a_six_day_week_never_back(off, extra, day, count):
    assert WorkCalendar(off).add(day, count) <= WorkCalendar(off | {extra}).add(day, count)
    assert WorkCalendar(off, 6).add(day, count) <= WorkCalendar(off, 5).add(day, count)


@settings(max_examples=60)
@given(calendars, days, counts)
def test_the_latest_start_is_the_last_working_day_that_still_fits(calendar, limit, count):
    start = calendar.latest_start(limit, count)
    assert calendar.is_working(start)
    assert calendar.add(start, count) <= limit
    assert calendar.add(calendar.add(start, 1), count) > limit


def test_a_doubtful_holiday_is_named_only_where_the_count_stepped_over_it():
    calendar = calendar_of([Holiday(IMLEK, "Imlek", is_doubtful=True)], years=[2026])
    assert calendar.doubts(date(2026, 2, 16), date(2026, 2, 20)) == (IMLEK,)
    assert calendar.doubts(IMLEK, date(2026, 2, 20)) == ()
    saturday = calendar_of([Holiday(date(2026, 3, 21), "Idulfitri", is_doubtful=True)])
    assert saturday.doubts(date(2026, 3, 1), date(2026, 3, 31)) == ()


def test_a_year_without_a_table_is_known_to_be_unknown():
    calendar = calendar_of([], years=[2025, 2026])
    assert calendar.knows(date(2025, 12, 20), date(2026, 1, 20))
    assert not calendar.knows(date(2026, 12, 20), date(2027, 1, 20))


def test_the_office_changes_a_published_day_without_losing_it():
    shipped = (Holiday(IMLEK, "Imlek"), Holiday(date(2026, 2, 16), "Cuti bersama", HolidayKind.COLLECTIVE_LEAVE))
    own = (
        Holiday(date(2026, 2, 16), "", HolidayKind.COLLECTIVE_LEAVE, is_kept=False),
        Holiday(date(2026, 2, 20), "Hari jadi kota", HolidayKind.LOCAL),
    )
    table = table_in_force(shipped, own)
    assert [(one.day.day, one.name, one.is_kept) for one in table] == [
        (16, "Cuti bersama", False),
        (17, "Imlek", True),
        (20, "Hari jadi kota", True),
    ]
    calendar = calendar_of(table)
    assert calendar.is_working(date(2026, 2, 16))
    assert not calendar.is_working(date(2026, 2, 20))

"""Periods as clerks write them."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meritdesk.core.errors import UsageRefusal
from meritdesk.core.periods import FIRST_YEAR, LAST_YEAR, Period, PeriodKind, parse_period


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("2025-TW1", date(2025, 1, 1), date(2025, 3, 31)),
        ("2025-TW4", date(2025, 10, 1), date(2025, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025-02", date(2025, 2, 1), date(2025, 2, 28)),
        ("2025-12", date(2025, 12, 1), date(2025, 12, 31)),
    ],
)
def test_a_period_covers_its_days(text, first, last):
    period = parse_period(text)
    assert (period.first_day, period.last_day, str(period)) == (first, last, text)


def test_only_a_whole_year_is_annual():
    assert [parse_period(text).is_annual for text in ("2025", "2025-TW4", "2025-12")] == [True, False, False]


def test_small_letters_and_blanks_around_are_read():
    assert parse_period(" 2025-tw3 ") == Period(2025, PeriodKind.QUARTER, 3)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "25",
        "2025-TW5",
        "2025-TW0",
        "2025-13",
        "2025-00",
        "2025-1",
        "2010",
        "2101",
        "2025-TW",
        "2025 TW1",
        "triwulan 1",
    ],
)
def test_a_period_that_does_not_exist_is_refused(text):
    with pytest.raises(UsageRefusal) as refused:
        parse_period(text)
    assert refused.value.code == "USE-101"
    assert refused.value.facts == {"period": text}


years = st.integers(FIRST_YEAR, LAST_YEAR)
periods = st.one_of(
    st.builds(Period, years, st.just(PeriodKind.YEAR)),
    st.builds(Period, years, st.just(PeriodKind.QUARTER), st.integers(1, 4)),
    st.builds(Period, years, st.just(PeriodKind.MONTH), st.integers(1, 12)),
)


@given(periods)
def test_what_is_written_reads_back(period):
    assert parse_period(period.code) == period
    assert period.first_day <= period.last_day


@given(years)
def test_quarters_and_months_fill_the_year_without_gap_or_overlap(year):
    for kind, many in ((PeriodKind.QUARTER, 4), (PeriodKind.MONTH, 12)):
        parts = [Period(year, kind, number) for number in range(1, many + 1)]
        assert parts[0].first_day == date(year, 1, 1)
        assert parts[-1].last_day == date(year, 12, 31)
        for earlier, later in itertools.pairwise(parts):
            assert earlier.last_day + timedelta(days=1) == later.first_day

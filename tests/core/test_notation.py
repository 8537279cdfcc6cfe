"""Indonesian numbers and dates, the same on every machine (F66, F67)."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meritdesk.core.notation import printed_date, printed_decimal, read_date, read_decimal


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("87,5", "87.5"),
        ("87.5", "87.5"),
        ("1.234,5", "1234.5"),
        ("1,234.5", "1234.5"),
        ("1.234", "1234"),
        ("1.234.567", "1234567"),
        ("1,234,567", "1234567"),
        ("0.125", "0.125"),
        ("0,125", "0.125"),
        ("12.34", "12.34"),
        ("1,234", "1.234"),
        ("-3,5", "-3.5"),
        ("+7", "7"),
        ("1 234,5", "1234.5"),
        (" 42 ", "42"),
        (",5", "0.5"),
        ("\u22125", "-5"),
        ("12.345.678,90", "12345678.90"),
    ],
)
def test_a_number_is_read_by_one_rule(text: str, value: str) -> None:
    assert read_decimal(text) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "abc",
        "1..2",
        "1,2,3",
        "12.34.5",
        "1.23,4.5",
        "1,2.3,4",
        "NaN",
        "Infinity",
        "1E5",
        "٣",
        "1_000",
        "9" * 60,
    ],
)
def test_what_is_not_a_number_is_not_guessed(text: str) -> None:
    assert read_decimal(text) is None


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=4))
def test_a_printed_number_is_read_back(value: Decimal) -> None:
    assert read_decimal(printed_decimal(value)) == value


def test_numbers_are_printed_with_points_for_thousands() -> None:
    assert printed_decimal(Decimal("1234567.5")) == "1.234.567,5"
    assert printed_decimal(Decimal("-1234")) == "-1.234"
    assert printed_decimal(Decimal("3.50")) == "3,50"
    assert printed_decimal(Decimal("1E+3")) == "1.000"


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("31-12-2025", date(2025, 12, 31)),
        ("2025-12-31", date(2025, 12, 31)),
        ("31/12/2025", date(2025, 12, 31)),
        ("1.2.2025", date(2025, 2, 1)),
        ("2025-01-31 00:00:00", date(2025, 1, 31)),
        ("05/03/2025", date(2025, 3, 5)),
        ("2025-01-31T10:20:30Z", date(2025, 1, 31)),
        ("1 Januari 2025", date(2025, 1, 1)),
        ("29-02-2024", date(2024, 2, 29)),
        ("17-Agt-2024", date(2024, 8, 17)),
        ("3 Nopember 2020", date(2020, 11, 3)),
        ("'01-02-2020", date(2020, 2, 1)),
        (date(2020, 5, 6), date(2020, 5, 6)),
        (datetime(2020, 5, 6, 23, 59), date(2020, 5, 6)),
    ],
)
def test_a_date_is_read_in_the_shapes_that_files_have(cell: str | date, day: date) -> None:
    assert read_date(cell) == day


@pytest.mark.parametrize(
    "cell", ["", "-", "0", "29-02-2023", "31-04-2025", "1-1-25", "2025", "43831", "01-02/2025", "x 2025"]
)
def test_what_is_not_a_date_is_not_guessed(cell: str) -> None:
    assert read_date(cell) is None


def test_the_clerk_may_say_that_the_month_comes_first() -> None:
    assert read_date("05/03/2025", day_first=False) == date(2025, 5, 3)
    assert read_date("31/12/2025", day_first=False) is None


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_a_printed_date_is_read_back(day: date) -> None:
    for text in (printed_date(day), day.strftime("%d-%m-%Y"), day.isoformat()):
        assert read_date(text) == day


@given(st.text(max_size=30))
def test_reading_never_raises(text: str) -> None:
    read_date(text)
    read_decimal(text)

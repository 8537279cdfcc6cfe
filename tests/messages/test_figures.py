"""Numbers and days inside sentences follow the language of the reader; what is kept and printed stays Indonesian."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meritdesk.cli.answers import figure
from meritdesk.core.evaluation import Reason
from meritdesk.core.notation import printed_date, printed_decimal
from meritdesk.messages import Messages
from meritdesk.messages.figures import ENGLISH_MONTHS, Written, turned, written_decimal

DECIMALS = st.decimals(min_value=Decimal(-10) ** 12, max_value=Decimal(10) ** 12, places=2)


@pytest.mark.parametrize(
    ("indonesian", "english"),
    [
        ("87,5", "87.5"),
        ("1.234", "1,234"),
        ("-1.234,50", "-1,234.50"),
        ("91,67 %", "91.67 %"),
        ("80-90,5", "80-90.5"),
        ("Rp1.600.000", "Rp1,600,000"),
        ("-Rp1.600.000", "-Rp1,600,000"),
        ("Rp 1.200 / Rp 3.000", "Rp 1,200 / Rp 3,000"),
        ("31 Januari 2025", "31 January 2025"),
        ("Pusat Penilaian Kompetensi, 22 Februari 2025", "Pusat Penilaian Kompetensi, 22 February 2025"),
        ("46 / 53 (86,8 %)", "46 / 53 (86.8 %)"),
        ("12", "12"),
        ("-", "-"),
        ("", ""),
        ("2025-TW1", "2025-TW1"),
        ("1.1", "1.1"),
        ("A.1.1", "A.1.1"),
        ("01-05-2025", "01-05-2025"),
        ("192.168.100.200", "192.168.100.200"),
        ("Puskesmas Gajahan, 3 orang", "Puskesmas Gajahan, 3 orang"),
        ("87,5 skala 100", "87,5 skala 100"),
    ],
)
def test_a_figure_or_a_day_is_turned_for_an_english_reader_and_nothing_else(indonesian: str, english: str) -> None:
    assert turned(indonesian) == english
    assert Messages("en").noted(indonesian) == english
    assert Messages("id").noted(indonesian) == indonesian


@given(DECIMALS)
def test_a_decimal_is_written_as_the_core_prints_it(value: Decimal) -> None:
    assert written_decimal(value, "id") == printed_decimal(value)
    assert written_decimal(value, "en") == turned(printed_decimal(value))


@pytest.mark.parametrize(
    ("language", "quarter", "month", "minute"),
    [
        ("id", "Triwulan IV 2025", "Maret 2025", "25 Maret 2026 01:10"),
        ("en", "Quarter IV 2025", "March 2025", "25 March 2026 01:10"),
    ],
)
def test_periods_and_minutes_in_sentences_are_said_in_words(
    language: str, quarter: str, month: str, minute: str
) -> None:
    messages = Messages(language)
    facts = {"expected": "84", "actual": "86", "percent": "102,38", "light": "-"}
    assert quarter in messages.reason("KPI-STANDS", {**facts, "period": "2025-TW4"})
    assert month in messages.reason("KPI-STANDS", {**facts, "period": "2025-03"})
    assert "2025-13" in messages.refusal("PLN-434", {"period": "2025-13"})[0]
    assert "2025-TW4" in messages.refusal("PLN-999", {"file": "2025-TW4"})[0]
    assert minute in messages.refusal("STO-620", {"who": "siti", "host": "PC-2", "since": "2026-03-25 01:10"})[0]


@given(st.dates(min_value=date(1900, 1, 1)))
def test_every_printed_day_has_its_english_month(day: date) -> None:
    said = turned(printed_date(day))
    assert said.split() == [str(day.day), ENGLISH_MONTHS[day.month - 1], str(day.year)]


@given(DECIMALS)
def test_every_printed_figure_says_the_same_number_in_english(value: Decimal) -> None:
    said = turned(printed_decimal(value))
    assert Decimal(said.replace(",", "")) == value
    assert turned(said) == said, "what was turned once is never turned again"


def test_a_reason_of_the_core_follows_the_language() -> None:
    reason = Reason(
        "LVL-MEAN", "x", {"percent": "1.087,50", "indicators": "4", "lowest": "87,5", "level": "LEVEL:GOOD"}
    )
    indonesian, english = Messages("id").reason(reason), Messages("en").reason(reason)
    assert "1.087,50" in indonesian and "87,5" in indonesian
    assert "1,087.50" in english and "87.5" in english and "87,5" not in english


def test_a_number_that_was_written_for_the_reader_is_not_turned_again() -> None:
    english = Messages("en")
    assert figure(1968, english) == "1,968"
    assert "1,968" in english.reason("CLI-REMARKS", {"count": figure(1968, english)})
    assert "1.968" in Messages("id").reason("CLI-REMARKS", {"count": figure(1968, Messages("id"))})
    assert isinstance(figure(Decimal("4.0"), english), Written)


def test_a_decimal_as_a_fact_is_written_as_the_language_does() -> None:
    assert "87,5" in Messages("id").reason("OLD-SKP-STATED", {"score": Decimal("87.5")})
    assert "87.5" in Messages("en").reason("OLD-SKP-STATED", {"score": Decimal("87.5")})


def test_numbers_of_letters_and_addresses_are_no_figures() -> None:
    english = Messages("en")
    assert "800.123" in english.reason("TAL-SAME", {"number": "800.123", "came": 0, "gone": 0})


_DAYS = st.dates(date(1900, 1, 1), date(2999, 12, 31))


@given(_DAYS, _DAYS)
def test_days_and_spans_say_their_months_as_the_reader_does(first: date, last: date) -> None:
    english, indonesian = Messages("en"), Messages("id")
    said = f"{printed_date(first)} – {printed_date(last)}"
    assert indonesian.dated(said) == said
    ends = [f"{day.day} {ENGLISH_MONTHS[day.month - 1]} {day.year}" for day in (first, last)]
    assert english.dated(said) == " – ".join(ends) and english.dated(printed_date(first)) == ends[0]


@pytest.mark.parametrize("typed", ["Laporan 2 Januari 2025", "3,5 – 4,0 skala 5", "1.234", "", " – "])
def test_what_was_typed_is_no_day(typed: str) -> None:
    assert Messages("en").dated(typed) == typed

"""A cell of the grid of actuals is read against the target it answers."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meritdesk.core.achieved import Achieved, CellFault, read_achieved
from meritdesk.core.notation import printed_decimal
from meritdesk.core.plan import Direction, Target

PERCENT = Target("80-90 %", Decimal(80), Decimal(90), "%")
MONTHS = Target("7-8 bulan", Decimal(7), Decimal(8), "bulan", Direction.LESS)
MONEY = Target("Rp 1.000.000", Decimal(1_000_000), Decimal(1_000_000), "rupiah")
INDEX = Target("3,5", Decimal("3.5"), Decimal("3.5"))
WORDS = Target("Laporan diterima pimpinan")


@pytest.mark.parametrize(
    ("typed", "target", "text", "value"),
    [
        ("85", PERCENT, "85 %", "85"),
        ("87,5", PERCENT, "87,5 %", "87.5"),
        ("85%", PERCENT, "85%", "85"),
        ("85 persen", PERCENT, "85 persen", "85"),
        ("90 % dari 120 permohonan", PERCENT, "90 % dari 120 permohonan", "90"),
        ("9", MONTHS, "9 bulan", "9"),
        ("9 bln", MONTHS, "9 bln", "9"),
        ("1.234.567,50", MONEY, "Rp 1.234.567,50", "1234567.50"),
        ("Rp 900.000", MONEY, "Rp 900.000", "900000"),
        ("3,75 skala 5", INDEX, "3,75 skala 5", "3.75"),
        ("-2,5", PERCENT, "-2,5 %", "-2.5"),
        ("0", PERCENT, "0 %", "0"),
    ],
)
def test_a_number_is_kept_with_the_unit_of_its_target(typed: str, target: Target, text: str, value: str) -> None:
    assert read_achieved(typed, target) == Achieved(text, Decimal(value))


@pytest.mark.parametrize(
    ("typed", "target", "code"),
    [
        ("tercapai", PERCENT, "EXE-211"),
        ("80-90", PERCENT, "EXE-211"),
        ("80 s.d. 90 %", PERCENT, "EXE-211"),
        ("12/15", PERCENT, "EXE-211"),
        ("31-12-2025", PERCENT, "EXE-211"),
        ("1.2.3", PERCENT, "EXE-211"),
        ("2 jam", MONTHS, "EXE-212"),
        ("10 hari kerja", MONTHS, "EXE-212"),
        ("90 %", MONTHS, "EXE-212"),
        ("x" * 2001, WORDS, "EXE-213"),
        ("a\x00b", WORDS, "EXE-214"),
    ],
)
def test_what_does_not_answer_the_target_is_refused_with_a_reason(typed: str, target: Target, code: str) -> None:
    found = read_achieved(typed, target)
    assert isinstance(found, CellFault)
    assert found.code == code


def test_a_qualitative_target_takes_any_words_and_no_number() -> None:
    assert read_achieved(" 3 laporan diterima ", WORDS) == Achieved("3 laporan diterima", None)


def test_an_empty_cell_clears() -> None:
    found = read_achieved("  ", PERCENT)
    assert isinstance(found, Achieved)
    assert found.is_empty


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=3))
def test_every_number_as_it_is_printed_is_read_back(value: Decimal) -> None:
    found = read_achieved(printed_decimal(value), INDEX)
    assert isinstance(found, Achieved)
    assert found.value == value


@given(st.text(max_size=60))
def test_no_text_makes_the_grid_stumble(typed: str) -> None:
    for target in (PERCENT, MONTHS, MONEY, INDEX, WORDS):
        found = read_achieved(typed, target)
        assert isinstance(found, Achieved | CellFault)

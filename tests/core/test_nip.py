"""The employee number as cells have it (F62, other-rules 9.1 and 13.11)."""

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meritdesk.core.nip import birth_date_of_nip, printed_nip, read_nip, sex_of_nip
from meritdesk.core.people import EmploymentType, Sex

with (Path(__file__).parent / "nip_cells.csv").open(encoding="utf-8", newline="") as stream:
    CELLS = [
        (row["cell"], row["employment"], row["nip"], row["fault"]) for row in csv.DictReader(stream, delimiter=";")
    ]

NIPS = st.builds(
    lambda born, age, month, sex, number: f"{born:%Y%m%d}{born.year + age}{month:02d}{sex}{number:03d}",
    st.dates(date(1940, 1, 1), date(2005, 12, 31)),
    st.integers(18, 55),
    st.integers(1, 12),
    st.sampled_from("12"),
    st.integers(1, 999),
)


@pytest.mark.parametrize(("cell", "employment", "nip", "fault"), CELLS)
def test_each_cell_of_the_table_is_read_as_the_table_says(cell: str, employment: str, nip: str, fault: str) -> None:
    reading = read_nip(cell, EmploymentType(employment) if employment else None)
    assert (reading.nip, reading.fault) == (nip, fault)


@given(st.text(max_size=40), st.sampled_from([None, *EmploymentType]))
def test_reading_never_raises_and_gives_either_a_number_or_a_fault(
    cell: str, employment: EmploymentType | None
) -> None:
    reading = read_nip(cell, employment)
    assert bool(reading.nip) != bool(reading.fault)
    assert not reading.nip or (len(reading.nip) == 18 and reading.nip.isascii() and reading.nip.isdecimal())


@given(NIPS, st.lists(st.tuples(st.integers(0, 18), st.sampled_from(" '\u2019\u00a0\u200b.-")), max_size=6))
def test_a_valid_number_survives_blanks_and_apostrophes_anywhere(nip: str, dirt: list[tuple[int, str]]) -> None:
    cell = nip
    for place, sign in dirt:
        cell = cell[:place] + sign + cell[place:]
    reading = read_nip(cell, EmploymentType.PNS)
    assert reading.nip == nip
    assert reading.noticed == (cell != nip)


@given(NIPS)
def test_reading_again_what_was_read_changes_nothing(nip: str) -> None:
    once = read_nip(printed_nip(nip), EmploymentType.PNS).nip
    assert read_nip(once, EmploymentType.PNS).nip == once == nip


@given(NIPS, st.integers(4, 15))
def test_a_number_that_went_through_a_float_is_never_accepted(nip: str, digits: int) -> None:
    shown = f"{float(nip):.{digits - 1}E}"
    for cell in (shown, shown.replace(".", ","), f"{nip[:15]}000", f"'{nip[:15]}000"):
        assert read_nip(cell, EmploymentType.PNS).fault == "NIP-201"


@given(NIPS)
def test_sex_and_birth_date_come_from_the_digits(nip: str) -> None:
    assert sex_of_nip(nip) is (Sex.MALE if nip[14] == "1" else Sex.FEMALE)
    born = birth_date_of_nip(nip)
    assert born is not None and f"{born:%Y%m%d}" == nip[:8]


def test_an_impossible_number_has_neither_sex_nor_birth_date() -> None:
    assert sex_of_nip("198107252011013009") is None
    assert birth_date_of_nip("198113252011011009") is None
    assert printed_nip("12345") == "12345"

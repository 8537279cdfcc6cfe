"""The NIPs of the list of vectors (other rules 13.11), as a table."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from meritdesk.core.nip import birth_date_of_nip, read_nip, sex_of_nip
from meritdesk.core.notation import read_date
from meritdesk.core.people import EmploymentType

TABLE = Path(__file__).resolve().parents[1] / "rules" / "nip_readings.csv"


def rows():
    with TABLE.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter=";"))


@pytest.mark.parametrize("case", rows(), ids=lambda case: case["id"])
def test_a_nip_is_read_as_the_list_says(case):
    reading = read_nip(case["tertulis"], EmploymentType[case["pegawai"]])
    assert (reading.nip, reading.fault) == (case["nip"], case["kesalahan"])
    if reading.nip:
        assert sex_of_nip(reading.nip).name == case["jenis_kelamin"]
        assert birth_date_of_nip(reading.nip) == read_date(case["tanggal_lahir"])

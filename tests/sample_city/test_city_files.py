"""The input files of the sample city: real layouts, real dirt, the same bytes for the same arguments."""

from __future__ import annotations

import hashlib
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from meritdesk.core.errors import UsageRefusal
from meritdesk.core.given import Layout
from meritdesk.core.nip import read_nip, sex_of_nip
from meritdesk.core.people import EmploymentType, PositionKind
from meritdesk.exchange.sheets import normal_heading
from meritdesk.exchange.staff_sheet import read_staff
from meritdesk.exchange.table_reading import read_table
from meritdesk.exchange.unit_sheet import read_units
from meritdesk.sample_city import files
from meritdesk.sample_city.files import STAFF_HEADINGS, build_city, write_city


def no_step(done: int, total: int) -> None:
    assert 0 <= done <= total or total <= 1


def digests(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


def test_the_same_arguments_give_the_same_bytes_and_another_seed_other_bytes(tmp_path: Path) -> None:
    for name, seed in (("a", 7), ("b", 7), ("c", 8)):
        write_city(tmp_path / name, 120, 2025, seed, no_step)
    assert digests(tmp_path / "a") == digests(tmp_path / "b")
    assert not set(digests(tmp_path / "a").values()) & set(digests(tmp_path / "c").values())


@pytest.mark.parametrize("staff", [1, 7, 40, 333, 1200])
def test_every_row_is_read_or_refused_and_nothing_is_lost(tmp_path: Path, staff: int) -> None:
    city = write_city(tmp_path, staff, 2025, 1)
    units, people = read_units(city.units, no_step), read_staff(city.staff, no_step)
    assert (units.read, units.refused, units.remarks) == (city.unit_rows, (), ())
    assert people.read == city.staff_rows == len(people.rows) + len(people.refused)
    assert len(people.rows) >= staff * 0.97 - 3


def test_the_dirt_of_real_files_is_there_and_refused_for_the_right_reason(tmp_path: Path) -> None:
    people = read_staff(write_city(tmp_path, 1200, 2025, 1).staff, no_step)
    assert Counter(one.code for one in people.refused) == {"NIP-201": 6, "REG-351": 3, "REG-352": 2}
    assert people.skipped >= 3
    raw = read_table(tmp_path / "profil-asn.xlsx", (Layout("X", {"nip": ("NIP BARU",)}, ("nip",)),), no_step)
    numbers = [str(cells[0]) for _, cells in raw.rows]
    assert any(" " in number for number in numbers) and any(number.startswith("'") for number in numbers)


def test_all_69_columns_are_there_in_their_usual_order(tmp_path: Path) -> None:
    assert len(STAFF_HEADINGS) == len(set(STAFF_HEADINGS)) == 69
    write_city(tmp_path, 20, 2025, 1)
    columns = {heading: (heading,) for heading in STAFF_HEADINGS}
    table = read_table(tmp_path / "profil-asn.xlsx", (Layout("X", columns, STAFF_HEADINGS),), no_step)
    assert [normal_heading(heading) for heading in table.headings.values()] == list(STAFF_HEADINGS)


def test_a_large_city_comes_as_separated_text_with_the_same_people(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "MOST_STAFF_IN_WORKBOOK", 100)
    city = write_city(tmp_path, 150, 2025, 3)
    assert city.staff.name == "profil-asn.csv"
    people = read_staff(city.staff, no_step)
    assert people.read == city.staff_rows
    assert {placed.value.nip for placed in people.rows} <= {person.nip for person in build_city(150, 2025, 3).people}


def test_every_number_is_valid_and_belongs_to_one_person() -> None:
    people = build_city(2000, 2025, 5).people
    assert len({person.nip for person in people}) == len(people) == 2000
    for person in people:
        assert read_nip(person.nip, person.employment).nip == person.nip
        assert sex_of_nip(person.nip) is person.sex
        assert person.nip.startswith(f"{person.birth_date:%Y%m%d}")
        assert ("/" in person.grade) == (person.employment is not EmploymentType.PPPK)
        assert person.appointed <= person.grade_since and person.appointed <= person.position_since
    kinds = Counter(person.employment for person in people)
    assert kinds[EmploymentType.PPPK] > 200 and kinds[EmploymentType.CPNS] > 20


def test_the_city_is_a_tree_with_heads_acting_heads_and_vacancies() -> None:
    city = build_city(12_000, 2025, 1)
    names = {unit.name for unit in city.units}
    assert {"Kelurahan Mojo", "UPT Puskesmas Sibela", "Kecamatan Pasar Kliwon", "SMP Negeri 27 Surakarta"} <= names
    assert sum(unit.kind == "WARD" for unit in city.units) == 54
    assert sum(unit.kind == "CLINIC" for unit in city.units) == 17
    assert sum(unit.kind in ("DEPARTMENT", "HOSPITAL") for unit in city.units) == 31
    seen: set[str] = set()
    for unit in city.units:
        assert unit.parent_id in seen or unit is city.units[0]
        seen.add(unit.source_id)
    vacant = [unit for unit in city.units[1:] if unit.source_id not in city.heads]
    acting = [unit for unit in vacant if unit.source_id in city.acting]
    assert 0 < len(acting) < len(vacant) < len(city.units) // 10
    assert {person.position_kind for person in city.people} == set(PositionKind) - {PositionKind.OFFICIAL}


def test_careers_are_long_enough_for_their_grades_and_heads_of_schools_are_teachers() -> None:
    people = build_city(4_000, 2025, 1).people
    for person in people:
        age = 2025 - person.birth_date.year
        if person.legal_status == "Masa Persiapan Pensiun":
            assert 57 <= age <= 59 and person.employment is EmploymentType.PNS
        if person.family == "SCHOOL_HEAD":
            assert person.position_title.startswith("Guru") and person.back_title.startswith("S.Pd.")
        if person.employment is EmploymentType.PNS:
            grades = ["III/a", "III/b", "III/c", "III/d", "IV/a", "IV/b", "IV/c", "IV/d"]
            steps = grades.index(person.grade) if person.grade in grades else 0
            assert 2025 - person.appointed.year >= 4 * steps - 2
            assert age <= 59 and person.appointed.year - person.birth_date.year >= 20
    assert sum(person.legal_status == "Masa Persiapan Pensiun" for person in people) > 5
    assert sum(person.family == "SCHOOL_HEAD" for person in people) > 5


def test_a_small_city_keeps_few_units_so_that_they_have_staff() -> None:
    sizes = [len(build_city(staff, 2025, 1).units) for staff in (1, 40, 400, 4_000)]
    assert all(small < large for small, large in pairwise(sizes))
    city = build_city(40, 2025, 1)
    staffed = Counter(person.unit_id for person in city.people)
    assert sum(staffed[unit.source_id] > 1 for unit in city.units) >= 3


@pytest.mark.parametrize("staff", [0, -1, 150_001])
def test_a_city_outside_the_limits_is_refused(staff: int) -> None:
    with pytest.raises(UsageRefusal) as caught:
        build_city(staff, 2025, 1)
    assert caught.value.code == "USE-131"

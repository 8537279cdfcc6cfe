"""Two PCs of one office that edit apart and exchange both ways: every field of a record, and any edits in any order."""

from __future__ import annotations

import itertools
import shutil
from contextlib import ExitStack
from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pcs_apart import Pcs, change, made_once, person, rows_of, set_person
from small_office import NIPS

from meritdesk.core.people import EmploymentType, LegalStatus, Person, PositionKind, Sex
from meritdesk.exchange import package_layout
from meritdesk.exchange.record_rows import _names

KEY = "person_id"
VALUES: dict[str, tuple[object, object]] = {
    "nip": ("199001012015011101", "199001012015011102"),
    "name": ("Siti Aminah", "Siti Rahayu"),
    "source_id": ("X1", "X2"),
    "front_title": ("dr.", "Drs."),
    "back_title": ("S.Kep.", "M.Kes."),
    "sex": (Sex.FEMALE, Sex.MALE),
    "birth_date": (date(1981, 2, 3), date(1982, 3, 4)),
    "employment": (EmploymentType.PPPK, EmploymentType.CPNS),
    "legal_status": (LegalStatus.STUDY_LEAVE, LegalStatus.SECONDED),
    "grade": ("III/d", "IV/a"),
    "grade_since": (date(2024, 4, 1), date(2024, 10, 1)),
    "position_kind": (PositionKind.SUPERVISOR, PositionKind.ADMINISTRATOR),
    "position_title": ("PENYELIA", "KEPALA SEKSI"),
    "position_since": (date(2023, 1, 2), date(2023, 2, 3)),
    "echelon": ("IV.a", "IV.b"),
    "education": ("S-1", "S-2"),
    "unit_id": ("U1", "U3"),
}
"""Two other values for every field of a person; units are named as their file names them."""


@pytest.fixture(scope="module")
def two_made(tmp_path_factory):
    return made_once(tmp_path_factory, 2)


@pytest.fixture
def pcs(two_made, tmp_path):
    shutil.copytree(two_made, tmp_path / "kantor")
    with ExitStack() as stack:
        yield Pcs(stack, tmp_path / "kantor", 2, is_new=False)


def exchange(pcs):
    pcs.carry(2, 1)
    pcs.carry(1, 2)


def values_of(office, side):
    with office.desk.handover.around.store.reading() as work:
        units = {unit.source_id: unit.unit_id for unit in work.units.all()}
    named = {name: pair[side] for name, pair in VALUES.items()}
    return named | {"unit_id": units[str(named["unit_id"])]}


def test_the_values_name_every_field_of_a_person_that_travels():
    (table,) = [one for one in package_layout.EXPORT_TABLES if one.name == "pegawai"]
    assert {KEY, *VALUES} == {one.name for one in fields(Person)} == set(_names(table))


def test_every_field_that_one_pc_alone_changed_arrives_at_the_other(pcs):
    first, second = pcs.offices
    one, other = person(first, "nurse").person_id, person(first, "clerk").person_id
    set_person(first, "nurse", **values_of(first, 0))
    set_person(second, "clerk", **{**values_of(second, 1), "nip": "199001012015011103", "source_id": "X3"})
    exchange(pcs)
    rows = [rows_of(office)["pegawai"] for office in pcs.offices]
    assert rows[0] == rows[1]
    assert {name: rows[0][one][name] for name in VALUES} == values_of(first, 0)
    wanted = {**values_of(first, 1), "nip": "199001012015011103", "source_id": "X3"}
    assert {name: rows[0][other][name] for name in VALUES} == wanted
    assert not any(desk.desk.handover.conflicts.lines() for desk in pcs.offices)


def test_every_field_that_both_changed_differently_waits_with_both_values_and_alike_is_agreed(pcs):
    first, second = pcs.offices
    before = person(first, "nurse")
    differing = {
        name for name in VALUES if getattr(before, name) not in [values_of(first, side)[name] for side in (0, 1)]
    }
    assert differing == set(VALUES) - {"sex"}, "there are only two, so one PC has left it as it was"
    set_person(first, "nurse", **values_of(first, 0))
    set_person(second, "nurse", **values_of(second, 1))
    same = {**values_of(first, 0), "nip": "199001012015011104", "source_id": "X4"}
    set_person(first, "clerk", **same)
    set_person(second, "clerk", **same)
    exchange(pcs)
    text = first.desk.handover.around.exchange.field_text
    for office in pcs.offices:
        found = {one.field: one for one in office.desk.handover.conflicts.lines()}
        assert set(found) == differing, "one question for each field, and none for the person both changed alike"
        for name in differing:
            given_ = {text(values_of(first, side)[name]) for side in (0, 1)}
            assert {one.value for one in found[name].candidates.values()} == given_, name


def test_each_field_changed_here_meets_each_other_field_changed_there(pcs):
    """Of a record both changed in different fields nothing waits and nothing is lost, whichever the two fields are."""
    first, second = pcs.offices
    names = sorted(set(VALUES) - {"nip", "source_id", "legal_status"})
    half = len(names) // 2
    for number, who in enumerate(("nurse", "clerk", "bidang", "pharmacist")):
        turned = names[number * 3 :] + names[: number * 3]
        set_person(first, who, **{name: values_of(first, 0)[name] for name in turned[:half]})
        set_person(second, who, **{name: values_of(second, 1)[name] for name in turned[half:]})
    keys = {who: person(first, who).person_id for who in ("nurse", "clerk", "bidang", "pharmacist")}
    exchange(pcs)
    mine, theirs = (rows_of(office)["pegawai"] for office in pcs.offices)
    assert mine == theirs and not first.desk.handover.conflicts.lines()
    for number, who in enumerate(keys):
        turned = names[number * 3 :] + names[: number * 3]
        row = mine[keys[who]]
        assert [row[name] for name in turned] == [
            values_of(first, 0 if name in turned[:half] else 1)[name] for name in turned
        ]


FREE = ("education", "front_title", "back_title", "position_title", "echelon", "name")
WHO = ("nurse", "clerk", "bidang")
edits = st.dictionaries(
    st.tuples(st.sampled_from(WHO), st.sampled_from(FREE)), st.sampled_from(["satu", "dua", "tiga"]), max_size=4
)
_numbers = itertools.count(1)


@given(here=edits, there=edits, ways=st.permutations([(1, 2), (2, 1)]), choice=st.integers(0, 1))
@settings(
    max_examples=3, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)  # fmt: skip
def test_whatever_two_pcs_edit_and_in_whatever_order_they_exchange_the_rows_are_the_same_and_no_field_is_lost(
    pcs, here, there, ways, choice
):
    """One pair of PCs lives through all examples; every round brings new values, so that none is there already."""
    first, second = pcs.offices
    mark = str(next(_numbers))
    people = {who: person(first, who) for who in WHO}
    wanted = {}
    for office, edited, side in ((first, here, "a"), (second, there, "b")):
        for who in WHO:
            mine = {field: f"{value} {side} {mark}" for (whom, field), value in edited.items() if whom == who}
            if mine:
                standing = person(office, who)
                change(office, lambda work, of=standing, mine=mine: work.people.save([replace(of, **mine)]))
                for field, value in mine.items():
                    wanted.setdefault((people[who].person_id, field), []).append(value)
    for source, target in ways:
        pcs.carry(source, target)
    for source, target in ways:
        pcs.carry(source, target)
    for one in [one for one in first.desk.handover.conflicts.lines() if one.is_waiting]:
        assert sorted(side.value for side in one.candidates.values()) == sorted(wanted[one.record_id, one.field])
        sides = sorted(one.candidates)
        first.desk.handover.conflicts.decide(one.conflict_id, sides[choice], "Diputuskan bersama")
    for source, target in (*ways, *ways):
        pcs.carry(source, target)
    assert rows_of(first) == rows_of(second)
    stands = rows_of(first)["pegawai"]
    for (key, field), values in wanted.items():
        assert stands[key][field] in values, "what somebody typed is there, or the other value was chosen by a person"
    assert not [one for office in pcs.offices for one in office.desk.handover.conflicts.lines() if one.is_waiting]
    assert NIPS["nurse"] == person(first, "nurse").nip

"""Who may send what to whom: every role, kind and way, and what a key loses when it is laid down (F39 to F42)."""

from __future__ import annotations

import csv
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meritdesk.core.handover import KeyCard, PackageHeader, PackageKind
from meritdesk.core.trust import (
    Course,
    Device,
    DeviceRole,
    Enrolment,
    KeyStatus,
    KeyVerdict,
    admitted,
    course_of,
    faults_of,
    in_order,
    laid_down,
    may,
    region_cards,
    role_of,
    sends,
)

EPOCH, OTHER_EPOCH = "ab" * 16, "cd" * 16
VECTORS = Path(__file__).parents[1] / "rules" / "key_roles.csv"


def device(role: DeviceRole = DeviceRole.PRIMARY, code: str = "7101", pc: str = "PC02", **more) -> Device:
    return Device(code, "Kota", pc, role, f"key-{code}-{pc}", "age1", **more)


def rows() -> list[dict[str, str]]:
    with VECTORS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def test_the_table_names_every_role_kind_and_way_once():
    named = [(row["role"], row["kind"], row["way"]) for row in rows()]
    kinds = [kind.value for kind in PackageKind]
    assert sorted(named) == sorted(product([one.value for one in DeviceRole], kinds, [one.value for one in Course]))


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row['role']}-{row['kind']}-{row['way']}")
def test_a_role_sends_what_the_table_says(row):
    known = {kind.value: kind for kind in PackageKind}
    if row["kind"] not in known:
        pytest.skip("this kind of package is read elsewhere")
    one = device(DeviceRole(row["role"]))
    verdict = may(one, known[row["kind"]], Course(row["way"]), 1, EPOCH)
    assert (verdict is KeyVerdict.ALLOWED) is (row["may"] == "yes")


@given(
    st.sampled_from(DeviceRole),
    st.sampled_from(KeyStatus),
    st.sampled_from(PackageKind),
    st.sampled_from(Course),
    st.integers(1, 40),
    st.integers(0, 40),
)
def test_no_standing_ever_gives_a_right_that_an_active_key_has_not(role, status, kind, course, sequence, last):
    active = may(device(role), kind, course, sequence, EPOCH)
    laid = may(device(role, status=status, last_sequence=last, last_epoch=EPOCH), kind, course, sequence, EPOCH)
    assert active is KeyVerdict.ALLOWED or laid is KeyVerdict.ROLE
    if status is KeyStatus.REVOKED:
        assert laid is not KeyVerdict.ALLOWED


def test_a_retired_key_may_be_late_up_to_its_last_number_in_its_epoch():
    old = device(status=KeyStatus.RETIRED, last_sequence=17, last_epoch=EPOCH)
    assert may(old, PackageKind.EXPORT, Course.UP, 17, EPOCH) is KeyVerdict.ALLOWED
    assert may(old, PackageKind.EXPORT, Course.UP, 18, EPOCH) is KeyVerdict.RETIRED
    assert may(old, PackageKind.EXPORT, Course.UP, 1, OTHER_EPOCH) is KeyVerdict.RETIRED
    anywhere = replace(old, last_epoch="")
    assert may(anywhere, PackageKind.EXPORT, Course.UP, 1, OTHER_EPOCH) is KeyVerdict.ALLOWED


def test_a_revoked_key_brings_nothing_whatever_its_number():
    gone = device(status=KeyStatus.REVOKED, last_sequence=17, last_epoch=EPOCH)
    assert {may(gone, PackageKind.EXPORT, Course.UP, number, EPOCH) for number in (1, 17, 18)} == {KeyVerdict.REVOKED}


def test_a_bare_card_of_first_contact_speaks_for_its_agency():
    card = KeyCard("7101", "Kota", "PC02", False, "key", "age1")
    assert role_of(card) is DeviceRole.PRIMARY
    assert role_of(replace(card, is_region=True)) is DeviceRole.REGION
    assert sends(card, PackageKind.EXPORT) and not sends(replace(card, is_region=True), PackageKind.EXPORT)


def test_the_way_of_a_package_is_seen_from_the_desk_that_receives_it():
    header = PackageHeader(PackageKind.EXPORT, "7101/PC02", "REG07", "2025", EPOCH, 1, "", "")
    region = KeyCard("REG07", "Wilayah", "PC01", True, "k", "a")
    agency = KeyCard("7101", "Kota", "PC02", False, "k", "a")
    assert course_of(header, region) is Course.UP
    assert course_of(header, agency) is None
    home = replace(header, recipient="7101")
    assert course_of(home, agency) is Course.HOME
    assert course_of(home, replace(agency, device="PC03")) is Course.ACROSS
    assert course_of(replace(home, sender="REG07/PC01"), agency) is Course.DOWN
    assert course_of(header, replace(region, agency_code="REG08")) is None
    neighbour = KeyCard("7102", "Kabupaten", "PC01", False, "k", "a")
    assert course_of(replace(home, sender="7102/PC01"), agency, neighbour) is Course.OVER
    assert course_of(replace(home, sender="REG07/PC01"), agency, region) is Course.DOWN


def test_packages_are_written_to_the_region_in_force_and_to_the_one_announced():
    own = device(DeviceRole.REGION, "REG07", "PC01")
    coming = replace(own, minisign_key="next", status=KeyStatus.ANNOUNCED)
    gone = replace(own, minisign_key="gone", status=KeyStatus.RETIRED)
    cards = [one.card for one in in_order([gone, coming, device(), own])]
    assert [card.minisign_key for card in region_cards(cards)] == [own.minisign_key, "next"]


def test_admitting_a_new_key_of_a_pc_retires_the_one_before_where_its_stream_ended():
    before = device()
    card = KeyCard("7101", "Kota", "PC02", False, "new", "age2")
    old, new = admitted([before], Enrolment(card, DeviceRole.PRIMARY, EPOCH, 17), DeviceRole.PRIMARY, "", 0)
    assert (old.status, old.last_epoch, old.last_sequence) == (KeyStatus.RETIRED, EPOCH, 17)
    assert (new.minisign_key, new.status, new.role) == ("new", KeyStatus.ACTIVE, DeviceRole.PRIMARY)


@given(st.permutations([KeyStatus.RETIRED, KeyStatus.REVOKED, KeyStatus.RETIRED]))
def test_a_revoked_key_stays_revoked(statuses):
    devices = (device(),)
    for place, status in enumerate(statuses):
        devices = laid_down(devices, devices[0].minisign_key, status, EPOCH, place, "x", place + 2)
    assert devices[0].status is KeyStatus.REVOKED


def test_a_list_that_contradicts_itself_says_how():
    own, agency = device(DeviceRole.REGION, "REG07", "PC01"), device()
    assert faults_of("REG07", [own, agency]) == ()
    assert faults_of("REG07", [own, agency, agency]) == ("key-twice", "device-twice", "two-primaries")
    second = device(pc="PC03")
    assert faults_of("REG07", [own, agency, second]) == ("two-primaries",)
    assert faults_of("REG07", [own, agency, replace(second, role=DeviceRole.SECONDARY)]) == ()
    assert faults_of("REG07", [replace(own, role=DeviceRole.PRIMARY)]) == ("role-of-region",)
    assert faults_of("REG07", [own, replace(agency, status=KeyStatus.ANNOUNCED)]) == ("announced",)

"""Who signs for an office on a day: mandate, Plh., head, Plt.; acting raters have a line; nobody is never a blank."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meritdesk.core.career import EntryKind, History, HistoryEntry
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.people import LegalStatus, OrgUnit, Person, PositionKind
from meritdesk.core.signers import (
    Capacity,
    Mandate,
    SignerRegister,
    SignerSource,
    SigningLine,
    checked_mandate,
    office_title,
)

DAY = date(2026, 1, 15)
UNITS = (
    OrgUnit("u0", "Pemerintah Kota", head_title="WALI KOTA", head_id="mayor"),
    OrgUnit("u1", "-Dinas Kesehatan", parent_id="u0", head_title="KEPALA DINAS KESEHATAN", head_source_id="P1"),
    OrgUnit("u2", "--Bidang Pelayanan", parent_id="u1", acting_source_id="P2"),
    OrgUnit("u3", "--Bidang Kosong", parent_id="u1"),
)
MAYOR = Person("mayor", "", "Sri", position_kind=PositionKind.OFFICIAL, unit_id="u0")
HEAD = Person("head", "1" * 18, "Bambang", source_id="P1", position_kind=PositionKind.JPT, unit_id="u1", grade="IV/b")
SECRETARY = Person("sec", "2" * 18, "Endang", source_id="P2", position_kind=PositionKind.ADMINISTRATOR, unit_id="u1")
NURSE = Person("nurse", "3" * 18, "Joko", position_kind=PositionKind.JF, unit_id="u2")
PEOPLE = (MAYOR, HEAD, SECRETARY, NURSE)


def register(*entries, mandates=(), people=PEOPLE):
    return SignerRegister(people, UNITS, History(tuple(entries)), mandates)


def acting(kind, person="sec", unit="u1", since=date(2026, 1, 1), until=date(2026, 1, 31)):
    return HistoryEntry(f"{kind}{person}{unit}", person, kind, since, until, unit)


def a_mandate(**changed):
    given = Mandate("m", "u1", "sec", Capacity.AN, "SEKRETARIS", date(2026, 1, 1), date(2026, 1, 31))
    return replace(given, **changed)


def test_the_head_signs_by_his_post_and_the_title_comes_from_the_unit_file():
    signer = register().office_signer("u1", DAY)
    assert (signer.person, signer.line) == (HEAD, SigningLine(Capacity.DEFINITIVE, "KEPALA DINAS KESEHATAN"))
    assert office_title(UNITS[2]) == "KEPALA BIDANG PELAYANAN"


def test_a_unit_without_a_head_is_signed_for_by_its_plt():
    signer = register().office_signer("u2", DAY)
    assert (signer.person, signer.line.capacity) == (SECRETARY, Capacity.PLT)


def test_a_plh_signs_while_the_head_is_away_and_only_then():
    known = register(acting(EntryKind.PLH))
    assert known.office_signer("u1", DAY).line.capacity is Capacity.PLH
    assert known.office_signer("u1", date(2026, 2, 1)).person == HEAD


def test_a_mandate_goes_before_everybody_on_its_days():
    known = register(mandates=[a_mandate()])
    signer = known.office_signer("u1", DAY)
    assert signer.line == SigningLine(Capacity.AN, "KEPALA DINAS KESEHATAN", "SEKRETARIS")
    assert known.office_signer("u1", date(2026, 2, 1)).person == HEAD
    gone = [replace(one, legal_status=LegalStatus.LEFT) if one is SECRETARY else one for one in PEOPLE]
    assert register(mandates=[a_mandate()], people=gone).office_signer("u1", DAY).person == HEAD


@pytest.mark.parametrize("unit", ["u3"])
def test_nobody_is_a_code_and_never_a_blank(unit):
    with pytest.raises(UsageRefusal, match="DOC-592") as why:
        register().office_signer(unit, DAY)
    assert why.value.facts["day"] == "15-01-2026"
    with pytest.raises(UsageRefusal, match="USE-103"):
        register().office_signer("nowhere", DAY)


def test_a_rater_who_acts_for_the_unit_has_a_line_and_one_who_leads_it_has_none():
    assert register().acting_line("sec", "u2", DAY) == SigningLine(Capacity.PLT, "KEPALA BIDANG PELAYANAN")
    assert register().acting_line("head", "u2", DAY) is None
    assert register().acting_line("nurse", "u2", DAY) is None
    assert register().acting_line("sec", "", DAY) is None


def test_acting_for_somebody_is_known_only_on_its_days():
    known = register(acting(EntryKind.PLT))
    assert known.acts_for("sec", "head", DAY) == SigningLine(Capacity.PLT, "KEPALA DINAS KESEHATAN")
    assert known.acts_for("sec", "head", date(2026, 3, 1)) is None
    assert known.acts_for("nurse", "head", DAY) is None


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"capacity": Capacity.PLT}, "DOC-593"),
        ({"capacity": Capacity.DEFINITIVE}, "DOC-593"),
        ({"until": date(2025, 12, 31)}, "DOC-595"),
        ({"person_id": "head"}, "DOC-596"),
        ({"post": " "}, "DOC-597"),
        ({"capacity": Capacity.UB}, "DOC-597"),
    ],
)
def test_a_mandate_that_cannot_be_is_refused(changed, code):
    with pytest.raises(UsageRefusal, match=code):
        checked_mandate(a_mandate(**changed), [], register())


def test_a_mandate_that_can_be_stands_also_for_u_b():
    under = a_mandate(capacity=Capacity.UB, through="SEKRETARIS", post="KEPALA SUBBAGIAN UMUM")
    assert checked_mandate(under, [], register()) is under


DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))


@given(DAYS, st.none() | DAYS, DAYS, st.none() | DAYS, DAYS)
def test_two_mandates_for_one_unit_never_hold_on_the_same_day(since, until, other_since, other_until, day):
    one = a_mandate(mandate_id="a", since=since, until=until)
    other = a_mandate(mandate_id="b", since=other_since, until=other_until)
    try:
        checked_mandate(other, [one], register())
    except UsageRefusal as why:
        assert why.code in ("DOC-594", "DOC-595")
    else:
        assert not (one.holds_on(day) and other.holds_on(day)) or (until is not None and until < since)


def test_the_register_tells_every_source_unit_by_unit():
    lines = register(acting(EntryKind.PLH), mandates=[a_mandate(letter="SK 12")]).lines()
    told = [(line.unit_id, line.capacity, line.source) for line in lines]
    assert told == [
        ("u0", Capacity.DEFINITIVE, SignerSource.UNIT_FILE),
        ("u1", Capacity.PLH, SignerSource.HISTORY),
        ("u1", Capacity.DEFINITIVE, SignerSource.UNIT_FILE),
        ("u1", Capacity.AN, SignerSource.MANDATE),
        ("u2", Capacity.PLT, SignerSource.UNIT_FILE),
    ]
    assert lines[3].letter == "SK 12" and lines[1].holds_on(DAY) and not lines[1].holds_on(date(2026, 2, 1))

"""Who may be there twice: what speaks for it and what against; two people of one name stay two."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from meritdesk.core.duplicates import TwinKind, better_of, find_twins, folded_name, merged_person
from meritdesk.core.people import EmploymentType, LegalStatus, Person, Sex

ONE = Person("a", "198504042010012004", "Sari Puspita", birth_date=date(1985, 4, 4), unit_id="u", sex=Sex.FEMALE)


def found(*people, settled=()):
    return [(twins.kind, twins.key) for twins in find_twins(people, settled)]


def test_two_rows_with_one_nip_are_twins_whatever_their_names():
    other = replace(ONE, person_id="b", name="S. Puspita")
    (twins,) = find_twins((ONE, other))
    assert twins.kind is TwinKind.SAME_NIP
    assert {"REG-TWIN-NIP", "REG-TWIN-BIRTH", "REG-TWIN-UNIT"} <= {reason.code for reason in twins.evidence}


def test_a_typing_fault_in_the_nip_is_found_by_name():
    swapped = replace(ONE, person_id="b", nip="198504042010010204")
    assert found(ONE, swapped) == [(TwinKind.NEAR_NIP, ("a", "b"))]


def test_a_new_contract_with_a_new_nip_is_found_by_name_and_birth_date():
    again = replace(ONE, person_id="b", nip="198504042024212001", employment=EmploymentType.PPPK, unit_id="w")
    (twins,) = find_twins((ONE, again))
    assert twins.kind is TwinKind.SAME_NAME
    assert "REG-TWIN-CONTRACT" in {reason.code for reason in twins.evidence}


def test_the_same_name_with_another_birth_date_is_another_person():
    namesake = replace(ONE, person_id="b", nip="199001012015012009", birth_date=date(1990, 1, 1))
    assert found(ONE, namesake) == []


def test_spellings_and_titles_do_not_hide_a_twin():
    one = replace(ONE, name="Moh. Noor Hidayat, S.Kom.")
    other = replace(ONE, person_id="b", name="H. MUHAMMAD NUR HIDAYAT", nip="198504042024211001")
    assert folded_name(one.name) == folded_name(other.name) == "muhammad nur hidayat"
    assert found(one, other) == [(TwinKind.SAME_NAME, ("a", "b"))]


def test_a_pair_that_was_settled_is_not_proposed_again():
    other = replace(ONE, person_id="b")
    assert found(ONE, other, settled=[("b", "a")]) == []


def test_the_row_in_service_that_knows_more_is_kept():
    gone = replace(ONE, person_id="b", legal_status=LegalStatus.LEFT, source_id="x", grade="III/a")
    assert better_of(gone, ONE) == (ONE, gone)
    fuller = replace(ONE, person_id="c", source_id="x")
    assert better_of(ONE, fuller) == (fuller, ONE)


def test_a_merge_fills_blanks_and_overwrites_nothing():
    fuller = replace(ONE, person_id="b", name="Sari P.", source_id="x", grade="III/a")
    assert merged_person(ONE, fuller) == replace(ONE, source_id="x", grade="III/a")


PEOPLE = st.builds(
    Person, person_id=st.uuids().map(str), nip=st.sampled_from(["", ONE.nip, "x"]), name=st.text(max_size=12)
)


@given(st.lists(PEOPLE, max_size=6, unique_by=lambda person: person.person_id))
def test_no_pair_is_found_twice_and_nobody_is_his_own_twin(people):
    keys = [twins.key for twins in find_twins(people)]
    assert len(keys) == len(set(keys))
    assert all(one != other for one, other in keys)


def test_a_name_that_hundreds_carry_is_compared_only_where_something_else_agrees():
    crowd = [
        Person(
            str(number), "", "Siti Aminah", birth_date=date(1970, 1, 1) + timedelta(days=number), unit_id=str(number)
        )
        for number in range(400)
    ]
    again = replace(crowd[7], person_id="again", unit_id="x")
    assert found(*crowd, again) == [(TwinKind.SAME_NAME, ("7", "again"))]

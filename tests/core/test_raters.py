"""Who rates whom: the rules of the regulation, and a law for every tree however broken."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meritdesk.core.people import (
    EmploymentType,
    LegalStatus,
    OrgUnit,
    Person,
    PositionKind,
    RaterBasis,
    ReportingLine,
)
from meritdesk.core.raters import derive_lines, unit_cycles, who_leads


def person(name, unit, kind=PositionKind.STAFF, echelon="", **more):
    return Person(
        person_id=name, nip="", name=name, source_id=name, position_kind=kind, echelon=echelon, unit_id=unit, **more
    )


def unit(name, parent="", **more):
    return OrgUnit(unit_id=name, name=name, parent_id=parent, **more)


MAYOR = person("mayor", "city", PositionKind.OFFICIAL, employment=EmploymentType.OFFICIAL)
CHIEF = person("chief", "dept", PositionKind.JPT, "II.b")
MANAGER = person("manager", "field", PositionKind.ADMINISTRATOR, "III.b")
CLERK = person("clerk", "field")
PEOPLE = (MAYOR, CHIEF, MANAGER, CLERK)
UNITS = (
    unit("city", head_id="mayor"),
    unit("dept", "city", echelon="II.b", head_source_id="chief"),
    unit("field", "dept", echelon="III.b", head_source_id="manager"),
)


def lines(people, units):
    return {line.person_id: line for line in derive_lines(people, units)}


def with_unit(name, **changes):
    return tuple(replace(found, **changes) if found.unit_id == name else found for found in UNITS)


def test_a_member_is_rated_by_the_head_of_his_unit_and_the_head_by_the_head_above():
    found = lines(PEOPLE, UNITS)
    assert found["clerk"] == ReportingLine("clerk", "manager", "chief", "field", RaterBasis.HEAD)
    assert found["manager"] == ReportingLine("manager", "chief", "mayor", "dept", RaterBasis.HEAD)
    assert found["chief"] == ReportingLine("chief", "mayor", "", "city", RaterBasis.HEAD_OF_REGION)


def test_the_head_of_region_is_rated_by_nobody_and_has_no_line():
    assert "mayor" not in lines(PEOPLE, UNITS)


def test_only_people_who_must_be_appraised_get_a_line():
    gone = person("gone", "field", legal_status=LegalStatus.LEFT)
    student = person("student", "field", legal_status=LegalStatus.STUDY_LEAVE)
    found = lines((*PEOPLE, gone, student), UNITS)
    assert "gone" not in found
    assert found["student"].rater_id == "manager"


def test_every_jpt_of_a_local_government_is_rated_by_the_head_of_region():
    """R-05: an assistant sits below the secretary in the tree, and yet the mayor rates him."""
    assistant = person("assistant", "field", PositionKind.JPT, "II.b")
    assert lines((*PEOPLE, assistant), UNITS)["assistant"] == ReportingLine(
        "assistant", "mayor", "", "city", RaterBasis.HEAD_OF_REGION
    )


def test_an_acting_head_counts_where_the_post_is_vacant():
    acting = person("acting", "dept", PositionKind.ADMINISTRATOR, "III.a")
    found = lines((*PEOPLE[:2], CLERK, acting), with_unit("field", head_source_id="", acting_source_id="acting"))
    assert found["clerk"] == ReportingLine("clerk", "acting", "chief", "field", RaterBasis.ACTING)
    assert found["acting"].rater_id == "chief"


def test_a_head_who_acts_in_the_unit_above_does_not_rate_himself():
    found = lines((MAYOR, MANAGER, CLERK), with_unit("dept", head_source_id="", acting_source_id="manager"))
    assert found["manager"] == ReportingLine("manager", "mayor", "", "city", RaterBasis.HEAD_OF_REGION)
    assert found["clerk"] == ReportingLine("clerk", "manager", "mayor", "field", RaterBasis.HEAD)


def test_whoever_acts_elsewhere_is_rated_above_the_unit_he_acts_for():
    """R-11: the head of the unit where he reports as Plt. rates him."""
    other = unit("other", "city", acting_source_id="manager")
    found = lines(PEOPLE, (*UNITS, other))
    assert found["manager"].rater_id == "mayor"
    assert found["clerk"].led_unit_id == "field"


def test_a_structural_official_with_a_fitting_echelon_leads_a_unit_that_names_no_head():
    found = lines(PEOPLE, with_unit("field", head_source_id=""))
    assert found["clerk"].rater_id == "manager"
    assert found["manager"].rater_id == "chief"


def test_an_official_of_another_echelon_does_not_fit():
    found = lines(PEOPLE, with_unit("field", head_source_id="", echelon="IV.a"))
    assert found["clerk"].problem == "REG-322"


def test_two_officials_who_fit_equally_mean_nobody_is_chosen():
    twin = person("twin", "field", PositionKind.ADMINISTRATOR, "III.b")
    found = lines((*PEOPLE, twin), with_unit("field", head_source_id=""))
    assert found["clerk"] == ReportingLine("clerk", problem="REG-322")


def test_a_functional_official_who_leads_a_unit_may_rate():
    """T-68: a teacher as headmaster."""
    teacher = person("teacher", "school", PositionKind.JF)
    pupil_clerk = person("school-clerk", "school")
    found = lines((*PEOPLE, teacher, pupil_clerk), (*UNITS, unit("school", "dept", head_source_id="teacher")))
    assert found["school-clerk"] == ReportingLine("school-clerk", "teacher", "chief", "school", RaterBasis.HEAD)


def test_a_head_of_department_rates_the_head_of_an_autonomous_unit():
    """T-70: the Kepala Puskesmas is rated by the Kepala Dinas, whose superior the mayor is."""
    nurse = person("nurse", "clinic", PositionKind.JF)
    clinic = unit("clinic", "dept", head_source_id="nurse", is_autonomous=True)
    assert lines((*PEOPLE, nurse), (*UNITS, clinic))["nurse"] == ReportingLine(
        "nurse", "chief", "mayor", "dept", RaterBasis.HEAD
    )


@pytest.mark.parametrize(
    ("status", "rater"), [(LegalStatus.LEFT, ""), (LegalStatus.SUSPENDED, ""), (LegalStatus.ACTIVE, "manager")]
)
def test_a_head_who_is_not_active_leads_nothing(status, rater):
    manager = person("manager", "field", PositionKind.ADMINISTRATOR, "III.b", legal_status=status)
    assert lines((MAYOR, CHIEF, manager, CLERK), UNITS)["clerk"].rater_id == rater


def test_a_vacant_post_without_plt_is_a_problem_and_not_a_guess():
    found = lines((MAYOR, CHIEF, CLERK), with_unit("field", head_source_id=""))
    assert found["clerk"] == ReportingLine("clerk", problem="REG-322")


def test_the_superior_of_a_rater_is_sought_tier_by_tier():
    """R-08: with the department vacant the manager still rates the clerk, and the mayor stands above."""
    found = lines((MAYOR, MANAGER, CLERK), with_unit("dept", head_source_id=""))
    assert found["manager"].problem == "REG-322"
    assert found["clerk"] == ReportingLine("clerk", "manager", "mayor", "field", RaterBasis.HEAD)


def test_a_person_without_a_known_unit_is_a_problem():
    found = lines((*PEOPLE, person("lost", ""), person("astray", "nowhere")), UNITS)
    assert found["lost"].problem == found["astray"].problem == "REG-321"


def test_a_head_of_the_staff_kind_is_not_a_rater():
    helper = person("helper", "field")
    found = lines((*PEOPLE, helper), with_unit("field", head_source_id="helper"))
    assert found["clerk"] == ReportingLine("clerk", problem="REG-323")
    assert found["helper"].rater_id == "chief"


def test_units_in_a_circle_give_a_problem_and_no_loop():
    circle = with_unit("dept", parent_id="field")
    found = lines((*PEOPLE, person("porter", "city")), circle)
    assert {found[name].problem for name in ("clerk", "manager", "chief")} == {"REG-324"}
    assert found["porter"].rater_id == "mayor"


def test_whoever_acts_as_the_head_of_the_whole_agency_would_rate_himself():
    found = lines((CHIEF, MANAGER), with_unit("city", head_id="", acting_source_id="chief"))
    assert found["chief"].problem == "REG-325"
    assert found["manager"].rater_id == "chief"
    assert found["manager"].problem == "REG-328"


def test_the_head_of_the_top_unit_has_no_rater_in_the_file():
    found = lines((MANAGER, CLERK), (unit("field", head_source_id="manager"),))
    assert found["manager"].problem == "REG-327"
    assert found["clerk"] == ReportingLine("clerk", "manager", "", "field", RaterBasis.HEAD, "REG-328")


def test_the_head_of_an_orphan_unit_has_no_rater():
    found = lines((MAYOR, MANAGER, CLERK), (UNITS[0], unit("field", "lost", head_source_id="manager")))
    assert found["manager"].problem == "REG-326"
    assert found["clerk"].problem == "REG-328"


def test_circles_of_units_are_listed_once_each():
    units = (unit("a", "b"), unit("b", "c"), unit("c", "a"), unit("tail", "a"), unit("self", "self"), unit("root"))
    assert [{found.unit_id for found in circle} for circle in unit_cycles(units)] == [{"a", "b", "c"}, {"self"}]
    assert unit_cycles(UNITS) == ()


def test_a_post_of_the_unit_file_comes_before_the_acting_one():
    both = with_unit("field", acting_source_id="clerk")
    assert who_leads(both, PEOPLE)["field"].person is MANAGER
    assert not who_leads(both, PEOPLE)["field"].is_acting


NAMES = [f"u{number}" for number in range(6)]
STAFF = [f"p{number}" for number in range(8)]


@st.composite
def agencies(draw):
    names = draw(st.lists(st.sampled_from(NAMES), unique=True))
    units = tuple(
        unit(
            name,
            draw(st.sampled_from(["", "lost", *NAMES])),
            echelon=draw(st.sampled_from(["", "II.b", "III.a", "IV.a"])),
            head_source_id=draw(st.sampled_from(["", "nobody", *STAFF])),
            acting_source_id=draw(st.sampled_from(["", *STAFF])),
            head_id=draw(st.sampled_from(["", "", "", *STAFF])),
        )
        for name in names
    )
    people = tuple(
        person(
            name,
            draw(st.sampled_from(["", *NAMES])),
            draw(st.sampled_from(PositionKind)),
            draw(st.sampled_from(["", "II.b", "III.b", "IV.a"])),
            employment=draw(st.sampled_from([EmploymentType.PNS] * 5 + [EmploymentType.OFFICIAL])),
            legal_status=draw(st.sampled_from([LegalStatus.ACTIVE] * 5 + [LegalStatus.LEFT])),
        )
        for name in STAFF
    )
    return people, units


@settings(max_examples=150)
@given(agencies())
def test_in_any_agency_the_lines_never_loop_and_never_name_a_person_twice(agency):
    people, units = agency
    found = lines(people, units)
    assert set(found) == {one.person_id for one in people if one.is_appraised}
    for line in found.values():
        assert bool(line.rater_id) or bool(line.problem)
        if line.rater_id:
            assert len({line.person_id, line.rater_id, line.superior_id}) == 3
            assert who_leads(units, people)[line.led_unit_id].person.person_id == line.rater_id
        walked = [line.person_id]
        while walked[-1] in found and found[walked[-1]].rater_id:
            walked.append(found[walked[-1]].rater_id)
            assert len(walked) == len(set(walked)), f"{walked} rate each other"

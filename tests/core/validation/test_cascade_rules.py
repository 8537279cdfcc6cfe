"""The rules of cascade, matrix, assignment and organisation level: each fires where it must and is silent elsewhere."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from meritdesk.core.agreement import AgreementIndicator, TrajectoryPoint, UnitActual
from meritdesk.core.cascade import (
    Assignment,
    AssignmentMode,
    Cascade,
    CascadeLink,
    CascadeMethod,
    MethodChoice,
    Node,
    NodeKind,
    WorkTeam,
)
from meritdesk.core.evaluation import OrganisationLevel, OrgLevel
from meritdesk.core.matrix import matrix_of, offers_of_plan, people_of_unit
from meritdesk.core.people import Person, ReportingLine
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.plan import (
    Approach,
    Indicator,
    JobClass,
    PerformancePlan,
    ResultKind,
    Target,
    WorkResult,
)
from meritdesk.core.validation import cascade_rules as rules

AIM = Target("10 ton", Decimal(10), Decimal(10), "ton")
YEAR = Period(2025, PeriodKind.YEAR)
QUARTER = Period(2025, PeriodKind.QUARTER, 2)
PEOPLE = {key: Person(key, key, key.title()) for key in ("boss", "ani", "guest")}
LINE = ReportingLine("ani", "boss", led_unit_id="unit")
GUEST_LINE = ReportingLine("guest", "other boss", led_unit_id="elsewhere")
LINES = {"ani": LINE, "guest": GUEST_LINE}
COLUMN = Node(NodeKind.INDICATOR, "boss-1-i")


def plan_of(person_id, *texts, kind=ResultKind.MAIN):
    results = tuple(
        WorkResult(
            f"{person_id}-{place}", place, kind, text, indicators=(Indicator(f"{person_id}-{place}-i", text, AIM),)
        )
        for place, text in enumerate(texts, start=1)
    )
    return PerformancePlan(
        person_id, person_id, 2025, Approach.QUANTITATIVE, JobClass.JA_JF, date(2025, 1, 1), date(2025, 12, 31), results
    )


def cascade_of(*plans, links=(), method=None):
    offers = {offer.node: offer for plan in plans for offer in offers_of_plan(plan, "unit")}
    choices = {COLUMN: MethodChoice(2025, COLUMN, method)} if method else {}
    return Cascade(offers, tuple(links), choices)


def link(person_id, place, share=None, child=None):
    child = child or Node(NodeKind.RESULT, f"{person_id}-{place}")
    return CascadeLink(f"{person_id}{place}", 2025, COLUMN, child, person_id, "unit", "Peran", share=share)


def matrix_codes(*plans, links=()):
    group = people_of_unit("unit", "boss", PEOPLE, [LINE])
    return [hint.code for hint in rules.matrix_hints(matrix_of(group, cascade_of(*plans, links=links), 2025))]


BOSS = plan_of("boss", "Ikan")
ANI = plan_of("ani", "Ikan lele")


@pytest.mark.rule("V-35", "fires")
@pytest.mark.rule("V-36", "fires")
def test_an_indicator_nobody_takes_and_a_person_without_a_role_are_named():
    assert matrix_codes(BOSS) == ["V-35", "V-36"]


@pytest.mark.rule("V-35", "silent")
@pytest.mark.rule("V-36", "silent")
@pytest.mark.rule("V-37", "silent")
@pytest.mark.rule("V-38", "silent")
def test_a_whole_matrix_is_silent():
    assert matrix_codes(BOSS, ANI, links=[link("ani", 1)]) == []


def test_an_additional_result_is_as_good_as_a_main_one():
    """T-88: a role that is additional in the plan is no matter for a warning."""
    additional = plan_of("ani", "Data SICANTIK", kind=ResultKind.ADDITIONAL)
    assert matrix_codes(BOSS, additional, links=[link("ani", 1)]) == []


def test_no_role_for_one_indicator_is_nothing_wrong():
    """T-87: somebody has roles elsewhere, the column has others."""
    boss = plan_of("boss", "Ikan", "Padi")
    other = replace(link("ani", 1), link_id="second", parent=Node(NodeKind.INDICATOR, "boss-2-i"))
    assert matrix_codes(boss, ANI, links=[other]) == ["V-35"]


@pytest.mark.rule("V-37", "fires")
def test_a_role_that_the_plan_does_not_hold_is_named():
    assert matrix_codes(BOSS, links=[link("ani", 1, child=Node(NodeKind.ROLE, "x"))]) == ["V-37"]
    assert matrix_codes(BOSS, links=[link("ani", 7)]) == ["V-37"]


@pytest.mark.rule("V-38", "fires")
def test_a_result_without_a_cell_is_named():
    assert matrix_codes(BOSS, plan_of("ani", "Ikan lele", "Lepas"), links=[link("ani", 1)]) == ["V-38"]


def test_a_team_without_members_hands_nothing_down_yet():
    team = WorkTeam("t", "unit", 2025, "Tim", "ani")
    group = people_of_unit("unit", "boss", PEOPLE, [LINE], [team])
    matrix = matrix_of(group, cascade_of(BOSS, ANI, links=[link("ani", 1)]), 2025)
    assert rules.matrix_hints(matrix) == ()


GUEST = Assignment("a", 2025, "guest", "unit", home_unit_id="elsewhere", assigned_by_id="boss", starts=date(2025, 3, 1))
AGREED = replace(GUEST, consent_on=date(2025, 2, 28))


def assignment_codes(assignment, links=()):
    return [hint.code for hint in rules.assignment_hints([assignment], cascade_of(BOSS, links=links), LINES, PEOPLE)]


@pytest.mark.rule("V-39", "fires")
def test_a_role_across_units_must_stand_in_the_hosts_matrix():
    assert assignment_codes(AGREED) == ["V-39"]


@pytest.mark.rule("V-39", "silent")
@pytest.mark.rule("V-40", "silent")
@pytest.mark.rule("V-41", "silent")
def test_a_recorded_role_with_consent_in_time_is_silent():
    assert assignment_codes(AGREED, [link("guest", 1)]) == []
    assert assignment_codes(replace(AGREED, mode=AssignmentMode.VOLUNTEERED), [link("guest", 1)]) == []


def test_somebody_of_the_own_unit_needs_no_record_across_units_and_the_rater_needs_no_consent():
    own = Assignment("a", 2025, "ani", "unit", home_unit_id="unit", assigned_by_id="boss")
    assert assignment_codes(own) == []


@pytest.mark.rule("V-40", "fires")
@pytest.mark.parametrize("consent", [None, date(2025, 3, 2)])
def test_an_appointment_by_somebody_else_needs_the_raters_consent_first(consent):
    assert assignment_codes(replace(GUEST, consent_on=consent), [link("guest", 1)]) == ["V-40"]


@pytest.mark.rule("V-41", "fires")
def test_volunteering_needs_the_raters_consent():
    assert assignment_codes(replace(GUEST, mode=AssignmentMode.VOLUNTEERED), [link("guest", 1)]) == ["V-41"]


def cascade_codes(*shares, method=CascadeMethod.SHARE):
    plan = plan_of("ani", *(f"Bagian {share}" for share in shares))
    links = [link("ani", place, share=Decimal(share)) for place, share in enumerate(shares, start=1)]
    return [hint.code for hint in rules.cascade_hints(cascade_of(BOSS, plan, links=links, method=method))]


@pytest.mark.rule("V-42", "fires")
def test_shares_that_miss_the_leaders_target_are_named():
    assert cascade_codes(5, 4) == ["V-42"]


@pytest.mark.rule("V-42", "silent")
@pytest.mark.rule("V-43", "silent")
def test_shares_that_add_up_are_silent():
    assert cascade_codes(5, 5) == []


@pytest.mark.rule("V-43", "fires")
def test_an_indicator_handed_down_without_a_method_is_named():
    assert cascade_codes(5, 5, method=None) == ["V-43"]


def test_the_facts_of_shares_are_printed_as_the_office_writes_numbers():
    plan = plan_of("ani", "Satu")
    cascade = cascade_of(BOSS, plan, links=[link("ani", 1, share=Decimal("1234.5"))], method=CascadeMethod.SHARE)
    (hint,) = rules.cascade_hints(cascade)
    assert hint.facts["sum"] == "1.234,5"
    assert hint.place == ("cascade", COLUMN.code)


GOAL = AgreementIndicator("g", "unit", 2025, 1, "Sasaran", "Ikan", AIM)


@pytest.mark.rule("V-05", "fires")
def test_an_indicator_of_the_agreement_that_the_leaders_plan_lacks_is_named():
    assert [hint.code for hint in rules.agreement_hints([GOAL], plan_of("boss", "Padi"))] == ["V-05"]
    additional = plan_of("boss", "Ikan", kind=ResultKind.ADDITIONAL)
    assert [hint.code for hint in rules.agreement_hints([GOAL], additional)] == ["V-05"]


@pytest.mark.rule("V-05", "silent")
def test_an_agreement_that_stands_among_the_main_results_is_silent():
    assert rules.agreement_hints([GOAL], BOSS) == ()


@pytest.mark.rule("V-61", "fires")
def test_a_periodic_level_never_serves_the_year_nor_the_reverse():
    periodic, annual = (OrganisationLevel("unit", period, OrgLevel.GOOD) for period in (QUARTER, YEAR))
    assert [hint.code for hint in rules.level_kind_hints(periodic, YEAR)] == ["V-61"]
    assert [hint.code for hint in rules.level_kind_hints(annual, QUARTER)] == ["V-61"]


@pytest.mark.rule("V-61", "silent")
def test_a_level_of_the_same_kind_is_silent():
    assert rules.level_kind_hints(OrganisationLevel("unit", YEAR, OrgLevel.GOOD), YEAR) == ()


SECOND = replace(GOAL, indicator_id="h", number=2, trajectory=(TrajectoryPoint(QUARTER, Decimal(3)),))
FIRST = replace(GOAL, trajectory=(TrajectoryPoint(QUARTER, Decimal(4)),))


@pytest.mark.rule("V-63", "fires")
def test_a_periodic_level_that_leaves_an_indicator_out_is_named_with_its_number():
    actuals = {"g": UnitActual("g", QUARTER, Decimal(4))}
    (hint,) = rules.coverage_hints([FIRST, SECOND], actuals, QUARTER)
    assert (hint.code, hint.facts["numbers"]) == ("V-63", "2")


@pytest.mark.rule("V-63", "silent")
def test_a_periodic_level_over_all_indicators_is_silent():
    actuals = {key: UnitActual(key, QUARTER, Decimal(4)) for key in ("g", "h")}
    assert rules.coverage_hints([FIRST, SECOND], actuals, QUARTER) == ()

"""Who may rate and who evaluates: each rule once firing, once silent."""

from dataclasses import replace
from datetime import date

import pytest

from meritdesk.core.history import EntryKind, EvaluationWindow, History, evaluator_for, lines_on, timeline, tree_on
from meritdesk.core.people import PositionKind
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.standing import changes_in, rater_changes
from meritdesk.core.validation.register_rules import (
    ProposedEvaluation,
    RaterCase,
    evaluation_hints,
    line_hints,
    move_hints,
    rater_change_hints,
    rater_hints,
)
from tests.core.small_agency import BY_NAME, PEOPLE, UNITS, entry, history_of, moved

QUARTER = Period(2025, PeriodKind.QUARTER, 3)
YEAR = Period(2025, PeriodKind.YEAR)
WINDOW = EvaluationWindow(date(2025, 9, 20), date(2025, 10, 15))
YEAR_WINDOW = EvaluationWindow(date(2025, 12, 20), date(2026, 1, 31))
MOVE = date(2025, 8, 25)
CLERK, HEAD, CHIEF = BY_NAME["analis"], BY_NAME["purnama"], BY_NAME["dirjen"]
FUNCTIONAL = BY_NAME["perencana"]
JPT, MAYOR = BY_NAME["kepala dinas"], BY_NAME["walikota"]


def codes(hints):
    return [hint.code for hint in hints]


def case(**changes):
    return replace(RaterCase(CLERK, HEAD, superior_id="dirjen", rater_leads=True), **changes)


@pytest.mark.rule("V-22", "fires")
def test_a_staff_member_without_delegation_may_not_rate():
    assert codes(rater_hints(case(rater=BY_NAME["tata usaha sekolah"], rater_leads=False))) == ["V-22"]


@pytest.mark.rule("V-22", "silent")
def test_a_supervisor_or_a_delegate_may_rate():
    assert rater_hints(case()) == ()
    assert rater_hints(case(rater=BY_NAME["tata usaha sekolah"], rater_leads=False, has_delegation=True)) == ()


@pytest.mark.rule("V-23", "fires")
def test_a_functional_official_without_a_unit_may_not_rate_even_with_a_delegation():
    assert codes(rater_hints(case(rater=FUNCTIONAL, rater_leads=False, has_delegation=True))) == ["V-23"]


@pytest.mark.rule("V-23", "silent")
def test_a_teacher_as_headmaster_may_rate():
    """T-68 (p. 89)."""
    assert rater_hints(case(rater=BY_NAME["kepala sekolah"], rater_leads=True)) == ()


@pytest.mark.rule("V-24", "fires")
def test_a_jpt_of_a_city_is_not_rated_by_another_official():
    assert codes(rater_hints(case(ratee=JPT, rater=HEAD))) == ["V-24"]


@pytest.mark.rule("V-24", "silent")
def test_the_mayor_rates_the_head_of_a_department_and_a_ministry_has_no_mayor():
    """T-69 (p. 167)."""
    assert rater_hints(case(ratee=JPT, rater=MAYOR, superior_id="")) == ()
    assert rater_hints(case(ratee=JPT, rater=HEAD, is_local=False)) == ()


@pytest.mark.rule("V-25", "fires")
def test_an_autonomous_head_is_not_rated_by_somebody_who_does_not_coordinate_him():
    head = case(ratee=BY_NAME["kepala puskesmas"], leads_autonomous=True, coordinating_head_id="kepala dinas")
    assert codes(rater_hints(head)) == ["V-25"]


@pytest.mark.rule("V-25", "silent")
def test_the_coordinating_head_of_department_or_the_mayor_rates_an_autonomous_head():
    """T-70 (p. 170)."""
    head = case(ratee=BY_NAME["kepala puskesmas"], leads_autonomous=True, coordinating_head_id="kepala dinas")
    assert rater_hints(replace(head, rater=JPT)) == ()
    assert rater_hints(replace(head, rater=MAYOR)) == ()


@pytest.mark.rule("V-26", "fires")
def test_a_team_lead_is_no_rater_by_that_role_alone():
    lead = replace(CLERK, person_id="lead")
    assert codes(rater_hints(case(rater=lead, rater_leads=False, leads_team=True))) == ["V-22", "V-26"]


@pytest.mark.rule("V-26", "silent")
def test_a_team_lead_who_is_a_supervisor_may_rate():
    assert rater_hints(case(leads_team=True)) == ()


@pytest.mark.rule("V-27", "fires")
@pytest.mark.parametrize(
    "changes", [{"rater": CLERK, "has_delegation": True}, {"superior_id": "analis"}, {"superior_id": "purnama"}]
)
def test_two_of_the_three_being_one_person_is_refused(changes):
    assert codes(rater_hints(case(**changes))) == ["V-27"]


@pytest.mark.rule("V-27", "silent")
def test_three_different_people_or_no_superior_at_all_are_fine():
    assert rater_hints(case()) == ()
    assert rater_hints(case(superior_id="")) == ()


def test_the_lines_of_a_whole_agency_are_judged_from_its_own_tree():
    """A name by hand is judged by the law, a line that the tree derives is right by itself."""
    named = entry("analis", EntryKind.RATER, date(2025, 1, 1), other_id="kepala dinas", unit_id="dinas")
    jpt = entry("kepala dinas", EntryKind.RATER, date(2025, 1, 1), other_id="dirjen", unit_id="ditjen")
    history = History((named, jpt))
    tree = tree_on(PEOPLE, UNITS, history, MOVE)
    hints = line_hints(lines_on(PEOPLE, UNITS, history, MOVE), tree)
    assert {person: codes(found) for person, found in hints.items()} == {"kepala dinas": ["V-24"]}


def year_of(name, history):
    return changes_in(timeline(BY_NAME[name], PEOPLE, UNITS, history, date(2025, 1, 1), date(2025, 12, 31)))


@pytest.mark.rule("V-44", "fires")
def test_a_new_post_without_a_new_plan():
    found = move_hints(CLERK, History(moved("analis", MOVE, "balai")), [date(2025, 1, 1)], 2025)
    assert codes(found) == ["V-44"]
    assert found[0].facts["date"] == "25-08-2025"


@pytest.mark.rule("V-44", "silent")
def test_a_new_post_with_its_plan_or_a_move_in_another_year():
    history = History(moved("analis", MOVE, "balai"))
    assert move_hints(CLERK, history, [date(2025, 1, 1), MOVE], 2025) == ()
    assert move_hints(CLERK, history, [date(2026, 1, 1)], 2026) == ()
    assert move_hints(CLERK, History(), [], 2025) == ()


@pytest.mark.rule("V-45", "fires")
def test_a_new_rater_with_whom_nothing_was_clarified():
    history = history_of("penilai pindah", MOVE)
    assert codes(rater_change_hints(year_of("analis", history), history, [date(2025, 1, 1)], 2025)) == ["V-45"]


@pytest.mark.rule("V-45", "silent")
def test_expectations_clarified_with_the_new_rater_or_a_move_of_the_employee():
    history = history_of("penilai pindah", MOVE)
    clarified = entry("analis", EntryKind.CLARIFIED, date(2025, 9, 1), other_id="pengganti")
    history = History((*history.entries, clarified))
    assert rater_change_hints(year_of("analis", history), history, [date(2025, 1, 1)], 2025) == ()
    own_move = History(moved("analis", MOVE, "balai"))
    assert rater_change_hints(year_of("analis", own_move), own_move, [date(2025, 1, 1)], 2025) == ()


def test_one_persons_timeline_and_the_whole_agency_see_the_same_changes_of_rater():
    history = history_of("penilai pindah", MOVE)
    everybody = rater_changes(PEOPLE, UNITS, history, date(2025, 1, 1), date(2025, 12, 31))
    assert everybody["analis"] == year_of("analis", history)
    assert {name: year_of(name, history) for name in everybody} == everybody


def evaluator(name, event, day=MOVE, period=QUARTER, window=WINDOW):
    return evaluator_for(name, period, window, PEOPLE, UNITS, history_of(event, day))


@pytest.mark.rule("V-77", "fires")
def test_a_rater_who_left_before_the_window_may_not_evaluate():
    """T-64 (p. 91-92)."""
    answer = evaluator("analis", "penilai pindah")
    assert codes(evaluation_hints(ProposedEvaluation("purnama"), answer)) == ["V-77"]


@pytest.mark.rule("V-77", "silent")
def test_a_rater_who_left_inside_the_window_may_evaluate():
    """T-65 (p. 91-92)."""
    answer = evaluator("analis", "penilai pindah", date(2025, 9, 25))
    assert evaluation_hints(ProposedEvaluation("purnama"), answer) == ()


@pytest.mark.rule("V-78", "fires")
def test_a_plt_is_not_evaluated_in_his_own_line():
    answer = evaluator("perencana", "mulai Plt")
    assert "V-78" in codes(evaluation_hints(ProposedEvaluation("purnama"), answer))


@pytest.mark.rule("V-78", "silent")
def test_a_plt_is_evaluated_where_he_reports():
    answer = evaluator("perencana", "mulai Plt")
    assert evaluation_hints(ProposedEvaluation("dirjen"), answer) == ()


@pytest.mark.rule("V-79", "fires")
def test_the_superior_may_not_evaluate_while_the_rater_can():
    assert codes(evaluation_hints(ProposedEvaluation("dirjen"), evaluator("analis", ""))) == ["V-79"]


@pytest.mark.rule("V-79", "silent")
def test_the_superior_evaluates_once_the_window_is_over_or_the_rater_is_gone():
    assert evaluation_hints(ProposedEvaluation("dirjen", is_window_over=True), evaluator("analis", "")) == ()
    assert evaluation_hints(ProposedEvaluation("dirjen"), evaluator("analis", "penilai meninggal")) == ()


@pytest.mark.rule("V-80", "fires")
@pytest.mark.parametrize("proposed", [ProposedEvaluation("purnama"), ProposedEvaluation("kepala balai", "direktorat")])
def test_a_mover_is_not_evaluated_by_the_old_rater_nor_with_the_old_units_level(proposed):
    answer = evaluator("analis", "pegawai pindah", period=YEAR, window=YEAR_WINDOW)
    assert codes(evaluation_hints(proposed, answer)) == ["V-80"]


@pytest.mark.rule("V-80", "silent")
def test_a_mover_is_evaluated_by_the_new_rater_with_the_new_units_level():
    answer = evaluator("analis", "pegawai pindah", period=YEAR, window=YEAR_WINDOW)
    assert evaluation_hints(ProposedEvaluation("kepala balai", "balai"), answer) == ()


@pytest.mark.rule("V-81", "fires")
def test_the_last_periodic_result_is_not_reused_without_an_agreement():
    """T-66 (p. 91)."""
    answer = evaluator("analis", "pegawai pindah")
    assert codes(evaluation_hints(ProposedEvaluation("kepala balai", reuses_last_result=True), answer)) == ["V-81"]


@pytest.mark.rule("V-81", "silent")
def test_the_last_periodic_result_may_be_reused_by_agreement():
    answer = evaluator("analis", "pegawai pindah")
    proposed = ProposedEvaluation("kepala balai", reuses_last_result=True, has_agreement=True)
    assert evaluation_hints(proposed, answer) == ()


def test_a_head_of_a_unit_below_pengawas_is_named_for_what_he_is():
    people = tuple(replace(p, position_kind=PositionKind.STAFF) if p.name == "kepala balai" else p for p in PEOPLE)
    found = {line.person_id: line for line in lines_on(people, UNITS, History(), MOVE)}
    assert found["plt"].problem == "REG-323"

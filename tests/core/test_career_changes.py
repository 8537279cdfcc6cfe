"""A change in mid-year: what it closes and begins, what it asks for, and what it refuses."""

import itertools
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meritdesk.core.agency_settings import AgencySettings, PeriodicCycle
from meritdesk.core.career_changes import draft_change
from meritdesk.core.career_drafting import ChangeRequest
from meritdesk.core.career_effects import RegisterState, preview_change
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evaluation_calendar import periods_of_year, window_of
from meritdesk.core.history import CareerChange, EntryKind, History, lines_on, people_on, tree_on
from meritdesk.core.people import LegalStatus, PositionKind
from meritdesk.core.plan import Approach, JobClass, PerformancePlan
from tests.core.small_agency import BY_NAME, PEOPLE, UNITS, became, before, entry

DAY = date(2025, 9, 25)
COUNTER = itertools.count()
QUARTERLY = AgencySettings(periodic_cycle=PeriodicCycle.QUARTERLY)
PERIODS = [(period, window_of(period, QUARTERLY)) for period in periods_of_year(2025, QUARTERLY)]


def plan_of(name):
    return PerformancePlan(
        f"plan-{name}", name, 2025, Approach.QUALITATIVE, JobClass.JA_JF, date(2025, 1, 1), date(2025, 12, 31)
    )


def draft(change, name="analis", day=DAY, history=None, **more):
    history = history or History()
    request = ChangeRequest(change, name, day, **more)
    tree = tree_on(PEOPLE, UNITS, history, before(day))
    return draft_change(request, PEOPLE, UNITS, history, tree, lambda: f"new-{next(COUNTER)}")


def preview(change, name="analis", day=DAY, history=None, **more):
    history = history or History()
    state = RegisterState(PEOPLE, UNITS, history, [plan_of(one.person_id) for one in PEOPLE])
    return preview_change(draft(change, name, day, history, **more), state, PERIODS)


def codes(reasons):
    return [reason.code for reason in reasons]


def plan_codes(found):
    return {(effect.person_id, effect.reason.code) for effect in found.plans}


def test_a_move_closes_the_post_and_asks_for_a_new_plan_and_the_new_rater_evaluates():
    """R-33, R-69."""
    found = preview(CareerChange.MOVE, unit_id="balai", position_title="Analis Balai")
    posts = [change.after for change in found.draft.entries if change.after.kind is EntryKind.POST]
    assert [(one.since, one.until, one.unit_id) for one in posts] == [
        (None, before(DAY), "direktorat"),
        (DAY, None, "balai"),
    ]
    assert plan_codes(found) == set()
    (line,) = found.lines
    assert (line.before.rater_id, line.after.rater_id) == ("purnama", "kepala balai")
    assert {(effect.period.code, effect.after.rater_id) for effect in found.evaluations} == {
        ("2025-TW3", "kepala balai"),
        ("2025-TW4", "kepala balai"),
        ("2025", "kepala balai"),
    }
    assert "REG-EVAL-EMPLOYEE-MOVED" in codes(found.rules)


def test_a_promotion_to_head_vacates_the_old_seat_and_takes_the_new_one():
    found = draft(
        CareerChange.PROMOTION, "kepala balai", unit_id="direktorat", position_title="Direktur", leads_unit=True,
        position_kind=PositionKind.JPT, echelon="II.a", grade="IV/c",
    )  # fmt: skip
    heads = {(one.person_id, one.unit_id, one.since, one.until) for one in found.written if one.kind is EntryKind.HEAD}
    assert heads == {
        ("kepala balai", "balai", None, before(DAY)),
        ("purnama", "direktorat", None, before(DAY)),
        ("kepala balai", "direktorat", DAY, None),
    }
    assert codes(found.warnings) == ["REG-CHANGE-REPLACES"]
    after = found.applied_to(History())
    (person,) = [one for one in people_on(PEOPLE, after, DAY) if one.name == "kepala balai"]
    assert (person.unit_id, person.grade, person.position_kind) == ("direktorat", "IV/c", PositionKind.JPT)


def test_a_rater_who_moves_inside_the_window_still_evaluates_and_the_preview_says_so():
    """R-70: T-65."""
    found = preview(CareerChange.MOVE, "purnama", unit_id="balai", position_title="Kepala")
    third = {effect.after.person_id: effect.after for effect in found.evaluations if effect.period.code == "2025-TW3"}
    assert third["analis"].rater_id == "purnama"
    fourth = {effect.after.person_id: effect.after for effect in found.evaluations if effect.period.code == "2025-TW4"}
    assert (fourth["analis"].rater_id, fourth["analis"].is_final) == ("dirjen", True)
    assert "REG-FX-BLOCKED" in codes(found.rules)
    assert {"REG-EVAL-RATER-IN-WINDOW", "REG-EVAL-SUPERIOR", "REG-EVAL-FINAL-SUPERIOR"} <= set(codes(found.rules))


def test_study_leave_adds_to_the_running_plan_and_changes_no_rater():
    """R-43, R-44, R-45."""
    found = preview(CareerChange.STUDY_START)
    assert plan_codes(found) == {("analis", "REG-FX-STUDY-ADDED")}
    assert found.lines == ()
    assert {"REG-FX-STUDY", "REG-FX-STUDY-GUIDE"} == set(codes(found.rules))
    assert found.plans[0].plan_id == "plan-analis"


def test_study_leave_that_ends_is_clarified_and_dropping_out_decides_the_predicate():
    """R-44, R-48."""
    history = History(became("analis", LegalStatus.STUDY_LEAVE, date(2025, 2, 1)))
    ended = preview(CareerChange.STUDY_END, history=history)
    assert plan_codes(ended) == {("analis", "REG-FX-STUDY-CLARIFIED")}
    dropped = preview(CareerChange.STUDY_DROPPED, history=history)
    assert "REG-FX-STUDY-DROPPED" in codes(dropped.rules)


def test_a_plt_gets_a_main_result_and_another_evaluator_a_plh_only_the_main_result():
    """R-11, R-20."""
    plt = preview(CareerChange.PLT_START, "perencana", unit_id="sekretariat", may_rate=True)
    assert plan_codes(plt) == {("perencana", "REG-FX-ACTING-MAIN"), ("perencana", "REG-FX-CLARIFY")}
    assert {effect.after.rater_id for effect in plt.evaluations} == {"dirjen"}
    plh = preview(CareerChange.PLH_START, "perencana", unit_id="sekretariat", may_rate=True)
    assert plan_codes(plh) == {("perencana", "REG-FX-ACTING-MAIN")}
    assert plh.evaluations == ()


def test_an_acting_head_without_delegation_is_warned_about():
    """R-08."""
    assert "REG-CHANGE-NO-DELEGATION" in codes(draft(CareerChange.PLT_START, "plt", unit_id="sekretariat").warnings)


def test_a_secondment_keeps_the_home_rater():
    """R-12."""
    found = preview(CareerChange.SECONDMENT_START)
    assert codes(found.rules) == ["REG-FX-SECONDED"]
    assert found.lines == ()


def test_unpaid_leave_ends_planning_and_evaluation():
    """R-13."""
    found = preview(CareerChange.UNPAID_LEAVE)
    assert plan_codes(found) == {("analis", "REG-FX-PLAN-STOPS")}
    assert all(not effect.after.is_due for effect in found.evaluations)


@pytest.mark.parametrize("change", [CareerChange.PENSION, CareerChange.DEATH, CareerChange.LEAVING])
def test_whoever_leaves_gives_back_every_seat_and_every_duty(change):
    history = History((
        entry("purnama", EntryKind.PLT, date(2025, 1, 1), unit_id="sekretariat", may_rate=True),
        entry("plt", EntryKind.RATER, date(2025, 1, 1), other_id="purnama"),
    ))  # fmt: skip
    found = draft(change, "purnama", history=history)
    after = found.applied_to(history)
    assert after.in_force("purnama", EntryKind.PLT, DAY) == ()
    assert after.in_force("plt", EntryKind.RATER, DAY) == ()
    assert after.over_unit("direktorat", EntryKind.HEAD, DAY) is None
    lines = {line.person_id: line for line in lines_on(PEOPLE, UNITS, after, DAY)}
    assert "purnama" not in lines
    assert lines["analis"].problem == "REG-322"


def test_a_named_rater_and_the_end_of_it():
    named = draft(CareerChange.NEW_RATER, rater_id="kepala balai", unit_id="balai")
    after = named.applied_to(History())
    later = date(2025, 11, 1)
    ended = draft(CareerChange.RATER_ENDS, day=later, history=after).applied_to(after)
    lines = [
        {line.person_id: line for line in lines_on(PEOPLE, UNITS, ended, day)}["analis"].rater_id
        for day in (before(DAY), DAY, before(later), later)
    ]
    assert lines == ["purnama", "kepala balai", "kepala balai", "purnama"]


def test_a_change_before_a_recorded_one_ends_where_that_begins():
    later = draft(CareerChange.MOVE, day=date(2025, 11, 1), unit_id="balai", position_title="Analis")
    history = later.applied_to(History())
    earlier = draft(CareerChange.MOVE, history=history, unit_id="sekretariat", position_title="Analis")
    after = earlier.applied_to(history)
    assert codes(earlier.warnings) == ["REG-CHANGE-LATER"]
    units = [after.standing(BY_NAME["analis"], EntryKind.POST, day).unit_id for day in
             (date(2025, 1, 1), DAY, date(2025, 10, 31), date(2025, 11, 1))]  # fmt: skip
    assert units == ["direktorat", "sekretariat", "sekretariat", "balai"]


@pytest.mark.parametrize(
    ("code", "change", "more"),
    [
        ("REG-371", CareerChange.MOVE, {"unit_id": "tidak ada"}),
        ("REG-389", CareerChange.PLT_START, {}),
        ("REG-372", CareerChange.MOVE, {"unit_id": "balai"}),
        ("REG-373", CareerChange.RETURN, {}),
        ("REG-374", CareerChange.PLT_END, {}),
        ("REG-374", CareerChange.RATER_ENDS, {}),
        ("REG-375", CareerChange.NEW_RATER, {"rater_id": "analis"}),
        ("REG-376", CareerChange.STUDY_END, {}),
        ("REG-378", CareerChange.PLT_START, {"unit_id": "balai", "until": date(2025, 1, 1)}),
        ("REG-379", CareerChange.GRADE, {}),
    ],
)
def test_what_cannot_be_is_refused(code, change, more):
    with pytest.raises(UsageRefusal) as refused:
        draft(change, **more)
    assert refused.value.code == code


def test_whoever_has_left_only_returns():
    history = History(became("analis", LegalStatus.LEFT, date(2025, 2, 1)))
    with pytest.raises(UsageRefusal) as refused:
        draft(CareerChange.STUDY_START, history=history)
    assert refused.value.code == "REG-377"
    assert draft(CareerChange.RETURN, history=history).written


REQUESTS = st.builds(
    ChangeRequest,
    change=st.sampled_from(CareerChange),
    person_id=st.sampled_from(sorted(BY_NAME)),
    since=st.dates(date(2025, 1, 1), date(2025, 12, 31)),
    unit_id=st.sampled_from([unit.unit_id for unit in UNITS]),
    position_title=st.sampled_from(["Analis", "Kepala"]),
    leads_unit=st.booleans(),
    grade=st.sampled_from(["III/a", "III/b"]),
    rater_id=st.sampled_from(sorted(BY_NAME)),
    may_rate=st.booleans(),
)


@settings(max_examples=60)
@given(st.lists(REQUESTS, max_size=6))
def test_whatever_is_asked_the_history_stays_in_order(requests):
    """No empty stretches, no two posts, grades or states at once, and at most one head a unit on any day."""
    history, counter = History(), itertools.count()
    for request in requests:
        tree = tree_on(PEOPLE, UNITS, history, before(request.since))
        try:
            found = draft_change(request, PEOPLE, UNITS, history, tree, lambda: f"new-{next(counter)}")
        except UsageRefusal:
            continue
        history = found.applied_to(history)
    assert not any(one.is_empty for one in history.entries)
    for day in [date(2025, month, 1) for month in range(1, 13)]:
        for name in BY_NAME:
            for kind in (EntryKind.POST, EntryKind.GRADE, EntryKind.STATUS, EntryKind.RATER):
                assert len(history.in_force(name, kind, day)) <= 1
        for unit in UNITS:
            heads = [one for one in history.of_unit(unit.unit_id, EntryKind.HEAD) if one.holds_on(day)]
            assert len(heads) <= 1


def test_the_row_of_a_person_who_has_no_tmt_begins_at_no_day():
    person = replace(BY_NAME["analis"], position_since=date(2026, 1, 1))
    people = tuple(person if one.name == "analis" else one for one in PEOPLE)
    request = ChangeRequest(CareerChange.MOVE, "analis", DAY, unit_id="balai", position_title="Analis")
    tree = tree_on(people, UNITS, History(), before(DAY))
    found = draft_change(request, people, UNITS, History(), tree, itertools.count().__next__)
    assert [one.since for one in found.written if one.kind is EntryKind.POST] == [None, DAY]

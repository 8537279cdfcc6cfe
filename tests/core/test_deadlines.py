"""The clocks: what runs from which day, and when it is due, late, done or time-barred."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meritdesk.core.deadlines import (
    Clockwork,
    DeadlineState,
    ObjectionDates,
    ProcessDates,
    agreement_deadline,
    document_deadlines,
    evaluation_deadline,
    last_day_of_week,
    objection_forecast,
    organisation_deadline,
    papers_in_force,
    plan_deadlines,
)
from meritdesk.core.documents import Form
from meritdesk.core.duties import RIGHTS, Duty, Party
from meritdesk.core.working_days import WEEKENDS_ONLY, Holiday, calendar_of
from meritdesk.rulebook import Rulebook

LIMITS = Rulebook().deadlines(date(2025, 12, 31))
WINDOW_END = date(2026, 1, 31)
SIGNED = ProcessDates("e", signed_on=date(2026, 1, 30))
RECEIVED = replace(SIGNED, handed_over_on=date(2026, 2, 5), received_on=date(2026, 2, 5))


def at(today, calendar=WEEKENDS_ONLY):
    return Clockwork(calendar, LIMITS, today)


def board(today, *processes, is_final=False, objection=None):
    found = document_deadlines(at(today), processes, WINDOW_END, is_final=is_final, objection=objection)
    return {deadline.duty: deadline for deadline in found}


def test_before_anything_is_signed_only_the_report_runs():
    found = board(date(2026, 2, 2))
    assert found[Duty.HAND_OVER].state is DeadlineState.WAITING
    assert found[Duty.OBJECTION].state is DeadlineState.WAITING
    assert (found[Duty.REPORT].state, found[Duty.REPORT].days_left) == (DeadlineState.RUNNING, 29)


def test_a_hand_over_is_due_in_the_week_of_its_limit_and_late_the_day_after():
    assert board(date(2026, 2, 13), SIGNED)[Duty.HAND_OVER].state is DeadlineState.RUNNING
    due = board(date(2026, 2, 16), SIGNED)[Duty.HAND_OVER]
    assert (due.state, due.days_left, due.limit) == (DeadlineState.DUE, 3, date(2026, 2, 19))
    late = board(date(2026, 2, 20), SIGNED)[Duty.HAND_OVER]
    assert (late.state, late.days_left) == (DeadlineState.LATE, -1)


def test_what_was_done_after_its_limit_stays_marked_as_late():
    done = board(date(2026, 3, 30), replace(SIGNED, handed_over_on=date(2026, 2, 20)))[Duty.HAND_OVER]
    assert (done.state, done.days_left) == (DeadlineState.DONE_LATE, -1)
    in_time = board(date(2026, 3, 30), replace(SIGNED, handed_over_on=date(2026, 2, 19)))[Duty.HAND_OVER]
    assert in_time.state is DeadlineState.DONE


def test_an_objection_is_possible_until_day_14_even_after_the_signature_and_then_time_barred():
    signed_back = replace(RECEIVED, returned_on=date(2026, 2, 6))
    open_still = board(date(2026, 2, 25), signed_back)[Duty.OBJECTION]
    assert (open_still.state, open_still.limit) == (DeadlineState.DUE, date(2026, 2, 25))
    assert board(date(2026, 2, 26), signed_back)[Duty.OBJECTION].state is DeadlineState.TIME_BARRED


def test_a_final_result_has_no_clock_for_an_objection():
    assert Duty.OBJECTION not in board(date(2026, 2, 10), RECEIVED, is_final=True)


def test_without_a_receipt_the_clock_runs_from_the_hand_over_and_says_so():
    deadline = board(date(2026, 2, 10), replace(RECEIVED, received_on=None))[Duty.RETURN]
    assert deadline.is_assumed and deadline.limit == date(2026, 2, 25)
    assert not board(date(2026, 2, 10), RECEIVED)[Duty.RETURN].is_assumed


def test_the_document_of_the_superior_has_its_own_clocks_and_no_objection():
    process = ProcessDates("e", Form.D_1_2, signed_on=date(2026, 2, 19), handed_over_on=date(2026, 2, 27))
    found = board(date(2026, 3, 2), process)
    assert set(found) == {
        Duty.SUPERIOR_SIGNS,
        Duty.SUPERIOR_HANDS_OVER,
        Duty.RETURN_TO_SUPERIOR,
        Duty.SUPERIOR_REPORTS,
    }
    assert found[Duty.SUPERIOR_SIGNS].state is DeadlineState.DONE
    assert found[Duty.SUPERIOR_HANDS_OVER].limit == date(2026, 3, 2)
    assert found[Duty.SUPERIOR_HANDS_OVER].state is DeadlineState.DONE


def test_a_changed_result_is_reported_by_the_superior_and_no_more_by_the_rater():
    objection = ObjectionDates(date(2026, 2, 20), date(2026, 3, 3))
    found = board(date(2026, 3, 4), RECEIVED, ProcessDates("e", Form.D_1_3), objection=objection)
    assert Duty.REPORT not in found
    assert found[Duty.DECISION].state is DeadlineState.DONE
    assert found[Duty.REPORT_DECISION].limit == date(2026, 3, 13)


def test_an_objection_starts_the_seven_days_of_the_superior():
    found = board(date(2026, 3, 4), RECEIVED, objection=ObjectionDates(date(2026, 2, 20)))
    assert found[Duty.OBJECTION].state is DeadlineState.DONE
    assert (found[Duty.DECISION].limit, found[Duty.DECISION].state) == (date(2026, 3, 3), DeadlineState.LATE)


def test_an_own_window_of_one_evaluation_moves_its_report():
    found = board(date(2026, 3, 4), replace(RECEIVED, window_end=date(2026, 2, 28)))
    assert found[Duty.REPORT].limit == date(2026, 4, 10)


def test_a_missing_plan_opens_the_way_to_the_superior_once_january_has_passed():
    duties = [one.duty for one in plan_deadlines(at(date(2026, 1, 31)), 2026, None)]
    assert duties == [Duty.FIX_PLAN]
    plan, way = plan_deadlines(at(date(2026, 2, 2)), 2026, None)
    assert plan.state is DeadlineState.LATE
    assert (way.duty, way.starts, way.limit) == (Duty.GO_TO_SUPERIOR, date(2026, 2, 1), None)
    (fixed,) = plan_deadlines(at(date(2026, 2, 2)), 2026, date(2026, 1, 20))
    assert fixed.state is DeadlineState.DONE


def test_a_quarter_is_evaluated_inside_the_window_of_the_agency():
    clocks = at(date(2026, 4, 13))
    found = clocks.periodic_evaluation(date(2026, 3, 21), date(2026, 4, 10), None)
    assert (found.state, found.days_left) == (DeadlineState.LATE, -1)


def test_where_the_superior_evaluates_the_clocks_of_his_document_run_from_the_start():
    found = document_deadlines(at(date(2026, 2, 2)), (), WINDOW_END, is_final=True, by_superior=True)
    assert [one.duty for one in found][:2] == [Duty.SUPERIOR_SIGNS, Duty.SUPERIOR_HANDS_OVER]
    assert found[0].state is DeadlineState.RUNNING


def test_the_year_is_evaluated_and_its_level_published_by_the_end_of_january():
    assert evaluation_deadline(at(date(2026, 1, 20)), 2025, None).state is DeadlineState.RUNNING
    assert evaluation_deadline(at(date(2026, 2, 2)), 2025, date(2026, 2, 2)).state is DeadlineState.DONE_LATE
    assert organisation_deadline(at(date(2026, 2, 11)), 2025, date(2026, 2, 10)).state is DeadlineState.DONE_LATE
    assert organisation_deadline(at(date(2026, 2, 11)), 2025, None).state is DeadlineState.LATE
    assert agreement_deadline(at(date(2026, 1, 13)), 2026, None).state is DeadlineState.DUE


def test_a_limit_says_which_doubtful_holidays_it_rests_on_and_that_a_year_has_no_table():
    imlek = date(2026, 2, 17)
    calendar = calendar_of([Holiday(imlek, "Imlek", is_doubtful=True)], years=[2026])
    found = at(date(2026, 2, 2), calendar).in_working_days(Duty.REPORT, WINDOW_END, None)
    assert (found.doubts, found.lacks_holidays) == ((imlek,), False)
    beyond = at(date(2026, 12, 30), calendar).in_working_days(Duty.REPORT, date(2026, 12, 30), None)
    assert beyond.lacks_holidays


def test_the_warning_of_a_trap_says_the_last_safe_day_before_it_has_passed():
    early = objection_forecast(at(date(2026, 2, 2)), SIGNED, WINDOW_END, is_final=False)
    assert early.fits and early.hand_over_by == date(2026, 2, 12) and not early.is_handed_over
    assert not objection_forecast(at(date(2026, 2, 13)), SIGNED, WINDOW_END, is_final=False).fits


@pytest.mark.parametrize(
    ("process", "today", "objection", "is_final"),
    [
        (SIGNED, date(2026, 2, 2), None, True),
        (replace(RECEIVED, reported_on=date(2026, 2, 27)), date(2026, 3, 2), None, False),
        (RECEIVED, date(2026, 2, 26), None, False),
        (RECEIVED, date(2026, 3, 9), ObjectionDates(date(2026, 2, 20), date(2026, 3, 2)), False),
        (ProcessDates("e", Form.D_1_2), date(2026, 2, 2), None, False),
    ],
    ids=["final", "reported", "time-barred", "decided", "of-the-superior"],
)
def test_where_no_objection_can_come_any_more_nothing_is_forecast(process, today, objection, is_final):
    assert objection_forecast(at(today), process, WINDOW_END, is_final=is_final, objection=objection) is None


def test_an_objection_that_came_early_shortens_the_forecast():
    found = objection_forecast(
        at(date(2026, 2, 20)), RECEIVED, WINDOW_END, is_final=False, objection=ObjectionDates(date(2026, 2, 10))
    )
    assert found.expected_end == date(2026, 2, 19)


days = st.dates(date(2025, 12, 1), date(2026, 6, 30))
maybe = st.none() | days


@settings(max_examples=80)
@given(maybe, maybe, maybe, maybe, maybe, days)
def test_every_clock_has_exactly_the_state_that_its_days_say(signed, handed, received, returned, reported, today):
    process = ProcessDates("e", Form.D_1_1, 1, None, Party.RATER, signed, handed, received, returned, reported)
    for deadline in board(today, process).values():
        if deadline.done_on is not None:
            assert deadline.state in (DeadlineState.DONE, DeadlineState.DONE_LATE)
        elif deadline.starts is None or deadline.starts > today:
            assert deadline.state is DeadlineState.WAITING
        elif deadline.limit < today:
            barred = deadline.duty in RIGHTS
            assert deadline.state is (DeadlineState.TIME_BARRED if barred else DeadlineState.LATE)
            assert deadline.days_left <= 0
        else:
            is_due = deadline.limit <= last_day_of_week(today)
            assert deadline.state is (DeadlineState.DUE if is_due else DeadlineState.RUNNING)
            assert deadline.days_left >= 0


@given(days)
def test_the_week_of_a_day_ends_on_its_sunday(day):
    end = last_day_of_week(day)
    assert end.weekday() == 6 and timedelta() <= end - day < timedelta(days=7)


def test_a_changed_result_keeps_the_paper_that_was_objected_to_and_an_older_version_has_no_clocks():
    first, second = ProcessDates("e", Form.D_1_1, 1), ProcessDates("e", Form.D_1_1, 2)
    changed = ProcessDates("e", Form.D_1_3, 3)
    assert papers_in_force([first, second, changed], 3) == (second, changed)
    assert papers_in_force([first, second], 2) == (second,)
    assert papers_in_force([first], 2) == ()

"""The rules of papers and objections, V-83 to V-99: each fires where it must and is silent elsewhere."""

from dataclasses import replace
from datetime import date

import pytest

from meritdesk.core.circumstances import Circumstances, FinalBasis
from meritdesk.core.deadlines import Clockwork, ObjectionDates, ProcessDates, document_deadlines, objection_forecast
from meritdesk.core.documents import Form
from meritdesk.core.duties import Party
from meritdesk.core.evaluation import Evaluation, EvaluationState, Predicate, Rating
from meritdesk.core.objection import Objection, ObjectionDecision, Verdict, decided
from meritdesk.core.people import PersonBlock
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.plan import Approach, JobClass, PerformancePlan, PlanState
from meritdesk.core.validation import document_rules as rules
from meritdesk.core.working_days import WEEKENDS_ONLY
from meritdesk.rulebook import Rulebook

LIMITS = Rulebook().deadlines(date(2025, 12, 31))
WINDOW_END = date(2026, 1, 31)
YEAR = Period(2025, PeriodKind.YEAR)
CLOSED = Evaluation(
    "e", "p", YEAR, Rating.MEETS, Rating.MEETS, note="Pertahankan.", state=EvaluationState.CLOSED,
    predicate=Predicate.GOOD, parties=(PersonBlock("Ani"),),
)  # fmt: skip
BY_SUPERIOR = replace(CLOSED, circumstances=Circumstances(final=FinalBasis.SUPERIOR_OF_RATER))
PLAN = PerformancePlan(
    "plan", "p", 2025, Approach.QUALITATIVE, JobClass.JA_JF, date(2025, 1, 1), date(2025, 12, 31), (),
    state=PlanState.FIXED,
)  # fmt: skip
PAPER = ProcessDates(
    "e", signed_on=date(2026, 1, 30), handed_over_on=date(2026, 2, 5), received_on=date(2026, 2, 5),
    returned_on=date(2026, 2, 10), reported_on=date(2026, 3, 2),
)  # fmt: skip
SUPERIORS_PAPER = ProcessDates(
    "e", Form.D_1_2, signed_by=Party.SUPERIOR, signed_on=date(2026, 2, 10), handed_over_on=date(2026, 2, 12),
    received_on=date(2026, 2, 12), returned_on=date(2026, 2, 16), reported_on=date(2026, 3, 2),
)  # fmt: skip
RAISED = Objection(
    "o", "KEB/1", "e", 1, "p", YEAR, date(2026, 2, 20), "superior", "Perilaku dinilai keliru.",
    Verdict(Rating.MEETS, Rating.BELOW, Predicate.POOR), "Saya menjaga layanan.", "Umpan balik kurang.",
)  # fmt: skip
BETTER = Verdict(Rating.MEETS, Rating.MEETS, Predicate.GOOD)


def at(today=date(2026, 3, 30)):
    return Clockwork(WEEKENDS_ONLY, LIMITS, today)


def late(process, today=date(2026, 3, 30)):
    deadlines = document_deadlines(at(today), [process], WINDOW_END, is_final=False)
    return {hint.code for hint in rules.late_hints(deadlines)}


def codes(hints):
    return [hint.code for hint in hints]


@pytest.mark.rule("V-83", "fires")
def test_a_document_handed_over_after_14_days_is_late_and_says_by_how_many():
    deadlines = document_deadlines(
        at(), [replace(PAPER, handed_over_on=date(2026, 2, 23), received_on=None)], WINDOW_END, is_final=False
    )
    hint = rules.late_hints(deadlines)[0]
    assert (hint.code, hint.facts["days"], hint.place) == ("V-83", "2", ("process", "handed_over_on"))
    assert "V-83" in late(ProcessDates("e", signed_on=date(2026, 1, 30)), date(2026, 2, 20))


@pytest.mark.rule("V-83", "silent")
def test_a_document_handed_over_in_time_is_not_late():
    assert "V-83" not in late(PAPER)
    assert "V-83" not in late(ProcessDates("e", signed_on=date(2026, 1, 30)), date(2026, 2, 19))


@pytest.mark.rule("V-84", "fires")
def test_a_document_returned_after_14_days_is_late():
    assert "V-84" in late(replace(PAPER, returned_on=date(2026, 2, 26)))


@pytest.mark.rule("V-84", "silent")
def test_a_document_returned_on_the_last_day_is_not_late():
    assert "V-84" not in late(replace(PAPER, returned_on=date(2026, 2, 25)))


@pytest.mark.rule("V-85", "fires")
def test_a_report_after_30_days_is_late_whoever_reports():
    assert "V-85" in late(replace(PAPER, reported_on=date(2026, 3, 16)))
    assert "V-85" in late(replace(SUPERIORS_PAPER, reported_on=date(2026, 3, 16)))


@pytest.mark.rule("V-85", "silent")
def test_a_report_on_the_30th_day_is_not_late():
    assert "V-85" not in late(replace(PAPER, reported_on=date(2026, 3, 13)))


@pytest.mark.rule("V-86", "fires")
@pytest.mark.parametrize(
    "changes",
    [
        {"signed_on": date(2026, 2, 20)},
        {"received_on": date(2026, 2, 20), "returned_on": None},
        {"returned_on": date(2026, 2, 24)},
    ],
)
def test_a_superior_who_signs_or_whose_paper_moves_too_late_is_told(changes):
    assert "V-86" in late(replace(SUPERIORS_PAPER, **changes))


@pytest.mark.rule("V-86", "silent")
def test_a_superior_in_time_is_not_told():
    assert late(SUPERIORS_PAPER) == set()


@pytest.mark.rule("V-87", "fires")
def test_a_form_that_does_not_fit_its_signer_is_wrong():
    assert codes(rules.signature_hints(PAPER, BY_SUPERIOR)) == ["V-87"]
    assert codes(rules.signature_hints(SUPERIORS_PAPER, CLOSED)) == ["V-87"]
    assert codes(rules.signature_hints(replace(PAPER, signed_by=Party.SUPERIOR), CLOSED)) == ["V-87"]
    assert codes(rules.signature_hints(replace(SUPERIORS_PAPER, signed_by=Party.RATER), BY_SUPERIOR)) == ["V-87"]


@pytest.mark.rule("V-87", "silent")
def test_each_form_fits_its_own_signer_and_d_1_3_fits_both():
    assert rules.signature_hints(PAPER, CLOSED) == ()
    assert rules.signature_hints(SUPERIORS_PAPER, BY_SUPERIOR) == ()
    assert rules.signature_hints(ProcessDates("e", Form.D_1_3, signed_by=Party.SUPERIOR), CLOSED) == ()


@pytest.mark.rule("V-88", "fires")
def test_an_objection_without_reasons_is_refused():
    found = rules.objection_hints(replace(RAISED, reasons=" "), at(), PAPER, is_final=False, superior_id="superior")
    assert codes(found) == ["V-88"]


@pytest.mark.rule("V-88", "silent")
@pytest.mark.rule("V-89", "silent")
@pytest.mark.rule("V-90", "silent")
@pytest.mark.rule("V-91", "silent")
def test_an_objection_with_reasons_in_time_to_the_superior_has_nothing_against_it():
    last_day = replace(RAISED, received_on=date(2026, 2, 25))
    assert rules.objection_hints(last_day, at(), PAPER, is_final=False, superior_id="superior") == ()


@pytest.mark.rule("V-89", "fires")
def test_an_objection_after_14_working_days_is_too_late():
    late_one = replace(RAISED, received_on=date(2026, 2, 26))
    (hint,) = rules.objection_hints(late_one, at(), PAPER, is_final=False, superior_id="superior")
    assert (hint.code, hint.facts["limit"]) == ("V-89", "2026-02-25")


@pytest.mark.rule("V-90", "fires")
def test_against_a_final_result_there_is_no_objection():
    assert codes(rules.objection_hints(RAISED, at(), PAPER, is_final=True, superior_id="superior")) == ["V-90"]


@pytest.mark.rule("V-91", "fires")
def test_an_objection_goes_to_the_superior_of_the_rater():
    assert codes(rules.objection_hints(RAISED, at(), PAPER, is_final=False, superior_id="mayor")) == ["V-91"]


@pytest.mark.rule("V-92", "fires")
@pytest.mark.parametrize("silence", [{"ratee_statement": " "}, {"rater_statement": ""}])
def test_a_decision_without_hearing_both_is_refused(silence):
    confirmed = decided(replace(RAISED, **silence), ObjectionDecision.CONFIRMED, date(2026, 3, 2), "Tetap.")
    assert codes(rules.decision_hints(confirmed, at())) == ["V-92"]


@pytest.mark.rule("V-92", "silent")
@pytest.mark.rule("V-93", "silent")
@pytest.mark.rule("V-94", "silent")
def test_a_decision_in_time_after_hearing_both_has_nothing_against_it():
    confirmed = decided(RAISED, ObjectionDecision.CONFIRMED, date(2026, 3, 3), "Tetap.")
    changed = decided(RAISED, ObjectionDecision.CHANGED, date(2026, 3, 3), "Diubah.", "Pertahankan.")
    assert rules.decision_hints(confirmed, at()) == ()
    assert rules.decision_hints(replace(changed, after=BETTER), at()) == ()


@pytest.mark.rule("V-93", "fires")
def test_a_decision_after_7_working_days_is_late():
    confirmed = decided(RAISED, ObjectionDecision.CONFIRMED, date(2026, 3, 4), "Tetap.")
    assert codes(rules.decision_hints(confirmed, at())) == ["V-93"]


@pytest.mark.rule("V-94", "fires")
def test_a_document_of_a_change_needs_a_change_and_a_recommendation():
    changed = decided(RAISED, ObjectionDecision.CHANGED, date(2026, 3, 2), "Diubah.", " ")
    assert codes(rules.decision_hints(replace(changed, after=BETTER), at())) == ["V-94"]
    same = decided(RAISED, ObjectionDecision.CHANGED, date(2026, 3, 2), "Diubah.", "Pertahankan.")
    assert codes(rules.decision_hints(replace(same, after=RAISED.before), at())) == ["V-94"]
    confirmed = decided(RAISED, ObjectionDecision.CONFIRMED, date(2026, 3, 2), "Tetap.")
    assert codes(rules.changed_document_hints(confirmed)) == ["V-94"]


@pytest.mark.rule("V-95", "fires")
@pytest.mark.rule("V-96", "fires")
def test_a_document_without_predicate_and_note_says_both():
    assert codes(rules.document_hints(replace(CLOSED, predicate=None, note="\n"))) == ["V-95", "V-96"]


@pytest.mark.rule("V-95", "silent")
@pytest.mark.rule("V-96", "silent")
def test_a_document_with_predicate_and_note_is_complete():
    assert rules.document_hints(CLOSED) == ()


@pytest.mark.rule("V-97", "fires")
@pytest.mark.parametrize(
    ("plan", "evaluation"),
    [
        (None, CLOSED),
        (replace(PLAN, state=PlanState.DRAFT), CLOSED),
        (PLAN, replace(CLOSED, state=EvaluationState.OPEN)),
        (PLAN, replace(CLOSED, parties=())),
    ],
)
def test_a_report_without_plan_or_sheet_is_not_complete(plan, evaluation):
    assert codes(rules.bundle_hints(plan, evaluation)) == ["V-97"]


@pytest.mark.rule("V-97", "silent")
def test_a_report_with_plan_and_sheet_is_complete():
    assert rules.bundle_hints(PLAN, CLOSED) == ()


@pytest.mark.rule("V-98", "fires")
def test_a_ratee_who_signs_before_the_rater_is_noticed():
    assert codes(rules.signature_hints(replace(PAPER, returned_on=date(2026, 1, 29)), CLOSED)) == ["V-98"]


@pytest.mark.rule("V-98", "silent")
def test_a_ratee_who_signs_on_the_same_day_or_not_yet_is_not():
    assert rules.signature_hints(replace(PAPER, returned_on=PAPER.signed_on), CLOSED) == ()
    assert rules.signature_hints(replace(PAPER, returned_on=None), CLOSED) == ()


def forecast(handed_over_on, objection=None):
    process = ProcessDates("e", signed_on=date(2026, 1, 30), handed_over_on=handed_over_on)
    return objection_forecast(at(handed_over_on), process, WINDOW_END, is_final=False, objection=objection)


@pytest.mark.rule("V-99", "fires")
def test_a_hand_over_on_its_last_day_makes_the_report_late_if_there_is_an_objection():
    (hint,) = rules.forecast_hints(forecast(date(2026, 2, 19)))
    assert hint.code == "V-99"
    assert hint.facts == {"hand_over_by": "2026-02-12", "end": "2026-03-20", "limit": "2026-03-13"}


@pytest.mark.rule("V-99", "silent")
def test_a_hand_over_within_nine_working_days_leaves_room_for_an_objection():
    assert rules.forecast_hints(forecast(date(2026, 2, 12))) == ()
    assert rules.forecast_hints(forecast(date(2026, 2, 19), ObjectionDates(date(2026, 2, 23)))) == ()
    assert rules.forecast_hints(None) == ()

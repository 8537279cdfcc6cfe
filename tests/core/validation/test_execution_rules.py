"""V-50 to V-58, V-72 and V-73: each fires on what the law does not want and is silent where all is well."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from meritdesk.core.agency_settings import AgencySettings, DocumentationPeriod
from meritdesk.core.confidential import BehaviourProblem, ConfidentialRecord, Counselling
from meritdesk.core.evaluation import Actual, IndicatorClass
from meritdesk.core.evidence import Evidence, EvidenceKind, EvidenceOwner, MediaKind
from meritdesk.core.execution import EarlierStep, TakeOver
from meritdesk.core.feedback import FeedbackEntry, FeedbackGiver, FeedbackMark, FeedbackRhythm
from meritdesk.core.guidance import Coaching, CoachingStep, GuidanceRecord, Mentoring
from meritdesk.core.periods import parse_period
from meritdesk.core.plan import Approach, Indicator, JobClass, PerformancePlan, ResultKind, Target, WorkResult
from meritdesk.core.validation.execution_rules import (
    actual_hints,
    coaching_hints,
    confidential_hints,
    entry_hints,
    evidence_hints,
    feedback_hints,
    settings_hints,
    takeover_hints,
)

QUARTER = parse_period("2025-TW4")
DAY = date(2025, 11, 3)
PLAN = PerformancePlan(
    "plan", "p1", 2025, Approach.QUANTITATIVE, JobClass.JA_JF, date(2025, 1, 1), date(2025, 12, 31),
    results=(
        WorkResult("r1", 1, ResultKind.MAIN, "Layanan baik", indicators=(
            Indicator("i1", "Persentase", Target("80-90 %", Decimal(80), Decimal(90), "%")),
            Indicator("i2", "Kepuasan", Target("90 %", Decimal(90), Decimal(90), "%")),
        )),
    ),
    fixed_on=date(2025, 1, 20),
)  # fmt: skip
FILE = Evidence("e1", "p1", EvidenceOwner.ACTUAL, "i1", "00", "laporan.pdf", 10, MediaKind.PDF, period="2025-TW4")
ENTRY = FeedbackEntry(
    "f1", "p1", DAY, FeedbackGiver.LEADER, "Endang", "Bagus", FeedbackMark.POSITIVE,
    rhythm=FeedbackRhythm.SCHEDULED, result_id="r1", evidence="Laporan TW IV",
)  # fmt: skip
ADJUSTED = GuidanceRecord("g1", "p1", DAY, Coaching(steps=(CoachingStep("Persentase", "Jemput bola", True),)))
PROBLEM = ConfidentialRecord(
    "c1", "p1", DAY, BehaviourProblem("Sering terlambat", told_on=DAY, feedback_ids=("f1",)), "Endang"
)
TALK = ConfidentialRecord("c2", "p1", DAY, Counselling("Endang", is_rater=True, is_trained=True), "Endang")
TAKEN = TakeOver("t1", "p1", "r1", DAY, "Diambil alih karena tidak ada kemajuan", earlier=(EarlierStep.GUIDANCE,))


def codes(hints) -> list[str]:
    return [hint.code for hint in hints]


def actual(indicator: str, value: str, **more) -> Actual:
    return Actual(indicator, QUARTER, f"{value} %", Decimal(value), **more)


@pytest.mark.rule("V-50", "fires")
def test_an_agency_without_a_documentation_period_is_told() -> None:
    assert codes(settings_hints(AgencySettings())) == ["V-50"]


@pytest.mark.rule("V-50", "silent")
def test_an_agency_that_chose_its_documentation_period_is_not_asked() -> None:
    assert settings_hints(AgencySettings(documentation_period=DocumentationPeriod.MONTHLY)) == ()


@pytest.mark.rule("V-51", "fires")
def test_evidence_of_activity_alone_asks_for_the_result() -> None:
    hints = evidence_hints([replace(FILE, kind=EvidenceKind.ACTIVITY, file_name="daftar hadir.pdf")])
    assert codes(hints) == ["V-51"]
    assert hints[0].place == ("ACTUAL", "i1", "2025-TW4")


@pytest.mark.rule("V-51", "silent")
def test_one_file_that_shows_the_result_is_enough() -> None:
    assert evidence_hints([replace(FILE, evidence_id="e2", kind=EvidenceKind.ACTIVITY), FILE]) == ()


@pytest.mark.rule("V-52", "fires")
@pytest.mark.parametrize(
    "entries",
    [
        (),
        (replace(ENTRY, rhythm=FeedbackRhythm.INCIDENTAL),),
        (replace(ENTRY, giver=FeedbackGiver.PEER),),
        (replace(ENTRY, given_on=date(2025, 9, 30)),),
    ],
)
def test_a_period_without_scheduled_feedback_of_a_leader_is_told(entries) -> None:
    assert codes(feedback_hints(entries, QUARTER)) == ["V-52"]


@pytest.mark.rule("V-52", "silent")
def test_scheduled_feedback_of_a_leader_fulfils_the_duty() -> None:
    assert feedback_hints((ENTRY,), QUARTER) == ()


@pytest.mark.rule("V-53", "fires")
def test_an_entry_without_giver_or_without_ground_is_told() -> None:
    assert codes(entry_hints(replace(ENTRY, giver_name=" "))) == ["V-53"]
    assert codes(entry_hints(replace(ENTRY, evidence=""))) == ["V-53"]


@pytest.mark.rule("V-53", "silent")
def test_an_entry_with_giver_and_ground_in_words_or_files_is_complete() -> None:
    assert entry_hints(ENTRY) == ()
    assert entry_hints(replace(ENTRY, evidence="", giver_name="", giver_id="p2"), has_files=True) == ()


@pytest.mark.rule("V-54", "fires")
def test_an_agreed_adjustment_without_a_changed_plan_is_told() -> None:
    assert codes(coaching_hints([ADJUSTED], [PLAN])) == ["V-54"]
    assert codes(coaching_hints([ADJUSTED], [])) == ["V-54"]


@pytest.mark.rule("V-54", "silent")
def test_an_adjustment_is_settled_by_a_plan_fixed_on_or_after_that_day() -> None:
    assert coaching_hints([ADJUSTED], [PLAN, replace(PLAN, plan_id="plan2", fixed_on=DAY)]) == ()
    assert coaching_hints([replace(ADJUSTED, body=Coaching()), replace(ADJUSTED, body=Mentoring())], []) == ()


@pytest.mark.rule("V-55", "fires")
def test_a_take_over_without_a_note_is_an_error() -> None:
    assert codes(takeover_hints(replace(TAKEN, note=" "))) == ["V-55"]


@pytest.mark.rule("V-56", "fires")
def test_a_take_over_before_anything_was_tried_is_told() -> None:
    assert codes(takeover_hints(replace(TAKEN, earlier=()))) == ["V-56"]


@pytest.mark.rule("V-55", "silent")
@pytest.mark.rule("V-56", "silent")
def test_a_take_over_with_note_and_earlier_steps_is_complete() -> None:
    assert takeover_hints(TAKEN) == ()


@pytest.mark.rule("V-57", "fires")
def test_a_behaviour_report_without_talk_or_proof_is_an_error() -> None:
    assert isinstance(PROBLEM.body, BehaviourProblem)
    for body in (replace(PROBLEM.body, told_on=None), replace(PROBLEM.body, feedback_ids=())):
        assert codes(confidential_hints(replace(PROBLEM, body=body))) == ["V-57"]
    assert codes(confidential_hints(PROBLEM, known_feedback=())) == ["V-57"]


@pytest.mark.rule("V-57", "silent")
def test_a_behaviour_report_with_talk_and_proof_is_complete() -> None:
    assert confidential_hints(PROBLEM, known_feedback=("f1",)) == ()


@pytest.mark.rule("V-58", "fires")
def test_a_rater_who_counsels_without_training_is_told() -> None:
    assert codes(confidential_hints(replace(TALK, body=Counselling("Endang", is_rater=True)))) == ["V-58"]


@pytest.mark.rule("V-58", "silent")
def test_a_trained_rater_or_an_independent_counsellor_is_fine() -> None:
    assert confidential_hints(TALK) == ()
    assert confidential_hints(replace(TALK, body=Counselling("Psikolog"))) == ()


@pytest.mark.rule("V-72", "fires")
def test_below_the_target_and_classed_as_meeting_it_asks_for_the_reason() -> None:
    actuals = {"i1": actual("i1", "70", override=IndicatorClass.MEETS), "i2": actual("i2", "90")}
    hints = actual_hints(PLAN, actuals, {"i1", "i2"})
    assert codes(hints) == ["V-72"]
    assert hints[0].facts["number"] == "1.1"


@pytest.mark.rule("V-72", "silent")
def test_a_reason_or_feedback_settles_a_lifted_class() -> None:
    lifted = actual("i1", "70", override=IndicatorClass.MEETS)
    for one in (replace(lifted, override_reason="Pandemi"), replace(lifted, feedback="Cukup baik"), actual("i1", "70")):
        assert actual_hints(PLAN, {"i1": one, "i2": actual("i2", "90")}, {"i1", "i2"}) == ()


@pytest.mark.rule("V-73", "fires")
def test_realisation_that_is_empty_or_without_evidence_is_counted() -> None:
    hints = actual_hints(PLAN, {"i1": actual("i1", "85")}, ())
    assert codes(hints) == ["V-73"]
    assert hints[0].facts == {"missing": "2", "indicators": "2"}


@pytest.mark.rule("V-73", "silent")
def test_realisation_with_evidence_is_complete() -> None:
    assert actual_hints(PLAN, {"i1": actual("i1", "85"), "i2": actual("i2", "90")}, {"i1", "i2"}) == ()

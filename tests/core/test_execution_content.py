"""What the sheets of execution show is gathered from plan, steps, lines, log and evidence; every word counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from meritdesk.core.evaluation import Actual
from meritdesk.core.evidence import Evidence, EvidenceOwner, MediaKind
from meritdesk.core.execution import ActionStep, Documentation
from meritdesk.core.execution_content import (
    FeedbackContent,
    GivenFeedback,
    action_plan_content,
    action_plan_facts,
    feedback_content,
    feedback_facts,
    says_already,
)
from meritdesk.core.feedback import FeedbackEntry, FeedbackGiver, FeedbackMark
from meritdesk.core.people import PersonBlock
from meritdesk.core.periods import parse_period
from meritdesk.core.plan import (
    Approach,
    BehaviourValue,
    Indicator,
    JobClass,
    PerformancePlan,
    ResultKind,
    Target,
    WorkResult,
)

YEAR = parse_period("2025")
PLAN = PerformancePlan(
    "plan",
    "person",
    2025,
    Approach.QUANTITATIVE,
    JobClass.JA_JF,
    date(2025, 1, 1),
    date(2025, 12, 31),
    (
        WorkResult("r1", 1, ResultKind.MAIN, "Satu", indicators=(Indicator("i1", "Ukuran", Target("80%")),)),
        WorkResult("r2", 2, ResultKind.MAIN, "Dua", indicators=(Indicator("i2", "Ukuran", Target("90%")),)),
    ),
)
PARTIES = (PersonBlock("Siti"), PersonBlock("Bambang"))
DAY = date(2025, 3, 1)


def line(key: str, result: str = "r1", step: int = 0, day: date = DAY, evidence: str = "") -> Documentation:
    return Documentation(key, result, day, f"Selesai {key}", step, evidence)


def entry(text: str = "Bagus", result: str = "r1", behaviour: BehaviourValue | None = None) -> FeedbackEntry:
    return FeedbackEntry(
        text, "person", DAY, FeedbackGiver.LEADER, "Bambang", text, FeedbackMark.POSITIVE,
        result_id=result if behaviour is None else "", behaviour=behaviour, evidence="Laporan",
    )  # fmt: skip


def piece(owner: EvidenceOwner, owner_id: str, title: str = "", name: str = "laporan.pdf") -> Evidence:
    return Evidence(f"e{owner_id}{title}", "person", owner, owner_id, "0" * 64, name, 1, MediaKind.PDF, title=title)


def test_lines_stand_in_the_order_of_their_steps_and_days_with_what_shows_them() -> None:
    lines = [
        line("c", step=2),
        line("b", step=1, day=date(2025, 5, 1)),
        line("a", step=1),
        line("d"),
        line("x", result="other"),
    ]
    steps = [ActionStep("r1", 2, "Dua"), ActionStep("r1", 1, "Satu"), ActionStep("other", 1, "Lain")]
    content = action_plan_content(PLAN, steps, lines, {"a": ["Foto", "Laporan"]})
    assert [step.number for step in content.steps["r1"]] == [1, 2]
    assert [told.text[-1] for told in content.documentation["r1"]] == ["a", "b", "c", "d"]
    assert content.documentation["r1"][0].evidence == ("Foto", "Laporan")
    assert set(content.steps) == set(content.documentation) == {"r1"}


def test_what_is_told_and_attached_under_one_name_stands_once() -> None:
    content = action_plan_content(PLAN, (), [line("a", evidence=" Laporan ")], {"a": ["Laporan", "Foto"]})
    assert content.documentation["r1"][0].evidence == ("Laporan", "Foto")


def test_feedback_goes_to_its_result_or_value_and_a_file_without_a_title_by_its_name() -> None:
    content = feedback_content(
        PLAN,
        [entry(), entry("Ramah", behaviour=BehaviourValue.SERVICE), entry("Lain", result="other")],
        [piece(EvidenceOwner.FEEDBACK, "Bagus"), piece(EvidenceOwner.ACTUAL, "i1", "SK")],
    )
    assert content.on_results == {
        "r1": (GivenFeedback("Bagus", FeedbackGiver.LEADER, "Bambang", ("Laporan", "laporan.pdf")),)
    }
    assert [one.text for one in content.on_behaviour[BehaviourValue.SERVICE]] == ["Ramah"]
    assert content.evidence == {"i1": ("SK",)}


def test_what_the_evaluation_says_on_behaviour_is_added_where_the_log_does_not_say_it() -> None:
    log = [entry("Ramah", behaviour=BehaviourValue.SERVICE)]
    said = {BehaviourValue.SERVICE: "Pimpinan: Ramah", BehaviourValue.LOYAL: "Setia", BehaviourValue.ADAPTIVE: " "}
    content = feedback_content(PLAN, log, (), said)
    assert len(content.on_behaviour[BehaviourValue.SERVICE]) == 1
    assert content.on_behaviour[BehaviourValue.LOYAL] == (GivenFeedback("Setia"),)
    assert BehaviourValue.ADAPTIVE not in content.on_behaviour


@pytest.mark.parametrize(
    ("text", "known", "answer"),
    [
        ("Bagus", "Bagus", True),
        ("  bagus ", "Bagus", True),
        ("Pimpinan (Bambang): Bagus", "Bagus", True),
        ("Sangat Bagus", "Bagus", False),
        ("Bagus sekali", "Bagus", False),
        ("Bagus", "", False),
    ],
)
def test_only_the_same_words_count_as_said_already(text: str, known: str, answer: bool) -> None:
    assert says_already([GivenFeedback(known)], text) is answer


def test_every_change_of_a_step_line_day_or_person_changes_the_facts() -> None:
    step = ActionStep("r1", 1, "Satu", DAY)
    whole = action_plan_content(PLAN, [step], [line("a", step=1)])
    facts = action_plan_facts(PLAN, whole, PARTIES)
    others = [
        action_plan_content(PLAN, [replace(step, text="Lain")], [line("a", step=1)]),
        action_plan_content(PLAN, [replace(step, due_on=None)], [line("a", step=1)]),
        action_plan_content(PLAN, [step], [line("a", step=1), line("b")]),
        action_plan_content(PLAN, [step], [line("a", step=1)], {"a": ["Foto"]}),
    ]
    assert all(action_plan_facts(PLAN, other, PARTIES) != facts for other in others)
    assert action_plan_facts(PLAN, whole, PARTIES[::-1]) != facts
    assert action_plan_facts(replace(PLAN, ends=DAY), whole, PARTIES) != facts


def test_every_word_said_every_actual_and_every_proof_changes_the_facts() -> None:
    actuals = {"i1": Actual("i1", YEAR, "85%")}
    content = feedback_content(PLAN, [entry()])
    facts = feedback_facts("d", PLAN, actuals, content, PARTIES)
    assert feedback_facts("d", PLAN, actuals, content, PARTIES) == facts
    others: list[FeedbackContent] = [
        feedback_content(PLAN, [entry("Lain")]),
        feedback_content(PLAN, [entry(), entry("Ramah", behaviour=BehaviourValue.LOYAL)]),
        feedback_content(PLAN, [entry()], [piece(EvidenceOwner.ACTUAL, "i2")]),
        feedback_content(PLAN, [replace(entry(), giver=FeedbackGiver.PEER)]),
    ]
    assert all(feedback_facts("d", PLAN, actuals, other, PARTIES) != facts for other in others)
    for changed in ({}, {"i1": Actual("i1", YEAR, "86%")}, {"i1": Actual("i1", YEAR, "85%", feedback="Baik")}):
        assert feedback_facts("d", PLAN, changed, content, PARTIES) != facts
    assert feedback_facts("e", PLAN, actuals, content, PARTIES) != facts

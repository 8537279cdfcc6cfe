"""The nine boxes: the table of section 13.12, worked points, and laws that hold for every person."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meritdesk.core.education import EducationLevel, education_level
from meritdesk.core.evaluation import Predicate, Rating
from meritdesk.core.rules import PackKind
from meritdesk.core.scoring.talent import box_of, figure_text, place
from meritdesk.core.talent import (
    AxisPart,
    DisciplineRecord,
    Movement,
    PerformanceBasis,
    PotentialLevel,
    PotentialScore,
    ScoreKind,
    TalentFacts,
    movement,
    newest_scores,
)
from meritdesk.core.talent_rules import PartRule
from meritdesk.rulebook import Rulebook

TABLES = Path(__file__).parents[2] / "rules"
RULES = Rulebook().pack(PackKind.NINEBOX, date(2025, 12, 31)).body


def rows(stem):
    with (TABLES / f"{stem}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter=";"))


def number(text):
    return Decimal(text.replace(",", "."))


def facts_of(potential=None, competence=None, record=None, rating=None):
    told = ((ScoreKind.POTENTIAL, potential), (ScoreKind.COMPETENCE, competence))
    scores = {
        kind: PotentialScore("p", kind, date(2025, 6, 1), value, "PPK") for kind, value in told if value is not None
    }
    return TalentFacts("p", 2025, rating, Predicate.GOOD if rating else None, scores, record=record)


@pytest.mark.parametrize("case", rows("nine_box"), ids=lambda case: case["id"])
def test_the_table_of_the_regulation_comes_out(case):
    assert box_of(PotentialLevel[case["potential"]], Rating[case["performance"]], RULES) == int(case["box"])


@pytest.mark.parametrize("case", rows("talent_points"), ids=lambda case: case["id"])
def test_the_worked_points_and_boxes_come_out(case):
    def known(name, kind=number):
        return None if case[name] == "-" else kind(case[name])

    facts = facts_of(
        known("potential"), known("competence"), known("record", DisciplineRecord), known("rating", Rating)
    )
    found = place(facts, RULES)
    assert (figure_text(found.points) if found.points is not None else "-") == case["points"]
    assert found.box == int(case["box"])
    assert bool(found.missing) == (found.box == 0)


scores = st.none() | st.decimals(0, 100, places=2)
everybody = st.builds(
    facts_of,
    scores,
    scores,
    st.none() | st.sampled_from(DisciplineRecord),
    st.none() | st.sampled_from(Rating),
)


@given(everybody)
def test_whoever_is_placed_has_a_box_of_the_map_and_whoever_is_not_is_told_what_is_missing(facts):
    found = place(facts, RULES)
    assert (found.box in range(1, 10)) != bool(found.missing)
    assert found.points is None or 0 <= found.points <= 100


@given(everybody, st.decimals(0, 100, places=2))
def test_a_better_result_never_makes_a_box_worse(facts, better):
    known = facts.scores.get(ScoreKind.POTENTIAL)
    if known is None or better <= known.points:
        return
    raised = replace(facts, scores={**facts.scores, ScoreKind.POTENTIAL: replace(known, points=better)})
    assert place(raised, RULES).box >= place(facts, RULES).box or not place(facts, RULES).box


def test_a_local_pack_may_read_predicates_instead_of_ratings():
    rules = replace(RULES, basis=PerformanceBasis.PREDICATE)
    for predicate, expected in (
        (Predicate.VERY_GOOD, Rating.ABOVE),
        (Predicate.GOOD, Rating.MEETS),
        (Predicate.NEEDS_IMPROVEMENT, Rating.MEETS),
        (Predicate.POOR, Rating.BELOW),
    ):
        facts = replace(facts_of(Decimal(70), rating=Rating.ABOVE), predicate=predicate)
        found = place(facts, rules)
        assert found.performance is expected
        assert found.reasons[-2 if found.box else -1].code == "TAL-PERFORMANCE-PREDICATE"


def test_a_local_pack_may_count_education_and_training_as_potential():
    parts = (PartRule(AxisPart.EDUCATION, Decimal(50), True), PartRule(AxisPart.TRAINING, Decimal(50), True))
    facts = replace(facts_of(rating=Rating.MEETS), education=EducationLevel.S2, training_hours=20)
    found = place(facts, replace(RULES, parts=parts))
    assert found.points == Decimal("70.00")  # 0,5 x 90 + 0,5 x 50
    assert place(replace(facts, education=None), replace(RULES, parts=parts)).missing[0].code == "TAL-NO-PART"


def test_the_newest_result_up_to_the_day_counts():
    told = [
        PotentialScore("p", ScoreKind.POTENTIAL, date(year, 6, 1), Decimal(points))
        for year, points in ((2024, 50), (2026, 90), (2025, 70))
    ]
    assert newest_scores(told, date(2025, 12, 31))[ScoreKind.POTENTIAL].points == 70


def test_a_box_moves_up_down_or_not_and_a_first_box_is_new():
    assert [movement(8, 5), movement(5, 8), movement(5, 5), movement(5, 0), movement(0, 5)] == [
        Movement.UP,
        Movement.DOWN,
        Movement.SAME,
        Movement.NEW,
        Movement.NONE,
    ]


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("S-1/Sarjana", EducationLevel.S1), ("S-2", EducationLevel.S2), ("S2 Manajemen", EducationLevel.S2),
        ("SLTA Kejuruan", EducationLevel.UPPER_SECONDARY), ("Diploma III", EducationLevel.D3),
        ("D-III KEBIDANAN", EducationLevel.D3), ("D-IV Perawat", EducationLevel.S1), ("Diploma IV", EducationLevel.S1),
        ("Doktor Ilmu Hukum", EducationLevel.S3), ("Dokter Spesialis", EducationLevel.S1),
        ("SD", EducationLevel.PRIMARY),
        ("SMP", EducationLevel.LOWER_SECONDARY), ("", None), ("Ilmu Pemerintahan", None),
    ],
)  # fmt: skip
def test_the_level_of_an_education_is_read_from_the_words_of_the_register(text, level):
    assert education_level(text) is level

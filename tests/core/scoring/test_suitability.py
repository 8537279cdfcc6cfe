"""Who may lawfully hold a post: each requirement met and missed, and what weighs without forbidding."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from meritdesk.core.education import EducationLevel
from meritdesk.core.evaluation import Predicate
from meritdesk.core.people import EmploymentType, PositionKind
from meritdesk.core.rotation import CandidateFacts, SearchCriteria, at_least, grade_order, is_grade
from meritdesk.core.rules import PackKind
from meritdesk.core.scoring.suitability import matches, suitability
from meritdesk.core.talent import DisciplineRecord
from meritdesk.rulebook import Rulebook

TABLE = Path(__file__).parents[2] / "rules" / "post_requirements.csv"
with TABLE.open(encoding="utf-8", newline="") as stream:
    CASES = list(csv.DictReader(stream, delimiter=";"))
ON = date(2025, 12, 31)
RULES = Rulebook().pack(PackKind.POST_REQUIREMENTS, ON).body
GOOD = CandidateFacts(
    "p", EmploymentType.PNS, True, PositionKind.SUPERVISOR, "IV.a", "III/d", EducationLevel.S1, date(1980, 5, 1),
    date(2020, 1, 1), 8, "85", ((2025, Predicate.GOOD), (2024, Predicate.VERY_GOOD)), DisciplineRecord.CLEAN, "u",
)  # fmt: skip
KINDS = {
    "education": EducationLevel,
    "employment": EmploymentType,
    "position_kind": PositionKind,
    "record": DisciplineRecord,
    "position_since": date.fromisoformat,
    "birth_date": date.fromisoformat,
    "is_active": lambda text: text == "YES",
    "box": int,
    "grade": str,
    "echelon": str,
}


def changed(text):
    facts = GOOD
    told = text.replace("predicates=GOOD NEEDS", "predicates=GOOD+NEEDS")
    for part in told.split():
        name, _, value = part.partition("=")
        if name == "predicates":
            labels = [Predicate(one) for one in value.split("+") if one]
            facts = replace(facts, predicates=tuple((2025 - back, label) for back, label in enumerate(labels)))
        else:
            facts = replace(facts, **{name: KINDS[name](value)})
    return facts


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_each_requirement_is_met_or_missed_with_its_reason(case):
    found = suitability(changed(case["change"]), RULES.of(case["echelon"]), RULES, ON, {7, 8, 9})
    assert found.is_lawful == (case["lawful"] == "YES")
    assert case["code"] in {one.code for one in (*found.pros, *found.cons)}


def test_grades_of_the_two_kinds_are_not_compared():
    assert at_least("IV/a", "III/d") and not at_least("III/c", "III/d")
    assert not at_least("XVII", "II/a") and is_grade("XVII") and grade_order("XVII") is None and not is_grade("V/z")


@pytest.mark.parametrize(
    ("criteria", "is_found"),
    [
        (SearchCriteria(), True),
        (SearchCriteria(text="kepala SEKSI"), True),
        (SearchCriteria(text="camat"), False),
        (SearchCriteria(least_grade="IV/a"), False),
        (SearchCriteria(least_education=EducationLevel.S1), True),
        (SearchCriteria(least_education=EducationLevel.S2), False),
        (SearchCriteria(boxes=frozenset({8, 9})), True),
        (SearchCriteria(boxes=frozenset({9})), False),
        (SearchCriteria(worst_record=DisciplineRecord.CLEAN), True),
        (SearchCriteria(kinds=frozenset({PositionKind.JF})), False),
        (SearchCriteria(unit_ids=("elsewhere",)), False),
    ],
)
def test_a_search_finds_who_meets_everything_that_is_asked(criteria, is_found):
    assert matches(GOOD, criteria, "Kepala Seksi Farmasi") is is_found
    assert not matches(replace(GOOD, is_active=False), criteria, "Kepala Seksi Farmasi")

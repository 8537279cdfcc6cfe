"""The professionalism index: the worked cases of section 13.8 and laws that hold for everybody."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meritdesk.core.education import EducationLevel
from meritdesk.core.evaluation import Predicate
from meritdesk.core.people import EmploymentType, PositionKind
from meritdesk.core.professionalism import IndexDimension, IndexFacts
from meritdesk.core.rules import PackKind
from meritdesk.core.scoring.professionalism import score
from meritdesk.core.scoring.talent import figure_text
from meritdesk.core.talent import DisciplineRecord, Training, TrainingKind
from meritdesk.rulebook import Rulebook

TABLE = Path(__file__).parents[2] / "rules" / "professionalism.csv"
with TABLE.open(encoding="utf-8", newline="") as stream:
    CASES = list(csv.DictReader(stream, delimiter=";"))
RULES = Rulebook().pack(PackKind.IP_ASN, date(2025, 12, 31)).body


def trainings_of(text):
    found = []
    for place, told in enumerate(part for part in text.split(", ") if part):
        kind, hours, day = told.split(" ")
        found.append(Training(f"t{place}", "p", TrainingKind(kind), kind.title(), date.fromisoformat(day), int(hours)))
    return tuple(found)


def facts_of(case):
    def known(name, kind):
        return None if case[name] in ("", "-") else kind(case[name])

    return IndexFacts(
        "p",
        2025,
        EmploymentType(case["employment"]),
        PositionKind(case["post"]),
        known("education", EducationLevel),
        case["education"],
        trainings_of(case["trainings"]),
        known("predicate", Predicate),
        known("record", DisciplineRecord),
    )


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_the_worked_cases_come_out_dimension_by_dimension(case):
    found = score(facts_of(case), RULES)
    assert found.is_scored == bool(case["total"])
    if not case["total"]:
        return
    told = [figure_text(found.points[one]) for one in IndexDimension]
    assert told == [case[one.value.lower()] for one in IndexDimension]
    assert (figure_text(found.total), found.category.value) == (case["total"], case["category"])


trained = st.builds(
    Training,
    st.uuids().map(str),
    st.just("p"),
    st.sampled_from(TrainingKind),
    st.just("Pelatihan"),
    st.dates(date(2015, 1, 1), date(2026, 12, 31)),
    st.integers(0, 400),
)
anybody = st.builds(
    IndexFacts,
    st.just("p"),
    st.just(2025),
    st.just(EmploymentType.PNS),
    st.sampled_from(PositionKind),
    st.none() | st.sampled_from(EducationLevel),
    st.just(""),
    st.lists(trained, max_size=4).map(tuple),
    st.none() | st.sampled_from(Predicate),
    st.none() | st.sampled_from(DisciplineRecord),
)


@given(anybody)
def test_nobody_has_more_than_a_hundred_and_every_dimension_has_its_reason(facts):
    found = score(facts, RULES)
    assert 0 <= found.total <= 100 and found.total == sum(found.points.values(), Decimal(0))
    assert {dimension for dimension, _ in found.reasons} == set(IndexDimension)


@given(anybody, trained)
def test_one_training_more_never_lowers_an_index(facts, more):
    richer = IndexFacts(
        *(getattr(facts, name) for name in facts.__slots__[:6]), (*facts.trainings, more), facts.predicate, facts.record
    )
    assert score(richer, RULES).total >= score(facts, RULES).total

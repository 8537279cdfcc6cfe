"""Objection: when it is possible, how far it is, and what a changed result becomes."""

from dataclasses import replace
from datetime import date

import pytest

from meritdesk.core.circumstances import Circumstances, FinalBasis, RevisionReason
from meritdesk.core.evaluation import Evaluation, EvaluationState, OrgLevel, PackRef, Predicate, Rating, Reason
from meritdesk.core.objection import (
    Objection,
    ObjectionDecision,
    ObjectionState,
    Verdict,
    after_objection,
    decided,
    is_final,
    register_number,
    verdict_of,
)
from meritdesk.core.people import EmploymentType, Person, PersonBlock
from meritdesk.core.periods import Period, PeriodKind

YEAR = Period(2025, PeriodKind.YEAR)
BEFORE = Verdict(Rating.MEETS, Rating.BELOW, Predicate.POOR)
AFTER = Verdict(Rating.MEETS, Rating.MEETS, Predicate.GOOD)
CLOSED = Evaluation(
    "e", "person", YEAR, Rating.MEETS, Rating.BELOW, note="lama", state=EvaluationState.CLOSED, rater_id="rater",
    superior_id="superior", led_unit_id="unit", org_level=OrgLevel.GOOD, predicate=Predicate.POOR,
    explanation=(Reason("QUADRANT", "p. 99"),), closed_on=date(2026, 1, 30), digest="d", parties=(PersonBlock("A"),),
)  # fmt: skip
OPEN = Objection(
    "o", "RK/3372/2026/000001", "e", 1, "person", YEAR, date(2026, 2, 20), "superior", "Perilaku dinilai keliru.",
    BEFORE,
)  # fmt: skip


def test_an_objection_is_heard_when_both_have_spoken_and_blanks_do_not_count():
    assert OPEN.state is ObjectionState.OPEN
    assert replace(OPEN, ratee_statement="a", rater_statement=" ").state is ObjectionState.OPEN
    assert replace(OPEN, ratee_statement="a", rater_statement="b").state is ObjectionState.HEARD


def test_a_confirmed_result_carries_no_new_recommendation():
    confirmed = decided(OPEN, ObjectionDecision.CONFIRMED, date(2026, 3, 2), " tetap ", "rekomendasi")
    assert (confirmed.state, confirmed.grounds, confirmed.recommendation) == (ObjectionState.DECIDED, "tetap", "")
    assert confirmed.dates.decided_on == date(2026, 3, 2)
    changed = decided(OPEN, ObjectionDecision.CHANGED, date(2026, 3, 2), "diubah", "rekomendasi")
    assert changed.recommendation == "rekomendasi"


def test_a_result_of_the_head_of_region_or_of_a_superior_is_final():
    mayor = Person("mayor", "", "Wali Kota", employment=EmploymentType.OFFICIAL)
    head = Person("head", "", "Kepala Dinas")
    taken_over = replace(CLOSED, circumstances=Circumstances(final=FinalBasis.SUPERIOR_OF_RATER))
    assert is_final(CLOSED, mayor)
    assert is_final(taken_over, head)
    assert not is_final(CLOSED, head)


def test_the_changed_evaluation_is_the_next_version_with_the_new_verdict_and_the_same_people():
    objection = replace(
        decided(OPEN, ObjectionDecision.CHANGED, date(2026, 3, 2), "Bukti baru.", "Pertahankan."), after=AFTER
    )
    quadrant = (Reason("QUADRANT", "p. 99", {"predicate": "PREDICATE:GOOD"}),)
    kept, new = after_objection(CLOSED, objection, quadrant, (PackRef("matrix", "x"),), "Kepala Dinas")
    assert kept.evaluation == CLOSED
    assert (new.version, new.predicate, new.note) == (2, Predicate.GOOD, "Pertahankan.")
    assert (new.rater_id, new.led_unit_id, new.org_level, new.parties) == (
        CLOSED.rater_id, CLOSED.led_unit_id, CLOSED.org_level, CLOSED.parties,
    )  # fmt: skip
    assert new.is_closed and new.closed_on == date(2026, 3, 2)
    assert new.circumstances.revision.reason is RevisionReason.OBJECTION
    assert new.explanation[0].facts["before"] == "PREDICATE:POOR"
    assert new.explanation[1:] == quadrant


def test_an_objection_that_is_not_decided_makes_no_new_version():
    with pytest.raises(ValueError, match="decided"):
        after_objection(CLOSED, OPEN, (), (), "Kepala Dinas")


def test_a_verdict_needs_both_ratings_and_a_predicate():
    assert verdict_of(CLOSED) == BEFORE
    assert verdict_of(replace(CLOSED, predicate=None)) is None


def test_the_register_counts_by_year():
    assert register_number("3372", 2026, 7) == "RK/3372/2026/000007"

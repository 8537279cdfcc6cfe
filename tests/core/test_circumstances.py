"""What is special about an evaluation survives as flat texts, and a closed evaluation is superseded whole."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meritdesk.core.circumstances import (
    Circumstances,
    DropOut,
    FinalBasis,
    Reuse,
    Revision,
    RevisionReason,
    TakeOver,
    TakeOverBasis,
    circumstance_facts,
    circumstances_of,
)
from meritdesk.core.evaluation import (
    Evaluation,
    EvaluationState,
    OrgLevel,
    PackRef,
    Predicate,
    Rating,
    Reason,
    evaluation_facts,
    superseded,
)
from meritdesk.core.people import PersonBlock
from meritdesk.core.periods import parse_period

DAY = date(2026, 1, 20)
WHY = Revision(RevisionReason.ENTRY_ERROR, "Rating tertukar dengan pegawai lain", "operator", DAY)
CLOSED = Evaluation(
    "e1",
    "p1",
    parse_period("2025"),
    Rating.MEETS,
    Rating.ABOVE,
    note="Pertahankan",
    state=EvaluationState.CLOSED,
    rater_id="r1",
    superior_id="s1",
    org_level=OrgLevel.GOOD,
    predicate=Predicate.GOOD,
    explanation=(Reason("PRD-QUADRANT", "hlm. 99"),),
    packs=(PackRef("predicate-matrix-2022", "0" * 64),),
    closed_on=DAY,
    digest="1" * 64,
    parties=(PersonBlock("Sari"),),
)

texts = st.text(max_size=20)
days = st.dates(date(2022, 1, 1), date(2030, 1, 1))
circumstances = st.builds(
    Circumstances,
    take_over=st.none() | st.builds(TakeOver, texts, st.sampled_from(TakeOverBasis), texts, days),
    drop_out=st.none() | st.builds(DropOut, days, texts),
    reuse=st.none() | st.builds(Reuse, texts, texts, st.integers(1, 9), days, texts),
    revision=st.none() | st.builds(Revision, st.sampled_from(RevisionReason), texts, texts, days),
    final=st.none() | st.sampled_from(FinalBasis),
)


@given(circumstances)
def test_circumstances_say_the_same_after_a_round_through_texts(special):
    facts = circumstance_facts(special)
    assert circumstances_of(facts) == special
    assert (not facts) == special.is_usual
    assert all(isinstance(text, str) for text in facts.values())


@pytest.mark.parametrize(
    "facts",
    [
        {"drop_out.ended_on": "2025-13-01", "drop_out.reference": "x"},
        {"reuse.source_period": "2025-TW2"},
        {"final": "NOBODY"},
        {"take_over.basis": "NOT_RATED"},
    ],
)
def test_half_a_circumstance_is_an_error_and_never_half_believed(facts):
    with pytest.raises(ValueError):
        circumstances_of(facts)


def test_the_digest_of_a_usual_evaluation_does_not_know_circumstances():
    assert "circumstances" not in evaluation_facts(CLOSED, "plan", {})
    special = replace(CLOSED, circumstances=Circumstances(final=FinalBasis.HEAD_OF_REGION))
    assert evaluation_facts(special, "plan", {})["circumstances"] == {"final": "HEAD_OF_REGION"}


def test_the_old_version_is_kept_whole_and_the_new_one_starts_open_with_the_same_ratings():
    kept, opened = superseded(CLOSED, WHY)
    assert kept.evaluation == CLOSED and kept.revision == WHY
    assert (opened.version, opened.state) == (2, EvaluationState.OPEN)
    assert (opened.result_rating, opened.behaviour_rating, opened.note) == (Rating.MEETS, Rating.ABOVE, "Pertahankan")
    assert opened.predicate is None and not opened.explanation and not opened.packs and not opened.parties
    assert opened.digest == "" and opened.closed_on is None
    assert opened.circumstances.revision == WHY


def test_a_new_version_keeps_the_agreements_of_the_old_one_but_not_its_finality():
    gone = DropOut(date(2025, 8, 1), "Surat 12/UNS")
    closed = replace(CLOSED, circumstances=Circumstances(drop_out=gone, final=FinalBasis.HEAD_OF_REGION))
    _, opened = superseded(closed, WHY)
    assert opened.circumstances == Circumstances(drop_out=gone, revision=WHY)


def test_an_open_evaluation_has_no_version_to_supersede():
    with pytest.raises(ValueError):
        superseded(replace(CLOSED, state=EvaluationState.OPEN), WHY)


def test_who_took_over_is_the_evaluator_and_not_the_rater():
    taken = TakeOver("s1", TakeOverBasis.NOT_RATED, "Penilai tidak menilai sampai 31 Januari", DAY)
    assert (CLOSED.evaluator_id, CLOSED.is_by_superior) == ("r1", False)
    over = replace(CLOSED, circumstances=Circumstances(take_over=taken))
    assert (over.evaluator_id, over.rater_id, over.is_by_superior) == ("s1", "r1", True)

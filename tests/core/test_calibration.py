"""A calibration session changes nothing until it ends, asks for reasons, and is never edited afterwards."""

from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meritdesk.core.calibration import (
    CalibrationEntry,
    CalibrationSession,
    Participant,
    SessionState,
    attended,
    dropped,
    held,
    moved,
    spread_after,
    spread_before,
    taken_over,
)
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evaluation import Evaluation, EvaluationState, Predicate, Rating
from meritdesk.core.periods import parse_period
from meritdesk.core.scoring.predicate import predicate
from meritdesk.rulebook import Rulebook

YEAR = parse_period("2025")
DAY = date(2026, 1, 15)
RULES = Rulebook().in_force(YEAR.last_day)
RATER, OTHER = Participant("Endang", "Penilai", "rater"), Participant("Joko", "Kepegawaian")


def label(result, behaviour, dropped_out):
    return predicate(result, behaviour, RULES.predicate_matrix, RULES.special_cases.drop_out if dropped_out else None)[
        0
    ]


def entry(person_id, result=Rating.MEETS, behaviour=Rating.MEETS, **more):
    return CalibrationEntry(
        person_id, person_id, person_id.title(), "", None, result, behaviour, result, behaviour, **more
    )


def evaluation(person_id, result=Rating.MEETS, behaviour=Rating.MEETS):
    return Evaluation(f"e-{person_id}", person_id, YEAR, result, behaviour, reason="menurut laporan")


@pytest.fixture
def session():
    people = (entry("ani"), entry("budi", Rating.ABOVE, Rating.ABOVE), entry("citra", None, None))
    return CalibrationSession("s", YEAR, "rater", "unit", DAY, participants=(RATER, OTHER), entries=people)


def test_a_changed_rating_needs_a_reason_and_the_way_back_does_not(session):
    with pytest.raises(UsageRefusal, match="ASM-142"):
        moved(session, "ani", Rating.ABOVE, Rating.MEETS, "  ")
    up = moved(session, "ani", Rating.ABOVE, Rating.MEETS, "Menangani wabah sendirian")
    assert [one.person_id for one in up.changed] == ["ani"]
    back = moved(up, "ani", Rating.MEETS, Rating.MEETS, "")
    assert back.changed == () and back.entry_of("ani").reason == ""
    assert session.changed == ()


def test_nobody_outside_the_list_and_nobody_closed_is_moved(session):
    with pytest.raises(UsageRefusal, match="ASM-141"):
        moved(session, "orang lain", Rating.ABOVE, Rating.ABOVE, "alasan")
    closed = replace(session, entries=(entry("ani", is_closed=True),))
    with pytest.raises(UsageRefusal, match="ASM-143"):
        moved(closed, "ani", Rating.ABOVE, Rating.ABOVE, "alasan")


def test_the_spread_before_and_after_follow_the_quadrant(session):
    after = moved(session, "budi", Rating.MEETS, Rating.BELOW, "Keluhan warga terbukti")
    assert spread_before(after, label) == {Predicate.GOOD: 1, Predicate.VERY_GOOD: 1}
    assert spread_after(after, label) == {Predicate.GOOD: 1, Predicate.POOR: 1}


def test_a_drop_out_stays_under_his_own_rule_in_both_spreads(session):
    gone = replace(session, entries=(entry("ani", Rating.ABOVE, Rating.ABOVE, dropped_out=True),))
    assert spread_before(gone, label) == {Predicate.POOR: 1}


def test_only_the_changed_ratings_are_taken_over_with_the_reason_of_the_session(session):
    after = moved(session, "ani", Rating.ABOVE, Rating.MEETS, "Menangani wabah sendirian")
    after = moved(after, "budi", Rating.ABOVE, Rating.MEETS, "Perilaku biasa")
    now = {
        "ani": evaluation("ani"),
        "budi": evaluation("budi", Rating.ABOVE, Rating.ABOVE),
        "citra": evaluation("citra", None, None),
    }
    ani, budi = taken_over(after, now)
    assert (ani.result_rating, ani.reason) == (Rating.ABOVE, "Menangani wabah sendirian")
    assert (budi.behaviour_rating, budi.reason) == (Rating.MEETS, "menurut laporan")


@pytest.mark.parametrize(
    "now",
    [
        {},
        {"ani": evaluation("ani", Rating.BELOW)},
        {"ani": replace(evaluation("ani"), state=EvaluationState.CLOSED)},
    ],
    ids=["gone", "changed", "closed"],
)
def test_a_rating_changed_outside_the_session_stops_the_taking_over(session, now):
    after = moved(session, "ani", Rating.ABOVE, Rating.MEETS, "alasan")
    with pytest.raises(UsageRefusal, match="ASM-146"):
        taken_over(after, now)


@pytest.mark.parametrize("present", [(), (RATER,), (OTHER, Participant("Lain"))])
def test_a_session_without_its_rater_or_with_him_alone_does_not_end(session, present):
    with pytest.raises(UsageRefusal, match="ASM-145"):
        held(attended(session, present), DAY)


def test_what_is_over_is_never_changed_again(session):
    over = held(session, DAY)
    assert (over.state, over.finished_on) == (SessionState.HELD, DAY)
    for verb in (
        lambda: moved(over, "ani", Rating.ABOVE, Rating.ABOVE, "alasan"),
        lambda: attended(over, (OTHER,)),
        lambda: held(over, DAY),
        lambda: dropped(over, DAY),
    ):
        with pytest.raises(UsageRefusal, match="ASM-140"):
            verb()


def test_a_participant_has_a_name_and_counts_once(session):
    with pytest.raises(UsageRefusal, match="ASM-144"):
        attended(session, (Participant(" "),))
    assert attended(session, (RATER, OTHER, RATER)).participants == (RATER, OTHER)


@given(st.lists(st.sampled_from(list(product(Rating, Rating))), min_size=1, max_size=12))
def test_however_often_a_person_is_moved_the_ratings_before_stay(moves):
    session = CalibrationSession("s", YEAR, "rater", "unit", DAY, entries=(entry("ani"),))
    for result, behaviour in moves:
        session = moved(session, "ani", result, behaviour, "alasan")
    one = session.entry_of("ani")
    assert (one.result_before, one.behaviour_before) == (Rating.MEETS, Rating.MEETS)
    assert (one.result_after, one.behaviour_after) == moves[-1]
    assert bool(session.changed) == (moves[-1] != (Rating.MEETS, Rating.MEETS)) == bool(one.reason)

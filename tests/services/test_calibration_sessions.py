"""A calibration session through the desk: opened on a rater's people, finished in one step, with printed minutes."""

from __future__ import annotations

from datetime import date

import pytest
from small_office import NIPS, YEAR

from meritdesk.core.calibration import Participant, SessionState
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evaluation import Predicate, Rating
from meritdesk.core.periods import parse_period

DAY = date(2026, 1, 12)


@pytest.fixture
def unit(planned):
    return next(unit for unit in planned.desk.register.units() if unit.source_id == "U2")


@pytest.fixture
def opened(planned, unit):
    return planned.desk.assessment.calibration.open(YEAR, unit.unit_id, DAY, "Ruang rapat").session


def person_of(office, name):
    return office.desk.register.show(NIPS[name]).person


def others(session):
    return (*session.participants, Participant("Wahyu", "Kepegawaian"))


def test_a_session_opens_on_the_people_of_the_rater_as_they_are_rated(planned, opened):
    assert {entry.nip for entry in opened.entries} == {NIPS["nurse"], NIPS["clerk"]}
    assert all(
        (entry.result_before, entry.behaviour_before) == (Rating.MEETS, Rating.MEETS) for entry in opened.entries
    )
    assert [one.person_id for one in opened.participants] == [opened.rater_id]
    assert planned.desk.assessment.calibration.sessions(YEAR) == (opened,)


def test_ratings_change_only_when_the_session_is_finished_and_in_one_step(planned, opened):
    calibration = planned.desk.assessment.calibration
    nurse = person_of(planned, "nurse")
    calibration.attend(opened.session_id, others(opened))
    calibration.note(opened.session_id, "Dibandingkan menurut kontribusi.")
    calibration.move(opened.session_id, nurse.person_id, Rating.ABOVE, Rating.ABOVE, "Menangani wabah")
    card = calibration.show(opened.session_id)
    assert (card.before, card.after) == (
        {Predicate.GOOD: 2},
        {Predicate.GOOD: 1, Predicate.VERY_GOOD: 1},
    )
    assert planned.desk.assessment.show(NIPS["nurse"], YEAR).evaluation.result_rating is Rating.MEETS
    changes = calibration.finish(opened.session_id)
    evaluation = planned.desk.assessment.show(NIPS["nurse"], YEAR).evaluation
    assert (evaluation.result_rating, evaluation.reason) == (Rating.ABOVE, "Menangani wabah")
    assert calibration.show(opened.session_id).session.state is SessionState.HELD
    planned.desk.upkeep.undo(changes.change_set_id)
    assert planned.desk.assessment.show(NIPS["nurse"], YEAR).evaluation.result_rating is Rating.MEETS
    assert calibration.show(opened.session_id).session.state is SessionState.OPEN


def test_the_session_stands_in_the_explanation_of_whom_it_changed(planned, opened):
    calibration = planned.desk.assessment.calibration
    nurse = person_of(planned, "nurse")
    calibration.attend(opened.session_id, others(opened))
    calibration.move(opened.session_id, nurse.person_id, Rating.ABOVE, Rating.ABOVE, "Menangani wabah")
    calibration.finish(opened.session_id)
    planned.desk.assessment.close(YEAR)
    told = {name: planned.desk.assessment.show(NIPS[name], YEAR).evaluation.explanation for name in ("nurse", "clerk")}
    line = next(line for line in told["nurse"] if line.code == "EVL-CALIBRATED")
    assert line.facts["reason"] == "Menangani wabah" and line.facts["after"] == "RATING:ABOVE, RATING:ABOVE"
    assert "EVL-CALIBRATED" not in [line.code for line in told["clerk"]]


def test_a_second_session_waits_for_the_first_and_an_empty_unit_has_none(planned, opened, unit):
    calibration = planned.desk.assessment.calibration
    with pytest.raises(UsageRefusal, match="ASM-148"):
        calibration.open(YEAR, unit.unit_id, DAY)
    with pytest.raises(UsageRefusal, match="USE-103"):
        calibration.open(YEAR, "tidak ada", DAY)
    empty = next(one for one in planned.desk.register.units() if one.source_id == "U4")
    with pytest.raises(UsageRefusal, match="ASM-149"):
        calibration.open(YEAR, empty.unit_id, DAY)
    calibration.drop(opened.session_id)
    assert calibration.open(YEAR, unit.unit_id, DAY).session.session_id != opened.session_id
    assert calibration.open(parse_period("2025-TW4"), unit.unit_id, DAY).session.entries


def test_a_session_without_witnesses_a_reason_or_a_rating_changed_outside_does_not_end(planned, opened):
    calibration = planned.desk.assessment.calibration
    nurse = person_of(planned, "nurse")
    with pytest.raises(UsageRefusal, match="ASM-145"):
        calibration.finish(opened.session_id)
    with pytest.raises(UsageRefusal, match="ASM-142"):
        calibration.move(opened.session_id, nurse.person_id, Rating.ABOVE, Rating.ABOVE, "")
    with pytest.raises(UsageRefusal, match="ASM-141"):
        calibration.move(opened.session_id, person_of(planned, "head").person_id, Rating.ABOVE, Rating.ABOVE, "x")
    with pytest.raises(UsageRefusal, match="ASM-147"):
        calibration.show("tidak ada")
    calibration.attend(opened.session_id, others(opened))
    calibration.move(opened.session_id, nurse.person_id, Rating.ABOVE, Rating.ABOVE, "Menangani wabah")
    planned.desk.assessment.rate(nurse.person_id, YEAR, Rating.BELOW, Rating.MEETS)
    with pytest.raises(UsageRefusal, match="ASM-146"):
        calibration.finish(opened.session_id)
    assert planned.desk.assessment.show(NIPS["nurse"], YEAR).evaluation.result_rating is Rating.BELOW


def test_the_minutes_are_printed_with_a_number_and_stand_in_the_register(planned, opened, tmp_path):
    calibration = planned.desk.assessment.calibration
    calibration.attend(opened.session_id, others(opened))
    calibration.move(
        opened.session_id, person_of(planned, "nurse").person_id, Rating.ABOVE, Rating.ABOVE, "Menangani wabah"
    )
    assert calibration.preview_minutes(opened.session_id).startswith(b"%PDF")
    calibration.finish(opened.session_id)
    outcome = calibration.print_minutes(opened.session_id, tmp_path / "cetak")
    assert outcome.numbers[0].startswith("BAK/3372/2025/")
    assert outcome.file.pages >= 1
    again = calibration.print_minutes(opened.session_id, tmp_path / "cetak")
    assert again.numbers == outcome.numbers
    with pytest.raises(UsageRefusal, match="ASM-147"):
        calibration.print_minutes("tidak ada", tmp_path)

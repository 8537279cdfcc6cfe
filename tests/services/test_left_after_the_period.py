"""Who left after a period had ended is still evaluated for it; and a waiver stays to be seen after closing."""

from __future__ import annotations

from datetime import date

from small_office import NIPS, YEAR, rating_row

from meritdesk.core.career import CareerChange
from meritdesk.core.career_drafting import ChangeRequest
from meritdesk.core.evaluation import EvaluationState, Rating
from meritdesk.core.lines import LineFlag, RatingQuery

EVERYBODY = RatingQuery(YEAR.code, YEAR.year)


def test_somebody_who_died_in_january_is_seen_rated_and_closed_for_the_year(planned):
    desk = planned.desk
    person = desk.register.show(NIPS["nurse"]).person
    desk.register.careers.change(ChangeRequest(CareerChange.DEATH, person.person_id, date(2026, 1, 5)))
    assert NIPS["nurse"] in {line.nip for line in desk.assessment.grid(EVERYBODY)}
    outcome = desk.assessment.import_ratings(planned.ratings_file([rating_row(NIPS["nurse"], Rating.ABOVE)]))
    assert outcome.refused == ()
    assert NIPS["nurse"] not in {one.nip for one in desk.assessment.close(YEAR).blocked}
    assert desk.assessment.show(NIPS["nurse"], YEAR).evaluation.is_closed


def test_somebody_who_left_within_the_year_is_still_refused(planned):
    desk = planned.desk
    person = desk.register.show(NIPS["nurse"]).person
    desk.register.careers.change(ChangeRequest(CareerChange.LEAVING, person.person_id, date(2025, 11, 1)))
    outcome = desk.assessment.import_ratings(planned.ratings_file([rating_row(NIPS["nurse"])]))
    assert [fault.code for fault in outcome.refused] == ["PLN-103"]
    assert NIPS["nurse"] not in {line.nip for line in desk.assessment.grid(EVERYBODY)}


def test_a_waiver_is_still_shown_once_its_evaluation_is_closed(settled):
    desk = settled.desk
    settled.plan_everybody()
    person = desk.register.show(NIPS["clerk"]).person
    desk.assessment.rate(person.person_id, YEAR, None, None)
    desk.assessment.acts.waive(NIPS["clerk"], YEAR, "Kepala BKPSDM", "Cuti sakit berkepanjangan")
    desk.assessment.close(YEAR)
    line = next(line for line in desk.assessment.grid(EVERYBODY) if line.nip == NIPS["clerk"])
    assert line.state is EvaluationState.CLOSED and LineFlag.WAIVED in line.flags

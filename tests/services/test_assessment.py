"""Closing: the predicate from the quadrant with its reasons; whoever is not ready is named, never guessed."""

from __future__ import annotations

import pytest
from small_office import LEVELS, NIPS, YEAR, actual_rows, plan_rows, rating_row
from sqlalchemy import text

from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evaluation import OrgLevel, Predicate, Rating, SuggestedRating
from meritdesk.core.lines import RatingQuery
from meritdesk.core.periods import parse_period
from meritdesk.services import closing
from meritdesk.store import notes, rows, sqlite

MAKE_ROOM = sqlite.make_room


def test_a_year_is_closed_with_predicate_reasons_and_packs(planned):
    outcome = planned.desk.assessment.close(YEAR)
    assert (outcome.due, outcome.closed) == (6, 5)
    assert [one.nip for one in outcome.blocked] == [NIPS["orphaned"]]
    assert outcome.predicates == {"GOOD": 5}
    card = planned.desk.assessment.show(NIPS["nurse"], YEAR)
    evaluation = card.evaluation
    assert evaluation.is_closed and evaluation.predicate is Predicate.GOOD
    assert evaluation.org_level is OrgLevel.GOOD
    assert evaluation.suggested is SuggestedRating.MEETS
    assert evaluation.packs and all(len(pack.digest) == 64 for pack in evaluation.packs)
    assert any("R-66" in reason.source or "99" in reason.source for reason in evaluation.explanation)
    assert len(evaluation.digest) == 64


@pytest.mark.file
def test_a_closing_in_many_parts_is_one_change_set_that_is_proven_and_taken_back_whole(planned, monkeypatch):
    monkeypatch.setattr(closing, "AT_ONCE", 2)
    monkeypatch.setattr(notes, "OPEN_CHARACTERS", 0)
    monkeypatch.setattr(notes, "PIECE", 2)
    monkeypatch.setattr(rows, "MUCH_TEXT", 0)
    rooms = []
    monkeypatch.setattr(sqlite, "make_room", lambda connection, kib: rooms.append(kib) or MAKE_ROOM(connection, kib))
    counted = []
    outcome = planned.desk.assessment.close(YEAR, step=lambda done, total: counted.append((done, total)))
    assert (outcome.due, outcome.closed, outcome.predicates) == (6, 5, {"GOOD": 5})
    assert [one.nip for one in outcome.blocked] == [NIPS["orphaned"]]
    judged = [done for done, total in counted if total == 6]
    assert judged == sorted(judged) and {0, 2, 4, 6} <= set(judged)
    with planned.desk.assessment.around.store.reading() as work:
        assert work.journal.verify()
        assert [row[0] for row in work.journal._rows.execute(text("PRAGMA cache_size"))] == [-sqlite.CACHE_KIB]
        head = work.journal.lines(0, 1)[0]
        changes = work.journal.rows_of(head.number)
    assert len(rooms) == 3 and rooms == sorted(rooms) and rooms[0] > 0
    assert (head.verb, head.rows) == ("assessment.close", 5)
    assert [change.table for change in changes] == ["evaluation"] * 5
    again = planned.desk.assessment.close(YEAR)
    assert (again.closed, again.already_closed, again.predicates) == (0, 5, {"GOOD": 5})
    planned.desk.upkeep.undo(outcome.changes.change_set_id)
    assert planned.desk.assessment.close(YEAR).closed == 5


def test_closing_again_changes_nothing(closed):
    again = closed.desk.assessment.close(YEAR)
    assert (again.closed, again.already_closed) == (0, 5)
    assert again.changes.change_set_id == ""


def test_each_missing_thing_blocks_one_person_and_names_it(settled):
    desk = settled.desk
    rows = [row for name in ("nurse", "clerk", "pharmacist") for row in plan_rows(NIPS[name])]
    rows += [row for row in plan_rows(NIPS["bidang"]) if row.section == "RESULT"]
    desk.planning.import_plans(settled.plans_file(rows))
    desk.assessment.import_ratings(settled.levels_file([level for level in LEVELS if level.unit_source_id != "U3"]))
    desk.assessment.import_ratings(
        settled.ratings_file([rating_row(NIPS["nurse"], behaviour=None), rating_row(NIPS["pharmacist"])])
    )
    outcome = desk.assessment.close(YEAR)
    assert outcome.closed == 0
    codes = {one.nip: one.code for one in outcome.blocked}
    assert codes[NIPS["head"]] == "ASM-102"
    assert codes[NIPS["bidang"]] == "ASM-103"
    assert codes[NIPS["pharmacist"]] == "V-59"
    assert codes[NIPS["clerk"]] == "V-64"
    assert codes[NIPS["nurse"]] == "V-65"
    assert NIPS["resting"] not in codes


def test_a_closed_evaluation_cannot_be_rated_again(closed):
    person = closed.desk.register.show(NIPS["nurse"]).person
    with pytest.raises(UsageRefusal, match="ASM-120"):
        closed.desk.assessment.rate(person.person_id, YEAR, Rating.ABOVE, Rating.ABOVE)
    outcome = closed.desk.assessment.import_ratings(closed.ratings_file([rating_row(NIPS["nurse"], Rating.ABOVE)]))
    assert [fault.code for fault in outcome.refused] == ["ASM-120"]
    assert closed.desk.assessment.show(NIPS["nurse"], YEAR).evaluation.result_rating is Rating.MEETS


def test_a_rating_is_kept_at_once_and_the_suggestion_stays_apart(planned):
    person = planned.desk.register.show(NIPS["clerk"]).person
    changes = planned.desk.assessment.rate(
        person.person_id, YEAR, Rating.ABOVE, Rating.MEETS, reason="Berhasil di luar target"
    )
    assert changes.change_set_id
    card = planned.desk.assessment.show(NIPS["clerk"], YEAR)
    assert card.evaluation.result_rating is Rating.ABOVE
    assert card.suggestion.rating is SuggestedRating.MEETS
    planned.desk.assessment.close(YEAR)
    evaluation = planned.desk.assessment.show(NIPS["clerk"], YEAR).evaluation
    assert (evaluation.result_rating, evaluation.suggested) == (Rating.ABOVE, SuggestedRating.MEETS)
    assert "ASM-RATED-OTHERWISE" in {reason.code for reason in evaluation.explanation}


def test_rating_can_be_undone(planned):
    person = planned.desk.register.show(NIPS["clerk"]).person
    changes = planned.desk.assessment.rate(person.person_id, YEAR, Rating.BELOW, Rating.BELOW)
    planned.desk.upkeep.undo(changes.change_set_id)
    evaluation = planned.desk.assessment.show(NIPS["clerk"], YEAR).evaluation
    assert (evaluation.result_rating, evaluation.behaviour_rating) == (Rating.MEETS, Rating.MEETS)


def test_the_grid_shows_suggestion_rating_and_state(planned):
    head = planned.desk.register.show(NIPS["bidang"]).person
    lines = planned.desk.assessment.grid(RatingQuery(period="2025", year=2025, rater_id=head.person_id))
    assert {line.nip for line in lines} == {NIPS["nurse"], NIPS["clerk"], NIPS["pharmacist"]}
    assert {line.suggested for line in lines} == {SuggestedRating.MEETS}
    raters = {line.rater_id: line for line in planned.desk.assessment.raters(YEAR)}
    assert sum(line.people for line in planned.desk.assessment.raters(YEAR) if line.rater_id == head.person_id) == 3
    assert raters


def test_the_annual_level_that_came_late_gives_way_to_last_years(planned):
    unit = next(unit for unit in planned.desk.register.units() if unit.source_id == "U2")
    late = parse_period("2025").last_day.replace(year=2026, month=2, day=10)
    planned.desk.assessment.set_level(unit.unit_id, parse_period("2024"), OrgLevel.POOR, "LKJiP 2024", None)
    planned.desk.assessment.set_level(unit.unit_id, YEAR, OrgLevel.OUTSTANDING, "LKJiP 2025", late)
    planned.desk.assessment.close(YEAR)
    assert planned.desk.assessment.show(NIPS["nurse"], YEAR).evaluation.org_level is OrgLevel.POOR


def test_a_level_may_be_entered_by_the_unor_id_that_the_clerk_has_in_her_file(settled):
    unit = next(unit for unit in settled.desk.register.units() if unit.source_id == "U2")
    quarter = parse_period("2025-TW1")
    changes = settled.desk.assessment.set_level("U2", quarter, OrgLevel.GOOD, "LKJiP", None)
    assert changes.change_set_id
    repeated = settled.desk.assessment.set_level(unit.unit_id, quarter, OrgLevel.GOOD, "LKJiP", None)
    assert not repeated.change_set_id


def test_a_level_for_an_unknown_unit_and_ratings_for_nobody_are_refused(settled):
    with pytest.raises(UsageRefusal, match="USE-103"):
        settled.desk.assessment.set_level("tidak ada", YEAR, OrgLevel.GOOD, "", None)
    with pytest.raises(UsageRefusal, match="USE-102"):
        settled.desk.assessment.rate("tidak ada", YEAR, Rating.MEETS, Rating.MEETS)
    with pytest.raises(UsageRefusal, match="ASM-101"):
        settled.desk.assessment.show(NIPS["nurse"], YEAR)


def test_the_distribution_of_a_unit_warns_and_never_changes_a_predicate(planned):
    unit = next(unit for unit in planned.desk.register.units() if unit.source_id == "U2")
    people = [planned.desk.register.show(NIPS[name]).person.person_id for name in ("nurse", "clerk")]
    for person_id in people:
        planned.desk.assessment.rate(person_id, YEAR, Rating.ABOVE, Rating.ABOVE)
    spread = planned.desk.assessment.distribution(YEAR, unit.unit_id)
    assert spread.counts[Predicate.VERY_GOOD] == 2
    assert spread.warnings
    assert planned.desk.assessment.close(YEAR).predicates["VERY_GOOD"] == 2


def test_actuals_of_another_period_do_not_count(settled):
    settled.desk.planning.import_plans(settled.plans_file(plan_rows(NIPS["nurse"])))
    settled.desk.execution.import_actuals(settled.actuals_file(actual_rows(NIPS["nurse"])))
    person = settled.desk.register.show(NIPS["nurse"]).person
    quarter = parse_period("2025-TW1")
    settled.desk.assessment.rate(person.person_id, quarter, Rating.MEETS, Rating.MEETS)
    assert settled.desk.assessment.show(NIPS["nurse"], quarter).suggestion.rating is None

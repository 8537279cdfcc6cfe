"""The way of the papers, objections and holidays come back from the store as they went in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import store_samples as sample
from store_samples import ACTOR, YEAR

from meritdesk.core.deadlines import ProcessDates
from meritdesk.core.documents import Form
from meritdesk.core.duties import Party
from meritdesk.core.evaluation import Predicate, Rating
from meritdesk.core.objection import Objection, ObjectionDecision, Verdict
from meritdesk.core.working_days import Holiday, HolidayKind


def save(store, change):
    with store.writing(ACTOR, "test") as work:
        change(work)
        return work.commit()


def test_papers_come_back_by_evaluation_and_by_period(filled):
    key = sample.closed_evaluation(2).evaluation_id
    first = ProcessDates(key, signed_on=date(2026, 1, 30), window_end=date(2026, 1, 31))
    second = ProcessDates(key, Form.D_1_3, 2, signed_by=Party.SUPERIOR, reported_on=date(2026, 3, 2))
    changes = save(filled, lambda work: work.processes.save([first, second]))
    assert changes.nouns == {"processes"}
    with filled.reading() as work:
        assert work.processes.of_evaluations([key]) == (first, second)
        assert work.processes.of_period(YEAR) == (first, second)
        assert work.processes.of_evaluations(["other"]) == ()
    assert save(filled, lambda work: work.processes.save([first])).change_set_id == ""


def test_objections_come_back_by_number_evaluation_and_period_and_numbers_never_repeat(filled):
    key = sample.closed_evaluation(2).evaluation_id
    before = Verdict(Rating.MEETS, Rating.BELOW, Predicate.POOR)
    opened = Objection("o", "RK/1/2026/000001", key, 1, "p-2", YEAR, date(2026, 2, 20), "p-1", "Alasan.", before)
    decided = replace(
        opened,
        ratee_statement="a",
        rater_statement="b",
        decision=ObjectionDecision.CHANGED,
        decided_on=date(2026, 3, 2),
        grounds="c",
        recommendation="d",
        after=Verdict(Rating.MEETS, Rating.MEETS, Predicate.GOOD),
    )
    save(filled, lambda work: work.objections.save([opened]))
    save(filled, lambda work: work.objections.save([decided]))
    with filled.reading() as work:
        assert work.objections.all() == work.objections.of_period(YEAR) == (decided,)
        assert work.objections.of_evaluations([key]) == (decided,)
        assert work.objections.by_number(opened.register_number) == decided
        assert work.objections.by_number("RK/0") is None
    with filled.writing(ACTOR, "test") as work:
        assert work.objections.reserve(2026) == 1 and work.objections.reserve(2026) == 2
        work.commit()
    with filled.writing(ACTOR, "test") as work:
        assert work.objections.reserve(2026) == 3 and work.objections.reserve(2027) == 1


def test_holidays_of_the_office_come_back_in_order_and_are_taken_back(filled):
    days = (
        Holiday(date(2026, 2, 16), "", HolidayKind.COLLECTIVE_LEAVE, is_kept=False),
        Holiday(date(2026, 2, 18), "Hari jadi", HolidayKind.LOCAL, True, "Perda 1"),
    )
    save(filled, lambda work: work.holidays.save(reversed(days)))
    with filled.reading() as work:
        assert work.holidays.all() == days
    save(filled, lambda work: work.holidays.remove([date(2026, 2, 16), date(2026, 2, 17)]))
    with filled.reading() as work:
        assert work.holidays.all() == days[1:]

"""Choices, habits and earlier credit points come back from the store as they went in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from store_samples import ACTOR

from meritdesk.core.credit_history import CreditItem, CreditKind
from meritdesk.core.evaluation import PackRef
from meritdesk.core.habits import Habit, HabitOutcome, HabitSource
from meritdesk.core.periods import parse_period
from meritdesk.core.recognition import Award, Shortlisted

MARCH = parse_period("2025-03")


def test_choices_habits_and_earlier_points_come_back_as_they_went_in(filled):
    line = Shortlisted(1, "p-1", "198001012005011001", "Ani", Decimal("92.5"), True)
    award = Award(
        "a-1", MARCH, "", "p-1", "p-2", Decimal("90.25"), "Antrean daring", date(2025, 4, 2), "Kepala",
        PackRef("recognition-2020", "d"), "f", 12, shortlist=(line, replace(line, person_id="p-2", is_tied=False)),
    )  # fmt: skip
    habit = Habit("h-1", "p-1", "LATE", date(2025, 3, 31), 5, HabitSource.FOUND, "", "Kepala", readers=("Ani",))
    item = CreditItem("p-1", CreditKind.BASE, date(2022, 1, 1), date(2022, 12, 31), Decimal("50.00"), "PAK/1")
    with filled.writing(ACTOR, "test") as work:
        work.awards.save([award])
        work.habits.save([habit])
        work.credit_history.save([item])
        assert work.commit().nouns == {"recognition", "habits", "credit"}
    with filled.reading() as work:
        assert work.awards.all() == (award,)
        assert work.habits.of() == work.habits.of(["p-1"]) == (habit,)
        assert work.habits.by_id("h-1") == habit
        assert work.habits.by_id("other") is None
        assert work.habits.counts(MARCH.first_day, MARCH.last_day) == {"p-1": 1}
        assert work.credit_history.of(["p-1"]) == (item,)
    with filled.writing(ACTOR, "test") as work:
        work.awards.save([replace(award, withdrawn_on=date(2025, 4, 3), why_withdrawn="Salah")])
        work.habits.save([replace(habit, outcome=HabitOutcome.UNFOUNDED)])
        work.credit_history.drop([item])
        work.commit()
    with filled.reading() as work:
        assert work.awards.all()[0].withdrawn_on == date(2025, 4, 3)
        assert work.awards.all()[0].shortlist == award.shortlist
        assert work.habits.counts(MARCH.first_day, MARCH.last_day) == {}
        assert work.credit_history.of() == ()

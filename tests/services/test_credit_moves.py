"""Credit points in the year of a move: every month in the post held then, inside an agency and between two."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
import small_office
from small_office import NIPS, YEAR
from two_agencies import NURSE, introduce, person_at, reading, taken

from meritdesk.core.career import EntryKind, HistoryEntry
from meritdesk.core.credit_history import CreditItem, CreditKind
from meritdesk.core.documents import PaperStyle
from meritdesk.core.evaluation import Evaluation, EvaluationState, Predicate
from meritdesk.core.people import PersonBlock, PositionKind
from meritdesk.core.periods import parse_period
from meritdesk.core.plan import PlanState
from meritdesk.core.plan_parts import PlanOccasion
from meritdesk.services.handover.transfer_packing import TransferOrder
from meritdesk.services.print_job import Selection

JULY = date(2025, 7, 1)
ONE = Selection(nip=NURSE)


def write(office, deed, verb="test.write"):
    around = office.desk.handover.around
    with around.store.writing(around.actor, verb) as work:
        deed(work, work.people.by_nip(NURSE).person_id)
        return work.commit()


def held(office, *posts):
    """What the register knows of the nurse's posts: each from a day on, until the next begins."""

    def deed(work, person_id):
        unit_id = work.people.by_nip(NURSE).unit_id
        ends = [date.fromordinal(since.toordinal() - 1) for since, _ in posts[1:]]
        work.history.save(
            [
                HistoryEntry(f"post-{number}", person_id, EntryKind.POST, since, until, unit_id,
                             PositionKind.JF if "AHLI" in title else PositionKind.STAFF, title)
                for number, ((since, title), until) in enumerate(zip(posts, [*ends, None], strict=True))
            ]
        )  # fmt: skip

    write(office, deed)


def judged(office, code, predicate, position):
    """A closed evaluation of a period as it would stand after closing."""
    rater = PersonBlock("Endang Lestari", NIPS["bidang"], position="KEPALA BIDANG PELAYANAN")
    ratee = PersonBlock("Joko Widagdo", NURSE, position=position)

    def deed(work, person_id):
        work.evaluations.save(
            [Evaluation(f"e-{code}", person_id, parse_period(code), state=EvaluationState.CLOSED, predicate=predicate,
                        parties=(ratee, rater), closed_on=date(2026, 1, 5))]
        )  # fmt: skip

    write(office, deed)


def split_plan(office, since):
    """The nurse has a plan until a day and another from it on (R-33)."""

    def deed(work, person_id):
        (plan,) = work.plans.of_people([person_id])
        before = date.fromordinal(since.toordinal() - 1)
        after = replace(plan, plan_id="second", starts=since, results=(), occasion=PlanOccasion.NEW_POST)
        work.plans.save([replace(plan, ends=before), after])

    write(office, deed)


def points(office, year=2025, since=0):
    (card,) = office.desk.follow_up.credit.board(year, ONE, since).cards
    return card


def told(card):
    return [(line.part.tier.title, line.part.first_month, line.part.months, line.points) for line in card.found.lines]


@pytest.fixture
def city(tmp_path):
    with small_office.office(tmp_path / "kota") as office:
        office.settle()
        office.plan_everybody()
        yield office


def test_a_new_plan_in_the_same_tier_takes_no_month_away(city):
    held(city, (date(2020, 1, 1), "PERAWAT AHLI MUDA"), (date(2025, 5, 20), "PERAWAT AHLI MUDA"))
    split_plan(city, date(2025, 5, 20))
    judged(city, "2025", Predicate.GOOD, "PERAWAT AHLI MUDA")
    assert told(points(city)) == [("Ahli Muda", 1, 12, Decimal("25.000"))]
    assert points(city).years[0].left_out == ()


def test_a_rise_in_mid_year_counts_each_month_in_its_tier_and_only_the_new_one_towards_the_next_rank(city):
    held(city, (date(2020, 1, 1), "PERAWAT AHLI PERTAMA"), (JULY, "PERAWAT AHLI MUDA"))
    split_plan(city, JULY)
    judged(city, "2025-TW1", Predicate.VERY_GOOD, "PERAWAT AHLI PERTAMA")
    judged(city, "2025", Predicate.GOOD, "PERAWAT AHLI MUDA")
    assert told(points(city)) == [
        ("Ahli Pertama", 1, 3, Decimal("4.688")),
        ("Ahli Pertama", 4, 3, Decimal("3.125")),
        ("Ahli Muda", 7, 6, Decimal("12.500")),
    ]
    (line,) = city.desk.follow_up.credit_history.lines(2025, ONE)
    assert line.standing.total == Decimal("12.500")
    assert [one.counts for one in line.standing.lines] == [False, False, True]
    assert line.standing.yearly == Decimal("25.000"), "the pace is that of the tier of today"


def test_a_letter_about_the_months_of_the_old_tier_takes_none_from_the_new_one(city):
    held(city, (date(2020, 1, 1), "PERAWAT AHLI PERTAMA"), (JULY, "PERAWAT AHLI MUDA"))
    judged(city, "2025", Predicate.GOOD, "PERAWAT AHLI MUDA")
    letter = CreditItem("", CreditKind.CONVERSION, date(2025, 1, 1), date(2025, 6, 30), Decimal("6.25"), "PAK/1",
                        tier="Ahli Pertama")  # fmt: skip
    city.desk.follow_up.credit_history.enter(NURSE, letter)
    (line,) = city.desk.follow_up.credit_history.lines(2025, ONE)
    assert line.standing.total == Decimal("12.500")
    assert [one.reason.code for one in line.standing.lines] == ["CRS-OTHER-TIER", "CRS-YEAR"]


def test_months_before_the_first_functional_post_are_told_and_not_counted(city):
    held(city, (date(2020, 1, 1), "PENGELOLA DATA"), (JULY, "PERAWAT AHLI MUDA"))
    split_plan(city, JULY)
    judged(city, "2025", Predicate.GOOD, "PERAWAT AHLI MUDA")
    card = points(city)
    assert told(card) == [("Ahli Muda", 7, 6, Decimal("12.500"))]
    assert [(one.code, one.facts["last"]) for one in card.years[0].left_out] == [("CRD-NO-TIER", "30-06-2025")]


def test_a_post_that_the_register_does_not_know_brings_no_points_under_an_earlier_plan(city):
    split_plan(city, JULY)
    judged(city, "2025", Predicate.GOOD, "PERAWAT AHLI MUDA")
    card = points(city)
    assert told(card) == [("Ahli Muda", 7, 6, Decimal("12.500"))]
    assert [one.code for one in card.years[0].left_out] == ["CRD-NO-POST"]


def test_who_left_the_functional_post_in_the_year_keeps_the_months_in_it(city):
    held(city, (date(2020, 1, 1), "PERAWAT AHLI MUDA"), (date(2025, 9, 1), "KEPALA SEKSI FARMASI"))
    judged(city, "2025", Predicate.GOOD, "KEPALA SEKSI FARMASI")
    assert told(points(city)) == [("Ahli Muda", 1, 8, Decimal("16.667"))]


def test_both_sheets_show_a_line_for_each_part_of_the_year(city, tmp_path):
    held(city, (date(2020, 1, 1), "PERAWAT AHLI PERTAMA"), (JULY, "PERAWAT AHLI MUDA"))
    judged(city, "2024", Predicate.GOOD, "PERAWAT AHLI PERTAMA")
    judged(city, "2025", Predicate.GOOD, "PERAWAT AHLI MUDA")
    credit = city.desk.follow_up.credit
    one = credit._paper(points(city), 0).sections[0]
    assert [row[2] for row in one.rows[1:]] == ["12,50 x 6/12", "25,00 x 6/12"]
    assert one.total[-1] == "18,75"
    several = credit._paper(points(city, since=2024), 2024).sections[0]
    assert [row[:2] for row in several.rows] == [
        ("2024", "12"), ("2025", "6\n(Januari - Juni)"), ("2025", "6\n(Juli - Desember)"),
    ]  # fmt: skip
    assert several.total[-1] == "31,25"
    for since in (0, 2024):
        assert credit.preview(2025, NURSE, since, PaperStyle()).startswith(b"%PDF")


def test_who_comes_from_another_agency_in_mid_year_keeps_the_months_there(tmp_path):
    with (
        small_office.office(tmp_path / "kota") as old,
        small_office.office(tmp_path / "sragen", "3314", "Kabupaten Sragen") as new,
    ):
        old.settle()
        old.plan_everybody()
        new.desk.register.import_units(new.units_file())
        new.desk.register.import_staff(new.staff_file([row for row in small_office.STAFF if row[1] != NURSE]))
        introduce(old, new, tmp_path)
        held(old, (date(2020, 1, 1), "PERAWAT AHLI PERTAMA"), (date(2025, 4, 1), "PERAWAT AHLI MUDA"))
        judged(old, "2025-TW1", Predicate.VERY_GOOD, "PERAWAT AHLI PERTAMA")
        order = TransferOrder((NURSE,), "3314", JULY, "820/17/2025", date(2025, 6, 20))
        taken((old, new, tmp_path / "stick"), order)
        person_id = person_at(new).person_id
        with reading(new) as work:
            spans = {(plan.starts, plan.ends): plan for plan in work.plans.of_people([person_id])}
        assert sorted(spans) == [(date(2025, 1, 1), date(2025, 6, 30)), (JULY, date(2025, 12, 31))]
        begun = spans[JULY, date(2025, 12, 31)]
        write(new, lambda work, _: work.plans.save([replace(begun, state=PlanState.FIXED, fixed_on=JULY)]))
        judged(new, "2025", Predicate.GOOD, "PERAWAT AHLI MUDA")
        assert told(points(new)) == [
            ("Ahli Pertama", 1, 3, Decimal("4.688")),
            ("Ahli Muda", 4, 9, Decimal("18.750")),
        ]
        assert points(new).years[0].year == YEAR.year

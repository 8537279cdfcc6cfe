"""The months of a year of somebody who moved: worked cases, and laws that hold for every change of post."""

from __future__ import annotations

import csv
import re
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meritdesk.core.credit_rules import CreditMoveRules, CreditRules, SharedMonth
from meritdesk.core.evaluation import Predicate
from meritdesk.core.periods import parse_period
from meritdesk.core.rules import PackKind
from meritdesk.core.scoring.credit import conversion, full_months, points_text, span_text
from meritdesk.core.scoring.credit_year import HeldPost, JudgedSpan, credit_months, held_posts
from meritdesk.rulebook import Rulebook

YEAR = 2025
FIRST, LAST = date(YEAR, 1, 1), date(YEAR, 12, 31)
BOOK = Rulebook()
RULES = BOOK.pack(PackKind.CREDIT_POINTS, LAST).body
SHIPPED = BOOK.pack(PackKind.CREDIT_MOVES, LAST).body
assert isinstance(RULES, CreditRules)
assert isinstance(SHIPPED, CreditMoveRules)
TIERS = {tier.title: tier for tier in RULES.tiers}

with (Path(__file__).parents[2] / "rules" / "credit_moves.csv").open(encoding="utf-8", newline="") as stream:
    CASES = list(csv.DictReader(stream, delimiter=";"))


def span(text):
    first, last = text.split("-")
    return tuple(date(YEAR, int(day[:2]), int(day[2:])) for day in (first, last))


def posts(text):
    found = re.findall(r"(\d{4}-\d{4}):(-|[A-Z][a-z]+(?: [A-Z][a-z]+)?)", text)
    return held_posts(
        [HeldPost(*span(days), title, TIERS.get(title)) for days, title in found], YEAR
    )  # fmt: skip


def judged(text):
    found = re.findall(r"(TW\d|\d\d):([A-Z][a-z]+(?: [A-Z][a-z]+)?):([A-Z_]+)", text)
    spans = [(parse_period(f"{YEAR}-{code}"), TIERS[title], Predicate[name]) for code, title, name in found]
    return [JudgedSpan(period.first_day, period.last_day, tier, one) for period, tier, one in spans]


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_a_year_of_a_move_comes_out_as_the_table_says(case):
    rules = CreditMoveRules(SharedMonth(case["shared"]), case["own"] == "ya", "")
    served = [span(one) for one in case["plans"].split()]
    found = credit_months(
        YEAR, served, posts(case["posts"]), judged(case["periods"]), Predicate[case["year"]], rules
    )  # fmt: skip
    told = " + ".join(f"{part.tier.title} {span_text(part)} {part.predicate.name}" for part in found.parts)
    assert told == case["parts"]
    assert points_text(conversion(found.parts, RULES).total) == case["points"]
    assert {part.tells_span for part in found.parts} == {len(found.parts) > 1}


def test_the_shipped_pack_says_what_its_doubt_says():
    assert SHIPPED.shared_month is SharedMonth.LONGER
    assert SHIPPED.earlier_tier_by_own_period
    assert "Peraturan menyebut" in BOOK.pack(PackKind.CREDIT_MOVES, LAST).doubt


def test_served_days_without_a_tier_are_told():
    found = credit_months(
        YEAR, [(FIRST, LAST)], posts("0401-0630:- 0701-1231:Ahli Muda"), [], Predicate.GOOD, SHIPPED
    )  # fmt: skip
    assert [(one.code, one.facts["first"], one.facts["last"]) for one in found.left_out] == [
        ("CRD-NO-POST", "01-01-2025", "31-03-2025"),
        ("CRD-NO-TIER", "01-04-2025", "30-06-2025"),
    ]


days = st.integers(0, 364).map(lambda count: FIRST + timedelta(days=count))
changes = st.lists(st.tuples(days, st.sampled_from(RULES.tiers)), max_size=4)


def career(told):
    """One post after another: the first from the beginning of the year."""
    starts = [FIRST, *sorted(day for day, _ in told)]
    tiers = [RULES.tiers[0], *(tier for _, tier in told)]
    return held_posts([HeldPost(day, LAST, tier.title, tier) for day, tier in zip(starts, tiers, strict=True)], YEAR)


@given(changes, st.sampled_from(Predicate), st.sampled_from(SharedMonth))
def test_no_month_is_counted_twice_and_none_is_lost_between_two_tiers(told, predicate, shared):
    rules = CreditMoveRules(shared, True, "")
    found = credit_months(YEAR, [(FIRST, LAST)], career(told), [], predicate, rules)
    months = [month for part in found.parts for month in range(part.first_month, part.last_month + 1)]
    assert months == sorted(set(months))
    if shared is not SharedMonth.NONE:
        assert months == list(range(1, 13))
        assert found.months == 12


@given(days, days, st.lists(days, max_size=3))
def test_in_one_tier_every_whole_month_of_the_plans_counts_however_often_the_plan_changed(one, other, cuts):
    starts, ends = min(one, other), max(one, other)
    edges = sorted({starts, *(cut for cut in cuts if starts < cut <= ends)})
    served = [
        (day, after - timedelta(days=1))
        for day, after in zip(edges, [*edges[1:], ends + timedelta(days=1)], strict=True)
    ]
    found = credit_months(YEAR, served[::-1], career([]), [], Predicate.GOOD, SHIPPED)
    assert found.months == full_months(starts, ends)
    assert len(found.parts) <= 1


@given(st.lists(st.tuples(days, days, st.sampled_from(RULES.tiers)), max_size=5))
def test_the_posts_of_a_year_cover_it_once(told):
    spells = [HeldPost(min(one, other), max(one, other), tier.title, tier) for one, other, tier in told]
    found = held_posts(spells, YEAR)
    assert found[0].first == FIRST and found[-1].last == LAST
    assert all(one.last + timedelta(days=1) == after.first for one, after in pairwise(found))

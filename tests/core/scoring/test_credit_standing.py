"""What is missing to the next rank and tier, and how long it takes at the present predicate."""

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meritdesk.core.credit_history import CreditItem, CreditKind
from meritdesk.core.credit_rules import CreditRules, CreditStandingRules
from meritdesk.core.evaluation import Predicate
from meritdesk.core.rules import PackKind
from meritdesk.core.scoring.credit import CreditPart, points_text
from meritdesk.core.scoring.credit_standing import ConvertedYear, credit_standing
from meritdesk.rulebook import Rulebook

BOOK = Rulebook()
RULES = BOOK.pack(PackKind.CREDIT_POINTS, date(2025, 12, 31)).body
STANDING = BOOK.pack(PackKind.CREDIT_STANDING, date(2025, 12, 31)).body
assert isinstance(RULES, CreditRules)
assert isinstance(STANDING, CreditStandingRules)
TIERS = {tier.title: tier for tier in RULES.tiers}

with (Path(__file__).parents[2] / "rules" / "credit_standing.csv").open(encoding="utf-8", newline="") as stream:
    CASES = list(csv.DictReader(stream, delimiter=";"))


def letters(text):
    found = []
    for name, points in (one.rsplit(":", 1) for one in text.replace("OLD/Ahli Pertama", "OLD/Ahli_Pertama").split()):
        kind, _, tier = name.replace("_", " ").partition("/")
        kind, _, year = kind.partition("@")
        starts = date(int(year or 2022), 1, 1)
        value = Decimal(points.replace(",", "."))
        found.append(CreditItem("p", CreditKind(kind), starts, date(starts.year, 12, 31), value, "PAK/1", None, tier))
    return found


def years(text, tier):
    found = []
    for one in text.split():
        year, _, rest = one.partition(":")
        predicate, months = rest.split("*")
        found.append(ConvertedYear(int(year), CreditPart(tier, Predicate(predicate), int(months))))
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_a_case_of_the_table_comes_out_as_it_says(case):
    tier = TIERS[case["tier"]]
    found = credit_standing(tier, case["grade"], letters(case["letters"]), years(case["years"], tier), RULES, STANDING)
    assert points_text(found.total) == case["total"]
    assert (found.rank.goal if found.rank else "") == case["goal"]
    for way, name in ((found.rank, "rank"), (found.next_tier, "tier")):
        assert (points_text(way.missing) if way else "") == case[f"short_{name}"]
        assert (str(way.months) if way and way.months is not None else "") == case[f"months_{name}"]


def test_a_grade_that_takes_points_nobody_entered_is_said_to_be_incomplete():
    found = credit_standing(TIERS["Ahli Muda"], "III/d", [], [], RULES, STANDING)
    assert not found.is_complete
    assert "CRS-NO-HISTORY" in {reason.code for reason in found.reasons}


def test_a_grade_outside_the_tier_has_no_way_to_a_rank():
    found = credit_standing(TIERS["Ahli Muda"], "IV/a", [], [], RULES, STANDING)
    assert found.rank is None
    assert "CRS-GRADE-OUTSIDE" in {reason.code for reason in found.reasons}


@given(
    st.lists(st.tuples(st.integers(2023, 2027), st.sampled_from(Predicate), st.integers(1, 12)), max_size=5,
             unique_by=lambda one: one[0]),
    st.decimals(0, 300, places=3),
)  # fmt: skip
def test_more_points_never_leave_more_missing_and_the_order_of_years_does_not_matter(told, more):
    tier = TIERS["Ahli Muda"]
    given_years = [ConvertedYear(year, CreditPart(tier, predicate, months)) for year, predicate, months in told]
    item = CreditItem("p", CreditKind.BASE, date(2022, 1, 1), date(2022, 12, 31), more, "PAK/1")
    bare = credit_standing(tier, "III/c", [], given_years, RULES, STANDING)
    richer = credit_standing(tier, "III/c", [item], given_years[::-1], RULES, STANDING)
    assert richer.total == bare.total + more
    assert richer.rank.missing <= bare.rank.missing
    assert richer.rank.missing == 0 or richer.rank.surplus == 0

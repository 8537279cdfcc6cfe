"""Credit points: the worked cases of section 13.6, and laws that hold for every part."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meritdesk.core.evaluation import Predicate
from meritdesk.core.rules import PackKind
from meritdesk.core.scoring.credit import CreditPart, conversion, full_months, points_text
from meritdesk.rulebook import Rulebook

TABLE = Path(__file__).parents[2] / "rules" / "credit_points.csv"
with TABLE.open(encoding="utf-8", newline="") as stream:
    CASES = list(csv.DictReader(stream, delimiter=";"))
RULES = Rulebook().pack(PackKind.CREDIT_POINTS, date(2025, 12, 31)).body


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_the_worked_cases_of_the_source_come_out(case):
    tier = RULES.tier_of(case["tier"])
    parts = [
        CreditPart(tier, Predicate[name], int(months))
        for name, months in (part.split("*") for part in case["parts"].split())
    ]
    assert points_text(conversion(parts, RULES).total) == case["expected"]


@given(st.sampled_from(RULES.tiers), st.lists(st.tuples(st.sampled_from(list(Predicate)), st.integers(1, 12))))
def test_the_total_is_what_a_reader_gets_who_adds_the_lines(tier, told):
    found = conversion([CreditPart(tier, predicate, months) for predicate, months in told], RULES)
    assert found.total == sum((line.points for line in found.lines), Decimal(0))
    assert all(line.points > 0 for line in found.lines)


@given(st.sampled_from(RULES.tiers), st.integers(1, 12))
def test_a_better_predicate_never_brings_fewer_points(tier, months):
    points = [conversion([CreditPart(tier, one, months)], RULES).total for one in Predicate]
    assert points == sorted(points, reverse=True)


@pytest.mark.parametrize("months", [0, 13])
def test_a_year_has_twelve_months(months):
    with pytest.raises(ValueError, match="months"):
        conversion([CreditPart(RULES.tiers[0], Predicate.GOOD, months)], RULES)


@pytest.mark.parametrize(
    ("position", "title"),
    [
        ("PERAWAT AHLI MUDA", "Ahli Muda"),
        ("Guru  Ahli Pertama", "Ahli Pertama"),
        ("Perawat Penyelia", "Penyelia"),
        ("Terampil", "Terampil"),
        ("Kepala Seksi Ahli Muda Pratama", ""),
        ("Perawatahli Muda", ""),
        ("", ""),
    ],
)
def test_the_tier_is_read_from_the_end_of_the_post(position, title):
    tier = RULES.tier_of(position)
    assert (tier.title if tier else "") == title


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        (date(2025, 1, 1), date(2025, 12, 31), 12),
        (date(2025, 3, 3), date(2025, 12, 31), 9),
        (date(2025, 3, 1), date(2025, 12, 31), 10),
        (date(2025, 1, 1), date(2025, 2, 28), 2),
        (date(2025, 1, 1), date(2025, 2, 27), 1),
        (date(2025, 5, 5), date(2025, 5, 31), 0),
        (date(2025, 5, 5), date(2025, 5, 20), 0),
    ],
)
def test_only_whole_calendar_months_count(first, last, months):
    assert full_months(first, last) == months

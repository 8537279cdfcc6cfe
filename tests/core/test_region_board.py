"""The region's rules: what is late and missing, who stands out, which indicators are the same; worked by hand."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meritdesk.core.custody import Claim, CustodyDecision, CustodyLine
from meritdesk.core.evaluation import Predicate
from meritdesk.core.handover import ReceiptCode
from meritdesk.core.region_board import (
    NEW_SCALE,
    GovernmentIndicator,
    StageCounts,
    TrendLine,
    YearCount,
    completeness_line,
    held_elsewhere,
    indicator_key,
    kpi_lines,
    place_of,
    trend_lines,
)
from meritdesk.core.region_sendings import ArrivedPackage, sending_lines
from meritdesk.core.region_spread import GroupCount, GroupKind, OutlierRule, distance, find_outliers
from meritdesk.core.rules import PackKind
from meritdesk.core.working_days import WEEKENDS_ONLY
from meritdesk.rulebook import Rulebook

RULES = Path(__file__).parents[1] / "rules"
LIMIT, TODAY = date(2026, 1, 31), date(2026, 2, 5)
AGENCIES = {"6101": "Satu"}


def vectors(stem):
    with (RULES / f"{stem}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def arrived(entry, text):
    number, code, day = text.split(":")
    epoch = "a" if number.isdigit() else number[0]
    moment = datetime.strptime(day, "%d-%m-%Y").replace(tzinfo=UTC)
    return ArrivedPackage(
        "6101/PC01",
        "Satu",
        "2025",
        epoch * 32,
        int(number.lstrip("b")),
        ReceiptCode(code),
        f"TT-{entry}",
        moment,
        entry,
    )


def line_of(packages, period="2025"):
    return sending_lines(AGENCIES, packages, period, LIMIT, TODAY, WEEKENDS_ONLY)[0]


@pytest.mark.parametrize("row", vectors("region_sendings"), ids=lambda row: row["id"])
def test_what_an_agency_has_sent_is_read_off_the_ledger(row):
    found = line_of([arrived(entry, text) for entry, text in enumerate(row["datang"].split(), 1)])
    assert found.state.name == row["keadaan"]
    assert (found.version, found.sequence, found.days_late) == (
        int(row["versi"]),
        int(row["nomor"]),
        int(row["hari_terlambat"]),
    )
    assert ",".join(map(str, found.missing)) == row["hilang"]
    assert (found.forks, found.superseded) == (int(row["cabang"]), int(row["digantikan"]))


def test_numbers_of_other_periods_are_not_missing_and_without_a_limit_nobody_is_late():
    packages = [arrived(1, "1:A:20-01-2026"), arrived(2, "3:A:04-02-2026")]
    other = ArrivedPackage("6101/PC01", "Satu", "2025-TW4", "a" * 32, 2, ReceiptCode.ACCEPTED, "TT", TODAY_AT, 3)
    assert line_of([*packages, other]).missing == ()
    unbound = sending_lines(AGENCIES, [], "2025", None, TODAY, WEEKENDS_ONLY)[0]
    assert (unbound.state.name, unbound.days_late) == ("WAITING", 0)


TODAY_AT = datetime(2026, 2, 5, tzinfo=UTC)


@given(st.permutations(range(1, 6)), st.sets(st.integers(1, 5)))
def test_the_order_of_arrival_never_decides_which_numbers_are_missing(order, lost):
    kept = [number for number in order if number not in lost]
    packages = [arrived(entry, f"{number}:A:20-01-2026") for entry, number in enumerate(kept, 1)]
    found = line_of(packages)
    assert found.missing == tuple(number for number in range(1, max(kept, default=0)) if number in lost)


def test_a_day_past_the_limit_is_late_even_on_a_sunday_and_unknown_days_are_counted_apart():
    days = {date(2026, 1, 30): 1, date(2026, 2, 1): 1, date(2026, 2, 3): 1, None: 2}
    found = completeness_line("6101", "Satu", StageCounts(9, 8, 7, 6, 5), days, LIMIT, WEEKENDS_ONLY)
    assert (found.late, found.median_lead, found.undated, found.missing, found.per_cent) == (2, -1, 2, 3, 62)
    nothing = completeness_line("6101", "Satu", StageCounts(), {}, LIMIT, WEEKENDS_ONLY)
    assert (nothing.median_lead, nothing.per_cent) == (None, 0)


def rule():
    return Rulebook().pack(PackKind.REGION_OUTLIERS, date(2025, 12, 31)).body


def group(row, who):
    labels = (Predicate.VERY_GOOD, Predicate.GOOD, Predicate.NEEDS_IMPROVEMENT)
    return Counter({label: int(row[f"{who}_{name}"]) for label, name in zip(labels, ("sb", "b", "bp"), strict=True)})


def outliers_of(groups, known=None):
    counts = [
        GroupCount("6101", unit, rater, label, count)
        for (unit, rater), found in groups.items()
        for label, count in found.items()
        if count
    ]
    return find_outliers(counts, known or rule(), lambda _, unit: "", AGENCIES, {}, lambda _, rater: rater)


@pytest.mark.parametrize("row", vectors("region_outliers"), ids=lambda row: row["id"])
def test_a_group_stands_out_from_the_others_of_its_agency_by_the_rule(row):
    here, others = group(row, "kelompok"), group(row, "lain")
    assert distance(here, others) == Decimal(row["jarak"])
    found = outliers_of({("u1", "r1"): here, ("u2", ""): others})
    codes = [reason.code for one in found if one.rater_id == "r1" for reason in one.reasons]
    assert ", ".join(codes) == row["kode"]


def test_a_department_is_counted_with_everything_below_it():
    counts = [
        GroupCount("6101", unit, rater, Predicate.VERY_GOOD if unit < "u3" else Predicate.GOOD, 6)
        for unit, rater in (("u1", "r1"), ("u2", "r2"), ("u3", "r3"), ("u4", "r4"))
    ]
    tops = {"u1": "d1", "u2": "d1", "u3": "d2", "u4": "d2"}
    found = find_outliers(counts, rule(), lambda _, unit: tops[unit], AGENCIES, {}, lambda _, rater: rater)
    assert [(one.kind, one.unit_id, one.size, one.predicate.name) for one in found] == [
        (GroupKind.UNIT, "d1", 12, "VERY_GOOD"),
        (GroupKind.UNIT, "d2", 12, "GOOD"),
    ]


spreads = st.dictionaries(st.sampled_from(list(Predicate)), st.integers(0, 40), max_size=5).map(Counter)


@given(spreads, spreads)
def test_the_distance_is_the_same_from_both_sides_and_lies_between_nothing_and_everybody(one, other):
    found = distance(one, other)
    assert found == distance(other, one)
    assert 0 <= found <= 1
    assert distance(one, one) == 0


@given(st.dictionaries(st.sampled_from(["r1", "r2", "r3"]), spreads, min_size=1), st.integers(2, 30))
def test_no_group_smaller_than_the_rule_allows_ever_stands_out(groups, smallest):
    known = OutlierRule(smallest, Decimal("0.4"), Decimal("0.9"), "")
    found = outliers_of({("u", rater): spread for rater, spread in groups.items()}, known)
    assert all(min(one.size, sum(one.others.values())) >= smallest for one in found)


@pytest.mark.parametrize("row", vectors("indicator_names"), ids=lambda row: row["id"])
def test_the_name_of_an_indicator_is_compared_without_its_spelling(row):
    assert indicator_key(row["nama"]) == (row["kode"], row["kata"])


def figure(agency, text, number=1):
    return GovernmentIndicator(agency, f"{agency}-{number}", number, text, "80")


def test_the_same_indicator_of_several_governments_is_one_line_and_who_lacks_it_is_not_in_it():
    lines = kpi_lines(
        [
            figure("6101", "Indeks SPBE"),
            figure("6102", "3. INDEKS SPBE"),
            figure("6103", "IKU-3 Indeks Sistem Pemerintahan"),
            figure("6104", "IKU 3 Nilai SPBE"),
            figure("6102", "Indeks SPBE", 2),
        ]
    )
    assert [(line.text, sorted(line.cells)) for line in lines] == [
        ("IKU-3 Indeks Sistem Pemerintahan", ["6103", "6104"]),
        ("Indeks SPBE", ["6101", "6102"]),
        ("Indeks SPBE", ["6102"]),
    ]


@settings(max_examples=40)
@given(st.lists(st.tuples(st.sampled_from(["6101", "6102", "6103"]), st.text("aiku 13.-", max_size=8)), max_size=8))
def test_no_indicator_is_ever_lost_between_the_lines(given_ones):
    indicators = [figure(agency, text, number) for number, (agency, text) in enumerate(given_ones)]
    shown = [cell.indicator_id for line in kpi_lines(indicators) for cell in line.cells.values()]
    assert sorted(shown) == sorted(one.indicator_id for one in indicators)


def test_old_years_stay_on_their_own_scale():
    lines = trend_lines(
        AGENCIES,
        [
            YearCount("6101", 2021, "PP46", "FIRST_HALF", "GOOD", 4),
            YearCount("6101", 2021, "PAN8", "SECOND_HALF", "GOOD", 3),
            YearCount("6101", 2022, NEW_SCALE, "", "GOOD", 5),
        ],
    )
    assert [(line.year, line.scale, line.counts) for line in lines] == [
        (2021, "PAN8", {"GOOD": 3}),
        (2021, "PP46", {"GOOD": 4}),
        (2022, NEW_SCALE, {"GOOD": 5}),
    ]


def test_whoever_two_agencies_hold_is_counted_where_it_was_decided_else_at_the_first():
    claims = tuple(Claim(agency, f"p-{agency}", "1980", "Ani", "", "", None) for agency in ("6101", "6102"))
    decision = CustodyDecision("1980", 2025, "6102", None, "mutasi", "Kepala", TODAY_AT)
    assert held_elsewhere([CustodyLine("1980", claims)]) == {("6102", "p-6102")}
    assert held_elsewhere([CustodyLine("1980", claims, decision)]) == {("6101", "p-6101")}


def test_the_heading_of_a_file_is_its_first_row():
    keys = [("a",), ("b",), ("c",)]
    assert (place_of(keys, ("a",)), place_of(keys, ("c",)), place_of(keys, ("d",))) == (2, 4, None)


@given(st.lists(st.integers(0, 400), min_size=1, max_size=5))
def test_a_share_of_a_trend_is_rounded_and_never_further_off_than_half(counts: list[int]) -> None:
    line = TrendLine("3302", "Boyolali", 2025, "NEW", "", {str(place): count for place, count in enumerate(counts)})
    for count in counts:
        exact = 100 * count / line.total if line.total else 0
        assert abs(line.per_cent(count) - exact) <= 0.5
    assert TrendLine("3302", "Boyolali", 2025, "NEW", "", {"GOOD": 8, "POOR": 5}).per_cent(8) == 62

"""Lights, forecasts and what those below add: worked cases a lawyer can read, and what always holds."""

import csv
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from meritdesk.core.agreement import Accumulation, TrajectoryPoint
from meritdesk.core.cascade import CascadeMethod, RollUp
from meritdesk.core.periods import Period, PeriodKind, parse_period
from meritdesk.core.plan import Direction, Target
from meritdesk.core.rules import PackKind
from meritdesk.core.scoring.kpi import (
    Light,
    Measure,
    Part,
    Reported,
    kpi_figures,
    light_of,
    roll_up,
    rule_of,
)
from meritdesk.rulebook import Rulebook

TABLES = Path(__file__).parents[2] / "rules"
RULES = Rulebook().pack(PackKind.KPI, date(2025, 12, 31)).body
LIGHTS = {"HIJAU": Light.GREEN, "KUNING": Light.AMBER, "MERAH": Light.RED, "GELAP": Light.DARK}
ORDER = [Light.RED, Light.AMBER, Light.GREEN]
FIGURES = st.decimals(0, 10_000, places=2)


def vectors(table):
    with (TABLES / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    return pytest.mark.parametrize("row", rows, ids=[row["id"] for row in rows])


def number(text):
    return Decimal(text.replace(",", ".")) if text not in ("", "-") else None


def aim(row, direction=Direction.MORE):
    low, _, high = row["target"].partition("-")
    return Target(row["target"], number(low), number(high or low), row["satuan"], direction)


def told(words):
    """``TW1=10 03=8 2025=80`` as periods with what stands behind them."""
    for word in words.split():
        code, _, figure = word.partition("=")
        yield parse_period(code if code == "2025" else f"2025-{code}"), figure


def quarters(*values):
    return tuple(
        Reported(Period(2025, PeriodKind.QUARTER, place), value) for place, value in enumerate(values, start=1)
    )


@vectors("kpi_lights")
def test_an_indicator_stands_and_will_end_as_the_table_says(row):
    reports = tuple(
        Reported(period, None, number(figure[1:])) if figure.startswith("%") else Reported(period, number(figure))
        for period, figure in told(row["realisasi"])
    )
    measure = Measure(
        2025,
        aim(row, Direction.LESS if row["arah"] == "TURUN" else Direction.MORE),
        Accumulation.SUM if row["cara"] == "JUMLAH" else Accumulation.STANDING,
        tuple(TrajectoryPoint(period, number(figure)) for period, figure in told(row["trajektori"])),
        reports,
    )
    found = kpi_figures(measure, parse_period(row["periode"]), RULES)
    assert found.expected == number(row["harapan"])
    assert found.percent == number(row["capaian"])
    assert found.light is LIGHTS[row["lampu"]]
    assert found.forecast == number(row["proyeksi"])
    assert found.forecast_percent == number(row["capaian_proyeksi"])
    assert found.forecast_light is LIGHTS[row["lampu_proyeksi"]]
    assert row["alasan"] in [reason.code for reason in found.reasons]
    assert all(reason.source == RULES.source for reason in found.reasons)


@vectors("kpi_roll_up")
def test_what_stands_below_adds_as_the_table_says(row):
    parts = []
    for word in row["bagian"].split("|"):
        key, _, figure = word.partition("=")
        amount, _, unit = figure.partition(" ")
        parts.append(Part(key, number(amount), unit or row["satuan"]))
    method = CascadeMethod(row["cara_cascading"]) if row["cara_cascading"] else None
    said = RollUp(row["dinyatakan"]) if row["dinyatakan"] else None
    rule = rule_of(method, said, row["satuan"], RULES)
    found = roll_up(aim(row), parts, rule, RULES)
    assert rule is RollUp(row["aturan"])
    assert found.value == number(row["jumlah"])
    assert [found.added[part.key].amount for part in parts] == [number(one) for one in row["menambah"].split("|")]
    assert [found.added[part.key].share for part in parts] == [number(one) for one in row["porsi"].split("|")]
    assert [reason.code for reason in found.reasons] == [row["alasan"]]


@given(st.lists(FIGURES, min_size=1, max_size=12), st.randoms())
def test_a_sum_is_what_its_parts_add_in_any_order_and_however_they_are_gathered(figures, luck):
    target = Target("", Decimal(50), Decimal(50), "dokumen")
    parts = [Part(str(place), figure, "Dokumen") for place, figure in enumerate(figures)]
    found = roll_up(target, parts, RollUp.SUM, RULES)
    assert found.value == sum(figures)
    assert sum(one.amount for one in found.added.values()) == found.value
    mixed = list(parts)
    luck.shuffle(mixed)
    assert roll_up(target, mixed, RollUp.SUM, RULES).value == found.value
    half = len(parts) // 2
    inner = [roll_up(target, group, RollUp.SUM, RULES).value for group in (parts[:half], parts[half:]) if group]
    units = [Part(str(place), value, "dokumen") for place, value in enumerate(inner)]
    assert roll_up(target, units, RollUp.SUM, RULES).value == found.value


@given(st.lists(FIGURES, min_size=1, max_size=12))
def test_a_mean_lies_between_its_parts_and_is_what_they_add_but_for_rounding(figures):
    target = Target("", Decimal(50), Decimal(50), "%")
    parts = [Part(str(place), figure, "persen") for place, figure in enumerate(figures)]
    found = roll_up(target, parts, RollUp.MEAN, RULES)
    assert min(figures) <= found.value <= max(figures)
    assert abs(sum(one.amount for one in found.added.values()) - found.value) <= Decimal("0.01")


@given(st.lists(FIGURES, max_size=5), st.sampled_from(["dokumen", "orang"]))
def test_what_cannot_be_added_up_adds_nothing_and_says_why(figures, unit):
    target = Target("", Decimal(50), Decimal(50), "%")
    parts = [Part(str(place), figure, unit) for place, figure in enumerate(figures)]
    for rule in RollUp:
        found = roll_up(target, parts, rule, RULES)
        assert found.value is None
        assert all(one.amount is None and one.reason for one in found.added.values())


@given(st.lists(FIGURES, min_size=4, max_size=4), st.sampled_from(Accumulation), st.sampled_from(Direction))
def test_at_the_end_of_the_year_the_forecast_is_what_was_reached(figures, accumulation, direction):
    measure = Measure(2025, Target("", Decimal(90), Decimal(90), "kasus", direction), accumulation, (),
                      quarters(*figures))  # fmt: skip
    found = kpi_figures(measure, Period(2025, PeriodKind.YEAR), RULES)
    assert found.forecast == found.actual
    assert found.actual == (sum(figures) if accumulation is Accumulation.SUM else figures[-1])
    assert found.forecast_light is found.light


@settings(max_examples=60)
@given(st.lists(FIGURES, min_size=1, max_size=3), FIGURES, st.sampled_from(Direction))
def test_more_of_what_is_wanted_never_darkens_a_light(figures, more, direction):
    target = Target("", Decimal(90), Decimal(90), "kasus", direction)
    measure = Measure(2025, target, Accumulation.STANDING, (), quarters(*figures))
    better = figures[-1] + more if direction is Direction.MORE else max(Decimal(0), figures[-1] - more)
    other = replace(measure, reports=quarters(*figures[:-1], better))
    year = Period(2025, PeriodKind.YEAR)
    before, after = kpi_figures(measure, year, RULES), kpi_figures(other, year, RULES)
    assert ORDER.index(after.light) >= ORDER.index(before.light)
    assert ORDER.index(after.forecast_light) >= ORDER.index(before.forecast_light)


def test_the_thresholds_belong_to_the_brighter_light():
    assert [light_of(Decimal(text), RULES) for text in ("90", "89.99", "70", "69.99", "0")] == [
        Light.GREEN, Light.AMBER, Light.AMBER, Light.RED, Light.RED,
    ]  # fmt: skip
    assert light_of(None, RULES) is Light.DARK

"""The level that an organisation's own indicators suggest: worked cases a lawyer can read, and what always holds."""

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meritdesk.core.agreement import (
    Accumulation,
    ActionItem,
    AgreementIndicator,
    MeasureGroup,
    TrajectoryPoint,
    UnitActual,
    trajectory_faults,
    uncovered,
    year_so_far,
)
from meritdesk.core.evaluation import OrgLevel
from meritdesk.core.periods import Period, PeriodKind, parse_period
from meritdesk.core.plan import Direction, Target
from meritdesk.core.rules import PackKind
from meritdesk.core.scoring.organisation_level import SuggestedLevel, achievement, derive_level
from meritdesk.rulebook import Rulebook

TABLES = Path(__file__).parents[2] / "rules"
RULE = Rulebook().pack(PackKind.ORGANISATION_LEVEL, date(2025, 12, 31)).body
YEAR = Period(2025, PeriodKind.YEAR)
Q1 = Period(2025, PeriodKind.QUARTER, 1)
LEVELS = {
    "ISTIMEWA": SuggestedLevel.OUTSTANDING,
    "BAIK": SuggestedLevel.GOOD,
    "BUTUH PERBAIKAN": SuggestedLevel.NEEDS_IMPROVEMENT,
    "KURANG": SuggestedLevel.POOR,
    "SANGAT KURANG": SuggestedLevel.VERY_POOR,
    "": None,
}


def cases(table):
    with (TABLES / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    return pytest.mark.parametrize("row", rows, ids=[row["id"] for row in rows])


def number(text):
    return Decimal(text.replace(",", ".")) if text not in ("", "?") else None


def indicator(place=1, target=None, **more):
    aim = target or Target("90", Decimal(90), Decimal(90))
    return AgreementIndicator(f"i{place}", "unit", 2025, place, "Sasaran", f"Indikator {place}", aim, **more)


def stated(part, place, period):
    """An indicator with its report, from the words of the table."""
    kind, _, figures = part.strip().partition(" ")
    if kind == "rencana":
        items = []
        for spot, pair in enumerate(figures.removeprefix("aksi ").split(","), start=1):
            target, achieved = (number(text.strip()) for text in reversed(pair.split("/")))
            items.append(ActionItem(f"a{place}{spot}", period, f"Butir {spot}", target, achieved))
        return indicator(place, actions=tuple(items)), None
    if kind == "dinyatakan":
        return indicator(place, Target("baik")), UnitActual(f"i{place}", period, percent=number(figures))
    direction = Direction.LESS if figures.startswith("kurang") else Direction.MORE
    aim, _, value = figures.removeprefix("kurang ").partition("/")
    low, _, high = aim.partition("-")
    report = UnitActual(f"i{place}", period, number(value)) if value != "?" else None
    if kind == "trajektori":
        return indicator(place, trajectory=(TrajectoryPoint(period, number(aim)),)), report
    return indicator(place, Target(aim, number(low), number(high or low), direction=direction)), report


@cases("organisation_derived")
def test_the_level_follows_from_all_indicators(row):
    period = parse_period(row["periode"])
    told = [stated(part, place, period) for place, part in enumerate(row["indikator"].split("+"), start=1)]
    actuals = {report.indicator_id: report for _, report in told if report is not None}
    derived = derive_level([one for one, _ in told], actuals, period, RULE)
    assert derived.percent == number(row["persen"])
    assert derived.level is LEVELS[row["tingkat"]]
    warned = [reason.code for reason in derived.warnings if reason.code.startswith("V-")]
    assert warned == row["peringatan"].split()


@cases("trajectories")
def test_a_period_is_held_against_its_own_point_of_the_trajectory(row):
    points = tuple(
        TrajectoryPoint(Period(2025, PeriodKind.QUARTER, place), number(row[f"tw{place}"])) for place in range(1, 5)
    )
    how = Accumulation.SUM if row["cara"] == "JUMLAH" else Accumulation.STANDING
    aim = number(row["target"])
    one = indicator(target=Target(row["target"], aim, aim, row["satuan"]), trajectory=points, accumulation=how)
    period = parse_period(row["periode"])
    assert one.expected_in(period) == number(row["dibandingkan_dengan"])
    derived = derive_level([one], {"i1": UnitActual("i1", period, number(row["realisasi"]))}, period, RULE)
    assert derived.percent == number(row["persen"])
    assert [fault.reached for fault in trajectory_faults([one])] == [
        reached for reached in [number(row["jumlah_meleset"])] if reached is not None
    ]


def test_nothing_reported_gives_no_level_and_says_why():
    derived = derive_level([indicator()], {}, YEAR, RULE)
    assert derived.level is None
    assert derived.percent is None
    assert [reason.code for reason in derived.reasons] == ["LVL-NOTHING"]
    assert not derived.is_whole


def test_each_indicator_has_its_line_and_the_mean_comes_last():
    told = [indicator(1), indicator(2)]
    actuals = {one.indicator_id: UnitActual(one.indicator_id, YEAR, Decimal(90)) for one in told}
    derived = derive_level(told, actuals, YEAR, RULE)
    assert [reason.code for reason in derived.reasons] == ["LVL-INDICATOR", "LVL-INDICATOR", "LVL-MEAN"]
    assert derived.reasons[-1].facts["level"] == "LEVEL:GOOD"


def test_a_year_without_expectations_and_reform_index_is_doubted_but_judged():
    absent = derive_level([indicator()], {"i1": UnitActual("i1", YEAR, Decimal(90))}, YEAR, RULE)
    assert [reason.code for reason in absent.warnings] == ["LVL-GROUP-ABSENT", "LVL-GROUP-ABSENT"]
    assert absent.level is SuggestedLevel.GOOD
    groups = [indicator(place, group=group) for place, group in enumerate(MeasureGroup, start=1)]
    actuals = {one.indicator_id: UnitActual(one.indicator_id, YEAR, Decimal(90)) for one in groups}
    assert derive_level(groups, actuals, YEAR, RULE).warnings == ()


def test_why_a_high_mean_is_not_istimewa_is_told():
    told = [indicator(1), indicator(2)]
    actuals = {"i1": UnitActual("i1", YEAR, Decimal(200)), "i2": UnitActual("i2", YEAR, Decimal("89.9"))}
    derived = derive_level(told, actuals, YEAR, RULE)
    assert derived.level is SuggestedLevel.GOOD
    assert derived.reasons[-1].code == "LVL-MEAN"
    actuals["i2"] = UnitActual("i2", YEAR, Decimal("89.99"))
    assert derive_level(told, actuals, YEAR, RULE).percent == Decimal("110.00")
    assert derive_level(told, actuals, YEAR, RULE).reasons[-1].code == "LVL-NOT-OUTSTANDING"


def test_quarters_add_up_or_the_last_one_stands():
    first, last = (UnitActual("i1", Period(2025, PeriodKind.QUARTER, q), Decimal(q * 10)) for q in (1, 3))
    assert year_so_far(indicator(accumulation=Accumulation.SUM), [last, first]).value == Decimal(40)
    assert year_so_far(indicator(), [last, first]).value == Decimal(30)
    whole = UnitActual("i1", YEAR, Decimal(7))
    assert year_so_far(indicator(), [last, whole]) is whole
    assert year_so_far(indicator(), []) is None


def test_a_period_without_trajectory_and_actions_needs_a_stated_percentage():
    bare = indicator()
    assert uncovered([bare], {"i1": UnitActual("i1", Q1, Decimal(90))}, Q1) == (bare,)
    assert uncovered([bare], {"i1": UnitActual("i1", Q1, percent=Decimal(90))}, Q1) == ()


amounts = st.decimals(min_value="0.01", max_value="1000000", places=2)


@given(target=amounts, value=amounts, more=amounts)
def test_a_better_value_never_achieves_less(target, value, more):
    up = Target("", target, target)
    down = Target("", target, target, direction=Direction.LESS)
    assert achievement(up, value) <= achievement(up, value + more)
    assert achievement(down, value) >= achievement(down, value + more)


@given(st.lists(st.tuples(amounts, amounts), min_size=1, max_size=8))
def test_the_level_is_the_highest_band_that_the_mean_reaches(pairs):
    told = [indicator(place, Target("", aim, aim)) for place, (aim, _) in enumerate(pairs, start=1)]
    actuals = {f"i{place}": UnitActual(f"i{place}", YEAR, value) for place, (_, value) in enumerate(pairs, start=1)}
    derived = derive_level(told, actuals, YEAR, RULE)
    assert Decimal(0) <= derived.percent <= RULE.cap
    assert min(derived.percents.values()) <= derived.percent <= max(derived.percents.values())
    assert derived.percent >= RULE.bands[OrgLevel[derived.level.name]]
    if derived.level is SuggestedLevel.OUTSTANDING:
        assert min(derived.percents.values()) >= RULE.outstanding_least

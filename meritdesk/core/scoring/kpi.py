"""The indicators as one tree: how far each has come, where it will end at the present pace, and what those below add.

No regulation prescribes lights or forecasts: thresholds and rules stand in a pack that says so. Every answer comes with
its reasons. A figure is read against the trajectory as far as that has run, never against the whole year in June.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from meritdesk.core.agreement import Accumulation, TrajectoryPoint, target_bounds
from meritdesk.core.cascade import CascadeMethod, RollUp
from meritdesk.core.evaluation import Reason
from meritdesk.core.notation import printed_decimal
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.plan import Target
from meritdesk.core.scoring.organisation_level import achievement

HUNDRED = Decimal(100)
_LENGTHS = {PeriodKind.QUARTER: 4, PeriodKind.MONTH: 12}


class Light(StrEnum):
    """How an indicator stands: on track, lagging, far behind, or nothing can be said."""

    GREEN = "GREEN"
    AMBER = "AMBER"
    RED = "RED"
    DARK = "DARK"


@dataclass(frozen=True, slots=True)
class KpiRules:
    """From which achievement in per cent a light is green or amber, and how figures below an indicator add up.

    ``roll_up`` says it by the way the indicator is handed down; where that is a sum and the figure is measured in one
    of ``mean_units`` (such as per cent), the mean takes its place, since rates cannot be added.
    """

    green_least: Decimal
    amber_least: Decimal
    roll_up: Mapping[CascadeMethod, RollUp]
    mean_units: frozenset[str]
    source: str


@dataclass(frozen=True, slots=True)
class Reported:
    """What was reached in one period: a figure, or the percentage that is stated where there is nothing to measure."""

    period: Period
    value: Decimal | None = None
    percent: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """One indicator with all that is known of it in a year; ``reports`` in any order."""

    year: int
    target: Target
    accumulation: Accumulation = Accumulation.STANDING
    trajectory: tuple[TrajectoryPoint, ...] = ()
    reports: tuple[Reported, ...] = ()


@dataclass(frozen=True, slots=True)
class KpiFigures:
    """How one indicator stands at the end of a period, and where the year will end at the present pace.

    ``expected`` is what it should have reached by the last report (``upto``); ``percent`` is measured against that,
    ``forecast_percent`` against the target of the year. Percentages and forecasts have two decimals.
    """

    actual: Decimal | None = None
    expected: Decimal | None = None
    upto: Period | None = None
    percent: Decimal | None = None
    light: Light = Light.DARK
    forecast: Decimal | None = None
    forecast_percent: Decimal | None = None
    forecast_light: Light = Light.DARK
    reasons: tuple[Reason, ...] = ()


def light_of(percent: Decimal | None, rules: KpiRules) -> Light:
    """The light of an achievement."""
    if percent is None:
        return Light.DARK
    if percent >= rules.green_least:
        return Light.GREEN
    return Light.AMBER if percent >= rules.amber_least else Light.RED


def kpi_figures(measure: Measure, period: Period, rules: KpiRules) -> KpiFigures:
    """How an indicator stands at the end of a period, with the reasons line by line.

    A report of the whole year counts for the year alone and goes before anything added up. Else quarters count where
    there are any, months otherwise; they are never mixed.
    """
    kept = _counted(measure, period)
    if not kept:
        return KpiFigures(reasons=(Reason("KPI-NO-REPORT", rules.source, {"period": period.code}),))
    last = kept[-1]
    if last.value is None:
        return _stated(last, rules)
    expected, told = _expected(measure, last.period, rules)
    actual = last.value
    if measure.accumulation is Accumulation.SUM and not last.period.is_annual:
        actual = sum((one.value for one in kept if one.value is not None), Decimal(0))
    percent = achievement(expected, actual) if expected is not None else None
    percent = _rounded(percent) if percent is not None else None
    light = light_of(percent, rules)
    low, high = target_bounds(expected) if expected is not None else (None, None)
    facts = {
        "period": last.period.code,
        "actual": printed_decimal(actual),
        "expected": _range_text(low, high),
        "percent": printed_decimal(percent) if percent is not None else "-",
        "light": f"LIGHT:{light.name}",
    }
    stands = Reason("KPI-STANDS" if percent is not None else "KPI-NO-TARGET", rules.source, facts)
    forecast, how = _forecast(measure, kept, actual, rules)
    ends = achievement(measure.target, forecast)
    ends = _rounded(ends) if ends is not None else None
    return KpiFigures(
        actual=actual,
        expected=_nearer(low, high, actual),
        upto=last.period,
        percent=percent,
        light=light,
        forecast=forecast,
        forecast_percent=ends,
        forecast_light=light_of(ends, rules),
        reasons=(*told, stands, *how),
    )


def _counted(measure: Measure, period: Period) -> list[Reported]:
    """The reports that count at the end of a period, oldest first."""
    known = sorted(
        (one for one in measure.reports if one.value is not None or one.percent is not None),
        key=lambda one: one.period.last_day,
    )
    whole = [one for one in known if one.period.is_annual and one.period.year == period.year]
    if period.is_annual and whole:
        return whole[-1:]
    kinds = (PeriodKind.QUARTER, PeriodKind.MONTH)
    for kind in kinds if period.kind is not PeriodKind.MONTH else reversed(kinds):
        kept = [one for one in known if one.period.kind is kind and one.period.last_day <= period.last_day]
        if kept:
            is_measured = kept[-1].value is not None
            return [one for one in kept if (one.value is not None) == is_measured]
    return []


def _stated(last: Reported, rules: KpiRules) -> KpiFigures:
    percent = _rounded(last.percent or Decimal(0))
    light = light_of(percent, rules)
    facts = {"period": last.period.code, "percent": printed_decimal(percent), "light": f"LIGHT:{light.name}"}
    reasons = (Reason("KPI-STATED", rules.source, facts), Reason("KPI-NO-FORECAST", rules.source, {}))
    return KpiFigures(upto=last.period, percent=percent, light=light, reasons=reasons)


def _expected(measure: Measure, upto: Period, rules: KpiRules) -> tuple[Target | None, tuple[Reason, ...]]:
    """What should have been reached by the end of a report: by the trajectory, else in even parts, else the target."""
    low, high = target_bounds(measure.target)
    if upto.is_annual:
        return (measure.target if low is not None else None), ()
    points = _points(measure, upto.kind)
    run = [point for point in points if point.period.last_day <= upto.last_day]
    if run:
        is_sum = measure.accumulation is Accumulation.SUM
        value = sum((point.value for point in run), Decimal(0)) if is_sum else run[-1].value
        facts = {"period": run[-1].period.code, "expected": printed_decimal(value)}
        return _at(measure.target, value, value), (Reason("KPI-BY-TRAJECTORY", rules.source, facts),)
    if low is None or high is None:
        return None, ()
    if measure.accumulation is Accumulation.STANDING:
        facts = {"expected": _range_text(low, high)}
        return measure.target, (Reason("KPI-NO-TRAJECTORY", rules.source, facts),)
    length = _LENGTHS[upto.kind]
    part = _at(measure.target, low * upto.index / length, high * upto.index / length)
    facts = {"part": str(upto.index), "length": str(length), "expected": _range_text(*target_bounds(part))}
    return part, (Reason("KPI-EVEN-PARTS", rules.source, facts),)


def _points(measure: Measure, kind: PeriodKind) -> list[TrajectoryPoint]:
    """The trajectory in the steps of the reports, else in the other steps, oldest first."""
    for wanted in (kind, *(other for other in _LENGTHS if other is not kind)):
        found = [point for point in measure.trajectory if point.period.kind is wanted]
        if found:
            return sorted(found, key=lambda point: point.period)
    return []


def _forecast(
    measure: Measure, kept: Sequence[Reported], actual: Decimal, rules: KpiRules
) -> tuple[Decimal, tuple[Reason, ...]]:
    """Where the year ends at the present pace: stated in one line, bounded where the figure has an end."""
    upto = kept[-1].period
    length = _LENGTHS.get(upto.kind, 0)
    if upto.is_annual or upto.index == length:
        return actual, (Reason("KPI-YEAR-IS-OVER", rules.source, {"actual": printed_decimal(actual)}),)
    if measure.accumulation is Accumulation.SUM:
        points = _points(measure, upto.kind)
        run = sum((point.value for point in points if point.period.last_day <= upto.last_day), Decimal(0))
        if run > 0 and len(points) == _LENGTHS[points[0].period.kind]:
            whole = sum((point.value for point in points), Decimal(0))
            value, code = _rounded(actual * whole / run), "KPI-FORECAST-PATH"
            facts = {"planned": printed_decimal(run), "whole": printed_decimal(whole)}
        else:
            value, code = _rounded(actual * length / upto.index), "KPI-FORECAST-EVEN"
            facts = {"part": str(upto.index), "length": str(length)}
    else:
        values = [(one.period.index, one.value) for one in kept if one.value is not None]
        (first_at, first), (last_at, last) = values[0], values[-1]
        if last_at == first_at:
            value, code, facts = last, "KPI-FORECAST-KEPT", {}
        else:
            change = (last - first) / (last_at - first_at)
            value, code = _rounded(last + change * (length - last_at)), "KPI-FORECAST-PACE"
            facts = {"change": printed_decimal(_rounded(change)), "rest": str(length - last_at)}
    bounded = _bounded(value, [one.value for one in kept if one.value is not None], measure.target.unit)
    facts |= {"actual": printed_decimal(actual), "forecast": printed_decimal(bounded)}
    reasons = [Reason(code, rules.source, facts)]
    if bounded != value:
        reasons.append(Reason("KPI-FORECAST-BOUNDED", rules.source, {"forecast": printed_decimal(bounded)}))
    return bounded, tuple(reasons)


def _bounded(value: Decimal, reported: Sequence[Decimal], unit: str) -> Decimal:
    """No forecast below nought where nothing was, nor above the whole where per cents were reported within it."""
    if value < 0 <= min(reported):
        return Decimal(0)
    is_rate = " ".join(unit.casefold().split()) in ("%", "persen")
    return HUNDRED if is_rate and value > HUNDRED >= max(reported) else value


@dataclass(frozen=True, slots=True)
class Part:
    """What stands below an indicator: by its key, what it reached and in which unit."""

    key: str
    actual: Decimal | None
    unit: str


@dataclass(frozen=True, slots=True)
class Added:
    """What one part adds: an amount in the unit above, and which share of the whole year's target that is.

    Without an amount ``reason`` says why it adds nothing.
    """

    key: str
    amount: Decimal | None = None
    share: Decimal | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RolledUp:
    """What the parts come to by the rule of the indicator above; nothing where they cannot be added up."""

    rule: RollUp
    value: Decimal | None = None
    added: Mapping[str, Added] = field(default_factory=dict)
    reasons: tuple[Reason, ...] = ()


def rule_of(method: CascadeMethod | None, said: RollUp | None, unit: str, rules: KpiRules) -> RollUp:
    """How figures add up to an indicator: as somebody said, else as it is handed down (rates by their mean)."""
    if said is not None:
        return said
    rule = rules.roll_up.get(method, RollUp.NONE) if method is not None else RollUp.NONE
    return RollUp.MEAN if rule is RollUp.SUM and _plain(unit) in rules.mean_units else rule


def roll_up(target: Target, parts: Iterable[Part], rule: RollUp, rules: KpiRules) -> RolledUp:
    """What each part adds to the indicator above, and what they come to together.

    A part without a figure, or in another unit, adds nothing. By the mean each adds its figure divided by how many
    count; amounts have four decimals, the whole has two where it is a mean and stays exact where it is a sum.
    """
    listed = tuple(parts)
    if rule is RollUp.NONE:
        none = {part.key: Added(part.key, reason="KPI-ADDS-NOTHING") for part in listed}
        return RolledUp(rule, None, none, (Reason("KPI-ADDS-NOTHING", rules.source, {}),) if listed else ())
    counted = [(part, part.actual) for part in listed if part.actual is not None and _same_unit(part.unit, target.unit)]
    added = {part.key: Added(part.key, reason=_why_not(part, target)) for part in listed}
    if not counted:
        return RolledUp(rule, None, added, (Reason("KPI-NOTHING-BELOW", rules.source, {}),) if listed else ())
    total = sum((figure for _, figure in counted), Decimal(0))
    parts_in = len(counted) if rule is RollUp.MEAN else 1
    whole = target.high if target.high is not None else target.low
    for part, figure in counted:
        amount = (figure / parts_in).quantize(Decimal("0.0001"), ROUND_HALF_UP) if parts_in > 1 else figure
        share = _rounded(amount / whole * HUNDRED) if whole else None
        added[part.key] = Added(part.key, amount, share)
    value = total if rule is RollUp.SUM else _rounded(total / parts_in)
    facts = {"value": printed_decimal(value), "parts": str(len(counted)), "all": str(len(listed))}
    return RolledUp(rule, value, added, (Reason(f"KPI-ADDS-{rule.name}", rules.source, facts),))


def _why_not(part: Part, target: Target) -> str:
    if part.actual is None:
        return "KPI-NO-FIGURE"
    return "" if _same_unit(part.unit, target.unit) else "KPI-OTHER-UNIT"


def _same_unit(one: str, other: str) -> bool:
    return _plain(one) == _plain(other)


def _plain(unit: str) -> str:
    folded = " ".join(unit.casefold().split())
    return "%" if folded == "persen" else folded


def _at(target: Target, low: Decimal, high: Decimal) -> Target:
    return replace(target, low=_rounded(low) if low != low.to_integral_value() else low,
                   high=_rounded(high) if high != high.to_integral_value() else high)  # fmt: skip


def _nearer(low: Decimal | None, high: Decimal | None, actual: Decimal) -> Decimal | None:
    """Of a range the end that is to be reached, a single value as it is."""
    if low is None or high is None:
        return None
    return high if actual > high else low


def _range_text(low: Decimal | None, high: Decimal | None) -> str:
    if low is None or high is None:
        return "-"
    return printed_decimal(low) if low == high else f"{printed_decimal(low)}-{printed_decimal(high)}"


def _rounded(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.01"), ROUND_HALF_UP)

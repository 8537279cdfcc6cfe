"""The performance agreement of a unit (Perjanjian Kinerja): its goals, indicators, trajectories and what came of them.

The indicators of the city are its IKU; those of a department or an autonomous unit must stand as main results in the
plan of whoever leads it (R-19). Whether a period went well is read off these indicators and nothing else (R-59).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from meritdesk.core.evaluation import PackRef
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.plan import PerformancePlan, Perspective, ResultKind, Target, WorkResult


class MeasureGroup(StrEnum):
    """What an annual level is made of (R-59): key indicators, the leader's expectations, the reform index."""

    KEY = "KEY"
    EXPECTATION = "EXPECTATION"
    REFORM = "REFORM"


class Accumulation(StrEnum):
    """How a trajectory runs: its parts add up to the target, or each point is the standing reached by then."""

    SUM = "SUM"
    STANDING = "STANDING"


@dataclass(frozen=True, slots=True)
class TrajectoryPoint:
    """What an indicator is expected to reach in one quarter or month (6/2022 p. 93)."""

    period: Period
    value: Decimal


@dataclass(frozen=True, slots=True)
class ActionItem:
    """One item of the agreement's action plan in a period, by which a period can be judged as well (R-59, p. 93).

    ``target`` and ``achieved`` are in the same ``unit``; ``achieved`` is ``None`` until it is reported.
    """

    item_id: str
    period: Period
    text: str
    target: Decimal
    achieved: Decimal | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class AgreementIndicator:
    """One indicator of a unit's performance agreement in a year, under its goal (sasaran strategis).

    ``number`` is its place in the agreement. ``is_draft`` marks an agreement that was not fixed by the second week of
    January and is used as a draft (D-1). ``perspective`` is where it enters a leader's plan (R-22), when known.
    """

    indicator_id: str
    unit_id: str
    year: int
    number: int
    goal: str
    text: str
    target: Target
    group: MeasureGroup = MeasureGroup.KEY
    perspective: Perspective | None = None
    accumulation: Accumulation = Accumulation.STANDING
    trajectory: tuple[TrajectoryPoint, ...] = ()
    actions: tuple[ActionItem, ...] = ()
    is_draft: bool = False

    def expected_in(self, period: Period) -> Decimal | None:
        """The trajectory value that a period is compared with; nothing where the trajectory does not name it."""
        return next((point.value for point in self.trajectory if point.period == period), None)

    def actions_in(self, period: Period) -> tuple[ActionItem, ...]:
        """The items of the action plan that belong to a period."""
        return tuple(item for item in self.actions if item.period == period)


@dataclass(frozen=True, slots=True)
class UnitActual:
    """What a unit achieved on one of its indicators in a period, with where the figure comes from.

    ``percent`` is stated by the unit itself for an indicator that has no measurable target; where the target can be
    measured it is ignored, since the percentage then follows from ``value``.
    """

    indicator_id: str
    period: Period
    value: Decimal | None = None
    percent: Decimal | None = None
    text: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class LevelBasis:
    """What stood behind the level of a unit when it was settled: what the indicators suggested, and why it differs.

    ``derived`` is the name of the suggested level, empty when nothing could be derived; it is kept apart from the level
    itself. ``missing`` is how many indicators could not be counted (V-63).
    """

    unit_id: str
    period: Period
    derived: str = ""
    percent: Decimal | None = None
    missing: int = 0
    reason: str = ""
    packs: tuple[PackRef, ...] = ()


def year_so_far(indicator: AgreementIndicator, reports: Iterable[UnitActual]) -> UnitActual | None:
    """What the year comes to from its periods: their sum, or the standing of the last one (R-59).

    ``reports`` are those of this indicator; a report of the year itself goes before anything added up. Quarters and
    months are never mixed: the finer ones are used when there is no quarter.
    """
    known = sorted(reports, key=lambda report: report.period)
    whole = next((report for report in known if report.period.is_annual), None)
    if whole is not None:
        return whole
    for kind in (PeriodKind.QUARTER, PeriodKind.MONTH):
        measured = [r for r in known if r.period.kind is kind and (r.value is not None or r.percent is not None)]
        if not measured:
            continue
        last = measured[-1]
        year = Period(indicator.year, PeriodKind.YEAR)
        values = [report.value for report in measured if report.value is not None]
        if indicator.accumulation is Accumulation.SUM and values:
            return UnitActual(indicator.indicator_id, year, sum(values, Decimal(0)), None, "", last.evidence)
        return UnitActual(indicator.indicator_id, year, last.value, last.percent, last.text, last.evidence)
    return None


@dataclass(frozen=True, slots=True)
class TrajectoryFault:
    """A trajectory that does not lead to the target of the year: what it comes to, and what the target is."""

    indicator: AgreementIndicator
    kind: PeriodKind
    reached: Decimal
    target: Decimal


def trajectory_faults(indicators: Iterable[AgreementIndicator]) -> tuple[TrajectoryFault, ...]:
    """Trajectories whose parts do not add up to the target, or whose last point is not the target (T-71).

    A target that is a range is met by anything inside it. A trajectory that stops before the end of the year is not
    judged: the rest is still to be written.
    """
    faults = []
    for indicator in indicators:
        low, high = target_bounds(indicator.target)
        if low is None or high is None:
            continue
        for kind, length in ((PeriodKind.QUARTER, 4), (PeriodKind.MONTH, 12)):
            points = {point.period.index: point.value for point in indicator.trajectory if point.period.kind is kind}
            if set(points) != set(range(1, length + 1)):
                continue
            is_sum = indicator.accumulation is Accumulation.SUM
            reached = sum(points.values(), Decimal(0)) if is_sum else points[length]
            if not low <= reached <= high:
                faults.append(TrajectoryFault(indicator, kind, reached, high if reached > high else low))
    return tuple(faults)


def target_bounds(target: Target) -> tuple[Decimal | None, Decimal | None]:
    """Both ends of a target; a target with one end only is a single value, one without any cannot be measured."""
    low = target.low if target.low is not None else target.high
    high = target.high if target.high is not None else target.low
    return low, high


def is_measured_in(indicator: AgreementIndicator, period: Period) -> bool:
    """Whether a figure says something in a period: in the year with a measurable target, else with a trajectory point.

    Where it does not, the unit states a percentage, or its action plan speaks.
    """
    if period.is_annual:
        return target_bounds(indicator.target)[0] is not None
    return indicator.expected_in(period) is not None


def uncovered(
    indicators: Iterable[AgreementIndicator], actuals: Mapping[str, UnitActual], period: Period
) -> tuple[AgreementIndicator, ...]:
    """The indicators on which nothing can be said in a period: no figure, or nothing to hold it against (V-63).

    ``actuals`` by indicator id are those of the period.
    """
    return tuple(indicator for indicator in indicators if not _is_covered(indicator, actuals, period))


def _is_covered(indicator: AgreementIndicator, actuals: Mapping[str, UnitActual], period: Period) -> bool:
    actual = actuals.get(indicator.indicator_id)
    is_measurable = target_bounds(indicator.target)[0] is not None
    if not period.is_annual:
        if indicator.expected_in(period) is not None:
            return actual is not None and actual.value is not None
        items = indicator.actions_in(period)
        if items:
            return all(item.achieved is not None for item in items)
        return actual is not None and actual.percent is not None
    if actual is None:
        return False
    return actual.value is not None if is_measurable else actual.percent is not None


@dataclass(frozen=True, slots=True)
class AgreementGap:
    """An indicator of the unit's agreement that its leader's plan does not hold as a main result (R-19, V-05)."""

    indicator: AgreementIndicator
    is_additional: bool
    result_id: str = ""


def agreement_gaps(
    indicators: Iterable[AgreementIndicator], plan: PerformancePlan, entered: Mapping[str, str] | None = None
) -> tuple[AgreementGap, ...]:
    """What of the unit's agreement is missing in its leader's plan, or stands there under B. TAMBAHAN (V-05).

    An agreement indicator is found in the plan by its wording, spaces and capitals aside, as the text of an indicator
    or of a result; ``entered`` says it outright: agreement indicator id to result or indicator id of the plan.
    """
    known = entered or {}
    holding: dict[str, list[WorkResult]] = defaultdict(list)
    for result in plan.results:
        names = [result.result_id, plain_wording(result.text)]
        for measure in result.indicators:
            names += [measure.indicator_id, plain_wording(measure.text)]
        for name in names:
            holding[name].append(result)
    gaps = []
    for indicator in indicators:
        said = holding.get(known.get(indicator.indicator_id, ""), [])
        found = [*said, *holding.get(plain_wording(indicator.text), [])]
        if not any(result.kind is ResultKind.MAIN for result in found):
            gaps.append(AgreementGap(indicator, bool(found), found[0].result_id if found else ""))
    return tuple(gaps)


def plain_wording(text: str) -> str:
    """A wording as it is compared: without capitals, outer marks and doubled spaces."""
    return " ".join(text.casefold().replace("\u00a0", " ").split()).strip(" .;,")

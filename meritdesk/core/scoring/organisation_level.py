"""What an organisation's own indicators say about its level in a period: a derivation, never the level itself.

R-59 leaves the calculation to other regulations, so the figures stand in a pack that says it is a proposal. The level
in force is what the office sets; where it differs from the derived one a reason is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from meritdesk.core.agreement import (
    ActionItem,
    AgreementIndicator,
    MeasureGroup,
    UnitActual,
    target_bounds,
    uncovered,
)
from meritdesk.core.evaluation import OrgLevel, Reason
from meritdesk.core.notation import printed_decimal
from meritdesk.core.periods import Period
from meritdesk.core.plan import Direction, Target

HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class OrganisationLevelRule:
    """How an organisation's level is read off its own indicators; a proposal, since R-59 leaves it to other rules.

    ``bands`` holds the least mean achievement of each level in per cent. One indicator counts for at most ``cap``; the
    best level also needs every indicator at ``outstanding_least`` or more.
    """

    bands: Mapping[OrgLevel, Decimal]
    cap: Decimal
    outstanding_least: Decimal
    source: str


class SuggestedLevel(StrEnum):
    """What the indicators suggest for the organisation; never stored as its level."""

    OUTSTANDING = "OUTSTANDING"
    GOOD = "GOOD"
    NEEDS_IMPROVEMENT = "NEEDS_IMPROVEMENT"
    POOR = "POOR"
    VERY_POOR = "VERY_POOR"


@dataclass(frozen=True, slots=True)
class DerivedLevel:
    """The derived level of a period with its reasons; ``level`` is ``None`` when no indicator can be judged.

    ``percent`` is the mean achievement with two decimals. ``percents`` holds the achievement of each indicator that
    was counted, ``missing`` the indicators that could not be.
    """

    level: SuggestedLevel | None
    percent: Decimal | None = None
    percents: Mapping[str, Decimal] = field(default_factory=dict)
    missing: tuple[AgreementIndicator, ...] = ()
    reasons: tuple[Reason, ...] = ()
    warnings: tuple[Reason, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether every indicator of the agreement was counted (V-63)."""
        return not self.missing


def achievement(target: Target, value: Decimal, expected: Decimal | None = None) -> Decimal | None:
    """How far a value comes towards a target, in per cent, before any cap; nothing where it cannot be measured.

    ``expected`` takes the place of the target for a period with a trajectory. Inside a range it is exactly 100, outside
    it is measured against the nearer end. Where less is better, twice the target counts as nothing reached.
    """
    low, high = (expected, expected) if expected is not None else target_bounds(target)
    if low is None or high is None:
        return None
    if low <= value <= high:
        return HUNDRED
    bound = high if value > high else low
    if bound == 0:
        is_better = (value > 0) == (target.direction is Direction.MORE)
        return HUNDRED if is_better else Decimal(0)
    gained = (value - bound) / abs(bound) * HUNDRED
    percent = HUNDRED + (gained if target.direction is Direction.MORE else -gained)
    return max(Decimal(0), percent)


def derive_level(
    indicators: Sequence[AgreementIndicator],
    actuals: Mapping[str, UnitActual],
    period: Period,
    rule: OrganisationLevelRule,
) -> DerivedLevel:
    """The level that a unit's own indicators suggest for a period, over all of them (R-59, V-63, T-71, T-72).

    A quarter or month is held against the trajectory of the indicator, else against its action plan, else against the
    percentage that the unit states. The year is held against the targets. ``actuals`` by indicator id are those of the
    period.
    """
    reasons: list[Reason] = []
    percents: dict[str, Decimal] = {}
    missing = uncovered(indicators, actuals, period)
    absent = {indicator.indicator_id for indicator in missing}
    for indicator in sorted(indicators, key=lambda indicator: (indicator.number, indicator.indicator_id)):
        if indicator.indicator_id in absent:
            continue
        percent, reason = _judge(indicator, actuals.get(indicator.indicator_id), period, rule)
        percents[indicator.indicator_id] = percent
        reasons.append(reason)
    warnings = list(_doubts(indicators, missing, period, rule))
    if not percents:
        reasons.append(Reason("LVL-NOTHING", rule.source, {"period": period.code, "indicators": str(len(indicators))}))
        return DerivedLevel(None, None, {}, missing, tuple(reasons), tuple(warnings))
    mean = _rounded(sum(percents.values(), Decimal(0)) / len(percents))
    level = _level(mean, percents.values(), rule)
    facts = {
        "percent": printed_decimal(mean),
        "indicators": str(len(percents)),
        "all": str(len(indicators)),
        "lowest": printed_decimal(_rounded(min(percents.values()))),
        "level": f"LEVEL:{level.name}",
    }
    reasons.append(Reason("LVL-MEAN", rule.source, facts))
    if mean >= rule.bands[OrgLevel.OUTSTANDING] and level is not SuggestedLevel.OUTSTANDING:
        facts = {**facts, "least": printed_decimal(rule.outstanding_least)}
        reasons.append(Reason("LVL-NOT-OUTSTANDING", rule.source, facts))
    return DerivedLevel(level, mean, percents, missing, tuple(reasons), tuple(warnings))


def _level(mean: Decimal, percents: Iterable[Decimal], rule: OrganisationLevelRule) -> SuggestedLevel:
    """The highest band the mean reaches; Istimewa also needs every single indicator at its own least."""
    is_even = min(percents) >= rule.outstanding_least
    for level in OrgLevel:
        if level is OrgLevel.OUTSTANDING and not is_even:
            continue
        if mean >= rule.bands[level]:
            return SuggestedLevel[level.name]
    return SuggestedLevel.VERY_POOR


def _judge(
    indicator: AgreementIndicator, actual: UnitActual | None, period: Period, rule: OrganisationLevelRule
) -> tuple[Decimal, Reason]:
    """The achievement of one covered indicator with the line that tells it."""
    facts = {"number": str(indicator.number), "indicator": indicator.text}
    expected = None if period.is_annual else indicator.expected_in(period)
    items = () if period.is_annual or expected is not None else indicator.actions_in(period)
    if items:
        percent = _rounded(sum((_of_item(item, rule) for item in items), Decimal(0)) / len(items))
        reached = sum(_of_item(item, rule) >= HUNDRED for item in items)
        facts |= {"items": str(len(items)), "reached": str(reached), "percent": printed_decimal(percent)}
        return percent, Reason("LVL-ACTIONS", rule.source, facts)
    measured = None
    if actual is not None and actual.value is not None and (period.is_annual or expected is not None):
        measured = achievement(indicator.target, actual.value, expected)
    if measured is not None and actual is not None and actual.value is not None:
        percent = _rounded(min(measured, rule.cap))
        facts |= {
            "target": printed_decimal(expected) if expected is not None else _target_text(indicator.target),
            "actual": printed_decimal(actual.value),
            "percent": printed_decimal(percent),
        }
        return percent, Reason("LVL-INDICATOR", rule.source, facts)
    stated = actual.percent if actual is not None and actual.percent is not None else Decimal(0)
    percent = _rounded(max(Decimal(0), min(stated, rule.cap)))
    facts |= {"percent": printed_decimal(percent), "evidence": actual.evidence if actual is not None else ""}
    return percent, Reason("LVL-STATED", rule.source, facts)


def _of_item(item: ActionItem, rule: OrganisationLevelRule) -> Decimal:
    """How far one item of the action plan came; nothing planned counts as reached."""
    if item.target <= 0:
        return HUNDRED
    return min(max(Decimal(0), (item.achieved or Decimal(0)) / item.target * HUNDRED), rule.cap)


def _doubts(
    indicators: Sequence[AgreementIndicator],
    missing: Sequence[AgreementIndicator],
    period: Period,
    rule: OrganisationLevelRule,
) -> Iterable[Reason]:
    if missing:
        listed = ", ".join(str(indicator.number) for indicator in missing)
        facts = {"missing": str(len(missing)), "indicators": str(len(indicators)), "numbers": listed}
        yield Reason("V-63", rule.source, facts)
    if period.is_annual and indicators:
        groups = {indicator.group for indicator in indicators}
        for group in MeasureGroup:
            if group not in groups:
                yield Reason("LVL-GROUP-ABSENT", rule.source, {"group": f"MEASUREGROUP:{group.name}"})


def _target_text(target: Target) -> str:
    low, high = target_bounds(target)
    if low is None or high is None:
        return "-"
    return printed_decimal(low) if low == high else f"{printed_decimal(low)}-{printed_decimal(high)}"


def _rounded(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.01"), ROUND_HALF_UP)

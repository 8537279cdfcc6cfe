"""The spread of predicates under one rater, held against the curve and the circular: warnings only (R-62)."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil, floor

from meritdesk.core.evaluation import OrgLevel, Predicate, Reason
from meritdesk.core.rules import CircularLimit, CircularPercentages, DistributionPattern, LimitKind


def check_pattern(
    level: OrgLevel, counts: Mapping[Predicate, int], pattern: DistributionPattern, by_majority: bool = False
) -> tuple[Reason, ...]:
    """V-75: the label that matches the organisation level is not the most frequent one (6/2022 p. 94-97).

    "Most" is read as the largest group, where sharing the first place is enough, or as more than half where the agency
    chose so. Nobody rated yet means no warning.
    """
    total = sum(counts.values())
    dominant = pattern.curves[level].dominant
    most = max(counts.values(), default=0)
    share = counts.get(dominant, 0)
    if not total or (2 * share > total if by_majority else share == most):
        return ()
    facts = {
        "predicate": f"PREDICATE:{dominant.name}",
        "level": f"LEVEL:{level.name}",
        "count": str(counts.get(dominant, 0)),
        "most": str(most),
        "total": str(total),
    }
    return (Reason("V-75", pattern.source, facts),)


def check_circular(
    level: OrgLevel, counts: Mapping[Predicate, int], circular: CircularPercentages | None
) -> tuple[Reason, ...]:
    """V-76: the percentages of the circular, rounded down for a maximum and up for a minimum.

    They never block and never change a predicate. No warning where the circular is not in force (``None``) or the
    group is too small for percentages.
    """
    total = sum(counts.values())
    if circular is None or total < circular.smallest_group:
        return ()
    broken = []
    for limit in circular.limits[level]:
        count = sum(counts.get(label, 0) for label in limit.predicates)
        allowed = _allowed(limit, total)
        if (count < allowed) if limit.kind in (LimitKind.MIN, LimitKind.SOME) else (count > allowed):
            facts = {
                "level": f"LEVEL:{level.name}",
                "predicates": ", ".join(f"PREDICATE:{label.name}" for label in limit.predicates),
                "percent": f"{(limit.share * 100).normalize():f}".replace(".", ","),
                "allowed": str(allowed),
                "count": str(count),
                "total": str(total),
            }
            broken.append(Reason(f"V-76-{limit.kind.name}", circular.source, facts))
    return tuple(broken)


def _allowed(limit: CircularLimit, total: int) -> int:
    """The number of people that a limit allows at most, or asks for at least."""
    if limit.kind is LimitKind.SOME:
        return 1
    if limit.kind is LimitKind.MIN:
        return ceil(limit.share * total)
    return floor(limit.share * total)

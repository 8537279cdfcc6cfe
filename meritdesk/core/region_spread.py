"""How predicates spread at the region: each agency against its own organisation level, and the groups that stand out.

The drawn curves are pictures and no numbers (6/2022 p. 94-96). What is measured is the label that should be the most
frequent one, the limits of the circular where they are in force, and how far a group lies from its own agency.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from meritdesk.core.evaluation import OrgLevel, Predicate, Reason
from meritdesk.core.figures import WORST_TO_BEST
from meritdesk.core.notation import printed_decimal
from meritdesk.core.periods import Period
from meritdesk.core.rules import CircularPercentages, DistributionPattern
from meritdesk.core.scoring.distribution import check_circular, check_pattern

_HUNDRED = Decimal(100)


class Against(StrEnum):
    """How the people stand beside their organisation: better, as the pattern has it, worse, or not to be said."""

    ABOVE = "ABOVE"
    SAME = "SAME"
    BELOW = "BELOW"
    UNKNOWN = "UNKNOWN"


@dataclass(frozen=True, slots=True)
class GroupCount:
    """How many closed evaluations of one rater's people carry one predicate; the unit is the one the rater leads."""

    agency: str
    unit_id: str
    rater_id: str
    predicate: Predicate
    count: int


@dataclass(frozen=True, slots=True)
class SpreadLine:
    """The spread of one agency beside its organisation level.

    ``level_of`` is the period whose level counts (the year before, where this year's came too late). ``expected`` is
    the label that should be most frequent, ``most`` the one that is; where several share the first place the expected
    one wins. ``people_off`` is by how many people limits of the circular are broken, added up.
    """

    agency: str
    name: str
    counts: Mapping[Predicate, int]
    level: OrgLevel | None = None
    level_of: Period | None = None
    expected: Predicate | None = None
    most: Predicate | None = None
    against: Against = Against.UNKNOWN
    people_off: int = 0
    reasons: tuple[Reason, ...] = ()
    curve: tuple[Decimal, ...] = ()

    @property
    def total(self) -> int:
        """How many closed evaluations are counted."""
        return sum(self.counts.values())

    @property
    def is_marked(self) -> bool:
        """Whether somebody at the region should ask."""
        return self.against in (Against.ABOVE, Against.BELOW) or self.people_off > 0


def spread_line(
    agency: str,
    name: str,
    counts: Mapping[Predicate, int],
    level: OrgLevel | None,
    level_of: Period | None,
    pattern: DistributionPattern,
    circular: CircularPercentages | None,
    by_majority: bool = False,
) -> SpreadLine:
    """The spread of an agency held against the pattern of its level (V-75) and the circular (V-76)."""
    total = sum(counts.values())
    if level is None:
        unknown = (Reason("REGION-NO-LEVEL", pattern.source, {"agency": name}),) if total else ()
        return SpreadLine(agency, name, counts, most=most_frequent(counts), reasons=unknown)
    curve = pattern.curves[level]
    most = most_frequent(counts, curve.dominant)
    found = check_pattern(level, counts, pattern, by_majority)
    broken = check_circular(level, counts, circular)
    against = Against.UNKNOWN
    if most is not None:
        step = WORST_TO_BEST.index(most) - WORST_TO_BEST.index(curve.dominant)
        against = Against.ABOVE if step > 0 else Against.BELOW if step < 0 else Against.SAME
    reasons: list[Reason] = []
    if most is not None and against in (Against.ABOVE, Against.BELOW):
        facts = {
            "level": f"LEVEL:{level.name}",
            "predicate": f"PREDICATE:{most.name}",
            "expected": f"PREDICATE:{curve.dominant.name}",
            "count": str(counts.get(most, 0)),
            "total": str(total),
            "percent": percent_told(counts.get(most, 0), total),
        }
        reasons.append(Reason("REGION-ABOVE" if against is Against.ABOVE else "REGION-BELOW", pattern.source, facts))
    off = sum(abs(int(one.facts["count"]) - int(one.facts["allowed"])) for one in broken)
    return SpreadLine(
        agency,
        name,
        counts,
        level,
        level_of,
        curve.dominant,
        most,
        against,
        off,
        (*reasons, *found, *broken),
        curve.points,
    )


def most_frequent(counts: Mapping[Predicate, int], preferred: Predicate | None = None) -> Predicate | None:
    """The most frequent predicate; of several the preferred one, else the better one; nothing of nothing."""
    top = max(counts.values(), default=0)
    if not top:
        return None
    first = [label for label in WORST_TO_BEST if counts.get(label, 0) == top]
    return preferred if preferred in first else first[-1]


class GroupKind(StrEnum):
    """What kind of group stands out: the people of one rater, or a unit right below the head with all below it."""

    RATER = "RATER"
    UNIT = "UNIT"


@dataclass(frozen=True, slots=True)
class OutlierRule:
    """When a group stands out; a proposal, since the law does not know the question.

    ``smallest_group`` people at least, in the group and among the others. ``least_distance`` is the share of the group
    that would need another predicate to spread as the others do. ``uniform_below``: a group in which everybody has the
    same predicate stands out where fewer of the others than this share have it.
    """

    smallest_group: int
    least_distance: Decimal
    uniform_below: Decimal
    source: str


@dataclass(frozen=True, slots=True)
class Outlier:
    """One group that stands out, with the label that makes the difference and why."""

    agency: str
    agency_name: str
    kind: GroupKind
    unit_id: str
    unit_name: str
    rater_id: str
    rater_name: str
    counts: Mapping[Predicate, int]
    others: Mapping[Predicate, int]
    predicate: Predicate
    distance: Decimal
    reasons: tuple[Reason, ...]

    @property
    def size(self) -> int:
        """How many people the group has."""
        return sum(self.counts.values())


def distance(one: Mapping[Predicate, int], other: Mapping[Predicate, int]) -> Decimal:
    """The share of a group that would need another predicate to spread as the other does, 0 to 1 with four decimals."""
    here, there = Decimal(sum(one.values())), Decimal(sum(other.values()))
    if not here or not there:
        return Decimal(0)
    # On a common denominator nothing is rounded before the end.
    gaps = (abs(one.get(label, 0) * there - other.get(label, 0) * here) for label in WORST_TO_BEST)
    return (sum(gaps, Decimal(0)) / (2 * here * there)).quantize(Decimal("0.0001"), ROUND_HALF_UP)


def find_outliers(
    counts: Iterable[GroupCount],
    rule: OutlierRule,
    top_unit: Callable[[str, str], str],
    agency_names: Mapping[str, str],
    unit_names: Mapping[tuple[str, str], str],
    people_names: Callable[[str, str], str],
) -> tuple[Outlier, ...]:
    """The groups of all agencies that stand out from the other people of their own agency, the farthest first.

    ``top_unit`` answers, of an agency's unit, the unit right below its head (empty for the head itself). A group and
    those it is compared with need ``smallest_group`` people each, so that three people are no statistic.
    """
    wholes: dict[str, Counter[Predicate]] = defaultdict(Counter)
    groups: dict[tuple[str, GroupKind, str, str], Counter[Predicate]] = defaultdict(Counter)
    for one in counts:
        wholes[one.agency][one.predicate] += one.count
        if one.rater_id:
            groups[one.agency, GroupKind.RATER, one.unit_id, one.rater_id][one.predicate] += one.count
        top = top_unit(one.agency, one.unit_id)
        if top:
            groups[one.agency, GroupKind.UNIT, top, ""][one.predicate] += one.count
    found = []
    for (agency, kind, unit_id, rater_id), here in groups.items():
        others = wholes[agency] - here
        if min(here.total(), others.total()) < rule.smallest_group:
            continue
        gap = distance(here, others)
        predicate = max(WORST_TO_BEST, key=lambda label: _excess(label, here, others))
        reasons = tuple(_reasons(here, others, gap, predicate, rule))
        if not reasons:
            continue
        found.append(
            Outlier(
                agency,
                agency_names.get(agency, agency),
                kind,
                unit_id,
                unit_names.get((agency, unit_id), ""),
                rater_id,
                people_names(agency, rater_id) if rater_id else "",
                dict(here),
                dict(others),
                predicate,
                gap,
                reasons,
            )
        )
    order = tuple(GroupKind)
    return tuple(
        sorted(found, key=lambda one: (-one.distance, one.agency, order.index(one.kind), one.unit_id, one.rater_id))
    )


def _excess(label: Predicate, here: Counter[Predicate], others: Counter[Predicate]) -> int:
    """How much more of a label a group has than its share among the others would give it, as a whole number."""
    return here[label] * others.total() - others[label] * here.total()


def _reasons(
    here: Counter[Predicate], others: Counter[Predicate], gap: Decimal, predicate: Predicate, rule: OutlierRule
) -> Iterable[Reason]:
    facts = {
        "predicate": f"PREDICATE:{predicate.name}",
        "count": str(here[predicate]),
        "size": str(here.total()),
        "share": percent_told(here[predicate], here.total()),
        "others": percent_told(others[predicate], others.total()),
    }
    if gap >= rule.least_distance:
        least = printed_decimal((rule.least_distance * _HUNDRED).normalize())
        told = printed_decimal((gap * _HUNDRED).quantize(Decimal("0.1"), ROUND_HALF_UP))
        yield Reason("REGION-DISTANCE", rule.source, {**facts, "distance": told, "least": least})
    is_uniform = here[predicate] == here.total()
    if is_uniform and others[predicate] < rule.uniform_below * others.total():
        yield Reason("REGION-UNIFORM", rule.source, facts)


def percent_told(count: int, total: int) -> str:
    """A share in per cent with one decimal, as it is printed."""
    if not total:
        return "0"
    return printed_decimal((_HUNDRED * count / total).quantize(Decimal("0.1"), ROUND_HALF_UP))

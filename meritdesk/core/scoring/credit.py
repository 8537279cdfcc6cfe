"""Credit points of a functional official from his predicates: percent times coefficient times months of twelve."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from meritdesk.core.credit_rules import CreditRules, CreditTier
from meritdesk.core.evaluation import Predicate, Reason

MONTHS = 12


@dataclass(frozen=True, slots=True)
class CreditPart:
    """Some months of one year under one predicate in one tier."""

    tier: CreditTier
    predicate: Predicate
    months: int


@dataclass(frozen=True, slots=True)
class CreditLine:
    """One part with its figures; ``points`` are rounded as written, and the reason says how they came about."""

    part: CreditPart
    percent: Decimal
    points: Decimal
    reason: Reason


@dataclass(frozen=True, slots=True)
class CreditSum:
    """The lines in the order given and their sum; a reader who adds the lines up gets the same."""

    lines: tuple[CreditLine, ...]
    total: Decimal


def conversion(parts: Sequence[CreditPart], rules: CreditRules) -> CreditSum:
    """Convert predicates to points (PermenPANRB 1/2023 Art. 37); ``months`` outside 1 to 12 is our own bug."""
    lines = tuple(_line(part, rules) for part in parts)
    return CreditSum(lines, sum((line.points for line in lines), Decimal(0)))


def _line(part: CreditPart, rules: CreditRules) -> CreditLine:
    if not 1 <= part.months <= MONTHS:
        raise ValueError(f"{part.months} months")
    percent = rules.percent[part.predicate]
    exact = percent * part.tier.coefficient * part.months / (100 * MONTHS)
    points = exact.quantize(Decimal(1).scaleb(-rules.decimals), ROUND_HALF_UP)
    facts = {
        "predicate": f"PREDICATE:{part.predicate.name}",
        "percent": f"{percent.normalize():f}",
        "coefficient": f"{part.tier.coefficient.normalize():f}".replace(".", ","),
        "tier": part.tier.title,
        "months": str(part.months),
        "points": points_text(points),
    }
    return CreditLine(part, percent, points, Reason("CRD-CONVERSION", rules.source, facts))


def full_months(first: date, last: date) -> int:
    """How many whole calendar months lie from the first to the last day; a month begun late does not count."""
    start = first.year * MONTHS + first.month - (first.day == 1)
    after = last + timedelta(days=1)
    return max(0, after.year * MONTHS + after.month - 1 - start)


def points_text(points: Decimal) -> str:
    """Points as they are written: decimal comma, no zeros behind what is not needed beyond two decimals."""
    whole, _, rest = f"{points:f}".partition(".")
    rest = rest.rstrip("0").ljust(2, "0")
    return f"{whole},{rest}"

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
    """Months of one year, one after the other, under one predicate in one tier.

    ``tells_span`` is set where the year has other parts beside it, so that a reader asks which months these are.
    """

    tier: CreditTier
    predicate: Predicate
    months: int
    first_month: int = 1
    tells_span: bool = False

    @property
    def last_month(self) -> int:
        """The month with which the part ends."""
        return self.first_month + self.months - 1


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
    if part.months < 1 or part.first_month < 1 or part.last_month > MONTHS:
        raise ValueError(f"{part.months} months from {part.first_month}")
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
    code = "CRD-CONVERSION"
    if part.tells_span:
        code, facts["span"] = "CRD-CONVERSION-PART", span_text(part)
    return CreditLine(part, percent, points, Reason(code, rules.source, facts))


def full_months(first: date, last: date) -> int:
    """How many whole calendar months lie from the first to the last day; a month begun late does not count."""
    start = first.year * MONTHS + first.month - (first.day == 1)
    after = last + timedelta(days=1)
    return max(0, after.year * MONTHS + after.month - 1 - start)


def span_text(part: CreditPart) -> str:
    """The months of a part by their numbers, as they stand in a sentence of either language: ``1-6`` or ``12``."""
    return f"{part.first_month}-{part.last_month}" if part.months > 1 else str(part.first_month)


def points_text(points: Decimal) -> str:
    """Points as they are written: decimal comma, no zeros behind what is not needed beyond two decimals."""
    whole, _, rest = f"{points:f}".partition(".")
    rest = rest.rstrip("0").ljust(2, "0")
    return f"{whole},{rest}"

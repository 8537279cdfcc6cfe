"""How many credit points an official has in his tier, what is missing to the next rank and tier, and for how long.

Points by letters and points worked out from closed predicates are added up without counting a month twice; points of
another tier are told and not counted (PermenPANRB 1/2023).
"""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, Decimal

from meritdesk.core.credit_history import CreditItem, CreditKind
from meritdesk.core.credit_rules import CreditRules, CreditStandingRules, CreditTier
from meritdesk.core.evaluation import Predicate, Reason
from meritdesk.core.scoring.credit import MONTHS, CreditPart, conversion, full_months, points_text


@dataclass(frozen=True, slots=True)
class ConvertedYear:
    """One year whose predicate is closed, as it is converted; somebody who changed his tier in it has several."""

    year: int
    part: CreditPart


@dataclass(frozen=True, slots=True)
class CountedPoints:
    """One line of the account: which row of the determination, how many points, whether they count, and why."""

    kind: CreditKind
    points: Decimal
    counts: bool
    reason: Reason
    since: date


@dataclass(frozen=True, slots=True)
class Shortfall:
    """What is asked for, what is missing (nothing when it is reached), and in how many months it is earned.

    ``goal`` is the next grade or tier; ``months`` is nothing when no predicate is known by which to go on.
    """

    goal: str
    needed: Decimal
    missing: Decimal
    surplus: Decimal
    months: int | None


@dataclass(frozen=True, slots=True)
class CreditStanding:
    """The account of one official with every line, and the way to the next rank and tier where there is one.

    ``is_complete`` is false when earlier points must exist that nobody has entered.
    """

    tier: CreditTier
    grade: str
    lines: tuple[CountedPoints, ...]
    total: Decimal
    yearly: Decimal | None
    rank: Shortfall | None
    next_tier: Shortfall | None
    is_complete: bool
    reasons: tuple[Reason, ...]


def credit_standing(
    tier: CreditTier,
    grade: str,
    items: Sequence[CreditItem],
    years: Sequence[ConvertedYear],
    rules: CreditRules,
    standing: CreditStandingRules,
) -> CreditStanding:
    """The account of an official of this tier and grade; the latest of ``years`` says at which pace he goes on."""
    lines = [_item(item, tier, standing) for item in items]
    letters = [item for item in items if item.kind is CreditKind.CONVERSION]
    for one in sorted(years, key=_place):
        lines += _converted(one, tier, letters, rules, standing)
    total = sum((line.points for line in lines if line.counts), Decimal(0))
    last = max(years, key=_place, default=None)
    yearly = _yearly(tier, last.part.predicate, rules) if last is not None else None
    reasons = [line.reason for line in lines]
    reasons.append(Reason("CRS-TOTAL", standing.source, {"points": points_text(total), "tier": tier.title}))
    grades = standing.tiers.get(tier.title)
    place = grades.grades.index(grade) if grades is not None and grade in grades.grades else None
    rank, upper = None, None
    is_complete = True
    if grades is None or place is None:
        reasons.append(Reason("CRS-GRADE-OUTSIDE", standing.source, {"grade": grade or "-", "tier": tier.title}))
    else:
        goal = _next_grade(grades.grades, place, grades.next, standing)
        if goal:
            rank = _shortfall(goal, tier.next_rank * (place + 1), total, yearly)
        else:
            reasons.append(Reason("CRS-TOP", standing.source, {"grade": grade, "tier": tier.title}))
        at_least = tier.next_rank * place
        if total < at_least:
            is_complete = False
            told = {"grade": grade, "least": points_text(at_least)}
            reasons.append(Reason("CRS-NO-HISTORY", standing.source, told))
    if tier.next_tier is not None:
        upper = _shortfall(grades.next if grades is not None else "-", tier.next_tier, total, yearly)
    if last is not None and yearly is not None:
        told = {
            "predicate": f"PREDICATE:{last.part.predicate.name}", "year": str(last.year), "yearly": points_text(yearly),
        }  # fmt: skip
        reasons.append(Reason("CRS-PACE", rules.source, told))
    else:
        reasons.append(Reason("CRS-NO-PACE", rules.source))
    for code, found in (("CRS-RANK", rank), ("CRS-TIER", upper)):
        if found is not None:
            reasons.append(_told(code, found, standing))
    return CreditStanding(tier, grade, tuple(lines), total, yearly, rank, upper, is_complete, tuple(reasons))


def time_text(months: int) -> tuple[str, str]:
    """Months as whole years and months, for a line of words."""
    return str(months // MONTHS), str(months % MONTHS)


def _item(item: CreditItem, tier: CreditTier, standing: CreditStandingRules) -> CountedPoints:
    is_other = bool(item.tier) and item.tier.casefold() != tier.title.casefold()
    counts = not (is_other and standing.restarts_in_new_tier)
    told = {
        "kind": f"CREDITKIND:{item.kind.name}",
        "points": points_text(item.points),
        "document": item.document or "-",
        "first": f"{item.starts:%d-%m-%Y}",
        "last": f"{item.ends:%d-%m-%Y}",
        "tier": item.tier or tier.title,
    }
    code = "CRS-LETTER" if counts else "CRS-OTHER-TIER"
    return CountedPoints(item.kind, item.points, counts, Reason(code, standing.source, told), item.starts)


def _converted(
    one: ConvertedYear,
    tier: CreditTier,
    letters: Sequence[CreditItem],
    rules: CreditRules,
    standing: CreditStandingRules,
) -> list[CountedPoints]:
    first = date(one.year, one.part.first_month, 1)
    last = date(one.year, one.part.last_month, calendar.monthrange(one.year, one.part.last_month)[1])
    covered = sum(
        full_months(max(item.starts, first), min(item.ends, last))
        for item in letters
        if item.starts <= last and item.ends >= first
    )
    months = one.part.months - covered
    if months <= 0:
        return []
    part = CreditPart(one.part.tier, one.part.predicate, months)
    points = conversion([part], rules).total
    is_other = part.tier.title != tier.title and standing.restarts_in_new_tier
    told = {
        "year": str(one.year),
        "predicate": f"PREDICATE:{part.predicate.name}",
        "months": str(months),
        "points": points_text(points),
        "tier": part.tier.title,
    }
    code = "CRS-YEAR-OTHER-TIER" if is_other else "CRS-YEAR-PART" if covered else "CRS-YEAR"
    return [CountedPoints(CreditKind.CONVERSION, points, not is_other, Reason(code, rules.source, told), first)]


def _place(one: ConvertedYear) -> tuple[int, int]:
    return one.year, one.part.first_month


def _yearly(tier: CreditTier, predicate: Predicate, rules: CreditRules) -> Decimal:
    return conversion([CreditPart(tier, predicate, MONTHS)], rules).total


def _next_grade(grades: tuple[str, ...], place: int, above: str, standing: CreditStandingRules) -> str:
    if place + 1 < len(grades):
        return grades[place + 1]
    return standing.tiers[above].grades[0] if above else ""


def _shortfall(goal: str, needed: Decimal, total: Decimal, yearly: Decimal | None) -> Shortfall:
    missing = max(Decimal(0), needed - total)
    months = 0 if not missing else None
    if missing and yearly:
        months = int((missing * MONTHS / yearly).to_integral_value(ROUND_CEILING))
    return Shortfall(goal, needed, missing, max(Decimal(0), total - needed), months)


def _told(code: str, found: Shortfall, standing: CreditStandingRules) -> Reason:
    told = {"goal": found.goal, "needed": points_text(found.needed), "missing": points_text(found.missing)}
    if not found.missing:
        return Reason(f"{code}-REACHED", standing.source, {**told, "surplus": points_text(found.surplus)})
    if found.months is None:
        return Reason(f"{code}-OPEN", standing.source, told)
    years, months = time_text(found.months)
    return Reason(code, standing.source, {**told, "years": years, "months": months})

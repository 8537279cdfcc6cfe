"""The budget of a unit month by month: what it may spend, what it did spend, and how much of it that is.

What was absorbed by a month counts from January: spending plans are met over the year, and a unit that pays in March
what was planned for February has absorbed both. The figure stands beside the indicators and counts in performance pay.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from meritdesk.core.periods import Period, PeriodKind

HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class BudgetMonth:
    """One month of one unit in rupiah: ``ceiling`` is what it may spend in that month by its cash plan."""

    unit_id: str
    period: Period
    ceiling: Decimal
    realised: Decimal
    note: str = ""


@dataclass(frozen=True, slots=True)
class Absorbed:
    """What a unit spent of what it might from January to a month, over ``months`` months.

    ``percent`` has two decimals; it is none where nothing might be spent.
    """

    unit_id: str
    ceiling: Decimal
    realised: Decimal
    months: int

    @property
    def percent(self) -> Decimal | None:
        """The share that was spent, in per cent."""
        if self.ceiling <= 0:
            return None
        return (self.realised / self.ceiling * HUNDRED).quantize(Decimal("0.01"), ROUND_HALF_UP)


def absorbed_by(months: Iterable[BudgetMonth], period: Period) -> Mapping[str, Absorbed]:
    """What each unit absorbed from January to the end of a period; units without a month in it are left out."""
    found: dict[str, Absorbed] = {}
    for month in months:
        if month.period.year != period.year or month.period.last_day > period.last_day:
            continue
        before = found.get(month.unit_id, Absorbed(month.unit_id, Decimal(0), Decimal(0), 0))
        found[month.unit_id] = Absorbed(
            month.unit_id, before.ceiling + month.ceiling, before.realised + month.realised, before.months + 1
        )
    return found


def of_branches(absorbed: Mapping[str, Absorbed], parents: Mapping[str, str]) -> Mapping[str, Absorbed]:
    """The same with what units below come to, for every unit that has no months of its own.

    ``parents`` gives each unit the one above it. A unit with months of its own speaks for its whole branch.
    """
    below: dict[str, list[str]] = {}
    for unit_id, parent_id in parents.items():
        below.setdefault(parent_id, []).append(unit_id)
    found = dict(absorbed)

    def total(unit_id: str, seen: frozenset[str]) -> Absorbed | None:
        if unit_id in found or unit_id in seen:
            return found.get(unit_id)
        parts = [part for child in below.get(unit_id, ()) if (part := total(child, seen | {unit_id})) is not None]
        if not parts:
            return None
        found[unit_id] = Absorbed(
            unit_id,
            sum((part.ceiling for part in parts), Decimal(0)),
            sum((part.realised for part in parts), Decimal(0)),
            max(part.months for part in parts),
        )
        return found[unit_id]

    for unit_id in parents:
        total(unit_id, frozenset())
    return found


def months_of(year: int) -> tuple[Period, ...]:
    """The twelve months of a year."""
    return tuple(Period(year, PeriodKind.MONTH, index) for index in range(1, 13))

"""Which months of a year bring credit points, in which tier and by which predicate, for somebody who moved in it.

A month counts once, when every day of it was served under a plan; it counts in the post that was held then, with that
post's coefficient. What the law leaves open (a month shared by two tiers, the predicate of the tier before) stands in
the pack of credit moves.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from meritdesk.core.career import day_after, day_before, short_day
from meritdesk.core.credit_rules import CreditMoveRules, CreditTier, SharedMonth
from meritdesk.core.evaluation import Predicate, Reason
from meritdesk.core.scoring.credit import MONTHS, CreditPart

DaySpan = tuple[date, date]
"""A first and a last day, both included."""


@dataclass(frozen=True, slots=True)
class HeldPost:
    """A post and the days on which it was held; ``tier`` is nothing where it is no functional post with a tier."""

    first: date
    last: date
    post: str
    tier: CreditTier | None


@dataclass(frozen=True, slots=True)
class JudgedSpan:
    """A closed evaluation of a part of the year: its days, the tier of the post in it, and its predicate."""

    first: date
    last: date
    tier: CreditTier
    predicate: Predicate


@dataclass(frozen=True, slots=True)
class CreditMonths:
    """The months of a year as they are converted, in their order, and what was left out and why."""

    parts: tuple[CreditPart, ...]
    left_out: tuple[Reason, ...] = ()

    @property
    def months(self) -> int:
        """How many months of the year count."""
        return sum(part.months for part in self.parts)


def held_posts(spells: Sequence[HeldPost], year: int) -> tuple[HeldPost, ...]:
    """The posts of a year without gaps or overlaps: of two the later one holds, days that none covers have no name."""
    found: list[HeldPost] = []
    day, last = date(year, 1, 1), date(year, 12, 31)
    while day <= last:
        holding = [one for one in spells if one.first <= day <= one.last]
        later = [one.first for one in spells if one.first > day]
        if holding:
            best = max(holding, key=lambda one: one.first)
            until = min([best.last, last, *(day_before(first) for first in later)])
            found.append(HeldPost(day, until, best.post, best.tier))
        else:
            until = min([last, *(day_before(first) for first in later)])
            found.append(HeldPost(day, until, "", None))
        day = day_after(until)
    return tuple(found)


def credit_months(
    year: int,
    served: Sequence[DaySpan],
    posts: Sequence[HeldPost],
    judged: Sequence[JudgedSpan],
    predicate: Predicate,
    rules: CreditMoveRules,
) -> CreditMonths:
    """The months that count; ``posts`` cover the year, ``predicate`` is that of the year (R-69).

    The tier held last goes by the predicate of the year. A tier before it goes by the shortest evaluation that was
    closed in that tier and covers the month, where the pack says so and there is one.
    """
    tiers = {month: _tier_of(year, month, served, posts, rules) for month in range(1, MONTHS + 1)}
    counted = {month: tier for month, tier in tiers.items() if tier is not None}
    last = counted[max(counted)] if counted else None
    by_month = {
        month: (tier, predicate if tier == last else _earlier(year, month, tier, judged, predicate, rules))
        for month, tier in counted.items()
    }
    runs = [list(run) for _, run in groupby(by_month, key=lambda month: (_gapless(by_month, month), by_month[month]))]
    parts = tuple(
        CreditPart(*by_month[run[0]], len(run), run[0], tells_span=len(runs) > 1) for run in runs
    )  # fmt: skip
    return CreditMonths(parts, tuple(_left_out(year, served, posts, rules)))


def _tier_of(
    year: int, month: int, served: Sequence[DaySpan], posts: Sequence[HeldPost], rules: CreditMoveRules
) -> CreditTier | None:
    """The tier in which a month counts; nothing when a day of it was not served or was in no tier."""
    first, last = _days(year, month)
    day = first
    for starts, ends in sorted(served):
        if starts <= day <= ends:
            day = day_after(ends)
    if day <= last:
        return None
    days: list[tuple[CreditTier, int]] = []
    for one in posts:
        start, end = max(one.first, first), min(one.last, last)
        if start > end:
            continue
        if one.tier is None:
            return None
        days.append((one.tier, (end - start).days + 1))
    return _of_shared(days, rules.shared_month)


def _of_shared(days: Sequence[tuple[CreditTier, int]], rule: SharedMonth) -> CreditTier | None:
    if len({tier for tier, _ in days}) == 1:
        return days[0][0]
    if rule is SharedMonth.NONE or not days:
        return None
    if rule is SharedMonth.LATER:
        return days[-1][0]
    if rule is SharedMonth.EARLIER:
        return days[0][0]
    sums: dict[CreditTier, int] = {}
    for tier, count in reversed(days):  # of two with the same number of days the later one
        sums[tier] = sums.get(tier, 0) + count
    return max(sums, key=lambda tier: sums[tier])


def _earlier(
    year: int,
    month: int,
    tier: CreditTier,
    judged: Iterable[JudgedSpan],
    predicate: Predicate,
    rules: CreditMoveRules,
) -> Predicate:
    first, last = _days(year, month)
    own = [one for one in judged if one.tier == tier and one.first <= first and last <= one.last]
    if not own or not rules.earlier_tier_by_own_period:
        return predicate
    return min(own, key=lambda one: one.last - one.first).predicate


def _gapless(by_month: dict[int, tuple[CreditTier, Predicate]], month: int) -> int:
    """The first month of the stretch without a gap in which a month lies."""
    while month - 1 in by_month:
        month -= 1
    return month


def _left_out(
    year: int, served: Sequence[DaySpan], posts: Sequence[HeldPost], rules: CreditMoveRules
) -> Iterator[Reason]:
    """The served days in no tier: a post without one, or one that the register does not know."""
    for one in posts:
        if one.tier is not None or not any(starts <= one.last and one.first <= ends for starts, ends in served):
            continue
        told = {"first": short_day(one.first), "last": short_day(one.last), "post": one.post or "-"}
        yield Reason("CRD-NO-TIER" if one.post else "CRD-NO-POST", rules.source, told)


def _days(year: int, month: int) -> DaySpan:
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])

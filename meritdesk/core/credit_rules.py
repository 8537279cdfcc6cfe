"""What a credit-points pack says: percent of each predicate, and for each tier of a functional post its coefficient."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from meritdesk.core.evaluation import Predicate


@dataclass(frozen=True, slots=True)
class CreditTier:
    """One tier (jenjang): its yearly coefficient, and the points for the next rank and, where there is one, tier."""

    title: str
    coefficient: Decimal
    next_rank: Decimal
    next_tier: Decimal | None = None


@dataclass(frozen=True, slots=True)
class CreditRules:
    """PermenPANRB 1/2023 (Art. 37) as figures; ``decimals`` is how far points are written."""

    percent: Mapping[Predicate, Decimal]
    tiers: tuple[CreditTier, ...]
    decimals: int
    source: str

    def tier_of(self, position: str) -> CreditTier | None:
        """The tier that stands at the end of the name of a functional post; ``Perawat Ahli Muda`` is Ahli Muda."""
        name = " ".join(position.casefold().split())
        found = [tier for tier in self.tiers if f" {name}".endswith(f" {tier.title.casefold()}")]
        return found[0] if found else None


class SharedMonth(StrEnum):
    """To which tier a month goes in which somebody changed from one to another; the law does not say."""

    LONGER = "LONGER"  # the one with more days, of two equal ones the later
    LATER = "LATER"
    EARLIER = "EARLIER"
    NONE = "NONE"


@dataclass(frozen=True, slots=True)
class CreditMoveRules:
    """How the months of a year are divided among the tiers of somebody who moved in it.

    ``earlier_tier_by_own_period``: the months of the tier before go by the periodic evaluation closed in that tier,
    where there is one; otherwise, and for the tier held last, by the predicate of the year.
    """

    shared_month: SharedMonth
    earlier_tier_by_own_period: bool
    source: str


@dataclass(frozen=True, slots=True)
class TierGrades:
    """One tier: the grades in it from the lowest on, and the tier above it (empty for none)."""

    title: str
    grades: tuple[str, ...]
    next: str = ""


@dataclass(frozen=True, slots=True)
class CreditStandingRules:
    """Which grades a tier has, and whether points start anew in the next one."""

    tiers: Mapping[str, TierGrades]
    restarts_in_new_tier: bool
    source: str

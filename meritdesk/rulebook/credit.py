"""How the packs of credit points and of moves are read and checked; a false body is a ``ValueError``."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated

import msgspec

from meritdesk.core.credit_rules import CreditMoveRules, CreditRules, CreditTier, SharedMonth
from meritdesk.core.evaluation import Predicate
from meritdesk.core.rules import PackKind
from meritdesk.rulebook.bodies import Decoder, Strict, Text, complete


class _Tier(Strict, frozen=True):
    title: Text
    coefficient: Text
    next_rank: Text
    next_tier: Text | None


class _Credit(Strict, frozen=True):
    decimals: Annotated[int, msgspec.Meta(ge=2, le=4)]
    percent: dict[Predicate, Text]
    tiers: Annotated[list[_Tier], msgspec.Meta(min_length=1)]


def _credit(raw: msgspec.Raw, source: str) -> CreditRules:
    stated = msgspec.json.decode(raw, type=_Credit)
    percent = {label: Decimal(value) for label, value in complete(Predicate, stated.percent).items()}
    ordered = [percent[label] for label in Predicate]
    if ordered != sorted(ordered, reverse=True) or ordered[-1] <= 0:
        raise ValueError("a better predicate must not bring less")
    tiers = tuple(
        CreditTier(
            one.title,
            Decimal(one.coefficient),
            Decimal(one.next_rank),
            Decimal(one.next_tier) if one.next_tier is not None else None,
        )
        for one in stated.tiers
    )
    if len({tier.title.casefold() for tier in tiers}) != len(tiers):
        raise ValueError("two tiers of one name")
    if any(tier.coefficient <= 0 or tier.next_rank <= 0 for tier in tiers):
        raise ValueError("coefficients and thresholds are above nothing")
    return CreditRules(percent, tiers, stated.decimals, source)


class _Moves(Strict, frozen=True):
    shared_month: SharedMonth
    earlier_tier_by_own_period: bool


def _moves(raw: msgspec.Raw, source: str) -> CreditMoveRules:
    stated = msgspec.json.decode(raw, type=_Moves)
    return CreditMoveRules(stated.shared_month, stated.earlier_tier_by_own_period, source)


CREDIT_DECODERS: Mapping[PackKind, Decoder] = {PackKind.CREDIT_POINTS: _credit, PackKind.CREDIT_MOVES: _moves}
"""Kind of credit pack to what reads its body."""

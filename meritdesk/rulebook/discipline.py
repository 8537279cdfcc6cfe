"""How the pack of disciplinary sanctions is read and checked; a false body is a ``ValueError``."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated

import msgspec

from meritdesk.core.discipline import DisciplineRules, SanctionKind, SanctionLevel, SanctionRule
from meritdesk.core.rules import PackKind
from meritdesk.rulebook.bodies import Decoder, Strict


class _Kind(Strict, frozen=True):
    kind: SanctionKind
    level: SanctionLevel
    months: Annotated[int, msgspec.Meta(ge=0, le=120)] = 0
    cut_percent: Decimal = Decimal(0)
    stops_pay: bool = False


class _Discipline(Strict, frozen=True):
    cut_from_next_month: bool
    appeal_suspends: bool
    kinds: list[_Kind]


def _discipline(raw: msgspec.Raw, source: str) -> DisciplineRules:
    stated = msgspec.json.decode(raw, type=_Discipline)
    kinds = {
        one.kind: SanctionRule(one.kind, one.level, one.months, one.cut_percent, one.stops_pay) for one in stated.kinds
    }
    if set(kinds) != set(SanctionKind) or len(kinds) != len(stated.kinds):
        raise ValueError("every sanction stands in the table once")
    if any(not 0 <= rule.cut_percent <= 100 for rule in kinds.values()):
        raise ValueError("a cut is a share of the pay")
    if any(rule.cut_percent and not rule.months for rule in kinds.values()):
        raise ValueError("a cut ends")
    return DisciplineRules(kinds, stated.cut_from_next_month, stated.appeal_suspends, source)


DISCIPLINE_DECODERS: Mapping[PackKind, Decoder] = {PackKind.DISCIPLINE: _discipline}
"""Kind of pack to what reads its body."""

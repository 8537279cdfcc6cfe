"""How the pack of the indicators' lights is read and checked; a false body is a ``ValueError``."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import msgspec

from meritdesk.core.cascade import CascadeMethod, RollUp
from meritdesk.core.rules import PackKind
from meritdesk.core.scoring.kpi import KpiRules
from meritdesk.rulebook.bodies import Decoder, Strict


class _Kpi(Strict, frozen=True):
    green_least: str
    amber_least: str
    roll_up: dict[CascadeMethod, RollUp]
    mean_units: list[str]


def _kpi(raw: msgspec.Raw, source: str) -> KpiRules:
    stated = msgspec.json.decode(raw, type=_Kpi)
    green, amber = Decimal(stated.green_least), Decimal(stated.amber_least)
    if not 0 < amber < green:
        raise ValueError("amber begins above nought and below green")
    if set(stated.roll_up) != set(CascadeMethod):
        raise ValueError("every way of handing down says how its figures add up")
    units = frozenset(" ".join(unit.casefold().split()) for unit in stated.mean_units)
    return KpiRules(green, amber, stated.roll_up, units, source)


KPI_DECODERS: Mapping[PackKind, Decoder] = {PackKind.KPI: _kpi}
"""Kind of pack to what reads its body."""

"""How the pack of the region's questions is read and checked; a false body is a ``ValueError``."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated

import msgspec

from meritdesk.core.region_spread import OutlierRule
from meritdesk.core.rules import PackKind
from meritdesk.rulebook.bodies import Decoder, Strict


class _Outliers(Strict, frozen=True):
    smallest_group: Annotated[int, msgspec.Meta(ge=2)]
    least_distance: str
    uniform_below: str


def _outliers(raw: msgspec.Raw, source: str) -> OutlierRule:
    stated = msgspec.json.decode(raw, type=_Outliers)
    least, below = Decimal(stated.least_distance), Decimal(stated.uniform_below)
    if not (0 < least <= 1 and 0 < below <= 1):
        raise ValueError("a share lies between nothing and everybody")
    return OutlierRule(stated.smallest_group, least, below, source)


REGION_DECODERS: Mapping[PackKind, Decoder] = {PackKind.REGION_OUTLIERS: _outliers}
"""Kind of pack to what reads its body."""

"""How the pack of what follows from an appraisal is read and checked; a false body is a ``ValueError``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

import msgspec

from meritdesk.core.evaluation import Predicate
from meritdesk.core.follow_up import FollowUpRules
from meritdesk.core.guidance import GuidanceKind
from meritdesk.core.rules import PackKind
from meritdesk.rulebook.bodies import Decoder, Strict


class _FollowUp(Strict, frozen=True):
    guidance_for: Annotated[list[Predicate], msgspec.Meta(min_length=1)]
    is_guidance: Annotated[list[GuidanceKind], msgspec.Meta(min_length=1)]


def _follow_up(raw: msgspec.Raw, source: str) -> FollowUpRules:
    stated = msgspec.json.decode(raw, type=_FollowUp)
    wanted = frozenset(stated.guidance_for)
    order = list(Predicate)
    if wanted != frozenset(order[min(map(order.index, wanted)) :]):
        raise ValueError("whoever has a worse predicate is not left out")
    return FollowUpRules(wanted, frozenset(stated.is_guidance), source)


FOLLOW_UP_DECODERS: Mapping[PackKind, Decoder] = {PackKind.FOLLOW_UP: _follow_up}
"""Kind of pack to what reads its body."""

"""How the questions of 360 views and culture pulses are read and checked; a false body is a ``ValueError``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

import msgspec

from meritdesk.core.rules import PackKind
from meritdesk.core.survey import ItemGroup, SurveyItem, SurveyKind, SurveyRules
from meritdesk.rulebook.bodies import Decoder, Strict, Text


class _Item(Strict, frozen=True):
    item_id: Annotated[str, msgspec.Meta(pattern=r"^[A-Z][A-Z0-9]{0,7}$")]
    group: ItemGroup
    text: Text
    english: Text


class _Survey(Strict, frozen=True):
    scale: Annotated[list[Text], msgspec.Meta(min_length=2, max_length=10)]
    peers: Annotated[int, msgspec.Meta(ge=0, le=20)]
    subordinates: Annotated[int, msgspec.Meta(ge=0, le=20)]
    minimum: Annotated[int, msgspec.Meta(ge=2, le=20)]
    review: Annotated[list[_Item], msgspec.Meta(min_length=1, max_length=40)]
    pulse: Annotated[list[_Item], msgspec.Meta(min_length=1, max_length=40)]


def _survey(raw: msgspec.Raw, source: str) -> SurveyRules:
    stated = msgspec.json.decode(raw, type=_Survey)
    items = {}
    for kind, some in ((SurveyKind.REVIEW, stated.review), (SurveyKind.PULSE, stated.pulse)):
        if len({one.item_id for one in some}) != len(some):
            raise ValueError("every question stands on a sheet once")
        items[kind] = tuple(SurveyItem(one.item_id, one.group, one.text, one.english) for one in some)
    return SurveyRules(items, tuple(stated.scale), stated.peers, stated.subordinates, stated.minimum, source)


SURVEY_DECODERS: Mapping[PackKind, Decoder] = {PackKind.SURVEY: _survey}
"""Kind of pack to what reads its body."""

"""Reads the bodies of the numeric rule packs (years before 2022) and refuses what cannot be: a gap, a weight of 1.1."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from typing import Annotated, TypeVar

import msgspec

from meritdesk.core.old_rules import (
    Band,
    EfficiencyRule,
    Numeric2021,
    NumericFinal,
    NumericPp30,
    NumericPp46,
    Point,
    Threshold,
    Weights,
)
from meritdesk.core.old_years import LineScope, OldAspect, OldCategory
from meritdesk.core.rules import PackKind
from meritdesk.rulebook.bodies import Decoder, Strict, Text

_Figure = Annotated[str, msgspec.Meta(pattern=r"^[0-9]{1,3}(\.[0-9]{1,4})?$")]
_ONE = Decimal(1)


class _Weights(Strict, frozen=True):
    skp: _Figure
    behaviour: _Figure


class _Threshold(Strict, frozen=True):
    category: OldCategory
    lowest: _Figure
    needs_new_idea: bool = False


class _Final(Strict, frozen=True):
    thresholds: list[_Threshold]
    labels: dict[OldCategory, Text]
    aspects: Annotated[dict[OldAspect, Text], msgspec.Meta(min_length=1)]
    leader_aspects: list[OldAspect]
    highest_skp: _Figure
    highest_behaviour: _Figure
    highest_score: _Figure
    quantum: _Figure


class _Efficiency(Strict, frozen=True):
    factor: _Figure
    limit_percent: _Figure
    beyond_base: _Figure


class _Count(Strict, frozen=True):
    least: Annotated[int, msgspec.Meta(ge=1)]
    points: _Figure


class _Pp46(_Final, frozen=True):
    weights: _Weights
    efficiency: _Efficiency
    additional_by_count: list[_Count]
    creation_by_scope: dict[LineScope, _Figure]


class _Pp30(_Final, frozen=True):
    weights: _Weights
    weights_with_peers: _Weights
    rater_share: _Figure
    peer_share: _Figure


class _Band(Strict, frozen=True):
    category: OldCategory
    low: _Figure
    high: _Figure | None
    score_low: _Figure
    score_high: _Figure


class _Highest(Strict, frozen=True):
    category: OldCategory
    score: _Figure


class _Point(Strict, frozen=True):
    old: _Figure
    new: _Figure


class _Numeric2021(Strict, frozen=True):
    bands: list[_Band]
    highest_target: _Highest
    achievement_quantum: _Figure
    agreement_share: _Figure
    action_plan_share: _Figure
    additional_factor: dict[OldCategory, _Figure]
    scope_weight: dict[LineScope, _Figure]
    additional_cap: _Figure
    result_score: dict[OldCategory, _Figure]
    non_direct_base: _Figure
    non_direct_part: dict[OldCategory, _Figure]
    highest_skp: _Figure
    quantum: _Figure
    conversion: list[_Point]
    integration_source: Text


_Key = TypeVar("_Key", bound=StrEnum)


def read_pp46(raw: msgspec.Raw, source: str) -> NumericPp46:
    """The body of a pack of PP 46/2011."""
    stated = msgspec.json.decode(raw, type=_Pp46)
    counts = tuple((step.least, Decimal(step.points)) for step in stated.additional_by_count)
    if [least for least, _ in counts] != sorted({least for least, _ in counts}):
        raise ValueError("additional_by_count must rise")
    efficiency = stated.efficiency
    return NumericPp46(
        final=_final(stated, source),
        weights=_weights(stated.weights),
        efficiency=EfficiencyRule(
            Decimal(efficiency.factor), Decimal(efficiency.limit_percent), Decimal(efficiency.beyond_base)
        ),
        additional_by_count=counts,
        creation_by_scope=_figures(LineScope, stated.creation_by_scope),
    )


def read_pp30(raw: msgspec.Raw, source: str) -> NumericPp30:
    """The body of a pack of PP 30/2019."""
    stated = msgspec.json.decode(raw, type=_Pp30)
    rater, peers = _whole(Decimal(stated.rater_share), Decimal(stated.peer_share), "rater_share and peer_share")
    return NumericPp30(
        final=_final(stated, source),
        weights=_weights(stated.weights),
        weights_with_peers=_weights(stated.weights_with_peers),
        rater_share=rater,
        peer_share=peers,
    )


def read_2021(raw: msgspec.Raw, source: str) -> Numeric2021:
    """The body of a pack of PermenPANRB 8/2021."""
    stated = msgspec.json.decode(raw, type=_Numeric2021)
    agreement, plans = _whole(
        Decimal(stated.agreement_share), Decimal(stated.action_plan_share), "agreement_share and action_plan_share"
    )
    return Numeric2021(
        bands=_bands(stated.bands, Decimal(stated.achievement_quantum)),
        highest_target=(stated.highest_target.category, Decimal(stated.highest_target.score)),
        achievement_quantum=Decimal(stated.achievement_quantum),
        agreement_share=agreement,
        action_plan_share=plans,
        additional_factor=_figures(OldCategory, stated.additional_factor),
        scope_weight=_figures(LineScope, stated.scope_weight),
        additional_cap=Decimal(stated.additional_cap),
        result_score=_figures(OldCategory, stated.result_score),
        non_direct_base=Decimal(stated.non_direct_base),
        non_direct_part=_figures(OldCategory, stated.non_direct_part),
        highest_skp=Decimal(stated.highest_skp),
        quantum=Decimal(stated.quantum),
        conversion=_points(stated.conversion),
        source=source,
        integration_source=stated.integration_source,
    )


def _final(stated: _Final, source: str) -> NumericFinal:
    steps = tuple(Threshold(one.category, Decimal(one.lowest), one.needs_new_idea) for one in stated.thresholds)
    if [step.category for step in steps] != list(OldCategory):
        raise ValueError("thresholds: each label once, from best to worst")
    lows = [step.lowest for step in steps]
    if lows != sorted(set(lows), reverse=True) or lows[-1] != 0 or steps[-1].needs_new_idea:
        raise ValueError("thresholds must fall to zero, so that every score has a label")
    strangers = [aspect.value for aspect in stated.leader_aspects if aspect not in stated.aspects]
    if strangers:
        raise ValueError(f"leader_aspects not among aspects: {', '.join(strangers)}")
    labels = {category: stated.labels.get(category, "") for category in OldCategory}
    if not all(labels.values()):
        raise ValueError("labels: a word for every category")
    return NumericFinal(
        thresholds=steps,
        labels=labels,
        aspects={aspect: stated.aspects[aspect] for aspect in OldAspect if aspect in stated.aspects},
        leader_aspects=frozenset(stated.leader_aspects),
        highest_skp=Decimal(stated.highest_skp),
        highest_behaviour=Decimal(stated.highest_behaviour),
        highest_score=Decimal(stated.highest_score),
        quantum=Decimal(stated.quantum),
        source=source,
    )


def _weights(stated: _Weights) -> Weights:
    skp, behaviour = _whole(Decimal(stated.skp), Decimal(stated.behaviour), "weights")
    return Weights(skp, behaviour)


def _whole(first: Decimal, second: Decimal, what: str) -> tuple[Decimal, Decimal]:
    if first + second != _ONE:
        raise ValueError(f"{what} must add up to 1")
    return first, second


def _figures(keys: type[_Key], given: Mapping[_Key, str]) -> Mapping[_Key, Decimal]:
    missing = [key.value for key in keys if key not in given]
    if missing:
        raise ValueError(f"missing {', '.join(missing)}")
    return {key: Decimal(given[key]) for key in keys}


def _bands(stated: Sequence[_Band], quantum: Decimal) -> tuple[Band, ...]:
    bands = tuple(
        Band(
            one.category,
            Decimal(one.low),
            None if one.high is None else Decimal(one.high),
            Decimal(one.score_low),
            Decimal(one.score_high),
        )
        for one in stated
    )
    due: Decimal | None = Decimal(0)
    score = Decimal(0)
    for band in bands:
        if due is None or band.low != due:
            raise ValueError(f"bands leave a gap or overlap at {band.low}")
        if not score <= band.score_low <= band.score_high:
            raise ValueError(f"the score falls at {band.low}")
        due, score = (None if band.high is None else band.high + quantum), band.score_high
    if due is not None:
        raise ValueError("the last band must have no end")
    return bands


def _points(stated: Sequence[_Point]) -> tuple[Point, ...]:
    points = tuple(Point(Decimal(one.old), Decimal(one.new)) for one in stated)
    for left, right in pairwise(points):
        if right.old <= left.old or right.new < left.new:
            raise ValueError("conversion must rise")
    if len(points) < 2:
        raise ValueError("conversion needs at least two corners")
    return points


NUMERIC_DECODERS: Mapping[PackKind, Decoder] = {
    PackKind.NUMERIC_PP46: read_pp46,
    PackKind.NUMERIC_PP30: read_pp30,
    PackKind.NUMERIC_2021: read_2021,
}
"""What reads the bodies of the packs for the years before 2022."""

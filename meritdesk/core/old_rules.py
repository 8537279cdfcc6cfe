"""The bodies of the numeric rule packs: PP 46/2011, PP 30/2019 and PermenPANRB 8/2021 as dated data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from meritdesk.core.evaluation import PackRef
from meritdesk.core.old_years import LineScope, OldAspect, OldCategory, OldScheme


@dataclass(frozen=True, slots=True)
class Threshold:
    """A label and the lowest score that carries it; ``needs_new_idea`` where the score alone is not enough."""

    category: OldCategory
    lowest: Decimal
    needs_new_idea: bool = False


@dataclass(frozen=True, slots=True)
class Weights:
    """How SKP and behaviour are mixed; the two add up to one."""

    skp: Decimal
    behaviour: Decimal


@dataclass(frozen=True, slots=True)
class NumericFinal:
    """What every numeric rule has: the mix, the labels from best to worst without a gap, the aspects, the rounding."""

    thresholds: tuple[Threshold, ...]
    labels: Mapping[OldCategory, str]
    aspects: Mapping[OldAspect, str]
    leader_aspects: frozenset[OldAspect]
    highest_skp: Decimal
    highest_behaviour: Decimal
    highest_score: Decimal
    quantum: Decimal
    source: str

    def rounded(self, value: Decimal) -> Decimal:
        """A figure as it is printed and as it is used from there on: half up, to the pack's last place."""
        return value.quantize(self.quantum, ROUND_HALF_UP)

    def category(self, score: Decimal, has_new_idea: bool) -> OldCategory:
        """The label of a score; the first threshold from above that it reaches."""
        for step in self.thresholds:
            if score >= step.lowest and (has_new_idea or not step.needs_new_idea):
                return step.category
        raise ValueError(f"no label for {score}")  # the loader sees to a last threshold of zero


@dataclass(frozen=True, slots=True)
class EfficiencyRule:
    """How PP 46/2011 scores time and cost: saving up to a limit counts as better, more than that as worse."""

    factor: Decimal
    limit_percent: Decimal
    beyond_base: Decimal


@dataclass(frozen=True, slots=True)
class NumericPp46:
    """PP 46/2011: activities with up to four aspects, additional work by count, creations by reach."""

    final: NumericFinal
    weights: Weights
    efficiency: EfficiencyRule
    additional_by_count: tuple[tuple[int, Decimal], ...]
    creation_by_scope: Mapping[LineScope, Decimal]


@dataclass(frozen=True, slots=True)
class NumericPp30:
    """PP 30/2019 Art. 41: the mix without and with the survey among peers, and how their score joins the rater's."""

    final: NumericFinal
    weights: Weights
    weights_with_peers: Weights
    rater_share: Decimal
    peer_share: Decimal


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of whole percents of achievement with its label and the scores at both ends; no ``high``: no end."""

    category: OldCategory
    low: Decimal
    high: Decimal | None
    score_low: Decimal
    score_high: Decimal

    def holds(self, achievement: Decimal) -> bool:
        """Whether an achievement in whole percent lies in this band."""
        return self.low <= achievement and (self.high is None or achievement <= self.high)


@dataclass(frozen=True, slots=True)
class Point:
    """One corner of the line that turns a score of PP 46/2011 into one on the scale of PP 30/2019."""

    old: Decimal
    new: Decimal


@dataclass(frozen=True, slots=True)
class Numeric2021:
    """PermenPANRB 8/2021: achievement to score, results of three aspects, additional work, and the year 2021 as one."""

    bands: tuple[Band, ...]
    highest_target: tuple[OldCategory, Decimal]
    achievement_quantum: Decimal
    agreement_share: Decimal
    action_plan_share: Decimal
    additional_factor: Mapping[OldCategory, Decimal]
    scope_weight: Mapping[LineScope, Decimal]
    additional_cap: Decimal
    result_score: Mapping[OldCategory, Decimal]
    non_direct_base: Decimal
    non_direct_part: Mapping[OldCategory, Decimal]
    highest_skp: Decimal
    quantum: Decimal
    conversion: tuple[Point, ...]
    source: str
    integration_source: str

    def rounded(self, value: Decimal) -> Decimal:
        """A figure as it is printed and as it is used from there on."""
        return value.quantize(self.quantum, ROUND_HALF_UP)

    def band(self, achievement: Decimal) -> Band:
        """The band of an achievement in whole percent."""
        return next(band for band in self.bands if band.holds(achievement))


@dataclass(frozen=True, slots=True)
class OldRules:
    """The numeric packs in force for a part of an old year, and what a result keeps of them."""

    refs: Mapping[OldScheme, PackRef]
    pp46: NumericPp46 | None = None
    pp30: NumericPp30 | None = None
    pan8: Numeric2021 | None = None

    def allows(self, scheme: OldScheme) -> bool:
        """Whether a part may be calculated by a scheme: its own pack is in force, and 8/2021 needs PP 30 beside it."""
        if scheme is OldScheme.PAN8:
            return self.pan8 is not None and self.pp30 is not None
        return (self.pp46 if scheme is OldScheme.PP46 else self.pp30) is not None

    def refs_of(self, scheme: OldScheme) -> tuple[PackRef, ...]:
        """The packs that make a result by a scheme."""
        needed = (OldScheme.PAN8, OldScheme.PP30) if scheme is OldScheme.PAN8 else (scheme,)
        return tuple(self.refs[one] for one in needed)

    def final(self, scheme: OldScheme) -> NumericFinal:
        """Labels, aspects and rounding of a scheme; 8/2021 ends in the labels of PP 30/2019."""
        pack = self.pp46 if scheme is OldScheme.PP46 else self.pp30
        assert pack is not None, f"{scheme} is not in force"
        return pack.final

"""One indicator and one result by the numbers of PermenPANRB 8/2021: achievement, label, score (other-rules 2.2)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from meritdesk.core.old_rules import Numeric2021
from meritdesk.core.old_years import OldCategory
from meritdesk.core.plan import Direction

_HUNDRED = Decimal(100)


def achievement(actual: Decimal, low: Decimal, high: Decimal, direction: Direction) -> Decimal:
    """``capaian IKI`` in percent, not yet rounded; never below zero.

    Inside the target range it is 100; below the range its lower end is the target, above it its upper end.
    ``Direction.LESS`` is the law's condition ``khusus``: less is better. The target must be above zero
    (``ValueError``), since nothing can be a share of zero.
    """
    if low <= 0 or high < low:
        raise ValueError(f"no target: {low} to {high}")
    if low <= actual <= high:
        return _HUNDRED
    target = high if actual > high else low
    share = actual / target
    percent = (share if direction is Direction.MORE else 2 - share) * _HUNDRED
    return max(percent, Decimal(0))


def whole_percent(percent: Decimal, rules: Numeric2021) -> Decimal:
    """The achievement as it is banded: whole percents, half up, like the published 97,89 that counts as 98."""
    return percent.quantize(rules.achievement_quantum, ROUND_HALF_UP)


def indicator_score(
    percent: Decimal, rules: Numeric2021, is_highest_target: bool = False
) -> tuple[OldCategory, Decimal]:
    """Label and score of an achievement in whole percent; the highest possible target, met exactly, counts as above."""
    if is_highest_target and percent == _HUNDRED:
        return rules.highest_target
    band = rules.band(percent)
    if band.high is None or band.high == band.low:
        return band.category, rules.rounded(band.score_low)
    slope = (band.score_high - band.score_low) / (band.high - band.low)
    return band.category, rules.rounded(band.score_low + slope * (percent - band.low))


def result_category(aspects: Sequence[OldCategory]) -> OldCategory:
    """The label of a JA/JF result from those of its aspects, read from the worst downwards (other-rules 2.4).

    With a single aspect the result carries that aspect's label.
    """
    if not aspects:
        raise ValueError("a result without aspects has no label")
    if len(aspects) == 1:
        return aspects[0]
    counts = Counter(aspects)
    if counts[OldCategory.VERY_POOR] >= 2:
        return OldCategory.VERY_POOR
    if counts[OldCategory.VERY_POOR] or counts[OldCategory.POOR] >= 2:
        return OldCategory.POOR
    if counts[OldCategory.POOR] or counts[OldCategory.FAIR] >= 2:
        return OldCategory.FAIR
    if not counts[OldCategory.FAIR] and counts[OldCategory.VERY_GOOD] > counts[OldCategory.GOOD]:
        return OldCategory.VERY_GOOD
    return OldCategory.GOOD

"""Nice axes: steps of 1, 2 or 5 and their tens, from zero or from just below the least value."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scale:
    """The ends of an axis and its ticks."""

    low: float
    high: float
    step: float

    @property
    def ticks(self) -> tuple[float, ...]:
        """The values at which a line is drawn."""
        count = math.floor((self.high - self.low) / self.step + 1e-9)
        return tuple(self.low + place * self.step for place in range(count + 1))

    @property
    def decimals(self) -> int:
        """How many decimals the ticks need to be told apart."""
        return 0 if self.step >= 1 else 1 if self.step >= 0.1 else 2

    def share(self, value: float) -> float:
        """Where a value lies between the ends, 0 to 1."""
        return (value - self.low) / (self.high - self.low) if self.high > self.low else 0.0


def nice_scale(most: float, wanted_ticks: int = 4, *, whole: bool = False) -> Scale:
    """An axis from zero that holds a value; ``whole`` counts things of which there are no halves."""
    if most <= 0:
        return Scale(0, 1, 1)
    rough = most / max(wanted_ticks, 1)
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(factor * power for factor in (1, 2, 5, 10) if factor * power >= rough - 1e-12)
    if whole:
        step = max(step, 1.0)
    return Scale(0, math.ceil(most / step - 1e-9) * step, step)

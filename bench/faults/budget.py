"""How long a part of the fault bench may go on: to its full count when it runs alone, for its share in ``make faults``.

``make faults`` says the share in ``MERITDESK_FAULTS_SECONDS``. A part that has spent it ends in good order, says how
much it tried, and ``table.keep`` sees to it that this never hides a fuller run.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

VARIABLE = "MERITDESK_FAULTS_SECONDS"
_GOLDEN = 0.6180339887498949
_BEGAN = time.monotonic()


class Budget:
    """Seconds that may still be spent; without a number there is no end to them."""

    def __init__(self, until: float | None) -> None:
        self.until = until

    @property
    def is_bounded(self) -> bool:
        """Whether it ends at all."""
        return self.until is not None

    @property
    def is_spent(self) -> bool:
        """Whether no further round may begin."""
        return self.until is not None and time.monotonic() >= self.until

    def share(self, of: float) -> Budget:
        """One of so many equal parts of what is left, from now."""
        if self.until is None:
            return self
        now = time.monotonic()
        return Budget(now + max(0.0, self.until - now) / max(1.0, of))

    def rounds(self, many: int) -> Iterator[int]:
        """Numbers below ``many`` until it is spent: all in their order, or spread over the whole when it may not last.

        At least one is always given, so that no fault goes without a try.
        """
        for place, number in enumerate(spread(many) if self.is_bounded else range(many)):
            if place and self.is_spent:
                return
            yield number


def spread(many: int) -> list[int]:
    """The numbers below ``many`` in an order of which every beginning lies evenly over the whole."""
    return sorted(range(many), key=lambda number: (number * _GOLDEN) % 1)


def of_part() -> Budget:
    """What this part may spend, counted from the moment at which it was loaded."""
    said = os.environ.get(VARIABLE, "")
    return Budget(_BEGAN + float(said)) if said else Budget(None)

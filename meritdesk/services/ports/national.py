"""What the national hand-over needs: a memory of what was handed over, and a writer of its files."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from meritdesk.core.national import NationalMemory
from meritdesk.core.periods import Period


class National(Protocol):
    """What was written for the national system and what really stands there, by person and period."""

    def next_number(self, year: int) -> int:
        """A fresh number for a writing; numbers may be lost, never repeated."""
        ...

    def of_period(self, period: Period) -> tuple[NationalMemory, ...]: ...
    def of_batch(self, batch: str) -> tuple[NationalMemory, ...]: ...
    def save(self, found: Sequence[NationalMemory]) -> None: ...

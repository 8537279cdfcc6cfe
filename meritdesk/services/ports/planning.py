"""What planning keeps: the plans."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from meritdesk.core.plan import PerformancePlan


class Plans(Protocol):
    """The plans (SKP), whole with results, indicators, expectations and annexes."""

    def of_year(self, year: int, person_ids: Sequence[str] | None = None) -> tuple[PerformancePlan, ...]: ...
    def save(self, plans: Sequence[PerformancePlan]) -> None: ...

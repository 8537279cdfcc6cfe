"""What execution keeps: the actuals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from meritdesk.core.evaluation import Actual
from meritdesk.core.periods import Period


class Actuals(Protocol):
    """What was achieved, by indicator."""

    def of_period(self, period: Period, person_ids: Sequence[str] | None = None) -> Mapping[str, Actual]: ...
    def save(self, actuals: Sequence[Actual]) -> None: ...

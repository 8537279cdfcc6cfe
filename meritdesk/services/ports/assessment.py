"""What assessment keeps: organisation levels and evaluations."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from meritdesk.core.evaluation import Evaluation, OrganisationLevel
from meritdesk.core.lines import RaterLine, RatingLine, RatingQuery
from meritdesk.core.periods import Period


class Levels(Protocol):
    """Organisation levels by unit and period."""

    def all(self) -> tuple[OrganisationLevel, ...]: ...
    def save(self, levels: Sequence[OrganisationLevel]) -> None: ...


class Evaluations(Protocol):
    """Ratings and closed evaluations."""

    def of_period(self, period: Period, person_ids: Sequence[str] | None = None) -> tuple[Evaluation, ...]: ...
    def lines(self, query: RatingQuery) -> tuple[RatingLine, ...]: ...
    def raters(self, period: Period) -> tuple[RaterLine, ...]: ...
    def save(self, evaluations: Sequence[Evaluation]) -> None: ...

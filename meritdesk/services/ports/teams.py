"""What the teams room keeps: the problems with everybody and everything in them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from meritdesk.core.problems import Problem


class Problems(Protocol):
    """The register of problems; a problem is read and written whole."""

    def opened_between(self, first: date, last: date) -> tuple[Problem, ...]:
        """The problems opened in a span of days, and those opened before it that were not over when it began."""
        ...

    def by_number(self, number: str) -> Problem | None: ...
    def reserve(self, year: int) -> int:
        """The next serial number of a year; a number may be lost, never repeated."""
        ...

    def save(self, problems: Sequence[Problem]) -> None: ...

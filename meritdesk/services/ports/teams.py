"""What the teams room keeps: the problems with everybody and everything in them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from meritdesk.core.problems import Problem
from meritdesk.core.team_word import TeamWords
from meritdesk.core.team_work import GuestFeedback, TeamAbroad


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
    def by_ids(self, problem_ids: Sequence[str]) -> tuple[Problem, ...]: ...
    def words_for(self, agency_code: str) -> TeamWords:
        """At the region: what is to be passed on to an agency about teams across agencies."""
        ...

    def guest_feedback(self, problem_ids: Sequence[str]) -> tuple[GuestFeedback, ...]: ...
    def save_guest_feedback(self, said: Sequence[GuestFeedback]) -> None: ...
    def abroad(self, person_ids: Sequence[str] | None = None) -> tuple[TeamAbroad, ...]: ...
    def save_abroad(self, teams: Sequence[TeamAbroad]) -> None: ...

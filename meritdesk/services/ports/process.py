"""What the clocks keep: the days of the papers, the register of objections, and the office's own holidays."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol

from meritdesk.core.deadlines import ProcessDates
from meritdesk.core.objection import Objection
from meritdesk.core.periods import Period
from meritdesk.core.working_days import Holiday


class Processes(Protocol):
    """When each evaluation document was signed, handed over, received, returned and reported."""

    def of_evaluations(self, evaluation_ids: Iterable[str]) -> tuple[ProcessDates, ...]: ...
    def of_period(self, period: Period) -> tuple[ProcessDates, ...]: ...
    def save(self, processes: Sequence[ProcessDates]) -> None: ...


class Objections(Protocol):
    """The register of objections."""

    def all(self) -> tuple[Objection, ...]: ...
    def of_evaluations(self, evaluation_ids: Iterable[str]) -> tuple[Objection, ...]: ...
    def of_period(self, period: Period) -> tuple[Objection, ...]: ...
    def by_number(self, register_number: str) -> Objection | None: ...
    def reserve(self, year: int) -> int:
        """The next serial number of a year; a number may be lost, never repeated."""
        ...

    def save(self, objections: Sequence[Objection]) -> None: ...


class Holidays(Protocol):
    """The days that this office has added to the published table, changed, or works on all the same."""

    def all(self) -> tuple[Holiday, ...]: ...
    def save(self, holidays: Sequence[Holiday]) -> None: ...
    def remove(self, days: Iterable[date]) -> None: ...

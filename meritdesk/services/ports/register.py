"""What the register keeps: units, people, and who rates whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from meritdesk.core.lines import StaffLine, StaffQuery
from meritdesk.core.people import OrgUnit, Person, ReportingLine


class Units(Protocol):
    """The units of one agency."""

    def all(self) -> tuple[OrgUnit, ...]: ...
    def save(self, units: Sequence[OrgUnit]) -> None: ...


class People(Protocol):
    """The people of one agency."""

    def all(self) -> tuple[Person, ...]: ...
    def count(self, query: StaffQuery) -> int: ...
    def lines(self, query: StaffQuery) -> tuple[StaffLine, ...]: ...
    def by_nip(self, nip: str) -> Person | None: ...
    def by_ids(self, person_ids: Sequence[str]) -> Mapping[str, Person]: ...
    def save(self, people: Sequence[Person]) -> None: ...


class Reporting(Protocol):
    """Who rates whom."""

    def all(self) -> tuple[ReportingLine, ...]: ...
    def save(self, lines: Sequence[ReportingLine]) -> None: ...

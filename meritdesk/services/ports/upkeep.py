"""What upkeep keeps: the rules set aside."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from meritdesk.core.given import ColumnMapping
from meritdesk.core.waivers import Waiver


class Waivers(Protocol):
    """The rules set aside, each for one record."""

    def all(self) -> tuple[Waiver, ...]: ...
    def of_records(self, record_ids: Sequence[str]) -> tuple[Waiver, ...]: ...
    def save(self, waivers: Sequence[Waiver]) -> None: ...


class Mappings(Protocol):
    """How clerks read files that do not use our headings; the window's memory, in no journal."""

    def all(self) -> tuple[ColumnMapping, ...]: ...
    def keep(self, mapping: ColumnMapping, by: str, at: datetime) -> None: ...
    def drop(self, name: str) -> bool: ...

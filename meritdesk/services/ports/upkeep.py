"""What upkeep keeps: the rules set aside."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from meritdesk.core.waivers import Waiver


class Waivers(Protocol):
    """The rules set aside, each for one record."""

    def all(self) -> tuple[Waiver, ...]: ...
    def of_records(self, record_ids: Sequence[str]) -> tuple[Waiver, ...]: ...
    def save(self, waivers: Sequence[Waiver]) -> None: ...

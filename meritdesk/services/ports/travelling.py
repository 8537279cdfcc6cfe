"""What travels in packages beside the nouns that are scored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from meritdesk.core.handover import Tombstone, UnknownCells
from meritdesk.core.periods import Period
from meritdesk.core.travel import Records, Travelling, TravelRecord
from meritdesk.core.travel_layouts import EXPORTED


class Travel(Protocol):
    """The tables of ``core/travel_layouts`` as flat records."""

    def read(
        self, period: Period, layouts: Sequence[Travelling] = EXPORTED, with_drafts: bool = False
    ) -> dict[str, tuple[TravelRecord, ...]]: ...
    def portions(
        self, period: Period, layouts: Sequence[Travelling], with_drafts: bool
    ) -> Iterator[tuple[str, tuple[TravelRecord, ...]]]:
        """What ``read`` answers, table by table, so many records at a time; to be gone through to the end or closed."""
        ...

    def present(self, table: str, keys: Iterable[str]) -> dict[str, TravelRecord]: ...
    def write(self, records: Records) -> None:
        """Add these records or bring them up to date; a superseded version that stands already is never touched."""
        ...

    def remove(self, table: str, keys: Iterable[str]) -> None: ...
    def tombstones(self, since: int) -> tuple[Tombstone, ...]:
        """What was removed after this change set and has not come back, with the reason the journal knows."""
        ...

    def unknown(self) -> UnknownCells: ...
    def keep_unknown(self, unknown: UnknownCells) -> None: ...

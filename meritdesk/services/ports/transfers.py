"""What is kept of people who move between agencies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from meritdesk.core.moves import Origin, Transfer
from meritdesk.core.travel import TravelRecord


class Transfers(Protocol):
    """Moves out and in, and the records that another agency made."""

    def all(self) -> tuple[Transfer, ...]: ...
    def said(self) -> tuple[tuple[str, Transfer], ...]:
        """At the region: every move with the agency that speaks of it."""
        ...

    def save(self, transfers: Sequence[Transfer]) -> None: ...
    def origins(self, places: Iterable[tuple[str, str]] | None = None) -> Mapping[tuple[str, str], Origin]: ...
    def mark(self, origins: Sequence[Origin]) -> None: ...
    def records_of(
        self, person_ids: Sequence[str], owners: Mapping[str, Sequence[str]]
    ) -> dict[str, tuple[TravelRecord, ...]]:
        """The flat records that go with these people; ``owners`` are the keys of the typed ones that go, by table."""
        ...

"""Conflicts: a field that several sides set differently, kept with every value until a person decides (exchange 7)."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

_NAMES = uuid.UUID("6f1d3c1e-7a57-5c0e-9f0b-4d4553545249")


class ConflictState(StrEnum):
    """Where a conflict stands; only a person decides, and only equal values settle it by themselves."""

    WAITING = "WAITING"
    DECIDED = "DECIDED"
    AGREED = "AGREED"


@dataclass(frozen=True, slots=True)
class Candidate:
    """One side's value as text, empty for none; ``by`` is a person or a device, ``at`` when it was set or arrived."""

    value: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """One field of one record that sides set differently since they last agreed.

    ``table`` and ``record_id`` are those of a package; ``label`` names the person or unit for the clerk. ``candidates``
    are by stream: ``OWN`` is what was keyed in here, another is the device a file came from. ``standing`` is the stream
    whose value stands until the decision; ``chosen`` the one a person chose.
    """

    conflict_id: str
    period: str
    table: str
    record_id: str
    label: str
    field: str
    base: str
    candidates: Mapping[str, Candidate]
    standing: str
    package_id: str
    noted_at: datetime
    state: ConflictState = ConflictState.WAITING
    chosen: str = ""
    decided_by: str = ""
    decided_at: datetime | None = None
    reason: str = ""

    @property
    def is_waiting(self) -> bool:
        """Whether a person still has to decide."""
        return self.state is ConflictState.WAITING


def conflict_id(table: str, record_id: str, field: str) -> str:
    """The name of a conflict: one for each field of a record, whatever arrives first and however often."""
    return str(uuid.uuid5(_NAMES, "\n".join((table, record_id, field))))


def settled(conflict: Conflict) -> Conflict:
    """The conflict after its candidates changed: all alike is agreement, else the first stream's value stands."""
    alike = len({candidate.value for candidate in conflict.candidates.values()}) == 1
    state = ConflictState.AGREED if alike else ConflictState.WAITING
    return replace(conflict, state=state, standing=min(conflict.candidates))


def joined(known: Conflict | None, fresh: Conflict) -> Conflict:
    """A known conflict of the same field with what a new file adds; one decided before opens again with new values."""
    if known is None:
        return settled(fresh)
    if known.state is ConflictState.DECIDED and _values(known) >= _values(fresh):
        return known
    earlier = known.candidates if known.is_waiting else {}
    return settled(replace(fresh, candidates={**earlier, **fresh.candidates}, base=known.base or fresh.base))


def _values(conflict: Conflict) -> set[tuple[str, str]]:
    return {(stream, candidate.value) for stream, candidate in conflict.candidates.items()}


def origins(conflicts: Iterable[Conflict]) -> dict[tuple[str, str], dict[str, str]]:
    """By table and record the stream whose value stands in each field that still waits."""
    found: dict[tuple[str, str], dict[str, str]] = {}
    for conflict in conflicts:
        if conflict.is_waiting:
            found.setdefault((conflict.table, conflict.record_id), {})[conflict.field] = conflict.standing
    return found

"""The journal: each write is a change set of field differences, chained by digest and reversible.

It is the audit trail, the undo, the provenance of a merge and the list of changes since approval (design 3.7).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

Scalar = str | int | bool | None
RowValues = Mapping[str, Scalar]

GENESIS = "0" * 64


@dataclass(frozen=True, slots=True)
class FieldChange:
    """The old and the new value of one field."""

    old: Scalar
    new: Scalar


@dataclass(frozen=True, slots=True)
class RowChange:
    """What happened to one row: added (``before`` is empty), changed or removed (``after`` is empty).

    ``key`` is the row's key inside the agency, joined with ``|``; ``fields`` holds only fields that differ.
    """

    table: str
    key: str
    kind: str  # "add", "change" or "remove"
    fields: Mapping[str, FieldChange] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """One write by one person for one reason; ``origin`` names the package or file it came from."""

    change_set_id: str
    number: int
    at: datetime
    actor: str
    verb: str
    reason: str
    origin: str
    rows: tuple[RowChange, ...]
    previous: str
    digest: str
    undoes: str = ""


@dataclass(frozen=True, slots=True)
class Changes:
    """What one write changed; announced once, so that pages refresh or mark themselves stale.

    ``change_set_id`` is empty when nothing changed; it is what ``undo`` takes.
    """

    nouns: frozenset[str] = frozenset()
    change_set_id: str = ""


def difference(table: str, key: str, before: RowValues | None, after: RowValues | None) -> RowChange | None:
    """Compare two states of a row by value; nothing when they are equal."""
    if before is None and after is None:
        return None
    if before is None:
        assert after is not None
        return RowChange(table, key, "add", {name: FieldChange(None, value) for name, value in after.items()})
    if after is None:
        return RowChange(table, key, "remove", {name: FieldChange(value, None) for name, value in before.items()})
    fields = {name: FieldChange(before.get(name), value) for name, value in after.items() if before.get(name) != value}
    return RowChange(table, key, "change", fields) if fields else None


def reverse(rows: Sequence[RowChange]) -> tuple[RowChange, ...]:
    """The changes that take a change set back out, last first."""
    swapped = {"add": "remove", "remove": "add", "change": "change"}
    return tuple(
        replace(
            row,
            kind=swapped[row.kind],
            fields={name: FieldChange(change.new, change.old) for name, change in row.fields.items()},
        )
        for row in reversed(rows)
    )


def apply(row: RowChange, state: RowValues | None) -> RowValues | None:
    """The state of a row after a change; the caller checks that ``state`` is what the change expects."""
    if row.kind == "remove":
        return None
    changed = dict(state or {})
    changed.update({name: change.new for name, change in row.fields.items()})
    return changed

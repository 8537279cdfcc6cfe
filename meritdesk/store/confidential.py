"""Confidential records as rows, in a table of their own, with a row for every time somebody opened one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import msgspec

from meritdesk.core.access import Role
from meritdesk.core.confidential import (
    BehaviourProblem,
    ConfidentialBody,
    ConfidentialKind,
    ConfidentialRecord,
    Counselling,
    Opening,
)
from meritdesk.store import tables
from meritdesk.store.notation import day_text, moment_text, moment_value
from meritdesk.store.rows import Rows, Values

_BODIES: Mapping[ConfidentialKind, type[ConfidentialBody]] = {
    ConfidentialKind.BEHAVIOUR_PROBLEM: BehaviourProblem,
    ConfidentialKind.COUNSELLING: Counselling,
}


class StoredConfidential:
    """Counselling and behaviour reports; the rooms decide who may see what."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of(self, person_ids: Sequence[str] | None = None) -> tuple[ConfidentialRecord, ...]:
        """The records about everybody or about these people, oldest first."""
        wanted = None if person_ids is None else dict.fromkeys(person_ids)
        found = self._rows.read(tables.confidential, "person_id", wanted, "held_on", "record_id")
        return tuple(_record(row) for row in found)

    def by_id(self, record_id: str) -> ConfidentialRecord | None:
        """One record."""
        found = self._rows.read(tables.confidential, "record_id", [record_id])
        return _record(found[0]) if found else None

    def save(self, records: Sequence[ConfidentialRecord]) -> None:
        """Add these records or bring them up to date."""
        self._rows.write(tables.confidential, map(_row, records))

    def note_opening(self, opening: Opening) -> None:
        """Write down that somebody opened a record."""
        row = {
            "opening_id": opening.opening_id,
            "record_id": opening.record_id,
            "opened_by": opening.opened_by,
            "role": opening.role.value,
            "device": opening.device,
            "opened_at": moment_text(opening.opened_at),
        }
        self._rows.write(tables.opening, [row])

    def openings(self, record_id: str) -> tuple[Opening, ...]:
        """Who opened a record, oldest first."""
        found = self._rows.read(tables.opening, "record_id", [record_id], "opened_at", "opening_id")
        return tuple(_opening(row) for row in found)


def _opening(row: Mapping[str, Any]) -> Opening:
    return Opening(
        opening_id=row["opening_id"],
        record_id=row["record_id"],
        opened_by=row["opened_by"],
        role=Role(row["role"]),
        device=row["device"],
        opened_at=moment_value(row["opened_at"]),
    )


def _record(row: Mapping[str, Any]) -> ConfidentialRecord:
    body: ConfidentialBody = msgspec.json.decode(row["body"], type=_BODIES[ConfidentialKind(row["kind"])])
    return ConfidentialRecord(
        record_id=row["record_id"],
        person_id=row["person_id"],
        held_on=date.fromisoformat(row["held_on"]),
        body=body,
        author=row["author"],
        readers=msgspec.json.decode(row["readers"], type=tuple[str, ...]),
    )


def _row(record: ConfidentialRecord) -> Values:
    return {
        "record_id": record.record_id,
        "person_id": record.person_id,
        "kind": record.kind.value,
        "held_on": day_text(record.held_on),
        "author": record.author,
        "readers": msgspec.json.encode(record.readers).decode(),
        "body": msgspec.json.encode(record.body).decode(),
    }

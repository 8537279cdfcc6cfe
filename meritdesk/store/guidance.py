"""Guidance records as rows; the contents of each form are one JSON text, read back by its kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import msgspec

from meritdesk.core.guidance import KIND_OF_BODY, Body, GuidanceKind, GuidanceRecord
from meritdesk.store.notation import day_text, reference_text
from meritdesk.store.rows import Rows, Values
from meritdesk.store.tables import guidance

_BODIES = {kind: body for body, kind in KIND_OF_BODY.items()}


class StoredGuidance:
    """Coaching, mentoring, training and what followed."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of(self, person_ids: Sequence[str] | None = None) -> tuple[GuidanceRecord, ...]:
        """The records of everybody or of these people, oldest first."""
        wanted = None if person_ids is None else dict.fromkeys(person_ids)
        return tuple(_record(row) for row in self._rows.read(guidance, "person_id", wanted, "held_on", "record_id"))

    def by_id(self, record_id: str) -> GuidanceRecord | None:
        """One record."""
        found = self._rows.read(guidance, "record_id", [record_id])
        return _record(found[0]) if found else None

    def save(self, records: Sequence[GuidanceRecord]) -> None:
        """Add these records or bring them up to date."""
        self._rows.write(guidance, map(_row, records))


def _record(row: Mapping[str, Any]) -> GuidanceRecord:
    body: Body = msgspec.json.decode(row["body"], type=_BODIES[GuidanceKind(row["kind"])])
    return GuidanceRecord(
        record_id=row["record_id"],
        person_id=row["person_id"],
        held_on=date.fromisoformat(row["held_on"]),
        body=body,
        guide_id=row["guide_id"] or "",
        guide_name=row["guide_name"],
        place=row["place"],
        follows=row["follows"] or "",
    )


def _row(record: GuidanceRecord) -> Values:
    return {
        "record_id": record.record_id,
        "person_id": record.person_id,
        "kind": record.kind.value,
        "held_on": day_text(record.held_on),
        "guide_id": reference_text(record.guide_id),
        "guide_name": record.guide_name,
        "place": record.place,
        "follows": reference_text(record.follows),
        "body": msgspec.json.encode(record.body).decode(),
    }

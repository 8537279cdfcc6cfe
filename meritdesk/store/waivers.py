"""Waivers as rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from meritdesk.core.waivers import Waiver
from meritdesk.store import tables
from meritdesk.store.rows import Rows


class StoredWaivers:
    """The rules set aside, each for one record."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def all(self) -> tuple[Waiver, ...]:
        """Every waiver, oldest first."""
        return tuple(_waiver(row) for row in self._rows.read(tables.waiver, "", None, "waived_on", "waiver_id"))

    def of_records(self, record_ids: Sequence[str]) -> tuple[Waiver, ...]:
        """The waivers of these records."""
        found = self._rows.read(tables.waiver, "record_id", dict.fromkeys(record_ids), "waived_on", "waiver_id")
        return tuple(_waiver(row) for row in found)

    def save(self, waivers: Sequence[Waiver]) -> None:
        """Add these waivers or bring them up to date."""
        self._rows.write(tables.waiver, map(_row, waivers))


def _waiver(row: Mapping[str, Any]) -> Waiver:
    return Waiver(**{**row, "waived_on": date.fromisoformat(row["waived_on"])})


def _row(waiver: Waiver) -> dict[str, Any]:
    return {
        "waiver_id": waiver.waiver_id,
        "rule": waiver.rule,
        "record_id": waiver.record_id,
        "waived_by": waiver.waived_by,
        "reason": waiver.reason,
        "waived_on": waiver.waived_on.isoformat(),
    }

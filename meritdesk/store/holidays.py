"""The office's own days in the holiday table as rows; the published days are in the rule packs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from meritdesk.core.working_days import Holiday, HolidayKind
from meritdesk.store import tables
from meritdesk.store.rows import Rows, Values


class StoredHolidays:
    """The days that this office has added, changed, or works on although they are published."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def all(self) -> tuple[Holiday, ...]:
        """The office's own days, in order."""
        return tuple(_holiday(row) for row in self._rows.read(tables.holiday, "", None, "day"))

    def save(self, holidays: Sequence[Holiday]) -> None:
        """Add these days or bring them up to date."""
        self._rows.write(tables.holiday, map(_row, holidays))

    def remove(self, days: Iterable[date]) -> None:
        """Take the office's own word on these days back, so that the published table counts again."""
        self._rows.settle(tables.holiday, {(day.isoformat(),): None for day in days})


def _holiday(row: Mapping[str, Any]) -> Holiday:
    return Holiday(
        day=date.fromisoformat(row["day"]),
        name=row["name"],
        kind=HolidayKind(row["kind"]),
        is_doubtful=bool(row["is_doubtful"]),
        source=row["source"],
        is_kept=bool(row["is_kept"]),
    )


def _row(holiday: Holiday) -> Values:
    return {
        "day": holiday.day.isoformat(),
        "name": holiday.name,
        "kind": holiday.kind.value,
        "is_doubtful": holiday.is_doubtful,
        "source": holiday.source,
        "is_kept": holiday.is_kept,
    }

"""What was handed over to the national system, as rows: facts as canonical JSON of a flat mapping."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from meritdesk.core.national import Facts, NationalFact, NationalMemory
from meritdesk.core.periods import Period, parse_period
from meritdesk.parting import held
from meritdesk.store import tables
from meritdesk.store.documents import take_numbers
from meritdesk.store.notation import moment_text, moment_value
from meritdesk.store.rows import Rows, Values


class StoredNational:
    """The memory of the national hand-over; every write stands in the journal, so that it can be undone."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def next_number(self, year: int) -> int:
        """A fresh number for a writing; numbers may be lost, never repeated."""
        return take_numbers(self._rows, self._rows.agency, "national", year, 1)

    def of_period(self, period: Period) -> tuple[NationalMemory, ...]:
        """What is remembered of a period."""
        found = self._rows.read(tables.national_row, "period", [period.code], "person_id")
        return held(tuple(_memory(row) for row in found))

    def of_batch(self, batch: str) -> tuple[NationalMemory, ...]:
        """The rows whose newest writing is this one."""
        return tuple(_memory(row) for row in self._rows.read(tables.national_row, "batch", [batch], "person_id"))

    def save(self, found: Sequence[NationalMemory]) -> None:
        """Keep these."""
        self._rows.write(tables.national_row, [_row(one) for one in found])


def _row(one: NationalMemory) -> Values:
    return {
        "person_id": one.person_id,
        "period": one.period.code,
        "batch": one.batch,
        "written": _text(one.written),
        "written_at": moment_text(one.written_at),
        "told": _text(one.told),
        "told_at": moment_text(one.told_at) if one.told_at is not None else None,
        "told_by": one.told_by,
    }


def _memory(row: Mapping[str, Any]) -> NationalMemory:
    return NationalMemory(
        person_id=row["person_id"],
        period=parse_period(row["period"]),
        batch=row["batch"],
        written=_facts(row["written"]),
        written_at=moment_value(row["written_at"]),
        told=_facts(row["told"]),
        told_at=moment_value(row["told_at"]) if row["told_at"] else None,
        told_by=row["told_by"],
    )


def _text(facts: Facts) -> str:
    ordered = {fact.value: facts[fact] for fact in NationalFact if facts.get(fact)}
    return msgspec.json.encode(ordered).decode("utf-8") if ordered else ""


def _facts(text: str) -> dict[NationalFact, str]:
    """What an older program wrote under a name that is gone says nothing any more."""
    if not text:
        return {}
    known = {fact.value: fact for fact in NationalFact}
    return {
        known[name]: value for name, value in msgspec.json.decode(text, type=dict[str, str]).items() if name in known
    }

"""How the content of a month's book is written, and what the other columns of its row say about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import msgspec
from sqlalchemy import Table

from meritdesk.core.activity import ActivityEntry, EntryState, sum_of
from meritdesk.core.attendance import DayMarks, read_marks, written_marks
from meritdesk.store import tables

_Entry = tuple[int, int, int, int, str, str, str, str, str, str]
_STATES = {"": EntryState.OPEN, "V": EntryState.VALIDATED, "R": EntryState.REFUSED}
_LETTERS = {state: letter for letter, state in _STATES.items()}
_DECODER = msgspec.json.Decoder(list[_Entry])
_ENCODER = msgspec.json.Encoder()
_ANY_MONTH = "2000-01"


def marks_row(days: Iterable[DayMarks]) -> dict[str, Any]:
    """The row of a month of marks."""
    kept = list(days)
    marked = coded = 0
    for one in kept:
        bit = 1 << (one.day - 1)
        if one.code:
            coded |= bit
        elif one.came is not None or one.left is not None:
            marked |= bit
    return {"days": written_marks(kept), "marked": marked, "coded": coded}


def entries_row(entries: Iterable[ActivityEntry]) -> dict[str, Any]:
    """The row of a month of entries, in order of their numbers."""
    kept = sorted(entries, key=lambda one: one.number)
    content = [
        (
            one.number,
            one.on.day,
            one.start,
            one.end,
            one.product,
            one.evidence,
            _LETTERS[one.state],
            one.why,
            one.decided_by,
            one.decided_on.isoformat() if one.decided_on else "",
        )
        for one in kept
    ]
    sums = sum_of(kept, None)
    return {
        "entries": _ENCODER.encode(content).decode() if content else "",
        "counted": sums.entries,
        "waiting": sums.entries_open,
        "unproven": sums.unproven,
        "validated_minutes": sums.validated,
        "refused_minutes": sums.refused,
        "open_minutes": sums.open,
    }


def entries_of(period: str, content: str) -> tuple[ActivityEntry, ...]:
    """The entries of a month from their row."""
    year, month = int(period[:4]), int(period[5:7])
    return tuple(
        ActivityEntry(
            number,
            date(year, month, day),
            start,
            end,
            product,
            evidence,
            _STATES[state],
            why,
            decided_by,
            date.fromisoformat(decided_on) if decided_on else None,
        )
        for number, day, start, end, product, evidence, state, why, decided_by, decided_on in (
            _DECODER.decode(content) if content else ()
        )
    )


def columns_of(table: Table, content: str) -> Mapping[str, Any]:
    """The whole row of a book from its content alone."""
    if table is tables.attendance_month:
        return marks_row(read_marks(content).values())
    if table is tables.activity_month:
        # Sums do not hang on the month; any month that has the day will do, and January has all of them.
        return entries_row(entries_of(_ANY_MONTH, content))
    return {"days": content}

"""The dated history of the register as rows, and the moving of every reference when two people become one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import String, Table, Text

from meritdesk.core.agency_settings import secretary_decides
from meritdesk.core.career import CareerChange, EntryKind, History, HistoryEntry
from meritdesk.core.duplicates import HadTwice
from meritdesk.core.people import LegalStatus, PositionKind
from meritdesk.store import tables
from meritdesk.store.evaluations import SEAL, feedback_of, seal_of
from meritdesk.store.notation import day_text, day_value, reference_text
from meritdesk.store.rows import Key, Rows, Values, shape_of
from meritdesk.store.timekeeping import move_books


def entry_row(entry: HistoryEntry) -> Values:
    """A dated entry as a row."""
    return {
        "entry_id": entry.entry_id,
        "person_id": entry.person_id,
        "kind": entry.kind.value,
        "since": day_text(entry.since),
        "until": day_text(entry.until),
        "unit_id": reference_text(entry.unit_id),
        "position_kind": entry.position_kind.value if entry.position_kind else None,
        "position_title": entry.position_title,
        "echelon": entry.echelon,
        "grade": entry.grade,
        "status": entry.status.value if entry.status else None,
        "other_id": reference_text(entry.other_id),
        "may_rate": entry.may_rate,
        "cause": entry.cause.value if entry.cause else None,
        "note": entry.note,
        "is_estimated": entry.is_estimated,
    }


def entry_value(row: Mapping[str, Any]) -> HistoryEntry:
    """A row as a dated entry."""
    return HistoryEntry(
        **{
            **row,
            "kind": EntryKind(row["kind"]),
            "since": day_value(row["since"]),
            "until": day_value(row["until"]),
            "unit_id": row["unit_id"] or "",
            "position_kind": PositionKind(row["position_kind"]) if row["position_kind"] else None,
            "status": LegalStatus(row["status"]) if row["status"] else None,
            "other_id": row["other_id"] or "",
            "cause": CareerChange(row["cause"]) if row["cause"] else None,
            "may_rate": bool(row["may_rate"]),
            "is_estimated": bool(row["is_estimated"]),
        }
    )


class StoredHistory:
    """What is dated in the careers of one agency."""

    def __init__(self, rows: Rows, setting: Callable[[str, str], str]) -> None:
        self._rows = rows
        self._setting = setting

    def all(self) -> History:
        """The whole history, with what the agency chose about the superior of its heads of department."""
        rows = self._rows.read(tables.history_entry, "", None, "since", "entry_id")
        return History(tuple(entry_value(row) for row in self._rows.beat.each(rows)), secretary_decides(self._setting))

    def save(self, entries: Sequence[HistoryEntry]) -> None:
        """Add these entries or bring them up to date."""
        self._rows.write(tables.history_entry, map(entry_row, entries))

    def remove(self, entries: Sequence[HistoryEntry]) -> None:
        """Take entries out of which nothing was left; the journal keeps them."""
        if entries:
            gone: dict[Key, Values | None] = {(entry.entry_id,): None for entry in entries}
            self._rows.settle(tables.history_entry, gone)

    def distinct(self) -> tuple[tuple[str, str], ...]:
        """The pairs that were judged to be two people."""
        found = self._rows.read(tables.distinct_people, "", None, "one_id", "other_id")
        return tuple((str(row["one_id"]), str(row["other_id"])) for row in found)

    def keep_apart(self, one_id: str, other_id: str, decided_by: str, reason: str, decided_on: date) -> None:
        """Note that two rows are two people, so that the finder no longer proposes them."""
        first, second = sorted((one_id, other_id))
        row = {
            "one_id": first,
            "other_id": second,
            "decided_by": decided_by,
            "reason": reason,
            "decided_on": decided_on.isoformat(),
        }
        self._rows.write(tables.distinct_people, [row])

    def both_have(self, one_id: str, other_id: str) -> HadTwice:
        """What two people both have that one person can only have once: an evaluated period, plans for a day."""
        evaluations = self._rows.read(tables.evaluation, "person_id", [one_id, other_id])
        periods = Counter(period for period, _ in {(str(row["period"]), row["person_id"]) for row in evaluations})
        plans = self._rows.read(tables.plan, "person_id", [one_id, other_id])
        mine = [row for row in plans if row["person_id"] == one_id]
        theirs = [row for row in plans if row["person_id"] == other_id]
        years = {
            int(str(one["year"]))
            for one in mine
            for other in theirs
            if str(one["starts"]) <= str(other["ends"]) and str(other["starts"]) <= str(one["ends"])
        }
        return HadTwice(tuple(sorted(code for code, count in periods.items() if count > 1)), tuple(sorted(years)))

    def references(self, person_id: str) -> Mapping[str, int]:
        """How many rows of each table point at a person, his own row left out."""
        counts = Counter(table.name for table, _ in self._pointing_at(person_id))
        return {str(name): number for name, number in sorted(counts.items())}

    def move_references(self, gone_id: str, kept_id: str) -> Mapping[str, int]:
        """Let everything that points at one person point at another, and take the first one's row out.

        A row that would get a key that is taken stays out: both would say the same of one person (a reporting line).
        A closed evaluation keeps every word; only the reference and the seal of its row are new.
        """
        moved: Counter[str] = Counter()
        changed: dict[str, dict[Key, Values | None]] = {}
        by_name = {str(table.name): table for table, _ in self._pointing_at(gone_id)}
        for table, row in self._pointing_at(gone_id):
            shape = shape_of(table)
            states = changed.setdefault(shape.name, {})
            after = {name: kept_id if value == gone_id else value for name, value in row.items()}
            states[shape.key_of(row)] = None
            key = shape.key_of(after)
            if key == shape.key_of(row) or key not in self._rows.present(table, [key]):
                states[key] = self._resealed(table, after)
            moved[shape.name] += 1
        for name, states in changed.items():
            self._rows.settle(by_name[name], states)
        months = move_books(self._rows, gone_id, kept_id)
        if months:
            moved[str(tables.time_batch.name)] += months
        self._rows.settle(tables.person, {(gone_id,): None})
        return dict(moved)

    def _resealed(self, table: Table, row: Values) -> Values:
        if table is not tables.evaluation or not row[SEAL]:
            return row
        feedback = feedback_of(self._rows, [str(row["evaluation_id"])]).get(str(row["evaluation_id"]), {})
        return {**row, SEAL: seal_of(row, feedback)}

    def _pointing_at(self, person_id: str) -> Iterable[tuple[Table, Values]]:
        """Every row that holds a person's key in any of its columns; keys are unique, so a value is a reference."""
        for table in tables.metadata.sorted_tables:
            if table is tables.person or "noun" not in table.info or table.info.get("of_store"):
                continue
            names = [
                str(column.name)
                for column in table.columns
                if column.name != "agency"
                and isinstance(column.type, (String, Text))
                and not column.info.get("derived")
            ]
            seen: set[Key] = set()
            shape = shape_of(table)
            for name in names:
                for row in self._rows.read(table, name, [person_id]):
                    key = shape.key_of(row)
                    if key not in seen:
                        seen.add(key)
                        yield table, row

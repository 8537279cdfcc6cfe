"""Attendance and daily activity as rows: the books of a month, machine numbers, letters, shifts, closings."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Table, func, select

from meritdesk.core.activity import ActivityEntry, LogSum
from meritdesk.core.attendance import (
    Absence,
    DayMarks,
    MachineId,
    Shift,
    ShiftAssignment,
    ShiftScope,
    read_marks,
    read_roster,
    read_week,
    written_roster,
    written_week,
)
from meritdesk.core.periods import Period, parse_period
from meritdesk.core.timekeeping import BatchKind, KnownDays, TimeBatch, TimeClosing, TimeKind
from meritdesk.store import tables
from meritdesk.store.notation import day_text, day_value
from meritdesk.store.rows import Rows, Values, in_chunks
from meritdesk.store.time_columns import entries_of, entries_row, marks_row
from meritdesk.store.time_rows import CONTENT, TimeRows, rows_in

_BOOKS: Mapping[TimeKind, Table] = {
    TimeKind.ATTENDANCE: tables.attendance_month,
    TimeKind.ACTIVITY: tables.activity_month,
}


class StoredTimeBooks:
    """The books of one agency."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._books = TimeRows(rows)

    def marks(self, period: Period, person_ids: Collection[str] | None = None) -> Mapping[str, Mapping[int, DayMarks]]:
        """The marks of a month by person and day."""
        found = self._books.content(tables.attendance_month, period.code, person_ids)
        return {person: read_marks(text) for person, text in found}

    def known_days(self, period: Period, person_ids: Collection[str] | None = None) -> Mapping[str, KnownDays]:
        """Which days have marks or codes, without reading them."""
        found = self._books.content(tables.attendance_month, period.code, person_ids, "marked", "coded")
        return {person: KnownDays(marked, coded) for person, marked, coded in found}

    def last_known_day(self, period: Period) -> int:
        """The last day of a month that any file of the agency speaks of; nought when none does."""
        book = tables.attendance_month
        statement = select(func.max(book.c.marked), func.max(book.c.coded)).where(
            book.c.agency == self._rows.agency, book.c.period == period.code
        )
        marked, coded = self._rows.connection.execute(statement).one()
        return KnownDays(marked or 0, coded or 0).last

    def save_marks(self, batch_id: str, period: Period, marks: Mapping[str, Iterable[DayMarks]]) -> int:
        """Put these months in the place of what was known of these people."""
        wanted = {person: marks_row(days) for person, days in marks.items()}
        return self._books.save(batch_id, tables.attendance_month, period.code, wanted)

    def rosters(self, period: Period, person_ids: Collection[str] | None = None) -> Mapping[str, Mapping[int, str]]:
        """The roster of a month by person and day."""
        found = self._books.content(tables.roster_month, period.code, person_ids)
        return {person: read_roster(text) for person, text in found}

    def save_rosters(self, batch_id: str, period: Period, rosters: Mapping[str, Mapping[int, str]]) -> int:
        """Put these rosters in the place of those of these people."""
        wanted = {person: {"days": written_roster(days)} for person, days in rosters.items()}
        return self._books.save(batch_id, tables.roster_month, period.code, wanted)

    def entries(
        self, period: Period, person_ids: Collection[str] | None = None
    ) -> Mapping[str, tuple[ActivityEntry, ...]]:
        """The log of a month by person."""
        found = self._books.content(tables.activity_month, period.code, person_ids)
        return {person: entries_of(period.code, text) for person, text in found}

    def log_sums(self, period: Period, person_ids: Collection[str] | None = None) -> Mapping[str, LogSum]:
        """The minutes of everybody's log, without any limit of a day."""
        names = ("counted", "waiting", "unproven", "validated_minutes", "refused_minutes", "open_minutes")
        found = self._books.content(tables.activity_month, period.code, person_ids, *names)
        return {person: LogSum(*figures) for person, *figures in found}

    def save_entries(self, batch_id: str, period: Period, entries: Mapping[str, Sequence[ActivityEntry]]) -> int:
        """Put these logs in the place of those of these people."""
        wanted = {person: entries_row(kept) for person, kept in entries.items()}
        return self._books.save(batch_id, tables.activity_month, period.code, wanted)

    def add_batch(self, batch: TimeBatch) -> None:
        """Note a batch in the journal, with the digest of what it wrote; one that wrote nothing is not noted."""
        written = self._books.written(batch.batch_id)
        if not written:
            return
        row: Values = {
            "batch_id": batch.batch_id,
            "kind": batch.kind.value,
            "periods": ",".join(batch.periods),
            "source": batch.source,
            "people": written,
            "entries": batch.entries,
            "digest": self._books.digest(batch.batch_id),
        }
        self._rows.write(tables.time_batch, [row])

    def batches(self, limit: int = 50) -> tuple[TimeBatch, ...]:
        """Batches that were not taken back, in no promised order."""
        found = self._rows.read(tables.time_batch, "", None, "batch_id")
        return tuple(
            TimeBatch(
                str(row["batch_id"]),
                BatchKind(str(row["kind"])),
                tuple(str(row["periods"]).split(",")),
                str(row["source"]),
                int(row["people"] or 0),
                int(row["entries"] or 0),
                str(row["digest"]),
            )
            for row in found[:limit]
        )

    def digest_of(self, period: Period, kind: TimeKind) -> tuple[int, str]:
        """How many people a book of a month has, and the digest of everything in it."""
        table = _BOOKS[kind]
        digest = hashlib.sha256()
        column = table.c[CONTENT[str(table.name)]]
        statement = select(table.c.person_id, column).where(
            table.c.agency == self._rows.agency, table.c.period == period.code
        )
        found = self._rows.beat.each(self._rows.connection.execute(statement.order_by(table.c.person_id)))
        for person, content in found:
            digest.update(f"{person}|{content}\n".encode())
        return rows_in(self._rows, table, period.code), digest.hexdigest()

    def closing(self, period: Period, kind: TimeKind) -> TimeClosing | None:
        """Whether and how a book of a month is locked."""
        found = self._rows.present(tables.time_closing, [(period.code, kind.value)])
        return next((_closing(row) for row in found.values()), None)

    def closings(self, year: int) -> tuple[TimeClosing, ...]:
        """The locked books of a year."""
        months = [f"{year}-{month:02d}" for month in range(1, 13)]
        return tuple(map(_closing, self._rows.read(tables.time_closing, "period", months, "period", "kind")))

    def close(self, closing: TimeClosing) -> None:
        """Lock a book of a month; what its batches found before is let go."""
        row: Values = {
            "period": closing.period.code,
            "kind": closing.kind.value,
            "closed_on": closing.closed_on.isoformat(),
            "closed_by": closing.closed_by,
            "people": closing.people,
            "digest": closing.digest,
        }
        self._rows.write(tables.time_closing, [row])
        self._books.forget(_BOOKS[closing.kind], closing.period.code)

    def reopen(self, period: Period, kind: TimeKind) -> None:
        """Take the lock off again."""
        self._rows.settle(tables.time_closing, {(period.code, kind.value): None})

    def machine_ids(self) -> Mapping[str, MachineId]:
        """Every number of the machines that was ever met."""
        return {
            str(row["number"]): MachineId(
                str(row["number"]), str(row["person_id"]), day_value(_text(row["seen_on"])), str(row["seen_in"])
            )
            for row in self._rows.read(tables.machine_id)
        }

    def save_machine_ids(self, ids: Iterable[MachineId]) -> None:
        """Note whose these numbers are, or that nobody has said yet."""
        self._rows.write(
            tables.machine_id,
            (
                {
                    "number": one.number,
                    "person_id": one.person_id,
                    "seen_on": day_text(one.seen_on),
                    "seen_in": one.seen_in,
                }
                for one in ids
            ),
        )

    def remove_machine_ids(self, numbers: Iterable[str]) -> None:
        """Forget these numbers."""
        self._rows.settle(tables.machine_id, {(number,): None for number in numbers})

    def absences(self, first: date, last: date, person_ids: Collection[str] | None = None) -> tuple[Absence, ...]:
        """The approved absences that touch these days, in order of days."""
        table = tables.absence
        statement = (
            select(table)
            .where(
                table.c.agency == self._rows.agency,
                table.c.first_day <= last.isoformat(),
                table.c.last_day >= first.isoformat(),
            )
            .order_by(table.c.first_day, table.c.absence_id)
        )
        if person_ids is None:
            return tuple(map(_absence, self._rows.connection.execute(statement).mappings()))
        return tuple(
            _absence(row)
            for chunk in in_chunks(dict.fromkeys(person_ids))
            for row in self._rows.connection.execute(statement.where(table.c.person_id.in_(chunk))).mappings()
        )

    def absence(self, absence_id: str) -> Absence | None:
        """One absence."""
        found = self._rows.read(tables.absence, "absence_id", [absence_id])
        return _absence(found[0]) if found else None

    def save_absences(self, absences: Iterable[Absence]) -> None:
        """Add these absences or bring them up to date."""
        self._rows.write(
            tables.absence,
            (
                {
                    "absence_id": one.absence_id,
                    "person_id": one.person_id,
                    "code": one.code,
                    "first_day": one.first_day.isoformat(),
                    "last_day": one.last_day.isoformat(),
                    "letter": one.letter,
                    "letter_day": day_text(one.letter_day),
                    "note": one.note,
                }
                for one in absences
            ),
        )

    def remove_absences(self, absence_ids: Iterable[str]) -> None:
        """Take these absences out; the journal keeps them."""
        self._rows.settle(tables.absence, {(one,): None for one in absence_ids})

    def shifts(self) -> Mapping[str, Shift]:
        """Every shift by its code."""
        return {
            str(row["code"]): Shift(
                str(row["code"]), str(row["name"]), read_week(str(row["week"])), bool(row["works_on_holidays"])
            )
            for row in self._rows.read(tables.work_shift, "", None, "code")
        }

    def save_shifts(self, shifts: Iterable[Shift]) -> None:
        """Add these shifts or bring them up to date."""
        self._rows.write(
            tables.work_shift,
            (
                {
                    "code": one.code,
                    "name": one.name,
                    "week": written_week(one.week),
                    "works_on_holidays": one.works_on_holidays,
                }
                for one in shifts
            ),
        )

    def remove_shifts(self, codes: Iterable[str]) -> None:
        """Take these shifts out."""
        self._rows.settle(tables.work_shift, {(code,): None for code in codes})

    def assignments(self) -> tuple[ShiftAssignment, ...]:
        """Who works which shift from when to when."""
        return tuple(
            ShiftAssignment(
                str(row["assignment_id"]),
                ShiftScope(str(row["scope"])),
                str(row["subject_id"]),
                str(row["shift"]),
                date.fromisoformat(str(row["first_day"])),
                day_value(_text(row["last_day"])),
            )
            for row in self._rows.read(tables.shift_assignment, "", None, "first_day", "assignment_id")
        )

    def save_assignments(self, assignments: Iterable[ShiftAssignment]) -> None:
        """Add these assignments or bring them up to date."""
        self._rows.write(
            tables.shift_assignment,
            (
                {
                    "assignment_id": one.assignment_id,
                    "scope": one.scope.value,
                    "subject_id": one.subject_id,
                    "shift": one.shift,
                    "first_day": one.first_day.isoformat(),
                    "last_day": day_text(one.last_day),
                }
                for one in assignments
            ),
        )

    def remove_assignments(self, assignment_ids: Iterable[str]) -> None:
        """Take these assignments out."""
        self._rows.settle(tables.shift_assignment, {(one,): None for one in assignment_ids})


def move_books(rows: Rows, gone_id: str, kept_id: str) -> int:
    """Let the books of one person be those of another, as a batch: two entries of the register were one person.

    A day that both have stays as the kept one has it; entries of both stand side by side. Answers how many months.
    """
    books = TimeRows(rows)
    stored = StoredTimeBooks(rows)
    stored._books = books
    batch_id = str(uuid.uuid4())
    periods: dict[str, None] = {}
    for table in tables.TIME_BOOKS:
        statement = select(table.c.period).where(table.c.agency == rows.agency, table.c.person_id == gone_id)
        for (code,) in rows.connection.execute(statement.order_by(table.c.period)).all():
            period = parse_period(code)
            periods[code] = None
            both = [gone_id, kept_id]
            if table is tables.activity_month:
                logs = stored.entries(period, both)
                kept = list(logs.get(kept_id, ()))
                last = max((one.number for one in kept), default=0)
                kept += [_renumbered(one, last + place) for place, one in enumerate(logs[gone_id], start=1)]
                stored.save_entries(batch_id, period, {kept_id: kept, gone_id: ()})
            elif table is tables.attendance_month:
                marks = stored.marks(period, both)
                days = {**marks[gone_id], **marks.get(kept_id, {})}
                stored.save_marks(batch_id, period, {kept_id: days.values(), gone_id: ()})
            else:
                rosters = stored.rosters(period, both)
                stored.save_rosters(
                    batch_id, period, {kept_id: {**rosters[gone_id], **rosters.get(kept_id, {})}, gone_id: {}}
                )
    stored.add_batch(TimeBatch(batch_id, BatchKind.MERGE, tuple(periods), "", 0, 0, ""))
    return len(periods)


def _renumbered(one: ActivityEntry, number: int) -> ActivityEntry:
    return ActivityEntry(
        number,
        one.on,
        one.start,
        one.end,
        one.product,
        one.evidence,
        one.state,
        one.why,
        one.decided_by,
        one.decided_on,
    )


def _text(value: Any) -> str | None:
    return None if value is None else str(value)


def _closing(row: Mapping[str, Any]) -> TimeClosing:
    return TimeClosing(
        parse_period(row["period"]),
        TimeKind(row["kind"]),
        date.fromisoformat(row["closed_on"]),
        row["closed_by"],
        row["people"],
        row["digest"],
    )


def _absence(row: Mapping[Any, Any]) -> Absence:
    return Absence(
        row["absence_id"],
        row["person_id"],
        row["code"],
        date.fromisoformat(row["first_day"]),
        date.fromisoformat(row["last_day"]),
        row["letter"],
        day_value(row["letter_day"]),
        row["note"],
    )

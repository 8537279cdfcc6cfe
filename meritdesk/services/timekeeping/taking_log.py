"""Rows of a daily log on their way into the books: overlaps, double entries, and what was validated already."""

from __future__ import annotations

import uuid
from array import array
from dataclasses import dataclass, field, replace
from datetime import date

from meritdesk.core.activity import ActivityEntry, ActivityRow, EntryState, fault_of
from meritdesk.core.attendance import clock
from meritdesk.core.intake import Placed
from meritdesk.core.people import Person
from meritdesk.core.periods import Period
from meritdesk.core.timekeeping import BatchKind, TimeBatch, TimeKind
from meritdesk.services.ports import Surroundings, Work
from meritdesk.services.timekeeping.long_files import LongTally
from meritdesk.services.timekeeping.places import month_of_day

_COLUMNS = {"TIM-113": "JAM SELESAI", "TIM-114": "TANGGAL", "TIM-115": "AKTIVITAS"}


@dataclass(slots=True)
class _Log:
    """The log of one person and month, as it is by now."""

    entries: list[ActivityEntry]
    last: int
    is_touched: bool = False


@dataclass(slots=True)
class _Month:
    """The log of a month as it lies there, and what the file makes of it."""

    period: Period
    closed_on: date | None
    logs: dict[str, _Log] = field(default_factory=dict)
    said_in: dict[str, array[int]] = field(default_factory=dict)
    """By person: the number of an entry and the row of this file that said it, in turns; kept for the whole file."""


class TakingLog:
    """Rows of a log on their way into the books of their months."""

    def __init__(self, around: Surroundings, origin: str) -> None:
        self.origin = origin
        self.tally = LongTally()
        self.today = around.clock().date()
        self.people: dict[str, Person] = {}
        self.months: dict[Period, _Month] = {}

    def begin(self, work: Work) -> None:
        """Begin a portion with what is known now."""
        self.work = work
        self.month_of: dict[date, _Month] = {}
        self.known: set[Period] = set()
        self.count = 0
        if not self.people:
            self.people = {person.nip: person for person in work.people.all() if person.nip}

    def judge(self, placed: Placed[ActivityRow]) -> None:
        """Judge one row by itself and beside the others of its person."""
        row, tally = placed.value, self.tally
        person = self.people.get(row.nip)
        if person is None:
            tally.refuse(placed.row, "NIP", "USE-102", nip=row.nip)
            return
        month = self.month_of.get(row.on) or self._month(row.on)
        log = month.logs.get(person.person_id)
        if log is None:
            log = month.logs[person.person_id] = _Log([], 0)
        entry = ActivityEntry(log.last + 1, row.on, row.start, row.end, row.product.strip(), row.evidence.strip())
        fault = fault_of(entry, self.today)
        if fault:
            facts = {"start": clock(row.start), "end": clock(row.end), "day": row.on}
            tally.refuse(placed.row, _COLUMNS[fault], fault, **facts)
        elif month.closed_on is not None:
            closed = {"book": "TIMEKIND:ACTIVITY", "period": month.period.code, "day": month.closed_on}
            tally.refuse(placed.row, "TANGGAL", "TIM-102", **closed)
        else:
            self._join(placed.row, entry, person, month, log)

    def save(self) -> None:
        """Write the logs that were touched as one batch, and let them go from memory."""
        batch = str(uuid.uuid4())
        books = self.work.time_books
        periods = []
        for period in sorted(self.known):
            month = self.months[period]
            if month.closed_on is None:
                periods.append(period.code)
                fresh = {person: log.entries for person, log in month.logs.items() if log.is_touched}
                books.save_entries(batch, period, fresh)
            month.logs = {}
        books.add_batch(TimeBatch(batch, BatchKind.LOG, tuple(periods), self.origin, 0, self.count, ""))

    def _month(self, day: date) -> _Month:
        period = month_of_day(day)
        month = self.months.get(period)
        if month is None or period not in self.known:
            closing = self.work.time_books.closing(period, TimeKind.ACTIVITY)
            month = month or self.months.setdefault(period, _Month(period, None))
            month.closed_on = closing.closed_on if closing is not None else None
            if closing is None:
                month.logs = {
                    person: _Log(list(entries), max((one.number for one in entries), default=0))
                    for person, entries in self.work.time_books.entries(period).items()
                }
            self.known.add(period)
        self.month_of[day] = month
        return month

    def _join(self, row: int, entry: ActivityEntry, person: Person, month: _Month, log: _Log) -> None:
        on, start, end = entry.on, entry.start, entry.end
        for place, other in enumerate(log.entries):
            if other.on != on or other.start >= end or start >= other.end:
                continue
            is_same_time = other.start == start and other.end == end
            # An entry that was refused does not hold its minutes; the same minutes again are another try.
            if other.state is EntryState.REFUSED and not is_same_time:
                continue
            said_in = _row_of(month.said_in.get(person.person_id), other.number)
            if not is_same_time:
                facts = {"start": clock(other.start), "end": clock(other.end), "other": said_in or "-"}
                self.tally.refuse(row, "JAM MULAI", "TIM-140", **facts)
            elif said_in is not None:
                self.tally.refuse(row, "AKTIVITAS", "TIM-141", other=said_in)
            elif (other.product, other.evidence) == (entry.product, entry.evidence):
                self._accept(row, person, month, other.number, "same")
            elif other.state is EntryState.VALIDATED:
                self.tally.refuse(row, "AKTIVITAS", "TIM-142")
            else:
                log.entries[place] = replace(entry, number=other.number)
                log.is_touched = True
                self._accept(row, person, month, other.number, "changed")
            return
        log.entries.append(entry)
        log.last = entry.number
        log.is_touched = True
        self._accept(row, person, month, entry.number, "added")

    def _accept(self, row: int, person: Person, month: _Month, number: int, state: str) -> None:
        said = month.said_in.get(person.person_id)
        if said is None:
            said = month.said_in[person.person_id] = array("L")
        said.append(number)
        said.append(row)
        self.count += state != "same"
        self.tally.fates.add(row, person.nip, person, state)


def _row_of(said: array[int] | None, number: int) -> int | None:
    """The row of this file that said the entry of a number."""
    if said is None:
        return None
    return next((said[place + 1] for place in range(0, len(said), 2) if said[place] == number), None)

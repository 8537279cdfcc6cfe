"""Rows of fingerprint machines on their way into the books: whose they are, of which shift, and what they change."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from meritdesk.core.attendance import MIDNIGHT, AttendanceRow, DayMarks, MachineId, merged_marks
from meritdesk.core.intake import Placed
from meritdesk.core.people import Person
from meritdesk.core.periods import Period
from meritdesk.core.timekeeping import BatchKind, TimeBatch, TimeKind
from meritdesk.services.months_of_time import WorkDays, attendance_rules, people_of
from meritdesk.services.ports import Surroundings, Work
from meritdesk.services.timekeeping.long_files import LongTally
from meritdesk.services.timekeeping.places import month_of_day

_AFTER_NIGHT = 240
"""How many minutes after the end of a night shift a tap still belongs to it."""
_MOST_FUTURE = timedelta(days=1)
_ONE_DAY = timedelta(days=1)
_PRESENT = frozenset({"H", "HADIR", "PRESENT", "MASUK", "OK", "TEPAT WAKTU", "TERLAMBAT", "LIBUR", "L"})


@dataclass(slots=True)
class _Month:
    """The book of a month as it lies there, and the days of it that the file touches."""

    period: Period
    closed_on: date | None
    stored: Mapping[str, Mapping[int, DayMarks]]
    fresh: dict[str, dict[int, DayMarks]] = field(default_factory=dict)

    def days(self, person_id: str) -> dict[int, DayMarks]:
        """The days of a person, as they are by now."""
        days = self.fresh.get(person_id)
        if days is None:
            days = self.fresh[person_id] = dict(self.stored.get(person_id, {}))
        return days


class TakingMarks:
    """One fingerprint file on its way into the books."""

    def __init__(self, around: Surroundings, origin: str) -> None:
        self.around, self.origin = around, origin
        self.tally = LongTally()
        self.today = around.clock().date()
        self.latest = self.today + _MOST_FUTURE
        self.rules = attendance_rules(around, self.today)
        self.by_nip: dict[str, Person] = {}
        self.by_id: dict[str, Person] = {}

    def begin(self, work: Work) -> None:
        """Begin a portion with what is known now."""
        self.work, self.books = work, work.time_books
        if not self.by_nip:
            self.by_nip = {person.nip: person for person in work.people.all() if person.nip}
            self.by_id = {person.person_id: person for person in self.by_nip.values()}
        self.machines = self.books.machine_ids()
        self.unknown: dict[str, None] = {}
        self.months: dict[Period, _Month] = {}
        self.month_of: dict[date, _Month] = {}
        self.nights: dict[Period, tuple[WorkDays, Mapping[str, Person]]] = {}
        self.has_nights = any(
            hours is not None and hours.end > MIDNIGHT for shift in self.books.shifts().values() for hours in shift.week
        )
        self.touched = 0

    def judge(self, placed: Placed[AttendanceRow]) -> None:
        """Judge one row; what it says of a day joins what is known of it."""
        row, tally = placed.value, self.tally
        person = self._person(row.number)
        if person is None:
            self.unknown[row.number] = None
            tally.refuse(placed.row, "NIP/ID", "TIM-103", number=row.number)
            return
        code = row.code
        if code:
            kind = self.rules.kind_of(code)
            if kind is None and code not in _PRESENT:
                allowed = ", ".join(self.rules.kinds)
                tally.refuse(placed.row, "STATUS KEHADIRAN", "TIM-104", value=code, allowed=allowed)
                return
            code = kind.code if kind is not None else ""
        if row.on > self.latest:
            tally.refuse(placed.row, "TANGGAL", "TIM-105", day=row.on)
            return
        if code != row.code:
            row = AttendanceRow(row.number, row.on, row.came, row.left, row.tap, code)
        if self.has_nights:
            row = self._of_its_shift(row, person)
        month = self.month_of.get(row.on) or self._month(row.on)
        if month.closed_on is not None:
            facts = {"book": "TIMEKIND:ATTENDANCE", "period": month.period.code, "day": month.closed_on}
            tally.refuse(placed.row, "TANGGAL", "TIM-102", **facts)
            return
        day = row.on.day
        days = month.days(person.person_id)
        before = days.get(day)
        after = merged_marks(before, row)
        if before is None and after.came is None and after.left is None and not after.code:
            # The machine lists everybody on every day; a day without a tap says nothing new.
            state = "same"
        else:
            was = month.stored.get(person.person_id, {}).get(day)
            state = "same" if before == after else "added" if was is None else "changed"
            self.touched += state != "same"
            days[day] = after
        tally.fates.add(placed.row, row.number, person, state)

    def save(self) -> None:
        """Write the months that were touched as one batch, and remember the numbers that nobody knows."""
        batch = str(uuid.uuid4())
        for month in self.months.values():
            if month.closed_on is None:
                marks = {person: days.values() for person, days in month.fresh.items()}
                self.books.save_marks(batch, month.period, marks)
        periods = tuple(sorted(one.period.code for one in self.months.values() if one.closed_on is None))
        self.books.add_batch(TimeBatch(batch, BatchKind.ATTENDANCE, periods, self.origin, 0, self.touched, ""))
        met = [MachineId(number, "", self.today, self.origin) for number in self.unknown if number not in self.machines]
        self.books.save_machine_ids(met)
        self.months, self.month_of, self.nights = {}, {}, {}

    def _person(self, number: str) -> Person | None:
        found = self.by_nip.get(number)
        if found is not None:
            return found
        machine = self.machines.get(number)
        return self.by_id.get(machine.person_id) if machine is not None else None

    def _month(self, day: date) -> _Month:
        period = month_of_day(day)
        month = self.months.get(period)
        if month is None:
            closing = self.books.closing(period, TimeKind.ATTENDANCE)
            stored = self.books.marks(period) if closing is None else {}
            month = self.months[period] = _Month(period, closing.closed_on if closing is not None else None, stored)
        self.month_of[day] = month
        return month

    def _of_its_shift(self, row: AttendanceRow, person: Person) -> AttendanceRow:
        """A tap in the small hours belongs to the night shift that began the day before."""
        minute = next((one for one in (row.tap, row.left, row.came) if one is not None), None)
        if minute is None or minute > MIDNIGHT or (row.came is not None and row.left is not None):
            return row
        day_before = row.on - _ONE_DAY
        end = self._night_end(day_before, person)
        if not end or minute > end - MIDNIGHT + _AFTER_NIGHT:
            return row
        return AttendanceRow(row.number, day_before, left=minute + MIDNIGHT, code=row.code)

    def _night_end(self, day: date, person: Person) -> int:
        """When the shift of a day ends, in minutes past midnight of that day, where that is on the next day."""
        period = month_of_day(day)
        if period not in self.nights:
            people = people_of(self.work, period.last_day)
            units = {unit.unit_id: unit for unit in self.work.units.all()}
            self.nights[period] = (WorkDays.of(self.around, self.work, period, people, units), people)
        days, people = self.nights[period]
        if person.person_id not in people:
            return 0
        end = next((hours.end for on, hours in days.due(people[person.person_id]) if on == day), 0)
        return end if end > MIDNIGHT else 0

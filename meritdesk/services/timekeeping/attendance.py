"""Marks of fingerprint machines: taken over from files, put to people, recapped by month and locked."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.attendance import MIDNIGHT, AttendanceRow, DayMarks, MachineId, MachineRow, merged_marks
from meritdesk.core.documents import PaperStyle
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.journal import Changes
from meritdesk.core.people import Person
from meritdesk.core.periods import Period
from meritdesk.core.scoring.attendance import DayVerdict
from meritdesk.core.time_paper import attendance_recap_paper
from meritdesk.core.timekeeping import BatchKind, TimeBatch, TimeClosing, TimeKind
from meritdesk.services.changes import ImportOutcome, Step, no_step
from meritdesk.services.intake import Tally, origin_of, state_of
from meritdesk.services.months_of_time import (
    TimeReading,
    WorkDays,
    attendance_rules,
    months_of_time,
    people_of,
)
from meritdesk.services.office_papers import Matter, PapersOutcome, issue_papers, preview_paper
from meritdesk.services.ports import Source, Surroundings, Work
from meritdesk.services.timekeeping.places import (
    MonthLine,
    month_lines,
    month_of_day,
    person_of,
    require_month,
    require_open,
)

_AFTER_NIGHT = 240
"""How many minutes after the end of a night shift a tap still belongs to it."""
_MOST_FUTURE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class MachineLine:
    """One number of the machines, and whose it is as far as anybody has said."""

    machine: MachineId
    person: Person | None


@dataclass(frozen=True, slots=True)
class DayLine:
    """One day of a person: the hours due, what the machine says, the letter that covers it, and the judgement."""

    on: date
    start: int
    end: int
    marks: DayMarks | None
    letter: str
    verdict: DayVerdict | None


@dataclass(frozen=True, slots=True)
class AttendanceDesk:
    """Verbs of attendance."""

    around: Surroundings

    def import_file(self, source: Source, step: Step = no_step, dry_run: bool = False) -> ImportOutcome:
        """Take over a fingerprint file in either shape; numbers that nobody knows are refused and remembered.

        Row codes: ``TIM-103`` unknown machine id, ``TIM-102`` locked month, ``TIM-104`` unknown code, ``TIM-105`` a day
        that is still to come.
        """
        require(self.around.actor, Action.IMPORT)
        intake = self.around.spreadsheets.read_attendance(source, step)
        origin = origin_of(source)
        with self.around.store.writing(self.around.actor, "timekeeping.attendance.import", origin=origin) as work:
            step = work.watch(step)
            tally: Tally[AttendanceRow] = Tally(intake, source)
            taking = _Taking(self.around, work, tally, origin)
            taking.judge(step)
            taking.save()
            changes = Changes() if dry_run else work.commit()
        return tally.answer(changes)

    def machine_ids(self) -> tuple[MachineLine, ...]:
        """Every number of the machines, those that wait for an answer first."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            ids = work.time_books.machine_ids().values()
            people = work.people.by_ids([one.person_id for one in ids if one.person_id])
        lines = [MachineLine(one, people.get(one.person_id)) for one in ids]
        return tuple(sorted(lines, key=lambda one: (one.person is not None, one.machine.number)))

    def map(self, numbers: Mapping[str, str]) -> Changes:
        """Say whose these machine ids are (by NIP); ``USE-102`` unknown NIP, ``TIM-106`` an empty number."""
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "timekeeping.attendance.map") as work:
            known = work.time_books.machine_ids()
            saved = []
            for number, nip in numbers.items():
                if not number.strip():
                    raise UsageRefusal("TIM-106")
                before = known.get(number.strip(), MachineId(number.strip()))
                person = person_of(work, nip)
                saved.append(MachineId(before.number, person.person_id, before.seen_on, before.seen_in))
            work.time_books.save_machine_ids(saved)
            return work.commit()

    def unmap(self, numbers: Collection[str]) -> Changes:
        """Forget these machine ids; ``TIM-107`` for one that was never met. Marks that were taken stay."""
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "timekeeping.attendance.unmap") as work:
            known = work.time_books.machine_ids()
            for number in numbers:
                if number not in known:
                    raise UsageRefusal("TIM-107", number=number)
            work.time_books.remove_machine_ids(numbers)
            return work.commit()

    def import_ids(self, source: Source, step: Step = no_step, dry_run: bool = False) -> ImportOutcome:
        """Take over a table of machine ids and NIPs."""
        require(self.around.actor, Action.IMPORT)
        intake = self.around.spreadsheets.read_machine_ids(source, step)
        origin = origin_of(source)
        with self.around.store.writing(self.around.actor, "timekeeping.attendance.import_ids", origin=origin) as work:
            step = work.watch(step)
            tally: Tally[MachineRow] = Tally(intake, source)
            people = {person.nip: person for person in work.people.all() if person.nip}
            known = work.time_books.machine_ids()
            taken: dict[str, int] = {}
            saved = []
            for placed in intake.rows:
                row = placed.value
                person = people.get(row.nip)
                if person is None:
                    tally.refuse(placed.row, "NIP", "USE-102", nip=row.nip)
                    continue
                if taken.setdefault(row.number, placed.row) != placed.row:
                    tally.refuse(placed.row, "NOMOR MESIN", "TIM-108", number=row.number, other=taken[row.number])
                    continue
                before = known.get(row.number)
                seen = before or MachineId(row.number)
                after = MachineId(row.number, person.person_id, seen.seen_on, seen.seen_in)
                saved.append(after)
                state = "added" if before is None or not before.person_id else state_of(before, after)
                tally.accept(placed.row, row.number, person.full_name, state)
            work.time_books.save_machine_ids(saved)
            changes = Changes() if dry_run else work.commit()
        return tally.answer(changes)

    def recap(self, period: Period, unit_ids: Collection[str] = (), step: Step = no_step) -> tuple[MonthLine, ...]:
        """The month of everybody who owes a day, in the order of the units; ``TIM-101`` for what is no month."""
        require(self.around.actor, Action.READ)
        require_month(period)
        with self.around.store.reading() as work:
            return month_lines(self.around, work, months_of_time(self.around, work, period, None, step), unit_ids)

    def days(self, period: Period, nip: str) -> tuple[DayLine, ...]:
        """Every day due of one person with what the machine says and how it is judged: the why of his recap."""
        require(self.around.actor, Action.READ)
        require_month(period)
        with self.around.store.reading() as work:
            person_id = person_of(work, nip).person_id
            reading = TimeReading.of(self.around, work, period, [person_id])
        person = reading.people[person_id]
        verdicts = {one.on: one for one in reading.verdicts(person)}
        marks = reading.marks.get(person_id, {})
        letters = reading.letters.get(person_id, {})
        return tuple(
            DayLine(
                day,
                hours.start,
                hours.end,
                marks.get(day.day),
                letters[day.day].letter if day.day in letters else "",
                verdicts.get(day),
            )
            for day, hours in reading.days.due(person)
        )

    def correct(self, period: Period, nip: str, days: Sequence[DayMarks], reason: str) -> Changes:
        """Put days of one person right by hand, with a reason; a day without marks and code is taken out.

        ``TIM-109`` without a reason, ``TIM-102`` for a locked month.
        """
        require(self.around.actor, Action.EDIT)
        require_month(period)
        if not reason.strip():
            raise UsageRefusal("TIM-109")
        verb = "timekeeping.attendance.correct"
        with self.around.store.writing(self.around.actor, verb, reason=reason.strip()) as work:
            require_open(work, period, TimeKind.ATTENDANCE)
            person = person_of(work, nip)
            rules = attendance_rules(self.around, period.last_day)
            kept = dict(work.time_books.marks(period, [person.person_id]).get(person.person_id, {}))
            for one in days:
                if one.code and one.code not in rules.kinds:
                    raise UsageRefusal("TIM-104", value=one.code, allowed=", ".join(rules.kinds))
                kept[one.day] = one
                if one.came is None and one.left is None and not one.code:
                    del kept[one.day]
            batch = str(uuid.uuid4())
            work.time_books.save_marks(batch, period, {person.person_id: kept.values()})
            work.time_books.add_batch(TimeBatch(batch, BatchKind.ATTENDANCE, (period.code,), "", 1, len(days), ""))
            return work.commit()

    def closing(self, period: Period) -> TimeClosing | None:
        """Whether and how the attendance of a month is locked."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return work.time_books.closing(period, TimeKind.ATTENDANCE)

    def close(self, period: Period) -> Changes:
        """Lock the attendance of a month; ``TIM-110`` before it is over, ``TIM-111`` when nothing is known of it."""
        require(self.around.actor, Action.CLOSE)
        require_month(period)
        today = self.around.clock().date()
        if today <= period.last_day:
            raise UsageRefusal("TIM-110", period=period.code, day=period.last_day)
        with self.around.store.writing(self.around.actor, "timekeeping.attendance.close") as work:
            require_open(work, period, TimeKind.ATTENDANCE)
            people, digest = work.time_books.digest_of(period, TimeKind.ATTENDANCE)
            if not people:
                raise UsageRefusal("TIM-111", period=period.code)
            closing = TimeClosing(period, TimeKind.ATTENDANCE, today, self.around.actor.name, people, digest)
            work.time_books.close(closing)
            return work.commit()

    def reopen(self, period: Period, reason: str) -> Changes:
        """Take the lock off again, with a reason; ``TIM-109`` without one, ``TIM-112`` when it is not locked."""
        return reopen_book(self.around, period, TimeKind.ATTENDANCE, reason)

    def preview_recap(self, period: Period, unit_ids: Collection[str] = ()) -> bytes:
        """The recap of a month as PDF bytes for the screen, in no register."""
        lines = self.recap(period, unit_ids)
        rules = attendance_rules(self.around, period.last_day)
        return preview_paper(self.around, attendance_recap_paper(period, lines, rules, self.around.store.agency))

    def print_recap(
        self,
        period: Period,
        out: Path,
        unit_ids: Collection[str] = (),
        style: PaperStyle | None = None,
        step: Step = no_step,
    ) -> PapersOutcome:
        """Print the recap of a month, entered in the register; ``TIM-111`` when nothing is known of the month."""
        require(self.around.actor, Action.PRINT)
        lines = self.recap(period, unit_ids)
        if not any(line.month.has_attendance for line in lines):
            raise UsageRefusal("TIM-111", period=period.code)
        rules = attendance_rules(self.around, period.last_day)
        paper = attendance_recap_paper(period, lines, rules, self.around.store.agency)
        about = "+".join(sorted(unit_ids)) or "all"
        matter = Matter(period, f"attendance:{period.code}:{about}"[:200])
        return issue_papers(self.around, [(paper, matter)], out, style, step)


def reopen_book(around: Surroundings, period: Period, kind: TimeKind, reason: str) -> Changes:
    """Take the lock of a book off again; who did it and why stands in the journal."""
    require(around.actor, Action.CLOSE)
    require_month(period)
    if not reason.strip():
        raise UsageRefusal("TIM-109")
    with around.store.writing(around.actor, f"timekeeping.{kind.value.lower()}.reopen", reason=reason.strip()) as work:
        if work.time_books.closing(period, kind) is None:
            raise UsageRefusal("TIM-112", book=f"TIMEKIND:{kind.name}", period=period.code)
        work.time_books.reopen(period, kind)
        return work.commit()


class _Taking:
    """One fingerprint file on its way into the books."""

    def __init__(self, around: Surroundings, work: Work, tally: Tally[AttendanceRow], origin: str) -> None:
        self.around, self.work, self.tally, self.origin = around, work, tally, origin
        self.books = work.time_books
        self.today = around.clock().date()
        self.rules = attendance_rules(around, self.today)
        self.by_nip = {person.nip: person for person in work.people.all() if person.nip}
        self.by_id = {person.person_id: person for person in self.by_nip.values()}
        self.machines = self.books.machine_ids()
        self.unknown: Counter[str] = Counter()
        self.stored: dict[Period, Mapping[str, Mapping[int, DayMarks]]] = {}
        self.fresh: dict[Period, dict[str, dict[int, DayMarks]]] = {}
        self.locked: dict[Period, date | None] = {}
        self.nights: dict[Period, tuple[WorkDays, Mapping[str, Person]] | None] = {}
        self.touched = 0

    def judge(self, step: Step) -> None:
        """Judge every row in turn."""
        total = len(self.tally.intake.rows)
        for done, placed in enumerate(self.tally.intake.rows):
            if done % 2000 == 0:
                step(done, total)
            row = placed.value
            person = self._person(row.number)
            if person is None:
                self.unknown[row.number] += 1
                self.tally.refuse(placed.row, "NIP/ID", "TIM-103", number=row.number)
                continue
            code = row.code
            if code:
                kind = self.rules.kind_of(code)
                if kind is None and not _says_present(code):
                    allowed = ", ".join(self.rules.kinds)
                    self.tally.refuse(placed.row, "STATUS KEHADIRAN", "TIM-104", value=code, allowed=allowed)
                    continue
                code = kind.code if kind is not None else ""
            if row.on > self.today + _MOST_FUTURE:
                self.tally.refuse(placed.row, "TANGGAL", "TIM-105", day=row.on)
                continue
            row = self._of_its_shift(row, person)
            period = month_of_day(row.on)
            closed_on = self._closed(period)
            if closed_on is not None:
                facts = {"book": "TIMEKIND:ATTENDANCE", "period": period.code, "day": closed_on}
                self.tally.refuse(placed.row, "TANGGAL", "TIM-102", **facts)
                continue
            days = self._days(period, person.person_id)
            before = days.get(row.on.day)
            after = merged_marks(before, AttendanceRow(row.number, row.on, row.came, row.left, row.tap, code))
            is_nothing = after.came is None and after.left is None and not after.code
            if before is None and is_nothing:
                # The machine lists everybody on every day; a day without a tap says nothing new.
                state = "same"
            else:
                was = self.stored[period].get(person.person_id, {}).get(row.on.day)
                state = "same" if before == after else "added" if was is None else "changed"
                self.touched += state != "same"
                days[row.on.day] = after
            self.tally.accept(placed.row, row.number, person.full_name, state)

    def save(self) -> None:
        """Write the months that were touched as one batch, and remember the numbers that nobody knows."""
        batch = str(uuid.uuid4())
        for period, people in self.fresh.items():
            self.books.save_marks(batch, period, {person: days.values() for person, days in people.items()})
        periods = tuple(sorted(period.code for period in self.fresh))
        self.books.add_batch(TimeBatch(batch, BatchKind.ATTENDANCE, periods, self.origin, 0, self.touched, ""))
        met = [MachineId(number, "", self.today, self.origin) for number in self.unknown if number not in self.machines]
        self.books.save_machine_ids(met)

    def _person(self, number: str) -> Person | None:
        found = self.by_nip.get(number)
        if found is not None:
            return found
        machine = self.machines.get(number)
        return self.by_id.get(machine.person_id) if machine is not None else None

    def _closed(self, period: Period) -> date | None:
        if period not in self.locked:
            closing = self.books.closing(period, TimeKind.ATTENDANCE)
            self.locked[period] = closing.closed_on if closing is not None else None
        return self.locked[period]

    def _days(self, period: Period, person_id: str) -> dict[int, DayMarks]:
        if period not in self.fresh:
            self.fresh[period] = {}
            self.stored[period] = self.books.marks(period)
        people = self.fresh[period]
        if person_id not in people:
            people[person_id] = dict(self.stored[period].get(person_id, {}))
        return people[person_id]

    def _of_its_shift(self, row: AttendanceRow, person: Person) -> AttendanceRow:
        """A tap in the small hours belongs to the night shift that began the day before."""
        minute = next((one for one in (row.tap, row.left, row.came) if one is not None), None)
        if minute is None or minute > MIDNIGHT or (row.came is not None and row.left is not None):
            return row
        day_before = row.on - timedelta(days=1)
        end = self._night_end(day_before, person)
        if not end or minute > end - MIDNIGHT + _AFTER_NIGHT:
            return row
        return AttendanceRow(row.number, day_before, left=minute + MIDNIGHT, code=row.code)

    def _night_end(self, day: date, person: Person) -> int:
        """When the shift of a day ends, in minutes past midnight of that day, where that is on the next day."""
        period = month_of_day(day)
        if period not in self.nights:
            has_nights = any(
                hours is not None and hours.end > MIDNIGHT
                for shift in self.books.shifts().values()
                for hours in shift.week
            )
            if has_nights:
                people = people_of(self.work, period.last_day)
                units = {unit.unit_id: unit for unit in self.work.units.all()}
                self.nights[period] = (WorkDays.of(self.around, self.work, period, people, units), people)
            else:
                self.nights[period] = None
        found = self.nights[period]
        if found is None or person.person_id not in found[1]:
            return 0
        days, people = found
        end = next((hours.end for on, hours in days.due(people[person.person_id]) if on == day), 0)
        return end if end > MIDNIGHT else 0


def _says_present(code: str) -> bool:
    return code in {"H", "HADIR", "PRESENT", "MASUK", "OK", "TEPAT WAKTU", "TERLAMBAT", "LIBUR", "L"}

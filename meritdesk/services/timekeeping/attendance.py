"""Marks of fingerprint machines: taken over from files, put to people, recapped by month and locked."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from meritdesk.core.access import Action, require
from meritdesk.core.accounts import Deed
from meritdesk.core.attendance import DayMarks, MachineId, MachineRow
from meritdesk.core.documents import PaperStyle
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.journal import Changes
from meritdesk.core.people import Person
from meritdesk.core.periods import Period
from meritdesk.core.scoring.attendance import DayVerdict
from meritdesk.core.summaries import AbsenceNote
from meritdesk.core.time_paper import attendance_recap_paper
from meritdesk.core.timekeeping import BatchKind, TimeBatch, TimeClosing, TimeKind
from meritdesk.services import second_person
from meritdesk.services.changes import ImportOutcome, Step, no_step
from meritdesk.services.intake import Tally, left_out_of, origin_of, state_of
from meritdesk.services.months_of_time import (
    TimeReading,
    attendance_rules,
    months_of_time,
    year_of_absence,
)
from meritdesk.services.office_papers import Matter, PapersOutcome, issue_papers, preview_paper
from meritdesk.services.ports import Source, Surroundings, Work
from meritdesk.services.timekeeping.long_files import LongFile
from meritdesk.services.timekeeping.places import (
    MonthLine,
    month_lines,
    person_of,
    require_month,
    require_open,
)
from meritdesk.services.timekeeping.taking_marks import TakingMarks


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
        that is still to come. A file of more than 300,000 rows is committed portion by portion.
        """
        require(self.around.actor, Action.IMPORT)
        stream = self.around.spreadsheets.read_attendance(source, step)
        origin = origin_of(source)
        file = LongFile(self.around, "timekeeping.attendance.import", stream, origin)
        return file.take(TakingMarks(self.around, origin), step, dry_run, left_out_of(source))

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

    def close(self, period: Period, step: Step = no_step) -> Changes:
        """Lock the attendance of a month; ``TIM-110`` before it is over, ``TIM-111`` when nothing is known of it.

        Where unexcused days have brought everybody by the last locked month is noted for the region.
        """
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
            self._note_absence(work, period, step)
            return work.commit()

    def _note_absence(self, work: Work, period: Period, step: Step) -> None:
        """Note where unexcused days of the year have brought everybody by now: this is what the region is told."""
        until = max(one.period for one in work.time_books.closings(period.year) if one.kind is TimeKind.ATTENDANCE)
        last = until.last_day
        found = year_of_absence(self.around, work, period.year, last, None, step)
        notes = [
            AbsenceNote(
                period.year,
                one.person.person_id,
                one.standing.days,
                one.standing.longest_run,
                one.standing.step.level if one.standing.step is not None else None,
                one.standing.step.sanction if one.standing.step is not None else "",
                one.standing.left,
                last,
            )
            for one in found
        ]
        work.summaries.save_absence_notes(period.year, notes)

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
        second_person.ask(around, work, Deed.REOPEN)
        work.time_books.reopen(period, kind)
        return work.commit()

"""Approved absences: leave, official travel, permits, sickness, and other working arrangements, each by its letter."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from meritdesk.core.access import Action, require
from meritdesk.core.attendance import Absence, AbsenceRow
from meritdesk.core.attendance_rules import AttendanceRules, AwayCount, AwayKind, AwayScope
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.journal import Changes
from meritdesk.core.people import Person
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.timekeeping import TimeKind
from meritdesk.services.changes import ImportOutcome, Step, no_step
from meritdesk.services.intake import Tally, origin_of
from meritdesk.services.months_of_time import attendance_rules
from meritdesk.services.ports import Source, Surroundings, Work
from meritdesk.services.timekeeping.places import person_of

_LONGEST_DAYS = 366


@dataclass(frozen=True, slots=True)
class LetterLine:
    """One approved absence with whose it is and what its code means."""

    absence: Absence
    person: Person
    unit_name: str
    kind: AwayKind | None


@dataclass(frozen=True, slots=True)
class LetterDesk:
    """Verbs of approved absences."""

    around: Surroundings

    def kinds(self) -> tuple[AwayKind, ...]:
        """The reasons to be away that the pack in force knows."""
        require(self.around.actor, Action.READ)
        return tuple(attendance_rules(self.around, self.around.clock().date()).kinds.values())

    def lines(self, period: Period, unit_ids: Collection[str] = ()) -> tuple[LetterLine, ...]:
        """The absences that touch a month, quarter or year, in order of days."""
        require(self.around.actor, Action.READ)
        rules = attendance_rules(self.around, period.last_day)
        with self.around.store.reading() as work:
            absences = work.time_books.absences(period.first_day, period.last_day)
            people = work.people.by_ids([one.person_id for one in absences])
            units = {unit.unit_id: unit.name for unit in work.units.all()}
        wanted = frozenset(unit_ids)
        return tuple(
            LetterLine(one, person, units.get(person.unit_id, ""), rules.kinds.get(one.code))
            for one in absences
            if (person := people.get(one.person_id)) is not None and (not wanted or person.unit_id in wanted)
        )

    def save(self, nip: str, absence: Absence) -> Changes:
        """Add an absence (an empty ``absence_id``) or put a known one right.

        ``USE-102`` unknown NIP, ``TIM-104`` unknown code, ``TIM-116`` without a letter, ``TIM-117`` a day twice,
        ``TIM-121`` the end before the start, ``TIM-102`` a locked month, ``TIM-118`` when it is gone.
        """
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "timekeeping.letters.save") as work:
            person = person_of(work, nip)
            before = work.time_books.absence(absence.absence_id) if absence.absence_id else None
            if absence.absence_id and before is None:
                raise UsageRefusal("TIM-118")
            fresh = replace(absence, absence_id=absence.absence_id or str(uuid.uuid4()), person_id=person.person_id)
            judging = _Judging(self.around, work)
            fault = judging.fault(fresh, before)
            if fault is not None:
                raise UsageRefusal(fault[0], **fault[1])
            work.time_books.save_absences([fresh])
            return work.commit()

    def withdraw(self, absence_ids: Sequence[str], reason: str) -> Changes:
        """Take absences out again, with a reason; ``TIM-109`` without one, ``TIM-118`` when one is gone."""
        require(self.around.actor, Action.EDIT)
        if not reason.strip():
            raise UsageRefusal("TIM-109")
        verb = "timekeeping.letters.withdraw"
        with self.around.store.writing(self.around.actor, verb, reason=reason.strip()) as work:
            judging = _Judging(self.around, work)
            for one in absence_ids:
                found = work.time_books.absence(one)
                if found is None:
                    raise UsageRefusal("TIM-118")
                judging.require_open(found.first_day, found.last_day)
            work.time_books.remove_absences(absence_ids)
            return work.commit()

    def import_file(self, source: Source, step: Step = no_step, dry_run: bool = False) -> ImportOutcome:
        """Take over a table of letters; the same letter again changes nothing."""
        require(self.around.actor, Action.IMPORT)
        intake = self.around.spreadsheets.read_absences(source, step)
        origin = origin_of(source)
        with self.around.store.writing(self.around.actor, "timekeeping.letters.import", origin=origin) as work:
            step = work.watch(step)
            tally: Tally[AbsenceRow] = Tally(intake, source)
            people = {person.nip: person for person in work.people.all() if person.nip}
            judging = _Judging(self.around, work)
            saved: list[Absence] = []
            for placed in intake.rows:
                row = placed.value
                person = people.get(row.nip)
                if person is None:
                    tally.refuse(placed.row, "NIP", "USE-102", nip=row.nip)
                    continue
                kind = judging.rules.kind_of(row.code)
                code = kind.code if kind is not None else row.code
                known = judging.same(person.person_id, code, row)
                fresh = Absence(
                    known.absence_id if known else str(uuid.uuid4()),
                    person.person_id,
                    code,
                    row.first_day,
                    row.last_day,
                    row.letter or (known.letter if known else ""),
                    row.letter_day or (known.letter_day if known else None),
                    row.note or (known.note if known else ""),
                )
                if fresh == known:
                    tally.accept(placed.row, row.nip, person.full_name, "same")
                    continue
                fault = judging.fault(fresh, known)
                if fault is not None:
                    tally.refuse(placed.row, _COLUMNS.get(fault[0], ""), fault[0], **fault[1])
                    continue
                judging.add(fresh)
                saved.append(fresh)
                tally.accept(placed.row, row.nip, person.full_name, "changed" if known else "added")
            work.time_books.save_absences(saved)
            changes = Changes() if dry_run else work.commit()
        return tally.answer(changes)


_COLUMNS = {
    "TIM-104": "JENIS KETIDAKHADIRAN",
    "TIM-116": "NOMOR SURAT",
    "TIM-117": "MULAI TANGGAL",
    "TIM-121": "SAMPAI TANGGAL",
    "TIM-102": "MULAI TANGGAL",
}


class _Judging:
    """What is known of letters while new ones are judged."""

    def __init__(self, around: Surroundings, work: Work) -> None:
        self.work = work
        self.rules: AttendanceRules = attendance_rules(around, around.clock().date())
        self.of_person: dict[str, list[Absence]] = {}
        for one in work.time_books.absences(date(2000, 1, 1), date(2200, 1, 1)):
            self.add(one)
        self.locked: dict[Period, date | None] = {}

    def add(self, one: Absence) -> None:
        """Count one more letter, in the place of the one of its key."""
        known = self.of_person.setdefault(one.person_id, [])
        known[:] = [other for other in known if other.absence_id != one.absence_id]
        known.append(one)

    def same(self, person_id: str, code: str, row: AbsenceRow) -> Absence | None:
        """The letter that a row is about: the same days and code of the same person."""
        for one in self.of_person.get(person_id, ()):
            if (one.code, one.first_day, one.last_day) == (code, row.first_day, row.last_day):
                return one
        return None

    def fault(self, one: Absence, before: Absence | None) -> tuple[str, dict[str, object]] | None:
        """What speaks against a letter, with the code of the refusal."""
        kind = self.rules.kinds.get(one.code)
        if kind is None:
            return "TIM-104", {"value": one.code or "-", "allowed": ", ".join(self.rules.kinds)}
        if not one.first_day <= one.last_day or (one.last_day - one.first_day).days >= _LONGEST_DAYS:
            return "TIM-121", {"value": one.last_day}
        if kind.counts is not AwayCount.UNEXCUSED and not one.letter.strip():
            return "TIM-116", {"kind": kind.name}
        for other in self.of_person.get(one.person_id, ()):
            is_apart = one.last_day < other.first_day or other.last_day < one.first_day
            if other.absence_id == one.absence_id or is_apart:
                continue
            other_kind = self.rules.kinds.get(other.code)
            if kind.scope is AwayScope.DAY or other_kind is None or other_kind.scope in {AwayScope.DAY, kind.scope}:
                return "TIM-117", {"first": other.first_day, "last": other.last_day, "letter": other.letter or "-"}
        for letter in (one, *([before] if before else [])):
            try:
                self.require_open(letter.first_day, letter.last_day)
            except UsageRefusal as refusal:
                return refusal.code, dict(refusal.facts)
        return None

    def require_open(self, first: date, last: date) -> None:
        """Refuse letters that reach into a locked month."""
        year, month = first.year, first.month
        while (year, month) <= (last.year, last.month):
            period = Period(year, PeriodKind.MONTH, month)
            if period not in self.locked:
                closing = self.work.time_books.closing(period, TimeKind.ATTENDANCE)
                self.locked[period] = closing.closed_on if closing is not None else None
            closed_on = self.locked[period]
            if closed_on is not None:
                raise UsageRefusal("TIM-102", book="TIMEKIND:ATTENDANCE", period=period.code, day=closed_on)
            year, month = (year + 1, 1) if month == 12 else (year, month + 1)

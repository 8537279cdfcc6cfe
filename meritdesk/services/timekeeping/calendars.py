"""Shifts: weeks of their own, for whom they hold from when to when, and rosters day by day."""

from __future__ import annotations

import re
import uuid
from collections.abc import Collection
from dataclasses import dataclass, replace

from meritdesk.core.access import Action, require
from meritdesk.core.attendance import RosterRow, Shift, ShiftAssignment, ShiftScope
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.journal import Changes
from meritdesk.core.periods import Period
from meritdesk.core.timekeeping import BatchKind, TimeBatch, TimeKind
from meritdesk.services.changes import ImportOutcome, Step, no_step
from meritdesk.services.intake import Tally, origin_of
from meritdesk.services.ports import Source, Surroundings
from meritdesk.services.timekeeping.places import month_of_day, person_of

_CODE = re.compile(r"[A-Z0-9][A-Z0-9._-]{0,15}")
_LONGEST_MINUTES = 1440


@dataclass(frozen=True, slots=True)
class AssignmentLine:
    """One assignment with the name of whom it is about; empty for everybody."""

    assignment: ShiftAssignment
    subject: str


@dataclass(frozen=True, slots=True)
class CalendarDesk:
    """Verbs of shifts and rosters."""

    around: Surroundings

    def shifts(self) -> tuple[Shift, ...]:
        """The shifts of the office, by code."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return tuple(work.time_books.shifts().values())

    def assignments(self) -> tuple[AssignmentLine, ...]:
        """For whom which shift holds, in order of days."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            found = work.time_books.assignments()
            people = work.people.by_ids([one.subject_id for one in found if one.scope is ShiftScope.PERSON])
            units = {unit.unit_id: unit.name for unit in work.units.all()}
        names = {person_id: person.full_name for person_id, person in people.items()} | units
        return tuple(AssignmentLine(one, names.get(one.subject_id, "")) for one in found)

    def set_shift(self, shift: Shift) -> Changes:
        """Add a shift or change it; ``TIM-130`` for a code or name, ``TIM-131`` for hours that are none."""
        require(self.around.actor, Action.UPKEEP)
        code = shift.code.strip().upper()
        if not _CODE.fullmatch(code) or not shift.name.strip():
            raise UsageRefusal("TIM-130", shift=shift.code or "-")
        hours = [one for one in shift.week if one is not None]
        is_sound = all(
            0 <= one.start < _LONGEST_MINUTES and 0 < one.end - one.start <= _LONGEST_MINUTES for one in hours
        )
        if len(shift.week) != 7 or not hours or not is_sound:
            raise UsageRefusal("TIM-131", shift=code)
        with self.around.store.writing(self.around.actor, "timekeeping.calendars.set_shift") as work:
            work.time_books.save_shifts([replace(shift, code=code, name=shift.name.strip())])
            return work.commit()

    def remove_shift(self, code: str) -> Changes:
        """Take a shift out; ``TIM-132`` unknown, ``TIM-133`` while somebody is assigned to it."""
        require(self.around.actor, Action.UPKEEP)
        with self.around.store.writing(self.around.actor, "timekeeping.calendars.remove_shift") as work:
            if code not in work.time_books.shifts():
                raise UsageRefusal("TIM-132", shift=code)
            if any(one.shift == code for one in work.time_books.assignments()):
                raise UsageRefusal("TIM-133", shift=code)
            work.time_books.remove_shifts([code])
            return work.commit()

    def assign(self, assignment: ShiftAssignment) -> Changes:
        """Let a shift hold for a person, a unit or everybody.

        ``TIM-132`` unknown shift, ``TIM-134`` unknown subject, ``TIM-121`` the end before the start.
        """
        require(self.around.actor, Action.UPKEEP)
        with self.around.store.writing(self.around.actor, "timekeeping.calendars.assign") as work:
            if assignment.shift not in work.time_books.shifts():
                raise UsageRefusal("TIM-132", shift=assignment.shift)
            if assignment.last_day is not None and assignment.last_day < assignment.first_day:
                raise UsageRefusal("TIM-121", value=assignment.last_day)
            subject = assignment.subject_id
            if assignment.scope is ShiftScope.PERSON and subject not in work.people.by_ids([subject]):
                subject = person_of(work, subject).person_id
            if assignment.scope is ShiftScope.UNIT:
                units = {unit.unit_id: unit.unit_id for unit in work.units.all()}
                units.update({unit.source_id: unit.unit_id for unit in work.units.all() if unit.source_id})
                if subject not in units:
                    raise UsageRefusal("TIM-134", subject=subject or "-")
                subject = units[subject]
            if assignment.scope is ShiftScope.EVERYBODY:
                subject = ""
            fresh = replace(assignment, assignment_id=assignment.assignment_id or str(uuid.uuid4()), subject_id=subject)
            work.time_books.save_assignments([fresh])
            return work.commit()

    def unassign(self, assignment_ids: Collection[str]) -> Changes:
        """Take assignments out again; ``TIM-135`` when one is gone."""
        require(self.around.actor, Action.UPKEEP)
        with self.around.store.writing(self.around.actor, "timekeeping.calendars.unassign") as work:
            known = {one.assignment_id for one in work.time_books.assignments()}
            if not known.issuperset(assignment_ids):
                raise UsageRefusal("TIM-135")
            work.time_books.remove_assignments(assignment_ids)
            return work.commit()

    def import_roster(self, source: Source, step: Step = no_step, dry_run: bool = False) -> ImportOutcome:
        """Take over a roster: a row a person and day; whoever has a roster in a month works by it alone that month."""
        require(self.around.actor, Action.IMPORT)
        intake = self.around.spreadsheets.read_rosters(source, step)
        origin = origin_of(source)
        with self.around.store.writing(self.around.actor, "timekeeping.calendars.import_roster", origin=origin) as work:
            step = work.watch(step)
            tally: Tally[RosterRow] = Tally(intake, source)
            books = work.time_books
            people = {person.nip: person for person in work.people.all() if person.nip}
            shifts = books.shifts()
            stored: dict[Period, dict[str, dict[int, str]]] = {}
            known: dict[Period, dict[str, dict[int, str]]] = {}
            locked: dict[Period, object] = {}
            for placed in intake.rows:
                row = placed.value
                period = month_of_day(row.on)
                person = people.get(row.nip)
                if period not in locked:
                    locked[period] = books.closing(period, TimeKind.ATTENDANCE)
                    known[period] = {one: dict(days) for one, days in books.rosters(period).items()}
                    stored[period] = {}
                if person is None:
                    tally.refuse(placed.row, "NIP", "USE-102", nip=row.nip)
                elif row.shift and row.shift not in shifts:
                    tally.refuse(placed.row, "KODE SHIFT", "TIM-132", shift=row.shift)
                elif locked[period] is not None:
                    facts = {"book": "TIMEKIND:ATTENDANCE", "period": period.code, "day": "-"}
                    tally.refuse(placed.row, "TANGGAL", "TIM-102", **facts)
                else:
                    days = stored[period].setdefault(person.person_id, dict(known[period].get(person.person_id, {})))
                    before = days.get(row.on.day)
                    state = "added" if before is None else "same" if before == row.shift else "changed"
                    days[row.on.day] = row.shift
                    tally.accept(placed.row, row.nip, person.full_name, state)
            batch = str(uuid.uuid4())
            for period, rosters in stored.items():
                books.save_rosters(batch, period, rosters)
            periods = tuple(sorted(period.code for period in stored))
            books.add_batch(TimeBatch(batch, BatchKind.ROSTER, periods, origin, 0, len(tally.rows), ""))
            changes = Changes() if dry_run else work.commit()
        return tally.answer(changes)

"""Timekeeping: who was there, who was away and why, and what everybody did with the day."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from meritdesk.core.access import Action, require
from meritdesk.core.periods import Period
from meritdesk.core.timekeeping import MonthOfTime
from meritdesk.services.changes import Step, no_step
from meritdesk.services.months_of_time import YearOfAbsence, months_of_time, year_of_absence
from meritdesk.services.ports import Surroundings
from meritdesk.services.timekeeping.absence_year import AbsenceYear
from meritdesk.services.timekeeping.activity import ActivityDesk
from meritdesk.services.timekeeping.attendance import AttendanceDesk
from meritdesk.services.timekeeping.calendars import CalendarDesk
from meritdesk.services.timekeeping.letters import LetterDesk


@dataclass(frozen=True, slots=True)
class Timekeeping:
    """Verbs of attendance and daily activity."""

    around: Surroundings

    @property
    def attendance(self) -> AttendanceDesk:
        """Marks of the machines and their recap."""
        return AttendanceDesk(self.around)

    @property
    def letters(self) -> LetterDesk:
        """Approved absences."""
        return LetterDesk(self.around)

    @property
    def calendars(self) -> CalendarDesk:
        """Shifts, who works them, and rosters."""
        return CalendarDesk(self.around)

    @property
    def year(self) -> AbsenceYear:
        """Unexcused absence over a year."""
        return AbsenceYear(self.around)

    @property
    def activity(self) -> ActivityDesk:
        """The daily log."""
        return ActivityDesk(self.around)

    def month_of(
        self, period: Period, person_ids: Collection[str] | None = None, step: Step = no_step
    ) -> Mapping[str, MonthOfTime]:
        """The month of everybody or of these people, by person; ``USE-101`` for what is no month."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return months_of_time(self.around, work, period, person_ids, step)

    def absence_of(
        self, year: int, person_ids: Collection[str] | None = None, until: date | None = None
    ) -> Mapping[str, YearOfAbsence]:
        """Where people stand with unexcused days of a year; whoever has none is left out."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            found = year_of_absence(self.around, work, year, until, person_ids)
        return {one.person.person_id: one for one in found}

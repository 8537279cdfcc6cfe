"""The holiday table of the office: published days, changed and completed by the office, by hand or from a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from meritdesk.core.access import Action, require
from meritdesk.core.differences import differences
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.intake import HolidayRow
from meritdesk.core.journal import Changes
from meritdesk.core.working_days import Holiday, WorkCalendar
from meritdesk.services.changes import ImportOutcome, Step, no_step
from meritdesk.services.clocks import office_calendar, office_holidays
from meritdesk.services.intake import Tally, origin_of, state_of
from meritdesk.services.ports import Source, Surroundings


@dataclass(frozen=True, slots=True)
class HolidayLine:
    """One day of the table, whether the office has said something of its own about it, and on which weekday it is."""

    holiday: Holiday
    is_own: bool
    is_published: bool


@dataclass(frozen=True, slots=True)
class Holidays:
    """Verbs of the holiday table."""

    around: Surroundings

    def lines(self, year: int | None = None) -> tuple[HolidayLine, ...]:
        """The table of a year, or of all years that are known."""
        require(self.around.actor, Action.READ)
        shipped = {day.day for days in self.around.rulebook.holidays().values() for day in days}
        with self.around.store.reading() as work:
            own = {holiday.day for holiday in work.holidays.all()}
            table = office_holidays(self.around, work)
        return tuple(
            HolidayLine(one, one.day in own, one.day in shipped) for one in table if year in (None, one.day.year)
        )

    def calendar(self) -> WorkCalendar:
        """The working days of the office."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return office_calendar(self.around, work)

    def set(self, holidays: Sequence[Holiday]) -> Changes:
        """Add days or change what is said of them; ``USE-142`` for a day without a name."""
        require(self.around.actor, Action.UPKEEP)
        shipped = {day.day: day for days in self.around.rulebook.holidays().values() for day in days}
        with self.around.store.writing(self.around.actor, "upkeep.holidays.set") as work:
            for holiday in holidays:
                if not holiday.name.strip() and holiday.day not in shipped:
                    raise UsageRefusal("USE-142", day=holiday.day)
            work.holidays.save(holidays)
            return work.commit()

    def restore(self, days: Sequence[date]) -> Changes:
        """Take the office's own word on these days back: published days count as published, own days go.

        ``USE-143`` for a day on which the office has said nothing.
        """
        require(self.around.actor, Action.UPKEEP)
        with self.around.store.writing(self.around.actor, "upkeep.holidays.restore") as work:
            own = {holiday.day for holiday in work.holidays.all()}
            for day in days:
                if day not in own:
                    raise UsageRefusal("USE-143", day=day)
            work.holidays.remove(days)
            return work.commit()

    def import_file(self, source: Source, step: Step = no_step, dry_run: bool = False) -> ImportOutcome:
        """Take over a table of holidays; a day that is published with the same words stays the published one."""
        require(self.around.actor, Action.IMPORT)
        intake = self.around.spreadsheets.read_holidays(source, step)
        with self.around.store.writing(self.around.actor, "upkeep.holidays.import", origin=origin_of(source)) as work:
            step = work.watch(step)
            tally: Tally[HolidayRow] = Tally(intake, source)
            known = {holiday.day: holiday for holiday in office_holidays(self.around, work)}
            taken: dict[date, int] = {}
            saved: list[Holiday] = []
            for placed in intake.rows:
                row = placed.value
                other = taken.setdefault(row.day, placed.row)
                if other != placed.row:
                    tally.refuse(placed.row, "TANGGAL", "IMP-281", day=row.day, other=other)
                    continue
                before = known.get(row.day)
                cited = row.source or (before.source if before else origin_of(source))
                after = Holiday(row.day, row.name, row.kind, row.is_doubtful, cited, row.is_kept)
                if after != before:
                    saved.append(after)
                state = state_of(before, after)
                changed = differences(before, after)
                tally.accept(placed.row, row.day.isoformat(), row.name, state, differences=changed)
            work.holidays.save(saved)
            changes = Changes() if dry_run else work.commit()
        return tally.answer(changes)

"""Working days (hari kerja) of an office: the week it works, the holidays it keeps, and counting over both.

Every clock of the regulation runs in working days, but which day is the first and which holidays count it does not say
(rules section 6). Here the first counted day is the next working day; the holiday table belongs to the office.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

_ONE_DAY = timedelta(days=1)
_LONGEST_HOLIDAY_DAYS = 400


class HolidayKind(StrEnum):
    """Why nobody works: a national holiday, collective leave (cuti bersama), or a day that this office closes."""

    NATIONAL = "NATIONAL"
    COLLECTIVE_LEAVE = "COLLECTIVE_LEAVE"
    LOCAL = "LOCAL"


@dataclass(frozen=True, slots=True)
class Holiday:
    """One day of the holiday table; ``is_kept`` false means that this office works on it all the same.

    ``is_doubtful`` marks a day that may still move (a religious feast, a decree that was not seen): what hangs on it
    is shown with that doubt.
    """

    day: date
    name: str
    kind: HolidayKind = HolidayKind.NATIONAL
    is_doubtful: bool = False
    source: str = ""
    is_kept: bool = True


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """The working days of one office: Monday to Friday, or to Saturday with a six-day week, without its days off.

    ``doubtful`` are days off that may still move; ``years`` are the years whose holiday table is known. A year that is
    not among them counts weekends only, and whoever shows a limit in it says so.
    """

    days_off: frozenset[date] = frozenset()
    days_a_week: int = 5
    doubtful: frozenset[date] = frozenset()
    years: frozenset[int] = frozenset()

    def is_working(self, day: date) -> bool:
        """Whether the office works on a day."""
        return day.weekday() < self.days_a_week and day not in self.days_off

    def add(self, day: date, count: int) -> date:
        """The ``count``-th working day after a day; the day itself when nothing is added.

        The first counted day is the next working day: a limit of 14 hari kerja from Friday ends on a Thursday.
        """
        if count < 0:
            raise ValueError(f"{count} working days cannot be added; ask for the latest start instead")
        return _nth_after(self, day, count)

    def between(self, first: date, last: date) -> int:
        """How many working days lie after ``first`` up to and with ``last``; negative when ``last`` comes before."""
        return -_between(self, last, first) if last < first else _between(self, first, last)

    def latest_start(self, limit: date, count: int) -> date:
        """The last day from which ``count`` working days still end by the limit.

        It is the last working day that qualifies, for nobody hands a paper over on a day off.
        """
        return _latest_start(self, limit, count)

    def doubts(self, first: date, last: date) -> tuple[date, ...]:
        """The doubtful days off that a count from ``first`` to ``last`` stepped over."""
        return tuple(
            sorted(
                day
                for day in self.doubtful
                if first < day <= last and day in self.days_off and day.weekday() < self.days_a_week
            )
        )

    def knows(self, first: date, last: date) -> bool:
        """Whether the holiday tables of all years between two days are there."""
        return all(year in self.years for year in range(min(first, last).year, max(first, last).year + 1))


WEEKENDS_ONLY = WorkCalendar()
"""Monday to Friday without any holiday: what is counted with before an office has a table."""


def calendar_of(holidays: Iterable[Holiday], days_a_week: int = 5, years: Iterable[int] = ()) -> WorkCalendar:
    """The calendar that follows from a holiday table and the week of the office."""
    kept = [holiday for holiday in holidays if holiday.is_kept]
    return WorkCalendar(
        days_off=frozenset(holiday.day for holiday in kept),
        days_a_week=days_a_week,
        doubtful=frozenset(holiday.day for holiday in kept if holiday.is_doubtful),
        years=frozenset(years),
    )


def table_in_force(shipped: Iterable[Holiday], own: Iterable[Holiday]) -> tuple[Holiday, ...]:
    """The holiday table of an office: the published one, each day as the office has changed it, in order of days.

    A day that the office works on although it is published stays in the table with ``is_kept`` false, so that
    everybody sees that it was a decision.
    """
    days = {holiday.day: holiday for holiday in shipped}
    for holiday in own:
        published = days.get(holiday.day)
        if published is not None and not holiday.name:
            holiday = replace(holiday, name=published.name)
        days[holiday.day] = holiday
    return tuple(days[day] for day in sorted(days))


@lru_cache(maxsize=8192)
def _nth_after(calendar: WorkCalendar, day: date, count: int) -> date:
    idle = 0
    while count:
        day += _ONE_DAY
        if calendar.is_working(day):
            count -= 1
            idle = 0
        else:
            idle += 1
            if idle > _LONGEST_HOLIDAY_DAYS:
                raise ValueError("the holiday table leaves no working day for more than a year")
    return day


@lru_cache(maxsize=8192)
def _between(calendar: WorkCalendar, first: date, last: date) -> int:
    worked = calendar.days_a_week
    weeks, rest = divmod((last - first).days, 7)
    start = first + timedelta(days=weeks * 7)
    count = weeks * worked + sum(1 for n in range(1, rest + 1) if (start + timedelta(days=n)).weekday() < worked)
    return count - sum(1 for off in calendar.days_off if first < off <= last and off.weekday() < worked)


@lru_cache(maxsize=8192)
def _latest_start(calendar: WorkCalendar, limit: date, count: int) -> date:
    # From the last working day up to the limit each earlier working day leaves room for one more.
    day, room, idle = limit, 0, 0
    while True:
        if calendar.is_working(day):
            if room >= count:
                return day
            room += 1
            idle = 0
        else:
            idle += 1
            if idle > _LONGEST_HOLIDAY_DAYS:
                raise ValueError("the holiday table leaves no working day for more than a year")
        day -= _ONE_DAY

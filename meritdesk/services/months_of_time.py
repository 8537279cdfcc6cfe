"""The months of people in figures, out of marks, letters, calendars and the activity log; the same for screen and pay.

Everything is read for a month at once and judged in memory, so that a recap of 12,000 people takes seconds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from meritdesk.core.activity import LogSum, sum_of
from meritdesk.core.agency_settings import WorkingWeek
from meritdesk.core.attendance import (
    Absence,
    DayMarks,
    Shift,
    ShiftAssignment,
    ShiftScope,
    absences_by_day,
    office_week,
)
from meritdesk.core.attendance_rules import (
    AbsenceRules,
    ActivityRules,
    AttendanceRules,
    AwayCount,
    AwayScope,
    Hours,
    LetterNeed,
    LogNorm,
    Week,
)
from meritdesk.core.history import lines_on, people_on
from meritdesk.core.people import EmploymentType, LegalStatus, OrgUnit, Person
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.rules import PackKind
from meritdesk.core.scoring.absence import AbsenceStanding, absence_standing, days_of_minutes, longest_run
from meritdesk.core.scoring.attendance import DayState, DayVerdict, judge_month
from meritdesk.core.timekeeping import MonthOfTime, NegativeKind, TimeKind
from meritdesk.core.working_days import WorkCalendar
from meritdesk.courtesy import politely
from meritdesk.parting import held
from meritdesk.services.clocks import office_calendar, office_settings
from meritdesk.services.ports import Surroundings, Work

Due = tuple[tuple[date, Hours], ...]
_AT_WORK = frozenset({LegalStatus.ACTIVE, LegalStatus.SECONDED})


def months_of(year: int) -> tuple[Period, ...]:
    """The twelve months of a year."""
    return tuple(Period(year, PeriodKind.MONTH, month) for month in range(1, 13))


def attendance_rules(around: Surroundings, on: date) -> AttendanceRules:
    """The attendance pack in force on a day."""
    body = around.rulebook.pack(PackKind.ATTENDANCE, on).body
    assert isinstance(body, AttendanceRules)
    return body


def activity_rules(around: Surroundings, on: date) -> ActivityRules:
    """The activity pack in force on a day."""
    body = around.rulebook.pack(PackKind.ACTIVITY, on).body
    assert isinstance(body, ActivityRules)
    return body


def absence_rules(around: Surroundings, on: date) -> AbsenceRules:
    """The steps of unexcused absence in force on a day."""
    body = around.rulebook.pack(PackKind.ABSENCE, on).body
    assert isinstance(body, AbsenceRules)
    return body


def people_of(work: Work, day: date) -> Mapping[str, Person]:
    """Everybody of the register as he stood on a day: his unit and status then."""
    stood = people_on(work.people.all(), work.history.all(), day)
    return {person.person_id: person for person in stood}


def is_at_work(person: Person) -> bool:
    """Whether attendance is asked of a person at all."""
    return person.employment is not EmploymentType.OFFICIAL and person.legal_status in _AT_WORK


@dataclass(slots=True)
class WorkDays:
    """Which days somebody works in a month and from when to when: roster, own shift, unit's shift, everybody's, office.

    People of one shift share one answer.
    """

    period: Period
    calendar: WorkCalendar
    week: Week
    people: Mapping[str, Person]
    units: Mapping[str, OrgUnit]
    shifts: Mapping[str, Shift]
    assignments: tuple[ShiftAssignment, ...]
    rosters: Mapping[str, Mapping[int, str]]
    _known: dict[tuple[tuple[str, ...], ...], Due] = field(default_factory=dict)
    _of_person: dict[str, list[ShiftAssignment]] = field(default_factory=dict)
    _of_unit: dict[str, list[ShiftAssignment]] = field(default_factory=dict)
    _of_all: list[ShiftAssignment] = field(default_factory=list)
    _office: Due = ()

    @classmethod
    def of(
        cls,
        around: Surroundings,
        work: Work,
        period: Period,
        people: Mapping[str, Person],
        units: Mapping[str, OrgUnit],
        calendar: WorkCalendar | None = None,
    ) -> WorkDays:
        """Read the calendars of a month once."""
        rules = attendance_rules(around, period.last_day)
        days_a_week = 6 if office_settings(work).working_week is WorkingWeek.SIX else 5
        days = cls(
            period,
            calendar or office_calendar(around, work),
            office_week(rules, days_a_week),
            people,
            units,
            work.time_books.shifts(),
            work.time_books.assignments(),
            work.time_books.rosters(period),
        )
        for one in days.assignments:
            if one.first_day > period.last_day or (one.last_day is not None and one.last_day < period.first_day):
                continue
            if one.scope is ShiftScope.PERSON:
                days._of_person.setdefault(one.subject_id, []).append(one)
            elif one.scope is ShiftScope.UNIT:
                days._of_unit.setdefault(one.subject_id, []).append(one)
            else:
                days._of_all.append(one)
        days._office = days._by(())
        return days

    def due(self, person: Person) -> Due:
        """The days on which a person works, with their hours."""
        roster = self.rosters.get(person.person_id)
        if roster is not None:
            return self._by_roster(roster)
        own = self._of_person.get(person.person_id, ()) if self._of_person else ()
        unit = self._unit_assignments(person.unit_id) if self._of_unit else ()
        if not own and not unit and not self._of_all:
            return self._office
        return self._by((*self._of_all, *unit, *own))

    def _unit_assignments(self, unit_id: str) -> tuple[ShiftAssignment, ...]:
        """Those of the unit and of all above it, the nearest last."""
        found: list[ShiftAssignment] = []
        seen: set[str] = set()
        while unit_id and unit_id not in seen:
            seen.add(unit_id)
            found = [*self._of_unit.get(unit_id, ()), *found]
            unit = self.units.get(unit_id)
            unit_id = unit.parent_id if unit is not None else ""
        return tuple(found)

    def _by(self, assignments: tuple[ShiftAssignment, ...]) -> Due:
        """The days by assignments in rising order: the last one that covers a day counts."""
        key = tuple((one.assignment_id,) for one in assignments)
        if key not in self._known:
            self._known[key] = tuple(
                (day, hours) for day in _days(self.period) if (hours := self._hours(day, assignments)) is not None
            )
        return self._known[key]

    def _hours(self, day: date, assignments: tuple[ShiftAssignment, ...]) -> Hours | None:
        shift = next((self.shifts.get(one.shift) for one in reversed(assignments) if one.covers(day)), None)
        week = shift.week if shift is not None else self.week
        if day in self.calendar.days_off and (shift is None or not shift.works_on_holidays):
            return None
        return week[day.weekday()]

    def _by_roster(self, roster: Mapping[int, str]) -> Due:
        found = []
        for day in _days(self.period):
            shift = self.shifts.get(roster.get(day.day, ""))
            # A roster names the shift of a day itself: its hours are those of that weekday, or its first hours.
            hours = shift.week[day.weekday()] or next(filter(None, shift.week), None) if shift is not None else None
            if hours is not None:
                found.append((day, hours))
        return tuple(found)


def _days(period: Period) -> tuple[date, ...]:
    count = (period.last_day - period.first_day).days + 1
    return tuple(period.first_day + timedelta(days=place) for place in range(count))


@dataclass(slots=True)
class TimeReading:
    """Everything that a month is judged by, read once for all people; a person is judged when he is asked about."""

    period: Period
    rules: AttendanceRules
    activity: ActivityRules
    people: Mapping[str, Person]
    days: WorkDays
    marks: Mapping[str, Mapping[int, DayMarks]]
    letters: Mapping[str, Mapping[int, Absence]]
    last_known: int
    reporting_units: frozenset[str]

    @classmethod
    def of(
        cls, around: Surroundings, work: Work, period: Period, person_ids: Collection[str] | None = None
    ) -> TimeReading:
        """Read a month, for everybody or for these people."""
        everybody = people_of(work, period.last_day)
        people = everybody if person_ids is None else {one: everybody[one] for one in person_ids if one in everybody}
        units = {unit.unit_id: unit for unit in work.units.all()}
        books = work.time_books
        absences = books.absences(period.first_day, period.last_day, person_ids)
        known = books.known_days(period)
        return cls(
            period,
            attendance_rules(around, period.last_day),
            activity_rules(around, period.last_day),
            people,
            WorkDays.of(around, work, period, people, units),
            books.marks(period, person_ids),
            absences_by_day(absences, period.first_day, period.last_day),
            max((days.last for days in known.values()), default=0),
            frozenset(everybody[one].unit_id for one in known if one in everybody),
        )

    def has_attendance(self, person: Person) -> bool:
        """Whether anything can be said of a person's presence: by his own marks or a letter."""
        return person.person_id in self.marks or person.person_id in self.letters

    def is_never_marked(self, person: Person) -> bool:
        """Whether his unit's machine reports others, but of him nothing is known all month."""
        return not self.has_attendance(person) and person.unit_id in self.reporting_units

    def verdicts(self, person: Person) -> tuple[DayVerdict, ...]:
        """Every day due of a person, judged."""
        if not is_at_work(person) or not self.has_attendance(person):
            return ()
        letters = {day: one.code for day, one in self.letters.get(person.person_id, {}).items()}
        marks = self.marks.get(person.person_id, {})
        reach = self.last_known if person.person_id in self.marks else 0
        return judge_month(self.days.due(person), marks, letters, self.rules, reach)

    def month(self, person: Person, log: LogSum | None, negative: int, is_closed: bool) -> MonthOfTime:
        """The month of a person in figures."""
        due = self.days.due(person) if is_at_work(person) else ()
        late: Counter[str] = Counter()
        early: Counter[str] = Counter()
        excused: Counter[str] = Counter()
        absent: list[date] = []
        present = unmarked = lacking = late_minutes = early_minutes = 0
        for verdict in self.verdicts(person):
            if verdict.state is DayState.PRESENT:
                present += 1
                if verdict.late_band:
                    late[verdict.late_band] += 1
                    late_minutes += verdict.late
                if verdict.early_band:
                    early[verdict.early_band] += 1
                    early_minutes += verdict.early
                unmarked += verdict.is_unmarked
                lacking += verdict.lacks_letter
            elif verdict.state is DayState.ABSENT:
                absent.append(verdict.on)
                lacking += verdict.lacks_letter
            else:
                excused[verdict.code] += 1
                present += verdict.state is DayState.ELSEWHERE
                lacking += verdict.lacks_letter
        sums = log or LogSum()
        rules = self.activity
        return MonthOfTime(
            person.person_id,
            self.period.year,
            self.period.index,
            due=len(due),
            present=present,
            late=dict(late),
            early=dict(early),
            unmarked=unmarked,
            absent_days=tuple(absent),
            excused=dict(excused),
            without_letter=lacking,
            late_minutes=late_minutes,
            early_minutes=early_minutes,
            entries=sums.entries,
            entries_open=sums.entries_open,
            validated_minutes=sums.validated,
            refused_minutes=sums.refused,
            open_minutes=sums.open,
            absence_minutes=len(absent) * rules.absent_minutes,
            norm_minutes=(rules.norm_minutes if rules.norm_by is LogNorm.MONTH else len(due) * rules.day_minutes)
            if due
            else 0,
            negative={NegativeKind.NOT_VALIDATED: negative} if negative else {},
            has_attendance=is_at_work(person) and self.has_attendance(person),
            is_never_marked=bool(due) and self.is_never_marked(person),
            has_activity=log is not None,
            is_closed=is_closed,
        )


def log_sums(
    work: Work, period: Period, rules: ActivityRules, person_ids: Collection[str] | None = None
) -> Mapping[str, LogSum]:
    """The minutes of everybody's log; where a day has a limit, the entries themselves are added up."""
    if rules.day_limit is None:
        return work.time_books.log_sums(period, person_ids)
    logs = work.time_books.entries(period, person_ids)
    return {person: sum_of(entries, rules.day_limit) for person, entries in logs.items()}


def raters_on(work: Work, day: date) -> Mapping[str, str]:
    """Who was the superior of everybody on a day, by person; whoever has none is left out."""
    lines = lines_on(work.people.all(), work.units.all(), work.history.all(), day)
    return {line.person_id: line.rater_id for line in lines if line.rater_id}


def months_of_time(
    around: Surroundings,
    work: Work,
    period: Period,
    person_ids: Collection[str] | None = None,
    step: Callable[[int, int], None] | None = None,
) -> Mapping[str, MonthOfTime]:
    """The month of everybody or of these people, by person; ``ASM-110`` where no pack covers the month."""
    reading = TimeReading.of(around, work, period, person_ids)
    sums = log_sums(work, period, reading.activity, person_ids)
    closing = work.time_books.closing(period, TimeKind.ACTIVITY)
    negative = _not_validated(work, period) if closing is not None else {}
    total = len(reading.people)
    found: dict[str, MonthOfTime] = {}
    for place, (person_id, person) in enumerate(politely(reading.people.items())):
        if step is not None and place % 500 == 0:
            step(place, total)
        found[person_id] = reading.month(person, sums.get(person_id), negative.get(person_id, 0), closing is not None)
    return held(found)


def _not_validated(work: Work, period: Period) -> Mapping[str, int]:
    """Whose subordinates have proven entries that nobody validated in a closed month: once a month, however many."""
    logs = work.time_books.log_sums(period)
    waiting = [person for person, sums in logs.items() if sums.entries_open > sums.unproven]
    if not waiting:
        return {}
    raters = raters_on(work, period.last_day)
    return dict.fromkeys((raters[person] for person in waiting if person in raters), 1)


@dataclass(frozen=True, slots=True)
class YearOfAbsence:
    """Somebody's unexcused absence over a year: every day, and where it has brought him."""

    person: Person
    days: tuple[date, ...]
    standing: AbsenceStanding


def year_of_absence(
    around: Surroundings,
    work: Work,
    year: int,
    until: date | None = None,
    person_ids: Collection[str] | None = None,
    step: Callable[[int, int], None] | None = None,
) -> tuple[YearOfAbsence, ...]:
    """Where everybody with an unexcused day stands in a year, the most days first; ``ASM-110`` before PP 94/2021.

    Days with plain marks are told from their bits alone; only people with a code on a day due are read in full, or all
    where minutes of lateness make days.
    """
    last = min(until or date(year, 12, 31), date(year, 12, 31))
    rules = absence_rules(around, last)
    minutes_count = attendance_rules(around, last).minutes_make_days
    calendar = office_calendar(around, work)
    register = work.people.all()
    history = work.history.all()
    today = {person.person_id: person for person in register}
    units = {unit.unit_id: unit for unit in work.units.all()}
    absent: dict[str, list[date]] = {}
    due_days: dict[str, dict[Period, Due]] = {}
    minutes: Counter[str] = Counter()
    periods = [period for period in months_of(year) if period.first_day <= last]
    for place, period in enumerate(periods):
        if step is not None:
            step(place, len(periods))
        stood = {person.person_id: person for person in people_on(register, history, period.last_day)}
        asked = _Register(stood, person_ids, units, calendar)
        _absent_of_month(around, work, period, asked, minutes_count, absent, due_days, minutes)
    found = []
    per_day = attendance_rules(around, last).minutes_a_day
    for person_id in {*absent, *minutes}:
        days = tuple(day for day in absent.get(person_id, ()) if day <= last)
        from_minutes = days_of_minutes(minutes[person_id], per_day) if minutes_count else 0
        if not days and not from_minutes:
            continue
        run, first = longest_run(days, _days_of_run(due_days.get(person_id, {}), periods))
        standing = absence_standing(len(days), run, rules, from_minutes, first)
        found.append(YearOfAbsence(today[person_id], days, standing))
    return tuple(sorted(found, key=lambda one: (-one.standing.days, one.person.name, one.person.nip)))


def _days_of_run(known: Mapping[Period, Due], periods: Sequence[Period]) -> list[date]:
    """The days due in order; a month of which nothing is known ends every run with a day of its own."""
    return [day for period in periods for day in ([one for one, _ in known.get(period, ())] or [period.first_day])]


@dataclass(frozen=True, slots=True)
class _Register:
    people: Mapping[str, Person]
    wanted: Collection[str] | None
    units: Mapping[str, OrgUnit]
    calendar: WorkCalendar


def _absent_of_month(
    around: Surroundings,
    work: Work,
    period: Period,
    register: _Register,
    minutes_count: bool,
    absent: dict[str, list[date]],
    due_days: dict[str, dict[Period, Due]],
    minutes: Counter[str],
) -> None:
    books = work.time_books
    known = books.known_days(period, register.wanted)
    letters = absences_by_day(
        books.absences(period.first_day, period.last_day, register.wanted), period.first_day, period.last_day
    )
    if not known and not letters:
        return
    rules = attendance_rules(around, period.last_day)
    days = WorkDays.of(around, work, period, register.people, register.units, register.calendar)
    last_known = books.last_known_day(period)
    reach = (1 << last_known) - 1
    masks: dict[int, int] = {}
    doubtful: list[str] = []
    dues: dict[str, Due] = {}
    for person_id in {**known, **letters}:
        person = register.people.get(person_id)
        if person is None or not is_at_work(person):
            continue
        due = dues[person_id] = days.due(person)
        mask = masks.get(id(due))
        if mask is None:
            mask = masks[id(due)] = sum(1 << (day.day - 1) for day, _ in due)
        mine, theirs = known.get(person_id), letters.get(person_id, {})
        if minutes_count or (mine is not None and mine.coded & mask) or _unexcused(theirs, rules):
            doubtful.append(person_id)
            continue
        missing = mask & reach & ~mine.marked if mine is not None else 0
        for day, letter in theirs.items():
            if rules.kinds[letter.code].scope is AwayScope.DAY:
                missing &= ~(1 << (day - 1))
        if missing:
            absent.setdefault(person_id, []).extend(day for day, _ in due if missing >> (day.day - 1) & 1)
    marks = books.marks(period, doubtful) if doubtful else {}
    for person_id in doubtful:
        own = {day: one.code for day, one in letters.get(person_id, {}).items()}
        until = last_known if person_id in known else 0
        for verdict in judge_month(dues[person_id], marks.get(person_id, {}), own, rules, until):
            if verdict.state is DayState.ABSENT:
                absent.setdefault(person_id, []).append(verdict.on)
            minutes[person_id] += verdict.late + verdict.early
    for person_id, due in dues.items():
        due_days.setdefault(person_id, {})[period] = due


def _unexcused(letters: Mapping[int, Absence], rules: AttendanceRules) -> bool:
    """Whether a letter itself says that a day was without a reason, or is of a kind that the pack no longer knows."""
    return any(
        kind is None or kind.counts is AwayCount.UNEXCUSED
        for kind in (rules.kinds.get(one.code) for one in letters.values())
    )


def needs_letter_first(rules: AttendanceRules, code: str) -> bool:
    """Whether a code counts for nothing without a letter in the register."""
    kind = rules.kinds.get(code)
    return kind is not None and kind.letter is LetterNeed.ALWAYS

"""Attendance as it is kept: the marks of the machine by day, machine numbers, letters of absence, shifts and rosters.

The marks of one person and month are one short text (decision 0040); everything else is rows of the register.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from meritdesk.core.attendance_rules import AttendanceRules, Hours, Week

MIDNIGHT = 1440
_NOTHING = "-"


@dataclass(frozen=True, slots=True)
class DayMarks:
    """One day of the machine: when somebody came and left, in minutes from midnight, and the code of the day."""

    day: int
    came: int | None = None
    left: int | None = None
    code: str = ""


@dataclass(frozen=True, slots=True)
class AttendanceRow:
    """One row of a fingerprint file: whose number, the day, and either both marks or a single tap with its sense.

    ``number`` is a NIP or the machine's own id. ``tap`` is a minute whose sense is unknown: the first of a day is the
    coming, the last the going. ``None`` in both and no code is a row that says the person was not there.
    """

    number: str
    on: date
    came: int | None = None
    left: int | None = None
    tap: int | None = None
    code: str = ""


@dataclass(frozen=True, slots=True)
class MachineId:
    """A number of the fingerprint machine and whose it is; ``person_id`` is empty while nobody has said."""

    number: str
    person_id: str = ""
    seen_on: date | None = None
    seen_in: str = ""


@dataclass(frozen=True, slots=True)
class MachineRow:
    """One row of a file that says whose a machine number is."""

    number: str
    nip: str


@dataclass(frozen=True, slots=True)
class Absence:
    """An approved absence or another working arrangement: days from and to, the code, and the letter it rests on."""

    absence_id: str
    person_id: str
    code: str
    first_day: date
    last_day: date
    letter: str = ""
    letter_day: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class AbsenceRow:
    """One row of a file of approved absences."""

    nip: str
    code: str
    first_day: date
    last_day: date
    letter: str = ""
    letter_day: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Shift:
    """A working week of its own: a code, a name, the hours by weekday, and whether it works on holidays."""

    code: str
    name: str
    week: Week
    works_on_holidays: bool = False


class ShiftScope(StrEnum):
    """For whom a shift holds: one person, everybody of a unit and below it, or everybody (Ramadan)."""

    PERSON = "PERSON"
    UNIT = "UNIT"
    EVERYBODY = "EVERYBODY"


@dataclass(frozen=True, slots=True)
class ShiftAssignment:
    """A shift for somebody from a day on, to a day or until further notice."""

    assignment_id: str
    scope: ShiftScope
    subject_id: str
    shift: str
    first_day: date
    last_day: date | None = None

    def covers(self, day: date) -> bool:
        """Whether it holds on a day."""
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One row of a roster file: on this day this person works this shift; an empty shift is a day off."""

    nip: str
    on: date
    shift: str


def written_marks(days: Iterable[DayMarks]) -> str:
    """The marks of a month as one short text in order of days: ``3 450 965;4 - - DL``."""
    return ";".join(
        f"{one.day} {_NOTHING if one.came is None else one.came} {_NOTHING if one.left is None else one.left}"
        + (f" {one.code}" if one.code else "")
        for one in sorted(days, key=lambda one: one.day)
    )


def read_marks(text: str) -> dict[int, DayMarks]:
    """The marks of a month by day."""
    found: dict[int, DayMarks] = {}
    for piece in text.split(";") if text else ():
        day, came, left, *code = piece.split(" ")
        found[int(day)] = DayMarks(
            int(day),
            None if came == _NOTHING else int(came),
            None if left == _NOTHING else int(left),
            code[0] if code else "",
        )
    return found


def last_marked_day(marks: Iterable[int]) -> int:
    """The last day of a month of which a file says something; nought when none does."""
    return max(marks, default=0)


def written_roster(days: Mapping[int, str]) -> str:
    """The roster of a month as one short text: ``1 PAGI;2 -``."""
    return ";".join(f"{day} {days[day] or _NOTHING}" for day in sorted(days))


def read_roster(text: str) -> dict[int, str]:
    """The shift of each day of a month; empty for a day off."""
    pairs = (piece.split(" ", 1) for piece in (text.split(";") if text else ()))
    return {int(day): "" if shift == _NOTHING else shift for day, shift in pairs}


def written_week(week: Week) -> str:
    """The hours of a week as text: ``450-960`` a weekday, ``-`` where nobody works."""
    return ";".join(_NOTHING if hours is None else f"{hours.start}-{hours.end}" for hours in week)


def read_week(text: str) -> Week:
    """The hours of a week from that text."""
    week: list[Hours | None] = []
    for piece in text.split(";"):
        start, _, end = piece.partition("-")
        week.append(Hours(int(start), int(end)) if start and end else None)
    return tuple(week)


def office_week(rules: AttendanceRules, days_a_week: int) -> Week:
    """The office's own week by the pack."""
    return rules.six_days if days_a_week >= 6 else rules.five_days


def merged_marks(before: DayMarks | None, row: AttendanceRow) -> DayMarks:
    """A day after one more row: the first coming and the last going stay, a code that is stated counts.

    A blank cell never overwrites what is known.
    """
    came = before.came if before else None
    left = before.left if before else None
    code = row.code or (before.code if before else "")
    taps = [minute for minute in (row.tap, came, left) if minute is not None] if row.tap is not None else []
    if taps:
        came = min(taps)
        left = max(taps) if max(taps) > came else left
    if row.came is not None:
        came = row.came if came is None else min(came, row.came)
    if row.left is not None:
        left = row.left if left is None else max(left, row.left)
    return DayMarks(row.on.day, came, left, code)


def absences_by_day(absences: Sequence[Absence], first: date, last: date) -> dict[str, dict[int, Absence]]:
    """For each person the absence of each day of one month; where two cover a day, the one that began later counts."""
    found: dict[str, dict[int, Absence]] = {}
    for one in sorted(absences, key=lambda one: (one.first_day, one.absence_id)):
        start, end = max(one.first_day, first), min(one.last_day, last)
        days = found.setdefault(one.person_id, {})
        for day in range(start.day, end.day + 1) if start <= end else ():
            days[day] = one
    return found


def clock(minute: int | None) -> str:
    """A minute as offices write it, ``07.30``; past midnight with a plus; a dash for a mark that is missing."""
    if minute is None:
        return "-"
    hours, minutes = divmod(minute % MIDNIGHT, 60)
    return f"{hours:02d}.{minutes:02d}" + ("+" if minute >= MIDNIGHT else "")

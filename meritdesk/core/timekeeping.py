"""A month of somebody's time in figures: days due and present, lateness by band, absences by kind, minutes of activity.

This is what pay, discipline and talent read; how it comes about stands in ``core/attendance.py`` (fingerprint marks),
``core/activity.py`` (the daily log) and ``core/scoring/attendance.py`` (the judgement of a day).

A desk answers with ``desk.timekeeping.month_of(period, person_ids)``, a work that is open already with
``services/months_of_time.py: months_of_time(around, work, period, person_ids)``; both answer by person id and leave out
nobody who is asked about.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from meritdesk.core.periods import Period


class TimeKind(StrEnum):
    """Which of the two books of a month is meant: the attendance of the machine or the daily activity log."""

    ATTENDANCE = "ATTENDANCE"
    ACTIVITY = "ACTIVITY"


class NegativeKind(StrEnum):
    """What the figures themselves say against somebody: he did not validate the log of his subordinates in time."""

    NOT_VALIDATED = "NOT_VALIDATED"


class BatchKind(StrEnum):
    """What a batch wrote into the books of a month."""

    ATTENDANCE = "ATTENDANCE"
    ROSTER = "ROSTER"
    LOG = "LOG"
    VALIDATION = "VALIDATION"
    CLOSING = "CLOSING"
    MERGE = "MERGE"


@dataclass(frozen=True, slots=True)
class TimeBatch:
    """One write into the books: what it was, of which months, from which file, how many people and entries it touched.

    ``digest`` is the digest of everything it wrote, so that the journal vouches for rows that do not stand in it.
    """

    batch_id: str
    kind: BatchKind
    periods: tuple[str, ...]
    source: str
    people: int
    entries: int
    digest: str


@dataclass(frozen=True, slots=True)
class TimeClosing:
    """A book of a month that is locked: when, by whom, how many people it has, and the digest of what it said then."""

    period: Period
    kind: TimeKind
    closed_on: date
    closed_by: str
    people: int
    digest: str


@dataclass(frozen=True, slots=True)
class KnownDays:
    """The days of a month of which a file says something, as bits, the lowest for the first.

    ``marked`` are days with a mark and no code, ``coded`` those with a code.
    """

    marked: int
    coded: int

    @property
    def last(self) -> int:
        """The last of them."""
        return (self.marked | self.coded).bit_length()


@dataclass(frozen=True, slots=True)
class MonthOfTime:
    """One person, one month. Days are working days of his own calendar (shift, roster, holidays).

    ``late`` and ``early`` count events by the code of the band in the attendance pack (``TL1`` .. ``TL4``, ``PSW1`` ..
    ``PSW4``); a missing mark of a day on which the person was there is the heaviest band and also counts in
    ``unmarked``. ``absent_days`` are without any mark, letter or reason; ``excused`` counts days by the code of the
    absence (``DL``, ``C``, ``S`` ...). ``counted_minutes`` are the validated minutes less what absent days take off,
    never below nought. ``has_attendance`` is false when no mark and no letter of the month is known at all: then
    nothing can be said of presence, and ``absent_days`` is empty; ``is_never_marked`` says that the machine of the
    unit did report others, so that somebody must ask (an unknown machine id, a newcomer, or an absentee).
    ``without_letter`` are days whose reason a file states and no letter of the register bears out yet.
    """

    person_id: str
    year: int
    month: int
    due: int = 0
    present: int = 0
    late: Mapping[str, int] = field(default_factory=dict)
    early: Mapping[str, int] = field(default_factory=dict)
    unmarked: int = 0
    absent_days: tuple[date, ...] = ()
    excused: Mapping[str, int] = field(default_factory=dict)
    without_letter: int = 0
    late_minutes: int = 0
    early_minutes: int = 0
    entries: int = 0
    entries_open: int = 0
    validated_minutes: int = 0
    refused_minutes: int = 0
    open_minutes: int = 0
    absence_minutes: int = 0
    norm_minutes: int = 0
    negative: Mapping[NegativeKind, int] = field(default_factory=dict)
    has_attendance: bool = False
    is_never_marked: bool = False
    has_activity: bool = False
    is_closed: bool = False

    @property
    def absent(self) -> int:
        """Days without a valid reason (tanpa keterangan)."""
        return len(self.absent_days)

    @property
    def excused_days(self) -> int:
        """Days away with a reason that counts, of whatever kind."""
        return sum(self.excused.values())

    @property
    def counted_minutes(self) -> int:
        """Effective minutes that count against the norm."""
        return max(0, self.validated_minutes - self.absence_minutes)

    @property
    def missing_minutes(self) -> int:
        """Minutes short of the norm of the month."""
        return max(0, self.norm_minutes - self.counted_minutes)

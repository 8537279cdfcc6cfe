"""What an attendance pack says: office hours, bands of lateness, reasons to be away, minutes of activity, absences.

Nothing of it is sure for a given city: the packs carry their doubt, and an agency puts its own pack in their place.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from meritdesk.core.discipline import SanctionKind, SanctionLevel


class AwayCount(StrEnum):
    """What a day with a code counts as: work elsewhere, away with a reason, or away without one."""

    ELSEWHERE = "ELSEWHERE"
    EXCUSED = "EXCUSED"
    UNEXCUSED = "UNEXCUSED"


class AwayScope(StrEnum):
    """Which part of a day a reason covers: all of it, the coming (late), or the going (early)."""

    DAY = "DAY"
    COMING = "COMING"
    GOING = "GOING"


class LetterNeed(StrEnum):
    """Whether a code in a file counts without a letter in the register: never, for the time being, or it needs none."""

    ALWAYS = "ALWAYS"
    LATER = "LATER"
    NEVER = "NEVER"


class LogNorm(StrEnum):
    """What the minutes of a month are held against: a fixed number, or so many minutes for each day due."""

    MONTH = "MONTH"
    DAY = "DAY"


@dataclass(frozen=True, slots=True)
class AwayKind:
    """A reason to be away, with the code of the machine (``DL``, ``C``, ``S`` ...) and the words of the office."""

    code: str
    name: str
    english: str
    counts: AwayCount
    scope: AwayScope = AwayScope.DAY
    letter: LetterNeed = LetterNeed.LATER
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Band:
    """A band of lateness or early leave: its code, and up to how many minutes it reaches; the last has no end."""

    code: str
    up_to: int | None


@dataclass(frozen=True, slots=True)
class Hours:
    """The hours of one working day in minutes from midnight; an end past 1440 lies on the next day."""

    start: int
    end: int


Week = tuple[Hours | None, ...]
"""Monday to Sunday; nothing where the office or the shift does not work."""


@dataclass(frozen=True, slots=True)
class AttendanceRules:
    """Office hours and the judgement of a day.

    ``tolerance`` are minutes that are no lateness at all. ``unmarked`` says that a missing mark counts as the heaviest
    band. ``minutes_a_day`` is how much lateness makes a day where ``minutes_make_days`` is switched on.
    """

    five_days: Week
    six_days: Week
    late: tuple[Band, ...]
    early: tuple[Band, ...]
    kinds: Mapping[str, AwayKind]
    tolerance: int
    unmarked_is_heaviest: bool
    minutes_a_day: int
    minutes_make_days: bool
    source: str

    def kind_of(self, word: str) -> AwayKind | None:
        """The reason that a code or a word of a file means."""
        found = self.kinds.get(word)
        if found is not None:
            return found
        return next((kind for kind in self.kinds.values() if word in kind.words), None)


@dataclass(frozen=True, slots=True)
class ActivityRules:
    """The norm of the daily log and how it is closed.

    ``absent_minutes`` are taken off for each absent day. ``day_limit`` is how many minutes of one day count; nothing
    when all do. ``closing_day`` is the working day of the next month from which a month may be closed.
    """

    norm_by: LogNorm
    norm_minutes: int
    day_minutes: int
    absent_minutes: int
    day_limit: int | None
    needs_evidence: bool
    closing_day: int
    source: str


@dataclass(frozen=True, slots=True)
class AbsenceStep:
    """One step of discipline: from how many days, at which level, which sanction, and its words as printed."""

    from_days: int
    level: SanctionLevel
    kind: SanctionKind
    sanction: str
    english: str


@dataclass(frozen=True, slots=True)
class AbsenceRules:
    """Unexcused absence in one calendar year (PP 94/2021): the steps in order, and the days in a row of the last."""

    steps: tuple[AbsenceStep, ...]
    running_days: int
    running_step: AbsenceStep
    source: str

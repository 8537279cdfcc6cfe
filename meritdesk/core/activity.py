"""The daily activity log: who did what from when to when, with which product and evidence, and what became of it.

The entries of one person and month belong together: overlap, the limit of a day and the norm are judged over them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from meritdesk.core.attendance_rules import ActivityRules


class EntryState(StrEnum):
    """What the superior has said of an entry."""

    OPEN = "OPEN"
    VALIDATED = "VALIDATED"
    REFUSED = "REFUSED"


class RefusedWhy(StrEnum):
    """Why an entry was refused, as one key in the grid; other reasons are written out."""

    UNPROVEN = "UNPROVEN"
    NOT_OF_THE_POST = "NOT_OF_THE_POST"
    TOO_LONG = "TOO_LONG"
    TWICE = "TWICE"
    OTHER = "OTHER"


@dataclass(frozen=True, slots=True)
class ActivityEntry:
    """One entry of the log; ``number`` is its place in the month of the person and never changes."""

    number: int
    on: date
    start: int
    end: int
    product: str
    evidence: str = ""
    state: EntryState = EntryState.OPEN
    why: str = ""
    decided_by: str = ""
    decided_on: date | None = None

    @property
    def minutes(self) -> int:
        """How long it took."""
        return self.end - self.start

    @property
    def is_proven(self) -> bool:
        """Whether any evidence is named."""
        return bool(self.evidence.strip())

    def same_time(self, other: ActivityEntry) -> bool:
        """Whether both are about the same time of the same day."""
        return (self.on, self.start, self.end) == (other.on, other.start, other.end)

    def overlaps(self, other: ActivityEntry) -> bool:
        """Whether both claim the same minutes."""
        return self.on == other.on and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """One row of a log file."""

    nip: str
    on: date
    start: int
    end: int
    product: str
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class LogSum:
    """The minutes of a log: validated (within the limit of a day), refused and open, and how many entries are open."""

    entries: int = 0
    entries_open: int = 0
    unproven: int = 0
    validated: int = 0
    refused: int = 0
    open: int = 0


def sum_of(entries: Iterable[ActivityEntry], day_limit: int | None) -> LogSum:
    """Add a month up; where a day has a limit, validated minutes beyond it do not count."""
    by_day: dict[date, int] = defaultdict(int)
    count = is_open = unproven = refused = waiting = 0
    for one in entries:
        count += 1
        if one.state is EntryState.VALIDATED:
            by_day[one.on] += one.minutes
        elif one.state is EntryState.REFUSED:
            refused += one.minutes
        else:
            is_open += 1
            waiting += one.minutes
            unproven += not one.is_proven
    validated = sum(minutes if day_limit is None else min(minutes, day_limit) for minutes in by_day.values())
    return LogSum(count, is_open, unproven, validated, refused, waiting)


def clashes(entries: Sequence[ActivityEntry]) -> tuple[tuple[ActivityEntry, ActivityEntry], ...]:
    """Pairs of entries that claim the same minutes, refused ones left out; the later one stands second."""
    ordered = sorted(
        (one for one in entries if one.state is not EntryState.REFUSED), key=lambda one: (one.on, one.start, one.number)
    )
    found: list[tuple[ActivityEntry, ActivityEntry]] = []
    reach: ActivityEntry | None = None
    for one in ordered:
        if reach is not None and reach.overlaps(one):
            found.append((reach, one))
        if reach is None or reach.on != one.on or one.end > reach.end:
            reach = one
    return tuple(found)


def fault_of(entry: ActivityEntry, today: date) -> str:
    """The code of what makes an entry impossible by itself; empty when nothing does."""
    if not 0 <= entry.start < entry.end or entry.start >= 1440 or entry.end > 2880:
        return "TIM-113"
    if entry.on > today:
        return "TIM-114"
    return "" if entry.product.strip() else "TIM-115"


def may_validate(entry: ActivityEntry, rules: ActivityRules) -> bool:
    """Whether the entry can be validated: what is not proven is refused."""
    return entry.is_proven or not rules.needs_evidence

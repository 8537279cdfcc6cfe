"""The worklist of the morning: what is late, what is due, what came back, who keeps whom waiting, what is missing.

A row is short: what, how many, until when, and where it is done. Nothing can be put off or hidden; rows are ordered by
urgency, and a unit narrows them all.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from meritdesk.core.deadlines import last_day_of_week
from meritdesk.core.periods import Period
from meritdesk.core.stages import Cohort
from meritdesk.core.working_days import WorkCalendar


class WorkGroup(StrEnum):
    """The groups of the worklist, the most urgent first."""

    LATE = "LATE"
    THIS_WEEK = "THIS_WEEK"
    RETURNED = "RETURNED"
    HINDERED = "HINDERED"
    MISSING = "MISSING"
    CARE = "CARE"
    COMING = "COMING"


class WorkKind(StrEnum):
    """What a row is about."""

    NO_UNITS = "NO_UNITS"
    NO_RATER = "NO_RATER"
    NO_PLAN = "NO_PLAN"
    NOT_FIXED = "NOT_FIXED"
    NO_ACTUALS = "NO_ACTUALS"
    NOT_RATED = "NOT_RATED"
    NOT_CLOSED = "NOT_CLOSED"
    NOT_PRINTED = "NOT_PRINTED"
    NOT_SIGNED = "NOT_SIGNED"
    NOT_SENT = "NOT_SENT"
    DUTY = "DUTY"
    OBJECTIONS = "OBJECTIONS"
    PAPERS_OVERDUE = "PAPERS_OVERDUE"
    PAPERS_RECALLED = "PAPERS_RECALLED"
    SCANS_WAITING = "SCANS_WAITING"
    PACKAGE_RETURNED = "PACKAGE_RETURNED"
    UNCONFIRMED = "UNCONFIRMED"
    RATER_WAITED_FOR = "RATER_WAITED_FOR"
    OTHER_RATERS = "OTHER_RATERS"
    HOLDER_WAITED_FOR = "HOLDER_WAITED_FOR"
    DRAFTS = "DRAFTS"
    ORDERS_STOPPED = "ORDERS_STOPPED"
    CONFLICTS_WAIT = "CONFLICTS_WAIT"
    CORRECTIONS_WAIT = "CORRECTIONS_WAIT"
    REFERENCE_WAITS = "REFERENCE_WAITS"
    LIST_WAITS = "LIST_WAITS"
    ENROLMENTS_WAIT = "ENROLMENTS_WAIT"
    INCIDENTS = "INCIDENTS"
    ANSWERS_OWED = "ANSWERS_OWED"
    JOURNAL_BROKEN = "JOURNAL_BROKEN"
    PERSON_REQUESTS = "PERSON_REQUESTS"
    LEAK_NOTICE = "LEAK_NOTICE"
    NO_BACKUP = "NO_BACKUP"
    OLD_BACKUP = "OLD_BACKUP"

    @property
    def code(self) -> str:
        """The code of its sentence."""
        return f"OVW-WORK-{self.value.replace('_', '-')}"


@dataclass(frozen=True, slots=True)
class WorkItem:
    """One row: how many, until when, and the room with the filters that show exactly what was counted.

    ``units`` counts by the unit each belongs to; a row that is nobody's in particular has none and stays whatever unit
    is asked for. ``cohort`` are the people behind a row of people. ``days`` are working days left, negative when over.
    """

    group: WorkGroup
    kind: WorkKind
    count: int
    room: str
    filters: Mapping[str, object] = field(default_factory=dict)
    facts: Mapping[str, str] = field(default_factory=dict)
    due: date | None = None
    days: int | None = None
    units: Mapping[str, int] = field(default_factory=dict)
    cohort: Cohort | None = None

    def within(self, unit_id: str, branch: Collection[str]) -> WorkItem | None:
        """The row for a branch of the agency; nothing when nobody of it is in there."""
        if not self.units:
            return self
        kept = {one: count for one, count in self.units.items() if one in branch}
        if not kept:
            return None
        cohort = replace(self.cohort, unit_ids=tuple(sorted(branch))) if self.cohort is not None else None
        filters = {**self.filters, "unit": unit_id, "units": tuple(sorted(branch))}
        if "cohort" in filters:
            filters["cohort"] = cohort
        return replace(self, count=sum(kept.values()), units=kept, cohort=cohort, filters=filters)


@dataclass(frozen=True, slots=True)
class Worklist:
    """Everything that has to be done in a period, as it stands today; ``is_quiet`` when only coming things are left."""

    period: Period
    today: date
    items: tuple[WorkItem, ...]

    @property
    def is_quiet(self) -> bool:
        """Whether nothing waits today; what comes later does not count."""
        return all(item.group is WorkGroup.COMING for item in self.items)

    def within(self, unit_id: str, branch: Collection[str]) -> Worklist:
        """The rows of a branch of the agency."""
        kept = (item.within(unit_id, branch) for item in self.items)
        return replace(self, items=tuple(item for item in kept if item is not None))

    def of(self, group: WorkGroup) -> tuple[WorkItem, ...]:
        """The rows of one group."""
        return tuple(item for item in self.items if item.group is group)


def group_of(due: date | None, today: date, otherwise: WorkGroup) -> WorkGroup:
    """In which group something with a day stands: late, this week, or where it would stand without one."""
    if due is None:
        return otherwise
    if due < today:
        return WorkGroup.LATE
    return WorkGroup.THIS_WEEK if due <= last_day_of_week(today) else otherwise


def days_left(due: date | None, today: date, calendar: WorkCalendar) -> int | None:
    """The working days until a day, negative when it has passed."""
    if due is None:
        return None
    return calendar.between(today, due) if due >= today else -calendar.between(due, today)


def by_urgency(items: Sequence[WorkItem]) -> tuple[WorkItem, ...]:
    """Groups in their order; inside, what is longest over or soonest due comes first, then what concerns most."""
    groups, kinds = tuple(WorkGroup), tuple(WorkKind)

    def urgency(item: WorkItem) -> tuple[int, bool, date, int, int]:
        place = 0 if item.group is WorkGroup.HINDERED else kinds.index(item.kind)
        return (groups.index(item.group), item.due is None, item.due or date.max, place, -item.count)

    return tuple(sorted(items, key=urgency))

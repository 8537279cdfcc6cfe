"""What the care of the data asks for among the work of the day: broken journals, requests of people, leaks to tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Protocol

from meritdesk.core.personal_data import AskedState
from meritdesk.core.worklist import WorkGroup, WorkItem, WorkKind
from meritdesk.services.ports import Work


class MakesItem(Protocol):
    """Makes a row when there is anything to count."""

    def __call__(
        self,
        group: WorkGroup,
        kind: WorkKind,
        count: int,
        room: str,
        filters: Mapping[str, object],
        *,
        due: date | None = None,
    ) -> Iterator[WorkItem]: ...


def care_of_data(item: MakesItem, work: Work, now: datetime) -> Iterator[WorkItem]:
    """What waits for a person: a cut journal until it is explained, the clocks of 3 x 24 hours until they are met."""
    broken = len(work.audit.findings(only_open=True))
    yield from item(WorkGroup.LATE, WorkKind.JOURNAL_BROKEN, broken, "upkeep", {"tab": "audit"})
    asked = [one.due_at for one in work.personal.requests() if one.state is AskedState.OPEN]
    leaks = [one.due_at for one in work.personal.leaks() if one.told_at is None]
    for kind, dues, tab in ((WorkKind.PERSON_REQUESTS, asked, "requests"), (WorkKind.LEAK_NOTICE, leaks, "leaks")):
        if dues:
            first = min(dues)
            group = WorkGroup.LATE if first < now else WorkGroup.THIS_WEEK
            yield from item(group, kind, len(dues), "upkeep", {"tab": tab}, due=first.date())

"""What the care of the data itself asks for among the work of the day: breaks of a journal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol

from meritdesk.core.worklist import WorkGroup, WorkItem, WorkKind
from meritdesk.services.ports import Work


class MakesItem(Protocol):
    """Makes a row when there is anything to count."""

    def __call__(
        self, group: WorkGroup, kind: WorkKind, count: int, room: str, filters: Mapping[str, object]
    ) -> Iterator[WorkItem]: ...


def care_of_data(item: MakesItem, work: Work) -> Iterator[WorkItem]:
    """A journal that was cut or written anew waits until a person says what it was."""
    broken = len(work.audit.findings(only_open=True))
    yield from item(WorkGroup.LATE, WorkKind.JOURNAL_BROKEN, broken, "upkeep", {"tab": "audit"})

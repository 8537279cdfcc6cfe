"""What the window remembers: where the work was left, and the history of long work with the fate of each item."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from meritdesk.core.access import Action, require
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.work_record import WorkItem, WorkRecord, counted, kept
from meritdesk.services.ports import Surroundings
from meritdesk.services.upkeep.drafts import owner_of

MOST_WORK = 200
"""Pieces of long work that stay in the history of a person."""


@dataclass(frozen=True, slots=True)
class WindowMemory:
    """Verbs of the window's memory; nothing of it is a record of the office, so nothing of it stands in the journal.

    Where the data are only looked at, nothing new is remembered.
    """

    around: Surroundings

    def keep(self, name: str, content: str) -> None:
        """Remember something under a name; ``UI-341`` without a name."""
        require(self.around.actor, Action.READ)
        if not name.strip():
            raise UsageRefusal("UI-341")
        if self.around.store.viewing is not None:
            return
        with self.around.store.writing(self.around.actor, "upkeep.memory.keep") as work:
            work.memory.keep(owner_of(self.around.actor), name, content)
            work.commit()

    def recall(self, name: str) -> str:
        """What was remembered under a name; an empty text when nothing was."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return work.memory.recall(owner_of(self.around.actor), name)

    def note_work(self, record: WorkRecord, items: Sequence[WorkItem]) -> WorkRecord:
        """Write down work that ended, with the fate of each of its items; old work goes at the end."""
        require(self.around.actor, Action.READ)
        listed = tuple(items)
        record = replace(record, counts=counted(listed))
        if self.around.store.viewing is not None:
            return record
        with self.around.store.writing(self.around.actor, "upkeep.memory.note_work") as work:
            work.work_records.note(owner_of(self.around.actor), record, kept(listed), MOST_WORK)
            work.commit()
        return record

    def work(self, limit: int = MOST_WORK) -> tuple[WorkRecord, ...]:
        """The history of long work, newest first."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return work.work_records.of_owner(owner_of(self.around.actor), limit)

    def items(self, work_id: str) -> tuple[WorkItem, ...]:
        """What became of each item of one piece of work; ``UI-342`` when it is no longer in the history."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            found = work.work_records.items(owner_of(self.around.actor), work_id)
        if found is None:
            raise UsageRefusal("UI-342")
        return found

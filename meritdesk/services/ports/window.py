"""What the store keeps for the window: drafts, where somebody left off, the history of long work."""

from __future__ import annotations

from typing import Protocol

from meritdesk.core.drafts import Draft
from meritdesk.core.work_record import WorkItem, WorkRecord


class Drafts(Protocol):
    """What was typed in editors and not saved; it stands in no journal."""

    def of_owner(self, owner: str) -> tuple[Draft, ...]: ...
    def one(self, owner: str, editor: str, subject: str) -> Draft | None: ...
    def keep(self, owner: str, draft: Draft) -> None: ...
    def drop(self, owner: str, editor: str, subject: str) -> None: ...


class Memory(Protocol):
    """Small things with a name that the window remembers for somebody."""

    def recall(self, owner: str, name: str) -> str: ...
    def keep(self, owner: str, name: str, content: str) -> None: ...


class WorkRecords(Protocol):
    """The history of long work."""

    def of_owner(self, owner: str, limit: int) -> tuple[WorkRecord, ...]: ...
    def items(self, owner: str, work_id: str) -> tuple[WorkItem, ...] | None: ...
    def note(self, owner: str, record: WorkRecord, items: tuple[WorkItem, ...], most: int) -> None: ...

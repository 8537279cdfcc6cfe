"""The history of long work: what ran, for how long, how it ended, and the fate of each item."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class WorkFate(StrEnum):
    """How a piece of long work ended."""

    DONE = "DONE"
    PARTLY = "PARTLY"
    REFUSED = "REFUSED"
    CANCELLED = "CANCELLED"
    BROKE = "BROKE"


class ItemFate(StrEnum):
    """What became of one item of the work."""

    ADDED = "ADDED"
    CHANGED = "CHANGED"
    SAME = "SAME"
    DONE = "DONE"
    NOTED = "NOTED"
    SKIPPED = "SKIPPED"
    CONFLICT = "CONFLICT"
    REFUSED = "REFUSED"


TROUBLE = frozenset({ItemFate.REFUSED, ItemFate.CONFLICT})
"""Fates that ask the clerk to do something."""

MOST_ITEMS = 20_000
"""Items kept of one piece of work; what is in trouble is kept first."""


@dataclass(frozen=True, slots=True)
class WorkItem:
    """One item with its fate; ``code`` and ``facts`` are the reason, said in the language of whoever reads it."""

    place: str
    name: str
    fate: ItemFate
    code: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class WorkRecord:
    """One piece of long work that ended. ``code`` and ``facts`` say why it was refused."""

    work_id: str
    title: str
    began: datetime
    ended: datetime
    fate: WorkFate
    done: int = 0
    total: int = 0
    code: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)
    slept_seconds: int = 0
    change_set_id: str = ""
    counts: Mapping[ItemFate, int] = field(default_factory=dict)

    @property
    def seconds(self) -> int:
        """How long it took, without the time in which the PC slept."""
        return max(0, round((self.ended - self.began).total_seconds()) - self.slept_seconds)


def counted(items: tuple[WorkItem, ...]) -> dict[ItemFate, int]:
    """How many items have each fate, in the order of the fates."""
    found = Counter(item.fate for item in items)
    return {fate: found[fate] for fate in ItemFate if found[fate]}


def kept(items: tuple[WorkItem, ...]) -> tuple[WorkItem, ...]:
    """The items that are kept: all, or when there are too many those in trouble before the others."""
    if len(items) <= MOST_ITEMS:
        return items
    trouble = [item for item in items if item.fate in TROUBLE]
    rest = [item for item in items if item.fate not in TROUBLE]
    return tuple((*trouble, *rest)[:MOST_ITEMS])

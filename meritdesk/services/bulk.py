"""Changing one field of many records at once: every row has its fate, and what is good is one change set."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from meritdesk.core.journal import Changes


class BulkFate(StrEnum):
    """What becomes of one row; the three add up to the rows given."""

    CHANGED = "CHANGED"
    SAME = "SAME"
    REFUSED = "REFUSED"


@dataclass(frozen=True, slots=True)
class BulkRow:
    """One row of a bulk edit: whose, what stands there, what is to stand there, and why not where it is refused.

    ``key`` says which record it is (a person, a plan, an indicator); ``before`` and ``after`` are as they are read.
    """

    key: str
    nip: str
    name: str
    what: str
    before: str
    after: str
    fate: BulkFate
    code: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class BulkOutcome:
    """The answer of every bulk edit, looked at first or carried out."""

    rows: tuple[BulkRow, ...]
    changes: Changes = field(default_factory=Changes)

    def count(self, fate: BulkFate) -> int:
        """How many rows have a fate."""
        return Counter(row.fate for row in self.rows)[fate]

    @property
    def refused(self) -> tuple[BulkRow, ...]:
        """The rows that were not taken, with their reasons."""
        return tuple(row for row in self.rows if row.fate is BulkFate.REFUSED)

"""What a verb answers: what it changed, and for imports the fate of every row, with counts that add up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass, field, replace

from meritdesk.core.differences import Difference
from meritdesk.core.errors import RowFault
from meritdesk.core.evaluation import Reason
from meritdesk.core.journal import Changes

Step = Callable[[int, int], None]


def no_step(done: int, total: int) -> None:
    """Progress that nobody watches."""


@dataclass(frozen=True, slots=True)
class Counts:
    """The fate of the rows of an import; the five add up to ``read``."""

    read: int = 0
    added: int = 0
    changed: int = 0
    same: int = 0
    refused: int = 0
    conflict: int = 0

    @property
    def is_complete(self) -> bool:
        """Whether every row read has exactly one fate."""
        return self.read == self.added + self.changed + self.same + self.refused + self.conflict


@dataclass(frozen=True, slots=True)
class RowOutcome:
    """The fate of one accepted row, for the preview table: ``added``, ``changed`` or ``same``.

    ``differences`` are the old and new values of a row that changes something.
    """

    row: int
    key: str
    label: str
    state: str
    fields: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()


CONFLICTS = frozenset({"REG-343", "ASM-104", "IMP-266", "IMP-279"})
"""Codes of rows that contradict what is known or wait for an answer; all other refusals are faults of the row."""


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """The answer of every import, dry run or real; ``left_out`` rows were set aside by the clerk and are not read."""

    counts: Counts
    refused: tuple[RowFault, ...] = ()
    remarks: tuple[RowFault, ...] = ()
    rows: Sequence[RowOutcome] = ()
    skipped: int = 0
    changes: Changes = field(default_factory=Changes)
    left_out: int = 0

    @property
    def has_refusals(self) -> bool:
        """Whether the clerk still has rows to work on."""
        return bool(self.counts.refused or self.counts.conflict)

    def judged_again(self, rows: Set[int], again: ImportOutcome) -> ImportOutcome:
        """The same outcome with the fates of some rows as a second look at just these rows found them."""
        kept = tuple(one for one in self.rows if one.row not in rows)
        refused = tuple(one for one in self.refused if one.row not in rows)
        faults = tuple(sorted((*refused, *again.refused), key=lambda one: one.row))
        lines = tuple(sorted((*kept, *again.rows), key=lambda one: one.row))
        remarks = (*(one for one in self.remarks if one.row not in rows), *again.remarks)
        states = Counter(one.state for one in lines)
        conflicts = sum(one.code in CONFLICTS for one in faults)
        counts = Counts(
            read=len(lines) + len(faults),
            added=states["added"],
            changed=states["changed"],
            same=states["same"],
            refused=len(faults) - conflicts,
            conflict=conflicts,
        )
        return replace(
            self,
            counts=counts,
            refused=faults,
            remarks=tuple(sorted(remarks, key=lambda one: one.row)),
            rows=lines,
            left_out=again.left_out,
        )


@dataclass(frozen=True, slots=True)
class Blocked:
    """One person whose evaluation could not be closed, or whose sheet could not be printed, and why.

    ``also`` are the codes of what else is missing; ``can_be_waived`` says whether a named person may set all of it
    aside with a reason. ``unit`` is the name of the person's own unit, where whoever asks is told.
    """

    nip: str
    name: str
    code: str
    facts: dict[str, object] = field(default_factory=dict)
    person_id: str = ""
    also: tuple[str, ...] = ()
    can_be_waived: bool = False
    unit: str = ""


@dataclass(frozen=True, slots=True)
class CloseOutcome:
    """The answer of closing a period: who was closed, who was not and why, and what the curves say."""

    due: int
    closed: int
    already_closed: int
    blocked: tuple[Blocked, ...]
    warnings: tuple[tuple[str, Reason], ...]
    predicates: dict[str, int]
    changes: Changes = field(default_factory=Changes)
    waived: int = 0

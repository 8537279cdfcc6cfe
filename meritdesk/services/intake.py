"""What every import verb does alike: judge each row, keep the counts, write once, answer with every fate."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from meritdesk.core.differences import Difference
from meritdesk.core.errors import RowFault
from meritdesk.core.given import DoubtAnswer, GivenTable
from meritdesk.core.intake import Intake
from meritdesk.core.journal import Changes
from meritdesk.services.changes import Counts, ImportOutcome, RowOutcome

T = TypeVar("T")


@dataclass(slots=True)
class Tally(Generic[T]):
    """Collects the fate of each row of one file; ``answer`` checks that the counts add up."""

    intake: Intake[T]
    source: Path | GivenTable | None = None
    rows: list[RowOutcome] = field(default_factory=list)
    refused: list[RowFault] = field(default_factory=list)
    remarks: list[RowFault] = field(default_factory=list)
    conflicts: int = 0

    def accept(
        self,
        row: int,
        key: str,
        label: str,
        state: str,
        fields: tuple[str, ...] = (),
        differences: tuple[Difference, ...] = (),
    ) -> None:
        """Note a row that is ``added``, ``changed`` or ``same``."""
        self.rows.append(RowOutcome(row, key, label, state, fields, differences))

    @property
    def can_be_asked(self) -> bool:
        """Whether who gave the table can answer for single rows; a plain file cannot."""
        return isinstance(self.source, GivenTable)

    def answer_of(self, row: int) -> DoubtAnswer | None:
        """What the clerk said of a doubtful row."""
        return self.source.answers.get(row) if isinstance(self.source, GivenTable) else None

    def refuse(self, row: int, column: str, code: str, **facts: object) -> None:
        """Note a row that cannot be taken."""
        self.refused.append(RowFault(row, column, code, facts))

    def remark(self, row: int, column: str, code: str, **facts: object) -> None:
        """Note a doubt that does not refuse the row."""
        self.remarks.append(RowFault(row, column, code, facts))

    def conflict(self, row: int, column: str, code: str, **facts: object) -> None:
        """Note a row that contradicts what is known: both values stay, nothing is overwritten."""
        self.refused.append(RowFault(row, column, code, facts))
        self.conflicts += 1

    def answer(self, changes: Changes) -> ImportOutcome:
        """The outcome of the whole file."""
        states = Counter(row.state for row in self.rows)
        refused = (*self.intake.refused, *self.refused)
        gone = {fault.row for fault in refused}
        remarks = [fault for fault in (*self.intake.remarks, *self.remarks) if fault.row not in gone]
        counts = Counts(
            read=self.intake.read,
            added=states["added"],
            changed=states["changed"],
            same=states["same"],
            refused=len(refused) - self.conflicts,
            conflict=self.conflicts,
        )
        assert counts.is_complete, f"an import lost rows: {counts}"
        return ImportOutcome(
            counts=counts,
            refused=tuple(sorted(refused, key=lambda fault: fault.row)),
            remarks=tuple(sorted(remarks, key=lambda fault: fault.row)),
            rows=tuple(self.rows),
            skipped=self.intake.skipped,
            changes=changes,
            left_out=left_out_of(self.source),
        )


def origin_of(source: Path | GivenTable) -> str:
    """How a change set names the file it came from: the file name only, never the folder."""
    return f"file:{source.name}"


def left_out_of(source: Path | GivenTable | None) -> int:
    """How many rows the clerk set aside before the table was taken."""
    return len(source.left_out_rows) if isinstance(source, GivenTable) else 0


def state_of(before: object, after: object) -> str:
    """The fate of a value that was compared with what the store holds."""
    if before is None:
        return "added"
    return "same" if before == after else "changed"

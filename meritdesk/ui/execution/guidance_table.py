"""The records of guidance of one person as a list; confidential ones carry a lock and show nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from PySide6.QtCore import QCoreApplication

from meritdesk.core.guidance import GuidanceRecord
from meritdesk.services.execution.confidential import ConfidentialLine
from meritdesk.ui.execution.record_parts import Kind
from meritdesk.ui.line_table import Cell, LineTable


@dataclass(frozen=True, slots=True)
class RecordLine:
    """One record in the list: open ones with their contents, confidential ones only that they exist."""

    record_id: str
    kind: Kind
    held_on: date
    who: str
    record: GuidanceRecord | None = None

    @property
    def is_confidential(self) -> bool:
        """Whether it has to be opened to be read."""
        return self.record is None


def line_of(record: GuidanceRecord | ConfidentialLine) -> RecordLine:
    """A record as a line of the list."""
    if isinstance(record, GuidanceRecord):
        return RecordLine(record.record_id, record.kind, record.held_on, record.guide_name, record)
    return RecordLine(record.record_id, record.kind, record.held_on, record.author)


class RecordColumn(IntEnum):
    """What the list shows of a record."""

    DAY = 0
    KIND = 1
    WHO = 2


class RecordTable(LineTable[RecordLine]):
    """One person's records, oldest first."""

    columns = RecordColumn
    named_by = frozenset({RecordColumn.KIND})

    def identity(self, line: RecordLine) -> object:
        return line.record_id

    def heading(self, column: int) -> str:
        return (
            QCoreApplication.translate("RecordTable", "Day"),
            QCoreApplication.translate("RecordTable", "Record"),
            QCoreApplication.translate("RecordTable", "By"),
        )[column]

    def shown(self, line: RecordLine, column: int) -> str:
        if column == RecordColumn.DAY:
            return self.words.day(line.held_on)
        if column == RecordColumn.KIND:
            said = self.words.messages.label_of(line.kind)
            secret = QCoreApplication.translate("RecordTable", "confidential")
            return f"{said} · {secret}" if line.is_confidential else said
        return line.who or "—"

    def value(self, line: RecordLine, column: int) -> object:
        return line.held_on if column == RecordColumn.DAY else self.shown(line, column)

    def written(self, line: RecordLine, column: int) -> Cell:
        """What leaves the window says of a confidential record that there is one, not of which kind."""
        return self.copied(line, column) if column == RecordColumn.KIND else super().written(line, column)

    def copied(self, line: RecordLine, column: int) -> str:
        """The same on the clipboard."""
        if column == RecordColumn.KIND and line.is_confidential:
            return QCoreApplication.translate("RecordTable", "confidential")
        return super().copied(line, column)

"""The register of signers as a list: who signs for which office, in which capacity, from when to when."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from meritdesk.core.signers import Capacity, SignerLine
from meritdesk.ui import look
from meritdesk.ui.line_table import LineTable


class SignerColumn(IntEnum):
    """What stands in a line."""

    TITLE = 0
    CAPACITY = 1
    NAME = 2
    POST = 3
    SINCE = 4
    UNTIL = 5
    SOURCE = 6
    LETTER = 7
    UNIT = 8
    NIP = 9


class SignerTable(LineTable[SignerLine]):
    """The lines that hold on the day, or all of them."""

    columns = SignerColumn
    named_by = frozenset({SignerColumn.TITLE, SignerColumn.NAME})
    hidden = frozenset({SignerColumn.UNIT, SignerColumn.NIP})

    def identity(self, line: SignerLine) -> object:
        return line.mandate_id or (line.unit_id, line.person_id, line.capacity, line.since)

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (
            translate("SignerTable", "Signs for"),
            translate("SignerTable", "As"),
            translate("SignerTable", "Name"),
            translate("SignerTable", "Own post"),
            translate("SignerTable", "Since"),
            translate("SignerTable", "Until"),
            translate("SignerTable", "Known from"),
            translate("SignerTable", "Letter"),
            translate("SignerTable", "Unit"),
            translate("SignerTable", "NIP"),
        )[column]

    def cells(self, line: SignerLine) -> tuple[str, ...]:
        label = self.words.messages.label_of
        between = f"{line.through} · " if line.through else ""
        return (
            line.title,
            label(line.capacity),
            line.name or "–",
            f"{between}{line.post}",
            self.words.short_day(line.since) if line.since else "",
            self.words.short_day(line.until) if line.until else "",
            label(line.source),
            line.letter,
            line.unit_name.lstrip("- "),
            line.nip,
        )

    def value(self, line: SignerLine, column: int) -> object:
        if column == SignerColumn.SINCE:
            return line.since
        if column == SignerColumn.UNTIL:
            return line.until
        return self.shown(line, column)

    def colour(self, line: SignerLine, column: int) -> QColor | None:
        if column == SignerColumn.CAPACITY and line.capacity is not Capacity.DEFINITIVE:
            return look.accent()
        return None

"""The list of before and after of a bulk edit: each row with its fate, taken out or kept in by a mark."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QColor

from meritdesk.services.bulk import BulkFate, BulkRow
from meritdesk.ui import look
from meritdesk.ui.line_table import Index, LineTable
from meritdesk.ui.wording import Words

_CHECK = Qt.ItemDataRole.CheckStateRole


class BulkColumn(IntEnum):
    """What the list says of a row."""

    NAME = 0
    BEFORE = 1
    AFTER = 2
    FATE = 3


@dataclass(frozen=True, slots=True)
class BulkEntry:
    """One chosen record as the list shows it: its fate by the last look, and whether the clerk keeps it in."""

    place: int
    row: BulkRow
    is_in: bool = True


class BulkTable(LineTable[BulkEntry]):
    """The chosen records with before and after; the mark in front of a name takes a row out or back in."""

    columns = BulkColumn
    marked = Signal()

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(words, parent)

    def heading(self, column: int) -> str:
        return (
            QCoreApplication.translate("BulkDialog", "Row"),
            QCoreApplication.translate("BulkDialog", "Before"),
            QCoreApplication.translate("BulkDialog", "After"),
            QCoreApplication.translate("BulkDialog", "What happens, and why"),
        )[column]

    def shown(self, line: BulkEntry, column: int) -> str:
        row, words = line.row, self.words.messages
        if column == BulkColumn.NAME:
            number = row.what if row.what[:1].isdigit() else row.nip
            return f"{row.name or row.nip} · {number}" if row.name else row.nip
        if column == BulkColumn.FATE:
            return self.fate_of(line)
        text = row.before if column == BulkColumn.BEFORE else row.after
        return " ".join(words.dated(words.worded(text)).split())

    def fate_of(self, line: BulkEntry) -> str:
        """What becomes of a row, with a sign beside the word."""
        row = line.row
        if row.fate is BulkFate.REFUSED:
            return f"✗ {self.words.messages.sentence(row.code, row.facts)} ({row.code})"
        if row.fate is BulkFate.SAME:
            return QCoreApplication.translate("BulkDialog", "= stays the same")
        if not line.is_in:
            return QCoreApplication.translate("BulkDialog", "– left out")
        return QCoreApplication.translate("BulkDialog", "→ changes")

    def colour(self, line: BulkEntry, column: int) -> QColor | None:
        if line.row.fate is BulkFate.REFUSED:
            return look.blocks() if column == BulkColumn.FATE else None
        if line.row.fate is BulkFate.SAME or not line.is_in:
            return look.quiet()
        return look.asks() if column == BulkColumn.AFTER else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        is_mark = index.isValid() and index.column() == BulkColumn.NAME
        if is_mark and self.lines[index.row()].row.fate is BulkFate.CHANGED:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == _CHECK and index.isValid() and index.column() == BulkColumn.NAME:
            line = self.lines[index.row()]
            is_in = line.is_in and line.row.fate is BulkFate.CHANGED
            return Qt.CheckState.Checked if is_in else Qt.CheckState.Unchecked
        return super().data(index, role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != _CHECK or not self.flags(index) & Qt.ItemFlag.ItemIsUserCheckable:
            return False
        line = self.lines[index.row()]
        self.lines[index.row()] = replace(line, is_in=Qt.CheckState(value) is Qt.CheckState.Checked)
        self.dataChanged.emit(self.index(index.row(), 0), self.index(index.row(), len(BulkColumn) - 1))
        self.marked.emit()
        return True

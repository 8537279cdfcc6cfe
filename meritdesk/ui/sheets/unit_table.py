"""The units that a fill-in sheet can be made for, and what became of each once sheets were written."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QColor

from meritdesk.services.fill_sheets import UnitChoice
from meritdesk.ui import look
from meritdesk.ui.line_table import LineTable
from meritdesk.ui.wording import Words

_INDENT = "    "


class UnitSheetColumn(IntEnum):
    """What the list says of a unit."""

    NAME = 0
    PEOPLE = 1
    SHEET = 2


class UnitSheetTable(LineTable[UnitChoice]):
    """Units in the order of the tree with the people on their sheet; the last column is the fate of this run."""

    columns = UnitSheetColumn
    numbers = frozenset({UnitSheetColumn.PEOPLE})

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(words, parent)
        self._written: Mapping[str, str] = {}
        self._refused: Mapping[str, str] = {}

    def show_fates(self, written: Mapping[str, str], refused: Mapping[str, str]) -> None:
        """Beside each unit the file that was written for it, or why there is none."""
        self._written, self._refused = dict(written), dict(refused)
        if self.lines:
            self.dataChanged.emit(
                self.index(0, UnitSheetColumn.SHEET), self.index(len(self.lines) - 1, UnitSheetColumn.SHEET)
            )

    def heading(self, column: int) -> str:
        """Unit, people, sheet."""
        translate = QCoreApplication.translate
        return (
            translate("UnitSheetTable", "Unit"),
            translate("UnitSheetTable", "People"),
            translate("UnitSheetTable", "Sheet"),
        )[column]

    def shown(self, line: UnitChoice, column: int) -> str:
        """One cell; units stand indented as in the tree."""
        if column == UnitSheetColumn.NAME:
            return f"{_INDENT * line.depth}{line.name}"
        if column == UnitSheetColumn.PEOPLE:
            return self.words.number(line.people)
        written = self._written.get(line.unit_id)
        return f"✓ {written}" if written else self._refused.get(line.unit_id, "")

    def value(self, line: UnitChoice, column: int) -> object:
        """Counts sort as numbers."""
        return line.people if column == UnitSheetColumn.PEOPLE else self.shown(line, column)

    def colour(self, line: UnitChoice, column: int) -> QColor | None:
        """Units without people are quiet, refusals ask, files have arrived."""
        if column == UnitSheetColumn.SHEET:
            return look.arrived() if line.unit_id in self._written else look.asks()
        return look.quiet() if not line.people else None

"""A small table to be filled in inside a dialog: as in Excel, but Tab leaves it after the last cell."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QTableView, QTableWidget, QWidget

from meritdesk.ui import look
from meritdesk.ui.cell_manners import CellManners
from meritdesk.ui.wording import Words

_BY_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class CellTable(CellManners, QTableWidget):
    """Qt's own table goes round in itself, so that a clerk without a mouse never comes out of it again.

    ``add_row`` makes one row more at the end, for a block that is longer than the table.
    """

    def __init__(self, rows: int, columns: int, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(rows, columns, parent)
        self.add_row: Callable[[], object] = lambda: self.setRowCount(self.rowCount() + 1)
        self.begin_manners(words)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setDefaultSectionSize(look.in_letters(header.defaultSectionSize()))

    def make_rows(self, count: int) -> None:
        """Empty rows below, as a press on the dialog's own button makes them."""
        while self.rowCount() < count:
            self.add_row()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A cell that holds a field of its own hands the keyboard on to it."""
        super().focusInEvent(event)
        within = self.cellWidget(self.currentRow(), self.currentColumn())
        if within is not None and event.reason() in _BY_TAB:
            within.setFocus(event.reason())


class CellView(CellManners, QTableView):
    """The same over a model that says itself what its cells hold; ``reach`` makes it long enough for a block."""

    def __init__(self, words: Words, reach: Callable[[int], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reach = reach
        self.begin_manners(words)

    def make_rows(self, count: int) -> None:
        """The model begins lines until a block has room."""
        self._reach(count)

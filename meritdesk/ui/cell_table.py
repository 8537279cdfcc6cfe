"""A small table to be filled in inside a dialog: Tab goes through its cells and leaves it after the last one."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QTableWidget, QWidget

from meritdesk.ui import look

_BY_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class CellTable(QTableWidget):
    """Qt's own table goes round in itself, so that a clerk without a mouse never comes out of it again."""

    def __init__(self, rows: int, columns: int, parent: QWidget | None = None) -> None:
        super().__init__(rows, columns, parent)
        self.setTabKeyNavigation(False)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setDefaultSectionSize(look.in_letters(header.defaultSectionSize()))

    def focusNextPrevChild(self, forward: bool) -> bool:
        """The next cell that can be filled in; past the last one whatever stands below the table."""
        return self._go(1 if forward else -1) or super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A cell that holds a field of its own hands the keyboard on to it."""
        super().focusInEvent(event)
        within = self.cellWidget(self.currentRow(), self.currentColumn())
        if within is not None and event.reason() in _BY_TAB:
            within.setFocus(event.reason())

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Tab while typing: the next cell is ready for typing too, and the last one lets go."""
        if hint is QAbstractItemDelegate.EndEditHint.EditNextItem:
            way = 1
        elif hint is QAbstractItemDelegate.EndEditHint.EditPreviousItem:
            way = -1
        else:
            super().closeEditor(editor, hint)
            return
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        self.setFocus()
        self.focusNextPrevChild(way > 0)

    def _go(self, way: int) -> bool:
        here = self._here()
        columns = self.columnCount()
        place = here.row() * columns + here.column() + way if here.isValid() else 0
        while 0 <= place < self.rowCount() * columns:
            row, column = divmod(place, columns)
            within = self.cellWidget(row, column)
            if within is not None or self._can_be_filled(self.model().index(row, column)):
                self.setCurrentCell(row, column)
                (within or self).setFocus(Qt.FocusReason.TabFocusReason)
                return True
            place += way
        return False

    def _here(self) -> QModelIndex:
        """The cell whose field has the keyboard, else the current one."""
        for row in range(self.rowCount()):
            for column in range(self.columnCount()):
                within = self.cellWidget(row, column)
                if within is not None and within.hasFocus():
                    return self.model().index(row, column)
        return self.currentIndex()

    def _can_be_filled(self, index: QModelIndex) -> bool:
        wanted = Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsUserCheckable
        return bool(index.flags() & Qt.ItemFlag.ItemIsEnabled) and bool(index.flags() & wanted)

"""The grid of actuals under the fingers: typing, arrows, Tab and Enter as in Excel, blocks copied and pasted."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QTableView, QWidget

from meritdesk.core.blocks import lay_block, read_block, write_block
from meritdesk.ui import look
from meritdesk.ui.execution.actuals_table import EDIT, FIRST_PERIOD, ActualsTable, Typed

_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class ActualsGrid(QTableView):
    """Turns keys into entries; what they mean for the store is the page's work."""

    pasted = Signal(object)  # tuple[Typed, ...]
    undo_wanted = Signal()
    closed_touched = Signal()

    def __init__(self, table: ActualsTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self.setModel(table)
        look.tidy(self)
        self.setShowGrid(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Enter in an editor goes down, Tab to the next open cell, as in Excel."""
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        if hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self._go(1)
        elif hint is QAbstractItemDelegate.EndEditHint.EditNextItem:
            self._next_cell(1)
        elif hint is QAbstractItemDelegate.EndEditHint.EditPreviousItem:
            self._next_cell(-1)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes through the cells of the periods; past the last one it leaves the grid."""
        return self._next_cell(1 if forward else -1) or super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # An editor passes Enter on to the grid after using it; moving then is the work of closeEditor.
        if self.state() is QAbstractItemView.State.EditingState:
            return
        if self._takes_shortcut(event) or self._moves(event) or self._clears(event) or self._touches_closed(event):
            event.accept()
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """While the grid has the focus its own keys come before the window's (``?`` is a sign here, not a command)."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_mine(event):
            event.accept()
            return True
        return super().event(event)

    def chosen_cells(self) -> list[tuple[int, int]]:
        """The selected cells; without a selection the current one."""
        cells = sorted((index.row(), index.column()) for index in self.selectedIndexes())
        current = self.currentIndex()
        return cells or ([(current.row(), current.column())] if current.isValid() else [])

    def paste(self, text: str) -> None:
        """Lay a block on the grid from the topmost, leftmost selected cell; the page judges it."""
        cells = self.chosen_cells()
        block = read_block(text)
        if not cells or not block:
            return
        corner = (min(row for row, _ in cells), min(column for _, column in cells))
        placed = lay_block(block, corner, cells)
        self.pasted.emit(tuple(Typed(one.row, one.column, one.text) for one in placed))

    def paste_clipboard(self) -> None:
        """Paste what the clipboard holds."""
        self.paste(QGuiApplication.clipboard().text())

    def copy(self) -> str:
        """The selected block as Excel takes it over, put on the clipboard too."""
        cells = self.chosen_cells()
        if not cells:
            return ""
        rows = sorted({row for row, _ in cells})
        columns = sorted({column for _, column in cells})
        chosen = set(cells)
        block = [[self._text(row, column) if (row, column) in chosen else "" for column in columns] for row in rows]
        text = write_block(block)
        QGuiApplication.clipboard().setText(text)
        return text

    def fill_down(self) -> None:
        """Repeat the topmost selected cell of each column in the rows below it; they are judged as a pasted block."""
        columns: dict[int, list[int]] = {}
        for row, column in self.chosen_cells():
            if column >= FIRST_PERIOD:
                columns.setdefault(column, []).append(row)
        typed = [
            Typed(row, column, self._text(rows[0], column)) for column, rows in columns.items() for row in rows[1:]
        ]
        if typed:
            self.pasted.emit(tuple(typed))

    def _text(self, row: int, column: int) -> str:
        index = self._table.index(row, column)
        found = index.data(EDIT) if column >= FIRST_PERIOD else index.data(Qt.ItemDataRole.UserRole + 1)
        return str(found or "")

    def _is_mine(self, event: QKeyEvent) -> bool:
        standard = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Paste, QKeySequence.StandardKey.Undo)
        is_sign = bool(event.text().strip()) and event.text().isprintable() and not event.modifiers() & ~_PLAIN
        return any(event.matches(key) for key in standard) or _is_fill_down(event) or is_sign

    def _takes_shortcut(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_clipboard()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.undo_wanted.emit()
        elif _is_fill_down(event):
            self.fill_down()
        else:
            return False
        return True

    def _moves(self, event: QKeyEvent) -> bool:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        self._go(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        return True

    def _clears(self, event: QKeyEvent) -> bool:
        if event.key() not in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) or event.modifiers():
            return False
        open_cells = [
            Typed(row, column, "")
            for row, column in self.chosen_cells()
            if column >= FIRST_PERIOD and self._table.flags(self._table.index(row, column)) & Qt.ItemFlag.ItemIsEditable
        ]
        if open_cells:
            self.pasted.emit(tuple(open_cells))
        else:
            self.closed_touched.emit()
        return True

    def _touches_closed(self, event: QKeyEvent) -> bool:
        """Typing over a cell that cannot be edited says why instead of nothing."""
        current = self.currentIndex()
        is_sign = bool(event.text().strip()) and event.text().isprintable() and not event.modifiers() & ~_PLAIN
        if not is_sign or not current.isValid() or current.column() < FIRST_PERIOD:
            return False
        if self._table.flags(current) & Qt.ItemFlag.ItemIsEditable:
            return False
        self.closed_touched.emit()
        return True

    def _go(self, rows: int) -> None:
        current = self.currentIndex()
        index = self._table.index(current.row() + rows, current.column())
        if index.isValid():
            self.setCurrentIndex(index)

    def _next_cell(self, way: int) -> bool:
        current = self.currentIndex()
        if not current.isValid():
            return False
        row, column = current.row(), current.column() + way
        if column < FIRST_PERIOD or column >= self._table.columnCount():
            row, column = row + way, FIRST_PERIOD if way > 0 else self._table.columnCount() - 1
        index = self._table.index(row, column)
        if not index.isValid():
            return False
        self.setCurrentIndex(index)
        return True


def _is_fill_down(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_D and event.modifiers() == Qt.KeyboardModifier.ControlModifier

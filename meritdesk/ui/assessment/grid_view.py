"""The grid under the fingers: letters set ratings, arrows, Tab and Enter move as in Excel, blocks copy and paste."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QComboBox,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from meritdesk.ui import look
from meritdesk.ui.assessment.rating_table import RatingTable
from meritdesk.ui.assessment.verdicts import (
    KEYS,
    OPEN_COLUMNS,
    RATINGS,
    Entry,
    GridColumn,
    copied,
    filled_down,
    is_closed,
    pasted,
)


class RatingDelegate(QStyledItemDelegate):
    """For the mouse: a list of the three ratings; for F2 in a note, a line to write in."""

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        if index.column() not in RATINGS:
            return super().createEditor(parent, option, index)
        table = index.model()
        editor = QComboBox(parent)
        editor.addItem("")
        if isinstance(table, RatingTable):
            editor.addItems(table.rating_labels())
        editor.activated.connect(lambda _: self._take(editor))
        return editor

    def _take(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentText(str(index.data(Qt.ItemDataRole.DisplayRole) or ""))
        else:
            super().setEditorData(editor, index)

    def setModelData(
        self, editor: QWidget, model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText(), Qt.ItemDataRole.EditRole)
        else:
            super().setModelData(editor, model, index)


class RatingGrid(QTableView):
    """Turns keys into entries; what they mean for the store is the page's work."""

    entered = Signal(object)  # tuple[Entry, ...]
    paste_refused = Signal(object)  # tuple[RefusedCell, ...]
    undo_wanted = Signal()
    closed_touched = Signal()

    def __init__(self, table: RatingTable, parent: QWidget | None = None) -> None:
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
        self.horizontalHeader().setStretchLastSection(True)
        self.setItemDelegate(RatingDelegate(self))
        table.typed.connect(self.entered)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Enter in an editor goes down, Tab to the next open cell, as in Excel."""
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        if hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self._go(1, 0)
        elif hint is QAbstractItemDelegate.EndEditHint.EditNextItem:
            self._next_open_cell(1)
        elif hint is QAbstractItemDelegate.EndEditHint.EditPreviousItem:
            self._next_open_cell(-1)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes through the open cells; past the last one it leaves the grid."""
        return self._next_open_cell(1 if forward else -1) or super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # An editor passes Enter on to the grid after using it; moving then is the work of closeEditor.
        if self.state() is QAbstractItemView.State.EditingState:
            return
        if self._takes_shortcut(event) or self._moves(event) or self._types(event):
            event.accept()
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """While the grid has the focus its own keys come before the window's."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_mine(event):
            event.accept()
            return True
        return super().event(event)

    def chosen_cells(self) -> list[tuple[int, int]]:
        """The selected cells; without a selection the current one."""
        cells = [(index.row(), index.column()) for index in self.selectedIndexes()]
        current = self.currentIndex()
        return cells or ([(current.row(), current.column())] if current.isValid() else [])

    def paste(self, text: str) -> None:
        """Lay a block on the grid from the topmost, leftmost selected cell; one refused cell and nothing is taken."""
        cells = self.chosen_cells()
        if not cells or not text:
            return
        corner = (min(row for row, _ in cells), min(column for _, column in cells))
        rows = sorted({row for row, _ in cells})
        entries, refused = pasted(text, corner, self._table.lines, rows, self._table.rating_words())
        if refused:
            self.paste_refused.emit(refused)
        elif entries:
            self.entered.emit(entries)

    def paste_clipboard(self) -> None:
        """Paste what the clipboard holds."""
        self.paste(QGuiApplication.clipboard().text())

    def fill_down(self) -> None:
        """Repeat the topmost selected cell of each column in the rows below it."""
        entries = filled_down(self.chosen_cells(), self._table.lines)
        if entries:
            self.entered.emit(entries)

    def copy(self) -> str:
        """The selected block as tab separated words, put on the clipboard too."""
        cells = self.chosen_cells()
        shown = {
            (row, column): self._table.shown(self._table.lines[row], GridColumn(column))
            if column != GridColumn.NAME
            else self._table.lines[row].name
            for row, column in cells
        }
        text = copied(cells, shown)
        QGuiApplication.clipboard().setText(text)
        return text

    def _is_mine(self, event: QKeyEvent) -> bool:
        keys = (
            QKeySequence.StandardKey.Copy,
            QKeySequence.StandardKey.Paste,
            QKeySequence.StandardKey.Undo,
        )
        return any(event.matches(key) for key in keys) or _is_fill_down(event) or self._letter(event) is not None

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
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                return False
            self._go(-1 if back else 1, 0)
            return True
        return False

    def _types(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not event.modifiers():
            self._set_all(None)
            return True
        letter = self._letter(event)
        if letter is None:
            return self._types_text(event)
        self._set_all(letter)
        return True

    def _letter(self, event: QKeyEvent) -> str | None:
        """A letter typed over rating cells; ratings take nothing else."""
        current = self.currentIndex()
        if not current.isValid() or current.column() not in RATINGS:
            return None
        if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
            return None
        letter = event.text().upper()
        return letter if letter in KEYS else None

    def _types_text(self, event: QKeyEvent) -> bool:
        """Typing over a note replaces it (the view opens the editor); over a rating it says which letters there are."""
        current = self.currentIndex()
        text = event.text()
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if not current.isValid() or not plain or not text.isprintable() or not text.strip():
            return False
        if current.column() not in OPEN_COLUMNS:
            return True
        line = self._table.lines[current.row()]
        if is_closed(line):
            self.closed_touched.emit()
            return True
        if current.column() in RATINGS:
            self._table.setData(current, text)
            return True
        return False

    def _set_all(self, letter: str | None) -> None:
        """One rating (or nothing) into every selected open cell; closed rows stay as they are."""
        entries = []
        touched_closed = False
        for row, column in sorted(self.chosen_cells()):
            fits = column in (OPEN_COLUMNS if letter is None else RATINGS)
            if not fits:
                continue
            if is_closed(self._table.lines[row]):
                touched_closed = True
                continue
            rating = KEYS[letter] if letter else None
            value = "" if column not in RATINGS else rating
            entries.append(Entry(row, GridColumn(column), value))
        if entries:
            self.entered.emit(tuple(entries))
        elif touched_closed:
            self.closed_touched.emit()

    def _go(self, rows: int, columns: int) -> None:
        current = self.currentIndex()
        index = self._table.index(current.row() + rows, current.column() + columns)
        if index.isValid():
            self.setCurrentIndex(index)

    def _next_open_cell(self, way: int) -> bool:
        """Tab goes through the open cells of a row and on to the next row; past the last cell it leaves the grid."""
        columns = sorted(int(column) for column in OPEN_COLUMNS)
        current = self.currentIndex()
        if not current.isValid():
            return False
        ahead = [column for column in columns if (column > current.column() if way > 0 else column < current.column())]
        if ahead:
            target: QModelIndex = self._table.index(current.row(), ahead[0] if way > 0 else ahead[-1])
        else:
            target = self._table.index(current.row() + way, columns[0] if way > 0 else columns[-1])
        if not target.isValid():
            return False
        self.setCurrentIndex(target)
        return True


def _is_fill_down(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_D and event.modifiers() == Qt.KeyboardModifier.ControlModifier

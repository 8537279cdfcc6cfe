"""A grid of texts under the fingers, with the manners of a spreadsheet: type, F2, arrows, blocks, Delete, undo."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QPlainTextEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from meritdesk.ui import look

Index = QModelIndex | QPersistentModelIndex
EDIT = Qt.ItemDataRole.EditRole


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed, pasted or cleared in one cell."""

    row: int
    column: int
    text: str


def block_of(text: str) -> list[list[str]]:
    """A copied block as rows of cells; cells of several lines stand in quotes, as spreadsheets write them."""
    rows = list(csv.reader(io.StringIO(text.replace("\r\n", "\n")), delimiter="\t"))
    while rows and not any(rows[-1]):
        rows.pop()
    return rows


def text_of_block(rows: Sequence[Sequence[str]]) -> str:
    """Rows of cells as a block that spreadsheets take."""
    out = io.StringIO()
    csv.writer(out, delimiter="\t", lineterminator="\n").writerows(rows)
    return out.getvalue()


def laid_over(block: Sequence[Sequence[str]], cells: Sequence[tuple[int, int]]) -> list[Typed]:
    """Lay a block on the selected cells from the topmost, leftmost one; a single cell fills the whole selection."""
    if not block or not cells:
        return []
    if len(block) == 1 and len(block[0]) == 1:
        return [Typed(row, column, block[0][0]) for row, column in sorted(cells)]
    top, left = min(row for row, _ in cells), min(column for _, column in cells)
    return [Typed(top + down, left + right, text) for down, row in enumerate(block) for right, text in enumerate(row)]


class LinesEditor(QPlainTextEdit):
    """An editor of several lines: Enter finishes, Alt+Enter or Shift+Enter begins a new line, as in a spreadsheet."""

    finished = Signal(int)  # an EndEditHint

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        new_line = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
        if is_enter and event.modifiers() & new_line:
            self.insertPlainText("\n")
        elif is_enter:
            self.finished.emit(QAbstractItemDelegate.EndEditHint.SubmitModelCache.value)
        elif event.key() == Qt.Key.Key_Tab:
            self.finished.emit(QAbstractItemDelegate.EndEditHint.EditNextItem.value)
        elif event.key() == Qt.Key.Key_Backtab:
            self.finished.emit(QAbstractItemDelegate.EndEditHint.EditPreviousItem.value)
        else:
            super().keyPressEvent(event)


class LinesDelegate(QStyledItemDelegate):
    """Edits a cell in place; the editor is at least high enough for three lines."""

    least_height = 76

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = LinesEditor(parent)
        editor.setTabChangesFocus(True)
        editor.finished.connect(lambda hint: self._finish(editor, QAbstractItemDelegate.EndEditHint(hint)))
        return editor

    def _finish(self, editor: LinesEditor, hint: QAbstractItemDelegate.EndEditHint) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, hint)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        # Enter and Tab belong to the editor; Qt's own filter would take Tab away from it.
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() != Qt.Key.Key_Escape:
            return False
        return super().eventFilter(editor, event)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        place = option.rect
        place.setHeight(max(place.height(), self.least_height))
        editor.setGeometry(place)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QPlainTextEdit):
            editor.setPlainText(str(index.data(EDIT) or ""))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QPlainTextEdit):
            model.setData(index, editor.toPlainText(), EDIT)


class CellGrid(QTableView):
    """Turns keys into what was typed; which cells are open the model's flags say, what it means is the page's work."""

    entered = Signal(object)  # tuple[Typed, ...]
    closed_touched = Signal()
    undo_wanted = Signal()

    def __init__(self, table: QAbstractTableModel, has_lines: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        if has_lines:
            self.setItemDelegate(LinesDelegate(self))
            self.setWordWrap(True)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Enter in an editor goes down, Tab to the right, as in a spreadsheet."""
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        if hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self.go(1, 0)
        elif hint is QAbstractItemDelegate.EndEditHint.EditNextItem:
            self.go(0, 1)
        elif hint is QAbstractItemDelegate.EndEditHint.EditPreviousItem:
            self.go(0, -1)

    def event(self, event: QEvent) -> bool:
        """While the grid has the focus its own keys come before the window's."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_mine(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() is QAbstractItemView.State.EditingState:
            return
        if self._takes_shortcut(event) or self._moves(event) or self._is_closed_typing(event):
            event.accept()
            return
        super().keyPressEvent(event)

    def chosen_cells(self) -> list[tuple[int, int]]:
        """The selected cells; without a selection the current one."""
        cells = [(index.row(), index.column()) for index in self.selectedIndexes()]
        current = self.currentIndex()
        return cells or ([(current.row(), current.column())] if current.isValid() else [])

    def is_open(self, row: int, column: int) -> bool:
        """Whether a cell can be typed into."""
        index = self.model().index(row, column)
        return index.isValid() and bool(self.model().flags(index) & Qt.ItemFlag.ItemIsEditable)

    def copy(self) -> str:
        """The selected block, put on the clipboard too."""
        cells = set(self.chosen_cells())
        rows = sorted({row for row, _ in cells})
        columns = sorted({column for _, column in cells})
        model = self.model()
        block = [[str(model.index(row, column).data(EDIT) or "") for column in columns] for row in rows]
        text = text_of_block(block)
        QGuiApplication.clipboard().setText(text)
        return text

    def paste(self, text: str) -> None:
        """Lay a block on the grid; cells that are not open are left out and told."""
        self._hand_over(laid_over(block_of(text), self.chosen_cells()))

    def clear_cells(self) -> None:
        """Empty every selected cell that is open."""
        self._hand_over([Typed(row, column, "") for row, column in sorted(self.chosen_cells())])

    def fill_down(self) -> None:
        """Repeat the topmost selected cell of each column in the rows below it."""
        cells = self.chosen_cells()
        typed = []
        for column in sorted({column for _, column in cells}):
            rows = sorted(row for row, other in cells if other == column)
            text = str(self.model().index(rows[0], column).data(EDIT) or "")
            typed += [Typed(row, column, text) for row in rows[1:]]
        self._hand_over(typed)

    def go(self, rows: int, columns: int) -> None:
        """Move the current cell."""
        current = self.currentIndex()
        index = self.model().index(current.row() + rows, current.column() + columns)
        if index.isValid():
            self.setCurrentIndex(index)

    def _hand_over(self, typed: Sequence[Typed]) -> None:
        kept = tuple(one for one in typed if self.is_open(one.row, one.column))
        if kept:
            self.entered.emit(kept)
        if len(kept) < len(typed):
            self.closed_touched.emit()

    def _is_mine(self, event: QKeyEvent) -> bool:
        keys = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Paste, QKeySequence.StandardKey.Undo)
        return any(event.matches(key) for key in keys) or _is_fill_down(event) or bool(_plain_text(event))

    def _takes_shortcut(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste(QGuiApplication.clipboard().text())
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.undo_wanted.emit()
        elif _is_fill_down(event):
            self.fill_down()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not event.modifiers():
            self.clear_cells()
        else:
            return False
        return True

    def _moves(self, event: QKeyEvent) -> bool:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        self.go(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1, 0)
        return True

    def _is_closed_typing(self, event: QKeyEvent) -> bool:
        """Typing over a cell that is not open says so instead of doing nothing."""
        current = self.currentIndex()
        if not _plain_text(event) or not current.isValid() or self.is_open(current.row(), current.column()):
            return False
        self.closed_touched.emit()
        return True


def wrap_headings(header: QHeaderView) -> None:
    """Let long headings of a grid break into lines."""
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)


def _plain_text(event: QKeyEvent) -> str:
    """What a key types by itself; empty for shortcuts and keys without a sign."""
    harmless = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    text = event.text()
    return text if text.isprintable() and text.strip() and not event.modifiers() & ~harmless else ""


def _is_fill_down(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_D and event.modifiers() == Qt.KeyboardModifier.ControlModifier

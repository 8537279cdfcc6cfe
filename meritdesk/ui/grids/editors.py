"""What opens in a cell: a line, a field of several lines, or a choice that takes words and initials too."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from meritdesk.ui.grids.table import EDIT, GridTable, Index
from meritdesk.ui.half_typed import is_half_typed

_HINT = QAbstractItemDelegate.EndEditHint
ARROWS: dict[int, tuple[int, int]] = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}
"""Where the arrows go, in rows and columns."""


class LinesEditor(QPlainTextEdit):
    """An editor of several lines: Enter finishes, Alt+Enter or Shift+Enter begins a new line, as in a spreadsheet."""

    finished = Signal(int)  # an EndEditHint

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        new_line = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
        if is_enter and event.modifiers() & new_line:
            self.insertPlainText("\n")
        elif is_enter:
            self.finished.emit(_HINT.SubmitModelCache.value)
        elif event.key() == Qt.Key.Key_Tab:
            self.finished.emit(_HINT.EditNextItem.value)
        elif event.key() == Qt.Key.Key_Backtab:
            self.finished.emit(_HINT.EditPreviousItem.value)
        else:
            super().keyPressEvent(event)


class CellDelegate(QStyledItemDelegate):
    """Edits a cell in place; with ``has_lines`` the editor of a text is at least high enough for three lines."""

    least_height = 76
    left_by = Signal(int)  # the arrow key that ended typing
    typing = Signal()

    def __init__(self, has_lines: bool = False, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._has_lines = has_lines
        self.is_typing_over = False

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        table = index.model()
        choices: Sequence[str] = table.choices(index.row(), index.column()) if isinstance(table, GridTable) else ()
        if choices:
            return self._choice(parent, choices)
        if not self._has_lines:
            line = QLineEdit(parent)
            line.textEdited.connect(lambda _: self.typing.emit())
            return line
        editor = LinesEditor(parent)
        editor.textChanged.connect(self.typing)
        editor.setTabChangesFocus(True)
        editor.finished.connect(lambda hint: self._finish(editor, _HINT(hint)))
        return editor

    def _choice(self, parent: QWidget, choices: Sequence[str]) -> QComboBox:
        editor = QComboBox(parent)
        editor.setEditable(True)
        editor.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        editor.addItems(["", *choices])
        editor.activated.connect(lambda _: self._finish(editor, _HINT.NoHint))
        editor.editTextChanged.connect(lambda _: self.typing.emit())
        return editor

    def _finish(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, hint)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        # Enter and Tab belong to the editor of lines; Qt's own filter would take Tab away from it.
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if isinstance(editor, LinesEditor) and event.key() != Qt.Key.Key_Escape:
                return False
            if isinstance(editor, QLineEdit) and self.is_typing_over and event.key() in ARROWS:
                self._finish(editor, _HINT.NoHint)
                self.left_by.emit(int(event.key()))
                return True
        return super().eventFilter(editor, event)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        if isinstance(editor, LinesEditor):
            place = option.rect
            place.setHeight(max(place.height(), self.least_height))
            editor.setGeometry(place)
        else:
            super().updateEditorGeometry(editor, option, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if is_half_typed(editor):
            return  # the grid says its cells anew (another language, a save that came back) while one is typed in
        text = str(index.data(EDIT) or "")
        if isinstance(editor, QPlainTextEdit):
            editor.setPlainText(text)
            editor.selectAll()
        elif isinstance(editor, QComboBox):
            editor.setEditText(text)
            line = editor.lineEdit()
            if line is not None:
                line.selectAll()
        elif isinstance(editor, QLineEdit):
            editor.setText(text)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QPlainTextEdit):
            model.setData(index, editor.toPlainText(), EDIT)
        elif isinstance(editor, QComboBox):
            model.setData(index, editor.currentText(), EDIT)
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text(), EDIT)


def to_the_end(editor: QWidget | None) -> None:
    """F2 goes on with what stands in the cell: the cursor behind it, nothing selected."""
    if isinstance(editor, QComboBox):
        editor = editor.lineEdit()
    if isinstance(editor, QLineEdit):
        editor.end(False)
    elif isinstance(editor, QPlainTextEdit):
        cursor = editor.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        editor.setTextCursor(cursor)

"""What somebody has begun to type in a box of choices or a cell: saying the window anew does not write over it."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget


def is_half_typed(editor: QWidget) -> bool:
    """Whether a hand has typed into an editor since it was filled."""
    if isinstance(editor, QPlainTextEdit):
        return bool(editor.document().isModified())
    if isinstance(editor, QComboBox):
        line = editor.lineEdit()
        return line is not None and line.isModified() and line.text() != editor.itemText(editor.currentIndex())
    return isinstance(editor, QLineEdit) and editor.isModified()


def typed_in(editor: QWidget) -> str:
    """What stands in an editor."""
    if isinstance(editor, QPlainTextEdit):
        return str(editor.toPlainText())
    if isinstance(editor, QComboBox):
        return str(editor.currentText())
    return str(editor.text()) if isinstance(editor, QLineEdit) else ""


def say_choice(box: QComboBox, place: int, said: str) -> None:
    """Say one choice anew; the line of the box follows its list unless something is being typed there."""
    if is_half_typed(box):
        # Qt writes the words of the current choice into the line when they change.
        with QSignalBlocker(box.model()):
            box.setItemText(place, said)
    else:
        box.setItemText(place, said)

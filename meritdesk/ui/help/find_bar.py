"""Find in the page that is open: Ctrl+F, Enter for the next place, Shift+Enter for the one before."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QTextBrowser, QWidget

from meritdesk.ui import look


class FindBar(QWidget):
    """A line below the page; hidden until it is asked for."""

    def __init__(self, reader: QTextBrowser, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self.field = QLineEdit()
        self.label = QLabel()
        self.label.setBuddy(self.field)
        self.told = QLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.RHYTHM)
        for part in (self.label, self.field, self.told):
            row.addWidget(part)
        self.field.textChanged.connect(lambda _: self._find_from_start())
        self.hide()

    def begin(self) -> None:
        """Show the line with the keyboard in it."""
        self.show()
        self.field.setFocus()
        self.field.selectAll()

    def end(self) -> None:
        """Put the line away; the keyboard goes back to the page."""
        self.hide()
        self._reader.setFocus()

    def retranslate(self) -> None:
        """Say the line in the current language."""
        self.label.setText(QCoreApplication.translate("ManualWindow", "&Find in this chapter:"))
        self.field.setAccessibleName(QCoreApplication.translate("ManualWindow", "Find in this chapter"))
        self.told.setText("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Shift+Enter goes back."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._find(QTextDocument.FindFlag.FindBackward if is_back else QTextDocument.FindFlag(0))
            return
        super().keyPressEvent(event)

    def _find_from_start(self) -> None:
        cursor = self._reader.textCursor()
        cursor.setPosition(cursor.selectionStart())
        self._reader.setTextCursor(cursor)
        self._find(QTextDocument.FindFlag(0))

    def _find(self, flags: QTextDocument.FindFlag) -> None:
        text = self.field.text()
        found = bool(text) and self._reader.find(text, flags)
        if text and not found:
            cursor = self._reader.textCursor()
            is_back = bool(flags & QTextDocument.FindFlag.FindBackward)
            cursor.movePosition(QTextCursor.MoveOperation.End if is_back else QTextCursor.MoveOperation.Start)
            self._reader.setTextCursor(cursor)
            found = self._reader.find(text, flags)
        missing = QCoreApplication.translate("ManualWindow", "not in this chapter")
        self.told.setText(missing if text and not found else "")

"""Fields of a paper that is written on: they grow with their text and leave undo to the page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

_ARROW = 34
"""What a choice needs beside its words."""

_PAGE_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


def is_of_page(event: QEvent) -> bool:
    """Whether a key belongs to the page: its undo takes back whole steps, over all fields."""
    return (
        event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and any(event.matches(key) for key in _PAGE_KEYS)
    )


class GrowingEdit(QPlainTextEdit):
    """A text on the paper: as high as its lines, Tab goes on to the next field."""

    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_quiet = False
        self.setTabChangesFocus(True)
        self.setMinimumWidth(48)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(3)
        self.textChanged.connect(self._changed)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._fit())
        self._fit()

    def show_text(self, text: str) -> None:
        """Put a text in without saying that it was typed; the cursor stays where it can."""
        if self.toPlainText() == text:
            return
        self._is_quiet = True
        place = self.textCursor().position()
        self.setPlainText(text)
        cursor = self.textCursor()
        cursor.setPosition(min(place, len(text)))
        self.setTextCursor(cursor)
        self._is_quiet = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Only the field with the keyboard looks at its events; a paper has a hundred fields."""
        super().focusInEvent(event)
        self.installEventFilter(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self and is_of_page(event):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Other letters, another height."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _changed(self) -> None:
        if not self._is_quiet:
            self.typed.emit(self.toPlainText())

    def _fit(self) -> None:
        lines = max(int(self.document().size().height()), 1)
        asked = self.placeholderText()
        if asked and self.document().isEmpty():
            # What an empty field asks for is read whole too.
            room = QRect(0, 0, max(self.viewport().width() - 8, 1), 10_000)
            needed = self.fontMetrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), asked).height()
            lines = max(lines, -(-needed // self.fontMetrics().lineSpacing()))
        height = lines * self.fontMetrics().lineSpacing() + 8
        if height != self.height():
            self.setFixedHeight(height)


class PaperLine(QLineEdit):
    """One line on the paper: a figure or a unit."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Only the field with the keyboard looks at its events; a paper has a hundred fields."""
        super().focusInEvent(event)
        self.installEventFilter(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self and is_of_page(event):
            event.ignore()
            return True
        return super().eventFilter(watched, event)


class PaperChoice(QComboBox):
    """A choice on the paper; the wheel scrolls the paper and never changes a choice by accident."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(3)
        self.currentTextChanged.connect(lambda _: self.say_whole())
        self.setMinimumWidth(44)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def wheelEvent(self, event: QEvent) -> None:
        event.ignore()

    def keep_whole(self) -> None:
        """Never be narrower than the longest choice: for a few short words."""
        longest = max(self.fontMetrics().horizontalAdvance(self.itemText(place)) for place in range(self.count()))
        self.setMinimumWidth(longest + _ARROW)

    def offer_whole(self) -> None:
        """Say the choices whole where they drop down; on the paper stands the short form of what is chosen."""
        self.setItemDelegate(_WholeWords(self))

    def say_whole(self) -> None:
        """What is chosen, whole, beside the mouse."""
        self.setToolTip(self.currentData(Qt.ItemDataRole.ToolTipRole) or self.currentText())


class _WholeWords(QStyledItemDelegate):
    """A choice that drops down, in the words of its tool tip."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        option.text = index.data(Qt.ItemDataRole.ToolTipRole) or option.text

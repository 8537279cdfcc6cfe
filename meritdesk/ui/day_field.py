"""A field for a day, the same on every page and dialog."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import QT_TRANSLATE_NOOP, QDate, QEvent, QLocale, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QDateEdit, QWidget

from meritdesk.ui import look
from meritdesk.ui.own_keys import KeySheet, some

_MARK = "-"
_MARKS = frozenset("-/. ,")
_PART = "*"  # stands before figures that put right the month or the year alone
_WHOLE = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4})|(\d{2})(\d{2})(\d{4})")


class DayField(QDateEdit):
    """A day in figures, as it is typed fastest, with a calendar in the language of the window; T is today.

    A day typed from its beginning is the day that stands there, whatever stood there before: 1-11-2025, 01-11-2025,
    1/11/2025, 1.11.2025 or 01112025. Alone Qt takes the mark after two figures for a step over the month, figures
    over the whole field for nothing, and the 29th of February for the 28th while the year before is still there.
    """

    own_keys = KeySheet(
        str(QT_TRANSLATE_NOOP("OwnKeys", "In a field for a day")),
        (
            some("T", "T", str(QT_TRANSLATE_NOOP("OwnKeys", "Today"))),
            some("↑ ↓", "Up Down", str(QT_TRANSLATE_NOOP("OwnKeys", "A day, month or year on or back"))),
        ),
    )

    def __init__(self, day: date, parent: QWidget | None = None) -> None:
        super().__init__(QDate(day.year, day.month, day.day), parent)
        self.setLocale(QLocale())
        self.setDisplayFormat("dd-MM-yyyy")
        self.setCalendarPopup(True)
        self.setMinimumHeight(look.in_letters(look.ROW_HEIGHT))
        self._typed = ""
        self._has_gone_on = False  # the last figure filled its part, and the keyboard stands in the next one

    @property
    def day(self) -> date:
        """The day that stands in the field."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def show_day(self, day: date) -> None:
        """Put a day into the field."""
        self.setDate(QDate(day.year, day.month, day.day))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes to the field begins anew."""
        self._forget()
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """T puts today into the field, where today is allowed; figures and their marks are a day, however written."""
        text, is_plain = event.text(), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_T and not event.modifiers():
            self._forget()
            self.setDate(QDate.currentDate())
        elif is_plain and text in _MARKS and self._typed:
            self._mark()
        elif is_plain and text.isascii() and text.isdigit():
            self._figure(event)
        else:
            self._forget()
            super().keyPressEvent(event)

    def _forget(self) -> None:
        self._typed, self._has_gone_on = "", False

    def _figure(self, event: QKeyEvent) -> None:
        line = self.lineEdit()
        if not self._typed and line.selectedText() in ("", line.text()):
            # Without a marked part Qt would refuse a figure more.
            part = self.currentSection() if not line.selectedText() else QDateEdit.Section.DaySection
            self.setSelectedSection(part)
        before = self.currentSection()
        if not self._typed and before is not QDateEdit.Section.DaySection:
            self._typed = _PART
        super().keyPressEvent(event)
        self._typed += event.text()
        self._has_gone_on = self.currentSection() is not before
        self._take_whole()

    def _mark(self) -> None:
        if not self._has_gone_on:
            step = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Minus, Qt.KeyboardModifier.NoModifier, _MARK)
            super().keyPressEvent(step)
        self._typed += _MARK
        self._has_gone_on = False

    def _take_whole(self) -> None:
        """The day that was typed, once its year has four figures; one that is in no calendar stays as Qt took it."""
        found = _WHOLE.fullmatch(self._typed)
        if found is None:
            return
        day, month, year = (int(part) for part in found.groups() if part)
        typed = QDate(year, month, day)
        if typed.isValid():
            self.setDate(typed)
            self.setSelectedSection(QDateEdit.Section.YearSection)
        self._forget()

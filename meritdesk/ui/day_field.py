"""A field for a day, the same on every page and dialog."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QT_TRANSLATE_NOOP, QDate, QLocale, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDateEdit, QWidget

from meritdesk.ui import look
from meritdesk.ui.own_keys import KeySheet, some


class DayField(QDateEdit):
    """A day in figures, as it is typed fastest, with a calendar in the language of the window; T is today."""

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

    @property
    def day(self) -> date:
        """The day that stands in the field."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def show_day(self, day: date) -> None:
        """Put a day into the field."""
        self.setDate(QDate(day.year, day.month, day.day))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """T puts today into the field, where today is allowed."""
        if event.key() == Qt.Key.Key_T and not event.modifiers():
            self.setDate(QDate.currentDate())
            return
        super().keyPressEvent(event)

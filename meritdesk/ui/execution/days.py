"""The day that a new record most likely belongs to, so that it stands in the year that is on the screen."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QWidget

from meritdesk.core.periods import Period

_HEIGHT = 28


def likely_day(period: Period, today: date) -> date:
    """Today inside the period, else the last day of it that has come, else its first day."""
    return max(min(period.last_day, today), period.first_day)


def day_box(day: date, parent: QWidget) -> QDateEdit:
    """A box for a day, written as in offices."""
    box = QDateEdit(QDate(day.year, day.month, day.day), parent)
    box.setCalendarPopup(True)
    box.setDisplayFormat("dd-MM-yyyy")
    box.setMinimumHeight(_HEIGHT)
    return box


def day_of(box: QDateEdit) -> date:
    """The day that a box shows."""
    return date(box.date().year(), box.date().month(), box.date().day())


def show_day(box: QDateEdit, day: date) -> None:
    """Put a day into a box."""
    box.setDate(QDate(day.year, day.month, day.day))

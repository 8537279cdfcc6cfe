"""The choice of a month of the year in the head, and of a department, beside the lists that need them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QWidget

from meritdesk.core.notation import MONTHS
from meritdesk.core.people import OrgUnit
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.messages.figures import ENGLISH_MONTHS
from meritdesk.ui.wording import Words


class MonthField(QComboBox):
    """Twelve months; until somebody chooses, the last one of the period in the head that is over."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._is_chosen = False
        for number in range(1, 13):
            self.addItem("", number)
        self.activated.connect(lambda _: self._choose())
        self.say()

    def say(self) -> None:
        """The names of the months in the language of the window."""
        names = MONTHS if self._words.language == "id" else ENGLISH_MONTHS
        for place in range(12):
            self.setItemText(place, names[place])
        self.setAccessibleName(QCoreApplication.translate("Recognition", "Month"))

    def start_at(self, period: Period, today: date) -> None:
        """Show the last month of a period that is over, or its first; nothing once somebody has chosen."""
        if not self._is_chosen:
            last = period.last_day
            if today <= last:
                last = max(period.first_day, today.replace(day=1))
                month = max(period.first_day.month, last.month - (last.month > period.first_day.month))
            else:
                month = last.month
            self.setCurrentIndex(month - 1)

    def take(self, number: int) -> None:
        """Choose a month, as a clerk does."""
        self.setCurrentIndex(number - 1)
        self._is_chosen = True

    def month_of(self, year: int) -> Period:
        """The month that is chosen, of a year."""
        return Period(year, PeriodKind.MONTH, int(self.currentData()))

    def _choose(self) -> None:
        self._is_chosen = True


class DepartmentField(QComboBox):
    """The whole agency or one of its departments."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.addItem("", "")
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(18)
        self.say()

    @property
    def unit_id(self) -> str:
        """The key of the department; empty for the whole agency."""
        return str(self.currentData() or "")

    def offer(self, units: Sequence[OrgUnit]) -> None:
        """Offer these departments; the chosen one stays."""
        before = self.unit_id
        self.blockSignals(True)
        while self.count() > 1:
            self.removeItem(1)
        for unit in units:
            self.addItem(unit.name, unit.unit_id)
        self.setCurrentIndex(max(0, self.findData(before)))
        self.blockSignals(False)

    def say(self) -> None:
        """The words of the first choice."""
        self.setItemText(0, QCoreApplication.translate("Recognition", "Whole agency"))
        self.setAccessibleName(QCoreApplication.translate("Recognition", "Of whom"))

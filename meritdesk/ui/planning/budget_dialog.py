"""The budget of a unit in a month: what it may spend and what it spent; a month without a ceiling is taken out."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from meritdesk.core.budget import BudgetMonth, months_of
from meritdesk.core.notation import printed_decimal, read_decimal
from meritdesk.core.periods import Period
from meritdesk.ui import look
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.wording import Words


class BudgetDialog(ByKeyboard, QDialog):
    """Asks for one month of one unit; ``Save`` works once the amounts can be read."""

    def __init__(
        self, words: Words, unit_name: str, year: int, months: Sequence[BudgetMonth], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.known = {month.period: month for month in months}
        self.setWindowTitle(QCoreApplication.translate("BudgetDialog", "Budget of a month"))
        heading = look.strong(QLabel(f"{unit_name} · {year}", self))
        heading.setWordWrap(True)
        self.month = QComboBox(self)
        for period in months_of(year):
            mark = " ✓" if period in self.known else ""
            self.month.addItem(f"{words.period(period)}{mark}", period.code)
        self.periods = months_of(year)
        self.ceiling, self.realised, self.note = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        self.told = look.colour(QLabel(self), look.asks())
        self.told.setWordWrap(True)
        form = QFormLayout()
        form.addRow(QCoreApplication.translate("BudgetDialog", "&Month"), self.month)
        form.addRow(QCoreApplication.translate("BudgetDialog", "&Ceiling (Rp)"), self.ceiling)
        form.addRow(QCoreApplication.translate("BudgetDialog", "&Spent (Rp)"), self.realised)
        form.addRow(QCoreApplication.translate("BudgetDialog", "&Note"), self.note)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel,
            Qt.Orientation.Horizontal,
            self,
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(heading)
        layout.addLayout(form)
        layout.addWidget(self.told)
        layout.addStretch(1)
        layout.addWidget(self.buttons)
        self.resize(460, 280)
        self.month.currentIndexChanged.connect(self._show_month)
        for field in (self.ceiling, self.realised):
            field.textChanged.connect(self._settle)
        last = max((self.periods.index(period) for period in self.known if period in self.periods), default=-1)
        self.month.setCurrentIndex(min(last + 1, len(self.periods) - 1))
        self._show_month()

    @property
    def period(self) -> Period:
        """The month that is entered."""
        return self.periods[max(self.month.currentIndex(), 0)]

    def answer(self) -> tuple[Period, Decimal | None, Decimal, str]:
        """The month, its ceiling (none takes the month out), what was spent, and a note."""
        ceiling = read_decimal(self.ceiling.text().strip()) if self.ceiling.text().strip() else None
        realised = read_decimal(self.realised.text().strip()) or Decimal(0)
        return self.period, ceiling, realised, self.note.text().strip()

    def _show_month(self) -> None:
        known = self.known.get(self.period)
        self.ceiling.setText(printed_decimal(known.ceiling) if known else "")
        self.realised.setText(printed_decimal(known.realised) if known else "")
        self.note.setText(known.note if known else "")
        self._settle()

    def _settle(self) -> None:
        texts = [field.text().strip() for field in (self.ceiling, self.realised)]
        figures = [read_decimal(text) if text else Decimal(0) for text in texts]
        is_clear = all(one is not None and one >= 0 for one in figures)
        takes_out = is_clear and not texts[0] and self.period in self.known
        said = ""
        if not is_clear:
            said = QCoreApplication.translate("BudgetDialog", "Write amounts in rupiah, such as 1.500.000.")
        elif takes_out:
            said = QCoreApplication.translate("BudgetDialog", "Without a ceiling this month is taken out.")
        self.told.setText(said)
        can = is_clear and (bool(texts[0]) or takes_out)
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(can)

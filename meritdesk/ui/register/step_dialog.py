"""The small question behind a next step: a day, a letter, and for a delegation whether it was given."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.day_field import DayField


class StepDialog(ByKeyboard, QDialog):
    """Asks for a day and a letter; with ``asks_given`` also whether a delegation was given or not."""

    def __init__(
        self, title: str, about: str, day: date, asks_given: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        heading = QLabel(about, self)
        heading.setWordWrap(True)
        self.day = DayField(day, self)
        self.note = QLineEdit(self)
        self.note.setPlaceholderText(QCoreApplication.translate("StepDialog", "number and date of the letter"))
        self.given = QRadioButton(QCoreApplication.translate("StepDialog", "The delegation was &given"), self)
        self.given.setChecked(True)
        self.withheld = QRadioButton(
            QCoreApplication.translate("StepDialog", "&No delegation: the rater's superior evaluates"), self
        )
        form = QFormLayout()
        form.addRow(QCoreApplication.translate("StepDialog", "&Day"), self.day)
        form.addRow(QCoreApplication.translate("StepDialog", "&Letter"), self.note)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, self
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(heading)
        for choice in (self.given, self.withheld):
            choice.setVisible(asks_given)
            layout.addWidget(choice)
        layout.addLayout(form)
        layout.addWidget(self.buttons)
        self.resize(460, 200)

    @property
    def chosen_day(self) -> date:
        """The day."""
        return self.day.day

    @property
    def is_given(self) -> bool:
        """Whether the delegation was given."""
        return self.given.isChecked()

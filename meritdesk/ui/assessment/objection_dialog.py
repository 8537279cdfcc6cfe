"""A new objection: who raises it, when the superior received it, with what reasons; late only by name and reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from meritdesk.services.assessment.objections import LateWaiver
from meritdesk.ui import look
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.day_field import DayField
from meritdesk.ui.notices import RefusalStrip
from meritdesk.ui.wording import Words


@dataclass(frozen=True, slots=True)
class NewObjection:
    """What the clerk entered."""

    nip: str
    received_on: date
    reasons: str
    addressee_nip: str
    late: LateWaiver | None


class ObjectionDialog(ByKeyboard, QDialog):
    """Stays open while the desk refuses, so that nothing that was typed is lost."""

    def __init__(self, words: Words, nip: str, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        translate = QCoreApplication.translate
        self.setWindowTitle(translate("ObjectionDialog", "New objection"))
        self.nip = QLineEdit(nip, self)
        self.received = DayField(today, self)
        self.received.setMinimumHeight(look.in_letters(28))
        self.received.setMaximumDate(QDate(today.year, today.month, today.day))
        self.addressee = QLineEdit(self)
        self.addressee.setPlaceholderText(translate("ObjectionDialog", "empty: the superior of the rater"))
        self.reasons = QPlainTextEdit(self)
        self.reasons.setTabChangesFocus(True)
        form = QFormLayout()
        form.addRow(translate("ObjectionDialog", "&NIP"), self.nip)
        form.addRow(translate("ObjectionDialog", "&Received by the superior on"), self.received)
        form.addRow(translate("ObjectionDialog", "&Addressee (NIP)"), self.addressee)
        form.addRow(translate("ObjectionDialog", "R&easons"), self.reasons)
        late = QGroupBox(translate("ObjectionDialog", "Only when it came after 14 working days"), self)
        inside = QFormLayout(late)
        self.waived_by = QLineEdit(late)
        self.waiver_reason = QLineEdit(late)
        inside.addRow(translate("ObjectionDialog", "Let in &by"), self.waived_by)
        inside.addRow(translate("ObjectionDialog", "Beca&use"), self.waiver_reason)
        note = QLabel(
            translate(
                "ObjectionDialog",
                "The objection is possible until the 14th working day after receipt, even after the signature. From "
                "the day entered here the superior has 7 working days.",
            ),
            self,
        )
        note.setWordWrap(True)
        self.refusal = RefusalStrip(words, self)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, parent=self
        )
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setText(
            translate("ObjectionDialog", "Enter in the register")
        )
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(late)
        column.addWidget(note)
        column.addWidget(self.refusal)
        column.addWidget(self.buttons)
        self.resize(600, 460)
        for field in (self.nip.textChanged, self.reasons.textChanged):
            field.connect(self._settle)
        (self.reasons if nip else self.nip).setFocus()
        self._settle()

    def entered(self) -> NewObjection:
        """What stands in the dialog."""
        by, why = self.waived_by.text().strip(), self.waiver_reason.text().strip()
        return NewObjection(
            self.nip.text().strip(),
            self.received.day,
            self.reasons.toPlainText().strip(),
            self.addressee.text().strip(),
            LateWaiver(by, why) if by or why else None,
        )

    def _settle(self) -> None:
        is_filled = bool(self.nip.text().strip() and self.reasons.toPlainText().strip())
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(is_filled)

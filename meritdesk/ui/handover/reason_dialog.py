"""A question whose answer goes into the journal with its reason."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from meritdesk.ui import look
from meritdesk.ui.by_keyboard import ByKeyboard


class ReasonDialog(ByKeyboard, QDialog):
    """What will happen, and why; without a reason nothing does."""

    def __init__(self, title: str, told: str, do_it: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        translate = QCoreApplication.translate
        self.setWindowTitle(title)
        self.heading = look.strong(QLabel(told))
        self.heading.setWordWrap(True)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(translate("ReasonDialog", "one sentence; it stands in the journal"))
        self.form = QFormLayout()
        self.form.addRow(translate("ReasonDialog", "&Reason"), self.reason)
        self.buttons = QDialogButtonBox()
        self.cancel = self.buttons.addButton(
            translate("ReasonDialog", "Cancel"), QDialogButtonBox.ButtonRole.RejectRole
        )
        self.confirm = self.buttons.addButton(do_it, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.reason.textChanged.connect(self._settle)
        column = QVBoxLayout(self)
        column.setSpacing(look.RHYTHM)
        column.addWidget(self.heading)
        column.addLayout(self.form)
        column.addWidget(self.buttons)
        self.setMinimumWidth(560)
        self.confirm.setDefault(True)
        self.reason.setFocus()
        self._settle()

    @property
    def answer(self) -> str:
        """The reason as it was typed."""
        return self.reason.text().strip()

    def _settle(self) -> None:
        self.confirm.setEnabled(bool(self.answer))

"""Setting aside what is missing: who decides and why, for the people named here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from meritdesk.services.changes import Blocked
from meritdesk.ui import look
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.singular import singular
from meritdesk.ui.wording import Words

_NAMED = 5


class WaiverDialog(ByKeyboard, QDialog):
    """Asks for the responsible name and the reason; both stand in the explanation of each evaluation."""

    def __init__(self, words: Words, people: Sequence[Blocked], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(QCoreApplication.translate("WaiverDialog", "Close by waiver"))
        names = ", ".join(one.name for one in people[:_NAMED]) + (", …" if len(people) > _NAMED else "")
        heading = QCoreApplication.translate("WaiverDialog", "{count} people: {names}")
        self.heading = look.strong(QLabel(singular(heading.format(count=words.number(len(people)), names=names)), self))
        self.heading.setWordWrap(True)
        self.name = QLineEdit(self)
        self.name.setPlaceholderText(QCoreApplication.translate("WaiverDialog", "who decides this, name and post"))
        self.reason = QLineEdit(self)
        self.reason.setPlaceholderText(
            QCoreApplication.translate("WaiverDialog", "why these evaluations close although incomplete")
        )
        form = QFormLayout()
        form.addRow(QCoreApplication.translate("WaiverDialog", "&Responsible"), self.name)
        form.addRow(QCoreApplication.translate("WaiverDialog", "R&eason"), self.reason)
        note = QLabel(
            QCoreApplication.translate(
                "WaiverDialog",
                "Name and reason stand in the explanation for good. Without ratings there is no predicate and no "
                "document D.",
            ),
            self,
        )
        note.setWordWrap(True)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel,
            Qt.Orientation.Horizontal,
            self,
        )
        self.confirm = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.confirm.setText(QCoreApplication.translate("WaiverDialog", "&Close by waiver"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        for field in (self.name, self.reason):
            field.textChanged.connect(self._settle)
        layout = QVBoxLayout(self)
        layout.setSpacing(look.RHYTHM)
        layout.addWidget(self.heading)
        layout.addLayout(form)
        layout.addWidget(note)
        layout.addWidget(self.buttons)
        self.resize(520, 230)
        self._settle()

    def answer(self) -> tuple[str, str]:
        """Who decides, and why."""
        return self.name.text().strip(), self.reason.text().strip()

    def _settle(self) -> None:
        self.confirm.setEnabled(all(self.answer()))

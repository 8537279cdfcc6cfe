"""Terkunci: all that is seen of a locked window. No name, no number, no title of what lies behind it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout

from meritdesk.core.accounts import Witness
from meritdesk.core.errors import UsageRefusal
from meritdesk.services import Desk
from meritdesk.ui import look
from meritdesk.ui.background import Lane
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.notices import RefusalStrip
from meritdesk.ui.wording import Words


class LockDialog(ByKeyboard, QDialog):
    """Asks for the password of whoever works here, or for somebody else's name and password; nothing else leaves it."""

    unlocked = Signal()
    taken_over = Signal(str, str)  # name and password of somebody else

    def __init__(self, desk: Desk, lane: Lane, words: Words, has_accounts: bool) -> None:
        super().__init__(None, Qt.WindowType.Dialog | Qt.WindowType.CustomizeWindowHint | Qt.WindowType.WindowTitleHint)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self._desk, self._lane, self._words = desk, lane, words
        self._title = look.title(QLabel(self))
        self._lead = QLabel(self)
        self._lead.setWordWrap(True)
        self.name, self.password = QLineEdit(self), QLineEdit(self)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self._name_label, self._password_label = QLabel(self), QLabel(self)
        self._name_label.setBuddy(self.name)
        self._password_label.setBuddy(self.password)
        self.other = QPushButton(self)
        self.other.setCheckable(True)
        self.other.setAutoDefault(False)
        self.other.setVisible(has_accounts)
        self.open_button = QPushButton(self)
        self.open_button.setObjectName("primary")
        self.open_button.setDefault(True)
        self.refusal = RefusalStrip(words, self)
        self._has_accounts = has_accounts
        form = QFormLayout()
        form.setVerticalSpacing(look.RHYTHM)
        form.addRow(self._name_label, self.name)
        form.addRow(self._password_label, self.password)
        buttons = QHBoxLayout()
        buttons.addWidget(self.other)
        buttons.addStretch(1)
        buttons.addWidget(self.open_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(2 * look.RHYTHM)
        for part in (self._title, self._lead):
            column.addWidget(part)
        column.addLayout(form)
        column.addWidget(self.refusal)
        column.addStretch(1)
        column.addLayout(buttons)
        self.setMinimumWidth(look.in_letters(480))
        self.other.toggled.connect(lambda _: self._turn())
        self.open_button.clicked.connect(self.open_desk)
        self._settle()

    def open_desk(self) -> None:
        """Try the password; a wrong one is told and counted as at the door."""
        name, password = self.name.text().strip(), self.password.text()
        self.password.clear()
        self.refusal.tell(None)
        accounts = self._desk.upkeep.accounts
        self.open_button.setEnabled(False)
        if self.other.isChecked():
            job = self._lane.ask(
                lambda step: accounts.admit(name, password), lambda one: self._admitted(one, password), self._refused
            )
        else:
            job = self._lane.ask(lambda step: accounts.prove(password), lambda _: self.unlocked.emit(), self._refused)
        job.ended.connect(lambda: self.open_button.setEnabled(True))

    def tell_busy(self) -> None:
        """Long work of the other runs: nobody takes the desk from under it."""
        self.refusal.tell(UsageRefusal("ACC-152"))

    def reject(self) -> None:
        """Escape leads nowhere."""

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nor does closing it."""
        event.ignore()

    def _admitted(self, witness: Witness, password: str) -> None:
        if witness.account_id == self._desk.upkeep.accounts.account_id:
            self.unlocked.emit()
        else:
            self.taken_over.emit(witness.name, password)

    def _refused(self, error: Exception) -> None:
        self.refusal.tell(error)
        self.password.setFocus()

    def _turn(self) -> None:
        self.refusal.tell(None)  # it was about the password of the other one
        self._settle()

    def _settle(self) -> None:
        translate, is_other = QCoreApplication.translate, self.other.isChecked()
        self.setWindowTitle("MeritDesk")
        self._title.setText(translate("LockDialog", "Locked"))
        self._lead.setText(
            translate("LockDialog", "What was typed is kept, and work that runs goes on.")
            if not is_other
            else translate("LockDialog", "The other's work is kept as drafts; the desk opens anew for you.")
        )
        self._name_label.setText(translate("LockDialog", "&Name of the account"))
        self._password_label.setText(
            translate("LockDialog", "&Password")
            if self._has_accounts
            else translate("LockDialog", "&Passphrase of the office")
        )
        for label, field in ((self._name_label, self.name), (self._password_label, self.password)):
            field.setAccessibleName(label.text().replace("&", ""))
        for part in (self._name_label, self.name):
            part.setVisible(is_other)
        self.other.setText(translate("LockDialog", "Somebody else works here"))
        self.open_button.setText(translate("LockDialog", "Unlock"))
        (self.name if is_other else self.password).setFocus()

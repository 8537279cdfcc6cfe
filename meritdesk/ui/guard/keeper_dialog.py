"""Pengurusan akun: all that the passphrase of the office and the recovery sheet open once people have accounts."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from meritdesk.core.periods import Period, PeriodKind
from meritdesk.services import Desk
from meritdesk.ui import look
from meritdesk.ui.background import Lane
from meritdesk.ui.by_keyboard import ByKeyboard
from meritdesk.ui.guard.second_dialog import ask_second
from meritdesk.ui.upkeep.accounts_tab import AccountsTab
from meritdesk.ui.wording import Words


class KeeperDialog(ByKeyboard, QDialog):
    """The list of accounts and nothing else; closing it leads back to the door."""

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        translate = QCoreApplication.translate
        self.setWindowTitle(translate("KeeperDialog", "Keep the accounts"))
        self._lead = QLabel(
            translate(
                "KeeperDialog",
                "The passphrase of the office opens the keeping of accounts only: let somebody in again, or give a "
                "new password. All of it stands in the journal. Then open MeritDesk with name and password.",
            ),
            self,
        )
        self._lead.setWordWrap(True)
        self.page = AccountsTab(desk, lane, words, self)
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.page.message.connect(self.told.setText)
        self.page.offer_undo.connect(lambda said, _: self.told.setText(said))
        lane.changed.connect(self.page.hear)
        lane.second = ask_second(desk, lane, words, lambda: self)
        self.close_button = QPushButton(translate("KeeperDialog", "Back to the door"), self)
        self.close_button.setAutoDefault(False)
        self.close_button.clicked.connect(self.accept)
        below = QHBoxLayout()
        below.addWidget(self.told, 1)
        below.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setSpacing(look.RHYTHM)
        column.addWidget(self._lead)
        column.addWidget(self.page, 1)
        column.addLayout(below)
        self.resize(look.in_letters(900), look.in_letters(480))
        self.page.period = Period(date.today().year, PeriodKind.YEAR)  # noqa: DTZ011 - accounts have no period
        self.page.refresh()


def keep_accounts(desk: Desk, lane: Lane, words: Words) -> None:
    """Show the accounts until whoever keeps them is done."""
    dialog = KeeperDialog(desk, lane, words)
    dialog.exec()
    dialog.deleteLater()

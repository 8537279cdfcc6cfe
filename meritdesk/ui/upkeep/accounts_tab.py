"""Akun: who works at this desk, under which role, since when unseen, and how the desk guards itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from meritdesk.core.access import Role
from meritdesk.core.accounts import AccountState, Protection
from meritdesk.core.journal import Changes
from meritdesk.core.periods import Period
from meritdesk.services import Desk
from meritdesk.services.changes import Step
from meritdesk.services.upkeep.accounts import AccountLine, WhoWorks
from meritdesk.ui import actions, look
from meritdesk.ui.background import Lane
from meritdesk.ui.lists.facets import column_facet
from meritdesk.ui.lists.line_list import LineList
from meritdesk.ui.notices import RefusalStrip, asks
from meritdesk.ui.room import RoomPage
from meritdesk.ui.singular import singular
from meritdesk.ui.upkeep.account_dialogs import AccountDialog, PasswordDialog, ProtectionDialog
from meritdesk.ui.upkeep.account_table import AccountColumn, AccountTable
from meritdesk.ui.upkeep.store_dialogs import StoreDialog
from meritdesk.ui.wording import Words


@dataclass(frozen=True, slots=True)
class People:
    """Everything the page shows, read at once."""

    who: WhoWorks
    lines: tuple[AccountLine, ...]
    roles: tuple[Role, ...]
    protection: Protection
    is_second_asked: bool


class AccountsTab(RoomPage):
    """The list of accounts with one button for each thing that is done to one."""

    room = "upkeep"
    nouns = frozenset({"accounts", "settings"})

    def __init__(self, desk: Desk, lane: Lane, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        self._people: People | None = None
        self._wants_new = False
        self._title = look.title(QLabel(self))
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.add = self._button(self.open_new)
        self.add.setObjectName("primary")
        self.edit = self._button(self.open_chosen)
        self.password = self._button(self.open_password)
        self.suspend = self._button(self.suspend_chosen)
        self.end = self._button(self.close_chosen)
        self.protect = self._button(self.open_protection)
        self.refusal = RefusalStrip(words, self)
        self.table = AccountTable(words, self)
        self.listing = LineList(
            "upkeep.accounts",
            self.table,
            self,
            facets=[
                column_facet(self.table, column, lambda: self._lines())
                for column in (AccountColumn.ROLE, AccountColumn.STATE)
            ],
            chooses_first=True,
        )
        self.listing.title_words = lambda: QCoreApplication.translate("AccountsTab", "Accounts of this desk")
        self.listing.empty_words = lambda how: "" if how.is_narrowed else self._told_empty()
        self.listing.line_chosen.connect(lambda _: self._settle())
        self.listing.line_opened.connect(lambda _: self.open_chosen())
        self.view = self.listing.view
        self._actions = {}
        for name, key, act in (
            ("new_account", "Ctrl+N", self.open_new),
            ("edit_account", "F2", self.open_chosen),
            ("account_password", "Ctrl+P", self.open_password),
            ("suspend_account", "Ctrl+T", self.suspend_chosen),
            ("protection", "Ctrl+G", self.open_protection),
        ):
            action = actions.page_action(self, name, key)
            action.triggered.connect(act)
            self._actions[name] = action
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        for button in (self.edit, self.password, self.suspend, self.end, self.protect, self.add):
            top.addWidget(button)
        column = QVBoxLayout(self)
        column.setSpacing(look.RHYTHM)
        column.addLayout(top)
        column.addWidget(self.told)
        column.addWidget(self.refusal)
        column.addWidget(self.listing, 1)
        self.retranslate()
        self._settle()

    def _button(self, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(self)
        button.clicked.connect(lambda _=False: act())
        return button

    def load(self, period: Period) -> None:
        accounts = self.desk.upkeep.accounts

        def work(step: Step) -> People:
            return People(
                accounts.who(), accounts.lines(), accounts.roles(), accounts.protection(), accounts.is_second_asked()
            )

        self.lane.ask(work, self.show_people, key="accounts")

    def narrow(self, filters: Mapping[str, object]) -> None:
        """``task`` ``new``: an account is to be made as soon as it is known who may."""
        self._wants_new = filters.get("task") == "new"

    def primary_focus(self) -> QWidget:
        return self.view

    def retranslate(self) -> None:
        translate = QCoreApplication.translate
        self._title.setText(translate("AccountsTab", "Accounts"))
        self.add.setText(translate("AccountsTab", "New account…"))
        self.edit.setText(translate("AccountsTab", "Change…"))
        self.password.setText(translate("AccountsTab", "New password…"))
        self.end.setText(translate("AccountsTab", "Close for good…"))
        self.protect.setText(translate("AccountsTab", "Protection…"))
        for name, words in (
            ("new_account", translate("AccountsTab", "Make a new account")),
            ("edit_account", translate("AccountsTab", "Change the chosen account")),
            ("account_password", translate("AccountsTab", "Give the chosen account a new password")),
            ("suspend_account", translate("AccountsTab", "Suspend the chosen account, or let it in again")),
            ("protection", translate("AccountsTab", "Two people, and when the window locks")),
        ):
            self._actions[name].setText(words)
        self.listing.say()
        self._say()
        self._settle()

    def open_new(self) -> None:
        """Ask for a new account; the first one is the head's."""
        people = self._people
        if people is None or not people.who.may_keep:
            return
        self._open(AccountDialog(self.desk, self.lane, self.words, people.roles, None, not people.lines, self))

    def open_chosen(self) -> None:
        """Change role and names of the chosen account."""
        line, people = self.listing.current(), self._people
        if line is not None and people is not None and people.who.may_keep and line.state is not AccountState.CLOSED:
            self._open(AccountDialog(self.desk, self.lane, self.words, people.roles, line, False, self))

    def open_password(self) -> None:
        """One's own new password, or one for the chosen account."""
        line, people = self.listing.current(), self._people
        if line is not None and people is not None and (line.is_own or people.who.may_keep):
            self._open(PasswordDialog(self.desk, self.lane, self.words, line, self))

    def open_protection(self) -> None:
        """Two people, and the minutes until the window locks."""
        if self._people is not None:
            self._open(ProtectionDialog(self.desk, self.lane, self.words, self._people.protection, self))

    def suspend_chosen(self) -> None:
        """Let the chosen account in no more for now, or again."""
        line, accounts = self.listing.current(), self.desk.upkeep.accounts
        if line is None or line.state is AccountState.CLOSED:
            return
        if line.state is AccountState.SUSPENDED:
            self._do(lambda step: accounts.resume(line.name))
        else:
            self._do(lambda step: accounts.suspend(line.name))

    def close_chosen(self) -> None:
        """End the chosen account after a yes that names it."""
        line, translate = self.listing.current(), QCoreApplication.translate
        if line is None or line.state is AccountState.CLOSED:
            return
        if asks(
            self,
            translate("AccountsTab", "Close the account %1 for good?").replace("%1", line.name),
            translate(
                "AccountsTab", "It never opens again, and its name is given to nobody else. The journal keeps it."
            ),
            translate("AccountsTab", "Close it"),
        ):
            self._do(lambda step: self.desk.upkeep.accounts.close(line.name))

    def _do(self, work: Callable[[Step], Changes]) -> None:
        self.refusal.tell(None)
        self.lane.ask(work, None, self.refusal.tell)

    def _open(self, dialog: StoreDialog) -> None:
        dialog.done_saying.connect(self.message)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _lines(self) -> tuple[AccountLine, ...]:
        return self._people.lines if self._people is not None else ()

    def show_people(self, people: People) -> None:
        """Show who works here."""
        self._people = people
        self.listing.show_lines(people.lines)
        self._say()
        self._settle()
        if self._wants_new:
            self._wants_new = False
            self.open_new()

    def _say(self) -> None:
        translate, people = QCoreApplication.translate, self._people
        if people is None:
            self.told.clear()
            return
        minutes = people.protection.idle_minutes
        parts = [
            translate("AccountsTab", "You work as %1 (%2).")
            .replace("%1", people.who.full_name)
            .replace("%2", self.words.messages.label(f"ROLE:{people.who.role.value}")),
            translate("AccountsTab", "Two people are asked for to close the year, open again, erase and change keys.")
            if people.is_second_asked
            else translate("AccountsTab", "One person is enough for everything."),
            singular(
                translate("AccountsTab", "The window locks after %1 minutes, at once with Ctrl+Alt+L.").replace(
                    "%1", self.words.number(minutes)
                )
                if minutes
                else translate("AccountsTab", "The window locks with Ctrl+Alt+L only.")
            ),
        ]
        self.told.setText(" ".join(parts))

    def _told_empty(self) -> str:
        translate, people = QCoreApplication.translate, self._people
        if people is not None and people.who.has_logins:
            return translate(
                "AccountsTab",
                "This desk works on a shared server: its logins are the accounts, and the server's administrator "
                "keeps them.",
            )
        return translate(
            "AccountsTab",
            "Nobody has an account: whoever knows the passphrase of the office works here. That is enough for one "
            "clerk alone. If several share this PC, make an account for the head first (New account…).",
        )

    def _settle(self) -> None:
        line, people = self.listing.current(), self._people
        may_keep = people is not None and people.who.may_keep
        is_open = line is not None and line.state is not AccountState.CLOSED
        self.add.setEnabled(may_keep)
        self.edit.setEnabled(may_keep and is_open)
        self.password.setEnabled(is_open and line is not None and (may_keep or line.is_own))
        for button in (self.suspend, self.end):
            button.setEnabled(may_keep and is_open and line is not None and not line.is_own)
        self.protect.setEnabled(people is not None and (may_keep or not people.who.has_accounts))
        is_suspended = line is not None and line.state is AccountState.SUSPENDED
        translate = QCoreApplication.translate
        self.suspend.setText(
            translate("AccountsTab", "Let in again") if is_suspended else translate("AccountsTab", "Suspend")
        )

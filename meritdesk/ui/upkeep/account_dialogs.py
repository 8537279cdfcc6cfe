"""What is asked about an account: a new one, another role, another password, and how the desk guards itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLabel, QLineEdit, QSpinBox, QWidget

from meritdesk.core.access import Role
from meritdesk.core.accounts import LONGEST_IDLE_MINUTES, LONGEST_NAME, FourEyes, Protection
from meritdesk.core.journal import Changes
from meritdesk.services import Desk
from meritdesk.services.changes import Step
from meritdesk.services.upkeep.accounts import AccountLine
from meritdesk.ui import look
from meritdesk.ui.background import Lane
from meritdesk.ui.first_run.passphrase_part import PassphrasePart
from meritdesk.ui.person_field import PersonField
from meritdesk.ui.upkeep.store_dialogs import StoreDialog
from meritdesk.ui.wording import Words

WIDTH = 560


class _RoleField(QWidget):
    """A role, with what it may do said below."""

    def __init__(self, words: Words, roles: Sequence[Role], parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self.box, self.told = QComboBox(self), QLabel(self)
        self.told.setWordWrap(True)
        look.colour(self.told, look.quiet())
        for role in roles:
            self.box.addItem(words.messages.label(f"ROLE:{role.value}"), role.value)
        self.box.currentIndexChanged.connect(lambda _: self._say())
        self._say()

    @property
    def role(self) -> Role:
        """The chosen role."""
        return Role(str(self.box.currentData()))

    def choose(self, role: Role) -> None:
        """Put a role into the field."""
        self.box.setCurrentIndex(self.box.findData(role.value))

    def _say(self) -> None:
        self.told.setText(self._words.messages.label(f"ROLE-HELP:{self.role.value}"))


class AccountDialog(StoreDialog):
    """A new account, or another role and name for one; the first one is the head's."""

    def __init__(
        self,
        desk: Desk,
        lane: Lane,
        words: Words,
        roles: Sequence[Role],
        line: AccountLine | None = None,
        is_first: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, lane, words, parent)
        translate = QCoreApplication.translate
        self._line = line
        self.setWindowTitle(translate("AccountDialog", "Account"))
        self.lead.setText(
            translate(
                "AccountDialog",
                "The first account is that of the head of office, who keeps all others. From the next opening on, "
                "everybody opens MeritDesk with name and password; the office's passphrase then only opens the "
                "keeping of accounts. Make an account for yourself right afterwards.",
            )
            if is_first
            else translate(
                "AccountDialog",
                "The name stands in the journal and is never given to anybody else. Who forgets the password gets a "
                "new one from the head.",
            )
        )
        self.name = QLineEdit(line.name if line else "", self)
        self.full_name = QLineEdit(line.full_name if line else "", self)
        self.former = QLineEdit(self)
        for field in (self.name, self.full_name, self.former):
            field.setMaxLength(LONGEST_NAME)
        self.name.setEnabled(line is None)
        self.role = _RoleField(words, [Role.HEAD] if is_first else roles, self)
        if line is not None:
            self.role.choose(line.role)
        elif not is_first and Role.OPERATOR in roles:
            self.role.choose(Role.OPERATOR)
        self.former.setPlaceholderText(translate("AccountDialog", "who acted before accounts were made"))
        form = QFormLayout()
        form.setVerticalSpacing(look.RHYTHM)
        form.addRow(translate("AccountDialog", "&Name of the account"), self.name)
        form.addRow(translate("AccountDialog", "&Full name"), self.full_name)
        form.addRow(translate("AccountDialog", "&Role"), self.role.box)
        form.addRow("", self.role.told)
        self.person = PersonField(desk, lane, self) if desk.upkeep.accounts.may_look else None
        if self.person is not None:
            if line is not None and line.person:
                self.person.setPlaceholderText(line.person)
            form.addRow(translate("AccountDialog", "In the re&gister"), self.person)
        self.column.addLayout(form)
        self.part: PassphrasePart | None = None
        if line is None:
            form.addRow(translate("AccountDialog", "Name in the &journal until now"), self.former)
            self.part = PassphrasePart(words, self, is_password=True)
            self.column.addWidget(self.part)
            self.name.textChanged.connect(self._known)
        else:
            self.former.hide()
        self.do_button.setText(translate("AccountDialog", "&Save"))
        self.finish(WIDTH)
        (self.name if line is None else self.full_name).setFocus()
        self._known("")

    def carry_out(self) -> None:
        """Make or change it; a refusal stays in the dialog."""
        accounts, name, full = self._desk.upkeep.accounts, self.name.text(), self.full_name.text()
        role = self.role.role
        found = self.person.line if self.person is not None else None
        person = found.person_id if found is not None else None
        self.refusal.tell(None)
        work: Callable[[Step], Changes]
        if self.part is None:
            work = lambda step: accounts.change(name, role, full, person)  # noqa: E731
        else:
            if not self.part.check():
                return
            password, former = self.part.passphrase, self.former.text()
            work = lambda step: accounts.begin(name, role, password, full, person or "", former)  # noqa: E731
        said = QCoreApplication.translate("AccountDialog", "The account %1 was saved.").replace("%1", name)
        self.busy(self._lane.ask(work, lambda _: self.say(said), self.refusal.tell))

    def _known(self, _: str) -> None:
        if self.part is not None:
            self.part.known = (self.name.text(), self.full_name.text())
        self.do_button.setEnabled(bool(self.name.text().strip()))


class PasswordDialog(StoreDialog):
    """A new password: one's own after the old one, or for somebody who has forgotten his."""

    def __init__(self, desk: Desk, lane: Lane, words: Words, line: AccountLine, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        translate = QCoreApplication.translate
        self._account = line
        self.setWindowTitle(translate("PasswordDialog", "New password"))
        self.lead.setText(
            translate("PasswordDialog", "From now on the new password opens your account. It does not run out.")
            if line.is_own
            else translate("PasswordDialog", "Give %1 this password; the account's holder then changes it.").replace(
                "%1", line.name
            )
        )
        self.old = QLineEdit(self)
        self.old.setEchoMode(QLineEdit.EchoMode.Password)
        old_label = QLabel(translate("PasswordDialog", "Password until &now"), self)
        old_label.setBuddy(self.old)
        self.old.setAccessibleName(old_label.text().replace("&", ""))
        for part in (old_label, self.old):
            part.setVisible(line.is_own)
            self.column.addWidget(part)
        self.part = PassphrasePart(words, self, is_password=True)
        self.part.known = (line.name, line.full_name)
        self.column.addWidget(self.part)
        self.do_button.setText(translate("PasswordDialog", "&Change it"))
        self.finish(WIDTH)
        (self.old if line.is_own else self.part.first).setFocus()

    def carry_out(self) -> None:
        """Change it; what is wrong is said here."""
        if not self.part.check():
            return
        accounts, line, old, new = self._desk.upkeep.accounts, self._account, self.old.text(), self.part.passphrase
        said = QCoreApplication.translate("PasswordDialog", "The password of %1 was changed.").replace("%1", line.name)
        self.refusal.tell(None)

        def work(step: Step) -> Changes:
            return accounts.change_password(old, new) if line.is_own else accounts.reset(line.name, new)

        self.busy(self._lane.ask(work, lambda _: self.say(said), self.refusal.tell))


class ProtectionDialog(StoreDialog):
    """Whether two people are asked for, and after how many minutes the window locks itself."""

    def __init__(self, desk: Desk, lane: Lane, words: Words, now: Protection, parent: QWidget | None = None) -> None:
        super().__init__(desk, lane, words, parent)
        translate = QCoreApplication.translate
        self.setWindowTitle(translate("ProtectionDialog", "Protection of this desk"))
        self.lead.setText(
            translate(
                "ProtectionDialog",
                "The law leaves both to the agency. Two people close the year, open again what was closed, erase, and "
                "change keys; the second gives name and password at the spot, and both names stand in the journal.",
            )
        )
        self.two = QCheckBox(
            translate("ProtectionDialog", "Ask for a &second person once two accounts may confirm"), self
        )
        self.two.setChecked(now.four_eyes is FourEyes.WHEN_TWO)
        self.minutes = QSpinBox(self)
        self.minutes.setRange(0, LONGEST_IDLE_MINUTES)
        self.minutes.setValue(now.idle_minutes)
        self.minutes.setSpecialValueText(translate("ProtectionDialog", "never"))
        self.minutes.setSuffix(translate("ProtectionDialog", " minutes"))
        form = QFormLayout()
        form.addRow(self.two)
        form.addRow(translate("ProtectionDialog", "&Lock the window after"), self.minutes)
        self.column.addLayout(form)
        self.do_button.setText(translate("ProtectionDialog", "&Save"))
        self.finish(WIDTH)
        self.two.setFocus()

    def carry_out(self) -> None:
        """Save both."""
        wanted = Protection(FourEyes.WHEN_TWO if self.two.isChecked() else FourEyes.OFF, self.minutes.value())
        said = QCoreApplication.translate("ProtectionDialog", "The protection of this desk was changed.")
        self.refusal.tell(None)
        accounts = self._desk.upkeep.accounts
        self.busy(self._lane.ask(lambda step: accounts.protect(wanted), lambda _: self.say(said), self.refusal.tell))

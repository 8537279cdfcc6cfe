"""The people at the desk as a list: name, role, state, when each was last here, and wrong tries since."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from meritdesk.core.accounts import AccountState
from meritdesk.services.upkeep.accounts import AccountLine
from meritdesk.ui import look
from meritdesk.ui.line_table import LineTable


class AccountColumn(IntEnum):
    """What stands in a line of the list."""

    NAME = 0
    FULL_NAME = 1
    ROLE = 2
    STATE = 3
    LAST_SEEN = 4
    TRIES = 5
    PERSON = 6


class AccountTable(LineTable[AccountLine]):
    """The accounts by name."""

    columns = AccountColumn
    named_by = frozenset({AccountColumn.NAME, AccountColumn.FULL_NAME})

    def identity(self, line: AccountLine) -> object:
        return line.account_id

    def heading(self, column: int) -> str:
        translate = QCoreApplication.translate
        return (
            translate("AccountTable", "Account"),
            translate("AccountTable", "Full name"),
            translate("AccountTable", "Role"),
            translate("AccountTable", "State"),
            translate("AccountTable", "Last seen"),
            translate("AccountTable", "Wrong tries"),
            translate("AccountTable", "In the register"),
        )[column]

    def cells(self, line: AccountLine) -> tuple[str, ...]:
        label = self.words.messages.label
        return (
            line.name,
            line.full_name,
            label(f"ROLE:{line.role.value}"),
            label(f"ACCOUNTSTATE:{line.state.value}"),
            self.words.moment(line.last_seen) if line.last_seen is not None else "–",
            self._tries(line),
            line.person,
        )

    def value(self, line: AccountLine, column: int) -> object:
        if column == AccountColumn.LAST_SEEN:
            return line.last_seen.timestamp() if line.last_seen is not None else 0.0
        if column == AccountColumn.TRIES:
            return line.wrong
        return self.shown(line, column)

    def colour(self, line: AccountLine, column: int) -> QColor | None:
        if line.state is not AccountState.ACTIVE:
            return look.quiet()
        return look.asks() if column == AccountColumn.TRIES and line.wait_seconds else None

    def _tries(self, line: AccountLine) -> str:
        number = self.words.number(line.wrong)
        if not line.wait_seconds:
            return number
        said = QCoreApplication.translate("AccountTable", "%1, waits %2 min")
        return said.replace("%1", number).replace("%2", self.words.number(-(-line.wait_seconds // 60)))

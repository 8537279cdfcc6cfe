"""The accounts of the desk as rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select

from meritdesk.core.access import Role
from meritdesk.core.accounts import Account, AccountState
from meritdesk.store import server_roles
from meritdesk.store.rows import Rows, Values
from meritdesk.store.tables.access import account


class StoredAccounts:
    """Who works at this desk. On a shared server the logins of the server stand in their place."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def all(self) -> tuple[Account, ...]:
        """Every account that was ever made, by name."""
        return tuple(_account(row) for row in self._rows.read(account, "", None, "name", "account_id"))

    def save(self, accounts: Sequence[Account]) -> None:
        """Add these accounts or bring them up to date."""
        self._rows.write(account, map(_row, accounts))

    def confirmers(self) -> int:
        """How many people here may stand beside somebody as the second person."""
        if self._rows.connection.dialect.name == "postgresql":
            return server_roles.confirmers(self._rows.connection, self._rows.own_agency)
        return sum(one.may_confirm for one in self.all())


def accounts_of(connection: Connection) -> tuple[Account, ...]:
    """Every account in a file that is just being opened."""
    names = [column for column in account.columns if column.name != "agency"]
    return tuple(_account(dict(row)) for row in connection.execute(select(*names).order_by(account.c.name)).mappings())


def _account(row: Mapping[str, Any]) -> Account:
    return Account(**{**row, "role": Role(row["role"]), "state": AccountState(row["state"])})


def _row(one: Account) -> Values:
    return {
        "account_id": one.account_id,
        "name": one.name,
        "full_name": one.full_name,
        "role": one.role.value,
        "state": one.state.value,
        "person_id": one.person_id,
        "former_name": one.former_name,
        "slot": one.slot,
    }

"""What the rooms need for the people at the desk: their accounts, their key slots, and who stands beside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from meritdesk.core.accounts import Account, Deed, Tried, Witness


@dataclass(slots=True)
class Presence:
    """Who stands beside the clerk at this moment; nobody, as a rule."""

    witness: Witness | None = None
    deed: Deed | None = None
    since: datetime | None = None


class Accounts(Protocol):
    """The accounts of the desk as rows."""

    def all(self) -> tuple[Account, ...]: ...
    def save(self, accounts: Sequence[Account]) -> None: ...
    def confirmers(self) -> int:
        """How many people here may stand beside somebody as the second person."""
        ...


class AccountKeys(Protocol):
    """The key slots of the accounts beside the key ring."""

    @property
    def has_logins(self) -> bool:
        """Whether people are kept by a shared server, and not by this desk."""
        ...

    def vouch(self, name: str, password: str) -> Witness:
        """Who this is, shown by his password; ``ACC-101`` to ``ACC-103``."""
        ...

    def cut_slot(self, account_id: str, name: str, password: str) -> str:
        """Give an account a key slot beside the one it has; answers with the digest that the account must carry."""
        ...

    def settle_slots(self, digests: Mapping[str, str]) -> None:
        """Of each account keep the slot with this digest and no other; of accounts that are not named keep none."""
        ...

    def tried(self) -> Mapping[str, Tried]:
        """By account, when it opened the desk last and how often somebody failed since."""
        ...

    def forgive(self, account_id: str) -> None:
        """Let an account be tried again at once."""
        ...

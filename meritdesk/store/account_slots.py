"""What an opened file does with the key slots of its people, and with those who stand beside whoever works."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path

from meritdesk.core.accounts import Account, Tried, Witness
from meritdesk.core.errors import UsageRefusal
from meritdesk.store.door import believed, tried
from meritdesk.store.tries import Tries
from meritdesk.store.vault import Vault, with_only_slots, with_slot, write_keyring
from meritdesk.store.work import StoreWork


class AccountSlots:
    """Key slots of people beside the key ring of the agency's own file."""

    folder: Path
    _vault: Vault
    _clock: Callable[[], datetime]
    _account: Account | None
    reading: Callable[..., AbstractContextManager[StoreWork]]

    @property
    def has_logins(self) -> bool:
        """Whether a server keeps the people: no, this is a file."""
        return False

    @property
    def account(self) -> Account | None:
        """Whose password opened this store; nobody's where it was the office's passphrase or the recovery sheet."""
        return self._account

    def vouch(self, name: str, password: str) -> Witness:
        """Who this is, shown by his password, counted as at the door. ``ACC-101`` to ``ACC-103``, ``ACC-105``."""
        if not self._vault.ring.accounts:
            raise UsageRefusal("ACC-105")
        tries = Tries(self.folder, self._clock)
        entered = tried(tries, self._vault.ring, password, account=name)
        with self.reading() as work:
            found = believed(work.accounts.all(), entered)
        assert found is not None, "an account opened a slot and is none"
        tries.note_right(entered.door)
        return Witness(found.name, found.account_id, found.role)

    def cut_slot(self, account_id: str, name: str, password: str) -> str:
        """Give an account a key slot beside the one it has; answers with the digest that the account must carry.

        The one before stays until ``settle_slots``: whatever stops the work between, one of the two opens.
        """
        self._vault, digest = with_slot(self._vault, account_id, name, password)
        write_keyring(self._vault, self.folder)
        return digest

    def settle_slots(self, digests: Mapping[str, str]) -> None:
        """Of each account keep the slot with this digest and no other; of accounts that are not named keep none."""
        before = self._vault
        self._vault = with_only_slots(before, digests)
        if self._vault.ring != before.ring:
            write_keyring(self._vault, self.folder)

    def tried(self) -> Mapping[str, Tried]:
        """By account, when it opened the desk last and how often somebody failed since."""
        return Tries(self.folder, self._clock).told()

    def forgive(self, account_id: str) -> None:
        """Let an account be tried again at once."""
        Tries(self.folder, self._clock).forgive(account_id)

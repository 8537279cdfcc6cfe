"""The door of a store: whoever opens it shows a passphrase, a recovery key, or his name and his own password."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from meritdesk.core.accounts import Account
from meritdesk.core.errors import UsageRefusal
from meritdesk.store.tries import NOBODY, PASSPHRASE, RECOVERY, Tries
from meritdesk.store.vault import (
    KEYRING_FILE,
    Keyring,
    Vault,
    account_called,
    read_keyring,
    unlock_with_account,
    unlock_with_passphrase,
    unlock_with_recovery,
)

_WRONG = frozenset({"STO-610", "STO-611", "ACC-101"})


@dataclass(frozen=True, slots=True)
class Entered:
    """An unlocked key ring and by which door; without an account it was one of the two keys of the office."""

    vault: Vault
    door: str
    account_id: str = ""
    slot: str = ""


def enter(
    folder: Path,
    clock: Callable[[], datetime],
    passphrase: str | None = None,
    recovery_key: str | None = None,
    account: str = "",
) -> Entered:
    """Unlock the key ring of a folder; ``ACC-102`` while its door waits after too many wrong tries.

    With ``account`` the passphrase is that person's own password. ``STO-610``, ``STO-611`` and ``ACC-101`` are counted;
    ``ACC-105`` when this store has no accounts, ``STO-617`` when nothing was given.
    """
    ring = read_keyring(folder / KEYRING_FILE)
    if account and not ring.accounts:
        raise UsageRefusal("ACC-105")
    return tried(Tries(folder, clock), ring, passphrase, recovery_key, account)


def tried(
    tries: Tries, ring: Keyring, passphrase: str | None, recovery_key: str | None = None, account: str = ""
) -> Entered:
    """Try one door of a key ring and count what is wrong; that it opened is noted by whoever lets him in."""
    door = (account_called(ring, account) or NOBODY) if account else PASSPHRASE if passphrase is not None else RECOVERY
    tries.require_turn(door)
    try:
        if account:
            vault, account_id, slot = unlock_with_account(ring, account, passphrase or "")
            return Entered(vault, door, account_id, slot)
        if passphrase is not None:
            return Entered(unlock_with_passphrase(ring, passphrase), door)
        if recovery_key is not None:
            return Entered(unlock_with_recovery(ring, recovery_key), door)
    except UsageRefusal as refusal:
        if refusal.code in _WRONG:
            tries.note_wrong(door)
        raise
    raise UsageRefusal("STO-617")


def believed(accounts: Sequence[Account], entered: Entered) -> Account | None:
    """The account of whoever entered, as the store knows it; nobody for the keys of the office.

    ``ACC-103`` when the store knows no such account, or it is suspended or closed, or believes another slot.
    """
    if not entered.account_id:
        return None
    found = next((one for one in accounts if one.account_id == entered.account_id), None)
    if found is None or not found.is_active or found.slot != entered.slot:
        raise UsageRefusal("ACC-103")
    return found

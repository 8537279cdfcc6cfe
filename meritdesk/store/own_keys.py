"""The key ring of this PC, whether it lies beside the agency's file or stands for rows on a server."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from meritdesk.core.handover import DeviceKeys
from meritdesk.core.store import BackupContents
from meritdesk.store.backup_contents import contents_with
from meritdesk.store.door import tried
from meritdesk.store.tries import Tries
from meritdesk.store.vault import (
    Vault,
    new_recovery_key,
    with_new_passphrase,
    with_recovery_key,
    with_secrets,
    write_keyring,
)


class OwnKeys:
    """What a store does with its unlocked key ring: passphrase, recovery key, secrets of the device."""

    folder: Path
    _vault: Vault
    _keys: DeviceKeys
    _clock: Callable[[], datetime]

    @property
    def keys(self) -> DeviceKeys:
        """The secret keys of this device."""
        return self._keys

    def proves(self, passphrase: str) -> None:
        """Whether whoever sits here knows the passphrase, counted as at the door. ``STO-610``, ``ACC-102``."""
        tries = Tries(self.folder, self._clock)
        tries.note_right(tried(tries, self._vault.ring, passphrase).door)

    def change_passphrase(self, new: str) -> None:
        """Lock the store with another passphrase; the recovery key stays valid. ``STO-616`` when too short."""
        self._vault = with_new_passphrase(self._vault, new)
        write_keyring(self._vault, self.folder)

    def secret(self, name: str) -> bytes | None:
        """One secret of this device by name; nothing when it has none of that name."""
        return self._vault.secret(name) if name in self._vault.ring.secrets else None

    def keep_secrets(self, named: Mapping[str, bytes], keys: DeviceKeys | None = None) -> None:
        """Wrap these secrets into the key ring; with ``keys`` the device signs and reads with those from now on."""
        self._vault = with_secrets(self._vault, named)
        write_keyring(self._vault, self.folder)
        if keys is not None:
            self._keys = keys

    def fresh_recovery_key(self) -> str:
        """A recovery key to print; it opens nothing before ``change_recovery_key`` has taken it."""
        return new_recovery_key()

    def change_recovery_key(self, key: str) -> None:
        """Let another printed recovery key open the store instead of the one before; ``STO-614`` mistyped."""
        self._vault = with_recovery_key(self._vault, key)
        write_keyring(self._vault, self.folder)

    def look_into(self, backup: Path) -> BackupContents:
        """What one of this store's own backups holds, read with this store's key; ``STO-698`` of another store."""
        return contents_with(backup, self._vault.data_key)

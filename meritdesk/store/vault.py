"""The key ring beside the store: one data key, wrapped by the passphrase and by the printed recovery key.

The data key encrypts the database and seals the device's own secrets. It is never written in the clear; changing the
passphrase wraps it anew and leaves the database as it is.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from meritdesk.core.accounts import folded
from meritdesk.core.errors import FileRefusal, UsageRefusal
from meritdesk.store.files import write_aside
from meritdesk.store.sqlite import refusing_disk

KEYRING_FILE = "keyring.json"
FORMAT = "meritdesk-keyring/1"
DEVICE_KEYS = "device-keys"
"""The name of the secret that holds the device's signing and decrypting keys."""

SHORTEST_PASSPHRASE = 8
MAX_KEYRING_BYTES = 1 << 20
MAX_MEMORY_KIB = 1 << 20

_KEY_BYTES = 32
_RECOVERY_BYTES = 20
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOKALIKES = str.maketrans({"O": "0", "I": "1", "L": "1"})
_GROUP = 4


@dataclass(frozen=True, slots=True)
class Cost:
    """How much work one guess at the passphrase takes (Argon2id)."""

    memory_kib: int = 65536
    passes: int = 3
    lanes: int = 4


COST = Cost()


@dataclass(frozen=True, slots=True)
class Sealed:
    """Bytes under ChaCha20-Poly1305; ``salt`` is what their key was derived with, empty for the data key itself."""

    nonce: bytes
    content: bytes
    salt: bytes = b""


@dataclass(frozen=True, slots=True)
class Slot:
    """The data key wrapped by somebody's own password. ``handle`` finds it by the name typed, which stands nowhere."""

    handle: str
    sealed: Sealed
    cost: Cost

    @property
    def digest(self) -> str:
        """Which slot this is: the account in the store says which one it believes."""
        return hashlib.sha256(self.sealed.salt + self.sealed.nonce + self.sealed.content).hexdigest()


@dataclass(frozen=True, slots=True)
class Keyring:
    """The key ring as it stands in its file; ``checksum`` tells damage from a wrong passphrase.

    ``accounts`` are the key slots of people, by account: the newest last, and beside it for a moment the one before.
    They have a digest of their own, so that a program that knows no accounts still tells a newer store from a damaged
    one.
    """

    format: str
    cost: Cost
    by_passphrase: Sealed
    by_recovery: Sealed
    secrets: dict[str, Sealed]
    checksum: str = ""
    accounts: dict[str, tuple[Slot, ...]] = field(default_factory=dict)
    accounts_digest: str = ""


@dataclass(frozen=True, slots=True)
class Vault:
    """An unlocked key ring."""

    ring: Keyring
    data_key: bytes = field(repr=False)

    def secret(self, name: str) -> bytes:
        """One named secret in the clear; ``STO-612`` when it is missing or was exchanged."""
        sealed = self.ring.secrets.get(name)
        if sealed is None:
            raise FileRefusal("STO-612", path=KEYRING_FILE)
        try:
            return _unseal(self.data_key, sealed, f"secret:{name}")
        except InvalidTag as error:
            raise FileRefusal("STO-612", path=KEYRING_FILE) from error


def create_vault(passphrase: str, named: Mapping[str, bytes]) -> tuple[Vault, str]:
    """A new key ring with its recovery key, which is printed once and kept nowhere; ``STO-616`` when too short."""
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise UsageRefusal("STO-616", least=SHORTEST_PASSPHRASE)
    data_key = secrets.token_bytes(_KEY_BYTES)
    recovery = secrets.token_bytes(_RECOVERY_BYTES)
    ring = Keyring(
        format=FORMAT,
        cost=COST,
        by_passphrase=_wrap_by_passphrase(passphrase, data_key, COST),
        by_recovery=_wrap_by_recovery(recovery, data_key),
        secrets={name: _seal(data_key, content, f"secret:{name}") for name, content in named.items()},
    )
    return Vault(_with_checksum(ring), data_key), recovery_text(recovery)


def write_keyring(vault: Vault, folder: Path) -> None:
    """Write the key ring aside, flush it, and put it in its place."""
    write_aside(folder / KEYRING_FILE, _encoded(vault.ring))


def read_keyring(path: Path) -> Keyring:
    """Read a key ring; ``STO-613`` when there is none, ``STO-612`` when it is damaged."""
    if not path.is_file():
        raise FileRefusal("STO-613", path=str(path))
    with refusing_disk(path), path.open("rb") as file:
        content = file.read(MAX_KEYRING_BYTES)
    return decode_keyring(content, str(path))


def decode_keyring(content: bytes, path: str) -> Keyring:
    """A key ring from its bytes; ``STO-612`` when anything in it was changed."""
    try:
        ring = msgspec.json.decode(content, type=Keyring)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise FileRefusal("STO-612", path=path) from error
    is_sane = ring.format == FORMAT and 8 * ring.cost.lanes <= ring.cost.memory_kib <= MAX_MEMORY_KIB
    is_sane = is_sane and all(
        8 * slot.cost.lanes <= slot.cost.memory_kib <= MAX_MEMORY_KIB
        for slots in ring.accounts.values()
        for slot in slots
    )
    if (
        not is_sane
        or _with_checksum(ring).checksum != ring.checksum
        or _digest_of(ring.accounts) != ring.accounts_digest
    ):
        raise FileRefusal("STO-612", path=path)
    return ring


def unlock_with_passphrase(ring: Keyring, passphrase: str) -> Vault:
    """Open a key ring with the passphrase; ``STO-610`` when it is wrong, which is not damage."""
    sealed = ring.by_passphrase
    try:
        return Vault(ring, _unseal(_stretch(passphrase, sealed.salt, ring.cost), sealed, "passphrase"))
    except InvalidTag as error:
        raise UsageRefusal("STO-610") from error


def unlock_with_recovery(ring: Keyring, typed: str) -> Vault:
    """Open a key ring with the printed recovery key; ``STO-614`` mistyped, ``STO-611`` of another store."""
    sealed = ring.by_recovery
    try:
        return Vault(ring, _unseal(_expand(recovery_bytes(typed), sealed.salt), sealed, "recovery"))
    except InvalidTag as error:
        raise UsageRefusal("STO-611") from error


def with_new_passphrase(vault: Vault, passphrase: str) -> Vault:
    """The same vault under another passphrase; the recovery key stays valid."""
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise UsageRefusal("STO-616", least=SHORTEST_PASSPHRASE)
    wrapped = _wrap_by_passphrase(passphrase, vault.data_key, COST)
    return replace(vault, ring=_with_checksum(replace(vault.ring, cost=COST, by_passphrase=wrapped)))


def unlock_with_account(ring: Keyring, name: str, password: str) -> tuple[Vault, str, str]:
    """Open a key ring with somebody's own password: vault, account and digest of its slot. ``ACC-101`` when wrong.

    A name that nobody has takes as long as a wrong password and is told the same.
    """
    account_id = account_called(ring, name)
    if not account_id:
        _stretch(password, b"meritdesk nobody", COST)
        raise UsageRefusal("ACC-101")
    for slot in reversed(ring.accounts[account_id]):
        with suppress(InvalidTag):
            key = _unseal(_stretch(password, slot.sealed.salt, slot.cost), slot.sealed, f"account:{account_id}")
            return Vault(ring, key), account_id, slot.digest
    raise UsageRefusal("ACC-101")


def account_called(ring: Keyring, name: str) -> str:
    """The account that answers to a name; empty when none does."""
    for account_id, slots in ring.accounts.items():
        if any(_handle(name, slot.sealed.salt) == slot.handle for slot in slots):
            return account_id
    return ""


def with_slot(vault: Vault, account_id: str, name: str, password: str) -> tuple[Vault, str]:
    """The same vault with a key slot for this account beside the one it has, and the digest of the new one."""
    salt = secrets.token_bytes(16)
    sealed = replace(_seal(_stretch(password, salt, COST), vault.data_key, f"account:{account_id}"), salt=salt)
    slot = Slot(_handle(name, salt), sealed, COST)
    accounts = {**vault.ring.accounts, account_id: (*vault.ring.accounts.get(account_id, ())[-1:], slot)}
    return _with_accounts(vault, accounts), slot.digest


def with_only_slots(vault: Vault, digests: Mapping[str, str]) -> Vault:
    """The same vault with exactly these slots: one of each account, by its digest."""
    kept = {
        account_id: tuple(slot for slot in slots if slot.digest == digests.get(account_id))
        for account_id, slots in vault.ring.accounts.items()
    }
    return _with_accounts(vault, {account_id: slots for account_id, slots in kept.items() if slots})


def _with_accounts(vault: Vault, accounts: dict[str, tuple[Slot, ...]]) -> Vault:
    return replace(vault, ring=replace(vault.ring, accounts=accounts, accounts_digest=_digest_of(accounts)))


def _digest_of(accounts: Mapping[str, tuple[Slot, ...]]) -> str:
    if not accounts:
        return ""
    return hashlib.sha256(msgspec.json.encode(accounts, order="sorted")).hexdigest()


def _handle(name: str, salt: bytes) -> str:
    return hmac.new(salt, folded(name).encode("utf-8"), hashlib.sha256).hexdigest()


def new_recovery_key() -> str:
    """A fresh recovery key as it is printed; it opens nothing before ``with_recovery_key`` has wrapped with it."""
    return recovery_text(secrets.token_bytes(_RECOVERY_BYTES))


def with_recovery_key(vault: Vault, typed: str) -> Vault:
    """The same vault under another recovery key: the sheet before opens it no more. ``STO-614`` mistyped."""
    wrapped = _wrap_by_recovery(recovery_bytes(typed), vault.data_key)
    return replace(vault, ring=_with_checksum(replace(vault.ring, by_recovery=wrapped)))


def with_secrets(vault: Vault, named: Mapping[str, bytes]) -> Vault:
    """The same vault with other secrets of the device, so that a copy cannot speak in the name of the first."""
    sealed = {name: _seal(vault.data_key, content, f"secret:{name}") for name, content in named.items()}
    return replace(vault, ring=_with_checksum(replace(vault.ring, secrets={**vault.ring.secrets, **sealed})))


def with_only_secrets(vault: Vault, named: Mapping[str, bytes]) -> Vault:
    """The same vault with these secrets of the device and no other: a practice copy signs nobody's lists."""
    bare = replace(vault, ring=replace(vault.ring, secrets={}))
    return with_secrets(bare, named)


def recovery_text(recovery: bytes) -> str:
    """A recovery key as it is printed: 32 letters and digits in groups of 4, then one group of 2 to check typing."""
    number = int.from_bytes(recovery, "big")
    symbols = [_ALPHABET[(number >> shift) & 31] for shift in range(5 * 31, -1, -5)]
    written = "".join(symbols) + _check_symbols(recovery)
    return "-".join(written[start : start + _GROUP] for start in range(0, len(written), _GROUP))


def recovery_bytes(typed: str) -> bytes:
    """A recovery key as it was typed: blanks, dashes and small letters are fine, O is 0, I and L are 1."""
    symbols = "".join(letter for letter in typed.upper() if letter.isalnum()).translate(_LOOKALIKES)
    if len(symbols) != 34 or any(symbol not in _ALPHABET for symbol in symbols):
        raise UsageRefusal("STO-614")
    number = 0
    for symbol in symbols[:32]:
        number = number * 32 + _ALPHABET.index(symbol)
    recovery = number.to_bytes(_RECOVERY_BYTES, "big")
    if _check_symbols(recovery) != symbols[32:]:
        raise UsageRefusal("STO-614")
    return recovery


def _check_symbols(recovery: bytes) -> str:
    first, second = hashlib.sha256(b"meritdesk recovery check" + recovery).digest()[:2]
    return _ALPHABET[first & 31] + _ALPHABET[second & 31]


def _stretch(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    kdf = Argon2id(salt=salt, length=_KEY_BYTES, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib)
    return kdf.derive(passphrase.encode("utf-8"))


def _expand(recovery: bytes, salt: bytes) -> bytes:
    return HKDF(algorithm=hashes.SHA256(), length=_KEY_BYTES, salt=salt, info=b"meritdesk recovery").derive(recovery)


def _wrap_by_passphrase(passphrase: str, data_key: bytes, cost: Cost) -> Sealed:
    salt = secrets.token_bytes(16)
    return replace(_seal(_stretch(passphrase, salt, cost), data_key, "passphrase"), salt=salt)


def _wrap_by_recovery(recovery: bytes, data_key: bytes) -> Sealed:
    salt = secrets.token_bytes(16)
    return replace(_seal(_expand(recovery, salt), data_key, "recovery"), salt=salt)


def _seal(key: bytes, content: bytes, purpose: str) -> Sealed:
    nonce = secrets.token_bytes(12)
    return Sealed(nonce, ChaCha20Poly1305(key).encrypt(nonce, content, f"{FORMAT} {purpose}".encode()))


def _unseal(key: bytes, sealed: Sealed, purpose: str) -> bytes:
    return ChaCha20Poly1305(key).decrypt(sealed.nonce, sealed.content, f"{FORMAT} {purpose}".encode())


def _encoded(ring: Keyring) -> bytes:
    plain = msgspec.to_builtins(ring)
    if not ring.accounts:
        del plain["accounts"], plain["accounts_digest"]
    return msgspec.json.format(msgspec.json.encode(plain), indent=1)


def _with_checksum(ring: Keyring) -> Keyring:
    plain = msgspec.to_builtins(replace(ring, checksum=""))
    del plain["accounts"], plain["accounts_digest"]
    return replace(ring, checksum=hashlib.sha256(msgspec.json.encode(plain, order="sorted")).hexdigest())

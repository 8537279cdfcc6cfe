"""Root keys of a region: each in a file of its own under its holder's own passphrase, made once in a ceremony.

The three files go home on three sticks. Nothing of a root key stays on the PC; two of them together can change what
the region's lists are signed with (exchange 8).
"""

from __future__ import annotations

import secrets
from base64 import b64decode, b64encode
from binascii import Error as Base64Error
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from meritdesk.core.errors import FileRefusal, UsageRefusal
from meritdesk.core.trust_files import RootKeyFile, SigningKey
from meritdesk.exchange.keys import read_small_file
from meritdesk.exchange.plain_json import JsonFault, read_json, write_json_page

ROOT_KEY_FORMAT = "meritdesk-root-key/1"
SHORTEST_PASSPHRASE = 12
MAX_ROOT_KEY_SIZE = 8 * 1024
MAX_MEMORY_KIB = 1 << 20
MAX_LIST_SIZE = 8 * 1024 * 1024

_FIELDS = frozenset(
    {"format", "region", "holder", "number", "public", "memory_kib", "passes", "lanes", "salt", "nonce", "content"}
)


@dataclass(frozen=True, slots=True)
class GuessCost:
    """How much work one guess at a passphrase takes (Argon2id)."""

    memory_kib: int = 65536
    passes: int = 3
    lanes: int = 4


COST = GuessCost()


def new_signing_key() -> SigningKey:
    """A fresh key, in memory only."""
    return signing_key(Ed25519PrivateKey.generate().private_bytes(Encoding.Raw, PrivateFormat.Raw, NoEncryption()))


def signing_key(secret: bytes) -> SigningKey:
    """A key from its 32 secret bytes."""
    public = Ed25519PrivateKey.from_private_bytes(secret).public_key()
    return SigningKey(public.public_bytes(Encoding.Raw, PublicFormat.Raw).hex(), secret)


def wrap_root_key(key: SigningKey, region: str, holder: str, number: int, passphrase: str) -> bytes:
    """The file for the holder's stick; ``KEY-553`` when the passphrase is too short to guard it."""
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise UsageRefusal("KEY-553", least=SHORTEST_PASSPHRASE)
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    about = _about(region, holder, number, key.public)
    sealed = ChaCha20Poly1305(_stretch(passphrase, salt, COST)).encrypt(nonce, key.secret, about)
    return write_json_page(
        {
            "format": ROOT_KEY_FORMAT,
            "region": region,
            "holder": holder,
            "number": number,
            "public": key.public,
            "memory_kib": COST.memory_kib,
            "passes": COST.passes,
            "lanes": COST.lanes,
            "salt": b64encode(salt).decode("ascii"),
            "nonce": b64encode(nonce).decode("ascii"),
            "content": b64encode(sealed).decode("ascii"),
        }
    )


def look_at_root_key(data: bytes) -> RootKeyFile:
    """Whose key a file holds; ``KEY-554`` when it is no root key or was changed."""
    value = _read(data)
    return RootKeyFile(str(value["region"]), str(value["holder"]), _number(value["number"]), str(value["public"]))


def unwrap_root_key(data: bytes, passphrase: str) -> SigningKey:
    """The key of a holder who is present; ``KEY-554`` no root key or damaged, ``KEY-555`` wrong passphrase."""
    value = _read(data)
    outside = look_at_root_key(data)
    cost = GuessCost(_number(value["memory_kib"]), _number(value["passes"]), _number(value["lanes"]))
    if not (1 <= cost.lanes <= 64 and 8 * cost.lanes <= cost.memory_kib <= MAX_MEMORY_KIB and 1 <= cost.passes <= 64):
        raise FileRefusal("KEY-554")
    try:
        salt, nonce, content = (b64decode(str(value[name]), validate=True) for name in ("salt", "nonce", "content"))
    except (Base64Error, ValueError):
        raise FileRefusal("KEY-554") from None
    if (len(salt), len(nonce), len(content)) != (16, 12, 48):
        raise FileRefusal("KEY-554")
    about = _about(outside.region, outside.holder, outside.number, outside.public)
    try:
        secret = ChaCha20Poly1305(_stretch(passphrase, salt, cost)).decrypt(nonce, content, about)
    except InvalidTag:
        raise UsageRefusal("KEY-555", holder=outside.holder) from None
    key = signing_key(secret)
    if key.public != outside.public:
        raise FileRefusal("KEY-554")
    return key


def _read(data: bytes) -> dict[str, object]:
    try:
        value = read_json(data, MAX_ROOT_KEY_SIZE)
    except JsonFault:
        raise FileRefusal("KEY-554") from None
    if not isinstance(value, dict) or set(value) != _FIELDS or value["format"] != ROOT_KEY_FORMAT:
        raise FileRefusal("KEY-554")
    texts = ("region", "holder", "public", "salt", "nonce", "content")
    if not all(isinstance(value[name], str) for name in texts):
        raise FileRefusal("KEY-554")
    return value


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise FileRefusal("KEY-554")
    return value


def _about(region: str, holder: str, number: int, public: str) -> bytes:
    """What stands on the outside is under the seal too."""
    return "\n".join((ROOT_KEY_FORMAT, region, holder, str(number), public)).encode("utf-8")


def _stretch(passphrase: str, salt: bytes, cost: GuessCost) -> bytes:
    kdf = Argon2id(salt=salt, length=32, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib)
    return kdf.derive(passphrase.encode("utf-8"))


def read_root_key_file(path: Path) -> bytes:
    """The bytes of a holder's file; ``KEY-506`` when the stick does not give it."""
    return read_small_file(path, MAX_ROOT_KEY_SIZE)


def read_list_file(path: Path) -> bytes:
    """The bytes of an arriving trust list, never more than allowed; ``KEY-506`` when it cannot be read."""
    return read_small_file(path, MAX_LIST_SIZE)

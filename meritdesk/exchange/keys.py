"""The keys of a device and the card that introduces them to the other side (exchange 8).

A device signs with a minisign (Ed25519) key and is written to with an age (X25519) recipient. The card carries the
public halves; its fingerprint is compared aloud or on paper before it is trusted.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

import minisign
import pyrage  # type: ignore[import-untyped, unused-ignore]

from meritdesk.core.errors import FileRefusal, UsageRefusal
from meritdesk.core.handover import DeviceKeys, KeyCard
from meritdesk.exchange.plain_json import JsonFault, read_json, write_json, write_json_page

CARD_FORMAT = "meritdesk-key/1"
SECRET_FORMAT = "meritdesk-device/1"
MAX_CARD_SIZE = 16 * 1024
MAX_NAME_LENGTH = 200

_AGENCY = re.compile(r"[A-Z0-9](?:[A-Z0-9-]{0,14}[A-Z0-9])?")
_DEVICE = re.compile(r"[A-Z0-9](?:[A-Z0-9-]{0,10}[A-Z0-9])?")
_CARD_FIELDS = frozenset({"format", "agency_code", "agency_name", "device", "role", "minisign", "age", "fingerprint"})
_ROLES = {"agency": False, "region": True}


def new_device_keys(agency_code: str, agency_name: str, device: str, is_region: bool) -> DeviceKeys:
    """Make the two key pairs of this device at set-up; ``KEY-503`` when a code cannot stand in a file name.

    Codes are capital letters, digits and inner hyphens: 1 to 16 characters for an agency, 1 to 12 for a device.
    """
    pair = minisign.KeyPair.generate()
    identity = pyrage.x25519.Identity.generate()
    public = pair.public_key.to_base64().decode("ascii")
    card = KeyCard(agency_code, agency_name, device, is_region, public, str(identity.to_public()))
    _check_codes(card)
    return DeviceKeys(card, bytes(pair.secret_key), str(identity))


def fingerprint(card: KeyCard) -> tuple[str, ...]:
    """Six groups of five digits to read aloud: the first 100 bits of a SHA-256 over keys, device and role.

    The role belongs to it, so that nobody can pass an agency's keys off as the region's. The 100 bits are printed
    modulo 10**30, which costs a third of a bit.
    """
    role = "region" if card.is_region else "agency"
    lines = (CARD_FORMAT, f"{card.agency_code}/{card.device}", role, card.minisign_key, card.age_recipient)
    return digit_groups("".join(f"{line}\n" for line in lines).encode("utf-8"))


def digit_groups(content: bytes) -> tuple[str, ...]:
    """Six groups of five digits that stand for some bytes: the first 100 bits of their SHA-256, modulo 10**30."""
    number = (int.from_bytes(hashlib.sha256(content).digest()[:13], "big") >> 4) % 10**30
    digits = f"{number:030d}"
    return tuple(digits[start : start + 5] for start in range(0, 30, 5))


def card_code(card: KeyCard) -> str:
    """What the square code of the paper form says: both public keys and whose they are, 133 signs for short codes."""
    role = "R" if card.is_region else "A"
    return f"MDK1:{card.agency_code}/{card.device}:{role}:{card.minisign_key}:{card.age_recipient}"


def key_id(minisign_key: str) -> str:
    """The 16 hex digits by which stock minisign names a public key."""
    # Stock minisign prints the eight bytes as one little-endian number.
    return bytes(minisign.PublicKey.from_base64(minisign_key)._keynum_pk.key_id)[::-1].hex().upper()


def card_to_text(card: KeyCard) -> str:
    """The card as the text of a small file that travels to the other side."""
    return write_json_page(
        {
            "format": CARD_FORMAT,
            "agency_code": card.agency_code,
            "agency_name": card.agency_name,
            "device": card.device,
            "role": "region" if card.is_region else "agency",
            "minisign": card.minisign_key,
            "age": card.age_recipient,
            "fingerprint": " ".join(fingerprint(card)),
        }
    ).decode("utf-8")


def card_from_text(text: str) -> KeyCard:
    """Read a card; ``KEY-501`` malformed, ``KEY-502`` altered on the way, ``KEY-505`` of a newer program."""
    try:
        value = read_json(text, MAX_CARD_SIZE)
    except JsonFault:
        raise FileRefusal("KEY-501") from None
    if not isinstance(value, dict):
        raise FileRefusal("KEY-501")
    stated = value.get("format")
    if isinstance(stated, str) and stated != CARD_FORMAT and stated.startswith("meritdesk-key/"):
        raise FileRefusal("KEY-505", format=stated[:40])
    if set(value) != _CARD_FIELDS or not all(isinstance(member, str) for member in value.values()):
        raise FileRefusal("KEY-501")
    if stated != CARD_FORMAT or value["role"] not in _ROLES:
        raise FileRefusal("KEY-501")
    card = KeyCard(
        value["agency_code"],
        value["agency_name"],
        value["device"],
        _ROLES[value["role"]],
        value["minisign"],
        value["age"],
    )
    check_card(card)
    if value["fingerprint"] != " ".join(fingerprint(card)):
        raise FileRefusal("KEY-502")
    return card


def read_card(path: Path) -> KeyCard:
    """Read a card file that the other side sent; refusals as ``card_from_text``, ``KEY-506`` when unreadable."""
    try:
        return card_from_text(read_small_file(path, MAX_CARD_SIZE).decode("utf-8"))
    except UnicodeDecodeError:
        raise FileRefusal("KEY-501") from None


def read_small_file(path: Path, limit: int) -> bytes:
    """The bytes of a file about keys, at most one more than allowed; ``KEY-506`` when it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(limit + 1)
    except OSError:
        raise FileRefusal("KEY-506", name=path.name) from None


def keys_to_bytes(keys: DeviceKeys) -> bytes:
    """The secret keys as bytes for the store to wrap; they are never written anywhere unwrapped."""
    value: dict[str, object] = {
        "format": SECRET_FORMAT,
        "card": card_to_text(keys.card),
        "minisign_secret": keys.minisign_secret.decode("ascii"),
        "age_identity": keys.age_identity,
    }
    if keys.other_identities:
        value["other_identities"] = list(keys.other_identities)
    return write_json(value).encode("utf-8")


def keys_from_bytes(data: bytes) -> DeviceKeys:
    """The keys from unwrapped bytes; ``KEY-504`` when they do not belong together or cannot be read."""
    try:
        value = read_json(data, 4 * MAX_CARD_SIZE)
    except JsonFault:
        raise FileRefusal("KEY-504") from None
    if not isinstance(value, dict) or not _is_secret(value):
        raise FileRefusal("KEY-504")
    card = card_from_text(value["card"])
    others = value.get("other_identities", [])
    keys = DeviceKeys(card, value["minisign_secret"].encode("utf-8"), value["age_identity"], tuple(others))
    try:
        secret = minisign.SecretKey.from_bytes(keys.minisign_secret)
        identity = pyrage.x25519.Identity.from_str(keys.age_identity)
        for other in keys.other_identities:
            pyrage.x25519.Identity.from_str(other)
    except (minisign.Error, pyrage.IdentityError):
        raise FileRefusal("KEY-504") from None
    public = secret.get_public_key().to_base64().decode("ascii")
    if (public, str(identity.to_public())) != (card.minisign_key, card.age_recipient):
        raise FileRefusal("KEY-504")
    return keys


def _is_secret(value: Mapping[str, object]) -> bool:
    names = {"format", "card", "minisign_secret", "age_identity"}
    if set(value) - {"other_identities"} != names or value["format"] != SECRET_FORMAT:
        return False
    others = value.get("other_identities", [])
    if not isinstance(others, list) or not all(isinstance(one, str) for one in others):
        return False
    return all(isinstance(value[name], str) for name in names)


def _check_codes(card: KeyCard) -> None:
    if _AGENCY.fullmatch(card.agency_code) is None:
        raise UsageRefusal("KEY-503", code_given=card.agency_code[:40])
    if _DEVICE.fullmatch(card.device) is None:
        raise UsageRefusal("KEY-503", code_given=card.device[:40])


def check_card(card: KeyCard) -> None:
    """The card of someone else, so every part is doubted."""
    codes_fit = _AGENCY.fullmatch(card.agency_code) and _DEVICE.fullmatch(card.device)
    if not codes_fit or len(card.agency_name) > MAX_NAME_LENGTH or not card.agency_name.isprintable():
        raise FileRefusal("KEY-501")
    try:
        signing = minisign.PublicKey.from_base64(card.minisign_key).to_base64().decode("ascii")
        recipient = str(pyrage.x25519.Recipient.from_str(card.age_recipient))
    except (minisign.Error, pyrage.RecipientError, ValueError):
        raise FileRefusal("KEY-501") from None
    if (signing, recipient) != (card.minisign_key, card.age_recipient):
        raise FileRefusal("KEY-501")

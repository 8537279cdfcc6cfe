"""A receipt as one line that fits a square code and a keyboard, signed by the region (exchange 6).

When the stick is lost the paper in the bag is enough: the line names the receipt, its code and the package by its hash,
and the signature under it is the region's. Capital letters and digits only, without those that look alike, so that it
can be typed; the square code holds it in version 9 or less.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Sequence

import minisign
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from meritdesk.core.errors import FileRefusal
from meritdesk.core.handover import DeviceKeys, KeyCard, PaperReceipt, Receipt, ReceiptCode
from meritdesk.core.trust import KeyStatus

_PREFIX = "MDR1"
_SIGNED_AS = "meritdesk-receipt/1 "
_START_BYTES = 16
_CODES = "".join(code.value for code in ReceiptCode)
_LINE = re.compile(
    rf"{_PREFIX}:([A-Z0-9]+(?:-[A-Z0-9]+){{2,}}):([{_CODES}]):([A-Z2-7]{{26}}):([A-Z2-7]{{103}})", re.ASCII
)
_ALIKE = str.maketrans("018", "OIB")


def paper_receipt(receipt: Receipt, keys: DeviceKeys) -> str:
    """The line of a receipt, signed with the keys of this desk."""
    start = bytes.fromhex(receipt.payload_digest.rpartition(":")[2])[:_START_BYTES]
    head = f"{_PREFIX}:{receipt.number.upper()}:{receipt.code.value}:{_letters(start)}"
    with minisign.SecretKey.from_bytes(keys.minisign_secret) as secret:
        private = Ed25519PrivateKey.from_private_bytes(secret._keynum_sk.secret_key)
        signature = private.sign((_SIGNED_AS + head).encode("ascii"))
    return f"{head}:{_letters(signature)}"


def read_paper_receipt(text: str, cards: Sequence[KeyCard], me: KeyCard) -> PaperReceipt:
    """What a typed or scanned line says, once a key of the region vouches for it.

    ``PKG-752`` not a line of ours or a sign is missing, ``PKG-753`` no region that is believed here signed it: forged,
    or a sign is wrong.
    """
    line = _LINE.fullmatch(_tidied(text))
    if line is None:
        raise FileRefusal("PKG-752")
    number, code, start, signature = line.groups()
    head = f"{_PREFIX}:{number}:{code}:{start}".encode("ascii")
    try:
        signed = _bytes(signature)
        begin = _bytes(start)
    except binascii.Error:
        raise FileRefusal("PKG-752") from None
    for card in cards:
        if not card.is_region or card.minisign_key == me.minisign_key or not _is_believed(card):
            continue
        public = Ed25519PublicKey.from_public_bytes(
            minisign.PublicKey.from_base64(card.minisign_key)._keynum_pk.public_key
        )
        try:
            public.verify(signed, _SIGNED_AS.encode("ascii") + head)
        except InvalidSignature:
            continue
        return PaperReceipt(_as_written(number), ReceiptCode(code), begin.hex(), card)
    raise FileRefusal("PKG-753")


def typing_groups(text: str, size: int = 6) -> tuple[str, ...]:
    """The line in groups as they are read aloud and typed."""
    return tuple(text[place : place + size] for place in range(0, len(text), size))


def _is_believed(card: KeyCard) -> bool:
    """A revoked key vouches for nothing; what a retired one signed while it was in force still holds."""
    return card.standing is None or card.standing.status != KeyStatus.REVOKED


def _as_written(number: str) -> str:
    """The number as the receipt itself spells it: the epoch in it is in small letters."""
    *others, epoch, last = number.split("-")
    return "-".join([*others, epoch.lower(), last])


def _tidied(text: str) -> str:
    """The line as it was printed: without blanks and line ends, in capitals, with look-alikes put right."""
    parts = "".join(text.split()).upper().split(":")
    return ":".join([*parts[:3], *(part.translate(_ALIKE) for part in parts[3:])])


def _letters(data: bytes) -> str:
    return base64.b32encode(data).decode("ascii").rstrip("=")


def _bytes(text: str) -> bytes:
    """The bytes of letters, in the one spelling that they have."""
    data = base64.b32decode(text + "=" * (-len(text) % 8))
    if _letters(data) != text:
        raise binascii.Error("another spelling")
    return data

"""The envelope of a package: encrypted for the reader, signed by the sender, in a zip of three members (exchange 2).

Encrypt, then sign, with the hash of the plaintext inside the signature: the signature is checked on the exact bytes
before anything is decrypted or unzipped, and it also vouches for the decrypted bag.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence
from dataclasses import dataclass, replace

import minisign
import pyrage  # type: ignore[import-untyped, unused-ignore]

from meritdesk.core.errors import FileRefusal
from meritdesk.core.handover import DeviceKeys, KeyCard, PackageHeader, SealedPackage
from meritdesk.exchange.keys import key_id
from meritdesk.exchange.label import comment_of, file_name, header_of
from meritdesk.exchange.strict_zip import ZipFault, ZipFaultKind, ZipLimits, local_header, read_zip, write_zip

MAX_FILE_SIZE = 192 * 1024 * 1024

README_NAME = "BACA-SAYA.txt"
PAYLOAD_NAME = "payload.age"
SIGNATURE_NAME = "payload.age.minisig"
ENROL_NAME = "enrol.json"
# Frozen for every version of the format: a newer one says so in the signed comment, never here.
README = (
    b"Berkas ini dibuat oleh MeritDesk. Jangan dibuka, diekstrak, atau diubah.\n"
    b"Terimalah melalui MeritDesk: menu Serah Terima, perintah Terima Berkas.\n"
    b"\n"
    b"This file was made by MeritDesk. Do not open, extract or change it.\n"
    b"Receive it with MeritDesk: Handover, Receive File.\n"
)

_OUTER_LIMITS = ZipLimits(members=4, total_size=MAX_FILE_SIZE, ratio=1)
_START = local_header(README_NAME, README) + README
_UNTRUSTED = "MeritDesk package signature"
_AGE_INTRO = b"age-encryption.org/v1\n"
_MAX_AGE_HEADER = 16 * 1024


@dataclass(frozen=True, slots=True)
class Envelope:
    """The parts of a package file; nothing in it is believed yet."""

    payload: bytes
    signature: minisign.Signature
    key_id: str

    @property
    def payload_digest(self) -> str:
        """The hash by which ledgers know this package."""
        return sha256_of(self.payload)


def sha256_of(data: bytes) -> str:
    """A hash as labels write it: ``sha256:<hex>``."""
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def seal(header: PackageHeader, bag: bytes, keys: DeviceKeys, recipients: Sequence[KeyCard]) -> SealedPackage:
    """Encrypt a bag for the recipients and this device, sign it, and put it in its envelope.

    ``PKG-567`` when the file would be larger than readers accept.
    """
    complete = replace(header, inner=sha256_of(bag))
    comment = comment_of(complete)
    if header_of(comment) != complete:
        raise ValueError(f"label cannot be written: {comment}")
    addresses = dict.fromkeys([*(card.age_recipient for card in recipients), keys.card.age_recipient])
    payload = pyrage.encrypt(bag, [pyrage.x25519.Recipient.from_str(address) for address in addresses])
    with minisign.SecretKey.from_bytes(keys.minisign_secret) as secret:
        signature = secret.sign(payload, prehash=True, untrusted_comment=_UNTRUSTED, trusted_comment=comment)
    members = [(README_NAME, README), (PAYLOAD_NAME, payload), (SIGNATURE_NAME, signature_text(signature))]
    data = write_zip(members, deflate=False)
    if len(data) > MAX_FILE_SIZE:
        raise FileRefusal("PKG-567")
    return SealedPackage(file_name(complete), data, complete, sha256_of(payload))


def open_envelope(data: bytes, name: str) -> Envelope:
    """Take the three members out of a package file of exactly our shape.

    ``PKG-501`` not ours, ``PKG-502`` truncated, ``PKG-503`` something behind the end, ``PKG-504`` changed outside the
    signed part, ``PKG-505`` too large, ``PKG-510`` signature text malformed, ``KEY-540`` an enrolment file.
    """
    if len(data) > MAX_FILE_SIZE:
        raise FileRefusal("PKG-505", name=name, limit=MAX_FILE_SIZE // (1024 * 1024))
    if not data.startswith(_START):
        raise _not_a_package(data, name)
    try:
        members = read_zip(data, _OUTER_LIMITS, deflate=False)
    except ZipFault as fault:
        codes = {ZipFaultKind.TRUNCATED: "PKG-502", ZipFaultKind.TRAILING: "PKG-503"}
        raise FileRefusal(codes.get(fault.kind, "PKG-504"), name=name, size=len(data)) from None
    names = [member for member, _ in members]
    if names[1:2] == [ENROL_NAME]:
        raise FileRefusal("KEY-540", name=name)
    if names != [README_NAME, PAYLOAD_NAME, SIGNATURE_NAME]:
        raise FileRefusal("PKG-504", name=name)
    signature = parse_signature(members[2][1], name)
    # Stock minisign prints the eight bytes as one little-endian number.
    return Envelope(members[1][1], signature, signature._key_id[::-1].hex().upper())


def verify(envelope: Envelope, trusted: Sequence[KeyCard]) -> KeyCard:
    """The card whose key signed both the payload and the comment; ``PKG-511`` unknown key, ``PKG-512`` changed."""
    candidates = [card for card in trusted if key_id(card.minisign_key) == envelope.key_id]
    if not candidates:
        raise FileRefusal("PKG-511", key_id=envelope.key_id)
    for card in candidates:
        try:
            minisign.PublicKey.from_base64(card.minisign_key).verify(envelope.payload, envelope.signature)
        except minisign.VerifyError:
            continue
        return card
    raise FileRefusal("PKG-512")


def stated_header(envelope: Envelope) -> PackageHeader:
    """The header that the comment states; to be believed only after ``verify``."""
    return header_of(envelope.signature.trusted_comment)


def decrypt(envelope: Envelope, header: PackageHeader, keys: DeviceKeys) -> bytes:
    """The bag of a verified package, in memory.

    ``PKG-525`` not written to this device, ``PKG-526`` locked in another way than with keys (a passphrase would let
    anyone guess), ``PKG-527`` not the bag that was signed for.
    """
    _check_stanzas(envelope.payload)
    try:
        identities = [keys.age_identity, *keys.other_identities]
        # From stream to stream there is one copy less of a large package in memory.
        plain = io.BytesIO()
        keyring = [pyrage.x25519.Identity.from_str(one) for one in identities]
        pyrage.decrypt_io(io.BytesIO(envelope.payload), plain, keyring)
    except (pyrage.DecryptError, OSError):
        raise FileRefusal("PKG-525", device=keys.card.device) from None
    bag: bytes = plain.getvalue()
    if sha256_of(bag) != header.inner:
        raise FileRefusal("PKG-527")
    return bag


def _not_a_package(data: bytes, name: str) -> FileRefusal:
    """Tell a cut package from a damaged one and from a file that never was one."""
    if _START.startswith(data):
        return FileRefusal("PKG-502", name=name, size=len(data))
    if README_NAME.encode("ascii") in data[: len(_START)]:
        return FileRefusal("PKG-504", name=name)
    return FileRefusal("PKG-501", name=name)


def signature_text(signature: minisign.Signature) -> bytes:
    """The four lines of a signature, as they lie in a package."""
    return bytes(signature) + b"\n"


def parse_signature(text: bytes, name: str) -> minisign.Signature:
    """Parse the four lines, and accept only the one spelling that the parsed values have."""
    try:
        signature = minisign.Signature.from_bytes(text)
    except minisign.ParseError:
        raise FileRefusal("PKG-510", name=name) from None
    if signature_text(signature) != text or signature.untrusted_comment != _UNTRUSTED or not signature.is_prehashed():
        raise FileRefusal("PKG-510", name=name)
    return signature


def _check_stanzas(payload: bytes) -> None:
    """Only X25519 recipients, and the grease that writers add to keep readers honest."""
    if not payload.startswith(_AGE_INTRO):
        raise FileRefusal("PKG-526")
    lines = payload[:_MAX_AGE_HEADER].split(b"\n")
    for line in lines[1:]:
        if line.startswith(b"--- "):
            return
        words = line.split(b" ")
        if line.startswith(b"-> ") and not (words[1] == b"X25519" or words[1].endswith(b"-grease")):
            break
    raise FileRefusal("PKG-526")

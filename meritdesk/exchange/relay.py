"""A transfer, or the receipt for one, that goes through the region: the same bag and signature, locked anew.

The signature vouches for the label and, by the hash in it, for the bag; so whoever receives it knows that the region
has changed nothing, although the region had to open it. Only the region can say how the encrypted file was hashed, by
which ledgers know it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import minisign
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from meritdesk.core.errors import FileRefusal
from meritdesk.core.handover import ENVELOPE, DeviceKeys, KeyCard, PackageHeader, SealedPackage, StagedPackage
from meritdesk.core.trust import PASSED_ON
from meritdesk.exchange.data_package import APP
from meritdesk.exchange.keys import card_from_text, card_to_text, key_id
from meritdesk.exchange.label import check_schema
from meritdesk.exchange.package import write_bag
from meritdesk.exchange.package_layout import CONTROL_PATH, RELAYED_BAG, RELAYED_CARD, RELAYED_SIGNATURE
from meritdesk.exchange.plain_json import JsonFault, read_json, write_json_page
from meritdesk.exchange.seal import (
    Envelope,
    decrypt,
    open_envelope,
    parse_signature,
    seal,
    sha256_of,
    signature_text,
    stated_header,
)

_DIGEST = re.compile(r"sha256:[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Relayed:
    """What a relayed file holds, once the signature of its maker holds: ``signer`` is who made it."""

    header: PackageHeader
    payload_digest: str
    signer: KeyCard
    bag: bytes


def pass_on(
    header: PackageHeader, original: StagedPackage, signer: KeyCard, keys: DeviceKeys, recipients: Sequence[KeyCard]
) -> SealedPackage:
    """Lock a file anew for those to whom it is addressed; it was opened and judged here before."""
    envelope = open_envelope(original.data, original.name)
    bag = decrypt(envelope, stated_header(envelope), keys)
    control = {
        "format": ENVELOPE,
        "schema": header.schema,
        "app": APP,
        "payload_digest": envelope.payload_digest,
    }
    files = {
        CONTROL_PATH: write_json_page(control),
        RELAYED_BAG: bag,
        RELAYED_SIGNATURE: signature_text(envelope.signature),
        RELAYED_CARD: card_to_text(signer).encode("utf-8"),
    }
    return seal(header, write_bag(header, files), keys, recipients)


def read_relayed(header: PackageHeader, files: Mapping[str, bytes], trusted: Sequence[KeyCard]) -> Relayed:
    """What is inside a relayed file; the maker's key is the one known here, else the one the region vouches for.

    ``PKG-855`` the parts are not what they must be, ``PKG-856`` the maker's signature does not hold, and as every
    label and card.
    """
    try:
        control = read_json(files[CONTROL_PATH])
    except JsonFault:
        control = None
    if not isinstance(control, dict) or control.get("format") != ENVELOPE or control.get("schema") != header.schema:
        raise FileRefusal("PKG-855", place=CONTROL_PATH)
    digest = control.get("payload_digest")
    if not isinstance(digest, str) or not _DIGEST.fullmatch(digest):
        raise FileRefusal("PKG-855", place=CONTROL_PATH)
    try:
        stated = card_from_text(files[RELAYED_CARD].decode("utf-8"))
    except UnicodeDecodeError:
        raise FileRefusal("PKG-855", place=RELAYED_CARD) from None
    signature = parse_signature(files[RELAYED_SIGNATURE], RELAYED_SIGNATURE)
    signer = next((card for card in trusted if card.minisign_key == stated.minisign_key), stated)
    envelope = Envelope(b"", signature, key_id(signer.minisign_key))
    _verify_comment(signature, signer)
    inside = stated_header(envelope)
    if inside.kind not in PASSED_ON or (inside.recipient, inside.is_practice) != (
        header.recipient,
        header.is_practice,
    ):
        raise FileRefusal("PKG-855", place="label")
    check_schema(inside)
    if sha256_of(files[RELAYED_BAG]) != inside.inner:
        raise FileRefusal("PKG-856", sender=inside.sender)
    return Relayed(inside, digest, signer, files[RELAYED_BAG])


def _verify_comment(signature: minisign.Signature, signer: KeyCard) -> None:
    """The second signature of minisign covers the first one and the label; the bag is vouched for by the label."""
    public = Ed25519PublicKey.from_public_bytes(
        minisign.PublicKey.from_base64(signer.minisign_key)._keynum_pk.public_key
    )
    try:
        public.verify(signature._global_signature, signature._signature + signature.trusted_comment.encode("utf-8"))
    except InvalidSignature:
        raise FileRefusal("PKG-856", sender=f"{signer.agency_code}/{signer.device}") from None

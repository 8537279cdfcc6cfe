"""Electronic signatures: certificates and who holds them, whose turn it is to sign, and what can be said of a file.

A signature stands in the file, not in the store; the register only remembers which file came out of which signing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from meritdesk.core.documents import SignaturePlace, SignerRole

_WIDEST_FIELD = 240
_NIP_DIGITS = re.compile(r"(?<!\d)\d{18}(?!\d)")
# What stands before or behind a name and is not part of it.
_FRONT_TITLES = frozenset(
    ("dr", "dra", "drs", "drg", "drh", "ir", "prof", "h", "hj", "kh", "apt", "ns", "ners", "raden", "rr", "r", "pdt")
)


def places_in_order(steps: Sequence[SignerRole], places: Sequence[SignaturePlace]) -> tuple[int, ...]:
    """In which order the places of a sheet are signed, by the steps of its form: indexes into ``places``.

    Whoever the form does not name signs after those whom it names, in the order of the paper.
    """
    ranks = {role: rank for rank, role in enumerate(steps)}
    return tuple(sorted(range(len(places)), key=lambda index: (ranks.get(places[index].role, len(ranks)), index)))


def field_box(place: SignaturePlace) -> tuple[int, int, int, int]:
    """The signature field at a place (left, bottom, right, top): in its middle, no wider than a name needs."""
    width = min(place.width, _WIDEST_FIELD)
    left = place.x + (place.width - width) // 2
    return left, place.y, left + width, place.y + place.height


def plain_name(name: str) -> str:
    """A name without titles, marks and capitals, to be compared with the name in a certificate."""
    text = unicodedata.normalize("NFKD", name.partition(",")[0]).casefold()
    words = re.sub(r"[^\w\s]", " ", "".join(sign for sign in text if not unicodedata.combining(sign))).split()
    while len(words) > 1 and words[0] in _FRONT_TITLES:
        words = words[1:]
    return " ".join(words)


@dataclass(frozen=True, slots=True)
class Certificate:
    """Who a certificate says its holder is, who says so, and for how long; ``fingerprint`` is the SHA-256 in hex."""

    holder: str
    subject: str
    issuer: str
    serial: str
    fingerprint: str
    valid_from: datetime
    valid_to: datetime
    is_self_signed: bool = False

    def is_valid_at(self, moment: datetime) -> bool:
        """Whether the moment lies between the two ends."""
        return self.valid_from <= moment <= self.valid_to

    def names(self, place: SignaturePlace) -> bool:
        """Whether this is the certificate of the person printed at a place: by NIP where it states one, else by name.

        Titles, capitals and accents do not count. A certificate with another NIP never fits.
        """
        stated = _NIP_DIGITS.findall(self.subject)
        if stated and place.nip.strip():
            return place.nip.strip() in stated
        return bool(plain_name(place.name)) and plain_name(place.name) == plain_name(self.holder)


@dataclass(frozen=True, slots=True)
class TrustAnchor:
    """A certification authority whose certificates this office believes: its own, or the national one (BSrE)."""

    certificate: Certificate
    pem: str
    added_at: datetime


class SignatureState(StrEnum):
    """What can be said of one signature in a file, worst first."""

    BROKEN = "BROKEN"  # the signed bytes are not these, or the signature belongs to another file
    ADDED_AFTER = "ADDED_AFTER"  # the signed part is whole, but more than signatures was added afterwards
    REVOKED = "REVOKED"
    OUT_OF_TIME = "OUT_OF_TIME"  # the certificate was not valid when it was signed
    UNTRUSTED = "UNTRUSTED"  # whole, but nobody this office believes stands behind the certificate
    UNCHECKED = "UNCHECKED"  # signatures cannot be read here (the extra part is not installed)
    EXPIRED_SINCE = "EXPIRED_SINCE"  # valid at the stated time, the certificate has run out since
    TRUSTED = "TRUSTED"


class Coverage(StrEnum):
    """How much of the file a signature covers."""

    WHOLE_FILE = "WHOLE_FILE"
    REVISION = "REVISION"  # everything up to and with its own revision; later ones follow
    PARTIAL = "PARTIAL"  # less than that: never acceptable


class TimeSource(StrEnum):
    """Who says when it was signed."""

    CLAIMED = "CLAIMED"  # the signer's own clock
    REGISTER = "REGISTER"  # this register noted the signing
    TIMESTAMP = "TIMESTAMP"  # a timestamp service this office believes


class Addition(StrEnum):
    """What was added to or changed in a file after it was printed or signed."""

    PAGE_COUNT = "PAGE_COUNT"  # pages appended or taken out
    CONTENT = "CONTENT"  # objects of the paper replaced, deleted or added
    ANNOTATION = "ANNOTATION"  # something laid over a page
    OUTSIDE_PLACE = "OUTSIDE_PLACE"  # a signature's picture away from the places to sign
    COVERS_TEXT = "COVERS_TEXT"  # a signature's picture over printed text
    LOOKS_DIFFERENT = "LOOKS_DIFFERENT"  # a page shows something else outside the places to sign
    FORM = "FORM"  # form fields besides signatures
    ACTIVE = "ACTIVE"  # scripts, actions, embedded files, layers
    TRAILING = "TRAILING"  # something behind what the last signature covers
    STRUCTURE = "STRUCTURE"  # the file is put together so that programs may read it differently


@dataclass(frozen=True, slots=True)
class FoundSignature:
    """One signature in a file; ``revision`` counts from 1, the revision that was printed is 0."""

    field: str
    holder: str
    subject: str
    issuer: str
    fingerprint: str
    state: SignatureState
    coverage: Coverage
    revision: int
    signed_at: datetime | None
    time_source: TimeSource
    valid_to: datetime | None = None
    role: SignerRole | None = None
    printed_name: str = ""
    is_named: bool = True
    is_revocation_known: bool = False


@dataclass(frozen=True, slots=True)
class Examination:
    """What a look into the signatures and revisions of a file found; ``is_complete`` unless the reader is missing."""

    signatures: tuple[FoundSignature, ...] = ()
    additions: tuple[Addition, ...] = ()
    revisions: int = 1
    is_complete: bool = True

    @property
    def has_faults(self) -> bool:
        """Whether anything came in besides whole signatures."""
        states = {one.state for one in self.signatures}
        faulty = {SignatureState.BROKEN, SignatureState.ADDED_AFTER}
        return bool(self.additions or states & faulty)


@dataclass(frozen=True, slots=True)
class SigningRecord:
    """The register entry of one electronic signature: which file came out of which, and whose certificate it was.

    ``original_digest`` is the unsigned file, ``base_digest`` the file as the signer got it, ``file_digest`` the file
    that came out; ``reason`` says why somebody else or out of turn. ``place`` is the index of the place signed.
    """

    signature_id: str
    document_id: str
    place: int
    role: SignerRole
    signer_name: str
    holder: str
    subject: str
    issuer: str
    fingerprint: str
    signed_at: datetime
    original_digest: str
    base_digest: str
    file_digest: str
    file_name: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SignedPaper:
    """What is known of the paper in a file: its first bytes, where it is signed, and which signings were noted.

    ``known`` is by the SHA-256 of the file that came out of each signing.
    """

    length: int
    places: tuple[SignaturePlace, ...] = ()
    known: Mapping[str, SigningRecord] = field(default_factory=dict)

"""Trust lists and root keys as the files they travel in, once their signatures were checked."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum

from meritdesk.core.trust import TrustList


class Taken(StrEnum):
    """What became of a trust list that arrived: newer and taken, the very same, or older than the one held."""

    NEWER = "newer"
    SAME = "same"
    OLDER = "older"


@dataclass(frozen=True, slots=True)
class SigningKey:
    """An Ed25519 key that signs roots or lists; ``public`` is its public half in hex, by which metadata name it."""

    public: str
    secret: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class RootKeyFile:
    """What the outside of a holder's file says without the passphrase."""

    region: str
    holder: str
    number: int
    public: str


@dataclass(frozen=True, slots=True)
class VerifiedList:
    """A trust list every signature of which holds; ``fingerprints`` are those of its roots, first to newest."""

    data: bytes = field(repr=False)
    roots: tuple[bytes, ...] = field(repr=False)
    targets: bytes = field(repr=False)
    devices: bytes = field(repr=False)
    content: TrustList
    fingerprints: tuple[tuple[str, ...], ...]

    @property
    def digest(self) -> str:
        """The hash by which a store knows this file."""
        return hashlib.sha256(self.data).hexdigest()

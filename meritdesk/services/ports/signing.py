"""What electronic signatures need from the world: a signing tool, the notes on signings, the authorities believed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Protocol

from meritdesk.core.documents import SignaturePlace
from meritdesk.core.signatures import Certificate, Examination, SignedPaper, SigningRecord, TrustAnchor


class SigningKey(Protocol):
    """An opened key; only the signing tool knows what is inside."""

    @property
    def certificate(self) -> Certificate: ...


class Signatures(Protocol):
    """Signs files and looks into signed ones; the reader of signatures is an optional part."""

    @property
    def is_ready(self) -> bool: ...
    def require(self) -> None: ...
    def open_key(self, path: Path, passphrase: str) -> SigningKey: ...
    def read_anchors(self, path: Path, added_at: datetime) -> tuple[TrustAnchor, ...]: ...
    def beginnings(self, path: Path) -> Iterator[tuple[str, int]]: ...

    def sign(
        self,
        data: bytes,
        key: SigningKey,
        places: Sequence[SignaturePlace],
        place: int,
        picture: bytes,
        moment: datetime,
        reason: str = "",
        location: str = "",
        timestamp_service: str = "",
    ) -> bytes: ...
    def examine(
        self, path: Path, paper: SignedPaper | None, anchors: Sequence[TrustAnchor], now: datetime
    ) -> Examination: ...


class SigningRecords(Protocol):
    """The register's notes on electronic signatures."""

    def save(self, records: Sequence[SigningRecord]) -> None: ...
    def of_file(self, file_digest: str) -> SigningRecord | None:
        """The signing out of which this very file came."""
        ...

    def of_original(self, original_digest: str) -> tuple[SigningRecord, ...]:
        """All signings that began with this unsigned file, oldest first."""
        ...

    def of_documents(self, document_ids: Sequence[str]) -> Mapping[str, tuple[SigningRecord, ...]]:
        """All signings of these documents, oldest first."""
        ...

    def lines(self, search: str, offset: int, limit: int) -> tuple[SigningRecord, ...]: ...
    def count(self, search: str) -> int: ...


class Anchors(Protocol):
    """The certification authorities this office believes."""

    def all(self) -> tuple[TrustAnchor, ...]: ...
    def save(self, anchors: Sequence[TrustAnchor]) -> None: ...
    def remove(self, fingerprint: str) -> None: ...

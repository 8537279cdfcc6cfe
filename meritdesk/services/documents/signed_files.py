"""Which paper of ours a file is: known by its first bytes, whatever signatures came behind them since."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from meritdesk.core.documents import DocumentRecord, SignaturePlace
from meritdesk.core.signatures import (
    Coverage,
    FoundSignature,
    SignatureState,
    SignedPaper,
    SigningRecord,
    TimeSource,
)
from meritdesk.services.ports import Surroundings, Work


@dataclass(frozen=True, slots=True)
class FilePart:
    """One beginning of a file that could once have been the whole: the SHA-256 of its bytes and how many they are."""

    digest: str
    length: int


@dataclass(frozen=True, slots=True)
class KnownPaper:
    """A paper of the register as it lies in a file.

    ``chain`` are the noted signings of this very file in their order; ``signed_further`` names the file that has one
    more signature than this one.
    """

    documents: tuple[DocumentRecord, ...]
    original_digest: str
    signed: SignedPaper
    chain: tuple[SigningRecord, ...] = ()
    signed_further: str = ""

    def noted(self) -> tuple[FoundSignature, ...]:
        """The signatures as the register noted them, for a desk that cannot read them in the file."""
        return tuple(
            FoundSignature(
                field="",
                holder=record.holder,
                subject=record.subject,
                issuer=record.issuer,
                fingerprint=record.fingerprint,
                state=SignatureState.UNCHECKED,
                coverage=Coverage.REVISION,
                revision=number,
                signed_at=record.signed_at,
                time_source=TimeSource.REGISTER,
                role=record.role,
                printed_name=record.signer_name,
            )
            for number, record in enumerate(self.chain, 1)
        )


def file_parts(around: Surroundings, path: Path) -> list[FilePart]:
    """All beginnings of a file, shortest first; the last is the whole file. ``DOC-410`` when it cannot be read."""
    return [FilePart(digest, length) for digest, length in around.signatures.beginnings(path)]


def paper_in(work: Work, parts: Sequence[FilePart]) -> KnownPaper | None:
    """The paper with which a file begins, or nothing when it begins as no paper of this register."""
    for part in parts:
        documents = work.documents.of_file(part.digest)
        signings = work.signatures.of_original(part.digest)
        if not documents and signings:
            # One sheet that was taken out of a larger file to be signed.
            documents = work.documents.of_ids([signings[0].document_id])
            documents = tuple(replace(one, first_page=1) for one in documents)
        if not documents:
            continue
        known = {record.file_digest: record for record in signings}
        ends = {one.digest for one in parts}
        return KnownPaper(
            documents=documents,
            original_digest=part.digest,
            signed=SignedPaper(part.length, _places(documents), known),
            chain=tuple(record for record in signings if record.file_digest in ends),
            signed_further=_further(work, documents, parts[-1].digest),
        )
    return None


def _places(documents: Sequence[DocumentRecord]) -> tuple[SignaturePlace, ...]:
    """Where a file is signed, all its sheets together; pages count within the file."""
    return tuple(
        replace(place, page=place.page + record.first_page - 1) for record in documents for place in record.places
    )


def _further(work: Work, documents: Sequence[DocumentRecord], digest: str) -> str:
    """The file that came out of signing this one; of a file with many sheets nothing can be said."""
    if len(documents) != 1:
        return ""
    signings = work.signatures.of_documents([documents[0].document_id]).get(documents[0].document_id, ())
    is_printed = digest == documents[0].file_digest
    return next(
        (one.file_name for one in signings if one.base_digest == digest or (is_printed and one.file_digest != digest)),
        "",
    )

"""Looking into a signed PDF: which signatures hold, who stands behind them, and what else came in.

The paper itself is the first revision, known byte for byte. What follows must be signatures at the places to sign and
nothing else; whatever cannot be explained by that is named and the file is never called good (faults F74). Nothing is
fetched: who is believed stands in the store, and whether a certificate was revoked is only known where the file says.
"""

from __future__ import annotations

import hashlib
import io
import logging
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from asn1crypto import x509 as asn1_x509
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import load_pem_x509_certificate
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import DiffResult, ModificationLevel
from pyhanko.sign.diff_analysis.form_rules_api import FormUpdatingRule
from pyhanko.sign.diff_analysis.policies import DEFAULT_DIFF_POLICY, StandardDiffPolicy
from pyhanko.sign.diff_analysis.rules.file_structure_rules import (
    CatalogModificationRule,
    ObjectStreamRule,
    XrefStreamRule,
)
from pyhanko.sign.diff_analysis.rules.form_field_rules import (
    DSSCompareRule,
    SigFieldCreationRule,
    SigFieldModificationRule,
)
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from meritdesk.core.documents import SignaturePlace
from meritdesk.core.signatures import (
    Addition,
    Coverage,
    Examination,
    FoundSignature,
    SignatureState,
    SignedPaper,
    SigningRecord,
    TimeSource,
    TrustAnchor,
)
from meritdesk.signing.appearance import Widget, additions_seen
from meritdesk.signing.certificates import described_der
from meritdesk.signing.originals import is_untouched, stands_on
from meritdesk.wall_clock import on_the_wall

for _name in ("pyhanko", "pyhanko_certvalidator"):
    # What it finds suspicious is our answer, not a trace on the terminal.
    logging.getLogger(_name).setLevel(logging.CRITICAL + 1)

_COVERAGE = {
    SignatureCoverageLevel.ENTIRE_FILE: Coverage.WHOLE_FILE,
    SignatureCoverageLevel.ENTIRE_REVISION: Coverage.REVISION,
}
_ANY_USE = KeyUsageConstraints(key_usage=set())
_SIGNING_USE = KeyUsageConstraints(key_usage={"digital_signature", "non_repudiation"}, match_all_key_usages=False)
# Behind the last signature may stand certificates and timestamps; not so much as another title.
_PROOF_ONLY = StandardDiffPolicy(
    global_rules=[
        CatalogModificationRule(frozenset({"/AcroForm", "/DSS", "/Extensions", "/Version"})),
        XrefStreamRule().as_qualified(ModificationLevel.LTA_UPDATES),
        ObjectStreamRule().as_qualified(ModificationLevel.LTA_UPDATES),
        DSSCompareRule().as_qualified(ModificationLevel.LTA_UPDATES),
    ],
    form_rule=FormUpdatingRule([SigFieldCreationRule(), SigFieldModificationRule()]),
    ignore_orphaned_objects=False,
)
_ACTIVE_IN_HEAD = ("/OpenAction", "/AA", "/Names", "/OCProperties", "/Collection", "/Threads", "/URI", "/Outlines")


def examine(data: bytes, paper: SignedPaper | None, anchors: Sequence[TrustAnchor], now: datetime) -> Examination:
    """All signatures of a file and, for a paper of ours, everything that was added to it.

    A file that cannot be read to the end has ``Addition.STRUCTURE`` and no signature is called good.
    """
    try:
        reader = PdfFileReader(io.BytesIO(data))
        found = list(reader.embedded_regular_signatures)
        roots = [asn1_x509.Certificate.load(_der(anchor.pem)) for anchor in anchors]
        signatures = tuple(_Look(data, paper, roots, now).at(one) for one in found)
        additions = _additions(reader, data, paper, reader.embedded_signatures) if paper else ()
        revisions = reader.xrefs.total_revisions
    except Exception:  # noqa: BLE001 - whatever a hostile file provokes, the answer is that it is not sound
        return Examination(additions=(Addition.STRUCTURE,))
    if additions or any(one.state is SignatureState.BROKEN for one in signatures):
        signatures = tuple(_overshadowed(one) for one in signatures)
    return Examination(signatures, additions, revisions)


def _der(pem: str) -> bytes:
    return load_pem_x509_certificate(pem.encode("ascii")).public_bytes(Encoding.DER)


def _overshadowed(found: FoundSignature) -> FoundSignature:
    """A signature in a file with additions: whole as it may be, it does not vouch for what came in."""
    if found.state in (SignatureState.BROKEN, SignatureState.ADDED_AFTER):
        return found
    return replace(found, state=SignatureState.ADDED_AFTER)


class _Look:
    """One look at the signatures of a file under the same authorities and at the same moment."""

    def __init__(
        self, data: bytes, paper: SignedPaper | None, roots: Sequence[asn1_x509.Certificate], now: datetime
    ) -> None:
        self._data = data
        self._paper = paper
        self._roots = list(roots)
        self._now = now

    def at(self, found: EmbeddedPdfSignature) -> FoundSignature:
        """What can be said of one signature."""
        certificate = described_der(found.signer_cert.dump())
        place = self._place(found)
        record = self._record(found)
        try:
            status = self._status(found, self._now, is_first=True)
            signed_at, source = self._when(found, status, record)
            state = self._state(found, status, signed_at)
            covered = status.coverage
            coverage = Coverage.PARTIAL if covered is None else _COVERAGE.get(covered, Coverage.PARTIAL)
            is_revocation_known = status.revocation_details is not None
        except Exception:  # noqa: BLE001 - a signature that cannot be checked is no signature
            signed_at, source, state, coverage = None, TimeSource.CLAIMED, SignatureState.BROKEN, Coverage.PARTIAL
            is_revocation_known = False
        return FoundSignature(
            field=found.field_name,
            holder=certificate.holder,
            subject=certificate.subject,
            issuer=certificate.issuer,
            fingerprint=certificate.fingerprint,
            state=state,
            coverage=coverage,
            revision=found.signed_revision,
            signed_at=signed_at,
            time_source=source,
            valid_to=certificate.valid_to,
            role=record.role if record else place.role if place else None,
            printed_name=record.signer_name if record else place.name if place else "",
            is_named=certificate.names(place) if place else True,
            is_revocation_known=is_revocation_known,
        )

    def _status(self, found: EmbeddedPdfSignature, moment: datetime, *, is_first: bool = False) -> PdfSignatureStatus:
        # A context without a list of roots would ask the operating system, which believes half the world.
        context = ValidationContext(
            trust_roots=self._roots, allow_fetching=False, moment=moment, revocation_mode="soft-fail"
        )
        # An office's own authority often says nothing of the use; where it does, it must allow signing.
        use = _ANY_USE if found.signer_cert.key_usage_value is None else _SIGNING_USE
        return validate_pdf_signature(
            found, context, diff_policy=DEFAULT_DIFF_POLICY, key_usage_settings=use, skip_diff=not is_first
        )

    def _state(self, found: EmbeddedPdfSignature, status: PdfSignatureStatus, at: datetime | None) -> SignatureState:
        if not (status.intact and status.valid) or status.coverage not in _COVERAGE:
            return SignatureState.BROKEN
        if not isinstance(found.diff_result, DiffResult) or status.docmdp_ok is False:
            return SignatureState.ADDED_AFTER
        if status.revoked:
            return SignatureState.REVOKED
        if status.trusted:
            return SignatureState.TRUSTED
        if not self._roots:
            return SignatureState.UNTRUSTED
        signer = found.signer_cert
        if at is not None and signer.not_valid_before <= at <= signer.not_valid_after:
            then = self._status(found, at)
            if then.revoked:
                return SignatureState.REVOKED
            return SignatureState.EXPIRED_SINCE if then.trusted else SignatureState.UNTRUSTED
        within = signer.not_valid_before + (signer.not_valid_after - signer.not_valid_before) / 2
        return SignatureState.OUT_OF_TIME if self._status(found, within).trusted else SignatureState.UNTRUSTED

    def _when(
        self, found: EmbeddedPdfSignature, status: PdfSignatureStatus, record: SigningRecord | None
    ) -> tuple[datetime | None, TimeSource]:
        stamped = status.timestamp_validity
        if stamped is not None and stamped.valid and stamped.trusted:
            return on_the_wall(stamped.timestamp), TimeSource.TIMESTAMP
        if record is not None:
            return record.signed_at, TimeSource.REGISTER
        claimed = found.self_reported_timestamp
        if claimed is not None and claimed.tzinfo is None:
            claimed = claimed.replace(tzinfo=self._now.tzinfo)
        return on_the_wall(claimed) if claimed is not None else None, TimeSource.CLAIMED

    def _record(self, found: EmbeddedPdfSignature) -> SigningRecord | None:
        """The register's note on the file that ended with this signature."""
        if self._paper is None or len(found.byte_range) != 4:
            return None
        end = int(found.byte_range[2]) + int(found.byte_range[3])
        return self._paper.known.get(hashlib.sha256(self._data[:end]).hexdigest())

    def _place(self, found: EmbeddedPdfSignature) -> SignaturePlace | None:
        if self._paper is None:
            return None
        widgets = [one for one in _widgets(found.reader) if one.field == found.field_name]
        return next((place for one in widgets for place in self._paper.places if one.is_within(place)), None)


def _additions(
    reader: PdfFileReader, data: bytes, paper: SignedPaper, signatures: Sequence[EmbeddedPdfSignature]
) -> tuple[Addition, ...]:
    """Everything that came into a paper of ours besides signatures at the places to sign, each kind once."""
    found: dict[Addition, None] = {}
    if not stands_on(reader, data, paper.length):
        return (Addition.STRUCTURE,)
    found |= dict.fromkeys(_structural(reader))
    if not is_untouched(reader, data, paper.length):
        found[Addition.CONTENT] = None
    last = max((one.signed_revision for one in signatures), default=0)
    if last < reader.xrefs.total_revisions - 1 and not _only_proof_follows(reader, last):
        found[Addition.TRAILING] = None
    if not _is_covered(data, signatures, reader, last):
        found[Addition.TRAILING] = None
    widgets = list(_widgets(reader))
    found |= dict.fromkeys(additions_seen(data, paper.length, paper.places, widgets))
    return tuple(kind for kind in Addition if kind in found)


def _only_proof_follows(reader: PdfFileReader, revision: int) -> bool:
    """Whether behind the last signature stand only certificates and timestamps, which prove and show nothing."""
    if revision == 0:
        return False
    result = _PROOF_ONLY.review_file(reader, revision)
    return isinstance(result, DiffResult) and result.modification_level <= ModificationLevel.LTA_UPDATES


def _is_covered(data: bytes, signatures: Sequence[EmbeddedPdfSignature], reader: PdfFileReader, last: int) -> bool:
    """Whether no bytes stand behind the last signature, save whole revisions, which are judged by themselves."""
    if last < reader.xrefs.total_revisions - 1:
        return data.rstrip().endswith(b"%%EOF")
    ends = [int(one.byte_range[2]) + int(one.byte_range[3]) for one in signatures if one.signed_revision == last]
    return any(not data[end:].strip() for end in ends)


def _structural(reader: PdfFileReader) -> Iterator[Addition]:
    """What the head of the file and its pages now hold that no paper of ours has."""
    root = reader.root
    if any(key in root for key in _ACTIVE_IN_HEAD):
        yield Addition.ACTIVE
    form = _at(root, "/AcroForm", {})
    if any(key in form for key in ("/XFA", "/CO")):
        yield Addition.ACTIVE
    permissions = _at(root, "/Perms", {})
    if any(key != "/DocMDP" for key in permissions):
        yield Addition.ACTIVE
    if any(_kind(field) != "/Sig" for field in _at(form, "/Fields", ())):
        yield Addition.FORM
    fields = {_reference(field) for field in _raw(_at(form, "/Fields", ()))}
    for page in _pages(reader):
        if "/AA" in page:
            yield Addition.ACTIVE
        for annotation in _raw(_at(page, "/Annots", ())):
            value = annotation.get_object()
            is_of_field = _reference(annotation) in fields or (
                "/Parent" in value and _reference(value.raw_get("/Parent")) in fields
            )
            if _at(value, "/Subtype") != "/Widget" or not is_of_field:
                yield Addition.ANNOTATION
            if "/A" in value or "/AA" in value:
                yield Addition.ACTIVE


def _widgets(reader: PdfFileReader) -> Iterator[Widget]:
    """Where signature fields show themselves on the pages."""
    for number, page in enumerate(_pages(reader), 1):
        for annotation in _raw(_at(page, "/Annots", ())):
            value = annotation.get_object()
            if _at(value, "/Subtype") != "/Widget":
                continue
            left, bottom, right, top = sorted_box(_at(value, "/Rect", (0, 0, 0, 0)))
            name = str(_at(value, "/T") or _at(_at(value, "/Parent", {}), "/T") or "")
            is_filled = "/V" in value or "/V" in _at(value, "/Parent", {})
            yield Widget(name, number, left, bottom, right, top, is_filled)


def sorted_box(box: Sequence[Any]) -> tuple[float, float, float, float]:
    """A rectangle by its lower left and upper right corner, however it was written."""
    x1, y1, x2, y2 = (float(value) for value in box)
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def _pages(reader: PdfFileReader) -> Iterator[generic.DictionaryObject]:
    """All pages in order; a tree that leads back into itself ends the look with an error."""
    seen: set[object] = set()

    def walk(node: generic.DictionaryObject) -> Iterator[generic.DictionaryObject]:
        for kid in _raw(_at(node, "/Kids", ())):
            reference = _reference(kid)
            if reference in seen:
                raise ValueError("a page tree that leads back into itself")
            seen.add(reference)
            value = kid.get_object()
            if "/Kids" in value:
                yield from walk(value)
            else:
                yield value

    yield from walk(reader.root["/Pages"])


def _kind(field: Any) -> object:
    return _at(field.get_object(), "/FT")


def _at(dictionary: Any, key: str, default: Any = None) -> Any:
    """The value behind a key, followed where it is a reference."""
    try:
        return dictionary[key]  # pyHanko's get() does not follow references
    except KeyError:
        return default


def _raw(array: Any) -> Iterator[Any]:
    """The members of an array as they are written: references stay references."""
    if isinstance(array, generic.IndirectObject):
        array = array.get_object()
    for place in range(len(array)):
        yield array.raw_get(place) if isinstance(array, generic.ArrayObject) else array[place]


def _reference(value: Any) -> object:
    """What tells one object of a file from another."""
    if isinstance(value, generic.IndirectObject):
        return (value.idnum, value.generation)
    return getattr(value, "container_ref", None) or id(value)

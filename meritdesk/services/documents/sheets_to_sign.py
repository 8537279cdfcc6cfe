"""Which sheets lie in some files, how far each is signed, and who may sign it next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from meritdesk.core.documents import DocumentRecord, Finding, SignerRole
from meritdesk.core.errors import FileRefusal, Refusal, UsageRefusal
from meritdesk.core.signatures import Certificate, SigningRecord, places_in_order
from meritdesk.core.signing_order import FormSigning
from meritdesk.services.changes import Step
from meritdesk.services.documents.pdf_files import pdf_files
from meritdesk.services.documents.signed_files import file_parts, paper_in
from meritdesk.services.documents.verifying import verified_documents
from meritdesk.services.ports import Surroundings, Work


@dataclass(frozen=True, slots=True)
class HeldSheet:
    """A sheet of ours in a file as read: the digest of the file and the signings so far; ``further`` came after."""

    path: Path
    document: DocumentRecord
    owner: str
    digest: str
    chain: tuple[SigningRecord, ...]
    is_alone: bool
    finding: Finding
    further: str
    signing: FormSigning


@dataclass(frozen=True, slots=True)
class SigningWish:
    """How sheets are to be signed: with which key file, as whom, where the signed files go.

    ``reason`` is needed to sign although the certificate names somebody else or another's turn comes first; it stands
    in the register. ``timestamp_service`` is the address of a timestamp service, empty to stay offline.
    """

    p12: Path
    passphrase: str = field(repr=False)
    role: SignerRole
    out: Path
    reason: str = ""
    timestamp_service: str = ""


@dataclass(frozen=True, slots=True)
class SheetToSign:
    """One sheet in a file with where it stands: who signed, whose turn it is, or why it cannot be signed (``code``)."""

    path: Path
    document: DocumentRecord
    owner: str
    signed: tuple[str, ...] = ()
    places: int = 0
    role: SignerRole | None = None
    signer: str = ""
    code: str = ""
    facts: tuple[tuple[str, str], ...] = ()

    @property
    def is_complete(self) -> bool:
        """Whether everybody has signed."""
        return self.places > 0 and len(self.signed) == self.places


@dataclass(frozen=True, slots=True)
class SheetsFound:
    """The sheets of ours in some files, and the files that are none of ours or cannot be read."""

    sheets: tuple[SheetToSign, ...]
    others: tuple[tuple[str, str], ...] = ()  # name, code


@dataclass(frozen=True, slots=True)
class SheetRefused:
    """One sheet or file that was not signed, and why."""

    number: str
    owner: str
    name: str
    code: str
    facts: dict[str, object] = field(default_factory=dict)


def held_sheets(around: Surroundings, paths: Sequence[Path], step: Step) -> tuple[list[HeldSheet], list[SheetRefused]]:
    """Read all files: the sheets of ours in them, and the files that hold none."""
    files = pdf_files(paths)
    held: list[HeldSheet] = []
    others: list[SheetRefused] = []
    step(0, len(files))
    with around.store.reading() as work:
        step = work.watch(step)
        for done, path in enumerate(files, 1):
            try:
                held += _in_file(around, work, path)
            except Refusal as refusal:
                others.append(SheetRefused("", "", path.name, refusal.code, dict(refusal.facts)))
            step(done, len(files))
    return held, others


def _in_file(around: Surroundings, work: Work, path: Path) -> list[HeldSheet]:
    parts = file_parts(around, path)
    digest = parts[-1].digest
    paper = paper_in(work, parts)
    if paper is None or (digest != paper.original_digest and digest not in paper.signed.known):
        raise FileRefusal("DOC-648", name=path.name)
    found = verified_documents(around, work, paper.documents)
    people = work.people.by_ids([one.person_id for one in paper.documents])
    signings = work.signatures.of_documents([one.document_id for one in paper.documents])
    first = paper.documents[0]
    is_alone = len(paper.documents) == 1 and (digest != first.file_digest or first.first_page == 1)
    held = []
    for document, verdict in zip(paper.documents, found, strict=True):
        further = next(
            (
                one.file_name
                for one in signings.get(document.document_id, ())
                if one.base_digest == digest or (not paper.chain and one.file_digest != digest)
            ),
            "",
        )
        owner = people[document.person_id].full_name if document.person_id in people else ""
        signing = around.rulebook.signing_order(document.period.last_day).of(document.form)
        held.append(HeldSheet(path, document, owner, digest, paper.chain, is_alone, verdict.finding, further, signing))
    return held


def _signed_places(one: HeldSheet) -> set[int]:
    return {record.place for record in one.chain}


def _next_place(one: HeldSheet) -> int | None:
    """Whose turn it is, by the order in which the form is signed."""
    done = _signed_places(one)
    places = one.document.places
    return next((index for index in places_in_order(one.signing.steps, places) if index not in done), None)


def _hindrance(one: HeldSheet) -> tuple[str, dict[str, object]]:
    """Why a sheet cannot be signed whoever comes; an empty code when it can."""
    number = one.document.number
    if one.finding is not Finding.CURRENT:
        return "DOC-649", {"number": number, "finding": f"FINDING:{one.finding.name}"}
    if not one.document.places:
        # Some forms have no signature at all; papers of an older version do not know their places.
        return "DOC-650", {"number": number}
    if one.further:
        return "DOC-656", {"number": number, "file": one.further}
    return "", {}


def listed(one: HeldSheet) -> SheetToSign:
    """A sheet as the clerk sees it: who signed, whose turn it is, or why it cannot be signed."""
    code, facts = _hindrance(one)
    place = _next_place(one)
    waiting = one.document.places[place] if place is not None else None
    return SheetToSign(
        path=one.path,
        document=one.document,
        owner=one.owner,
        signed=tuple(record.signer_name for record in one.chain),
        places=len(one.document.places),
        role=waiting.role if waiting else None,
        signer=waiting.name if waiting else "",
        code=code,
        facts=tuple((name, str(value)) for name, value in facts.items()),
    )


def place_for(one: HeldSheet, certificate: Certificate, wish: SigningWish) -> int:
    """The place this certificate signs in the wished role, or the refusal that says why not."""
    code, facts = _hindrance(one)
    if code:
        raise UsageRefusal(code, **facts)
    places, done = one.document.places, _signed_places(one)
    order = places_in_order(one.signing.steps, places)
    number, role = one.document.number, f"SIGNERROLE:{wish.role.name}"
    of_role = [index for index in order if places[index].role is wish.role]
    open_ones = [index for index in of_role if index not in done]
    if not of_role:
        raise UsageRefusal("DOC-651", number=number, role=role)
    if not open_ones:
        raise UsageRefusal("DOC-652", number=number, role=role)
    place = next((index for index in open_ones if certificate.names(places[index])), open_ones[0])
    if not certificate.names(places[place]) and not wish.reason.strip():
        raise UsageRefusal("DOC-654", number=number, holder=certificate.holder, name=places[place].name)
    before = [index for index in order[: order.index(place)] if index not in done and places[index].name.strip()]
    if before and one.signing.is_strict and not wish.reason.strip():
        raise UsageRefusal(
            "DOC-653", number=number, name=places[before[0]].name, role=f"SIGNERROLE:{places[before[0]].role.name}"
        )
    return place


def refused_sheet(one: HeldSheet, refusal: Refusal) -> SheetRefused:
    """A sheet that was not signed, for the list at the end."""
    return SheetRefused(one.document.number, one.owner, one.path.name, refusal.code, dict(refusal.facts))

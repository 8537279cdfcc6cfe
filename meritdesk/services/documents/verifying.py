"""What can be said of a PDF or a QR that someone brings: ours or not, unchanged or not, still current or replaced."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from meritdesk.core.documents import DocumentRecord, Finding, PaperKind, PaperStanding
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.marks import parse_mark
from meritdesk.services.documents.families import source_of
from meritdesk.services.ports import Surroundings, Work


@dataclass(frozen=True, slots=True)
class VerifiedDocument:
    """One document found in a file, with what can be said of it; of a cancelled one also when and why."""

    number: str
    version: int
    copy: int
    finding: Finding
    cancelled_on: date | None = None
    cancel_reason: str = ""


@dataclass(frozen=True, slots=True)
class VerifyOutcome:
    """What can be said of a PDF that someone brings."""

    finding: Finding
    documents: tuple[VerifiedDocument, ...]
    pages: int
    digest: str


def verified_file(around: Surroundings, path: Path) -> VerifyOutcome:
    """A file whose bytes are in the register is ours; one that only carries our marks was changed."""
    marks = around.press.read_marks(path)
    with around.store.reading() as work:
        records = work.documents.of_file(marks.digest)
        if records:
            found = verified_documents(around, work, records)
        else:
            known = [(mark, work.documents.of_number(number_in(mark))) for mark in marks.marks]
            found = tuple(
                VerifiedDocument(number_in(mark), 0, 0, Finding.CHANGED if entries else Finding.UNKNOWN)
                for mark, entries in known
            )
    return VerifyOutcome(_worst(found), found, marks.pages, marks.digest)


def resolved_mark(around: Surroundings, mark: str) -> VerifiedDocument:
    """The document that a QR names, told from its register entry; ``DOC-425`` when it is none of ours."""
    stated = parse_mark(mark)
    with around.store.reading() as work:
        for record in work.documents.of_number(stated.number) if stated else ():
            if stated and (record.record_version, record.copy) == (stated.version, stated.copy):
                if not stated.fits(record.record_digest):
                    break
                return verified_documents(around, work, [record])[0]
    raise UsageRefusal("DOC-425", mark=mark)


def verified_documents(
    around: Surroundings, work: Work, records: Sequence[DocumentRecord]
) -> tuple[VerifiedDocument, ...]:
    """Whether what these documents show is still what would be printed today."""
    papers = {paper.document_id: paper for paper in work.circulation.of_ids(one.document_id for one in records)}
    cancelled = {key for key, paper in papers.items() if paper.cancelled_on is not None}
    today = _digests_today(around, work, [one for one in records if one.document_id not in cancelled])
    found = []
    for record in records:
        paper = papers[record.document_id]
        if record.document_id in cancelled:
            finding = Finding.CANCELLED
        elif today[record.document_id] != record.record_digest:
            finding = Finding.REPLACED
        else:
            finding = Finding.DRAFT if record.standing is PaperStanding.DRAFT else Finding.CURRENT
        found.append(
            VerifiedDocument(
                record.number, record.record_version, record.copy, finding, paper.cancelled_on, paper.cancel_reason
            )
        )
    return tuple(found)


def _digests_today(around: Surroundings, work: Work, records: Sequence[DocumentRecord]) -> dict[str, str]:
    digests: dict[str, str] = {}
    for form in dict.fromkeys(record.form for record in records):
        asked = [record for record in records if record.form is form]
        if isinstance(form, PaperKind):
            # Nothing but the newest paper on the same matter says what an own sheet would show today.
            for record in asked:
                newest = work.documents.of_record(form, record.period, record.record_id)[-1]
                digests[record.document_id] = newest.record_digest
        else:
            digests |= source_of(form, around).digests_today(work, asked)
    return digests


def out_of_date(around: Surroundings, work: Work, document_ids: Iterable[str]) -> frozenset[str]:
    """Which of these papers show something that no longer stands: another version, other content, other people."""
    records = work.documents.by_ids(document_ids)
    found = verified_documents(around, work, records)
    return frozenset(
        record.document_id
        for record, document in zip(records, found, strict=True)
        if document.finding is Finding.REPLACED
    )


def number_in(mark: str) -> str:
    """The document number in a mark; the text itself when it is no mark of ours."""
    stated = parse_mark(mark)
    return stated.number if stated else mark


_WORST_FIRST = (
    Finding.CHANGED, Finding.UNKNOWN, Finding.CANCELLED, Finding.REPLACED, Finding.DRAFT, Finding.CURRENT
)  # fmt: skip


def _worst(found: Sequence[VerifiedDocument]) -> Finding:
    for finding in _WORST_FIRST:
        if any(document.finding is finding for document in found):
            return finding
    return Finding.FOREIGN

"""What can be said of a PDF or a QR that someone brings: ours or not, unchanged or not, still current or replaced."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from meritdesk.core.documents import DocumentRecord, Finding, PaperKind, PaperStanding
from meritdesk.core.errors import FileRefusal, Refusal, UsageRefusal
from meritdesk.core.marks import mark_read, parse_mark
from meritdesk.core.signatures import Examination, SignatureState
from meritdesk.services.changes import Step
from meritdesk.services.documents.families import source_of
from meritdesk.services.documents.pdf_files import pdf_files
from meritdesk.services.documents.signed_files import file_parts, paper_in
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
    electronic: Examination = field(default_factory=Examination)
    signed_further: str = ""

    @property
    def is_good(self) -> bool:
        """Ours, unchanged, current, and every signature in it stands for itself: nothing asks for a second look."""
        states = {one.state for one in self.electronic.signatures}
        return self.finding is Finding.CURRENT and self.electronic.is_complete and states <= {SignatureState.TRUSTED}


def verified_file(around: Surroundings, path: Path) -> VerifyOutcome:
    """Say of a file whether it is ours and unchanged, and who signed it.

    A file is ours when its first bytes are exactly those of a paper in the register; what stands behind them must be
    signatures and nothing else. A file that only carries our marks was changed, whatever signatures are in it.
    """
    parts = file_parts(around, path)
    with around.store.reading() as work:
        paper = paper_in(work, parts)
        if paper is None:
            return _not_ours(around, work, path)
        found = verified_documents(around, work, paper.documents)
        anchors = work.anchors.all()
    electronic = Examination()
    if parts[-1].digest != paper.original_digest:
        electronic = around.signatures.examine(path, paper.signed, anchors, around.clock())
        if not electronic.is_complete and parts[-1].digest in paper.signed.known:
            electronic = replace(electronic, signatures=paper.noted())
        elif not electronic.signatures or electronic.has_faults:
            found = tuple(replace(one, finding=Finding.ADDED) for one in found)
    pages = sum(record.pages for record in paper.documents)
    return VerifyOutcome(_worst(found), found, pages, parts[-1].digest, electronic, paper.signed_further)


@dataclass(frozen=True, slots=True)
class FileVerdict:
    """One of several files that were looked into: what it is, or the code by which it was refused."""

    path: Path
    outcome: VerifyOutcome | None
    code: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)


def verified_files(around: Surroundings, paths: Sequence[Path], step: Step) -> tuple[FileVerdict, ...]:
    """Every PDF file among these files and folders, in their order; a file that is refused does not stop the others."""
    files = pdf_files(paths)
    verdicts = []
    step(0, len(files))
    for done, path in enumerate(files, 1):
        try:
            verdicts.append(FileVerdict(path, verified_file(around, path)))
        except Refusal as refusal:
            verdicts.append(FileVerdict(path, None, refusal.code, refusal.facts))
        step(done, len(files))
    return tuple(verdicts)


def _not_ours(around: Surroundings, work: Work, path: Path) -> VerifyOutcome:
    """A file that begins as no paper of ours: perhaps with our marks, perhaps signed by somebody else."""
    marks = around.press.read_marks(path)
    found = tuple(
        VerifiedDocument(number_in(mark), 0, 0, Finding.CHANGED if known else Finding.UNKNOWN)
        for mark in marks.marks
        for known in [work.documents.of_number(number_in(mark))]
    )
    try:
        electronic = around.signatures.examine(path, None, work.anchors.all(), around.clock())
    except FileRefusal:
        electronic = Examination(is_complete=False)
    return VerifyOutcome(_worst(found), found, marks.pages, marks.digest, electronic)


def resolved_mark(around: Surroundings, mark: str) -> VerifiedDocument:
    """The document that a QR names, told from its register entry; ``DOC-425`` when it is none of ours."""
    stated = parse_mark(mark_read(mark, around.store.agency.is_practice))
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
    Finding.CHANGED, Finding.ADDED, Finding.UNKNOWN, Finding.CANCELLED, Finding.REPLACED, Finding.DRAFT,
    Finding.CURRENT,
)  # fmt: skip


def _worst(found: Sequence[VerifiedDocument]) -> Finding:
    for finding in _WORST_FIRST:
        if any(document.finding is finding for document in found):
            return finding
    return Finding.FOREIGN

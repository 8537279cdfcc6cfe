"""What the scan desk answers with: a stack being read, what came of it, pages and documents as a person reads them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from meritdesk.core.documents import DocumentRecord, Finding
from meritdesk.core.journal import Changes
from meritdesk.core.marks import parse_mark
from meritdesk.core.scans import DocumentScan, ScanBatch, ScanFile, ScanPage, ScanPlace
from meritdesk.services.changes import Blocked
from meritdesk.services.paper_moves import Remark
from meritdesk.services.ports import Work


@dataclass(frozen=True, slots=True)
class ScanTask:
    """A stack that is being read: its files, and which of their pages were read before."""

    batch: ScanBatch
    files: tuple[ScanFile, ...]
    known: frozenset[tuple[str, int]]
    changes: Changes = field(default_factory=Changes)

    @property
    def to_read(self) -> int:
        """How many pages there are still to read; a file that cannot be read counts as one."""
        return sum(
            (file.digest, page) not in self.known
            for file in self.files
            for page in ((0,) if file.fault else range(1, file.pages + 1))
        )


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of some pages: how many lie where, and the documents that are whole now and marked returned.

    ``remarks`` is what is odd about them, ``unmarked`` those that could not be marked, with the reason.
    """

    places: Mapping[ScanPlace, int]
    documents: tuple[str, ...] = ()
    unmarked: tuple[Blocked, ...] = ()
    remarks: tuple[Remark, ...] = ()
    changes: Changes = field(default_factory=Changes)


@dataclass(frozen=True, slots=True)
class ReadOutcome:
    """What came of reading a stack; the counts of ``places`` add up to ``read``."""

    batch_id: str
    files: int
    read: int
    known: int
    places: Mapping[ScanPlace, int]
    whole: int
    partial: tuple[ScannedDocument, ...] = ()
    unmarked: tuple[Blocked, ...] = ()
    remarks: tuple[Remark, ...] = ()
    changes: Changes = field(default_factory=Changes)


@dataclass(frozen=True, slots=True)
class BatchLine:
    """One stack with how many of its pages lie where."""

    batch: ScanBatch
    places: Mapping[ScanPlace, int]

    @property
    def is_open(self) -> bool:
        """Whether its reading was interrupted."""
        return self.batch.finished_at is None


@dataclass(frozen=True, slots=True)
class PageLine:
    """One scanned page as a person reads it; ``facts`` fill the sentence of its reason."""

    page: ScanPage
    number: str = ""
    version: int = 0
    copy: int = 0
    pages: int = 0
    name: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ScannedDocument:
    """One copy of a document with what has come back of it, whose it is, and whether it still stands."""

    scan: DocumentScan
    name: str
    nip: str
    finding: Finding


@dataclass(frozen=True, slots=True)
class Candidate:
    """A document that a typed text may mean, with the pages that have not come back."""

    record: DocumentRecord
    name: str
    missing: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Assigned:
    """A page that was filed by hand, and what has come back of its document now."""

    page: ScanPage
    scan: DocumentScan
    changes: Changes
    unmarked: tuple[Blocked, ...] = ()
    remarks: tuple[Remark, ...] = ()


def filed_pages(work: Work, document_ids: Sequence[str]) -> dict[str, set[int]]:
    """By document, its pages that have come back."""
    filed: dict[str, set[int]] = {}
    for one in work.scans.of_documents(document_ids):
        if one.place is ScanPlace.FILED:
            filed.setdefault(one.document_id, set()).add(one.page)
    return filed


def page_lines(work: Work, pages: Sequence[ScanPage]) -> tuple[PageLine, ...]:
    """Pages with the document they belong to or that their code names."""
    records = {one.document_id: one for one in work.documents.by_ids(page.document_id for page in pages)}
    people = work.people.by_ids(sorted({one.person_id for one in records.values() if one.person_id}))
    lines = []
    for page in pages:
        record = records.get(page.document_id)
        mark = parse_mark(page.mark)
        person = people.get(record.person_id) if record else None
        number = record.number if record else mark.number if mark else ""
        version = record.record_version if record else mark.version if mark else 0
        copy = record.copy if record else mark.copy if mark else 0
        lines.append(
            PageLine(
                page=page,
                number=number,
                version=version,
                copy=copy,
                pages=record.pages if record else 0,
                name=person.full_name if person else "",
                facts={
                    "file": page.file_name,
                    "page": page.file_page,
                    "number": number,
                    "version": version,
                    "copy": copy,
                    "page_of": f"{mark.page}/{mark.pages}" if mark else "",
                    "filed_page": page.page,
                },
            )
        )
    return tuple(lines)

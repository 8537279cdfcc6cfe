"""The document of each evaluation as a file: signed electronically, else scanned, else as it was printed.

The store keeps no printed PDF; a printed or signed file is known by its digest wherever the clerk keeps it, and scans
lie in the vault. Only papers of the register that still count are taken.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from meritdesk.core.document_query import DocumentField, DocumentQuery
from meritdesk.core.documents import DOCUMENT_FORMS, DocumentRecord, PaperStanding
from meritdesk.core.errors import FileRefusal
from meritdesk.core.evaluation import Evaluation
from meritdesk.core.periods import Period
from meritdesk.core.scans import ScanPage, ScanPlace
from meritdesk.services.changes import Step
from meritdesk.services.ports import Surroundings, Work

_ALL = 1_000_000
_MOST_FILES = 20_000


class PaperSource(StrEnum):
    """Where a document file comes from, best first; the value stands in the list inside the zip."""

    SIGNED = "TANDA TANGAN ELEKTRONIK"
    SCANNED = "PINDAIAN"
    PRINTED = "CETAKAN"


@dataclass(frozen=True, slots=True)
class HeldPaper:
    """One document and where its file is; scans have pages instead of a path."""

    document: DocumentRecord
    source: PaperSource
    path: Path | None = None
    first_page: int = 1
    is_alone: bool = True
    signatures: int = 0
    pages: tuple[ScanPage, ...] = ()


def papers_of(work: Work, period: Period, evaluations: Mapping[str, Evaluation]) -> dict[str, DocumentRecord]:
    """By person, the newest paper of the evaluation as it stands now."""
    forms = tuple(form.value for form in DOCUMENT_FORMS)
    kept = ((DocumentField.FORM, forms), (DocumentField.PERIOD, (period.code,)))
    lines = work.documents.lines(DocumentQuery(kept=kept, limit=_ALL))
    counting = [line.document_id for line in lines if line.standing is PaperStanding.CURRENT]
    newest: dict[str, DocumentRecord] = {}
    for record in work.documents.by_ids(counting):
        evaluation = evaluations.get(record.person_id)
        if evaluation is None or (record.record_id, record.record_version) != (
            evaluation.evaluation_id,
            evaluation.version,
        ):
            continue
        before = newest.get(record.person_id)
        if before is None or record.copy > before.copy:
            newest[record.person_id] = record
    return newest


def held_papers(
    around: Surroundings, work: Work, wanted: Mapping[str, DocumentRecord], folder: Path | None, step: Step
) -> dict[str, HeldPaper]:
    """By person, the best file of his document; another copy of the same number and version is as good."""
    person_of = {(record.number, record.record_version): person_id for person_id, record in wanted.items()}
    found: dict[str, HeldPaper] = {}

    def offer(held: HeldPaper) -> None:
        person_id = person_of.get((held.document.number, held.document.record_version))
        if person_id is not None and (person_id not in found or _rank(held) > _rank(found[person_id])):
            found[person_id] = held

    for held in _scanned(work, wanted):
        offer(held)
    files = _files(folder) if folder is not None else []
    for done, path in enumerate(files, 1):
        step(done, len(files))
        for held in _in_file(around, work, path):
            offer(held)
    return found


def read_paper(around: Surroundings, work: Work, held: HeldPaper) -> bytes:
    """The bytes of one document; a sheet out of a larger file is taken out of it. ``SIA-106`` when it is gone."""
    if held.path is None:
        pages = []
        for page in held.pages:
            content = work.evidence.content(page.sha256) if page.sha256 else None
            if content is None:
                raise FileRefusal("DOC-631", file=page.file_name)
            pages.append((page.media, content, page.turn))
        return around.scanner.bind(pages)
    try:
        data = held.path.read_bytes()
    except OSError as fault:
        raise FileRefusal("SIA-106", file=held.path.name) from fault
    if held.is_alone:
        return data
    return around.press.take_out(data, held.first_page, held.document.pages)


def digest_of(data: bytes) -> str:
    """The SHA-256 of a document, as hex."""
    return hashlib.sha256(data).hexdigest()


def _rank(held: HeldPaper) -> tuple[int, int, int]:
    return -list(PaperSource).index(held.source), held.signatures, held.document.copy


def _scanned(work: Work, wanted: Mapping[str, DocumentRecord]) -> Iterator[HeldPaper]:
    """Papers of which every page has come back from the scanner."""
    by_id = {
        record.document_id: record for record in work.documents.of_numbers({one.number for one in wanted.values()})
    }
    pages: dict[str, dict[int, ScanPage]] = defaultdict(dict)
    for page in work.scans.of_documents(by_id):
        if page.place is ScanPlace.FILED:
            pages[page.document_id][page.page] = page
    for document_id, filed in pages.items():
        record = by_id[document_id]
        if set(filed) == set(range(1, record.pages + 1)):
            yield HeldPaper(record, PaperSource.SCANNED, pages=tuple(filed[number] for number in sorted(filed)))


def _in_file(around: Surroundings, work: Work, path: Path) -> Sequence[HeldPaper]:
    """The documents in a file that is whole: as it was printed, or as it came out of a noted signing."""
    parts = list(around.signatures.beginnings(path))
    whole = parts[-1][0]
    ends = {digest for digest, _ in parts}
    for digest, _ in parts:
        documents = work.documents.of_file(digest)
        signings = work.signatures.of_original(digest)
        is_cut = not documents and bool(signings)
        if is_cut:
            documents = work.documents.of_ids([signings[0].document_id])
        if not documents:
            continue
        if whole != digest and whole not in {one.file_digest for one in signings}:
            return ()
        chain = sum(one.file_digest in ends for one in signings)
        source = PaperSource.SIGNED if chain else PaperSource.PRINTED
        is_alone = len(documents) == 1 or is_cut
        return [HeldPaper(one, source, path, 1 if is_cut else one.first_page, is_alone, chain) for one in documents]
    return ()


def _files(folder: Path) -> list[Path]:
    """The PDF files below a folder; ``SIA-105`` when there is no such folder."""
    if not folder.is_dir():
        raise FileRefusal("SIA-105", folder=folder.name)
    found = (
        path for path in sorted(folder.rglob("*")) if path.suffix.lower() == ".pdf" and not path.name.startswith(".")
    )
    return [path for _, path in zip(range(_MOST_FILES), found, strict=False) if path.is_file()]

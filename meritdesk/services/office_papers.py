"""Own sheets of the office on their way to paper: a number, a copy, a place in the register, or no file at all.

What every room does alike with minutes, call sheets and records: the room describes the sheet, the press draws it,
and the register of documents knows it by number, copy and digest, so that ``documents verify`` answers for it as for
a form.
"""

from __future__ import annotations

import tempfile
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from meritdesk.core.access import Action, require
from meritdesk.core.documents import DocumentRecord, DocumentStamp, PaperStyle, PrintedFile
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.journal import Changes
from meritdesk.core.marks import sheet_mark
from meritdesk.core.office_paper import UNSTAMPED, OfficePaper, paper_facts
from meritdesk.core.periods import Period
from meritdesk.services.changes import Step, no_step
from meritdesk.services.folders import free_name, ready_folder
from meritdesk.services.limits import BY_CHOICE, without_limited
from meritdesk.services.ports import Surroundings, Work

M = TypeVar("M")


@dataclass(frozen=True, slots=True)
class Matter:
    """What an own sheet is about: the period, the record it tells of, and the person where there is one.

    The same kind on the same matter keeps its number; other words on it make a new version of it.
    """

    period: Period
    record_id: str
    person_id: str = ""


@dataclass(frozen=True, slots=True)
class PapersOutcome:
    """What was printed and where, under which numbers, in the order of the sheets.

    ``left_out`` counts people who are not on it because processing of their data is limited; the sheet says so too.
    """

    file: PrintedFile
    numbers: tuple[str, ...]
    changes: Changes = field(default_factory=Changes)
    left_out: int = 0


def issue_papers(
    around: Surroundings,
    papers: Sequence[tuple[OfficePaper, Matter]],
    out: Path,
    style: PaperStyle | None = None,
    step: Step = no_step,
    action: Action = Action.PRINT,
) -> PapersOutcome:
    """Print own sheets of one kind into one PDF in a folder and enter each in the register; ``DOC-471`` for none.

    Sheets of the office's own choice go without those whose processing is limited (``PRV-110`` for one of them alone).

    ``action`` is what the actor must be allowed to do: whoever may receive may also give a receipt.
    """
    require(around.actor, action)
    if not papers:
        raise UsageRefusal("DOC-471")
    kind, period = papers[0][0].kind, papers[0][1].period
    papers, left_out = _without_limited(around, papers)
    with around.store.writing(around.actor, "documents.reserve") as work:
        stamps = _stamps(around, work, papers)
        work.commit()
    now = around.clock()
    stem = f"{kind.value}-{around.store.agency.code}-{period.code}"
    target = free_name(ready_folder(out), stem, now.strftime("%Y%m%d-%H%M%S") + around.store.agency.file_mark)
    stamped = [replace(paper, stamp=stamp) for (paper, _), stamp in zip(papers, stamps, strict=True)]
    printed = around.press.print_papers(stamped, target, style or PaperStyle(), step, len(papers))
    records = [
        DocumentRecord(
            document_id=stamp.document_id,
            number=stamp.number,
            form=paper.kind,
            person_id=matter.person_id,
            period=matter.period,
            record_id=matter.record_id,
            record_version=stamp.version,
            record_digest=stamp.digest,
            copy=stamp.copy,
            printed_at=now,
            file_name=target.name,
            file_digest=printed.digest,
            first_page=place.first_page,
            pages=place.pages,
            places=place.places,
        )
        for (paper, matter), stamp, place in zip(papers, stamps, printed.sheets, strict=True)
    ]
    try:
        with around.store.writing(around.actor, "documents.print", origin=f"file:{target.name}") as work:
            work.documents.save(records)
            changes = work.commit()
    except BaseException:
        # Paper that is in no register must not lie about to be signed.
        target.unlink(missing_ok=True)
        raise
    return PapersOutcome(printed, tuple(stamp.number for stamp in stamps), changes, left_out)


def preview_paper(around: Surroundings, paper: OfficePaper, style: PaperStyle | None = None) -> bytes:
    """An own sheet as PDF bytes for the screen: marked as a draft, without a number, in no register."""
    require(around.actor, Action.READ)
    paper = _without_limited(around, [(paper, None)])[0][0][0]
    with tempfile.TemporaryDirectory(prefix="meritdesk-") as folder:
        target = Path(folder) / "preview.pdf"
        around.press.print_paper(replace(paper, stamp=UNSTAMPED), target, style or PaperStyle())
        return target.read_bytes()


def _without_limited(
    around: Surroundings, papers: Sequence[tuple[OfficePaper, M]]
) -> tuple[Sequence[tuple[OfficePaper, M]], int]:
    if all(paper.kind not in BY_CHOICE for paper, _ in papers):
        return papers, 0
    kept, left_out = [], 0
    with around.store.reading() as work:
        for paper, matter in papers:
            free, count = without_limited(work, paper)
            kept.append((free, matter))
            left_out += count
    return kept, left_out


def _stamps(
    around: Surroundings, work: Work, papers: Sequence[tuple[OfficePaper, Matter]]
) -> tuple[DocumentStamp, ...]:
    known = [work.documents.of_record(paper.kind, matter.period, matter.record_id) for paper, matter in papers]
    fresh = sum(not copies for copies in known)
    kind, year = papers[0][0].kind, papers[0][1].period.year
    serial = work.documents.reserve(kind, year, fresh) if fresh else 0
    stamps = []
    for (paper, _), copies in zip(papers, known, strict=True):
        digest = around.exchange.record_digest(paper_facts(paper))
        if copies:
            newest = copies[-1]
            number, copy = newest.number, max(one.copy for one in copies) + 1
            version = newest.record_version + (newest.record_digest != digest)
        else:
            number, copy, version = f"{kind.value}/{around.store.agency.code}/{year}/{serial:06d}", 1, 1
            serial += 1
        stamps.append(
            DocumentStamp(
                document_id=str(uuid.uuid4()),
                number=number,
                version=version,
                digest=digest,
                copy=copy,
                qr_text=sheet_mark(number, version, copy, digest),
            )
        )
    return tuple(stamps)

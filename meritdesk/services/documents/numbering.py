"""Numbers and copies of documents: the same sheet keeps its number, every print is a further copy of it."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from meritdesk.core.documents import CONFIDENTIAL_FORMS, DocumentRecord, DocumentStamp, Form, PaperStanding, PrintedFile
from meritdesk.core.marks import sheet_mark
from meritdesk.core.periods import Period
from meritdesk.services.documents.sources import Candidate
from meritdesk.services.ports import Work


def stamps_for(
    work: Work, agency: str, form: Form, period: Period, candidates: Sequence[Candidate]
) -> dict[str, DocumentStamp]:
    """The stamp of each sheet by candidate key; fresh numbers are taken for good, so this needs a writing work."""
    known = _known(work, form, period, candidates)
    fresh = sum(one.key not in known for one in candidates)
    serial = work.documents.reserve(form, period.year, fresh) if fresh else 0
    stamps = {}
    for one in candidates:
        if one.key in known:
            number, copies = known[one.key]
        else:
            number, copies = f"{form.value}/{agency}/{period.year}/{serial:06d}", 0
            serial += 1
        record = one.record
        stamps[one.key] = DocumentStamp(
            document_id=str(uuid.uuid4()),
            number=number,
            version=record.version,
            digest=record.digest,
            copy=copies + 1,
            qr_text=sheet_mark(number, record.version, copies + 1, record.digest),
            standing=PaperStanding.DRAFT if record.is_draft else PaperStanding.CURRENT,
        )
    return stamps


def _known(work: Work, form: Form, period: Period, candidates: Sequence[Candidate]) -> Mapping[str, tuple[str, int]]:
    """For sheets printed before, by candidate key: the number and the copies so far."""
    by_person = [one for one in candidates if one.key == one.person.person_id]
    known = dict(work.documents.numbers(form, period, [one.key for one in by_person]))
    records = {one.record.record_id: one.key for one in candidates if one.key != one.person.person_id}
    found = work.documents.numbers_of_records(form, period, list(records))
    return known | {records[record_id]: number for record_id, number in found.items()}


def register_entries(
    form: Form,
    period: Period,
    candidates: Sequence[Candidate],
    stamps: Mapping[str, DocumentStamp],
    printed: PrintedFile,
    target: Path,
    now: datetime,
    override_reason: str = "",
) -> list[DocumentRecord]:
    """What the register of documents keeps of a printed file, one entry a sheet."""
    places = {sheet.document_id: sheet for sheet in printed.sheets}
    entries = []
    for one in candidates:
        stamp, record = stamps[one.key], one.record
        place = places[stamp.document_id]
        entries.append(
            DocumentRecord(
                document_id=stamp.document_id,
                number=stamp.number,
                form=form,
                person_id="" if form in CONFIDENTIAL_FORMS else one.person.person_id,
                period=period,
                record_id=record.record_id,
                record_version=record.version,
                record_digest=record.digest,
                copy=stamp.copy,
                printed_at=now,
                file_name=target.name,
                file_digest=printed.digest,
                first_page=place.first_page,
                pages=place.pages,
                places=place.places,
                standing=stamp.standing,
                override_reason=override_reason,
            )
        )
    return entries

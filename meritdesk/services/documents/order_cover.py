"""The cover list of a file: an own sheet with a number of its own, made when the pages of all others are known."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from meritdesk.core.cover_list import cover_list
from meritdesk.core.documents import DocumentRecord, DocumentStamp, PaperKind, PrintedFile
from meritdesk.core.marks import sheet_mark
from meritdesk.core.office_paper import OfficePaper, paper_facts
from meritdesk.core.print_order import OrderItem, OrderPart, PrintOrder
from meritdesk.services.ports import Surroundings


@dataclass(frozen=True, slots=True)
class CoverMaker:
    """Makes the list on top of one file and its entry in the register."""

    around: Surroundings
    order: PrintOrder
    part: OrderPart
    file_name: str

    @property
    def record_id(self) -> str:
        """What the list is about: this file of this order."""
        return f"{self.order.order_id}-{self.part.part:05d}"

    def make(self, items: Sequence[OrderItem]) -> OfficePaper:
        """The list with its number; when the file is made once more, it keeps the number and is a further copy."""
        agency, period = self.around.store.agency, self.order.wish.period
        paper = cover_list(
            items, self.part.title, self.order.order_id, self.file_name, period, agency.name, agency.place
        )
        digest = self.around.exchange.record_digest(paper_facts(paper))
        with self.around.store.writing(self.around.actor, "documents.reserve") as work:
            before = work.documents.of_record(PaperKind.COVER_LIST, period, self.record_id)
            if before:
                number, copy = before[-1].number, max(one.copy for one in before) + 1
                version = before[-1].record_version + (before[-1].record_digest != digest)
            else:
                serial = work.documents.reserve(PaperKind.COVER_LIST, period.year, 1)
                number, copy, version = f"{PaperKind.COVER_LIST.value}/{agency.code}/{period.year}/{serial:06d}", 1, 1
                work.commit()
        mark = sheet_mark(number, version, copy, digest)
        return replace(paper, stamp=DocumentStamp(str(uuid.uuid4()), number, version, digest, copy, mark))

    def entry(self, paper: OfficePaper, printed: PrintedFile, moment: datetime) -> DocumentRecord:
        """What the register of documents keeps of the list."""
        place = next(sheet for sheet in printed.sheets if sheet.document_id == paper.stamp.document_id)
        return DocumentRecord(
            document_id=paper.stamp.document_id,
            number=paper.stamp.number,
            form=PaperKind.COVER_LIST,
            person_id="",
            period=self.order.wish.period,
            record_id=self.record_id,
            record_version=paper.stamp.version,
            record_digest=paper.stamp.digest,
            copy=paper.stamp.copy,
            printed_at=moment,
            file_name=self.file_name,
            file_digest=printed.digest,
            first_page=place.first_page,
            pages=place.pages,
            places=place.places,
            standing=paper.stamp.standing,
        )

"""The sheets of a print order, filled with the facts of this very moment and stamped with their numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from meritdesk.core.documents import (
    DocumentRecord,
    DocumentStamp,
    Form,
    PaperStanding,
    PrintedFile,
    Sheet,
    SignaturePlace,
    period_for,
)
from meritdesk.core.marks import sheet_mark
from meritdesk.core.print_order import ItemState, OrderItem, PrintOrder
from meritdesk.services.changes import Blocked
from meritdesk.services.documents.families import source_of
from meritdesk.services.documents.form_choices import as_stage_six
from meritdesk.services.documents.numbering import stamps_for
from meritdesk.services.documents.sources import Candidate
from meritdesk.services.ports import Surroundings, Work
from meritdesk.services.ports.print_shop import Beat


@dataclass(frozen=True, slots=True)
class FilledSheet:
    """One sheet of an order, ready to be drawn; without a ``sheet`` the item says why not."""

    item: OrderItem
    sheet: Sheet | None = None


def current(
    around: Surroundings, order: PrintOrder, items: Sequence[OrderItem], beat: Beat
) -> dict[int, Candidate | Blocked]:
    """By place, who can be printed now, or why not any more (``DOC-559``: on another form, or gone)."""
    answer: dict[int, Candidate | Blocked] = {}
    with around.store.reading() as work:
        people = work.people.by_ids(sorted({item.person_id for item in items}))
        for form, own in _by_form(items).items():
            beat()
            asked = [people[person_id] for person_id in dict.fromkeys(i.person_id for i in own) if person_id in people]
            gathered = source_of(form, around).gather(work, form, period_for(form, order.wish.period), asked)
            gathered = as_stage_six(form, order.wish.style, gathered)
            ready = {one.key: one for one in gathered.ready}
            blocked = {one.nip: one for one in gathered.blocked}
            for person_id in dict.fromkeys(item.person_id for item in own if item.key not in ready):
                # Among others a head answers for his own unit only; asked alone, for those he acts for as well.
                if person_id in people:
                    alone = source_of(form, around).gather(
                        work, form, period_for(form, order.wish.period), [people[person_id]]
                    )
                    ready |= {one.key: one for one in as_stage_six(form, order.wish.style, alone).ready}
            for item in own:
                gone = Blocked(item.nip, item.name, "DOC-559", {"form": form.value}, item.person_id)
                answer[item.place] = ready.get(item.key) or blocked.get(item.nip) or gone
    return answer


def fill(around: Surroundings, order: PrintOrder, items: Sequence[OrderItem], beat: Beat) -> list[FilledSheet]:
    """Give each item its number and its facts, in order; who cannot be printed any more is marked with the reason.

    A number that was taken for a sheet stays with it, whatever happens to the program before it is printed.
    """
    found = current(around, order, items, beat)
    ready = {place: one for place, one in found.items() if isinstance(one, Candidate)}
    with around.store.writing(around.actor, "documents.reserve") as work:
        stamps = _stamps(around, work, order, [item for item in items if item.place in ready], ready)
        settled = [
            _stamped(item, stamps[item.place], ready[item.place])
            if item.place in ready
            else _failed(item, found[item.place])
            for item in items
        ]
        work.print_orders.save_items(order, settled)
        work.commit()
    sheets = _sheets(around, order, [item for item in settled if item.place in ready], ready, stamps, beat)
    return [FilledSheet(item, sheets.get(item.place)) for item in settled]


def entries_of(
    order: PrintOrder, items: Sequence[OrderItem], printed: PrintedFile, file_name: str, moment: datetime
) -> list[DocumentRecord]:
    """What the register of documents keeps of the sheets in a finished file."""
    places = {sheet.document_id: sheet.places for sheet in printed.sheets}
    return [
        _entry(order, item, places[item.document_id], file_name, printed.digest, moment)
        for item in items
        if item.state is ItemState.PRINTED
    ]


def _entry(
    order: PrintOrder,
    item: OrderItem,
    places: tuple[SignaturePlace, ...],
    file_name: str,
    digest: str,
    moment: datetime,
) -> DocumentRecord:
    return DocumentRecord(
        document_id=item.document_id,
        number=item.number,
        form=item.form,
        person_id=item.person_id,
        period=period_for(item.form, order.wish.period),
        record_id=item.record_id,
        record_version=item.record_version,
        record_digest=item.record_digest,
        copy=item.copy,
        printed_at=moment,
        file_name=file_name,
        file_digest=digest,
        first_page=item.first_page,
        pages=item.pages,
        places=places,
        standing=item.standing,
    )


def _by_form(items: Sequence[OrderItem]) -> dict[Form, list[OrderItem]]:
    groups: dict[Form, list[OrderItem]] = {}
    for item in items:
        groups.setdefault(item.form, []).append(item)
    return groups


def _stamps(
    around: Surroundings, work: Work, order: PrintOrder, items: Sequence[OrderItem], ready: Mapping[int, Candidate]
) -> dict[int, DocumentStamp]:
    stamps: dict[int, DocumentStamp] = {}
    cancelled = work.documents.cancelled([item.number for item in items if item.number])
    agency = around.store.agency.code
    for form, own in _by_form(items).items():
        fresh = [item for item in own if not item.number or item.number in cancelled]
        taken = stamps_for(
            work, agency, form, period_for(form, order.wish.period), [ready[item.place] for item in fresh]
        )
        for item in own:
            record = ready[item.place].record
            if item.key in taken:
                stamps[item.place] = taken[item.key]
                continue
            stamps[item.place] = DocumentStamp(
                document_id=item.document_id,
                number=item.number,
                version=record.version,
                digest=record.digest,
                copy=item.copy,
                qr_text=sheet_mark(item.number, record.version, item.copy, record.digest),
                standing=PaperStanding.DRAFT if record.is_draft else PaperStanding.CURRENT,
            )
    return stamps


def _stamped(item: OrderItem, stamp: DocumentStamp, candidate: Candidate) -> OrderItem:
    return replace(
        item,
        state=ItemState.WAITING,
        document_id=stamp.document_id,
        number=stamp.number,
        copy=stamp.copy,
        record_id=candidate.record.record_id,
        record_version=stamp.version,
        record_digest=stamp.digest,
        standing=stamp.standing,
        code="",
        facts={},
    )


def _failed(item: OrderItem, why: Candidate | Blocked) -> OrderItem:
    assert isinstance(why, Blocked)
    return replace(item, state=ItemState.FAILED, code=why.code, facts=why.facts)


def _sheets(
    around: Surroundings,
    order: PrintOrder,
    items: Sequence[OrderItem],
    ready: Mapping[int, Candidate],
    stamps: Mapping[int, DocumentStamp],
    beat: Beat,
) -> dict[int, Sheet]:
    sheets: dict[int, Sheet] = {}
    with around.store.reading() as work:
        for form, own in _by_form(items).items():
            beat()
            block = [ready[item.place] for item in own]
            by_key = {item.key: stamps[item.place] for item in own}
            filled = source_of(form, around).sheets(work, form, period_for(form, order.wish.period), block, by_key)
            sheets |= {item.place: sheet for item, sheet in zip(own, filled, strict=True)}
    return sheets

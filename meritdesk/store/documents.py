"""The register of printed documents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Column, ColumnElement, Select, and_, insert, select, update

from meritdesk.core.document_query import DocumentField, DocumentQuery
from meritdesk.core.documents import DocumentRecord, Form, PaperKind, PaperStanding, SignaturePlace, register_form
from meritdesk.core.lines import DocumentLine, FieldTally
from meritdesk.core.periods import Period, parse_period
from meritdesk.core.print_order import ItemState
from meritdesk.parting import held
from meritdesk.store.document_list import document_count, document_lines, document_tally
from meritdesk.store.notation import moment_text, moment_value
from meritdesk.store.rows import Rows, Values, in_chunks
from meritdesk.store.tables import counter, document, paper_cancellation, print_item


class StoredDocuments:
    """What was printed, when, of which record and version, into which file."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def numbers(self, form: Form, period: Period, person_ids: Sequence[str]) -> Mapping[str, tuple[str, int]]:
        """For people already printed on this form and period: person_id -> (document number, copies so far).

        A cancelled number is never used again: the next print of the sheet takes a fresh one.
        """
        return self._numbers(document.c.person_id, print_item.c.item_key, form, period, person_ids)

    def numbers_of_records(
        self, form: Form, period: Period, record_ids: Sequence[str]
    ) -> Mapping[str, tuple[str, int]]:
        """The same for forms of which one person may have several: by the record that the sheet is about."""
        return self._numbers(document.c.record_id, print_item.c.record_id, form, period, record_ids)

    def _numbers(
        self, column: Column[Any], wanted: Column[Any], form: Form, period: Period, keys: Sequence[str]
    ) -> Mapping[str, tuple[str, int]]:
        """Of what was printed, and of what an unfinished order has taken a number for and may print any moment."""
        statement = (
            select(column, document.c.number, document.c.copy)
            .where(document.c.agency == self._rows.agency, document.c.form == form.value)
            .where(document.c.period == period.code, _counts())
            .order_by(document.c.printed_at, document.c.copy)
        )
        taken = (
            select(wanted, print_item.c.number, print_item.c.copy)
            .where(print_item.c.agency == self._rows.agency, print_item.c.form == form.value)
            .where(print_item.c.period == period.code, print_item.c.state == ItemState.WAITING.value)
            .where(print_item.c.number != "", print_item.c.number.not_in(self._cancelled()))
        )
        newest: dict[str, tuple[str, int]] = {}
        for chunk in in_chunks(dict.fromkeys(keys)):
            for key, number, copy in self._rows.execute(statement.where(column.in_(chunk))):
                known, copies = newest.get(key, (number, 0))
                newest[key] = (number, max(copy, copies) if known == number else copy)
            for key, number, copy in self._rows.execute(taken.where(wanted.in_(chunk))):
                known, copies = newest.setdefault(key, (number, 0))
                newest[key] = known, max(copy, copies)
        return newest

    def cancelled(self, numbers: Sequence[str]) -> frozenset[str]:
        """Those of these numbers that the office has cancelled."""
        found: set[str] = set()
        for chunk in in_chunks(dict.fromkeys(numbers)):
            found |= {row[0] for row in self._rows.execute(self._cancelled().where(document.c.number.in_(chunk)))}
        return frozenset(found)

    def _cancelled(self) -> Select[Any]:
        return select(document.c.number).where(document.c.agency == self._rows.agency, ~_counts())

    def reserve(self, form: Form | PaperKind, year: int, how_many: int) -> int:
        """The first of ``how_many`` fresh serial numbers of this form and year; numbers may be lost, never repeated."""
        return take_numbers(self._rows, self._rows.agency, f"document:{form.value}", year, how_many)

    def save(self, records: Sequence[DocumentRecord]) -> None:
        """Enter these documents."""
        self._rows.write(document, map(_row, records))

    def of_file(self, file_digest: str) -> tuple[DocumentRecord, ...]:
        """The documents in a printed file, known by the SHA-256 of its bytes."""
        rows = self._rows.read(document, "file_digest", [file_digest], "first_page", "document_id")
        return held(tuple(_value(row) for row in rows))

    def of_ids(self, document_ids: Sequence[str]) -> tuple[DocumentRecord, ...]:
        """The documents of these ids, in no particular order."""
        return tuple(_value(row) for row in self._rows.read(document, "document_id", dict.fromkeys(document_ids)))

    def of_number(self, number: str) -> tuple[DocumentRecord, ...]:
        """All copies of one document number, oldest first."""
        return self.of_numbers([number])

    def of_numbers(self, numbers: Iterable[str]) -> tuple[DocumentRecord, ...]:
        """All copies of these document numbers, oldest first."""
        rows = self._rows.read(document, "number", dict.fromkeys(numbers), "printed_at", "copy")
        return held(tuple(_value(row) for row in rows))

    def by_ids(self, document_ids: Iterable[str]) -> tuple[DocumentRecord, ...]:
        """These copies of documents, as far as they are known."""
        rows = self._rows.read(document, "document_id", dict.fromkeys(document_ids), "number", "copy")
        return held(tuple(_value(row) for row in rows))

    def of_record(self, form: Form | PaperKind, period: Period, record_id: str) -> tuple[DocumentRecord, ...]:
        """All copies of the documents of one kind on one record and period that nobody cancelled, oldest first."""
        rows = self._rows.read(document, "record_id", [record_id], "printed_at", "copy")
        found = [_value(row) for row in rows if row["form"] == form.value and row["period"] == period.code]
        gone = self._rows.read(paper_cancellation, "document_id", [one.document_id for one in found])
        cancelled = {row["document_id"] for row in gone}
        return tuple(one for one in found if one.document_id not in cancelled)

    def count(self, query: DocumentQuery) -> int:
        """How many documents a query finds."""
        return document_count(self._rows, query)

    def lines(self, query: DocumentQuery) -> tuple[DocumentLine, ...]:
        """One block of the register."""
        return held(document_lines(self._rows, query))

    def tally(self, query: DocumentQuery, field: DocumentField) -> tuple[FieldTally, ...]:
        """How many documents of a query have each value of a field."""
        return document_tally(self._rows, query, field)


def _counts() -> ColumnElement[bool]:
    """A document that nobody cancelled."""
    cancelled = select(paper_cancellation.c.document_id).where(
        paper_cancellation.c.agency == document.c.agency, paper_cancellation.c.document_id == document.c.document_id
    )
    return ~cancelled.exists()


def take_numbers(rows: Rows, agency: str, name: str, year: int, how_many: int) -> int:
    """Take fresh numbers from a counter that no undo ever turns back; answers with the first of them."""
    rows.require_writing()
    place = and_(counter.c.agency == agency, counter.c.name == name, counter.c.year == year)
    first = rows.connection.execute(select(counter.c.next_number).where(place)).scalar()
    if first is None:
        first = 1
        values = {"agency": agency, "name": name, "year": year, "next_number": first + how_many}
        rows.connection.execute(insert(counter), [values])
    else:
        rows.connection.execute(update(counter).where(place).values(next_number=first + how_many))
    rows.has_unjournaled = True
    return int(first)


def _row(record: DocumentRecord) -> Values:
    return {
        "document_id": record.document_id,
        "number": record.number,
        "form": record.form.value,
        "person_id": record.person_id,
        "period": record.period.code,
        "record_id": record.record_id,
        "record_version": record.record_version,
        "record_digest": record.record_digest,
        "copy": record.copy,
        "printed_at": moment_text(record.printed_at),
        "file_name": record.file_name,
        "file_digest": record.file_digest,
        "first_page": record.first_page,
        "pages": record.pages,
        "places": _places_text(record.places),
        "standing": record.standing.value,
        "override_reason": record.override_reason,
    }


def _value(row: Mapping[str, Any]) -> DocumentRecord:
    return DocumentRecord(
        **{
            **row,
            "form": register_form(row["form"]),
            "period": parse_period(row["period"]),
            "printed_at": moment_value(row["printed_at"]),
            "places": _places(row["places"]),
            "standing": PaperStanding(row["standing"]),
        }
    )


def _places_text(places: Sequence[SignaturePlace]) -> str:
    """Where a sheet is signed, as one line; empty without places, and for sheets printed before they were noted."""
    return msgspec.json.encode(places).decode() if places else ""


def _places(text: str) -> tuple[SignaturePlace, ...]:
    return msgspec.json.decode(text, type=tuple[SignaturePlace, ...]) if text else ()

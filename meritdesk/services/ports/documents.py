"""What the register of paper keeps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
<<<<<<< HEAD
from datetime import date
=======
>>>>>>> ae7033c (The scan desk: signed paper comes back, each page is filed, spare, on the desk or set aside)
from typing import Protocol

from meritdesk.core.circulation import DayHome, PaperEntry
from meritdesk.core.documents import DocumentRecord, Form, PaperKind
from meritdesk.core.lines import DocumentLine, TrackedPaper
from meritdesk.core.periods import Period
from meritdesk.core.signers import Mandate


class Documents(Protocol):
    """The register of printed documents."""

    def numbers(self, form: Form, period: Period, person_ids: Sequence[str]) -> Mapping[str, tuple[str, int]]:
        """For people already printed on this form and period: person_id -> (document number, copies so far)."""
        ...

    def numbers_of_records(
        self, form: Form, period: Period, record_ids: Sequence[str]
    ) -> Mapping[str, tuple[str, int]]:
        """The same for forms of which one person may have several: by the record that the sheet is about."""
        ...

    def reserve(self, form: Form | PaperKind, year: int, how_many: int) -> int:
        """The first of ``how_many`` fresh serial numbers of this form and year."""
        ...

    def save(self, records: Sequence[DocumentRecord]) -> None: ...
    def of_file(self, file_digest: str) -> tuple[DocumentRecord, ...]: ...
    def of_record(self, form: Form | PaperKind, period: Period, record_id: str) -> tuple[DocumentRecord, ...]:
        """All copies of the documents of one kind on one record and period that count, oldest first."""
        ...

    def of_number(self, number: str) -> tuple[DocumentRecord, ...]: ...
    def of_numbers(self, numbers: Iterable[str]) -> tuple[DocumentRecord, ...]: ...
    def by_ids(self, document_ids: Iterable[str]) -> tuple[DocumentRecord, ...]: ...
    def lines(self, search: str, offset: int, limit: int) -> tuple[DocumentLine, ...]: ...
    def count(self, search: str) -> int: ...


class Circulation(Protocol):
    """The way of papers through the hands; entries are only ever added."""

    def of_year(self, year: int) -> tuple[TrackedPaper, ...]: ...
    def of_ids(self, document_ids: Iterable[str]) -> tuple[TrackedPaper, ...]: ...
    def of_numbers(self, numbers: Iterable[str]) -> tuple[TrackedPaper, ...]: ...
    def entries(self, numbers: Iterable[str]) -> Mapping[str, tuple[PaperEntry, ...]]:
        """By document, the entries of all copies of these numbers."""
        ...

    def homes(self, numbers: Iterable[str]) -> Mapping[tuple[str, int], frozenset[DayHome]]:
        """By number and version, the kept days to which an entry of some copy points."""
        ...

    def add(self, entries: Sequence[PaperEntry]) -> None: ...
    def cancel(self, document_ids: Iterable[str], on: date, by: str, reason: str) -> None: ...


class Mandates(Protocol):
    """Who may sign a.n. or u.b. for which unit."""

    def all(self) -> tuple[Mandate, ...]: ...
    def save(self, mandates: Sequence[Mandate]) -> None: ...
    def remove(self, mandate_ids: Iterable[str]) -> None: ...

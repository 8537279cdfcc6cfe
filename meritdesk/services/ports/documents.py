"""What the register of paper keeps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from meritdesk.core.documents import DocumentRecord, Form, PaperKind
from meritdesk.core.lines import DocumentLine
from meritdesk.core.periods import Period


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
        """All copies of the documents of one kind on one record and period, oldest first."""
        ...

    def of_number(self, number: str) -> tuple[DocumentRecord, ...]: ...
    def lines(self, search: str, offset: int, limit: int) -> tuple[DocumentLine, ...]: ...
    def count(self, search: str) -> int: ...

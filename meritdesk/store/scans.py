"""Scanned pages as rows; what is seen on them lies in the vault of files beside the evidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import func, select

from meritdesk.core.scans import ScanBatch, ScanMedia, ScanPage, ScanPlace
from meritdesk.store.notation import moment_text, moment_value
from meritdesk.store.rows import Rows, Values, in_chunks
from meritdesk.store.tables import scan_batch, scan_page

_ORDER = ("batch_id", "file_name", "file_page", "page_id")


class StoredScans:
    """What came back from the scanner, where each page lies, and which pages were read before."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def batches(self) -> tuple[ScanBatch, ...]:
        """All stacks that were read, newest first."""
        rows = self._rows.read(scan_batch, "", None, "started_at", "batch_id")
        return tuple(_batch(row) for row in reversed(rows))

    def batch(self, batch_id: str) -> ScanBatch | None:
        """One stack."""
        found = self._rows.read(scan_batch, "batch_id", [batch_id])
        return _batch(found[0]) if found else None

    def save_batch(self, batch: ScanBatch) -> None:
        """Enter a stack or bring it up to date."""
        self._rows.write(scan_batch, [_batch_row(batch)])

    def counts(self) -> Mapping[str, Mapping[ScanPlace, int]]:
        """By stack, how many of its pages lie where."""
        statement = (
            select(scan_page.c.batch_id, scan_page.c.place, func.count())
            .where(scan_page.c.agency == self._rows.agency)
            .group_by(scan_page.c.batch_id, scan_page.c.place)
        )
        counted: dict[str, dict[ScanPlace, int]] = {}
        for batch_id, place, count in self._rows.execute(statement):
            counted.setdefault(batch_id, {})[ScanPlace(place)] = count
        return counted

    def of_batch(self, batch_id: str) -> tuple[ScanPage, ...]:
        """The pages of a stack in the order of its files."""
        return self._pages("batch_id", [batch_id])

    def of_documents(self, document_ids: Iterable[str]) -> tuple[ScanPage, ...]:
        """The pages that belong to these copies of documents, filed or spare."""
        return self._pages("document_id", dict.fromkeys(one for one in document_ids if one))

    def by_ids(self, page_ids: Iterable[str]) -> tuple[ScanPage, ...]:
        """These pages, as far as they are known."""
        return self._pages("page_id", dict.fromkeys(page_ids))

    def on_place(self, place: ScanPlace) -> tuple[ScanPage, ...]:
        """All pages that lie there, whatever stack they came with."""
        return self._pages("place", [place.value])

    def known(self, file_digests: Iterable[str]) -> frozenset[tuple[str, int]]:
        """Which pages of these files were read before, by digest of the file and number of the page."""
        statement = select(scan_page.c.file_digest, scan_page.c.file_page).where(
            scan_page.c.agency == self._rows.agency
        )
        return frozenset(
            (digest, page)
            for chunk in in_chunks(dict.fromkeys(file_digests))
            for digest, page in self._rows.execute(statement.where(scan_page.c.file_digest.in_(chunk)))
        )

    def pictures(self, pictures: Iterable[str]) -> Mapping[str, tuple[str, int]]:
        """Which of these pictures were read before, with the document and page of each."""
        rows = self._rows.read(scan_page, "picture", dict.fromkeys(one for one in pictures if one), *_ORDER)
        found: dict[str, tuple[str, int]] = {}
        for row in rows:
            where = (str(row["document_id"]), int(str(row["page"])))
            if row["picture"] not in found or row["place"] == ScanPlace.FILED.value:
                found[str(row["picture"])] = where
        return found

    def save(self, pages: Sequence[ScanPage]) -> None:
        """Enter pages or bring them up to date."""
        self._rows.write(scan_page, map(_row, pages))

    def _pages(self, column: str, wanted: Iterable[str]) -> tuple[ScanPage, ...]:
        found = [_page(row) for row in self._rows.read(scan_page, column, wanted, *_ORDER)]
        return tuple(sorted(found, key=lambda one: (one.batch_id, *one.place_in_batch)))


def _batch_row(batch: ScanBatch) -> Values:
    return {
        "batch_id": batch.batch_id,
        "name": batch.name,
        "source": batch.source,
        "started_at": moment_text(batch.started_at),
        "started_by": batch.started_by,
        "files": batch.files,
        "pages": batch.pages,
        "finished_at": moment_text(batch.finished_at) if batch.finished_at else None,
    }


def _batch(row: Mapping[str, Any]) -> ScanBatch:
    return ScanBatch(
        **{
            **row,
            "started_at": moment_value(row["started_at"]),
            "finished_at": moment_value(row["finished_at"]) if row["finished_at"] else None,
        }
    )


def _row(page: ScanPage) -> Values:
    return {
        "page_id": page.page_id,
        "batch_id": page.batch_id,
        "file_name": page.file_name,
        "file_digest": page.file_digest,
        "file_page": page.file_page,
        "place": page.place.value,
        "reason": page.reason,
        "mark": page.mark,
        "document_id": page.document_id,
        "page": page.page,
        "picture": page.picture,
        "turn": page.turn,
        "media": page.media.value,
        "size": page.size,
        "sha256": page.sha256,
        "thumbnail": page.thumbnail,
        "read_at": moment_text(page.read_at) if page.read_at else None,
        "decided_at": moment_text(page.decided_at) if page.decided_at else None,
        "decided_by": page.decided_by,
    }


def _page(row: Mapping[str, Any]) -> ScanPage:
    return ScanPage(
        **{
            **row,
            "place": ScanPlace(row["place"]),
            "media": ScanMedia(row["media"]),
            "read_at": moment_value(row["read_at"]) if row["read_at"] else None,
            "decided_at": moment_value(row["decided_at"]) if row["decided_at"] else None,
        }
    )

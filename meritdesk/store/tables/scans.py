"""The tables of paper that came back from the scanner; its contents lie in the vault of files, once each."""

from __future__ import annotations

from sqlalchemy import Index, Table

from meritdesk.store.tables.columns import code, key, maybe, metadata, number, text

scan_batch = Table(
    "scan_batch",
    metadata,
    code("agency"),
    code("batch_id"),
    text("name"),
    text("source"),
    text("started_at"),
    text("started_by"),
    number("files"),
    number("pages"),
    maybe("finished_at"),
    key("batch_id"),
    info={"noun": "scans"},
)

scan_page = Table(
    "scan_page",
    metadata,
    code("agency"),
    code("page_id"),
    code("batch_id"),
    text("file_name"),
    code("file_digest"),
    number("file_page"),
    code("place"),
    code("reason"),
    text("mark"),
    code("document_id"),
    number("page"),
    code("picture"),
    number("turn"),
    code("media"),
    number("size"),
    code("sha256"),
    code("thumbnail"),
    maybe("read_at"),
    maybe("decided_at"),
    text("decided_by"),
    key("page_id"),
    Index(None, "agency", "batch_id"),
    Index(None, "agency", "file_digest"),
    Index(None, "agency", "document_id"),
    Index(None, "agency", "picture"),
    info={"noun": "scans"},
)

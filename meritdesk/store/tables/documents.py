"""The table of printed documents."""

from __future__ import annotations

from sqlalchemy import Index, Table

from meritdesk.store.tables.columns import code, key, later_text, metadata, number, text

document = Table(
    "document",
    metadata,
    code("agency"),
    code("document_id"),
    code("number"),
    code("form"),
    code("person_id"),
    code("period"),
    code("record_id"),
    number("record_version"),
    text("record_digest"),
    number("copy"),
    text("printed_at"),
    text("file_name"),
    code("file_digest"),
    number("first_page"),
    number("pages"),
    later_text("places"),
    key("document_id"),
    Index(None, "agency", "form", "period", "person_id"),
    Index(None, "agency", "file_digest"),
    Index(None, "agency", "number"),
    Index(None, "agency", "record_id"),
    info={"noun": "documents"},
)

"""The tables of paper: printed documents, their way through the hands, what was cancelled, who may sign for whom."""

from __future__ import annotations

from sqlalchemy import Index, Table

from meritdesk.store.tables.columns import belongs_to, code, key, later_text, maybe, metadata, number, text

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
    later_text("standing", "CURRENT"),
    later_text("override_reason"),
    key("document_id"),
    Index(None, "agency", "form", "period", "person_id"),
    Index(None, "agency", "file_digest"),
    Index(None, "agency", "number"),
    Index(None, "agency", "record_id"),
    info={"found_by": "document_id", "found_in": ("number", "form", "record_digest"), "noun": "documents"},
)

paper_entry = Table(
    "paper_entry",
    metadata,
    code("agency"),
    code("document_id"),
    number("place"),
    maybe("happened_on"),
    maybe("home"),
    maybe("stage"),
    maybe("holder_id"),
    text("holder"),
    maybe("signed"),
    maybe("signer_id"),
    text("signer"),
    text("capacity"),
    text("entered_at"),
    text("entered_by"),
    text("reason"),
    key("document_id", "place"),
    belongs_to("document_id", "document", "document_id"),
    info={"noun": "circulation"},
)

paper_cancellation = Table(
    "paper_cancellation",
    metadata,
    code("agency"),
    code("document_id"),
    text("cancelled_on"),
    text("cancelled_by"),
    text("reason"),
    key("document_id"),
    belongs_to("document_id", "document", "document_id"),
    info={"noun": "circulation"},
)

signing_mandate = Table(
    "signing_mandate",
    metadata,
    code("agency"),
    code("mandate_id"),
    code("unit_id"),
    code("person_id"),
    text("capacity"),
    text("post"),
    text("since"),
    maybe("until"),
    text("through"),
    text("letter"),
    key("mandate_id"),
    belongs_to("person_id", "person", "person_id"),
    Index(None, "agency", "unit_id"),
    Index(None, "agency", "person_id"),
    info={"noun": "signers"},
)

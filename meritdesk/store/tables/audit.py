"""The table of the audit: breaks of a journal that a file from elsewhere brought to light."""

from __future__ import annotations

from sqlalchemy import Index, Table

from meritdesk.store.tables.columns import code, key, metadata, number, text

journal_finding = Table(
    "journal_finding",
    metadata,
    code("agency"),
    code("finding_id"),
    text("sender"),
    code("epoch"),
    number("sequence"),
    number("held_count"),
    text("held_digest"),
    code("source"),
    text("note"),
    text("held_on"),
    code("verdict"),
    text("found_digest"),
    text("found_at"),
    text("settled_by"),
    text("settled_why"),
    key("finding_id"),
    Index(None, "agency", "settled_by"),
    info={"noun": "audit", "of_store": True},
)

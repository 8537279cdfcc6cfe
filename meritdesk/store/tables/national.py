"""The table of the national hand-over: by person and period what was written last and what was really uploaded."""

from __future__ import annotations

from sqlalchemy import Table

from meritdesk.store.tables.columns import code, key, maybe, metadata, text

national_row = Table(
    "national_row",
    metadata,
    code("agency"),
    code("person_id"),
    code("period"),
    code("batch"),
    text("written"),
    text("written_at"),
    text("told"),
    maybe("told_at"),
    text("told_by"),
    key("person_id", "period"),
    info={"noun": "national"},
)

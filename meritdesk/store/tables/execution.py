"""The tables of execution: what was achieved."""

from __future__ import annotations

from sqlalchemy import Index, Table

from meritdesk.store.tables.columns import code, key, maybe, metadata, text

actual = Table(
    "actual",
    metadata,
    code("agency"),
    code("indicator_id"),
    code("period"),
    text("text"),
    maybe("value"),
    text("feedback"),
    maybe("override"),
    text("override_reason"),
    key("indicator_id", "period"),
    Index(None, "agency", "period"),
    info={"noun": "actuals"},
)

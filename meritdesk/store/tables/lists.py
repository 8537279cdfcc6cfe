"""The tables of the window's lists: the views that each person at the desk has kept; no journal, no package."""

from __future__ import annotations

from sqlalchemy import Table

from meritdesk.store.tables.columns import code, key, metadata, text

saved_view = Table(
    "saved_view",
    metadata,
    code("agency"),
    text("actor"),
    code("list_key"),
    text("name"),
    text("facts"),
    key("actor", "list_key", "name"),
)

"""What newer programs wrote and this one does not know: kept beside the record and given back unchanged (F55)."""

from __future__ import annotations

from sqlalchemy import Table

from meritdesk.store.tables.columns import code, key, metadata, text

kept_cell = Table(
    "kept_cell",
    metadata,
    code("agency"),
    code("table_name"),
    text("record_id"),
    code("name"),
    text("value"),
    key("table_name", "record_id", "name"),
    info={"noun": "travel"},
)
"""A column of a package that this program does not know, by table and record as packages name them."""

"""The tables of upkeep: settings, counters and the journal."""

from __future__ import annotations

from sqlalchemy import Index, Table, UniqueConstraint

from meritdesk.store.tables.columns import belongs_to, code, key, later_text, metadata, number, text

setting = Table(
    "setting",
    metadata,
    code("agency"),
    code("name"),
    text("value"),
    key("name"),
    info={"noun": "settings"},
)

# How clerks read foreign files, the window's own memory: not journaled, not packed.
column_mapping = Table(
    "column_mapping",
    metadata,
    code("agency"),
    text("name"),
    text("layout"),
    text("fingerprint"),
    text("content"),
    text("kept_by"),
    text("kept_at"),
    key("name"),
)

waiver = Table(
    "waiver",
    metadata,
    code("agency"),
    code("waiver_id"),
    code("rule"),
    code("record_id"),
    text("waived_by"),
    text("reason"),
    text("waived_on"),
    key("waiver_id"),
    Index(None, "agency", "record_id"),
    info={"noun": "waivers"},
)

counter = Table(
    "counter",
    metadata,
    code("agency"),
    code("name"),
    number("year"),
    number("next_number"),
    key("name", "year"),
)

store_fact = Table("store_fact", metadata, code("agency"), code("name"), text("value"), key("name"))

# ``agency`` owns the journal; ``about`` is the agency whose rows were changed (differs only at the region).
change_set = Table(
    "change_set",
    metadata,
    code("agency"),
    number("number"),
    code("change_set_id"),
    code("about"),
    text("at"),
    text("actor"),
    text("role"),
    text("device"),
    text("verb"),
    text("reason"),
    text("origin"),
    text("undoes"),
    number("rows"),
    code("previous"),
    code("digest"),
    later_text("second"),
    key("number"),
    UniqueConstraint("agency", "change_set_id"),
)

row_change = Table(
    "row_change",
    metadata,
    code("agency"),
    number("number"),
    number("place"),
    code("table_name"),
    text("row_key"),
    code("kind"),
    text("fields"),
    key("number", "place"),
    belongs_to("number", "change_set", "number"),
)

"""The tables of people who move between agencies: the moves, and the records that another agency made."""

from __future__ import annotations

from sqlalchemy import Index, Table

from meritdesk.store.tables.columns import belongs_to, code, key, maybe, metadata, text

transfer = Table(
    "transfer",
    metadata,
    code("agency"),
    code("transfer_id"),
    code("way"),
    code("person_id"),
    text("nip"),
    text("name"),
    code("other_code"),
    text("other_name"),
    text("since"),
    text("letter"),
    maybe("letter_on"),
    text("status"),
    text("post"),
    text("note"),
    text("package_id"),
    text("noted_by"),
    text("noted_at"),
    key("transfer_id"),
    belongs_to("person_id", "person", "person_id"),
    Index(None, "agency", "person_id"),
    info={"noun": "transfers"},
)

# Whose record a record is that came with somebody from another agency; what it names is read and never changed here.
foreign_record = Table(
    "foreign_record",
    metadata,
    code("agency"),
    code("table_name"),
    text("record_id"),
    code("agency_code"),
    text("agency_name"),
    text("transfer_id"),
    key("table_name", "record_id"),
    Index(None, "agency", "record_id"),
    info={"noun": "transfers"},
)

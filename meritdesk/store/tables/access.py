"""The table of the accounts at this desk. Their passwords are no rows: key slots beside the key ring stand for them."""

from __future__ import annotations

from sqlalchemy import Table

from meritdesk.store.tables.columns import code, key, metadata, text

account = Table(
    "account",
    metadata,
    code("agency"),
    code("account_id"),
    text("name"),
    text("full_name"),
    code("role"),
    code("state"),
    text("person_id"),
    text("former_name"),
    text("slot"),
    key("account_id"),
    info={"noun": "accounts"},
)

"""The window's own memory: drafts, where somebody left off, and the history of long work. None of it is a record."""

from __future__ import annotations

from sqlalchemy import Index, Table

from meritdesk.store.tables.columns import code, flag, key, metadata, text

# Work that was typed in an editor and not saved. It stands in no journal and goes when it is saved or thrown away.
draft = Table(
    "draft",
    metadata,
    code("agency"),
    code("owner"),
    code("editor"),
    text("subject"),
    text("about"),
    text("kept_at"),
    text("base"),
    text("content"),
    flag("is_confidential"),
    text("record_id"),
    key("owner", "editor", "subject"),
)

remembered = Table(
    "remembered",
    metadata,
    code("agency"),
    code("owner"),
    code("name"),
    text("content"),
    key("owner", "name"),
)

work_record = Table(
    "work_record",
    metadata,
    code("agency"),
    code("owner"),
    code("work_id"),
    text("began"),
    text("title"),
    text("head"),
    text("items"),
    key("owner", "work_id"),
    Index(None, "agency", "owner", "began"),
)

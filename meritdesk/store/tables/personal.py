"""The tables of personal data: what people ask about theirs, limits, leaks, and what was destroyed (UU 27/2022)."""

from __future__ import annotations

from sqlalchemy import Index, Table

from meritdesk.store.tables.columns import code, key, metadata, number, text

person_request = Table(
    "person_request",
    metadata,
    code("agency"),
    code("request_id"),
    text("number"),
    code("person_id"),
    code("kind"),
    text("asked"),
    text("received_at"),
    text("received_by"),
    text("due_at"),
    code("state"),
    text("answer"),
    text("answered_at"),
    text("answered_by"),
    key("request_id"),
    Index(None, "agency", "person_id"),
    info={"noun": "personal"},
)

# A limit stands from the day it is set until it is lifted; nobody's row is touched by it.
processing_limit = Table(
    "processing_limit",
    metadata,
    code("agency"),
    code("limit_id"),
    code("person_id"),
    text("reason"),
    text("set_at"),
    text("set_by"),
    text("lifted_at"),
    text("lifted_by"),
    text("lifted_why"),
    key("limit_id"),
    Index(None, "agency", "person_id"),
    info={"noun": "personal"},
)

leak = Table(
    "leak",
    metadata,
    code("agency"),
    code("leak_id"),
    text("number"),
    code("kind"),
    text("happened"),
    text("noticed_at"),
    text("due_at"),
    text("what"),
    text("how"),
    text("whom"),
    number("people"),
    text("measures"),
    text("copy"),
    text("noted_by"),
    text("told_at"),
    text("told_whom"),
    key("leak_id"),
    info={"noun": "personal"},
)

# A tombstone: what was destroyed and on whose word, without the name.
erasure = Table(
    "erasure",
    metadata,
    code("agency"),
    code("erasure_id"),
    text("number"),
    code("kind"),
    text("subject"),
    code("pack_id"),
    text("reason"),
    text("done_at"),
    text("done_by"),
    text("second"),
    number("rows"),
    number("changes"),
    text("counts"),
    text("copies"),
    key("erasure_id"),
    info={"noun": "personal"},
)

# What a change set's digest is without the values that were taken out of it: written in the change set that took them
# out, so that the chain vouches for it; the digest it was made with stays, and the chain goes on through it.
journal_redaction = Table(
    "journal_redaction",
    metadata,
    code("agency"),
    number("number"),
    code("erasure_id"),
    code("digest"),
    key("number"),
    info={"noun": "personal", "of_store": True},
)

"""The tables of execution: what was achieved, seen and said during the year.

The confidential records stand in tables of their own, which nothing that exports or packs ever reads.
"""

from __future__ import annotations

from sqlalchemy import Column, Index, LargeBinary, Table

from meritdesk.store.tables.columns import code, flag, key, later_text, maybe, metadata, number, text

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

action_step = Table(
    "action_step",
    metadata,
    code("agency"),
    code("result_id"),
    number("number"),
    text("text"),
    maybe("due_on"),
    key("result_id", "number"),
    info={"noun": "action_plans"},
)

documentation = Table(
    "documentation",
    metadata,
    code("agency"),
    code("documentation_id"),
    code("result_id"),
    text("documented_on"),
    number("step"),
    text("text"),
    text("evidence"),
    key("documentation_id"),
    Index(None, "agency", "result_id"),
    info={"noun": "action_plans"},
)

takeover = Table(
    "takeover",
    metadata,
    code("agency"),
    code("takeover_id"),
    code("person_id"),
    code("result_id"),
    text("taken_on"),
    text("note"),
    maybe("taken_by_id"),
    text("taken_by_name"),
    text("earlier"),
    key("takeover_id"),
    Index(None, "agency", "person_id"),
    info={"noun": "takeovers"},
)

evidence = Table(
    "evidence",
    metadata,
    code("agency"),
    code("evidence_id"),
    code("person_id"),
    code("owner"),
    code("owner_id"),
    code("period"),
    code("sha256"),
    text("file_name"),
    number("size"),
    code("media"),
    code("kind"),
    text("title"),
    maybe("added_at"),
    text("added_by"),
    key("evidence_id"),
    Index(None, "agency", "person_id"),
    Index(None, "agency", "owner_id"),
    Index(None, "agency", "sha256"),
    info={"noun": "evidence"},
)

# The contents themselves, once each: too large for the journal, which keeps the digest in the row of ``evidence``.
evidence_file = Table(
    "evidence_file",
    metadata,
    code("agency"),
    code("sha256"),
    number("size"),
    Column("data", LargeBinary, nullable=False),
    key("sha256"),
)

feedback_entry = Table(
    "feedback_entry",
    metadata,
    code("agency"),
    code("entry_id"),
    code("person_id"),
    code("given_on"),
    code("giver"),
    maybe("giver_id"),
    text("giver_name"),
    code("rhythm"),
    code("channel"),
    code("mark"),
    maybe("result_id"),
    maybe("behaviour"),
    text("text"),
    text("evidence"),
    flag("is_requested"),
    later_text("giver_role"),
    later_text("problem_id"),
    key("entry_id"),
    Index(None, "agency", "person_id"),
    Index(None, "agency", "given_on"),
    info={"noun": "feedback"},
)

guidance = Table(
    "guidance",
    metadata,
    code("agency"),
    code("record_id"),
    code("person_id"),
    code("kind"),
    text("held_on"),
    maybe("guide_id"),
    text("guide_name"),
    text("place"),
    maybe("follows"),
    text("body"),
    key("record_id"),
    Index(None, "agency", "person_id"),
    info={"noun": "guidance"},
)

confidential = Table(
    "confidential",
    metadata,
    code("agency"),
    code("record_id"),
    code("person_id"),
    code("kind"),
    text("held_on"),
    text("author"),
    text("readers"),
    text("body"),
    key("record_id"),
    Index(None, "agency", "person_id"),
    info={"noun": "confidential"},
)

opening = Table(
    "opening",
    metadata,
    code("agency"),
    code("opening_id"),
    code("record_id"),
    text("opened_by"),
    code("role"),
    text("device"),
    text("opened_at"),
    key("opening_id"),
    Index(None, "agency", "record_id"),
    info={"noun": "confidential"},
)

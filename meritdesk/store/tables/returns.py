"""The tables of what comes back from the region: corrections and answers, approvals, reference data and local packs."""

from __future__ import annotations

from sqlalchemy import Table

from meritdesk.store.tables.columns import code, key, maybe, metadata, number, text

# The same at the region, which proposes, and at the agency, which has it from a return; it never changes.
correction = Table(
    "correction",
    metadata,
    code("agency"),
    code("correction_id"),
    code("period"),
    code("table_name"),
    text("record_id"),
    text("label"),
    number("base_version"),
    text("field"),
    text("present"),
    text("requested"),
    text("reason"),
    text("asked_by"),
    text("asked_on"),
    text("sent_in"),
    key("correction_id"),
    info={"noun": "corrections"},
)

correction_answer = Table(
    "correction_answer",
    metadata,
    code("agency"),
    code("correction_id"),
    code("kind"),
    text("words"),
    text("answered_by"),
    text("answered_on"),
    key("correction_id"),
    info={"noun": "corrections"},
)

approval = Table(
    "approval",
    metadata,
    code("agency"),
    code("period"),
    number("number"),
    code("state"),
    text("decided_by"),
    text("decided_on"),
    text("reason"),
    number("head_count"),
    text("head_digest"),
    number("journal_number"),
    key("period"),
    info={"noun": "approvals"},
)

# Why an agency works on in a locked period: one reason for each word of the region.
work_after_lock = Table(
    "work_after_lock",
    metadata,
    code("agency"),
    code("period"),
    number("number"),
    text("reason"),
    text("noted_by"),
    text("noted_on"),
    key("period", "number"),
    info={"noun": "approvals"},
)

unit_naming = Table(
    "unit_naming",
    metadata,
    code("agency"),
    code("unit_id"),
    text("name"),
    text("head_title"),
    text("reason"),
    key("unit_id"),
    info={"noun": "reference"},
)

local_pack = Table(
    "local_pack",
    metadata,
    code("agency"),
    code("pack_id"),
    code("kind"),
    text("digest"),
    text("content"),
    text("taken_from"),
    maybe("taken_on"),
    key("pack_id"),
    info={"noun": "reference"},
)

reference_offer = Table(
    "reference_offer",
    metadata,
    code("agency"),
    code("package_id"),
    text("sender"),
    code("epoch"),
    number("sequence"),
    text("arrived_on"),
    text("data"),
    code("state"),
    text("change_set_id"),
    key("package_id"),
    info={"noun": "reference"},
)

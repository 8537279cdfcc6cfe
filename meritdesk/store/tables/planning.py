"""The tables of planning: plans with their results, indicators and notes."""

from __future__ import annotations

from sqlalchemy import Index, Table

from meritdesk.store.tables.columns import (
    belongs_to,
    code,
    key,
    later_flag,
    later_text,
    maybe,
    metadata,
    number,
    text,
)

plan = Table(
    "plan",
    metadata,
    code("agency"),
    code("plan_id"),
    code("person_id"),
    number("year"),
    text("approach"),
    text("job_class"),
    text("starts"),
    text("ends"),
    text("state"),
    maybe("fixed_on"),
    number("version"),
    later_text("occasion", "YEAR"),
    later_text("post"),
    later_text("contract"),
    later_flag("needs_manuals"),
    maybe("study"),
    maybe("ratee_signed_on"),
    maybe("rater_signed_on"),
    key("plan_id"),
    belongs_to("person_id", "person", "person_id"),
    Index(None, "agency", "year", "person_id"),
    Index(None, "agency", "person_id"),
    info={"found_by": "plan_id", "found_in": (), "noun": "plans"},
)

work_result = Table(
    "work_result",
    metadata,
    code("agency"),
    code("result_id"),
    code("plan_id"),
    number("place"),
    number("number"),
    text("kind"),
    text("text"),
    text("parent_text"),
    text("assigned_by"),
    later_text("basis", "ORDINARY"),
    maybe("control_level"),
    later_text("parent_indicator"),
    key("result_id"),
    belongs_to("plan_id", "plan", "plan_id"),
    Index(None, "agency", "plan_id"),
    info={"found_by": "plan_id", "found_in": ("plan_id", "text"), "noun": "plans"},
)

indicator = Table(
    "indicator",
    metadata,
    code("agency"),
    code("indicator_id"),
    code("result_id"),
    code("plan_id"),
    number("place"),
    text("text"),
    maybe("aspect"),
    maybe("perspective"),
    text("target_text"),
    maybe("target_low"),
    maybe("target_high"),
    text("target_unit"),
    text("direction"),
    maybe("exemption"),
    maybe("manual"),
    key("indicator_id"),
    belongs_to("result_id", "work_result", "result_id"),
    Index(None, "agency", "plan_id"),
    Index(None, "agency", "result_id"),
    info={"found_by": "plan_id", "found_in": ("plan_id", "text"), "noun": "plans"},
)

plan_note = Table(
    "plan_note",
    metadata,
    code("agency"),
    code("plan_id"),
    code("section"),
    number("place"),
    text("text"),
    key("plan_id", "section", "place"),
    belongs_to("plan_id", "plan", "plan_id"),
    info={"noun": "plans"},
)

workblock = Table(
    "workblock",
    metadata,
    code("agency"),
    code("workblock_id"),
    code("plan_id"),
    number("place"),
    text("content"),
    key("workblock_id"),
    belongs_to("plan_id", "plan", "plan_id"),
    Index(None, "agency", "plan_id"),
    info={"noun": "plans"},
)

# What a plan was before it was revised, as it was signed; never changed and never removed.
plan_version = Table(
    "plan_version",
    metadata,
    code("agency"),
    code("plan_id"),
    number("version"),
    code("person_id"),
    number("year"),
    text("replaced_on"),
    text("replaced_by"),
    text("reason"),
    text("content"),
    key("plan_id", "version"),
    Index(None, "agency", "person_id"),
    info={"noun": "plans"},
)

library_entry = Table(
    "library_entry",
    metadata,
    code("agency"),
    code("entry_id"),
    text("kind"),
    text("job_group"),
    text("topic"),
    text("text"),
    text("content"),
    text("source"),
    key("entry_id"),
    info={"noun": "library"},
)

# Work that was typed and not saved. It is no record yet: it stands in no journal and is thrown away when saved.
plan_draft = Table(
    "plan_draft",
    metadata,
    code("agency"),
    code("plan_id"),
    code("owner"),
    code("person_id"),
    number("year"),
    text("stamp"),
    text("kept_at"),
    text("content"),
    key("plan_id", "owner"),
)

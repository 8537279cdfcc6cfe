"""The tables of planning: plans with their results, indicators and notes."""

from __future__ import annotations

from sqlalchemy import Index, Table

from meritdesk.store.tables.columns import belongs_to, code, key, maybe, metadata, number, text

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
    key("plan_id"),
    belongs_to("person_id", "person", "person_id"),
    Index(None, "agency", "year", "person_id"),
    Index(None, "agency", "person_id"),
    info={"noun": "plans"},
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
    key("result_id"),
    belongs_to("plan_id", "plan", "plan_id"),
    Index(None, "agency", "plan_id"),
    info={"noun": "plans"},
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
    key("indicator_id"),
    belongs_to("result_id", "work_result", "result_id"),
    Index(None, "agency", "plan_id"),
    Index(None, "agency", "result_id"),
    info={"noun": "plans"},
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

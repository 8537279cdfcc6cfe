"""The tables of the teams room: problems, the departments called in, who works on them and what is to be done."""

from __future__ import annotations

from sqlalchemy import Index, Table, UniqueConstraint

from meritdesk.store.tables.columns import belongs_to, code, key, maybe, metadata, number, text

problem = Table(
    "problem",
    metadata,
    code("agency"),
    code("problem_id"),
    code("number"),
    text("kind"),
    text("title"),
    text("description"),
    code("unit_id"),
    text("opened_on"),
    text("due_on"),
    maybe("host_unit_id"),
    maybe("lead_id"),
    text("letter_number"),
    maybe("letter_on"),
    maybe("answered_on"),
    maybe("solved_on"),
    text("solution"),
    maybe("closed_on"),
    maybe("dropped_on"),
    text("why_dropped"),
    key("problem_id"),
    UniqueConstraint("agency", "number"),
    Index(None, "agency", "opened_on"),
    info={"noun": "problems"},
)

problem_call = Table(
    "problem_call",
    metadata,
    code("agency"),
    code("problem_id"),
    code("unit_id"),
    number("place"),
    text("called_on"),
    text("why"),
    maybe("answered_on"),
    maybe("answer"),
    text("words"),
    key("problem_id", "unit_id"),
    belongs_to("problem_id", "problem", "problem_id"),
    info={"noun": "problems"},
)

problem_member = Table(
    "problem_member",
    metadata,
    code("agency"),
    code("problem_id"),
    code("person_id"),
    number("place"),
    code("home_unit_id"),
    text("mode"),
    maybe("starts"),
    text("duty"),
    maybe("consent_on"),
    key("problem_id", "person_id"),
    belongs_to("problem_id", "problem", "problem_id"),
    Index(None, "agency", "person_id"),
    info={"noun": "problems"},
)

problem_task = Table(
    "problem_task",
    metadata,
    code("agency"),
    code("problem_id"),
    code("task_id"),
    text("text"),
    code("owner_id"),
    text("due_on"),
    maybe("done_on"),
    text("product"),
    key("problem_id", "task_id"),
    belongs_to("problem_id", "problem", "problem_id"),
    info={"noun": "problems"},
)

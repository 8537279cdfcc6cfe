"""The tables of the papers' way: the days of each evaluation document, objections, and the office's own holidays."""

from __future__ import annotations

from sqlalchemy import Index, Table, UniqueConstraint

from meritdesk.store.tables.columns import belongs_to, code, flag, key, maybe, metadata, number, text

document_process = Table(
    "document_process",
    metadata,
    code("agency"),
    code("evaluation_id"),
    code("form"),
    number("version"),
    maybe("window_end"),
    text("signed_by"),
    maybe("signed_on"),
    maybe("handed_over_on"),
    maybe("received_on"),
    maybe("returned_on"),
    maybe("reported_on"),
    key("evaluation_id", "form", "version"),
    belongs_to("evaluation_id", "evaluation", "evaluation_id"),
    info={"noun": "processes"},
)

objection = Table(
    "objection",
    metadata,
    code("agency"),
    code("objection_id"),
    code("register_number"),
    code("evaluation_id"),
    number("evaluation_version"),
    code("person_id"),
    code("period"),
    text("received_on"),
    code("addressee_id"),
    text("reasons"),
    text("ratee_statement"),
    text("rater_statement"),
    maybe("decision"),
    maybe("decided_on"),
    text("grounds"),
    text("recommendation"),
    text("before_result"),
    text("before_behaviour"),
    text("before_predicate"),
    maybe("after_result"),
    maybe("after_behaviour"),
    maybe("after_predicate"),
    key("objection_id"),
    belongs_to("evaluation_id", "evaluation", "evaluation_id"),
    UniqueConstraint("agency", "register_number"),
    Index(None, "agency", "evaluation_id"),
    info={"noun": "objections"},
)

holiday = Table(
    "holiday",
    metadata,
    code("agency"),
    code("day"),
    text("name"),
    code("kind"),
    flag("is_doubtful"),
    text("source"),
    flag("is_kept"),
    key("day"),
    info={"noun": "holidays"},
)

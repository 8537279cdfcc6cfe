"""The tables of assessment: organisation levels, evaluations and the feedback on behaviour."""

from __future__ import annotations

from sqlalchemy import Index, Table

from meritdesk.store.tables.columns import belongs_to, code, key, maybe, metadata, number, text

organisation_level = Table(
    "organisation_level",
    metadata,
    code("agency"),
    code("unit_id"),
    code("period"),
    text("level"),
    text("source"),
    maybe("published_on"),
    key("unit_id", "period"),
    info={"noun": "levels"},
)

evaluation = Table(
    "evaluation",
    metadata,
    code("agency"),
    code("evaluation_id"),
    code("person_id"),
    code("period"),
    maybe("result_rating"),
    maybe("behaviour_rating"),
    text("reason"),
    text("note"),
    text("state"),
    maybe("rater_id"),
    maybe("superior_id"),
    maybe("led_unit_id"),
    maybe("org_level"),
    maybe("suggested"),
    maybe("predicate"),
    text("explanation"),
    text("packs"),
    text("parties"),
    maybe("closed_on"),
    number("version"),
    text("digest"),
    text("row_sha256"),
    key("evaluation_id"),
    belongs_to("person_id", "person", "person_id"),
    Index(None, "agency", "period", "person_id"),
    Index(None, "agency", "person_id"),
    info={"noun": "evaluations"},
)

behaviour_feedback = Table(
    "behaviour_feedback",
    metadata,
    code("agency"),
    code("evaluation_id"),
    code("value"),
    text("text"),
    key("evaluation_id", "value"),
    belongs_to("evaluation_id", "evaluation", "evaluation_id"),
    info={"noun": "evaluations"},
)

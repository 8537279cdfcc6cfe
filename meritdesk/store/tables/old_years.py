"""The tables of the years before 2022: old papers with their lines and behaviour scores, apart from today's ratings."""

from __future__ import annotations

from sqlalchemy import Index, Table

from meritdesk.store.tables.columns import belongs_to, code, flag, key, maybe, metadata, number, text

old_evaluation = Table(
    "old_evaluation",
    metadata,
    code("agency"),
    code("evaluation_id"),
    code("person_id"),
    number("year"),
    code("part"),
    code("scheme"),
    text("job_class"),
    flag("is_leader"),
    maybe("skp_score"),
    maybe("behaviour_score"),
    flag("asks_peers"),
    maybe("peer_score"),
    text("new_idea"),
    text("sole_reason"),
    maybe("stated_score"),
    maybe("stated_category"),
    text("parties"),
    text("note"),
    number("version"),
    maybe("skp"),
    maybe("behaviour"),
    maybe("score"),
    maybe("category"),
    text("packs"),
    key("evaluation_id"),
    belongs_to("person_id", "person", "person_id"),
    Index(None, "agency", "year", "person_id"),
    Index(None, "agency", "person_id"),
    info={"noun": "old_years"},
)

old_line = Table(
    "old_line",
    metadata,
    code("agency"),
    code("evaluation_id"),
    number("place"),
    number("number"),
    text("kind"),
    text("text"),
    maybe("aspect"),
    maybe("low"),
    maybe("high"),
    maybe("actual"),
    text("direction"),
    flag("is_highest_target"),
    maybe("category"),
    maybe("score"),
    text("cascading"),
    text("scope"),
    maybe("scope_weight"),
    key("evaluation_id", "place"),
    belongs_to("evaluation_id", "old_evaluation", "evaluation_id"),
    info={"noun": "old_years"},
)

old_aspect = Table(
    "old_aspect",
    metadata,
    code("agency"),
    code("evaluation_id"),
    code("aspect"),
    text("score"),
    key("evaluation_id", "aspect"),
    belongs_to("evaluation_id", "old_evaluation", "evaluation_id"),
    info={"noun": "old_years"},
)

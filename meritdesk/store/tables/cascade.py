"""The tables of the cascade: units' agreements with their figures, links, choices, placeholders and teams."""

from __future__ import annotations

from sqlalchemy import Index, Table

from meritdesk.store.tables.columns import belongs_to, code, flag, key, later_text, maybe, metadata, number, text

agreement_indicator = Table(
    "agreement_indicator",
    metadata,
    code("agency"),
    code("indicator_id"),
    code("unit_id"),
    number("year"),
    number("number"),
    text("goal"),
    text("text"),
    text("measure_group"),
    maybe("perspective"),
    text("accumulation"),
    text("target_text"),
    maybe("target_low"),
    maybe("target_high"),
    text("target_unit"),
    text("direction"),
    flag("is_draft"),
    key("indicator_id"),
    Index(None, "agency", "year", "unit_id"),
    info={"noun": "agreements"},
)

trajectory_point = Table(
    "trajectory_point",
    metadata,
    code("agency"),
    code("indicator_id"),
    code("period"),
    text("value"),
    key("indicator_id", "period"),
    belongs_to("indicator_id", "agreement_indicator", "indicator_id"),
    info={"noun": "agreements"},
)

action_item = Table(
    "action_item",
    metadata,
    code("agency"),
    code("item_id"),
    code("indicator_id"),
    number("place"),
    code("period"),
    text("text"),
    text("target"),
    maybe("achieved"),
    text("unit"),
    key("item_id"),
    belongs_to("indicator_id", "agreement_indicator", "indicator_id"),
    Index(None, "agency", "indicator_id"),
    info={"noun": "agreements"},
)

unit_actual = Table(
    "unit_actual",
    metadata,
    code("agency"),
    code("indicator_id"),
    code("period"),
    maybe("value"),
    maybe("percent"),
    text("text"),
    text("evidence"),
    key("indicator_id", "period"),
    belongs_to("indicator_id", "agreement_indicator", "indicator_id"),
    info={"noun": "agreements"},
)

# What a unit may spend in a month and what it did spend, in whole rupiah.
budget_month = Table(
    "budget_month",
    metadata,
    code("agency"),
    code("unit_id"),
    code("period"),
    text("ceiling"),
    text("realised"),
    text("note"),
    key("unit_id", "period"),
    Index(None, "agency", "period"),
    info={"noun": "budget"},
)

level_basis = Table(
    "level_basis",
    metadata,
    code("agency"),
    code("unit_id"),
    code("period"),
    maybe("derived"),
    maybe("percent"),
    number("missing"),
    text("reason"),
    text("packs"),
    key("unit_id", "period"),
    info={"noun": "levels"},
)

cascade_choice = Table(
    "cascade_choice",
    metadata,
    code("agency"),
    number("year"),
    code("parent"),
    text("method"),
    text("note"),
    later_text("roll_up"),
    key("year", "parent"),
    info={"noun": "cascade"},
)

cascade_link = Table(
    "cascade_link",
    metadata,
    code("agency"),
    code("link_id"),
    number("year"),
    number("place"),
    code("parent"),
    code("child"),
    maybe("person_id"),
    maybe("host_unit_id"),
    text("text"),
    text("part"),
    maybe("share"),
    text("note"),
    key("link_id"),
    Index(None, "agency", "year"),
    Index(None, "agency", "parent"),
    info={"noun": "cascade"},
)

cascade_placeholder = Table(
    "cascade_placeholder",
    metadata,
    code("agency"),
    code("placeholder_id"),
    number("year"),
    code("unit_id"),
    maybe("owner_id"),
    text("text"),
    key("placeholder_id"),
    Index(None, "agency", "year"),
    info={"noun": "cascade"},
)

work_team = Table(
    "work_team",
    metadata,
    code("agency"),
    code("team_id"),
    code("unit_id"),
    number("year"),
    text("name"),
    code("lead_id"),
    key("team_id"),
    Index(None, "agency", "year"),
    info={"noun": "cascade"},
)

team_assignment = Table(
    "team_assignment",
    metadata,
    code("agency"),
    code("assignment_id"),
    number("year"),
    code("person_id"),
    code("host_unit_id"),
    maybe("team_id"),
    maybe("home_unit_id"),
    text("mode"),
    maybe("assigned_by_id"),
    maybe("starts"),
    maybe("consent_on"),
    key("assignment_id"),
    Index(None, "agency", "year"),
    info={"noun": "cascade"},
)

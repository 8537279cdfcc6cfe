"""What is told of records that stay at home: steps of absence, counts of sanctions, means of surveys by department."""

from __future__ import annotations

from sqlalchemy import Column, Integer, Table

from meritdesk.store.tables.columns import code, key, metadata, number, text

absence_step = Table(
    "absence_step",
    metadata,
    code("agency"),
    code("person_id"),
    number("year"),
    number("days"),
    number("longest_run"),
    code("level"),
    text("sanction"),
    Column("days_left", Integer, nullable=True),
    text("until"),
    key("person_id", "year"),
    info={"noun": "timekeeping"},
)

sanction_count = Table(
    "sanction_count",
    metadata,
    code("agency"),
    number("year"),
    code("level"),
    number("entries"),
    key("year", "level"),
    info={"noun": "discipline"},
)

survey_figure = Table(
    "survey_figure",
    metadata,
    code("agency"),
    code("round_id"),
    code("unit_id"),
    code("item_id"),
    code("kind"),
    text("name"),
    number("year"),
    code("item_group"),
    text("item_text"),
    number("answers"),
    text("mean"),
    key("round_id", "unit_id", "item_id"),
    info={"noun": "surveys"},
)

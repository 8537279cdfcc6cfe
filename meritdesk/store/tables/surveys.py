"""360 views and culture pulses: rounds, who is asked, and sheets that no row joins to who filled them in."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Index, Integer, Table

from meritdesk.store.tables.columns import code, key, maybe, metadata, text

survey_round = Table(
    "survey_round",
    metadata,
    code("agency"),
    code("round_id"),
    code("kind"),
    text("name"),
    Column("year", Integer, nullable=False),
    text("opened_on"),
    Column("peers", Integer, nullable=False),
    Column("subordinates", Integer, nullable=False),
    Column("minimum", Integer, nullable=False),
    Column("is_double", Boolean, nullable=False),
    code("state"),
    maybe("closed_on"),
    code("pack_id"),
    key("round_id"),
    info={"noun": "surveys"},
)

survey_ask = Table(
    "survey_ask",
    metadata,
    code("agency"),
    code("round_id"),
    code("subject_id"),
    code("rater_id"),
    code("voice"),
    key("round_id", "subject_id", "rater_id"),
    Index(None, "agency", "round_id", "rater_id"),
    info={"noun": "surveys"},
)

survey_sheet = Table(
    "survey_sheet",
    metadata,
    code("agency"),
    code("round_id"),
    code("code"),
    code("subject_id"),
    code("voice"),
    text("first"),
    text("second"),
    text("remark"),
    key("round_id", "code"),
    Index(None, "agency", "round_id", "subject_id"),
    info={"noun": "surveys"},
)

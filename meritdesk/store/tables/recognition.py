"""The Employee of the Month with his shortlist, negative habits, and credit points that people brought along.

Habits are confidential like sanctions: nothing that exports or packs reads them.
"""

from __future__ import annotations

from sqlalchemy import Index, Table

from meritdesk.store.tables.columns import belongs_to, code, flag, key, maybe, metadata, number, text

award = Table(
    "award",
    metadata,
    code("agency"),
    code("award_id"),
    code("period"),
    text("unit_id"),
    text("suggested_id"),
    code("person_id"),
    text("points"),
    text("reason"),
    text("chosen_on"),
    text("chosen_by"),
    code("pack_id"),
    text("pack_digest"),
    text("facts_digest"),
    number("looked_at"),
    maybe("withdrawn_on"),
    text("why_withdrawn"),
    key("award_id"),
    Index(None, "agency", "period"),
    info={"noun": "recognition"},
)

award_line = Table(
    "award_line",
    metadata,
    code("agency"),
    code("award_id"),
    code("person_id"),
    number("place"),
    text("nip"),
    text("name"),
    text("total"),
    flag("is_tied"),
    key("award_id", "person_id"),
    belongs_to("award_id", "award", "award_id"),
    info={"noun": "recognition"},
)

habit = Table(
    "habit",
    metadata,
    code("agency"),
    code("habit_id"),
    code("person_id"),
    code("kind"),
    text("seen_on"),
    number("times"),
    code("source"),
    text("words"),
    text("author"),
    maybe("talk_on"),
    text("talk_by"),
    text("talk_words"),
    maybe("due_on"),
    code("outcome"),
    maybe("closed_on"),
    text("outcome_words"),
    text("readers"),
    key("habit_id"),
    Index(None, "agency", "person_id"),
    info={"noun": "habits"},
)

credit_item = Table(
    "credit_item",
    metadata,
    code("agency"),
    code("person_id"),
    code("kind"),
    code("starts"),
    code("ends"),
    text("points"),
    text("document"),
    maybe("dated"),
    text("tier"),
    key("person_id", "kind", "starts", "ends"),
    belongs_to("person_id", "person", "person_id"),
    info={"noun": "credit"},
)

"""The tables of the register: units, people, and who rates whom."""

from __future__ import annotations

from sqlalchemy import Index, Table

from meritdesk.store.tables.columns import belongs_to, code, derived, flag, key, maybe, metadata, number, text

org_unit = Table(
    "org_unit",
    metadata,
    code("agency"),
    code("unit_id"),
    text("name"),
    text("source_id"),
    maybe("parent_id"),
    text("head_title"),
    text("echelon"),
    maybe("head_id"),
    text("head_source_id"),
    text("acting_source_id"),
    flag("is_autonomous"),
    number("sort_order"),
    key("unit_id"),
    info={"found_by": "unit_id", "noun": "units"},
)

person = Table(
    "person",
    metadata,
    code("agency"),
    code("person_id"),
    text("nip"),
    text("name"),
    text("source_id"),
    text("front_title"),
    text("back_title"),
    maybe("sex"),
    maybe("birth_date"),
    text("employment"),
    text("legal_status"),
    text("grade"),
    maybe("grade_since"),
    text("position_kind"),
    text("position_title"),
    maybe("position_since"),
    text("echelon"),
    text("education"),
    maybe("unit_id"),
    derived("sort_name"),
    derived("search_text"),
    key("person_id"),
    Index(None, "agency", "nip"),
    Index(None, "agency", "sort_name"),
    Index(None, "agency", "unit_id"),
    info={"found_by": "person_id", "noun": "people"},
)

reporting_line = Table(
    "reporting_line",
    metadata,
    code("agency"),
    code("person_id"),
    maybe("rater_id"),
    maybe("superior_id"),
    maybe("led_unit_id"),
    text("basis"),
    text("problem"),
    key("person_id"),
    belongs_to("person_id", "person", "person_id"),
    Index(None, "agency", "rater_id"),
    info={"found_by": "person_id", "noun": "reporting"},
)

history_entry = Table(
    "history_entry",
    metadata,
    code("agency"),
    code("entry_id"),
    code("person_id"),
    code("kind"),
    maybe("since"),
    maybe("until"),
    maybe("unit_id"),
    maybe("position_kind"),
    text("position_title"),
    text("echelon"),
    text("grade"),
    maybe("status"),
    maybe("other_id"),
    flag("may_rate"),
    maybe("cause"),
    text("note"),
    flag("is_estimated"),
    key("entry_id"),
    belongs_to("person_id", "person", "person_id"),
    Index(None, "agency", "person_id"),
    info={"noun": "history"},
)

distinct_people = Table(
    "distinct_people",
    metadata,
    code("agency"),
    code("one_id"),
    code("other_id"),
    text("decided_by"),
    text("reason"),
    text("decided_on"),
    key("one_id", "other_id"),
    info={"noun": "people"},
)

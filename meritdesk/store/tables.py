"""The tables of the store. Every key begins with the agency, since one schema serves the agency and the region.

Exact things stay exact: decimals, dates and times are canonical text, a NIP is text. A column marked ``derived`` is
worked out from the others of its row and does not stand in the journal.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
)

SCHEMA_NUMBER = 1
"""The number of the newest migration; it stands in the file, so that an older program recognises a newer store."""

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)


def _text(name: str) -> Column[Any]:
    return Column(name, Text, nullable=False)


def _maybe(name: str) -> Column[Any]:
    return Column(name, Text, nullable=True)


def _code(name: str) -> Column[Any]:
    return Column(name, String(64), nullable=False)


def _number(name: str) -> Column[Any]:
    return Column(name, Integer, nullable=False)


def _flag(name: str) -> Column[Any]:
    return Column(name, Boolean, nullable=False)


def _derived(name: str) -> Column[Any]:
    return Column(name, Text, nullable=False, info={"derived": True})


def _key(*names: str) -> PrimaryKeyConstraint:
    return PrimaryKeyConstraint("agency", *names)


def _belongs_to(column: str, parent: str, parent_column: str) -> ForeignKeyConstraint:
    """A row that cannot stand without its parent; judged at the end of the transaction, so order does not matter."""
    return ForeignKeyConstraint(
        ["agency", column], [f"{parent}.agency", f"{parent}.{parent_column}"], deferrable=True, initially="DEFERRED"
    )


org_unit = Table(
    "org_unit",
    metadata,
    _code("agency"),
    _code("unit_id"),
    _text("name"),
    _text("source_id"),
    _maybe("parent_id"),
    _text("head_title"),
    _text("echelon"),
    _maybe("head_id"),
    _text("head_source_id"),
    _text("acting_source_id"),
    _flag("is_autonomous"),
    _number("sort_order"),
    _key("unit_id"),
    info={"noun": "units"},
)

person = Table(
    "person",
    metadata,
    _code("agency"),
    _code("person_id"),
    _text("nip"),
    _text("name"),
    _text("source_id"),
    _text("front_title"),
    _text("back_title"),
    _maybe("sex"),
    _maybe("birth_date"),
    _text("employment"),
    _text("legal_status"),
    _text("grade"),
    _maybe("grade_since"),
    _text("position_kind"),
    _text("position_title"),
    _maybe("position_since"),
    _text("echelon"),
    _text("education"),
    _maybe("unit_id"),
    _derived("sort_name"),
    _derived("search_text"),
    _key("person_id"),
    Index(None, "agency", "nip"),
    Index(None, "agency", "sort_name"),
    Index(None, "agency", "unit_id"),
    info={"noun": "people"},
)

reporting_line = Table(
    "reporting_line",
    metadata,
    _code("agency"),
    _code("person_id"),
    _maybe("rater_id"),
    _maybe("superior_id"),
    _maybe("led_unit_id"),
    _text("basis"),
    _text("problem"),
    _key("person_id"),
    _belongs_to("person_id", "person", "person_id"),
    Index(None, "agency", "rater_id"),
    info={"noun": "reporting"},
)

plan = Table(
    "plan",
    metadata,
    _code("agency"),
    _code("plan_id"),
    _code("person_id"),
    _number("year"),
    _text("approach"),
    _text("job_class"),
    _text("starts"),
    _text("ends"),
    _text("state"),
    _maybe("fixed_on"),
    _number("version"),
    _key("plan_id"),
    _belongs_to("person_id", "person", "person_id"),
    Index(None, "agency", "year", "person_id"),
    Index(None, "agency", "person_id"),
    info={"noun": "plans"},
)

work_result = Table(
    "work_result",
    metadata,
    _code("agency"),
    _code("result_id"),
    _code("plan_id"),
    _number("place"),
    _number("number"),
    _text("kind"),
    _text("text"),
    _text("parent_text"),
    _text("assigned_by"),
    _key("result_id"),
    _belongs_to("plan_id", "plan", "plan_id"),
    Index(None, "agency", "plan_id"),
    info={"noun": "plans"},
)

indicator = Table(
    "indicator",
    metadata,
    _code("agency"),
    _code("indicator_id"),
    _code("result_id"),
    _code("plan_id"),
    _number("place"),
    _text("text"),
    _maybe("aspect"),
    _maybe("perspective"),
    _text("target_text"),
    _maybe("target_low"),
    _maybe("target_high"),
    _text("target_unit"),
    _text("direction"),
    _key("indicator_id"),
    _belongs_to("result_id", "work_result", "result_id"),
    Index(None, "agency", "plan_id"),
    Index(None, "agency", "result_id"),
    info={"noun": "plans"},
)

plan_note = Table(
    "plan_note",
    metadata,
    _code("agency"),
    _code("plan_id"),
    _code("section"),
    _number("place"),
    _text("text"),
    _key("plan_id", "section", "place"),
    _belongs_to("plan_id", "plan", "plan_id"),
    info={"noun": "plans"},
)

actual = Table(
    "actual",
    metadata,
    _code("agency"),
    _code("indicator_id"),
    _code("period"),
    _text("text"),
    _maybe("value"),
    _text("feedback"),
    _maybe("override"),
    _text("override_reason"),
    _key("indicator_id", "period"),
    Index(None, "agency", "period"),
    info={"noun": "actuals"},
)

organisation_level = Table(
    "organisation_level",
    metadata,
    _code("agency"),
    _code("unit_id"),
    _code("period"),
    _text("level"),
    _text("source"),
    _maybe("published_on"),
    _key("unit_id", "period"),
    info={"noun": "levels"},
)

evaluation = Table(
    "evaluation",
    metadata,
    _code("agency"),
    _code("evaluation_id"),
    _code("person_id"),
    _code("period"),
    _maybe("result_rating"),
    _maybe("behaviour_rating"),
    _text("reason"),
    _text("note"),
    _text("state"),
    _maybe("rater_id"),
    _maybe("superior_id"),
    _maybe("led_unit_id"),
    _maybe("org_level"),
    _maybe("suggested"),
    _maybe("predicate"),
    _text("explanation"),
    _text("packs"),
    _text("parties"),
    _maybe("closed_on"),
    _number("version"),
    _text("digest"),
    _text("row_sha256"),
    _key("evaluation_id"),
    _belongs_to("person_id", "person", "person_id"),
    Index(None, "agency", "period", "person_id"),
    Index(None, "agency", "person_id"),
    info={"noun": "evaluations"},
)

behaviour_feedback = Table(
    "behaviour_feedback",
    metadata,
    _code("agency"),
    _code("evaluation_id"),
    _code("value"),
    _text("text"),
    _key("evaluation_id", "value"),
    _belongs_to("evaluation_id", "evaluation", "evaluation_id"),
    info={"noun": "evaluations"},
)

document = Table(
    "document",
    metadata,
    _code("agency"),
    _code("document_id"),
    _code("number"),
    _code("form"),
    _code("person_id"),
    _code("period"),
    _code("record_id"),
    _number("record_version"),
    _text("record_digest"),
    _number("copy"),
    _text("printed_at"),
    _text("file_name"),
    _code("file_digest"),
    _number("first_page"),
    _number("pages"),
    _key("document_id"),
    Index(None, "agency", "form", "period", "person_id"),
    Index(None, "agency", "file_digest"),
    Index(None, "agency", "number"),
    Index(None, "agency", "record_id"),
    info={"noun": "documents"},
)

outgoing = Table(
    "outgoing",
    metadata,
    _code("agency"),
    _code("package_id"),
    _text("file_name"),
    _text("kind"),
    _code("period"),
    _code("epoch"),
    _number("sequence"),
    _text("payload_digest"),
    _text("packed_at"),
    _text("state"),
    _text("receipt_number"),
    _text("content_digest"),
    _text("counts"),
    _maybe("receipt"),
    _number("change_set_number"),
    _key("package_id"),
    UniqueConstraint("agency", "epoch", "sequence"),
    UniqueConstraint("agency", "payload_digest"),
    info={"noun": "ledger", "of_store": True},
)

outgoing_data = Table(
    "outgoing_data",
    metadata,
    _code("agency"),
    _code("package_id"),
    Column("data", LargeBinary, nullable=False),
    _key("package_id"),
    _belongs_to("package_id", "outgoing", "package_id"),
)

# ``slot`` and ``payload`` are empty for packages that were refused or forked: those do not take a place in the stream.
incoming = Table(
    "incoming",
    metadata,
    _code("agency"),
    _number("entry"),
    _text("sender"),
    _text("sender_name"),
    _text("kind"),
    _code("period"),
    _code("epoch"),
    _number("sequence"),
    _text("payload_digest"),
    _text("previous"),
    _code("code"),
    _code("receipt_number"),
    _text("received_at"),
    _text("counts"),
    _text("receipt"),
    _maybe("slot"),
    _maybe("payload"),
    _key("entry"),
    UniqueConstraint("agency", "sender", "slot"),
    UniqueConstraint("agency", "sender", "payload"),
    UniqueConstraint("agency", "receipt_number"),
    info={"noun": "ledger", "of_store": True},
)

key_card = Table(
    "key_card",
    metadata,
    _code("agency"),
    _code("agency_code"),
    _code("device"),
    _text("agency_name"),
    _flag("is_region"),
    _text("minisign_key"),
    _text("age_recipient"),
    _key("agency_code", "device"),
    info={"noun": "ledger", "of_store": True},
)

setting = Table(
    "setting",
    metadata,
    _code("agency"),
    _code("name"),
    _text("value"),
    _key("name"),
    info={"noun": "settings"},
)

counter = Table(
    "counter",
    metadata,
    _code("agency"),
    _code("name"),
    _number("year"),
    _number("next_number"),
    _key("name", "year"),
)

store_fact = Table("store_fact", metadata, _code("agency"), _code("name"), _text("value"), _key("name"))

# ``agency`` owns the journal; ``about`` is the agency whose rows were changed (differs only at the region).
change_set = Table(
    "change_set",
    metadata,
    _code("agency"),
    _number("number"),
    _code("change_set_id"),
    _code("about"),
    _text("at"),
    _text("actor"),
    _text("role"),
    _text("device"),
    _text("verb"),
    _text("reason"),
    _text("origin"),
    _text("undoes"),
    _number("rows"),
    _code("previous"),
    _code("digest"),
    _key("number"),
    UniqueConstraint("agency", "change_set_id"),
)

row_change = Table(
    "row_change",
    metadata,
    _code("agency"),
    _number("number"),
    _number("place"),
    _code("table_name"),
    _text("row_key"),
    _code("kind"),
    _text("fields"),
    _key("number", "place"),
    _belongs_to("number", "change_set", "number"),
)

"""The first store: register, plans, evaluations, documents, ledger and journal."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "actual",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("indicator_id", sa.String(length=64), nullable=False),
        sa.Column("period", sa.String(length=64), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("feedback", sa.Text(), nullable=False),
        sa.Column("override", sa.Text(), nullable=True),
        sa.Column("override_reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "indicator_id", "period", name=op.f("pk_actual")),
    )
    op.create_index(op.f("ix_actual_agency_period"), "actual", ["agency", "period"], unique=False)
    op.create_table(
        "change_set",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("change_set_id", sa.String(length=64), nullable=False),
        sa.Column("about", sa.String(length=64), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("device", sa.Text(), nullable=False),
        sa.Column("verb", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("origin", sa.Text(), nullable=False),
        sa.Column("undoes", sa.Text(), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("previous", sa.String(length=64), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("agency", "number", name=op.f("pk_change_set")),
        sa.UniqueConstraint("agency", "change_set_id", name=op.f("uq_change_set_agency_change_set_id")),
    )
    op.create_table(
        "counter",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("next_number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "name", "year", name=op.f("pk_counter")),
    )
    op.create_table(
        "document",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("document_id", sa.String(length=64), nullable=False),
        sa.Column("number", sa.String(length=64), nullable=False),
        sa.Column("form", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("period", sa.String(length=64), nullable=False),
        sa.Column("record_id", sa.String(length=64), nullable=False),
        sa.Column("record_version", sa.Integer(), nullable=False),
        sa.Column("record_digest", sa.Text(), nullable=False),
        sa.Column("copy", sa.Integer(), nullable=False),
        sa.Column("printed_at", sa.Text(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("file_digest", sa.String(length=64), nullable=False),
        sa.Column("first_page", sa.Integer(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "document_id", name=op.f("pk_document")),
    )
    op.create_index(op.f("ix_document_agency_file_digest"), "document", ["agency", "file_digest"], unique=False)
    op.create_index(
        op.f("ix_document_agency_form_period_person_id"),
        "document",
        ["agency", "form", "period", "person_id"],
        unique=False,
    )
    op.create_index(op.f("ix_document_agency_number"), "document", ["agency", "number"], unique=False)
    op.create_index(op.f("ix_document_agency_record_id"), "document", ["agency", "record_id"], unique=False)
    op.create_table(
        "incoming",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("sender", sa.Text(), nullable=False),
        sa.Column("sender_name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("period", sa.String(length=64), nullable=False),
        sa.Column("epoch", sa.String(length=64), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("payload_digest", sa.Text(), nullable=False),
        sa.Column("previous", sa.Text(), nullable=False),
        sa.Column("code", sa.String(length=64), nullable=False),
        sa.Column("receipt_number", sa.String(length=64), nullable=False),
        sa.Column("received_at", sa.Text(), nullable=False),
        sa.Column("counts", sa.Text(), nullable=False),
        sa.Column("receipt", sa.Text(), nullable=False),
        sa.Column("slot", sa.Text(), nullable=True),
        sa.Column("payload", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("agency", "entry", name=op.f("pk_incoming")),
        sa.UniqueConstraint("agency", "receipt_number", name=op.f("uq_incoming_agency_receipt_number")),
        sa.UniqueConstraint("agency", "sender", "payload", name=op.f("uq_incoming_agency_sender_payload")),
        sa.UniqueConstraint("agency", "sender", "slot", name=op.f("uq_incoming_agency_sender_slot")),
    )
    op.create_table(
        "key_card",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("agency_code", sa.String(length=64), nullable=False),
        sa.Column("device", sa.String(length=64), nullable=False),
        sa.Column("agency_name", sa.Text(), nullable=False),
        sa.Column("is_region", sa.Boolean(), nullable=False),
        sa.Column("minisign_key", sa.Text(), nullable=False),
        sa.Column("age_recipient", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "agency_code", "device", name=op.f("pk_key_card")),
    )
    op.create_table(
        "org_unit",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("unit_id", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("source_id", sa.Text(), nullable=False),
        sa.Column("parent_id", sa.Text(), nullable=True),
        sa.Column("head_title", sa.Text(), nullable=False),
        sa.Column("echelon", sa.Text(), nullable=False),
        sa.Column("head_id", sa.Text(), nullable=True),
        sa.Column("head_source_id", sa.Text(), nullable=False),
        sa.Column("acting_source_id", sa.Text(), nullable=False),
        sa.Column("is_autonomous", sa.Boolean(), nullable=False),
        sa.Column("sort_order", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "unit_id", name=op.f("pk_org_unit")),
    )
    op.create_table(
        "organisation_level",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("unit_id", sa.String(length=64), nullable=False),
        sa.Column("period", sa.String(length=64), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("published_on", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("agency", "unit_id", "period", name=op.f("pk_organisation_level")),
    )
    op.create_table(
        "outgoing",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("package_id", sa.String(length=64), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("period", sa.String(length=64), nullable=False),
        sa.Column("epoch", sa.String(length=64), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("payload_digest", sa.Text(), nullable=False),
        sa.Column("packed_at", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("receipt_number", sa.Text(), nullable=False),
        sa.Column("content_digest", sa.Text(), nullable=False),
        sa.Column("counts", sa.Text(), nullable=False),
        sa.Column("receipt", sa.Text(), nullable=True),
        sa.Column("change_set_number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "package_id", name=op.f("pk_outgoing")),
        sa.UniqueConstraint("agency", "epoch", "sequence", name=op.f("uq_outgoing_agency_epoch_sequence")),
        sa.UniqueConstraint("agency", "payload_digest", name=op.f("uq_outgoing_agency_payload_digest")),
    )
    op.create_table(
        "person",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("nip", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("source_id", sa.Text(), nullable=False),
        sa.Column("front_title", sa.Text(), nullable=False),
        sa.Column("back_title", sa.Text(), nullable=False),
        sa.Column("sex", sa.Text(), nullable=True),
        sa.Column("birth_date", sa.Text(), nullable=True),
        sa.Column("employment", sa.Text(), nullable=False),
        sa.Column("legal_status", sa.Text(), nullable=False),
        sa.Column("grade", sa.Text(), nullable=False),
        sa.Column("grade_since", sa.Text(), nullable=True),
        sa.Column("position_kind", sa.Text(), nullable=False),
        sa.Column("position_title", sa.Text(), nullable=False),
        sa.Column("position_since", sa.Text(), nullable=True),
        sa.Column("echelon", sa.Text(), nullable=False),
        sa.Column("education", sa.Text(), nullable=False),
        sa.Column("unit_id", sa.Text(), nullable=True),
        sa.Column("sort_name", sa.Text(), nullable=False),
        sa.Column("search_text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "person_id", name=op.f("pk_person")),
    )
    op.create_index(op.f("ix_person_agency_nip"), "person", ["agency", "nip"], unique=False)
    op.create_index(op.f("ix_person_agency_sort_name"), "person", ["agency", "sort_name"], unique=False)
    op.create_index(op.f("ix_person_agency_unit_id"), "person", ["agency", "unit_id"], unique=False)
    op.create_table(
        "setting",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "name", name=op.f("pk_setting")),
    )
    op.create_table(
        "store_fact",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "name", name=op.f("pk_store_fact")),
    )
    op.create_table(
        "evaluation",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("evaluation_id", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("period", sa.String(length=64), nullable=False),
        sa.Column("result_rating", sa.Text(), nullable=True),
        sa.Column("behaviour_rating", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("rater_id", sa.Text(), nullable=True),
        sa.Column("superior_id", sa.Text(), nullable=True),
        sa.Column("led_unit_id", sa.Text(), nullable=True),
        sa.Column("org_level", sa.Text(), nullable=True),
        sa.Column("suggested", sa.Text(), nullable=True),
        sa.Column("predicate", sa.Text(), nullable=True),
        sa.Column("explanation", sa.Text(), nullable=False),
        sa.Column("packs", sa.Text(), nullable=False),
        sa.Column("parties", sa.Text(), nullable=False),
        sa.Column("closed_on", sa.Text(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("row_sha256", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency", "person_id"],
            ["person.agency", "person.person_id"],
            name=op.f("fk_evaluation_person"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("agency", "evaluation_id", name=op.f("pk_evaluation")),
    )
    op.create_index(
        op.f("ix_evaluation_agency_period_person_id"), "evaluation", ["agency", "period", "person_id"], unique=False
    )
    op.create_index(op.f("ix_evaluation_agency_person_id"), "evaluation", ["agency", "person_id"], unique=False)
    op.create_table(
        "outgoing_data",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("package_id", sa.String(length=64), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency", "package_id"],
            ["outgoing.agency", "outgoing.package_id"],
            name=op.f("fk_outgoing_data_outgoing"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("agency", "package_id", name=op.f("pk_outgoing_data")),
    )
    op.create_table(
        "plan",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("plan_id", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("approach", sa.Text(), nullable=False),
        sa.Column("job_class", sa.Text(), nullable=False),
        sa.Column("starts", sa.Text(), nullable=False),
        sa.Column("ends", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("fixed_on", sa.Text(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency", "person_id"],
            ["person.agency", "person.person_id"],
            name=op.f("fk_plan_person"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("agency", "plan_id", name=op.f("pk_plan")),
    )
    op.create_index(op.f("ix_plan_agency_person_id"), "plan", ["agency", "person_id"], unique=False)
    op.create_index(op.f("ix_plan_agency_year_person_id"), "plan", ["agency", "year", "person_id"], unique=False)
    op.create_table(
        "reporting_line",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("rater_id", sa.Text(), nullable=True),
        sa.Column("superior_id", sa.Text(), nullable=True),
        sa.Column("led_unit_id", sa.Text(), nullable=True),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("problem", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency", "person_id"],
            ["person.agency", "person.person_id"],
            name=op.f("fk_reporting_line_person"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("agency", "person_id", name=op.f("pk_reporting_line")),
    )
    op.create_index(op.f("ix_reporting_line_agency_rater_id"), "reporting_line", ["agency", "rater_id"], unique=False)
    op.create_table(
        "row_change",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("table_name", sa.String(length=64), nullable=False),
        sa.Column("row_key", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("fields", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency", "number"],
            ["change_set.agency", "change_set.number"],
            name=op.f("fk_row_change_change_set"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("agency", "number", "place", name=op.f("pk_row_change")),
    )
    op.create_table(
        "behaviour_feedback",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("evaluation_id", sa.String(length=64), nullable=False),
        sa.Column("value", sa.String(length=64), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency", "evaluation_id"],
            ["evaluation.agency", "evaluation.evaluation_id"],
            name=op.f("fk_behaviour_feedback_evaluation"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("agency", "evaluation_id", "value", name=op.f("pk_behaviour_feedback")),
    )
    op.create_table(
        "plan_note",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("plan_id", sa.String(length=64), nullable=False),
        sa.Column("section", sa.String(length=64), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency", "plan_id"],
            ["plan.agency", "plan.plan_id"],
            name=op.f("fk_plan_note_plan"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("agency", "plan_id", "section", "place", name=op.f("pk_plan_note")),
    )
    op.create_table(
        "work_result",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("result_id", sa.String(length=64), nullable=False),
        sa.Column("plan_id", sa.String(length=64), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("parent_text", sa.Text(), nullable=False),
        sa.Column("assigned_by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency", "plan_id"],
            ["plan.agency", "plan.plan_id"],
            name=op.f("fk_work_result_plan"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("agency", "result_id", name=op.f("pk_work_result")),
    )
    op.create_index(op.f("ix_work_result_agency_plan_id"), "work_result", ["agency", "plan_id"], unique=False)
    op.create_table(
        "indicator",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("indicator_id", sa.String(length=64), nullable=False),
        sa.Column("result_id", sa.String(length=64), nullable=False),
        sa.Column("plan_id", sa.String(length=64), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("aspect", sa.Text(), nullable=True),
        sa.Column("perspective", sa.Text(), nullable=True),
        sa.Column("target_text", sa.Text(), nullable=False),
        sa.Column("target_low", sa.Text(), nullable=True),
        sa.Column("target_high", sa.Text(), nullable=True),
        sa.Column("target_unit", sa.Text(), nullable=False),
        sa.Column("direction", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency", "result_id"],
            ["work_result.agency", "work_result.result_id"],
            name=op.f("fk_indicator_work_result"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("agency", "indicator_id", name=op.f("pk_indicator")),
    )
    op.create_index(op.f("ix_indicator_agency_plan_id"), "indicator", ["agency", "plan_id"], unique=False)
    op.create_index(op.f("ix_indicator_agency_result_id"), "indicator", ["agency", "result_id"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_indicator_agency_result_id"), table_name="indicator")
    op.drop_index(op.f("ix_indicator_agency_plan_id"), table_name="indicator")
    op.drop_table("indicator")
    op.drop_index(op.f("ix_work_result_agency_plan_id"), table_name="work_result")
    op.drop_table("work_result")
    op.drop_table("plan_note")
    op.drop_table("behaviour_feedback")
    op.drop_table("row_change")
    op.drop_index(op.f("ix_reporting_line_agency_rater_id"), table_name="reporting_line")
    op.drop_table("reporting_line")
    op.drop_index(op.f("ix_plan_agency_year_person_id"), table_name="plan")
    op.drop_index(op.f("ix_plan_agency_person_id"), table_name="plan")
    op.drop_table("plan")
    op.drop_table("outgoing_data")
    op.drop_index(op.f("ix_evaluation_agency_person_id"), table_name="evaluation")
    op.drop_index(op.f("ix_evaluation_agency_period_person_id"), table_name="evaluation")
    op.drop_table("evaluation")
    op.drop_table("store_fact")
    op.drop_table("setting")
    op.drop_index(op.f("ix_person_agency_unit_id"), table_name="person")
    op.drop_index(op.f("ix_person_agency_sort_name"), table_name="person")
    op.drop_index(op.f("ix_person_agency_nip"), table_name="person")
    op.drop_table("person")
    op.drop_table("outgoing")
    op.drop_table("organisation_level")
    op.drop_table("org_unit")
    op.drop_table("key_card")
    op.drop_table("incoming")
    op.drop_index(op.f("ix_document_agency_record_id"), table_name="document")
    op.drop_index(op.f("ix_document_agency_number"), table_name="document")
    op.drop_index(op.f("ix_document_agency_form_period_person_id"), table_name="document")
    op.drop_index(op.f("ix_document_agency_file_digest"), table_name="document")
    op.drop_table("document")
    op.drop_table("counter")
    op.drop_table("change_set")
    op.drop_index(op.f("ix_actual_agency_period"), table_name="actual")
    op.drop_table("actual")

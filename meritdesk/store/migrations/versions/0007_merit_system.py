"""The merit system around the appraisal: time, pay, conduct, talent, and people who move between agencies."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_table(
        "absence",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("absence_id", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("code", sa.String(length=64), nullable=False),
        sa.Column("first_day", sa.String(length=64), nullable=False),
        sa.Column("last_day", sa.String(length=64), nullable=False),
        sa.Column("letter", sa.Text(), nullable=False),
        sa.Column("letter_day", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "absence_id", name=op.f("pk_absence")),
    )
    with op.batch_alter_table("absence", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_absence_agency_first_day"), ["agency", "first_day"], unique=False)
        batch_op.create_index(batch_op.f("ix_absence_agency_person_id"), ["agency", "person_id"], unique=False)
    op.create_table(
        "absence_step",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("longest_run", sa.Integer(), nullable=False),
        sa.Column("level", sa.String(length=64), nullable=False),
        sa.Column("sanction", sa.Text(), nullable=False),
        sa.Column("days_left", sa.Integer(), nullable=True),
        sa.Column("until", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "person_id", "year", name=op.f("pk_absence_step")),
    )
    op.create_table(
        "activity_month",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("period", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("entries", sa.Text(), nullable=False),
        sa.Column("counted", sa.Integer(), nullable=False),
        sa.Column("waiting", sa.Integer(), nullable=False),
        sa.Column("unproven", sa.Integer(), nullable=False),
        sa.Column("validated_minutes", sa.Integer(), nullable=False),
        sa.Column("refused_minutes", sa.Integer(), nullable=False),
        sa.Column("open_minutes", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "period", "person_id", name=op.f("pk_activity_month")),
    )
    with op.batch_alter_table("activity_month", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_activity_month_agency_person_id"), ["agency", "person_id"], unique=False)
    op.create_table(
        "attendance_month",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("period", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("days", sa.Text(), nullable=False),
        sa.Column("marked", sa.Integer(), nullable=False),
        sa.Column("coded", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "period", "person_id", name=op.f("pk_attendance_month")),
    )
    with op.batch_alter_table("attendance_month", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_attendance_month_agency_person_id"), ["agency", "person_id"], unique=False)
    op.create_table(
        "award",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("award_id", sa.String(length=64), nullable=False),
        sa.Column("period", sa.String(length=64), nullable=False),
        sa.Column("unit_id", sa.Text(), nullable=False),
        sa.Column("suggested_id", sa.Text(), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("points", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("chosen_on", sa.Text(), nullable=False),
        sa.Column("chosen_by", sa.Text(), nullable=False),
        sa.Column("pack_id", sa.String(length=64), nullable=False),
        sa.Column("pack_digest", sa.Text(), nullable=False),
        sa.Column("facts_digest", sa.Text(), nullable=False),
        sa.Column("looked_at", sa.Integer(), nullable=False),
        sa.Column("withdrawn_on", sa.Text(), nullable=True),
        sa.Column("why_withdrawn", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "award_id", name=op.f("pk_award")),
    )
    with op.batch_alter_table("award", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_award_agency_period"), ["agency", "period"], unique=False)
    op.create_table(
        "budget_month",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("unit_id", sa.String(length=64), nullable=False),
        sa.Column("period", sa.String(length=64), nullable=False),
        sa.Column("ceiling", sa.Text(), nullable=False),
        sa.Column("realised", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "unit_id", "period", name=op.f("pk_budget_month")),
    )
    with op.batch_alter_table("budget_month", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_budget_month_agency_period"), ["agency", "period"], unique=False)
    op.create_table(
        "foreign_record",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("table_name", sa.String(length=64), nullable=False),
        sa.Column("record_id", sa.Text(), nullable=False),
        sa.Column("agency_code", sa.String(length=64), nullable=False),
        sa.Column("agency_name", sa.Text(), nullable=False),
        sa.Column("transfer_id", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "table_name", "record_id", name=op.f("pk_foreign_record")),
    )
    with op.batch_alter_table("foreign_record", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_foreign_record_agency_record_id"), ["agency", "record_id"], unique=False)
    op.create_table(
        "habit",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("habit_id", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("seen_on", sa.Text(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(length=64), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("talk_on", sa.Text(), nullable=True),
        sa.Column("talk_by", sa.Text(), nullable=False),
        sa.Column("talk_words", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Text(), nullable=True),
        sa.Column("outcome", sa.String(length=64), nullable=False),
        sa.Column("closed_on", sa.Text(), nullable=True),
        sa.Column("outcome_words", sa.Text(), nullable=False),
        sa.Column("readers", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "habit_id", name=op.f("pk_habit")),
    )
    with op.batch_alter_table("habit", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_habit_agency_person_id"), ["agency", "person_id"], unique=False)
    op.create_table(
        "machine_id",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("number", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("seen_on", sa.Text(), nullable=True),
        sa.Column("seen_in", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "number", name=op.f("pk_machine_id")),
    )
    op.create_table(
        "merit_assessment",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("assessment_id", sa.String(length=64), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("pack_id", sa.String(length=64), nullable=False),
        sa.Column("pack_digest", sa.Text(), nullable=False),
        sa.Column("survey", sa.Text(), nullable=True),
        sa.Column("survey_source", sa.Text(), nullable=False),
        sa.Column("violations", sa.Integer(), nullable=False),
        sa.Column("index_value", sa.Text(), nullable=True),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("aspect_values", sa.Text(), nullable=False),
        sa.Column("figures", sa.Text(), nullable=False),
        sa.Column("fixed_on", sa.Text(), nullable=True),
        sa.Column("fixed_by", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "assessment_id", name=op.f("pk_merit_assessment")),
        sa.UniqueConstraint("agency", "year", "pack_id", name=op.f("uq_merit_assessment_agency_year_pack_id")),
    )
    op.create_table(
        "paid_month",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("period", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("gross", sa.Text(), nullable=False),
        sa.Column("taken", sa.Text(), nullable=False),
        sa.Column("net", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "period", "person_id", name=op.f("pk_paid_month")),
    )
    with op.batch_alter_table("paid_month", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_paid_month_agency_person_id"), ["agency", "person_id"], unique=False)
    op.create_table(
        "pay_amount",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("holder_kind", sa.String(length=64), nullable=False),
        sa.Column("holder", sa.Text(), nullable=False),
        sa.Column("valid_from", sa.Text(), nullable=False),
        sa.Column("post_class", sa.Text(), nullable=False),
        sa.Column("amounts", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "holder_kind", "holder", "valid_from", name=op.f("pk_pay_amount")),
    )
    op.create_table(
        "pay_input",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("period", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("subject", sa.String(length=64), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "period", "kind", "subject", name=op.f("pk_pay_input")),
    )
    op.create_table(
        "pay_recap",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("recap_id", sa.String(length=64), nullable=False),
        sa.Column("period", sa.String(length=64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("scheme", sa.String(length=64), nullable=False),
        sa.Column("pack_id", sa.Text(), nullable=False),
        sa.Column("pack_digest", sa.Text(), nullable=False),
        sa.Column("computed_at", sa.Text(), nullable=False),
        sa.Column("computed_by", sa.Text(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("gross", sa.Text(), nullable=False),
        sa.Column("net", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("locked_at", sa.Text(), nullable=True),
        sa.Column("locked_by", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "recap_id", name=op.f("pk_pay_recap")),
        sa.UniqueConstraint("agency", "period", "version", name=op.f("uq_pay_recap_agency_period_version")),
    )
    op.create_table(
        "pay_slip",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("recap_id", sa.String(length=64), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("nip", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("unit_id", sa.String(length=64), nullable=False),
        sa.Column("unit_name", sa.Text(), nullable=False),
        sa.Column("post", sa.Text(), nullable=False),
        sa.Column("grade", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=64), nullable=False),
        sa.Column("gross", sa.Text(), nullable=False),
        sa.Column("productivity", sa.Text(), nullable=False),
        sa.Column("discipline", sa.Text(), nullable=False),
        sa.Column("other", sa.Text(), nullable=False),
        sa.Column("net", sa.Text(), nullable=False),
        sa.Column("lines", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "recap_id", "place", name=op.f("pk_pay_slip")),
    )
    with op.batch_alter_table("pay_slip", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_pay_slip_agency_recap_id_person_id"), ["agency", "recap_id", "person_id"], unique=False
        )
    op.create_table(
        "roster_month",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("period", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("days", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "period", "person_id", name=op.f("pk_roster_month")),
    )
    with op.batch_alter_table("roster_month", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_roster_month_agency_person_id"), ["agency", "person_id"], unique=False)
    op.create_table(
        "rotation_case",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("case_id", sa.String(length=64), nullable=False),
        sa.Column("number", sa.String(length=64), nullable=False),
        sa.Column("unit_id", sa.String(length=64), nullable=False),
        sa.Column("post", sa.Text(), nullable=False),
        sa.Column("echelon", sa.String(length=64), nullable=False),
        sa.Column("opened_on", sa.String(length=64), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("list_id", sa.Text(), nullable=False),
        sa.Column("decided_on", sa.Text(), nullable=True),
        sa.Column("chosen_id", sa.Text(), nullable=False),
        sa.Column("decided_by", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("letter_number", sa.Text(), nullable=False),
        sa.Column("dropped_on", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("agency", "case_id", name=op.f("pk_rotation_case")),
        sa.UniqueConstraint("agency", "number", name=op.f("uq_rotation_case_agency_number")),
    )
    op.create_table(
        "sanction",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("sanction_id", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("letter_number", sa.Text(), nullable=False),
        sa.Column("decided_on", sa.Text(), nullable=False),
        sa.Column("starts", sa.Text(), nullable=False),
        sa.Column("ends", sa.Text(), nullable=True),
        sa.Column("decided_by", sa.Text(), nullable=False),
        sa.Column("article", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("appeal", sa.String(length=64), nullable=False),
        sa.Column("appealed_on", sa.Text(), nullable=True),
        sa.Column("appeal_words", sa.Text(), nullable=False),
        sa.Column("revoked_on", sa.Text(), nullable=True),
        sa.Column("revoking_letter", sa.Text(), nullable=False),
        sa.Column("why_revoked", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("readers", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "sanction_id", name=op.f("pk_sanction")),
    )
    with op.batch_alter_table("sanction", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sanction_agency_person_id"), ["agency", "person_id"], unique=False)
    op.create_table(
        "sanction_count",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("level", sa.String(length=64), nullable=False),
        sa.Column("entries", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "year", "level", name=op.f("pk_sanction_count")),
    )
    op.create_table(
        "shift_assignment",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("assignment_id", sa.String(length=64), nullable=False),
        sa.Column("scope", sa.String(length=64), nullable=False),
        sa.Column("subject_id", sa.Text(), nullable=False),
        sa.Column("shift", sa.String(length=64), nullable=False),
        sa.Column("first_day", sa.String(length=64), nullable=False),
        sa.Column("last_day", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("agency", "assignment_id", name=op.f("pk_shift_assignment")),
    )
    op.create_table(
        "standing_words",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("table_name", sa.String(length=64), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("records", sa.Integer(), nullable=False),
        sa.Column("totals", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "table_name", "year", name=op.f("pk_standing_words")),
    )
    op.create_table(
        "survey_ask",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("round_id", sa.String(length=64), nullable=False),
        sa.Column("subject_id", sa.String(length=64), nullable=False),
        sa.Column("rater_id", sa.String(length=64), nullable=False),
        sa.Column("voice", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("agency", "round_id", "subject_id", "rater_id", name=op.f("pk_survey_ask")),
    )
    with op.batch_alter_table("survey_ask", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_survey_ask_agency_round_id_rater_id"), ["agency", "round_id", "rater_id"], unique=False
        )
    op.create_table(
        "survey_figure",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("round_id", sa.String(length=64), nullable=False),
        sa.Column("unit_id", sa.String(length=64), nullable=False),
        sa.Column("item_id", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("item_group", sa.String(length=64), nullable=False),
        sa.Column("item_text", sa.Text(), nullable=False),
        sa.Column("answers", sa.Integer(), nullable=False),
        sa.Column("mean", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "round_id", "unit_id", "item_id", name=op.f("pk_survey_figure")),
    )
    op.create_table(
        "survey_round",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("round_id", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("opened_on", sa.Text(), nullable=False),
        sa.Column("peers", sa.Integer(), nullable=False),
        sa.Column("subordinates", sa.Integer(), nullable=False),
        sa.Column("minimum", sa.Integer(), nullable=False),
        sa.Column("is_double", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(length=64), nullable=False),
        sa.Column("closed_on", sa.Text(), nullable=True),
        sa.Column("pack_id", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("agency", "round_id", name=op.f("pk_survey_round")),
    )
    op.create_table(
        "survey_sheet",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("round_id", sa.String(length=64), nullable=False),
        sa.Column("code", sa.String(length=64), nullable=False),
        sa.Column("subject_id", sa.String(length=64), nullable=False),
        sa.Column("voice", sa.String(length=64), nullable=False),
        sa.Column("first", sa.Text(), nullable=False),
        sa.Column("second", sa.Text(), nullable=False),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "round_id", "code", name=op.f("pk_survey_sheet")),
    )
    with op.batch_alter_table("survey_sheet", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_survey_sheet_agency_round_id_subject_id"), ["agency", "round_id", "subject_id"], unique=False
        )
    op.create_table(
        "talent_list",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("list_id", sa.String(length=64), nullable=False),
        sa.Column("number", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("criteria", sa.Text(), nullable=False),
        sa.Column("packs", sa.Text(), nullable=False),
        sa.Column("looked_at", sa.Integer(), nullable=False),
        sa.Column("facts_digest", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("lines", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "list_id", name=op.f("pk_talent_list")),
        sa.UniqueConstraint("agency", "number", name=op.f("uq_talent_list_agency_number")),
    )
    op.create_table(
        "time_batch",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("batch_id", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("periods", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("entries", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("agency", "batch_id", name=op.f("pk_time_batch")),
    )
    op.create_table(
        "time_before",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("batch_id", sa.String(length=64), nullable=False),
        sa.Column("book", sa.String(length=64), nullable=False),
        sa.Column("period", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("after_digest", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("agency", "batch_id", "book", "period", "person_id", name=op.f("pk_time_before")),
    )
    op.create_table(
        "time_closing",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("period", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("closed_on", sa.Text(), nullable=False),
        sa.Column("closed_by", sa.Text(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("agency", "period", "kind", name=op.f("pk_time_closing")),
    )
    op.create_table(
        "work_shift",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("code", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("week", sa.Text(), nullable=False),
        sa.Column("works_on_holidays", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "code", name=op.f("pk_work_shift")),
    )
    op.create_table(
        "asn_index",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("qualification", sa.Text(), nullable=False),
        sa.Column("competence", sa.Text(), nullable=False),
        sa.Column("performance", sa.Text(), nullable=False),
        sa.Column("discipline", sa.Text(), nullable=False),
        sa.Column("total", sa.Text(), nullable=False),
        sa.Column("category", sa.String(length=64), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.Column("packs", sa.Text(), nullable=False),
        sa.Column("fixed_on", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency", "person_id"],
            ["person.agency", "person.person_id"],
            name=op.f("fk_asn_index_person"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("agency", "person_id", "year", name=op.f("pk_asn_index")),
    )
    with op.batch_alter_table("asn_index", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_asn_index_agency_year"), ["agency", "year"], unique=False)
    op.create_table(
        "award_line",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("award_id", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("nip", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("total", sa.Text(), nullable=False),
        sa.Column("is_tied", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency", "award_id"],
            ["award.agency", "award.award_id"],
            name=op.f("fk_award_line_award"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("agency", "award_id", "person_id", name=op.f("pk_award_line")),
    )
    op.create_table(
        "credit_item",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("starts", sa.String(length=64), nullable=False),
        sa.Column("ends", sa.String(length=64), nullable=False),
        sa.Column("points", sa.Text(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("dated", sa.Text(), nullable=True),
        sa.Column("tier", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency", "person_id"],
            ["person.agency", "person.person_id"],
            name=op.f("fk_credit_item_person"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("agency", "person_id", "kind", "starts", "ends", name=op.f("pk_credit_item")),
    )
    op.create_table(
        "guest_feedback",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("entry_id", sa.String(length=64), nullable=False),
        sa.Column("problem_id", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("given_on", sa.Text(), nullable=False),
        sa.Column("giver_role", sa.Text(), nullable=False),
        sa.Column("giver_name", sa.Text(), nullable=False),
        sa.Column("mark", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency", "problem_id"],
            ["problem.agency", "problem.problem_id"],
            name=op.f("fk_guest_feedback_problem"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("agency", "entry_id", name=op.f("pk_guest_feedback")),
    )
    with op.batch_alter_table("guest_feedback", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_guest_feedback_agency_problem_id"), ["agency", "problem_id"], unique=False)
    op.create_table(
        "merit_file",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("file_id", sa.String(length=64), nullable=False),
        sa.Column("assessment_id", sa.String(length=64), nullable=False),
        sa.Column("part_code", sa.String(length=64), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("added_on", sa.Text(), nullable=False),
        sa.Column("added_by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency", "assessment_id"],
            ["merit_assessment.agency", "merit_assessment.assessment_id"],
            name=op.f("fk_merit_file_merit_assessment"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("agency", "file_id", name=op.f("pk_merit_file")),
    )
    with op.batch_alter_table("merit_file", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_merit_file_agency_assessment_id"), ["agency", "assessment_id"], unique=False
        )
    op.create_table(
        "merit_level",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("assessment_id", sa.String(length=64), nullable=False),
        sa.Column("part_code", sa.String(length=64), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("action_by", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["agency", "assessment_id"],
            ["merit_assessment.agency", "merit_assessment.assessment_id"],
            name=op.f("fk_merit_level_merit_assessment"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("agency", "assessment_id", "part_code", name=op.f("pk_merit_level")),
    )
    op.create_table(
        "owed_answer",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("package_id", sa.String(length=64), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("folder", sa.Text(), nullable=False),
        sa.Column("medium", sa.Text(), nullable=False),
        sa.Column("beside", sa.Text(), nullable=False),
        sa.Column("beside_digest", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency", "package_id"],
            ["outgoing.agency", "outgoing.package_id"],
            name=op.f("fk_owed_answer_outgoing"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("agency", "package_id", name=op.f("pk_owed_answer")),
    )
    op.create_table(
        "potential_score",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("measured_on", sa.String(length=64), nullable=False),
        sa.Column("points", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency", "person_id"],
            ["person.agency", "person.person_id"],
            name=op.f("fk_potential_score_person"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("agency", "person_id", "kind", "measured_on", name=op.f("pk_potential_score")),
    )
    op.create_table(
        "talent_box",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("box", sa.Integer(), nullable=False),
        sa.Column("potential", sa.String(length=64), nullable=False),
        sa.Column("performance", sa.String(length=64), nullable=False),
        sa.Column("points", sa.Text(), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.Column("packs", sa.Text(), nullable=False),
        sa.Column("fixed_on", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency", "person_id"],
            ["person.agency", "person.person_id"],
            name=op.f("fk_talent_box_person"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("agency", "person_id", "year", name=op.f("pk_talent_box")),
    )
    with op.batch_alter_table("talent_box", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_talent_box_agency_year"), ["agency", "year"], unique=False)
    op.create_table(
        "team_abroad",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("problem_id", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("number", sa.String(length=64), nullable=False),
        sa.Column("host_code", sa.String(length=64), nullable=False),
        sa.Column("host_name", sa.Text(), nullable=False),
        sa.Column("host_unit", sa.Text(), nullable=False),
        sa.Column("lead_name", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("result", sa.Text(), nullable=False),
        sa.Column("letter_number", sa.Text(), nullable=False),
        sa.Column("letter_on", sa.Text(), nullable=True),
        sa.Column("due_on", sa.Text(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=False),
        sa.Column("starts", sa.Text(), nullable=True),
        sa.Column("duty", sa.Text(), nullable=False),
        sa.Column("solved_on", sa.Text(), nullable=True),
        sa.Column("consent_on", sa.Text(), nullable=True),
        sa.Column("result_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency", "person_id"],
            ["person.agency", "person.person_id"],
            name=op.f("fk_team_abroad_person"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("agency", "problem_id", "person_id", name=op.f("pk_team_abroad")),
    )
    with op.batch_alter_table("team_abroad", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_team_abroad_agency_person_id"), ["agency", "person_id"], unique=False)
    op.create_table(
        "training",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("training_id", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("held_on", sa.String(length=64), nullable=False),
        sa.Column("hours", sa.Integer(), nullable=False),
        sa.Column("certificate", sa.Text(), nullable=False),
        sa.Column("organiser", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency", "person_id"],
            ["person.agency", "person.person_id"],
            name=op.f("fk_training_person"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("agency", "training_id", name=op.f("pk_training")),
    )
    with op.batch_alter_table("training", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_training_agency_person_id"), ["agency", "person_id"], unique=False)
    op.create_table(
        "transfer",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("transfer_id", sa.String(length=64), nullable=False),
        sa.Column("way", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("nip", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("other_code", sa.String(length=64), nullable=False),
        sa.Column("other_name", sa.Text(), nullable=False),
        sa.Column("since", sa.Text(), nullable=False),
        sa.Column("letter", sa.Text(), nullable=False),
        sa.Column("letter_on", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("post", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("package_id", sa.Text(), nullable=False),
        sa.Column("noted_by", sa.Text(), nullable=False),
        sa.Column("noted_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency", "person_id"],
            ["person.agency", "person.person_id"],
            name=op.f("fk_transfer_person"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("agency", "transfer_id", name=op.f("pk_transfer")),
    )
    with op.batch_alter_table("transfer", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_transfer_agency_person_id"), ["agency", "person_id"], unique=False)
    with op.batch_alter_table("cascade_choice", schema=None) as batch_op:
        batch_op.add_column(sa.Column("roll_up", sa.Text(), server_default=sa.text("('')"), nullable=False))
    with op.batch_alter_table("feedback_entry", schema=None) as batch_op:
        batch_op.add_column(sa.Column("giver_role", sa.Text(), server_default=sa.text("('')"), nullable=False))
        batch_op.add_column(sa.Column("problem_id", sa.Text(), server_default=sa.text("('')"), nullable=False))
    with op.batch_alter_table("problem", schema=None) as batch_op:
        batch_op.add_column(sa.Column("result", sa.Text(), server_default=sa.text("('')"), nullable=False))
        batch_op.add_column(sa.Column("serves", sa.Text(), server_default=sa.text("('')"), nullable=False))
    with op.batch_alter_table("problem_member", schema=None) as batch_op:
        batch_op.add_column(sa.Column("result_id", sa.Text(), server_default=sa.text("('')"), nullable=False))
        batch_op.add_column(sa.Column("agency_code", sa.Text(), server_default=sa.text("('')"), nullable=False))
        batch_op.add_column(sa.Column("agency_name", sa.Text(), server_default=sa.text("('')"), nullable=False))
        batch_op.add_column(sa.Column("nip", sa.Text(), server_default=sa.text("('')"), nullable=False))
        batch_op.add_column(sa.Column("name", sa.Text(), server_default=sa.text("('')"), nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("problem_member", schema=None) as batch_op:
        batch_op.drop_column("name")
        batch_op.drop_column("nip")
        batch_op.drop_column("agency_name")
        batch_op.drop_column("agency_code")
        batch_op.drop_column("result_id")
    with op.batch_alter_table("problem", schema=None) as batch_op:
        batch_op.drop_column("serves")
        batch_op.drop_column("result")
    with op.batch_alter_table("feedback_entry", schema=None) as batch_op:
        batch_op.drop_column("problem_id")
        batch_op.drop_column("giver_role")
    with op.batch_alter_table("cascade_choice", schema=None) as batch_op:
        batch_op.drop_column("roll_up")
    with op.batch_alter_table("transfer", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_transfer_agency_person_id"))
    op.drop_table("transfer")
    with op.batch_alter_table("training", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_training_agency_person_id"))
    op.drop_table("training")
    with op.batch_alter_table("team_abroad", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_team_abroad_agency_person_id"))
    op.drop_table("team_abroad")
    with op.batch_alter_table("talent_box", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_talent_box_agency_year"))
    op.drop_table("talent_box")
    op.drop_table("potential_score")
    op.drop_table("owed_answer")
    op.drop_table("merit_level")
    with op.batch_alter_table("merit_file", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_merit_file_agency_assessment_id"))
    op.drop_table("merit_file")
    with op.batch_alter_table("guest_feedback", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_guest_feedback_agency_problem_id"))
    op.drop_table("guest_feedback")
    op.drop_table("credit_item")
    op.drop_table("award_line")
    with op.batch_alter_table("asn_index", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_asn_index_agency_year"))
    op.drop_table("asn_index")
    op.drop_table("work_shift")
    op.drop_table("time_closing")
    op.drop_table("time_before")
    op.drop_table("time_batch")
    op.drop_table("talent_list")
    with op.batch_alter_table("survey_sheet", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_survey_sheet_agency_round_id_subject_id"))
    op.drop_table("survey_sheet")
    op.drop_table("survey_round")
    op.drop_table("survey_figure")
    with op.batch_alter_table("survey_ask", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_survey_ask_agency_round_id_rater_id"))
    op.drop_table("survey_ask")
    op.drop_table("standing_words")
    op.drop_table("shift_assignment")
    op.drop_table("sanction_count")
    with op.batch_alter_table("sanction", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sanction_agency_person_id"))
    op.drop_table("sanction")
    op.drop_table("rotation_case")
    with op.batch_alter_table("roster_month", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_roster_month_agency_person_id"))
    op.drop_table("roster_month")
    with op.batch_alter_table("pay_slip", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_pay_slip_agency_recap_id_person_id"))
    op.drop_table("pay_slip")
    op.drop_table("pay_recap")
    op.drop_table("pay_input")
    op.drop_table("pay_amount")
    with op.batch_alter_table("paid_month", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_paid_month_agency_person_id"))
    op.drop_table("paid_month")
    op.drop_table("merit_assessment")
    op.drop_table("machine_id")
    with op.batch_alter_table("habit", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_habit_agency_person_id"))
    op.drop_table("habit")
    with op.batch_alter_table("foreign_record", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_foreign_record_agency_record_id"))
    op.drop_table("foreign_record")
    with op.batch_alter_table("budget_month", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_budget_month_agency_period"))
    op.drop_table("budget_month")
    with op.batch_alter_table("award", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_award_agency_period"))
    op.drop_table("award")
    with op.batch_alter_table("attendance_month", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_attendance_month_agency_person_id"))
    op.drop_table("attendance_month")
    with op.batch_alter_table("activity_month", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_activity_month_agency_person_id"))
    op.drop_table("activity_month")
    op.drop_table("absence_step")
    with op.batch_alter_table("absence", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_absence_agency_person_id"))
        batch_op.drop_index(batch_op.f("ix_absence_agency_first_day"))
    op.drop_table("absence")

"""The whole appraisal: history, cascade, execution, calibration, objections and older years."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "action_step",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("result_id", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("agency", "result_id", "number", name=op.f("pk_action_step")),
    )
    op.create_table(
        "agreement_indicator",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("indicator_id", sa.String(length=64), nullable=False),
        sa.Column("unit_id", sa.String(length=64), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("goal", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("measure_group", sa.Text(), nullable=False),
        sa.Column("perspective", sa.Text(), nullable=True),
        sa.Column("accumulation", sa.Text(), nullable=False),
        sa.Column("target_text", sa.Text(), nullable=False),
        sa.Column("target_low", sa.Text(), nullable=True),
        sa.Column("target_high", sa.Text(), nullable=True),
        sa.Column("target_unit", sa.Text(), nullable=False),
        sa.Column("direction", sa.Text(), nullable=False),
        sa.Column("is_draft", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "indicator_id", name=op.f("pk_agreement_indicator")),
    )
    with op.batch_alter_table("agreement_indicator", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_agreement_indicator_agency_year_unit_id"), ["agency", "year", "unit_id"], unique=False
        )
    op.create_table(
        "calibration_session",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("session_id", sa.String(length=64), nullable=False),
        sa.Column("period", sa.String(length=64), nullable=False),
        sa.Column("rater_id", sa.String(length=64), nullable=False),
        sa.Column("led_unit_id", sa.String(length=64), nullable=False),
        sa.Column("held_on", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("finished_on", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("agency", "session_id", name=op.f("pk_calibration_session")),
    )
    with op.batch_alter_table("calibration_session", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_calibration_session_agency_period"), ["agency", "period"], unique=False)
    op.create_table(
        "cascade_choice",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("parent", sa.String(length=64), nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "year", "parent", name=op.f("pk_cascade_choice")),
    )
    op.create_table(
        "cascade_link",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("link_id", sa.String(length=64), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("parent", sa.String(length=64), nullable=False),
        sa.Column("child", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=True),
        sa.Column("host_unit_id", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("share", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "link_id", name=op.f("pk_cascade_link")),
    )
    with op.batch_alter_table("cascade_link", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_cascade_link_agency_parent"), ["agency", "parent"], unique=False)
        batch_op.create_index(batch_op.f("ix_cascade_link_agency_year"), ["agency", "year"], unique=False)
    op.create_table(
        "cascade_placeholder",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("placeholder_id", sa.String(length=64), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.String(length=64), nullable=False),
        sa.Column("owner_id", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "placeholder_id", name=op.f("pk_cascade_placeholder")),
    )
    with op.batch_alter_table("cascade_placeholder", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_cascade_placeholder_agency_year"), ["agency", "year"], unique=False)
    op.create_table(
        "confidential",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("record_id", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("held_on", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("readers", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "record_id", name=op.f("pk_confidential")),
    )
    with op.batch_alter_table("confidential", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_confidential_agency_person_id"), ["agency", "person_id"], unique=False)
    op.create_table(
        "distinct_people",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("one_id", sa.String(length=64), nullable=False),
        sa.Column("other_id", sa.String(length=64), nullable=False),
        sa.Column("decided_by", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("decided_on", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "one_id", "other_id", name=op.f("pk_distinct_people")),
    )
    op.create_table(
        "documentation",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("documentation_id", sa.String(length=64), nullable=False),
        sa.Column("result_id", sa.String(length=64), nullable=False),
        sa.Column("documented_on", sa.Text(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "documentation_id", name=op.f("pk_documentation")),
    )
    with op.batch_alter_table("documentation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_documentation_agency_result_id"), ["agency", "result_id"], unique=False)
    op.create_table(
        "evidence",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("evidence_id", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("owner", sa.String(length=64), nullable=False),
        sa.Column("owner_id", sa.String(length=64), nullable=False),
        sa.Column("period", sa.String(length=64), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("media", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("added_at", sa.Text(), nullable=True),
        sa.Column("added_by", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "evidence_id", name=op.f("pk_evidence")),
    )
    with op.batch_alter_table("evidence", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_evidence_agency_owner_id"), ["agency", "owner_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_evidence_agency_person_id"), ["agency", "person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_evidence_agency_sha256"), ["agency", "sha256"], unique=False)
    op.create_table(
        "evidence_file",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "sha256", name=op.f("pk_evidence_file")),
    )
    op.create_table(
        "feedback_entry",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("entry_id", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("given_on", sa.String(length=64), nullable=False),
        sa.Column("giver", sa.String(length=64), nullable=False),
        sa.Column("giver_id", sa.Text(), nullable=True),
        sa.Column("giver_name", sa.Text(), nullable=False),
        sa.Column("rhythm", sa.String(length=64), nullable=False),
        sa.Column("channel", sa.String(length=64), nullable=False),
        sa.Column("mark", sa.String(length=64), nullable=False),
        sa.Column("result_id", sa.Text(), nullable=True),
        sa.Column("behaviour", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("is_requested", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "entry_id", name=op.f("pk_feedback_entry")),
    )
    with op.batch_alter_table("feedback_entry", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_feedback_entry_agency_given_on"), ["agency", "given_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_feedback_entry_agency_person_id"), ["agency", "person_id"], unique=False)
    op.create_table(
        "guidance",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("record_id", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("held_on", sa.Text(), nullable=False),
        sa.Column("guide_id", sa.Text(), nullable=True),
        sa.Column("guide_name", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("follows", sa.Text(), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "record_id", name=op.f("pk_guidance")),
    )
    with op.batch_alter_table("guidance", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_guidance_agency_person_id"), ["agency", "person_id"], unique=False)
    op.create_table(
        "holiday",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("day", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("is_doubtful", sa.Boolean(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("is_kept", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "day", name=op.f("pk_holiday")),
    )
    op.create_table(
        "level_basis",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("unit_id", sa.String(length=64), nullable=False),
        sa.Column("period", sa.String(length=64), nullable=False),
        sa.Column("derived", sa.Text(), nullable=True),
        sa.Column("percent", sa.Text(), nullable=True),
        sa.Column("missing", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("packs", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "unit_id", "period", name=op.f("pk_level_basis")),
    )
    op.create_table(
        "library_entry",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("entry_id", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("job_group", sa.Text(), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "entry_id", name=op.f("pk_library_entry")),
    )
    op.create_table(
        "opening",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("opening_id", sa.String(length=64), nullable=False),
        sa.Column("record_id", sa.String(length=64), nullable=False),
        sa.Column("opened_by", sa.Text(), nullable=False),
        sa.Column("role", sa.String(length=64), nullable=False),
        sa.Column("device", sa.Text(), nullable=False),
        sa.Column("opened_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "opening_id", name=op.f("pk_opening")),
    )
    with op.batch_alter_table("opening", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_opening_agency_record_id"), ["agency", "record_id"], unique=False)
    op.create_table(
        "plan_draft",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("plan_id", sa.String(length=64), nullable=False),
        sa.Column("owner", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("stamp", sa.Text(), nullable=False),
        sa.Column("kept_at", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "plan_id", "owner", name=op.f("pk_plan_draft")),
    )
    op.create_table(
        "plan_version",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("plan_id", sa.String(length=64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("replaced_on", sa.Text(), nullable=False),
        sa.Column("replaced_by", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "plan_id", "version", name=op.f("pk_plan_version")),
    )
    with op.batch_alter_table("plan_version", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_plan_version_agency_person_id"), ["agency", "person_id"], unique=False)
    op.create_table(
        "takeover",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("takeover_id", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("result_id", sa.String(length=64), nullable=False),
        sa.Column("taken_on", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("taken_by_id", sa.Text(), nullable=True),
        sa.Column("taken_by_name", sa.Text(), nullable=False),
        sa.Column("earlier", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "takeover_id", name=op.f("pk_takeover")),
    )
    with op.batch_alter_table("takeover", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_takeover_agency_person_id"), ["agency", "person_id"], unique=False)
    op.create_table(
        "team_assignment",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("assignment_id", sa.String(length=64), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("host_unit_id", sa.String(length=64), nullable=False),
        sa.Column("team_id", sa.Text(), nullable=True),
        sa.Column("home_unit_id", sa.Text(), nullable=True),
        sa.Column("mode", sa.Text(), nullable=False),
        sa.Column("assigned_by_id", sa.Text(), nullable=True),
        sa.Column("starts", sa.Text(), nullable=True),
        sa.Column("consent_on", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("agency", "assignment_id", name=op.f("pk_team_assignment")),
    )
    with op.batch_alter_table("team_assignment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_team_assignment_agency_year"), ["agency", "year"], unique=False)
    op.create_table(
        "waiver",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("waiver_id", sa.String(length=64), nullable=False),
        sa.Column("rule", sa.String(length=64), nullable=False),
        sa.Column("record_id", sa.String(length=64), nullable=False),
        sa.Column("waived_by", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("waived_on", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "waiver_id", name=op.f("pk_waiver")),
    )
    with op.batch_alter_table("waiver", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_waiver_agency_record_id"), ["agency", "record_id"], unique=False)
    op.create_table(
        "work_team",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("team_id", sa.String(length=64), nullable=False),
        sa.Column("unit_id", sa.String(length=64), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("lead_id", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("agency", "team_id", name=op.f("pk_work_team")),
    )
    with op.batch_alter_table("work_team", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_work_team_agency_year"), ["agency", "year"], unique=False)
    op.create_table(
        "action_item",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("item_id", sa.String(length=64), nullable=False),
        sa.Column("indicator_id", sa.String(length=64), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("period", sa.String(length=64), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("achieved", sa.Text(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency", "indicator_id"],
            ["agreement_indicator.agency", "agreement_indicator.indicator_id"],
            name=op.f("fk_action_item_agreement_indicator"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("agency", "item_id", name=op.f("pk_action_item")),
    )
    with op.batch_alter_table("action_item", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_action_item_agency_indicator_id"), ["agency", "indicator_id"], unique=False
        )
    op.create_table(
        "calibration_entry",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("session_id", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("nip", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("position", sa.Text(), nullable=False),
        sa.Column("suggested", sa.Text(), nullable=True),
        sa.Column("result_before", sa.Text(), nullable=True),
        sa.Column("behaviour_before", sa.Text(), nullable=True),
        sa.Column("result_after", sa.Text(), nullable=True),
        sa.Column("behaviour_after", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("dropped_out", sa.Boolean(), nullable=False),
        sa.Column("is_closed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency", "session_id"],
            ["calibration_session.agency", "calibration_session.session_id"],
            name=op.f("fk_calibration_entry_calibration_session"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("agency", "session_id", "person_id", name=op.f("pk_calibration_entry")),
    )
    op.create_table(
        "calibration_participant",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("session_id", sa.String(length=64), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["agency", "session_id"],
            ["calibration_session.agency", "calibration_session.session_id"],
            name=op.f("fk_calibration_participant_calibration_session"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("agency", "session_id", "place", name=op.f("pk_calibration_participant")),
    )
    op.create_table(
        "history_entry",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("entry_id", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("since", sa.Text(), nullable=True),
        sa.Column("until", sa.Text(), nullable=True),
        sa.Column("unit_id", sa.Text(), nullable=True),
        sa.Column("position_kind", sa.Text(), nullable=True),
        sa.Column("position_title", sa.Text(), nullable=False),
        sa.Column("echelon", sa.Text(), nullable=False),
        sa.Column("grade", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=True),
        sa.Column("other_id", sa.Text(), nullable=True),
        sa.Column("may_rate", sa.Boolean(), nullable=False),
        sa.Column("cause", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("is_estimated", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency", "person_id"],
            ["person.agency", "person.person_id"],
            name=op.f("fk_history_entry_person"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("agency", "entry_id", name=op.f("pk_history_entry")),
    )
    with op.batch_alter_table("history_entry", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_history_entry_agency_person_id"), ["agency", "person_id"], unique=False)
    op.create_table(
        "old_evaluation",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("evaluation_id", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("part", sa.String(length=64), nullable=False),
        sa.Column("scheme", sa.String(length=64), nullable=False),
        sa.Column("job_class", sa.Text(), nullable=False),
        sa.Column("is_leader", sa.Boolean(), nullable=False),
        sa.Column("skp_score", sa.Text(), nullable=True),
        sa.Column("behaviour_score", sa.Text(), nullable=True),
        sa.Column("asks_peers", sa.Boolean(), nullable=False),
        sa.Column("peer_score", sa.Text(), nullable=True),
        sa.Column("new_idea", sa.Text(), nullable=False),
        sa.Column("sole_reason", sa.Text(), nullable=False),
        sa.Column("stated_score", sa.Text(), nullable=True),
        sa.Column("stated_category", sa.Text(), nullable=True),
        sa.Column("parties", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("skp", sa.Text(), nullable=True),
        sa.Column("behaviour", sa.Text(), nullable=True),
        sa.Column("score", sa.Text(), nullable=True),
        sa.Column("category", sa.Text(), nullable=True),
        sa.Column("packs", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency", "person_id"],
            ["person.agency", "person.person_id"],
            name=op.f("fk_old_evaluation_person"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("agency", "evaluation_id", name=op.f("pk_old_evaluation")),
    )
    with op.batch_alter_table("old_evaluation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_old_evaluation_agency_person_id"), ["agency", "person_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_old_evaluation_agency_year_person_id"), ["agency", "year", "person_id"], unique=False
        )
    op.create_table(
        "trajectory_point",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("indicator_id", sa.String(length=64), nullable=False),
        sa.Column("period", sa.String(length=64), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency", "indicator_id"],
            ["agreement_indicator.agency", "agreement_indicator.indicator_id"],
            name=op.f("fk_trajectory_point_agreement_indicator"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("agency", "indicator_id", "period", name=op.f("pk_trajectory_point")),
    )
    op.create_table(
        "unit_actual",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("indicator_id", sa.String(length=64), nullable=False),
        sa.Column("period", sa.String(length=64), nullable=False),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("percent", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency", "indicator_id"],
            ["agreement_indicator.agency", "agreement_indicator.indicator_id"],
            name=op.f("fk_unit_actual_agreement_indicator"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("agency", "indicator_id", "period", name=op.f("pk_unit_actual")),
    )
    op.create_table(
        "document_process",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("evaluation_id", sa.String(length=64), nullable=False),
        sa.Column("form", sa.String(length=64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("window_end", sa.Text(), nullable=True),
        sa.Column("signed_by", sa.Text(), nullable=False),
        sa.Column("signed_on", sa.Text(), nullable=True),
        sa.Column("handed_over_on", sa.Text(), nullable=True),
        sa.Column("received_on", sa.Text(), nullable=True),
        sa.Column("returned_on", sa.Text(), nullable=True),
        sa.Column("reported_on", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["agency", "evaluation_id"],
            ["evaluation.agency", "evaluation.evaluation_id"],
            name=op.f("fk_document_process_evaluation"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("agency", "evaluation_id", "form", "version", name=op.f("pk_document_process")),
    )
    op.create_table(
        "objection",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("objection_id", sa.String(length=64), nullable=False),
        sa.Column("register_number", sa.String(length=64), nullable=False),
        sa.Column("evaluation_id", sa.String(length=64), nullable=False),
        sa.Column("evaluation_version", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("period", sa.String(length=64), nullable=False),
        sa.Column("received_on", sa.Text(), nullable=False),
        sa.Column("addressee_id", sa.String(length=64), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.Column("ratee_statement", sa.Text(), nullable=False),
        sa.Column("rater_statement", sa.Text(), nullable=False),
        sa.Column("decision", sa.Text(), nullable=True),
        sa.Column("decided_on", sa.Text(), nullable=True),
        sa.Column("grounds", sa.Text(), nullable=False),
        sa.Column("recommendation", sa.Text(), nullable=False),
        sa.Column("before_result", sa.Text(), nullable=False),
        sa.Column("before_behaviour", sa.Text(), nullable=False),
        sa.Column("before_predicate", sa.Text(), nullable=False),
        sa.Column("after_result", sa.Text(), nullable=True),
        sa.Column("after_behaviour", sa.Text(), nullable=True),
        sa.Column("after_predicate", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["agency", "evaluation_id"],
            ["evaluation.agency", "evaluation.evaluation_id"],
            name=op.f("fk_objection_evaluation"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("agency", "objection_id", name=op.f("pk_objection")),
        sa.UniqueConstraint("agency", "register_number", name=op.f("uq_objection_agency_register_number")),
    )
    with op.batch_alter_table("objection", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_objection_agency_evaluation_id"), ["agency", "evaluation_id"], unique=False
        )
    op.create_table(
        "old_aspect",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("evaluation_id", sa.String(length=64), nullable=False),
        sa.Column("aspect", sa.String(length=64), nullable=False),
        sa.Column("score", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency", "evaluation_id"],
            ["old_evaluation.agency", "old_evaluation.evaluation_id"],
            name=op.f("fk_old_aspect_old_evaluation"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("agency", "evaluation_id", "aspect", name=op.f("pk_old_aspect")),
    )
    op.create_table(
        "old_line",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("evaluation_id", sa.String(length=64), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("aspect", sa.Text(), nullable=True),
        sa.Column("low", sa.Text(), nullable=True),
        sa.Column("high", sa.Text(), nullable=True),
        sa.Column("actual", sa.Text(), nullable=True),
        sa.Column("direction", sa.Text(), nullable=False),
        sa.Column("is_highest_target", sa.Boolean(), nullable=False),
        sa.Column("category", sa.Text(), nullable=True),
        sa.Column("score", sa.Text(), nullable=True),
        sa.Column("cascading", sa.Text(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("scope_weight", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["agency", "evaluation_id"],
            ["old_evaluation.agency", "old_evaluation.evaluation_id"],
            name=op.f("fk_old_line_old_evaluation"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("agency", "evaluation_id", "place", name=op.f("pk_old_line")),
    )
    op.create_table(
        "superseded_evaluation",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("evaluation_id", sa.String(length=64), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("revision", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency", "evaluation_id"],
            ["evaluation.agency", "evaluation.evaluation_id"],
            name=op.f("fk_superseded_evaluation_evaluation"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("agency", "evaluation_id", "version", name=op.f("pk_superseded_evaluation")),
    )
    op.create_table(
        "workblock",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("workblock_id", sa.String(length=64), nullable=False),
        sa.Column("plan_id", sa.String(length=64), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency", "plan_id"],
            ["plan.agency", "plan.plan_id"],
            name=op.f("fk_workblock_plan"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("agency", "workblock_id", name=op.f("pk_workblock")),
    )
    with op.batch_alter_table("workblock", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_workblock_agency_plan_id"), ["agency", "plan_id"], unique=False)
    with op.batch_alter_table("evaluation", schema=None) as batch_op:
        batch_op.add_column(sa.Column("circumstances", sa.Text(), server_default="{}", nullable=False))
    with op.batch_alter_table("indicator", schema=None) as batch_op:
        batch_op.add_column(sa.Column("exemption", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("manual", sa.Text(), nullable=True))
    with op.batch_alter_table("plan", schema=None) as batch_op:
        batch_op.add_column(sa.Column("occasion", sa.Text(), server_default="YEAR", nullable=False))
        batch_op.add_column(sa.Column("post", sa.Text(), server_default=sa.text("('')"), nullable=False))
        batch_op.add_column(sa.Column("contract", sa.Text(), server_default=sa.text("('')"), nullable=False))
        batch_op.add_column(sa.Column("needs_manuals", sa.Boolean(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("study", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("ratee_signed_on", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("rater_signed_on", sa.Text(), nullable=True))
    with op.batch_alter_table("work_result", schema=None) as batch_op:
        batch_op.add_column(sa.Column("basis", sa.Text(), server_default="ORDINARY", nullable=False))
        batch_op.add_column(sa.Column("control_level", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("parent_indicator", sa.Text(), server_default=sa.text("('')"), nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("work_result", schema=None) as batch_op:
        batch_op.drop_column("parent_indicator")
        batch_op.drop_column("control_level")
        batch_op.drop_column("basis")
    with op.batch_alter_table("plan", schema=None) as batch_op:
        batch_op.drop_column("rater_signed_on")
        batch_op.drop_column("ratee_signed_on")
        batch_op.drop_column("study")
        batch_op.drop_column("needs_manuals")
        batch_op.drop_column("contract")
        batch_op.drop_column("post")
        batch_op.drop_column("occasion")
    with op.batch_alter_table("indicator", schema=None) as batch_op:
        batch_op.drop_column("manual")
        batch_op.drop_column("exemption")
    with op.batch_alter_table("evaluation", schema=None) as batch_op:
        batch_op.drop_column("circumstances")
    with op.batch_alter_table("workblock", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_workblock_agency_plan_id"))
    op.drop_table("workblock")
    op.drop_table("superseded_evaluation")
    op.drop_table("old_line")
    op.drop_table("old_aspect")
    with op.batch_alter_table("objection", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_objection_agency_evaluation_id"))
    op.drop_table("objection")
    op.drop_table("document_process")
    op.drop_table("unit_actual")
    op.drop_table("trajectory_point")
    with op.batch_alter_table("old_evaluation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_old_evaluation_agency_year_person_id"))
        batch_op.drop_index(batch_op.f("ix_old_evaluation_agency_person_id"))
    op.drop_table("old_evaluation")
    with op.batch_alter_table("history_entry", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_history_entry_agency_person_id"))
    op.drop_table("history_entry")
    op.drop_table("calibration_participant")
    op.drop_table("calibration_entry")
    with op.batch_alter_table("action_item", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_action_item_agency_indicator_id"))
    op.drop_table("action_item")
    with op.batch_alter_table("work_team", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_work_team_agency_year"))
    op.drop_table("work_team")
    with op.batch_alter_table("waiver", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_waiver_agency_record_id"))
    op.drop_table("waiver")
    with op.batch_alter_table("team_assignment", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_team_assignment_agency_year"))
    op.drop_table("team_assignment")
    with op.batch_alter_table("takeover", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_takeover_agency_person_id"))
    op.drop_table("takeover")
    with op.batch_alter_table("plan_version", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_plan_version_agency_person_id"))
    op.drop_table("plan_version")
    op.drop_table("plan_draft")
    with op.batch_alter_table("opening", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_opening_agency_record_id"))
    op.drop_table("opening")
    op.drop_table("library_entry")
    op.drop_table("level_basis")
    op.drop_table("holiday")
    with op.batch_alter_table("guidance", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_guidance_agency_person_id"))
    op.drop_table("guidance")
    with op.batch_alter_table("feedback_entry", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_feedback_entry_agency_person_id"))
        batch_op.drop_index(batch_op.f("ix_feedback_entry_agency_given_on"))
    op.drop_table("feedback_entry")
    op.drop_table("evidence_file")
    with op.batch_alter_table("evidence", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_evidence_agency_sha256"))
        batch_op.drop_index(batch_op.f("ix_evidence_agency_person_id"))
        batch_op.drop_index(batch_op.f("ix_evidence_agency_owner_id"))
    op.drop_table("evidence")
    with op.batch_alter_table("documentation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_documentation_agency_result_id"))
    op.drop_table("documentation")
    op.drop_table("distinct_people")
    with op.batch_alter_table("confidential", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_confidential_agency_person_id"))
    op.drop_table("confidential")
    with op.batch_alter_table("cascade_placeholder", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_cascade_placeholder_agency_year"))
    op.drop_table("cascade_placeholder")
    with op.batch_alter_table("cascade_link", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_cascade_link_agency_year"))
        batch_op.drop_index(batch_op.f("ix_cascade_link_agency_parent"))
    op.drop_table("cascade_link")
    op.drop_table("cascade_choice")
    with op.batch_alter_table("calibration_session", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_calibration_session_agency_period"))
    op.drop_table("calibration_session")
    with op.batch_alter_table("agreement_indicator", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_agreement_indicator_agency_year_unit_id"))
    op.drop_table("agreement_indicator")
    op.drop_table("action_step")

"""The window: drafts of open editors, saved views, remembered mappings, practice."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def entry_key() -> tuple[str, ...]:
    """On a server every key begins with the agency; in a file the number alone is the row of the full-text search."""
    return ("agency", "entry_id") if op.get_context().dialect.name == "postgresql" else ("entry_id",)


def upgrade() -> None:
    op.create_table(
        "column_mapping",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("layout", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("kept_by", sa.Text(), nullable=False),
        sa.Column("kept_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "name", name=op.f("pk_column_mapping")),
    )
    op.create_table(
        "draft",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("owner", sa.String(length=64), nullable=False),
        sa.Column("editor", sa.String(length=64), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("kept_at", sa.Text(), nullable=False),
        sa.Column("base", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("is_confidential", sa.Boolean(), nullable=False),
        sa.Column("record_id", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "owner", "editor", "subject", name=op.f("pk_draft")),
    )
    op.create_table(
        "problem",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("problem_id", sa.String(length=64), nullable=False),
        sa.Column("number", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("unit_id", sa.String(length=64), nullable=False),
        sa.Column("opened_on", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Text(), nullable=False),
        sa.Column("host_unit_id", sa.Text(), nullable=True),
        sa.Column("lead_id", sa.Text(), nullable=True),
        sa.Column("letter_number", sa.Text(), nullable=False),
        sa.Column("letter_on", sa.Text(), nullable=True),
        sa.Column("answered_on", sa.Text(), nullable=True),
        sa.Column("solved_on", sa.Text(), nullable=True),
        sa.Column("solution", sa.Text(), nullable=False),
        sa.Column("closed_on", sa.Text(), nullable=True),
        sa.Column("dropped_on", sa.Text(), nullable=True),
        sa.Column("why_dropped", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "problem_id", name=op.f("pk_problem")),
        sa.UniqueConstraint("agency", "number", name=op.f("uq_problem_agency_number")),
    )
    with op.batch_alter_table("problem", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_problem_agency_opened_on"), ["agency", "opened_on"], unique=False)
    op.create_table(
        "remembered",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("owner", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "owner", "name", name=op.f("pk_remembered")),
    )
    op.create_table(
        "saved_view",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("list_key", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "actor", "list_key", "name", name=op.f("pk_saved_view")),
    )
    op.create_table(
        "search_entry",
        sa.Column("entry_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint(*entry_key(), name=op.f("pk_search_entry")),
        sa.UniqueConstraint("agency", "kind", "key", name=op.f("uq_search_entry_agency_kind_key")),
    )
    op.create_table(
        "staff_row",
        sa.Column("entry_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("sort_name", sa.Text(), nullable=False),
        sa.Column("nip", sa.Text(), nullable=False),
        sa.Column("sort_position", sa.Text(), nullable=False),
        sa.Column("grade", sa.Text(), nullable=False),
        sa.Column("unit_id", sa.Text(), nullable=False),
        sa.Column("sort_unit", sa.Text(), nullable=False),
        sa.Column("employment", sa.Text(), nullable=False),
        sa.Column("legal_status", sa.Text(), nullable=False),
        sa.Column("position_kind", sa.Text(), nullable=False),
        sa.Column("rater_id", sa.Text(), nullable=False),
        sa.Column("sort_rater", sa.Text(), nullable=False),
        sa.Column("problem", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint(*entry_key(), name=op.f("pk_staff_row")),
        sa.UniqueConstraint("agency", "person_id", name=op.f("uq_staff_row_agency_person_id")),
    )
    with op.batch_alter_table("staff_row", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_staff_row_agency_employment_sort_name"), ["agency", "employment", "sort_name"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_staff_row_agency_grade_sort_name"), ["agency", "grade", "sort_name"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_staff_row_agency_legal_status_sort_name"),
            ["agency", "legal_status", "sort_name"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_staff_row_agency_nip_sort_name"), ["agency", "nip", "sort_name"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_staff_row_agency_position_kind_sort_name"),
            ["agency", "position_kind", "sort_name"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_staff_row_agency_problem_sort_name"), ["agency", "problem", "sort_name"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_staff_row_agency_rater_id_sort_name"), ["agency", "rater_id", "sort_name"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_staff_row_agency_sort_name"), ["agency", "sort_name"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_staff_row_agency_sort_position_sort_name"),
            ["agency", "sort_position", "sort_name"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_staff_row_agency_sort_rater_sort_name"), ["agency", "sort_rater", "sort_name"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_staff_row_agency_sort_unit_sort_name"), ["agency", "sort_unit", "sort_name"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_staff_row_agency_unit_id_sort_name"), ["agency", "unit_id", "sort_name"], unique=False
        )
    op.create_table(
        "work_record",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("owner", sa.String(length=64), nullable=False),
        sa.Column("work_id", sa.String(length=64), nullable=False),
        sa.Column("began", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("head", sa.Text(), nullable=False),
        sa.Column("items", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "owner", "work_id", name=op.f("pk_work_record")),
    )
    with op.batch_alter_table("work_record", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_work_record_agency_owner_began"), ["agency", "owner", "began"], unique=False
        )
    op.create_table(
        "problem_call",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("problem_id", sa.String(length=64), nullable=False),
        sa.Column("unit_id", sa.String(length=64), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("called_on", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("answered_on", sa.Text(), nullable=True),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency", "problem_id"],
            ["problem.agency", "problem.problem_id"],
            name=op.f("fk_problem_call_problem"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("agency", "problem_id", "unit_id", name=op.f("pk_problem_call")),
    )
    op.create_table(
        "problem_member",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("problem_id", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("home_unit_id", sa.String(length=64), nullable=False),
        sa.Column("mode", sa.Text(), nullable=False),
        sa.Column("starts", sa.Text(), nullable=True),
        sa.Column("duty", sa.Text(), nullable=False),
        sa.Column("consent_on", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["agency", "problem_id"],
            ["problem.agency", "problem.problem_id"],
            name=op.f("fk_problem_member_problem"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("agency", "problem_id", "person_id", name=op.f("pk_problem_member")),
    )
    with op.batch_alter_table("problem_member", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_problem_member_agency_person_id"), ["agency", "person_id"], unique=False)
    op.create_table(
        "problem_task",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("problem_id", sa.String(length=64), nullable=False),
        sa.Column("task_id", sa.String(length=64), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("owner_id", sa.String(length=64), nullable=False),
        sa.Column("due_on", sa.Text(), nullable=False),
        sa.Column("done_on", sa.Text(), nullable=True),
        sa.Column("product", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency", "problem_id"],
            ["problem.agency", "problem.problem_id"],
            name=op.f("fk_problem_task_problem"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("agency", "problem_id", "task_id", name=op.f("pk_problem_task")),
    )
    with op.batch_alter_table("evaluation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_evaluation_agency_period_person_id"))
        batch_op.create_index(
            "ix_evaluation_board",
            [
                "agency",
                "period",
                "person_id",
                "state",
                "rater_id",
                "led_unit_id",
                "result_rating",
                "behaviour_rating",
                "predicate",
                "version",
                "closed_on",
                "evaluation_id",
                "circumstances",
            ],
            unique=False,
        )


def downgrade() -> None:
    with op.batch_alter_table("evaluation", schema=None) as batch_op:
        batch_op.drop_index("ix_evaluation_board")
        batch_op.create_index(
            batch_op.f("ix_evaluation_agency_period_person_id"), ["agency", "period", "person_id"], unique=False
        )
    op.drop_table("problem_task")
    with op.batch_alter_table("problem_member", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_problem_member_agency_person_id"))
    op.drop_table("problem_member")
    op.drop_table("problem_call")
    with op.batch_alter_table("work_record", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_work_record_agency_owner_began"))
    op.drop_table("work_record")
    with op.batch_alter_table("staff_row", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_staff_row_agency_unit_id_sort_name"))
        batch_op.drop_index(batch_op.f("ix_staff_row_agency_sort_unit_sort_name"))
        batch_op.drop_index(batch_op.f("ix_staff_row_agency_sort_rater_sort_name"))
        batch_op.drop_index(batch_op.f("ix_staff_row_agency_sort_position_sort_name"))
        batch_op.drop_index(batch_op.f("ix_staff_row_agency_sort_name"))
        batch_op.drop_index(batch_op.f("ix_staff_row_agency_rater_id_sort_name"))
        batch_op.drop_index(batch_op.f("ix_staff_row_agency_problem_sort_name"))
        batch_op.drop_index(batch_op.f("ix_staff_row_agency_position_kind_sort_name"))
        batch_op.drop_index(batch_op.f("ix_staff_row_agency_nip_sort_name"))
        batch_op.drop_index(batch_op.f("ix_staff_row_agency_legal_status_sort_name"))
        batch_op.drop_index(batch_op.f("ix_staff_row_agency_grade_sort_name"))
        batch_op.drop_index(batch_op.f("ix_staff_row_agency_employment_sort_name"))
    op.drop_table("staff_row")
    op.drop_table("search_entry")
    op.drop_table("saved_view")
    op.drop_table("remembered")
    with op.batch_alter_table("problem", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_problem_agency_opened_on"))
    op.drop_table("problem")
    op.drop_table("draft")
    op.drop_table("column_mapping")

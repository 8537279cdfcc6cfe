"""The window: drafts of open editors, saved views, remembered mappings, practice."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "draft",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("owner", sa.String(length=64), nullable=False),
        sa.Column("editor", sa.String(length=64), nullable=False),
        sa.Column("subject", sa.String(length=64), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("kept_at", sa.Text(), nullable=False),
        sa.Column("base", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("is_confidential", sa.Boolean(), nullable=False),
        sa.Column("record_id", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "owner", "editor", "subject", name=op.f("pk_draft")),
    )
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


def downgrade() -> None:
    with op.batch_alter_table("work_record", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_work_record_agency_owner_began"))
    op.drop_table("work_record")
    op.drop_table("saved_view")
    op.drop_table("remembered")
    op.drop_table("draft")

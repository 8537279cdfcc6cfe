"""People and access: accounts at the desk, what personal data is kept for how long, and what became of it."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.create_table(
        "account",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("account_id", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("full_name", sa.Text(), nullable=False),
        sa.Column("role", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=False),
        sa.Column("former_name", sa.Text(), nullable=False),
        sa.Column("slot", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "account_id", name=op.f("pk_account")),
    )
    op.create_table(
        "journal_finding",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("finding_id", sa.String(length=64), nullable=False),
        sa.Column("sender", sa.Text(), nullable=False),
        sa.Column("epoch", sa.String(length=64), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("held_count", sa.Integer(), nullable=False),
        sa.Column("held_digest", sa.Text(), nullable=False),
        sa.Column("source", sa.String(length=64), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("held_on", sa.Text(), nullable=False),
        sa.Column("verdict", sa.String(length=64), nullable=False),
        sa.Column("found_digest", sa.Text(), nullable=False),
        sa.Column("found_at", sa.Text(), nullable=False),
        sa.Column("settled_by", sa.Text(), nullable=False),
        sa.Column("settled_why", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "finding_id", name=op.f("pk_journal_finding")),
    )
    with op.batch_alter_table("journal_finding", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_journal_finding_agency_settled_by"), ["agency", "settled_by"], unique=False
        )
    with op.batch_alter_table("change_set", schema=None) as batch_op:
        batch_op.add_column(sa.Column("second", sa.Text(), server_default=sa.text("('')"), nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("change_set", schema=None) as batch_op:
        batch_op.drop_column("second")
    with op.batch_alter_table("journal_finding", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_journal_finding_agency_settled_by"))
    op.drop_table("journal_finding")
    op.drop_table("account")

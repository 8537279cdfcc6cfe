"""The paper: print orders, papers on their way, signers, scans and electronic signatures."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "paper_cancellation",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("document_id", sa.String(length=64), nullable=False),
        sa.Column("cancelled_on", sa.Text(), nullable=False),
        sa.Column("cancelled_by", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency", "document_id"],
            ["document.agency", "document.document_id"],
            name=op.f("fk_paper_cancellation_document"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("agency", "document_id", name=op.f("pk_paper_cancellation")),
    )
    op.create_table(
        "paper_entry",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("document_id", sa.String(length=64), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("happened_on", sa.Text(), nullable=True),
        sa.Column("home", sa.Text(), nullable=True),
        sa.Column("stage", sa.Text(), nullable=True),
        sa.Column("holder_id", sa.Text(), nullable=True),
        sa.Column("holder", sa.Text(), nullable=False),
        sa.Column("signed", sa.Text(), nullable=True),
        sa.Column("signer_id", sa.Text(), nullable=True),
        sa.Column("signer", sa.Text(), nullable=False),
        sa.Column("capacity", sa.Text(), nullable=False),
        sa.Column("entered_at", sa.Text(), nullable=False),
        sa.Column("entered_by", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency", "document_id"],
            ["document.agency", "document.document_id"],
            name=op.f("fk_paper_entry_document"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("agency", "document_id", "place", name=op.f("pk_paper_entry")),
    )
    op.create_table(
        "signing_mandate",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("mandate_id", sa.String(length=64), nullable=False),
        sa.Column("unit_id", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("capacity", sa.Text(), nullable=False),
        sa.Column("post", sa.Text(), nullable=False),
        sa.Column("since", sa.Text(), nullable=False),
        sa.Column("until", sa.Text(), nullable=True),
        sa.Column("through", sa.Text(), nullable=False),
        sa.Column("letter", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency", "person_id"],
            ["person.agency", "person.person_id"],
            name=op.f("fk_signing_mandate_person"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("agency", "mandate_id", name=op.f("pk_signing_mandate")),
    )
    with op.batch_alter_table("signing_mandate", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_signing_mandate_agency_person_id"), ["agency", "person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_signing_mandate_agency_unit_id"), ["agency", "unit_id"], unique=False)
    with op.batch_alter_table("document", schema=None) as batch_op:
        batch_op.add_column(sa.Column("places", sa.Text(), server_default=sa.text("('')"), nullable=False))
        batch_op.add_column(sa.Column("standing", sa.Text(), server_default="CURRENT", nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("document", schema=None) as batch_op:
        batch_op.drop_column("standing")
        batch_op.drop_column("places")
    with op.batch_alter_table("signing_mandate", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_signing_mandate_agency_unit_id"))
        batch_op.drop_index(batch_op.f("ix_signing_mandate_agency_person_id"))
    op.drop_table("signing_mandate")
    op.drop_table("paper_entry")
    op.drop_table("paper_cancellation")

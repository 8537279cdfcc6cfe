"""The paper: print orders, papers on their way, signers, scans and electronic signatures."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "electronic_signature",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("signature_id", sa.String(length=64), nullable=False),
        sa.Column("document_id", sa.String(length=64), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=64), nullable=False),
        sa.Column("signer_name", sa.Text(), nullable=False),
        sa.Column("holder", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("issuer", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("signed_at", sa.Text(), nullable=False),
        sa.Column("original_digest", sa.String(length=64), nullable=False),
        sa.Column("base_digest", sa.String(length=64), nullable=False),
        sa.Column("file_digest", sa.String(length=64), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "signature_id", name=op.f("pk_electronic_signature")),
    )
    with op.batch_alter_table("electronic_signature", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_electronic_signature_agency_document_id"), ["agency", "document_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_electronic_signature_agency_file_digest"), ["agency", "file_digest"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_electronic_signature_agency_original_digest"), ["agency", "original_digest"], unique=False
        )
    op.create_table(
        "print_order",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("order_id", sa.String(length=64), nullable=False),
        sa.Column("wish", sa.Text(), nullable=False),
        sa.Column("folder", sa.Text(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=64), nullable=False),
        sa.Column("runner", sa.String(length=64), nullable=False),
        sa.Column("ended_at", sa.Text(), nullable=True),
        sa.Column("problem", sa.String(length=64), nullable=False),
        sa.Column("problem_facts", sa.Text(), nullable=False),
        sa.Column("is_direct", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "order_id", name=op.f("pk_print_order")),
    )
    op.create_table(
        "scan_batch",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("batch_id", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("started_at", sa.Text(), nullable=False),
        sa.Column("started_by", sa.Text(), nullable=False),
        sa.Column("files", sa.Integer(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("finished_at", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("agency", "batch_id", name=op.f("pk_scan_batch")),
    )
    op.create_table(
        "scan_page",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("page_id", sa.String(length=64), nullable=False),
        sa.Column("batch_id", sa.String(length=64), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("file_digest", sa.String(length=64), nullable=False),
        sa.Column("file_page", sa.Integer(), nullable=False),
        sa.Column("place", sa.String(length=64), nullable=False),
        sa.Column("reason", sa.String(length=64), nullable=False),
        sa.Column("mark", sa.Text(), nullable=False),
        sa.Column("document_id", sa.String(length=64), nullable=False),
        sa.Column("page", sa.Integer(), nullable=False),
        sa.Column("picture", sa.String(length=64), nullable=False),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("media", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("thumbnail", sa.String(length=64), nullable=False),
        sa.Column("read_at", sa.Text(), nullable=True),
        sa.Column("decided_at", sa.Text(), nullable=True),
        sa.Column("decided_by", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "page_id", name=op.f("pk_scan_page")),
    )
    with op.batch_alter_table("scan_page", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_scan_page_agency_batch_id"), ["agency", "batch_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_scan_page_agency_document_id"), ["agency", "document_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_scan_page_agency_file_digest"), ["agency", "file_digest"], unique=False)
        batch_op.create_index(batch_op.f("ix_scan_page_agency_picture"), ["agency", "picture"], unique=False)
    op.create_table(
        "trust_anchor",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("holder", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("issuer", sa.Text(), nullable=False),
        sa.Column("serial", sa.Text(), nullable=False),
        sa.Column("valid_from", sa.Text(), nullable=False),
        sa.Column("valid_to", sa.Text(), nullable=False),
        sa.Column("pem", sa.Text(), nullable=False),
        sa.Column("added_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("agency", "fingerprint", name=op.f("pk_trust_anchor")),
    )
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
        "print_block",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("order_id", sa.String(length=64), nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column("block", sa.Integer(), nullable=False),
        sa.Column("places", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency", "order_id"],
            ["print_order.agency", "print_order.order_id"],
            name=op.f("fk_print_block_print_order"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("agency", "order_id", "part", "block", name=op.f("pk_print_block")),
    )
    op.create_table(
        "print_item",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("order_id", sa.String(length=64), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column("form", sa.String(length=64), nullable=False),
        sa.Column("period", sa.String(length=64), nullable=False),
        sa.Column("item_key", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=64), nullable=False),
        sa.Column("nip", sa.String(length=64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("section", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=64), nullable=False),
        sa.Column("document_id", sa.String(length=64), nullable=False),
        sa.Column("number", sa.String(length=64), nullable=False),
        sa.Column("copy", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.String(length=64), nullable=False),
        sa.Column("record_version", sa.Integer(), nullable=False),
        sa.Column("record_digest", sa.Text(), nullable=False),
        sa.Column("standing", sa.String(length=64), nullable=False),
        sa.Column("first_page", sa.Integer(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=64), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency", "order_id"],
            ["print_order.agency", "print_order.order_id"],
            name=op.f("fk_print_item_print_order"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("agency", "order_id", "place", name=op.f("pk_print_item")),
    )
    with op.batch_alter_table("print_item", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_print_item_agency_form_period_item_key"),
            ["agency", "form", "period", "item_key"],
            unique=False,
        )
        batch_op.create_index(batch_op.f("ix_print_item_agency_record_id"), ["agency", "record_id"], unique=False)
    op.create_table(
        "print_part",
        sa.Column("agency", sa.String(length=64), nullable=False),
        sa.Column("order_id", sa.String(length=64), nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("sheets", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=64), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("printed_at", sa.Text(), nullable=True),
        sa.Column("signature", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["agency", "order_id"],
            ["print_order.agency", "print_order.order_id"],
            name=op.f("fk_print_part_print_order"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("agency", "order_id", "part", name=op.f("pk_print_part")),
    )
    with op.batch_alter_table("print_part", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_print_part_agency_signature"), ["agency", "signature"], unique=False)
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
        batch_op.add_column(sa.Column("override_reason", sa.Text(), server_default=sa.text("('')"), nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("document", schema=None) as batch_op:
        batch_op.drop_column("override_reason")
        batch_op.drop_column("standing")
        batch_op.drop_column("places")
    with op.batch_alter_table("signing_mandate", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_signing_mandate_agency_unit_id"))
        batch_op.drop_index(batch_op.f("ix_signing_mandate_agency_person_id"))
    op.drop_table("signing_mandate")
    with op.batch_alter_table("print_part", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_print_part_agency_signature"))
    op.drop_table("print_part")
    with op.batch_alter_table("print_item", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_print_item_agency_record_id"))
        batch_op.drop_index(batch_op.f("ix_print_item_agency_form_period_item_key"))
    op.drop_table("print_item")
    op.drop_table("print_block")
    op.drop_table("paper_entry")
    op.drop_table("paper_cancellation")
    op.drop_table("trust_anchor")
    with op.batch_alter_table("scan_page", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_scan_page_agency_picture"))
        batch_op.drop_index(batch_op.f("ix_scan_page_agency_file_digest"))
        batch_op.drop_index(batch_op.f("ix_scan_page_agency_document_id"))
        batch_op.drop_index(batch_op.f("ix_scan_page_agency_batch_id"))
    op.drop_table("scan_page")
    op.drop_table("scan_batch")
    op.drop_table("print_order")
    with op.batch_alter_table("electronic_signature", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_electronic_signature_agency_original_digest"))
        batch_op.drop_index(batch_op.f("ix_electronic_signature_agency_file_digest"))
        batch_op.drop_index(batch_op.f("ix_electronic_signature_agency_document_id"))
    op.drop_table("electronic_signature")

"""What travels of the printed papers: the register, their way through the hands, electronic signatures."""

from __future__ import annotations

from meritdesk.core.circulation import DayHome, PaperStage
from meritdesk.core.documents import PaperStanding, SignerRole
from meritdesk.core.package_tables import (
    PERIOD,
    Table,
    choice_column,
    date_column,
    hangs_on,
    json_column,
    key_columns,
    moment_column,
    number_columns,
    text_columns,
)
from meritdesk.core.signers import Capacity
from meritdesk.core.travel import Scope, Travelling

PAPERS: tuple[Travelling, ...] = (
    Travelling(
        Table(
            "dokumen",
            "Register dokumen tercetak",
            (
                *key_columns("document_id", "number", "form"),
                *text_columns("person_id"),
                PERIOD,
                *text_columns("record_id"),
                *number_columns("record_version"),
                *text_columns("record_digest"),
                *number_columns("copy"),
                moment_column("printed_at"),
                *text_columns("file_name", "file_digest"),
                *number_columns("first_page", "pages"),
                json_column("places"),
                choice_column("standing", PaperStanding),
                *text_columns("override_reason"),
            ),
            ("document_id",),
        ),
        "document",
        Scope.PERIOD,
        "period",
    ),
    Travelling(
        Table(
            "perjalanan_dokumen",
            "Perjalanan dokumen tercetak",
            (
                *key_columns("document_id"),
                *number_columns("place"),
                date_column("happened_on"),
                choice_column("home", DayHome, may_be_empty=True),
                choice_column("stage", PaperStage, may_be_empty=True),
                *text_columns("holder_id", "holder"),
                choice_column("signed", SignerRole, may_be_empty=True),
                *text_columns("signer_id", "signer"),
                choice_column("capacity", Capacity),
                moment_column("entered_at"),
                *text_columns("entered_by", "reason"),
            ),
            ("document_id", "place"),
            hangs_on("document_id", "dokumen"),
        ),
        "paper_entry",
        Scope.OWNER,
        "document_id",
        "document",
    ),
    Travelling(
        Table(
            "dokumen_batal",
            "Dokumen tercetak yang ditarik",
            (
                *key_columns("document_id"),
                date_column("cancelled_on", may_be_empty=False),
                *text_columns("cancelled_by", "reason"),
            ),
            ("document_id",),
            hangs_on("document_id", "dokumen"),
        ),
        "paper_cancellation",
        Scope.OWNER,
        "document_id",
        "document",
    ),
    Travelling(
        Table(
            "tanda_tangan_elektronik",
            "Tanda tangan elektronik pada dokumen",
            (
                *key_columns("signature_id", "document_id"),
                *number_columns("place"),
                choice_column("role", SignerRole),
                *text_columns("signer_name", "holder", "subject", "issuer", "fingerprint"),
                moment_column("signed_at"),
                *text_columns("original_digest", "base_digest", "file_digest", "file_name", "reason"),
            ),
            ("signature_id",),
            hangs_on("document_id", "dokumen"),
        ),
        "electronic_signature",
        Scope.OWNER,
        "document_id",
        "document",
    ),
)

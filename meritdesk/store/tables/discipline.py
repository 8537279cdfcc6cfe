"""The register of disciplinary sanctions, which nothing that exports or packs ever reads."""

from __future__ import annotations

from sqlalchemy import Index, Table

from meritdesk.store.tables.columns import code, key, maybe, metadata, text

sanction = Table(
    "sanction",
    metadata,
    code("agency"),
    code("sanction_id"),
    code("person_id"),
    code("kind"),
    text("letter_number"),
    text("decided_on"),
    text("starts"),
    maybe("ends"),
    text("decided_by"),
    text("article"),
    text("reason"),
    code("appeal"),
    maybe("appealed_on"),
    text("appeal_words"),
    maybe("revoked_on"),
    text("revoking_letter"),
    text("why_revoked"),
    text("author"),
    text("readers"),
    key("sanction_id"),
    Index(None, "agency", "person_id"),
    info={"noun": "discipline"},
)

"""The tables of electronic signatures: what was signed with which certificate, and which authorities are believed."""

from __future__ import annotations

from sqlalchemy import Index, Table

from meritdesk.store.tables.columns import code, key, metadata, number, text

electronic_signature = Table(
    "electronic_signature",
    metadata,
    code("agency"),
    code("signature_id"),
    code("document_id"),
    number("place"),
    code("role"),
    text("signer_name"),
    text("holder"),
    text("subject"),
    text("issuer"),
    code("fingerprint"),
    text("signed_at"),
    code("original_digest"),
    code("base_digest"),
    code("file_digest"),
    text("file_name"),
    text("reason"),
    key("signature_id"),
    Index(None, "agency", "document_id"),
    Index(None, "agency", "file_digest"),
    Index(None, "agency", "original_digest"),
    info={"noun": "signatures"},
)

trust_anchor = Table(
    "trust_anchor",
    metadata,
    code("agency"),
    code("fingerprint"),
    text("holder"),
    text("subject"),
    text("issuer"),
    text("serial"),
    text("valid_from"),
    text("valid_to"),
    text("pem"),
    text("added_at"),
    key("fingerprint"),
    info={"noun": "trust"},
)

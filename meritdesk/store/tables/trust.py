"""The tables of keys: the region's trust list, requests for it, what was done with keys, and what went wrong."""

from __future__ import annotations

from sqlalchemy import Column, LargeBinary, Table

from meritdesk.store.tables.columns import code, key, maybe, metadata, number, text

trust_list = Table(
    "trust_list",
    metadata,
    code("agency"),
    code("region_code"),
    number("root_version"),
    number("era"),
    number("version"),
    text("digest"),
    text("epoch"),
    maybe("made_on"),
    text("root_fingerprint"),
    key("region_code"),
    info={"noun": "keys", "of_store": True},
)

trust_device = Table(
    "trust_device",
    metadata,
    code("agency"),
    code("region_code"),
    code("minisign_key"),
    code("agency_code"),
    code("device"),
    text("agency_name"),
    code("role"),
    text("age_recipient"),
    code("status"),
    text("last_epoch"),
    number("last_sequence"),
    text("reason"),
    number("since"),
    key("region_code", "minisign_key"),
    info={"noun": "keys", "of_store": True},
)

# The list as it arrived or was signed, byte for byte; the journal knows it by its digest.
trust_file = Table(
    "trust_file",
    metadata,
    code("agency"),
    code("digest"),
    Column("data", LargeBinary, nullable=False),
    key("digest"),
)

key_request = Table(
    "key_request",
    metadata,
    code("agency"),
    code("request_id"),
    code("agency_code"),
    code("device"),
    text("agency_name"),
    text("minisign_key"),
    text("age_recipient"),
    code("wanted"),
    code("epoch"),
    number("last_sequence"),
    text("replaces"),
    text("fingerprint"),
    code("state"),
    number("first_place"),
    number("second_place"),
    number("wrong_tries"),
    text("taken_at"),
    maybe("settled_at"),
    text("settled_by"),
    key("request_id"),
    info={"noun": "keys", "of_store": True},
)

key_block = Table(
    "key_block",
    metadata,
    code("agency"),
    code("minisign_key"),
    text("fingerprint"),
    text("reason"),
    text("blocked_at"),
    key("minisign_key"),
    info={"noun": "keys", "of_store": True},
)

key_incident = Table(
    "key_incident",
    metadata,
    code("agency"),
    number("number"),
    text("happened_at"),
    code("code"),
    text("file_name"),
    text("facts"),
    key("number"),
    info={"noun": "keys", "of_store": True},
)

key_act = Table(
    "key_act",
    metadata,
    code("agency"),
    number("number"),
    code("kind"),
    text("done_at"),
    text("done_by"),
    text("facts"),
    text("people"),
    text("fingerprints"),
    text("packages"),
    key("number"),
    info={"noun": "keys", "of_store": True},
)

KEY_TABLES = (trust_list, trust_device, trust_file, key_request, key_block, key_incident, key_act)
"""Everything about the keys of others; a practice copy begins without any."""

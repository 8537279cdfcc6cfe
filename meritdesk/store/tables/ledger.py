"""The tables of hand-over: packages out and in, and the keys of others."""

from __future__ import annotations

from sqlalchemy import Column, LargeBinary, Table, UniqueConstraint

from meritdesk.store.tables.columns import belongs_to, code, flag, key, maybe, metadata, number, text

outgoing = Table(
    "outgoing",
    metadata,
    code("agency"),
    code("package_id"),
    text("file_name"),
    text("kind"),
    code("period"),
    code("epoch"),
    number("sequence"),
    text("payload_digest"),
    text("packed_at"),
    text("state"),
    text("receipt_number"),
    text("content_digest"),
    text("counts"),
    maybe("receipt"),
    number("change_set_number"),
    key("package_id"),
    UniqueConstraint("agency", "epoch", "sequence"),
    UniqueConstraint("agency", "payload_digest"),
    info={"noun": "ledger", "of_store": True},
)

outgoing_data = Table(
    "outgoing_data",
    metadata,
    code("agency"),
    code("package_id"),
    Column("data", LargeBinary, nullable=False),
    key("package_id"),
    belongs_to("package_id", "outgoing", "package_id"),
)

# An answer is owed from the moment its file was taken until it lies on the stick; a program that was killed between
# the two writes it when it is next opened.
owed_answer = Table(
    "owed_answer",
    metadata,
    code("agency"),
    code("package_id"),
    text("file_name"),
    text("folder"),
    text("medium"),
    text("beside"),
    text("beside_digest"),
    key("package_id"),
    belongs_to("package_id", "outgoing", "package_id"),
    info={"of_store": True},
)

# ``slot`` and ``payload`` are empty for packages that were refused or forked: those do not take a place in the stream.
incoming = Table(
    "incoming",
    metadata,
    code("agency"),
    number("entry"),
    text("sender"),
    text("sender_name"),
    text("kind"),
    code("period"),
    code("epoch"),
    number("sequence"),
    text("payload_digest"),
    text("previous"),
    code("code"),
    code("receipt_number"),
    text("received_at"),
    text("counts"),
    text("receipt"),
    maybe("slot"),
    maybe("payload"),
    key("entry"),
    UniqueConstraint("agency", "sender", "slot"),
    UniqueConstraint("agency", "sender", "payload"),
    UniqueConstraint("agency", "receipt_number"),
    info={"noun": "ledger", "of_store": True},
)

key_card = Table(
    "key_card",
    metadata,
    code("agency"),
    code("agency_code"),
    code("device"),
    text("agency_name"),
    flag("is_region"),
    text("minisign_key"),
    text("age_recipient"),
    key("agency_code", "device"),
    info={"noun": "ledger", "of_store": True},
)

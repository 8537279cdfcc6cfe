"""Performance pay: amounts and inputs, recaps, and what a locked recap says of each person.

The slips of a recap are thousands of rows a month and stand in no journal: their recap does, with a digest over all of
them, and once it is locked each person's month as well.
"""

from __future__ import annotations

from sqlalchemy import Column, Index, LargeBinary, Table, UniqueConstraint

from meritdesk.store.tables.columns import code, key, maybe, metadata, number, text

pay_amount = Table(
    "pay_amount",
    metadata,
    code("agency"),
    code("holder_kind"),
    text("holder"),
    text("valid_from"),
    text("post_class"),
    text("amounts"),
    key("holder_kind", "holder", "valid_from"),
    info={"noun": "pay"},
)

pay_input = Table(
    "pay_input",
    metadata,
    code("agency"),
    code("period"),
    code("kind"),
    code("subject"),
    text("value"),
    text("words"),
    key("period", "kind", "subject"),
    info={"noun": "pay"},
)

pay_recap = Table(
    "pay_recap",
    metadata,
    code("agency"),
    code("recap_id"),
    code("period"),
    number("version"),
    code("scheme"),
    text("pack_id"),
    text("pack_digest"),
    text("computed_at"),
    text("computed_by"),
    number("people"),
    text("gross"),
    text("net"),
    text("digest"),
    text("reason"),
    maybe("locked_at"),
    text("locked_by"),
    key("recap_id"),
    UniqueConstraint("agency", "period", "version"),
    info={"noun": "pay"},
)

pay_slip = Table(
    "pay_slip",
    metadata,
    code("agency"),
    code("recap_id"),
    number("place"),
    code("person_id"),
    text("nip"),
    text("name"),
    code("unit_id"),
    text("unit_name"),
    text("post"),
    text("grade"),
    code("state"),
    text("gross"),
    text("productivity"),
    text("discipline"),
    text("other"),
    text("net"),
    Column("lines", LargeBinary, nullable=False),
    key("recap_id", "place"),
    Index(None, "agency", "recap_id", "person_id"),
)

paid_month = Table(
    "paid_month",
    metadata,
    code("agency"),
    code("period"),
    code("person_id"),
    number("version"),
    text("gross"),
    text("taken"),
    text("net"),
    key("period", "person_id"),
    Index(None, "agency", "person_id"),
    info={"noun": "pay"},
)

"""The tables of the print queue: orders, their files, their sheets. They are work in hand, so no journal keeps them."""

from __future__ import annotations

from sqlalchemy import Index, Table

from meritdesk.store.tables.columns import belongs_to, code, flag, key, maybe, metadata, number, text

print_order = Table(
    "print_order",
    metadata,
    code("agency"),
    code("order_id"),
    text("wish"),
    text("folder"),
    text("made_at"),
    text("made_by"),
    code("state"),
    code("runner"),
    maybe("ended_at"),
    code("problem"),
    text("problem_facts"),
    flag("is_direct"),
    key("order_id"),
)

print_part = Table(
    "print_part",
    metadata,
    code("agency"),
    code("order_id"),
    number("part"),
    text("file_name"),
    text("title"),
    number("sheets"),
    code("state"),
    code("digest"),
    number("pages"),
    maybe("printed_at"),
    code("signature"),
    key("order_id", "part"),
    belongs_to("order_id", "print_order", "order_id"),
    Index(None, "agency", "signature"),
)

# Drawings of a large file that lie aside until it is bound; the digest is why they are trusted after a crash.
print_block = Table(
    "print_block",
    metadata,
    code("agency"),
    code("order_id"),
    number("part"),
    number("block"),
    text("places"),
    code("digest"),
    key("order_id", "part", "block"),
    belongs_to("order_id", "print_order", "order_id"),
)

print_item = Table(
    "print_item",
    metadata,
    code("agency"),
    code("order_id"),
    number("place"),
    number("part"),
    code("form"),
    code("period"),
    code("item_key"),
    code("person_id"),
    code("nip"),
    text("name"),
    text("section"),
    code("state"),
    code("document_id"),
    code("number"),
    number("copy"),
    code("record_id"),
    number("record_version"),
    text("record_digest"),
    code("standing"),
    number("first_page"),
    number("pages"),
    code("code"),
    text("facts"),
    key("order_id", "place"),
    belongs_to("order_id", "print_order", "order_id"),
    Index(None, "agency", "form", "period", "item_key"),
    Index(None, "agency", "record_id"),
)

"""The tables by which things are found and put in order. All of it is derived: it follows every write, stands in no
journal, and can be made anew at any time from the rows it was worked out from.

The words themselves lie in tables of the database's own full-text search (``store/sqlite_words.py``).
"""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, Table, UniqueConstraint

from meritdesk.store.tables.columns import code, metadata, text

staff_row = Table(
    "staff_row",
    metadata,
    Column("entry_id", Integer, primary_key=True, autoincrement=False),
    code("agency"),
    code("person_id"),
    text("sort_name"),
    text("nip"),
    text("sort_position"),
    text("grade"),
    text("unit_id"),
    text("sort_unit"),
    text("employment"),
    text("legal_status"),
    text("position_kind"),
    text("rater_id"),
    text("sort_rater"),
    text("problem"),
    UniqueConstraint("agency", "person_id"),
    Index(None, "agency", "sort_name"),
    Index(None, "agency", "nip", "sort_name"),
    Index(None, "agency", "sort_position", "sort_name"),
    Index(None, "agency", "grade", "sort_name"),
    Index(None, "agency", "unit_id", "sort_name"),
    Index(None, "agency", "sort_unit", "sort_name"),
    Index(None, "agency", "employment", "sort_name"),
    Index(None, "agency", "legal_status", "sort_name"),
    Index(None, "agency", "position_kind", "sort_name"),
    Index(None, "agency", "rater_id", "sort_name"),
    Index(None, "agency", "sort_rater", "sort_name"),
    Index(None, "agency", "problem", "sort_name"),
    info={"derived": True},
)
"""One person as the staff list filters and orders him; the number is that of his words in the index."""

search_entry = Table(
    "search_entry",
    metadata,
    Column("entry_id", Integer, primary_key=True, autoincrement=False),
    code("agency"),
    code("kind"),
    code("key"),
    UniqueConstraint("agency", "kind", "key"),
    info={"derived": True},
)
"""A unit, the texts of a plan, or a printed paper with the number of its words in the index."""

"""The tables of merging: what waits for a person, what was last taken from whom, who is missing, who holds whom."""

from __future__ import annotations

from sqlalchemy import Column, LargeBinary, Table

from meritdesk.store.tables.columns import code, key, maybe, metadata, number, text

merge_conflict = Table(
    "merge_conflict",
    metadata,
    code("agency"),
    code("conflict_id"),
    code("period"),
    code("table_name"),
    text("record_id"),
    text("label"),
    text("field"),
    text("base"),
    text("candidates"),
    text("standing"),
    text("package_id"),
    text("noted_at"),
    code("state"),
    text("chosen"),
    text("decided_by"),
    maybe("decided_at"),
    text("reason"),
    key("conflict_id"),
    info={"noun": "conflicts"},
)

# A record the newest package of its agency no longer has, without saying that it was deleted: it stays. The number is
# that of the package whose words stand in it.
absent_record = Table(
    "absent_record",
    metadata,
    code("agency"),
    code("table_name"),
    code("record_id"),
    text("package_id"),
    text("agreed_by"),
    text("second"),
    text("reason"),
    number("sequence"),
    key("table_name", "record_id"),
    info={"noun": "conflicts"},
)

# What an agency removed, so that an older package that comes late does not bring it back.
removed_record = Table(
    "removed_record",
    metadata,
    code("agency"),
    code("table_name"),
    code("record_id"),
    code("epoch"),
    number("sequence"),
    text("reason"),
    key("table_name", "record_id"),
    info={"noun": "conflicts"},
)

# The last two packages taken from each PC of the own agency: what both sides knew when they last agreed, and what they
# knew before, for when the last one is taken back. Not journaled, since the bytes are sealed and the ledger names their
# digest.
incoming_data = Table(
    "incoming_data",
    metadata,
    code("agency"),
    code("sender"),
    code("period"),
    text("payload_digest"),
    number("change_set_number"),
    Column("data", LargeBinary, nullable=False),
    key("sender", "period", "payload_digest"),
)

custody = Table(
    "custody",
    metadata,
    code("agency"),
    code("person_key"),
    number("year"),
    code("owner"),
    maybe("since"),
    text("reason"),
    text("decided_by"),
    text("decided_at"),
    key("person_key", "year"),
    info={"noun": "conflicts", "of_store": True},
)

# The tables of an agency's last package that stand here word for word: their digest, how many records they had and what
# the control file said of them. Whoever writes such a row by another way forgets the line (``store/word_for_word.py``);
# nothing is lost with it, the next package is only read whole. ``year`` is 0 for what every package repeats.
standing_words = Table(
    "standing_words",
    metadata,
    code("agency"),
    code("table_name"),
    number("year"),
    code("digest"),
    number("records"),
    text("totals"),
    key("table_name", "year"),
    info={"derived": True},
)

"""The tables of attendance and daily activity: a row a person and month, and beside them what the office decides.

The books of a month (marks, entries, rosters) are many and compact: they stand in no journal. Each write of them is a
batch, and the batch is journaled with its file, its counts and its digest; what stood there before is kept until the
month is closed, so that the batch can be taken back (decision 0040).
"""

from __future__ import annotations

from sqlalchemy import Index, Table

from meritdesk.store.tables.columns import code, flag, key, maybe, metadata, number, text

attendance_month = Table(
    "attendance_month",
    metadata,
    code("agency"),
    code("period"),
    code("person_id"),
    text("days"),
    number("marked"),
    number("coded"),
    key("period", "person_id"),
    Index(None, "agency", "person_id"),
)

activity_month = Table(
    "activity_month",
    metadata,
    code("agency"),
    code("period"),
    code("person_id"),
    text("entries"),
    number("counted"),
    number("waiting"),
    number("unproven"),
    number("validated_minutes"),
    number("refused_minutes"),
    number("open_minutes"),
    key("period", "person_id"),
    Index(None, "agency", "person_id"),
)

roster_month = Table(
    "roster_month",
    metadata,
    code("agency"),
    code("period"),
    code("person_id"),
    text("days"),
    key("period", "person_id"),
    Index(None, "agency", "person_id"),
)

# What a batch found; it goes when the month is closed, for then the batch cannot be taken back.
time_before = Table(
    "time_before",
    metadata,
    code("agency"),
    code("batch_id"),
    code("book"),
    code("period"),
    code("person_id"),
    text("before"),
    code("after_digest"),
    key("batch_id", "book", "period", "person_id"),
)

time_batch = Table(
    "time_batch",
    metadata,
    code("agency"),
    code("batch_id"),
    code("kind"),
    text("periods"),
    text("source"),
    number("people"),
    number("entries"),
    code("digest"),
    key("batch_id"),
    info={"noun": "timekeeping"},
)

time_closing = Table(
    "time_closing",
    metadata,
    code("agency"),
    code("period"),
    code("kind"),
    text("closed_on"),
    text("closed_by"),
    number("people"),
    code("digest"),
    key("period", "kind"),
    info={"noun": "timekeeping"},
)

machine_id = Table(
    "machine_id",
    metadata,
    code("agency"),
    code("number"),
    text("person_id"),
    maybe("seen_on"),
    text("seen_in"),
    key("number"),
    info={"noun": "timekeeping"},
)

absence = Table(
    "absence",
    metadata,
    code("agency"),
    code("absence_id"),
    code("person_id"),
    code("code"),
    code("first_day"),
    code("last_day"),
    text("letter"),
    maybe("letter_day"),
    text("note"),
    key("absence_id"),
    Index(None, "agency", "person_id"),
    Index(None, "agency", "first_day"),
    info={"noun": "timekeeping"},
)

work_shift = Table(
    "work_shift",
    metadata,
    code("agency"),
    code("code"),
    text("name"),
    text("week"),
    flag("works_on_holidays"),
    key("code"),
    info={"noun": "timekeeping"},
)

shift_assignment = Table(
    "shift_assignment",
    metadata,
    code("agency"),
    code("assignment_id"),
    code("scope"),
    text("subject_id"),
    code("shift"),
    code("first_day"),
    maybe("last_day"),
    key("assignment_id"),
    info={"noun": "timekeeping"},
)

TIME_BOOKS = (attendance_month, activity_month, roster_month)
"""The books of a month that stand in no journal, by their name in a batch."""

AT_HOME = frozenset(
    str(table.name) for table in (time_batch, time_closing, machine_id, absence, work_shift, shift_assignment)
)
"""Journaled tables of this area; none of them leaves the desk."""

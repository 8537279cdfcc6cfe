"""The books of a month as compact rows: written in batches outside the journal, and taken back batch by batch.

The journal keeps the batch with the digest of everything it wrote; ``time_before`` keeps what stood there before.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from sqlalchemy import Table, and_, delete, func, insert, select

from meritdesk.core.errors import UsageRefusal
from meritdesk.store import tables
from meritdesk.store.rows import Rows, in_chunks, in_normal_form
from meritdesk.store.time_columns import columns_of

_BEFORE = tables.time_before
CONTENT = {"attendance_month": "days", "activity_month": "entries", "roster_month": "days"}
"""The column of each book that holds what it says; the others follow from it."""


class TimeRows:
    """Reads and writes the books; what a batch writes is added to its digest."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows
        self._digests: dict[str, Any] = {}
        self._written: dict[str, int] = {}

    def content(
        self, table: Table, period: str, person_ids: Collection[str] | None, *columns: str
    ) -> Iterator[tuple[Any, ...]]:
        """Person and the columns asked for, of everybody or of these people, in no order."""
        names = columns or (CONTENT[str(table.name)],)
        statement = select(table.c.person_id, *(table.c[name] for name in names)).where(
            table.c.agency == self.rows.agency, table.c.period == period
        )
        if person_ids is None:
            yield from self.rows.beat.each(self.rows.connection.execute(statement))
            return
        for chunk in in_chunks(dict.fromkeys(person_ids)):
            yield from self.rows.connection.execute(statement.where(table.c.person_id.in_(chunk)))

    def save(self, batch_id: str, table: Table, period: str, wanted: Mapping[str, Mapping[str, Any]]) -> int:
        """Put these rows in the place of those of the same people; an empty content takes the row out.

        Answers how many rows are different now that the batch had not touched before.
        """
        self.rows.require_writing()
        name = CONTENT[str(table.name)]
        digest = self._digests.setdefault(batch_id, hashlib.sha256())
        count = 0
        for chunk in in_chunks(wanted):
            before = dict(self.content(table, period, chunk))
            states = {person: in_normal_form(wanted[person]) for person in chunk}
            changed = [person for person in chunk if before.get(person, "") != states[person][name]]
            if not changed:
                continue
            again = self._remember(batch_id, table, period, changed, before, states)
            for person in changed:
                digest.update(f"{table.name}|{period}|{person}|{states[person][name]}\n".encode())
            self.replace(table, period, changed, states)
            count += len(changed) - again
        self._written[batch_id] = self._written.get(batch_id, 0) + count
        return count

    def digest(self, batch_id: str) -> str:
        """The digest of everything that a batch has written so far; empty when it wrote nothing."""
        return self._digests[batch_id].hexdigest() if self._written.get(batch_id) else ""

    def written(self, batch_id: str) -> int:
        """How many rows a batch has written so far."""
        return self._written.get(batch_id, 0)

    def forget(self, table: Table, period: str) -> None:
        """Let go what the batches found in a month: it is closed, and none of them is taken back any more."""
        self.rows.require_writing()
        place = (_BEFORE.c.agency == self.rows.agency, _BEFORE.c.book == str(table.name), _BEFORE.c.period == period)
        self.rows.connection.execute(delete(_BEFORE).where(*place))
        self.rows.has_unjournaled = True

    def _remember(
        self,
        batch_id: str,
        table: Table,
        period: str,
        changed: Collection[str],
        before: Mapping[str, str],
        states: Mapping[str, Mapping[str, Any]],
    ) -> int:
        """Keep what stood there before the batch; answers how many of these it had touched already."""
        name = CONTENT[str(table.name)]
        fixed = {"agency": self.rows.agency, "batch_id": batch_id, "book": str(table.name), "period": period}
        same = and_(*(_BEFORE.c[column] == value for column, value in fixed.items()))
        known = dict[str, str]()
        for chunk in in_chunks(changed):
            found = self.rows.connection.execute(
                select(_BEFORE.c.person_id, _BEFORE.c.before).where(same, _BEFORE.c.person_id.in_(chunk))
            )
            known.update({str(person): str(text) for person, text in found})
            if known:
                self.rows.connection.execute(delete(_BEFORE).where(same, _BEFORE.c.person_id.in_(chunk)))
        self.rows.connection.execute(
            insert(_BEFORE),
            [
                {
                    **fixed,
                    "person_id": person,
                    "before": known.get(person, before.get(person, "")),
                    "after_digest": mark_of(str(states[person][name])),
                }
                for person in changed
            ],
        )
        return len(known)

    def replace(
        self, table: Table, period: str, people: Collection[str], states: Mapping[str, Mapping[str, Any]]
    ) -> None:
        """Put rows in the place of others without remembering these; what is empty goes."""
        name = CONTENT[str(table.name)]
        place = (table.c.agency == self.rows.agency, table.c.period == period)
        for chunk in in_chunks(people):
            self.rows.connection.execute(delete(table).where(*place, table.c.person_id.in_(chunk)))
        fresh = [
            {"agency": self.rows.agency, "period": period, "person_id": person, **states[person]}
            for person in people
            if states[person][name]
        ]
        if fresh:
            self.rows.connection.execute(insert(table), fresh)
        self.rows.has_unjournaled = True


def mark_of(text: str) -> str:
    """A short digest by which a row is known again."""
    return hashlib.blake2b(text.encode(), digest_size=12).hexdigest()


def take_back(rows: Rows, batch_id: str, number: int) -> None:
    """Bring the books to where they were before a batch; ``STO-630`` when something else stands on it by now."""
    found = rows.read(tables.time_batch, "batch_id", [batch_id])
    statement = select(_BEFORE).where(_BEFORE.c.agency == rows.agency, _BEFORE.c.batch_id == batch_id)
    kept = [dict(row) for row in rows.connection.execute(statement).mappings()]
    if not found or len(kept) != found[0]["people"]:
        raise UsageRefusal("STO-630", change=number)
    books = {str(table.name): table for table in tables.TIME_BOOKS}
    by_book: dict[tuple[str, str], dict[str, dict[str, Any]]] = {}
    for row in kept:
        by_book.setdefault((row["book"], row["period"]), {})[row["person_id"]] = row
    reader = TimeRows(rows)
    for (book, period), people in by_book.items():
        table = books[book]
        now = dict(reader.content(table, period, list(people)))
        if any(mark_of(now.get(person, "")) != row["after_digest"] for person, row in people.items()):
            raise UsageRefusal("STO-630", change=number)
        reader.replace(
            table, period, list(people), {person: columns_of(table, row["before"]) for person, row in people.items()}
        )
    rows.connection.execute(delete(_BEFORE).where(_BEFORE.c.agency == rows.agency, _BEFORE.c.batch_id == batch_id))


def rows_in(rows: Rows, table: Table, period: str) -> int:
    """How many people a book of a month has."""
    statement = select(func.count()).where(table.c.agency == rows.agency, table.c.period == period)
    return int(rows.connection.execute(statement).scalar_one())

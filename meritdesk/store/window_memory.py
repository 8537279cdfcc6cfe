"""Drafts, where somebody left off and the history of long work, as rows beside the journal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec
from sqlalchemy import Table, delete, insert, select

from meritdesk.core.drafts import Draft
from meritdesk.core.work_record import ItemFate, WorkFate, WorkItem, WorkRecord
from meritdesk.store import tables
from meritdesk.store.notation import moment_text, moment_value
from meritdesk.store.rows import Rows

_FACT = str | int | bool | None


class _OwnRows:
    """Rows of one owner in a table that stands in no journal."""

    table: Table

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def _mine(self, owner: str, **keys: str) -> list[Any]:
        table = self.table
        place = [table.c.agency == self._rows.agency, table.c.owner == owner]
        return [*place, *(table.c[name] == value for name, value in keys.items())]

    def _put(self, owner: str, keys: Mapping[str, str], values: Mapping[str, object]) -> None:
        self._drop(owner, **keys)
        row = {"agency": self._rows.agency, "owner": owner, **keys, **values}
        self._rows.connection.execute(insert(self.table), [row])

    def _drop(self, owner: str, **keys: str) -> None:
        self._rows.require_writing()
        self._rows.connection.execute(delete(self.table).where(*self._mine(owner, **keys)))
        self._rows.has_unjournaled = True


class StoredDrafts(_OwnRows):
    """What was typed in editors and not saved."""

    table = tables.draft

    def of_owner(self, owner: str) -> tuple[Draft, ...]:
        """Everything somebody left unsaved, the latest first."""
        statement = select(self.table).where(*self._mine(owner)).order_by(self.table.c.kept_at.desc())
        return tuple(map(_draft, self._rows.connection.execute(statement).mappings()))

    def one(self, owner: str, editor: str, subject: str) -> Draft | None:
        """The draft of one editor about one subject."""
        statement = select(self.table).where(*self._mine(owner, editor=editor, subject=subject))
        found = self._rows.connection.execute(statement).mappings().first()
        return None if found is None else _draft(found)

    def keep(self, owner: str, draft: Draft) -> None:
        """Keep a draft in the place of the one before it."""
        values = {
            "about": draft.about,
            "kept_at": moment_text(draft.kept_at),
            "base": msgspec.json.encode(draft.base).decode(),
            "content": msgspec.json.encode(draft.typed).decode(),
            "is_confidential": draft.is_confidential,
            "record_id": draft.record_id,
        }
        self._put(owner, {"editor": draft.editor, "subject": draft.subject}, values)

    def drop(self, owner: str, editor: str, subject: str) -> None:
        """Throw a draft away: it was saved, or nobody wants it."""
        self._drop(owner, editor=editor, subject=subject)


class StoredMemory(_OwnRows):
    """What the window remembers for somebody: where the work was left, and other small things with a name."""

    table = tables.remembered

    def recall(self, owner: str, name: str) -> str:
        """What was remembered under a name; nothing when nothing was."""
        statement = select(self.table.c.content).where(*self._mine(owner, name=name))
        return str(self._rows.connection.execute(statement).scalar() or "")

    def keep(self, owner: str, name: str, content: str) -> None:
        """Remember something in the place of what was remembered under the name before."""
        self._put(owner, {"name": name}, {"content": content})


class StoredWorkRecords(_OwnRows):
    """The history of long work."""

    table = tables.work_record

    def of_owner(self, owner: str, limit: int) -> tuple[WorkRecord, ...]:
        """The latest work of somebody, newest first, without its items."""
        columns = (self.table.c.work_id, self.table.c.title, self.table.c.began, self.table.c.head)
        statement = select(*columns).where(*self._mine(owner)).order_by(self.table.c.began.desc()).limit(limit)
        return tuple(map(_record, self._rows.connection.execute(statement).mappings()))

    def items(self, owner: str, work_id: str) -> tuple[WorkItem, ...] | None:
        """The items of one piece of work; nothing when it is not known."""
        statement = select(self.table.c["items"]).where(*self._mine(owner, work_id=work_id))
        found = self._rows.connection.execute(statement).scalar()
        return None if found is None else tuple(map(_item, msgspec.json.decode(found)))

    def note(self, owner: str, record: WorkRecord, items: tuple[WorkItem, ...], most: int) -> None:
        """Write down work that ended; of older work only the latest ``most`` pieces stay."""
        head = {
            "ended": moment_text(record.ended),
            "fate": record.fate.value,
            "done": record.done,
            "total": record.total,
            "code": record.code,
            "facts": _plain(record.facts),
            "slept": record.slept_seconds,
            "change_set": record.change_set_id,
            "counts": {fate.value: count for fate, count in record.counts.items()},
        }
        listed = [[item.place, item.name, item.fate.value, item.code, _plain(item.facts)] for item in items]
        values = {
            "began": moment_text(record.began),
            "title": record.title,
            "head": msgspec.json.encode(head).decode(),
            "items": msgspec.json.encode(listed).decode(),
        }
        self._put(owner, {"work_id": record.work_id}, values)
        table = self.table
        latest = select(table.c.work_id).where(*self._mine(owner)).order_by(table.c.began.desc()).limit(most)
        self._rows.connection.execute(delete(table).where(*self._mine(owner), table.c.work_id.not_in(latest)))


def _plain(facts: Mapping[str, object]) -> dict[str, _FACT]:
    return {
        name: value if isinstance(value, str | int | bool) or value is None else str(value)
        for name, value in facts.items()
    }


def _draft(row: Any) -> Draft:
    return Draft(
        editor=row["editor"],
        subject=row["subject"],
        about=row["about"],
        base=msgspec.json.decode(row["base"], type=tuple[tuple[str, str], ...]),
        typed=msgspec.json.decode(row["content"], type=tuple[tuple[str, str], ...]),
        kept_at=moment_value(row["kept_at"]),
        is_confidential=bool(row["is_confidential"]),
        record_id=row["record_id"],
    )


def _record(row: Any) -> WorkRecord:
    head = msgspec.json.decode(row["head"])
    return WorkRecord(
        work_id=row["work_id"],
        title=row["title"],
        began=moment_value(row["began"]),
        ended=moment_value(head["ended"]),
        fate=WorkFate(head["fate"]),
        done=head["done"],
        total=head["total"],
        code=head["code"],
        facts=head["facts"],
        slept_seconds=head["slept"],
        change_set_id=head["change_set"],
        counts={ItemFate(name): count for name, count in head["counts"].items()},
    )


def _item(listed: list[Any]) -> WorkItem:
    place, name, fate, code, facts = listed
    return WorkItem(place, name, ItemFate(fate), code, facts)

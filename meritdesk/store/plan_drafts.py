"""Drafts of plans that were typed and not saved, and the office's own examples, as rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import delete, insert, select

from meritdesk.core.plan import BehaviourValue, JobClass
from meritdesk.core.plan_library import LibraryEntry, LibraryKind
from meritdesk.core.plan_record import plan_of, record_of, result_of, result_record
from meritdesk.core.plan_versions import PlanDraft
from meritdesk.store import tables
from meritdesk.store.notation import moment_text, moment_value
from meritdesk.store.rows import Rows

_DRAFT = tables.plan_draft


class StoredPlanDrafts:
    """Unsaved work: no record yet, so it stands in no journal, but in the same encrypted file as everything else."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of_owner(self, owner: str) -> tuple[PlanDraft, ...]:
        """What somebody left unsaved, the latest first."""
        statement = select(_DRAFT).where(_DRAFT.c.agency == self._rows.agency, _DRAFT.c.owner == owner)
        found = self._rows.connection.execute(statement.order_by(_DRAFT.c.kept_at.desc())).mappings()
        return tuple(
            PlanDraft(
                plan=plan_of(msgspec.json.decode(row["content"])),
                owner=row["owner"],
                stamp=row["stamp"],
                kept_at=moment_value(row["kept_at"]),
            )
            for row in found
        )

    def keep(self, draft: PlanDraft) -> None:
        """Keep a draft in the place of the one before it."""
        self.drop(draft.plan.plan_id, draft.owner)
        values = {
            "agency": self._rows.agency,
            "plan_id": draft.plan.plan_id,
            "owner": draft.owner,
            "person_id": draft.plan.person_id,
            "year": draft.plan.year,
            "stamp": draft.stamp,
            "kept_at": moment_text(draft.kept_at),
            "content": msgspec.json.encode(record_of(draft.plan)).decode(),
        }
        self._rows.connection.execute(insert(_DRAFT), [values])

    def drop(self, plan_id: str, owner: str) -> None:
        """Throw a draft away: it was saved, or nobody wants it."""
        self._rows.require_writing()
        place = (_DRAFT.c.agency == self._rows.agency) & (_DRAFT.c.plan_id == plan_id) & (_DRAFT.c.owner == owner)
        self._rows.connection.execute(delete(_DRAFT).where(place))
        self._rows.has_unjournaled = True


class StoredLibrary:
    """The examples that the office added itself."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def all(self) -> tuple[LibraryEntry, ...]:
        """Every example of the office, by kind and topic."""
        return tuple(map(_entry, self._rows.read(tables.library_entry, "", None, "kind", "topic", "text")))

    def save(self, entries: Sequence[LibraryEntry]) -> None:
        """Add these examples or bring them up to date."""
        self._rows.write(tables.library_entry, map(_row, entries))

    def remove(self, entry_ids: Sequence[str]) -> None:
        """Take these examples out."""
        self._rows.replace_parts(tables.library_entry, "entry_id", dict.fromkeys(entry_ids), ())


def _entry(row: Mapping[str, Any]) -> LibraryEntry:
    content = msgspec.json.decode(row["content"])
    result, value = content.get("result"), content.get("value")
    return LibraryEntry(
        entry_id=row["entry_id"],
        kind=LibraryKind(row["kind"]),
        text=row["text"],
        topic=row["topic"],
        job_class=JobClass(row["job_group"]) if row["job_group"] else None,
        result=result_of(result) if result else None,
        value=BehaviourValue(value) if value else None,
        source=row["source"],
    )


def _row(entry: LibraryEntry) -> dict[str, Any]:
    content = {
        "result": result_record(entry.result) if entry.result else None,
        "value": entry.value.value if entry.value else "",
    }
    return {
        "entry_id": entry.entry_id,
        "kind": entry.kind.value,
        "job_group": entry.job_class.value if entry.job_class else "",
        "topic": entry.topic,
        "text": entry.text,
        "content": msgspec.json.encode(content).decode(),
        "source": entry.source,
    }

"""Disciplinary sanctions as rows; the room decides who may see what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import msgspec

from meritdesk.core.discipline import Appeal, Sanction, SanctionKind
from meritdesk.store import tables
from meritdesk.store.notation import day_text, day_value
from meritdesk.store.rows import Rows, Values


class StoredDiscipline:
    """The register of sanctions of one agency."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of(self, person_ids: Sequence[str] | None = None) -> tuple[Sanction, ...]:
        """The sanctions of everybody or of these people, oldest first."""
        wanted = None if person_ids is None else dict.fromkeys(person_ids)
        return tuple(map(_sanction, self._rows.read(tables.sanction, "person_id", wanted, "decided_on", "sanction_id")))

    def by_id(self, sanction_id: str) -> Sanction | None:
        """One sanction."""
        found = self._rows.read(tables.sanction, "sanction_id", [sanction_id])
        return _sanction(found[0]) if found else None

    def save(self, sanctions: Sequence[Sanction]) -> None:
        """Add these sanctions or bring them up to date."""
        self._rows.write(tables.sanction, map(_row, sanctions))


def _sanction(row: Mapping[str, Any]) -> Sanction:
    return Sanction(
        sanction_id=row["sanction_id"],
        person_id=row["person_id"],
        kind=SanctionKind(row["kind"]),
        letter_number=row["letter_number"],
        decided_on=date.fromisoformat(row["decided_on"]),
        starts=date.fromisoformat(row["starts"]),
        ends=day_value(row["ends"]),
        decided_by=row["decided_by"],
        article=row["article"],
        reason=row["reason"],
        appeal=Appeal(row["appeal"]),
        appealed_on=day_value(row["appealed_on"]),
        appeal_words=row["appeal_words"],
        revoked_on=day_value(row["revoked_on"]),
        revoking_letter=row["revoking_letter"],
        why_revoked=row["why_revoked"],
        author=row["author"],
        readers=msgspec.json.decode(row["readers"], type=tuple[str, ...]),
    )


def _row(sanction: Sanction) -> Values:
    return {
        "sanction_id": sanction.sanction_id,
        "person_id": sanction.person_id,
        "kind": sanction.kind.value,
        "letter_number": sanction.letter_number,
        "decided_on": sanction.decided_on.isoformat(),
        "starts": sanction.starts.isoformat(),
        "ends": day_text(sanction.ends),
        "decided_by": sanction.decided_by,
        "article": sanction.article,
        "reason": sanction.reason,
        "appeal": sanction.appeal.value,
        "appealed_on": day_text(sanction.appealed_on),
        "appeal_words": sanction.appeal_words,
        "revoked_on": day_text(sanction.revoked_on),
        "revoking_letter": sanction.revoking_letter,
        "why_revoked": sanction.why_revoked,
        "author": sanction.author,
        "readers": msgspec.json.encode(sanction.readers).decode(),
    }

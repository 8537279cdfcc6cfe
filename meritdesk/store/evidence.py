"""Evidence as rows, and the vault of files: each content once under its SHA-256, inside the encrypted store.

So the files are encrypted like everything else, and every backup holds them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select

from meritdesk.core.evidence import Evidence, EvidenceCheck, EvidenceFilter, EvidenceKind, EvidenceOwner, MediaKind
from meritdesk.store.notation import moment_text, moment_value
from meritdesk.store.rows import Rows, Values
from meritdesk.store.tables import evidence, evidence_file, merit_file, scan_page


class StoredEvidence:
    """Evidence in its places, and the contents once each."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of(self, wanted: EvidenceFilter) -> tuple[Evidence, ...]:
        """The evidence that is wanted, in the order it was attached."""
        order = ("added_at", "evidence_id")
        if wanted.owner_ids:
            rows = self._rows.read(evidence, "owner_id", dict.fromkeys(wanted.owner_ids), *order)
        elif wanted.person_ids:
            rows = self._rows.read(evidence, "person_id", dict.fromkeys(wanted.person_ids), *order)
        else:
            rows = self._rows.read(evidence, "", None, *order)
        return tuple(one for one in map(_evidence, rows) if _fits(one, wanted))

    def by_id(self, evidence_id: str) -> Evidence | None:
        """One piece of evidence."""
        found = self._rows.read(evidence, "evidence_id", [evidence_id])
        return _evidence(found[0]) if found else None

    def save(self, pieces: Sequence[Evidence]) -> None:
        """Add these pieces or bring them up to date."""
        self._rows.write(evidence, map(_row, pieces))

    def remove(self, evidence_ids: Sequence[str]) -> None:
        """Take pieces out of their place; the content stays, so that this can be undone."""
        self._rows.settle(evidence, {(evidence_id,): None for evidence_id in evidence_ids})

    def keep(self, content: bytes) -> str:
        """Keep a content unless it is there already, and answer with its digest; a damaged copy is replaced."""
        self._rows.require_writing()
        digest = hashlib.sha256(content).hexdigest()
        if self.content(digest) is None:
            place = (evidence_file.c.agency == self._rows.agency, evidence_file.c.sha256 == digest)
            self._rows.connection.execute(delete(evidence_file).where(*place))
            row = {"agency": self._rows.agency, "sha256": digest, "size": len(content), "data": content}
            self._rows.connection.execute(insert(evidence_file), [row])
        return digest

    def content(self, sha256: str) -> bytes | None:
        """The content under a digest; nothing when it is missing or no longer what the digest says."""
        statement = select(evidence_file.c.data)
        place = (evidence_file.c.agency == self._rows.agency, evidence_file.c.sha256 == sha256)
        found = self._rows.connection.execute(statement.where(*place)).scalar()
        if found is None or hashlib.sha256(found).hexdigest() != sha256:
            return None
        return bytes(found)

    def check(self, step: Callable[[int, int], None]) -> EvidenceCheck:
        """Look at the content of every piece of this agency's evidence."""
        return checked(self._rows.connection, self._rows.agency, step)


def checked(
    connection: Connection, agency: str | None, step: Callable[[int, int], None] = lambda done, total: None
) -> EvidenceCheck:
    """Look at every content once, of one agency or of the whole store, and at every place that needs it."""
    whose = (evidence_file.c.agency == agency,) if agency is not None else ()
    total = int(connection.execute(select(func.count()).select_from(evidence_file).where(*whose)).scalar_one())
    sound: set[tuple[str, str]] = set()
    broken: set[tuple[str, str]] = set()
    kept = 0
    for done, (place, size, data) in enumerate(_contents(connection, whose), start=1):
        kept += size
        is_whole = len(data) == size and hashlib.sha256(data).hexdigest() == place[1]
        (sound if is_whole else broken).add(place)
        step(done, total)
    owners = (evidence.c.agency == agency,) if agency is not None else ()
    columns = (evidence.c.evidence_id, evidence.c.agency, evidence.c.sha256)
    named = list(connection.execute(select(*columns).where(*owners).order_by(evidence.c.evidence_id)).all())
    named += [row for column in ("sha256", "thumbnail") for row in _scanned(connection, agency, column)]
    named += _of_merit(connection, agency)
    used = {(row[1], row[2]) for row in named}
    missing = tuple(row[0] for row in named if (row[1], row[2]) not in sound | broken)
    damaged = tuple(row[0] for row in named if (row[1], row[2]) in broken)
    return EvidenceCheck(
        looked_at=len(named),
        sound=len(named) - len(missing) - len(damaged),
        missing=missing,
        damaged=damaged,
        unused=len((sound | broken) - used),
        bytes_kept=kept,
    )


def _scanned(connection: Connection, agency: str | None, column: str) -> Sequence[Any]:
    """The scanned pages whose picture lies in the vault too, as pieces named after themselves."""
    statement = select(scan_page.c.page_id, scan_page.c.agency, scan_page.c[column]).where(scan_page.c[column] != "")
    if agency is not None:
        statement = statement.where(scan_page.c.agency == agency)
    return connection.execute(statement.order_by(scan_page.c.page_id)).all()


def _of_merit(connection: Connection, agency: str | None) -> Sequence[Any]:
    """The files that prove a self-assessment of the merit system, which lie in the vault too."""
    statement = select(merit_file.c.file_id, merit_file.c.agency, merit_file.c.sha256)
    if agency is not None:
        statement = statement.where(merit_file.c.agency == agency)
    return connection.execute(statement.order_by(merit_file.c.file_id)).all()


def _contents(connection: Connection, whose: Sequence[Any]) -> Iterator[tuple[tuple[str, str], int, bytes]]:
    """Each content in turn, one at a time: together they may be larger than the memory."""
    keys = select(evidence_file.c.agency, evidence_file.c.sha256).where(*whose)
    for agency, digest in connection.execute(keys.order_by(*evidence_file.primary_key.columns)).all():
        place = (evidence_file.c.agency == agency, evidence_file.c.sha256 == digest)
        size, data = connection.execute(select(evidence_file.c.size, evidence_file.c.data).where(*place)).one()
        yield (agency, digest), size, data


def _fits(one: Evidence, wanted: EvidenceFilter) -> bool:
    return (
        (not wanted.person_ids or one.person_id in wanted.person_ids)
        and (not wanted.owner_ids or one.owner_id in wanted.owner_ids)
        and (wanted.owner is None or one.owner is wanted.owner)
        and (not wanted.period or one.period == wanted.period)
    )


def _evidence(row: Mapping[str, Any]) -> Evidence:
    return Evidence(
        evidence_id=row["evidence_id"],
        person_id=row["person_id"],
        owner=EvidenceOwner(row["owner"]),
        owner_id=row["owner_id"],
        sha256=row["sha256"],
        file_name=row["file_name"],
        size=row["size"],
        media=MediaKind(row["media"]),
        kind=EvidenceKind(row["kind"]),
        title=row["title"],
        period=row["period"],
        added_at=moment_value(row["added_at"]) if row["added_at"] else None,
        added_by=row["added_by"],
    )


def _row(one: Evidence) -> Values:
    return {
        "evidence_id": one.evidence_id,
        "person_id": one.person_id,
        "owner": one.owner.value,
        "owner_id": one.owner_id,
        "period": one.period,
        "sha256": one.sha256,
        "file_name": one.file_name,
        "size": one.size,
        "media": one.media.value,
        "kind": one.kind.value,
        "title": one.title,
        "added_at": moment_text(one.added_at) if one.added_at else None,
        "added_by": one.added_by,
    }

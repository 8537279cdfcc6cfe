"""The journal in the store: change sets chained by digest, the undo of one, and the proof of the whole chain."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any

import msgspec
from sqlalchemy import and_, func, insert, select

from meritdesk.core.clock_doubt import SLACK
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.handover import AuditHead, PackageKind
from meritdesk.core.journal import GENESIS, Changes, FieldChange, RowChange, Scalar, apply, reverse
from meritdesk.core.lines import ChangeLine
from meritdesk.store import tables
from meritdesk.store.bulk import add_rows
from meritdesk.store.notation import moment_text, moment_value
from meritdesk.store.notes import NotedChange
from meritdesk.store.rows import Key, Rows, Values, at_most, in_chunks, key_text, shape_of
from meritdesk.store.tables import change_set, document, outgoing, row_change
from meritdesk.store.tables.timekeeping import AT_HOME
from meritdesk.store.tables.trust import KEY_TABLES
from meritdesk.store.time_rows import take_back

_SEALED = ("agency", "number", "change_set_id", "about", "at", "actor", "role", "device", "verb", "reason", "origin",
           "undoes", "rows", "previous")  # fmt: skip


PACKAGE_TABLES: Mapping[str, str] = {
    "unit": "org_unit",
    "pegawai": "person",
    "atasan": "reporting_line",
    "rencana": "plan",
    "butir": "work_result",
    "indikator": "indicator",
    "realisasi": "actual",
    "capaian": "organisation_level",
    "penilaian": "evaluation",
    "umpan_balik": "behaviour_feedback",
}
"""Where the records of a package's tables stand in the store."""


AT_ONCE = 5_000
"""So many row changes are handed to the database together."""


@dataclass(frozen=True, slots=True)
class Ticket:
    """Who writes, when, by which verb and for what reason: the head of the change set to come."""

    at: datetime
    actor: str
    role: str
    device: str
    verb: str
    reason: str
    origin: str
    second: str = ""


class StoredJournal:
    """The journal of this store: one chain, whatever agency a change set is about."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self.undoes = ""
        self.written = 0
        self._redacted: Mapping[int, str] | None = None

    def head(self) -> AuditHead:
        """The number of change sets and the digest of the last: what paper and packages vouch for."""
        statement = select(change_set.c.number, change_set.c.digest).where(*self._ours())
        last = self._rows.connection.execute(statement.order_by(change_set.c.number.desc()).limit(1)).first()
        return AuditHead(last[0], last[1]) if last is not None else AuditHead(0, GENESIS)

    def newest(self) -> datetime | None:
        """When the last change set says that it was written; nothing in an empty journal."""
        statement = select(change_set.c.at).where(*self._ours()).order_by(change_set.c.number.desc()).limit(1)
        at = self._rows.connection.execute(statement).scalar()
        return moment_value(at) if at is not None else None

    def lines(self, offset: int, limit: int, wanted: Sequence[Any] = ()) -> tuple[ChangeLine, ...]:
        """One block of the journal, newest first; ``wanted`` are conditions that narrow it."""
        taken_back = change_set.alias("taken_back")
        undone = (
            select(taken_back.c.number)
            .where(taken_back.c.agency == change_set.c.agency, taken_back.c.undoes == change_set.c.change_set_id)
            .exists()
        )
        before = change_set.alias("before")
        moment_before = (
            select(before.c.at)
            .where(before.c.agency == change_set.c.agency, before.c.number == change_set.c.number - 1)
            .scalar_subquery()
        )
        statement = select(
            change_set.c.change_set_id, change_set.c.number, change_set.c.at, change_set.c.actor, change_set.c.verb,
            change_set.c.reason, change_set.c.origin, change_set.c.rows, undone, change_set.c.second, moment_before,
        ).where(*self._ours(), *wanted)  # fmt: skip
        found = self._rows.execute(statement.order_by(change_set.c.number.desc()).offset(offset).limit(at_most(limit)))
        return tuple(
            ChangeLine(
                change_set_id=row[0],
                number=row[1],
                at=moment_value(row[2]),
                actor=row[3],
                verb=row[4],
                reason=row[5],
                origin=row[6],
                rows=row[7],
                undone=bool(row[8]),
                second=row[9],
                went_back=row[10] is not None and moment_value(row[2]) < moment_value(row[10]) - SLACK,
            )
            for row in found
        )

    def change_set_from(self, origin: str, verb: str) -> str:
        """The newest change set of a verb that came from there and was not taken back; empty when there is none."""
        taken_back = change_set.alias("taken_back")
        undone = (
            select(taken_back.c.number)
            .where(taken_back.c.agency == change_set.c.agency, taken_back.c.undoes == change_set.c.change_set_id)
            .exists()
        )
        statement = select(change_set.c.change_set_id).where(
            *self._ours(), change_set.c.origin == origin, change_set.c.verb == verb, ~undone
        )
        found = self._rows.connection.execute(statement.order_by(change_set.c.number.desc()).limit(1)).scalar()
        return str(found or "")

    def last_author(self, table: str, record_id: str, field: str) -> tuple[str, str]:
        """Who last set a field of a record of a package and when, as text; empty where the journal does not say."""
        stored = PACKAGE_TABLES.get(table)
        if stored is None:
            return "", ""
        key = key_text(tuple(record_id.split("@")))
        statement = (
            select(change_set.c.actor, change_set.c.at)
            .join(
                row_change,
                and_(row_change.c.agency == change_set.c.agency, row_change.c.number == change_set.c.number),
            )
            .where(
                *self._ours(),
                change_set.c.about == self._rows.agency,
                row_change.c.table_name == stored,
                row_change.c.row_key == key,
                row_change.c.fields.contains(f'"{field}":', autoescape=True),
            )
            .order_by(change_set.c.number.desc())
            .limit(1)
        )
        found = self._rows.connection.execute(statement).first()
        return (str(found[0]), str(found[1])) if found is not None else ("", "")

    def undo(self, change_set_id: str) -> None:
        """Take a change set back out inside this work.

        Refused: ``STO-633`` unknown or about another agency, ``STO-631`` taken back already, ``STO-632`` printed or
        handed over since, ``STO-630`` later changes stand on it.
        """
        self._rows.require_writing()
        place = (*self._ours(), change_set.c.change_set_id == change_set_id)
        found = self._rows.connection.execute(select(change_set).where(*place)).mappings().first()
        if found is None or found["about"] != self._rows.agency:
            raise UsageRefusal("STO-633", change=change_set_id)
        later = select(func.count()).where(*self._ours(), change_set.c.undoes == change_set_id)
        if self._rows.connection.execute(later).scalar_one():
            raise UsageRefusal("STO-631", change=found["number"])
        changes = self.rows_of(found["number"])
        if self._is_out_of_hand(found["number"], changes):
            raise UsageRefusal("STO-632", change=found["number"])
        self._take_back(found["number"], changes)
        self.undoes = change_set_id

    def verify(self) -> bool:
        """Whether every change set still has the digest it was written with, without gaps from first to last."""
        return all(is_whole for is_whole in self.proofs())

    def proofs(self) -> Iterator[bool]:
        """The proof of each change set in turn, so that a long check can show its progress."""
        previous = GENESIS
        for number, (head, rows) in enumerate(self.sets(), 1):
            is_next = head["number"] == number and head["previous"] == previous and head["rows"] == len(rows)
            yield is_next and self.is_as_written(head, rows)
            previous = head["digest"]

    def is_as_written(self, head: Mapping[str, Any], rows: Sequence[NotedChange]) -> bool:
        """Whether a change set says what it was written with, or what was left of it when values were taken out.

        What is left is vouched for by the change set that took them out, which stands later in the same chain.
        """
        digest = change_digest(head, rows)
        return bool(head["digest"] == digest or self.redacted().get(head["number"]) == digest)

    def redacted(self) -> Mapping[int, str]:
        """By number of a change set the digest of what is left of it, as later change sets of the chain say."""
        if self._redacted is None:
            place = (row_change.c.agency == self._rows.own_agency, row_change.c.table_name == "journal_redaction")
            statement = select(row_change.c.row_key, row_change.c.fields).where(*place)
            found = self._rows.connection.execute(statement.order_by(row_change.c.number, row_change.c.place))
            self._redacted = {int(key): str(decoded(fields)["digest"].new) for key, fields in found}
        return self._redacted

    def sets(self) -> Iterator[tuple[Mapping[str, Any], Sequence[NotedChange]]]:
        """Every change set with its row changes, oldest first."""
        for chunk in self._heads():
            contents = self._contents([head["number"] for head in chunk])
            for head in chunk:
                yield head, contents.get(head["number"], [])

    def rows_of(self, number: int) -> tuple[RowChange, ...]:
        """The row changes of one change set, in the order in which they were made."""
        return tuple(
            RowChange(note.table, note.key, note.kind, decoded(note.fields))
            for note in self._contents([number]).get(number, [])
        )

    def write(self, ticket: Ticket) -> Changes:
        """Close the book on everything noted in this work; nothing is written when nothing changed."""
        noted = self._rows.noted
        if not noted:
            return Changes()
        head = self.head()
        values: dict[str, Any] = {
            "agency": self._rows.own_agency,
            "number": head.count + 1,
            "change_set_id": str(uuid.uuid4()),
            "about": self._rows.agency,
            "at": moment_text(ticket.at),
            "actor": ticket.actor,
            "role": ticket.role,
            "device": ticket.device,
            "verb": ticket.verb,
            "reason": ticket.reason,
            "origin": ticket.origin,
            "undoes": self.undoes,
            "rows": len(noted),
            "previous": head.digest,
            "second": ticket.second,
        }
        values["digest"] = change_digest(values, noted)
        self._rows.connection.execute(insert(change_set), [values])
        self.written = head.count + 1
        names = ("agency", "number", "place", "table_name", "row_key", "kind", "fields")
        place = (values["agency"], values["number"])
        left = enumerate(noted, start=1)
        while chunk := list(islice(left, AT_ONCE)):
            add_rows(self._rows.connection, row_change, names, [(*place, number, *note) for number, note in chunk])
        return Changes(frozenset(self._rows.nouns), str(values["change_set_id"]))

    def _ours(self) -> tuple[Any, ...]:
        return (change_set.c.agency == self._rows.own_agency,)

    def _heads(self) -> Iterator[Sequence[Mapping[str, Any]]]:
        last = 0
        while True:
            statement = select(change_set).where(*self._ours(), change_set.c.number > last)
            found = self._rows.connection.execute(statement.order_by(change_set.c.number).limit(50)).mappings().all()
            if not found:
                return
            yield [dict(row) for row in found]
            last = found[-1]["number"]

    def _contents(self, numbers: Sequence[int]) -> dict[int, list[NotedChange]]:
        contents: dict[int, list[NotedChange]] = {}
        statement = (
            select(row_change.c.number, *(row_change.c[name] for name in ("table_name", "row_key", "kind", "fields")))
            .where(row_change.c.agency == self._rows.own_agency, row_change.c.number.in_(numbers))
            .order_by(row_change.c.number, row_change.c.place)
        )
        for number, *note in self._rows.connection.execute(statement):
            contents.setdefault(number, []).append(NotedChange(*note))
        return contents

    def _is_out_of_hand(self, number: int, changes: Sequence[RowChange]) -> bool:
        """Whether this change was printed or handed over: such things are superseded, never undone (design 3.19)."""
        # What never leaves the desk was not handed over either.
        if changes and all(change.table in AT_HOME for change in changes):
            return False
        # A document that only got another reference (a merge of two people) was not printed by this change.
        handed_out = (document.name, tables.electronic_signature.name)
        if any(change.table in handed_out and change.kind != "change" for change in changes):
            return True
        # A locked recap of pay never changes; a correction is a new version.
        if any(change.table == tables.paid_month.name for change in changes):
            return True
        # A list that was signed has left, and who was believed when is nobody's to rewrite.
        if any(change.table in _OF_KEYS for change in changes):
            return True
        handed_over = select(func.count()).where(
            outgoing.c.agency == self._rows.own_agency,
            outgoing.c.kind == PackageKind.EXPORT.value,
            outgoing.c.change_set_number >= number,
        )
        if self._rows.agency == self._rows.own_agency and self._rows.connection.execute(handed_over).scalar_one():
            return True
        records = [change.key for change in changes if change.table in (tables.evaluation.name, tables.plan.name)]
        later_print = and_(
            row_change.c.agency == self._rows.own_agency,
            row_change.c.number > number,
            row_change.c.table_name == document.name,
            row_change.c.row_key == document.c.document_id,
        )
        for chunk in in_chunks(records):
            printed = (
                select(func.count())
                .select_from(document.join(row_change, later_print))
                .where(document.c.agency == self._rows.agency, document.c.record_id.in_(chunk))
            )
            if self._rows.connection.execute(printed).scalar_one():
                return True
        return False

    def _take_back(self, number: int, changes: Sequence[RowChange]) -> None:
        by_table: dict[str, list[RowChange]] = {}
        # The outbox stays: a receipt that left with the change keeps its sequence number, which is never used again.
        for change in reverse([change for change in changes if change.table != outgoing.name]):
            by_table.setdefault(change.table, []).append(change)
        for change in by_table.get(tables.time_batch.name, ()):
            if change.kind != "remove":
                # Books that a batch wrote and an undo took back are imported again, not conjured.
                raise UsageRefusal("STO-630", change=number)
            take_back(self._rows, change.key, number)
        for name, theirs in by_table.items():
            table = tables.metadata.tables[name]
            shape = shape_of(table)
            keys = {change.key: _key_of(shape.key, change, table) for change in theirs}
            present = self._rows.present(table, keys.values())
            states: dict[Key, Values | None] = {key: present.get(key) for key in keys.values()}
            for change in theirs:
                key = keys[change.key]
                state = states[key]
                if not _fits(change, state):
                    raise UsageRefusal("STO-630", change=number)
                after = apply(change, state)
                states[key] = None if after is None else {column: after.get(column) for column in shape.names}
            self._rows.settle(table, states)


_OF_KEYS = frozenset(table.name for table in KEY_TABLES)


def _fits(change: RowChange, state: Mapping[str, Scalar] | None) -> bool:
    """Whether a row still stands as the change to be taken back left it."""
    if change.kind == "add":
        return state is None
    if state is None:
        return False
    if change.kind == "remove":
        left = {name: pair.old for name, pair in change.fields.items()}
        return all(value == left.get(name) for name, value in state.items())
    return all(state.get(name) == pair.old for name, pair in change.fields.items())


def _key_of(names: Sequence[str], change: RowChange, table: Any) -> Key:
    """The key of a changed row: from its values when all are there, else from the key text."""
    if change.kind != "change":
        pairs = [change.fields[name] for name in names]
        return tuple(pair.new if change.kind == "add" else pair.old for pair in pairs)
    parts = split_key(change.key)
    return tuple(
        int(part) if table.c[name].type.python_type is int else part for name, part in zip(names, parts, strict=True)
    )


def split_key(key: str) -> list[str]:
    """The parts of a key as the journal writes it."""
    parts, current, escaped = [], "", False
    for character in key:
        if escaped:
            current, escaped = current + character, False
        elif character == "\\":
            escaped = True
        elif character == "|":
            parts.append(current)
            current = ""
        else:
            current += character
    return [*parts, current]


def decoded(fields: str) -> dict[str, FieldChange]:
    """The field changes of a row change from their journal text."""
    pairs = msgspec.json.decode(fields, type=dict[str, tuple[str | int | bool | None, str | int | bool | None]])
    return {name: FieldChange(old, new) for name, (old, new) in pairs.items()}


def change_digest(head: Mapping[str, Any], noted: Iterable[NotedChange]) -> str:
    """The digest of a change set over its head, the digest before it, and every row change in order."""
    # Who stood beside is sealed where somebody did: change sets that are older than this keep their digest.
    sealed = (*_SEALED, "second") if head["second"] else _SEALED
    digest = hashlib.sha256(msgspec.json.encode([[name, head[name]] for name in sealed]))
    encode = msgspec.json.Encoder().encode
    for note in noted:
        digest.update(b"\n" + encode(note))
    return digest.hexdigest()

"""People who move between agencies: their moves, what goes with them, and the rows that another agency made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import msgspec
from sqlalchemy import select

from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evidence import EvidenceOwner
from meritdesk.core.moves import Origin, Transfer, TransferWay
from meritdesk.core.people import LegalStatus
from meritdesk.core.travel import Travelling, TravelRecord, joined_key
from meritdesk.core.travel_layouts import TRANSFERRED
from meritdesk.store import tables
from meritdesk.store.journal import split_key
from meritdesk.store.notation import moment_text, moment_value
from meritdesk.store.notes import NotedChange
from meritdesk.store.rows import Rows, Values, shape_of
from meritdesk.store.travelling import StoredTravel

LIFTED = frozenset({"handover.receive", "handover.transfers.take", "handover.take_back"})
"""The verbs that bring or take out rows of another agency; every other one only reads them."""

_HUNG: Mapping[str, tuple[str, ...]] = {
    "evaluation_id": ("penilaian", "nilai_lama"),
    "plan_id": ("rencana",),
    "result_id": ("butir",),
    "indicator_id": ("indikator",),
    "document_id": ("dokumen",),
    "evidence_id": ("bukti",),
    "objection_id": ("keberatan",),
}
"""What a row of any table hangs on, by its column, and the tables of a package in which that stands."""

_OWN_KEYS: Mapping[str, tuple[str, str]] = {
    "feedback_entry": ("entry_id", "umpan_balik_berkala"),
    "guidance": ("record_id", "pembinaan"),
    "documentation": ("documentation_id", "dokumentasi"),
}
_WHOLE_KEYS: Mapping[str, Travelling] = {
    layout.stored_as: layout for layout in TRANSFERRED if layout.stored_as in ("credit_item", "history_entry")
}
"""Tables whose rows hang on nothing but the person: what was brought along is known by its own key."""

_FOUND_BY: Mapping[str, tuple[str, str]] = {
    "riwayat_jabatan": ("person_id", ""),
    "rencana_lama": ("plan_id", "rencana"),
    "rencana_aksi": ("result_id", "butir"),
    "dokumentasi": ("result_id", "butir"),
    "umpan_balik_berkala": ("person_id", ""),
    "pembinaan": ("person_id", ""),
    "bukti": ("person_id", ""),
    "penilaian_lama": ("evaluation_id", "penilaian"),
    "proses": ("evaluation_id", "penilaian"),
    "keberatan": ("evaluation_id", "penilaian"),
    "dokumen": ("person_id", ""),
    "riwayat_angka_kredit": ("person_id", ""),
    "perjalanan_dokumen": ("document_id", "dokumen"),
    "dokumen_batal": ("document_id", "dokumen"),
    "tanda_tangan_elektronik": ("document_id", "dokumen"),
    "nilai_lama": ("person_id", ""),
    "butir_lama": ("evaluation_id", "nilai_lama"),
    "perilaku_lama": ("evaluation_id", "nilai_lama"),
}
"""By which column the rows of a table are found that go with a person, and the table whose keys it holds."""


class StoredTransfers:
    """Who left and who came, and what may only be read here."""

    def __init__(self, rows: Rows, travel: StoredTravel) -> None:
        self._rows = rows
        self._travel = travel

    def all(self) -> tuple[Transfer, ...]:
        """Every move of this agency, the newest first."""
        found = self._rows.read(tables.transfer, "", None, "since", "name", "transfer_id")
        return tuple(reversed([_transfer(row) for row in found]))

    def said(self) -> tuple[tuple[str, Transfer], ...]:
        """At the region: every move with the agency that speaks of it."""
        shape = shape_of(tables.transfer)
        columns = (tables.transfer.c.agency, *(tables.transfer.c[name] for name in shape.names))
        statement = select(*columns).order_by(tables.transfer.c.transfer_id, tables.transfer.c.agency)
        return tuple(
            (str(row[0]), _transfer(dict(zip(shape.names, row[1:], strict=True))))
            for row in self._rows.execute(statement)
        )

    def save(self, transfers: Sequence[Transfer]) -> None:
        """Note these moves or bring them up to date."""
        self._rows.write(tables.transfer, map(_row, transfers))

    def origins(self, places: Iterable[tuple[str, str]] | None = None) -> Mapping[tuple[str, str], Origin]:
        """The records that another agency made: all, or those at these places."""
        wanted = None if places is None else set(places)
        ids = None if wanted is None else dict.fromkeys(record_id for _, record_id in wanted)
        found = self._rows.read(tables.foreign_record, "record_id", ids)
        origins = {(str(row["table_name"]), str(row["record_id"])): _origin(row) for row in found}
        return origins if wanted is None else {place: one for place, one in origins.items() if place in wanted}

    def mark(self, origins: Sequence[Origin]) -> None:
        """Note who made these records."""
        self._rows.write(
            tables.foreign_record,
            [
                {
                    "table_name": one.table,
                    "record_id": one.record_id,
                    "agency_code": one.agency_code,
                    "agency_name": one.agency_name,
                    "transfer_id": one.transfer_id,
                }
                for one in origins
            ],
        )

    def records_of(
        self, person_ids: Sequence[str], owners: Mapping[str, Sequence[str]]
    ) -> dict[str, tuple[TravelRecord, ...]]:
        """The flat records that go with these people; ``owners`` are the keys of the typed records that go, by table.

        What is confidential does not go.
        """
        keys: dict[str, Sequence[str]] = {"": list(person_ids), **owners}
        found: dict[str, tuple[TravelRecord, ...]] = {}
        for layout in TRANSFERRED:
            if layout.name not in _FOUND_BY:
                continue
            column, owner = _FOUND_BY[layout.name]
            rows = self._rows.read(tables.metadata.tables[layout.stored_as], column, dict.fromkeys(keys.get(owner, ())))
            if layout.name == "bukti":
                rows = [row for row in rows if row["owner"] != EvidenceOwner.CONFIDENTIAL.value]
            records = self._travel.of_rows(layout, rows)
            keys[layout.name] = [record.fields[layout.table.key[0]] for record in records]
            if records:
                found[layout.name] = records
        return found


def guard(rows: Rows, verb: str, undoes: str) -> None:
    """Refuse a work that would change what another agency made (``PKG-840``); its own files may bring more of it."""
    if verb in LIFTED or undoes or not rows.noted:
        return
    foreign = tables.foreign_record
    first = select(foreign.c.record_id).where(foreign.c.agency == rows.agency).limit(1)
    if rows.connection.execute(first).first() is None:
        return
    asked: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for note in rows.noted:
        for name, value in _pointers(note):
            for table in name:
                asked[value].add((table, note.table))
    for row in rows.read(foreign, "record_id", list(asked)):
        if str(row["table_name"]) in {table for table, _ in asked[str(row["record_id"])]}:
            raise UsageRefusal("PKG-840", agency=str(row["agency_name"]) or str(row["agency_code"]))


def _pointers(note: NotedChange) -> Iterable[tuple[tuple[str, ...], str]]:
    """What a change of a row hangs on: the tables of a package and the key there."""
    table = tables.metadata.tables.get(note.table)
    if table is None or table.info.get("of_store") or note.table in ("foreign_record", "transfer", "kept_cell"):
        return
    names = shape_of(table).key
    values: dict[str, Any] = dict(zip(names, split_key(note.key), strict=True))
    if note.kind == "add" and any(name in table.c for name in _HUNG):
        values |= {name: pair[1] for name, pair in msgspec.json.decode(note.fields).items()}
    for name, packed in _HUNG.items():
        if values.get(name):
            yield packed, str(values[name])
    own = _OWN_KEYS.get(note.table)
    if own is not None and values.get(own[0]):
        yield (own[1],), str(values[own[0]])
    if note.table in _WHOLE_KEYS and not (note.kind == "change" and _only_ends(note)):
        layout = _WHOLE_KEYS[note.table]
        yield (layout.name,), joined_key(str(values[name]) for name in layout.table.key)


def _only_ends(note: NotedChange) -> bool:
    """Whether a dated entry only ends on another day: what follows it here does that to what was brought along."""
    return note.table == "history_entry" and set(msgspec.json.decode(note.fields)) <= {"until"}


def _transfer(row: Mapping[str, Any]) -> Transfer:
    return Transfer(
        transfer_id=row["transfer_id"],
        way=TransferWay(row["way"]),
        person_id=row["person_id"],
        nip=row["nip"],
        name=row["name"],
        other_code=row["other_code"],
        other_name=row["other_name"],
        since=date.fromisoformat(row["since"]),
        letter=row["letter"],
        letter_on=date.fromisoformat(row["letter_on"]) if row["letter_on"] else None,
        status=LegalStatus(row["status"]),
        post=row["post"],
        note=row["note"],
        package_id=row["package_id"],
        noted_by=row["noted_by"],
        noted_at=moment_value(row["noted_at"]),
    )


def _row(one: Transfer) -> Values:
    return {
        "transfer_id": one.transfer_id,
        "way": one.way.value,
        "person_id": one.person_id,
        "nip": one.nip,
        "name": one.name,
        "other_code": one.other_code,
        "other_name": one.other_name,
        "since": one.since.isoformat(),
        "letter": one.letter,
        "letter_on": one.letter_on.isoformat() if one.letter_on else None,
        "status": one.status.value,
        "post": one.post,
        "note": one.note,
        "package_id": one.package_id,
        "noted_by": one.noted_by,
        "noted_at": moment_text(one.noted_at),
    }


def _origin(row: Mapping[str, Any]) -> Origin:
    return Origin(
        str(row["table_name"]),
        str(row["record_id"]),
        str(row["agency_code"]),
        str(row["agency_name"]),
        str(row["transfer_id"]),
    )

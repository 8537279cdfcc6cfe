"""Conflicts that wait, absent records, the last packages of colleagues and custody, as rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Table, delete, func, insert, select

from meritdesk.core.conflicts import Candidate, Conflict, ConflictState
from meritdesk.core.custody import Claim, CustodyDecision
from meritdesk.core.evaluation import EvaluationState
from meritdesk.core.merging_rows import Absence, KeptPackage, Removal
from meritdesk.core.people import LegalStatus
from meritdesk.core.travel_layouts import TRAVELLING_BY_NAME
from meritdesk.store import tables
from meritdesk.store.notation import moment_text, moment_value
from meritdesk.store.rows import Key, Rows, Values, in_chunks, shape_of
from meritdesk.store.tables import incoming_data
from meritdesk.store.travelling import StoredTravel

_STORED: Mapping[str, Table] = {
    "unit": tables.org_unit,
    "pegawai": tables.person,
    "atasan": tables.reporting_line,
    "rencana": tables.plan,
    "realisasi": tables.actual,
    "capaian": tables.organisation_level,
    "penilaian": tables.evaluation,
}
"""Where the records of a package's tables stand."""


class StoredMerging:
    """What a merge left for a person, and what it stands on."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def conflicts(self, conflict_ids: Sequence[str] | None = None) -> tuple[Conflict, ...]:
        """Every conflict there was, those that wait first; or only these."""
        found = self._rows.read(tables.merge_conflict, "conflict_id", conflict_ids, "label", "record_id", "field")
        conflicts = [_conflict(row) for row in found]
        return tuple(sorted(conflicts, key=lambda one: not one.is_waiting))

    def save(self, conflicts: Sequence[Conflict]) -> None:
        """Note these conflicts or bring them up to date."""
        self._rows.write(tables.merge_conflict, map(_conflict_row, conflicts))

    def absences(self) -> tuple[Absence, ...]:
        """The records that the newest package of the agency no longer has."""
        found = self._rows.read(tables.absent_record, "", None, "table_name", "record_id")
        return tuple(
            Absence(
                str(row["table_name"]), str(row["record_id"]), str(row["package_id"]), str(row["agreed_by"]),
                str(row["second"]), str(row["reason"]), int(str(row["sequence"])),
            )
            for row in found
        )  # fmt: skip

    def replace_absences(self, absences: Sequence[Absence]) -> None:
        """Make these the absent ones; whoever is back is absent no longer."""
        wanted: dict[Key, Values | None] = {
            (one.table, one.record_id): {
                "table_name": one.table, "record_id": one.record_id, "package_id": one.package_id,
                "agreed_by": one.agreed_by, "second": one.second, "reason": one.reason,
                "sequence": one.sequence,
            }
            for one in absences
        }  # fmt: skip
        for one in self.absences():
            wanted.setdefault((one.table, one.record_id), None)
        self._rows.settle(tables.absent_record, wanted)

    def removals(self) -> tuple[Removal, ...]:
        """What the agency removed and did not send again since."""
        return tuple(
            Removal(
                str(row["table_name"]), str(row["record_id"]), str(row["epoch"]), int(str(row["sequence"])),
                str(row["reason"]),
            )
            for row in self._rows.read(tables.removed_record, "", None, "table_name", "record_id")
        )  # fmt: skip

    def replace_removals(self, removals: Sequence[Removal]) -> None:
        """Make these the removals that are remembered."""
        wanted: dict[Key, Values | None] = {
            one.place: {
                "table_name": one.table, "record_id": one.record_id, "epoch": one.epoch, "sequence": one.sequence,
                "reason": one.reason,
            }
            for one in removals
        }  # fmt: skip
        for one in self.removals():
            wanted.setdefault(one.place, None)
        self._rows.settle(tables.removed_record, wanted)

    def standing(self, places: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
        """Those of these records (table, key) that stand here."""
        by_table: dict[str, list[str]] = {}
        for table, record_id in places:
            by_table.setdefault(table, []).append(record_id)
        return tuple(
            (table, record_id)
            for table, record_ids in by_table.items()
            for record_id in self._present_of(table, record_ids)
        )

    def _present_of(self, table: str, record_ids: Sequence[str]) -> list[str]:
        if table in TRAVELLING_BY_NAME:
            return list(StoredTravel(self._rows).present(table, record_ids))
        keys = [tuple(record_id.split("@")) for record_id in record_ids]
        return ["@".join(map(str, key)) for key in self._rows.present(_STORED[table], keys)]

    def with_closed(self, person_ids: Sequence[str]) -> frozenset[str]:
        """Those of these people who have a closed evaluation of any period: they are never taken out."""
        found = self._rows.read(tables.evaluation, "person_id", dict.fromkeys(person_ids))
        return frozenset(str(row["person_id"]) for row in found if row["state"] == EvaluationState.CLOSED.value)

    def last_taken(self, sender: str, period: str) -> KeptPackage | None:
        """The package of a colleague's PC that was taken last for a period."""
        return next((kept for kept in self.taken(period) if kept.sender == sender), None)

    def taken(self, period: str) -> tuple[KeptPackage, ...]:
        """The last package of each colleague's PC for a period."""
        newest = {kept.sender: kept for kept in self._kept(incoming_data.c.period == period)}
        return tuple(newest[sender] for sender in sorted(newest))

    def keep_taken(self, package: KeptPackage) -> None:
        """Keep the bytes of a package just taken and of the one before it; what is older is not needed any more."""
        self._rows.require_writing()
        self._rows.has_unjournaled = True
        place = (incoming_data.c.sender == package.sender, incoming_data.c.period == package.period)
        for old in self._kept(*place)[:-1]:
            self.forget_taken(old.payload_digest)
        values = {
            "agency": self._rows.own_agency, "sender": package.sender, "period": package.period,
            "payload_digest": package.payload_digest, "change_set_number": package.change_set_number,
            "data": package.data,
        }  # fmt: skip
        self._rows.connection.execute(insert(incoming_data), [values])

    def forget_taken(self, payload_digest: str) -> None:
        """A package of a colleague was taken back: what was known before it counts again."""
        self._rows.require_writing()
        self._rows.has_unjournaled = True
        own = incoming_data.c.agency == self._rows.own_agency
        self._rows.connection.execute(
            delete(incoming_data).where(own, incoming_data.c.payload_digest == payload_digest)
        )

    def _kept(self, *place: ColumnElement[bool]) -> tuple[KeptPackage, ...]:
        """The packages kept, the newest last."""
        table = incoming_data
        columns = (table.c.sender, table.c.period, table.c.payload_digest, table.c.change_set_number, table.c.data)
        own = table.c.agency == self._rows.own_agency
        statement = select(*columns).where(own, *place).order_by(table.c.change_set_number)
        return tuple(
            KeptPackage(row[0], row[1], row[2], row[3], bytes(row[4])) for row in self._rows.execute(statement)
        )

    def removed_now(self, table: str, record_ids: Sequence[str]) -> int:
        """Take records out with all that hangs on them; answers how many there were."""
        if table in TRAVELLING_BY_NAME:
            travel = StoredTravel(self._rows)
            standing = travel.present(table, record_ids)
            travel.remove(table, standing)
            return len(standing)
        target = _STORED[table]
        keys = [tuple(record_id.split("@")) for record_id in record_ids]
        present = self._rows.present(target, keys)
        self._take_out(target, present)
        return len(present)

    def _take_out(self, target: Table, present: Mapping[Key, Values]) -> None:
        """Remove rows after everything that cannot stand without them."""
        if not present:
            return
        for child in tables.metadata.sorted_tables:
            for reference in child.foreign_key_constraints:
                if reference.referred_table is target and child is not target and "noun" in child.info:
                    column = next(str(one.name) for one in reference.columns if one.name != "agency")
                    parent_column = next(
                        str(one.column.name) for one in reference.elements if one.column.name != "agency"
                    )
                    shape = shape_of(child)
                    rows = self._rows.read(child, column, {row[parent_column] for row in present.values()})
                    self._take_out(child, {shape.key_of(row): row for row in rows})
        self._rows.settle(target, dict.fromkeys(present))


class StoredCustody:
    """People whom several agencies hold; only the region's store has rows of several."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def claims(self) -> tuple[Claim, ...]:
        """The rows of everybody in service whom more than one agency holds, by NIP or by the person's own key."""
        person, unit = tables.person, tables.org_unit
        in_service = person.c.legal_status != LegalStatus.LEFT.value
        agencies = func.count(person.c.agency.distinct()) > 1
        twice: dict[str, set[str]] = {}
        for name in ("nip", "person_id"):
            column = person.c[name]
            statement = select(column).where(in_service, column != "").group_by(column).having(agencies)
            twice[name] = {str(row[0]) for row in self._rows.execute(statement)}
        claims: dict[tuple[str, str], Claim] = {}
        for name, wanted in twice.items():
            for chunk in in_chunks(sorted(wanted)):
                statement = (
                    select(
                        person.c.agency, person.c.person_id, person.c.nip, person.c.name, unit.c.name,
                        person.c.position_title, person.c.position_since,
                    )
                    .select_from(
                        person.outerjoin(
                            unit, (unit.c.agency == person.c.agency) & (unit.c.unit_id == person.c.unit_id)
                        )
                    )
                    .where(in_service, person.c[name].in_(chunk))
                )  # fmt: skip
                for row in self._rows.execute(statement):
                    since = date.fromisoformat(row[6]) if row[6] else None
                    claims[row[0], row[1]] = Claim(row[0], row[1], row[2], row[3], row[4] or "", row[5], since)
        return tuple(claims.values())

    def decisions(self, year: int) -> Mapping[str, CustodyDecision]:
        """What was decided for a year, by the key of the person."""
        return {str(row["person_key"]): _decision(row) for row in self._rows.read(tables.custody, "year", [year])}

    def decide(self, decision: CustodyDecision) -> None:
        """Keep a decision; a later one of the same person and year takes its place."""
        values: Values = {
            "person_key": decision.key,
            "year": decision.year,
            "owner": decision.owner,
            "since": decision.since.isoformat() if decision.since else None,
            "reason": decision.reason,
            "decided_by": decision.decided_by,
            "decided_at": moment_text(decision.decided_at),
        }
        self._rows.write(tables.custody, [values])


def _decision(row: Mapping[str, Any]) -> CustodyDecision:
    return CustodyDecision(
        key=row["person_key"],
        year=row["year"],
        owner=row["owner"],
        since=date.fromisoformat(row["since"]) if row["since"] else None,
        reason=row["reason"],
        decided_by=row["decided_by"],
        decided_at=moment_value(row["decided_at"]),
    )


def _conflict(row: Mapping[str, Any]) -> Conflict:
    return Conflict(
        conflict_id=row["conflict_id"],
        period=row["period"],
        table=row["table_name"],
        record_id=row["record_id"],
        label=row["label"],
        field=row["field"],
        base=row["base"],
        candidates=msgspec.json.decode(row["candidates"], type=dict[str, Candidate]),
        standing=row["standing"],
        package_id=row["package_id"],
        noted_at=moment_value(row["noted_at"]),
        state=ConflictState(row["state"]),
        chosen=row["chosen"],
        decided_by=row["decided_by"],
        decided_at=moment_value(row["decided_at"]) if row["decided_at"] else None,
        reason=row["reason"],
    )


def _conflict_row(conflict: Conflict) -> Values:
    return {
        "conflict_id": conflict.conflict_id,
        "period": conflict.period,
        "table_name": conflict.table,
        "record_id": conflict.record_id,
        "label": conflict.label,
        "field": conflict.field,
        "base": conflict.base,
        "candidates": msgspec.json.encode(dict(sorted(conflict.candidates.items()))).decode(),
        "standing": conflict.standing,
        "package_id": conflict.package_id,
        "noted_at": moment_text(conflict.noted_at),
        "state": conflict.state.value,
        "chosen": conflict.chosen,
        "decided_by": conflict.decided_by,
        "decided_at": moment_text(conflict.decided_at) if conflict.decided_at else None,
        "reason": conflict.reason,
    }

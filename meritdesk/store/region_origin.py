"""Which package brought a record to the region, and in which row of which of its files it stood.

The journal names the package of every change. The row is counted anew: a package holds its records in one order, and
what the agency's rows were just after it was taken follows from those of today and what the journal says of later.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Table, and_, or_, select, true

from meritdesk.core.evaluation import EvaluationState
from meritdesk.core.periods import Period, parse_period
from meritdesk.core.region_board import Provenance, place_of
from meritdesk.core.travel import Scope, key_parts
from meritdesk.core.travel_layouts import TRAVELLING_BY_NAME
from meritdesk.store import tables
from meritdesk.store.journal import decoded, split_key
from meritdesk.store.notation import moment_value
from meritdesk.store.rows import Rows, key_text, shape_of
from meritdesk.store.tables import absent_record, change_set, evaluation, incoming, organisation_level, row_change
from meritdesk.store.travelling import StoredTravel

_TYPED: Mapping[str, tuple[Table, tuple[str, ...]]] = {
    "penilaian": (evaluation, ("person_id", "evaluation_id")),
    "capaian": (organisation_level, ("period", "unit_id")),
}
"""Tables of the scored nouns, with the columns by which a package puts their rows in order."""

_EVALUATIONS = "penilaian"
_PEOPLE = "pegawai"


class _Head(msgspec.Struct, frozen=True):
    """What is asked of a stored receipt; the rest is passed over."""

    package_id: str


@dataclass(frozen=True, slots=True)
class _Taken:
    """A package as the ledger has it."""

    package_id: str
    sender: str
    period: str
    sequence: int
    receipt_number: str
    received_at: str


class StoredOrigin:
    """The way of records to the region; the agency is the one that is worked on."""

    def __init__(self, rows: Rows, travel: StoredTravel) -> None:
        self._rows = rows
        self._travel = travel

    def of(self, table: str, key: str, period: Period) -> Provenance | None:
        """What brought a record of a package's table, by its key there; nothing when no package did."""
        stored = _TYPED[table][0] if table in _TYPED else tables.metadata.tables[TRAVELLING_BY_NAME[table].stored_as]
        names = TRAVELLING_BY_NAME[table].table.key if table in TRAVELLING_BY_NAME else shape_of(stored).key
        parts = dict(zip(names, key_parts(key), strict=True))
        row_key = key_text(tuple(parts[name] for name in shape_of(stored).key))
        packages = {f"package:{one.package_id}": one for one in self._taken(table, period)}
        arrivals = self._sets(change_set.c.origin.in_(list(packages)))
        for number, origin in arrivals:
            if not self._touches([number], stored, row_key):
                continue
            taken = packages[origin]
            own = [one for one, _ in self._sets(~change_set.c.origin.startswith("package:"), number)]
            later = [*own, *(one for one, _ in arrivals if one > number)]
            return Provenance(
                package_id=taken.package_id,
                sender=taken.sender,
                period=taken.period,
                sequence=taken.sequence,
                receipt_number=taken.receipt_number,
                received_on=moment_value(taken.received_at).date(),
                table=table,
                key=key,
                line=self._line(table, stored, key, parse_period(taken.period), later, taken.package_id),
                change_set=number,
                was_changed_here=self._touches(own, stored, row_key),
            )
        return None

    def _taken(self, table: str, period: Period) -> list[_Taken]:
        """The packages of the agency that could have brought it: of the period, of its year, or any of them."""
        layout = TRAVELLING_BY_NAME.get(table)
        which: ColumnElement[bool] = incoming.c.period == period.code
        if layout is not None and layout.scope in (Scope.WHOLE, Scope.WITH_YEAR):
            which = true()
        elif table != _EVALUATIONS:
            which = incoming.c.period.startswith(str(period.year))
        names = ("sender", "period", "sequence", "receipt_number", "received_at", "receipt")
        statement = select(*(incoming.c[name] for name in names)).where(
            incoming.c.agency == self._rows.own_agency,
            incoming.c.sender.startswith(f"{self._rows.agency}/", autoescape=True),
            incoming.c.slot.is_not(None),
            which,
        )
        return [
            _Taken(msgspec.json.decode(row[5], type=_Head).package_id, *row[:5])
            for row in self._rows.execute(statement)
        ]

    def _sets(self, which: ColumnElement[bool], after: int = 0) -> list[tuple[int, str]]:
        """The change sets about the agency that still stand, newest first."""
        back = change_set.alias("taken_back")
        undone = (
            select(back.c.number)
            .where(back.c.agency == change_set.c.agency, back.c.undoes == change_set.c.change_set_id)
            .exists()
        )
        statement = (
            select(change_set.c.number, change_set.c.origin)
            .where(
                change_set.c.agency == self._rows.own_agency,
                change_set.c.about == self._rows.agency,
                change_set.c.number > after,
                which,
                ~undone,
            )
            .order_by(change_set.c.number.desc())
        )
        return [(row[0], row[1]) for row in self._rows.execute(statement)]

    def _touches(self, numbers: Sequence[int], stored: Table, row_key: str) -> bool:
        statement = select(row_change.c.place).where(
            row_change.c.agency == self._rows.own_agency,
            row_change.c.number.in_(numbers),
            row_change.c.table_name == stored.name,
            row_change.c.row_key == row_key,
        )
        return self._rows.connection.execute(statement.limit(1)).first() is not None

    def _line(
        self, table: str, stored: Table, key: str, period: Period, later: Sequence[int], package_id: str
    ) -> int | None:
        """The row in the file, its heading being row 1; nothing where what was removed since cannot be put in order."""
        keys = self._keys(table, period, package_id)
        names = shape_of(stored).key
        order = _TYPED[table][1] if table in _TYPED else TRAVELLING_BY_NAME[table].table.key
        places = [order.index(name) for name in names]
        added = set()
        for row_key, kind, fields in self._later(stored, later):
            if kind == "add":
                added.add(tuple(split_key(row_key)))
            elif table not in _TYPED:
                return None
            else:
                gone = {name: str(pair.old) for name, pair in decoded(fields).items()}
                if _is_of(stored, gone["period"], period):
                    keys.append(tuple(gone[name] for name in order))
        kept = [one for one in keys if tuple(one[place] for place in places) not in added]
        if table in _TYPED:
            kept.sort()
        wanted = tuple(key_parts(key))
        if table in _TYPED:
            wanted = next((one for one in kept if tuple(one[place] for place in places) == wanted), ())
        return place_of(kept, wanted)

    def _keys(self, table: str, period: Period, package_id: str) -> list[tuple[str, ...]]:
        """What puts the rows of a file in order, in that order, as they stand today."""
        if table not in _TYPED:
            records = self._travel.read(period, [TRAVELLING_BY_NAME[table]]).get(table, ())
            return [key_parts(record.key) for record in records]
        stored, order = _TYPED[table]
        here: list[Any] = [stored.c.agency == self._rows.agency]
        if stored is evaluation:
            gone = select(absent_record.c.record_id).where(
                absent_record.c.agency == self._rows.agency,
                absent_record.c.table_name == _PEOPLE,
                absent_record.c.package_id == package_id,
            )
            is_closed = evaluation.c.state == EvaluationState.CLOSED.value
            here += [and_(evaluation.c.period == period.code, is_closed), evaluation.c.person_id.not_in(gone)]
        else:
            years = (str(period.year), str(period.year - 1))
            here.append(or_(*(organisation_level.c.period.startswith(year) for year in years)))
        return [tuple(row) for row in self._rows.execute(select(*(stored.c[name] for name in order)).where(*here))]

    def _later(self, stored: Table, numbers: Sequence[int]) -> Sequence[tuple[str, str, str]]:
        """Rows of a table that came or went with these change sets, oldest first."""
        statement = (
            select(row_change.c.row_key, row_change.c.kind, row_change.c.fields)
            .where(
                row_change.c.agency == self._rows.own_agency,
                row_change.c.number.in_(numbers),
                row_change.c.table_name == stored.name,
                row_change.c.kind != "change",
            )
            .order_by(row_change.c.number, row_change.c.place)
        )
        return [(row[0], row[1], row[2]) for row in self._rows.execute(statement)]


def _is_of(stored: Table, code: str, period: Period) -> bool:
    """Whether a row of a period belongs into the package of another: levels go with the year and the one before."""
    if stored is evaluation:
        return code == period.code
    return code[:4] in (str(period.year), str(period.year - 1))

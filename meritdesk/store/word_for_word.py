"""What stands of an agency word for word as its last package said it, and how a single other write forgets that."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from sqlalchemy import ColumnElement, Table, and_, delete, func, select

from meritdesk.core.periods import Period
from meritdesk.core.travel import Scope, joined_key
from meritdesk.core.travel_layouts import EXPORTED, REACHES, TRAVELLING_BY_NAME, Reach
from meritdesk.core.word_for_word import TableWords
from meritdesk.store import tables
from meritdesk.store.bulk import add_rows, whole_tables_joined
from meritdesk.store.rows import Rows, shape_of
from meritdesk.store.tables import standing_words
from meritdesk.store.travelling import StoredTravel

_TYPED: Mapping[str, tuple[Table, ...]] = {
    "unit": (tables.org_unit,),
    "pegawai": (tables.person,),
    "atasan": (tables.reporting_line,),
    "rencana": (tables.plan, tables.work_result, tables.indicator, tables.plan_note, tables.workblock),
}
_PARTS: Mapping[str, tuple[Table, str]] = {
    "butir": (tables.work_result, "result_id"),
    "indikator": (tables.indicator, "indicator_id"),
}
_STORED: Mapping[str, frozenset[str]] = {
    **{name: frozenset(str(table.name) for table in stored) for name, stored in _TYPED.items()},
    **{one.name: frozenset({one.stored_as}) for one in EXPORTED if one.scope is not Scope.OWNER},
}
"""In which tables of the store a table of a package stands with all its parts."""


class StoredWords:
    """The memory of tables that the next package may repeat word for word; it serves speed alone."""

    def __init__(self, rows: Rows, travel: StoredTravel) -> None:
        self._rows = rows
        self._travel = travel
        self._noted: dict[tuple[str, int], TableWords] = {}

    def standing(self, period: Period) -> dict[str, TableWords]:
        """What stands here of the tables that a package of this period may repeat."""
        table = standing_words
        statement = select(table.c.table_name, table.c.digest, table.c.records, table.c.totals).where(
            table.c.agency == self._rows.agency, table.c.year.in_([0, period.year])
        )
        return {
            row[0]: TableWords(row[1], row[2], msgspec.json.decode(row[3], type=dict[str, tuple[int, dict[str, str]]]))
            for row in self._rows.execute(statement)
        }

    def keys(self, table: str, period: Period) -> frozenset[str]:
        """The keys of the records that stand here of what a package of this period describes."""
        # As ``StoredTravel.read``: a server that has not counted an agency would compare everything with everything.
        with whole_tables_joined(self._rows.connection):
            return self._keys(table, period)

    def _keys(self, table: str, period: Period) -> frozenset[str]:
        if table in _PARTS:
            stored, name = _PARTS[table]
            of_year = select(tables.plan.c.plan_id).where(*self._of("rencana", tables.plan, period))
            place = (stored.c.agency == self._rows.agency, stored.c.plan_id.in_(of_year))
            return frozenset(row[0] for row in self._rows.execute(select(stored.c[name]).where(*place)))
        stored = self._stored(table)
        names = TRAVELLING_BY_NAME[table].table.key if table in TRAVELLING_BY_NAME else shape_of(stored).key
        statement = select(*(stored.c[name] for name in names)).where(*self._of(table, stored, period))
        if len(names) == 1 and table in _TYPED:
            return frozenset(row[0] for row in self._rows.execute(statement))
        return frozenset(joined_key(map(str, row)) for row in self._rows.execute(statement))

    def count(self, table: str, period: Period) -> int:
        """How many records stand here of what a package of this period describes."""
        stored = self._stored(table)
        statement = select(func.count()).select_from(stored).where(*self._of(table, stored, period))
        with whole_tables_joined(self._rows.connection):
            return int(self._rows.connection.execute(statement).scalar_one())

    def remember(self, period: Period, words: Mapping[str, TableWords]) -> None:
        """From the end of this work on these tables stand here word for word."""
        self._rows.require_writing()
        self._noted |= {(name, _year(name, period)): one for name, one in words.items()}

    def follow(self) -> None:
        """Forget what this work has touched in any other way, and note what it says is so."""
        stale = [name for name, stored in _STORED.items() if stored & self._rows.changed]
        stale += [name for name, _ in self._noted if name not in stale]
        place = (standing_words.c.agency == self._rows.agency, standing_words.c.table_name.in_(stale))
        if stale:
            self._rows.connection.execute(delete(standing_words).where(and_(*place)))
        rows = [
            (self._rows.agency, name, year, one.digest, one.records, msgspec.json.encode(one.totals).decode())
            for (name, year), one in self._noted.items()
        ]
        if rows:
            names = ("agency", "table_name", "year", "digest", "records", "totals")
            add_rows(self._rows.connection, standing_words, names, rows)
        self._noted.clear()

    def _stored(self, table: str) -> Table:
        if table in _TYPED:
            return _TYPED[table][0]
        return tables.metadata.tables[TRAVELLING_BY_NAME[table].stored_as]

    def _of(self, table: str, stored: Table, period: Period) -> tuple[ColumnElement[bool], ...]:
        own = stored.c.agency == self._rows.agency
        if table == "rencana":
            return own, stored.c.year == period.year
        if table in TRAVELLING_BY_NAME:
            return own, self._travel.travels(TRAVELLING_BY_NAME[table].stored_as, period)
        return (own,)


def _year(table: str, period: Period) -> int:
    reach = Reach.YEAR if table == "rencana" else REACHES.get(table, Reach.ALWAYS)
    return period.year if reach is Reach.YEAR else 0

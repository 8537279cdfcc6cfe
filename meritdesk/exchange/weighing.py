"""What a package would say, taken a portion of its records after the other: weighed, and packed where it is to go.

A city has ten kilobytes of plans and evaluations a person, and a hundred bytes of them in a package. Nobody holds the
former: a portion is spelled into every table that it has rows of, and let go.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from meritdesk.core.handover import (
    AuditHead,
    PackageKind,
    PressedFile,
    Snapshot,
    TableTotals,
    WeighedContent,
)
from meritdesk.core.package_tables import Table
from meritdesk.core.travel_layouts import TRAVELLING_BY_NAME
from meritdesk.exchange import package_layout as layout
from meritdesk.exchange.data_package import control_file, descriptor_file, refusing_long_texts
from meritdesk.exchange.package_layout import CONTROL_PATH, DESCRIPTOR_PATH
from meritdesk.exchange.pressing import Press, press
from meritdesk.exchange.records import (
    all_tables,
    attached,
    beating,
    control_of,
    record_digest,
    rows_by_table,
    typed_tables,
)
from meritdesk.exchange.tables import TableFile, TableWriting, write_table
from meritdesk.exchange.travelling import record_rows, with_unknown


def weigh(
    portions: Iterable[Snapshot],
    beat: Callable[[], None] = lambda: None,
    kind: PackageKind = PackageKind.EXPORT,
    *,
    to_pack: bool = False,
) -> WeighedContent:
    """What a snapshot would be as files: its digest, its control totals and its size; with ``to_pack`` the files too.

    It comes in portions: each says what is said once (agency, period) and some of the records, those of a table in
    its order. In the digest the head of the journal does not count, since packing itself moves it on. Nor do the
    removals: what is gone is missing among the records, and it is said aloud only until a package that says so was
    accepted.
    """
    weighing = _Weighing(kind, to_pack, beat)
    for portion in portions:
        weighing.take(replace(portion, audit_head=AuditHead(0, ""), heads_before=(), tombstones=()))
    return weighing.done()


def content_digest(
    content: Snapshot, beat: Callable[[], None] = lambda: None, kind: PackageKind = PackageKind.EXPORT
) -> str:
    """What a snapshot says, as a digest: the same content handed over again is the same package (faults F29)."""
    return weigh([content], beat, kind).digest


def write_weighed(content: Snapshot, weighed: WeighedContent) -> dict[str, bytes | PressedFile]:
    """The files of what was ``weighed`` to be packed, with the removals and the heads of the journal of ``content``."""
    table, rows = with_unknown(layout.TOMBSTONE, rows_by_table(content)[layout.TOMBSTONE], content.unknown)
    with refusing_long_texts():
        removed, counted = write_table(table, rows)
    counts = {one.name: TableFile(one.rows, one.totals) for one in weighed.tables} | {table.name: counted}
    return {**weighed.pressed, table.path: removed, CONTROL_PATH: control_file(control_of(content), counts)}


class _Weighing:
    """The files of a package while its content comes by; of what went by only packed bytes and digests are left."""

    def __init__(self, kind: PackageKind, to_pack: bool, beat: Callable[[], None]) -> None:
        self._kind, self._to_pack, self._beat = kind, to_pack, beat
        self._said: Snapshot | None = None
        self._tables: dict[str, tuple[TableWriting, Press]] = {}

    def take(self, portion: Snapshot) -> None:
        """The next records."""
        self._said = portion
        flat = [record_rows(TRAVELLING_BY_NAME[name], records) for name, records in portion.records.items()]
        for table, rows in typed_tables(portion) + flat:
            for some in beating(rows, self._beat):
                with refusing_long_texts():
                    self._writing(table)[0].take(some)

    def _writing(self, table: Table) -> tuple[TableWriting, Press]:
        known = self._tables.get(table.name)
        if known is None:
            file = Press(keeps=self._to_pack)
            known = self._tables[table.name] = TableWriting(table, file.add), file
        elif known[0].table != table:
            raise ValueError(f"{table.name}: it was begun with other columns")
        return known

    def done(self) -> WeighedContent:
        """What they come to."""
        said = self._said
        assert said is not None, "nothing was weighed"
        nothing = Snapshot(said.agency_code, said.agency_name, said.period, unknown=said.unknown)
        # Tables without rows stand in a package too.
        written = [self._tables.get(table.name) or self._writing(table) for table, _ in all_tables(nothing, self._kind)]
        counts = {one.table.name: one.done() for one, _ in written}
        files = {one.table.path: file.done() for one, file in written}
        further = {
            CONTROL_PATH: control_file(control_of(said), counts),
            DESCRIPTOR_PATH: descriptor_file(self._kind.value, tuple(one.table for one, _ in written)),
            **attached(said, self._kind),
        }
        files |= {path: press(data, keeps=self._to_pack) for path, data in further.items()}
        digests = {path: one.sha256 for path, one in files.items()}
        return WeighedContent(
            digest=record_digest(digests),
            tables=tuple(
                TableTotals(name, one.table.title, counted.rows, counted.totals)
                for (one, _), (name, counted) in zip(written, counts.items(), strict=True)
            ),
            size=sum(one.size for one in files.values()),
            files=digests,
            pressed=files if self._to_pack else {},
        )

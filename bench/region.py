"""Receive many agencies with many periods at the region, into its file and onto a PostgreSQL, beside plain inserts.

The packages are real: sealed, signed, encrypted and read like any other; the agencies behind them are made up and have
no stores of their own. ``plain`` writes the very rows that the region holds afterwards into empty tables of the same
shape, with ``executemany`` into an encrypted file and with ``COPY`` on the server: the least any program would need.
"""

from __future__ import annotations

import argparse
import os
import random
import tempfile
import time
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from _measure import MEGABYTE, Peak, report, said, workshop
from sqlalchemy import insert, select

from meritdesk import bootstrap, exchange
from meritdesk.core.evaluation import Actual, Evaluation, EvaluationState, Predicate, Rating
from meritdesk.core.handover import DeviceKeys, KeyCard, PackageHeader, PackageKind, Snapshot
from meritdesk.core.people import OrgUnit, Person, PersonBlock, ReportingLine
from meritdesk.core.periods import Period, parse_period
from meritdesk.core.plan import (
    Approach,
    Indicator,
    JobClass,
    PerformancePlan,
    PlanState,
    ResultKind,
    Target,
    WorkResult,
)
from meritdesk.core.store import AgencyInfo
from meritdesk.services import Desk
from meritdesk.services.handover import Consent
from meritdesk.store import sqlite, tables

PASSPHRASE = "kata sandi bench"
REGION = AgencyInfo("REG33", "Kantor Regional", True, "PC01", "Surakarta", "REG33")
NOW = datetime(2026, 1, 12, 8, 0, tzinfo=UTC)
PREDICATES = {
    Rating.ABOVE: Predicate.VERY_GOOD,
    Rating.MEETS: Predicate.GOOD,
    Rating.BELOW: Predicate.NEEDS_IMPROVEMENT,
}


def periods(count: int) -> list[Period]:
    """So many months of 2025; the last of twelve is the year itself."""
    codes = [f"2025-{month:02d}" for month in range(1, count)]
    return [parse_period(code) for code in (*codes, "2025")]


class MadeUp:
    """One agency without a store: its keys, its people and plans, and its packages one after another."""

    def __init__(self, number: int, staff: int) -> None:
        self.code = str(3301 + number)
        self.keys: DeviceKeys = exchange.new_device_keys(self.code, f"Kabupaten {number}", "PC01", False)
        self.epoch, self.sequence, self.previous = uuid.uuid4().hex, 0, exchange.NO_PREVIOUS
        self.chance = random.Random(number)
        self.units = tuple(OrgUnit(f"{self.code}-u{place}", f"Dinas {place}") for place in range(1 + staff // 40))
        self.people = tuple(self._person(place) for place in range(staff))
        self.plans = tuple(self._plan(person) for person in self.people)

    def _person(self, place: int) -> Person:
        unit = self.units[place % len(self.units)].unit_id
        nip = f"1985{place % 12 + 1:02d}{place % 28 + 1:02d}2010{place // 4 % 12 + 1:02d}1{place:03d}"[:18]
        return Person(f"{self.code}-{place}", nip, f"Pegawai {place}", grade="III/c", position_title="Analis",
                      unit_id=unit)  # fmt: skip

    def _plan(self, person: Person) -> PerformancePlan:
        key = person.person_id
        target = Target("12 laporan", Decimal(12), Decimal(12), "laporan")
        results = tuple(
            WorkResult(
                f"{key}-h{place}",
                place,
                ResultKind.MAIN,
                f"Laporan {place} tersusun tepat waktu",
                indicators=(Indicator(f"{key}-i{place}", "Jumlah laporan", target),),
            )
            for place in (1, 2, 3)
        )
        return PerformancePlan(
            f"{key}-k", key, 2025, Approach.QUALITATIVE, JobClass.JA_JF, date(2025, 1, 1), date(2025, 12, 31),
            state=PlanState.FIXED, results=results, fixed_on=date(2025, 1, 31),
        )  # fmt: skip

    def package(self, period: Period, region: KeyCard, folder: Path) -> Path:
        """The next package, written to a folder."""
        self.sequence += 1
        header = PackageHeader(
            PackageKind.EXPORT, f"{self.code}/PC01", region.agency_code, period.code, self.epoch, self.sequence,
            self.previous, str(uuid.uuid4()),
        )  # fmt: skip
        sealed = exchange.pack(header, self._snapshot(period), self.keys, (region, self.keys.card))
        self.previous = sealed.payload_digest
        folder.mkdir(exist_ok=True)
        return exchange.write_package(sealed.data, folder, sealed.name)

    def _snapshot(self, period: Period) -> Snapshot:
        evaluations = []
        for person in self.people:
            rating = self.chance.choice(tuple(Rating))
            block = PersonBlock(person.name, person.nip, person.grade, person.position_title, "Dinas")
            evaluations.append(
                Evaluation(
                    f"{person.person_id}-{period.code}", person.person_id, period, rating, Rating.MEETS,
                    state=EvaluationState.CLOSED, predicate=PREDICATES[rating], closed_on=period.last_day,
                    parties=(block, block),
                )
            )  # fmt: skip
        actuals = tuple(
            Actual(indicator.indicator_id, period, "selesai", Decimal(self.chance.randrange(50, 120)))
            for plan in self.plans
            for indicator in plan.indicators
        )
        return Snapshot(
            self.code, f"Kabupaten {self.code}", period.code, self.units, self.people,
            tuple(ReportingLine(person.person_id) for person in self.people), self.plans, actuals, (),
            tuple(evaluations),
        )  # fmt: skip


def receive_all(region: Desk, files: Sequence[Path], replies: Path, kept_in: str) -> float:
    """Every package in turn; answers with the seconds of receiving alone."""
    agreed = Consent("bench", "orang kedua")
    with Peak() as peak:
        began, computed = time.perf_counter(), time.process_time()
        for file in files:
            region.handover.receive(file, replies, consent=agreed)
        seconds, cpu = time.perf_counter() - began, time.process_time() - computed
    records = len(region_rows(region))
    report(
        "region_receive",
        kept_in=kept_in,
        packages=len(files),
        rows=records,
        seconds=round(seconds, 1),
        cpu_seconds=round(cpu, 1),
        rows_per_second=round(records / seconds),
        peak_mb=round(peak.highest / MEGABYTE),
    )
    return cpu


def region_rows(region: Desk) -> list[tuple[Any, tuple[Any, ...]]]:
    """Every row of the agencies with its table, in the order in which they can be written."""
    found = []
    with region.handover.around.store.reading() as work:
        for table in tables.metadata.sorted_tables:
            if "noun" in table.info and not table.info.get("of_store") and table.name != "setting":
                statement = select(table).where(table.c.agency != region.agency.code)
                found += [(table, tuple(row)) for row in work._connection.execute(statement)]  # type: ignore[attr-defined]
    return found


def plain_into_file(rows: Sequence[tuple[Any, tuple[Any, ...]]], folder: Path) -> tuple[float, float]:
    """The same rows with ``executemany`` into an encrypted file, one transaction a hundred thousand rows."""
    engine = sqlite.engine_for(folder / "plain.db", bytes(32))
    tables.metadata.create_all(engine)
    began, computed = time.perf_counter(), time.process_time()
    for table, chunk in by_table(rows):
        with engine.begin() as connection:
            names = [str(column.name) for column in table.columns]
            connection.execute(insert(table), [dict(zip(names, row, strict=True)) for row in chunk])
    engine.dispose()
    return time.perf_counter() - began, time.process_time() - computed


def plain_onto_server(rows: Sequence[tuple[Any, tuple[Any, ...]]], connection: Any) -> tuple[float, float]:
    """The same rows with ``COPY`` into tables of the same shape, without partitions and policies."""
    began, computed = time.perf_counter(), time.process_time()
    with connection.cursor() as cursor:
        for table in dict.fromkeys(table for table, _ in rows):
            cursor.execute(f"CREATE TEMPORARY TABLE plain_{table.name} (LIKE {table.name} INCLUDING ALL)")
        for table, chunk in by_table(rows):
            with cursor.copy(f"COPY plain_{table.name} FROM STDIN") as copy:
                for row in chunk:
                    copy.write_row(row)
    connection.commit()
    return time.perf_counter() - began, time.process_time() - computed


def by_table(rows: Sequence[tuple[Any, tuple[Any, ...]]]) -> Iterator[tuple[Any, list[tuple[Any, ...]]]]:
    grouped: dict[Any, list[tuple[Any, ...]]] = {}
    for table, row in rows:
        grouped.setdefault(table, []).append(row)
    for table, found in grouped.items():
        for start in range(0, len(found), 100_000):
            yield table, found[start : start + 100_000]


def ask_the_board(region: Desk, kept_in: str) -> None:
    """Every page of the regional board, and which took longest."""
    board, year = region.overview.region, parse_period("2025")
    pages = {
        "sendings": lambda: board.sendings(year),
        "completeness": lambda: board.completeness(year),
        "distributions": lambda: board.distributions(year),
        "outliers": lambda: board.outliers(year),
        "trends": lambda: board.trends((2024, 2025)),
        "kpi": lambda: board.kpi(2025),
    }
    took = {}
    for name, page in pages.items():
        began = time.perf_counter()
        page()
        took[name] = round((time.perf_counter() - began) * 1000)
    slowest = max(took, key=lambda name: took[name])
    report(
        "region_board",
        kept_in=kept_in,
        slowest=slowest,
        slowest_ms=took[slowest],
        **{f"{k}_ms": v for k, v in took.items()},
    )


@contextmanager
def opened(folder: Path, agencies: Sequence[MadeUp]) -> Iterator[Desk]:
    """The region at its desk, trusting these agencies."""
    with bootstrap.open_desk(folder, PASSPHRASE, clock=lambda: NOW) as desk:
        around = desk.handover.around
        with around.store.writing(around.actor, "handover.trust") as work:
            for agency in agencies:
                work.ledger.trust(agency.keys.card)
            work.commit()
        yield desk


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--agencies", type=int, default=12)
    parser.add_argument("--staff", type=int, default=10_000)
    parser.add_argument("--periods", type=int, default=12)
    parser.add_argument("--no-server", action="store_true")
    chosen = parser.parse_args()
    with workshop() as folder:
        os.environ["XDG_DATA_HOME"] = str(folder / "data")
        bootstrap.create_store(folder / "file", REGION, PASSPHRASE, lambda: NOW)
        agencies = [MadeUp(number, chosen.staff) for number in range(chosen.agencies)]
        with bootstrap.open_desk(folder / "file", PASSPHRASE) as desk:
            card = desk.handover.around.store.keys.card
        began = time.process_time()
        files = [
            agency.package(period, card, folder / "stick") for period in periods(chosen.periods) for agency in agencies
        ]
        said(f"{len(files)} packages made in {time.process_time() - began:.0f} s of computing")
        with opened(folder / "file", agencies) as desk:
            cpu = receive_all(desk, files, folder / "replies", "file")
            ask_the_board(desk, "file")
            rows = region_rows(desk)
        seconds, plain = plain_into_file(rows, folder)
        report("region_plain", kept_in="file", rows=len(rows), seconds=round(seconds, 1), cpu_seconds=round(plain, 1),
               times_plain=round(cpu / plain, 1))  # fmt: skip
        if not chosen.no_server:
            on_server(folder, agencies, files, rows)


def on_server(folder: Path, agencies: Sequence[MadeUp], files: Sequence[Path], rows: list[Any]) -> None:
    """The same on a private server; the region's keys come along, so that it can read the packages."""
    from server import private_server

    servers = private_server()
    with (
        tempfile.TemporaryDirectory(prefix="meritdesk-note-") as note,
        servers.shared(Path(note), os.getpid()) as server,
    ):
        codes = (REGION.code, *(agency.code for agency in agencies))
        database = servers.prepared(server, "bench_region", 4, codes)
        fresh = folder / "server"
        bootstrap.create_store(fresh, REGION, PASSPHRASE, lambda: NOW)
        bootstrap.move_to_server(fresh, database.place(), database.clerk_password, PASSPHRASE)
        with bootstrap.open_desk(fresh, PASSPHRASE) as desk:
            card = desk.handover.around.store.keys.card
        for agency in agencies:
            agency.sequence, agency.previous = 0, exchange.NO_PREVIOUS
        again = [
            agency.package(period, card, folder / "stick-server")
            for period in periods(len(files) // len(agencies))
            for agency in agencies
        ]
        assert len(again) == len(files)
        with opened(fresh, agencies) as desk:
            cpu_wall = time.perf_counter()
            receive_all(desk, again, folder / "replies-server", "server")
            wall = time.perf_counter() - cpu_wall
            ask_the_board(desk, "server")
            rows = region_rows(desk)
        import psycopg

        place = server.place("bench_region")
        with psycopg.connect(
            host=place.host, port=place.port, dbname=place.database, user=place.user, password=server.password
        ) as connection:
            seconds, _ = plain_onto_server(rows, connection)
        report(
            "region_plain",
            kept_in="server",
            rows=len(rows),
            seconds=round(seconds, 1),
            times_plain=round(wall / seconds, 1),
        )


if __name__ == "__main__":
    main()

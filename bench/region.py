"""Receive many agencies with many periods at the region, into its file and onto a PostgreSQL, beside plain inserts.

The packages are real: sealed, signed, encrypted and read like any other; the agencies behind them are made up and have
no stores of their own. ``plain`` writes the very rows that the region holds afterwards into empty tables of the same
shape, with ``executemany`` into an encrypted file and with ``COPY`` on the server: the least any program would need. On
the server there is a second floor, ``same``: ``COPY`` as the administrator into another database with the very tables,
pieces, indices and references of ours. Neither floor writes the index of the search; both are told without and with the
lines of the journal.

``--keep FOLDER`` keeps packages, stores and the server's cluster there and goes on where a run was stopped, package by
package: the full size can be run in pieces.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import pickle
import random
import signal
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from datetime import UTC, date, datetime
from decimal import Decimal
from multiprocessing import get_context
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
CHUNK = 100_000
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
        # Nobody stands with two agencies: the year of birth tells the agency, the entry and the last digits the person.
        year, entered = 1960 + int(self.code) - 3301, 2000 + place // 1000
        nip = f"{year}{place % 12 + 1:02d}{place % 28 + 1:02d}{entered}{place // 4 % 12 + 1:02d}1{place % 1000:03d}"
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

    def package(self, period: Period, regions: Sequence[KeyCard], folder: Path) -> Path:
        """The next package, written to a folder."""
        self.sequence += 1
        header = PackageHeader(
            PackageKind.EXPORT, f"{self.code}/PC01", REGION.code, period.code, self.epoch, self.sequence,
            self.previous, str(uuid.uuid4()),
        )  # fmt: skip
        sealed = exchange.pack(header, self.snapshot(period), self.keys, (*regions, self.keys.card))
        self.previous = sealed.payload_digest
        folder.mkdir(parents=True, exist_ok=True)
        return exchange.write_package(sealed.data, folder, sealed.name)

    def snapshot(self, period: Period) -> Snapshot:
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


def own_seconds() -> float:
    """The processor time of this process alone."""
    return time.process_time()


def seconds_with(backend: int) -> float:
    """The processor time of this process and of a server, whose processes have the same parent as this one of it."""

    def words(number: str) -> list[str]:
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()

    parent, ticks = words(str(backend))[1], 0
    for place in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if words(place.name)[1] == parent:
                ticks += sum(map(int, words(place.name)[11:13]))
    # Of those that ended in between the parent knows.
    return time.process_time() + (ticks + sum(map(int, words(parent)[11:15]))) / os.sysconf("SC_CLK_TCK")


def receive_all(
    region: Desk, files: Sequence[Path], folder: Path, kept_in: str, computing: Callable[[], float] = own_seconds
) -> tuple[float, float]:
    """Every package in turn; answers with the seconds of receiving alone, by the clock and computed.

    After each one is noted how far it went and what it took, so that a run that was stopped goes on behind it.
    """
    agreed = Consent("bench", "orang kedua")
    note = folder / f"received-{kept_in}.json"
    taken: list[dict[str, float]] = json.loads(note.read_text()) if note.exists() else []
    for file in files[len(taken) :]:
        with Peak() as peak:
            began, computed = time.perf_counter(), computing()
            region.handover.receive(file, folder / f"replies-{kept_in}", consent=agreed)
            took = {"seconds": time.perf_counter() - began, "cpu": computing() - computed}
        taken.append({**took, "peak": peak.highest / MEGABYTE, "before": peak.before / MEGABYTE})
        note.write_text(json.dumps(taken))
        gc.collect()
    seconds, cpu = (sum(one[name] for one in taken) for name in ("seconds", "cpu"))
    highest = max(one["peak"] for one in taken)
    records = sum(len(chunk) for _, chunk in region_rows(region))
    report(
        "region_receive",
        kept_in=kept_in,
        packages=len(files),
        rows=records,
        seconds=round(seconds, 1),
        cpu_seconds=round(cpu, 1),
        rows_per_second=round(records / seconds),
        first_tenth_cpu=round(sum(one["cpu"] for one in taken[: len(taken) // 10]), 1),
        last_tenth_cpu=round(sum(one["cpu"] for one in taken[len(taken) - len(taken) // 10 :]), 1),
        peak_mb=round(highest),
        rise_mb=round(highest - taken[0]["before"]),
    )
    return seconds, cpu


Chunk = tuple[Any, Sequence[tuple[Any, ...]]]


def region_rows(region: Desk, *, journal: bool = False) -> Iterator[Chunk]:
    """The rows of the agencies table by table, in the order in which they can be written, so many at a time.

    With ``journal`` the rows of the journal instead, which every receiving writes beside the records.
    """
    with region.handover.around.store.reading() as work:
        for table in tables.metadata.sorted_tables:
            is_record = "noun" in table.info and not table.info.get("of_store") and table.name != "setting"
            if table.name not in ("change_set", "row_change") if journal else not is_record:
                continue
            statement = select(table)
            if not journal:
                statement = statement.where(table.c.agency != region.agency.code)
            connection: Any = work._connection  # type: ignore[attr-defined]
            for chunk in connection.execution_options(yield_per=CHUNK).execute(statement).partitions():
                yield table, [tuple(row) for row in chunk]


def plain_into_file(chunks: Iterator[Chunk], folder: Path) -> tuple[int, float, float]:
    """The same rows with ``executemany`` into an encrypted file, one transaction a chunk; only the writing counts."""
    engine = sqlite.engine_for(folder / "plain.db", bytes(32))
    tables.metadata.create_all(engine, checkfirst=True)
    rows, seconds, cpu = 0, 0.0, 0.0
    for table, chunk in chunks:
        names = [str(column.name) for column in table.columns]
        began, computed = time.perf_counter(), time.process_time()
        with engine.begin() as connection:
            connection.execute(insert(table), [dict(zip(names, row, strict=True)) for row in chunk])
        seconds, cpu = seconds + time.perf_counter() - began, cpu + time.process_time() - computed
        rows += len(chunk)
    engine.dispose()
    return rows, seconds, cpu


def plain_onto_server(
    chunks: Iterator[Chunk], connection: Any, computing: Callable[[], float], prefix: str = "plain_"
) -> tuple[int, float, float]:
    """The same rows with ``COPY``, one transaction a chunk; only the writing counts.

    Under a prefix into tables of the same shape with their indices, without pieces, references and policies; without
    one into the tables themselves, whose references are looked up as fast as the server can.
    """
    rows, seconds, cpu = 0, 0.0, 0.0
    made: set[str] = set()
    for table, chunk in chunks:
        began, computed = time.perf_counter(), computing()
        with connection.cursor() as cursor:
            if not prefix:
                cursor.execute("SET LOCAL plan_cache_mode = force_generic_plan")
            elif table.name not in made:
                made.add(table.name)
                cursor.execute(f"DROP TABLE IF EXISTS {prefix}{table.name}")
                cursor.execute(f"CREATE TABLE {prefix}{table.name} (LIKE {table.name} INCLUDING ALL)")
            with cursor.copy(f"COPY {prefix}{table.name} FROM STDIN") as copy:
                for row in chunk:
                    copy.write_row(row)
        connection.commit()
        seconds, cpu = seconds + time.perf_counter() - began, cpu + computing() - computed
        rows += len(chunk)
    return rows, seconds, cpu


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
    took, computed = {}, {}
    for name, page in pages.items():
        began, before = time.perf_counter(), time.process_time()
        page()
        took[name] = round((time.perf_counter() - began) * 1000)
        computed[name] = round((time.process_time() - before) * 1000)
    slowest = max(took, key=lambda name: took[name])
    report(
        "region_board",
        kept_in=kept_in,
        slowest=slowest,
        slowest_ms=took[slowest],
        slowest_cpu_ms=computed[slowest],
        **{f"{k}_ms": v for k, v in took.items()},
    )


@contextmanager
def opened(folder: Path, cards: Sequence[KeyCard]) -> Iterator[Desk]:
    """The region at its desk, trusting these agencies."""
    with bootstrap.open_desk(folder, PASSPHRASE, clock=lambda: NOW) as desk:
        around = desk.handover.around
        with around.store.writing(around.actor, "handover.trust") as work:
            for card in cards:
                work.ledger.trust(card)
            work.commit()
        yield desk


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--agencies", type=int, default=12)
    parser.add_argument("--staff", type=int, default=10_000)
    parser.add_argument("--periods", type=int, default=12)
    parser.add_argument("--no-server", action="store_true")
    parser.add_argument("--no-file", action="store_true")
    parser.add_argument("--keep", type=Path, help="a folder that stays, in which a stopped run goes on")
    chosen = parser.parse_args()
    gc.disable()  # As the window does while it works; plain and received alike. In between it is collected, as there.
    with ExitStack() as stack:
        folder = chosen.keep.resolve() if chosen.keep else stack.enter_context(workshop())
        folder.mkdir(parents=True, exist_ok=True)
        os.environ["XDG_DATA_HOME"] = str(folder / "data")
        regions = [region_of(folder / "file"), region_of(folder / "server")]
        began = time.perf_counter()
        # In processes of their own, so that the peak is that of the region alone.
        with ProcessPoolExecutor(2, get_context("spawn")) as pool:
            orders = [(number, chosen.staff, chosen.periods, regions, folder) for number in range(chosen.agencies)]
            made = list(pool.map(packages_of, orders))
        cards = [card for card, _ in made]
        files = [paths[number] for number in range(chosen.periods) for _, paths in made]
        size = sum(file.stat().st_size for file in files) / MEGABYTE
        said(f"{len(files)} packages of {size:.0f} MB made in {time.perf_counter() - began:.0f} s")
        if not chosen.no_file:
            in_file(folder, cards, files)
        if not chosen.no_server:
            on_server(folder, stack, cards, files)


def region_of(place: Path) -> KeyCard:
    """The card of the region that keeps its rows there; it is made when there is none."""
    note = place.with_name(f"{place.name}-card.pickle")
    if not note.exists():
        bootstrap.create_store(place, REGION, PASSPHRASE, lambda: NOW)
        with bootstrap.open_desk(place, PASSPHRASE) as desk:
            note.write_bytes(pickle.dumps(desk.handover.around.store.keys.card))
    card: KeyCard = pickle.loads(note.read_bytes())
    return card


def packages_of(order: tuple[int, int, int, Sequence[KeyCard], Path]) -> tuple[KeyCard, list[Path]]:
    """The card of an agency and its packages in the order of their periods; kept ones are not made again."""
    number, staff, count, regions, folder = order
    note = folder / f"packages-{number}-{staff}-{count}.pickle"
    if not note.exists():
        agency = MadeUp(number, staff)
        made = [agency.package(period, regions, folder / "stick") for period in periods(count)]
        note.write_bytes(pickle.dumps((agency.keys.card, made)))
    found: tuple[KeyCard, list[Path]] = pickle.loads(note.read_bytes())
    return found


def in_file(folder: Path, cards: Sequence[KeyCard], files: Sequence[Path]) -> None:
    """The packages at a region that keeps its rows in an encrypted file."""
    with opened(folder / "file", cards) as desk:
        _, cpu = receive_all(desk, files, folder, "file")
        ask_the_board(desk, "file")
        (folder / "plain.db").unlink(missing_ok=True)
        rows, seconds, plain = plain_into_file(region_rows(desk), folder)
        _, _, journal = plain_into_file(region_rows(desk, journal=True), folder)
    report("region_plain", kept_in="file", rows=rows, seconds=round(seconds, 1), cpu_seconds=round(plain, 1),
           journal_cpu_seconds=round(journal, 1), times_plain=round(cpu / plain, 1),
           times_plain_with_journal=round(cpu / (plain + journal), 1))  # fmt: skip


@contextmanager
def running(folder: Path) -> Iterator[Any]:
    """A private server whose cluster stays in the folder, and with it the database of the region."""
    from server import private_server

    servers = private_server()
    server, process = servers.start(folder / "cluster")
    servers.ADMINISTRATORS[server.port] = (servers.ADMIN, server.password)
    try:
        yield servers, server
    finally:
        os.kill(process, signal.SIGINT)
        os.waitpid(process, 0)


def on_server(folder: Path, stack: ExitStack, cards: Sequence[KeyCard], files: Sequence[Path]) -> None:
    """The same packages at a region on a private server; they were written to its key too."""
    import psycopg

    servers, server = stack.enter_context(running(folder))
    codes = (REGION.code, *(card.agency_code for card in cards))
    moved = folder / "moved"
    if not moved.exists():
        database = servers.prepared(server, "bench_region", 4, codes)
        bootstrap.move_to_server(folder / "server", database.place(), database.clerk_password, PASSPHRASE)
        moved.touch()
    places = {name: server.place(name) for name in ("postgres", "bench_region", "bench_same")}

    def connected(name: str) -> Any:
        place = places[name]
        return psycopg.connect(
            host=place.host, port=place.port, dbname=place.database, user=place.user, password=server.password
        )

    with opened(folder / "server", cards) as desk, connected("bench_region") as connection:
        backend = connection.info.backend_pid

        def computing() -> float:
            return seconds_with(backend)

        wall, cpu = receive_all(desk, files, folder, "server", computing)
        ask_the_board(desk, "server")
        rows, seconds, plain = plain_onto_server(region_rows(desk), connection, computing)
        _, journal, noted = plain_onto_server(region_rows(desk, journal=True), connection, computing)
        with connected("postgres") as above:
            above.autocommit = True
            above.execute("DROP DATABASE IF EXISTS bench_same")
        servers.prepared(server, "bench_same", 4, codes)
        with connected("bench_same") as other:
            # The region's own agency is no row of the agencies, and the journal's heads are needed before its lines.
            _, same_seconds, same = plain_onto_server(region_rows(desk), other, computing, "")
            _, same_journal, same_noted = plain_onto_server(region_rows(desk, journal=True), other, computing, "")
    for floor, clock, computed, journal_clock, journal_computed in (
        ("bare", seconds, plain, journal, noted),
        ("same", same_seconds, same, same_journal, same_noted),
    ):
        report("region_plain", kept_in="server", floor=floor, rows=rows, seconds=round(clock, 1),
               cpu_seconds=round(computed, 1), journal_cpu_seconds=round(journal_computed, 1),
               times_plain=round(cpu / computed, 1),
               times_plain_with_journal=round(cpu / (computed + journal_computed), 1),
               by_the_clock=round(wall / clock, 1),
               by_the_clock_with_journal=round(wall / (clock + journal_clock), 1))  # fmt: skip


if __name__ == "__main__":
    main()

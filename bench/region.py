"""Receive many agencies with many periods at the region, into its file and onto a PostgreSQL, beside plain inserts.

The packages are real: sealed, signed, encrypted and read like any other; the agencies behind them are made up and have
no stores of their own. ``plain`` writes the very rows that the region holds afterwards into empty tables of the same
shape, with ``executemany`` into an encrypted file and with ``COPY`` on the server: the least any program would need. On
the server there is a second floor, ``same``: ``COPY`` as the administrator into another database with the very tables,
pieces, indices and references of ours. Neither floor writes the index of the search; both are told without and with the
lines of the journal.

``--keep FOLDER`` keeps packages, stores and the server's cluster there and goes on where a run was stopped, package by
package: the full size can be run in pieces. What was measured stands in ``FOLDER/figures.jsonl``; a store whose figures
are all there is taken away, since the next one needs its room, and is not filled again.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import pickle
import shutil
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psutil
from _measure import MEGABYTE, Peak, report, said, workshop
from _region_floors import count_rows, plain_into_file, plain_onto_server, region_rows
from _region_packages import REGION, all_packages

from meritdesk import bootstrap
from meritdesk.core.handover import KeyCard, ReceiptCode
from meritdesk.core.periods import parse_period
from meritdesk.services import Desk
from meritdesk.services.handover import Consent
from meritdesk.store import server_folder

PASSPHRASE = "kata sandi bench"
NOW = datetime(2026, 1, 12, 8, 0, tzinfo=UTC)


def told(folder: Path, name: str, **facts: object) -> None:
    """One figure, said aloud and kept beside the stores."""
    report(name, **facts)
    with (folder / "figures.jsonl").open("a") as kept:
        kept.write(json.dumps({"bench": name, **facts}) + "\n")


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

    After each one is noted how far it went and what it took, so that a run that was stopped goes on behind it. One that
    was taken in just before the run was stopped is only known by its receipt: the others stand for it.
    """
    agreed = Consent("bench", "orang kedua")
    note = folder / f"received-{kept_in}.json"
    taken: list[dict[str, float]] = json.loads(note.read_text()) if note.exists() else []
    if taken:
        said(f"goes on behind package {len(taken)} of {len(files)} in the {kept_in}")
    for file in files[len(taken) :]:
        with Peak() as peak:
            began, computed = time.perf_counter(), computing()
            outcome = region.handover.receive(file, folder / f"replies-{kept_in}", consent=agreed)
            took = {"seconds": time.perf_counter() - began, "cpu": computing() - computed}
        is_measured = outcome.code is not ReceiptCode.DUPLICATE
        taken.append({**took, "peak": peak.highest / MEGABYTE, "before": peak.before / MEGABYTE, "new": is_measured})
        note.with_suffix(".part").write_text(json.dumps(taken))
        note.with_suffix(".part").replace(note)
        gc.collect()
    measured = [one for one in taken if one["new"]]
    share = len(taken) / len(measured)
    seconds, cpu = (sum(one[name] for one in measured) * share for name in ("seconds", "cpu"))
    highest, tenth = max(one["peak"] for one in taken), len(measured) // 10
    records = count_rows(region)
    told(
        folder,
        "region_receive",
        kept_in=kept_in,
        packages=len(files),
        not_measured=len(taken) - len(measured),
        rows=records,
        seconds=round(seconds, 1),
        cpu_seconds=round(cpu, 1),
        rows_per_second=round(records / seconds),
        first_tenth_cpu=round(sum(one["cpu"] for one in measured[:tenth]), 1),
        last_tenth_cpu=round(sum(one["cpu"] for one in measured[len(measured) - tenth :]), 1),
        peak_mb=round(highest),
        rise_mb=round(highest - taken[0]["before"]),
    )
    return seconds, cpu


def ask_the_board(region: Desk, folder: Path, kept_in: str) -> None:
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
    told(
        folder,
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
            known = {card.agency_code for card in work.ledger.cards()}
            for card in cards:
                if card.agency_code not in known:
                    work.ledger.trust(card)
            work.commit()
        yield desk


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--agencies", type=int, default=12)
    parser.add_argument("--staff", type=int, default=10_000)
    parser.add_argument("--periods", type=int, default=12)
    parser.add_argument("--no-server", action="store_true")
    parser.add_argument("--no-file", action="store_true")
    parser.add_argument("--packages-only", action="store_true", help="make the packages of --keep, and end")
    parser.add_argument("--no-journal", action="store_true", help="leave the floors with the journal's lines out")
    parser.add_argument("--keep", type=Path, help="a folder that stays, in which a stopped run goes on")
    chosen = parser.parse_args()
    gc.disable()  # As the window does while it works; plain and received alike. In between it is collected, as there.
    with ExitStack() as stack:
        folder = chosen.keep.resolve() if chosen.keep else stack.enter_context(workshop())
        folder.mkdir(parents=True, exist_ok=True)
        size = folder / "size.json"
        wanted = [chosen.agencies, chosen.staff, chosen.periods]
        if size.exists() and json.loads(size.read_text()) != wanted:
            parser.error(f"{folder} holds a run of another size: {size.read_text()}")
        size.write_text(json.dumps(wanted))
        os.environ["XDG_DATA_HOME"] = str(folder / "data")
        regions = [region_of(folder / "file"), region_of(folder / "server")]
        began = time.perf_counter()
        # In processes of their own, so that the peak is that of the region alone.
        cards, files = all_packages(chosen.agencies, chosen.staff, chosen.periods, regions, folder)
        weight = sum(file.stat().st_size for file in files) / MEGABYTE
        said(f"{len(files)} packages of {weight:.0f} MB made in {time.perf_counter() - began:.0f} s")
        if chosen.packages_only:
            return
        if not chosen.no_file:
            once(folder, "file", lambda: in_file(folder, cards, files, not chosen.no_journal))
        if not chosen.no_server:
            once(folder, "cluster", lambda: on_server(folder, cards, files, not chosen.no_journal))


def once(folder: Path, kept_in: str, measure: Callable[[], None]) -> None:
    """Measure what was not measured yet in this folder, and make room: what it filled is needed no more."""
    done = folder / f"{kept_in}-done"
    if done.exists():
        said(f"{kept_in}: measured already, see {folder / 'figures.jsonl'}")
    else:
        measure()
        done.touch()
    shutil.rmtree(folder / kept_in, ignore_errors=True)


def region_of(place: Path) -> KeyCard:
    """The card of the region that keeps its rows there; it is made when there is none."""
    note = place.with_name(f"{place.name}-card.pickle")
    if not note.exists():
        shutil.rmtree(place, ignore_errors=True)
        bootstrap.create_store(place, REGION, PASSPHRASE, lambda: NOW)
        with bootstrap.open_desk(place, PASSPHRASE) as desk:
            note.write_bytes(pickle.dumps(desk.handover.around.store.keys.card))
    card: KeyCard = pickle.loads(note.read_bytes())
    return card


def in_file(folder: Path, cards: Sequence[KeyCard], files: Sequence[Path], with_journal: bool) -> None:
    """The packages at a region that keeps its rows in an encrypted file."""
    floor = folder / "floor"
    with opened(folder / "file", cards) as desk:
        _, cpu = receive_all(desk, files, folder, "file")
        ask_the_board(desk, folder, "file")
        shutil.rmtree(floor, ignore_errors=True)
        floor.mkdir()
        rows, seconds, plain = plain_into_file(region_rows(desk), floor)
        noted = plain_into_file(region_rows(desk, journal=True), floor)[2] if with_journal else 0.0
        shutil.rmtree(floor)
    told(folder, "region_plain", kept_in="file", rows=rows, seconds=round(seconds, 1), cpu_seconds=round(plain, 1),
         times_plain=round(cpu / plain, 1), **with_notes(cpu, plain, noted))  # fmt: skip


def with_notes(cpu: float, plain: float, noted: float) -> dict[str, float]:
    """The same with the lines of the journal on both sides; nothing where they were not written."""
    if not noted:
        return {}
    return {"journal_cpu_seconds": round(noted, 1), "times_plain_with_journal": round(cpu / (plain + noted), 1)}


@contextmanager
def running(folder: Path) -> Iterator[Any]:
    """A private server whose cluster stays in the folder, and with it the database of the region."""
    from server import private_server

    servers = private_server()
    end_left_over(folder / "cluster" / "data" / "postmaster.pid")
    server, process = servers.start(folder / "cluster")
    servers.ADMINISTRATORS[server.port] = (servers.ADMIN, server.password)
    try:
        yield servers, server
    finally:
        os.kill(process, signal.SIGINT)
        os.waitpid(process, 0)


def end_left_over(note: Path) -> None:
    """The server of a run that was killed still has the cluster: it is ended first, as its own clerk would do it."""
    with suppress(OSError, ValueError, psutil.Error):
        left_over = psutil.Process(int(note.read_text().split()[0]))
        if left_over.name().startswith("postgres"):
            left_over.send_signal(signal.SIGINT)
            left_over.wait(60)


def on_server(folder: Path, cards: Sequence[KeyCard], files: Sequence[Path], with_journal: bool) -> None:
    """The same packages at a region on a private server; they were written to its key too."""
    import psycopg

    codes = (REGION.code, *(card.agency_code for card in cards))
    with ExitStack() as stack:
        servers, server = stack.enter_context(running(folder))
        if not server_folder.is_on_server(folder / "server"):
            database = servers.prepared(server, "bench_region", 4, codes)
            bootstrap.move_to_server(folder / "server", database.place(), database.clerk_password, PASSPHRASE)
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
            ask_the_board(desk, folder, "server")

            with connected("postgres") as above:
                above.autocommit = True
                above.execute("DROP DATABASE IF EXISTS bench_same")
            servers.prepared(server, "bench_same", 4, codes)
            with connected("bench_same") as other:
                # The region's own agency is no row of the agencies; the journal's heads are needed before its lines.
                floors = ((connection, "plain_"), (other, ""))
                written = plain_onto_server(region_rows(desk), floors, computing)
                noted = [(0, 0.0, 0.0)] * len(floors)
                if with_journal:
                    noted = plain_onto_server(region_rows(desk, journal=True), floors, computing)
    for name, (rows, seconds, plain), (_, clock, lines) in zip(("bare", "same"), written, noted, strict=True):
        more = with_notes(cpu, plain, lines)
        if lines:
            more["by_the_clock_with_journal"] = round(wall / (seconds + clock), 1)
        told(folder, "region_plain", kept_in="server", floor=name, rows=rows, seconds=round(seconds, 1),
             cpu_seconds=round(plain, 1), times_plain=round(cpu / plain, 1), by_the_clock=round(wall / seconds, 1),
             **more)  # fmt: skip


if __name__ == "__main__":
    main()

"""What each work costs at 1,000, 10,000 and 100,000 people, and by which power of their number it grows.

Each figure is taken in a process of its own: the middle of five runs at the smallest size, of three at the next, one at
the largest. The exponent is that of processor time between the two largest sizes; 1 is a straight line, and no work may
have more than 1.1. The rise of memory beside it is what the work itself needed. The works of a size are done in two
halves side by side, on two cores: read what was computed, and by the clock only that it does not differ much.
"""

from __future__ import annotations

import argparse
import contextlib
import csv
import multiprocessing
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection
from pathlib import Path

from _contest import Contender, Figure, contest, exponent
from _made_up import NOW, PASSPHRASE, PERIOD, found
from _measure import report, said, workshop
from _region_packages import REGION
from handover import receiving
from lists import people as likely_people
from peers.sheets import sheets
from score import closing, scoring

from meritdesk import bootstrap
from meritdesk.core.documents import Form, PaperStyle
from meritdesk.core.lines import StaffQuery
from meritdesk.core.store import AgencyInfo
from meritdesk.printing.press import Press

RUNS = {1_000: 5, 10_000: 3}
WANTED = 1.1
_FORK = multiprocessing.get_context("fork")
AGENCY = AgencyInfo("9901", "Contoh", False, "PC01", "Contoh", "REG99")


def importing(folder: Path, file: Path) -> Iterator[None]:
    """The staff file as separated text, into an empty store."""
    store = folder / "importing"
    bootstrap.create_store(store, AGENCY, PASSPHRASE, lambda: NOW)
    with bootstrap.open_desk(store, PASSPHRASE, clock=lambda: NOW) as desk:
        yield
        desk.register.import_staff(file)
        yield
    shutil.rmtree(store)


def printing(folder: Path, count: int) -> Iterator[None]:
    """So many D.1.1 into one file."""
    file = folder / "growth.pdf"
    wanted = sheets(Form.D_1_1, count)
    yield
    Press().print_file(wanted, file, PaperStyle(), lambda done, total: None, count)
    yield
    file.unlink()


def searching(store: Path) -> Iterator[None]:
    """Three keystrokes of a search, with its count and its first block each."""
    with bootstrap.open_desk(store, PASSPHRASE, clock=lambda: NOW) as desk:
        yield
        for text in ("p", "pe", "pegawai 7"):
            desk.register.page(StaffQuery(search=text, limit=100))
        yield


def opening(store: Path) -> Iterator[None]:
    """From nothing to a store that answers for its first list."""
    yield
    with bootstrap.open_desk(store, PASSPHRASE, clock=lambda: NOW) as desk:
        desk.register.page(StaffQuery(limit=100))
    yield


def staff_file(path: Path, staff: int) -> Path:
    """A staff file of likely names; everybody with a number of his own."""
    import random

    with path.open("w", newline="", encoding="utf-8") as file:
        out = csv.writer(file, delimiter=";")
        out.writerow(("PNS ID", "NIP BARU", "NAMA", "JENIS KELAMIN", "GOL AKHIR NAMA", "JABATAN NAMA", "UNOR ID",
                      "UNOR NAMA"))  # fmt: skip
        for place, one in enumerate(likely_people(staff, max(2, staff // 60), random.Random(7))):
            month, day, turn = place % 12 + 1, place // 12 % 28 + 1, place // 336 % 12 + 1
            nip = f"{1966 + place // 4032 % 34}{month:02}{day:02}2010{turn:02}1{place % 1000:03}"
            out.writerow((f"id-{place}", nip, one.name, "M", "III/c", one.position_title, one.unit_id, one.unit_id))
    return path


def packing_kept(prepared: Path, folder: Path) -> Iterator[None]:
    """The verb that packs; the file of the last run is what the region then receives."""
    store, stick = folder / "packing", folder / "stick"
    shutil.rmtree(stick, ignore_errors=True)
    shutil.copytree(prepared, store)
    with bootstrap.open_desk(store, PASSPHRASE, clock=lambda: NOW) as desk:
        yield
        desk.handover.pack(PERIOD, stick)
        yield
    shutil.rmtree(store)


def receiving_packed(region: Path, folder: Path) -> Iterator[None]:
    """The verb that receives, with what was packed just before."""
    (package,) = (folder / "stick").glob("*.merit")
    return receiving(region, package, folder)


def at_the_desk(folder: Path, staff: int) -> Iterator[tuple[str, Contender]]:
    """What an agency does up to the closing, with what each needs made just before it."""
    file = staff_file(folder / "staff.csv", staff)
    yield "import a staff file (text)", lambda: importing(folder, file)
    rated = folder / "rated"
    _aside(lambda: found(rated, staff, close=False))
    yield "close the year", lambda: closing(rated, folder)
    shutil.rmtree(rated)
    yield "print D.1.1", lambda: printing(folder, staff)


def behind_the_desk(folder: Path, staff: int) -> Iterator[tuple[str, Contender]]:
    """Scoring, and what is done with a year that is closed, up to the region."""
    yield "score with explanations", lambda: scoring(staff)
    region, closed = folder / "region", folder / "closed"
    bootstrap.create_store(region, REGION, PASSPHRASE, lambda: NOW)
    _aside(lambda: found(closed, staff, close=True, region=region))
    yield "open a store", lambda: opening(closed)
    yield "search, three keystrokes", lambda: searching(closed)
    yield "pack the year", lambda: packing_kept(closed, folder)
    yield "receive the year", lambda: receiving_packed(region, folder)


HALVES = (at_the_desk, behind_the_desk)
"""Both take about as long; each has a core of its own. The comparisons of the set are never measured like this."""

SHOWN = (
    "open a store",
    "import a staff file (text)",
    "score with explanations",
    "close the year",
    "print D.1.1",
    "pack the year",
    "receive the year",
    "search, three keystrokes",
)


def half(place: int, sizes: Sequence[int], answer: Connection) -> None:
    """One half of the works at every size, each figure in a child of this process that holds nothing itself."""
    for size in sorted(sizes):
        with workshop() as folder:
            os.environ["XDG_DATA_HOME"] = str(folder / "data")
            for name, contender in HALVES[place](folder, size):
                figure = contest({name: contender}, RUNS.get(size, 1))[name]
                answer.send((name, size, figure))
                times = f"{figure.seconds:8.2f} s, computed {figure.computed:8.2f}"
                said(f"{size:>8,}  {name:<28} {times}, rise {figure.rise_mb:.0f} MB")
    answer.close()


def _aside(work: Callable[[], object]) -> None:
    """Make a store in a child, so that the memory which that takes is not at hand for what is measured."""
    child = _FORK.Process(target=work)
    child.start()
    child.join()
    if child.exitcode:
        raise SystemExit("a store could not be made; what was said stands above")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    chosen = parser.parse_args()
    workers = []
    for place in range(len(HALVES)):
        mine, theirs = _FORK.Pipe(duplex=False)
        worker = _FORK.Process(target=half, args=(place, chosen.sizes, theirs))
        worker.start()
        theirs.close()
        workers.append((worker, mine))
    taken: dict[str, dict[int, Figure]] = {}
    for worker, mine in workers:
        with contextlib.suppress(EOFError):
            while True:
                name, size, figure = mine.recv()
                taken.setdefault(name, {})[size] = figure
        worker.join()
        if worker.exitcode:
            raise SystemExit("one half of the works has failed; what it said stands above")
    for name in SHOWN:
        by_size = taken[name]
        power = exponent({size: figure.computed for size, figure in by_size.items()})
        report(
            "growth", what=name, exponent=round(power, 2), wanted_exponent=WANTED, met=power <= WANTED,
            sizes={str(size): {"seconds": round(one.seconds, 3), "computed": round(one.computed, 3),
                               "rise_mb": round(one.rise_mb), "peak_mb": round(one.peak_mb), "runs": one.runs}
                   for size, one in by_size.items()},
        )  # fmt: skip


if __name__ == "__main__":
    main()

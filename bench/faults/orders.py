"""All 720 orders of six packages, received by a real region store in each of them: one state must come out (F44).

Two agencies send three packages each: a quarter, the same quarter corrected, and the next one. The orders are a tree:
where two of them begin alike, the store is copied there and each goes on in its copy: 1,956 are received, not 4,320.
Every package that arrives out of turn is a gap or comes too late for its period. The control run takes whatever arrives
for the newest and must end in several states.
"""

from __future__ import annotations

PART = True

import argparse  # noqa: E402
import hashlib  # noqa: E402
import math  # noqa: E402
import multiprocessing  # noqa: E402
import os  # noqa: E402
import random  # noqa: E402
import shutil  # noqa: E402
import sys  # noqa: E402
import tempfile  # noqa: E402
import time  # noqa: E402
from collections import Counter  # noqa: E402
from dataclasses import dataclass, field, replace  # noqa: E402
from pathlib import Path  # noqa: E402

from bench.faults import budget  # noqa: E402
from bench.faults.budget import Budget  # noqa: E402
from bench.faults.table import Result, keep  # noqa: E402
from bench.faults.workflows import ROOT  # noqa: E402
from meritdesk.core.handover import LedgerVerdict  # noqa: E402
from meritdesk.services import Desk  # noqa: E402
from meritdesk.services.handover import Consent, receiving  # noqa: E402
from meritdesk.store.tables import incoming  # noqa: E402

# The passphrase is cheap since the workflows were loaded, and the tests are found where they say.
sys.path.insert(0, str(ROOT / "tests" / "services"))
import many_agencies  # noqa: E402
from many_agencies import REGION, ROUNDS  # noqa: E402
from sqlalchemy import select  # noqa: E402

FILES = 6
CONTROL_FILES = 4
"""The control goes through 24 orders."""
COMMAND = "python -m bench.faults.orders"
AGREED = Consent("sudah ditanyakan", "Kepala Bidang")


@dataclass
class Post:
    """What was sent, and a region that has received nothing yet."""

    folder: Path
    files: list[Path]
    codes: list[str]


def sent(folder: Path, many: int) -> Post:
    """The first files of two agencies over two quarters, the corrected first quarter among them."""
    chance = random.Random(7)
    files: list[Path] = []
    with many_agencies.world(folder / "instansi", [3, 4], 7) as (agencies, stack):
        region = stack.enter_context(many_agencies.store(folder / "wilayah", REGION, is_region=True))
        many_agencies.introduce(agencies, region, folder)
        shutil.copytree(folder / "wilayah", folder / "kosong", ignore=shutil.ignore_patterns("*.lock*"))
        for number, period in enumerate(ROUNDS[:2]):
            for agency in agencies:
                newcomer = agency.person(500 + number)
                agency.hire([newcomer])
                if number:
                    files.append(agency.pack(ROUNDS[0], folder / "stik"))
                agency.remove(newcomer.person_id)
                agency.amend(chance.choice(sorted(agency.people)))
                agency.close(period)
                files.append(agency.pack(period, folder / "stik"))
                agency.correct(chance.choice(sorted(agency.people)), period)
        codes = [agency.code for agency in agencies]
    assert len(set(files)) == FILES
    # The control goes through the files of one agency and the first of the other.
    return Post(folder, files if many == FILES else [*files[0:1], *files[2:4], *files[1:2]], codes)


@dataclass
class Tally:
    """What the orders came to."""

    orders: int = 0
    received: int = 0
    states: Counter[str] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """The orders of another branch."""
        self.orders += other.orders
        self.received += other.received
        self.states += other.states
        self.codes += other.codes
        self.faults += other.faults


def state_of(region: Desk, codes: list[str]) -> str:
    """Every row that the region holds, and which packages it knows, as one number."""
    rows = many_agencies.rows_of_region(region, codes)
    columns = (incoming.c.sender, incoming.c.epoch, incoming.c.sequence, incoming.c.payload_digest)
    with region.handover.around.store.reading() as work:
        known = sorted(tuple(row) for row in work._connection.execute(select(*columns)))
    return hashlib.sha256(repr((sorted(rows.items()), known)).encode()).hexdigest()[:16]


def walk(post: Post, place: Path, so_far: tuple[int, ...], left: Budget, tally: Tally) -> None:
    """Go on from a store that has received some of the files, with each of those that remain."""
    waiting = [number for number in range(len(post.files)) if number not in so_far]
    if not waiting:
        tally.orders += 1
        return
    for place_in_turn, number in enumerate(waiting):
        if left.is_spent and tally.orders:
            return
        branch(post, place, (*so_far, number), left.share(len(waiting) - place_in_turn), tally)


def branch(post: Post, place: Path, order: tuple[int, ...], left: Budget, tally: Tally) -> None:
    """One file more, in a copy of the store."""
    begun = place.parent / "-".join(map(str, order))
    shutil.copytree(place, begun, ignore=shutil.ignore_patterns("*.lock*"))
    try:
        with many_agencies.store(begun / "wilayah", REGION, is_region=True) as region:
            got = region.handover.receive(post.files[order[-1]], begun / "balas", consent=AGREED)
            tally.received += 1
            tally.codes[got.code.name] += 1
            if got.reply is None:
                tally.faults.append(f"{order}: no receipt")
            if len(order) == len(post.files):
                tally.states[state_of(region, post.codes)] += 1
                if tally.orders % 60 == 0 and not region.upkeep.check().is_sound:
                    tally.faults.append(f"{order}: not sound")
        walk(post, begun, order, left, tally)
    except Exception as error:  # noqa: BLE001 - whatever comes out is what is counted
        tally.faults.append(f"{order}: {type(error).__name__}: {error}")
    finally:
        shutil.rmtree(begun)


def begun_with(given: tuple[Post, int, Budget, int]) -> Tally:
    """All orders that begin with one file."""
    post, number, left, at_once = given
    left = left.share(-(-(len(post.files) - number) // at_once))
    tally, place = Tally(), post.folder / f"tree-{number}" / "none"
    shutil.copytree(post.folder / "kosong", place / "wilayah")
    branch(post, place, (number,), left, tally)
    shutil.rmtree(place.parent)
    return tally


def all_orders(post: Post, left: Budget, at_once: int) -> Tally:
    """Every order, in as many processes as is said."""
    tally = Tally()
    with multiprocessing.get_context("fork").Pool(at_once, maxtasksperchild=1) as pool:
        orders = [(post, number, left, at_once) for number in range(len(post.files))]
        for found in pool.imap_unordered(begun_with, orders, chunksize=1):
            tally.add(found)
    return tally


def whatever_comes_is_newest() -> None:
    """The control: the ledger's verdict is not heeded, so that what comes last stands."""
    true = receiving.decide
    receiving.decide = lambda *given: replace(  # type: ignore[assignment]
        true(*given), verdict=LedgerVerdict.NEXT, newer_periods=frozenset()
    )


def main() -> int:
    """The control, then all orders."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--at-once", type=int, default=os.cpu_count() or 1, help="processes at the same time")
    chosen = parser.parse_args()
    left, wanted = budget.of_part(), math.factorial(FILES)
    with tempfile.TemporaryDirectory(prefix="meritdesk-orders-") as private:
        folder = Path(private)
        careless = in_own_process(folder / "control", left)
        began = time.monotonic()
        tally = all_orders(sent(folder / "post", FILES), left, chosen.at_once)
    for fault in tally.faults[:6]:
        print(f"  {fault}", flush=True)
    result = Result(
        f"{FILES} packages of two agencies at a region", "every order", "F44", tally.orders, wanted,
        tally.orders - max(tally.states.values(), default=0), len(tally.faults), time.monotonic() - began, COMMAND,
        f"the last to come taken for the newest, {careless.orders} orders of {CONTROL_FILES} files: "
        f"{len(careless.states)} states", len(careless.states) > 1,
        f"{len(tally.states)} state at the end; {tally.received:,} packages received: "
        + ", ".join(f"{name} {count:,}" for name, count in tally.codes.most_common()),
    )  # fmt: skip
    return keep("orders", [result])


def in_own_process(folder: Path, left: Budget) -> Tally:
    """The control, whose carelessness must not reach the rest."""
    with multiprocessing.get_context("fork").Pool(1) as pool:
        return pool.apply(careless_orders, (folder, left))


def careless_orders(folder: Path, left: Budget) -> Tally:
    """All orders of a few files at a region that does not heed its ledger."""
    post, tally = sent(folder, CONTROL_FILES), Tally()
    whatever_comes_is_newest()
    place = folder / "tree" / "none"
    shutil.copytree(folder / "kosong", place / "wilayah")
    walk(post, place, (), Budget(None), tally)
    return tally


if __name__ == "__main__":
    sys.exit(main())

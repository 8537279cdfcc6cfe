"""The workflows that are cut, killed and starved: real verbs of a real desk on a small real store, step by step.

``Stage`` makes the beginnings once (an office of ten people with its year, a region that knows it, an old store).
``Workflow.steps`` are what a clerk does; each is acknowledged when its verb has answered. ``Witness`` notes every
commit with a digest of all rows, so that afterwards it can be told which states are whole.
"""

from __future__ import annotations

import hashlib
import shutil
import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "services"))

import small_office  # noqa: E402
from small_office import NIPS, PASSPHRASE, YEAR  # noqa: E402
from sqlalchemy import Connection, Engine, event  # noqa: E402

from meritdesk import bootstrap  # noqa: E402
from meritdesk.core.documents import Form  # noqa: E402
from meritdesk.core.periods import parse_period  # noqa: E402
from meritdesk.core.print_order import OrderState, PrintWish  # noqa: E402
from meritdesk.services import Desk  # noqa: E402
from meritdesk.services.execution.grid import CellEntry, GridQuery  # noqa: E402
from meritdesk.store import room, sqlite, vault  # noqa: E402
from meritdesk.store.database import DATABASE_FILE, open_store, unlock  # noqa: E402
from meritdesk.store.vault import KEYRING_FILE  # noqa: E402

# A guess at a passphrase is dear on purpose; what is tried here is not the guessing. The key ring notes its own cost.
vault.COST = vault.Cost(memory_kib=64, passes=1, lanes=1)
# Thousands of copies are made of each store, so what is kept for the full disk is small but where the disk is filled.
RESERVE = room.RESERVE_BYTES = 1 << 16


def speaking_once(engine_for: Callable[..., Engine]) -> Callable[..., Engine]:
    """Spell each statement once for all stores that are opened, not anew for each of thousands."""
    first: list[Engine] = []

    def engine(*given: Any, **more: Any) -> Engine:
        made = engine_for(*given, **more)
        first.append(made)
        del first[1:]
        made.dialect = made.pool._dialect = first[0].dialect
        made._compiled_cache = first[0]._compiled_cache
        return made

    return engine


sqlite.engine_for = speaking_once(sqlite.engine_for)

MOMENT = datetime(2026, 1, 12, 8, 0, tzinfo=UTC)
SAVES = 12
QUARTER = parse_period("2025-TW4")
Ack = Callable[[str], None]


def clock() -> datetime:
    """The clock of the bench stands still."""
    return MOMENT


@contextmanager
def opened(store: Path) -> Iterator[Desk]:
    """The desk over a store, as a program opens it."""
    with bootstrap.open_desk(store, PASSPHRASE, "penguji", clock) as desk:
        yield desk


# --- what a clerk does ------------------------------------------------------------------------------------------------


def saving(folder: Path, ack: Ack) -> None:
    """Twelve values are typed into the grid of actuals, one save each."""
    with opened(folder / "store") as desk:
        for number in range(SAVES):
            save_once(desk, number)
            ack(f"save {number}")


def save_once(desk: Desk, number: int) -> None:
    """One cell of the grid."""
    person = desk.register.show(NIPS["nurse"]).person.person_id
    line = desk.execution.grid.lines(GridQuery(2025, person_ids=(person,))).lines[0]
    desk.execution.grid.set([CellEntry(person, line.indicator.indicator_id, QUARTER, f"{10 + number},25")])


def closing(folder: Path, ack: Ack) -> None:
    """The year of everybody is closed."""
    with opened(folder / "store") as desk:
        desk.assessment.close(YEAR)
        ack("close")


def importing(folder: Path, ack: Ack) -> None:
    """Staff, plans and actuals come in from files."""
    with opened(folder / "store") as desk:
        office = small_office.Office(folder / "files", desk)
        desk.register.import_staff(folder / "files" / "profil.csv")
        ack("staff")
        desk.planning.import_plans(folder / "files" / "skp.xlsx")
        ack("plans")
        desk.execution.import_actuals(folder / "files" / "realisasi.xlsx")
        ack("actuals")
        assert office is not None


def packing(folder: Path, ack: Ack) -> None:
    """What is closed is packed for the region onto a stick."""
    with opened(folder / "store") as desk:
        packed = desk.handover.pack(YEAR, folder / "stick")
        ack(f"file {packed.path.relative_to(folder)}")


def printing(folder: Path, ack: Ack) -> None:
    """A print order of everybody's evaluation is placed and carried out."""
    with opened(folder / "store") as desk:
        orders = desk.documents.orders
        given = [line.order for line in orders.lines()]
        if given and given[0].state is OrderState.DONE:
            return  # the kill came when all was done
        order = given[0] if given else orders.place(PrintWish(YEAR, (Form.D_1_1,)), folder / "kertas").line.order
        ack("placed")
        orders.run(order.order_id)
        for path in sorted((folder / "kertas").rglob("*.pdf")):
            ack(f"file {path.relative_to(folder)}")


def backing_up(folder: Path, ack: Ack) -> None:
    """A backup is written beside."""
    with opened(folder / "store") as desk:
        path = desk.upkeep.backup(folder / "cadangan")
        ack(f"file {path.relative_to(folder)}")


def migrating(folder: Path, ack: Ack) -> None:
    """A store of an older release is opened: it is copied, then upgraded."""
    open_old(folder / "store")
    ack("upgraded")


def open_old(store: Path) -> None:
    """Open an old store of the tests, whose device keys are only words, and so no desk can stand over it."""
    with open_store(store, decode_keys=lambda _: cast(Any, None), clock=clock, passphrase=PASSPHRASE):
        pass


def restoring(folder: Path, ack: Ack) -> None:
    """A backup takes the place of the store."""
    bootstrap.restore_store(next((folder / "cadangan").glob("*.meritbackup")), folder / "store", PASSPHRASE, clock)
    ack("restored")


def receiving(folder: Path, ack: Ack) -> None:
    """The region takes a package in and answers."""
    with opened(folder / "store") as desk:
        outcome = desk.handover.receive(next((folder / "stick").glob("*.merit")), folder / "balasan")
        assert outcome.reply is not None
        ack(f"file {outcome.reply.relative_to(folder)}")


@dataclass(frozen=True, slots=True)
class Workflow:
    """What is done, and from which beginning."""

    name: str
    does: Callable[[Path, Ack], None]
    beginning: str


WORKFLOWS: tuple[Workflow, ...] = (
    Workflow("save", saving, "planned"),
    Workflow("close", closing, "planned"),
    Workflow("import", importing, "fresh"),
    Workflow("export", packing, "closed"),
    Workflow("print", printing, "closed"),
    Workflow("backup", backing_up, "closed"),
    Workflow("migrate", migrating, "old"),
    Workflow("restore", restoring, "saved"),
    Workflow("receive", receiving, "region"),
)


# --- the beginnings ---------------------------------------------------------------------------------------------------


class Stage:
    """The folders every round begins with; made once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def make(self) -> Stage:
        """An office and a region, and what they have on their sticks."""
        made, fresh = self.folder / "made", self.folder / "fresh"
        with small_office.office(made) as office:
            office.settle()
        shutil.copytree(made / "store", fresh / "store")
        (fresh / "files").mkdir()
        with small_office.office(made) as office:
            office.plan_everybody()
            for name in ("profil.csv", "skp.xlsx", "realisasi.xlsx"):
                shutil.copy(made / name, fresh / "files" / name)
            changed = [[*row[:2], f"{row[2]} Baru", *row[3:]] for row in small_office.STAFF]
            small_office.write_csv(fresh / "files" / "profil.csv", small_office.STAFF_HEADS, changed)
        self._keep(made, "planned")
        with (
            small_office.office(made) as office,
            small_office.office(self.folder / "wilayah", "REG33", "Kantor Regional", is_region=True) as region,
        ):
            office.desk.assessment.close(YEAR)
            office.desk.handover.card(self.folder / "kota.json")
            region.desk.handover.card(self.folder / "wilayah.json")
            office.desk.handover.trust(self.folder / "wilayah.json")
            region.desk.handover.trust(self.folder / "kota.json")
            for kind in ("closed", "saved", "region"):
                (self.folder / kind).mkdir()
            (self.folder / "region" / "balasan").mkdir()
            (self.folder / "region" / "stick").mkdir()
        self._keep(made, "closed", "stick", "kertas", "cadangan")
        with small_office.office(made) as office:
            office.desk.upkeep.backup(self.folder / "saved" / "cadangan")
            office.desk.handover.pack(YEAR, self.folder / "region" / "stick")
            save_after_closing(office.desk)
        self._keep(made, "saved")
        shutil.copytree(self.folder / "wilayah" / "store", self.folder / "region" / "store")
        old = sorted((ROOT / "tests" / "store" / "fossils").iterdir())[0]
        shutil.copytree(old, self.folder / "old" / "store")
        return self

    def _keep(self, made: Path, kind: str, *more: str) -> None:
        shutil.copytree(made / "store", self.folder / kind / "store", dirs_exist_ok=True)
        for name in more:
            (self.folder / kind / name).mkdir(exist_ok=True)

    def begin(self, workflow: Workflow, target: Path) -> Path:
        """A fresh copy of where a workflow begins."""
        shutil.copytree(self.folder / workflow.beginning, target, dirs_exist_ok=True)
        return target


def save_after_closing(desk: Desk) -> None:
    """Something that the backup does not have."""
    desk.upkeep.settings.change({"working_week": "SIX"})


# --- which states are whole -------------------------------------------------------------------------------------------


def key_of(store: Path) -> bytes:
    """The data key of a store, from its key ring."""
    return unlock(store / KEYRING_FILE, PASSPHRASE, None).data_key


def digest_of_rows(store: Path, key: bytes) -> str:
    """All rows of a store and its schema, as one number; opening it is what recovers it after a fault.

    Facts about the store itself (its epoch, how new its index is) are settled at every opening, so they are left out.
    """
    with sqlite.raw_connection(store / DATABASE_FILE, key) as raw:
        return digest_over(raw)


def digest_over(raw: Any) -> str:
    """The same over an open connection."""
    said = hashlib.sha256()
    tables = raw.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    # The full text index keeps its own tables, which it only fills at the commit itself.
    indexes = tuple(name for name, sql in tables if "fts5" in str(sql).lower())
    for name, sql in tables:
        if name.startswith(("sqlite_", "search_", "store_fact", *indexes)):
            continue
        said.update(f"{name}|{sql}".encode())
        for row in sorted(repr(tuple(row)) for row in raw.execute(f'SELECT * FROM "{name}"')):
            said.update(row.encode())
    return said.hexdigest()[:16]


@dataclass
class Witness:
    """Says into a book what a running workflow is about to commit, with the digest of all rows, and acknowledges."""

    say: Callable[[str], None]

    def begin(self) -> None:
        """A look over the shoulder of every commit, a moment before it is made."""
        known: dict[int, tuple[Any, tuple[int, int], str]] = {}

        def look(connection: Connection) -> None:
            raw: Any = connection.connection.driver_connection
            # What this connection changed, and what any other one did: a commit of a mere reading has its digest.
            stands = raw.total_changes, raw.execute("PRAGMA data_version").fetchone()[0]
            _, stood, digest = known.get(id(raw), (raw, (-1, -1), ""))
            if stands != stood:
                digest = digest_over(raw)
                known[id(raw)] = raw, stands, digest
            self.say(f"commit {digest}")

        event.listen(Engine, "commit", look)

    def ack(self, what: str) -> None:
        """A verb has answered: nothing of it may be lost from here on."""
        self.say(f"ack {what}")


def leftovers(folder: Path) -> list[str]:
    """Files and folders that only half-done work leaves behind."""
    signs = (".part", ".cadangan-", ".pulih-", ".baru-", "-journal", ".meritdesk-")
    return sorted(
        str(path.relative_to(folder))
        for path in folder.rglob("*")
        if any(path.name.endswith(sign) or path.name.startswith(sign) for sign in signs)
    )


def is_whole(path: Path) -> bool:
    """Whether a file under its final name is all there."""
    content = path.read_bytes()
    if path.suffix == ".pdf":
        return content.startswith(b"%PDF") and content.rstrip().endswith(b"%%EOF")
    try:
        with zipfile.ZipFile(path) as archive:
            return archive.testzip() is None
    except zipfile.BadZipFile:
        return False

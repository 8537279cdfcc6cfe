"""Stop each kind of long work on a big store: how long until it has ended, and whether everything is as before.

Each work is stopped again and again, ever later, until it ends by itself; ``worst_ms`` is the longest time from the
click to the end of the verb (``computed_ms`` what of it this program computed, the rest was waiting for a busy
machine or its disk), ``gap_ms`` the longest stretch in which nobody asked whether it shall go on, ``between``
where that was. After every stop the file of the store is the same, byte for byte, and so is the head of its journal.
Name a store of an agency with its year (it is copied), the store of its region and the folder of its files.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from _measure import report, said, workshop

from meritdesk.bootstrap import open_desk, restore_store
from meritdesk.core.career import CareerChange
from meritdesk.core.career_drafting import ChangeRequest
from meritdesk.core.documents import Form
from meritdesk.core.errors import Cancelled
from meritdesk.core.evaluation import EvaluationState
from meritdesk.core.lines import StaffQuery
from meritdesk.core.periods import parse_period
from meritdesk.core.print_order import PrintWish
from meritdesk.sample_city import year
from meritdesk.services import Desk
from meritdesk.services.changes import Step
from meritdesk.services.documents.orders import OrderOutcome

PERIOD = parse_period("2025")
SOONEST, LATER = 0.2, 3.0
Work = Callable[[Step], object]


class Stopper:
    """A watcher who says stop after a while, and notes how long nobody asked him."""

    def __init__(self, after: float) -> None:
        self._wanted = threading.Event()
        self.said_at = self.said_cpu = 0.0
        self.gap, self.between = 0.0, ""
        self._place, self._asked_at = "begin", time.perf_counter()
        self._timer = threading.Timer(after, self._stop)
        self._timer.daemon = True
        self._timer.start()

    def step(self, done: int, total: int) -> None:
        """What a verb calls."""
        self._note(_place())
        if self._wanted.is_set():
            raise Cancelled

    def end(self) -> None:
        """The verb has ended."""
        self._timer.cancel()
        self._note("end")

    def _note(self, place: str) -> None:
        now = time.perf_counter()
        if now - self._asked_at > self.gap:
            self.gap, self.between = now - self._asked_at, f"{self._place} - {place}"
        self._place, self._asked_at = place, now

    def _stop(self) -> None:
        self.said_at, self.said_cpu = time.perf_counter(), time.process_time()
        self._wanted.set()


def _place() -> str:
    """Where in our own code a step was called from."""
    frames = traceback.extract_stack(sys._getframe(2), limit=12)
    ours = [one for one in frames if "meritdesk" in one.filename and "beats" not in one.filename]
    return " < ".join(f"{Path(one.filename).stem}:{one.lineno}" for one in reversed(ours[-3:]))


@dataclass(slots=True)
class Place:
    """What must be as before: a store, and folders in which nothing may be left."""

    store: Path
    folders: tuple[Path, ...] = ()
    desk: Desk | None = None

    def print_of(self) -> tuple[str, ...]:
        """The file of the store, the head of its journal, and what lies in the folders."""
        names = [str(path) for folder in self.folders if folder.exists() for path in sorted(folder.rglob("*"))]
        with (self.store / "meritdesk.db").open("rb") as file:
            whole = hashlib.file_digest(file, "sha256").hexdigest()
        head = ""
        if self.desk is not None:
            with self.desk.upkeep.around.store.reading() as work:
                head = repr(work.journal.head())
        return (whole, head, *names)


def measure(name: str, place: Place, work: Work, *, stays: bool = False) -> object:
    """Stop a work ever later until it ends by itself; ``stays`` for work whose finished parts stay by design."""
    before = place.print_of()
    answer: object = None
    after, worst, computed, stops, same, seconds = SOONEST, 0.0, 0.0, 0, True, 0.0
    gap, between = 0.0, ""
    while True:
        stopper = Stopper(after)
        began = time.perf_counter()
        try:
            answer = work(stopper.step)
            is_over = True
        except Cancelled:
            is_over = False
        ended, computed_at = time.perf_counter(), time.process_time()
        stopper.end()
        if stopper.gap > gap:
            gap, between = stopper.gap, stopper.between
        if is_over:
            seconds = ended - began
            break
        stops += 1
        worst, computed = max(worst, ended - stopper.said_at), max(computed, computed_at - stopper.said_cpu)
        if not stays:
            same = same and place.print_of() == before
        after *= LATER
    report(
        "cancel",
        work=name,
        seconds=round(seconds, 1),
        stops=stops,
        worst_ms=round(worst * 1000),
        computed_ms=round(computed * 1000),
        gap_ms=round(gap * 1000),
        between=between if gap > 0.3 else "",
        as_before="finished files stay" if stays else same,
    )
    return answer


def opened_again(desk: Desk) -> None:
    """Open the evaluations of the year again, past the rule that forbids it: only so can the copy be closed anew."""
    store = desk.upkeep.around.store
    with store.writing(desk.upkeep.around.actor, "bench.open") as work:
        connection = work._connection  # type: ignore[attr-defined]
        connection.exec_driver_sql(
            "UPDATE evaluation SET state = ? WHERE period = ?", (EvaluationState.OPEN.value, PERIOD.code)
        )
        connection.commit()


@contextmanager
def filled(folder: Path, files: Path, passphrase: str) -> Iterator[Desk]:
    """A store with nothing in it but units."""
    small = year.found(folder, year.SMALLEST, 2025, 7101)
    with open_desk(small.agency, small.passphrase) as desk:
        desk.register.import_units(files / "unor.xlsx")
        yield desk


def imports(folder: Path, files: Path, only: str) -> None:
    """The preview and the import of all staff into a store that has none, and the import taken back."""
    with filled(folder / "new", files, "") as desk:
        place = Place(folder / "new" / "agency", desk=desk)
        staff = files / "profil-asn.xlsx"
        if only in "import preview":
            measure("import preview", place, lambda step: desk.register.import_staff(staff, step, dry_run=True))
        if only in "import undo":
            measure("import", place, lambda step: desk.register.import_staff(staff, step))
            last = desk.upkeep.journal(0, 1)[0]
            measure("undo", place, lambda step: desk.upkeep.undo(last.change_set_id, step))


def deeds(folder: Path, store: Path, passphrase: str, only: str) -> None:
    """What is done with a year that is there."""
    out, stick, kept = folder / "print", folder / "fresh-stick", folder / "kept"
    with open_desk(store, passphrase) as desk:
        place = Place(store, (stick, kept), desk)
        if only in "close pack":
            opened_again(desk)
            units = [one.unit_id for one in desk.register.units() if not one.parent_id]
            measure("close", place, lambda step: desk.assessment.close(PERIOD, units, step))
        if only in "pack":
            measure("pack", place, lambda step: desk.handover.pack(PERIOD, stick, step))
        if only in "order print":
            wish = PrintWish(PERIOD, (Form.D_1_1,), afresh=True)
            placed = measure("order", place, lambda step: desk.documents.orders.place(wish, out, step))
            assert isinstance(placed, OrderOutcome)
            order_id = placed.line.order.order_id
            measure("print", place, lambda step: desk.documents.orders.run(order_id, step), stays=True)
        if only in "change":
            person = next(one for one in desk.register.staff(StaffQuery()) if one.unit_id)
            request = replace(
                ChangeRequest(CareerChange.UNPAID_LEAVE, person.person_id, date(2025, 11, 1)), note="bench"
            )
            measure("change preview", place, lambda step: desk.register.careers.preview(request, step))
            measure("change", place, lambda step: desk.register.careers.change(request, step))
        if only in "check":
            measure("check", place, desk.upkeep.check)
        if only in "backup restore":
            measure("backup", place, lambda step: desk.upkeep.backup(kept, step))
    if only in "restore":
        backup = next(kept.glob("*.meritbackup"))
        target = Place(store, (store / "backups",))
        measure("restore", target, lambda step: restore_store(backup, store, passphrase, step=step))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("agency", type=Path)
    parser.add_argument("region", type=Path)
    parser.add_argument("files", type=Path)
    parser.add_argument("passphrase", type=Path, help="the file in which it stands")
    parser.add_argument("--only", default="", help="one work, such as close or restore")
    asked = parser.parse_args()
    passphrase = asked.passphrase.read_text(encoding="utf-8").strip()
    with workshop() as folder:
        said("copying the stores")
        store, region = folder / "agency", folder / "region"
        shutil.copytree(asked.agency, store)
        deeds(folder, store, passphrase, asked.only)
        if asked.only in "pack receive":
            shutil.copytree(asked.region, region)
            package = next((folder / "fresh-stick").glob("*.merit"))
            with open_desk(region, passphrase) as desk:
                place = Place(region, (folder / "reply",), desk)
                reply = folder / "reply"
                measure("receive", place, lambda step: desk.handover.receive(package, reply, step))
        if asked.only in "import preview undo":
            imports(folder, asked.files, asked.only)


if __name__ == "__main__":
    main()

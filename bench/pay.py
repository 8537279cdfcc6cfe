"""The pay of one month for 12,000 people: reckoned, stopped, stored, read, explained and locked, with times.

Everybody has marks of every working day and seventeen validated activities, so that each line is reckoned.

`python bench/pay.py [PEOPLE]`; the store is made in a temporary folder and thrown away.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
import uuid
from collections.abc import Callable
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

from meritdesk.bootstrap import create_store, open_desk
from meritdesk.core.activity import ActivityEntry, EntryState
from meritdesk.core.allowance_rules import PayComponent
from meritdesk.core.attendance import DayMarks
from meritdesk.core.errors import Cancelled
from meritdesk.core.pay import PayAmount, PayHolder, PayInput, PayInputKind
from meritdesk.core.people import OrgUnit, Person, PositionKind
from meritdesk.core.periods import parse_period
from meritdesk.core.store import AgencyInfo
from meritdesk.core.timekeeping import BatchKind, TimeBatch

MARCH = parse_period("2025-03")
UNITS = 400
T = TypeVar("T")


def timed(name: str, work: Callable[[], T]) -> T:
    begun = time.perf_counter()
    answer = work()
    print(f"{name:<42}{time.perf_counter() - begun:8.2f} s")
    return answer


@contextmanager
def filled(folder: Path, people: int):  # type: ignore[no-untyped-def]
    create_store(folder, AgencyInfo("3372", "Kota Ukur", False, "PC01"), "sandi untuk mengukur")
    with open_desk(folder, "sandi untuk mengukur") as desk:
        around = desk.follow_up.around
        with around.store.writing(around.actor, "bench") as work:
            work.units.save([OrgUnit(f"U{number}", f"Unit {number}", parent_id="U0" if number else "")
                             for number in range(UNITS)])  # fmt: skip
            staff = [
                Person(
                    f"P{number:05d}", f"19800101200501{number % 2 + 1}{number:05d}"[:18].ljust(18, "0"),
                    f"Pegawai {number:05d}", position_kind=PositionKind.STAFF,
                    position_title=f"Jabatan {number % 60}", unit_id=f"U{number % UNITS}", grade="III/a",
                )
                for number in range(people)
            ]  # fmt: skip
            work.people.save(staff)
            work.pay.save_amounts(
                [
                    PayAmount(PayHolder.POST, f"Jabatan {number}", date(2025, 1, 1),
                              {PayComponent.WORKLOAD: Decimal(2_000_000 + number * 50_000),
                               PayComponent.ACHIEVEMENT: Decimal(1_500_000)})
                    for number in range(60)
                ]
            )  # fmt: skip
            work.pay.save_inputs(
                [
                    PayInput(MARCH, PayInputKind.NEGATIVE, person.person_id, Decimal(1), "Sidak")
                    for person in staff[::50]
                ]
            )
            batch = str(uuid.uuid4())
            days = [day for day in range(3, 32) if date(2025, 3, day).weekday() < 5]
            marks = {one.person_id: [DayMarks(day, 440 + (day * place) % 60, 990) for day in days]
                     for place, one in enumerate(staff)}  # fmt: skip
            log = {
                one.person_id: [
                    ActivityEntry(n, date(2025, 3, day), 480, 840, "Laporan", "bukti", EntryState.VALIDATED)
                    for n, day in enumerate(days[:17], start=1)
                ]
                for one in staff
            }
            work.time_books.save_marks(batch, MARCH, marks)
            work.time_books.save_entries(batch, MARCH, log)
            work.time_books.add_batch(TimeBatch(batch, BatchKind.LOG, (MARCH.code,), "", 1, len(staff), ""))
            work.commit()
        yield desk, staff


def main() -> None:
    people = int(sys.argv[1]) if len(sys.argv) > 1 else 12_000
    with tempfile.TemporaryDirectory() as folder, filled(Path(folder) / "kota", people) as (desk, staff):
        pay, steps = desk.follow_up.pay, []
        begun = time.perf_counter()

        def step(done: int, total: int) -> None:
            if not steps:
                steps.append(time.perf_counter() - begun)

        def stop(done: int, total: int) -> None:
            if done > total // 2:
                raise Cancelled

        def stopped() -> None:
            try:
                pay.compute(MARCH, step=stop)
            except Cancelled:
                return
            raise AssertionError("it was not stopped")

        timed("stopped half-way", stopped)
        assert pay.recap(MARCH) is None
        begun = time.perf_counter()
        done = timed(f"compute {people} people", lambda: pay.compute(MARCH, step=step))
        print(f"{'first progress after':<42}{steps[0]:8.2f} s")
        view = timed("read the list", lambda: pay.recap(MARCH))
        assert view is not None and view.recap.net == sum(row.net for row in view.rows)
        slip = timed("every rupiah of one person", lambda: pay.why(MARCH, staff[50].nip))
        assert sum(line.amount for line in slip.lines) == slip.row.net
        rule = pay.rules.draft(MARCH, {"negative": "5"})
        found = timed("simulate another rule", lambda: pay.rules.simulate(MARCH, rule))
        timed("lock", lambda: pay.lock(MARCH))
        assert timed("check the seal", lambda: pay.is_whole(MARCH))
        size = (Path(folder) / "kota").rglob("*")
        print(f"{done.recap.people} paid, {len(found.differences)} would differ, "
              f"store {sum(one.stat().st_size for one in size if one.is_file()) / 1e6:.0f} MB, "
              f"peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")  # fmt: skip


if __name__ == "__main__":
    main()

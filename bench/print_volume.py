"""Print 12,000 D.1.1 to one file and to 12,000 files, kill the program half-way, resume, and count every sheet."""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import psutil
from _measure import MEGABYTE, report, said, workshop

from meritdesk.bootstrap import open_desk
from meritdesk.core.documents import Finding, Form
from meritdesk.core.evaluation import Evaluation, EvaluationState, OrgLevel, Predicate, Rating
from meritdesk.core.people import person_block
from meritdesk.core.periods import parse_period
from meritdesk.core.print_order import FilePer, ItemState, OrderState, PrintWish
from meritdesk.sample_city import year
from meritdesk.services import Desk

PERIOD = parse_period("2025")
HALF = "half"
SPARE = 1.04  # so many more people than sheets, since some have no rater


def closed_year(desk: Desk, wanted: int) -> int:
    """Close the year of so many people straight in the store: this bench is about paper, not about appraising."""
    around = desk.documents.around
    rules = around.rulebook.in_force(PERIOD.last_day)
    with around.store.reading() as work:
        people = {person.person_id: person for person in work.people.all()}
        units = {unit.unit_id: unit for unit in work.units.all()}
        lines = [
            line for line in work.reporting.all() if line.rater_id in people and people[line.person_id].is_appraised
        ]
    evaluations = []
    for line in lines[:wanted]:
        keys = [key for key in (line.person_id, line.rater_id, line.superior_id) if key in people]
        one = Evaluation(
            evaluation_id=f"e-{line.person_id}",
            person_id=line.person_id,
            period=PERIOD,
            result_rating=Rating.MEETS,
            behaviour_rating=Rating.MEETS,
            note="Pertahankan kinerja dan dokumentasikan hasil kerja setiap triwulan.",
            state=EvaluationState.CLOSED,
            rater_id=line.rater_id,
            superior_id=line.superior_id,
            led_unit_id=line.led_unit_id,
            org_level=OrgLevel.GOOD,
            predicate=Predicate.GOOD,
            closed_on=date(2026, 1, 12),
            parties=tuple(person_block(people[key], units, rules.rank_name) for key in keys),
        )
        evaluations.append(replace(one, digest=around.exchange.record_digest({"evaluation": one.evaluation_id})))
    with around.store.writing(around.actor, "bench.close") as work:
        work.evaluations.save(evaluations)
        work.commit()
    return len(evaluations)


class Watched:
    """The memory of a program and everybody who works for it, sampled while it runs."""

    def __init__(self, command: list[str], kill_at_half: bool) -> None:
        self.peak_mb = 0.0
        self.most_processes = 0
        started = time.perf_counter()
        self._program = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        watcher = threading.Thread(target=self._watch, daemon=True)
        watcher.start()
        assert self._program.stdout is not None
        self.was_killed = False
        for line in self._program.stdout:
            if line.strip() == HALF and kill_at_half:
                os.kill(self._program.pid, signal.SIGKILL)
                self.was_killed = True
                break
        self.code = self._program.wait()
        self.seconds = time.perf_counter() - started
        watcher.join(2)

    def _watch(self) -> None:
        while self._program.poll() is None:
            try:
                parent = psutil.Process(self._program.pid)
                family = [parent, *parent.children(recursive=True)]
                used = sum(_own(one) for one in family)
            except psutil.Error:
                continue
            self.peak_mb = max(self.peak_mb, used / MEGABYTE)
            self.most_processes = max(self.most_processes, len(family))
            time.sleep(0.05)


def _own(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.Error:
        return 0


def carry_out(store: Path, passphrase: str, order_id: str) -> None:
    """The program under test: one run of one order, which says when half of it is done."""
    told = False

    def step(done: int, total: int) -> None:
        nonlocal told
        if not told and total and done * 2 >= total:
            told = True
            print(HALF, flush=True)

    with open_desk(store, passphrase) as desk:
        desk.documents.orders.run(order_id, step)


def run(store: Path, passphrase: str, order_id: str, kill_at_half: bool = False) -> Watched:
    command = [sys.executable, __file__, "--carry-out", str(store), passphrase, order_id]
    return Watched(command, kill_at_half)


def counted(store: Path, passphrase: str, order_id: str, out: Path) -> dict[str, object]:
    """What lies on the disk and in the register of one order, each sheet once."""
    with open_desk(store, passphrase) as desk:
        shown = desk.documents.orders.show(order_id)
        assert shown.line.order.state is OrderState.DONE, shown.line.order
        with desk.documents.around.store.reading() as work:
            items = [one for one in work.print_orders.items(order_id) if one.state is ItemState.PRINTED]
            known = Counter(
                (one.number, one.copy) for part in shown.parts for one in work.documents.of_file(part.digest)
            )
        stands = [desk.documents.verify(out / part.file_name).finding for part in shown.parts[:20]]
    assert len({(one.number, one.copy) for one in items}) == len(items)
    assert set(known.values()) == {1} and len(known) == len(items)
    assert set(stands) == {Finding.CURRENT}
    files = [path for path in out.iterdir() if path.is_file()]
    assert len(files) == len(shown.parts) and not [path for path in out.iterdir() if path.is_dir()]
    return {
        "sheets": len(items),
        "files": len(files),
        "pages": sum(part.pages for part in shown.parts),
        "megabytes": round(sum(path.stat().st_size for path in files) / MEGABYTE),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sheets", type=int, default=12_000)
    parser.add_argument("--carry-out", nargs=3, metavar=("STORE", "PASSPHRASE", "ORDER"))
    chosen = parser.parse_args()
    if chosen.carry_out:
        store, passphrase, order_id = chosen.carry_out
        carry_out(Path(store), passphrase, order_id)
        return
    with workshop() as folder:
        started = time.perf_counter()
        city = year.found(folder / "city", round(chosen.sheets * SPARE), 2025, 7101)
        with open_desk(city.agency, city.passphrase) as desk:
            year.settle(desk, city)
            sheets = closed_year(desk, chosen.sheets)
        said(f"city with {sheets} closed evaluations after {time.perf_counter() - started:.0f} s")
        for killed in (True, False):
            for name, files in (("one_file", FilePer.ONE), ("file_per_person", FilePer.PERSON)):
                out = folder / f"{name}-{killed}"
                wish = PrintWish(PERIOD, (Form.D_1_1,), files=files, afresh=True)
                with open_desk(city.agency, city.passphrase) as desk:
                    placed_at = time.perf_counter()
                    order_id = desk.documents.orders.place(wish, out).line.order.order_id
                    placing = time.perf_counter() - placed_at
                first = run(city.agency, city.passphrase, order_id, kill_at_half=killed)
                assert first.was_killed == killed, first.code
                facts: dict[str, object] = {"placing_seconds": round(placing, 1), "peak_mb": round(first.peak_mb)}
                seconds = first.seconds
                if killed:
                    time.sleep(2)
                    left = len(list(out.glob("*.pdf")))
                    again = run(city.agency, city.passphrase, order_id)
                    assert again.code == 0, again.code
                    seconds += again.seconds
                    facts |= {
                        "killed_after_seconds": round(first.seconds, 1),
                        "files_when_killed": left,
                        "resumed_seconds": round(again.seconds, 1),
                        "resumed_peak_mb": round(again.peak_mb),
                    }
                facts |= counted(city.agency, city.passphrase, order_id, out)
                report(
                    f"print_volume_{name}{'_killed_and_resumed' if killed else ''}",
                    seconds=round(seconds, 1),
                    per_second=round(sheets / seconds, 1),
                    processes=first.most_processes,
                    **facts,
                )


if __name__ == "__main__":
    main()

"""Read 500 scanned pages (150 dpi, grey, turned, askew, with specks) into a store, and the same once more."""

from __future__ import annotations

import argparse
import importlib.util
import os
import random
import threading
import time
from pathlib import Path

import psutil
from _measure import MEGABYTE, Peak, report, said, workshop

from meritdesk.bootstrap import open_desk
from meritdesk.core.documents import Form
from meritdesk.core.periods import parse_period
from meritdesk.core.scans import ScanPlace
from meritdesk.sample_city import year
from meritdesk.services.print_job import Selection

PAPER = Path(__file__).parent.parent / "tests" / "scanning" / "paper.py"
PORTION = 50


class Children:
    """The highest memory of the processes apart, together, sampled every 50 ms."""

    def __enter__(self) -> Children:
        self.highest = 0
        self._stop = threading.Event()
        self._watcher = threading.Thread(target=self._watch, daemon=True)
        self._watcher.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._watcher.join()

    def _watch(self) -> None:
        me = psutil.Process()
        while not self._stop.wait(0.05):
            together = 0
            for child in me.children(recursive=True):
                try:
                    together += child.memory_info().rss
                except psutil.Error:
                    continue
            self.highest = max(self.highest, together)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=500)
    wanted = parser.parse_args().pages
    spec = importlib.util.spec_from_file_location("scan_paper", PAPER)
    assert spec and spec.loader
    paper = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(paper)
    chance = random.Random(7101)
    with workshop() as folder:
        city = year.found(folder / "city", 120, 2025, 7101)
        with open_desk(city.agency, city.passphrase) as desk:
            year.settle(desk, city)
            year.work_through(desk, city)
            period = parse_period("2025")
            desk.assessment.close(period)
            (folder / "scans").mkdir()
            made, printed, held = 0, 0, []
            while made < wanted:
                for form in (Form.C_1_3, Form.D_1_1):
                    file = desk.documents.print(form, period, Selection(), folder / "paper").file
                    for picture in paper.pictures_of(folder / "paper" / Path(file.path).name, chance):
                        held.append(picture)
                        made += 1
                        if len(held) == PORTION or made == wanted:
                            printed += 1
                            paper.as_pdf(held, folder / "scans" / f"scan {printed:03d}.pdf")
                            held = []
                        if made == wanted:
                            break
                    if made == wanted:
                        break
            said(f"{made} pages in {printed} files")
            slowest = last = 0.0
            started, computed = time.perf_counter(), sum(os.times()[:4])

            def step(done: int, total: int) -> None:
                nonlocal slowest, last
                now = time.perf_counter()
                slowest = max(slowest, now - last) if last else slowest
                last = now

            with Peak() as peak, Children() as children:
                outcome = desk.documents.scans.read([folder / "scans"], step)
            seconds = time.perf_counter() - started
            # What the processes apart have computed counts as well, since they have ended by now.
            computed = sum(os.times()[:4]) - computed
            report(
                "scan_pages",
                seconds=round(seconds, 2),
                items=outcome.read,
                unit="pages",
                per_second=round(outcome.read / seconds, 1),
                computed_seconds=round(computed, 2),
                per_computed_second=round(outcome.read / computed, 1),
                load=round(os.getloadavg()[0], 1),
                filed=outcome.places.get(ScanPlace.FILED, 0),
                on_the_desk=outcome.places.get(ScanPlace.DESK, 0),
                whole=outcome.whole,
                longest_pause=round(slowest, 2),
                peak_mb=round(peak.highest / MEGABYTE),
                rise_mb=round((peak.highest - peak.before) / MEGABYTE),
                readers_peak_mb=round(children.highest / MEGABYTE),
            )
            started = time.perf_counter()
            again = desk.documents.scans.read([folder / "scans"])
            report("scan_pages_again", seconds=round(time.perf_counter() - started, 2), known=again.known)


if __name__ == "__main__":
    main()

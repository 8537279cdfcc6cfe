"""Open the window on a store of 15,000 people: time until it is painted, beside a bare PySide6 window.

Both are fresh processes, run in turns because of what else the machine does, and timed from their first line; ours
goes the way of ``python -m meritdesk``. What counts is the middle of all runs, by the clock and by processor time.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
from pathlib import Path

from _measure import report, workshop

RUNS = 10
TIMES_OF_A_BARE_WINDOW = 2

BARE = """
import time; start, begun = time.perf_counter(), time.process_time()
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([]); window = QMainWindow(); window.show(); app.processEvents()
took, worked = time.perf_counter() - start, time.process_time() - begun
import json; print(json.dumps({"painted": round(took, 3), "painted_cpu": round(worked, 3)}))
"""
OURS = """
import time; start, begun = time.perf_counter(), time.process_time()
import sys
from meritdesk.ui.start import plain_start
plain_start([])
from meritdesk.ui.opening import first_paint
from pathlib import Path
moments = first_paint(Path(sys.argv[1]), sys.argv[2], start, begun)
import json, resource; peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps({**moments, "peak_mb": round(peak / 1024)}))
"""


def child(script: str, *arguments: str) -> dict[str, float]:
    """Run one measurement in a fresh process, since imports are most of it."""
    done = subprocess.run([sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=True)
    return json.loads(done.stdout.strip().splitlines()[-1])


def middle(runs: list[dict[str, float]]) -> dict[str, float]:
    return {name: round(statistics.median(run[name] for run in runs), 3) for name in runs[0]}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--staff", type=int, default=15_000)
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--store", type=Path, help="a store that is there already, with its passphrase in the next")
    parser.add_argument("--passphrase", default="")
    chosen = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with workshop() as folder:
        store, passphrase = chosen.store, chosen.passphrase
        if store is None:
            from meritdesk.bootstrap import open_desk
            from meritdesk.sample_city import year

            city = year.found(folder / "city", chosen.staff, 2025, 7101)
            with open_desk(city.agency, city.passphrase) as desk:
                year.settle(desk, city)
            store, passphrase = city.agency, city.passphrase
        turns = [(child(BARE), child(OURS, str(store), passphrase)) for _ in range(chosen.runs)]
        bare, ours = middle([one for one, _ in turns]), middle([one for _, one in turns])
        report("open_bare_window", runs=chosen.runs, **bare)
        times, times_cpu = ours["painted"] / bare["painted"], ours["painted_cpu"] / bare["painted_cpu"]
        report(
            "open_window", staff=chosen.staff, runs=chosen.runs, **ours, times_bare=round(times, 2),
            times_bare_cpu=round(times_cpu, 2), target_times=TIMES_OF_A_BARE_WINDOW,
            met=times <= TIMES_OF_A_BARE_WINDOW, met_by_cpu=times_cpu <= TIMES_OF_A_BARE_WINDOW,
        )  # fmt: skip


if __name__ == "__main__":
    main()

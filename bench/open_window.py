"""Open the window on a store of 15,000 people: time until it is painted, beside a bare PySide6 window."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from pathlib import Path

from _measure import Peak, report, workshop

from meritdesk.bootstrap import open_desk
from meritdesk.sample_city import year

BARE = """
import time; start = time.perf_counter()
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([]); window = QMainWindow(); window.show(); app.processEvents()
import json; print(json.dumps({"painted": round(time.perf_counter() - start, 3)}))
"""


def child(*arguments: str) -> dict[str, float]:
    """Run one measurement in a fresh process, since imports are most of it."""
    done = subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=True)
    return json.loads(done.stdout.strip().splitlines()[-1])


def opened(store: Path, passphrase: str) -> None:
    """In the fresh process: open the real window on the store and print when what was on screen."""
    started = time.perf_counter()
    from meritdesk.ui.opening import first_paint

    with Peak() as peak:
        moments = first_paint(store, passphrase, started)
    print(json.dumps({**moments, "peak_mb": round(peak.highest / 1024 / 1024)}))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--staff", type=int, default=15_000)
    parser.add_argument("--opened", nargs=2, metavar=("STORE", "PASSPHRASE"))
    chosen = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if chosen.opened:
        opened(Path(chosen.opened[0]), chosen.opened[1])
        return
    with workshop() as folder:
        city = year.found(folder / "city", chosen.staff, 2025, 7101)
        with open_desk(city.agency, city.passphrase) as desk:
            year.settle(desk, city)
        bare = child("-c", BARE)
        report("open_bare_window", seconds=bare["painted"])
        shown = child(__file__, "--opened", str(city.agency), city.passphrase)
        report("open_window", staff=chosen.staff, **shown)


if __name__ == "__main__":
    main()

"""The packaged program beside the checkout: its size, how long `--help` takes, how long until its window stands.

Build it first (`make build`). `--help` is set beside `python -c pass` in the same run, the window beside that of the
checkout; all are fresh processes, run in turns because of what else the machine does, and what counts is the middle.
The window is the real one on a screen of its own: its frame, and the front door when it is whole.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from _measure import report

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from shipping.bundle import FOLDER, PROGRAM  # noqa: E402
from shipping.places import megabytes  # noqa: E402
from shipping.screen import a_screen, seconds_until_full, seconds_until_painted  # noqa: E402

RUNS = 7
TIMES_OF_BARE_PYTHON = 3
PATIENCE_SECONDS = 180


def seconds(command: Sequence[str]) -> float:
    """How long a command takes from its start to its end."""
    started = time.perf_counter()
    subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - started


def window(command: Sequence[str]) -> tuple[float, float]:
    """Until the frame of the window stands, and until the front door does, in a home that knows no store."""
    with tempfile.TemporaryDirectory(prefix="meritdesk-bench-") as home, a_screen() as screen:
        environment = {**os.environ, "HOME": home, "XDG_CONFIG_HOME": home, "DISPLAY": screen.name}
        environment["QT_QPA_PLATFORM"] = "xcb"
        started = time.perf_counter()
        with subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL) as process:
            try:
                frame = seconds_until_painted(screen, process, started, PATIENCE_SECONDS)
                return frame, seconds_until_full(screen, process, started, PATIENCE_SECONDS)
            finally:
                process.terminate()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=RUNS)
    chosen = parser.parse_args()
    if not PROGRAM.is_file():
        sys.exit("There is no dist/meritdesk. Run: make build")
    report("bundle_size", folder_mb=megabytes(FOLDER), files=sum(1 for path in FOLDER.rglob("*") if path.is_file()))

    bare, checkout = [sys.executable, "-c", "pass"], [sys.executable, "-m", "meritdesk"]
    packaged = [str(PROGRAM)]
    turns = [
        (seconds(bare), seconds([*packaged, "--help"]), seconds([*checkout, "--help"])) for _ in range(chosen.runs)
    ]
    pass_s, packaged_s, checkout_s = (round(statistics.median(column), 3) for column in zip(*turns, strict=True))
    times = round(packaged_s / pass_s, 2)
    report(
        "bundle_help", runs=chosen.runs, python_pass_s=pass_s, packaged_s=packaged_s, checkout_s=checkout_s,
        times_python_pass=times, target_times=TIMES_OF_BARE_PYTHON, met=times <= TIMES_OF_BARE_PYTHON,
    )  # fmt: skip

    both = [(*window(packaged), *window(checkout)) for _ in range(chosen.runs)]
    ours, door, theirs, their_door = (round(statistics.median(column), 2) for column in zip(*both, strict=True))
    report(
        "bundle_window", runs=chosen.runs, frame_s=ours, front_door_s=door, checkout_frame_s=theirs,
        checkout_front_door_s=their_door, times_checkout=round(ours / theirs, 2),
    )  # fmt: skip


if __name__ == "__main__":
    main()

"""The command line says how it is used: ``meritdesk --help`` beside ``python -c pass``, fresh processes in turns.

Where the packaged program lies in ``dist`` (``make build``; or ``--program FILE``) it is asked the same in these turns.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from _contest import Figure, compared

RUNS = 9
PACKAGED = Path(__file__).resolve().parent.parent / "dist" / "meritdesk" / "meritdesk"
OURS = "MeritDesk"
THE_PACKAGED = "MeritDesk, packaged"
FLOOR = "floor: python -c pass"


def commands(packaged: Path) -> dict[str, list[str]]:
    """What is started, by name."""
    known = {
        OURS: [sys.executable, "-m", "meritdesk", "--help"],
        FLOOR: [sys.executable, "-c", "pass"],
        "python -c 'import argparse, json'": [sys.executable, "-c", "import argparse, json"],
    }
    return {**known, THE_PACKAGED: [str(packaged), "--help"]} if packaged.is_file() else known


def took(command: Sequence[str]) -> tuple[float, float, float]:
    """One fresh process: seconds by the clock, its processor time, its highest memory in megabytes."""
    script = (
        "import resource, subprocess, sys; done = subprocess.run(sys.argv[1:], "
        "stdout=subprocess.DEVNULL); used = resource.getrusage(resource.RUSAGE_CHILDREN); "
        "print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, done.returncode)"
    )
    began = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    seconds = time.perf_counter() - began
    asked = subprocess.run([sys.executable, "-c", script, *command], capture_output=True, text=True, check=True)
    computed, peak, _ = map(float, asked.stdout.split())
    return seconds, computed, peak


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--program", type=Path, default=PACKAGED, help="the packaged program")
    chosen = parser.parse_args()
    asked = commands(chosen.program)
    taken = [{name: took(command) for name, command in asked.items()} for _ in range(chosen.runs)]
    figures = {
        name: Figure(
            statistics.median(one[name][0] for one in taken),
            statistics.median(one[name][1] for one in taken),
            max(one[name][2] for one in taken),
            0,
            chosen.runs,
        )
        for name in asked
    }
    packaged = figures.pop(THE_PACKAGED, None)
    compared("startup", "meritdesk --help", figures, {FLOOR: ("at most", 3)})
    if packaged is not None:
        both = {THE_PACKAGED: packaged, FLOOR: figures[FLOOR]}
        compared("startup_packaged", "--help of the packaged program", both, {FLOOR: ("at most", 3)})


if __name__ == "__main__":
    main()

"""The command line says how it is used: ``meritdesk --help`` beside ``python -c pass``, fresh processes in turns."""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time

from _contest import Figure, compared

RUNS = 9
COMMANDS = {
    "MeritDesk": ["-m", "meritdesk", "--help"],
    "floor: python -c pass": ["-c", "pass"],
    "python -c 'import argparse, json'": ["-c", "import argparse, json"],
}


def took(arguments: list[str]) -> tuple[float, float, float]:
    """One fresh process: seconds by the clock, its processor time, its highest memory in megabytes."""
    script = (
        "import resource, subprocess, sys; done = subprocess.run([sys.executable, *sys.argv[1:]], "
        "stdout=subprocess.DEVNULL); used = resource.getrusage(resource.RUSAGE_CHILDREN); "
        "print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, done.returncode)"
    )
    began = time.perf_counter()
    subprocess.run([sys.executable, *arguments], stdout=subprocess.DEVNULL, check=True)
    seconds = time.perf_counter() - began
    asked = subprocess.run([sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=True)
    computed, peak, _ = map(float, asked.stdout.split())
    return seconds, computed, peak


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=RUNS)
    runs = parser.parse_args().runs
    taken = [{name: took(arguments) for name, arguments in COMMANDS.items()} for _ in range(runs)]
    figures = {
        name: Figure(
            statistics.median(one[name][0] for one in taken),
            statistics.median(one[name][1] for one in taken),
            max(one[name][2] for one in taken),
            0,
            runs,
        )
        for name in COMMANDS
    }
    compared("startup", "meritdesk --help", figures, {"floor: python -c pass": ("at most", 3)})


if __name__ == "__main__":
    main()

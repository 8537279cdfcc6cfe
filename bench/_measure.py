"""What every benchmark does alike: time a piece of work, watch the peak memory, print one JSON line."""

from __future__ import annotations

import json
import platform
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

MEGABYTE = 1024 * 1024


class Peak:
    """The highest resident memory of this process while the block runs, sampled every 10 ms."""

    def __enter__(self) -> Peak:
        self._process = psutil.Process()
        self.before = self._process.memory_info().rss
        self.highest = self.before
        self._stop = threading.Event()
        self._watcher = threading.Thread(target=self._watch, daemon=True)
        self._watcher.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._watcher.join()

    def _watch(self) -> None:
        while not self._stop.wait(0.01):
            self.highest = max(self.highest, self._process.memory_info().rss)


def measured(name: str, work: Callable[[], object], items: int, unit: str, runs: int = 1, **facts: object) -> None:
    """Run a piece of work: one JSON line of seconds, what was computed, load of the machine and peak memory."""
    seconds, computed = [], []
    with Peak() as peak:
        for _ in range(runs):
            started, computing = time.perf_counter(), time.process_time()
            work()
            seconds.append(time.perf_counter() - started)
            computed.append(time.process_time() - computing)
    median = statistics.median(seconds)
    report(
        name,
        seconds=round(median, 3),
        computed=round(statistics.median(computed), 3),
        load=round(psutil.getloadavg()[0], 1),
        runs=runs,
        items=items,
        unit=unit,
        per_second=round(items / median, 1),
        peak_mb=round(peak.highest / MEGABYTE),
        rise_mb=round((peak.highest - peak.before) / MEGABYTE),
        **facts,
    )


def report(name: str, **facts: object) -> None:
    """One figure as JSON, with the machine it was taken on."""
    machine = {"python": platform.python_version(), "cpus": psutil.cpu_count(), "system": platform.system()}
    print(json.dumps({"bench": name, **facts, "machine": machine}), flush=True)


def against(target_ms: float, clock_ms: float, cpu_ms: float) -> dict[str, object]:
    """A target beside the figure, and whether it was met: by the clock, and by what was computed on a busy machine."""
    return {"target_ms": target_ms, "met": clock_ms <= target_ms, "met_by_cpu": cpu_ms <= target_ms}


@contextmanager
def workshop() -> Iterator[Path]:
    """A private folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="meritdesk-bench-") as folder:
        yield Path(folder)


def said(text: str) -> None:
    """A remark for the person who watches, beside the figures."""
    print(text, file=sys.stderr, flush=True)

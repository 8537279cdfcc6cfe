"""How long the first page of the morning takes: board, clocks and worklist, people behind a count, charts."""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from pathlib import Path

from meritdesk.bootstrap import open_desk
from meritdesk.core.periods import parse_period
from meritdesk.core.stages import Cohort, Reach, Stage

ROUNDS = 3


def best(work: Callable[[], object]) -> dict[str, float]:
    """The best of a few rounds, by the wall and by the processor."""
    walls, processors = [], []
    for _ in range(ROUNDS):
        wall, processor = time.perf_counter(), time.process_time()
        work()
        walls.append(time.perf_counter() - wall)
        processors.append(time.process_time() - processor)
    return {"wall_ms": round(min(walls) * 1000, 1), "cpu_ms": round(min(processors) * 1000, 1)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("store", type=Path)
    parser.add_argument("passphrase_file", type=Path)
    parser.add_argument("period", nargs="?", default="2025")
    asked = parser.parse_args()
    passphrase, period = asked.passphrase_file.read_text(encoding="utf-8").strip(), parse_period(asked.period)
    with open_desk(asked.store, passphrase) as desk:
        overview = desk.overview
        found: dict[str, object] = {"staff": overview.status(period).whole.staff}
        found["board"] = best(lambda: overview.status(period))
        found["worklist"] = best(lambda: overview.work(period))
        found["morning (board and worklist)"] = best(lambda: overview.morning(period))
        cohort = Cohort(period, Stage.CLOSED, Reach.DONE)
        found["people of a cell"] = best(lambda: overview.people(cohort))
        for kind in overview.figures.kinds:
            found[f"chart {kind.value.lower()}"] = best(lambda kind=kind: overview.figures.of(kind, period))
    print(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()

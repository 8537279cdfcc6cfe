"""How long the first page of the morning takes: board, clocks and worklist, people behind a count, charts.

Usage: python bench/overview.py STORE PASSPHRASE_FILE [PERIOD]
"""

from __future__ import annotations

import json
import sys
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
    store, passphrase = Path(sys.argv[1]), Path(sys.argv[2]).read_text(encoding="utf-8").strip()
    period = parse_period(sys.argv[3] if len(sys.argv) > 3 else "2025")
    with open_desk(store, passphrase) as desk:
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

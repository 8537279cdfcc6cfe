"""Score 15,000 and 150,000 people with every line of explanation: what one person costs must not depend on how many.

The pure core alone: the suggestion from actuals against targets, and the predicate from rating and behaviour, each with
its reasons, of a plan of three results. Beside it, in the same run, the whole verb that closes a year of 2,000 people:
who is ready, whose level counts, reasons, digests, journal, one transaction.
"""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Iterator
from pathlib import Path

from _contest import compared, contest, exponent
from _made_up import NOW, PASSPHRASE, PERIOD, found
from _measure import workshop
from _region_packages import MadeUp

from meritdesk import bootstrap
from meritdesk.core.evaluation import Rating
from meritdesk.core.plan import PerformancePlan
from meritdesk.core.scoring.predicate import predicate
from meritdesk.core.scoring.suggestion import suggest
from meritdesk.rulebook import Rulebook

RUNS = 5
CLOSED = 2_000


def scoring(people: int) -> Iterator[None]:
    """Everybody after each other; the plans of a thousand people in turn, so that making them is not measured."""
    agency = MadeUp(0, 1_000)
    rules = Rulebook().in_force(PERIOD.last_day)
    actuals = {one.indicator_id: one for one in agency.snapshot(PERIOD).actuals}
    plans: list[PerformancePlan] = [agency.plans[place % 1_000] for place in range(people)]
    ratings = tuple(Rating)
    lines = 0
    yield
    for place, plan in enumerate(plans):
        own = {indicator.indicator_id: actuals[indicator.indicator_id] for indicator in plan.indicators}
        found_lines = suggest(plan, own, rules.suggestion).reasons
        _, (reason, *_) = predicate(ratings[place % 3], ratings[place // 3 % 3], rules.predicate_matrix)
        lines += len(found_lines) + bool(reason.source)
    yield
    if lines < people * 4:
        raise SystemExit("there were no explanations")


def closing(prepared: Path, folder: Path) -> Iterator[None]:
    """The verb that closes a year."""
    store = folder / "closing"
    shutil.copytree(prepared, store)
    with bootstrap.open_desk(store, PASSPHRASE, clock=lambda: NOW) as desk:
        yield
        outcome = desk.assessment.close(PERIOD)
        yield
        # Who leads the whole has no rater here.
        if outcome.closed < outcome.due - 1:
            raise SystemExit(f"{outcome.blocked[:3]}")
    shutil.rmtree(store)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--staff", type=int, default=15_000)
    parser.add_argument("--runs", type=int, default=RUNS)
    chosen = parser.parse_args()
    few, many = chosen.staff, chosen.staff * 10
    figures = contest({f"{few:,}": lambda: scoring(few), f"{many:,}": lambda: scoring(many)}, chosen.runs)
    slope = exponent({few: figures[f"{few:,}"].computed, many: figures[f"{many:,}"].computed})
    compared("score", f"score {few:,} and {many:,} people with explanations", figures, {},
             exponent=round(slope, 3), wanted_exponent=1.1, met=slope <= 1.1)  # fmt: skip
    with workshop() as folder:
        found(folder / "agency", CLOSED, close=False)
        figures = contest({"MeritDesk": lambda: closing(folder / "agency", folder)}, chosen.runs)
        compared("close_year", f"close the year of {CLOSED:,} people", figures, {})


if __name__ == "__main__":
    main()

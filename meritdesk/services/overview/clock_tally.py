"""The clocks of a whole agency counted by duty, state and unit, without reading a plan or an evaluation whole."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from meritdesk.core.deadlines import DeadlineState, ProcessDates, papers_in_force
from meritdesk.core.duties import Duty
from meritdesk.core.periods import Period
from meritdesk.services.clocks import Reckoning
from meritdesk.services.ports import Surroundings, Work


@dataclass(frozen=True, slots=True)
class DutyTally:
    """How many clocks of one duty stand so: by unit, with the earliest limit among them."""

    duty: Duty
    state: DeadlineState
    units: Mapping[str, int]
    first_limit: date | None

    @property
    def count(self) -> int:
        """All units together."""
        return sum(self.units.values())


def tally_clocks(around: Surroundings, work: Work, period: Period) -> tuple[DutyTally, ...]:
    """Every duty with every state it has somewhere; ``ASM-110`` for periods before the regulation."""
    reckoning = Reckoning.of_period(around, work, period)
    papers: dict[str, list[ProcessDates]] = defaultdict(list)
    for process in work.processes.of_period(period):
        papers[process.evaluation_id].append(process)
    objections = {one.evaluation_id: one.dates for one in work.objections.of_period(period)}
    units: dict[tuple[Duty, DeadlineState], Counter[str]] = defaultdict(Counter)
    limits: dict[tuple[Duty, DeadlineState], date] = {}
    for facts in work.clock_facts(period):
        closed_on = facts.closed_on if facts.version == 1 else None
        found = reckoning.of_year(facts.fixed_on, closed_on, is_fixed=facts.is_fixed, is_closed=facts.is_closed)
        if facts.is_closed:
            found += reckoning.of_papers(
                papers_in_force(papers.get(facts.evaluation_id, ()), facts.version),
                objections.get(facts.evaluation_id),
                is_final=facts.is_final,
                by_superior=facts.is_by_superior,
            )
        for clock in found:
            key = (clock.duty, clock.state)
            units[key][facts.unit_id] += 1
            if clock.limit is not None:
                limits[key] = min(clock.limit, limits.get(key, clock.limit))
    order = sorted(units, key=lambda key: (tuple(Duty).index(key[0]), tuple(DeadlineState).index(key[1])))
    return tuple(DutyTally(*key, dict(units[key]), limits.get(key)) for key in order)

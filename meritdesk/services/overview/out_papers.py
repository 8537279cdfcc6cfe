"""Papers outside the desk, as far as the worklist asks: past a limit, replaced while out, and with whom they are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from meritdesk.core.circulation import OUT_OF_FORCE
from meritdesk.core.deadlines import DeadlineState
from meritdesk.core.periods import Period
from meritdesk.core.working_days import WorkCalendar
from meritdesk.services.paper_clocks import PaperClocks
from meritdesk.services.paper_trail import PaperTrail
from meritdesk.services.ports import Surroundings, Work


@dataclass(frozen=True, slots=True)
class OutPapers:
    """By unit how many papers are overdue or to be called back; by holder how many overdue ones of which unit."""

    overdue: Mapping[str, int]
    recalled: Mapping[str, int]
    holders: Mapping[str, Mapping[str, int]]


def out_papers(around: Surroundings, work: Work, period: Period, calendar: WorkCalendar) -> OutPapers:
    """The papers of the year that are out today."""
    papers = work.circulation.perhaps_out(period.year)
    trail = PaperTrail.gather(around, work, papers)
    clocks = PaperClocks(around, work, calendar)
    overdue: Counter[str] = Counter()
    recalled: Counter[str] = Counter()
    holders: dict[str, Counter[str]] = defaultdict(Counter)
    for view in trail.views():
        if not view.state.stage.is_out:
            continue
        unit_id = view.paper.unit_id
        if view.standing in OUT_OF_FORCE:
            recalled[unit_id] += 1
        deadline = clocks.pressing(view, trail.process(view.paper))
        if deadline is not None and deadline.state is DeadlineState.LATE:
            overdue[unit_id] += 1
            if view.state.holder:
                holders[view.state.holder][unit_id] += 1
    return OutPapers(overdue, recalled, holders)

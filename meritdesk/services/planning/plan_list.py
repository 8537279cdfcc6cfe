"""Who must have a plan and who has one, as a list that is searched, filtered and put in any order."""

from __future__ import annotations

from dataclasses import dataclass

from meritdesk.core.access import Action, require
from meritdesk.core.plan_list import PlanListLine, PlanQuery
from meritdesk.services.ports import Surroundings


@dataclass(frozen=True, slots=True)
class PlanList:
    """Verbs that read the list of plans; a counter of planning."""

    around: Surroundings

    def lines(self, query: PlanQuery) -> tuple[PlanListLine, ...]:
        """One block, in the order asked for."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return work.plans.listed(query)

    def count(self, query: PlanQuery) -> int:
        """How many people a query finds; order and block do not count."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return work.plans.listed_count(query)

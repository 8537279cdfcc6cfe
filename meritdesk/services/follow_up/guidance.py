"""Whose predicate calls for guidance, and how far that guidance is; read from what assessment and execution keep."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from meritdesk.core.access import Action, require
from meritdesk.core.evaluation import Evaluation, Predicate
from meritdesk.core.follow_up import FollowUpRules, GuidanceState, follows_since, guidance_since, guidance_state
from meritdesk.core.guidance import GuidanceRecord
from meritdesk.core.people import Person
from meritdesk.core.periods import Period
from meritdesk.core.plan import PlanHead
from meritdesk.core.rules import PackKind
from meritdesk.core.validation import Hint
from meritdesk.core.validation.execution_rules import coaching_hints
from meritdesk.services.ports import Surroundings, Work


@dataclass(frozen=True, slots=True)
class GuidanceNeed:
    """One person whose predicate calls for guidance, with the open records since then.

    ``since`` is the day from which records count. Counselling and behaviour reports are confidential and not here.
    """

    person: Person
    unit_name: str
    rater_name: str
    evaluation: Evaluation
    predicate: Predicate
    since: date
    records: tuple[GuidanceRecord, ...]
    state: GuidanceState
    hints: tuple[Hint, ...]

    @property
    def last_on(self) -> date | None:
        """The day of the latest record."""
        return self.records[-1].held_on if self.records else None


@dataclass(frozen=True, slots=True)
class GuidanceBoard:
    """The needs of a period, and how many evaluations are closed and still open, so that an empty list says why."""

    period: Period
    needs: tuple[GuidanceNeed, ...]
    closed: int
    open: int
    rules: FollowUpRules

    def count(self, state: GuidanceState) -> int:
        """How many are in a state."""
        return Counter(need.state for need in self.needs)[state]


@dataclass(frozen=True, slots=True)
class GuidanceNeeds:
    """Verbs of the list of people to be guided."""

    around: Surroundings

    def board(self, period: Period, unit_ids: Sequence[str] = ()) -> GuidanceBoard:
        """Everybody whose closed predicate of a period calls for guidance (Art. 20-21); ``ASM-110`` before the rule.

        Who is no longer appraised (left, retired) is not asked for.
        """
        require(self.around.actor, Action.READ)
        rules = self.around.rulebook.pack(PackKind.FOLLOW_UP, period.last_day).body
        assert isinstance(rules, FollowUpRules)
        with self.around.store.reading() as work:
            evaluations = work.evaluations.heads_of_period(period)
            called = [one.person_id for one in evaluations if one.is_closed and one.predicate in rules.guidance_for]
            asked = work.evaluations.of_period(period, called) if called else ()
            found = [one for one in asked if one.is_closed and one.predicate in rules.guidance_for]
            needs = self._needs(work, found, frozenset(unit_ids), rules)
        closed = sum(one.is_closed for one in evaluations)
        return GuidanceBoard(period, needs, closed, len(evaluations) - closed, rules)

    def _needs(
        self, work: Work, found: Sequence[Evaluation], units: frozenset[str], rules: FollowUpRules
    ) -> tuple[GuidanceNeed, ...]:
        raters = [one.evaluator_id for one in found if one.evaluator_id]
        people = work.people.by_ids(list({*(one.person_id for one in found), *raters}))
        wanted = [
            one
            for one in found
            if (person := people.get(one.person_id)) is not None
            and person.is_appraised
            and (not units or person.unit_id in units)
        ]
        ids = [one.person_id for one in wanted]
        records: dict[str, list[GuidanceRecord]] = {key: [] for key in ids}
        for record in work.guidance.of(ids):
            records[record.person_id].append(record)
        years = {year for one in wanted for year in (one.period.year, one.period.year + 1)}
        plans: dict[str, list[PlanHead]] = {key: [] for key in ids}
        for year in sorted(years):
            for plan in work.plans.heads_of_year(year, ids):
                plans[plan.person_id].append(plan)
        names = {unit.unit_id: unit.name for unit in work.units.all()}
        needs = []
        for one in wanted:
            assert one.predicate is not None
            person, since = people[one.person_id], follows_since(one)
            own = guidance_since(records[one.person_id], since)
            hints = coaching_hints(own, plans[one.person_id]) if own else ()
            rater = people.get(one.evaluator_id)
            needs.append(
                GuidanceNeed(
                    person,
                    names.get(person.unit_id, ""),
                    rater.full_name if rater is not None else "",
                    one,
                    one.predicate,
                    since,
                    own,
                    guidance_state(own, rules),
                    hints,
                )
            )
        worst = list(Predicate)
        return tuple(sorted(needs, key=lambda need: (-worst.index(need.predicate), need.person.name, need.person.nip)))

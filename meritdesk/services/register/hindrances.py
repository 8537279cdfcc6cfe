"""Who blocks whom, and what changes in mid-year still ask for."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from meritdesk.core.access import Action, require
from meritdesk.core.blockers import Blocker, Estimated, blockers, estimated_entries
from meritdesk.core.career import STANDING_KINDS, people_on
from meritdesk.core.people import OrgUnit, Person
from meritdesk.core.standing import lines_on, rater_changes, tree_on
from meritdesk.core.validation import Hint
from meritdesk.core.validation.register_rules import line_hints, move_hints, rater_change_hints
from meritdesk.services.ports import Surroundings
from meritdesk.services.register.following import team_leads


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One person with what a change in mid-year still asks of him or of the register."""

    person: Person
    hints: tuple[Hint, ...]


@dataclass(frozen=True, slots=True)
class Hindrances:
    """Everything that keeps people waiting on a day, the largest first, and what is still to be settled.

    ``waiting`` counts the people who cannot be rated, each once; ``is_due`` says that recorded changes have come due
    and the rows of today have not followed yet.
    """

    blockers: tuple[Blocker, ...]
    follow_ups: tuple[FollowUp, ...]
    estimated: tuple[Estimated, ...]
    appraised: int
    waiting: int
    is_due: bool
    people: dict[str, Person]
    units: dict[str, OrgUnit]


@dataclass(frozen=True, slots=True)
class Blocking:
    """The verb of the list."""

    around: Surroundings

    def list(self, on: date | None = None) -> Hindrances:
        """Who blocks whom on a day, today when none is given; follow-ups are those of the day's year."""
        require(self.around.actor, Action.READ)
        day = on or self.around.clock().date()
        with self.around.store.reading() as work:
            people, units, history = work.people.all(), work.units.all(), work.history.all()
            starts: dict[str, list[date]] = defaultdict(list)
            for plan in work.plans.heads_of_year(day.year):
                if plan.was_fixed:
                    starts[plan.person_id].append(plan.starts)
            leads = team_leads(work, day.year)
        tree = tree_on(people, units, history, day)
        lines = lines_on(people, units, history, day)
        found = blockers(tree, lines, history, units)
        faults = line_hints(lines, tree, leads)
        changed = rater_changes(people, units, history, date(day.year, 1, 1), day) if history.entries else {}
        follow_ups = []
        for person in people:
            now = tree.people[person.person_id]
            hints = list(faults.get(person.person_id, ()))
            if now.is_appraised:
                plans = starts[person.person_id]
                hints += move_hints(person, history, plans, day.year)
                hints += rater_change_hints(changed.get(person.person_id, ()), history, plans, day.year)
            if hints:
                follow_ups.append(FollowUp(now, tuple(hints)))
        waiting = {person_id for one in found if one.is_blocking for person_id in one.blocked}
        dated = history.people_with(*STANDING_KINDS)
        return Hindrances(
            blockers=found,
            follow_ups=tuple(follow_ups),
            estimated=estimated_entries(history),
            appraised=len(lines),
            waiting=len(waiting),
            is_due=any(
                before != now
                for before, now in zip(people, people_on(people, history, self.around.clock().date()), strict=True)
                if before.person_id in dated
            ),
            people={person.person_id: person for person in people},
            units={unit.unit_id: unit for unit in units},
        )

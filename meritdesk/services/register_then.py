"""The register as it stood on days in the past, for papers that show who was who when they were written."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from meritdesk.core.career import day_after
from meritdesk.core.history import History, tree_on
from meritdesk.core.people import OrgUnit, Person, PersonBlock, person_block
from meritdesk.core.raters import Tree
from meritdesk.core.rules import RuleSet
from meritdesk.services.ports import Work

NO_RATER = "REG-347"


@dataclass(frozen=True, slots=True)
class PartiesThen:
    """Ratee and rater of one person on a day; ``problem`` says why no rater is known."""

    ratee: PersonBlock
    rater: PersonBlock | None = None
    problem: str = ""


@dataclass(slots=True)
class RegisterThen:
    """Reads the register once; the agency is built anew only for stretches of days in which something differs."""

    people: Mapping[str, Person]
    units: Sequence[OrgUnit]
    history: History
    _turns: tuple[date, ...] = ()
    _trees: dict[int, Tree] = field(default_factory=dict)

    @classmethod
    def gather(cls, work: Work) -> RegisterThen:
        """Read people, units and everything dated."""
        history = work.history.all()
        turns = {
            day
            for entry in history.entries
            for day in (entry.since, day_after(entry.until) if entry.until else None)
            if day is not None
        }
        people = {person.person_id: person for person in work.people.all()}
        return cls(people, work.units.all(), history, tuple(sorted(turns)))

    def parties(self, person_id: str, day: date, rules: RuleSet) -> PartiesThen:
        """Who stood on a paper of that day; a person who is not in the register any more is our own bug."""
        tree = self._tree(day)
        person = tree.people[person_id]
        ratee = person_block(person, tree.units, rules.rank_name)
        line = tree.line(person)
        rater = tree.people.get(line.rater_id)
        if rater is None:
            return PartiesThen(ratee, problem=line.problem or NO_RATER)
        return PartiesThen(ratee, person_block(rater, tree.units, rules.rank_name))

    def block(self, person_id: str, day: date, rules: RuleSet) -> PersonBlock | None:
        """One person as he stood on that day, or nothing when the register does not know him."""
        tree = self._tree(day)
        person = tree.people.get(person_id)
        return person_block(person, tree.units, rules.rank_name) if person is not None else None

    def _tree(self, day: date) -> Tree:
        stretch = bisect_right(self._turns, day)
        if stretch not in self._trees:
            self._trees[stretch] = tree_on(tuple(self.people.values()), self.units, self.history, day)
        return self._trees[stretch]

"""What talent, index and rotation read of the people of an agency: once for all of them, as it stood at a year's end.

Post, grade and education are those of the register today; evaluations, training, scores and sanctions are counted up to
the last day of the year.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from meritdesk.core.discipline import SanctionEffect, SanctionLevel, gravest
from meritdesk.core.education import education_level
from meritdesk.core.evaluation import EvaluationHead, Predicate
from meritdesk.core.people import LegalStatus, OrgUnit, Person
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.professionalism import IndexFacts, IndexRules
from meritdesk.core.rotation import CandidateFacts
from meritdesk.core.rules import PackKind, RulePack
from meritdesk.core.talent import (
    DisciplineRecord,
    PotentialScore,
    TalentFacts,
    Training,
    newest_scores,
)
from meritdesk.core.talent_rules import NineBoxRules
from meritdesk.services.follow_up.discipline import effects_of, within
from meritdesk.services.ports import Surroundings, Work

_RECORDS = {
    None: DisciplineRecord.CLEAN,
    SanctionLevel.LIGHT: DisciplineRecord.LIGHT,
    SanctionLevel.MODERATE: DisciplineRecord.MODERATE,
    SanctionLevel.SEVERE: DisciplineRecord.SEVERE,
}


@dataclass(frozen=True, slots=True)
class Personnel:
    """The people who are appraised, with everything that was read of them."""

    year: int
    people: tuple[Person, ...]
    units: Mapping[str, OrgUnit]
    evaluations: Mapping[str, EvaluationHead]
    trainings: Mapping[str, tuple[Training, ...]]
    scores: Mapping[str, tuple[PotentialScore, ...]]
    effects: Mapping[str, tuple[SanctionEffect, ...]]

    @property
    def last_day(self) -> date:
        """The day up to which everything counts."""
        return date(self.year, 12, 31)

    def unit_name(self, person: Person) -> str:
        """The name of somebody's unit."""
        unit = self.units.get(person.unit_id)
        return unit.name if unit is not None else ""

    def record(self, person_id: str, years: int) -> DisciplineRecord:
        """The gravest sanction of the last years."""
        if person_id not in self.effects:
            return DisciplineRecord.CLEAN
        first = date(self.year - max(years, 1) + 1, 1, 1)
        found = within({person_id: self.effects[person_id]}, first, self.last_day)
        return _RECORDS[gravest(found.get(person_id, ()))]

    def talent_facts(self, person: Person, rules: NineBoxRules) -> TalentFacts:
        """What a box is worked out from."""
        evaluation = self.evaluations.get(person.person_id)
        since = date(self.year - rules.training_years + 1, 1, 1)
        return TalentFacts(
            person_id=person.person_id,
            year=self.year,
            result_rating=evaluation.result_rating if evaluation else None,
            predicate=evaluation.predicate if evaluation else None,
            scores=newest_scores(self.scores.get(person.person_id, ()), self.last_day),
            education=education_level(person.education),
            training_hours=sum(
                one.hours for one in self.trainings.get(person.person_id, ()) if since <= one.held_on <= self.last_day
            ),
            record=self.record(person.person_id, rules.discipline_years),
        )

    def index_facts(self, person: Person, rules: IndexRules) -> IndexFacts:
        """What an index is worked out from."""
        evaluation = self.evaluations.get(person.person_id)
        return IndexFacts(
            person_id=person.person_id,
            year=self.year,
            employment=person.employment,
            position_kind=person.position_kind,
            education=education_level(person.education),
            education_text=person.education,
            trainings=self.trainings.get(person.person_id, ()),
            predicate=evaluation.predicate if evaluation else None,
            record=self.record(person.person_id, rules.discipline_years),
        )

    def hours(self, person_id: str) -> int:
        """The lesson hours of somebody's training in the year itself."""
        return sum(one.hours for one in self.trainings.get(person_id, ()) if one.held_on.year == self.year)

    def candidate(
        self,
        person: Person,
        box: int,
        index_total: str,
        earlier: Mapping[int, Mapping[str, Predicate]],
        record_years: int,
        department: frozenset[str] = frozenset(),
    ) -> CandidateFacts:
        """What is known of somebody who may fill a post."""
        known = [(year, labels[person.person_id]) for year, labels in earlier.items() if person.person_id in labels]
        return CandidateFacts(
            person_id=person.person_id,
            employment=person.employment,
            is_active=person.legal_status is LegalStatus.ACTIVE,
            position_kind=person.position_kind,
            echelon=person.echelon,
            grade=person.grade,
            education=education_level(person.education),
            birth_date=person.birth_date,
            position_since=person.position_since,
            box=box,
            index_total=index_total,
            predicates=tuple(sorted(known, reverse=True)),
            record=self.record(person.person_id, record_years),
            unit_id=person.unit_id,
            has_experience_here=person.unit_id in department,
        )


def personnel(work: Work, around: Surroundings, year: int) -> Personnel:
    """Read everybody who is appraised, and what the year's end says of them."""
    people = tuple(person for person in work.people.all() if person.is_appraised)
    closed = {
        one.person_id: one for one in work.evaluations.heads_of_period(Period(year, PeriodKind.YEAR)) if one.is_closed
    }
    return Personnel(
        year=year,
        people=people,
        units={unit.unit_id: unit for unit in work.units.all()},
        evaluations=closed,
        trainings=_by_person(work.trainings.of()),
        scores=_by_person(work.potentials.of()),
        effects=effects_of(around, work),
    )


def predicates_of(work: Work, years: Iterable[int]) -> Mapping[int, Mapping[str, Predicate]]:
    """The closed predicates of these years by person."""
    return {
        year: {
            one.person_id: one.predicate
            for one in work.evaluations.heads_of_period(Period(year, PeriodKind.YEAR))
            if one.is_closed and one.predicate is not None
        }
        for year in years
    }


def department_of(units: Mapping[str, OrgUnit], unit_id: str) -> str:
    """The department of a unit: the unit below the root that it belongs to; the root itself for the root."""
    seen: set[str] = set()
    here = unit_id
    while here in units and here not in seen:
        seen.add(here)
        above = units[here].parent_id
        if above not in units or not units[above].parent_id:
            return here if above in units else unit_id
        here = above
    return unit_id


def departments_of(units: Mapping[str, OrgUnit]) -> Mapping[str, frozenset[str]]:
    """By unit all units of the department to which it belongs."""
    of_unit = {one: department_of(units, one) for one in units}
    members: dict[str, list[str]] = defaultdict(list)
    for one, department in of_unit.items():
        members[department].append(one)
    together = {department: frozenset(some) for department, some in members.items()}
    return {one: together[department] for one, department in of_unit.items()}


def nine_box_pack(around: Surroundings, year: int) -> tuple[RulePack, NineBoxRules]:
    """The pack of the talent map for a year."""
    pack = around.rulebook.pack(PackKind.NINEBOX, date(year, 12, 31))
    assert isinstance(pack.body, NineBoxRules)
    return pack, pack.body


def index_pack(around: Surroundings, year: int) -> tuple[RulePack, IndexRules]:
    """The pack of the professionalism index for a year."""
    pack = around.rulebook.pack(PackKind.IP_ASN, date(year, 12, 31))
    assert isinstance(pack.body, IndexRules)
    return pack, pack.body


def _by_person(items: Sequence[Training] | Sequence[PotentialScore]) -> Mapping[str, tuple]:  # type: ignore[type-arg]
    found = defaultdict(list)
    for one in items:
        found[one.person_id].append(one)
    return {person_id: tuple(some) for person_id, some in found.items()}

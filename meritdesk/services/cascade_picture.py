"""The cascade of a year as one picture: who there is, what they plan, and how it hangs together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from meritdesk.core.agreement import AgreementIndicator
from meritdesk.core.cascade import (
    Assignment,
    Cascade,
    CascadeLink,
    MethodChoice,
    Node,
    NodeKind,
    Offer,
    Placeholder,
    WorkTeam,
)
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.matrix import RoleResultMatrix, UnitPeople, matrix_of, offers_of_plan, people_of_unit
from meritdesk.core.people import OrgUnit, Person, ReportingLine
from meritdesk.core.plan import JobClass, PerformancePlan, job_class
from meritdesk.core.raters import who_leads
from meritdesk.services.ports import Work


@dataclass(frozen=True, slots=True)
class Roll:
    """The people and units of the agency with who leads what and who rates whom; read once a verb.

    ``heads`` says who leads a unit, ``rated`` whom its head rates, both by unit id.
    """

    people: Mapping[str, Person]
    units: Mapping[str, OrgUnit]
    lines: tuple[ReportingLine, ...]
    heads: Mapping[str, str]
    rated: Mapping[str, tuple[ReportingLine, ...]]

    @classmethod
    def of(cls, work: Work) -> Roll:
        """Read it from the store."""
        people, units = work.people.all(), work.units.all()
        leaders = who_leads(units, people)
        lines = work.reporting.all()
        rated: dict[str, list[ReportingLine]] = {}
        for line in lines:
            rated.setdefault(line.led_unit_id, []).append(line)
        return cls(
            people={person.person_id: person for person in people},
            units={unit.unit_id: unit for unit in units},
            lines=lines,
            heads={unit_id: found.person.person_id for unit_id, found in leaders.items()},
            rated={unit_id: tuple(theirs) for unit_id, theirs in rated.items()},
        )

    def unit(self, unit_id: str) -> OrgUnit:
        """One unit by its id or its id in the national system; ``PLN-401`` when there is none."""
        found = self.units.get(unit_id)
        if found is None:
            found = next((unit for unit in self.units.values() if unit_id and unit.source_id == unit_id), None)
        if found is None:
            raise UsageRefusal("PLN-401", unit=unit_id)
        return found

    def name_of(self, person_id: str) -> str:
        """The name of somebody, as on paper."""
        person = self.people.get(person_id)
        return person.full_name if person is not None else person_id

    def led_unit(self, person_id: str) -> OrgUnit | None:
        """The unit somebody leads; an autonomous one goes first, since it decides about the form."""
        led = [self.units[unit_id] for unit_id, head in self.heads.items() if head == person_id and person_id]
        return min(led, key=lambda unit: (not unit.is_autonomous, unit.sort_order, unit.unit_id), default=None)

    def job_class(self, person_id: str) -> JobClass:
        """Which group of forms somebody gets."""
        return job_class(self.people[person_id], self.led_unit(person_id))

    def branch(self, unit_id: str) -> tuple[str, ...]:
        """A unit and everything below it."""
        below: dict[str, list[str]] = {}
        for unit in self.units.values():
            below.setdefault(unit.parent_id, []).append(unit.unit_id)
        found: dict[str, None] = {}
        waiting = [unit_id]
        while waiting:
            current = waiting.pop()
            if current not in found:
                found[current] = None
                waiting.extend(below.get(current, ()))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Picture:
    """What stands in the cascade of a year, for one unit or for all; ``plans`` by person, the latest of the year."""

    year: int
    roll: Roll
    cascade: Cascade
    plans: Mapping[str, PerformancePlan]
    agreements: tuple[AgreementIndicator, ...]
    placeholders: tuple[Placeholder, ...]
    teams: tuple[WorkTeam, ...]
    assignments: tuple[Assignment, ...]

    def group(self, unit_id: str) -> UnitPeople:
        """Who belongs in the matrix of a unit."""
        leader = self.roll.heads.get(unit_id, "")
        lines = self.roll.rated.get(unit_id, ())
        return people_of_unit(unit_id, leader, self.roll.people, lines, self.teams, self.assignments)

    def matrix(self, unit_id: str) -> RoleResultMatrix:
        """The matrix of a unit."""
        return matrix_of(self.group(unit_id), self.cascade, self.year, self.roll.heads)


@dataclass(frozen=True, slots=True)
class Ground:
    """What every picture of a year rests on: the people, the agreements, what leaders chose, teams and assignments."""

    year: int
    roll: Roll
    agreements: tuple[AgreementIndicator, ...]
    placeholders: tuple[Placeholder, ...]
    teams: tuple[WorkTeam, ...]
    assignments: tuple[Assignment, ...]
    choices: Mapping[Node, MethodChoice]

    @classmethod
    def of(cls, work: Work, year: int) -> Ground:
        """Read it from the store."""
        return cls(
            year,
            Roll.of(work),
            work.agreements.of_year(year),
            work.cascade.placeholders(year),
            work.cascade.teams(year),
            work.cascade.assignments(year),
            work.cascade.choices(year),
        )

    def picture(self, work: Work, unit_id: str = "", also: Iterable[str] = ()) -> Picture:
        """The cascade of the people in one unit's matrix (and ``also`` these), or of the whole agency."""
        scope: list[str] | None = None
        if unit_id:
            head = self.roll.heads.get(unit_id, "")
            group = people_of_unit(
                unit_id, head, self.roll.people, self.roll.rated.get(unit_id, ()), self.teams, self.assignments
            )
            leads = [team.lead_id for team in group.teams]
            hosted = [one.person_id for one in group.assignments]
            scope = list(dict.fromkeys([group.leader_id, *group.rated, *leads, *hosted, *also]))
        plans = work.plans.of_year(self.year, scope)
        links = work.cascade.links(self.year, scope)
        latest: dict[str, PerformancePlan] = {}
        for plan in sorted(plans, key=lambda plan: (plan.starts, plan.plan_id)):
            latest[plan.person_id] = plan
        offers = offers_from(plans, self.agreements, self.placeholders, links)
        cascade = Cascade(offers, links, self.choices)
        return Picture(
            self.year, self.roll, cascade, latest, self.agreements, self.placeholders, self.teams, self.assignments
        )


def picture_of(work: Work, year: int, unit_id: str = "", also: Iterable[str] = ()) -> Picture:
    """Read the cascade of a year: of the people in one unit's matrix (and ``also`` these), or of the whole agency."""
    return Ground.of(work, year).picture(work, unit_id, also)


def quoted(offer: Offer, offers: Mapping[Node, Offer], roll: Roll) -> tuple[str, str]:
    """What a plan says of the result it serves: the superior's result, and his indicator where he is a leader (V-20).

    The indicator is quoted for JPT, heads of autonomous units and the organisation itself (note * of A.1.7).
    """
    owner = offers.get(offer.owner) if offer.owner is not None else None
    is_leaders = offer.node.kind is NodeKind.AGREEMENT
    if offer.node.kind is NodeKind.INDICATOR and offer.person_id in roll.people:
        is_leaders = roll.job_class(offer.person_id) is JobClass.JPT_OR_AUTONOMOUS
    return (owner or offer).text, offer.text if is_leaders else ""


def offers_from(
    plans: Iterable[PerformancePlan],
    agreements: Iterable[AgreementIndicator],
    placeholders: Iterable[Placeholder],
    links: Iterable[CascadeLink],
) -> dict[Node, Offer]:
    """Everything that can be linked to: agreements, plans, placeholders, and roles that wait for a plan."""
    offers: dict[Node, Offer] = {}
    for indicator in agreements:
        node = Node(NodeKind.AGREEMENT, indicator.indicator_id)
        offers[node] = Offer(node, indicator.text, indicator.target, None, "", indicator.unit_id)
    for plan in plans:
        offers.update((offer.node, offer) for offer in offers_of_plan(plan))
    for one in placeholders:
        node = Node(NodeKind.PLACEHOLDER, one.placeholder_id)
        offers[node] = Offer(node, one.text, None, None, one.owner_id, one.unit_id)
    for link in links:
        if link.is_waiting:
            offers[link.child] = Offer(link.child, link.text, None, None, link.person_id, link.host_unit_id)
    return offers

"""Which group of forms each person belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from meritdesk.core.people import OrgUnit, Person, ReportingLine
from meritdesk.core.plan import JobClass, job_class


@dataclass(frozen=True, slots=True)
class JobClasses:
    """Which group of forms each person belongs to: by post, or because he leads an autonomous unit."""

    leads: Mapping[str, OrgUnit]

    @classmethod
    def of(cls, people: Iterable[Person], units: Sequence[OrgUnit], lines: Sequence[ReportingLine]) -> JobClasses:
        """Work out who leads what from the reporting lines."""
        by_id = {unit.unit_id: unit for unit in units}
        heads = {unit.head_source_id: unit for unit in units if unit.head_source_id}
        leads = {person.person_id: heads[person.source_id] for person in people if person.source_id in heads}
        for line in lines:
            if line.rater_id and line.led_unit_id in by_id:
                leads.setdefault(line.rater_id, by_id[line.led_unit_id])
        return cls(leads)

    def led_by(self, person_id: str) -> OrgUnit | None:
        """The unit somebody leads, if any."""
        return self.leads.get(person_id)

    def of_person(self, person: Person) -> JobClass:
        """The group of one person."""
        return job_class(person, self.leads.get(person.person_id))

"""What planning knows of the people plans are for: post, rater, agreement, study leave, read once for many."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from meritdesk.core.agency_settings import settings_of
from meritdesk.core.agreement import AgreementIndicator
from meritdesk.core.career import EntryKind, History, person_as
from meritdesk.core.cascade import Node, NodeKind
from meritdesk.core.people import EmploymentType, LegalStatus, OrgUnit, Person, PositionKind, ReportingLine
from meritdesk.core.plan import JobClass, PerformancePlan, WorkResult
from meritdesk.core.rules import PackKind
from meritdesk.core.study_guide import StudyGuide
from meritdesk.core.validation import ValidationRules
from meritdesk.core.validation.plan_context import PlanContext
from meritdesk.core.waivers import waived_rules
from meritdesk.core.wording import PlanWording
from meritdesk.services.planning.job_classes import JobClasses
from meritdesk.services.ports import Surroundings, Work


@dataclass(frozen=True, slots=True)
class PlanKnowledge:
    """Everything a check of plans of one year asks about people, units and rules."""

    year: int
    today: date
    people: Mapping[str, Person]
    units: Mapping[str, OrgUnit]
    lines: Mapping[str, ReportingLine]
    classes: JobClasses
    history: History
    agreements: Mapping[str, tuple[AgreementIndicator, ...]]
    entered: Mapping[str, frozenset[str]]
    team_leads: frozenset[str]
    plans: Mapping[str, tuple[PerformancePlan, ...]]
    waived: Mapping[str, frozenset[str]]
    wording: PlanWording
    guide: StudyGuide
    rules: ValidationRules

    @classmethod
    def gather(
        cls,
        around: Surroundings,
        work: Work,
        year: int,
        person_ids: Iterable[str] | None = None,
        instead: PerformancePlan | None = None,
    ) -> PlanKnowledge:
        """Read it from the store: the plans of everybody, or only of these people and their raters.

        ``instead`` is a plan that takes the place of the stored one: it is about to be saved.
        """
        people = work.people.all()
        units = work.units.all()
        lines = work.reporting.all()
        wanted: list[str] | None = None
        if person_ids is not None:
            chosen = frozenset(person_ids)
            raters = (line.rater_id for line in lines if line.person_id in chosen and line.rater_id)
            wanted = [*chosen, *raters]
        of_year = work.plans.of_year(year, wanted)
        if instead is not None:
            rest = (plan for plan in of_year if plan.plan_id != instead.plan_id)
            of_year = tuple(sorted((*rest, instead), key=lambda plan: (plan.person_id, plan.starts)))
        by_person: dict[str, list[PerformancePlan]] = {}
        for plan in of_year:
            by_person.setdefault(plan.person_id, []).append(plan)
        agreements: dict[str, list[AgreementIndicator]] = {}
        agreed = work.agreements.of_year(year)
        for item in agreed:
            agreements.setdefault(item.unit_id, []).append(item)
        entered: dict[str, set[str]] = {}
        goals = [Node(NodeKind.AGREEMENT, item.indicator_id) for item in agreed]
        for link in work.cascade.links(year, parents=goals) if goals else ():
            entered.setdefault(link.child.key, set()).add(link.parent.key)
        last_day = date(year, 12, 31)
        wording = around.rulebook.pack(PackKind.PLAN_WORDING, last_day).body
        guide = around.rulebook.pack(PackKind.STUDY_LEAVE, last_day).body
        assert isinstance(wording, PlanWording)
        assert isinstance(guide, StudyGuide)
        own_words = settings_of(work.setting).absolute_words.split(",")
        return cls(
            year=year,
            today=around.clock().date(),
            people={person.person_id: person for person in people},
            units={unit.unit_id: unit for unit in units},
            lines={line.person_id: line for line in lines},
            classes=JobClasses.of(people, units, lines),
            history=work.history.all(),
            agreements={unit_id: tuple(items) for unit_id, items in agreements.items()},
            entered={child: frozenset(parents) for child, parents in entered.items()},
            team_leads=frozenset(team.lead_id for team in work.cascade.teams(year)),
            plans={person_id: tuple(listed) for person_id, listed in by_person.items()},
            waived=waived_rules(work.waivers.of_records([plan.plan_id for plan in of_year])),
            wording=wording.with_absolute_words(own_words),
            guide=guide,
            rules=around.rulebook.in_force(last_day).validation,
        )

    def person_in(self, plan: PerformancePlan) -> Person | None:
        """A person in the post the plan is for: as he stood when it began, with the status he has now."""
        person = self.people.get(plan.person_id)
        if person is None:
            return None
        if self.history.of(person.person_id, EntryKind.POST):
            person = person_as(person, self.history.standing(person, EntryKind.POST, plan.starts))
        if self.history.of(person.person_id, EntryKind.STATUS):
            day = min(max(self.today, plan.starts), plan.ends)
            person = person_as(person, self.history.standing(person, EntryKind.STATUS, day))
        return person

    def rater_of(self, person_id: str) -> Person | None:
        """Who rates somebody today, as far as it is known."""
        line = self.lines.get(person_id)
        return self.people.get(line.rater_id) if line is not None and line.rater_id else None

    def is_leader(self, person: Person | None) -> bool:
        """Whether somebody's results are those of a JPT, an autonomous head or the organisation (note * of A.1.7)."""
        if person is None:
            return False
        is_official = PositionKind.OFFICIAL is person.position_kind or EmploymentType.OFFICIAL is person.employment
        return is_official or self.classes.of_person(person) is JobClass.JPT_OR_AUTONOMOUS

    def studies_in(self, plan: PerformancePlan) -> bool:
        """Whether somebody is on study leave at any time the plan covers (R-44)."""
        person = self.people.get(plan.person_id)
        if person is None:
            return False
        spells = self.history.of(person.person_id, EntryKind.STATUS)
        if not spells:
            return person.legal_status is LegalStatus.STUDY_LEAVE
        return any(
            spell.status is LegalStatus.STUDY_LEAVE
            and (spell.since is None or spell.since <= plan.ends)
            and (spell.until is None or spell.until >= plan.starts)
            for spell in spells
        )

    def context(self, plan: PerformancePlan) -> PlanContext:
        """What the rules must know of the person a plan is for."""
        person = self.person_in(plan)
        led = self.classes.led_by(plan.person_id)
        return PlanContext(
            today=self.today,
            wording=self.wording,
            guide=self.guide,
            status=person.legal_status if person else LegalStatus.ACTIVE,
            employment=person.employment if person else EmploymentType.PNS,
            position_kind=person.position_kind if person else PositionKind.STAFF,
            position_title=person.position_title if person else "",
            is_team_lead=plan.person_id in self.team_leads,
            leader_above=self.is_leader(self.rater_of(plan.person_id)),
            on_study_leave=self.studies_in(plan),
            agreement=self.agreements.get(led.unit_id, ()) if led is not None else (),
            entered=self._entered_in(plan),
            others=tuple(other for other in self.plans.get(plan.person_id, ()) if other.plan_id != plan.plan_id),
        )

    def _entered_in(self, plan: PerformancePlan) -> dict[str, str]:
        """Which agreement indicators the cascade links to a result or measure of this plan."""
        parts = [key for result in plan.results for key in (result.result_id, *_measures(result))]
        return {agreed: key for key in parts for agreed in self.entered.get(key, ())}

    def parents(self, person_id: str) -> Sequence[PerformancePlan]:
        """The plans of somebody's rater in this year, whose results can be taken up."""
        rater = self.rater_of(person_id)
        return self.plans.get(rater.person_id, ()) if rater is not None else ()


def _measures(result: WorkResult) -> tuple[str, ...]:
    return tuple(part.indicator_id for part in result.indicators)

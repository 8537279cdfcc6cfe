"""The sheets of the SKP and their annex A.1.8: the plan in force and the people of today."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from meritdesk.core.documents import DocumentRecord, DocumentStamp, Form, Sheet, plan_form
from meritdesk.core.people import OrgUnit, Person, PersonBlock, ReportingLine, block_facts, person_block
from meritdesk.core.periods import Period
from meritdesk.core.plan import PerformancePlan, PlanState, plan_facts, plans_in_force
from meritdesk.core.rules import RuleSet
from meritdesk.services.documents.sources import Candidate, Gathered, SheetRecord
from meritdesk.services.ports import Surroundings, Work


@dataclass(frozen=True, slots=True)
class CurrentParties:
    """Ratee, rater and superior as the register has them today, which is what a plan sheet shows."""

    units: Mapping[str, OrgUnit]
    lines: Mapping[str, ReportingLine]
    people: Mapping[str, Person]

    @classmethod
    def gather(cls, work: Work, people: Mapping[str, Person]) -> CurrentParties:
        """Read what the heads of these people's plan sheets need; nobody needs nothing."""
        if not people:
            return cls({}, {}, {})
        lines = work.reporting.by_ids(list(people))
        signers = {key for line in lines.values() for key in (line.rater_id, line.superior_id) if key}
        named = work.people.by_ids(sorted(signers - people.keys()))
        return cls({unit.unit_id: unit for unit in work.units.all()}, lines, {**people, **named})

    def missing_rater(self, person_id: str) -> str:
        """Why it is not known who rates a person; empty when it is known."""
        line = self.lines.get(person_id)
        if line is not None and line.rater_id in self.people:
            return ""
        return line.problem if line and line.problem else "REG-347"

    def of(self, person_id: str, rules: RuleSet) -> tuple[PersonBlock, ...]:
        """Ratee, rater and superior in the order of the paper; whoever is not known is left out."""
        line = self.lines.get(person_id)
        keys = (person_id, line.rater_id, line.superior_id) if line else (person_id,)
        return tuple(person_block(self.people[key], self.units, rules.rank_name) for key in keys if key in self.people)


@dataclass(frozen=True, slots=True)
class PlanSheets:
    """The source of SKP sheets."""

    around: Surroundings

    def gather(self, work: Work, form: Form, period: Period, people: Sequence[Person]) -> Gathered:
        """Everybody with a plan of this form and a known rater; an unfixed plan prints as a draft."""
        found = Gathered()
        plans = plans_in_force(
            work.plans.of_year(period.year, [person.person_id for person in people]), period.last_day
        )
        today = CurrentParties.gather(work, {person.person_id: person for person in people})
        rules = self.around.rulebook.in_force(period.last_day)
        for person in people:
            plan = plans.get(person.person_id)
            if plan is None:
                found.block(person, "ASM-102", year=period.year)
            elif fitting_plan_form(form, plan) is not form:
                found.leave_to(fitting_plan_form(form, plan))
            elif problem := today.missing_rater(person.person_id):
                found.block(person, problem)
            else:
                parties = today.of(person.person_id, rules)
                digest = self._digest(plan, parties)
                record = SheetRecord(plan.plan_id, plan.version, digest, plan.state is PlanState.DRAFT, parties)
                found.ready.append(Candidate(person.person_id, person, record))
        return found

    def sheets(
        self, work: Work, form: Form, period: Period, block: Sequence[Candidate], stamps: Mapping[str, DocumentStamp]
    ) -> Iterator[Sheet]:
        """The plan in force at the end of the year, in block order."""
        plans = plans_in_force(
            work.plans.of_year(period.year, [one.person.person_id for one in block]), period.last_day
        )
        agency = self.around.store.agency
        for one in block:
            plan = plans[one.person.person_id]
            ratee, rater, *superior = one.record.parties
            yield Sheet(
                form=form,
                agency_name=agency.name,
                place=agency.place,
                period=period,
                assessed_from=plan.starts,
                assessed_to=plan.ends,
                ratee=ratee,
                rater=rater,
                superior=superior[0] if superior else None,
                stamp=stamps[one.key],
                plan=plan,
                signed_on=plan.fixed_on,
            )

    def digests_today(self, work: Work, records: Sequence[DocumentRecord]) -> Mapping[str, str]:
        """Of the plans and of the people who would stand on them."""
        plans = {plan.plan_id: plan for plan in work.plans.by_ids([record.record_id for record in records])}
        today = CurrentParties.gather(work, work.people.by_ids([record.person_id for record in records]))
        digests = {}
        for record in records:
            plan = plans.get(record.record_id)
            rules = self.around.rulebook.in_force(record.period.last_day)
            parties = today.of(record.person_id, rules)
            digests[record.document_id] = self._digest(plan, parties) if plan is not None else ""
        return digests

    def right_form(self, work: Work, form: Form, year: int, person: Person) -> Form:
        """By job class and approach of the plan."""
        plans = work.plans.of_year(year, [person.person_id])
        return fitting_plan_form(form, plans[-1]) if plans else form

    def _digest(self, plan: PerformancePlan, parties: Sequence[PersonBlock]) -> str:
        """A plan sheet shows the people of today, so they count there besides the plan."""
        plan_digest = self.around.exchange.record_digest(plan_facts(plan))
        return self.around.exchange.record_digest({"plan": plan_digest, "parties": block_facts(parties)})


def fitting_plan_form(form: Form, plan: PerformancePlan) -> Form:
    """The SKP form for this plan (forms 9, number 2); the annex is the same for everybody."""
    return form if form is Form.A_1_8 else plan_form(plan.job_class, plan.approach)

"""The sheets of execution: action plan B.1.1, documentation B.1.2, and records of feedback B.1.3, B.1.4 and B.1.5.

The first two hang on the SKP of the year and show the people of today; a record of feedback belongs to a period and
shows who rates in it, as the closed evaluation keeps it or as the register answers for the period.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from meritdesk.core.agency_settings import PeriodicCycle, settings_of
from meritdesk.core.documents import FEEDBACK_FORMS, DocumentRecord, DocumentStamp, Form, Sheet, feedback_form
from meritdesk.core.evaluation import Actual, Evaluation
from meritdesk.core.evidence import Evidence, EvidenceFilter, EvidenceOwner
from meritdesk.core.execution_content import (
    ActionPlanContent,
    FeedbackContent,
    action_plan_content,
    action_plan_facts,
    evidence_titles,
    feedback_content,
    feedback_facts,
)
from meritdesk.core.feedback import FeedbackEntry, entries_in
from meritdesk.core.people import Person, PersonBlock, person_block
from meritdesk.core.periods import Period
from meritdesk.core.plan import PerformancePlan, PlanState, plan_facts, plans_in_force
from meritdesk.services.documents.plan_sheets import CurrentParties
from meritdesk.services.documents.sources import Candidate, Gathered, SheetRecord, own_actuals
from meritdesk.services.evaluation_roll import EvaluationRoll
from meritdesk.services.ports import Surroundings, Work

NO_RATER = "REG-347"
NO_ACTION_PLAN = "DOC-520"


@dataclass(frozen=True, slots=True)
class _Shown:
    """What the sheet of one person shows today, or the code of what is missing."""

    plan: PerformancePlan | None = None
    content: ActionPlanContent | FeedbackContent | None = None
    actuals: Mapping[str, Actual] = field(default_factory=dict)
    parties: tuple[PersonBlock, ...] = ()
    digest: str = ""
    problem: str = ""


@dataclass(slots=True)
class ExecutionSheets:
    """The source of the sheets of execution; it lives for one print or one check."""

    around: Surroundings
    _rolls: dict[Period, EvaluationRoll] = field(default_factory=dict)

    def gather(self, work: Work, form: Form, period: Period, people: Sequence[Person]) -> Gathered:
        """Everybody with a plan of this form of whom something is recorded; an unfixed plan prints as a draft."""
        found = Gathered()
        shown = self._shown(work, form, period, people, only_fitting=True)
        for person in people:
            one = shown[person.person_id]
            if one.plan is None:
                found.block(person, "ASM-102", year=period.year)
            elif fitting_execution_form(form, one.plan) is not form:
                found.leave_to(fitting_execution_form(form, one.plan))
            elif one.problem == NO_ACTION_PLAN:
                # An action plan is made where it is needed: nobody lacks one.
                found.other_form += 1
            elif one.problem:
                found.block(person, one.problem, year=period.year, period=period.code)
            else:
                is_draft = one.plan.state is PlanState.DRAFT
                record = SheetRecord(one.plan.plan_id, one.plan.version, one.digest, is_draft, one.parties)
                found.ready.append(Candidate(person.person_id, person, record))
        return found

    def sheets(
        self, work: Work, form: Form, period: Period, block: Sequence[Candidate], stamps: Mapping[str, DocumentStamp]
    ) -> Iterator[Sheet]:
        """What was recorded, in block order; the day of signing is left to the hand."""
        agency = self.around.store.agency
        is_monthly = settings_of(work.setting).periodic_cycle is PeriodicCycle.MONTHLY
        shown = self._shown(work, form, period, [one.person for one in block])
        for candidate in block:
            one = shown[candidate.person.person_id]
            assert one.plan is not None, "a candidate has a plan"
            ratee, rater, *superior = candidate.record.parties
            yield Sheet(
                form=form,
                agency_name=agency.name,
                place=agency.place,
                period=period,
                assessed_from=one.plan.starts if period.is_annual else period.first_day,
                assessed_to=one.plan.ends if period.is_annual else period.last_day,
                ratee=ratee,
                rater=rater,
                superior=superior[0] if superior else None,
                stamp=stamps[candidate.key],
                plan=one.plan,
                actuals=one.actuals,
                content=one.content,
                is_monthly=is_monthly,
            )

    def digests_today(self, work: Work, records: Sequence[DocumentRecord]) -> Mapping[str, str]:
        """Of the plan in force with everything recorded by now: a further step or word makes another digest."""
        alike: dict[tuple[Form, Period], list[DocumentRecord]] = defaultdict(list)
        for record in records:
            assert isinstance(record.form, Form), "own sheets have no source"
            alike[record.form, record.period].append(record)
        digests = {}
        for (form, period), listed in alike.items():
            people = work.people.by_ids([record.person_id for record in listed])
            shown = self._shown(work, form, period, list(people.values()))
            for record in listed:
                one = shown.get(record.person_id)
                digests[record.document_id] = one.digest if one is not None else ""
        return digests

    def right_form(self, work: Work, form: Form, year: int, person: Person) -> Form:
        """Action plan and documentation are the same for everybody; feedback goes by job class and approach."""
        plans = work.plans.of_year(year, [person.person_id]) if form in FEEDBACK_FORMS else ()
        return fitting_execution_form(form, plans[-1]) if plans else form

    def _shown(
        self, work: Work, form: Form, period: Period, people: Sequence[Person], *, only_fitting: bool = False
    ) -> dict[str, _Shown]:
        """What is known of everybody with a plan; ``only_fitting`` passes over those on another form of the family."""
        plans = plans_in_force(
            work.plans.of_year(period.year, [person.person_id for person in people]), period.last_day
        )
        asked = [person for person in people if person.person_id in plans]
        if only_fitting:
            asked = [one for one in asked if fitting_execution_form(form, plans[one.person_id]) is form]
        shown = {person.person_id: _Shown(plans.get(person.person_id)) for person in people}
        if form in FEEDBACK_FORMS:
            return shown | self._feedback(work, period, asked, plans)
        return shown | self._action_plans(work, form, period, asked, plans)

    def _action_plans(
        self, work: Work, form: Form, period: Period, people: Sequence[Person], plans: Mapping[str, PerformancePlan]
    ) -> dict[str, _Shown]:
        ids = [result.result_id for person in people for result in plans[person.person_id].results]
        steps, documentation = defaultdict(list), defaultdict(list)
        for step in work.action_plans.steps(ids):
            steps[step.result_id].append(step)
        titles: Mapping[str, Sequence[str]] = {}
        if form is Form.B_1_2:
            for line in work.action_plans.documentation(ids):
                documentation[line.result_id].append(line)
            wanted = EvidenceFilter(tuple(person.person_id for person in people), EvidenceOwner.DOCUMENTATION)
            titles = evidence_titles(work.evidence.of(wanted), EvidenceOwner.DOCUMENTATION) if people else {}
        today = CurrentParties.gather(work, {person.person_id: person for person in people})
        rules = self.around.rulebook.in_force(period.last_day)
        shown = {}
        for person in people:
            plan = plans[person.person_id]
            content = action_plan_content(
                plan,
                [step for result in plan.results for step in steps[result.result_id]],
                [line for result in plan.results for line in documentation[result.result_id]],
                titles,
            )
            parties = today.of(person.person_id, rules)
            problem = today.missing_rater(person.person_id)
            if form is Form.B_1_1 and not content.steps:
                problem = NO_ACTION_PLAN
            elif form is Form.B_1_2 and not content.documentation:
                problem = "DOC-521"
            digest = self.around.exchange.record_digest(action_plan_facts(plan, content, parties))
            shown[person.person_id] = _Shown(plan, content, {}, parties, digest, problem)
        return shown

    def _feedback(
        self, work: Work, period: Period, people: Sequence[Person], plans: Mapping[str, PerformancePlan]
    ) -> dict[str, _Shown]:
        ids = [person.person_id for person in people]
        actuals = work.actuals.of_period(period, ids) if ids else {}
        evaluations = {one.person_id: one for one in work.evaluations.of_period(period, ids)} if ids else {}
        entries: dict[str, list[FeedbackEntry]] = defaultdict(list)
        for entry in entries_in(work.feedback.of(ids) if ids else (), period):
            entries[entry.person_id].append(entry)
        evidence: dict[str, list[Evidence]] = defaultdict(list)
        for piece in work.evidence.of(EvidenceFilter(person_ids=tuple(ids))) if ids else ():
            if piece.owner is EvidenceOwner.FEEDBACK or piece.period == period.code:
                evidence[piece.person_id].append(piece)
        shown = {}
        for person in people:
            plan, evaluation = plans[person.person_id], evaluations.get(person.person_id)
            own = own_actuals(plan, actuals)
            said = evaluation.feedback if evaluation is not None else {}
            content = feedback_content(plan, entries[person.person_id], evidence[person.person_id], said)
            if not own and not content.on_results and not content.on_behaviour:
                shown[person.person_id] = _Shown(plan, problem="DOC-522")
                continue
            parties, problem = self._parties(work, period, person, evaluation)
            plan_digest = self.around.exchange.record_digest(plan_facts(plan))
            facts = feedback_facts(plan_digest, plan, own, content, parties)
            digest = self.around.exchange.record_digest(facts)
            shown[person.person_id] = _Shown(plan, content, own, parties, digest, problem)
        return shown

    def _parties(
        self, work: Work, period: Period, person: Person, evaluation: Evaluation | None
    ) -> tuple[tuple[PersonBlock, ...], str]:
        """Ratee and rater of the period, and why there is no rater; a closed evaluation knows them for good."""
        if evaluation is not None and evaluation.is_closed and len(evaluation.parties) > 1:
            ratee, rater, *superior = evaluation.parties
            is_seated = rater.name.strip() not in ("", "-")
            return (ratee, rater if is_seated or not superior else superior[0]), ""
        if period not in self._rolls:
            self._rolls[period] = EvaluationRoll.of_period(work, period, self.around.clock().date())
        roll = self._rolls[period]
        rules = self.around.rulebook.in_force(period.last_day)
        found = roll.of(person.person_id)
        ratee = person_block(found.person, roll.units, rules.rank_name)
        rater_person = roll.people.get(found.rater_id)
        if rater_person is None:
            return (ratee,), found.problem or NO_RATER
        return (ratee, person_block(rater_person, roll.units, rules.rank_name)), ""


def fitting_execution_form(form: Form, plan: PerformancePlan) -> Form:
    """The form for this plan (forms 9, number 2); action plan and documentation are the same for everybody."""
    return feedback_form(plan.job_class, plan.approach) if form in FEEDBACK_FORMS else form

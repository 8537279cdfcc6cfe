"""The sheets of a closed evaluation: the results C.1.1 to C.1.3 and the documents D.1.1 to D.1.3."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from meritdesk.core.agency_settings import PeriodicCycle, settings_of
from meritdesk.core.documents import (
    DOCUMENT_FORMS,
    DocumentRecord,
    DocumentStamp,
    Form,
    Sheet,
    document_form,
    evaluation_form,
)
from meritdesk.core.evaluation import Actual, Evaluation, evaluation_facts
from meritdesk.core.people import Person, PersonBlock
from meritdesk.core.periods import Period
from meritdesk.core.plan import PerformancePlan, plan_facts, plans_in_force
from meritdesk.services.documents.plan_sheets import CurrentParties
from meritdesk.services.documents.sources import Candidate, Gathered, SheetRecord, own_actuals
from meritdesk.services.paper_facts import PaperFacts
from meritdesk.services.ports import Surroundings, Work


@dataclass(frozen=True, slots=True)
class EvaluationSheets:
    """The source of evaluation sheets; what was closed is shown as it was closed, or not at all.

    For the screen alone (``is_for_screen``) a result C.1.1 to C.1.3 is shown before it is closed too, with grey
    placeholders for what is not chosen yet; on paper there is none without an organisation level (forms 9 no. 3).
    """

    around: Surroundings
    is_for_screen: bool = False

    def gather(self, work: Work, form: Form, period: Period, people: Sequence[Person]) -> Gathered:
        """Everybody whose evaluation is closed and still is what was closed."""
        found = Gathered()
        ids = [person.person_id for person in people]
        # The evaluation document shows nothing of the plan, so the plans of thousands need not be read.
        shows_plan = form not in DOCUMENT_FORMS
        plans = plans_in_force(work.plans.of_year(period.year, ids), period.last_day) if shows_plan else {}
        actuals = work.actuals.of_period(period, ids) if shows_plan else {}
        evaluations = {one.person_id: one for one in work.evaluations.of_period(period, ids)}
        for person in people:
            plan, evaluation = plans.get(person.person_id), evaluations.get(person.person_id)
            if shows_plan and plan is None:
                found.block(person, "ASM-102", year=period.year)
            elif plan is not None and evaluation_form(plan.job_class, plan.approach) is not form:
                found.leave_to(evaluation_form(plan.job_class, plan.approach))
            elif evaluation is None or not evaluation.is_closed:
                if shows_plan and self.is_for_screen:
                    found.ready.append(self._unclosed(work, period, person, evaluation))
                else:
                    found.block(person, "DOC-422", period=period.code)
            elif shows_plan and evaluation.org_level is None and not self.is_for_screen:
                found.block(person, "DOC-515", period=period.code)
            elif evaluation.predicate is None:
                found.block(person, "V-95")
            elif not shows_plan and document_form(evaluation) is not form:
                found.leave_to(document_form(evaluation))
            elif plan is not None and self._digest(evaluation, plan, actuals) != evaluation.digest:
                found.block(person, "DOC-424", period=period.code)
            else:
                record = SheetRecord(
                    evaluation.evaluation_id, evaluation.version, evaluation.digest, False, evaluation.parties
                )
                found.ready.append(Candidate(person.person_id, person, record))
        return found

    def sheets(
        self, work: Work, form: Form, period: Period, block: Sequence[Candidate], stamps: Mapping[str, DocumentStamp]
    ) -> Iterator[Sheet]:
        """What was closed, with the days that the clocks know, in block order."""
        ids = [one.person.person_id for one in block]
        agency = self.around.store.agency
        is_monthly = settings_of(work.setting).periodic_cycle is PeriodicCycle.MONTHLY
        plans = plans_in_force(work.plans.of_year(period.year, ids), period.last_day)
        evaluations = {one.person_id: one for one in work.evaluations.of_period(period, ids)}
        actuals = work.actuals.of_period(period, ids) if form not in DOCUMENT_FORMS else {}
        papers = PaperFacts.gather(work, form, evaluations.values())
        for one in block:
            plan = plans.get(one.person.person_id)
            evaluation = evaluations.get(one.person.person_id)
            ratee, rater, *superior = one.record.parties
            yield Sheet(
                form=form,
                agency_name=agency.name,
                place=agency.place,
                period=period,
                assessed_from=plan.starts if plan and period.is_annual else period.first_day,
                assessed_to=plan.ends if plan and period.is_annual else period.last_day,
                ratee=ratee,
                rater=rater,
                superior=superior[0] if superior else None,
                stamp=stamps[one.key],
                plan=plan,
                evaluation=evaluation,
                actuals=own_actuals(plan, actuals) if plan else {},
                signed_on=papers.signed_on(evaluation),
                ratee_signed_on=papers.returned_on(evaluation),
                superior_signed_on=papers.superior_signed_on(evaluation),
                objection=papers.objection(evaluation),
                is_monthly=is_monthly,
            )

    def _unclosed(self, work: Work, period: Period, person: Person, evaluation: Evaluation | None) -> Candidate:
        """What stands so far, between the people of today."""
        today = CurrentParties.gather(work, {person.person_id: person})
        parties = today.of(person.person_id, self.around.rulebook.in_force(period.last_day))
        if len(parties) == 1:
            parties = (*parties, PersonBlock(""))
        version = evaluation.version if evaluation is not None else 1
        record_id = evaluation.evaluation_id if evaluation is not None else ""
        return Candidate(person.person_id, person, SheetRecord(record_id, version, "", is_draft=True, parties=parties))

    def digests_today(self, work: Work, records: Sequence[DocumentRecord]) -> Mapping[str, str]:
        """Those of the evaluations as they stand now."""
        digests: dict[str, str] = {}
        for period in dict.fromkeys(record.period for record in records):
            asked = [record for record in records if record.period == period]
            found = work.evaluations.of_period(period, [record.person_id for record in asked])
            now = {one.person_id: one.digest for one in found}
            digests |= {record.document_id: now.get(record.person_id, "") for record in asked}
        return digests

    def right_form(self, work: Work, form: Form, year: int, person: Person) -> Form:
        """Results go by job class and approach; which document it is, the evaluation decides when it is closed."""
        plans = [] if form in DOCUMENT_FORMS else work.plans.of_year(year, [person.person_id])
        return evaluation_form(plans[-1].job_class, plans[-1].approach) if plans else form

    def _digest(self, evaluation: Evaluation, plan: PerformancePlan, actuals: Mapping[str, Actual]) -> str:
        plan_digest = self.around.exchange.record_digest(plan_facts(plan))
        return self.around.exchange.record_digest(evaluation_facts(evaluation, plan_digest, own_actuals(plan, actuals)))

"""How a role of the matrix enters a draft plan, changes in it and leaves it (R-39): plans stay in the paper's order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from meritdesk.core.agreement import AgreementIndicator
from meritdesk.core.plan import (
    Approach,
    Indicator,
    JobClass,
    PerformancePlan,
    PlanState,
    ResultKind,
    WorkResult,
)
from meritdesk.core.plan_editing import changed_result, with_result


def empty_plan(plan_id: str, person_id: str, year: int, job_class: JobClass) -> PerformancePlan:
    """A draft for the whole year with nothing in it yet: what a role is written into when somebody has no plan."""
    return PerformancePlan(
        plan_id=plan_id,
        person_id=person_id,
        year=year,
        approach=Approach.QUANTITATIVE,
        job_class=job_class,
        starts=date(year, 1, 1),
        ends=date(year, 12, 31),
        state=PlanState.DRAFT,
    )


def with_role(plan: PerformancePlan, role: WorkResult) -> PerformancePlan:
    """The plan with a role as its last main result, still without measure and target (R-39)."""
    mains = sum(result.kind is ResultKind.MAIN for result in plan.results)
    return with_result(plan, role, mains)


def with_agreement(
    plan: PerformancePlan, result_id: str, indicator_id: str, indicator: AgreementIndicator
) -> PerformancePlan:
    """The leader's plan with an indicator of his unit's agreement as a main result, with measure and target (R-19)."""
    measure = Indicator(indicator_id, indicator.text, indicator.target, None, indicator.perspective)
    result = WorkResult(result_id, 0, ResultKind.MAIN, indicator.goal or indicator.text, indicators=(measure,))
    return with_role(plan, result)


def with_role_text(plan: PerformancePlan, result_id: str, text: str) -> PerformancePlan:
    """The plan with other words for one result."""
    return changed_result(plan, result_id, lambda result: replace(result, text=text))


def with_parent(plan: PerformancePlan, result_id: str, parent_text: str, parent_indicator: str) -> PerformancePlan:
    """The plan with other words for the superior's result, and his indicator, that one result serves (A.1.7)."""
    return changed_result(
        plan,
        result_id,
        lambda result: replace(result, parent_text=parent_text, parent_indicator=parent_indicator),
    )


def result_of(plan: PerformancePlan, result_id: str) -> WorkResult | None:
    """One result of the plan; nothing when it does not hold it."""
    return next((result for result in plan.results if result.result_id == result_id), None)

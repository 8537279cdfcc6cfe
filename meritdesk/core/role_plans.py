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


def with_role(
    plan: PerformancePlan, result_id: str, text: str, parent_text: str = "", assigned_by: str = ""
) -> PerformancePlan:
    """The plan with a role as its last main result, still without measure and target (R-39)."""
    result = WorkResult(result_id, 0, ResultKind.MAIN, text, parent_text, assigned_by)
    return _numbered(plan, (*plan.results, result))


def with_agreement(
    plan: PerformancePlan, result_id: str, indicator_id: str, indicator: AgreementIndicator
) -> PerformancePlan:
    """The leader's plan with an indicator of his unit's agreement as a main result, measure and target included (R-19)."""
    measure = Indicator(indicator_id, indicator.text, indicator.target, None, indicator.perspective)
    text = indicator.goal or indicator.text
    result = WorkResult(result_id, 0, ResultKind.MAIN, text, indicators=(measure,))
    return _numbered(plan, (*plan.results, result))


def with_role_text(plan: PerformancePlan, result_id: str, text: str) -> PerformancePlan:
    """The plan with other words for one result."""
    return _changed(plan, result_id, text=text)


def with_parent_text(plan: PerformancePlan, result_id: str, parent_text: str) -> PerformancePlan:
    """The plan with other words for the superior's result that one result serves."""
    return _changed(plan, result_id, parent_text=parent_text)


def without_role(plan: PerformancePlan, result_id: str) -> PerformancePlan:
    """The plan without one result."""
    return _numbered(plan, tuple(result for result in plan.results if result.result_id != result_id))


def result_of(plan: PerformancePlan, result_id: str) -> WorkResult | None:
    """One result of the plan; nothing when it does not hold it."""
    return next((result for result in plan.results if result.result_id == result_id), None)


def _changed(plan: PerformancePlan, result_id: str, **words: str) -> PerformancePlan:
    results = tuple(
        replace(result, **words) if result.result_id == result_id else result  # type: ignore[arg-type]
        for result in plan.results
    )
    return replace(plan, results=results)


def _numbered(plan: PerformancePlan, results: tuple[WorkResult, ...]) -> PerformancePlan:
    """Main results first, then additional ones, numbered through as on paper (T-82)."""
    mains = [result for result in results if result.kind is ResultKind.MAIN]
    others = [result for result in results if result.kind is not ResultKind.MAIN]
    numbered = tuple(replace(result, number=number) for number, result in enumerate([*mains, *others], start=1))
    return replace(plan, results=numbered)

"""The rules of a performance plan: V-01 to V-21, and with the annexes, the manuals and the study leave V-28 to V-48.

Every check is a function of a plan and of what is known of the person; it answers with hints that lead to the field.
``check_plan`` runs all of them, ``plan_faults`` only those that need nothing but the plan and that block fixing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from meritdesk.core.agreement import agreement_gaps
from meritdesk.core.people import EmploymentType, LegalStatus
from meritdesk.core.plan import (
    Approach,
    Indicator,
    JobClass,
    PerformancePlan,
    Perspective,
    PlanState,
    ResultKind,
    WorkResult,
)
from meritdesk.core.plan_parts import ALWAYS_MAIN, AssignmentBasis, ControlLevel, PlanOccasion
from meritdesk.core.validation import Hint
from meritdesk.core.validation.annex_rules import check_annexes, check_manuals, incomplete_annexes
from meritdesk.core.validation.plan_context import PlanContext
from meritdesk.core.validation.study_rules import check_study
from meritdesk.core.validation.wording_rules import check_wording, wrong_exemptions

RESULTS = ("results",)
FAULT_FACTS = {"part": "ANNEX:RESOURCES, ANNEX:ACCOUNTABILITY, ANNEX:CONSEQUENCES", "indicator": "…"}
"""What fills the sentences of ``plan_faults``, which names rules without their places."""
_WITHOUT_PLANNING = frozenset({LegalStatus.SUSPENDED, LegalStatus.UNPAID_LEAVE, LegalStatus.PRE_PENSION})
_OF_LEADERS = frozenset({ControlLevel.OUTCOME, ControlLevel.INTERMEDIATE, ControlLevel.LOW})


def result_place(result: WorkResult, *field: str) -> tuple[str, ...]:
    """Where a result of a plan is, or one of its fields."""
    return "result", result.result_id, *field


def indicator_place(result: WorkResult, indicator: Indicator, *field: str) -> tuple[str, ...]:
    """Where a measure of a plan is, or one of its fields."""
    return "result", result.result_id, "indicator", indicator.indicator_id, *field


def check_plan(plan: PerformancePlan, context: PlanContext) -> tuple[Hint, ...]:
    """Everything that is not as the law wants it, in the order of the paper."""
    return (
        *_dates(plan, context),
        *_status(context),
        *_main_results(plan),
        *_agreement(plan, context),
        *_perspectives(plan),
        *_results(plan),
        *_control_levels(plan, context),
        *_parents(plan, context),
        *check_wording(plan, context.wording),
        *check_annexes(plan, context.wording),
        *_contract(plan, context),
        *check_manuals(plan),
        *check_study(plan, context),
    )


def plan_faults(plan: PerformancePlan) -> tuple[str, ...]:
    """Why a plan cannot be fixed whoever it is for: ids of the errors that its content alone shows."""
    hints = (
        *_main_results(plan),
        *(hint for hint in _perspectives(plan) if hint.code in {"V-06", "V-08"}),
        *(hint for hint in _results(plan) if hint.code in {"V-11", "V-12", "V-14", "V-21"}),
        *wrong_exemptions(plan),
        *_missing_parents(plan),
        *incomplete_annexes(plan),
        *(hint for hint in check_manuals(plan) if hint.code == "V-32"),
    )
    return tuple(dict.fromkeys(hint.code for hint in hints))


def without_fixed_plan(year: int, has_fixed: bool, today: date) -> tuple[Hint, ...]:
    """V-02: from the first of February somebody without a fixed plan turns to the rater's superior (R-32)."""
    if has_fixed or today < date(year, 2, 1):
        return ()
    return (Hint("V-02", {"year": str(year)}, ("plan",)),)


def _dates(plan: PerformancePlan, context: PlanContext) -> Iterator[Hint]:
    """V-01 and V-02: the first plan of a year is fixed by the end of January (Art. 14(1))."""
    is_first = plan.version == 1 and plan.occasion is PlanOccasion.YEAR and plan.starts <= date(plan.year, 1, 31)
    if not is_first:
        return
    if plan.fixed_on is not None and plan.fixed_on > date(plan.year, 1, 31):
        yield Hint("V-01", {"year": str(plan.year)}, ("plan", "fixed_on"))
    yield from without_fixed_plan(plan.year, plan.state is PlanState.FIXED, context.today)


def _status(context: PlanContext) -> Iterator[Hint]:
    """V-03: the rules of planning do not apply to officials, suspended people, CLTN and MPP (p. 65-66)."""
    if context.employment is EmploymentType.OFFICIAL:
        yield Hint("V-03", {"status": "EMPLOYMENT:OFFICIAL"}, ("plan",))
    elif context.status in _WITHOUT_PLANNING:
        yield Hint("V-03", {"status": f"STATUS:{context.status.name}"}, ("plan",))


def _main_results(plan: PerformancePlan) -> Iterator[Hint]:
    """V-04: a plan holds at least one main result."""
    if not any(result.kind is ResultKind.MAIN for result in plan.results):
        yield Hint("V-04", place=RESULTS)


def _agreement(plan: PerformancePlan, context: PlanContext) -> Iterator[Hint]:
    """V-05: what the performance agreement of the unit names is a main result of its leader (R-19)."""
    if plan.job_class is not JobClass.JPT_OR_AUTONOMOUS:
        return
    for gap in agreement_gaps(context.agreement, plan, context.entered):
        place = ("result", gap.result_id, "kind") if gap.is_additional else RESULTS
        yield Hint("V-05", {"indicator": gap.indicator.text}, place)


def _perspectives(plan: PerformancePlan) -> Iterator[Hint]:
    """V-06 to V-09: the four perspectives and the quality of the results of a leader (R-21, R-22)."""
    if plan.job_class is not JobClass.JPT_OR_AUTONOMOUS:
        return
    covered = {indicator.perspective for indicator in plan.indicators}
    if Perspective.BUDGET not in covered:
        yield Hint("V-06", place=RESULTS)
    for perspective in Perspective:
        if perspective is not Perspective.BUDGET and perspective not in covered:
            yield Hint("V-07", {"perspective": f"PERSPECTIVE:{perspective.name}"}, RESULTS)
    for result in plan.results:
        for indicator in result.indicators:
            if indicator.perspective is None:
                yield Hint("V-08", place=indicator_place(result, indicator, "perspective"))
        if result.control_level is not None and result.control_level not in _OF_LEADERS:
            yield Hint("V-09", place=result_place(result, "control_level"))


def _results(plan: PerformancePlan) -> Iterator[Hint]:
    """V-11 to V-14, V-18 and V-21: each result has measure and target, its giver, and its right section."""
    is_quantitative = plan.approach is Approach.QUANTITATIVE
    is_staff = plan.job_class is JobClass.JA_JF
    for result in plan.results:
        if not result.text.strip() or not result.indicators:
            field = "indicators" if result.text.strip() else "text"
            yield Hint("V-11", {"result": result.text}, result_place(result, field))
        for indicator in result.indicators:
            if not is_quantitative:
                if not indicator.text.strip() and not indicator.target.text.strip():
                    yield Hint("V-14", place=indicator_place(result, indicator, "text"))
                continue
            if not indicator.text.strip() or not indicator.target.text.strip():
                field = "target" if indicator.text.strip() else "text"
                yield Hint("V-11", {"result": result.text}, indicator_place(result, indicator, field))
            elif indicator.target.low is None or not indicator.target.unit.strip():
                yield Hint("V-13", place=indicator_place(result, indicator, "target"))
            if is_staff and indicator.aspect is None:
                yield Hint("V-12", place=indicator_place(result, indicator, "aspect"))
        if not result.assigned_by.strip() and not (is_staff and is_quantitative):
            yield Hint("V-18", place=result_place(result, "assigned_by"))
        if result.basis in ALWAYS_MAIN and result.kind is not ResultKind.MAIN:
            yield Hint("V-21", place=result_place(result, "kind"))


def _control_levels(plan: PerformancePlan, context: PlanContext) -> Iterator[Hint]:
    """V-10: the level of control that is recommended for the post (R-23); a level not stated is not judged."""
    group = context.post_group
    if plan.job_class is not JobClass.JA_JF or group is None:
        return
    least = context.wording.control_levels[group]
    for result in plan.results:
        if result.control_level is not None and not result.control_level.reaches(least):
            facts = {"control": f"CONTROLLEVEL:{least.name}", "post": context.position_title}
            yield Hint("V-10", facts, result_place(result, "control_level"))


def _parents(plan: PerformancePlan, context: PlanContext) -> Iterator[Hint]:
    """V-19 and V-20: column 2 of A.1.7 names the superior's result, and his indicator where he is a leader."""
    yield from _missing_parents(plan)
    if not _has_parent_column(plan) or not context.leader_above:
        return
    for result in plan.results:
        quoted = result.parent_indicator.strip() or "indikator kinerja" in result.parent_text.casefold()
        if result.parent_text.strip() and not quoted:
            yield Hint("V-20", place=result_place(result, "parent_indicator"))


def _missing_parents(plan: PerformancePlan) -> Iterator[Hint]:
    if not _has_parent_column(plan):
        return
    for result in plan.results:
        # What is studied serves no result of the leader at home (p. 62-64).
        if not result.parent_text.strip() and result.basis is not AssignmentBasis.STUDY_LEAVE:
            yield Hint("V-19", place=result_place(result, "parent_text"))


def _has_parent_column(plan: PerformancePlan) -> bool:
    return plan.job_class is JobClass.JA_JF and plan.approach is Approach.QUANTITATIVE


def _contract(plan: PerformancePlan, context: PlanContext) -> Iterator[Hint]:
    """V-31: the plan of a PPPK also follows the employment contract (Art. 8(2))."""
    if context.employment is EmploymentType.PPPK and not plan.contract.strip():
        yield Hint("V-31", place=("plan", "contract"))

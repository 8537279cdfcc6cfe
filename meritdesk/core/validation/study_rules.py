"""Study leave in a plan: no second document, an academic expectation, the guide on grade averages (V-46 to V-48)."""

from __future__ import annotations

from collections.abc import Iterator

from meritdesk.core.notation import printed_decimal
from meritdesk.core.plan import PerformancePlan
from meritdesk.core.plan_parts import AssignmentBasis, PlanOccasion
from meritdesk.core.study_guide import two_decimals
from meritdesk.core.validation import Hint
from meritdesk.core.validation.plan_context import PlanContext

OUTSIDE_THE_GUIDE = "PLN-231"
"""The place of study is not in the table of p. 63, so that the guide says nothing (a warning of our own)."""


def check_study(plan: PerformancePlan, context: PlanContext) -> Iterator[Hint]:
    """What study leave asks of a plan; nothing of anybody else's."""
    if not context.on_study_leave:
        return
    others = (
        other
        for other in context.others
        if other.year == plan.year and other.plan_id != plan.plan_id and other.occasion is not PlanOccasion.NEW_POST
    )
    if plan.occasion is not PlanOccasion.NEW_POST and any(True for _ in others):
        yield Hint("V-46", place=("plan",))
    academic = [result for result in plan.results if result.basis is AssignmentBasis.STUDY_LEAVE]
    if not any(result.indicators for result in academic):
        yield Hint("V-47", place=("results",))
    if plan.study is None or plan.study.expected_average is None:
        return
    expected = two_decimals(plan.study.expected_average)
    row = context.guide.row(plan.study)
    if row is None:
        yield Hint(OUTSIDE_THE_GUIDE, {"value": printed_decimal(expected)}, ("study", "programme"))
    elif expected < row.good_from:
        facts = {"value": printed_decimal(expected), "guide": printed_decimal(row.good_from)}
        yield Hint("V-48", facts, ("study", "expected_average"))

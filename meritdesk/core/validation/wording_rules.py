"""The wording of a plan: absolute targets (V-15), their exemption (V-16), activities and categories (V-17)."""

from __future__ import annotations

from collections.abc import Iterator

from meritdesk.core.plan import JobClass, PerformancePlan, ResultKind
from meritdesk.core.plan_parts import Exemption
from meritdesk.core.validation import Hint
from meritdesk.core.wording import PlanWording, StatementKind, absolute_word, statement_kind


def check_wording(plan: PerformancePlan, wording: PlanWording) -> Iterator[Hint]:
    """All three, result by result; absolute targets are a matter of JA and JF only (R-25)."""
    for result in plan.results:
        if result.text.strip():
            kind = statement_kind(result.text, wording)
            if kind is not StatementKind.ACHIEVEMENT:
                yield Hint("V-17", {"kind": f"STATEMENTKIND:{kind.name}"}, ("result", result.result_id, "text"))
        if plan.job_class is not JobClass.JA_JF:
            continue
        for indicator in result.indicators:
            place = ("result", result.result_id, "indicator", indicator.indicator_id)
            if indicator.exemption is not None:
                continue
            if word := absolute_word(indicator.target.text, wording):
                yield Hint("V-15", {"word": word}, (*place, "target"))
            elif word := absolute_word(indicator.text, wording):
                yield Hint("V-15", {"word": word}, (*place, "text"))
    yield from wrong_exemptions(plan)


def wrong_exemptions(plan: PerformancePlan) -> Iterator[Hint]:
    """V-16: an exemption rests on one of the four grounds and on a main result."""
    for result in plan.results:
        for indicator in result.indicators:
            is_claimed = indicator.exemption is not None
            if is_claimed and (result.kind is not ResultKind.MAIN or indicator.exemption is Exemption.OTHER):
                place = ("result", result.result_id, "indicator", indicator.indicator_id, "exemption")
                yield Hint("V-16", place=place)

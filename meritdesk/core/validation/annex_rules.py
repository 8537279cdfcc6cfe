"""The annex A.1.8 (V-28 to V-30) and the indicator manuals A.1.3 (V-32 to V-34)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from meritdesk.core.plan import Approach, JobClass, PerformancePlan
from meritdesk.core.validation import Hint
from meritdesk.core.wording import PlanWording, names_a_consequence, names_a_schedule, names_evidence


def check_annexes(plan: PerformancePlan, wording: PlanWording) -> Iterator[Hint]:
    """The three lists of A.1.8: none is empty, the scheme says when and with what, a consequence is agreed."""
    yield from incomplete_annexes(plan)
    scheme, consequences = _said(plan.accountability), _said(plan.consequences)
    has_schedule = any(names_a_schedule(text, wording) for text in scheme)
    has_evidence = any(names_evidence(text, wording) for text in scheme)
    if scheme and not (has_schedule and has_evidence):
        yield Hint("V-29", place=("annex", "ACCOUNTABILITY"))
    if consequences and not any(names_a_consequence(text, wording) for text in consequences):
        yield Hint("V-30", place=("annex", "CONSEQUENCES"))


def incomplete_annexes(plan: PerformancePlan) -> Iterator[Hint]:
    """V-28: resources, accountability and consequences go into A.1.8 for every employee (p. 61 e)."""
    parts = (
        ("RESOURCES", plan.resources),
        ("ACCOUNTABILITY", plan.accountability),
        ("CONSEQUENCES", plan.consequences),
    )
    for part, texts in parts:
        if not _said(texts):
            yield Hint("V-28", {"part": f"ANNEX:{part}"}, ("annex", part))


def check_manuals(plan: PerformancePlan) -> Iterator[Hint]:
    """V-32 to V-34: each indicator of a leader has its manual, complete in the quantitative approach (R-30)."""
    if plan.job_class is not JobClass.JPT_OR_AUTONOMOUS:
        return
    for result in plan.results:
        for indicator in result.indicators:
            place = ("result", result.result_id, "indicator", indicator.indicator_id, "manual")
            manual = indicator.manual
            if manual is None:
                code = "V-32" if plan.needs_manuals else "V-33"
                yield Hint(code, {"indicator": indicator.text}, place)
            elif plan.approach is Approach.QUANTITATIVE and not (manual.formula.strip() and manual.unit.strip()):
                yield Hint("V-34", {"indicator": indicator.text}, place)


def _said(texts: Sequence[str]) -> list[str]:
    return [text for text in texts if text.strip()]

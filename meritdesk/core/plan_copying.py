"""Copying a plan: from last year, from a colleague, to many; the content comes along, the ids are new.

A copy is always a draft. What belongs to the other form (a perspective on a JA/JF form, an aspect on a leader's) and
what belongs to the person (contract, study terms, signatures) stays behind.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from meritdesk.core.plan import Indicator, JobClass, PerformancePlan, PlanState, WorkResult
from meritdesk.core.plan_editing import NewId, renumbered
from meritdesk.core.plan_parts import ALWAYS_MAIN, AssignmentBasis, PlanOccasion


class CopyPart(StrEnum):
    """What of a plan is copied."""

    RESULTS = "RESULTS"
    EXPECTATIONS = "EXPECTATIONS"
    ANNEXES = "ANNEXES"
    MANUALS = "MANUALS"


ALL_PARTS = frozenset(CopyPart)
_OWN_GROUNDS = ALWAYS_MAIN | {AssignmentBasis.STUDY_LEAVE}


class CopyMode(StrEnum):
    """What happens to a draft that is already there: its content gives way, or the copied results come behind it."""

    REPLACE = "REPLACE"
    APPEND = "APPEND"


@dataclass(frozen=True, slots=True)
class CopyTarget:
    """For whom a copy is made; ``draft`` is the draft he already has, ``assigned_by`` the title of his leader.

    ``is_same_person`` keeps what rests on the person's own assignments (acting, study leave); a colleague's stay out.
    """

    plan_id: str
    person_id: str
    year: int
    job_class: JobClass
    starts: date
    ends: date
    assigned_by: str = ""
    draft: PerformancePlan | None = None
    is_same_person: bool = False


def copied(
    source: PerformancePlan,
    target: CopyTarget,
    new_id: NewId,
    parts: Iterable[CopyPart] = ALL_PARTS,
    mode: CopyMode = CopyMode.REPLACE,
) -> PerformancePlan:
    """The draft that a copy makes of a plan."""
    wanted = frozenset(parts)
    draft = target.draft
    base = draft or PerformancePlan(
        plan_id=target.plan_id,
        person_id=target.person_id,
        year=target.year,
        approach=source.approach,
        job_class=target.job_class,
        starts=target.starts,
        ends=target.ends,
        state=PlanState.DRAFT,
        occasion=PlanOccasion.YEAR,
    )
    appends = mode is CopyMode.APPEND
    if CopyPart.RESULTS in wanted:
        results = tuple(
            _copied_result(result, target, new_id, with_manuals=CopyPart.MANUALS in wanted)
            for result in source.results
            if target.is_same_person or result.basis not in _OWN_GROUNDS
        )
        base = replace(base, results=(*base.results, *results) if appends else results)
        if not (appends and draft is not None and draft.results):
            base = replace(base, approach=source.approach)
    if CopyPart.EXPECTATIONS in wanted:
        kept = dict(base.expectations) if appends else {}
        for value, texts in source.expectations.items():
            kept[value] = _joined(kept.get(value, ()), texts)
        base = replace(base, expectations=kept)
    if CopyPart.ANNEXES in wanted:
        base = replace(
            base,
            resources=_joined(base.resources if appends else (), source.resources),
            accountability=_joined(base.accountability if appends else (), source.accountability),
            consequences=_joined(base.consequences if appends else (), source.consequences),
        )
    if CopyPart.MANUALS in wanted and target.job_class is JobClass.JPT_OR_AUTONOMOUS:
        base = replace(base, needs_manuals=base.needs_manuals or source.needs_manuals)
    return renumbered(base)


def _copied_result(result: WorkResult, target: CopyTarget, new_id: NewId, *, with_manuals: bool) -> WorkResult:
    is_leader = target.job_class is JobClass.JPT_OR_AUTONOMOUS
    renamed = result.basis is AssignmentBasis.ORDINARY and target.assigned_by
    return replace(
        result,
        result_id=new_id(),
        assigned_by=target.assigned_by if renamed else result.assigned_by,
        parent_text="" if is_leader else result.parent_text,
        parent_indicator="" if is_leader else result.parent_indicator,
        indicators=tuple(
            _copied_indicator(part, new_id, is_leader=is_leader, with_manual=with_manuals) for part in result.indicators
        ),
    )


def _copied_indicator(indicator: Indicator, new_id: NewId, *, is_leader: bool, with_manual: bool) -> Indicator:
    return replace(
        indicator,
        indicator_id=new_id(),
        aspect=None if is_leader else indicator.aspect,
        perspective=indicator.perspective if is_leader else None,
        exemption=None if is_leader else indicator.exemption,
        manual=indicator.manual if is_leader and with_manual else None,
    )


def _joined(first: Iterable[str], second: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first, *second)))


def texts_of(plan: PerformancePlan) -> tuple[str, ...]:
    """Every text of a plan that people read, in the order of the paper."""
    texts: list[str] = []
    for result in plan.results:
        texts += [result.text, result.parent_text, result.parent_indicator]
        for part in result.indicators:
            texts += [part.text, part.target.text]
    for expected in plan.expectations.values():
        texts += expected
    return tuple(text for text in (*texts, *plan.resources, *plan.accountability, *plan.consequences) if text)


def mentions_of_year(plan: PerformancePlan, year: int) -> int:
    """In how many texts a year is named: after copying from last year these want to be read again."""
    return sum(str(year) in text for text in texts_of(plan))

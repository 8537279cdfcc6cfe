"""Changing a draft plan: results and measures added, moved, taken out, numbered through; and its steps taken back.

A draft is a frozen value; each change answers a new one. Ids of new parts are given by the caller, so that the same
steps give the same plan.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from meritdesk.core.plan import Indicator, PerformancePlan, ResultKind, Target, WorkResult

NewId = Callable[[], str]
_State = TypeVar("_State")
MOST_STEPS = 500


def renumbered(plan: PerformancePlan) -> PerformancePlan:
    """The plan with its main results first and all results numbered through, as the paper has them (forms 2.10)."""
    ordered = [result for kind in ResultKind for result in plan.results if result.kind is kind]
    numbered = tuple(
        result if result.number == number else replace(result, number=number)
        for number, result in enumerate(ordered, start=1)
    )
    return plan if numbered == plan.results else replace(plan, results=numbered)


def with_result(plan: PerformancePlan, result: WorkResult, place: int | None = None) -> PerformancePlan:
    """The plan with one more result, at the end of its section or at a place among all results."""
    results = list(plan.results)
    results.insert(len(results) if place is None else place, result)
    return renumbered(replace(plan, results=tuple(results)))


def new_result(kind: ResultKind, new_id: NewId, assigned_by: str = "") -> WorkResult:
    """An empty result with one empty measure, ready to be typed into."""
    return WorkResult(new_id(), 0, kind, "", assigned_by=assigned_by, indicators=(new_indicator(new_id),))


def new_indicator(new_id: NewId) -> Indicator:
    """An empty measure."""
    return Indicator(new_id(), "", Target(""))


def changed_result(
    plan: PerformancePlan, result_id: str, change: Callable[[WorkResult], WorkResult]
) -> PerformancePlan:
    """The plan with one result changed; a change of its section numbers all results anew."""
    results = tuple(change(result) if result.result_id == result_id else result for result in plan.results)
    return plan if results == plan.results else renumbered(replace(plan, results=results))


def changed_indicator(
    plan: PerformancePlan, result_id: str, indicator_id: str, change: Callable[[Indicator], Indicator]
) -> PerformancePlan:
    """The plan with one measure of one result changed."""

    def inside(result: WorkResult) -> WorkResult:
        indicators = tuple(change(part) if part.indicator_id == indicator_id else part for part in result.indicators)
        return replace(result, indicators=indicators)

    return changed_result(plan, result_id, inside)


def without_result(plan: PerformancePlan, result_id: str) -> PerformancePlan:
    """The plan without a result and its measures."""
    kept = tuple(result for result in plan.results if result.result_id != result_id)
    return plan if len(kept) == len(plan.results) else renumbered(replace(plan, results=kept))


def with_indicator(plan: PerformancePlan, result_id: str, indicator: Indicator) -> PerformancePlan:
    """The plan with one more measure under a result."""
    return changed_result(plan, result_id, lambda result: replace(result, indicators=(*result.indicators, indicator)))


def without_indicator(plan: PerformancePlan, result_id: str, indicator_id: str) -> PerformancePlan:
    """The plan without one measure."""

    def inside(result: WorkResult) -> WorkResult:
        kept = tuple(part for part in result.indicators if part.indicator_id != indicator_id)
        return replace(result, indicators=kept)

    return changed_result(plan, result_id, inside)


def moved_result(plan: PerformancePlan, result_id: str, steps: int) -> PerformancePlan:
    """The plan with a result moved up (negative) or down inside its section; at the end it stays."""
    result = next((result for result in plan.results if result.result_id == result_id), None)
    if result is None:
        return plan
    section = [other for other in plan.results if other.kind is result.kind]
    section = moved(section, section.index(result), steps)
    rest = [other for other in plan.results if other.kind is not result.kind]
    return renumbered(replace(plan, results=(*section, *rest)))


def moved_indicator(plan: PerformancePlan, result_id: str, indicator_id: str, steps: int) -> PerformancePlan:
    """The plan with a measure moved up or down under its result."""

    def inside(result: WorkResult) -> WorkResult:
        places = [place for place, part in enumerate(result.indicators) if part.indicator_id == indicator_id]
        if not places:
            return result
        return replace(result, indicators=tuple(moved(result.indicators, places[0], steps)))

    return changed_result(plan, result_id, inside)


def moved(items: Sequence[_State], place: int, steps: int) -> list[_State]:
    """A list with one member moved; it never leaves the list."""
    ordered = list(items)
    member = ordered.pop(place)
    ordered.insert(min(max(place + steps, 0), len(ordered)), member)
    return ordered


def cleaned(plan: PerformancePlan) -> PerformancePlan:
    """The plan as it is saved: blanks at the edges and empty lines of the lists are gone, numbers run through.

    Empty results stay, since somebody put them there and the check will ask for them.
    """
    results = tuple(_cleaned_result(result) for result in plan.results)
    expectations = {value: _lines(texts) for value, texts in plan.expectations.items()}
    return renumbered(
        replace(
            plan,
            results=results,
            expectations={value: texts for value, texts in expectations.items() if texts},
            resources=_lines(plan.resources),
            accountability=_lines(plan.accountability),
            consequences=_lines(plan.consequences),
            contract=plan.contract.strip(),
            post=plan.post.strip(),
        )
    )


def _cleaned_result(result: WorkResult) -> WorkResult:
    return replace(
        result,
        text=result.text.strip(),
        parent_text=result.parent_text.strip(),
        parent_indicator=result.parent_indicator.strip(),
        assigned_by=result.assigned_by.strip(),
        indicators=tuple(
            replace(part, text=part.text.strip(), target=replace(part.target, text=part.target.text.strip()))
            for part in result.indicators
        ),
    )


def _lines(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(text.strip() for text in texts if text.strip())


def with_missing_ids(plan: PerformancePlan, new_id: NewId) -> PerformancePlan:
    """The plan with an id for every part that a file left without one, or that stands twice."""
    taken: set[str] = set()

    def own(given: str) -> str:
        kept = given if given and given not in taken else new_id()
        taken.add(kept)
        return kept

    results = tuple(
        replace(
            result,
            result_id=own(result.result_id),
            indicators=tuple(replace(part, indicator_id=own(part.indicator_id)) for part in result.indicators),
        )
        for result in plan.results
    )
    blocks = tuple(replace(block, workblock_id=own(block.workblock_id)) for block in plan.workblocks)
    return replace(plan, results=results, workblocks=blocks)


@dataclass(frozen=True, slots=True)
class Steps(Generic[_State]):
    """A draft with the states before and after it: undo and redo of as many steps as a morning has."""

    present: _State
    past: tuple[_State, ...] = ()
    future: tuple[_State, ...] = ()

    def to(self, state: _State, *, merges: bool = False) -> Steps[_State]:
        """One step on; ``merges`` makes it part of the step before (typing in one field), and equal states are none."""
        if state == self.present:
            return self
        past = self.past if merges and self.past else (*self.past, self.present)[-MOST_STEPS:]
        return Steps(state, past)

    def back(self) -> Steps[_State]:
        """One step back; at the first state it stays."""
        if not self.past:
            return self
        return Steps(self.past[-1], self.past[:-1], (self.present, *self.future))

    def forward(self) -> Steps[_State]:
        """One step forward again; at the newest state it stays."""
        if not self.future:
            return self
        return Steps(self.future[0], (*self.past, self.present), self.future[1:])

    @property
    def can_go_back(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self.past)

    @property
    def can_go_forward(self) -> bool:
        """Whether a step was taken back that can be taken again."""
        return bool(self.future)

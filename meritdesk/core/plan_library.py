"""The library of good examples: results with their measures, expectations and annex lines to take over into a plan."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from meritdesk.core.plan import (
    BehaviourValue,
    Indicator,
    JobClass,
    PerformancePlan,
    ResultKind,
    WorkResult,
)
from meritdesk.core.plan_editing import NewId, with_result


class LibraryKind(StrEnum):
    """What an example is an example of."""

    RESULT = "RESULT"
    EXPECTATION = "EXPECTATION"
    RESOURCES = "RESOURCES"
    ACCOUNTABILITY = "ACCOUNTABILITY"
    CONSEQUENCES = "CONSEQUENCES"


@dataclass(frozen=True, slots=True)
class LibraryEntry:
    """One example; ``job_class`` is ``None`` where it suits everybody, ``source`` says where it comes from.

    A result carries its measures in ``result``, an expectation its core value in ``value``; ``text`` is what is read in
    a list. ``is_shipped`` marks the examples of the regulation's own annexes, which nobody can remove.
    """

    entry_id: str
    kind: LibraryKind
    text: str
    topic: str = ""
    job_class: JobClass | None = None
    result: WorkResult | None = None
    value: BehaviourValue | None = None
    source: str = ""
    is_shipped: bool = False


@dataclass(frozen=True, slots=True)
class PlanExamples:
    """The examples that come with the program."""

    entries: Sequence[LibraryEntry]


def found_in(
    entries: Iterable[LibraryEntry],
    search: str = "",
    kind: LibraryKind | None = None,
    job_class: JobClass | None = None,
) -> tuple[LibraryEntry, ...]:
    """The examples that hold every word of a search, of a kind, and that suit a group of forms."""
    wanted = search.casefold().split()
    found = []
    for entry in entries:
        if kind is not None and entry.kind is not kind:
            continue
        if job_class is not None and entry.job_class not in (None, job_class):
            continue
        measures = " ".join(part.text for part in entry.result.indicators) if entry.result else ""
        said = f"{entry.text} {entry.topic} {measures}".casefold()
        if all(word in said for word in wanted):
            found.append(entry)
    return tuple(found)


def with_example(
    plan: PerformancePlan, entry: LibraryEntry, new_id: NewId, kind: ResultKind = ResultKind.MAIN, assigned_by: str = ""
) -> PerformancePlan:
    """The plan with an example taken over: a result with new ids, or one more line of a list."""
    if entry.result is not None:
        result = replace(
            entry.result,
            result_id=new_id(),
            kind=kind,
            assigned_by=assigned_by or entry.result.assigned_by,
            indicators=tuple(_measure(part, plan, new_id) for part in entry.result.indicators),
        )
        return with_result(plan, result)
    match entry.kind:
        case LibraryKind.EXPECTATION if entry.value is not None:
            known = plan.expectations.get(entry.value, ())
            return replace(plan, expectations={**plan.expectations, entry.value: _with_line(known, entry.text)})
        case LibraryKind.RESOURCES:
            return replace(plan, resources=_with_line(plan.resources, entry.text))
        case LibraryKind.ACCOUNTABILITY:
            return replace(plan, accountability=_with_line(plan.accountability, entry.text))
        case LibraryKind.CONSEQUENCES:
            return replace(plan, consequences=_with_line(plan.consequences, entry.text))
    return plan


def with_measures(plan: PerformancePlan, entry: LibraryEntry, result_id: str, new_id: NewId) -> PerformancePlan:
    """The plan with the measures of an example under one of its results; one in the same words stands there already."""
    offered = entry.result.indicators if entry.result is not None else ()

    def added(result: WorkResult) -> WorkResult:
        kept = tuple(part for part in result.indicators if part.text.strip())
        known = {part.text.strip().casefold() for part in kept}
        more = (_measure(part, plan, new_id) for part in offered if part.text.strip().casefold() not in known)
        return replace(result, indicators=(*kept, *more))

    return replace(plan, results=tuple(added(one) if one.result_id == result_id else one for one in plan.results))


def _measure(part: Indicator, plan: PerformancePlan, new_id: NewId) -> Indicator:
    """A measure of an example as one of a plan: with an id of its own, and what its form asks for."""
    is_leader = plan.job_class is JobClass.JPT_OR_AUTONOMOUS
    return replace(
        part,
        indicator_id=new_id(),
        aspect=None if is_leader else part.aspect,
        perspective=part.perspective if is_leader else None,
    )


def _with_line(lines: tuple[str, ...], text: str) -> tuple[str, ...]:
    kept = tuple(line for line in lines if line.strip())
    return kept if text in kept else (*kept, text)

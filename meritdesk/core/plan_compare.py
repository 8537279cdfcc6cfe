"""Two versions of a plan side by side: what was added, taken out, changed, and what stayed."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from meritdesk.core.notation import printed_date, printed_decimal
from meritdesk.core.plan import BehaviourValue, Indicator, PerformancePlan, WorkResult
from meritdesk.core.plan_parts import IndicatorManual, PlanOccasion, StudyTerms, Workblock

_Member = TypeVar("_Member")


class PlanField(StrEnum):
    """What of a plan a line compares."""

    APPROACH = "APPROACH"
    PERIOD = "PERIOD"
    POST = "POST"
    OCCASION = "OCCASION"
    CONTRACT = "CONTRACT"
    STUDY_LEVEL = "STUDY_LEVEL"
    STUDY_PLACE = "STUDY_PLACE"
    STUDY_AVERAGE = "STUDY_AVERAGE"
    NEEDS_MANUALS = "NEEDS_MANUALS"
    RESULT = "RESULT"
    SECTION = "SECTION"
    PARENT = "PARENT"
    PARENT_INDICATOR = "PARENT_INDICATOR"
    ASSIGNED_BY = "ASSIGNED_BY"
    BASIS = "BASIS"
    CONTROL_LEVEL = "CONTROL_LEVEL"
    INDICATOR = "INDICATOR"
    TARGET = "TARGET"
    ASPECT = "ASPECT"
    PERSPECTIVE = "PERSPECTIVE"
    EXEMPTION = "EXEMPTION"
    MANUAL = "MANUAL"
    MANUAL_LEVEL = "MANUAL_LEVEL"
    MANUAL_CYCLE = "MANUAL_CYCLE"
    EXPECTATION = "EXPECTATION"
    RESOURCES = "RESOURCES"
    ACCOUNTABILITY = "ACCOUNTABILITY"
    CONSEQUENCES = "CONSEQUENCES"
    WORKBLOCK = "WORKBLOCK"


class Change(StrEnum):
    """What became of one line between two versions."""

    SAME = "SAME"
    ADDED = "ADDED"
    REMOVED = "REMOVED"
    CHANGED = "CHANGED"


@dataclass(frozen=True, slots=True)
class PlanDifference:
    """One line of the comparison; ``subject`` names the result it belongs to, texts may be label keys."""

    field: PlanField
    subject: str
    old: str
    new: str

    @property
    def change(self) -> Change:
        """What became of the line."""
        if self.old == self.new:
            return Change.SAME
        if not self.old:
            return Change.ADDED
        return Change.CHANGED if self.new else Change.REMOVED


def compare_plans(old: PerformancePlan, new: PerformancePlan) -> tuple[PlanDifference, ...]:
    """All lines of both versions in the order of the paper; lines empty on both sides are left out."""
    lines = [
        *_heads(old, new),
        *_results(old.results, new.results),
        *_expectations(old, new),
        *_lists(PlanField.RESOURCES, old.resources, new.resources),
        *_lists(PlanField.ACCOUNTABILITY, old.accountability, new.accountability),
        *_lists(PlanField.CONSEQUENCES, old.consequences, new.consequences),
        *_workblocks(old.workblocks, new.workblocks),
    ]
    return tuple(line for line in lines if line.old or line.new)


def only_changes(lines: Iterable[PlanDifference]) -> tuple[PlanDifference, ...]:
    """The lines that are not the same on both sides."""
    return tuple(line for line in lines if line.change is not Change.SAME)


def _heads(old: PerformancePlan, new: PerformancePlan) -> Iterator[PlanDifference]:
    def line(field: PlanField, before: str, after: str) -> PlanDifference:
        return PlanDifference(field, "", before, after)

    yield line(PlanField.APPROACH, f"APPROACH:{old.approach.name}", f"APPROACH:{new.approach.name}")
    yield line(PlanField.PERIOD, _period(old), _period(new))
    yield line(PlanField.POST, old.post, new.post)
    yield line(PlanField.OCCASION, _occasion(old), _occasion(new))
    yield line(PlanField.CONTRACT, old.contract, new.contract)
    for field, told in _STUDY_TEXTS:
        yield line(field, told(old.study) if old.study else "", told(new.study) if new.study else "")
    yield line(PlanField.NEEDS_MANUALS, _flag(old.needs_manuals), _flag(new.needs_manuals))


def _results(old: Sequence[WorkResult], new: Sequence[WorkResult]) -> Iterator[PlanDifference]:
    for before, after in _paired(old, new, lambda result: result.result_id, lambda result: result.text):
        named = after or before
        subject = str(named.number) if named is not None else ""

        def line(field: PlanField, old_text: str, new_text: str, subject: str = subject) -> PlanDifference:
            return PlanDifference(field, subject, old_text, new_text)

        yield line(PlanField.RESULT, before.text if before else "", after.text if after else "")
        if before is not None and after is not None:
            yield line(PlanField.SECTION, f"RESULT:{before.kind.name}", f"RESULT:{after.kind.name}")
        yield line(PlanField.PARENT, before.parent_text if before else "", after.parent_text if after else "")
        yield line(
            PlanField.PARENT_INDICATOR,
            before.parent_indicator if before else "",
            after.parent_indicator if after else "",
        )
        yield line(PlanField.ASSIGNED_BY, before.assigned_by if before else "", after.assigned_by if after else "")
        yield line(PlanField.BASIS, _basis(before), _basis(after))
        yield line(PlanField.CONTROL_LEVEL, _control(before), _control(after))
        old_parts = before.indicators if before else ()
        new_parts = after.indicators if after else ()
        pairs = _paired(old_parts, new_parts, lambda part: part.indicator_id, lambda part: part.text)
        for old_part, new_part in pairs:
            for field, told in _INDICATOR_TEXTS:
                yield line(field, told(old_part) if old_part else "", told(new_part) if new_part else "")


def _target(indicator: Indicator) -> str:
    target = indicator.target
    if target.low is None:
        return target.text
    low = printed_decimal(target.low)
    high = printed_decimal(target.high) if target.high is not None and target.high != target.low else ""
    figures = f"{low}-{high}" if high else low
    sign = "↑" if target.direction.value == "MORE" else "↓"
    return f"{target.text} [{figures}{' ' + target.unit if target.unit else ''} {sign}]".strip()


def _manual(manual: IndicatorManual) -> str:
    parts = (manual.purpose, manual.definition, manual.formula, manual.unit, manual.data_source)
    return " · ".join(part for part in parts if part) or "✓"


def _manual_level(manual: IndicatorManual) -> str:
    return f"CONTROLLEVEL:{manual.control_level.name}" if manual.control_level else ""


def _manual_cycle(manual: IndicatorManual) -> str:
    return f"REPORTINGCYCLE:{manual.reporting.name}" if manual.reporting else ""


_INDICATOR_TEXTS: tuple[tuple[PlanField, Callable[[Indicator], str]], ...] = (
    (PlanField.INDICATOR, lambda part: part.text),
    (PlanField.TARGET, _target),
    (PlanField.ASPECT, lambda part: f"ASPECT:{part.aspect.name}" if part.aspect else ""),
    (PlanField.PERSPECTIVE, lambda part: f"PERSPECTIVE:{part.perspective.name}" if part.perspective else ""),
    (PlanField.EXEMPTION, lambda part: f"EXEMPTION:{part.exemption.name}" if part.exemption else ""),
    (PlanField.MANUAL, lambda part: _manual(part.manual) if part.manual else ""),
    (PlanField.MANUAL_LEVEL, lambda part: _manual_level(part.manual) if part.manual else ""),
    (PlanField.MANUAL_CYCLE, lambda part: _manual_cycle(part.manual) if part.manual else ""),
)


def _expectations(old: PerformancePlan, new: PerformancePlan) -> Iterator[PlanDifference]:
    for value in BehaviourValue:
        for line in _lists(PlanField.EXPECTATION, old.expectations.get(value, ()), new.expectations.get(value, ())):
            yield PlanDifference(line.field, f"BEHAVIOUR:{value.name}", line.old, line.new)


def _lists(field: PlanField, old: Sequence[str], new: Sequence[str]) -> Iterator[PlanDifference]:
    """Lines of a list: equal lines meet, what is left is paired in order."""
    pairs = list(_paired(old, new, lambda text: text, lambda text: text))
    gone = [before for before, after in pairs if after is None]
    coming = sum(before is None for before, _ in pairs)
    rewritten, gone = gone[:coming], gone[coming:]
    for before, after in pairs:
        if after is not None:
            yield PlanDifference(field, "", before if before is not None else _first_of(rewritten), after)
    for text in gone:
        yield PlanDifference(field, "", text or "", "")


def _first_of(texts: list[str | None]) -> str:
    return (texts.pop(0) or "") if texts else ""


def _workblocks(old: Sequence[Workblock], new: Sequence[Workblock]) -> Iterator[PlanDifference]:
    for before, after in _paired(old, new, lambda block: block.workblock_id, lambda block: block.title):
        yield PlanDifference(PlanField.WORKBLOCK, "", _block(before), _block(after))


def _block(block: Workblock | None) -> str:
    if block is None:
        return ""
    texts = (block.title, block.indicator_text, block.owner, block.parties, block.finished_by, block.beneficiaries)
    lists = (
        block.routine_activities,
        block.transforming_activities,
        block.routine_milestones,
        block.transforming_milestones,
    )
    lines = [text for listed in lists for text in listed]
    return " · ".join(text for text in (*texts, block.purpose, block.budget, *lines) if text)


def _paired(
    old: Sequence[_Member],
    new: Sequence[_Member],
    identity: Callable[[_Member], Hashable],
    likeness: Callable[[_Member], Hashable],
) -> Iterator[tuple[_Member | None, _Member | None]]:
    """Members of two lists side by side: those of one identity, then those that read alike, in the new order.

    What only the old list has comes where it stood, behind the last member before it that is still there.
    """
    partners: dict[int, int] = {}
    taken: set[int] = set()
    for alike in (identity, likeness):
        waiting: dict[Hashable, list[int]] = {}
        for place, member in enumerate(old):
            if place not in taken:
                waiting.setdefault(alike(member), []).append(place)
        for place, member in enumerate(new):
            if place not in partners and waiting.get(alike(member)):
                partners[place] = waiting[alike(member)].pop(0)
                taken.add(partners[place])
    gone = [place for place in range(len(old)) if place not in taken]
    for place, member in enumerate(new):
        partner = partners.get(place)
        while gone and partner is not None and gone[0] < partner:
            yield old[gone.pop(0)], None
        yield (old[partner] if partner is not None else None), member
    for place in gone:
        yield old[place], None


def _period(plan: PerformancePlan) -> str:
    return f"{printed_date(plan.starts)} – {printed_date(plan.ends)}"


def _occasion(plan: PerformancePlan) -> str:
    return f"PLANOCCASION:{plan.occasion.name}" if plan.occasion is not PlanOccasion.YEAR else ""


def _study_place(study: StudyTerms) -> str:
    if study.is_abroad:
        return "STUDYPLACE:ABROAD"
    found = (study.university, study.programme)
    return ", ".join(f"ACCREDITATION:{member.name}" for member in found if member is not None)


_STUDY_TEXTS: tuple[tuple[PlanField, Callable[[StudyTerms], str]], ...] = (
    (PlanField.STUDY_LEVEL, lambda study: f"STUDYLEVEL:{study.level.name}"),
    (PlanField.STUDY_PLACE, _study_place),
    (
        PlanField.STUDY_AVERAGE,
        lambda study: printed_decimal(study.expected_average) if study.expected_average is not None else "",
    ),
)


def _flag(is_set: bool) -> str:
    return "✓" if is_set else ""


def _basis(result: WorkResult | None) -> str:
    return f"ASSIGNMENTBASIS:{result.basis.name}" if result is not None and result.basis.value != "ORDINARY" else ""


def _control(result: WorkResult | None) -> str:
    return f"CONTROLLEVEL:{result.control_level.name}" if result is not None and result.control_level else ""

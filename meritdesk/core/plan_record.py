"""A plan as plain values and back: one form for drafts, kept versions and files that people edit by hand.

``record_of`` answers texts, numbers, booleans, lists and mappings only. ``plan_of`` takes anything that looks like it
and says of every place what is wrong with it, all at once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import TypeVar

from meritdesk.core.errors import UsageRefusal
from meritdesk.core.plan import (
    Approach,
    Aspect,
    BehaviourValue,
    Direction,
    Indicator,
    JobClass,
    PerformancePlan,
    Perspective,
    PlanState,
    ResultKind,
    Target,
    WorkResult,
    manual_facts,
    study_facts,
    workblock_facts,
)
from meritdesk.core.plan_parts import (
    Accreditation,
    AssignmentBasis,
    ControlLevel,
    Exemption,
    IndicatorManual,
    PlanOccasion,
    ReportingCycle,
    StudyLevel,
    StudyTerms,
    Workblock,
)

_Choice = TypeVar("_Choice", bound=StrEnum)
_Item = TypeVar("_Item")


def record_of(plan: PerformancePlan) -> dict[str, object]:
    """The whole plan as plain values, ids and signatures included."""
    return {
        "plan_id": plan.plan_id,
        "person_id": plan.person_id,
        "year": plan.year,
        "approach": plan.approach.value,
        "job_class": plan.job_class.value,
        "starts": plan.starts.isoformat(),
        "ends": plan.ends.isoformat(),
        "state": plan.state.value,
        "fixed_on": _day_text(plan.fixed_on),
        "version": plan.version,
        "occasion": plan.occasion.value,
        "post": plan.post,
        "contract": plan.contract,
        "needs_manuals": plan.needs_manuals,
        "study": study_facts(plan.study) if plan.study else None,
        "ratee_signed_on": _day_text(plan.ratee_signed_on),
        "rater_signed_on": _day_text(plan.rater_signed_on),
        "results": [result_record(result) for result in plan.results],
        "expectations": {value.value: list(texts) for value, texts in plan.expectations.items()},
        "resources": list(plan.resources),
        "accountability": list(plan.accountability),
        "consequences": list(plan.consequences),
        "workblocks": [workblock_record(block) for block in plan.workblocks],
    }


def workblock_record(block: Workblock) -> dict[str, object]:
    """One workblock with its id as plain values."""
    return {"workblock_id": block.workblock_id, **workblock_facts(block)}


def result_record(result: WorkResult) -> dict[str, object]:
    """One result with its measures as plain values."""
    return {
        "result_id": result.result_id,
        "number": result.number,
        "kind": result.kind.value,
        "text": result.text,
        "parent_text": result.parent_text,
        "parent_indicator": result.parent_indicator,
        "assigned_by": result.assigned_by,
        "basis": result.basis.value,
        "control_level": result.control_level.value if result.control_level else "",
        "indicators": [_indicator_record(indicator) for indicator in result.indicators],
    }


def _indicator_record(indicator: Indicator) -> dict[str, object]:
    target = indicator.target
    return {
        "indicator_id": indicator.indicator_id,
        "text": indicator.text,
        "aspect": indicator.aspect.value if indicator.aspect else "",
        "perspective": indicator.perspective.value if indicator.perspective else "",
        "exemption": indicator.exemption.value if indicator.exemption else "",
        "target": {
            "text": target.text,
            "low": _number_text(target.low),
            "high": _number_text(target.high),
            "unit": target.unit,
            "direction": target.direction.value,
        },
        "manual": manual_facts(indicator.manual) if indicator.manual else None,
    }


def plan_of(record: object) -> PerformancePlan:
    """The plan a record says; ``PLN-221`` with every place that cannot be read."""
    return _read(record, _plan)


def manual_of(record: object) -> IndicatorManual:
    """The manual a record says; ``PLN-221`` when it cannot be read."""
    return _read(record, _manual)


def workblock_of(record: object) -> Workblock:
    """The workblock a record says; ``PLN-221`` when it cannot be read."""
    return _read(record, _workblock)


def study_of(record: object) -> StudyTerms:
    """The study terms a record says; ``PLN-221`` when they cannot be read."""
    return _read(record, _study)


def result_of(record: object) -> WorkResult:
    """The result with its measures that a record says; ``PLN-221`` when it cannot be read."""
    return _read(record, _result)


def _read(record: object, read: Callable[[_Place], _Item]) -> _Item:
    faults: list[str] = []
    found = read(_Place(record, "", faults))
    if faults:
        raise UsageRefusal("PLN-221", count=len(faults), places="; ".join(faults[:20]))
    return found


@dataclass(frozen=True, slots=True)
class _Place:
    """One mapping of a record and where it stands; what cannot be read is noted and replaced by nothing."""

    value: object
    path: str
    faults: list[str] = field(repr=False)

    def _fault(self, name: str) -> None:
        self.faults.append(f"{self.path}.{name}" if self.path else name)

    def _get(self, name: str) -> object:
        if not isinstance(self.value, Mapping):
            self._fault(name)
            return None
        return self.value.get(name)

    def text(self, name: str) -> str:
        found = self._get(name)
        if found is None or isinstance(found, str):
            return found or ""
        self._fault(name)
        return ""

    def needed(self, name: str) -> str:
        found = self.text(name)
        if not found:
            self._fault(name)
        return found

    def whole(self, name: str, default: int) -> int:
        found = self._get(name)
        if found is None:
            return default
        if isinstance(found, int) and not isinstance(found, bool):
            return found
        self._fault(name)
        return default

    def flag(self, name: str) -> bool:
        found = self._get(name)
        if found is None or isinstance(found, bool):
            return bool(found)
        self._fault(name)
        return False

    def number(self, name: str) -> Decimal | None:
        found = self.text(name)
        if not found:
            return None
        try:
            number = Decimal(found)
        except InvalidOperation:
            number = Decimal("NaN")
        if number.is_finite():
            return number
        self._fault(name)
        return None

    def day(self, name: str) -> date | None:
        found = self.text(name)
        if not found:
            return None
        try:
            return date.fromisoformat(found)
        except ValueError:
            self._fault(name)
            return None

    def choice(self, name: str, kind: type[_Choice]) -> _Choice | None:
        found = self.text(name)
        if not found:
            return None
        try:
            return kind(found)
        except ValueError:
            self._fault(name)
            return None

    def chosen(self, name: str, kind: type[_Choice], default: _Choice) -> _Choice:
        return self.choice(name, kind) or default

    def texts(self, name: str) -> tuple[str, ...]:
        found = self._get(name)
        if found is None:
            return ()
        if isinstance(found, Sequence) and not isinstance(found, str) and all(isinstance(text, str) for text in found):
            return tuple(str(text) for text in found)
        self._fault(name)
        return ()

    def part(self, name: str) -> _Place | None:
        found = self._get(name)
        if found is None:
            return None
        if isinstance(found, Mapping):
            return _Place(found, f"{self.path}.{name}" if self.path else name, self.faults)
        self._fault(name)
        return None

    def items(self, name: str, read: Callable[[_Place], _Item]) -> tuple[_Item, ...]:
        found = self._get(name)
        if found is None:
            return ()
        if not isinstance(found, Sequence) or isinstance(found, str):
            self._fault(name)
            return ()
        path = f"{self.path}.{name}" if self.path else name
        return tuple(read(_Place(item, f"{path}[{number}]", self.faults)) for number, item in enumerate(found, start=1))


def _plan(place: _Place) -> PerformancePlan:
    year = place.whole("year", 0)
    if not 1 <= year <= 9998:
        place.faults.append("year")
        year = 1
    stated = place.part("expectations")
    expectations: dict[BehaviourValue, tuple[str, ...]] = {}
    if stated is not None:
        for value in BehaviourValue:
            texts = stated.texts(value.value)
            if texts:
                expectations[value] = texts
        assert isinstance(stated.value, Mapping)
        known = {value.value for value in BehaviourValue}
        place.faults.extend(f"expectations.{name}" for name in stated.value if name not in known)
    study = place.part("study")
    return PerformancePlan(
        plan_id=place.needed("plan_id"),
        person_id=place.needed("person_id"),
        year=year,
        approach=place.chosen("approach", Approach, Approach.QUANTITATIVE),
        job_class=place.chosen("job_class", JobClass, JobClass.JA_JF),
        starts=place.day("starts") or date(year, 1, 1),
        ends=place.day("ends") or date(year, 12, 31),
        results=place.items("results", _result),
        expectations=expectations,
        resources=place.texts("resources"),
        accountability=place.texts("accountability"),
        consequences=place.texts("consequences"),
        state=place.chosen("state", PlanState, PlanState.DRAFT),
        fixed_on=place.day("fixed_on"),
        version=place.whole("version", 1),
        occasion=place.chosen("occasion", PlanOccasion, PlanOccasion.YEAR),
        post=place.text("post"),
        contract=place.text("contract"),
        needs_manuals=place.flag("needs_manuals"),
        study=_study(study) if study is not None else None,
        workblocks=place.items("workblocks", _workblock),
        ratee_signed_on=place.day("ratee_signed_on"),
        rater_signed_on=place.day("rater_signed_on"),
    )


def _result(place: _Place) -> WorkResult:
    return WorkResult(
        result_id=place.text("result_id"),
        number=place.whole("number", 0),
        kind=place.chosen("kind", ResultKind, ResultKind.MAIN),
        text=place.text("text"),
        parent_text=place.text("parent_text"),
        assigned_by=place.text("assigned_by"),
        indicators=place.items("indicators", _indicator),
        basis=place.chosen("basis", AssignmentBasis, AssignmentBasis.ORDINARY),
        control_level=place.choice("control_level", ControlLevel),
        parent_indicator=place.text("parent_indicator"),
    )


def _indicator(place: _Place) -> Indicator:
    target, manual = place.part("target"), place.part("manual")
    return Indicator(
        indicator_id=place.text("indicator_id"),
        text=place.text("text"),
        target=_target(target) if target is not None else Target(""),
        aspect=place.choice("aspect", Aspect),
        perspective=place.choice("perspective", Perspective),
        exemption=place.choice("exemption", Exemption),
        manual=_manual(manual) if manual is not None else None,
    )


def _target(place: _Place) -> Target:
    low, high = place.number("low"), place.number("high")
    if low is None and high is not None:
        place.faults.append(f"{place.path}.low")
    if low is not None and high is not None and high < low:
        place.faults.append(f"{place.path}.high")
    return Target(
        text=place.text("text"),
        low=low,
        high=high if high is not None else low,
        unit=place.text("unit"),
        direction=place.chosen("direction", Direction, Direction.MORE),
    )


def _manual(place: _Place) -> IndicatorManual:
    return IndicatorManual(
        purpose=place.text("purpose"),
        definition=place.text("definition"),
        formula=place.text("formula"),
        unit=place.text("unit"),
        control_level=place.choice("control_level", ControlLevel),
        data_source=place.text("data_source"),
        reporting=place.choice("reporting", ReportingCycle),
    )


def _workblock(place: _Place) -> Workblock:
    return Workblock(
        workblock_id=place.text("workblock_id"),
        title=place.text("title"),
        indicator_text=place.text("indicator_text"),
        owner=place.text("owner"),
        parties=place.text("parties"),
        finished_by=place.text("finished_by"),
        beneficiaries=place.text("beneficiaries"),
        purpose=place.text("purpose"),
        budget=place.text("budget"),
        routine_activities=place.texts("routine_activities"),
        transforming_activities=place.texts("transforming_activities"),
        routine_milestones=place.texts("routine_milestones"),
        transforming_milestones=place.texts("transforming_milestones"),
    )


def _study(place: _Place) -> StudyTerms:
    return StudyTerms(
        level=place.chosen("level", StudyLevel, StudyLevel.BACHELOR),
        is_abroad=place.flag("is_abroad"),
        university=place.choice("university", Accreditation),
        programme=place.choice("programme", Accreditation),
        expected_average=place.number("expected_average"),
    )


def _day_text(day: date | None) -> str:
    return day.isoformat() if day is not None else ""


def _number_text(number: Decimal | None) -> str:
    return format(number, "f") if number is not None else ""

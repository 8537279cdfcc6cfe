"""The performance plan (SKP): what is expected of a person in a year, in results, measures and behaviour."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from meritdesk.core.people import OrgUnit, Person, PositionKind


class Approach(StrEnum):
    """Qualitative (measure and target in one narrative) or quantitative (apart), R-24."""

    QUALITATIVE = "QUAL"
    QUANTITATIVE = "QUANT"


class JobClass(StrEnum):
    """The two groups for which the regulation draws its forms."""

    JPT_OR_AUTONOMOUS = "JPT_OR_AUTONOMOUS"
    JA_JF = "JA_JF"


def job_class(person: Person, led_unit: OrgUnit | None) -> JobClass:
    """Which group of forms a person gets: JPT and heads of autonomous units, or everybody else (forms 1)."""
    leads_autonomous = led_unit is not None and led_unit.is_autonomous
    if person.position_kind is PositionKind.JPT or leads_autonomous:
        return JobClass.JPT_OR_AUTONOMOUS
    return JobClass.JA_JF


class ResultKind(StrEnum):
    """Main (high priority) or additional (low priority), R-18."""

    MAIN = "MAIN"
    ADDITIONAL = "ADDITIONAL"


class Aspect(StrEnum):
    """Aspect of a measure for JA and JF (R-17)."""

    QUANTITY = "QUANTITY"
    QUALITY = "QUALITY"
    TIME = "TIME"
    COST = "COST"


class Perspective(StrEnum):
    """Perspective of a measure for JPT and autonomous heads (R-22)."""

    RECIPIENT = "RECIPIENT"
    PROCESS = "PROCESS"
    STRENGTHENING = "STRENGTHENING"
    BUDGET = "BUDGET"


class Direction(StrEnum):
    """Whether more or less of the measured thing is better."""

    MORE = "MORE"
    LESS = "LESS"


class BehaviourValue(StrEnum):
    """The seven BerAKHLAK values, in the order of the forms (R-27)."""

    SERVICE = "SERVICE"
    ACCOUNTABLE = "ACCOUNTABLE"
    COMPETENT = "COMPETENT"
    HARMONIOUS = "HARMONIOUS"
    LOYAL = "LOYAL"
    ADAPTIVE = "ADAPTIVE"
    COLLABORATIVE = "COLLABORATIVE"


@dataclass(frozen=True, slots=True)
class Target:
    """What meets the expectation: the text on paper and, when measurable, a value or a range.

    ``low`` and ``high`` are equal for a single value and ``None`` for a qualitative target; both belong to the range.
    """

    text: str
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    direction: Direction = Direction.MORE


@dataclass(frozen=True, slots=True)
class Indicator:
    """One measure of a result (IKI) with its target; aspect for JA/JF, perspective for JPT."""

    indicator_id: str
    text: str
    target: Target
    aspect: Aspect | None = None
    perspective: Perspective | None = None


@dataclass(frozen=True, slots=True)
class WorkResult:
    """One planned work result (RHK); ``parent_text`` is the superior's result it serves."""

    result_id: str
    number: int
    kind: ResultKind
    text: str
    parent_text: str = ""
    assigned_by: str = ""
    indicators: tuple[Indicator, ...] = ()


class PlanState(StrEnum):
    """A fixed plan is signed by both; a draft is not yet binding."""

    DRAFT = "DRAFT"
    FIXED = "FIXED"


@dataclass(frozen=True, slots=True)
class PerformancePlan:
    """The SKP of one person for one year, annexes included (A.1.1, A.1.2, A.1.6, A.1.7 with A.1.8).

    ``expectations`` holds the leader's special expectations per value; the three annex lists are those of A.1.8.
    """

    plan_id: str
    person_id: str
    year: int
    approach: Approach
    job_class: JobClass
    starts: date
    ends: date
    results: tuple[WorkResult, ...] = ()
    expectations: Mapping[BehaviourValue, tuple[str, ...]] = field(default_factory=dict)
    resources: tuple[str, ...] = ()
    accountability: tuple[str, ...] = ()
    consequences: tuple[str, ...] = ()
    state: PlanState = PlanState.FIXED
    fixed_on: date | None = None
    version: int = 1

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """All measures of the plan in the order of the paper."""
        return tuple(indicator for result in self.results for indicator in result.indicators)


def plan_facts(plan: PerformancePlan) -> dict[str, object]:
    """The content of a plan that a digest vouches for: everything that is printed, as plain text and lists."""
    return {
        "plan_id": plan.plan_id,
        "person_id": plan.person_id,
        "year": plan.year,
        "approach": plan.approach.value,
        "job_class": plan.job_class.value,
        "starts": plan.starts.isoformat(),
        "ends": plan.ends.isoformat(),
        "version": plan.version,
        "results": [
            {
                "number": result.number,
                "kind": result.kind.value,
                "text": result.text,
                "parent_text": result.parent_text,
                "assigned_by": result.assigned_by,
                "indicators": [
                    [
                        indicator.text,
                        indicator.aspect.value if indicator.aspect else "",
                        indicator.perspective.value if indicator.perspective else "",
                        indicator.target.text,
                        str(indicator.target.low) if indicator.target.low is not None else "",
                        str(indicator.target.high) if indicator.target.high is not None else "",
                        indicator.target.unit,
                        indicator.target.direction.value,
                    ]
                    for indicator in result.indicators
                ],
            }
            for result in plan.results
        ],
        "expectations": {value.value: list(texts) for value, texts in plan.expectations.items()},
        "resources": list(plan.resources),
        "accountability": list(plan.accountability),
        "consequences": list(plan.consequences),
    }


def plan_faults(plan: PerformancePlan) -> tuple[str, ...]:
    """Why a plan cannot be fixed yet: ids of the validation rules of severity E that fail (rules section 7).

    V-04 no main result, V-06 budget perspective missing for JPT, V-11 a result without measure or target, V-14 empty
    narrative, V-28 an annex list is empty.
    """
    faults = []
    if not any(result.kind is ResultKind.MAIN for result in plan.results):
        faults.append("V-04")
    perspectives = {indicator.perspective for indicator in plan.indicators}
    if plan.job_class is JobClass.JPT_OR_AUTONOMOUS and Perspective.BUDGET not in perspectives:
        faults.append("V-06")
    if any(not result.indicators for result in plan.results):
        faults.append("V-11")
    quantitative = plan.approach is Approach.QUANTITATIVE
    if quantitative and any(not indicator.target.text for indicator in plan.indicators):
        faults.append("V-11")
    if any(not indicator.text for indicator in plan.indicators):
        faults.append("V-14")
    if not (plan.resources and plan.accountability and plan.consequences):
        faults.append("V-28")
    return tuple(dict.fromkeys(faults))

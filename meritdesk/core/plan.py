"""The performance plan (SKP): what is expected of a person in a year, in results, measures and behaviour."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from meritdesk.core.people import OrgUnit, Person, PositionKind
from meritdesk.core.plan_parts import (
    AssignmentBasis,
    ControlLevel,
    Exemption,
    IndicatorManual,
    PlanOccasion,
    StudyTerms,
    Workblock,
)


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
    """One measure of a result (IKI) with its target; aspect for JA/JF, perspective for JPT.

    ``exemption`` is the stated ground for an absolute target (R-25), ``manual`` the sheet A.1.3 of this measure.
    """

    indicator_id: str
    text: str
    target: Target
    aspect: Aspect | None = None
    perspective: Perspective | None = None
    exemption: Exemption | None = None
    manual: IndicatorManual | None = None


@dataclass(frozen=True, slots=True)
class WorkResult:
    """One planned work result (RHK); ``parent_text`` is the superior's result it serves.

    ``parent_indicator`` quotes the superior's indicator where he is a JPT, heads an autonomous unit, or where the
    result is the organisation's (note * of A.1.7); ``basis`` is the ground of the assignment.
    """

    result_id: str
    number: int
    kind: ResultKind
    text: str
    parent_text: str = ""
    assigned_by: str = ""
    indicators: tuple[Indicator, ...] = ()
    basis: AssignmentBasis = AssignmentBasis.ORDINARY
    control_level: ControlLevel | None = None
    parent_indicator: str = ""


class PlanState(StrEnum):
    """A fixed plan is signed by both; a draft is not yet binding."""

    DRAFT = "DRAFT"
    FIXED = "FIXED"


@dataclass(frozen=True, slots=True)
class PlanHead:
    """How far somebody's plan is, without what stands in it: whoever looks at a whole office needs no more."""

    plan_id: str
    person_id: str
    state: PlanState
    starts: date
    ends: date
    version: int = 1
    fixed_on: date | None = None
    occasion: PlanOccasion = PlanOccasion.YEAR
    post: str = ""

    @property
    def was_fixed(self) -> bool:
        """Whether the plan is fixed, or is being revised after it was: a mere first draft binds nobody."""
        return _was_fixed(self)


@dataclass(frozen=True, slots=True)
class PerformancePlan:
    """The SKP of one person for one post in one year, annexes included (A.1.1, A.1.2, A.1.6, A.1.7 with A.1.8).

    ``expectations`` holds the leader's special expectations per value; the three annex lists are those of A.1.8.
    ``occasion`` and ``post`` tell the plan of somebody who moved from the one before (R-33). ``contract`` is the
    employment contract a PPPK plan also rests on; ``needs_manuals`` says that not all staff understand the indicators
    yet (R-30). The two signatures are the days on which the paper was signed; any change makes them void.
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
    occasion: PlanOccasion = PlanOccasion.YEAR
    post: str = ""
    contract: str = ""
    needs_manuals: bool = False
    study: StudyTerms | None = None
    workblocks: tuple[Workblock, ...] = ()
    ratee_signed_on: date | None = None
    rater_signed_on: date | None = None

    @property
    def was_fixed(self) -> bool:
        """Whether the plan is fixed, or is being revised after it was: a mere first draft binds nobody."""
        return _was_fixed(self)

    @property
    def is_signed(self) -> bool:
        """Whether both have signed the paper of this version."""
        return self.ratee_signed_on is not None and self.rater_signed_on is not None

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """All measures of the plan in the order of the paper."""
        return tuple(indicator for result in self.results for indicator in result.indicators)


Planned = TypeVar("Planned", PlanHead, PerformancePlan)


def _was_fixed(plan: PlanHead | PerformancePlan) -> bool:
    return plan.state is PlanState.FIXED or plan.version > 1


def plan_in_force(plans: Iterable[Planned], day: date) -> Planned | None:
    """The plan of one person that counts on a day: of those that cover it, the one begun last (R-33).

    Somebody who moved has two plans in a year; the first stays as it was signed and ends where the second begins.
    """
    covering = [plan for plan in plans if plan.starts <= day <= plan.ends]
    return max(covering, key=lambda plan: (plan.starts, plan.version, plan.plan_id), default=None)


def plans_in_force(plans: Iterable[Planned], day: date) -> dict[str, Planned]:
    """By person, the plan that counts on a day."""
    own: dict[str, list[Planned]] = {}
    for plan in plans:
        own.setdefault(plan.person_id, []).append(plan)
    found = {person_id: plan_in_force(listed, day) for person_id, listed in own.items()}
    return {person_id: plan for person_id, plan in found.items() if plan is not None}


def plan_facts(plan: PerformancePlan) -> dict[str, object]:
    """The content of a plan that a digest vouches for: everything that is printed, as plain text and lists.

    What came with later versions of the program is named only where it is set, so that the digests of plans printed and
    evaluated before stay verifiable. Days of signing are no content: signing a paper does not change what it says.
    """
    facts: dict[str, object] = {
        "plan_id": plan.plan_id,
        "person_id": plan.person_id,
        "year": plan.year,
        "approach": plan.approach.value,
        "job_class": plan.job_class.value,
        "starts": plan.starts.isoformat(),
        "ends": plan.ends.isoformat(),
        "version": plan.version,
        "results": [_result_facts(result) for result in plan.results],
        "expectations": {value.value: list(texts) for value, texts in plan.expectations.items()},
        "resources": list(plan.resources),
        "accountability": list(plan.accountability),
        "consequences": list(plan.consequences),
    }
    if plan.occasion is not PlanOccasion.YEAR:
        facts["occasion"] = plan.occasion.value
    if plan.post:
        facts["post"] = plan.post
    if plan.contract:
        facts["contract"] = plan.contract
    if plan.needs_manuals:
        facts["needs_manuals"] = True
    if plan.study is not None:
        facts["study"] = study_facts(plan.study)
    if plan.workblocks:
        facts["workblocks"] = [workblock_facts(block) for block in plan.workblocks]
    return facts


def _result_facts(result: WorkResult) -> dict[str, object]:
    facts: dict[str, object] = {
        "number": result.number,
        "kind": result.kind.value,
        "text": result.text,
        "parent_text": result.parent_text,
        "assigned_by": result.assigned_by,
        "indicators": [_indicator_facts(indicator) for indicator in result.indicators],
    }
    if result.basis is not AssignmentBasis.ORDINARY:
        facts["basis"] = result.basis.value
    if result.control_level is not None:
        facts["control_level"] = result.control_level.value
    if result.parent_indicator:
        facts["parent_indicator"] = result.parent_indicator
    return facts


def _indicator_facts(indicator: Indicator) -> list[object]:
    target = indicator.target
    facts: list[object] = [
        indicator.text,
        indicator.aspect.value if indicator.aspect else "",
        indicator.perspective.value if indicator.perspective else "",
        target.text,
        str(target.low) if target.low is not None else "",
        str(target.high) if target.high is not None else "",
        target.unit,
        target.direction.value,
    ]
    later: dict[str, object] = {}
    if indicator.exemption is not None:
        later["exemption"] = indicator.exemption.value
    if indicator.manual is not None:
        later["manual"] = manual_facts(indicator.manual)
    return [*facts, later] if later else facts


def manual_facts(manual: IndicatorManual) -> dict[str, object]:
    """A manual A.1.3 as plain texts."""
    return {
        "purpose": manual.purpose,
        "definition": manual.definition,
        "formula": manual.formula,
        "unit": manual.unit,
        "control_level": manual.control_level.value if manual.control_level else "",
        "data_source": manual.data_source,
        "reporting": manual.reporting.value if manual.reporting else "",
    }


def workblock_facts(block: Workblock) -> dict[str, object]:
    """A workblock A.1.4 as plain texts and lists; its own id is no content."""
    return {
        "title": block.title,
        "indicator_text": block.indicator_text,
        "owner": block.owner,
        "parties": block.parties,
        "finished_by": block.finished_by,
        "beneficiaries": block.beneficiaries,
        "purpose": block.purpose,
        "budget": block.budget,
        "routine_activities": list(block.routine_activities),
        "transforming_activities": list(block.transforming_activities),
        "routine_milestones": list(block.routine_milestones),
        "transforming_milestones": list(block.transforming_milestones),
    }


def study_facts(study: StudyTerms) -> dict[str, object]:
    """The terms of a study leave as plain texts."""
    return {
        "level": study.level.value,
        "is_abroad": study.is_abroad,
        "university": study.university.value if study.university else "",
        "programme": study.programme.value if study.programme else "",
        "expected_average": str(study.expected_average) if study.expected_average is not None else "",
    }

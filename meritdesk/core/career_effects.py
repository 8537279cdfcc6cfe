"""What a change in mid-year brings about: whose rater changes, which plans and evaluations it touches, by which rule.

The lines are compared on the day the change counts; the evaluators for every period of the year that is not over then.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from meritdesk.core.career import LEAVING_CHANGES, CareerChange, History, short_day
from meritdesk.core.career_changes import ACTING_STARTS, STATUS_AFTER
from meritdesk.core.career_drafting import NEW_POST_CHANGES, ChangeDraft
from meritdesk.core.career_plans import PlanFollowUp
from meritdesk.core.evaluation import Reason
from meritdesk.core.evaluation_calendar import EvaluationWindow
from meritdesk.core.evaluators import Evaluator, Evaluators
from meritdesk.core.people import APPRAISED_STATUSES, OrgUnit, Person, ReportingLine
from meritdesk.core.periods import Period
from meritdesk.core.plan import PerformancePlan
from meritdesk.core.raters import Tree
from meritdesk.core.standing import lines_on


@dataclass(frozen=True, slots=True)
class LineChange:
    """One person whose reporting line is another after the change; a side is empty where there is no line."""

    person_id: str
    before: ReportingLine | None
    after: ReportingLine | None


@dataclass(frozen=True, slots=True)
class PlanEffect:
    """What a change asks of the plan of one person: the rule, in words, and the plan it is about, if there is one."""

    person_id: str
    plan_id: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class EvaluationEffect:
    """Who evaluates somebody for a period once the change is made, and who would have without it."""

    period: Period
    before: Evaluator
    after: Evaluator


@dataclass(frozen=True, slots=True)
class ChangePreview:
    """Everything a change will do, before it does it."""

    draft: ChangeDraft
    lines: tuple[LineChange, ...]
    plans: tuple[PlanEffect, ...]
    evaluations: tuple[EvaluationEffect, ...]
    rules: tuple[Reason, ...]
    doubts: tuple[Reason, ...] = ()

    @property
    def warnings(self) -> tuple[Reason, ...]:
        """What the clerk should look at first."""
        return (*self.draft.warnings, *self.doubts)


@dataclass(frozen=True, slots=True)
class RegisterState:
    """The register as a change finds it: the rows of today, the history, and the plans of the year."""

    people: Sequence[Person]
    units: Sequence[OrgUnit]
    history: History
    plans: Sequence[PerformancePlan] = ()


def preview_change(
    draft: ChangeDraft,
    register: RegisterState,
    periods: Sequence[tuple[Period, EvaluationWindow]],
    follows: PlanFollowUp | None = None,
    rules: Sequence[Reason] = (),
    doubts: Sequence[Reason] = (),
) -> ChangePreview:
    """What a drafted change will do; nothing is written.

    ``follows`` is what becomes of the plans of the person, ``rules`` and ``doubts`` what others tell of the change.
    """
    day = draft.request.since
    after = draft.applied_to(register.history)
    before_lines = {line.person_id: line for line in lines_on(register.people, register.units, register.history, day)}
    after_lines = {line.person_id: line for line in lines_on(register.people, register.units, after, day)}
    changed = tuple(
        LineChange(person_id, before_lines.get(person_id), after_lines.get(person_id))
        for person_id in dict.fromkeys((draft.request.person_id, *before_lines, *after_lines))
        if before_lines.get(person_id) != after_lines.get(person_id)
    )
    touched = tuple(dict.fromkeys((draft.request.person_id, *(change.person_id for change in changed))))
    evaluations = _evaluations(register, after, [one for one in periods if one[0].last_day >= day], touched)
    return ChangePreview(
        draft=draft,
        lines=changed,
        plans=(*_followed(draft, follows), *_plan_effects(draft, register, changed)),
        evaluations=evaluations,
        rules=(*_rules(draft, register, changed, evaluations), *rules),
        doubts=tuple(doubts),
    )


def _followed(draft: ChangeDraft, follows: PlanFollowUp | None) -> Iterator[PlanEffect]:
    for plan_id, reason in follows.told if follows is not None else ():
        yield PlanEffect(draft.request.person_id, plan_id, reason)


def _evaluations(
    register: RegisterState,
    after: History,
    periods: Sequence[tuple[Period, EvaluationWindow]],
    touched: Sequence[str],
) -> tuple[EvaluationEffect, ...]:
    found = []
    # Periods share most of their days, and a day's tree is the costly part.
    old_trees: dict[date, Tree] = {}
    new_trees: dict[date, Tree] = {}
    for period, window in periods:
        old = Evaluators(register.people, register.units, register.history, period, window, _trees=old_trees)
        new = Evaluators(register.people, register.units, after, period, window, _trees=new_trees)
        for person_id in touched:
            before, now = old.of(person_id), new.of(person_id)
            if (before.line, before.is_due, before.is_final, before.job_class) != (
                now.line, now.is_due, now.is_final, now.job_class,
            ) or now.reasons != before.reasons:  # fmt: skip
                found.append(EvaluationEffect(period, before, now))
    return tuple(found)


def _plan_effects(draft: ChangeDraft, register: RegisterState, changed: Sequence[LineChange]) -> tuple[PlanEffect, ...]:
    """What is left to people: what to write into an addition (R-20, R-44), and whom to clarify with (R-33, R-44)."""
    request = draft.request
    running = {
        plan.person_id: plan.plan_id
        for plan in register.plans
        if plan.starts <= request.since <= plan.ends and plan.year == request.since.year
    }
    own = running.get(request.person_id, "")
    day = short_day(request.since)
    found: list[PlanEffect] = []

    def add(person_id: str, code: str, source: str, **facts: str) -> None:
        found.append(PlanEffect(person_id, running.get(person_id, ""), Reason(code, source, facts)))

    if request.change is CareerChange.STUDY_START:
        add(request.person_id, "REG-FX-STUDY-ADDED", "R-44", day=day)
    if request.change in (CareerChange.STUDY_END, CareerChange.STUDY_DROPPED):
        add(request.person_id, "REG-FX-STUDY-CLARIFIED", "R-44", day=day)
    if request.change in (CareerChange.SECONDMENT_END, CareerChange.RETURN):
        add(request.person_id, "REG-FX-BACK" if own else "REG-FX-FIRST-PLAN", "R-33", day=day)
    if request.change in ACTING_STARTS:
        unit = _unit_name(register.units, request.unit_id)
        add(request.person_id, "REG-FX-ACTING-MAIN", "R-20", day=day, unit=unit)
    after_status = STATUS_AFTER.get(request.change)
    if after_status is not None and after_status not in APPRAISED_STATUSES:
        add(request.person_id, "REG-FX-PLAN-STOPS", "R-13", day=day, status=f"STATUS:{after_status.name}")
    for change in changed:
        is_other = (
            change.before is not None
            and change.after is not None
            and bool(change.after.rater_id)
            and change.before.rater_id != change.after.rater_id
        )
        if is_other and not (change.person_id == request.person_id and request.change in NEW_POST_CHANGES):
            add(change.person_id, "REG-FX-CLARIFY", "R-33", day=day)
    return tuple(found)


def _rules(
    draft: ChangeDraft,
    register: RegisterState,
    changed: Sequence[LineChange],
    evaluations: Sequence[EvaluationEffect],
) -> tuple[Reason, ...]:
    """The rules that the change brings into play, each once."""
    request = draft.request
    told: list[Reason] = []
    simple = {
        CareerChange.STUDY_START: [Reason("REG-FX-STUDY", "R-43"), Reason("REG-FX-STUDY-GUIDE", "R-45, R-46, R-47")],
        CareerChange.STUDY_END: [Reason("REG-FX-STUDY-GRADUATED", "R-46")],
        CareerChange.STUDY_DROPPED: [Reason("REG-FX-STUDY-DROPPED", "R-48")],
        CareerChange.SECONDMENT_START: [Reason("REG-FX-SECONDED", "R-12")],
        CareerChange.PLT_START: [Reason("REG-FX-PLT", "R-11", {"unit": _unit_name(register.units, request.unit_id)})],
        CareerChange.PLH_START: [Reason("REG-FX-PLH", "R-11")],
        CareerChange.PLT_END: [Reason("REG-FX-PLT-ENDS", "R-11")],
    }
    told.extend(simple.get(request.change, ()))
    if request.change in LEAVING_CHANGES:
        told.append(Reason("REG-FX-GONE", "R-13", {"day": short_day(request.since)}))
    rater = next((found for found in register.people if found.person_id == request.rater_id), None)
    if request.change is CareerChange.NEW_RATER and rater is not None:
        told.append(Reason("REG-FX-NAMED-RATER", "R-03, R-09", {"name": rater.full_name}))
    lost = Counter(
        change.after.problem
        for change in changed
        if change.after is not None
        and change.after.problem
        and not (change.before is not None and change.before.problem)
    )
    for problem, count in lost.items():
        told.append(Reason("REG-FX-BLOCKED", "R-08", {"count": str(count), "code": problem}))
    seen: set[tuple[str, str]] = set()
    for effect in evaluations:
        for reason in effect.after.reasons:
            if (reason.code, reason.source) not in seen:
                seen.add((reason.code, reason.source))
                told.append(reason)
    return tuple(told)


def _unit_name(units: Sequence[OrgUnit], unit_id: str) -> str:
    return next((unit.name for unit in units if unit.unit_id == unit_id), "-")

"""What a change in mid-year makes of the plans of the one it happens to (R-20, R-33, R-44).

A new post ends the running plan on the day before and begins a draft for the new post; study leave, acting and a JF in
a structural post add an empty result to the running plan, which the clerk then completes. What a closed evaluation
rests on is never touched; the preview says so instead.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from meritdesk.core.career import CareerChange, EntryKind, History, day_before, short_day
from meritdesk.core.career_changes import ACTING_STARTS
from meritdesk.core.career_drafting import NEW_POST_CHANGES, ChangeDraft
from meritdesk.core.evaluation import Reason
from meritdesk.core.people import OrgUnit, Person, PositionKind
from meritdesk.core.periods import Period
from meritdesk.core.plan import Approach, PerformancePlan, PlanState, ResultKind, job_class, plan_in_force
from meritdesk.core.plan_copying import CopyPart, CopyTarget, copied
from meritdesk.core.plan_editing import new_result, with_result
from meritdesk.core.plan_parts import AssignmentBasis, PlanOccasion
from meritdesk.core.plan_signing import cut_short, revised
from meritdesk.core.raters import Tree
from meritdesk.core.standing import tree_on

ACTING_BASES = {
    EntryKind.PLT: AssignmentBasis.ACTING,
    EntryKind.PLH: AssignmentBasis.ACTING_DAILY,
}
_SOURCES = {
    AssignmentBasis.ACTING: "R-20",
    AssignmentBasis.ACTING_DAILY: "R-20",
    AssignmentBasis.STRUCTURAL: "R-20",
    AssignmentBasis.STUDY_LEAVE: "R-44",
}


@dataclass(frozen=True, slots=True)
class PlanStep:
    """One plan as it was and as it will be; ``before`` is empty for a plan that begins."""

    before: PerformancePlan | None
    after: PerformancePlan


@dataclass(frozen=True, slots=True)
class PlanFollowUp:
    """What is written, and everything that is told about it, each with the plan it is about (or none)."""

    steps: tuple[PlanStep, ...] = ()
    told: tuple[tuple[str, Reason], ...] = ()


@dataclass(slots=True)
class _Following:
    """Collects the steps of one change on one person's plans."""

    draft: ChangeDraft
    plans: Sequence[PerformancePlan]
    person: Person
    tree: Tree
    new_id: Callable[[], str]
    steps: list[PlanStep] = field(default_factory=list)
    told: list[tuple[str, Reason]] = field(default_factory=list)

    @property
    def day(self) -> date:
        return self.draft.request.since

    @property
    def running(self) -> PerformancePlan | None:
        return plan_in_force(self.plans, self.day)

    @property
    def leader(self) -> str:
        """The post of whoever assigns the results from now on."""
        rater = self.tree.people.get(self.tree.line(self.person).rater_id)
        return rater.position_title if rater is not None else ""

    def tell(self, code: str, source: str, plan: PerformancePlan | None = None, **facts: str) -> None:
        self.told.append((plan.plan_id if plan else "", Reason(code, source, {"day": short_day(self.day), **facts})))

    def step(self, before: PerformancePlan | None, after: PerformancePlan) -> None:
        self.steps.append(PlanStep(before, after))

    def new_post(self, carries_results: bool, basis: AssignmentBasis | None) -> None:
        """End the plan of the post left behind and begin one for the new post (R-33)."""
        running = self.running
        old = running if running is not None and running.starts < self.day else None
        if old is not None:
            self.step(old, cut_short(old, day_before(self.day)))
            ended = short_day(day_before(self.day))
            code = "REG-FX-PLAN-ENDS" if old.state is PlanState.FIXED else "REG-FX-PLAN-DRAFT-ENDS"
            self.tell(code, "R-33", old, ended=ended, starts=short_day(old.starts))
        later = min((plan for plan in self.plans if plan.starts >= self.day), key=_starts, default=None)
        if later is not None:
            self.tell("REG-FX-PLAN-THERE", "R-33", later, starts=short_day(later.starts))
            return
        begun = self._begun(old, carries_results)
        if basis is not None and not _has(begun, basis):
            begun = self._with_placeholder(begun, basis)
        self.step(None, begun)
        code = "REG-FX-PLAN-BEGUN-CARRIED" if carries_results and begun.results else "REG-FX-PLAN-BEGUN"
        self.tell(code, "R-33", begun, post=begun.post, count=str(len(begun.results)))

    def addition(self, basis: AssignmentBasis) -> None:
        """Add an empty result to the running plan, which becomes a draft of its next version when it was fixed."""
        source, named, running = _SOURCES[basis], f"ASSIGNMENTBASIS:{basis.name}", self.running
        if running is None:
            self.tell("REG-FX-PLAN-MISSING", source, basis=named)
        elif _has(running, basis) and basis is AssignmentBasis.STUDY_LEAVE:
            self.tell("REG-FX-PLAN-HAS", source, running, basis=named)
        else:
            base = revised(running) if running.state is PlanState.FIXED else running
            after = self._with_placeholder(base, basis)
            self.step(running, after)
            code = "REG-FX-PLAN-ADDED" if running.state is PlanState.FIXED else "REG-FX-PLAN-DRAFT-ADDED"
            self.tell(code, source, running, basis=named, version=str(after.version))

    def _with_placeholder(self, plan: PerformancePlan, basis: AssignmentBasis) -> PerformancePlan:
        return with_result(plan, replace(new_result(ResultKind.MAIN, self.new_id, self.leader), basis=basis))

    def _begun(self, old: PerformancePlan | None, carries_results: bool) -> PerformancePlan:
        """A draft for the new post, empty or with the results of the old plan; whom they serve is to be said anew."""
        led = self.tree.units.get(self.tree.led_units.get(self.person.person_id, ""))
        target = CopyTarget(
            plan_id=self.new_id(),
            person_id=self.person.person_id,
            year=self.day.year,
            job_class=job_class(self.person, led),
            starts=self.day,
            ends=date(self.day.year, 12, 31),
            assigned_by=self.leader,
            is_same_person=True,
        )
        begun = PerformancePlan(
            plan_id=target.plan_id,
            person_id=target.person_id,
            year=target.year,
            approach=old.approach if old is not None else Approach.QUANTITATIVE,
            job_class=target.job_class,
            starts=target.starts,
            ends=target.ends,
            state=PlanState.DRAFT,
        )
        if old is not None and carries_results:
            kept = tuple(result for result in old.results if result.basis is not AssignmentBasis.STRUCTURAL)
            begun = copied(replace(old, results=kept), target, self.new_id, (CopyPart.RESULTS, CopyPart.MANUALS))
            ours = tuple(replace(result, parent_text="", parent_indicator="") for result in begun.results)
            begun = replace(begun, results=ours)
        return replace(begun, occasion=PlanOccasion.NEW_POST, post=self.person.position_title)


def follow_up(
    draft: ChangeDraft,
    people: Sequence[Person],
    units: Sequence[OrgUnit],
    history: History,
    plans: Sequence[PerformancePlan],
    closed: Collection[Period],
    new_id: Callable[[], str],
) -> PlanFollowUp:
    """What a drafted change makes of the plans of its person; ``history`` is the one before the change.

    ``plans`` are his plans of the year, ``closed`` the periods of the year whose evaluation of him is closed: where one
    reaches to the day of the change or beyond, no plan is touched.
    """
    request = draft.request
    wanted = _wanted(draft, people, history)
    if wanted is None:
        return PlanFollowUp()
    is_new_post, basis = wanted
    tree = tree_on(people, units, draft.applied_to(history), request.since)
    person = tree.people[request.person_id]
    if not person.is_appraised:
        return PlanFollowUp()
    following = _Following(draft, plans, person, tree, new_id)
    reaching = [period for period in closed if period.last_day >= request.since]
    if reaching:
        first = min(reaching, key=lambda period: (period.last_day, period.code))
        following.tell("REG-FX-PLAN-CLOSED", "R-33", following.running, period=first.code)
    elif is_new_post:
        following.new_post(request.carries_results, basis)
    elif basis is not None:
        following.addition(basis)
    return PlanFollowUp(tuple(following.steps), tuple(following.told))


def _wanted(
    draft: ChangeDraft, people: Sequence[Person], history: History
) -> tuple[bool, AssignmentBasis | None] | None:
    """Whether a change brings a new post, and which assignment it adds; nothing for any other change."""
    request = draft.request
    if request.change in NEW_POST_CHANGES:
        began = [
            entry
            for entry in draft.written
            if entry.person_id == request.person_id and entry.since == request.since and entry.cause is request.change
        ]
        row = next(found for found in people if found.person_id == request.person_id)
        post = draft.applied_to(history).standing(row, EntryKind.POST, request.since)
        is_structural = post.position_kind is PositionKind.JF and any(one.kind is EntryKind.HEAD for one in began)
        is_new_post = any(one.kind is EntryKind.POST for one in began)
        basis = AssignmentBasis.STRUCTURAL if is_structural else None
        return (is_new_post, basis) if is_new_post or basis else None
    if request.change in ACTING_STARTS:
        return False, ACTING_BASES[ACTING_STARTS[request.change]]
    if request.change in (CareerChange.STUDY_START, CareerChange.STUDY_END, CareerChange.STUDY_DROPPED):
        return False, AssignmentBasis.STUDY_LEAVE
    return None


def _has(plan: PerformancePlan, basis: AssignmentBasis) -> bool:
    return any(result.basis is basis for result in plan.results)


def _starts(plan: PerformancePlan) -> date:
    return plan.starts

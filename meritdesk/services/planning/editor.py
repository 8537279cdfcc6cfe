"""The SKP editor: a plan opened with all that is known, saved whole, fixed, signed, revised, and compared."""

from __future__ import annotations

import uuid
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date

from meritdesk.core.access import Action, require
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.journal import Changes
from meritdesk.core.merging import PLANS
from meritdesk.core.people import Person
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.plan import Approach, PerformancePlan, PlanState, ResultKind, WorkResult, plan_in_force
from meritdesk.core.plan_compare import PlanDifference, compare_plans
from meritdesk.core.plan_editing import cleaned, new_result, with_missing_ids, with_result
from meritdesk.core.plan_parts import PlanOccasion
from meritdesk.core.plan_record import record_of
from meritdesk.core.plan_signing import PlanStage, Signer, edited, fixed, revised, signed, stage_of
from meritdesk.core.plan_versions import PlanDraft, PlanVersion
from meritdesk.core.validation import Hint, Severity, severity_of, sorted_hints
from meritdesk.core.validation.plan_context import PlanContext
from meritdesk.core.validation.plan_rules import check_plan, without_fixed_plan
from meritdesk.services.changes import Step, no_step
from meritdesk.services.plan_keeping import keep_version
from meritdesk.services.planning.knowledge import PlanKnowledge
from meritdesk.services.ports import Surroundings, Work
from meritdesk.services.waiving import waive


@dataclass(frozen=True, slots=True)
class CheckedHint:
    """One hint as the clerk meets it: how grave, whether it was or may be set aside, and on what it rests."""

    hint: Hint
    severity: Severity
    is_waivable: bool
    is_waived: bool
    source: str

    @property
    def blocks(self) -> bool:
        """Whether it stands in the way of fixing."""
        return self.severity is Severity.ERROR and not self.is_waived


@dataclass(frozen=True, slots=True)
class PlanCheck:
    """What a plan still lacks, errors first."""

    hints: tuple[CheckedHint, ...]

    @property
    def blocking(self) -> tuple[CheckedHint, ...]:
        """What stands in the way of fixing."""
        return tuple(hint for hint in self.hints if hint.blocks)

    @property
    def warnings(self) -> tuple[CheckedHint, ...]:
        """What only asks."""
        return tuple(hint for hint in self.hints if hint.severity is Severity.WARNING)


@dataclass(frozen=True, slots=True)
class OpenedPlan:
    """A plan with everything the editor shows around it.

    ``stamp`` vouches for the saved plan it was read from and is empty for one not saved yet. ``superiors`` are the
    results of the rater that can be taken up; ``draft`` is what the same person typed earlier and did not save.
    ``made_by`` is the agency that made the plan, where that is another one: it is only read here then.
    """

    person: Person
    plan: PerformancePlan
    stamp: str
    context: PlanContext
    check: PlanCheck
    unit_name: str = ""
    rater: Person | None = None
    rater_unit: str = ""
    superiors: tuple[WorkResult, ...] = ()
    others: tuple[PerformancePlan, ...] = ()
    versions: tuple[PlanVersion, ...] = ()
    is_closed: bool = False
    draft: PlanDraft | None = None
    waived: frozenset[str] = frozenset()
    made_by: str = ""

    @property
    def stage(self) -> PlanStage:
        """How far the plan has come."""
        return stage_of(self.plan)


@dataclass(frozen=True, slots=True)
class SavedPlan:
    """The plan as it now stands, with its new stamp and what is still open."""

    plan: PerformancePlan
    stamp: str
    check: PlanCheck
    changes: Changes = field(default_factory=Changes)


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One person in a list of plans: how far, and how many hints of each kind.

    ``begins`` is the first day of a plan for a new post, since a mover stands in the list once for each plan (R-33).
    """

    nip: str
    name: str
    unit_id: str
    plan_id: str
    stage: PlanStage | None
    errors: tuple[str, ...]
    warnings: tuple[str, ...]
    begins: date | None = None


@dataclass(frozen=True, slots=True)
class PlanEditor:
    """Verbs of the SKP editor."""

    around: Surroundings

    def open(self, nip: str, year: int, on: date | None = None) -> OpenedPlan:
        """A person's plan of a year, the one in force on a day or the last; an empty one not saved yet if none is.

        ``USE-102`` unknown NIP, ``PLN-233`` somebody who needs no plan and has none.
        """
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            person = self._person(work, nip)
            known = PlanKnowledge.gather(self.around, work, year, [person.person_id])
            plans = known.plans.get(person.person_id, ())
            plan = (plan_in_force(plans, on) if on else None) or (plans[-1] if plans else None)
            if plan is not None:
                return self._opened(work, known, plan, self._stamp(plan))
            self._require_due(person)
            return self._opened(work, known, self._empty(known, person, year, Approach.QUANTITATIVE), "")

    def by_id(self, plan_id: str) -> OpenedPlan:
        """One plan by its id; ``PLN-101`` when it is gone."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            plan = self._plan(work, plan_id)
            known = PlanKnowledge.gather(self.around, work, plan.year, [plan.person_id])
            return self._opened(work, known, plan, self._stamp(plan))

    def begin(self, nip: str, year: int, approach: Approach, starts: date | None = None, post: str = "") -> OpenedPlan:
        """An empty plan, not saved yet: of the year, or with ``starts`` the one for a new post (R-33).

        ``PLN-217`` a plan of the year is there already, ``PLN-218`` the new post does not begin after the last plan.
        """
        require(self.around.actor, Action.EDIT)
        with self.around.store.reading() as work:
            person = self._person(work, nip)
            self._require_due(person)
            known = PlanKnowledge.gather(self.around, work, year, [person.person_id])
            plan = self._empty(known, person, year, approach)
            if starts is not None:
                plan = replace(plan, starts=starts, occasion=PlanOccasion.NEW_POST, post=post or person.position_title)
            self._require_place(person, plan, known.plans.get(person.person_id, ()))
            return self._opened(work, known, plan, "")

    def check_draft(self, plan: PerformancePlan, context: PlanContext, waived: Collection[str] = ()) -> PlanCheck:
        """The hints of a plan as it is being typed; asks the rules only, never the store."""
        rules = self.around.rulebook.in_force(date(plan.year, 12, 31)).validation
        found = []
        for hint in sorted_hints(check_plan(cleaned(plan), context), rules):
            rule = rules.rules.get(hint.code)
            is_waivable = rule is not None and rule.is_waivable
            found.append(
                CheckedHint(
                    hint=hint,
                    severity=severity_of(hint, rules),
                    is_waivable=is_waivable,
                    is_waived=is_waivable and hint.code in waived,
                    source=rule.source if rule is not None else "",
                )
            )
        return PlanCheck(tuple(found))

    def check_all(
        self,
        year: int,
        unit_ids: Collection[str] | None = None,
        nips: Collection[str] | None = None,
        step: Step = no_step,
        search: str = "",
        limit: int = 0,
    ) -> tuple[PlanLine, ...]:
        """Everybody who must have a plan, with the state of it and what it lacks; no plan is V-02 from February on.

        ``search`` keeps people by name, NIP, post or unit; with a ``limit`` only the first are read and checked.
        """
        require(self.around.actor, Action.READ)
        wanted = search.casefold().split()
        with self.around.store.reading() as work:
            step = work.watch(step)
            everybody = sorted(work.people.all(), key=lambda person: (person.name.casefold(), person.nip))
            units = {unit.unit_id: unit.name for unit in work.units.all()} if wanted else {}
            chosen = [
                person
                for person in everybody
                if person.is_appraised
                and (unit_ids is None or person.unit_id in unit_ids)
                and (nips is None or person.nip in nips)
                and all(
                    word
                    in f"{person.full_name} {person.nip} {person.position_title} "
                    f"{units.get(person.unit_id, '')}".casefold()
                    for word in wanted
                )
            ]
            chosen = chosen[:limit] if limit else chosen
            is_part = len(chosen) < len(everybody)
            known = PlanKnowledge.gather(
                self.around, work, year, [person.person_id for person in chosen] if is_part else None
            )
        lines = []
        for done, person in enumerate(chosen, start=1):
            step(done, len(chosen))
            plans = known.plans.get(person.person_id, ())
            for plan in plans:
                check = self.check_draft(plan, known.context(plan), known.waived.get(plan.plan_id, frozenset()))
                lines.append(_line(person, plan, check))
            if not plans:
                missing = without_fixed_plan(year, False, known.today)
                codes = tuple(hint.code for hint in missing)
                lines.append(PlanLine(person.nip, person.full_name, person.unit_id, "", None, (), codes))
        return tuple(lines)

    def save(self, plan: PerformancePlan, stamp: str, reason: str = "") -> SavedPlan:
        """Save a whole plan as it was typed.

        ``PLN-216`` the saved plan is no longer the one the typing began from (F19), ``PLN-105`` the year is closed for
        this person. A change of a fixed plan makes a new version: the old one is kept, its signatures are void.
        """
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "planning.editor.save", reason=reason) as work:
            known_plans = work.plans.by_ids([plan.plan_id])
            before = known_plans[0] if known_plans else None
            person = self._person_of(work, plan)
            if (self._stamp(before) if before else "") != stamp:
                raise UsageRefusal("PLN-216", name=person.full_name)
            plan = with_missing_ids(plan, _new_id)
            if before is None:
                others = work.plans.of_year(plan.year, [plan.person_id])
                self._require_due(person)
                self._require_place(person, plan, others)
                saved = cleaned(
                    replace(
                        plan,
                        state=PlanState.DRAFT,
                        version=1,
                        fixed_on=None,
                        ratee_signed_on=None,
                        rater_signed_on=None,
                    )
                )
            else:
                saved = edited(before, plan)
                keep_version(self.around, work, before, saved, reason)
            if saved is not before:
                self._require_open(work, person, saved.year)
                work.plans.save([saved])
            work.plan_drafts.drop(plan.plan_id, self._owner)
            answer = self._answer(work, saved)
            return replace(answer, changes=work.commit())

    def fix(self, plan_id: str, on: date | None = None) -> SavedPlan:
        """Fix a draft; ``PLN-215`` while errors stand in the way that nobody set aside, ``PLN-211`` when it is."""
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "planning.editor.fix") as work:
            before = self._plan(work, plan_id)
            self._require_open(work, self._person_of(work, before), before.year)
            plan = fixed(before, on or self.around.clock().date())
            answer = self._answer(work, plan)
            blocking = answer.check.blocking
            if blocking:
                codes = tuple(dict.fromkeys(found.hint.code for found in blocking))
                raise UsageRefusal("PLN-215", count=len(blocking), faults=", ".join(codes))
            work.plans.save([plan])
            return replace(answer, changes=work.commit())

    def sign(self, plan_id: str, signer: Signer, on: date | None = None) -> SavedPlan:
        """Note that one of the two signed the paper; ``PLN-212`` for a draft, ``PLN-213`` for a day to come."""
        require(self.around.actor, Action.EDIT)
        today = self.around.clock().date()
        with self.around.store.writing(self.around.actor, "planning.editor.sign") as work:
            plan = signed(self._plan(work, plan_id), signer, on or today, today)
            work.plans.save([plan])
            return replace(self._answer(work, plan), changes=work.commit())

    def revise(self, plan_id: str, reason: str) -> SavedPlan:
        """Make a fixed plan a draft of its next version; what was signed is kept as it was, its signatures are void.

        ``PLN-214`` for a draft, ``PLN-105`` when the year is closed for this person.
        """
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "planning.editor.revise", reason=reason) as work:
            before = self._plan(work, plan_id)
            self._require_open(work, self._person_of(work, before), before.year)
            plan = revised(before)
            keep_version(self.around, work, before, plan, reason)
            work.plans.save([plan])
            return replace(self._answer(work, plan), changes=work.commit())

    def remove(self, plan_id: str) -> Changes:
        """Take out a draft that was never fixed; ``PLN-220`` for any other."""
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "planning.editor.remove") as work:
            plan = self._plan(work, plan_id)
            if plan.state is not PlanState.DRAFT or plan.version > 1:
                raise UsageRefusal("PLN-220", nip=self._person_of(work, plan).nip, year=plan.year)
            work.plans.remove([plan_id])
            work.plan_drafts.drop(plan_id, self._owner)
            return work.commit()

    def waive(self, plan_id: str, rule: str, waived_by: str, reason: str) -> SavedPlan:
        """Set one waivable rule aside for a plan, by name and with a reason; ``VAL-101`` or ``VAL-102`` otherwise."""
        require(self.around.actor, Action.WAIVE)
        with self.around.store.writing(self.around.actor, "planning.editor.waive", reason=reason) as work:
            plan = self._plan(work, plan_id)
            rules = self.around.rulebook.in_force(date(plan.year, 12, 31)).validation
            waive(self.around, work, rules, rule, plan_id, waived_by, reason)
            return replace(self._answer(work, plan), changes=work.commit())

    def compare(self, plan_id: str, old: int | None = None, new: int | None = None) -> tuple[PlanDifference, ...]:
        """Two versions side by side; by default the last one kept and the plan as it stands.

        ``PLN-228`` for a version that is not there.
        """
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            plan = self._plan(work, plan_id)
            versions = {kept.plan.version: kept.plan for kept in work.plans.versions(plan_id)}
        versions[plan.version] = plan
        earlier = old if old is not None else max((number for number in versions if number < plan.version), default=0)
        later = new if new is not None else plan.version
        for number in (earlier, later):
            if number not in versions:
                told = ", ".join(str(found) for found in sorted(versions))
                raise UsageRefusal("PLN-228", version=number, known=told)
        return compare_plans(versions[earlier], versions[later])

    def keep_draft(self, plan: PerformancePlan, stamp: str) -> None:
        """Keep what is being typed, so that nothing is lost when the window goes; it stands in no journal."""
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "planning.editor.keep_draft") as work:
            work.plan_drafts.keep(PlanDraft(plan, self._owner, stamp, self.around.clock()))
            work.commit()

    def drop_draft(self, plan_id: str) -> None:
        """Throw away what was typed and not saved."""
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "planning.editor.drop_draft") as work:
            work.plan_drafts.drop(plan_id, self._owner)
            work.commit()

    def drafts(self) -> tuple[tuple[PlanDraft, Person], ...]:
        """What this person left unsaved, the latest first, with whose plan it is."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            drafts = work.plan_drafts.of_owner(self._owner)
            people = work.people.by_ids([draft.plan.person_id for draft in drafts])
        return tuple((draft, people[draft.plan.person_id]) for draft in drafts if draft.plan.person_id in people)

    @property
    def _owner(self) -> str:
        return f"{self.around.actor.name}@{self.around.actor.device}"

    def _stamp(self, plan: PerformancePlan) -> str:
        return self.around.exchange.record_digest(record_of(plan))

    def _person(self, work: Work, nip: str) -> Person:
        person = work.people.by_nip(nip)
        if person is None:
            raise UsageRefusal("USE-102", nip=nip)
        return person

    def _person_of(self, work: Work, plan: PerformancePlan) -> Person:
        person = work.people.by_ids([plan.person_id]).get(plan.person_id)
        if person is None:
            raise UsageRefusal("USE-102", nip=plan.person_id)
        return person

    def _plan(self, work: Work, plan_id: str) -> PerformancePlan:
        found = work.plans.by_ids([plan_id])
        if not found:
            raise UsageRefusal("PLN-101", nip=plan_id, year="")
        return found[0]

    def _require_due(self, person: Person) -> None:
        if not person.is_appraised:
            raise UsageRefusal("PLN-233", name=person.full_name, status=f"STATUS:{person.legal_status.name}")

    def _require_place(self, person: Person, plan: PerformancePlan, others: Collection[PerformancePlan]) -> None:
        """One plan a year, and one more for each new post that begins later (R-33, R-44)."""
        if not others:
            return
        if plan.occasion is not PlanOccasion.NEW_POST:
            raise UsageRefusal("PLN-217", nip=person.nip, year=plan.year)
        last = max(other.starts for other in others)
        if plan.starts <= last or plan.starts.year != plan.year:
            raise UsageRefusal("PLN-218", date=last)

    def _require_open(self, work: Work, person: Person, year: int) -> None:
        found = work.evaluations.of_period(Period(year, PeriodKind.YEAR), [person.person_id])
        if any(evaluation.is_closed for evaluation in found):
            raise UsageRefusal("PLN-105", nip=person.nip, year=year)

    def _answer(self, work: Work, plan: PerformancePlan) -> SavedPlan:
        known = PlanKnowledge.gather(self.around, work, plan.year, [plan.person_id], plan)
        check = self.check_draft(plan, known.context(plan), known.waived.get(plan.plan_id, frozenset()))
        return SavedPlan(plan, self._stamp(plan), check)

    def _empty(self, known: PlanKnowledge, person: Person, year: int, approach: Approach) -> PerformancePlan:
        rater = known.rater_of(person.person_id)
        plan = PerformancePlan(
            plan_id=_new_id(),
            person_id=person.person_id,
            year=year,
            approach=approach,
            job_class=known.classes.of_person(person),
            starts=date(year, 1, 1),
            ends=date(year, 12, 31),
            state=PlanState.DRAFT,
        )
        return with_result(plan, new_result(ResultKind.MAIN, _new_id, rater.position_title if rater else ""))

    def _opened(self, work: Work, known: PlanKnowledge, plan: PerformancePlan, stamp: str) -> OpenedPlan:
        context = known.context(plan)
        waived = known.waived.get(plan.plan_id, frozenset())
        person = known.person_in(plan) or self._person_of(work, plan)
        rater = known.rater_of(plan.person_id)
        unit, rater_unit = known.units.get(person.unit_id), known.units.get(rater.unit_id) if rater else None
        evaluated = work.evaluations.of_period(Period(plan.year, PeriodKind.YEAR), [plan.person_id])
        drafts = {draft.plan.plan_id: draft for draft in work.plan_drafts.of_owner(self._owner)}
        unsaved = next((draft for draft in drafts.values() if not stamp and _is_same_place(draft.plan, plan)), None)
        place = (PLANS, plan.plan_id)
        origin = work.transfers.origins([place]).get(place) if stamp else None
        return OpenedPlan(
            person=person,
            plan=plan,
            stamp=stamp,
            context=context,
            check=self.check_draft(plan, context, waived),
            unit_name=unit.name if unit else "",
            rater=rater,
            rater_unit=rater_unit.name if rater_unit else "",
            superiors=tuple(result for parent in known.parents(plan.person_id) for result in parent.results),
            others=context.others,
            versions=work.plans.versions(plan.plan_id) if stamp else (),
            is_closed=any(evaluation.is_closed for evaluation in evaluated),
            draft=drafts.get(plan.plan_id) or unsaved,
            waived=waived,
            made_by=origin.maker if origin is not None else "",
        )


def _line(person: Person, plan: PerformancePlan, check: PlanCheck) -> PlanLine:
    return PlanLine(
        nip=person.nip,
        name=person.full_name,
        unit_id=person.unit_id,
        plan_id=plan.plan_id,
        stage=stage_of(plan),
        errors=tuple(found.hint.code for found in check.blocking),
        warnings=tuple(found.hint.code for found in check.warnings),
        begins=plan.starts if plan.occasion is PlanOccasion.NEW_POST else None,
    )


def _is_found(person: Person, wanted: Collection[str]) -> bool:
    said = f"{person.full_name} {person.nip} {person.position_title}".casefold()
    return all(word in said for word in wanted)


def _is_same_place(draft: PerformancePlan, plan: PerformancePlan) -> bool:
    return (draft.person_id, draft.year, draft.occasion) == (plan.person_id, plan.year, plan.occasion)


def _new_id() -> str:
    return str(uuid.uuid4())

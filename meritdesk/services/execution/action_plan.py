"""Action plans, documentation of performance, and results that the leader took over."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from meritdesk.core.access import Action, require
from meritdesk.core.agency_settings import DocumentationPeriod, settings_of
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.execution import ActionStep, Documentation, EarlierStep, TakeOver
from meritdesk.core.journal import Changes
from meritdesk.core.plan import PerformancePlan, WorkResult
from meritdesk.core.validation import Hint
from meritdesk.core.validation.execution_rules import takeover_hints
from meritdesk.services.execution.places import known_person, known_plans, known_result, not_in_future
from meritdesk.services.ports import Surroundings


@dataclass(frozen=True, slots=True)
class ResultOnItsWay:
    """One work result with its action plan, what was documented on it, and whether it was taken over."""

    plan: PerformancePlan
    result: WorkResult
    steps: tuple[ActionStep, ...]
    documentation: tuple[Documentation, ...]
    takeovers: tuple[TakeOver, ...]


@dataclass(frozen=True, slots=True)
class TakenOver:
    """A take-over that was written, with what it asks (V-56)."""

    takeover: TakeOver
    changes: Changes
    hints: tuple[Hint, ...] = ()


@dataclass(frozen=True, slots=True)
class ActionPlanDesk:
    """Verbs of action plans (B.1.1), documentation (B.1.2) and take-overs."""

    around: Surroundings

    def show(self, person_id: str, year: int) -> tuple[ResultOnItsWay, ...]:
        """Every result of a person's year with its steps and what was documented; ``PLN-101`` without a plan."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            plans = known_plans(work, known_person(work, person_id), year)
            ids = [result.result_id for plan in plans for result in plan.results]
            steps = work.action_plans.steps(ids)
            documentation = work.action_plans.documentation(ids)
            takeovers = work.action_plans.takeovers([person_id])
        return tuple(
            ResultOnItsWay(
                plan,
                result,
                tuple(step for step in steps if step.result_id == result.result_id),
                tuple(line for line in documentation if line.result_id == result.result_id),
                tuple(one for one in takeovers if one.result_id == result.result_id),
            )
            for plan in plans
            for result in plan.results
        )

    def rhythm(self) -> DocumentationPeriod:
        """How often this agency documents performance (R-50)."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return settings_of(work.setting).documentation_period

    def set_steps(self, person_id: str, year: int, number: int, steps: Sequence[tuple[str, date | None]]) -> Changes:
        """Make these the steps of a result, numbered from 1; no steps take the action plan away (R-49)."""
        require(self.around.actor, Action.EDIT)
        for place, (text, _) in enumerate(steps, start=1):
            if not text.strip():
                raise UsageRefusal("EXE-251", number=place)
        with self.around.store.writing(self.around.actor, "execution.action_plan.set") as work:
            _, result = known_result(work, known_person(work, person_id), year, number)
            kept = [
                ActionStep(result.result_id, place, text.strip(), due)
                for place, (text, due) in enumerate(steps, start=1)
            ]
            work.action_plans.save_steps(result.result_id, kept)
            return work.commit()

    def document(
        self, person_id: str, number: int, documented_on: date, text: str, step: int = 0, evidence: str = ""
    ) -> tuple[Documentation, Changes]:
        """Write one line of documentation on a result, or on one step of its action plan (``EXE-252``)."""
        require(self.around.actor, Action.EDIT)
        if not text.strip():
            raise UsageRefusal("EXE-246")
        not_in_future(documented_on, self.around.clock().date())
        with self.around.store.writing(self.around.actor, "execution.action_plan.document") as work:
            person = known_person(work, person_id)
            _, result = known_result(work, person, documented_on.year, number, documented_on)
            numbers = {one.number for one in work.action_plans.steps([result.result_id])}
            if step and step not in numbers:
                raise UsageRefusal("EXE-252", number=number, step=step)
            line = Documentation(
                str(uuid.uuid4()), result.result_id, documented_on, text.strip(), step, evidence.strip()
            )
            work.action_plans.save_documentation([line])
            return line, work.commit()

    def take_over(
        self,
        person_id: str,
        number: int,
        taken_on: date,
        note: str,
        taken_by_id: str = "",
        taken_by_name: str = "",
        earlier: Sequence[EarlierStep] = (),
    ) -> TakenOver:
        """The leader takes a result over; the note is compulsory (V-55) and counts in the evaluation."""
        require(self.around.actor, Action.EDIT)
        not_in_future(taken_on, self.around.clock().date())
        with self.around.store.writing(self.around.actor, "execution.action_plan.take_over", reason=note) as work:
            person = known_person(work, person_id)
            _, result = known_result(work, person, taken_on.year, number, taken_on)
            line = work.reporting.by_ids([person_id]).get(person_id)
            leader = taken_by_id or (line.rater_id if line is not None else "")
            named = work.people.by_ids([leader] if leader else [])
            takeover = TakeOver(
                takeover_id=str(uuid.uuid4()),
                person_id=person_id,
                result_id=result.result_id,
                taken_on=taken_on,
                note=note.strip(),
                taken_by_id=leader if leader in named else "",
                taken_by_name=taken_by_name.strip() or (named[leader].full_name if leader in named else ""),
                earlier=tuple(dict.fromkeys(earlier)),
            )
            hints = takeover_hints(takeover)
            if any(hint.code == "V-55" for hint in hints):
                raise UsageRefusal("V-55")
            work.action_plans.save_takeovers([takeover])
            return TakenOver(takeover, work.commit(), hints)

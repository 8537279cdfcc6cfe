"""What a change in mid-year brings about beyond the register: plans, the drop-out on an evaluation, doubts of a rater.

Everything is worked out for the preview and written by the same values, in the change set of the change itself.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from meritdesk.core.agency_settings import settings_of
from meritdesk.core.career import CareerChange, History, day_before
from meritdesk.core.career_drafting import ChangeDraft
from meritdesk.core.career_plans import PlanFollowUp, follow_up
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evaluation import Evaluation, Reason
from meritdesk.core.evaluation_acts import after_drop_out
from meritdesk.core.evaluation_calendar import periods_of_year
from meritdesk.core.people import OrgUnit, Person, ReportingLine
from meritdesk.core.plan import PerformancePlan
from meritdesk.core.standing import tree_on
from meritdesk.core.validation.register_rules import rater_case, rater_hints
from meritdesk.services.plan_keeping import keep_version
from meritdesk.services.ports import Surroundings, Work


@dataclass(frozen=True, slots=True)
class Following:
    """The consequences of one drafted change: plans to write, evaluations to write, what is told, what is doubted."""

    plans: PlanFollowUp
    evaluations: tuple[Evaluation, ...] = ()
    rules: tuple[Reason, ...] = ()
    warnings: tuple[Reason, ...] = ()

    def write(self, around: Surroundings, work: Work, reason: str) -> None:
        """Write plans and evaluations; a version of a plan that gives way is kept."""
        for step in self.plans.steps:
            if step.before is not None:
                keep_version(around, work, step.before, step.after, reason)
        work.plans.save([step.after for step in self.plans.steps])
        work.evaluations.save(self.evaluations)


def following(
    around: Surroundings,
    work: Work,
    draft: ChangeDraft,
    people: Sequence[Person],
    units: Sequence[OrgUnit],
    history: History,
    plans: Sequence[PerformancePlan],
) -> Following:
    """The consequences of a drafted change; ``ASM-131`` for a drop-out without the letter it rests on (R-48)."""
    request = draft.request
    year = request.since.year
    closed = work.evaluations.closed_periods(year, [request.person_id]).get(request.person_id, frozenset())
    own = [plan for plan in plans if plan.person_id == request.person_id]
    steps = follow_up(draft, people, units, history, own, closed, lambda: str(uuid.uuid4()))
    doubts = _rater_doubts(around, work, draft, people, units, history)
    if request.change is not CareerChange.STUDY_DROPPED:
        return Following(steps, warnings=doubts)
    recorded, rules, warnings = _drop_out(work, request.person_id, day_before(request.since), request.note)
    return Following(steps, recorded, rules, (*doubts, *warnings))


def _drop_out(
    work: Work, person_id: str, ended_on: date, letter: str
) -> tuple[tuple[Evaluation, ...], tuple[Reason, ...], tuple[Reason, ...]]:
    """The drop-out on every open evaluation of a period it falls into (V-67); a closed one is only told of."""
    if not letter.strip():
        raise UsageRefusal("ASM-131")
    recorded, rules, warnings = [], [], []
    for period in periods_of_year(ended_on.year, settings_of(work.setting)):
        if not period.first_day <= ended_on <= period.last_day:
            continue
        found = work.evaluations.of_period(period, [person_id])
        evaluation = found[0] if found else Evaluation(str(uuid.uuid4()), person_id, period)
        if evaluation.is_closed:
            warnings.append(Reason("REG-FX-DROP-OUT-CLOSED", "R-48", {"period": period.code}))
        else:
            recorded.append(after_drop_out(evaluation, ended_on, letter))
            rules.append(Reason("REG-FX-DROP-OUT", "R-48", {"period": period.code}))
    return tuple(recorded), tuple(rules), tuple(warnings)


def _rater_doubts(
    around: Surroundings,
    work: Work,
    draft: ChangeDraft,
    people: Sequence[Person],
    units: Sequence[OrgUnit],
    history: History,
) -> tuple[Reason, ...]:
    """V-22 to V-27 of a rater who is named by hand, also where nothing but leading a team speaks for him (V-26)."""
    request = draft.request
    if request.change is not CareerChange.NEW_RATER:
        return ()
    tree = tree_on(people, units, draft.applied_to(history), request.since)
    line = tree.line(tree.people[request.person_id])
    named = ReportingLine(request.person_id, request.rater_id, line.superior_id, line.led_unit_id)
    case = rater_case(named, tree, team_leads(work, request.since.year))
    rules = around.rulebook.in_force(date(request.since.year, 12, 31)).validation.rules
    return tuple(
        Reason(hint.code, rules[hint.code].source if hint.code in rules else "", hint.facts)
        for hint in (rater_hints(case) if case is not None else ())
    )


def team_leads(work: Work, year: int) -> frozenset[str]:
    """Who leads a team of the cascade in a year."""
    return frozenset(team.lead_id for team in work.cascade.teams(year) if team.lead_id)

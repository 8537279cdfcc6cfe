"""The months of a year that bring an official credit points, from his plans, his posts and his closed evaluations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from meritdesk.core.career import EntryKind, History, day_before
from meritdesk.core.credit_rules import CreditMoveRules, CreditRules
from meritdesk.core.evaluation import Evaluation
from meritdesk.core.people import Person
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.plan import PlanHead, plan_in_force
from meritdesk.core.plan_parts import PlanOccasion
from meritdesk.core.rules import PackKind
from meritdesk.core.scoring.credit_year import (
    CreditMonths,
    HeldPost,
    JudgedSpan,
    credit_months,
    held_posts,
)
from meritdesk.services.ports import Surroundings, Work


@dataclass(frozen=True, slots=True)
class CreditOfYear:
    """One year of these people: the figures in force, the closed evaluations, and the months that count of each."""

    rules: CreditRules
    evaluations: Mapping[str, Evaluation]
    months: Mapping[str, CreditMonths] = field(default_factory=dict)


def credit_of_year(
    around: Surroundings, work: Work, year: int, people: Sequence[Person], history: History, rules: CreditRules
) -> CreditOfYear:
    """The months of a year of everybody whose yearly evaluation is closed with a predicate."""
    period = Period(year, PeriodKind.YEAR)
    moves = around.rulebook.pack(PackKind.CREDIT_MOVES, period.last_day).body
    assert isinstance(moves, CreditMoveRules)
    ids = [person.person_id for person in people]
    closed = {
        one.person_id: one
        for one in work.evaluations.of_period(period, ids)
        if one.is_closed and one.predicate is not None and one.parties
    }
    if not closed:
        return CreditOfYear(rules, closed)
    plans: dict[str, list[PlanHead]] = defaultdict(list)
    for head in work.plans.heads_of_year(year, list(closed)):
        plans[head.person_id].append(head)
    found = {}
    for person in people:
        evaluation = closed.get(person.person_id)
        if evaluation is not None:
            own = _binding(plans[person.person_id], period.last_day)
            found[person.person_id] = _months(work, person, period, evaluation, own, history, rules, moves)
    return CreditOfYear(rules, closed, found)


def _months(
    work: Work,
    person: Person,
    period: Period,
    evaluation: Evaluation,
    plans: Sequence[PlanHead],
    history: History,
    rules: CreditRules,
    moves: CreditMoveRules,
) -> CreditMonths:
    assert evaluation.predicate is not None
    served = [(plan.starts, plan.ends) for plan in plans] or [(period.first_day, period.last_day)]
    posts = _posts(person, period, evaluation.parties[0].position, plans, history, rules)
    found = credit_months(period.year, served, posts, (), evaluation.predicate, moves)
    if len({part.tier for part in found.parts}) > 1:
        judged = _judged(work.evaluations.of_person(person.person_id), period.year, rules)
        found = credit_months(period.year, served, posts, judged, evaluation.predicate, moves)
    return found


def _binding(plans: Iterable[PlanHead], day: date) -> list[PlanHead]:
    """The plans under which somebody served: those that were fixed, and the one in force at the end of the year."""
    own = list(plans)
    last = plan_in_force(own, day)
    return sorted((one for one in own if one.was_fixed or one is last), key=lambda plan: plan.starts)


def _posts(
    person: Person, period: Period, at_closing: str, plans: Sequence[PlanHead], history: History, rules: CreditRules
) -> tuple[HeldPost, ...]:
    """The posts of a year: the one that the closed sheet shows at its end, before it what register and plans know.

    What the register does not know is the post on the sheet under the last plan, the post named in an earlier plan,
    and otherwise no known post.
    """
    first, last = period.first_day, period.last_day
    spells = [one for one in history.of(person.person_id, EntryKind.POST) if one.has_begun_by(last)]
    found = [
        HeldPost(spell.since or date.min, spell.until or last, spell.position_title,
                 rules.tier_of(spell.position_title))
        for spell in spells[:-1]
    ]  # fmt: skip
    in_force = plan_in_force(plans, last)
    here = spells[-1].since if spells else person.position_since
    if here is None:
        is_new = not spells and in_force is not None and in_force.occasion is PlanOccasion.NEW_POST
        here = date.max if is_new else date.min
    known = min([here, *(one.first for one in found)])
    if in_force is None or known > in_force.starts:
        until = day_before(known) if known <= last else last
        since = in_force.starts if in_force is not None else first
        if since <= until:
            found.append(HeldPost(since, until, at_closing, rules.tier_of(at_closing)))
        found += [
            HeldPost(plan.starts, min(plan.ends, day_before(since)), plan.post, rules.tier_of(plan.post))
            for plan in plans
            if plan is not in_force and plan.post and plan.starts < since and plan.starts < known
        ]
    if here <= last:
        found.append(HeldPost(here, last, at_closing, rules.tier_of(at_closing)))
    return held_posts(found, period.year)


def _judged(evaluations: Iterable[Evaluation], year: int, rules: CreditRules) -> list[JudgedSpan]:
    """The closed evaluations of parts of a year, each in the tier of the post that its sheet shows."""
    found = []
    for one in evaluations:
        if one.period.year != year or one.period.is_annual or not one.is_closed or not one.parties:
            continue
        tier = rules.tier_of(one.parties[0].position)
        if tier is not None and one.predicate is not None:
            found.append(JudgedSpan(one.period.first_day, one.period.last_day, tier, one.predicate))
    return found

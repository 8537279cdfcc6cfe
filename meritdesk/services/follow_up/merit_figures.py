"""What the desk itself can tell the assessor of the merit system, counted from its records of a year."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from meritdesk.core.errors import UsageRefusal
from meritdesk.core.evaluation import Predicate
from meritdesk.core.follow_up import GuidanceState
from meritdesk.core.merit import FigureValue, MeritFigure
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.core.plan import PlanState
from meritdesk.core.problems import ProblemState
from meritdesk.services.follow_up.guidance import GuidanceNeeds
from meritdesk.services.follow_up.talent import YearReading
from meritdesk.services.ports import Surroundings, Work

LEAST_HOURS = 20
"""So many lesson hours a year make somebody trained, as the table of the professionalism index asks."""


def own_figures(around: Surroundings, year: int) -> tuple[FigureValue, ...]:
    """All figures in the order of ``MeritFigure``; what no rule counts in a year is left out."""
    period = Period(year, PeriodKind.YEAR)
    found = list(_of_work(around, year, period))
    needs = _needs(around, period)
    if needs is not None:
        found.append(needs)
    found += _of_talent(around, year)
    order = list(MeritFigure)
    return tuple(sorted(found, key=lambda one: order.index(one.figure)))


def _of_work(around: Surroundings, year: int, period: Period) -> Sequence[FigureValue]:
    with around.store.reading() as work:
        people = {person.person_id for person in work.people.all() if person.is_appraised}
        fixed = [
            one
            for one in work.plans.heads_of_year(year)
            if one.person_id in people and one.state is not PlanState.DRAFT
        ]
        in_time = {one.person_id for one in fixed if one.fixed_on and one.fixed_on <= date(year, 1, 31)}
        closed = [one for one in work.evaluations.heads_of_period(period) if one.is_closed and one.person_id in people]
        signed = {one.evaluation_id for one in work.processes.of_period(period) if one.signed_on is not None}
        good = sum(one.predicate in (Predicate.VERY_GOOD, Predicate.GOOD) for one in closed)
        told = set(work.feedback.tallies(period)) & people
        objections = work.objections.of_period(period)
        known = {line.person_id for line in work.reporting.all() if line.rater_id} & people
        rotations = [one for one in work.rotations.all() if one.decided_on is not None and one.decided_on.year == year]
        problems = _problems(work, year)
    count = len(people)
    return (
        _share(MeritFigure.PLANS_FIXED, len({one.person_id for one in fixed}), count),
        _share(MeritFigure.PLANS_IN_TIME, len(in_time), count),
        _share(MeritFigure.EVALUATIONS_CLOSED, len(closed), count),
        _share(MeritFigure.EVALUATIONS_SIGNED, sum(one.evaluation_id in signed for one in closed), len(closed)),
        _share(MeritFigure.FEEDBACK_GIVEN, len(told), count),
        _share(MeritFigure.PREDICATE_SPREAD, good, len(closed)),
        _share(MeritFigure.OBJECTIONS_DECIDED, sum(one.decision is not None for one in objections), len(objections)),
        _share(MeritFigure.RATERS_KNOWN, len(known), count),
        _share(
            MeritFigure.ROTATIONS_REASONED, sum(bool(one.list_id and one.reason) for one in rotations), len(rotations)
        ),
        problems,
    )


def _problems(work: Work, year: int) -> FigureValue:
    found = [
        one
        for one in work.problems.opened_between(date(year, 1, 1), date(year, 12, 31))
        if one.opened_on.year == year and one.state is not ProblemState.DROPPED
    ]
    solved = sum(one.state in (ProblemState.SOLVED, ProblemState.CLOSED) for one in found)
    return _share(MeritFigure.PROBLEMS_SOLVED, solved, len(found))


def _needs(around: Surroundings, period: Period) -> FigureValue | None:
    try:
        needs = GuidanceNeeds(around).board(period).needs
    except UsageRefusal:
        return None
    done = sum(need.state is not GuidanceState.MISSING for need in needs)
    return _share(MeritFigure.GUIDANCE_DONE, done, len(needs))


def _of_talent(around: Surroundings, year: int) -> Sequence[FigureValue]:
    try:
        with around.store.reading() as work:
            reading = YearReading.of(around, work, year)
    except UsageRefusal:
        return ()
    posts = reading.succession()
    people = reading.all.people
    trained = sum(reading.all.hours(person.person_id) >= LEAST_HOURS for person in people)
    sanctioned = sum(
        any(effect.starts.year == year for effect in reading.all.effects.get(person.person_id, ())) for person in people
    )
    totals = [Decimal(text.replace(",", ".")) for text in reading.indices.values() if text]
    found = [
        _share(MeritFigure.TALENT_PLACED, sum(bool(box) for box in reading.boxes.values()), len(people)),
        _share(MeritFigure.POTENTIAL_MEASURED, sum(bool(one.scores) for one in reading.facts.values()), len(people)),
        _share(MeritFigure.SUCCESSION_COVERED, sum(bool(post.candidates) for post in posts), len(posts)),
        _share(MeritFigure.POSTS_FILLED, sum(not post.is_vacant for post in posts), len(posts)),
        _share(MeritFigure.TRAINED, trained, len(people)),
        _share(MeritFigure.SANCTIONED, sanctioned, len(people)),
    ]
    if totals:
        mean = (sum(totals, Decimal(0)) / len(totals)).quantize(Decimal("0.01"), ROUND_HALF_UP)
        found.append(FigureValue(MeritFigure.INDEX_MEAN, mean, 0))
    return found


def _share(figure: MeritFigure, count: int, of: int) -> FigureValue:
    return FigureValue(figure, Decimal(count), of)

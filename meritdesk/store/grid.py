"""The assessment grid: who is to be rated, by whom, and how far that has come, in a handful of queries."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import and_, case, func, or_, select

from meritdesk.core.evaluation import EvaluationState, OrgLevel, Predicate, Rating, SuggestedRating
from meritdesk.core.lines import RaterLine, RatingLine, RatingQuery
from meritdesk.core.people import titled
from meritdesk.core.periods import Period, parse_period
from meritdesk.core.plan import PlanState
from meritdesk.store.notation import circumstances_value
from meritdesk.store.period_people import IS_CLOSED, LED_UNIT_ID, RATER_ID, is_due, people_of_period
from meritdesk.store.rows import Rows, at_most, in_chunks
from meritdesk.store.staff_list import people_filter
from meritdesk.store.stages import in_cohort
from meritdesk.store.tables import (
    actual,
    evaluation,
    indicator,
    org_unit,
    organisation_level,
    person,
    plan,
    reporting_line,
)

_RATER = person.alias("rating_rater")


def rating_lines(rows: Rows, query: RatingQuery) -> tuple[RatingLine, ...]:
    """One block of the grid: people who are due, and those who were rated and have left since."""
    source = (
        people_of_period(query.period)
        .outerjoin(org_unit, and_(org_unit.c.agency == person.c.agency, org_unit.c.unit_id == person.c.unit_id))
        .outerjoin(_RATER, and_(_RATER.c.agency == person.c.agency, _RATER.c.person_id == RATER_ID))
    )
    statement = (
        select(
            person.c.person_id, person.c.nip, person.c.name, person.c.front_title, person.c.back_title,
            person.c.position_title, person.c.unit_id, org_unit.c.name, RATER_ID,
            _RATER.c.name, _RATER.c.front_title, _RATER.c.back_title, LED_UNIT_ID, reporting_line.c.problem,
            evaluation.c.result_rating, evaluation.c.behaviour_rating, evaluation.c.suggested, evaluation.c.predicate,
            evaluation.c.reason, evaluation.c.note, evaluation.c.state, evaluation.c.version,
            evaluation.c.circumstances,
        )
        .select_from(source)
        .where(person.c.agency == rows.agency, or_(is_due(), evaluation.c.evaluation_id.is_not(None)))
        .where(*people_filter(rows, query.unit_ids, query.search))
        .order_by(person.c.sort_name, person.c.person_id)
        .offset(query.offset)
        .limit(at_most(query.limit))
    )  # fmt: skip
    if query.rater_id:
        statement = statement.where(RATER_ID.in_([query.rater_id]))
    if query.person_ids:
        statement = statement.where(person.c.person_id.in_(query.person_ids))
    if query.cohort is not None:
        statement = statement.where(in_cohort(rows, query.cohort))
    found = rows.execute(statement)
    person_ids = [row[0] for row in found]
    in_force = plans_in_force(rows, parse_period(query.period))
    states = plan_states(rows, in_force, person_ids)
    indicators = indicator_counts(rows, in_force, person_ids)
    actuals = actual_counts(rows, in_force, query.period, person_ids)
    return tuple(
        RatingLine(
            person_id=row[0],
            nip=row[1],
            name=titled(row[2], row[3], row[4]),
            position=row[5],
            unit_id=row[6] or "",
            unit_name=row[7] or "",
            rater_id=row[8] or "",
            rater_name=titled(row[9], row[10], row[11]) if row[9] is not None else "",
            led_unit_id=row[12] or "",
            problem=row[13] or "",
            plan_state=states.get(row[0]),
            indicators=indicators.get(row[0], 0),
            actuals=actuals.get(row[0], 0),
            result_rating=Rating(row[14]) if row[14] else None,
            behaviour_rating=Rating(row[15]) if row[15] else None,
            suggested=SuggestedRating(row[16]) if row[16] else None,
            predicate=Predicate(row[17]) if row[17] else None,
            reason=row[18] or "",
            note=row[19] or "",
            state=EvaluationState(row[20]) if row[20] else None,
            version=row[21] or 0,
            circumstances=circumstances_value(row[22] or ""),
        )
        for row in found
    )


def rater_lines(rows: Rows, period: Period) -> tuple[RaterLine, ...]:
    """Each rater with the unit he leads, how many he rates, and the level of that unit where it is known."""
    # Who dropped out of a study leave is closed without ratings: nobody waits for his rater.
    rated = or_(and_(evaluation.c.result_rating.is_not(None), evaluation.c.behaviour_rating.is_not(None)), IS_CLOSED)
    counts = (
        select(
            RATER_ID.label("rater_id"),
            LED_UNIT_ID.label("led_unit_id"),
            func.count().label("people"),
            func.sum(case((rated, 1), else_=0)).label("rated"),
            func.sum(case((IS_CLOSED, 1), else_=0)).label("closed"),
        )
        .select_from(people_of_period(period.code))
        .where(person.c.agency == rows.agency, or_(is_due(), evaluation.c.evaluation_id.is_not(None)))
        .where(RATER_ID.is_not(None))
        .group_by(RATER_ID, LED_UNIT_ID)
        .subquery()
    )
    level = organisation_level
    statement = (
        select(
            counts.c.rater_id, _RATER.c.name, _RATER.c.front_title, _RATER.c.back_title, _RATER.c.position_title,
            counts.c.led_unit_id, org_unit.c.name, counts.c.people, counts.c.rated, counts.c.closed, level.c.level,
        )
        .select_from(counts)
        .outerjoin(_RATER, and_(_RATER.c.agency == rows.agency, _RATER.c.person_id == counts.c.rater_id))
        .outerjoin(org_unit, and_(org_unit.c.agency == rows.agency, org_unit.c.unit_id == counts.c.led_unit_id))
        .outerjoin(
            level,
            and_(level.c.agency == rows.agency, level.c.unit_id == counts.c.led_unit_id, level.c.period == period.code),
        )
        .order_by(_RATER.c.sort_name, counts.c.rater_id, org_unit.c.name)
    )  # fmt: skip
    return tuple(
        RaterLine(
            rater_id=row[0],
            rater_name=titled(row[1], row[2], row[3]) if row[1] is not None else "",
            position=row[4] or "",
            led_unit_id=row[5] or "",
            led_unit_name=row[6] or "",
            people=row[7],
            rated=row[8],
            closed=row[9],
            level=OrgLevel(row[10]) if row[10] else None,
        )
        for row in rows.execute(statement)
    )


def plans_in_force(rows: Rows, period: Period) -> Any:
    """The plans that count at the end of a period: of somebody who moved, the one begun last (R-33)."""
    later = plan.alias("later")
    has_later = (
        select(later.c.plan_id)
        .where(
            later.c.agency == plan.c.agency,
            later.c.person_id == plan.c.person_id,
            later.c.year == plan.c.year,
            later.c.starts > plan.c.starts,
            later.c.starts <= period.last_day.isoformat(),
        )
        .exists()
    )
    return and_(
        plan.c.agency == rows.agency,
        plan.c.year == period.year,
        plan.c.starts <= period.last_day.isoformat(),
        ~has_later,
    )


def plan_states(rows: Rows, in_force: Any, person_ids: Sequence[str]) -> dict[str, PlanState]:
    """The state of the plan in force of each of these people who has one."""
    statement = select(plan.c.person_id, plan.c.state).where(in_force)
    return {
        row[0]: PlanState(row[1])
        for chunk in in_chunks(person_ids)
        for row in rows.execute(statement.where(plan.c.person_id.in_(chunk)))
    }


def indicator_counts(rows: Rows, in_force: Any, person_ids: Sequence[str]) -> dict[str, int]:
    """How many indicators the plan in force of each of these people has."""
    statement = (
        select(plan.c.person_id, func.count())
        .join(indicator, and_(indicator.c.agency == plan.c.agency, indicator.c.plan_id == plan.c.plan_id))
        .where(in_force)
        .group_by(plan.c.person_id)
    )
    return _counts(rows, statement, person_ids)


def actual_counts(rows: Rows, in_force: Any, period_code: str, person_ids: Sequence[str]) -> dict[str, int]:
    """How many of these indicators carry an actual of the period."""
    statement = (
        select(plan.c.person_id, func.count())
        .join(indicator, and_(indicator.c.agency == plan.c.agency, indicator.c.plan_id == plan.c.plan_id))
        .join(actual, and_(actual.c.agency == plan.c.agency, actual.c.indicator_id == indicator.c.indicator_id))
        .where(in_force, actual.c.period == period_code)
        .group_by(plan.c.person_id)
    )
    return _counts(rows, statement, person_ids)


def _counts(rows: Rows, statement: Any, person_ids: Sequence[str]) -> dict[str, int]:
    return {
        row[0]: row[1]
        for chunk in in_chunks(person_ids)
        for row in rows.execute(statement.where(plan.c.person_id.in_(chunk)))
    }

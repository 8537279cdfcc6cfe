"""The list of plans in SQL: who stands in a block is found first, with no more tables than search and order need."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.sql.selectable import Join

from meritdesk.core.people import titled
from meritdesk.core.plan_list import PlanField, PlanListLine, PlanQuery
from meritdesk.store.grid import actual_counts, indicator_counts, plan_states, plans_in_force
from meritdesk.store.period_people import RATER_ID, is_due, people_of_period
from meritdesk.store.rows import Rows, any_of, at_most
from meritdesk.store.staff_list import people_filter
from meritdesk.store.stages import in_cohort
from meritdesk.store.tables import actual, evaluation, indicator, org_unit, person, plan

_RATER = person.alias("plan_rater")


def plan_count(rows: Rows, query: PlanQuery) -> int:
    """How many people a query finds in all."""
    return int(rows.connection.execute(_chosen(rows, select(func.count()), query, set())).scalar_one())


def plan_lines(rows: Rows, query: PlanQuery) -> tuple[PlanListLine, ...]:
    """One block of the list."""
    fields = {field for field, _ in query.order}
    order = [_value_of(field, query).desc() if falls else _value_of(field, query) for field, falls in query.order]
    keys = _chosen(rows, select(person.c.person_id), query, fields)
    keys = (
        keys.order_by(*order, person.c.sort_name, person.c.person_id).offset(query.offset).limit(at_most(query.limit))
    )
    wanted = [row[0] for row in rows.execute(keys)]
    if not wanted:
        return ()
    statement = select(
        person.c.person_id, person.c.nip, person.c.name, person.c.front_title, person.c.back_title,
        person.c.position_title, org_unit.c.name, _RATER.c.name, _RATER.c.front_title, _RATER.c.back_title,
    ).select_from(_with_rater(_with_unit(people_of_period(query.period.code))))  # fmt: skip
    statement = statement.where(person.c.agency == rows.agency, any_of(person.c.person_id, wanted))
    in_force = plans_in_force(rows, query.period)
    states = plan_states(rows, in_force, wanted)
    indicators = indicator_counts(rows, in_force, wanted)
    actuals = actual_counts(rows, in_force, query.period.code, wanted)
    found = {
        row[0]: PlanListLine(
            person_id=row[0],
            nip=row[1],
            name=titled(row[2], row[3], row[4]),
            position=row[5],
            unit_name=row[6] or "",
            rater_name=titled(row[7], row[8], row[9]) if row[7] is not None else "",
            state=states.get(row[0]),
            indicators=indicators.get(row[0], 0),
            actuals=actuals.get(row[0], 0),
        )
        for row in rows.execute(statement)
    }
    return tuple(found[key] for key in wanted)


def _chosen(rows: Rows, statement: Select[Any], query: PlanQuery, fields: set[PlanField]) -> Select[Any]:
    source = people_of_period(query.period.code)
    if PlanField.UNIT in fields:
        source = _with_unit(source)
    if PlanField.RATER in fields:
        source = _with_rater(source)
    if query.states or PlanField.STATE in fields:
        same_person = and_(plan.c.person_id == person.c.person_id, plans_in_force(rows, query.period))
        source = source.outerjoin(plan, same_person)
    statement = statement.select_from(source).where(
        person.c.agency == rows.agency,
        or_(is_due(), evaluation.c.evaluation_id.is_not(None)),
        *people_filter(rows, query.unit_ids, query.search),
    )
    if query.states:
        statement = statement.where(any_of(func.coalesce(plan.c.state, ""), query.states))
    if query.has_actuals is not None:
        with_actuals = _counted(query, PlanField.ACTUALS)
        statement = statement.where((with_actuals > 0) if query.has_actuals else (with_actuals == 0))
    if query.cohort is not None:
        statement = statement.where(in_cohort(rows, query.cohort))
    return statement


def _value_of(field: PlanField, query: PlanQuery) -> ColumnElement[Any]:
    if field in (PlanField.INDICATORS, PlanField.ACTUALS):
        return _counted(query, field)
    return {
        PlanField.NAME: person.c.sort_name,
        PlanField.NIP: person.c.nip,
        PlanField.POSITION: func.lower(person.c.position_title),
        PlanField.UNIT: func.lower(func.coalesce(org_unit.c.name, "")),
        PlanField.RATER: func.coalesce(_RATER.c.sort_name, ""),
        PlanField.STATE: func.coalesce(plan.c.state, ""),
    }[field]


def _counted(query: PlanQuery, field: PlanField) -> ColumnElement[Any]:
    """How many indicators of a person's plan in force there are, or carry an actual."""
    mine = plan.alias("mine")
    later = plan.alias("mine_later")
    until = query.period.last_day.isoformat()
    has_later = (
        select(later.c.plan_id)
        .where(
            later.c.agency == mine.c.agency,
            later.c.person_id == mine.c.person_id,
            later.c.year == mine.c.year,
            later.c.starts > mine.c.starts,
            later.c.starts <= until,
        )
        .exists()
    )
    joined = mine.join(indicator, and_(indicator.c.agency == mine.c.agency, indicator.c.plan_id == mine.c.plan_id))
    if field is PlanField.ACTUALS:
        joined = joined.join(
            actual,
            and_(
                actual.c.agency == mine.c.agency,
                actual.c.indicator_id == indicator.c.indicator_id,
                actual.c.period == query.period.code,
            ),
        )
    return (
        select(func.count())
        .select_from(joined)
        .where(
            mine.c.agency == person.c.agency,
            mine.c.person_id == person.c.person_id,
            mine.c.year == query.period.year,
            mine.c.starts <= until,
            ~has_later,
        )
        .correlate(person)
        .scalar_subquery()
    )


def _with_unit(source: Join) -> Join:
    return source.outerjoin(
        org_unit, and_(org_unit.c.agency == person.c.agency, org_unit.c.unit_id == person.c.unit_id)
    )


def _with_rater(source: Join) -> Join:
    return source.outerjoin(_RATER, and_(_RATER.c.agency == person.c.agency, _RATER.c.person_id == RATER_ID))

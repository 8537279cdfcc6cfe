"""The staff list: order, filters and blocks of it in SQL, so that a hundred thousand people stay cheap."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, select
from sqlalchemy.sql.selectable import Join

from meritdesk.core.evaluation import EvaluationState
from meritdesk.core.lines import FieldTally, StaffField, StaffFilter, StaffLine, StaffQuery
from meritdesk.core.people import EmploymentType, LegalStatus, Person, PositionKind
from meritdesk.core.plan import PlanState
from meritdesk.store.rows import Rows, any_of, like_pattern
from meritdesk.store.stages import in_cohort
from meritdesk.store.tables import evaluation, org_unit, person, plan, reporting_line

RATER = person.alias("rater")


def full_name(name: str, front: str, back: str) -> str:
    """A name with its titles, as ``Person.full_name`` writes it."""
    return Person("", "", name, front_title=front, back_title=back).full_name


def with_unit_and_rater() -> Join:
    """Each person with the unit he sits in, his reporting line and his rater, where there are any."""
    return (
        person.outerjoin(org_unit, _same(org_unit.c.unit_id, person.c.unit_id, org_unit, person))
        .outerjoin(reporting_line, _same(reporting_line.c.person_id, person.c.person_id, reporting_line, person))
        .outerjoin(RATER, _same(RATER.c.person_id, reporting_line.c.rater_id, RATER, reporting_line))
    )


def staff_count(rows: Rows, query: StaffQuery) -> int:
    """How many people a query finds in all."""
    statement = _chosen(rows, select(func.count()).select_from(with_unit_and_rater()), query)
    return int(rows.connection.execute(statement).scalar_one())


def staff_tally(rows: Rows, query: StaffQuery, field: StaffField) -> tuple[FieldTally, ...]:
    """How many people of a query have each value of a field."""
    value = _value_of(field, query)
    statement = _chosen(rows, select(value, func.count()).select_from(with_unit_and_rater()), query).group_by(value)
    found = [FieldTally(str(row[0]), int(row[1])) for row in rows.execute(statement)]
    return tuple(sorted(found, key=lambda one: (-one.count, one.value)))


def staff_lines(rows: Rows, query: StaffQuery) -> tuple[StaffLine, ...]:
    """One block of the staff list, in the order asked for."""
    statement = select(
        person.c.person_id, person.c.nip, person.c.name, person.c.front_title, person.c.back_title,
        person.c.position_title, person.c.grade, person.c.unit_id, org_unit.c.name, person.c.employment,
        person.c.legal_status, person.c.position_kind, RATER.c.name, RATER.c.front_title, RATER.c.back_title,
        reporting_line.c.problem, _plan_state(query.year), _rating_state(query.period),
    ).select_from(with_unit_and_rater())  # fmt: skip
    order = [_sorted(key.field, query).desc() if key.is_descending else _sorted(key.field, query) for key in query.sort]
    statement = _chosen(rows, statement, query).order_by(*order, person.c.sort_name, person.c.person_id)
    return tuple(
        StaffLine(
            person_id=row[0],
            nip=row[1],
            name=full_name(row[2], row[3], row[4]),
            position=row[5],
            grade=row[6],
            unit_id=row[7] or "",
            unit_name=row[8] or "",
            employment=EmploymentType(row[9]),
            legal_status=LegalStatus(row[10]),
            position_kind=PositionKind(row[11]),
            rater_name=full_name(row[12], row[13], row[14]) if row[12] is not None else "",
            problem=row[15] or "",
            plan_state=PlanState(row[16]) if row[16] else None,
            rating_state=EvaluationState(row[17]) if row[17] else None,
        )
        for row in rows.execute(statement.offset(query.offset).limit(query.limit))
    )


def people_filter(unit_ids: Sequence[str], search: str) -> list[ColumnElement[bool]]:
    """The conditions for people of these units whose name, NIP or post holds the search text."""
    conditions: list[ColumnElement[bool]] = []
    if unit_ids:
        conditions.append(any_of(person.c.unit_id, unit_ids))
    conditions.extend(person.c.search_text.like(like_pattern(word), escape="\\") for word in search.split())
    return conditions


def _chosen(rows: Rows, statement: Select[Any], query: StaffQuery) -> Select[Any]:
    statement = statement.where(person.c.agency == rows.agency, *people_filter(query.unit_ids, query.search))
    if query.only_problems:
        statement = statement.where(reporting_line.c.problem != "")
    if query.cohort is not None:
        statement = statement.where(in_cohort(rows, query.cohort))
    if query.person_ids:
        statement = statement.where(any_of(person.c.person_id, query.person_ids))
    return statement.where(*(_kept(one, query) for one in query.filters))


def _kept(one: StaffFilter, query: StaffQuery) -> ColumnElement[bool]:
    return any_of(_value_of(one.field, query), one.values)


def _value_of(field: StaffField, query: StaffQuery) -> ColumnElement[Any]:
    """What filters and tallies compare; what is missing is the empty text."""
    if field is StaffField.PLAN_STATE:
        return func.coalesce(_plan_state(query.year), "")
    if field is StaffField.RATING_STATE:
        return func.coalesce(_rating_state(query.period), "")
    return _VALUES[field]


def _sorted(field: StaffField, query: StaffQuery) -> ColumnElement[Any]:
    return _ORDERS[field] if field in _ORDERS else _value_of(field, query)


def _plan_state(year: int) -> ColumnElement[Any]:
    """The state of the plan of a year; of somebody who moved, the one begun last."""
    return (
        select(plan.c.state)
        .where(plan.c.agency == person.c.agency, plan.c.year == year, plan.c.person_id == person.c.person_id)
        .order_by(plan.c.starts.desc(), plan.c.plan_id.desc())
        .limit(1)
        .correlate(person)
        .scalar_subquery()
    )


def _rating_state(period: str) -> ColumnElement[Any]:
    return (
        select(func.max(evaluation.c.state))
        .where(
            evaluation.c.agency == person.c.agency,
            evaluation.c.period == period,
            evaluation.c.person_id == person.c.person_id,
        )
        .correlate(person)
        .scalar_subquery()
    )


def _same(left: ColumnElement[Any], right: ColumnElement[Any], one: Any, other: Any) -> ColumnElement[bool]:
    return and_(left == right, one.c.agency == other.c.agency)


_ORDERS: dict[StaffField, ColumnElement[Any]] = {
    StaffField.NAME: person.c.sort_name,
    StaffField.POSITION: func.lower(person.c.position_title),
    StaffField.UNIT: func.lower(func.coalesce(org_unit.c.name, "")),
    StaffField.RATER: func.coalesce(RATER.c.sort_name, ""),
}
_VALUES: dict[StaffField, ColumnElement[Any]] = {
    StaffField.NAME: person.c.name,
    StaffField.NIP: person.c.nip,
    StaffField.POSITION: person.c.position_title,
    StaffField.GRADE: person.c.grade,
    StaffField.UNIT: func.coalesce(person.c.unit_id, ""),
    StaffField.EMPLOYMENT: person.c.employment,
    StaffField.LEGAL_STATUS: person.c.legal_status,
    StaffField.POSITION_KIND: person.c.position_kind,
    StaffField.RATER: func.coalesce(reporting_line.c.rater_id, ""),
    StaffField.PROBLEM: func.coalesce(reporting_line.c.problem, ""),
}

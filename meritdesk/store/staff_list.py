"""The staff list: order, filters and blocks of it in SQL, so that a hundred thousand people stay cheap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, false, func, select

from meritdesk.core.evaluation import EvaluationState
from meritdesk.core.lines import FieldTally, StaffField, StaffLine, StaffQuery
from meritdesk.core.people import EmploymentType, LegalStatus, PositionKind, titled
from meritdesk.core.plan import PlanState
from meritdesk.core.search_words import asked_words, is_part_of_number
from meritdesk.store.rows import Rows, any_of, at_most, in_chunks
from meritdesk.store.stages import in_cohort
from meritdesk.store.tables import evaluation, org_unit, person, plan, reporting_line, staff_row

FEW_MATCHES = 3000
"""So many people are put in order themselves; more are tested while an index is walked in the order of the list."""
BROAD_MATCHES = 20_000
"""Of so many the first blocks are full after a few steps: each person's words are looked at, no set is made."""

RATER = person.alias("rater")


def staff_count(rows: Rows, query: StaffQuery) -> int:
    """How many people a query finds in all."""
    asked = asked_words(query.search)
    plain = asked and not any(map(is_part_of_number, asked))
    if plain and query == StaffQuery(search=query.search, sort=query.sort, offset=query.offset, limit=query.limit):
        return rows.words.how_many(rows.connection, rows.words.staff_matching(rows.agency, asked))
    statement = _chosen(rows, select(func.count()).select_from(staff_row), query)
    return int(rows.connection.execute(statement).scalar_one())


def staff_tally(rows: Rows, query: StaffQuery, field: StaffField) -> tuple[FieldTally, ...]:
    """How many people of a query have each value of a field."""
    value = _value_of(field, query)
    statement = _chosen(rows, select(value, func.count()).select_from(staff_row), query).group_by(value)
    found = [FieldTally(str(row[0]), int(row[1])) for row in rows.execute(statement)]
    return tuple(sorted(found, key=lambda one: (-one.count, one.value)))


def staff_lines(rows: Rows, query: StaffQuery) -> tuple[StaffLine, ...]:
    """One block of the staff list, in the order asked for."""
    place = {entry: number for number, entry in enumerate(_entries(rows, query))}
    line = reporting_line
    statement = (
        select(
            person.c.person_id, person.c.nip, person.c.name, person.c.front_title, person.c.back_title,
            person.c.position_title, person.c.grade, person.c.unit_id, org_unit.c.name, person.c.employment,
            person.c.legal_status, person.c.position_kind, RATER.c.name, RATER.c.front_title, RATER.c.back_title,
            line.c.problem, _plan_state(person, query.year), _rating_state(person, query.period), staff_row.c.entry_id,
        )
        .select_from(
            staff_row.join(person, _same("person_id", person, staff_row))
            .outerjoin(org_unit, _same("unit_id", org_unit, person))
            .outerjoin(line, _same("person_id", line, person))
            .outerjoin(RATER, and_(RATER.c.agency == person.c.agency, RATER.c.person_id == line.c.rater_id))
        )
    )  # fmt: skip
    found = [
        row
        for chunk in in_chunks(place)
        for row in rows.connection.execute(
            statement.where(staff_row.c.agency == rows.agency, staff_row.c.entry_id.in_(chunk))
        )
    ]
    found.sort(key=lambda row: place[row[-1]])
    return tuple(
        StaffLine(
            person_id=row[0],
            nip=row[1],
            name=titled(row[2], row[3], row[4]),
            position=row[5],
            grade=row[6],
            unit_id=row[7] or "",
            unit_name=row[8] or "",
            employment=EmploymentType(row[9]),
            legal_status=LegalStatus(row[10]),
            position_kind=PositionKind(row[11]),
            rater_name=titled(row[12], row[13], row[14]) if row[12] is not None else "",
            problem=row[15] or "",
            plan_state=PlanState(row[16]) if row[16] else None,
            rating_state=EvaluationState(row[17]) if row[17] else None,
        )
        for row in found
    )


def _entries(rows: Rows, query: StaffQuery) -> list[int]:
    """The entries of a block; by the state of plan or rating one state after the other, each in its own walk."""
    by = query.sort[0] if query.sort else None
    if by is None or by.field not in _STATES or query.limit < 0:
        return [row[0] for row in rows.connection.execute(staff_block(rows, query))]
    found: list[int] = []
    offset = query.offset
    for state in sorted(_STATES[by.field], reverse=by.is_descending):
        part = replace(query, sort=query.sort[1:], offset=offset, limit=query.limit - len(found))
        standing = _stands(rows, by.field, state, query)
        block = staff_block(rows, part, is_descending=by.is_descending).where(standing)
        here = [row[0] for row in rows.connection.execute(block)]
        found += here
        if len(found) >= query.limit:
            break
        if here:
            offset = 0
        elif offset:
            counted = _chosen(rows, select(func.count()).select_from(staff_row), part).where(standing)
            offset -= int(rows.connection.execute(counted).scalar_one())
    return found


def _stands(rows: Rows, field: StaffField, state: str, query: StaffQuery) -> ColumnElement[bool]:
    """Whose plan or rating is in a state: many are a set that is looked up while walking, few are put in order."""
    is_plan = field is StaffField.PLAN_STATE
    table = plan if is_plan else evaluation
    when = plan.c.year == query.year if is_plan else evaluation.c.period == query.period
    theirs = select(table.c.person_id).where(table.c.agency == rows.agency, when)
    walked: ColumnElement[Any] = rows.words.walked(staff_row.c.person_id)
    if not state:
        return walked.not_in(theirs)
    theirs = theirs.where(table.c.state == state)
    is_rare = rows.words.how_many(rows.connection, theirs) <= FEW_MATCHES
    among = staff_row.c.person_id if is_rare else walked
    return and_(among.in_(theirs), _value_of(field, query) == state)


def staff_block(rows: Rows, query: StaffQuery, *, is_descending: bool | None = None) -> Select[Any]:
    """The entries of a block in their order: one walk along an index of the derived rows, or back along it.

    What the sort keys leave open goes the way of the first of them, or as ``is_descending`` says.
    """
    keys = [(_sorted(key.field, query), key.is_descending) for key in query.sort]
    if is_descending is None:
        is_descending = bool(keys) and keys[0][1]
    keys += [(staff_row.c.sort_name, is_descending), (staff_row.c.entry_id, is_descending)]
    order = [column.desc() if goes_down else column for column, goes_down in keys]
    statement = _chosen(rows, select(staff_row.c.entry_id), query, is_near=query.offset < BROAD_MATCHES // 10)
    return statement.order_by(*order).offset(query.offset).limit(at_most(query.limit))


def people_filter(rows: Rows, unit_ids: Sequence[str], search: str) -> list[ColumnElement[bool]]:
    """The conditions for rows of ``person``: people of these units in whom the words of the search are found."""
    conditions: list[ColumnElement[bool]] = []
    if unit_ids:
        conditions.append(any_of(person.c.unit_id, unit_ids))
    if search.strip():
        matching = _matching(rows, search)
        if matching is None:
            return [false()]
        found = select(staff_row.c.person_id).where(
            staff_row.c.agency == rows.agency, staff_row.c.entry_id.in_(matching)
        )
        conditions.append(person.c.person_id.in_(found))
    return conditions


def _matching(rows: Rows, search: str) -> Select[Any] | None:
    """The entries in which the words of a search are found; none can be when it has no letter and no digit."""
    words = asked_words(search)
    return rows.words.staff_matching(rows.agency, words) if words else None


def _chosen(rows: Rows, statement: Select[Any], query: StaffQuery, is_near: bool = False) -> Select[Any]:
    statement = statement.where(staff_row.c.agency == rows.agency)
    if query.search.strip():
        matching = _matching(rows, query.search)
        if matching is None:
            return statement.where(false())
        found = rows.words.how_many(rows.connection, matching)
        if is_near and found > BROAD_MATCHES:
            statement = statement.where(*rows.words.tested(staff_row.c.entry_id, asked_words(query.search)))
        elif found > FEW_MATCHES:
            statement = statement.where(rows.words.walked(staff_row.c.entry_id).in_(matching))
        else:
            statement = statement.where(staff_row.c.entry_id.in_(matching))
    if query.unit_ids:
        statement = statement.where(any_of(staff_row.c.unit_id, query.unit_ids))
    if query.only_problems:
        statement = statement.where(staff_row.c.problem != "")
    if query.only_numbered:
        statement = statement.where(staff_row.c.nip != "")
    if query.cohort is not None:
        statement = statement.where(in_cohort(rows, query.cohort, staff_row.c.person_id))
    if query.person_ids:
        statement = statement.where(any_of(staff_row.c.person_id, query.person_ids))
    return statement.where(*(any_of(_value_of(one.field, query), one.values) for one in query.filters))


def _value_of(field: StaffField, query: StaffQuery) -> ColumnElement[Any]:
    """What filters and tallies compare; what is missing is the empty text."""
    if field is StaffField.PLAN_STATE:
        return func.coalesce(_plan_state(staff_row, query.year), "")
    if field is StaffField.RATING_STATE:
        return func.coalesce(_rating_state(staff_row, query.period), "")
    return _VALUES[field]


def _sorted(field: StaffField, query: StaffQuery) -> ColumnElement[Any]:
    return _ORDERS[field] if field in _ORDERS else _value_of(field, query)


def _plan_state(of: Any, year: int) -> ColumnElement[Any]:
    """The state of the plan of a year; of somebody who moved, the one begun last."""
    return (
        select(plan.c.state)
        .where(plan.c.agency == of.c.agency, plan.c.year == year, plan.c.person_id == of.c.person_id)
        .order_by(plan.c.starts.desc(), plan.c.plan_id.desc())
        .limit(1)
        .correlate(of)
        .scalar_subquery()
    )


def _rating_state(of: Any, period: str) -> ColumnElement[Any]:
    return (
        select(func.max(evaluation.c.state))
        .where(
            evaluation.c.agency == of.c.agency,
            evaluation.c.period == period,
            evaluation.c.person_id == of.c.person_id,
        )
        .correlate(of)
        .scalar_subquery()
    )


def _same(key: str, one: Any, other: Any) -> ColumnElement[bool]:
    return and_(one.c[key] == other.c[key], one.c.agency == other.c.agency)


_STATES: dict[StaffField, tuple[str, ...]] = {
    StaffField.PLAN_STATE: ("", *(state.value for state in PlanState)),
    StaffField.RATING_STATE: ("", *(state.value for state in EvaluationState)),
}
_ORDERS: dict[StaffField, ColumnElement[Any]] = {
    StaffField.NAME: staff_row.c.sort_name,
    StaffField.POSITION: staff_row.c.sort_position,
    StaffField.UNIT: staff_row.c.sort_unit,
    StaffField.RATER: staff_row.c.sort_rater,
}
_VALUES: dict[StaffField, ColumnElement[Any]] = {
    StaffField.NAME: staff_row.c.sort_name,
    StaffField.NIP: staff_row.c.nip,
    StaffField.POSITION: staff_row.c.sort_position,
    StaffField.GRADE: staff_row.c.grade,
    StaffField.UNIT: staff_row.c.unit_id,
    StaffField.EMPLOYMENT: staff_row.c.employment,
    StaffField.LEGAL_STATUS: staff_row.c.legal_status,
    StaffField.POSITION_KIND: staff_row.c.position_kind,
    StaffField.RATER: staff_row.c.rater_id,
    StaffField.PROBLEM: staff_row.c.problem,
}

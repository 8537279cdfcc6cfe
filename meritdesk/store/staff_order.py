"""In which order a block of the staff list is walked: along which index, from which end, past which groups.

A hundred thousand people are never all put in order for the two hundred on the screen. By one key the list is a walk
along an index; by several it is walked along the index of the first, and only those who are equal in it are ordered.
Where the first key has few values (kind of employment, grade, state of the plan) so many are equal that each value is
a list of its own, in the order of the other keys. Who asks for rows far down is led to them by counting.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, false, func, select

from meritdesk.core.evaluation import EvaluationState
from meritdesk.core.lines import SortKey, StaffField, StaffQuery
from meritdesk.core.plan import PlanState
from meritdesk.store import staff_choice
from meritdesk.store.rows import at_most
from meritdesk.store.staff_choice import BROAD_MATCHES, Choice, value_of
from meritdesk.store.tables import evaluation, plan, staff_row

FAR = 4000
"""So far down counting is cheaper than walking: from the other end, or past whole groups."""

Conditions = tuple[ColumnElement[bool], ...]


def entries(choice: Choice) -> list[int]:
    """The entries of the block that the query of a choice asks for, in their order."""
    query = choice.query
    if not query.sort or query.limit < 0:
        return _read(choice, staff_block(choice, query))
    return _walked(choice, query, (), falls=query.sort[0].is_descending)


def staff_block(
    choice: Choice, query: StaffQuery, conditions: Conditions = (), *, falls: bool | None = None, is_rare: bool = False
) -> Select[Any]:
    """The entries of a block in their order: one walk along an index of the derived rows, or back along it.

    What the sort keys leave open goes the way of the first of them, or ``falls`` says how. Who ``is_rare`` is found
    by the conditions first and put in order then.
    """
    if falls is None:
        falls = bool(query.sort) and query.sort[0].is_descending
    keys = [(_sorted(key.field, query), key.is_descending) for key in query.sort]
    keys += [(staff_row.c.sort_name, falls), (staff_row.c.entry_id, falls)]
    order = [column.desc() if goes_down else column for column, goes_down in keys]
    statement = choice.of(select(staff_row.c.entry_id), is_near=query.offset < BROAD_MATCHES // 10).where(*conditions)
    along = _INDEXES.get(query.sort[0].field if query.sort else StaffField.NAME)
    if along is not None and query.limit >= 0 and not is_rare and choice.is_broad:
        statement = choice.rows.words.along(statement, staff_row, along)
    return statement.order_by(*order).offset(query.offset).limit(at_most(query.limit))


def _walked(choice: Choice, query: StaffQuery, conditions: Conditions, *, falls: bool) -> list[int]:
    by = query.sort[0] if query.sort else SortKey(StaffField.NAME, falls)
    rest = query.sort[1:]
    if by.field in _STATES or (rest and by.field in _FEW_VALUED and choice.is_broad):
        return _by_groups(choice, query, conditions, falls=falls)
    if query.offset < FAR:
        return _read(choice, staff_block(choice, query, conditions, falls=falls))
    if by.field in _GROUPED and choice.is_broad:
        beyond, offset = _first_group(choice, query, conditions)
        part = replace(query, offset=offset)
        return _read(choice, staff_block(choice, part, (*conditions, beyond), falls=falls))
    return _from_the_nearer_end(choice, query, conditions, falls=falls)


def _by_groups(choice: Choice, query: StaffQuery, conditions: Conditions, *, falls: bool) -> list[int]:
    """One value of the first key after the other, each in its own walk."""
    found: list[int] = []
    offset = query.offset
    for standing, is_rare in _groups(choice, query):
        there = (*conditions, standing)
        if offset >= FAR and offset >= (counted := choice.count(*there)):
            offset -= counted
            continue
        part = replace(query, sort=query.sort[1:], offset=offset, limit=query.limit - len(found))
        if is_rare:
            here = _read(choice, staff_block(choice, part, there, falls=falls, is_rare=True))
        else:
            here = _walked(choice, part, there, falls=falls)
        found += here
        if len(found) >= query.limit:
            break
        if here:
            offset = 0
        elif offset:
            offset -= choice.count(*there)
    return found


def _from_the_nearer_end(choice: Choice, query: StaffQuery, conditions: Conditions, *, falls: bool) -> list[int]:
    """Rows far down are walked to from the end of the list when that is nearer; it is counted first."""
    total = choice.count(*conditions)
    limit = min(query.limit, total - query.offset)
    if limit <= 0:
        return []
    after = total - query.offset - limit
    if after >= query.offset:
        return _read(choice, staff_block(choice, query, conditions, falls=falls))
    turned = tuple(replace(key, is_descending=not key.is_descending) for key in query.sort)
    back = replace(query, sort=turned, offset=after, limit=limit)
    return _read(choice, staff_block(choice, back, conditions, falls=not falls))[::-1]


def _first_group(choice: Choice, query: StaffQuery, conditions: Conditions) -> tuple[ColumnElement[bool], int]:
    """The value of the first key at which the block begins, and how many rows of it stand before."""
    by, offset = query.sort[0], query.offset
    value = _sorted(by.field, query)
    counted = choice.of(select(value, func.count()).select_from(staff_row)).where(*conditions).group_by(value)
    for begins, count in choice.rows.execute(counted.order_by(value.desc() if by.is_descending else value)):
        if offset < count:
            return value <= begins if by.is_descending else value >= begins, offset
        offset -= count
    return false(), 0


def _groups(choice: Choice, query: StaffQuery) -> Iterator[tuple[ColumnElement[bool], bool]]:
    """The values of the first key in their order, as conditions, each with whether few people have it."""
    by = query.sort[0]
    if by.field in _STATES:
        for state in sorted(_STATES[by.field], reverse=by.is_descending):
            yield _stands(choice, by.field, state)
        return
    rows, value = choice.rows, value_of(by.field, query)
    known = select(value).distinct().where(staff_row.c.agency == rows.agency)
    ordered = [row[0] for row in rows.execute(known.order_by(value.desc() if by.is_descending else value))]
    for one in ordered:
        theirs = select(staff_row.c.entry_id).where(staff_row.c.agency == rows.agency, value == one)
        few = staff_choice.FEW_MATCHES
        yield value == one, rows.words.how_many(rows.connection, theirs.limit(few + 1)) <= few


def _stands(choice: Choice, field: StaffField, state: str) -> tuple[ColumnElement[bool], bool]:
    """Whose plan or rating is in a state, and whether that is rare: many are a set that is looked up while walking."""
    rows, query = choice.rows, choice.query
    is_plan = field is StaffField.PLAN_STATE
    table = plan if is_plan else evaluation
    when = plan.c.year == query.year if is_plan else evaluation.c.period == query.period
    theirs = select(table.c.person_id).where(table.c.agency == rows.agency, when)
    walked: ColumnElement[Any] = rows.words.walked(staff_row.c.person_id)
    if not state:
        return walked.not_in(theirs), False
    theirs = theirs.where(table.c.state == state)
    few = staff_choice.FEW_MATCHES
    is_rare = rows.words.how_many(rows.connection, theirs.limit(few + 1)) <= few
    among = staff_row.c.person_id if is_rare else walked
    return and_(among.in_(theirs), value_of(field, query) == state), is_rare


def _sorted(field: StaffField, query: StaffQuery) -> ColumnElement[Any]:
    return _ORDERS[field] if field in _ORDERS else value_of(field, query)


def _read(choice: Choice, statement: Select[Any]) -> list[int]:
    return [row[0] for row in choice.rows.connection.execute(statement)]


_STATES: dict[StaffField, tuple[str, ...]] = {
    StaffField.PLAN_STATE: ("", *(state.value for state in PlanState)),
    StaffField.RATING_STATE: ("", *(state.value for state in EvaluationState)),
}
_FEW_VALUED = frozenset(
    {
        StaffField.GRADE,
        StaffField.EMPLOYMENT,
        StaffField.LEGAL_STATUS,
        StaffField.POSITION_KIND,
        StaffField.PROBLEM,
    }
)
_GROUPED = frozenset({StaffField.POSITION, StaffField.UNIT, StaffField.RATER})
"""Fields in which many people are equal: their groups are soon counted. Names and numbers are nearly all different."""

_ORDERS: dict[StaffField, ColumnElement[Any]] = {
    StaffField.NAME: staff_row.c.sort_name,
    StaffField.POSITION: staff_row.c.sort_position,
    StaffField.UNIT: staff_row.c.sort_unit,
    StaffField.RATER: staff_row.c.sort_rater,
}


def _index_on(field: StaffField) -> str:
    column = _ORDERS[field] if field in _ORDERS else value_of(field, StaffQuery())
    wanted = list(dict.fromkeys(("agency", column.key, "sort_name")))
    return next(str(one.name) for one in staff_row.indexes if [part.name for part in one.columns] == wanted)


def _indexes(fields: Sequence[StaffField]) -> dict[StaffField, str]:
    return {field: _index_on(field) for field in fields}


_INDEXES = _indexes([field for field in StaffField if field not in _STATES])

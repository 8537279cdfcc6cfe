"""The staff list: order, filters and blocks of it in SQL, so that a hundred thousand people stay cheap."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, false, func, select

from meritdesk.core.evaluation import EvaluationState
from meritdesk.core.lines import FieldTally, StaffField, StaffLine, StaffPage, StaffQuery
from meritdesk.core.people import EmploymentType, LegalStatus, PositionKind, titled
from meritdesk.core.plan import PlanState
from meritdesk.store.rows import Rows, any_of, in_chunks
from meritdesk.store.staff_choice import Choice, matching, plan_state, rating_state, value_of
from meritdesk.store.staff_order import entries
from meritdesk.store.tables import org_unit, person, reporting_line, staff_row

RATER = person.alias("rater")

# Looked up: calling an enum takes longer than reading the row.
_EMPLOYMENT = {one.value: one for one in EmploymentType}
_LEGAL_STATUS = {one.value: one for one in LegalStatus}
_POSITION_KIND = {one.value: one for one in PositionKind}
_PLAN_STATE = {one.value: one for one in PlanState}
_RATING_STATE = {one.value: one for one in EvaluationState}


def staff_count(rows: Rows, query: StaffQuery) -> int:
    """How many people a query finds in all."""
    return Choice(rows, query).total


def staff_tally(rows: Rows, query: StaffQuery, field: StaffField) -> tuple[FieldTally, ...]:
    """How many people of a query have each value of a field."""
    value = value_of(field, query)
    statement = Choice(rows, query).of(select(value, func.count()).select_from(staff_row)).group_by(value)
    found = [FieldTally(str(row[0]), int(row[1])) for row in rows.execute(statement)]
    return tuple(sorted(found, key=lambda one: (-one.count, one.value)))


def staff_lines(rows: Rows, query: StaffQuery) -> tuple[StaffLine, ...]:
    """One block of the staff list, in the order asked for."""
    return _lines(Choice(rows, query))


def staff_page(rows: Rows, query: StaffQuery) -> StaffPage:
    """One block of the staff list with how many the query finds, which is counted but once."""
    choice = Choice(rows, query)
    return StaffPage(choice.total, _lines(choice))


def _lines(choice: Choice) -> tuple[StaffLine, ...]:
    rows, query = choice.rows, choice.query
    place = {entry: number for number, entry in enumerate(entries(choice))}
    asked = {"agency": rows.agency, "year": query.year, "period": query.period}
    found = [
        row
        for chunk in in_chunks(place)
        for row in rows.connection.execute(_told_lines(), {**asked, "entries": chunk}).all()
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
            employment=_EMPLOYMENT[row[9]],
            legal_status=_LEGAL_STATUS[row[10]],
            position_kind=_POSITION_KIND[row[11]],
            rater_name=titled(row[12], row[13], row[14]) if row[12] is not None else "",
            problem=row[15] or "",
            plan_state=_PLAN_STATE[row[16]] if row[16] else None,
            rating_state=_RATING_STATE[row[17]] if row[17] else None,
        )
        for row in found
    )


@cache
def _told_lines() -> Select[Any]:
    """What the list tells of some entries; made once, since making it takes as long as a good part of its answer."""
    line = reporting_line
    states = plan_state(person, bindparam("year")), rating_state(person, bindparam("period"))
    return (
        select(
            person.c.person_id, person.c.nip, person.c.name, person.c.front_title, person.c.back_title,
            person.c.position_title, person.c.grade, person.c.unit_id, org_unit.c.name, person.c.employment,
            person.c.legal_status, person.c.position_kind, RATER.c.name, RATER.c.front_title, RATER.c.back_title,
            line.c.problem, *states, staff_row.c.entry_id,
        )
        .select_from(
            staff_row.join(person, _same("person_id", person, staff_row))
            .outerjoin(org_unit, _same("unit_id", org_unit, person))
            .outerjoin(line, _same("person_id", line, person))
            .outerjoin(RATER, and_(RATER.c.agency == person.c.agency, RATER.c.person_id == line.c.rater_id))
        )
        .where(
            staff_row.c.agency == bindparam("agency"),
            staff_row.c.entry_id.in_(bindparam("entries", expanding=True)),
        )
    )  # fmt: skip


def people_filter(rows: Rows, unit_ids: Sequence[str], search: str) -> list[ColumnElement[bool]]:
    """The conditions for rows of ``person``: people of these units in whom the words of the search are found."""
    conditions: list[ColumnElement[bool]] = []
    if unit_ids:
        conditions.append(any_of(person.c.unit_id, unit_ids))
    if search.strip():
        among = matching(rows, search)
        if among is None:
            return [false()]
        found = select(staff_row.c.person_id).where(staff_row.c.agency == rows.agency, staff_row.c.entry_id.in_(among))
        conditions.append(person.c.person_id.in_(found))
    return conditions


def _same(key: str, one: Any, other: Any) -> ColumnElement[bool]:
    return and_(one.c[key] == other.c[key], one.c.agency == other.c.agency)

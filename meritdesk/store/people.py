"""Units, people and reporting lines as rows, and the staff list in one query."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.sql.selectable import Join

from meritdesk.core.journal import Scalar
from meritdesk.core.lines import StaffLine, StaffQuery
from meritdesk.core.people import (
    EmploymentType,
    LegalStatus,
    OrgUnit,
    Person,
    PositionKind,
    RaterBasis,
    ReportingLine,
    Sex,
)
from meritdesk.store import tables
from meritdesk.store.notation import day_text, day_value, reference_text
from meritdesk.store.rows import Rows, Values, derives, in_chunks, like_pattern

RATER = tables.person.alias("rater")


def _searchable(row: Mapping[str, Scalar]) -> Values:
    words = (row["name"], row["nip"], row["position_title"])
    return {"sort_name": str(row["name"]).casefold(), "search_text": "\n".join(str(word) for word in words).casefold()}


derives(tables.person, _searchable)


def full_name(name: str, front: str, back: str) -> str:
    """A name with its titles, as ``Person.full_name`` writes it."""
    return Person("", "", name, front_title=front, back_title=back).full_name


def unit_row(unit: OrgUnit) -> Values:
    """A unit as a row."""
    return {
        "unit_id": unit.unit_id,
        "name": unit.name,
        "source_id": unit.source_id,
        "parent_id": reference_text(unit.parent_id),
        "head_title": unit.head_title,
        "echelon": unit.echelon,
        "head_id": reference_text(unit.head_id),
        "head_source_id": unit.head_source_id,
        "acting_source_id": unit.acting_source_id,
        "is_autonomous": unit.is_autonomous,
        "sort_order": unit.sort_order,
    }


def unit_value(row: Mapping[str, Any]) -> OrgUnit:
    """A row as a unit."""
    return OrgUnit(**{**row, "parent_id": row["parent_id"] or "", "head_id": row["head_id"] or ""})


def person_row(person: Person) -> Values:
    """A person as a row."""
    return {
        "person_id": person.person_id,
        "nip": person.nip,
        "name": person.name,
        "source_id": person.source_id,
        "front_title": person.front_title,
        "back_title": person.back_title,
        "sex": person.sex.value if person.sex else None,
        "birth_date": day_text(person.birth_date),
        "employment": person.employment.value,
        "legal_status": person.legal_status.value,
        "grade": person.grade,
        "grade_since": day_text(person.grade_since),
        "position_kind": person.position_kind.value,
        "position_title": person.position_title,
        "position_since": day_text(person.position_since),
        "echelon": person.echelon,
        "education": person.education,
        "unit_id": reference_text(person.unit_id),
    }


def person_value(row: Mapping[str, Any]) -> Person:
    """A row as a person."""
    return Person(
        person_id=row["person_id"],
        nip=row["nip"],
        name=row["name"],
        source_id=row["source_id"],
        front_title=row["front_title"],
        back_title=row["back_title"],
        sex=Sex(row["sex"]) if row["sex"] else None,
        birth_date=day_value(row["birth_date"]),
        employment=EmploymentType(row["employment"]),
        legal_status=LegalStatus(row["legal_status"]),
        grade=row["grade"],
        grade_since=day_value(row["grade_since"]),
        position_kind=PositionKind(row["position_kind"]),
        position_title=row["position_title"],
        position_since=day_value(row["position_since"]),
        echelon=row["echelon"],
        education=row["education"],
        unit_id=row["unit_id"] or "",
    )


def line_row(line: ReportingLine) -> Values:
    """A reporting line as a row."""
    return {
        "person_id": line.person_id,
        "rater_id": reference_text(line.rater_id),
        "superior_id": reference_text(line.superior_id),
        "led_unit_id": reference_text(line.led_unit_id),
        "basis": line.basis.value,
        "problem": line.problem,
    }


def line_value(row: Mapping[str, Any]) -> ReportingLine:
    """A row as a reporting line."""
    return ReportingLine(
        person_id=row["person_id"],
        rater_id=row["rater_id"] or "",
        superior_id=row["superior_id"] or "",
        led_unit_id=row["led_unit_id"] or "",
        basis=RaterBasis(row["basis"]),
        problem=row["problem"],
    )


class StoredUnits:
    """The units of one agency."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def all(self) -> tuple[OrgUnit, ...]:
        """Every unit, in the agency's own order."""
        rows = self._rows.read(tables.org_unit, "", None, "sort_order", "name", "unit_id")
        return tuple(unit_value(row) for row in rows)

    def save(self, units: Sequence[OrgUnit]) -> None:
        """Add these units or bring them up to date."""
        self._rows.write(tables.org_unit, map(unit_row, units))


class StoredReporting:
    """Who rates whom."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def all(self) -> tuple[ReportingLine, ...]:
        """Every reporting line."""
        return tuple(line_value(row) for row in self._rows.read(tables.reporting_line, "", None, "person_id"))

    def save(self, lines: Sequence[ReportingLine]) -> None:
        """Add these lines or bring them up to date."""
        self._rows.write(tables.reporting_line, map(line_row, lines))


class StoredPeople:
    """The people of one agency."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def all(self) -> tuple[Person, ...]:
        """Every person, ordered by name."""
        return tuple(person_value(row) for row in self._rows.read(tables.person, "", None, "sort_name", "person_id"))

    def by_ids(self, person_ids: Sequence[str]) -> Mapping[str, Person]:
        """The people with these keys; unknown keys are left out."""
        rows = self._rows.read(tables.person, "person_id", dict.fromkeys(person_ids))
        return {row["person_id"]: person_value(row) for row in rows if isinstance(row["person_id"], str)}

    def by_nip(self, nip: str) -> Person | None:
        """The person with this NIP; where two share one, the one still in service (faults F62: a NIP is no key)."""
        rows = self._rows.read(tables.person, "nip", [nip], "sort_name", "person_id")
        people = [person_value(row) for row in rows]
        people.sort(key=lambda person: person.legal_status is LegalStatus.LEFT)
        return people[0] if people else None

    def save(self, people: Sequence[Person]) -> None:
        """Add these people or bring them up to date."""
        self._rows.write(tables.person, map(person_row, people))

    def count(self, query: StaffQuery) -> int:
        """How many people a query finds in all."""
        person, line = tables.person, tables.reporting_line
        source: Any = person
        if query.only_problems:
            source = person.outerjoin(line, _same(line.c.person_id, person.c.person_id, line, person))
        statement = self._chosen(select(func.count()).select_from(source), query)
        return int(self._rows.connection.execute(statement).scalar_one())

    def lines(self, query: StaffQuery) -> tuple[StaffLine, ...]:
        """One block of the staff list, in the order asked for."""
        person, unit, line = tables.person, tables.org_unit, tables.reporting_line
        statement = select(
            person.c.person_id,
            person.c.nip,
            person.c.name,
            person.c.front_title,
            person.c.back_title,
            person.c.position_title,
            person.c.grade,
            person.c.unit_id,
            unit.c.name,
            person.c.employment,
            person.c.legal_status,
            person.c.position_kind,
            RATER.c.name,
            RATER.c.front_title,
            RATER.c.back_title,
            line.c.problem,
        ).select_from(with_unit_and_rater())
        order = _ORDERS[query.order]
        ordered = order.desc() if query.descending else order.asc()
        statement = self._chosen(statement, query).order_by(ordered, person.c.sort_name, person.c.person_id)
        found = self._rows.execute(statement.offset(query.offset).limit(query.limit))
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
            )
            for row in found
        )

    def _chosen(self, statement: Select[Any], query: StaffQuery) -> Select[Any]:
        statement = statement.where(tables.person.c.agency == self._rows.agency)
        statement = statement.where(*people_filter(query.unit_ids, query.search))
        if query.only_problems:
            statement = statement.where(tables.reporting_line.c.problem != "")
        return statement


def _same(left: ColumnElement[Any], right: ColumnElement[Any], one: Any, other: Any) -> ColumnElement[bool]:
    return and_(left == right, one.c.agency == other.c.agency)


def with_unit_and_rater() -> Join:
    """Each person with the unit he sits in, his reporting line and his rater, where there are any."""
    person, unit, line = tables.person, tables.org_unit, tables.reporting_line
    return (
        person.outerjoin(unit, _same(unit.c.unit_id, person.c.unit_id, unit, person))
        .outerjoin(line, _same(line.c.person_id, person.c.person_id, line, person))
        .outerjoin(RATER, _same(RATER.c.person_id, line.c.rater_id, RATER, line))
    )


def people_filter(unit_ids: Sequence[str], search: str) -> list[ColumnElement[bool]]:
    """The conditions for people of these units whose name, NIP or post holds the search text."""
    person = tables.person
    conditions: list[ColumnElement[bool]] = []
    if unit_ids:
        conditions.append(_any_of(person.c.unit_id, unit_ids))
    if search.strip():
        conditions.append(person.c.search_text.like(like_pattern(search), escape="\\"))
    return conditions


def _any_of(column: ColumnElement[Any], values: Sequence[str]) -> ColumnElement[bool]:
    return or_(*(column.in_(chunk) for chunk in in_chunks(dict.fromkeys(values), 20_000)))


_ORDERS: dict[str, ColumnElement[Any]] = {
    "person_id": tables.person.c.person_id,
    "nip": tables.person.c.nip,
    "name": tables.person.c.sort_name,
    "position": func.lower(tables.person.c.position_title),
    "grade": tables.person.c.grade,
    "unit_id": func.coalesce(tables.person.c.unit_id, ""),
    "unit_name": func.lower(func.coalesce(tables.org_unit.c.name, "")),
    "employment": tables.person.c.employment,
    "legal_status": tables.person.c.legal_status,
    "position_kind": tables.person.c.position_kind,
    "rater_name": func.coalesce(RATER.c.sort_name, ""),
    "problem": func.coalesce(tables.reporting_line.c.problem, ""),
}

"""Units, people and reporting lines as rows, and the staff list in one query."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import select

from meritdesk.core.journal import Scalar
from meritdesk.core.lines import FieldTally, StaffField, StaffLine, StaffPage, StaffQuery
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
from meritdesk.parting import held
from meritdesk.store import tables
from meritdesk.store.notation import codes, codes_or_nothing, day_text, day_value, reference_text
from meritdesk.store.rows import Rows, Values, derives
from meritdesk.store.staff_list import staff_count, staff_lines, staff_page, staff_tally


def _searchable(row: Mapping[str, Scalar]) -> Values:
    words = (row["name"], row["nip"], row["position_title"])
    return {"sort_name": str(row["name"]).casefold(), "search_text": "\n".join(str(word) for word in words).casefold()}


derives(tables.person, _searchable)

_SEXES_OR_NOTHING = codes_or_nothing(Sex)
_EMPLOYMENTS = codes(EmploymentType)
_STATUSES = codes(LegalStatus)
_POSITION_KINDS = codes(PositionKind)
_BASES = codes(RaterBasis)


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
        sex=_SEXES_OR_NOTHING[row["sex"]],
        birth_date=day_value(row["birth_date"]),
        employment=_EMPLOYMENTS[row["employment"]],
        legal_status=_STATUSES[row["legal_status"]],
        grade=row["grade"],
        grade_since=day_value(row["grade_since"]),
        position_kind=_POSITION_KINDS[row["position_kind"]],
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
        basis=_BASES[row["basis"]],
        problem=row["problem"],
    )


class StoredUnits:
    """The units of one agency."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def all(self) -> tuple[OrgUnit, ...]:
        """Every unit, in the agency's own order."""
        rows = self._rows.read(tables.org_unit, "", None, "sort_order", "name", "unit_id")
        return held(tuple(unit_value(row) for row in self._rows.beat.each(rows)))

    def by_ids(self, unit_ids: Sequence[str]) -> Mapping[str, OrgUnit]:
        """The units with these keys; unknown keys are left out."""
        found = map(unit_value, self._rows.read(tables.org_unit, "unit_id", dict.fromkeys(unit_ids)))
        return {unit.unit_id: unit for unit in found}

    def save(self, units: Sequence[OrgUnit]) -> None:
        """Add these units or bring them up to date."""
        self._rows.write(tables.org_unit, map(unit_row, units))


class StoredReporting:
    """Who rates whom."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def all(self) -> tuple[ReportingLine, ...]:
        """Every reporting line."""
        found = self._rows.read(tables.reporting_line, "", None, "person_id")
        return held(tuple(map(line_value, self._rows.beat.each(found))))

    def portions(self) -> Iterator[tuple[ReportingLine, ...]]:
        """The same, so many at a time."""
        for found in self._rows.portions(tables.reporting_line, "person_id"):
            yield tuple(map(line_value, found))

    def by_ids(self, person_ids: Sequence[str]) -> Mapping[str, ReportingLine]:
        """The lines of these people; who has none is left out."""
        found = map(line_value, self._rows.read(tables.reporting_line, "person_id", dict.fromkeys(person_ids)))
        return {line.person_id: line for line in found}

    def save(self, lines: Sequence[ReportingLine]) -> None:
        """Add these lines or bring them up to date."""
        self._rows.write(tables.reporting_line, map(line_row, lines))


class StoredPeople:
    """The people of one agency."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def all(self) -> tuple[Person, ...]:
        """Every person, ordered by name."""
        found = self._rows.read(tables.person, "", None, "sort_name", "person_id")
        return held(tuple(map(person_value, self._rows.beat.each(found))))

    def portions(self) -> Iterator[tuple[Person, ...]]:
        """The same, so many at a time."""
        for found in self._rows.portions(tables.person, "sort_name", "person_id"):
            yield tuple(map(person_value, found))

    def has_any(self) -> bool:
        """Whether there is anybody."""
        place = tables.person.c.agency == self._rows.agency
        return bool(self._rows.execute(select(tables.person.c.person_id).where(place).limit(1)))

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
        return staff_count(self._rows, query)

    def lines(self, query: StaffQuery) -> tuple[StaffLine, ...]:
        """One block of the staff list, in the order asked for."""
        return staff_lines(self._rows, query)

    def page(self, query: StaffQuery) -> StaffPage:
        """One block of the staff list with how many the query finds."""
        return staff_page(self._rows, query)

    def tally(self, query: StaffQuery, field: StaffField) -> tuple[FieldTally, ...]:
        """How many people of a query have each value of a field."""
        return staff_tally(self._rows, query, field)

"""What the aids of planning show: the manual of an indicator, a workblock, the role-result matrix (A.1.3 to A.1.5)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from meritdesk.core.documents import SheetContent
from meritdesk.core.matrix import MatrixTable, RoleResultMatrix
from meritdesk.core.people import Person
from meritdesk.core.plan import manual_facts, workblock_facts
from meritdesk.core.plan_parts import IndicatorManual, Workblock


@dataclass(frozen=True, slots=True)
class ManualContent(SheetContent):
    """One sheet A.1.3: an indicator, the result it measures, and its manual (R-30)."""

    result: str
    indicator: str
    manual: IndicatorManual


@dataclass(frozen=True, slots=True)
class WorkblockContent(SheetContent):
    """One sheet A.1.4: a strategy for one indicator of a leader, with its activities and milestones (R-36)."""

    block: Workblock


@dataclass(frozen=True, slots=True)
class MatrixLine:
    """One person of the matrix: by column the roles, none where there is no role; ``teams`` are those he leads."""

    name: str
    position: str
    cells: tuple[tuple[str, ...], ...]
    teams: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MatrixPart:
    """One table of the matrix: who leads, what stands in the top row, and everybody below.

    ``team`` is empty for the table of the unit; a team's table is joined to the line of its lead by this key.
    """

    name: str
    position: str
    columns: tuple[str, ...]
    lines: tuple[MatrixLine, ...]
    team: str = ""
    team_name: str = ""


@dataclass(frozen=True, slots=True)
class MatrixContent(SheetContent):
    """One sheet A.1.5: the matrix of a unit, with one more table for each team (R-37)."""

    unit: str
    parts: tuple[MatrixPart, ...]

    @property
    def widest(self) -> int:
        """How many result columns the widest table has; it decides how the paper lies."""
        return max((len(part.columns) for part in self.parts), default=0)


def matrix_content(matrix: RoleResultMatrix, unit: str, people: Mapping[str, Person]) -> MatrixContent:
    """What the form shows of a matrix; tables of the same lead are joined to his one line in the unit's table."""
    teams: dict[str, list[str]] = {}
    for table in matrix.teams:
        teams.setdefault(table.leader_id, []).append(table.team_id)
    return MatrixContent(unit, tuple(_part(table, people, teams) for table in matrix.tables))


def _part(table: MatrixTable, people: Mapping[str, Person], teams: Mapping[str, list[str]]) -> MatrixPart:
    leader = people.get(table.leader_id)
    lines = tuple(
        MatrixLine(
            name=row.name,
            position=row.position,
            cells=tuple(
                tuple(role.text for role in table.roles(row.person_id, column.node)) for column in table.columns
            ),
            teams=() if table.team_id else tuple(teams.get(row.person_id, ())),
        )
        for row in table.rows
    )
    return MatrixPart(
        name=leader.full_name if leader is not None else "",
        position=leader.position_title if leader is not None else "",
        columns=tuple(column.text for column in table.columns),
        lines=lines,
        team=table.team_id,
        team_name=table.team_name,
    )


def aid_facts(content: SheetContent) -> dict[str, object]:
    """The content of an aid that a digest vouches for, as plain texts and lists."""
    match content:
        case ManualContent(result, indicator, manual):
            return {"result": result, "indicator": indicator, "manual": manual_facts(manual)}
        case WorkblockContent(block):
            return {"workblock": workblock_facts(block)}
        case MatrixContent(unit, parts):
            return {"unit": unit, "parts": [_part_facts(part) for part in parts]}
    raise TypeError(f"{type(content).__name__} is no aid of planning")


def _part_facts(part: MatrixPart) -> dict[str, object]:
    return {
        "name": part.name,
        "position": part.position,
        "team": part.team_name,
        "columns": list(part.columns),
        "lines": [[line.name, line.position, [list(roles) for roles in line.cells]] for line in part.lines],
    }

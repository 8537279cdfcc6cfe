"""The cascade as rows: choices of method, links, placeholders, teams and assignments."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from meritdesk.core.cascade import (
    Assignment,
    AssignmentMode,
    CascadeLink,
    CascadeMethod,
    MethodChoice,
    Node,
    NodeKind,
    Placeholder,
    RollUp,
    WorkTeam,
    parse_node,
)
from meritdesk.store import tables
from meritdesk.store.notation import day_text, day_value, decimal_text, decimal_value, reference_text
from meritdesk.store.rows import Rows, Values


class StoredCascade:
    """The links of the cascade by year, with what the leaders chose and who is assigned where."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def links(
        self, year: int, person_ids: Iterable[str] | None = None, parents: Iterable[Node] | None = None
    ) -> tuple[CascadeLink, ...]:
        """The links of a year in the order of their places: all, or those below these parents, or of these people.

        With ``person_ids`` the links between agreements, which belong to nobody, come along.
        """
        if parents is not None:
            codes = dict.fromkeys(node.code for node in parents)
            found = self._rows.read(tables.cascade_link, "parent", codes, "place", "link_id")
            return tuple(_link(row) for row in found if row["year"] == year)
        found = self._rows.read(tables.cascade_link, "year", [year], "place", "link_id")
        wanted = None if person_ids is None else {None, *person_ids}
        return tuple(_link(row) for row in found if wanted is None or row["person_id"] in wanted)

    def owners(self, nodes: Iterable[Node]) -> Mapping[Node, Node]:
        """For indicators of plans: the work result that contains each."""
        keys = dict.fromkeys(node.key for node in nodes if node.kind is NodeKind.INDICATOR)
        return {
            Node(NodeKind.INDICATOR, str(row["indicator_id"])): Node(NodeKind.RESULT, str(row["result_id"]))
            for row in self._rows.read(tables.indicator, "indicator_id", keys)
        }

    def save_links(self, links: Sequence[CascadeLink]) -> None:
        """Add these links at the end, or bring them up to date where they stand."""
        known = {
            str(row["link_id"]): row["place"]
            for row in self._rows.read(tables.cascade_link, "link_id", [link.link_id for link in links])
        }
        years = dict.fromkeys(link.year for link in links)
        taken = self._rows.read(tables.cascade_link, "year", years) if years else []
        place = max((int(str(row["place"])) for row in taken), default=-1)
        rows = []
        for link in links:
            if link.link_id not in known:
                place += 1
                known[link.link_id] = place
            rows.append(_link_row(link, int(str(known[link.link_id]))))
        self._rows.write(tables.cascade_link, rows)

    def remove_links(self, link_ids: Iterable[str]) -> None:
        """Take these links out; what they joined stays."""
        self._rows.replace_parts(tables.cascade_link, "link_id", dict.fromkeys(link_ids), ())

    def people_of(self, nodes: Sequence[Node]) -> tuple[str, ...]:
        """Whose plans hold these results and indicators."""
        plan_ids: dict[Any, None] = {}
        for kind, table, column in (
            (NodeKind.RESULT, tables.work_result, "result_id"),
            (NodeKind.INDICATOR, tables.indicator, "indicator_id"),
        ):
            keys = dict.fromkeys(node.key for node in nodes if node.kind is kind)
            plan_ids.update((row["plan_id"], None) for row in self._rows.read(table, column, keys))
        return tuple(dict.fromkeys(str(row["person_id"]) for row in self._rows.read(tables.plan, "plan_id", plan_ids)))

    def choices(self, year: int) -> Mapping[Node, MethodChoice]:
        """How the leaders hand their indicators down in a year."""
        found = self._rows.read(tables.cascade_choice, "year", [year], "parent")
        return {_node(row["parent"]): _choice(row) for row in found}

    def save_choices(self, choices: Sequence[MethodChoice]) -> None:
        """Keep these choices."""
        self._rows.write(tables.cascade_choice, map(_choice_row, choices))

    def placeholders(self, year: int) -> tuple[Placeholder, ...]:
        """What stands in for superiors without a plan in a year."""
        found = self._rows.read(tables.cascade_placeholder, "year", [year], "unit_id", "text", "placeholder_id")
        return tuple(
            Placeholder(row["placeholder_id"], row["year"], row["unit_id"], row["text"], row["owner_id"] or "")  # type: ignore[arg-type]
            for row in found
        )

    def save_placeholders(self, placeholders: Sequence[Placeholder]) -> None:
        """Keep these placeholders."""
        self._rows.write(
            tables.cascade_placeholder,
            [
                {
                    "placeholder_id": one.placeholder_id,
                    "year": one.year,
                    "unit_id": one.unit_id,
                    "owner_id": reference_text(one.owner_id),
                    "text": one.text,
                }
                for one in placeholders
            ],
        )

    def remove_placeholders(self, placeholder_ids: Iterable[str]) -> None:
        """Take these placeholders out."""
        self._rows.replace_parts(tables.cascade_placeholder, "placeholder_id", dict.fromkeys(placeholder_ids), ())

    def teams(self, year: int) -> tuple[WorkTeam, ...]:
        """The teams of a year."""
        found = self._rows.read(tables.work_team, "year", [year], "unit_id", "name", "team_id")
        return tuple(
            WorkTeam(row["team_id"], row["unit_id"], row["year"], row["name"], row["lead_id"])  # type: ignore[arg-type]
            for row in found
        )

    def save_teams(self, teams: Sequence[WorkTeam]) -> None:
        """Keep these teams."""
        self._rows.write(
            tables.work_team,
            [
                {"team_id": t.team_id, "unit_id": t.unit_id, "year": t.year, "name": t.name, "lead_id": t.lead_id}
                for t in teams
            ],
        )

    def remove_teams(self, team_ids: Iterable[str]) -> None:
        """Take these teams out; their assignments are removed on their own."""
        self._rows.replace_parts(tables.work_team, "team_id", dict.fromkeys(team_ids), ())

    def assignments(self, year: int) -> tuple[Assignment, ...]:
        """Who is assigned where in a year."""
        found = self._rows.read(tables.team_assignment, "year", [year], "host_unit_id", "team_id", "assignment_id")
        return tuple(_assignment(row) for row in found)

    def save_assignments(self, assignments: Sequence[Assignment]) -> None:
        """Keep these assignments."""
        self._rows.write(tables.team_assignment, map(_assignment_row, assignments))

    def remove_assignments(self, assignment_ids: Iterable[str]) -> None:
        """Take these assignments out."""
        self._rows.replace_parts(tables.team_assignment, "assignment_id", dict.fromkeys(assignment_ids), ())


def _node(code: Any) -> Node:
    node = parse_node(str(code))
    assert node is not None, f"{code} is no place in the cascade"
    return node


def _link(row: Mapping[str, Any]) -> CascadeLink:
    return CascadeLink(
        link_id=row["link_id"],
        year=row["year"],
        parent=_node(row["parent"]),
        child=_node(row["child"]),
        person_id=row["person_id"] or "",
        host_unit_id=row["host_unit_id"] or "",
        text=row["text"],
        part=row["part"],
        share=decimal_value(row["share"]),
        note=row["note"],
    )


def _link_row(link: CascadeLink, place: int) -> Values:
    return {
        "link_id": link.link_id,
        "year": link.year,
        "place": place,
        "parent": link.parent.code,
        "child": link.child.code,
        "person_id": reference_text(link.person_id),
        "host_unit_id": reference_text(link.host_unit_id),
        "text": link.text,
        "part": link.part,
        "share": decimal_text(link.share),
        "note": link.note,
    }


def _choice(row: Mapping[str, Any]) -> MethodChoice:
    rule = RollUp(row["roll_up"]) if row["roll_up"] else None
    return MethodChoice(row["year"], _node(row["parent"]), CascadeMethod(row["method"]), row["note"], rule)


def _choice_row(choice: MethodChoice) -> Values:
    return {
        "year": choice.year,
        "parent": choice.parent.code,
        "method": choice.method.value,
        "note": choice.note,
        "roll_up": choice.roll_up.value if choice.roll_up is not None else "",
    }


def _assignment(row: Mapping[str, Any]) -> Assignment:
    return Assignment(
        assignment_id=row["assignment_id"],
        year=row["year"],
        person_id=row["person_id"],
        host_unit_id=row["host_unit_id"],
        team_id=row["team_id"] or "",
        home_unit_id=row["home_unit_id"] or "",
        mode=AssignmentMode(row["mode"]),
        assigned_by_id=row["assigned_by_id"] or "",
        starts=day_value(row["starts"]),
        consent_on=day_value(row["consent_on"]),
    )


def _assignment_row(assignment: Assignment) -> Values:
    return {
        "assignment_id": assignment.assignment_id,
        "year": assignment.year,
        "person_id": assignment.person_id,
        "host_unit_id": assignment.host_unit_id,
        "team_id": reference_text(assignment.team_id),
        "home_unit_id": reference_text(assignment.home_unit_id),
        "mode": assignment.mode.value,
        "assigned_by_id": reference_text(assignment.assigned_by_id),
        "starts": day_text(assignment.starts),
        "consent_on": day_text(assignment.consent_on),
    }

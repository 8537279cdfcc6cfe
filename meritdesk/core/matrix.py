"""The role-result matrix (Matriks Peran Hasil, A.1.5): who of a unit takes up which of the leader's indicators.

The top row holds the leader's indicators, the left column everybody whom he rates and everybody assigned to him from
elsewhere; a cell holds the results that person delivers for that indicator, in the words of the plan (R-37 to R-40).
A unit with teams has two levels: the team leads stand in the first table, and each lead's own results become the top
row of the team's table. The matrix is never stored: it is read off links and plans, so it cannot disagree with them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from meritdesk.core.agreement import plain_wording
from meritdesk.core.cascade import Assignment, Cascade, CascadeLink, CascadeMethod, Node, NodeKind, Offer, WorkTeam
from meritdesk.core.people import STRUCTURAL_KINDS, Person, ReportingLine
from meritdesk.core.plan import PerformancePlan, Target

NO_ROLE = "TIDAK ADA PERAN"
"""What the form prints in an empty cell (6/2022 p. 48)."""


@dataclass(frozen=True, slots=True)
class CellRole:
    """One role in a cell: its words, the link that carries it, and whether the person's plan holds it.

    ``agreed`` is the wording of the matrix where it was agreed; where the plan says it in other words, ``text`` is the
    plan's. ``unit_id`` names the unit whose agreement takes the indicator up, when that is how it is covered.
    """

    text: str
    link_id: str
    child: Node
    is_in_plan: bool
    agreed: str = ""
    part: str = ""
    unit_id: str = ""

    @property
    def is_own(self) -> bool:
        """Whether this is the person's own result, and not what his unit's agreement takes up."""
        return self.child.kind is not NodeKind.AGREEMENT


@dataclass(frozen=True, slots=True)
class MatrixColumn:
    """One of the leader's indicators with its target, and how he hands it down."""

    node: Node
    text: str
    target: Target | None = None
    method: CascadeMethod | None = None
    is_placeholder: bool = False


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One person of the matrix; ``home_unit_id`` differs from the unit's own people when he was assigned (R-40)."""

    person_id: str
    name: str
    position: str
    is_assigned: bool = False
    is_lead: bool = False
    loose: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MatrixTable:
    """One table of the matrix: the unit's own, or that of one team (``team_id``)."""

    unit_id: str
    leader_id: str
    columns: tuple[MatrixColumn, ...]
    rows: tuple[MatrixRow, ...]
    cells: Mapping[tuple[str, Node], tuple[CellRole, ...]] = field(default_factory=dict)
    team_id: str = ""
    team_name: str = ""

    def roles(self, person_id: str, column: Node) -> tuple[CellRole, ...]:
        """The roles of one person for one indicator; none is ``TIDAK ADA PERAN``."""
        return self.cells.get((person_id, column), ())

    def is_taken(self, column: Node) -> bool:
        """Whether anybody takes this indicator up (V-35)."""
        return any(self.roles(row.person_id, column) for row in self.rows)

    def has_role(self, person_id: str) -> bool:
        """Whether somebody takes up anything at all (V-36)."""
        return any(self.roles(person_id, column.node) for column in self.columns)

    def cell_lines(self, person_id: str, column: Node) -> tuple[str, ...]:
        """What the form prints in a cell."""
        return tuple(role.text for role in self.roles(person_id, column)) or (NO_ROLE,)


@dataclass(frozen=True, slots=True)
class RoleResultMatrix:
    """The matrix of a unit in a year: one table, and one more for each team (R-37)."""

    year: int
    unit: MatrixTable
    teams: tuple[MatrixTable, ...] = ()

    @property
    def tables(self) -> tuple[MatrixTable, ...]:
        """All tables, the unit's own first."""
        return (self.unit, *self.teams)


@dataclass(frozen=True, slots=True)
class UnitPeople:
    """Who belongs in the matrix of a unit: its leader, those he rates, its teams and those assigned to it."""

    unit_id: str
    leader_id: str
    people: Mapping[str, Person]
    rated: tuple[str, ...]
    teams: tuple[WorkTeam, ...] = ()
    assignments: tuple[Assignment, ...] = ()

    @property
    def in_teams(self) -> frozenset[str]:
        """Team members who are not leads: they stand in their team's table and not in the unit's."""
        leads = {team.lead_id for team in self.teams}
        teams = {team.team_id for team in self.teams}
        return frozenset(a.person_id for a in self.assignments if a.team_id in teams and a.person_id not in leads)


def people_of_unit(
    unit_id: str,
    leader_id: str,
    people: Mapping[str, Person],
    lines: Iterable[ReportingLine],
    teams: Iterable[WorkTeam] = (),
    assignments: Iterable[Assignment] = (),
) -> UnitPeople:
    """Gather who belongs in a unit's matrix: everybody the leader rates there, and everybody assigned to it."""
    theirs = [line.person_id for line in lines if line.led_unit_id == unit_id and line.person_id != leader_id]
    rated = tuple(sorted((key for key in theirs if key in people), key=lambda key: _rank(people[key])))
    own_teams = tuple(team for team in teams if team.unit_id == unit_id)
    hosted = tuple(a for a in assignments if a.host_unit_id == unit_id and a.person_id in people)
    return UnitPeople(unit_id, leader_id, people, rated, own_teams, hosted)


def _rank(person: Person) -> tuple[bool, str, str]:
    """Heads of lower units first, then by name: the same order each time the matrix is opened."""
    return (person.position_kind not in STRUCTURAL_KINDS, person.name.casefold(), person.person_id)


def columns_for(unit_id: str, leader_id: str, cascade: Cascade) -> tuple[MatrixColumn, ...]:
    """The top row of a unit: the indicators of the leader's plan, else of the unit's agreement, and placeholders.

    A placeholder stays beside the plan until it is relinked or dropped, so that nothing disappears on the day the plan
    comes. Whatever others have taken up of the agreement stays visible in the same way.
    """
    plan = [offer for offer in cascade.offers_of(leader_id) if offer.node.kind is NodeKind.INDICATOR]
    there = cascade.offers_in(unit_id)
    agreement = [offer for offer in there if offer.node.kind is NodeKind.AGREEMENT]
    places = [offer for offer in there if offer.node.kind is NodeKind.PLACEHOLDER]
    below = cascade.by_parent()
    if leader_id and plan:
        shown = [*plan, *(o for o in agreement if _serves_others(below.get(o.node, ()), leader_id)), *places]
    else:
        shown = [*agreement, *places]
    return tuple(_column(offer, cascade) for offer in shown)


def _serves_others(links: Iterable[CascadeLink], leader_id: str) -> bool:
    """Whether somebody else than the leader himself has taken this up; his own plan stands in the top row already."""
    return any(link.person_id and link.person_id != leader_id for link in links)


def _column(offer: Offer, cascade: Cascade) -> MatrixColumn:
    is_placeholder = offer.node.kind is NodeKind.PLACEHOLDER
    return MatrixColumn(offer.node, offer.text, offer.target, cascade.method_of(offer.node), is_placeholder)


def matrix_of(
    group: UnitPeople, cascade: Cascade, year: int, heads: Mapping[str, str] | None = None
) -> RoleResultMatrix:
    """Read the matrix of a unit off the cascade; ``heads`` says who leads a unit, by unit id.

    A head of a lower unit also covers an indicator by what his unit's agreement takes up of it.
    """
    by_unit = heads or {}
    leading = {team.lead_id for team in group.teams}
    assigned = [a.person_id for a in group.assignments if not a.team_id]
    members = group.in_teams
    order = [p for p in dict.fromkeys([*group.rated, *leading, *assigned]) if p in group.people and p not in members]
    columns = columns_for(group.unit_id, group.leader_id, cascade)
    unit = _table(group, cascade, group.leader_id, columns, order, by_unit, leading=leading)
    teams = []
    for team in sorted(group.teams, key=lambda team: (team.name, team.team_id)):
        results = [
            offer for offer in cascade.offers_of(team.lead_id) if offer.node.kind in (NodeKind.RESULT, NodeKind.ROLE)
        ]
        theirs = [a.person_id for a in group.assignments if a.team_id == team.team_id and a.person_id != team.lead_id]
        tops = tuple(_column(offer, cascade) for offer in results)
        teams.append(_table(group, cascade, team.lead_id, tops, list(dict.fromkeys(theirs)), {}, team=team))
    return RoleResultMatrix(year, unit, tuple(teams))


def _table(
    group: UnitPeople,
    cascade: Cascade,
    leader_id: str,
    columns: Sequence[MatrixColumn],
    person_ids: Sequence[str],
    by_unit: Mapping[str, str],
    leading: Iterable[str] = (),
    team: WorkTeam | None = None,
) -> MatrixTable:
    wanted = set(person_ids)
    cells: dict[tuple[str, Node], list[CellRole]] = defaultdict(list)
    for link in [link for column in columns for link in cascade.children_of(column.node)]:
        offer = cascade.offers.get(link.child)
        person_id = link.person_id
        if not person_id and link.child.kind is NodeKind.AGREEMENT and offer is not None:
            person_id = by_unit.get(offer.unit_id, "")
        if person_id in wanted:
            cells[person_id, link.parent].append(_role(link, offer))
    home = set(group.rated)
    loose = _loose_results(cascade, wanted)
    rows = tuple(
        MatrixRow(
            person_id=person_id,
            name=group.people[person_id].full_name,
            position=group.people[person_id].position_title,
            is_assigned=person_id not in home,
            is_lead=person_id in set(leading),
            loose=loose.get(person_id, ()),
        )
        for person_id in person_ids
    )
    named = (team.team_id, team.name) if team is not None else ("", "")
    frozen = {place: tuple(roles) for place, roles in cells.items()}
    return MatrixTable(group.unit_id, leader_id, tuple(columns), rows, frozen, *named)


def _role(link: CascadeLink, offer: Offer | None) -> CellRole:
    is_known = offer is not None and not link.is_waiting
    return CellRole(
        text=offer.text if is_known and offer is not None else link.text,
        link_id=link.link_id,
        child=link.child,
        is_in_plan=is_known,
        agreed=link.text,
        part=link.part,
        unit_id=offer.unit_id if offer is not None and link.child.kind is NodeKind.AGREEMENT else "",
    )


def _loose_results(cascade: Cascade, person_ids: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Results in the plans of these people that stand in no matrix at all (V-38)."""
    found = {
        person_id: tuple(offer.text for offer in cascade.offers_of(person_id) if cascade.is_orphan(offer))
        for person_id in person_ids
    }
    return {person_id: texts for person_id, texts in found.items() if texts}


def offers_of_plan(plan: PerformancePlan, unit_id: str = "") -> tuple[Offer, ...]:
    """What one plan puts into the cascade: each result, and each of its indicators inside it."""
    offers = []
    for result in plan.results:
        owner = Node(NodeKind.RESULT, result.result_id)
        offers.append(Offer(owner, result.text, None, None, plan.person_id, unit_id))
        for indicator in result.indicators:
            node = Node(NodeKind.INDICATOR, indicator.indicator_id)
            text = indicator.text or result.text
            offers.append(Offer(node, text, indicator.target, owner, plan.person_id, unit_id))
    return tuple(offers)


def cell_texts(text: str) -> tuple[str, ...]:
    """The roles typed into a cell: one a line, bullets and the words of an empty cell left out, doubles once."""
    roles: dict[str, str] = {}
    for line in text.replace("\r", "\n").split("\n"):
        role = " ".join(line.strip().lstrip("-•*–").split())
        if role and plain_wording(role) != plain_wording(NO_ROLE):
            roles.setdefault(plain_wording(role), role)
    return tuple(roles.values())


@dataclass(frozen=True, slots=True)
class CellChange:
    """What typing into a cell means: roles that stay, roles with other words, roles that come and roles that go."""

    kept: tuple[CellRole, ...] = ()
    renamed: tuple[tuple[CellRole, str], ...] = ()
    added: tuple[str, ...] = ()
    removed: tuple[CellRole, ...] = ()

    @property
    def is_nothing(self) -> bool:
        """Whether the cell stays as it is."""
        return not (self.renamed or self.added or self.removed)


def cell_change(before: Sequence[CellRole], typed: str) -> CellChange:
    """Compare a cell with what was typed into it.

    Roles whose words stay, stay. When as many lines as before came back, the others are the same roles in new words,
    in their order, so that a corrected spelling keeps its indicators and targets; otherwise they come and go. What a
    unit's agreement takes up is not a role of the person and is left alone.
    """
    own = [role for role in before if role.is_own]
    texts = cell_texts(typed)
    known: dict[str, CellRole] = {}
    for role in own:
        known.setdefault(plain_wording(role.text), role)
    agreements = {plain_wording(role.text) for role in before if not role.is_own}
    exact = {plain_wording(text): text for text in texts}
    kept = [role for word, role in known.items() if word in exact and role.text == exact[word]]
    respelled = [(role, exact[word]) for word, role in known.items() if word in exact and role.text != exact[word]]
    settled = {role.link_id for role in kept} | {role.link_id for role, _ in respelled}
    left = [role for role in own if role.link_id not in settled]
    new = [text for word, text in exact.items() if word not in known and word not in agreements]
    if len(left) == len(new):
        return CellChange(tuple(kept), (*respelled, *zip(left, new, strict=True)), (), ())
    return CellChange(tuple(kept), tuple(respelled), tuple(new), tuple(left))

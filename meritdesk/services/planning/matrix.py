"""The role-result matrix as a desk of its own: shown, typed into, and kept in step with the plans both ways."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from meritdesk.core.access import Action, require
from meritdesk.core.cascade import (
    Assignment,
    AssignmentMode,
    CascadeLink,
    Node,
    NodeKind,
    WorkTeam,
    parse_node,
    settle_role,
)
from meritdesk.core.errors import UsageRefusal
from meritdesk.core.journal import Changes
from meritdesk.core.matrix import CellChange, CellRole, MatrixTable, RoleResultMatrix, cell_change
from meritdesk.core.people import OrgUnit, Person
from meritdesk.core.plan import PerformancePlan, PlanState, ResultKind, WorkResult
from meritdesk.core.plan_editing import without_result
from meritdesk.core.role_plans import empty_plan, result_of, with_role, with_role_text
from meritdesk.core.validation import Hint, ValidationRules
from meritdesk.core.validation.cascade_rules import assignment_hints, matrix_hints
from meritdesk.services.cascade_picture import Picture, picture_of, quoted
from meritdesk.services.ports import Surroundings, Work


@dataclass(frozen=True, slots=True)
class MatrixCard:
    """The matrix of a unit with its leader, its assignments and what is open in it."""

    unit: OrgUnit
    leader: Person | None
    matrix: RoleResultMatrix
    teams: tuple[WorkTeam, ...]
    assignments: tuple[Assignment, ...]
    hints: tuple[Hint, ...]
    rules: ValidationRules


@dataclass(frozen=True, slots=True)
class CellEntry:
    """What was typed into one cell: the roles of a person for a column, one a line; empty clears the cell."""

    person_id: str
    column: str
    text: str


@dataclass(frozen=True, slots=True)
class CellFate:
    """A cell that could not be taken as typed, or a role that waits: the code says which and why."""

    person_id: str
    column: str
    code: str
    facts: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MatrixOutcome:
    """What came of typing: roles that entered plans, were reworded, left; roles that wait; cells refused."""

    added: int = 0
    renamed: int = 0
    removed: int = 0
    waiting: tuple[CellFate, ...] = ()
    refused: tuple[CellFate, ...] = ()
    changes: Changes = field(default_factory=Changes)


@dataclass(frozen=True, slots=True)
class Matrix:
    """Verbs of the role-result matrix."""

    around: Surroundings

    def show(self, unit_id: str, year: int) -> MatrixCard:
        """The matrix of one unit in a year with what is open in it (V-35 to V-41); ``PLN-401`` unknown unit."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            picture = picture_of(work, year, _unit_id(work, unit_id))
        rules = self.around.rulebook.in_force(date(year, 12, 31)).validation
        return _card(picture, picture.roll.unit(unit_id), rules)

    def write(self, unit_id: str, year: int, entries: Sequence[CellEntry], dry_run: bool = False) -> MatrixOutcome:
        """Take over what was typed: a role becomes a draft work result in the person's plan, linked to its column.

        A plan that is fixed is not touched: a new role waits (``PLN-421``, shown as V-37) until the plan is opened for
        revision, a changed one is refused (``PLN-406``). Cells that are refused leave the others alone.
        """
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "planning.matrix.write") as work:
            known = _unit_id(work, unit_id)
            pen = _Pen(picture_of(work, year, known), known)
            for entry in entries:
                pen.write(entry)
            pen.save(work)
            changes = Changes() if dry_run else work.commit()
        return pen.outcome(changes)

    def adopt(self, unit_id: str, year: int) -> MatrixOutcome:
        """Bring the roles that wait into the plans of the unit that are open by now (R-39)."""
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "planning.matrix.adopt") as work:
            known = _unit_id(work, unit_id)
            pen = _Pen(picture_of(work, year, known), known)
            pen.adopt()
            pen.save(work)
            changes = work.commit()
        return pen.outcome(changes)

    def save_team(self, unit_id: str, year: int, name: str, lead_id: str, team_id: str = "") -> Changes:
        """Make a team of a unit or change its name and lead; leading it makes nobody a rater (R-10)."""
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "planning.matrix.save_team") as work:
            known = _unit_id(work, unit_id)
            if lead_id not in work.people.by_ids([lead_id]):
                raise UsageRefusal("USE-102", nip=lead_id)
            if team_id and team_id not in {team.team_id for team in work.cascade.teams(year)}:
                raise UsageRefusal("PLN-408", team=team_id, year=year)
            work.cascade.save_teams([WorkTeam(team_id or str(uuid.uuid4()), known, year, name.strip(), lead_id)])
            return work.commit()

    def remove_team(self, team_id: str, year: int) -> Changes:
        """Dissolve a team; its members stay in their units, and results already in plans stay there."""
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "planning.matrix.remove_team") as work:
            if team_id not in {team.team_id for team in work.cascade.teams(year)}:
                raise UsageRefusal("PLN-408", team=team_id, year=year)
            members = [one.assignment_id for one in work.cascade.assignments(year) if one.team_id == team_id]
            work.cascade.remove_assignments(members)
            work.cascade.remove_teams([team_id])
            return work.commit()

    def assign(
        self,
        unit_id: str,
        year: int,
        person_id: str,
        team_id: str = "",
        mode: AssignmentMode = AssignmentMode.APPOINTED,
        assigned_by_id: str = "",
        starts: date | None = None,
        consent_on: date | None = None,
    ) -> Changes:
        """Assign somebody to a unit or a team, or change how: mode, by whom, from when, consent (R-40, R-41).

        Without ``assigned_by_id`` the head of the host unit assigns. Consent that is missing or late is not refused but
        shown (V-40, V-41), since papers follow later.
        """
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "planning.matrix.assign") as work:
            picture = picture_of(work, year, _unit_id(work, unit_id), [person_id])
            known = picture.roll.unit(unit_id).unit_id
            person = picture.roll.people.get(person_id)
            if person is None:
                raise UsageRefusal("USE-102", nip=person_id)
            if team_id and team_id not in {team.team_id for team in picture.teams if team.unit_id == known}:
                raise UsageRefusal("PLN-408", team=team_id, year=year)
            same = [
                one
                for one in picture.assignments
                if (one.person_id, one.host_unit_id, one.team_id) == (person_id, known, team_id)
            ]
            assignment = Assignment(
                assignment_id=same[0].assignment_id if same else str(uuid.uuid4()),
                year=year,
                person_id=person_id,
                host_unit_id=known,
                team_id=team_id,
                home_unit_id=same[0].home_unit_id if same else person.unit_id,
                mode=mode,
                assigned_by_id=assigned_by_id or picture.roll.heads.get(known, ""),
                starts=starts,
                consent_on=consent_on,
            )
            work.cascade.save_assignments([assignment])
            return work.commit()

    def unassign(self, assignment_id: str, year: int) -> Changes:
        """End an assignment; roles that were agreed stay in the person's plan and are shown as such (V-38)."""
        require(self.around.actor, Action.EDIT)
        with self.around.store.writing(self.around.actor, "planning.matrix.unassign") as work:
            if assignment_id not in {one.assignment_id for one in work.cascade.assignments(year)}:
                raise UsageRefusal("PLN-405", link=assignment_id)
            work.cascade.remove_assignments([assignment_id])
            return work.commit()


def _unit_id(work: Work, unit_id: str) -> str:
    """The id of a unit named by its own id or by that of the national system; ``PLN-401`` when there is none."""
    for unit in work.units.all():
        if unit_id and unit_id in (unit.unit_id, unit.source_id):
            return unit.unit_id
    raise UsageRefusal("PLN-401", unit=unit_id)


def _card(picture: Picture, unit: OrgUnit, rules: ValidationRules) -> MatrixCard:
    matrix = picture.matrix(unit.unit_id)
    group = picture.group(unit.unit_id)
    lines = {line.person_id: line for line in picture.roll.lines}
    people = picture.roll.people
    hints = (
        *matrix_hints(matrix),
        *assignment_hints(group.assignments, picture.cascade, lines, people),
    )
    return MatrixCard(unit, people.get(group.leader_id), matrix, group.teams, group.assignments, hints, rules)


class _Pen:
    """Writes cells into plans and links, in memory; ``save`` puts all of it down at once."""

    def __init__(self, picture: Picture, unit_id: str) -> None:
        self.picture = picture
        self.unit_id = unit_id
        self.matrix = picture.matrix(unit_id)
        self.plans: dict[str, PerformancePlan] = dict(picture.plans)
        self.links: dict[str, CascadeLink] = {link.link_id: link for link in picture.cascade.links}
        self.changed_plans: set[str] = set()
        self.changed_links: set[str] = set()
        self.gone_links: set[str] = set()
        self.added = self.renamed = self.removed = 0
        self.waiting: list[CellFate] = []
        self.refused: list[CellFate] = []

    def write(self, entry: CellEntry) -> None:
        """One cell."""
        column = parse_node(entry.column)
        table = self._table_of(column, entry.person_id)
        if column is None or table is None:
            is_column = column is not None and any(c.node == column for t in self.matrix.tables for c in t.columns)
            name = self.picture.roll.name_of(entry.person_id)
            if is_column:
                self._refuse(entry, "PLN-407", name=name)
            else:
                self._refuse(entry, "PLN-413", column=entry.column)
            return
        change = cell_change(table.roles(entry.person_id, column), entry.text)
        self._apply(entry, column, change)

    def adopt(self) -> None:
        """Every waiting role whose plan is open (or not there yet) becomes a work result."""
        for link in tuple(self.links.values()):
            if not link.is_waiting or link.host_unit_id != self.unit_id:
                continue
            plan = self._open_plan(link.person_id)
            if plan is None:
                self._note_waiting(CellEntry(link.person_id, link.parent.code, link.text), link.text)
                continue
            result_id = self._enter(plan, link.parent, link.text)
            for settled in settle_role(self.links.values(), link.link_id, result_id):
                self._put(settled)
            self.added += 1

    def save(self, work: Work) -> None:
        """Put plans and links down."""
        work.plans.save([self.plans[person_id] for person_id in sorted(self.changed_plans)])
        work.cascade.remove_links(sorted(self.gone_links))
        kept = [self.links[link_id] for link_id in self.links if link_id in self.changed_links - self.gone_links]
        work.cascade.save_links(kept)

    def outcome(self, changes: Changes) -> MatrixOutcome:
        """What came of it."""
        return MatrixOutcome(self.added, self.renamed, self.removed, tuple(self.waiting), tuple(self.refused), changes)

    def _table_of(self, column: Node | None, person_id: str) -> MatrixTable | None:
        for table in self.matrix.tables:
            has_column = any(each.node == column for each in table.columns)
            if has_column and any(row.person_id == person_id for row in table.rows):
                return table
        return None

    def _apply(self, entry: CellEntry, column: Node, change: CellChange) -> None:
        for role, text in change.renamed:
            self._rename(entry, role, text)
        for role in change.removed:
            self._remove(entry, role)
        for text in change.added:
            self._add(entry, column, text)

    def _add(self, entry: CellEntry, column: Node, text: str) -> None:
        link_id = str(uuid.uuid4())
        plan = self._open_plan(entry.person_id)
        if plan is None:
            child = Node(NodeKind.ROLE, link_id)
            self._note_waiting(entry, text)
        else:
            child = Node(NodeKind.RESULT, self._enter(plan, column, text))
            self.added += 1
        link = CascadeLink(link_id, self.picture.year, column, child, entry.person_id, self.unit_id, text)
        self._put(link)

    def _rename(self, entry: CellEntry, role: CellRole, text: str) -> None:
        link = self.links[role.link_id]
        if role.is_in_plan:
            plan = self._open_plan(entry.person_id)
            if plan is None or result_of(plan, link.child.key) is None:
                self._refuse(entry, "PLN-406", name=self.picture.roll.name_of(entry.person_id), role=role.text)
                return
            self._keep(with_role_text(plan, link.child.key, text))
        self._put(replace(link, text=text))
        self.renamed += 1

    def _remove(self, entry: CellEntry, role: CellRole) -> None:
        """Take a role out of the cell; the result goes too when nothing was written to it and nothing rests on it."""
        link = self.links[role.link_id]
        plan = self._open_plan(entry.person_id) if role.is_in_plan else None
        result = result_of(plan, link.child.key) if plan is not None else None
        others = [
            one for one in self.links.values() if one.link_id != link.link_id and one.link_id not in self.gone_links
        ]
        serves_more = any(one.child == link.child for one in others)
        carries = [one for one in others if one.parent == link.child]
        if carries and not role.is_in_plan:
            self._refuse(entry, "PLN-410", indicator=role.text, count=len(carries))
            return
        if plan is not None and result is not None and not (result.indicators or serves_more or carries):
            self._keep(without_result(plan, result.result_id))
        self.gone_links.add(link.link_id)
        self.removed += 1

    def _open_plan(self, person_id: str) -> PerformancePlan | None:
        """The plan that may be written into: a draft, a new one where there is none; nothing when it is fixed."""
        plan = self.plans.get(person_id)
        if plan is None:
            return empty_plan(str(uuid.uuid4()), person_id, self.picture.year, self.picture.roll.job_class(person_id))
        return plan if plan.state is PlanState.DRAFT else None

    def _enter(self, plan: PerformancePlan, column: Node, text: str) -> str:
        """Write a role into a plan: what it serves, and the post that gives the task (A.1.7 columns 2 and 3)."""
        roll = self.picture.roll
        offer = self.picture.cascade.offers[column]
        parent_text, parent_indicator = quoted(offer, self.picture.cascade.offers, roll)
        giver = roll.people.get(offer.person_id or roll.heads.get(self.unit_id, ""))
        role = WorkResult(
            result_id=str(uuid.uuid4()),
            number=0,
            kind=ResultKind.MAIN,
            text=text,
            parent_text=parent_text,
            assigned_by=giver.position_title if giver is not None else "",
            parent_indicator=parent_indicator,
        )
        self._keep(with_role(plan, role))
        return role.result_id

    def _keep(self, plan: PerformancePlan) -> None:
        self.plans[plan.person_id] = plan
        self.changed_plans.add(plan.person_id)

    def _put(self, link: CascadeLink) -> None:
        self.links[link.link_id] = link
        self.changed_links.add(link.link_id)

    def _note_waiting(self, entry: CellEntry, text: str) -> None:
        facts: dict[str, object] = {"role": text, "name": self.picture.roll.name_of(entry.person_id)}
        self.waiting.append(CellFate(entry.person_id, entry.column, "PLN-421", facts))

    def _refuse(self, entry: CellEntry, code: str, **facts: object) -> None:
        self.refused.append(CellFate(entry.person_id, entry.column, code, facts))

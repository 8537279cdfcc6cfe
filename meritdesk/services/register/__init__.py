"""The register: units and people of the agency, and who rates whom."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path

from meritdesk.core import raters
from meritdesk.core.access import Action, require
from meritdesk.core.errors import FileRefusal, UsageRefusal
from meritdesk.core.intake import StaffRow, UnitRow
from meritdesk.core.journal import Changes
from meritdesk.core.lines import StaffLine, StaffQuery
from meritdesk.core.people import (
    EmploymentType,
    OrgUnit,
    Person,
    PositionKind,
    RaterBasis,
    ReportingLine,
)
from meritdesk.services.changes import ImportOutcome, Step, no_step
from meritdesk.services.intake import Tally, origin_of, state_of
from meritdesk.services.ports import Surroundings, Work


@dataclass(frozen=True, slots=True)
class PersonCard:
    """Everything the register says of one person today."""

    person: Person
    unit: OrgUnit | None
    line: ReportingLine | None
    rater: Person | None
    superior: Person | None


@dataclass(frozen=True, slots=True)
class Register:
    """Verbs of the register."""

    around: Surroundings

    def import_units(
        self, path: Path, step: Step = no_step, dry_run: bool = False, attach_orphans: bool = False
    ) -> ImportOutcome:
        """Take over the unit file (UNOR); an orphan is refused unless the clerk says to hang it below the root."""
        require(self.around.actor, Action.IMPORT)
        intake = self.around.spreadsheets.read_units(path, step)
        with self.around.store.writing(self.around.actor, "register.import_units", origin=origin_of(path)) as work:
            known = {unit.source_id: unit for unit in work.units.all()}
            people = {person.source_id: person for person in work.people.all() if person.source_id}
            tally: Tally[UnitRow] = Tally(intake)
            units, officials = _judge_units(tally, known, people, attach_orphans)
            loops = raters.unit_cycles(
                (*(unit for unit in known.values() if unit.source_id not in units), *units.values())
            )
            if loops:
                raise FileRefusal("REG-342", units=" → ".join(unit.name for unit in loops[0]))
            work.people.save(officials)
            work.units.save(list(units.values()))
            _derive(work)
            changes = Changes() if dry_run else work.commit()
        return tally.answer(changes)

    def import_staff(self, path: Path, step: Step = no_step, dry_run: bool = False) -> ImportOutcome:
        """Take over the staff file (Profil ASN); blank cells never overwrite, a destroyed NIP is never imported."""
        require(self.around.actor, Action.IMPORT)
        intake = self.around.spreadsheets.read_staff(path, step)
        with self.around.store.writing(self.around.actor, "register.import_staff", origin=origin_of(path)) as work:
            tally: Tally[StaffRow] = Tally(intake)
            people = _judge_staff(tally, work.people.all(), work.units.all())
            work.people.save(people)
            _derive(work)
            changes = Changes() if dry_run else work.commit()
        return tally.answer(changes)

    def units(self) -> tuple[OrgUnit, ...]:
        """All units, parents before children, in the order of the agency."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return in_tree_order(work.units.all())

    def staff(self, query: StaffQuery) -> tuple[StaffLine, ...]:
        """One block of the staff list."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return work.people.lines(query)

    def count(self, query: StaffQuery) -> int:
        """How many people a query finds in all."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return work.people.count(query)

    def branch(self, unit_id: str) -> tuple[str, ...]:
        """A unit and everything below it; the key or the UNOR ID may be given. ``USE-103`` when unknown."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return branch_of(work.units.all(), unit_id)

    def show(self, nip: str) -> PersonCard:
        """One person with unit, rater and the rater's superior; ``USE-102`` when unknown."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            person = work.people.by_nip(nip)
            if person is None:
                raise UsageRefusal("USE-102", nip=nip)
            units = {unit.unit_id: unit for unit in work.units.all()}
            line = next((line for line in work.reporting.all() if line.person_id == person.person_id), None)
            named = work.people.by_ids([key for key in (line.rater_id, line.superior_id) if key]) if line else {}
            return PersonCard(
                person=person,
                unit=units.get(person.unit_id),
                line=line,
                rater=named.get(line.rater_id) if line else None,
                superior=named.get(line.superior_id) if line else None,
            )


def branch_of(units: Sequence[OrgUnit], unit_id: str) -> tuple[str, ...]:
    """The keys of a unit and everything below it, by key or UNOR ID; ``USE-103`` when unknown."""
    start = next((unit.unit_id for unit in units if unit_id in (unit.unit_id, unit.source_id)), None)
    if start is None:
        raise UsageRefusal("USE-103", unit=unit_id)
    children: dict[str, list[str]] = {}
    for unit in units:
        children.setdefault(unit.parent_id, []).append(unit.unit_id)
    found, waiting = [], [start]
    while waiting:
        current = waiting.pop()
        found.append(current)
        waiting.extend(children.pop(current, []))
    return tuple(found)


def in_tree_order(units: Iterable[OrgUnit]) -> tuple[OrgUnit, ...]:
    """Units with parents before children and siblings in the agency's own order."""
    children: dict[str, list[OrgUnit]] = {}
    for unit in units:
        children.setdefault(unit.parent_id, []).append(unit)
    for siblings in children.values():
        siblings.sort(key=lambda unit: (unit.sort_order, unit.name))
    ordered: list[OrgUnit] = []
    waiting = list(reversed(children.pop("", [])))
    while waiting:
        unit = waiting.pop()
        ordered.append(unit)
        waiting.extend(reversed(children.pop(unit.unit_id, [])))
    return tuple(ordered)


def _derive(work: Work) -> tuple[ReportingLine, ...]:
    entered = {line.person_id: line for line in work.reporting.all() if line.basis is RaterBasis.ENTERED}
    lines = tuple(
        entered.get(line.person_id, line) for line in raters.derive_lines(work.people.all(), work.units.all())
    )
    work.reporting.save(lines)
    return lines


def _judge_units(
    tally: Tally[UnitRow], known: Mapping[str, OrgUnit], people: Mapping[str, Person], attach_orphans: bool
) -> tuple[dict[str, OrgUnit], list[Person]]:
    """The units to write and the officials named in the file who are no employees (Kepala Daerah)."""
    in_file = {placed.value.source_id for placed in tally.intake.rows}
    keys = {source_id: unit.unit_id for source_id, unit in known.items()}
    for placed in tally.intake.rows:
        keys.setdefault(placed.value.source_id, str(uuid.uuid4()))
    roots = [placed.value.source_id for placed in tally.intake.rows if not placed.value.parent_source_id]
    root = roots[0] if roots else next((unit.source_id for unit in known.values() if not unit.parent_id), "")
    units: dict[str, OrgUnit] = {}
    officials: list[Person] = []
    refused_branches: set[str] = set()
    for placed in tally.intake.rows:
        row = placed.value
        parent = row.parent_source_id or ""
        if parent and parent not in in_file and parent not in known:
            if not (attach_orphans and root):
                tally.refuse(placed.row, "DIATASAN ID", "REG-341", unit=row.name, parent=parent)
                refused_branches.add(row.source_id)
                continue
            parent = root
        before = known.get(row.source_id)
        head_id = before.head_id if before else ""
        if row.official_source_id and row.head_name:
            official = people.get(row.official_source_id) or Person(
                person_id=str(uuid.uuid4()), nip="", name=row.head_name, source_id=row.official_source_id
            )
            official = replace(
                official,
                name=row.head_name,
                employment=EmploymentType.OFFICIAL,
                position_kind=PositionKind.OFFICIAL,
                position_title=row.head_title or official.position_title,
                unit_id=keys[row.source_id],
            )
            officials.append(official)
            head_id = official.person_id
        base = before or OrgUnit(unit_id=keys[row.source_id], name=row.name, source_id=row.source_id)
        unit = replace(
            base,
            name=row.name,
            parent_id=keys[parent] if parent else "",
            head_title=_kept(row.head_title, base.head_title),
            echelon=_kept(row.echelon, base.echelon),
            head_id=head_id,
            head_source_id=_kept(row.head_source_id, base.head_source_id),
            acting_source_id=_kept(row.acting_source_id, base.acting_source_id),
            is_autonomous=base.is_autonomous if row.is_autonomous is None else row.is_autonomous,
            sort_order=base.sort_order if row.sort_order is None else row.sort_order,
        )
        units[row.source_id] = unit
    _drop_orphaned_branches(tally, units, keys, refused_branches)
    for placed in tally.intake.rows:
        if placed.value.source_id in units:
            unit = units[placed.value.source_id]
            before = known.get(unit.source_id)
            changed = _changed_fields(before, unit)
            tally.accept(placed.row, unit.source_id, unit.name, state_of(before, unit), changed)
    return units, officials


def _drop_orphaned_branches(
    tally: Tally[UnitRow], units: dict[str, OrgUnit], keys: Mapping[str, str], refused: set[str]
) -> None:
    """What hangs below a refused orphan cannot stand either; each such row is refused by name."""
    rows = {placed.value.source_id: placed for placed in tally.intake.rows}
    gone = {keys[source_id] for source_id in refused}
    while True:
        below = [unit for unit in units.values() if unit.parent_id in gone and unit.unit_id not in gone]
        if not below:
            return
        for unit in below:
            del units[unit.source_id]
            gone.add(unit.unit_id)
            parent = rows[unit.source_id].value.parent_source_id
            tally.refuse(rows[unit.source_id].row, "DIATASAN ID", "REG-341", unit=unit.name, parent=parent)


def _judge_staff(tally: Tally[StaffRow], known: Sequence[Person], units: Sequence[OrgUnit]) -> list[Person]:
    by_source = {person.source_id: person for person in known if person.source_id}
    by_nip = {person.nip: person for person in known if person.nip}
    unit_by_source = {unit.source_id: unit.unit_id for unit in units}
    unit_by_name = _units_by_name(units)
    taken: dict[str, int] = {}
    people: list[Person] = []
    for placed in tally.intake.rows:
        row = placed.value
        before = by_source.get(row.source_id or "") or by_nip.get(row.nip)
        holder = by_nip.get(row.nip)
        if holder is not None and before is not None and holder.person_id != before.person_id:
            tally.conflict(placed.row, "NIP BARU", "REG-343", nip=row.nip, name=holder.full_name)
            continue
        if before is not None and row.source_id and before.source_id and before.source_id != row.source_id:
            tally.conflict(placed.row, "PNS ID", "REG-343", nip=row.nip, name=before.full_name)
            continue
        if before is None and not row.name:
            tally.refuse(placed.row, "NAMA", "REG-344", nip=row.nip)
            continue
        base = before or Person(person_id=str(uuid.uuid4()), nip=row.nip, name=row.name or "")
        if base.person_id in taken:
            tally.refuse(placed.row, "NIP BARU", "REG-345", nip=row.nip, other=taken[base.person_id])
            continue
        taken[base.person_id] = placed.row
        person = _person_from(row, base, unit_by_source, unit_by_name)
        people.append(person)
        if row.unit_source_id not in unit_by_source and person.unit_id and row.unit_name:
            tally.remark(placed.row, "UNOR NAMA", "REG-348", nip=row.nip, unit=row.unit_name)
        if not person.unit_id:
            tally.remark(placed.row, "UNOR ID", "REG-346", nip=row.nip, unit=row.unit_source_id or row.unit_name or "-")
        tally.accept(
            placed.row, person.nip, person.full_name, state_of(before, person), _changed_fields(before, person)
        )
    return people


def _person_from(
    row: StaffRow, base: Person, unit_by_source: Mapping[str, str], unit_by_name: Mapping[str, str]
) -> Person:
    unit_id = unit_by_source.get(row.unit_source_id or "")
    if unit_id is None and row.unit_name:
        unit_id = unit_by_name.get(row.unit_name.casefold())
    return Person(
        person_id=base.person_id,
        nip=row.nip,
        name=_kept(row.name, base.name),
        source_id=_kept(row.source_id, base.source_id),
        front_title=_kept(row.front_title, base.front_title),
        back_title=_kept(row.back_title, base.back_title),
        sex=row.sex or base.sex,
        birth_date=row.birth_date or base.birth_date,
        employment=row.employment or base.employment,
        legal_status=row.legal_status or base.legal_status,
        grade=_kept(row.grade, base.grade),
        grade_since=row.grade_since or base.grade_since,
        position_kind=row.position_kind or base.position_kind,
        position_title=_kept(row.position_title, base.position_title),
        position_since=row.position_since or base.position_since,
        echelon=_kept(row.echelon, base.echelon),
        education=_kept(row.education, base.education),
        unit_id=unit_id if unit_id is not None else base.unit_id,
    )


def _units_by_name(units: Sequence[OrgUnit]) -> dict[str, str]:
    """Units by name and by ``NAME - PARENT`` as the staff file writes it; ambiguous names lead nowhere."""
    by_id = {unit.unit_id: unit for unit in units}
    found: dict[str, str] = {}
    doubled: set[str] = set()
    for unit in units:
        path, above, seen = unit.name.casefold(), unit, {unit.unit_id}
        while True:
            doubled.update({path} & found.keys())
            found[path] = unit.unit_id
            if above.parent_id not in by_id or above.parent_id in seen:
                break
            above = by_id[above.parent_id]
            seen.add(above.unit_id)
            path = f"{path} - {above.name.casefold()}"
    return {path: unit_id for path, unit_id in found.items() if path not in doubled}


def _kept(new: str | None, old: str) -> str:
    return old if new is None or new == "" else new


def _changed_fields(before: Person | OrgUnit | None, after: Person | OrgUnit) -> tuple[str, ...]:
    if before is None or before == after:
        return ()
    return tuple(item.name for item in fields(after) if getattr(before, item.name) != getattr(after, item.name))

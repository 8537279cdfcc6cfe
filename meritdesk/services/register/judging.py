"""Which rows of a unit or staff file can be taken, and what they make of what is known; blanks never overwrite."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date

from meritdesk.core.career import History
from meritdesk.core.career_drafting import EntryChange
from meritdesk.core.differences import differences
from meritdesk.core.duplicates import folded_name
from meritdesk.core.file_history import DatedRow, dated_by_file, seat_by_file
from meritdesk.core.given import DoubtAnswer
from meritdesk.core.intake import StaffRow, UnitRow
from meritdesk.core.nip import birth_date_of_nip
from meritdesk.core.people import EmploymentType, OrgUnit, Person, PositionKind
from meritdesk.services.intake import Tally, state_of
from meritdesk.services.ports import Work


def judge_units(
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
    names = {unit.unit_id: unit.name for unit in (*known.values(), *units.values())}
    names |= {person.person_id: person.full_name for person in (*people.values(), *officials)}
    for placed in tally.intake.rows:
        if placed.value.source_id in units:
            unit = units[placed.value.source_id]
            before = known.get(unit.source_id)
            changed = _changed_fields(before, unit)
            shown = differences(before, unit, names)
            tally.accept(placed.row, unit.source_id, unit.name, state_of(before, unit), changed, shown)
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


@dataclass(slots=True)
class Dating:
    """Turns what a file changed about known people into history, and writes the entries in one go."""

    history: History
    today: date
    changes: list[EntryChange] = field(default_factory=list)

    def __call__(self, before: Person, after: Person) -> DatedRow:
        """The row to save with its remarks; its entries are kept for ``write_to``."""
        row = dated_by_file(before, after, self.history, self.today, lambda: str(uuid.uuid4()))
        self.changes.extend(row.entries)
        return row

    def write_to(self, work: Work) -> None:
        """Write every entry that the file made."""
        write_entries(work, self.changes)


def write_entries(work: Work, changes: Sequence[EntryChange]) -> None:
    """Write what a change does to entries: some new or altered, some gone."""
    work.history.remove([change.before for change in changes if change.before and change.after is None])
    work.history.save([change.after for change in changes if change.after is not None])


def date_units(
    tally: Tally[UnitRow],
    units: dict[str, OrgUnit],
    known: Mapping[str, OrgUnit],
    people: Mapping[str, Person],
    work: Work,
    today: date,
) -> None:
    """Heads and Plt whom a newer unit file names: the history gets them, and what it knows better stays."""
    history = work.history.all()
    rows = {placed.value.source_id: placed.row for placed in tally.intake.rows}
    changes: list[EntryChange] = []
    for source_id, unit in units.items():
        before = known.get(source_id)
        if before is None or before == unit:
            continue
        seat = seat_by_file(before, unit, people, history, today, lambda: str(uuid.uuid4()))
        units[source_id] = seat.unit
        changes.extend(seat.entries)
        for remark in seat.remarks:
            tally.remark(rows[source_id], remark.column, remark.code, **remark.facts)
    write_entries(work, changes)


def judge_staff(
    tally: Tally[StaffRow], known: Sequence[Person], units: Sequence[OrgUnit], dated: Dating
) -> list[Person]:
    """The people who are new or whom the file changes, in its order; ``dated`` turns what changed into history."""
    by_source = {person.source_id: person for person in known if person.source_id}
    by_nip = {person.nip: person for person in known if person.nip}
    unit_by_source = {unit.source_id: unit.unit_id for unit in units}
    unit_by_name = _units_by_name(units)
    unit_names = {unit.unit_id: unit.name for unit in units}
    doubts = Doubts.of(known, tally)
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
        if before is None and (namesake := doubts.namesake(row)) is not None:
            answer = tally.answer_of(placed.row)
            facts = {"nip": row.nip, "name": namesake.full_name, "other": namesake.nip or "-"}
            if answer is None and tally.can_be_asked:
                tally.conflict(placed.row, "NIP BARU", "IMP-279", **facts)
                continue
            if answer is None:
                tally.remark(placed.row, "NIP BARU", "IMP-288", **facts)
            before = namesake if answer is DoubtAnswer.SAME else None
        if before is None and not row.name:
            tally.refuse(placed.row, "NAMA", "REG-344", nip=row.nip)
            continue
        base = before or Person(person_id=str(uuid.uuid4()), nip=row.nip, name=row.name or "")
        if base.person_id in taken:
            tally.refuse(placed.row, "NIP BARU", "REG-345", nip=row.nip, other=taken[base.person_id])
            continue
        taken[base.person_id] = placed.row
        person = _person_from(row, base, unit_by_source, unit_by_name)
        if before is not None and before != person:
            dated_row = dated(before, person)
            person = dated_row.person
            for remark in dated_row.remarks:
                tally.remark(placed.row, remark.column, remark.code, **remark.facts)
        if before != person:
            people.append(person)
        if row.unit_source_id not in unit_by_source and person.unit_id and row.unit_name:
            tally.remark(placed.row, "UNOR NAMA", "REG-348", nip=row.nip, unit=row.unit_name)
        if not person.unit_id:
            tally.remark(placed.row, "UNOR ID", "REG-346", nip=row.nip, unit=row.unit_source_id or row.unit_name or "-")
        changed, shown = _changed_fields(before, person), differences(before, person, unit_names)
        tally.accept(placed.row, person.nip, person.full_name, state_of(before, person), changed, shown)
    return people


@dataclass(frozen=True, slots=True)
class Doubts:
    """Who is known and not named by the file: a new row of the same name and birth date may be one of them.

    A person changes the NIP with a new contract, or a typing fault made two of one. Only the clerk can say: a table
    whose giver can answer waits for it; a plain file is taken with a remark, and the pair is found under duplicates.
    """

    by_name: Mapping[tuple[str, date], Person]

    @classmethod
    def of(cls, known: Sequence[Person], tally: Tally[StaffRow]) -> Doubts:
        """Those whom a file leaves unnamed; who is named in it has a row of his own and is somebody else."""
        nips = {placed.value.nip for placed in tally.intake.rows}
        sources = {placed.value.source_id for placed in tally.intake.rows if placed.value.source_id}
        found: dict[tuple[str, date], Person] = {}
        for person in known:
            born = person.birth_date or birth_date_of_nip(person.nip)
            if person.employment is EmploymentType.OFFICIAL or person.nip in nips or born is None:
                continue
            if not (person.source_id and person.source_id in sources):
                found[folded_name(person.name), born] = person
        return cls(found)

    def namesake(self, row: StaffRow) -> Person | None:
        """Whom a new row may mean."""
        if not self.by_name:
            return None
        born = row.birth_date or birth_date_of_nip(row.nip)
        if not row.name or born is None:
            return None
        return self.by_name.get((folded_name(row.name), born))


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

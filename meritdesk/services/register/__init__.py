"""The register: units and people of the agency, and who rates whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from meritdesk.core import raters
from meritdesk.core.access import Action, require
from meritdesk.core.errors import FileRefusal, UsageRefusal
from meritdesk.core.intake import StaffRow, UnitRow
from meritdesk.core.journal import Changes
from meritdesk.core.lines import FieldTally, StaffField, StaffLine, StaffPage, StaffQuery
from meritdesk.core.people import STRUCTURAL_KINDS, LegalStatus, OrgUnit, Person, PositionKind, ReportingLine
from meritdesk.core.standing import tree_on
from meritdesk.services.changes import ImportOutcome, Step, no_step
from meritdesk.services.deriving import derive, with_written
from meritdesk.services.intake import Tally, origin_of
from meritdesk.services.ports import Source, Surroundings
from meritdesk.services.register.bulk import StaffBulk
from meritdesk.services.register.careers import Careers
from meritdesk.services.register.hindrances import Blocking
from meritdesk.services.register.judging import Dating, date_units, judge_staff, judge_units
from meritdesk.services.register.signers import Signers
from meritdesk.services.register.twins import Duplicates
from meritdesk.uncollected import uncollected

RATING_KINDS = STRUCTURAL_KINDS | {PositionKind.OFFICIAL}


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

    @property
    def bulk(self) -> StaffBulk:
        """One field of many people."""
        return StaffBulk(self.around)

    @property
    def careers(self) -> Careers:
        """Timelines and changes in mid-year."""
        return Careers(self.around)

    @property
    def blocking(self) -> Blocking:
        """Who blocks whom."""
        return Blocking(self.around)

    @property
    def duplicates(self) -> Duplicates:
        """Who may be there twice."""
        return Duplicates(self.around)

    @property
    def signers(self) -> Signers:
        """Who signs for which unit in which capacity."""
        return Signers(self.around)

    @uncollected()
    def import_units(
        self, source: Source, step: Step = no_step, dry_run: bool = False, attach_orphans: bool = False
    ) -> ImportOutcome:
        """Take over the unit file (UNOR); an orphan is refused unless the clerk says to hang it below the root."""
        require(self.around.actor, Action.IMPORT)
        intake = self.around.spreadsheets.read_units(source, step)
        with self.around.store.writing(self.around.actor, "register.import_units", origin=origin_of(source)) as work:
            step = work.watch(step)
            known = {unit.source_id: unit for unit in work.units.all()}
            people = {person.source_id: person for person in work.people.all() if person.source_id}
            tally: Tally[UnitRow] = Tally(intake, source)
            units, officials = judge_units(tally, known, people, attach_orphans)
            date_units(tally, units, known, people, work, self.around.clock().date())
            loops = raters.unit_cycles(
                (*(unit for unit in known.values() if unit.source_id not in units), *units.values())
            )
            if loops:
                raise FileRefusal("REG-342", units=" → ".join(unit.name for unit in loops[0]))
            if dry_run:
                return tally.answer(Changes())
            work.people.save(officials)
            work.units.save(list(units.values()))
            derive(work, self.around.clock().date())
            changes = work.commit()
        return tally.answer(changes)

    @uncollected()
    def import_staff(self, source: Source, step: Step = no_step, dry_run: bool = False) -> ImportOutcome:
        """Take over the staff file (Profil ASN); blank cells never overwrite, a destroyed NIP is never imported."""
        require(self.around.actor, Action.IMPORT)
        intake = self.around.spreadsheets.read_staff(source, step)
        with self.around.store.writing(self.around.actor, "register.import_staff", origin=origin_of(source)) as work:
            step = work.watch(step)
            tally: Tally[StaffRow] = Tally(intake, source)
            dating = Dating(work.history.all(), self.around.clock().date())
            known = work.people.all()
            people = judge_staff(tally, known, work.units.all(), dating)
            if dry_run:
                return tally.answer(Changes())
            work.people.save(people)
            dating.write_to(work)
            derive(work, self.around.clock().date(), with_written(known, people))
            changes = work.commit()
        return tally.answer(changes)

    def units(self) -> tuple[OrgUnit, ...]:
        """All units, parents before children, in the order of the agency."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return in_tree_order(work.units.all())

    def today(self) -> date:
        """The day on which the desk works."""
        return self.around.clock().date()

    def officials(self) -> tuple[Person, ...]:
        """Whoever may be named as rater: officials in service and functional officials who lead a unit, by name."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            people, units, history = work.people.all(), work.units.all(), work.history.all()
        tree = tree_on(people, units, history, self.today())
        leaders = {found.person.person_id for found in tree.leaders.values()}
        return tuple(
            person
            for person in people
            if person.legal_status is LegalStatus.ACTIVE
            and (person.position_kind in RATING_KINDS or person.person_id in leaders)
        )

    def staff(self, query: StaffQuery) -> tuple[StaffLine, ...]:
        """One block of the staff list."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return work.people.lines(query)

    def page(self, query: StaffQuery) -> StaffPage:
        """One block of the staff list with how many people the query finds in all."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return work.people.page(query)

    def count(self, query: StaffQuery) -> int:
        """How many people a query finds in all."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return work.people.count(query)

    def tally(self, query: StaffQuery, field: StaffField) -> tuple[FieldTally, ...]:
        """The totals of a query by the values of one field, the most frequent first; order and block do not count."""
        require(self.around.actor, Action.READ)
        with self.around.store.reading() as work:
            return work.people.tally(query, field)

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
            units = work.units.by_ids([person.unit_id])
            line = work.reporting.by_ids([person.person_id]).get(person.person_id)
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

"""Who of the sample city meets which case: the same people for the same seed, each for one case at most."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from meritdesk.core.lines import StaffLine, StaffQuery
from meritdesk.core.people import EmploymentType, LegalStatus, PositionKind
from meritdesk.sample_city.cases import Case, CaseBook
from meritdesk.services import Desk
from meritdesk.services.planning import PlanDuty

MOST_PEOPLE = 200_000


@dataclass(frozen=True, slots=True)
class Group:
    """The people of one rater, and the rater himself."""

    rater: StaffLine
    members: tuple[StaffLine, ...]
    led_unit_source_id: str


@dataclass(slots=True)
class Chooser:
    """The register as it stood in January, and who is still free for a case."""

    book: CaseBook
    staff: dict[str, StaffLine]
    duties: dict[str, PlanDuty]
    groups: tuple[Group, ...]
    raters: frozenset[str]
    reserved: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, desk: Desk, book: CaseBook, year: int) -> Chooser:
        """Read the staff list and who rates whom, once."""
        staff = {line.person_id: line for line in desk.register.staff(StaffQuery(limit=MOST_PEOPLE))}
        duties = {duty.person_id: duty for duty in desk.planning.due(year)}
        by_rater: dict[tuple[str, str], list[StaffLine]] = defaultdict(list)
        for duty in duties.values():
            by_rater[duty.rater_id, duty.led_unit_source_id].append(staff[duty.person_id])
        groups = [
            Group(staff[rater_id], tuple(sorted(members, key=lambda one: one.nip)), led)
            for (rater_id, led), members in by_rater.items()
            if rater_id in staff
        ]
        raters = frozenset(rater_id for rater_id, _ in by_rater)
        return cls(book, staff, duties, tuple(sorted(groups, key=lambda one: one.rater.nip)), raters)

    @classmethod
    def empty(cls, book: CaseBook) -> Chooser:
        """Before the register has been read."""
        return cls(book, {}, {}, (), frozenset())

    def high_leaders(self, case: Case, count: int) -> tuple[StaffLine, ...]:
        """Free heads of department, whose result is final because the head of region rates them (R-07)."""
        found = [
            line
            for line in sorted(self.staff.values(), key=lambda one: one.nip)
            if line.position_kind is PositionKind.JPT
            and line.legal_status is LegalStatus.ACTIVE
            and line.nip
            and line.person_id in self.duties
            and self.is_free(line)
        ][:count]
        self.book.note(case, [line.nip for line in found])
        return tuple(found)

    def people(
        self,
        case: Case,
        count: int,
        fits: Callable[[StaffLine], bool],
        status: LegalStatus = LegalStatus.ACTIVE,
    ) -> tuple[StaffLine, ...]:
        """So many free people who lead nobody and fit, put down under a case."""
        found = [
            line
            for line in sorted(self.staff.values(), key=lambda one: one.nip)
            if line.nip
            and line.legal_status is status
            and line.person_id in self.duties
            and line.person_id not in self.raters
            and self.is_free(line)
            and fits(line)
        ][:count]
        self.book.note(case, [line.nip for line in found])
        return tuple(found)

    def group(self, case: Case, least: int, most: int) -> Group | None:
        """The people of one rater, all free, none of them a rater; put down under a case, the rater is reserved."""
        for group in self.groups:
            is_small = least <= len(group.members) <= most
            plain = all(self.is_free(one) and one.person_id not in self.raters for one in group.members)
            active = all(one.legal_status is LegalStatus.ACTIVE and one.nip for one in group.members)
            rater = group.rater
            can_rate = rater.employment is not EmploymentType.OFFICIAL and rater.position_kind is not PositionKind.JPT
            if is_small and plain and active and can_rate and self.is_free(rater):
                self.book.note(case, [one.nip for one in group.members])
                self.reserved.add(rater.person_id)
                return group
        return None

    def may_object(self, line: StaffLine) -> bool:
        """Whether somebody stands above the rater: what the head of region says is final (R-07)."""
        rater = self.staff.get(self.duties[line.person_id].rater_id)
        return rater is not None and rater.employment is not EmploymentType.OFFICIAL

    def is_free(self, line: StaffLine) -> bool:
        """Whether nothing happens to somebody and he is nobody's rater in a case."""
        return self.book.is_free(line.nip) and line.person_id not in self.reserved


def is_specialist(line: StaffLine) -> bool:
    """A civil servant in a functional post: the usual one to move, rise or study."""
    return line.employment is EmploymentType.PNS and line.position_kind is PositionKind.JF


def is_any(line: StaffLine) -> bool:
    """Anybody."""
    return True

"""January in the sample city: who may rate where a head is missing, and whom the year will bring a case."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from meritdesk.core.blockers import Blocker, BlockerKind
from meritdesk.core.career import CareerChange
from meritdesk.core.career_drafting import ChangeRequest
from meritdesk.core.lines import StaffLine
from meritdesk.core.people import LegalStatus, OrgUnit, Person, PositionKind
from meritdesk.core.periods import Period, PeriodKind
from meritdesk.sample_city.cases import Case, CaseBook
from meritdesk.sample_city.choosing import Chooser, Group, is_any, is_specialist
from meritdesk.sample_city.city_clock import CityClock
from meritdesk.services import Desk

LARGE = 1000
"""From so many staff on each case happens twice; more would only make the demo of a large city slower."""


@dataclass(slots=True)
class CityYear:
    """The desk, the clock and the book of a year that is being lived; ``size`` is how often each case happens.

    ``places`` are the units that somebody is to move to, by NIP; ``seats`` the vacant heads that are filled.
    """

    desk: Desk
    clock: CityClock
    book: CaseBook
    year: int
    size: int
    chooser: Chooser
    units: dict[str, OrgUnit]
    groups: dict[Case, list[Group]] = field(default_factory=dict)
    cast: dict[Case, tuple[StaffLine, ...]] = field(default_factory=dict)
    seats: list[OrgUnit] = field(default_factory=list)

    @property
    def period(self) -> Period:
        """The year as a period."""
        return Period(self.year, PeriodKind.YEAR)

    def day(self, month: int, day: int, years: int = 0) -> date:
        """A day of the year, or of the one after it."""
        return date(self.year + years, month, day)

    def change(self, change: CareerChange, person_id: str, since: date, **more: object) -> None:
        """Carry a change out on its day."""
        self.clock.move_to(since)
        self.desk.register.careers.change(ChangeRequest(change, person_id, since, **more))  # type: ignore[arg-type]
        self.book.deeds[f"CHANGE:{change.value}"] += 1

    def delegate(self, nip: str, unit_id: str, since: date, note: str) -> None:
        """Write a delegation down."""
        self.clock.move_to(since)
        self.desk.register.careers.delegate(nip, unit_id, since, note=note)
        self.book.deeds["DELEGATION"] += 1


def begin(desk: Desk, clock: CityClock, year: int, staff: int) -> CityYear:
    """Quarters are chosen, vacant heads get somebody who may rate, acting heads their letters; the rest is cast."""
    clock.move_to(date(year, 1, 6))
    desk.upkeep.settings.change({"periodic_cycle": "QUARTERLY"})
    size = 2 if staff >= LARGE else 1
    book = CaseBook()
    units = {unit.unit_id: unit for unit in desk.register.units()}
    story = CityYear(desk, clock, book, year, size, Chooser.empty(book), units)
    hindrances = desk.register.blocking.list(clock.day)
    found = sorted(hindrances.blockers, key=lambda one: units[one.unit_ids[0]].source_id if one.unit_ids else "")
    vacant = [one for one in found if one.kind is BlockerKind.VACANT_HEAD]
    acting = [one for one in found if one.kind is BlockerKind.UNCONFIRMED_ACTING]
    for place, blocker in enumerate(vacant):
        _vacant_head(story, place, blocker, hindrances.people)
    for blocker in acting[: 2 * size]:
        official = hindrances.people[blocker.person_id]
        if official.nip:
            story.delegate(official.nip, blocker.unit_ids[0], clock.day, "Surat perintah Plt dengan delegasi")
            book.note(Case.ACTING_CONFIRMED, _nips(blocker.blocked, hindrances.people))
    story.chooser = Chooser.of(desk, book, year)
    _cast(story)
    return story


def _vacant_head(story: CityYear, place: int, blocker: Blocker, people: dict[str, Person]) -> None:
    """Four ways out of a vacant head, one after the other: Plt, the superior, a successor, another official."""
    unit = story.units[blocker.unit_ids[0]]
    nips = _nips(blocker.blocked, people)
    neighbour = _neighbour_head(unit, story.units, people.values())
    january = story.clock.day
    if place % 4 == 1 or neighbour is None:
        story.book.note(Case.VACANT_SUPERIOR, nips)
    elif place % 4 == 2:
        story.seats.append(unit)
        story.book.note(Case.VACANT_FILLED, nips)
    elif place % 4 == 3:
        story.delegate(neighbour.nip, unit.unit_id, january, "Surat delegasi penilaian")
        story.book.note(Case.VACANT_OFFICIAL, nips)
    else:
        story.change(CareerChange.PLT_START, neighbour.person_id, january, unit_id=unit.unit_id, may_rate=True)
        story.book.note(Case.VACANT_DELEGATED, nips)


def _cast(story: CityYear) -> None:
    """Choose everybody whom the year will bring something, before any of it happens."""
    chooser, size = story.chooser, story.size
    for case, count, least, most in (
        (Case.LATE_UNIT, size, 2, 12),
        (Case.RATER_SILENT, 1, 1, 6),
        (Case.RATER_DIED, 1, 1, 6),
        (Case.PLT_ENDED, 1, 1, 6),
        (Case.PLH_ENDED, 1, 1, 6),
        (Case.CALIBRATED, size, 4, 25),
    ):
        groups = [chooser.group(case, least, most) for _ in range(count)]
        story.groups[case] = [group for group in groups if group is not None]
    for case, count, fits, status in (
        (Case.STUDY_GRADUATED, size, is_any, LegalStatus.STUDY_LEAVE),
        (Case.STUDY_DROPPED, size, is_any, LegalStatus.STUDY_LEAVE),
        (Case.SECONDED_BACK, 1, is_any, LegalStatus.SECONDED),
        (Case.PROMOTED, len(story.seats), is_specialist, LegalStatus.ACTIVE),
        (Case.MOVED, size + 1, is_specialist, LegalStatus.ACTIVE),
        (Case.GRADE, size, _can_rise, LegalStatus.ACTIVE),
        (Case.STUDY_STARTED, size, is_specialist, LegalStatus.ACTIVE),
        (Case.SECONDED_OUT, size, is_specialist, LegalStatus.ACTIVE),
        (Case.PENSIONED, size, is_any, LegalStatus.ACTIVE),
        (Case.LEFT, size, is_any, LegalStatus.ACTIVE),
        (Case.DIED, 1, is_any, LegalStatus.ACTIVE),
        (Case.WAIVED, size, is_any, LegalStatus.ACTIVE),
        (Case.NO_PLAN, size, is_any, LegalStatus.ACTIVE),
        (Case.OBJECTION_UPHELD, size, chooser.may_object, LegalStatus.ACTIVE),
        (Case.OBJECTION_REJECTED, size, chooser.may_object, LegalStatus.ACTIVE),
        (Case.OBJECTION_LATE, 1, chooser.may_object, LegalStatus.ACTIVE),
    ):
        story.cast[case] = chooser.people(case, count, fits, status)
    story.cast[Case.OBJECTION_FINAL] = chooser.high_leaders(Case.OBJECTION_FINAL, 1)


def _can_rise(line: StaffLine) -> bool:
    return is_specialist(line) and line.grade[-1:] in "abc" and "/" in line.grade


def _neighbour_head(unit: OrgUnit, units: dict[str, OrgUnit], people: Iterable[Person]) -> Person | None:
    """The head of the next unit of the same department, who can lead a vacant one besides his own."""
    heads = {person.source_id: person for person in people if person.legal_status is LegalStatus.ACTIVE}
    near = sorted(
        (one for one in units.values() if one.parent_id == unit.parent_id and one.unit_id != unit.unit_id),
        key=lambda one: one.source_id,
    )
    for one in near:
        head = heads.get(one.head_source_id) if one.head_source_id else None
        if head is not None and head.nip and head.position_kind is not PositionKind.STAFF:
            return head
    return None


def _nips(person_ids: Iterable[str], people: dict[str, Person]) -> list[str]:
    return [people[key].nip for key in person_ids if people[key].nip]

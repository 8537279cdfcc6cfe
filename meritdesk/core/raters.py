"""Who rates whom: derived from the unit tree, its heads and the staff (import-layouts 2; R-03 to R-11).

The rater of a member is whoever leads the member's unit; of somebody who leads a unit, whoever leads the unit above
it. In a local government the head of region rates every JPT (R-05). What cannot be derived is never guessed: the line
carries the code of the problem and the person stands on the list to work through.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from meritdesk.core.people import (
    STRUCTURAL_KINDS,
    EmploymentType,
    LegalStatus,
    OrgUnit,
    Person,
    PositionKind,
    RaterBasis,
    ReportingLine,
)

NO_UNIT = "REG-321"
NO_HEAD = "REG-322"
RATER_NOT_AN_OFFICIAL = "REG-323"
UNITS_IN_A_CIRCLE = "REG-324"
OWN_RATER = "REG-325"
UNIT_ABOVE_UNKNOWN = "REG-326"
TOP_OF_AGENCY = "REG-327"
NO_SUPERIOR = "REG-328"
ACTING_WITHOUT_DELEGATION = "REG-329"
FUNCTIONAL_WITHOUT_UNIT = "REG-330"
NAMED_RATER_ABSENT = "REG-331"


@dataclass(frozen=True, slots=True)
class Leadership:
    """Who leads a unit, and whether by the post or acting for it (Plt, or Plh when ``is_daily``).

    Whoever acts rates by delegation, not by acting alone (R-08); the Plt of a unit file is taken as delegated.
    """

    person: Person
    is_acting: bool
    may_rate: bool = True
    is_daily: bool = False


@dataclass(frozen=True, slots=True)
class Seat:
    """Who leads a unit by the dated history; where a part is not dated the unit's own row says it."""

    head_id: str = ""
    is_head_dated: bool = False
    acting_id: str = ""
    is_acting_dated: bool = False
    may_rate: bool = True
    is_daily: bool = False


@dataclass(frozen=True, slots=True)
class NamedRater:
    """A rater named for one person, or delegated for the members of a unit (R-03, R-12)."""

    rater_id: str
    unit_id: str = ""
    has_delegation: bool = False


@dataclass(frozen=True, slots=True)
class Appointments:
    """What was decided by name on a day: seats of units, raters of single people, delegates for units.

    ``secretary_decides``: the agency lets the regional secretary stand above heads of department who rate (G-9).
    """

    seats: Mapping[str, Seat] = field(default_factory=dict)
    raters: Mapping[str, NamedRater] = field(default_factory=dict)
    delegates: Mapping[str, NamedRater] = field(default_factory=dict)
    secretary_decides: bool = False


NOTHING_APPOINTED = Appointments()


def who_leads(
    units: Iterable[OrgUnit], people: Iterable[Person], seats: Mapping[str, Seat] | None = None
) -> Mapping[str, Leadership]:
    """The leader of every unit that has one: the named head, else the Plt, else the fitting structural official.

    A head who is not active (left, suspended, on unpaid leave, before pension, studying, seconded) cannot lead; then
    the Plt counts. Two officials who fit equally well mean that nobody is chosen.
    """
    seats = seats or {}
    by_id: dict[str, Person] = {}
    by_source: dict[str, Person] = {}
    officials: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        if person.legal_status is not LegalStatus.ACTIVE:
            continue
        by_id[person.person_id] = person
        if person.source_id:
            by_source.setdefault(person.source_id, person)
        if person.position_kind in STRUCTURAL_KINDS or person.position_kind is PositionKind.OFFICIAL:
            officials[person.unit_id].append(person)
    leaders: dict[str, Leadership] = {}
    for unit in units:
        seat = seats.get(unit.unit_id, _UNDATED)
        head = by_id.get(seat.head_id)
        if not seat.is_head_dated:
            head = by_id.get(unit.head_id) or by_source.get(unit.head_source_id)
        acting = by_id.get(seat.acting_id) if seat.is_acting_dated else by_source.get(unit.acting_source_id)
        if head is not None:
            leaders[unit.unit_id] = Leadership(head, is_acting=False)
        elif acting is not None:
            leaders[unit.unit_id] = Leadership(acting, True, seat.may_rate, seat.is_daily)
        else:
            fitting = _fitting_official(unit, officials.get(unit.unit_id, ()))
            if fitting is not None:
                leaders[unit.unit_id] = Leadership(fitting, is_acting=False)
    return leaders


_UNDATED = Seat()


def unit_cycles(units: Iterable[OrgUnit]) -> tuple[tuple[OrgUnit, ...], ...]:
    """Every circle of units that lie below each other; each circle once, from the unit met first upwards."""
    known = {unit.unit_id: unit for unit in units}
    settled: set[str] = set()
    circles = []
    for start in known:
        path: dict[str, int] = {}
        current = start
        while current in known and current not in settled and current not in path:
            path[current] = len(path)
            current = known[current].parent_id
        if current in path:
            circles.append(tuple(known[unit_id] for unit_id in list(path)[path[current] :]))
        settled.update(path)
    return tuple(circles)


def derive_lines(
    people: Sequence[Person], units: Sequence[OrgUnit], appointments: Appointments = NOTHING_APPOINTED
) -> tuple[ReportingLine, ...]:
    """One line for every person who must be appraised, in the order given; a line with ``problem`` has no rater.

    ``superior_id`` is empty for people rated by the head of region, who has no superior (G-9); for all others it is the
    one who rates the rater, tier by tier, and an unknown superior is a problem of its own.
    """
    agency = Tree(people, units, appointments)
    return tuple(agency.line(person) for person in people if person.is_appraised)


@dataclass(frozen=True, slots=True)
class FoundRater:
    """A rater found for somebody: who, rating with the level of which unit, and on what ground."""

    person: Person
    unit_id: str
    basis: RaterBasis = RaterBasis.HEAD


class Tree:
    """The tree with its leaders, indexed once; every question walks upwards only, so it always ends."""

    def __init__(
        self, people: Sequence[Person], units: Sequence[OrgUnit], appointments: Appointments = NOTHING_APPOINTED
    ) -> None:
        self.people = {person.person_id: person for person in people}
        self.appointments = appointments
        self.units = {unit.unit_id: unit for unit in units}
        self.leaders = who_leads(units, people, appointments.seats)
        self.circling = frozenset(unit.unit_id for circle in unit_cycles(units) for unit in circle)
        self.leaderships: dict[str, list[Leadership]] = defaultdict(list)
        for leadership in self.leaders.values():
            self.leaderships[leadership.person.person_id].append(leadership)
        self.depths: dict[str, int | None] = {}
        self._over_leaders: dict[str, FoundRater | str] = {}
        self.led_units = self._led_units()
        self.region_heads = [
            FoundRater(leadership.person, unit_id, RaterBasis.HEAD_OF_REGION)
            for unit_id, leadership in self.leaders.items()
            if not self.units[unit_id].parent_id and is_head_of_region(leadership.person)
        ]

    def _led_units(self) -> dict[str, str]:
        """The unit for which each leader answers upwards: his own highest, or the one where he reports as Plt (R-11).

        A Plt below his own unit goes on answering for his own; a Plh does so in any case.
        """
        by_post: dict[str, str] = {}
        acting: dict[str, str] = {}
        for unit_id, leadership in self.leaders.items():
            if leadership.is_daily:
                continue
            led = acting if leadership.is_acting else by_post
            known = led.get(leadership.person.person_id)
            depth, known_depth = self.depth(unit_id), self.depth(known) if known is not None else None
            if depth is not None and (known_depth is None or depth < known_depth):
                led[leadership.person.person_id] = unit_id
        for person_id, unit_id in acting.items():
            if by_post.get(person_id) not in self.above(unit_id):
                by_post[person_id] = unit_id
        return by_post

    def above(self, unit_id: str) -> tuple[str, ...]:
        """The units above one, nearest first; a way up that leads into a circle ends there."""
        found: list[str] = []
        current = self.units[unit_id].parent_id if unit_id in self.units else ""
        while current in self.units and current not in found:
            found.append(current)
            current = self.units[current].parent_id
        return tuple(found)

    def depth(self, unit_id: str) -> int | None:
        """How many units lie above; ``None`` when the way up leads into a circle."""
        path: list[str] = []
        current = unit_id
        while current in self.units and current not in self.depths and current not in self.circling:
            path.append(current)
            current = self.units[current].parent_id
        depth = None if current in self.circling else self.depths.get(current, -1)
        for passed in reversed(path):
            depth = None if depth is None else depth + 1
            self.depths[passed] = depth
        return self.depths.get(unit_id)

    def line(self, person: Person) -> ReportingLine:
        """The whole line of one person."""
        rater = self.rater(person)
        if isinstance(rater, str):
            return ReportingLine(person.person_id, problem=rater)
        if rater.basis is RaterBasis.HEAD_OF_REGION:
            return ReportingLine(person.person_id, rater.person.person_id, "", rater.unit_id, rater.basis)
        superior = self.superior(person, rater)
        return ReportingLine(
            person_id=person.person_id,
            rater_id=rater.person.person_id,
            superior_id=superior.person_id if superior is not None else "",
            led_unit_id=rater.unit_id,
            basis=rater.basis,
            problem="" if superior is not None else NO_SUPERIOR,
        )

    def rater(self, person: Person) -> FoundRater | str:
        """Who rates a person, or the code of the reason why nobody can be named."""
        named = self.appointments.raters.get(person.person_id)
        if named is not None:
            return OWN_RATER if named.rater_id == person.person_id else self.named(named, RaterBasis.ENTERED)
        if person.unit_id not in self.units:
            return NO_UNIT
        if self.depth(person.unit_id) is None:
            return UNITS_IN_A_CIRCLE
        if person.position_kind is PositionKind.JPT and len(self.region_heads) == 1:
            return self.region_heads[0]
        led = self.led_units.get(person.person_id)
        if led is None:
            delegate = self.appointments.delegates.get(person.unit_id)
            if delegate is not None and delegate.rater_id != person.person_id:
                return self.named(delegate, RaterBasis.DELEGATED)
            found = self.leader(person.unit_id)
            if not isinstance(found, FoundRater) or found.person.person_id != person.person_id:
                return found
            led = person.unit_id
        for above in self.above(led):
            found = self.leader(above)
            if not isinstance(found, FoundRater) or found.person.person_id != person.person_id:
                return found
        if self.units[led].parent_id and self.units[led].parent_id not in self.units:
            return UNIT_ABOVE_UNKNOWN
        return OWN_RATER if self.leaders[led].is_acting else TOP_OF_AGENCY

    def leader(self, unit_id: str) -> FoundRater | str:
        """The leader of a unit as a rater: at least a pengawas, or a JF who leads the unit (R-03, R-09)."""
        leadership = self.leaders.get(unit_id)
        if leadership is None:
            return NO_HEAD
        if is_head_of_region(leadership.person):
            return FoundRater(leadership.person, unit_id, RaterBasis.HEAD_OF_REGION)
        if not leadership.may_rate:
            return ACTING_WITHOUT_DELEGATION
        if leadership.person.position_kind is PositionKind.STAFF:
            return RATER_NOT_AN_OFFICIAL
        return FoundRater(leadership.person, unit_id, RaterBasis.ACTING if leadership.is_acting else RaterBasis.HEAD)

    def named(self, named: NamedRater, basis: RaterBasis) -> FoundRater | str:
        """A rater named by hand or by delegation, where the law lets him rate (R-03, R-09)."""
        person = self.people.get(named.rater_id)
        if person is None or person.legal_status is not LegalStatus.ACTIVE:
            return NAMED_RATER_ABSENT
        leads = person.person_id in self.leaderships
        if person.position_kind is PositionKind.JF and not leads:
            return FUNCTIONAL_WITHOUT_UNIT
        if person.position_kind is PositionKind.STAFF and not (named.has_delegation or leads):
            return RATER_NOT_AN_OFFICIAL
        if is_head_of_region(person):
            basis = RaterBasis.HEAD_OF_REGION
        return FoundRater(person, named.unit_id or self.led_units.get(person.person_id) or person.unit_id, basis)

    def superior(self, person: Person, rater: FoundRater) -> Person | None:
        """The superior of a rater: his own rater, else the next leader further up (R-08, tier by tier).

        Above a head of department that is the head of region, or by the agency's choice the secretary (G-9).
        """
        found = self._over(rater.person)
        if isinstance(found, FoundRater) and found.person.person_id != person.person_id:
            if self.appointments.secretary_decides and found.basis is RaterBasis.HEAD_OF_REGION:
                secretary = self.secretary
                if secretary is not None and secretary.person_id not in (person.person_id, rater.person.person_id):
                    return secretary
            return found.person
        return self.next_leader(rater.unit_id, {person.person_id, rater.person.person_id})

    def _over(self, leader: Person) -> FoundRater | str:
        """Who rates a leader; everybody whom he rates asks, and it is looked for once."""
        if leader.person_id not in self._over_leaders:
            self._over_leaders[leader.person_id] = self.rater(leader)
        return self._over_leaders[leader.person_id]

    def asks_for_secretary(self, rater: FoundRater) -> bool:
        """Whether the agency wants the secretary above this rater: the head of region rates him, and he is another."""
        if not self.appointments.secretary_decides:
            return False
        found = self.rater(rater.person)
        secretary = self.secretary
        is_secretary = secretary is not None and secretary.person_id == rater.person.person_id
        return isinstance(found, FoundRater) and found.basis is RaterBasis.HEAD_OF_REGION and not is_secretary

    @cached_property
    def secretary(self) -> Person | None:
        """Who leads the Sekretariat Daerah; nobody where the unit cannot be told from others or has no leader."""
        named = {unit_id for unit_id, unit in self.units.items() if is_regional_secretariat(unit)}
        top = [unit_id for unit_id in named if not named.intersection(self.above(unit_id))]
        leader = self.leader(top[0]) if len(top) == 1 else NO_HEAD
        if not isinstance(leader, FoundRater) or is_head_of_region(leader.person):
            return None
        return leader.person

    def next_leader(self, unit_id: str, passed_over: Collection[str]) -> Person | None:
        """The nearest leader above a unit who may rate and is none of those passed over (R-08, tier by tier)."""
        for above in self.above(unit_id):
            leader = self.leader(above)
            if isinstance(leader, FoundRater) and leader.person.person_id not in passed_over:
                return leader.person
        return None


def is_head_of_region(person: Person) -> bool:
    """Whether somebody is the Kepala Daerah, who is no employee and has no superior."""
    return person.employment is EmploymentType.OFFICIAL


def is_regional_secretariat(unit: OrgUnit) -> bool:
    """Whether a unit is the Sekretariat Daerah, by its name or by the title of its head."""
    name = unit.name.lstrip("- ").casefold()
    return name.startswith("sekretariat daerah") or unit.head_title.casefold().startswith("sekretaris daerah")


def _fitting_official(unit: OrgUnit, officials: Sequence[Person]) -> Person | None:
    """The head of region, else the only official whose echelon fits: the same, or the same main grade (II of II.b)."""
    heads_of_region = [person for person in officials if is_head_of_region(person)]
    if len(heads_of_region) == 1:
        return heads_of_region[0]
    if not unit.echelon:
        return officials[0] if len(officials) == 1 else None
    main_grade = unit.echelon.partition(".")[0]
    for fits in (
        [person for person in officials if person.echelon == unit.echelon],
        [person for person in officials if person.echelon.partition(".")[0] == main_grade],
    ):
        if len(fits) == 1:
            return fits[0]
        if fits:
            return None
    return None

"""Who rates whom: derived from the unit tree, its heads and the staff (import-layouts 2; R-03 to R-11).

The rater of a member is whoever leads the member's unit; of somebody who leads a unit, whoever leads the unit above
it. In a local government the head of region rates every JPT (R-05). What cannot be derived is never guessed: the line
carries the code of the problem and the person stands on the list to work through.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Leadership:
    """Who leads a unit, and whether by the post or acting for it (Plt)."""

    person: Person
    is_acting: bool


def who_leads(units: Iterable[OrgUnit], people: Iterable[Person]) -> Mapping[str, Leadership]:
    """The leader of every unit that has one: the named head, else the Plt, else the fitting structural official.

    A head who is not active (left, suspended, on unpaid leave, before pension, studying, seconded) cannot lead; then
    the Plt counts. Two officials who fit equally well mean that nobody is chosen.
    """
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
        head = by_id.get(unit.head_id) or by_source.get(unit.head_source_id)
        acting = by_source.get(unit.acting_source_id)
        fitting = head or acting or _fitting_official(unit, officials.get(unit.unit_id, ()))
        if fitting is not None:
            leaders[unit.unit_id] = Leadership(fitting, is_acting=head is None and acting is not None)
    return leaders


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


def derive_lines(people: Sequence[Person], units: Sequence[OrgUnit]) -> tuple[ReportingLine, ...]:
    """One line for every person who must be appraised, in the order given; a line with ``problem`` has no rater.

    ``superior_id`` is empty for people rated by the head of region, who has no superior (G-9); for all others it is the
    one who rates the rater, tier by tier, and an unknown superior is a problem of its own.
    """
    agency = _Agency(people, units)
    return tuple(agency.line(person) for person in people if person.is_appraised)


@dataclass(frozen=True, slots=True)
class _Rater:
    """A rater found for somebody: who, leading which unit, by post or acting."""

    person: Person
    unit_id: str
    is_acting: bool


class _Agency:
    """The tree with its leaders, indexed once; every question walks upwards only, so it always ends."""

    def __init__(self, people: Sequence[Person], units: Sequence[OrgUnit]) -> None:
        self.units = {unit.unit_id: unit for unit in units}
        self.leaders = who_leads(units, people)
        self.circling = frozenset(unit.unit_id for circle in unit_cycles(units) for unit in circle)
        self.depths: dict[str, int | None] = {}
        self.led_units: dict[str, str] = {}
        for unit_id, leadership in self.leaders.items():
            depth = self.depth(unit_id)
            led = self.led_units.get(leadership.person.person_id)
            led_depth = self.depth(led) if led is not None else None
            if depth is not None and (led_depth is None or depth < led_depth):
                self.led_units[leadership.person.person_id] = unit_id
        self.region_heads = [
            _Rater(leadership.person, unit_id, leadership.is_acting)
            for unit_id, leadership in self.leaders.items()
            if not self.units[unit_id].parent_id and _is_head_of_region(leadership.person)
        ]

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
        basis = RaterBasis.ACTING if rater.is_acting else RaterBasis.HEAD
        if _is_head_of_region(rater.person):
            return ReportingLine(person.person_id, rater.person.person_id, "", rater.unit_id, RaterBasis.HEAD_OF_REGION)
        superior = self.superior(person, rater)
        return ReportingLine(
            person_id=person.person_id,
            rater_id=rater.person.person_id,
            superior_id=superior.person_id if superior is not None else "",
            led_unit_id=rater.unit_id,
            basis=basis,
            problem="" if superior is not None else NO_SUPERIOR,
        )

    def rater(self, person: Person) -> _Rater | str:
        """Who rates a person, or the code of the reason why nobody can be named."""
        if person.unit_id not in self.units:
            return NO_UNIT
        if self.depth(person.unit_id) is None:
            return UNITS_IN_A_CIRCLE
        if person.position_kind is PositionKind.JPT and len(self.region_heads) == 1:
            return self.region_heads[0]
        led = self.led_units.get(person.person_id)
        if led is None:
            return self.leader(person.unit_id)
        above = self.units[led].parent_id
        if not above:
            return OWN_RATER if self.leaders[led].is_acting else TOP_OF_AGENCY
        return self.leader(above) if above in self.units else UNIT_ABOVE_UNKNOWN

    def leader(self, unit_id: str) -> _Rater | str:
        """The leader of a unit as a rater: at least a pengawas, or a JF who leads the unit (R-03, R-09)."""
        leadership = self.leaders.get(unit_id)
        if leadership is None:
            return NO_HEAD
        if leadership.person.position_kind is PositionKind.STAFF and not _is_head_of_region(leadership.person):
            return RATER_NOT_AN_OFFICIAL
        return _Rater(leadership.person, unit_id, leadership.is_acting)

    def superior(self, person: Person, rater: _Rater) -> Person | None:
        """The superior of a rater: his own rater, else the next leader further up (R-08, tier by tier)."""
        found = self.rater(rater.person)
        if isinstance(found, _Rater):
            return found.person
        taken = {person.person_id, rater.person.person_id}
        current = self.units[rater.unit_id].parent_id
        while current in self.units:
            leader = self.leader(current)
            if isinstance(leader, _Rater) and leader.person.person_id not in taken:
                return leader.person
            current = self.units[current].parent_id
        return None


def _is_head_of_region(person: Person) -> bool:
    return person.employment is EmploymentType.OFFICIAL


def _fitting_official(unit: OrgUnit, officials: Sequence[Person]) -> Person | None:
    """The head of region, else the only official whose echelon fits: the same, or the same main grade (II of II.b)."""
    heads_of_region = [person for person in officials if _is_head_of_region(person)]
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

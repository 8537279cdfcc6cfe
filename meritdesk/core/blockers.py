"""Who blocks whom: what keeps people from being rated, how many each thing blocks, and what to do next.

A wrong or missing rater holds up everybody below him, so the list is ordered by how many people wait.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from meritdesk.core import raters
from meritdesk.core.career import ACTING_KINDS, EntryKind, History
from meritdesk.core.people import OrgUnit, Person, ReportingLine
from meritdesk.core.raters import Tree, unit_cycles


class BlockerKind(StrEnum):
    """What stands in the way; the last two do not block yet but have to be confirmed."""

    VACANT_HEAD = "VACANT_HEAD"
    NO_DELEGATION = "NO_DELEGATION"
    NOT_AN_OFFICIAL = "NOT_AN_OFFICIAL"
    CYCLE = "CYCLE"
    NO_UNIT = "NO_UNIT"
    RATER_ABSENT = "RATER_ABSENT"
    NO_SUPERIOR = "NO_SUPERIOR"
    TOP_OF_AGENCY = "TOP_OF_AGENCY"
    UNCONFIRMED_ACTING = "UNCONFIRMED_ACTING"


BLOCKING = frozenset(BlockerKind) - {BlockerKind.UNCONFIRMED_ACTING}

_KINDS: Mapping[str, BlockerKind] = {
    raters.NO_UNIT: BlockerKind.NO_UNIT,
    raters.NO_HEAD: BlockerKind.VACANT_HEAD,
    raters.RATER_NOT_AN_OFFICIAL: BlockerKind.NOT_AN_OFFICIAL,
    raters.UNITS_IN_A_CIRCLE: BlockerKind.CYCLE,
    raters.OWN_RATER: BlockerKind.TOP_OF_AGENCY,
    raters.UNIT_ABOVE_UNKNOWN: BlockerKind.TOP_OF_AGENCY,
    raters.TOP_OF_AGENCY: BlockerKind.TOP_OF_AGENCY,
    raters.NO_SUPERIOR: BlockerKind.NO_SUPERIOR,
    raters.ACTING_WITHOUT_DELEGATION: BlockerKind.NO_DELEGATION,
    raters.FUNCTIONAL_WITHOUT_UNIT: BlockerKind.RATER_ABSENT,
    raters.NAMED_RATER_ABSENT: BlockerKind.RATER_ABSENT,
}


@dataclass(frozen=True, slots=True)
class Blocker:
    """One thing in the way: the unit or official it is about, whom it blocks, and the code that says the next step.

    ``unit_ids`` are the units of a circle, or the one unit meant; ``person_id`` the official who may not rate, where
    there is one.
    """

    kind: BlockerKind
    code: str
    unit_ids: tuple[str, ...] = ()
    person_id: str = ""
    blocked: tuple[str, ...] = ()

    @property
    def is_blocking(self) -> bool:
        """Whether people cannot be rated because of it; else it only has to be confirmed."""
        return self.kind in BLOCKING


@dataclass(slots=True)
class _Found:
    code: str
    people: list[str] = field(default_factory=list)


def blockers(
    tree: Tree, lines: Sequence[ReportingLine], history: History, units: Sequence[OrgUnit]
) -> tuple[Blocker, ...]:
    """Everything that stands in the way on the day of the tree, the one that blocks most people first."""
    circles = {unit.unit_id: circle for circle in unit_cycles(units) for unit in circle}
    found: dict[tuple[BlockerKind, tuple[str, ...], str], _Found] = defaultdict(lambda: _Found(""))
    for line in lines:
        kind = _KINDS.get(line.problem)
        if kind is None:
            continue
        person = tree.people[line.person_id]
        place, official = _place_of(kind, person, line, tree, circles)
        group = found[kind, place, official]
        group.code = line.problem
        group.people.append(line.person_id)
    listed = [
        Blocker(kind, group.code, place, official, tuple(group.people))
        for (kind, place, official), group in found.items()
    ]
    listed += _unconfirmed(tree, lines, history)
    return tuple(sorted(listed, key=lambda one: (not one.is_blocking, -len(one.blocked), one.kind, one.unit_ids)))


def _place_of(
    kind: BlockerKind,
    person: Person,
    line: ReportingLine,
    tree: Tree,
    circles: Mapping[str, tuple[OrgUnit, ...]],
) -> tuple[tuple[str, ...], str]:
    """The unit and the official that a problem is about, so that one vacancy is one line however many it blocks."""
    if kind is BlockerKind.NO_UNIT:
        return (), ""
    if kind is BlockerKind.CYCLE:
        for unit_id in (person.unit_id, *tree.above(person.unit_id)):
            if unit_id in circles:
                return tuple(unit.unit_id for unit in circles[unit_id]), ""
    if kind is BlockerKind.RATER_ABSENT:
        named = tree.appointments.raters.get(person.person_id) or tree.appointments.delegates.get(person.unit_id)
        return (person.unit_id,), named.rater_id if named is not None else ""
    if kind is BlockerKind.NO_SUPERIOR:
        return (line.led_unit_id,), line.rater_id
    led = tree.led_units.get(person.person_id)
    seat = tree.units[led].parent_id if led is not None else person.unit_id
    if kind is BlockerKind.TOP_OF_AGENCY:
        return (led or person.unit_id,), person.person_id
    leadership = tree.leaders.get(seat)
    return (seat,), leadership.person.person_id if leadership is not None else ""


def _unconfirmed(tree: Tree, lines: Sequence[ReportingLine], history: History) -> list[Blocker]:
    """Acting heads whom only the unit file names: taken as delegated until somebody records it (R-08)."""
    rated: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        rated[line.led_unit_id].append(line.person_id)
    return [
        Blocker(
            BlockerKind.UNCONFIRMED_ACTING,
            "REG-CONFIRM-ACTING",
            (unit_id,),
            leadership.person.person_id,
            tuple(rated.get(unit_id, ())),
        )
        for unit_id, leadership in tree.leaders.items()
        if leadership.is_acting and rated.get(unit_id) and not history.of_unit(unit_id, *ACTING_KINDS)
    ]


@dataclass(frozen=True, slots=True)
class Estimated:
    """One entry whose day no file or letter stated; the clerk puts it right."""

    entry_id: str
    person_id: str
    kind: EntryKind


def estimated_entries(history: History) -> tuple[Estimated, ...]:
    """The entries whose day is only the day of the import."""
    return tuple(
        Estimated(entry.entry_id, entry.person_id, entry.kind) for entry in history.entries if entry.is_estimated
    )

"""The register asked for one day or a stretch of days: who stood where, who led which unit, who rated whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from meritdesk.core.career import (
    ACTING_KINDS,
    LEADING_KINDS,
    EntryKind,
    History,
    day_after,
    day_before,
    people_on,
)
from meritdesk.core.people import OrgUnit, Person, ReportingLine
from meritdesk.core.plan import JobClass, job_class
from meritdesk.core.raters import (
    Appointments,
    FoundRater,
    NamedRater,
    Seat,
    Tree,
    derive_lines,
)

NOT_DUE = "REG-EVAL-NOT-DUE"


def appointments_on(people: Sequence[Person], units: Sequence[OrgUnit], history: History, day: date) -> Appointments:
    """Who was head, Plt, Plh, delegate or named rater on a day, where the history says it; ``people`` as of today."""
    today = {person.person_id: person for person in people}
    by_source = {person.source_id: person for person in people if person.source_id}
    seats = {unit_id: _seat(history, unit_id, day) for unit_id in history.units_with(*LEADING_KINDS)}
    for unit in units:
        if unit.unit_id in seats and seats[unit.unit_id].is_head_dated:
            continue
        head = today.get(unit.head_id) or by_source.get(unit.head_source_id)
        if head is not None and _sat_elsewhere(head, history, day):
            seat = seats.get(unit.unit_id, Seat())
            seats[unit.unit_id] = Seat("", True, seat.acting_id, seat.is_acting_dated, seat.may_rate, seat.is_daily)
    raters = {
        person_id: NamedRater(entries[-1].other_id, entries[-1].unit_id, entries[-1].may_rate)
        for person_id in history.people_with(EntryKind.RATER)
        if (entries := history.in_force(person_id, EntryKind.RATER, day))
    }
    delegates = {
        unit_id: NamedRater(entry.person_id, unit_id, has_delegation=True)
        for unit_id in history.units_with(EntryKind.DELEGATION)
        if (entry := history.over_unit(unit_id, EntryKind.DELEGATION, day)) is not None
    }
    return Appointments(seats, raters, delegates, history.secretary_decides)


def _seat(history: History, unit_id: str, day: date) -> Seat:
    head = history.over_unit(unit_id, EntryKind.HEAD, day)
    acting = history.over_unit(unit_id, EntryKind.PLT, day)
    daily = history.over_unit(unit_id, EntryKind.PLH, day)
    # A Plt goes before a Plh, unless only the Plh holds the delegation to rate.
    chosen = daily if acting is None or (daily is not None and daily.may_rate and not acting.may_rate) else acting
    return Seat(
        head_id=head.person_id if head else "",
        is_head_dated=bool(history.of_unit(unit_id, EntryKind.HEAD)),
        acting_id=chosen.person_id if chosen else "",
        is_acting_dated=bool(history.of_unit(unit_id, *ACTING_KINDS)),
        may_rate=chosen.may_rate if chosen else True,
        is_daily=chosen is not None and chosen.kind is EntryKind.PLH,
    )


def _sat_elsewhere(head: Person, history: History, day: date) -> bool:
    """Whether the history places the head whom the unit file names today in another unit on that day."""
    if not history.of(head.person_id, EntryKind.POST):
        return False
    return history.standing(head, EntryKind.POST, day).unit_id != head.unit_id


def tree_on(people: Sequence[Person], units: Sequence[OrgUnit], history: History, day: date) -> Tree:
    """The units with the leaders they had on a day; ``people`` are the rows as of today."""
    return Tree(people_on(people, history, day), units, appointments_on(people, units, history, day))


def lines_on(
    people: Sequence[Person], units: Sequence[OrgUnit], history: History, day: date
) -> tuple[ReportingLine, ...]:
    """Who rated whom on a day: one line for everybody who was appraised then, in the order given.

    ``people`` and ``units`` are the rows as of today; a line with ``problem`` had no rater.
    """
    return derive_lines(people_on(people, history, day), units, appointments_on(people, units, history, day))


@dataclass(frozen=True, slots=True)
class Standing:
    """One person over a stretch of days: where he stood, who rated him, and on which group of forms.

    ``since`` and ``until`` are the first and the last day; ``None`` is open. ``is_known`` is false where the register
    only lets the earliest known post stand in. ``acts_for`` are units he leads as Plt or Plh, with the kind.
    """

    since: date | None
    until: date | None
    person: Person
    line: ReportingLine
    job_class: JobClass
    is_due: bool
    is_known: bool = True
    acts_for: tuple[tuple[EntryKind, str], ...] = ()

    def says_the_same_as(self, other: Standing) -> bool:
        """Whether two stretches differ in nothing but their days."""
        return (self.person, self.line, self.job_class, self.is_known, self.acts_for) == (
            other.person, other.line, other.job_class, other.is_known, other.acts_for,
        )  # fmt: skip


def standing_on(person: Person, tree: Tree, history: History, day: date) -> Standing:
    """One person on one day; ``tree`` is the agency on that day, ``person`` the row as of today."""
    then = tree.people.get(person.person_id, person)
    led = tree.led_units.get(person.person_id)
    line = tree.line(then) if then.is_appraised else ReportingLine(person.person_id, problem=NOT_DUE)
    acting = [entry for kind in sorted(ACTING_KINDS) for entry in history.in_force(person.person_id, kind, day)]
    return Standing(
        since=day,
        until=day,
        person=then,
        line=line,
        job_class=job_class(then, tree.units.get(led) if led else None),
        is_due=then.is_appraised,
        is_known=history.is_known(person, EntryKind.POST, day),
        acts_for=tuple((entry.kind, entry.unit_id) for entry in acting),
    )


def timeline(
    person: Person, people: Sequence[Person], units: Sequence[OrgUnit], history: History, first: date, last: date
) -> tuple[Standing, ...]:
    """One person from ``first`` to ``last`` in stretches within which nothing changes; they cover every day."""
    days = sorted({first, *(day for day in _turning_days(person, people, units, history) if first < day <= last)})
    stretches: list[Standing] = []
    for day in days:
        now = standing_on(person, tree_on(people, units, history, day), history, day)
        if stretches and stretches[-1].says_the_same_as(now):
            continue
        if stretches:
            stretches[-1] = replace(stretches[-1], until=day_before(day))
        stretches.append(now)
    stretches[-1] = replace(stretches[-1], until=last)
    return tuple(stretches)


def _turning_days(
    person: Person, people: Sequence[Person], units: Sequence[OrgUnit], history: History
) -> frozenset[date]:
    """Every day on which something may change for somebody: his own entries, and those of whoever is above him."""
    parents = {unit.unit_id: unit.parent_id for unit in units}
    touching: set[str] = set()
    own = [
        *history.of(person.person_id),
        *(history.spells(person, kind)[0] for kind in (EntryKind.POST, EntryKind.GRADE, EntryKind.STATUS)),
    ]
    waiting = [person.unit_id, *(entry.unit_id for entry in own)]
    while waiting:
        unit_id = waiting.pop()
        if unit_id and unit_id not in touching:
            touching.add(unit_id)
            waiting.append(parents.get(unit_id, ""))
    officials = {entry.person_id for unit_id in touching for entry in history.of_unit(unit_id)}
    officials |= {entry.other_id for entry in own if entry.other_id}
    for unit in units:
        if unit.unit_id in touching:
            officials.add(unit.head_id)
    sources = {
        source for unit in units if unit.unit_id in touching for source in (unit.head_source_id, unit.acting_source_id)
    }
    officials |= {found.person_id for found in people if found.source_id in sources - {""}}
    entries = [
        *own,
        *(entry for unit_id in touching for entry in history.of_unit(unit_id)),
        *(entry for official in officials if official for entry in history.of(official)),
    ]
    return frozenset(
        day
        for entry in entries
        for day in (entry.since, day_after(entry.until) if entry.until else None)
        if day is not None
    )


@dataclass(frozen=True, slots=True)
class RaterChange:
    """One person got another rater on a day; ``stayed`` says that he was in the same unit before and after."""

    person_id: str
    day: date
    before_id: str
    after_id: str
    stayed: bool


def rater_changes(
    people: Sequence[Person], units: Sequence[OrgUnit], history: History, first: date, last: date
) -> Mapping[str, tuple[RaterChange, ...]]:
    """Whose rater changed between two days, for a whole agency; one tree is built for each day on which it can."""
    days = {
        day
        for entry in history.entries
        for day in (entry.since, day_after(entry.until) if entry.until else None)
        if day is not None and first < day <= last
    }
    found: dict[str, list[RaterChange]] = {}
    before = tree_on(people, units, history, first)
    raters = _raters_of(before)
    for day in sorted(days):
        now = tree_on(people, units, history, day)
        raters_now = _raters_of(now)
        for person_id, rater_id in raters_now.items():
            old = raters.get(person_id, "")
            if old and rater_id and old != rater_id:
                stayed = before.people[person_id].unit_id == now.people[person_id].unit_id
                found.setdefault(person_id, []).append(RaterChange(person_id, day, old, rater_id, stayed))
        before, raters = now, raters_now
    return {person_id: tuple(changes) for person_id, changes in found.items()}


def _raters_of(tree: Tree) -> dict[str, str]:
    raters = {}
    for person in tree.people.values():
        if person.is_appraised:
            rater = tree.rater(person)
            if isinstance(rater, FoundRater):
                raters[person.person_id] = rater.person.person_id
    return raters


def changes_in(stretches: Sequence[Standing]) -> tuple[RaterChange, ...]:
    """The changes of rater in one person's timeline."""
    return tuple(
        RaterChange(
            person_id=after.person.person_id,
            day=after.since,
            before_id=before.line.rater_id,
            after_id=after.line.rater_id,
            stayed=before.person.unit_id == after.person.unit_id,
        )
        for before, after in pairwise(stretches)
        if after.since is not None
        and before.line.rater_id
        and after.line.rater_id
        and before.line.rater_id != after.line.rater_id
    )

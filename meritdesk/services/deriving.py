"""The rows of today follow the dated history: who stands where, who leads what, who rates whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from meritdesk.core.career import ACTING_KINDS, EntryKind, History, people_on
from meritdesk.core.people import OrgUnit, Person, ReportingLine
from meritdesk.core.standing import lines_on
from meritdesk.services.ports import Work


def derive(work: Work, today: date, people: Sequence[Person] | None = None) -> tuple[ReportingLine, ...]:
    """Bring people, heads of units and reporting lines to what the history says of today, and write what differs.

    ``people`` is everybody in the order of the register, where the caller knows that already.
    """
    history = work.history.all()
    everybody, units = work.people.all() if people is None else people, work.units.all()
    if history.entries:
        people_now = people_on(everybody, history, today)
        work.people.save([now for before, now in zip(everybody, people_now, strict=True) if before != now])
        units_now = units_on(units, {person.person_id: person for person in people_now}, history, today)
        work.units.save([now for before, now in zip(units, units_now, strict=True) if before != now])
        everybody, units = people_now, units_now
    lines = lines_on(everybody, units, history, today)
    work.reporting.save(lines)
    return lines


def with_written(known: Sequence[Person], written: Sequence[Person]) -> Sequence[Person]:
    """Everybody in the order of the register, which is by name, once some people are written."""
    if not written:
        return known
    now = {person.person_id: person for people in (known, written) for person in people}
    return sorted(now.values(), key=lambda person: (person.name.casefold(), person.person_id))


def units_on(
    units: Sequence[OrgUnit], people: Mapping[str, Person], history: History, day: date
) -> tuple[OrgUnit, ...]:
    """The units with head and Plt of a day where these are dated; the others as they are."""
    dated_heads = history.units_with(EntryKind.HEAD)
    dated_acting = history.units_with(*ACTING_KINDS)
    found = []
    for unit in units:
        if unit.unit_id in dated_heads:
            entry = history.over_unit(unit.unit_id, EntryKind.HEAD, day)
            head = people.get(entry.person_id) if entry is not None else None
            unit = replace(
                unit,
                head_source_id=head.source_id if head is not None else "",
                head_id=head.person_id if head is not None and not head.source_id else "",
            )
        if unit.unit_id in dated_acting:
            acting_entry = history.over_unit(unit.unit_id, EntryKind.PLT, day)
            acting = people.get(acting_entry.person_id) if acting_entry is not None else None
            unit = replace(unit, acting_source_id=acting.source_id if acting is not None else "")
        found.append(unit)
    return tuple(found)

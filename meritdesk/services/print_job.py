"""Whose sheets are wanted: a selection of people, in the order of the units, in portions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from meritdesk.core.errors import UsageRefusal
from meritdesk.core.people import Person
from meritdesk.services.ports import Work

BLOCK = 500

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Selection:
    """Whose sheets are wanted: one person by NIP, some units, or everybody when both are empty.

    ``record_id`` narrows it to the sheet of one record, where a person may have several of a form.
    """

    nip: str = ""
    unit_ids: tuple[str, ...] = ()
    record_id: str = ""


def chosen_people(work: Work, selection: Selection) -> list[Person]:
    """The people of a selection who are appraised, in the order of the units; ``USE-102`` for an unknown NIP."""
    if selection.nip:
        person = work.people.by_nip(selection.nip)
        if person is None:
            raise UsageRefusal("USE-102", nip=selection.nip)
        return [person]
    units = work.units.all()
    place = {unit.unit_id: (unit.sort_order, unit.name) for unit in units}
    wanted = frozenset(selection.unit_ids)
    people = [
        person for person in work.people.all() if person.is_appraised and (not wanted or person.unit_id in wanted)
    ]
    people.sort(key=lambda person: (place.get(person.unit_id, (0, "")), person.name, person.nip))
    return people


def in_blocks(items: Sequence[T]) -> Iterator[Sequence[T]]:
    """People or sheets in portions, so that the plans of thousands are never in memory together."""
    for start in range(0, len(items), BLOCK):
        yield items[start : start + BLOCK]
